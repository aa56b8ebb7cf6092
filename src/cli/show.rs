//! `kyukan show CLIENT`: one client's month.

use super::args::{Common, Format};
use super::{Console, Exit, Stop, load, write_stop};
use crate::app::find::find_clients;
use crate::app::worth::worth;
use crate::i18n::Arg;
use crate::report::words::Words;
use crate::report::{client_json, client_text};

/// Clients that are named when several fit.
const NAMED: usize = 10;

pub(super) fn run(common: &Common, client: &str, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let (review, keeps_decisions) = load::review(common, console)?;
    let month = &review.month;
    let decisions = keeps_decisions.then_some(&review.decisions);
    let words = Words { month, texts: console.texts };
    let found = find_clients(month, client);
    let [position] = found.as_slice() else {
        return Err(not_one(words, client, &found));
    };
    let (Some(rows), Some(comparison), Some(worth)) =
        (month.clients.get(*position), month.comparisons.get(*position), worth(&review.ground(), *position))
    else {
        return Err(not_one(words, client, &[]));
    };
    let own = (rows, comparison);
    let written = match common.format {
        Format::Text => {
            client_text::write(console.out, words, own, decisions, (&review, &worth), console.paint)
        }
        Format::Json => client_json::write_json(console.out, words, own, decisions, &worth),
        Format::Csv => client_json::write_csv(console.out, words, rows),
    };
    written.map_err(|error| write_stop(console.texts, "-", &error))?;
    let is_clean = comparison.differences.is_empty()
        && comparison.lines.iter().all(|line| line.arrived || line.plan_rows == 0);
    Ok(if is_clean { Exit::Clean } else { Exit::Findings })
}

/// What is said when a name fits nobody or several.
pub(super) fn not_one(words: Words<'_>, asked: &str, found: &[usize]) -> Stop {
    let client = Arg::from(asked);
    if found.is_empty() {
        return Stop::new(Exit::Findings, words.texts.format("error-client-unknown", &[("client", client)]));
    }
    let count = Arg::from(found.len());
    let mut message = words.texts.format("error-client-ambiguous", &[("client", client), ("count", count)]);
    for rows in found.iter().take(NAMED).filter_map(|position| words.month.clients.get(*position)) {
        let name = words.client_name(rows.client);
        message = format!("{message}\n  {} {}  {name}", rows.client.insurer, rows.client.insured);
    }
    Stop::new(Exit::Findings, message)
}
