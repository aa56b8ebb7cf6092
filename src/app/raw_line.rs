//! A record as it stands in its file, cell by cell, beside the names of its items.

use crate::domain::problem::ItemRef;
use crate::format::exchange::layout::columns_of;
use crate::format::exchange::{Edition, FileKind};
use crate::format::rows::{RowHead, RowSplitter, content};
use crate::format::sjis::{BOM, Encoding};

/// A record of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRecord {
    /// Physical line it begins on, from 1.
    pub line: u32,
    /// Physical lines it takes.
    pub lines: u32,
    /// Its cells without quotes; what cannot be decoded is U+FFFD, 外字 are `〓`.
    pub cells: Vec<String>,
    /// Encoding of the file.
    pub encoding: Encoding,
    /// Edition whose number of columns it has, give or take an empty one at the end; `None` without a kind, or when no
    /// edition fits.
    pub edition: Option<Edition>,
}

/// The record that begins on a physical line of a file, or else goes through it. With the kind of the file a damaged
/// record ends where the reading of the month took it to end. `None` for an empty line or one after the end.
pub fn raw_record(data: &[u8], kind: Option<FileKind>, line: u32) -> Option<RawRecord> {
    let encoding = Encoding::detect(data);
    let mut splitter = RowSplitter::new(data, if data.starts_with(BOM) { BOM.len() } else { 0 });
    loop {
        let head = splitter.next_row().filter(|head| head.line <= line)?;
        let edition = kind.and_then(|kind| edition_of(kind, &splitter, data));
        let decode = |splitter: &RowSplitter<'_>| -> Vec<String> {
            splitter
                .cells()
                .iter()
                .map(|cell| encoding.decode(&content(cell.of(data))).into_owned())
                .collect()
        };
        let is_damaged = head.unclosed_quote || (kind.is_some() && edition.is_none());
        // Cells are gone once the splitter moves on.
        let cells = if head.line == line || line <= last_line(data, head, head.end) {
            decode(&splitter)
        } else {
            Vec::new()
        };
        let end = if is_damaged { splitter.give_up_rest_of(head) } else { head.end };
        let last = last_line(data, head, end);
        if line <= last {
            let cells = if end < head.end { cut_short(data, head, end, encoding) } else { cells };
            return Some(RawRecord {
                line: head.line,
                lines: last + 1 - head.line,
                cells,
                encoding,
                edition,
            });
        }
    }
}

/// Number and name of the items of a kind in an edition, in the order of the columns.
pub fn items(kind: FileKind, edition: Edition) -> Vec<ItemRef> {
    let columns = columns_of(kind.columns(), edition);
    columns.zip(1..).map(|(column, no)| ItemRef { no, name: column.name }).collect()
}

/// The edition whose columns the row has; one too many or too few is forgiven when it is empty.
fn edition_of(kind: FileKind, splitter: &RowSplitter<'_>, data: &[u8]) -> Option<Edition> {
    let cells = splitter.cells();
    let editions = || [Edition::V4, Edition::V3].into_iter().filter(|edition| *edition >= kind.since());
    let exact = editions().find(|edition| kind.width(*edition) == cells.len());
    let close = || editions().find(|edition| kind.width(*edition).abs_diff(cells.len()) == 1);
    let edition = exact.or_else(close)?;
    let is_empty = cells.iter().skip(kind.width(edition)).all(|cell| content(cell.of(data)).is_empty());
    is_empty.then_some(edition)
}

/// The last physical line of a record that ends before byte `end`.
fn last_line(data: &[u8], head: RowHead, end: u32) -> u32 {
    let body = data.get(head.start as usize..end as usize).unwrap_or_default();
    let body = body.strip_suffix(b"\n").unwrap_or(body);
    let breaks = body.split(|byte| *byte == b'\n').count() - 1;
    head.line + u32::try_from(breaks).unwrap_or(u32::MAX)
}

/// The cells of a record whose stray quote had swallowed its neighbours.
fn cut_short(data: &[u8], head: RowHead, end: u32, encoding: Encoding) -> Vec<String> {
    let body = data.get(head.start as usize..end as usize).unwrap_or_default();
    let body = body.strip_suffix(b"\n").unwrap_or(body);
    let body = body.strip_suffix(b"\r").unwrap_or(body);
    let mut splitter = RowSplitter::new(body, 0);
    splitter.next_row();
    splitter.cells().iter().map(|cell| encoding.decode(&content(cell.of(body))).into_owned()).collect()
}

#[cfg(test)]
mod tests;
