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
use crate::format::rows::{RowSplitter, content};
use crate::format::sjis::Encoding;
use rustc_hash::FxHashMap;

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

/// A file of which single records are taken by the physical line they begin on.
#[derive(Clone, Debug)]
pub struct RecordFile {
    data: Vec<u8>,
    kind: FileKind,
    encoding: Encoding,
    /// Edition and byte offset of the row of each line.
    rows: FxHashMap<u32, (Edition, u32)>,
}

impl RecordFile {
    /// Looks where the rows of a file are.
    pub fn new(kind: FileKind, mut data: Vec<u8>) -> Self {
        // Old end marks would stand in the last cell.
        let end = data.iter().rposition(|byte| !matches!(byte, 0x1A | b'\r' | b'\n'));
        data.truncate(end.map_or(0, |last| last + 1));
        let name = nameless(kind);
        let mut sink = Sink::new(FileIndex::default());
        let index = FileIndex::default();
        let mut frame =
            Frame::open(FileInput { index, name: &name, has_name: false, data: &data }, &mut sink);
        let mut rows = FxHashMap::default();
        let mut encoding = Encoding::Ms932;
        while let Some(row) = frame.next_row(&mut sink) {
            rows.insert(row.line, (row.edition, row.offset));
            encoding = row.encoding;
        }
        Self { data, kind, encoding, rows }
    }

    /// The lines on which rows begin, ordered.
    pub fn lines(&self) -> Vec<u32> {
        let mut lines: Vec<u32> = self.rows.keys().copied().collect();
        lines.sort_unstable();
        lines
    }

    /// The record that begins on a line, with its edition. `R` must be the record of the file's kind.
    pub fn record<R: TypedRecord>(&self, line: u32) -> Option<(Edition, R)> {
        let (edition, offset) = *self.rows.get(&line)?;
        let mut splitter = RowSplitter::new(&self.data, offset as usize);
        splitter.next_row()?;
        let mut given = splitter.cells().iter();
        let cells: Vec<_> = self
            .kind
            .columns()
            .iter()
            .map(|column| if column.is_in(edition) { given.next() } else { None })
            .map(|cell| content(cell.map(|cell| cell.of(&self.data)).unwrap_or_default()))
            .collect();
        Some((edition, R::from_contents(&mut cells.iter().map(AsRef::as_ref), self.encoding)))
    }
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
