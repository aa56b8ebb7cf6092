//! Liberal reading of one exchange file: every row ends as read or as quarantined with its reason.

pub mod copies;
pub mod frame;
pub mod keyed;
pub mod service;
pub mod sheet;
pub mod sink;
pub mod text;
mod value;

use super::edition::Edition;
use super::kinds::FileKind;
use super::name::FileName;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::domain::problem::{Problem, ProblemCode};
use crate::domain::row::FileIndex;
use copies::{CopyMemory, Watch};
use frame::Frame;
use keyed::KeyedRow;
use service::ServiceRows;
use sheet::SheetRows;
use sink::Sink;

/// A file to be read.
#[derive(Clone, Copy, Debug)]
pub struct FileInput<'a> {
    /// Its place in the list of the month's files.
    pub index: FileIndex,
    /// What its name tells.
    pub name: &'a FileName,
    /// Whether the name is a real one and may tell the edition.
    pub has_name: bool,
    /// Its bytes.
    pub data: &'a [u8],
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// Rows of the 第6表, planned or actual.
    Service(ServiceRows),
    /// Rows of the 第7表.
    Sheets(SheetRows),
    /// Rows of any other kind, each with the key it hangs on.
    Keyed(Vec<KeyedRow>),
}

/// The result of reading a file. `rows` is the number of records met; those not in `content` are quarantined.
#[derive(Clone, Debug)]
pub struct FileReading {
    /// Edition of the first row by its columns; the name's edition when there is no row.
    pub edition: Edition,
    /// Records met, header rows not counted.
    pub rows: u32,
    /// Records left out, each with its problem.
    pub quarantined: u32,
    /// The service month the file is about; `None` when rows hang on dates or on no month (`000000`).
    pub month: Option<ServiceMonth>,
    /// The rows.
    pub content: Content,
    /// Names of offices that stand in the file.
    pub office_names: Vec<(OfficeNumber, String)>,
    /// What was wrong.
    pub problems: Vec<Problem>,
}

/// Reads a file. With a memory of the sender's files of this kind, blocks that stand in one of them are not read again.
pub fn read_file(input: FileInput<'_>, memory: Option<&mut CopyMemory>) -> FileReading {
    let mut sink = Sink::new(input.index);
    let mut frame = Frame::open(input, &mut sink);
    let kind = input.name.kind;
    let watch = Watch::new(memory, input.index);
    let mut office_names = Vec::new();
    let mut month = input.name.month;
    let content = match kind {
        FileKind::Upplan | FileKind::Upjsk => {
            let rows = service::read(&mut frame, &mut sink, input.name, watch);
            month = rows.month;
            office_names.clone_from(&rows.office_names);
            Content::Service(rows)
        }
        FileKind::Upsikyu => {
            let sheets = sheet::read(&mut frame, &mut sink, input.name, watch);
            month = sheets.month;
            Content::Sheets(sheets)
        }
        _ => {
            let rows = keyed::read(&mut frame, &mut sink, input.name);
            month = month.or_else(|| rows.iter().find_map(KeyedRow::month));
            Content::Keyed(rows)
        }
    };
    let rows = frame.rows();
    if rows == 0 {
        let code = if input.data.is_empty() { ProblemCode::FileEmpty } else { ProblemCode::FileNoRows };
        sink.add(Problem::warned(code));
    }
    let edition = frame.edition().unwrap_or_else(|| input.name.edition());
    if rows > 0 && edition != input.name.edition() {
        sink.add(
            Problem::warned(ProblemCode::EditionDisagrees)
                .found(input.name.edition().name())
                .expected(edition.name()),
        );
    }
    let quarantined = sink.quarantined_rows();
    FileReading { edition, rows, quarantined, month, content, office_names, problems: sink.finish() }
}

#[cfg(test)]
mod bad_input;
#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod whose;
