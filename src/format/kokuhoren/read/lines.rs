//! Lines and their cells. A record never runs over a line end, so a stray quote costs one line only.

use crate::format::rows::RowSplitter;

/// One physical line.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// From 1.
    pub(super) no: u32,
    /// Without its line end.
    pub(super) raw: &'a [u8],
    /// Raw cells with their quotes.
    pub(super) cells: Vec<&'a [u8]>,
    /// A quote is open at its end.
    pub(super) unclosed_quote: bool,
}

impl Line<'_> {
    /// Whether nothing but blanks, commas and old end marks stand on it.
    pub(super) fn is_empty(&self) -> bool {
        self.raw.iter().all(|byte| matches!(byte, b' ' | b'\t' | b',' | 0x1A))
    }
}

/// The lines of a file; CR LF, LF and CR end one.
pub(super) fn lines(data: &[u8]) -> impl Iterator<Item = Line<'_>> {
    let mut rest = data;
    let mut no = 0;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len());
        let (raw, after) = rest.split_at(end);
        rest = after.strip_prefix(b"\r\n").unwrap_or(after.get(1..).unwrap_or_default());
        no += 1;
        Some(cut(no, raw))
    })
}

fn cut(no: u32, raw: &[u8]) -> Line<'_> {
    let mut splitter = RowSplitter::new(raw, 0);
    let unclosed_quote = splitter.next_row().is_some_and(|head| head.unclosed_quote);
    let cells = splitter.cells().iter().map(|cell| cell.of(raw)).collect();
    Line { no, raw, cells, unclosed_quote }
}
