//! Reads what people type about a row: days, times, codes, counts, units; full-width characters are read like
//! half-width ones.

use super::{EditField, Place, Refusal, as_planned, check_row};
use crate::app::review::Review;
use crate::domain::decision::{RowContent, RowEdit};
use crate::domain::ids::ServiceCode;
use crate::domain::time::VisitTime;
use std::str::FromStr;
use unicode_normalization::UnicodeNormalization;

/// Text in half-width characters and without blanks.
pub fn plain(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

/// The edit that leads from a row to what was typed.
///
/// # Errors
/// [`Refusal::Impossible`] with the first item that cannot be read.
pub fn read_edit<'t>(
    typed: impl IntoIterator<Item = (EditField, &'t str)>,
    base: &RowContent,
) -> Result<RowEdit, Refusal> {
    let mut edit = RowEdit::default();
    for (field, typed) in typed {
        let text = plain(typed);
        let refused = || impossible(field, typed);
        match field {
            EditField::Day => edit.day = other(number(&text).ok_or_else(refused)?, &base.day),
            EditField::Start => edit.start = other(time(&text).ok_or_else(refused)?, &base.start),
            EditField::End => edit.end = other(time(&text).ok_or_else(refused)?, &base.end),
            EditField::Code => edit.code = other(code(&text).ok_or_else(refused)?, &base.code),
            EditField::Count => edit.count = other(number(&text).ok_or_else(refused)?, &base.count),
            EditField::Units => edit.units = other(number(&text).ok_or_else(refused)?, &base.units),
        }
    }
    Ok(edit)
}

/// The items of a row as they were typed, in the order of [`EditField::ALL`].
pub type TypedRow = [String; 6];

/// The rows of a FAX (FAX実績): the planned ones, with the typed rows as exceptions. Each stands in place of the row of
/// its day, code and start, or is added; 回数 0 takes that row out.
///
/// # Errors
/// [`Refusal::Impossible`] with the first item that cannot stand.
pub fn fax_rows(review: &Review, place: Place, typed: &[TypedRow]) -> Result<Vec<RowContent>, Refusal> {
    let planned = as_planned(review, place);
    let mut rows = planned.clone();
    for typed in typed {
        let row = read_row(typed)?;
        if row.count > 0 {
            check_row(review, &planned, &row)?;
        }
        rows = with_exception(&rows, row)?;
    }
    Ok(rows)
}

fn read_row(typed: &TypedRow) -> Result<RowContent, Refusal> {
    let [_, _, _, named, ..] = typed;
    let code = code(&plain(named)).ok_or_else(|| impossible(EditField::Code, named))?;
    let (start, end) = (VisitTime::NONE, VisitTime::NONE);
    let blank =
        RowContent { code, day: 0, start, end, count: 0, units: 0, over_30_days: false, detail: None };
    let items = EditField::ALL.into_iter().zip(typed.iter().map(String::as_str));
    Ok(read_edit(items, &blank)?.applied(&blank))
}

fn with_exception(rows: &[RowContent], mut row: RowContent) -> Result<Vec<RowContent>, Refusal> {
    let key = |row: &RowContent| (row.day, row.code, row.start);
    let at = rows.iter().position(|other| key(other) == key(&row));
    if row.count == 0 && at.is_none() {
        return Err(impossible(EditField::Count, "0"));
    }
    // What cannot be typed is as in the row itself, else as in the nearest one of the same service.
    let alike = rows.iter().filter(|other| other.code == row.code);
    let like = match at {
        Some(at) => rows.get(at),
        None => alike.min_by_key(|other| other.day.abs_diff(row.day)),
    };
    if let Some(like) = like {
        row.over_30_days = like.over_30_days;
        row.detail.clone_from(&like.detail);
    }
    Ok(with_row(rows, at.unwrap_or(rows.len()), row))
}

/// The rows with one of them changed, added, or (回数 0) taken out.
pub fn with_row(rows: &[RowContent], at: usize, row: RowContent) -> Vec<RowContent> {
    let mut rows = rows.to_vec();
    if at < rows.len() {
        rows.remove(at);
    }
    if row.count > 0 {
        rows.insert(at.min(rows.len()), row);
    }
    rows
}

fn impossible(field: EditField, found: &str) -> Refusal {
    let expected = match field {
        EditField::Day => "edit-expected-day",
        EditField::Start | EditField::End => "edit-expected-time",
        EditField::Code => "edit-expected-code",
        EditField::Count => "edit-expected-count",
        EditField::Units => "edit-expected-units",
    };
    Refusal::Impossible { field, found: found.to_owned(), expected }
}

fn other<T: PartialEq + Copy>(typed: T, base: &T) -> Option<T> {
    (typed != *base).then_some(typed)
}

fn code(text: &str) -> Option<ServiceCode> {
    ServiceCode::parse(&text.to_ascii_uppercase())
}

fn number<T: FromStr>(text: &str) -> Option<T> {
    text.replace(',', "").parse().ok()
}

/// A time as `930`, `0930`, `9:30`; nothing, `-` or `9999` for no time.
fn time(text: &str) -> Option<VisitTime> {
    if text.is_empty() || text == "-" {
        return Some(VisitTime::NONE);
    }
    number::<u16>(&text.replace(':', "")).and_then(VisitTime::from_hhmm)
}
