//! Rows of a master with their physical lines.

use super::cell::trimmed;
use crate::format::rows::{RowSplitter, Span, content};
use crate::format::sjis::{BOM, Encoding};
use std::borrow::Cow;

/// The rows of a file.
pub(super) struct Table<'a> {
    data: &'a [u8],
    encoding: Encoding,
    splitter: RowSplitter<'a>,
    /// The cells of the row that was given last.
    cells: Vec<Span>,
    /// Whether the first row was given.
    has_begun: bool,
    /// Offset and physical line of the next row, once a quote was found that stands alone: from there on every line is
    /// a row.
    by_line: Option<(usize, u64)>,
}

/// A row of a file.
pub(super) struct Row<'a, 'c> {
    /// Physical line of its beginning, from 1.
    pub(super) line: u64,
    data: &'a [u8],
    encoding: Encoding,
    cells: &'c [Span],
}

impl<'a> Table<'a> {
    pub(super) fn new(data: &'a [u8]) -> Self {
        let encoding = Encoding::detect(data);
        let data = data.strip_prefix(BOM).unwrap_or(data);
        let splitter = RowSplitter::new(data, 0);
        Self { data, encoding, splitter, cells: Vec::new(), has_begun: false, by_line: None }
    }

    /// The next row in which anything stands.
    pub(super) fn next_row(&mut self) -> Option<Row<'a, '_>> {
        let (line, data) = loop {
            let (line, data) = match self.by_line {
                None => self.cut()?,
                Some((from, line)) => self.cut_line(from, line)?,
            };
            if !is_blank(data, &self.cells) {
                break (line, data);
            }
        };
        self.has_begun = true;
        Some(Row { line, data, encoding: self.encoding, cells: &self.cells })
    }

    /// Puts the cells of the next row into `cells`; gives its line, and the data in which they lie.
    fn cut(&mut self) -> Option<(u64, &'a [u8])> {
        let head = self.splitter.next_row()?;
        let (from, to) = (head.start as usize, head.end as usize);
        if self.has_begun && self.data.get(from..to).unwrap_or_default().contains(&b'\n') {
            // No cell below the header needs several lines: a quote that stands alone has swallowed rows.
            return self.cut_line(from, head.line.into());
        }
        self.cells.clear();
        self.cells.extend_from_slice(self.splitter.cells());
        Some((head.line.into(), self.data))
    }

    fn cut_line(&mut self, from: usize, line: u64) -> Option<(u64, &'a [u8])> {
        let rest = self.data.get(from..).filter(|rest| !rest.is_empty())?;
        let length = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
        self.by_line = Some((from + length, line + 1));
        let data = rest.get(..length).unwrap_or_default();
        let data = data.strip_suffix(b"\n").unwrap_or(data);
        let mut splitter = RowSplitter::new(data.strip_suffix(b"\r").unwrap_or(data), 0);
        splitter.next_row();
        self.cells.clear();
        self.cells.extend_from_slice(splitter.cells());
        Some((line, data))
    }
}

fn is_blank(data: &[u8], cells: &[Span]) -> bool {
    let is_nothing = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'"');
    cells.iter().all(|cell| cell.of(data).iter().all(is_nothing))
}

impl<'a> Row<'a, '_> {
    /// Number of cells.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// The text of a cell, from 0; nothing where there is none.
    pub(super) fn text(&self, at: usize) -> Cow<'a, str> {
        let raw = self.cells.get(at).map(|span| span.of(self.data)).unwrap_or_default();
        match content(raw) {
            Cow::Borrowed(bytes) => trimmed(self.encoding.decode(bytes)),
            Cow::Owned(bytes) => trimmed(Cow::Owned(self.encoding.decode(&bytes).into_owned())),
        }
    }
}
