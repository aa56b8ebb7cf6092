//! 照会書: what a provider is asked, one sheet a provider, as text for FAX, as CSV and as a spreadsheet.

mod xlsx;

use super::check_csv::{safe, spreadsheet};
use super::layout::{display, left};
use super::words::Words;
use crate::app::write::{Baseline, InquirySheet, PlannedFile, Question, RowChanges, Why};
use crate::domain::decision::RowContent;
use crate::i18n::dates::DateStyle;
use crate::i18n::width::wrap;
use crate::i18n::{Arg, Language};
use chrono::{DateTime, FixedOffset};
use rust_xlsxwriter::XlsxError;
use std::fmt::Write as _;
use std::io;
use thiserror::Error;

/// Cells of a line, so that a FAX can be read.
const CELLS: usize = 80;
/// Cells of the labels on the left.
const LABEL: usize = 18;

/// Why a sheet could not be made.
#[derive(Debug, Error)]
pub enum InquiryFailure {
    /// Writing CSV failed.
    #[error("csv: {0}")]
    Csv(#[from] io::Error),
    /// The spreadsheet cannot hold it.
    #[error("xlsx: {0}")]
    Xlsx(#[from] XlsxError),
}

/// The sheets of all providers as files, each in its provider's folder. `at` is the time inside the spreadsheets, so
/// that the same sheets give the same bytes.
///
/// # Errors
/// A text is longer than a spreadsheet's cell.
pub fn files(
    words: Words<'_>,
    sheets: &[InquirySheet],
    at: DateTime<FixedOffset>,
) -> Result<Vec<PlannedFile>, InquiryFailure> {
    let mut out = Vec::new();
    for sheet in sheets {
        let parts = [
            ("txt", text(words, sheet).into_bytes()),
            ("csv", csv(words, sheet)?),
            ("xlsx", xlsx(words, sheet, at)?),
        ];
        let count = u32::try_from(sheet.questions.len()).unwrap_or(u32::MAX);
        let month = words.month.month.compact();
        let to = sheet.to;
        out.extend(parts.map(|(ending, bytes)| PlannedFile {
            name: format!("{to}/INQUIRY_{month}_{to}.{ending}"),
            bytes,
            why: Why::Inquiry { to },
            rows: RowChanges { total: count, added: count, ..RowChanges::default() },
            baseline: Baseline::Nothing,
        }));
    }
    Ok(out)
}

/// The sheet as text of at most 80 cells a line, with a line for each answer.
pub fn text(words: Words<'_>, sheet: &InquirySheet) -> String {
    let texts = words.texts;
    let mut out = String::new();
    let title = texts.get("inquiry-title");
    lines(&mut out, &left(&title, CELLS - 2));
    let month = style(words).month(words.month.month);
    labelled(&mut out, &texts.get("word-month"), &month);
    let to = words.office(sheet.to);
    labelled(
        &mut out,
        &texts.get("inquiry-to"),
        &texts.format("inquiry-dear", &[("office", Arg::from(to.as_str()))]),
    );
    for office in &words.month.care_offices {
        labelled(&mut out, &texts.get("inquiry-from"), &words.office(*office));
    }
    out.push('\n');
    lines(&mut out, &texts.get("inquiry-please"));
    for (number, question) in (1_usize..).zip(&sheet.questions) {
        let _ = writeln!(out, "{}", "-".repeat(CELLS));
        let name = words.client_name(question.client);
        lines(&mut out, &format!("{number}. {name} ({})", question.client.insured));
        let [_, _, plan, actual, ask, due] = cells(words, question);
        labelled(&mut out, &texts.get("word-plan"), &plan);
        labelled(&mut out, &texts.get("word-actual"), &actual);
        labelled(&mut out, &texts.get("inquiry-question"), &ask);
        labelled(&mut out, &texts.get("inquiry-due"), &due);
        let label = left(&texts.get("inquiry-answer"), LABEL);
        let _ = writeln!(out, "{label}{}\n", "_".repeat(CELLS - LABEL));
    }
    out
}

/// Names of the columns.
pub(super) fn header(words: Words<'_>) -> [String; 8] {
    [
        "inquiry-client",
        "word-client-number",
        "word-day",
        "word-plan",
        "word-actual",
        "inquiry-question",
        "inquiry-due",
        "inquiry-answer",
    ]
    .map(|id| words.texts.get(id))
}

/// The row of a question under [`header`]; the answer is empty.
pub(super) fn row(words: Words<'_>, question: &Question) -> [String; 8] {
    let name = words.client_name(question.client);
    let [number, day, plan, actual, ask, due] = cells(words, question);
    [name, number, day, plan, actual, ask, due, String::new()]
}

/// The sheet as CSV for spreadsheets (UTF-8 with byte order mark); no cell can become a formula.
///
/// # Errors
/// Never with memory to write to.
pub fn csv(words: Words<'_>, sheet: &InquirySheet) -> Result<Vec<u8>, InquiryFailure> {
    let mut out = Vec::new();
    let mut csv = spreadsheet(&mut out)?;
    csv.write_record(header(words)).map_err(io::Error::from)?;
    for question in &sheet.questions {
        csv.write_record(row(words, question).map(|cell| safe(&cell))).map_err(io::Error::from)?;
    }
    csv.flush()?;
    drop(csv);
    Ok(out)
}

/// The sheet as a spreadsheet; every cell is text, never a formula.
///
/// # Errors
/// A text is longer than a cell can be.
pub fn xlsx(
    words: Words<'_>,
    sheet: &InquirySheet,
    at: DateTime<FixedOffset>,
) -> Result<Vec<u8>, InquiryFailure> {
    Ok(xlsx::workbook(words, sheet, at)?)
}

/// Number, day, planned, actual, question, due date.
fn cells(words: Words<'_>, question: &Question) -> [String; 6] {
    let service =
        |row: Option<&RowContent>| row.map_or_else(|| words.texts.get("word-none"), |row| words.content(row));
    let of = question.plan.as_ref().or(question.actual.as_ref());
    let due = question.due.map(|due| style(words).date(due)).unwrap_or_default();
    [
        question.client.insured.to_string(),
        of.map(|row| words.day(row.day)).unwrap_or_default(),
        service(question.plan.as_ref()),
        service(question.actual.as_ref()),
        display(&question.text),
        due,
    ]
}

fn style(words: Words<'_>) -> DateStyle {
    if words.texts.language() == Language::Ja { DateStyle::Era } else { DateStyle::Western }
}

fn lines(out: &mut String, text: &str) {
    for line in wrap(text.trim_end(), CELLS) {
        let _ = writeln!(out, "{line}");
    }
}

/// A label with a text beside it, which goes on under itself.
fn labelled(out: &mut String, label: &str, text: &str) {
    let mut label = left(label, LABEL);
    for line in wrap(text, CELLS - LABEL) {
        let _ = writeln!(out, "{}", format!("{label}{line}").trim_end());
        label = " ".repeat(LABEL);
    }
}
