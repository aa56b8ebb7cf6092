//! `kyukan notices --format json`, schema `kyukan.notices/1`. Fields may be added, never renamed.

use super::super::notice_words::{NoticeWords, file_problems, item_problems, step_words};
use super::{Case, cases, heads, open, paid};
use crate::app::notices::{Amounts, Item, Outstanding, OverrideOf, PaidRow, PaidWindow};
use crate::domain::month::ServiceMonth;
use crate::domain::slip::SlipAction;
use crate::format::kokuhoren::return_codes::Remedy;
use serde_json::{Value, json as object};
use std::collections::BTreeMap;
use std::io::{self, Write};

fn write(out: &mut dyn Write, answer: &Value) -> io::Result<()> {
    serde_json::to_writer(&mut *out, answer)?;
    writeln!(out)
}

/// Writes items, and what the files are.
///
/// # Errors
/// Writing failed.
pub fn write_json(out: &mut dyn Write, words: NoticeWords<'_>, items: &[&Item]) -> io::Result<()> {
    let files = (0..words.notices.files.len()).map(|at| file(words, at));
    let items = cases(&words, items);
    let answer = object!({
        "schema": "kyukan.notices/1",
        "view": "list",
        "files": files.collect::<Vec<_>>(),
        "items": items.iter().map(|case| of_item(words, case)).collect::<Vec<_>>(),
    });
    write(out, &answer)
}

/// A file with its counts and what is wrong with it.
pub(super) fn file(words: NoticeWords<'_>, at: usize) -> Value {
    let counts = words.notices.counts(at);
    let kept = words.notices.files.get(at);
    object!({
        "name": kept.map(|file| &file.name),
        "hash": kept.map(|file| &file.hash),
        "notices": heads(words, at),
        "lines": counts.lines(),
        "frame": counts.frame, "headers": counts.headers, "totals": counts.totals, "items": counts.items,
        "repeated": counts.repeated, "no_notices": counts.no_notices, "unreadable": counts.unreadable, "empty": counts.empty,
        "problems": file_problems(words, at),
        "item_problems": item_problems(words, at),
    })
}

fn of_item(words: NoticeWords<'_>, case: &Case<'_>) -> Value {
    let Case { item, tied, advice } = case;
    let lines = tied.lines.iter().map(|line| {
        object!({ "provider": line.office, "kind": line.kind, "class": line.class, "units": line.units })
    });
    let overrides = advice.overrides.iter().map(|one| {
        let of = match one.of {
            OverrideOf::Gate(block) => block.name(),
            OverrideOf::Action(action) => action.map_or("none", SlipAction::code),
        };
        object!({
            "of": of, "why": one.why, "event": one.seq, "message": words.overridden(one, item.month),
        })
    });
    object!({
        "file": words.notices.files.get(item.file).map(|file| &file.name),
        "lines": item.lines,
        "notice": item.exchange_id,
        "review": item.review.map(|month| month.to_string()),
        "office": item.office,
        "month": item.month.map(|month| month.to_string()),
        "insurer": item.insurer, "insured": item.insured, "name": item.name,
        "client": tied.client.map(|client| object!({ "insurer": client.insurer, "insured": client.insured })),
        "provider": tied.provider,
        "kind": item.service,
        "says": item.says.name(),
        "message": words.said(item),
        "codes": item.says.codes().iter().map(|code| code.code).collect::<Vec<_>>(),
        "unknown_code": item.says.unknown_code(),
        "at_fault": words.at_fault(item),
        "tie": tied.tie.name(),
        "sent_in": tied.slip.map(|sent| sent.slip.window.to_string()),
        "slip_lines": lines.collect::<Vec<_>>(),
        "step": advice.step.name(),
        "step_message": step_words(words.words.texts, advice.step),
        "remedies": advice.remedies.iter().map(|step: &Remedy| step.code()).collect::<Vec<_>>(),
        "caught_by": advice.caught_by,
        "as_sent": advice.as_sent.name(),
        "overrides": overrides.collect::<Vec<_>>(),
        "untied": words.untied(item, tied),
    })
}

/// Writes what is open.
///
/// # Errors
/// Writing failed.
pub fn write_open_json(
    out: &mut dyn Write,
    words: NoticeWords<'_>,
    open: &[Outstanding],
    window: ServiceMonth,
) -> io::Result<()> {
    let one = |one: &Outstanding| {
        object!({
            "month": one.month.to_string(),
            "insurer": one.client.map(|client| client.insurer),
            "insured": one.client.map(|client| client.insured),
            "name": open::who(words, one),
            "document": one.document.name(),
            "why": one.why.name(),
            "codes": one.codes.iter().map(|code| code.code).collect::<Vec<_>>(),
            "since": one.since.map(|month| month.to_string()),
            "age_months": one.age,
            "barred_from": one.barred_from.to_string(),
            "is_barred": one.is_barred(window),
            "is_own": one.is_own,
            "step": one.step.name(),
            "step_message": step_words(words.words.texts, one.step),
        })
    };
    let answer = object!({
        "schema": "kyukan.notices/1",
        "view": "open",
        "window": window.to_string(),
        "open": open.iter().map(one).collect::<Vec<_>>(),
    });
    write(out, &answer)
}

/// Writes claimed against paid.
///
/// # Errors
/// Writing failed.
pub fn write_paid_json(
    out: &mut dyn Write,
    words: NoticeWords<'_>,
    windows: &BTreeMap<ServiceMonth, PaidWindow>,
) -> io::Result<()> {
    let row = |row: &PaidRow| {
        object!({
            "insurer": row.key.insurer,
            "month": row.key.month.to_string(),
            "kind": row.key.kind,
            "claimed": amounts(row.claimed),
            "returned": amounts(row.returned),
            "expected": amounts(row.expected()),
            "paid": row.paid.map(amounts),
            "difference": row.difference().map(amounts),
        })
    };
    let window = |(window, of): (&ServiceMonth, &PaidWindow)| {
        object!({
            "window": window.to_string(),
            "rows": of.rows.iter().map(row).collect::<Vec<_>>(),
            "has_returns": of.has_returns,
            "has_payments": of.has_payments,
            "withdrawn": amounts(of.withdrawn),
            "adjusted": of.adjusted.map(amounts),
            "decided_yen": of.decided,
            "transferred_yen": of.transferred,
            "messages": paid::sentences(words, of),
        })
    };
    let answer = object!({
        "schema": "kyukan.notices/1",
        "view": "paid",
        "windows": windows.iter().map(window).collect::<Vec<_>>(),
    });
    write(out, &answer)
}

fn amounts(amounts: Amounts) -> Value {
    object!({ "count": amounts.count, "units": amounts.units, "yen": amounts.yen })
}
