//! What became of files that were taken into registers, with every row that was not.

use super::import::unreadable;
use super::layout::{Paint, Role, display};
use super::master_import::{
    self, Line, counts_sentence, failure_sentence, fault_json, fault_lines, master_json,
};
use super::registers::{column_title, fault_sentence, head_sentence, register_title};
use crate::app::ports::ReadFailure;
use crate::app::registers::{HeadFault, Register, RowCounts, RowFault};
use crate::format::codes::MasterReading;
use crate::i18n::{Arg, Texts};
use crate::store::{MASTERS, MasterImport, MasterImportFailure, MasterNews};
use serde_json::{Value, json};
use std::io::{self, Write};

/// A file and what became of it.
#[derive(Debug)]
pub struct RegisterFile {
    /// Path, as it was given.
    pub path: String,
    /// What became of it.
    pub outcome: RegisterOutcome,
}

/// What became of a file.
#[derive(Debug)]
pub enum RegisterOutcome {
    /// Its rows were looked at.
    Taken {
        /// The register.
        register: &'static Register,
        /// How many rows became what.
        counts: RowCounts,
        /// Why rows were not taken.
        refused: Vec<RowFault>,
        /// What looks wrong in rows that were taken.
        doubts: Vec<RowFault>,
        /// Heads of columns that were left out.
        ignored: Vec<String>,
    },
    /// It is a service code master, and was taken in.
    Codes(Box<MasterImport>),
    /// It is no service code master, or one that cannot be taken in.
    NoCodes(Box<MasterImportFailure>),
    /// Its header is not that of the register that was meant, or of any.
    NotTaken(Option<&'static Register>, HeadFault),
    /// It could not be read.
    Unreadable(ReadFailure),
}

impl RegisterFile {
    /// Whether everything in it was taken.
    pub fn is_clean(&self) -> bool {
        match &self.outcome {
            RegisterOutcome::Taken { refused, ignored, .. } => refused.is_empty() && ignored.is_empty(),
            RegisterOutcome::Codes(import) => import.reading.refused == 0,
            RegisterOutcome::NoCodes(_) | RegisterOutcome::NotTaken(..) | RegisterOutcome::Unreadable(_) => {
                false
            }
        }
    }

    /// The file in one sentence.
    fn sentence(&self, texts: &Texts) -> String {
        let path = display(&self.path);
        match &self.outcome {
            RegisterOutcome::Taken { register, counts, .. } => {
                let RowCounts { new, changed, same, refused } = *counts;
                let args = [
                    ("path", Arg::from(path)),
                    ("register", Arg::from(register_title(texts, register.name))),
                    ("rows", Arg::from(new + changed + same + refused)),
                    ("new", Arg::from(new)),
                    ("changed", Arg::from(changed)),
                    ("same", Arg::from(same)),
                    ("refused", Arg::from(refused)),
                ];
                texts.format("master-import-counts", &args)
            }
            RegisterOutcome::Codes(import) => counts_sentence(texts, &self.path, import),
            RegisterOutcome::NoCodes(failure) => {
                not_taken(texts, path, failure_sentence(texts, failure, None))
            }
            RegisterOutcome::NotTaken(register, fault) => {
                not_taken(texts, path, head_sentence(texts, *register, fault))
            }
            RegisterOutcome::Unreadable(failure) => not_taken(texts, path, unreadable(texts, failure)),
        }
    }

