//! `kyukan decide`: what the workstation decides, without a screen.

mod rows;
mod slips;

use super::args::{Common, Decide};
use super::office::Office;
use super::{Console, Exit, Stop, office, write_stop};
use crate::app::decide::{self, Drafted, Place, Refusal, hits, open_clients};
use crate::app::review::{CellState, DifferenceAt};
use crate::domain::decision::{ArrivalChoice, Rule, Verdict};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::i18n::{Arg, Texts};
use crate::report::{rule_preview, sign_off};
use crate::store::workspace::Access;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

pub(super) fn run(common: &Common, decide: &Decide, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let mut office = office::open(common, Access::Write, console)?;
    office.must_write(console.texts)?;
    if let Decide::Rule { rule, save } = decide {
        return apply_rule(common, &mut office, rule, save.as_deref(), console);
    }
    let drafted = drafted(&office, decide, console.texts)?;
    office.record(&drafted, console)?;
    if matches!(decide, Decide::Close { .. }) {
        let list = sign_off::text(office.words(console.texts), &office.review.decisions);
        let list = list.unwrap_or_default();
        write!(console.out, "{list}").map_err(|error| write_stop(console.texts, "-", &error))?;
    }
    Ok(Exit::Clean)
}

fn drafted(office: &Office, wanted: &Decide, texts: &Texts) -> Result<Drafted, Stop> {
    let review = &office.review;
    let whole = |draft| Drafted { draft, skipped: Vec::new() };
    let drafted = match wanted {
        Decide::Verdict { ids, verdict, reason } => {
            let places = places(office, ids).map_err(|refusal| office.refused(&refusal, texts))?;
            needs_words(verdict.as_ref(), reason)
                .and_then(|()| decide::verdict(review, &places, verdict.as_ref(), reason))
        }
        Decide::Arrival { provider, kind, client, choice, reason } => {
            let client = client.as_deref().map(|asked| office.client(asked, texts)).transpose()?;
            let lines = lines(office, (*provider, *kind), client);
            if lines.is_empty() {
                return Err(no_line(office, *provider, *kind, texts));
            }
            let is_unexplained = *choice == Some(ArrivalChoice::Late) && reason.trim().is_empty();
            if is_unexplained {
                Err(Refusal::NoReason)
            } else {
                decide::arrival(review, &lines, choice.as_ref(), reason)
            }
        }
        Decide::Withdraw { provider, client, is_withdrawn, reason } => {
            let client = office.client(client, texts)?;
            if !review.cells_of(client).any(|cell| cell.provider == *provider) {
                return Err(no_provider(office, *provider, texts));
            }
            decide::withdraw(review, &[(client, *provider)], *is_withdrawn, reason)
        }
        Decide::Stage { clients, stage } => {
            let positions = clients.iter().map(|asked| office.client(asked, texts));
            let positions = positions.collect::<Result<Vec<usize>, Stop>>()?;
            decide::stage(review, &positions, *stage, "")
        }
        Decide::Note { client, text } => decide::note(review, office.client(client, texts)?, text),
        Decide::Fax { provider, kind, client, rows } => {
            let client = office.client(client, texts)?;
            let place = rows::waiting(office, (client, *provider, *kind), texts)?;
            rows::fax(review, place, rows)
        }
        Decide::Edit { id, typed, reason } => rows::edit(office, id, typed, reason),
        Decide::Pair { ids } => rows::pair(office, ids),
        Decide::Unpair { id } => rows::unpair(office, id),
        Decide::Slip(decision) => return slips::drafted(office, decision, texts),
        Decide::Edition { provider, edition } => decide::edition(review, *provider, *edition),
        Decide::Close { explanation, of_clients } => {
            decide::close(review, &explanations(office, explanation, of_clients, texts)?, "")
        }
        Decide::Reopen { reason } => decide::reopen(review, reason).map(whole),
        // Its hits are shown first.
        Decide::Rule { .. } => Err(Refusal::Nothing),
    };
    drafted.map_err(|refusal| office.refused(&refusal, texts))
}

/// Where the differences with these ids stand.
fn places(office: &Office, ids: &[String]) -> Result<Vec<DifferenceAt>, Refusal> {
    let mut all = FxHashMap::<&str, DifferenceAt>::default();
    for (client, comparison) in (0_u32..).zip(&office.review.month.comparisons) {
        for (at, difference) in (0_u32..).zip(&comparison.differences) {
            all.insert(&difference.id, DifferenceAt { client, at });
        }
    }
    let place = |id: &String| all.get(id.trim()).copied().ok_or_else(|| Refusal::Vanished(id.clone()));
    ids.iter().map(place).collect()
}

