//! One change of an event in words: about whom and what, from what to what.

use super::event_words::{action_words, arrival_id, fee_result_id, field_id, slip_result_id, verdict_id};
use super::layout::grouped;
use super::masters::{cell_words, key_words};
use super::registers::{column_title, register_title};
use super::words::{Words, clock};
use crate::app::decide::EditField;
use crate::domain::decision::{
    ArrivalChoice, Decision, RowContent, RowEdit, SeenDifference, Stage, Subject, Value, Verdict,
};
use crate::domain::event::Change;
use crate::domain::ids::OfficeNumber;
use crate::domain::time::VisitTime;
use crate::i18n::Arg;
use crate::i18n::dates::DateStyle;
use crate::i18n::width::display;

/// What a change changed: `佐藤 花子 みどりケア 振替 5(月)->6(火) 09:00-10:00 111211: 未判断 -> 採用`.
pub fn change_sentence(words: Words<'_>, dates: DateStyle, change: &Change) -> String {
    let about = about(words, change);
    let value = |value: Option<&Value>| value_words(words, dates, &change.subject, value);
    let (before, after) = (value(change.before.as_ref()), value(change.after.as_ref()));
    let args = [
        ("about", Arg::from(about.as_str())),
        ("before", Arg::from(before.as_str())),
        ("after", Arg::from(after.as_str())),
    ];
    words.texts.format("change-sentence", &args)
}

/// Whose, at which provider, and which rows.
fn about(words: Words<'_>, change: &Change) -> String {
    let texts = words.texts;
    let whose = change.subject.client().map(|client| words.client_name(client));
    let what = match &change.subject {
        Subject::Difference { .. } => {
            let decision = [&change.after, &change.before].into_iter().flatten().find_map(decision);
            decision.map(|decision| seen_words(words, &decision.seen))
        }
        Subject::Pairing { .. } => Some(texts.get("event-joined")),
        Subject::Arrival { provider, kind, .. } => {
            Some(format!("{} {}", office(words, *provider), words.kind(*kind)))
        }
        Subject::Withdrawal { provider, .. } => Some(office(words, *provider)),
        Subject::Client { .. } => None,
        Subject::Note { .. } => Some(texts.get("event-note")),
        Subject::Month => Some(texts.get("event-closed")),
        Subject::Rule { name } => {
            Some(texts.format("change-rule", &[("name", Arg::from(display(name).as_str()))]))
        }
        Subject::Edition { provider } => {
            let name = office(words, *provider);
            Some(texts.format("change-edition", &[("office", Arg::from(name.as_str()))]))
        }
        Subject::Entry { register, key } => {
            Some(format!("{} {}", register_title(texts, register), key_words(register, key)))
        }
        Subject::Allotment { .. } => Some(texts.get("event-shares")),
        Subject::SlipAction { .. } => Some(texts.get("change-slip-action")),
        Subject::Gate { block, .. } => Some(texts.get(&format!("gate-{}", block.name()))),
        Subject::SentSlip { .. } => Some(texts.get("event-slip-sent")),
        Subject::SlipResult { .. } => Some(texts.get("change-slip-result")),
        Subject::SentFee { .. } => Some(texts.get("event-fee-sent")),
        Subject::FeeResult { .. } => Some(texts.get("change-fee-result")),
    };
    whose.into_iter().chain(what).collect::<Vec<_>>().join(" ")
}

/// Lines are long enough without the number of an office.
fn office(words: Words<'_>, office: OfficeNumber) -> String {
    display(&words.month.office_name(office))
}

fn decision(value: &Value) -> Option<&Decision> {
    match value {
        Value::Decision(decision) => Some(decision),
        _ => None,
    }
}

/// The rows as the person saw them; what both share is said once.
fn seen_words(words: Words<'_>, seen: &SeenDifference) -> String {
    let both = |show: &dyn Fn(&RowContent) -> String| match (
        seen.plan.as_ref().map(show),
        seen.actual.as_ref().map(show),
    ) {
        (Some(plan), Some(actual)) if plan != actual => format!("{plan}->{actual}"),
        (Some(text), _) | (None, Some(text)) => text,
        (None, None) => String::new(),
    };
    let class = words.texts.get(&format!("class-short-{}", seen.class.name().replace('_', "-")));
    let parts = [
        office(words, seen.provider),
        class,
        both(&|row| words.day(row.day)),
        both(&|row| words.times_between(row.start, row.end)),
        both(&|row| row.code.to_string()),
    ];
    parts.join(" ").trim_end().to_owned()
}

