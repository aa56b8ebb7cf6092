//! What an event did, in one sentence; why a decision was not taken.

use super::registers::{register_refusal, register_title};
use super::tally_words::share_words;
use super::words::Words;
use crate::app::decide::{EditField, Refusal, Risk};
use crate::app::decisions::Decisions;
use crate::app::registers;
use crate::app::review::Settled;
use crate::domain::decision::{ArrivalChoice, Stage, Subject, Value, Verdict};
use crate::domain::event::{Change, Deed, Event};
use crate::domain::ids::ClientKey;
use crate::domain::slip::{FeeResult, SlipAction, SlipResult};
use crate::i18n::{Arg, Texts};
use std::collections::BTreeSet;

/// Names at most this many clients of an event.
const NAMED: usize = 1;

/// What an event did: `採用 3件（佐藤 花子 ほか1名）`.
pub fn event_sentence(words: Words<'_>, decisions: &Decisions, event: &Event) -> String {
    let about = |id: &str, of: u64| {
        let what = match decisions.event(of) {
            Some(undone) => deed_sentence(words, &undone.deed, &undone.changes),
            None => format!("#{of}"),
        };
        words.texts.format(id, &[("what", Arg::from(what.as_str()))])
    };
    match event.deed {
        Deed::Undo { of } => about("event-undo", of),
        Deed::Redo { of } => about("event-redo", of),
        _ => deed_sentence(words, &event.deed, &event.changes),
    }
}

/// What a deed with its changes is; of undoing and redoing only the word.
pub fn deed_sentence(words: Words<'_>, deed: &Deed, changes: &[Change]) -> String {
    let texts = words.texts;
    match deed {
        Deed::Rule { name } => {
            let args = [("name", Arg::from(name.as_str())), ("count", Arg::from(decided(changes)))];
            texts.format("event-rule", &args)
        }
        Deed::Import { new, known, refused } => texts.format(
            "event-import",
            &[("new", Arg::from(*new)), ("known", Arg::from(*known)), ("refused", Arg::from(*refused))],
        ),
        Deed::Notices { files } => {
            let args = [("count", Arg::from(*files)), ("what", Arg::from(changes_sentence(words, changes)))];
            texts.format("event-notices", &args)
        }
        Deed::Write { folder, files } => texts
            .format("event-write", &[("folder", Arg::from(folder.as_str())), ("count", Arg::from(*files))]),
        Deed::Undo { .. } => texts.get("action-undo"),
        Deed::Redo { .. } => texts.get("action-redo"),
        Deed::Decide | Deed::Close | Deed::Register => changes_sentence(words, changes),
    }
}

/// Differences that changes decide about; decisions that files overtook are not counted.
fn decided(changes: &[Change]) -> usize {
    let is_new =
        |change: &&Change| matches!(change.subject, Subject::Difference { .. }) && change.after.is_some();
    changes.iter().filter(is_new).count()
}

fn changes_sentence(words: Words<'_>, changes: &[Change]) -> String {
    // What was overtaken by a file, or ended by a pairing, is not what the person did.
    let main: Vec<&Change> = changes.iter().filter(|change| change.after.is_some()).collect();
    let main = if main.is_empty() { changes.iter().collect() } else { main };
    let what: BTreeSet<String> = main.iter().map(|change| change_words(words, change)).collect();
    let what = what.into_iter().collect::<Vec<_>>().join(&words.texts.get("event-join"));
    let clients: BTreeSet<ClientKey> = main.iter().filter_map(|change| change.subject.client()).collect();
    let args = [("what", Arg::from(what.as_str())), ("count", Arg::from(main.len()))];
    let said = words.texts.format(if main.len() > 1 { "event-several" } else { "event-one" }, &args);
    match clients.first() {
        Some(first) => format!("{said}{}", whose(words, *first, clients.len())),
        None => said,
    }
}

fn whose(words: Words<'_>, first: ClientKey, count: usize) -> String {
    let name = words.client_name(first);
    let others = count.saturating_sub(NAMED);
    let args = [("name", Arg::from(name.as_str())), ("others", Arg::from(others))];
    words.texts.format(if others > 0 { "event-of-several" } else { "event-of" }, &args)
}

