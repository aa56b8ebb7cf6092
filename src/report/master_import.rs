//! What became of the file of a service code master, and what is to be known of its rows.

use super::import::unreadable;
use super::layout::display;
use super::masters::{insurers_words, sort_name};
use super::office_failure::store_failure;
use super::registers::register_title;
use super::workspace_failure::{append_failure, joined};
use crate::domain::ids::InsurerNumber;
use crate::domain::month::ServiceMonth;
use crate::format::codes::{Expected, MasterNote, MasterReading, NotAMaster, RowFault};
use crate::i18n::{Arg, Texts};
use crate::store::{MASTERS, MasterImport, MasterImportFailure, MasterNews};
use serde_json::{Value, json};
use std::path::Path;

/// Insurers that are named in a sentence.
const INSURERS: usize = 10;

/// A line below the sentence about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// More about the whole file.
    About(String),
    /// What is to be known of rows that were taken.
    Note(String),
    /// A row that was refused.
    Fault(String),
}

/// How many rows of a master were taken, and what it is.
pub fn counts_sentence(texts: &Texts, path: &str, import: &MasterImport) -> String {
    let reading = &import.reading;
    let args = [
        ("path", Arg::from(display(path))),
        ("register", Arg::from(register_title(texts, MASTERS))),
        ("sort", Arg::from(sort_name(texts, Some(reading.sort)))),
        ("rows", Arg::from(reading.rows())),
        ("taken", Arg::from(reading.taken)),
        ("refused", Arg::from(reading.refused)),
    ];
    texts.format("codes-import-counts", &args)
}

/// What else is told of a master that was taken in.
pub fn lines(texts: &Texts, import: &MasterImport) -> Vec<Line> {
    let reading = &import.reading;
    let month = |month: Option<ServiceMonth>| match month {
        Some(month) => month.to_string(),
        None => texts.get("codes-month-open"),
    };
    let months = [("from", Arg::from(month(reading.from))), ("to", Arg::from(month(reading.to)))];
    let mut lines = vec![Line::About(texts.format("codes-import-months", &months))];
    if !reading.insurers.is_empty() {
        let insurers: Vec<&str> = reading.insurers.iter().map(InsurerNumber::as_str).collect();
        let insurers = insurers_words(texts, &insurers, INSURERS);
        lines.push(Line::About(texts.format("codes-import-insurers", &[("insurers", Arg::from(insurers))])));
    }
    lines.push(Line::About(texts.get(match import.news() {
        MasterNews::New => "codes-import-new",
        MasterNews::Renewed => "codes-import-renewed",
        MasterNews::Known => "codes-import-known",
    })));
    let notes = reading.notes.iter();
    lines.extend(notes.map(|(note, count)| Line::Note(note_sentence(texts, *note, *count))));
    lines.extend(fault_lines(texts, reading));
    lines
}

/// The rows that were refused, and how many more faults there are than are told.
pub fn fault_lines(texts: &Texts, reading: &MasterReading) -> Vec<Line> {
    let fault = |fault: &RowFault| {
        let why = fault_sentence(texts, fault);
        let args = [("line", Arg::from(fault.line)), ("why", Arg::from(why))];
        Line::Fault(texts.format("master-import-refused", &args))
    };
    let mut lines: Vec<Line> = reading.faults.iter().map(fault).collect();
    let more = reading.fault_count.saturating_sub(reading.faults.len());
    if more > 0 {
        lines.push(Line::Fault(texts.format("codes-more-faults", &[("count", Arg::from(more))])));
    }
    lines
}

/// Why a master was not taken in; `backup` is the newest copy of the database.
pub fn failure_sentence(texts: &Texts, failure: &MasterImportFailure, backup: Option<&Path>) -> String {
    match failure {
        MasterImportFailure::NotWritable(error) => append_failure(texts, error, backup),
        MasterImportFailure::Unreadable(failure) => unreadable(texts, failure),
        MasterImportFailure::NotOneFile(count) => {
            texts.format("codes-not-one-file", &[("count", Arg::from(*count))])
        }
        MasterImportFailure::NoMaster(NotAMaster::Unknown) => texts.get("codes-no-master"),
        MasterImportFailure::NoMaster(NotAMaster::MissingColumn(column)) => {
            texts.format("codes-missing-column", &[("column", Arg::from(*column))])
        }
        MasterImportFailure::NothingTaken(reading) => {
            let args = [
                ("sort", Arg::from(sort_name(texts, Some(reading.sort)))),
                ("rows", Arg::from(reading.rows())),
            ];
            texts.format("codes-nothing-taken", &args)
        }
        MasterImportFailure::Store(error) => store_failure(texts, error),
        MasterImportFailure::NotRecorded(error) => {
            joined(&[texts.get("codes-not-recorded"), append_failure(texts, error, backup)])
        }
    }
}

