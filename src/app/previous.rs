//! 給付管理票 of the month before: what was sent for each client, for the checks that compare with it.

use super::decisions::{Decisions, Sent};
use super::tally::History;
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;
use crate::domain::slip::SentSlip;
use rustc_hash::FxHashMap;

/// What was sent for the month before.
#[derive(Clone, Debug, Default)]
pub struct PreviousMonth(FxHashMap<ClientKey, Vec<Sent>>);

impl PreviousMonth {
    /// Takes it from what the journal says of that month.
    pub fn of(decisions: &Decisions) -> Self {
        let sent = decisions.clients().filter(|(_, decided)| !decided.sent_slips().is_empty());
        Self(sent.map(|(client, decided)| (client, decided.sent_slips().to_vec())).collect())
    }

    /// Whether nothing was sent for that month, or nothing is remembered of it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The slip of a client that is in force when the window at hand opens.
    pub fn slip(&self, client: ClientKey, window: ServiceMonth) -> Option<&SentSlip> {
        History::of(self.0.get(&client)?, window).decided
    }
}