/// What one change is, without whose.
fn change_words(words: Words<'_>, change: &Change) -> String {
    let texts = words.texts;
    match (&change.subject, &change.after) {
        (_, Some(Value::Decision(decision))) => texts.get(verdict_id(&decision.verdict)),
        (Subject::Difference { .. }, _) => texts.get("verdict-none"),
        (Subject::Pairing { .. }, Some(Value::JoinedWith { .. })) => texts.get("event-joined"),
        (Subject::Pairing { .. }, Some(_)) => texts.get("event-apart"),
        (Subject::Pairing { .. }, None) => texts.get("event-pairing-none"),
        (Subject::Arrival { provider, .. }, after) => {
            let choice = match after {
                Some(Value::Arrival(choice)) => texts.get(arrival_id(choice)),
                _ => texts.get("arrival-none"),
            };
            format!("{choice} {}", words.office(*provider))
        }
        (Subject::Withdrawal { provider, .. }, after) => {
            let what = texts.get(if after.is_some() { "event-withdrawn" } else { "event-not-withdrawn" });
            format!("{what} {}", words.office(*provider))
        }
        (Subject::Client { .. }, after) => texts.get(match after {
            Some(Value::Stage { stage: Stage::Fixed }) => "event-fixed",
            Some(_) => "event-checked",
            None => "event-unfixed",
        }),
        (Subject::Note { .. }, _) => texts.get("event-note"),
        (Subject::Month, after) => texts.get(if after.is_some() { "event-closed" } else { "event-reopened" }),
        (Subject::Rule { name }, after) => {
            let id = if after.is_some() { "event-rule-kept" } else { "event-rule-forgotten" };
            texts.format(id, &[("name", Arg::from(name.as_str()))])
        }
        (Subject::Edition { provider }, _) => {
            let office = words.office(*provider);
            texts.format("event-edition", &[("office", Arg::from(office.as_str()))])
        }
        (subject, after) => slip_words(words, subject, after.as_ref()),
    }
}

/// What a change of a register, a slip or a plan fee is.
fn slip_words(words: Words<'_>, subject: &Subject, after: Option<&Value>) -> String {
    let texts = words.texts;
    match (subject, after) {
        (Subject::Entry { register, .. }, after) => {
            let name = register_title(texts, register);
            let id = if after.is_some() { "event-entry" } else { "event-entry-gone" };
            texts.format(id, &[("register", Arg::from(name.as_str()))])
        }
        (Subject::Allotment { .. }, after) => {
            texts.get(if after.is_some() { "event-shares" } else { "event-shares-none" })
        }
        (Subject::SlipAction { .. }, Some(Value::SlipAction { action, .. })) => texts.format(
            "event-slip-action",
            &[("action", Arg::from(action_words(words.texts, *action).as_str()))],
        ),
        (Subject::SlipAction { .. }, _) => texts.get("event-slip-action-none"),
        (Subject::Gate { block, .. }, after) => {
            let block = texts.get(&format!("gate-{}", block.name()));
            let id = if after.is_some() { "event-gate" } else { "event-gate-none" };
            texts.format(id, &[("block", Arg::from(block.as_str()))])
        }
        (Subject::SentSlip { .. }, _) => texts.get("event-slip-sent"),
        (Subject::SlipResult { .. }, after) => match after {
            Some(Value::SlipResult { result }) => texts.get(slip_result_id(*result)),
            _ => texts.get("slip-result-none"),
        },
        (Subject::SentFee { .. }, _) => texts.get("event-fee-sent"),
        (Subject::FeeResult { .. }, after) => match after {
            Some(Value::FeeResult { result }) => texts.get(fee_result_id(*result)),
            _ => texts.get("fee-result-none"),
        },
        _ => String::new(),
    }
}

/// 新規, 修正, 取消, 送らない.
pub fn action_words(texts: &Texts, action: Option<SlipAction>) -> String {
    texts.get(match action {
        Some(SlipAction::New) => "slip-action-new",
        Some(SlipAction::Replace) => "slip-action-replace",
        Some(SlipAction::Cancel) => "slip-action-cancel",
        None => "slip-action-none",
    })
}

/// Message with what became of a slip.
pub fn slip_result_id(result: SlipResult) -> &'static str {
    match result {
        SlipResult::Accepted => "slip-result-accepted",
        SlipResult::Returned => "slip-result-returned",
        SlipResult::NotReceived => "slip-result-not-received",
    }
}

/// Message with what became of a claim for the plan fee.
pub fn fee_result_id(result: FeeResult) -> &'static str {
    match result {
        FeeResult::Returned => "fee-result-returned",
        FeeResult::Withdrawn => "fee-result-withdrawn",
    }
}

/// Message with the name of a verdict.
pub fn verdict_id(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Adopt => "verdict-adopt",
        Verdict::Keep => "verdict-keep",
        Verdict::Edit(_) => "verdict-edit",
        Verdict::Ask { .. } => "verdict-ask",
        Verdict::Hold => "verdict-hold",
    }
}

