//! What became of files that were taken into registers, with every row that was not.

use super::import::unreadable;
use super::layout::{Paint, Role, display};
use super::registers::{column_title, fault_sentence, head_sentence, register_title};
use crate::app::ports::ReadFailure;
use crate::app::registers::{HeadFault, Register, RowCounts, RowFault};
use crate::i18n::{Arg, Texts};
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
            RegisterOutcome::NotTaken(..) | RegisterOutcome::Unreadable(_) => false,
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
            RegisterOutcome::NotTaken(register, fault) => {
                not_taken(texts, path, head_sentence(texts, *register, fault))
            }
            RegisterOutcome::Unreadable(failure) => not_taken(texts, path, unreadable(texts, failure)),
        }
    }
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
        let RegisterOutcome::Taken { register, refused, doubts, ignored, .. } = &file.outcome else {
            continue;
        };
        if !ignored.is_empty() {
            let columns = ignored.iter().map(|head| display(head)).collect::<Vec<_>>().join(", ");
            let sentence = texts.format("master-import-ignored", &[("columns", Arg::from(columns))]);
            writeln!(out, "  {} {sentence}", paint.paint(Role::Problem, "!"))?;
        }
        for (fault, id) in refused
            .iter()
            .map(|fault| (fault, "master-import-refused"))
            .chain(doubts.iter().map(|fault| (fault, "master-import-doubt")))
        {
            let why = fault_sentence(texts, register, &fault.fault);
            let sentence = texts.format(id, &[("line", Arg::from(fault.line)), ("why", Arg::from(why))]);
            writeln!(out, "  {} {sentence}", paint.paint(Role::Problem, "!"))?;
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
    let none = (None, RowCounts::default(), Vec::new(), Vec::new(), &Vec::new());
    let (register, counts, refused, doubts, ignored) = match &file.outcome {
        RegisterOutcome::Taken { register, counts, refused, doubts, ignored } => {
            let rows = |faults: &[RowFault]| -> Vec<Value> {
                faults.iter().map(|fault| row_json(texts, register, fault)).collect()
            };
            (Some(register.name), *counts, rows(refused), rows(doubts), ignored)
        }
        RegisterOutcome::NotTaken(..) | RegisterOutcome::Unreadable(_) => none,
    };
    let RowCounts { new, changed, same, refused: not_taken } = counts;
    json!({
        "path": file.path, "register": register, "rows": new + changed + same + not_taken,
        "new": new, "changed": changed, "same": same, "refused": not_taken,
        "refused_rows": refused, "doubts": doubts, "ignored_columns": ignored, "message": message,
    })
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