/// How so many rows were read, what stays unknown, and what follows.
pub fn note_sentence(texts: &Texts, note: MasterNote, count: usize) -> String {
    texts.format(note_id(note), &[("count", Arg::from(count))])
}

fn note_id(note: MasterNote) -> &'static str {
    match note {
        MasterNote::WithoutHeader => "codes-note-without-header",
        MasterNote::NoLimitFlags => "codes-note-no-limit-flags",
        MasterNote::LimitUnclear => "codes-note-limit-unclear",
        MasterNote::WithoutUnits => "codes-note-without-units",
        MasterNote::SignLost => "codes-note-sign-lost",
        MasterNote::ManagedUnitsOnly => "codes-note-managed-units-only",
        MasterNote::PermilleInUnits => "codes-note-permille-in-units",
        MasterNote::PercentUnclear => "codes-note-percent-unclear",
        MasterNote::UnitTypeUnknown => "codes-note-unit-type-unknown",
        MasterNote::ZerosRestored => "codes-note-zeros-restored",
        MasterNote::PriceUnclear => "codes-note-price-unclear",
        MasterNote::Overlapping => "codes-note-overlapping",
    }
}

/// What is wrong with a cell of a row, and what can stand there.
pub fn fault_sentence(texts: &Texts, fault: &RowFault) -> String {
    let value = match fault.expected {
        Expected::UnitType => "time, day, month, percent, item".to_owned(),
        Expected::Columns(count) => count.to_string(),
        _ => String::new(),
    };
    let args = [
        ("column", Arg::from(fault.item)),
        ("found", Arg::from(display(&fault.found))),
        ("value", Arg::from(value)),
    ];
    texts.format(expected_id(fault.expected), &args)
}

fn expected_id(expected: Expected) -> &'static str {
    match expected {
        Expected::Code => "cell-code",
        Expected::Kind => "cell-kind",
        Expected::Item => "cell-item",
        Expected::Insurer => "cell-insurer",
        Expected::Number => "cell-whole",
        Expected::Yen => "cell-yen",
        Expected::Percentage => "cell-percentage",
        Expected::Flag => "cell-flag",
        Expected::UnitType => "cell-choice",
        Expected::CountingUnit => "cell-counting-unit",
        Expected::Month => "cell-plain-month",
        Expected::NotBeforeFirst => "cell-not-before-first",
        Expected::CareInsurance => "cell-care-insurance",
        Expected::Columns(_) => "cell-columns",
    }
}

/// A master that was taken in, for other programs.
pub fn master_json(texts: &Texts, import: &MasterImport) -> Value {
    let (master, reading) = (&import.master, &import.reading);
    let outcome = match import.news() {
        MasterNews::New => "new",
        MasterNews::Renewed => "renewed",
        MasterNews::Known => "known",
    };
    let note = |(note, count): (&MasterNote, &usize)| {
        let code = note_id(*note).trim_start_matches("codes-note-");
        json!({"code": code, "count": count, "message": note_sentence(texts, *note, *count)})
    };
    let insurers: Vec<&str> = reading.insurers.iter().map(InsurerNumber::as_str).collect();
    json!({
        "hash": master.hash, "name": master.name, "sort": reading.sort.id(), "outcome": outcome,
        "taken": reading.taken, "from": reading.from.map(|month| month.to_string()),
        "to": reading.to.map(|month| month.to_string()), "insurers": insurers, "order": master.order,
        "faults": reading.fault_count, "notes": reading.notes.iter().map(note).collect::<Vec<_>>(),
    })
}

/// A fault of a row, for other programs.
pub fn fault_json(texts: &Texts, fault: &RowFault) -> Value {
    let item = Some(fault.item).filter(|item| !item.is_empty());
    json!({
        "line": fault.line, "column": fault.column, "name": null, "item": item, "value": fault.found,
        "code": expected_id(fault.expected), "message": fault_sentence(texts, fault),
    })
}

#[cfg(test)]
mod tests;
