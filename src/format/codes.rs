//! Reads service code masters (サービスコードマスタ) from CSV. Three layouts are told apart by what stands in the file:
//!
//! - the program's own: a header `code,name,units,in_limit,unit_type` and optionally `valid_from,valid_to`;
//! - a public table of the nation's codes: a header with `service_code,service_name,units,unit_type` …;
//! - 総合事業: the 単位数表マスタ that a municipality hands out, with or without a header.
//!
//! Every row is taken or refused; what was refused is told with its place, what is in doubt as a note.

mod cell;
mod municipal;
mod own;
mod public;
mod reading;
mod row;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use reading::{MOST_FAULTS, MasterNote, MasterReading, MasterSort};
pub use row::{Expected, RowFault};

use crate::domain::codes::{CodeEntry, CodeMaster};
use crate::domain::ids::{InsurerNumber, ServiceCode};
use row::{Columns, RowReader};
use table::{Row, Table};
use thiserror::Error;

/// Why a file is no master at all.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotAMaster {
    /// Neither the header nor the first row is one of a layout that is known.
    #[error("no service code master")]
    Unknown,
    /// The header lacks a column.
    #[error("column {0} is missing")]
    MissingColumn(&'static str),
}

/// Why a master cannot be used as a whole. See [`read_codes`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CodesFault {
    /// The header lacks a column.
    #[error("column {0} is missing")]
    MissingColumn(&'static str),
    /// A value cannot be read.
    #[error("line {line}: {column} is {value:?}")]
    Invalid {
        /// Physical line, from 1.
        line: u64,
        /// Column of the header.
        column: &'static str,
        /// What stands there.
        value: String,
    },
    /// The columns of a line are not those of the header.
    #[error("line {0} cannot be read")]
    Unreadable(u64),
}

/// Reads a master whole or not at all: one with a wrong row would silently change how rows are compared.
///
/// # Errors
/// The first thing that is wrong, with its line.
pub fn read_codes(data: &[u8]) -> Result<CodeMaster, CodesFault> {
    let reading = read_master(data).map_err(|fault| match fault {
        NotAMaster::Unknown => CodesFault::MissingColumn("code"),
        NotAMaster::MissingColumn(column) => CodesFault::MissingColumn(column),
    })?;
    match reading.faults.into_iter().next() {
        None => Ok(reading.master),
        Some(RowFault { line, expected: Expected::Columns(_), .. }) => Err(CodesFault::Unreadable(line)),
        Some(RowFault { line, item, found, .. }) => {
            Err(CodesFault::Invalid { line, column: item, value: found })
        }
    }
}

/// Reads a master: takes what is good and tells what is not.
///
/// # Errors
/// The file is no master.
pub fn read_master(data: &[u8]) -> Result<MasterReading, NotAMaster> {
    let mut table = Table::new(data);
    let first = table.next_row().ok_or(NotAMaster::Unknown)?;
    let layout = Layout::of(&first)?;
    let mut reading = MasterReading::new(layout.sort, data.len() / BYTES_OF_A_ROW);
    if !layout.has_header {
        reading.note(MasterNote::WithoutHeader, first.len());
        take(&layout, &first, &mut reading);
    }
    while let Some(row) = table.next_row() {
        take(&layout, &row, &mut reading);
    }
    Ok(reading.finished())
}

/// About so many bytes a row has at least.
const BYTES_OF_A_ROW: usize = 80;

/// What a row of a master says.
struct Taken {
    /// The municipality whose code it is.
    insurer: Option<InsurerNumber>,
    code: ServiceCode,
    entry: CodeEntry,
}

/// Where the columns of a file stand.
struct Layout {
    sort: MasterSort,
    columns: Columns,
    /// Cells of a row.
    width: usize,
    has_header: bool,
}

impl Layout {
    fn of(first: &Row<'_, '_>) -> Result<Self, NotAMaster> {
        let width = first.len();
        let names: Vec<String> = (0..width).map(|at| cell::plain(&first.text(at))).collect();
        let has = |name: &str| names.iter().any(|cell| cell == name);
        let headed = |sort, columns| Ok(Self { sort, columns, width, has_header: true });
        if has("service_code") {
            headed(MasterSort::Public, public::columns(&names)?)
        } else if has("code") {
            headed(MasterSort::Own, own::columns(&names)?)
        } else if municipal::is_header(&names) {
            headed(MasterSort::Municipal, municipal::columns(&names)?)
        } else if municipal::is_row(&names) {
            let columns = municipal::columns_by_place();
            Ok(Self { sort: MasterSort::Municipal, columns, width, has_header: false })
        } else {
            Err(NotAMaster::Unknown)
        }
    }
}

fn take(layout: &Layout, row: &Row<'_, '_>, reading: &mut MasterReading) {
    let mut reader = RowReader::new(row, &layout.columns);
    if row.len() == layout.width {
        let taken = match layout.sort {
            MasterSort::Own => own::entry(&mut reader),
            MasterSort::Public => public::entry(&mut reader),
            MasterSort::Municipal => municipal::entry(&mut reader),
        };
        if let (Some(taken), true) = (taken, reader.faults.is_empty()) {
            return reading.take(taken, &reader.notes);
        }
    } else {
        reader.refuse_row(row.len(), layout.width);
    }
    reading.refuse(reader.faults);
}