/// Message with the word for how far a difference is.
pub fn settled_id(settled: Settled) -> &'static str {
    match settled {
        Settled::Open => "settled-open",
        Settled::Asked => "settled-asked",
        Settled::Held => "settled-held",
        Settled::Adopted => "settled-adopted",
        Settled::Kept => "settled-kept",
        Settled::Edited => "settled-edited",
        Settled::Withdrawn => "settled-withdrawn",
    }
}

/// Name in the JSON contract for how far a difference is.
pub fn settled_name(settled: Settled) -> &'static str {
    settled_id(settled).trim_start_matches("settled-")
}

/// Message with the name of a choice.
pub fn arrival_id(choice: &ArrivalChoice) -> &'static str {
    match choice {
        ArrivalChoice::AsPlanned => "arrival-as-planned",
        ArrivalChoice::Late => "arrival-late",
        ArrivalChoice::Fax { .. } => "arrival-fax",
    }
}

/// Message with the name of an item.
pub fn field_id(field: EditField) -> &'static str {
    match field {
        EditField::Day => "edit-day",
        EditField::Start => "edit-start",
        EditField::End => "edit-end",
        EditField::Code => "edit-code",
        EditField::Count => "edit-count",
        EditField::Units => "edit-units",
    }
}

/// Why a decision was not taken, and what to do.
pub fn refusal_sentence(words: Words<'_>, refusal: &Refusal) -> String {
    let texts = words.texts;
    let of = |id: &str, client: ClientKey| {
        let name = words.client_name(client);
        texts.format(id, &[("name", Arg::from(name.as_str()))])
    };
    match refusal {
        Refusal::MonthClosed => texts.get("refusal-month-closed"),
        Refusal::Fixed(client) => of("refusal-fixed", *client),
        Refusal::Nothing => texts.get("refusal-nothing"),
        Refusal::Vanished(id) => texts.format("refusal-vanished", &[("id", Arg::from(id.as_str()))]),
        Refusal::Impossible { field, found, expected } => {
            let (field, expected) = (texts.get(field_id(*field)), texts.get(expected));
            let args = [
                ("field", Arg::from(field.as_str())),
                ("found", Arg::from(found.as_str())),
                ("expected", Arg::from(expected.as_str())),
            ];
            texts.format("refusal-impossible", &args)
        }
        Refusal::NoReason => texts.get("refusal-no-reason"),
        Refusal::StillOpen { client, open, waiting } => {
            let name = words.client_name(*client);
            let args = [
                ("name", Arg::from(name.as_str())),
                ("open", Arg::from(*open)),
                ("waiting", Arg::from(*waiting)),
            ];
            texts.format("refusal-still-open", &args)
        }
        Refusal::ClientsOpen(clients) => {
            let name = clients.first().map(|client| words.client_name(*client)).unwrap_or_default();
            let args = [("count", Arg::from(clients.len())), ("name", Arg::from(name.as_str()))];
            texts.format("refusal-clients-open", &args)
        }
        Refusal::NotPairable => texts.get("refusal-not-pairable"),
        Refusal::UnknownProvider(provider) => {
            let number = provider.to_string();
            texts.format("refusal-unknown-provider", &[("number", Arg::from(number.as_str()))])
        }
        Refusal::CannotPass(block) => {
            let block = texts.get(&format!("gate-{}", block.name()));
            texts.format("refusal-cannot-pass", &[("block", Arg::from(block))])
        }
        Refusal::Shares(faults) => {
            let faults: Vec<String> = faults.iter().map(|fault| share_words(words, fault)).collect();
            texts.format("refusal-shares", &[("why", Arg::from(faults.join(&texts.get("event-join"))))])
        }
        Refusal::NoSheet(client) => of("refusal-no-sheet", *client),
        Refusal::NothingSent(client) => of("refusal-nothing-sent", *client),
        Refusal::Register { register, why } => {
            let found = registers::register(register);
            found.map(|found| register_refusal(texts, found, why).join(" ")).unwrap_or_default()
        }
        Refusal::NothingToUndo => texts.get("refusal-nothing-to-undo"),
        Refusal::NothingToRedo => texts.get("refusal-nothing-to-redo"),
    }
}

/// What a decision would cost.
pub fn risk_sentence(words: Words<'_>, risk: Risk) -> String {
    let texts = words.texts;
    match risk {
        Risk::Cut { units } => texts.format("risk-cut", &[("units", Arg::from(units))]),
        Risk::Hold => texts.get("risk-hold"),
        Risk::OverLimit { units } => texts.format("risk-over-limit", &[("units", Arg::from(units))]),
        Risk::Faulty => texts.get("risk-faulty"),
    }
}