fn value_words(words: Words<'_>, dates: DateStyle, subject: &Subject, value: Option<&Value>) -> String {
    let texts = words.texts;
    match (subject, value) {
        (_, Some(Value::Decision(decision))) => verdict_words(words, dates, &decision.verdict),
        (_, Some(Value::JoinedWith { .. })) => texts.get("event-joined"),
        (_, Some(Value::Apart)) => texts.get("event-apart"),
        (_, Some(Value::Arrival(choice))) => arrival_words(words, choice),
        (_, Some(Value::Withdrawn)) => texts.get("event-withdrawn"),
        (_, Some(Value::Stage { stage: Stage::Checked })) => texts.get("event-checked"),
        (_, Some(Value::Stage { stage: Stage::Fixed })) => texts.get("event-fixed"),
        (_, Some(Value::Closed { exceptions })) if exceptions.is_empty() => texts.get("event-closed"),
        (_, Some(Value::Closed { exceptions })) => {
            texts.format("change-closed", &[("count", Arg::from(exceptions.len()))])
        }
        (_, Some(Value::Rule(rule))) => texts.get(verdict_id(&rule.verdict)),
        (_, Some(Value::Text { text })) => {
            texts.format("change-text", &[("text", Arg::from(display(text).as_str()))])
        }
        (subject, Some(value)) => slip_value(words, subject, value),
        (Subject::Difference { .. }, None) => texts.get("settled-open"),
        (Subject::Arrival { .. }, None) => texts.get("state-not-arrived"),
        (Subject::Client { .. }, None) => texts.get("change-unchecked"),
        (Subject::Month, None) => texts.get("change-month-open"),
        (
            Subject::Withdrawal { .. }
            | Subject::Note { .. }
            | Subject::Rule { .. }
            | Subject::Edition { .. }
            | Subject::Entry { .. }
            | Subject::Gate { .. }
            | Subject::SentSlip { .. }
            | Subject::SlipResult { .. }
            | Subject::SentFee { .. }
            | Subject::FeeResult { .. },
            None,
        ) => texts.get("word-none"),
        (Subject::Pairing { .. }, None) => texts.get("change-automatic"),
        (Subject::Allotment { .. } | Subject::SlipAction { .. }, None) => texts.get("change-auto"),
    }
}

/// What is kept of registers, slips and fees.
fn slip_value(words: Words<'_>, subject: &Subject, value: &Value) -> String {
    let texts = words.texts;
    match (subject, value) {
        (Subject::Entry { register, .. }, Value::Entry { cells }) => {
            let cell = |(column, text): (&String, &String)| {
                let text = cell_words(texts, register, column, text);
                format!("{} {text}", column_title(texts, register, column))
            };
            cells.iter().map(cell).collect::<Vec<_>>().join(" / ")
        }
        (_, Value::Shares(shares)) => {
            let borne = shares.shares.iter().map(|(_, share)| share.total()).sum::<i64>();
            texts.format("change-shares", &[("units", Arg::from(grouped(borne)))])
        }
        (_, Value::SlipAction { action, why }) => {
            let args =
                [("text", Arg::from(action_words(words.texts, *action))), ("why", Arg::from(display(why)))];
            texts.format("change-slip-action-value", &args)
        }
        (_, Value::SentSlip(slip)) => {
            let units = slip.lines.iter().map(|line| i64::from(line.units)).sum::<i64>();
            let args = [
                ("action", Arg::from(action_words(words.texts, Some(slip.action)))),
                ("units", Arg::from(units)),
                ("file", Arg::from(display(&slip.file))),
            ];
            texts.format("change-slip-sent", &args)
        }
        (_, Value::SlipResult { result }) => texts.get(slip_result_id(*result)),
        (_, Value::SentFee(fee)) => {
            let args = [("units", Arg::from(fee.units)), ("file", Arg::from(display(&fee.file)))];
            texts.format("change-fee-sent", &args)
        }
        (_, Value::FeeResult { result }) => texts.get(fee_result_id(*result)),
        _ => String::new(),
    }
}

fn arrival_words(words: Words<'_>, choice: &ArrivalChoice) -> String {
    let name = words.texts.get(arrival_id(choice));
    match choice {
        ArrivalChoice::AsPlanned | ArrivalChoice::Late => name,
        ArrivalChoice::Fax { rows } => {
            let args = [("choice", Arg::from(name.as_str())), ("count", Arg::from(rows.len()))];
            words.texts.format("change-fax", &args)
        }
    }
}

fn verdict_words(words: Words<'_>, dates: DateStyle, verdict: &Verdict) -> String {
    let name = words.texts.get(verdict_id(verdict));
    let more = match verdict {
        Verdict::Adopt | Verdict::Keep | Verdict::Hold => Vec::new(),
        Verdict::Edit(edit) => edit_words(words, edit),
        Verdict::Ask { due, text } => {
            let due = due.map(|due| {
                let date = dates.date(due);
                words.texts.format("change-due", &[("date", Arg::from(date.as_str()))])
            });
            due.into_iter().chain((!text.is_empty()).then(|| display(text))).collect()
        }
    };
    if more.is_empty() {
        return name;
    }
    let more = more.join(" / ");
    let args = [("verdict", Arg::from(name.as_str())), ("more", Arg::from(more.as_str()))];
    words.texts.format("change-verdict", &args)
}

/// The items that a person set: `日 7(水)`.
fn edit_words(words: Words<'_>, edit: &RowEdit) -> Vec<String> {
    let fields = [
        (EditField::Day, edit.day.map(|day| words.day(day))),
        (EditField::Start, edit.start.map(|time| time_words(words, time))),
        (EditField::End, edit.end.map(|time| time_words(words, time))),
        (EditField::Code, edit.code.map(|code| code.to_string())),
        (EditField::Count, edit.count.map(|count| count.to_string())),
        (EditField::Units, edit.units.map(|units| units.to_string())),
    ];
    let set = fields.into_iter().filter_map(|(field, value)| Some((field, value?)));
    set.map(|(field, value)| format!("{} {value}", words.texts.get(field_id(field)))).collect()
}

fn time_words(words: Words<'_>, time: VisitTime) -> String {
    if time.is_none() { words.texts.get("no-time") } else { clock(time) }
}
