//! `kyukan notices --format csv`.

use super::super::check_csv::{safe, spreadsheet};
use super::super::notice_words::{NoticeWords, step_words};
use super::{cases, open};
use crate::app::notices::{Amounts, Item, Outstanding, PaidWindow};
use crate::domain::month::ServiceMonth;
use std::collections::BTreeMap;
use std::io::{self, Write};

const HEADER: [&str; 18] = [
    "file",
    "lines",
    "notice",
    "review",
    "office",
    "month",
    "insurer",
    "insured",
    "name",
    "kind",
    "says",
    "message",
    "codes",
    "at_fault",
    "tie",
    "step",
    "step_message",
    "caught_by",
];

fn month(month: Option<ServiceMonth>) -> String {
    month.map(|month| month.to_string()).unwrap_or_default()
}

/// Writes items, a line each.
///
/// # Errors
/// Writing failed.
pub fn write_csv(out: &mut dyn Write, words: NoticeWords<'_>, items: &[&Item]) -> io::Result<()> {
    let mut csv = spreadsheet(out)?;
    csv.write_record(HEADER)?;
    for case in cases(&words, items) {
        let item = case.item;
        let lines: Vec<String> = item.lines.iter().map(u32::to_string).collect();
        let codes: Vec<&str> = item.says.codes().iter().map(|code| code.code).collect();
        let file = words.notices.files.get(item.file).map(|file| safe(&file.name)).unwrap_or_default();
        csv.write_record([
            file,
            lines.join(" "),
            item.exchange_id.to_owned(),
            month(item.review),
            item.office.map(|office| office.to_string()).unwrap_or_default(),
            month(item.month),
            safe(&item.insurer),
            safe(&item.insured),
            safe(&item.name),
            item.service.map(|kind| kind.to_string()).unwrap_or_default(),
            item.says.name().to_owned(),
            safe(&words.said(item)),
            safe(&item.says.unknown_code().map_or_else(|| codes.join(" "), str::to_owned)),
            safe(&words.at_fault(item).join(" / ")),
            case.tied.tie.name().to_owned(),
            case.advice.step.name().to_owned(),
            safe(&step_words(words.words.texts, case.advice.step)),
            case.advice.caught_by.join(" "),
        ])?;
    }
    csv.flush()
}

const OPEN: [&str; 12] = [
    "month",
    "insurer",
    "insured",
    "name",
    "document",
    "why",
    "codes",
    "since",
    "age_months",
    "barred_from",
    "step",
    "step_message",
];

/// Writes what is open, a line each.
///
/// # Errors
/// Writing failed.
pub fn write_open_csv(out: &mut dyn Write, words: NoticeWords<'_>, open: &[Outstanding]) -> io::Result<()> {
    let mut csv = spreadsheet(out)?;
    csv.write_record(OPEN)?;
    for one in open {
        let codes: Vec<&str> = one.codes.iter().map(|code| code.code).collect();
        csv.write_record([
            one.month.to_string(),
            one.client.map(|client| client.insurer.to_string()).unwrap_or_default(),
            one.client.map(|client| client.insured.to_string()).unwrap_or_default(),
            safe(&open::who(words, one)),
            one.document.name().to_owned(),
            one.why.name().to_owned(),
            codes.join(" "),
            month(one.since),
            one.age.to_string(),
            one.barred_from.to_string(),
            one.step.name().to_owned(),
            safe(&step_words(words.words.texts, one.step)),
        ])?;
    }
    csv.flush()
}

const PAID: [&str; 16] = [
    "window",
    "insurer",
    "month",
    "kind",
    "claimed_count",
    "claimed_units",
    "claimed_yen",
    "returned_count",
    "returned_units",
    "returned_yen",
    "paid_count",
    "paid_units",
    "paid_yen",
    "difference_count",
    "difference_units",
    "difference_yen",
];

/// Writes claimed against paid, a line for each insurer, month and kind of a window.
///
/// # Errors
/// Writing failed.
pub fn write_paid_csv(out: &mut dyn Write, windows: &BTreeMap<ServiceMonth, PaidWindow>) -> io::Result<()> {
    let mut csv = spreadsheet(out)?;
    csv.write_record(PAID)?;
    let cells = |amounts: Option<Amounts>| match amounts {
        Some(Amounts { count, units, yen }) => [count, units, yen].map(|number| number.to_string()),
        None => <[String; 3]>::default(),
    };
    for (window, of_window) in windows {
        for row in &of_window.rows {
            let mut record = vec![
                window.to_string(),
                row.key.insurer.map(|insurer| insurer.to_string()).unwrap_or_default(),
                row.key.month.to_string(),
                row.key.kind.to_string(),
            ];
            let parts = [Some(row.claimed), Some(row.returned), row.paid, row.difference()];
            record.extend(parts.into_iter().flat_map(cells));
            csv.write_record(record)?;
        }
    }
    csv.flush()
}
