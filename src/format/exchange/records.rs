//! Reads a whole file into typed records, for rewriting it: every cell keeps its bytes.

use super::FileKind;
use super::cell::TypedRecord;
use super::edition::Edition;
use super::name::FileName;
use super::read::FileInput;
use super::read::frame::Frame;
use super::read::sink::Sink;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::Timestamp;
use crate::domain::problem::Problem;
use crate::domain::row::FileIndex;
use crate::format::rows::content;

/// The typed records of a file and what was wrong with it.
#[derive(Clone, Debug)]
pub struct Records<R> {
    /// Records with the edition of their row, in the order of the file.
    pub records: Vec<(Edition, R)>,
    /// Rows that have not the columns of an edition, and everything else that was noticed.
    pub problems: Vec<Problem>,
}

/// Reads typed records of one kind. `R` must be the record of `kind`; rows are only cut and typed here, the month's
/// reader checks them.
pub fn read_records<R: TypedRecord>(kind: FileKind, data: &[u8]) -> Records<R> {
    let name = nameless(kind);
    let mut sink = Sink::new(FileIndex::default());
    let mut frame =
        Frame::open(FileInput { index: FileIndex::default(), name: &name, has_name: false, data }, &mut sink);
    let mut records = Vec::new();
    while let Some(row) = frame.next_row(&mut sink) {
        let cells: Vec<_> = (0..R::COLUMNS.len()).map(|position| content(row.raw(position))).collect();
        let record = R::from_contents(&mut cells.iter().map(AsRef::as_ref), row.encoding);
        records.push((row.edition, record));
    }
    Records { records, problems: sink.finish() }
}

/// A name for bytes whose name does not matter.
fn nameless(kind: FileKind) -> FileName {
    FileName {
        kind,
        month: None,
        sender: OfficeNumber::TOTAL,
        sender_kind: None,
        receiver: OfficeNumber::TOTAL,
        receiver_kind: None,
        timestamp: Timestamp::default(),
        is_odd: false,
    }
}
