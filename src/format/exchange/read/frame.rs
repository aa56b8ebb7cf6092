//! What all kinds of files have in common: encoding, line ends, header, number of columns, CSVバージョン.

use super::FileInput;
use super::copies::{CopyMemory, Known, client_prefix};
use super::sink::Sink;
use super::value;
use crate::domain::ids::ClientKey;
use crate::domain::problem::{ItemRef, Problem, ProblemCode};
use crate::format::exchange::edition::{Edition, VersionClaim, version_claim};
use crate::format::exchange::kinds::FileKind;
use crate::format::exchange::layout::{Column, item_no};
use crate::format::exchange::read::text::normalise;
use crate::format::rows::{RowHead, RowSplitter, Span, content};
use crate::format::sjis::{BOM, Encoding};
use std::borrow::Cow;

/// The rows of a file, one after another, brought to the columns of the newest edition.
#[derive(Debug)]
pub struct Frame<'a> {
    data: &'a [u8],
    kind: FileKind,
    columns: &'static [Column],
    widths: [usize; 2],
    name_edition: Option<Edition>,
    encoding: Encoding,
    splitter: RowSplitter<'a>,
    aligned: Vec<Span>,
    uses_aligned: bool,
    rows: u32,
    edition: Option<Edition>,
    version: Vec<u8>,
    at_first_row: bool,
}

/// One row in the columns of the newest edition; items that its edition lacks are empty.
#[derive(Clone, Copy, Debug)]
pub struct Row<'r> {
    data: &'r [u8],
    cells: &'r [Span],
    columns: &'static [Column],
    /// Edition by the number of columns.
    pub edition: Edition,
    /// Encoding of the file.
    pub encoding: Encoding,
    /// Physical line of the first byte, from 1.
    pub line: u32,
    /// Byte offset of the first byte.
    pub offset: u32,
    /// Cells the row has in the file, when empty ones at the end are missing or too many.
    pub odd_count: Option<usize>,
}

impl<'r> Row<'r> {
    /// The raw cell at a position, quotes included.
    pub fn raw(&self, position: usize) -> &'r [u8] {
        self.cells.get(position).map(|span| span.of(self.data)).unwrap_or_default()
    }

    /// The content of the cell at a position, without quotes.
    pub fn cell(&self, position: usize) -> Cow<'r, [u8]> {
        content(self.raw(position))
    }

    /// The content of a cell as text.
    pub fn text(&self, position: usize) -> String {
        self.encoding.decode(&self.cell(position)).into_owned()
    }

    /// Number and name of the item at a position, in the edition of the row.
    pub fn item(&self, position: usize) -> ItemRef {
        ItemRef {
            no: item_no(self.columns, position, self.edition),
            name: self.columns.get(position).map(|column| column.name).unwrap_or_default(),
        }
    }

    /// To be called for a row that was read: warns when empty columns at its end were missing or too many.
    pub fn warn_padding(&self, sink: &mut Sink) {
        if let Some(count) = self.odd_count {
            let problem =
                Problem::warned(ProblemCode::ColumnsPadded).on_line(self.line).found(count.to_string());
            sink.once("", problem.expected(self.width().to_string()));
        }
    }

    /// To be called when a row is done with: says whom its problems are about, those listed since `mark`.
    pub(super) fn name_client(&self, sink: &mut Sink, mark: usize) {
        if sink.mark() == mark {
            return;
        }
        if let Some(client) = value::quiet_client(self) {
            sink.name_client(mark, self.line, client);
        }
    }

    /// Columns that the edition of the row has.
    pub fn width(&self) -> usize {
        self.columns.iter().filter(|column| column.is_in(self.edition)).count()
    }

    /// A problem at an item of this row, with what stands there.
    pub fn problem_at(&self, position: usize, problem: Problem) -> Problem {
        problem.on_line(self.line).item(self.item(position)).found(self.text(position))
    }
}

/// What the frame makes of the next row.
enum Cut {
    Row { head: RowHead, edition: Edition, odd_count: Option<usize> },
    Skipped,
}

impl<'a> Frame<'a> {
    /// Looks at the file as a whole.
    pub fn open(input: FileInput<'a>, sink: &mut Sink) -> Self {
        let encoding = Encoding::detect(input.data);
        if encoding == Encoding::Utf8 {
            sink.add(Problem::warned(ProblemCode::Utf8));
        }
        let from = if input.data.starts_with(BOM) { BOM.len() } else { 0 };
        let data = without_end_marks(input.data);
        if data.len() < input.data.len() {
            sink.add(Problem::warned(ProblemCode::EndMark));
        }
        warn_line_ends(data, from, sink);
        let kind = input.name.kind;
        Self {
            data,
            kind,
            columns: kind.columns(),
            widths: [kind.width(Edition::V3), kind.width(Edition::V4)],
            name_edition: input.has_name.then(|| input.name.edition()),
            encoding,
            splitter: RowSplitter::new(data, from),
            aligned: Vec::with_capacity(kind.columns().len()),
            uses_aligned: false,
            rows: 0,
            edition: None,
            version: Vec::new(),
            at_first_row: true,
        }
    }

