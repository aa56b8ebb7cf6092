//! Files with the rows of a register (登録): CSV with a header, MS932 or UTF-8, a row a line.
//!
//! No cell of a register has line breaks, so a quote that is not closed spoils its own line only.

use super::rows::{RowSplitter, content};
use super::sjis::{BOM, Encoding};
use std::borrow::Cow;

/// A file: its header and its rows, without empty lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Texts of the header.
    pub header: Vec<String>,
    /// The rows below it.
    pub rows: Vec<SheetRow>,
}

/// A row of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Physical line, from 1.
    pub line: u64,
    /// Texts of the cells.
    pub cells: Vec<String>,
    /// A quote is not closed, so that the cells cannot be told apart.
    pub is_broken: bool,
}

/// Reads a file. Whatever it holds, every line that is not empty becomes a row.
pub fn read_sheet(data: &[u8]) -> Sheet {
    let encoding = Encoding::detect(data);
    let data = data.strip_prefix(BOM).unwrap_or(data);
    let lines = (1..).zip(data.split(|byte| *byte == b'\n'));
    let mut rows = lines.filter_map(|(line, bytes)| row(line, bytes, encoding));
    let header = rows.next().map(|row| row.cells).unwrap_or_default();
    Sheet { header, rows: rows.collect() }
}

/// A line; `None` when nothing stands in it. Spreadsheets leave lines of commas behind the last row.
fn row(line: u64, bytes: &[u8], encoding: Encoding) -> Option<SheetRow> {
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    let mut splitter = RowSplitter::new(bytes, 0);
    let head = splitter.next_row()?;
    let text = |raw: &[u8]| unguarded(&encoding.decode(&content(raw))).to_owned();
    let cells: Vec<String> = splitter.cells().iter().map(|cell| text(cell.of(bytes))).collect();
    let is_empty = cells.iter().all(|cell| cell.trim().is_empty());
    (!is_empty).then_some(SheetRow { line, cells, is_broken: head.unclosed_quote })
}

/// What a formula of a spreadsheet begins with.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Text that no spreadsheet takes for a formula: with an apostrophe in front, if it could be. Other than in lists that
/// are only looked at, apostrophes of the text itself are told apart, so that [`unguarded`] gives the same text again.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_dangerous(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text before [`guarded`].
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_dangerous(rest)).unwrap_or(text)
}

fn is_dangerous(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::sjis::encode;

    fn texts(row: &SheetRow) -> Vec<&str> {
        row.cells.iter().map(String::as_str).collect()
    }

    #[test]
    fn both_encodings_and_line_ends_are_read() {
        let text = "保険者番号,名称\r\n131016,\"千代田区, 東京\"\r\n\r\n,,\r\n131024,'=中央区\r\n";
        let with_bom = [BOM, text.as_bytes()].concat();
        let unix = text.replace("\r\n", "\n");
        for data in [text.as_bytes(), &with_bom, unix.as_bytes(), &encode(text).unwrap()] {
            let sheet = read_sheet(data);
            assert_eq!(sheet.header, ["保険者番号", "名称"]);
            let lines: Vec<u64> = sheet.rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [2, 5]);
            assert_eq!(texts(&sheet.rows[0]), ["131016", "千代田区, 東京"]);
            assert_eq!(texts(&sheet.rows[1]), ["131024", "=中央区"]);
        }
    }

    #[test]
    fn a_stray_quote_spoils_one_line() {
        let sheet = read_sheet("a,b\n1,\"x\n2,y\n3,\"z\"\n".as_bytes());
        let broken: Vec<(u64, bool)> = sheet.rows.iter().map(|row| (row.line, row.is_broken)).collect();
        assert_eq!(broken, [(2, true), (3, false), (4, false)]);
        assert_eq!(texts(&sheet.rows[2]), ["3", "z"]);
        assert_eq!(read_sheet(b""), Sheet::default());
    }

    #[test]
    fn guarding_can_be_taken_back() {
        for text in ["", "x", "'x", "=1", "'=1", "''=1", "-", "'", "''", "+81 3", "@", "見出し"] {
            assert_eq!(unguarded(&guarded(text)), text);
            assert!(!guarded(text).starts_with(FORMULA), "{text}");
        }
    }
}