/// One explanation for every client that is not 確定, and others for single ones.
fn explanations(
    office: &Office,
    of_all: &str,
    of_clients: &[(String, String)],
    texts: &Texts,
) -> Result<BTreeMap<ClientKey, String>, Stop> {
    let open = open_clients(&office.review).into_iter();
    let mut out: BTreeMap<ClientKey, String> = open.map(|client| (client, of_all.to_owned())).collect();
    for (asked, words) in of_clients {
        let client = office.review.month.clients.get(office.client(asked, texts)?);
        out.extend(client.map(|rows| (rows.client, words.clone())));
    }
    Ok(out)
}

fn needs_words(verdict: Option<&Verdict>, reason: &str) -> Result<(), Refusal> {
    let is_silent = match verdict {
        Some(Verdict::Hold) => reason.trim().is_empty(),
        Some(Verdict::Ask { text, .. }) => text.trim().is_empty(),
        _ => false,
    };
    if is_silent { Err(Refusal::NoReason) } else { Ok(()) }
}

/// Where nothing came from a provider and kind: of one client or of all.
fn lines(office: &Office, wanted: (OfficeNumber, ServiceKind), client: Option<usize>) -> Vec<Place> {
    let review = &office.review;
    let clients = client.map_or(0..review.month.clients.len(), |client| client..client + 1);
    let is_waiting = |position: &usize| {
        let key = review.month.clients.get(*position).map(|rows| rows.client);
        review.cells_of(*position).any(|cell| {
            let decided = key.and_then(|key| review.decisions.client(key).arrival(wanted.0, wanted.1));
            (cell.provider, cell.kind) == wanted && (cell.state == CellState::NotArrived || decided.is_some())
        })
    };
    clients.filter(is_waiting).map(|client| (client, wanted.0, wanted.1)).collect()
}

fn no_line(office: &Office, provider: OfficeNumber, kind: ServiceKind, texts: &Texts) -> Stop {
    let words = office.words(texts);
    let (provider, kind) = (words.office(provider), words.kind(kind));
    let values = [("provider", Arg::from(provider.as_str())), ("kind", Arg::from(kind.as_str()))];
    Stop::new(Exit::Findings, texts.format("decide-no-line", &values))
}

fn no_provider(office: &Office, provider: OfficeNumber, texts: &Texts) -> Stop {
    let provider = office.words(texts).office(provider);
    let values = [("provider", Arg::from(provider.as_str()))];
    Stop::new(Exit::Findings, texts.format("decide-no-provider", &values))
}

/// Shows what a rule would decide, and decides it when that was asked for.
fn apply_rule(
    common: &Common,
    office: &mut Office,
    rule: &Rule,
    save: Option<&str>,
    console: &mut Console<'_>,
) -> Result<Exit, Stop> {
    let texts = console.texts;
    let hits = hits(&office.review, rule);
    let is_empty = hits.hit.is_empty();
    if !is_empty || !hits.guarded.is_empty() {
        rule_preview::write(console.out, &office.review, texts, &hits, console.paint)
            .and_then(|()| console.out.flush())
            .map_err(|error| write_stop(texts, "-", &error))?;
    }
    if is_empty && save.is_none() {
        return Err(Stop::new(Exit::Findings, texts.get("rule-no-hits")));
    }
    if !common.is_yes {
        return Err(Stop::new(Exit::Findings, texts.get("rule-not-applied")));
    }
    if !is_empty {
        let name = match save {
            Some(name) => name.to_owned(),
            None => rule_preview::rule_name(&office.review, texts, rule),
        };
        let drafted = decide::apply_rule(&office.review, &name, rule);
        let drafted = drafted.map_err(|refusal| office.refused(&refusal, texts))?;
        office.record(&drafted, console)?;
    }
    if let Some(name) = save {
        let drafted = decide::keep_rule(&office.review, name, Some(rule.clone()));
        let drafted = drafted.map_err(|refusal| office.refused(&refusal, texts))?;
        office.record(&drafted, console)?;
    }
    Ok(Exit::Clean)
}