    /// What else is told of it.
    fn lines(&self, texts: &Texts) -> Vec<Line> {
        match &self.outcome {
            RegisterOutcome::Taken { register, refused, doubts, ignored, .. } => {
                register_lines(texts, register, (refused, doubts), ignored)
            }
            RegisterOutcome::Codes(import) => master_import::lines(texts, import),
            RegisterOutcome::NoCodes(failure) => {
                refused_whole(failure).map(|reading| fault_lines(texts, reading)).unwrap_or_default()
            }
            RegisterOutcome::NotTaken(..) | RegisterOutcome::Unreadable(_) => Vec::new(),
        }
    }
}

/// The heads that were left out, the rows that were refused and those that are in doubt.
fn register_lines(
    texts: &Texts,
    register: &Register,
    (refused, doubts): (&[RowFault], &[RowFault]),
    ignored: &[String],
) -> Vec<Line> {
    let mut lines = Vec::new();
    if !ignored.is_empty() {
        let columns = ignored.iter().map(|head| display(head)).collect::<Vec<_>>().join(", ");
        lines.push(Line::Fault(texts.format("master-import-ignored", &[("columns", Arg::from(columns))])));
    }
    let told = |fault: &RowFault, id: &str| {
        let why = fault_sentence(texts, register, &fault.fault);
        Line::Fault(texts.format(id, &[("line", Arg::from(fault.line)), ("why", Arg::from(why))]))
    };
    lines.extend(refused.iter().map(|fault| told(fault, "master-import-refused")));
    lines.extend(doubts.iter().map(|fault| told(fault, "master-import-doubt")));
    lines
}

fn not_taken(texts: &Texts, path: String, why: String) -> String {
    texts.format("master-import-not-taken", &[("path", Arg::from(path)), ("why", Arg::from(why))])
}

/// Writes what became of files as text.
///
/// # Errors
/// Writing failed.
pub fn write_text(
    out: &mut dyn Write,
    texts: &Texts,
    files: &[RegisterFile],
    paint: Paint,
) -> io::Result<()> {
    for file in files {
        let role = if file.is_clean() { Role::Heading } else { Role::Problem };
        writeln!(out, "{}", paint.paint(role, &file.sentence(texts)))?;
        for line in file.lines(texts) {
            match line {
                Line::About(sentence) => writeln!(out, "  {sentence}")?,
                Line::Note(sentence) => writeln!(out, "  - {sentence}")?,
                Line::Fault(sentence) => writeln!(out, "  {} {sentence}", paint.paint(Role::Problem, "!"))?,
            }
        }
    }
    Ok(())
}

/// Writes what became of files as `kyukan.master_import/1`.
///
/// # Errors
/// Writing failed.
pub fn write_json(out: &mut dyn Write, texts: &Texts, files: &[RegisterFile]) -> io::Result<()> {
    let files: Vec<Value> = files.iter().map(|file| file_json(texts, file)).collect();
    serde_json::to_writer_pretty(&mut *out, &json!({"schema": "kyukan.master_import/1", "files": files}))?;
    writeln!(out)
}

fn file_json(texts: &Texts, file: &RegisterFile) -> Value {
    let message = file.sentence(texts);
    let none: &[String] = &[];
    let (register, counts, refused, doubts, ignored) = match &file.outcome {
        RegisterOutcome::Taken { register, counts, refused, doubts, ignored } => {
            let rows = |faults: &[RowFault]| -> Vec<Value> {
                faults.iter().map(|fault| row_json(texts, register, fault)).collect()
            };
            (Some(register.name), *counts, rows(refused), rows(doubts), ignored.as_slice())
        }
        RegisterOutcome::Codes(import) => {
            let reading = &import.reading;
            (Some(MASTERS), codes_counts(import), code_rows(texts, reading), Vec::new(), none)
        }
        RegisterOutcome::NoCodes(failure) => {
            let refused = refused_whole(failure);
            let counts =
                RowCounts { refused: refused.map_or(0, MasterReading::rows), ..RowCounts::default() };
            let rows = refused.map(|reading| code_rows(texts, reading)).unwrap_or_default();
            (refused.map(|_| MASTERS), counts, rows, Vec::new(), none)
        }
        RegisterOutcome::NotTaken(..) | RegisterOutcome::Unreadable(_) => {
            (None, RowCounts::default(), Vec::new(), Vec::new(), none)
        }
    };
    let master = match &file.outcome {
        RegisterOutcome::Codes(import) => master_json(texts, import),
        _ => Value::Null,
    };
    let RowCounts { new, changed, same, refused: not_taken } = counts;
    json!({
        "path": file.path, "register": register, "rows": new + changed + same + not_taken,
        "new": new, "changed": changed, "same": same, "refused": not_taken,
        "refused_rows": refused, "doubts": doubts, "ignored_columns": ignored, "master": master,
        "message": message,
    })
}

/// A master of which no row could be taken.
fn refused_whole(failure: &MasterImportFailure) -> Option<&MasterReading> {
    match failure {
        MasterImportFailure::NothingTaken(reading) => Some(reading),
        _ => None,
    }
}

/// The rows of a master are new when it is.
fn codes_counts(import: &MasterImport) -> RowCounts {
    let MasterReading { taken, refused, .. } = import.reading;
    let (new, same) = if import.news() == MasterNews::New { (taken, 0) } else { (0, taken) };
    RowCounts { new, changed: 0, same, refused }
}

fn code_rows(texts: &Texts, reading: &MasterReading) -> Vec<Value> {
    reading.faults.iter().map(|fault| fault_json(texts, fault)).collect()
}

fn row_json(texts: &Texts, register: &Register, fault: &RowFault) -> Value {
    let RowFault { line, place, fault: cell } = fault;
    let name = register.column(&cell.column).map(|column| column.name);
    json!({
        "line": line, "column": place, "name": name,
        "item": name.map(|name| column_title(texts, register.name, name)),
        "value": cell.found, "code": cell.expected, "message": fault_sentence(texts, register, cell),
    })
}