    /// Records met so far.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// Edition of the first row.
    pub fn edition(&self) -> Option<Edition> {
        self.edition
    }

    /// The next row that has the columns of an edition; rows that have not are quarantined on the way.
    pub fn next_row(&mut self, sink: &mut Sink) -> Option<Row<'_>> {
        loop {
            let head = self.splitter.next_row()?;
            if let Cut::Row { head, edition, odd_count } = self.inspect(head, sink) {
                let cells = if self.uses_aligned { &self.aligned } else { self.splitter.cells() };
                let (data, columns, encoding) = (self.data, self.columns, self.encoding);
                let row = Row {
                    data,
                    cells,
                    columns,
                    edition,
                    encoding,
                    line: head.line,
                    offset: head.start,
                    odd_count,
                };
                let is_first_edition = self.edition.is_none_or(|first| first == edition);
                check_version(&mut self.version, is_first_edition, &row, sink);
                return Some(row);
            }
        }
    }

    /// Where the next row begins, and on which physical line.
    pub fn place(&self) -> (usize, u32) {
        (self.splitter.position(), self.splitter.line())
    }

    /// The bytes from `from` up to the next row.
    pub fn bytes_since(&self, from: usize) -> &'a [u8] {
        self.data.get(from..self.splitter.position()).unwrap_or_default()
    }

    /// Whether the next row begins with `prefix`.
    pub fn goes_on_with(&self, prefix: &[u8]) -> bool {
        !prefix.is_empty()
            && self.data.get(self.splitter.position()..).is_some_and(|rest| rest.starts_with(prefix))
    }

    /// What the rows of the next client begin with.
    pub fn next_prefix(&self) -> Option<&'a [u8]> {
        client_prefix(self.data.get(self.splitter.position()..)?)
    }

    /// Steps over a block that is known byte for byte; `None` when the next rows are not known.
    pub fn skip_known(&mut self, memory: &CopyMemory) -> Option<Known> {
        let known = memory.find(self.data.get(self.splitter.position()..)?)?;
        if *self.edition.get_or_insert(known.edition) != known.edition {
            return None;
        }
        if self.version.is_empty() {
            let version = self.next_prefix()?.split(|byte| *byte == b',').next()?;
            version.clone_into(&mut self.version);
        }
        self.splitter.skip(known.bytes, known.lines);
        self.rows += known.rows;
        self.at_first_row = false;
        Some(known)
    }

    fn inspect(&mut self, head: RowHead, sink: &mut Sink) -> Cut {
        let first = std::mem::take(&mut self.at_first_row);
        if first && self.is_header() {
            sink.add(Problem::warned(ProblemCode::HeaderRow).on_line(head.line));
            return Cut::Skipped;
        }
        self.rows += 1;
        let Some((edition, odd_count)) = self.align(head) else {
            self.refuse(head, sink);
            return Cut::Skipped;
        };
        self.edition.get_or_insert(edition);
        Cut::Row { head, edition, odd_count }
    }

    fn count(&self) -> usize {
        self.splitter.cells().len()
    }

    /// A first row whose first cell is not six digits is a header (standard, ambiguity 9).
    fn is_header(&self) -> bool {
        let cells = self.splitter.cells();
        let Some(first) = cells.first() else { return false };
        let text = normalise(&content(first.of(self.data)), self.encoding);
        let is_version = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
        !is_version && cells.len() > 1
    }

    /// Finds the edition by the number of columns (where both editions have the same, by the file name; standard §1) and
    /// brings the cells to those of the newest one. Empty columns at the end may be one too many or one too few
    /// (standard, ambiguity 10). `None`: no edition has this count.
    fn align(&mut self, head: RowHead) -> Option<(Edition, Option<usize>)> {
        if head.unclosed_quote {
            return None;
        }
        let count = self.count();
        let [v3, v4] = self.widths;
        let edition = match count {
            n if v3 == v4 && n.abs_diff(v4) <= 1 => self.claimed_edition(),
            n if n == v4 => Edition::V4,
            n if n == v3 => Edition::V3,
            n if n.abs_diff(v4) <= 1 => Edition::V4,
            n if n.abs_diff(v3) <= 1 => Edition::V3,
            _ => return None,
        };
        let width = if edition == Edition::V3 { v3 } else { v4 };
        let cells = self.splitter.cells();
        if count > width && cells.iter().skip(width).any(|cell| !content(cell.of(self.data)).is_empty()) {
            return None;
        }
        self.uses_aligned = edition == Edition::V3 && v3 != v4 || count != width;
        if self.uses_aligned {
            self.aligned.clear();
            let mut given = cells.iter().copied();
            for column in self.columns {
                let cell = if column.is_in(edition) { given.next() } else { None };
                self.aligned.push(cell.unwrap_or_default());
            }
        }
        Some((edition, (count != width).then_some(count)))
    }

    /// Edition of a kind whose columns are the same in both: by the file name, without one by the CSVバージョン.
    fn claimed_edition(&self) -> Edition {
        self.name_edition.unwrap_or_else(|| {
            let version = self.splitter.cells().first().map(|cell| content(cell.of(self.data)));
            match version_claim(normalise(&version.unwrap_or_default(), self.encoding).as_bytes()) {
                VersionClaim::Known(edition) => edition.max(self.kind.since()),
                VersionClaim::Unknown | VersionClaim::Malformed => Edition::V4,
            }
        })
    }

    fn refuse(&mut self, head: RowHead, sink: &mut Sink) {
        let [v3, v4] = self.widths;
        let expected = if v3 == v4 || self.kind.since() == Edition::V4 {
            v4.to_string()
        } else {
            format!("{v4} / {v3}")
        };
        let count = self.count();
        let client = self.first_columns(head);
        let end = self.splitter.give_up_rest_of(head);
        let problem = if head.unclosed_quote || end < head.end {
            let start = head.start as usize;
            let line = self.data.get(start..end as usize).unwrap_or_default();
            let shown = line.get(..line.len().min(60)).unwrap_or_default();
            Problem::quarantined(ProblemCode::UnclosedQuote).found(self.encoding.decode(shown))
        } else {
            Problem::quarantined(ProblemCode::ColumnCount).found(count.to_string()).expected(expected)
        };
        let problem = problem.on_line(head.line);
        sink.quarantine(match client {
            Some(client) => problem.about(client),
            None => problem,
        });
    }

    /// The client of a row whose columns are not those of an edition: the first three are the same in all of them.
    fn first_columns(&self, head: RowHead) -> Option<ClientKey> {
        value::quiet_client(&Row {
            data: self.data,
            cells: self.splitter.cells(),
            columns: self.columns,
            edition: Edition::V4,
            encoding: self.encoding,
            line: head.line,
            offset: head.start,
            odd_count: None,
        })
    }
}

