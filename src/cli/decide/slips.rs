//! What is decided about 給付管理票.

use crate::app::decide::{self, Drafted};
use crate::cli::Stop;
use crate::cli::args::SlipDecision;
use crate::cli::office::Office;
use crate::domain::ids::ClientKey;
use crate::i18n::Texts;

pub(super) fn drafted(office: &Office, decision: &SlipDecision, texts: &Texts) -> Result<Drafted, Stop> {
    let review = &office.review;
    let key = |asked: &String| -> Result<Option<ClientKey>, Stop> {
        let position = office.client(asked, texts)?;
        Ok(review.month.clients.get(position).map(|rows| rows.client))
    };
    let one = |asked: &String| key(asked).map(|client| client.into_iter().collect::<Vec<_>>());
    let drafted = match decision {
        SlipDecision::Action { client, choice, reason } => {
            first(&one(client)?, |client| decide::slip_action(review, client, *choice, reason))
        }
        SlipDecision::Pass { client, block, why } => {
            first(&one(client)?, |client| decide::let_through(review, client, *block, why.as_deref()))
        }
        SlipDecision::Result { clients, result } => {
            let mut keys = Vec::new();
            for asked in clients {
                keys.extend(key(asked)?);
            }
            let whole = |draft| Drafted { draft, skipped: Vec::new() };
            decide::slip_results(review, &keys, *result).map(whole)
        }
        SlipDecision::Shares { client, shares } => {
            decide::shares(review, office.client(client, texts)?, shares.clone())
        }
    };
    drafted.map_err(|refusal| office.refused(&refusal, texts))
}

fn first(
    clients: &[ClientKey],
    decide: impl FnOnce(ClientKey) -> Result<Drafted, decide::Refusal>,
) -> Result<Drafted, decide::Refusal> {
    clients.first().copied().map_or(Err(decide::Refusal::Nothing), decide)
}