/// Compares the CSVバージョン of a row with its columns and with the rows before it; of what is wrong one thing is told.
fn check_version(known: &mut Vec<u8>, is_first_edition: bool, row: &Row<'_>, sink: &mut Sink) {
    let raw = row.raw(0);
    if raw == known.as_slice() && is_first_edition {
        return;
    }
    let version = normalise(&row.cell(0), row.encoding);
    let first = normalise(&content(known), row.encoding);
    let own = row.edition.csv_version().to_owned();
    let (code, expected) = match version_claim(version.as_bytes()) {
        _ if !known.is_empty() && version != first => (ProblemCode::VersionMixed, first),
        VersionClaim::Known(edition) if edition == row.edition && is_first_edition => {
            raw.clone_into(known);
            return;
        }
        VersionClaim::Known(_) => (ProblemCode::VersionMixed, own),
        VersionClaim::Unknown | VersionClaim::Malformed => (ProblemCode::VersionUnknown, own),
    };
    if known.is_empty() {
        raw.clone_into(known);
    }
    sink.once("", row.problem_at(0, Problem::warned(code)).expected(expected));
}

/// The file up to the old end marks (0x1A) behind its last row, which may stand on lines of their own.
fn without_end_marks(data: &[u8]) -> &[u8] {
    let tail = data.iter().rev().take_while(|byte| matches!(byte, 0x1A | b'\r' | b'\n')).count();
    let (rows, tail) = data.split_at(data.len() - tail);
    let end = tail.iter().position(|byte| *byte == 0x1A).unwrap_or(tail.len());
    data.get(..rows.len() + end).unwrap_or_default()
}

/// Looks at the end of the first row only: files are written by one program. Line breaks inside texts are free.
fn warn_line_ends(data: &[u8], from: usize, sink: &mut Sink) {
    let Some(first) = RowSplitter::new(data, from).next_row() else { return };
    let at = first.end as usize;
    let found = match (data.get(at), data.get(at + 1)) {
        (Some(b'\n'), _) => "LF",
        (Some(b'\r'), Some(b'\n')) | (None, _) => return,
        _ => "CR",
    };
    sink.add(Problem::warned(ProblemCode::LineEnds).found(found).expected("CR LF"));
}
