//! Cuts the bytes of a CSV file into rows and raw cells without decoding them.
//!
//! In Shift_JIS the second byte of a character is never `"`, `,`, CR or LF, so cutting on bytes is safe. A splitter of
//! our own, because it can do what a reader of damaged files needs and the `csv` crate cannot: name the physical line
//! of every row, stop at the next record when a closing quote is missing, step over blocks that are known, and hand out
//! cells as places in the file. A property test holds both to the same answer.

use std::borrow::Cow;

/// Where a raw cell lies in the file, quotes included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Byte offset of the first byte.
    pub start: u32,
    /// Byte offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes of the cell in `data`; empty when the span does not lie in it.
    pub fn of(self, data: &[u8]) -> &[u8] {
        data.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// One row: where it lies and its cells, which stay in the splitter until the next row is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowHead {
    /// Physical line of the first byte, counted from 1.
    pub line: u32,
    /// Byte offset of the first byte.
    pub start: u32,
    /// Byte offset after the last byte, line end not included.
    pub end: u32,
    /// The file ended inside a quoted cell, or the next record began there.
    pub unclosed_quote: bool,
}

/// Iterates over the rows of a file held in memory (at most 4 GiB).
#[derive(Debug)]
pub struct RowSplitter<'a> {
    specials: Specials<'a>,
    cells: Vec<Span>,
    line: u32,
    position: usize,
}

impl<'a> RowSplitter<'a> {
    /// Starts at byte `from` of `data`, which is line 1.
    pub fn new(data: &'a [u8], from: usize) -> Self {
        Self { specials: Specials::new(data, from), cells: Vec::with_capacity(80), line: 1, position: from }
    }

    /// The raw cells of the row returned last.
    pub fn cells(&self) -> &[Span] {
        &self.cells
    }

    /// Where the next row begins.
    pub fn position(&self) -> usize {
        self.position
    }

    /// Physical line of the next row, from 1.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Steps over `bytes` bytes that hold `lines` whole lines.
    pub fn skip(&mut self, bytes: usize, lines: u32) {
        self.position += bytes;
        self.line += lines;
        self.specials = Specials::new(self.specials.data, self.position);
    }

    /// Cuts the next row that is not an empty line.
    pub fn next_row(&mut self) -> Option<RowHead> {
        loop {
            if self.position >= self.specials.data.len() {
                return None;
            }
            let head = self.cut();
            if head.start == head.end && self.cells.len() == 1 {
                continue;
            }
            return Some(head);
        }
    }

    /// Gives up the rest of a faulty row that runs over several lines: continues at the first of its later lines
    /// that starts like a row (six digits and a comma), so that one stray quote does not swallow its neighbours.
    /// Returns the byte offset where the faulty row now ends.
    pub fn give_up_rest_of(&mut self, row: RowHead) -> u32 {
        let data = self.specials.data;
        let body = data.get(row.start as usize..row.end as usize).unwrap_or_default();
        let mut line = row.line;
        for (index, _) in body.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
            line += 1;
            let next = row.start as usize + index + 1;
            if starts_like_a_row(data.get(next..).unwrap_or_default()) {
                self.specials = Specials::new(data, next);
                self.position = next;
                self.line = line;
                return to_offset(next);
            }
        }
        row.end
    }

    fn cut(&mut self) -> RowHead {
        let (start, line) = (self.position, self.line);
        let data = self.specials.data;
        self.cells.clear();
        let mut cell = start;
        let mut quoted = false;
        let mut doubtful_lines = 0;
        let end = loop {
            let Some((at, byte)) = self.specials.next() else {
                self.position = data.len();
                break data.len();
            };
            match byte {
                b'"' if quoted => {
                    if data.get(at + 1) == Some(&b'"') {
                        self.specials.next();
                    } else {
                        quoted = false;
                    }
                }
                b'"' => quoted = at == cell,
                b'\n' if quoted => {
                    self.line += 1;
                    let rest = data.get(at + 1..).unwrap_or_default();
                    doubtful_lines += u32::from(starts_like_a_row(rest));
                    if doubtful_lines == DOUBTFUL_LINES || starts_like_a_record(rest) {
                        self.position = at + 1;
                        break at - usize::from(data.get(..at).is_some_and(|before| before.ends_with(b"\r")));
                    }
                }
                _ if quoted => {}
                b',' => {
                    self.cells.push(Span { start: to_offset(cell), end: to_offset(at) });
                    cell = at + 1;
                }
                b'\r' | b'\n' => {
                    self.finish_line(at, byte);
                    break at;
                }
                _ => {}
            }
        };
        self.cells.push(Span { start: to_offset(cell), end: to_offset(end) });
        RowHead { line, start: to_offset(start), end: to_offset(end), unclosed_quote: quoted }
    }

    /// Steps over the line end at `at`; CR LF is one line end.
    fn finish_line(&mut self, at: usize, byte: u8) {
        self.line += 1;
        self.position = at + 1;
        if byte == b'\r' && self.specials.data.get(at + 1) == Some(&b'\n') {
            self.specials.next();
            self.position = at + 2;
        }
    }
}

/// Offsets are kept in 32 bits; larger files are refused before they get here.
fn to_offset(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// Whether bytes begin like a record of the exchange files: a six-digit version, quoted or not, and a comma.
fn starts_like_a_row(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\"").unwrap_or(bytes);
    let Some((version, rest)) = bytes.split_at_checked(6) else { return false };
    version.iter().all(u8::is_ascii_digit) && rest.strip_prefix(b"\"").unwrap_or(rest).first() == Some(&b',')
}

/// Lines that start like a row after which a quoted cell is no longer believed to be a text.
const DOUBTFUL_LINES: u32 = 8;

/// Whether bytes begin with a version and an insurer number, six digits each, as hardly any text does. A quoted cell
/// that comes to such a line has lost its closing quote. Stopping there keeps a quote of the next record from
/// completing the columns of this one, and the splitter from running to the end of a file full of stray quotes again
/// and again.
fn starts_like_a_record(bytes: &[u8]) -> bool {
    if !starts_like_a_row(bytes) {
        return false;
    }
    // The comma stands within the first nine bytes then.
    let after_version = bytes.iter().position(|byte| *byte == b',').and_then(|comma| bytes.get(comma + 1..));
    after_version.is_some_and(starts_like_a_row)
}

/// The content of a raw cell: without its quotes, doubled quotes made single.
pub fn content(raw: &[u8]) -> Cow<'_, [u8]> {
    let Some(inner) = raw.strip_prefix(b"\"") else { return Cow::Borrowed(raw) };
    match inner.iter().position(|byte| *byte == b'"') {
        None => Cow::Borrowed(inner),
        Some(at) if at + 1 == inner.len() => Cow::Borrowed(inner.get(..at).unwrap_or_default()),
        Some(_) => Cow::Owned(unquote(inner)),
    }
}

/// Content of a cell after its opening quote; text after the closing quote is kept as it is.
fn unquote(inner: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(inner.len());
    let mut bytes = inner.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'"' {
            out.push(byte);
        } else if bytes.peek() == Some(&b'"') {
            bytes.next();
            out.push(b'"');
        } else {
            out.extend(bytes.by_ref());
        }
    }
    out
}

/// Finds the bytes that can matter to the splitter, eight at a time: those up to `,` (0x2C), which includes `"`,
/// CR, LF and a few harmless ones.
#[derive(Debug)]
struct Specials<'a> {
    data: &'a [u8],
    base: usize,
    word: u64,
    mask: u64,
}

const HIGH: u64 = 0x8080_8080_8080_8080;
const ONES: u64 = 0x0101_0101_0101_0101;

impl<'a> Specials<'a> {
    fn new(data: &'a [u8], from: usize) -> Self {
        let mut specials = Self { data, base: from, word: 0, mask: 0 };
        specials.load();
        specials
    }

    /// Position and value of the next candidate.
    #[inline]
    fn next(&mut self) -> Option<(usize, u8)> {
        while self.mask == 0 {
            self.base += 8;
            if self.base >= self.data.len() {
                return None;
            }
            self.load();
        }
        let bit = self.mask.trailing_zeros() & !7;
        self.mask &= self.mask - 1;
        let byte = u8::try_from((self.word >> bit) & 0xFF).unwrap_or_default();
        Some((self.base + (bit / 8) as usize, byte))
    }

    /// Loads the word at `base` and marks its bytes up to 0x2C; bytes after the end count as 0xFF.
    #[inline]
    fn load(&mut self) {
        let rest = self.data.get(self.base..).unwrap_or_default();
        self.word = if let Some(eight) = rest.first_chunk::<8>() {
            u64::from_le_bytes(*eight)
        } else {
            let mut padded = [0xFF; 8];
            padded.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            u64::from_le_bytes(padded)
        };
        // A byte is above 0x2C when its high bit is set or when adding 0x53 to its low seven bits sets it.
        let above = (self.word & !HIGH) + 0x53 * ONES;
        self.mask = !(above | self.word) & HIGH;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(data: &[u8]) -> Vec<(u32, Vec<Vec<u8>>)> {
        let mut splitter = RowSplitter::new(data, 0);
        let mut rows = Vec::new();
        while let Some(head) = splitter.next_row() {
            rows.push((
                head.line,
                splitter.cells().iter().map(|c| content(c.of(data)).into_owned()).collect(),
            ));
        }
        rows
    }

    /// Physical line (from 1) of a record of the csv crate.
    ///
    /// After a CRLF record the crate reports the position of the LF before the next one: byte and line are one too
    /// small. Records after LF are right.
    fn physical_line(data: &[u8], at: &csv::Position) -> u64 {
        let byte = usize::try_from(at.byte()).unwrap_or(usize::MAX);
        // Skip the line ends that the reported position still points at.
        let skipped = data.get(byte..).unwrap_or_default().iter().take_while(|b| matches!(b, b'\r' | b'\n'));
        at.line() + line_ends(skipped.copied())
    }

    fn line_ends(bytes: impl Iterator<Item = u8>) -> u64 {
        let (mut lines, mut after_cr) = (0, false);
        for byte in bytes {
            lines += u64::from(!(byte == b'\n' && after_cr));
            after_cr = byte == b'\r';
        }
        lines
    }

    /// The same with the csv crate, its line numbers put right: after a CRLF record it reports the position of the
    /// LF before the next one, one line too early.
    fn split_by_csv_crate(data: &[u8]) -> Vec<(u32, Vec<Vec<u8>>)> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(data);
        let mut record = csv::ByteRecord::new();
        let mut rows = Vec::new();
        while reader.read_byte_record(&mut record).unwrap() {
            let at = record.position().unwrap();
            let line = physical_line(data, at);
            rows.push((u32::try_from(line).unwrap(), record.iter().map(<[u8]>::to_vec).collect()));
        }
        rows
    }

    #[test]
    fn crlf_positions_of_the_csv_crate_are_off_by_one_and_corrected() {
        let data = b"a,b\r\nc,d\r\n\"e\r\nf\",g\r\nh,i\r\n";
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&data[..]);
        let raw: Vec<u64> = reader.byte_records().map(|r| r.unwrap().position().unwrap().line()).collect();
        assert_eq!(
            raw,
            [1, 1, 2, 4],
            "the crate still counts the LF to the next record; the correction is needed"
        );
        let lines = |rows: Vec<(u32, Vec<Vec<u8>>)>| rows.into_iter().map(|r| r.0).collect::<Vec<_>>();
        assert_eq!(lines(split_by_csv_crate(data)), [1, 2, 3, 5]);
        assert_eq!(lines(split(data)), [1, 2, 3, 5]);
    }

    #[test]
    fn raw_cells_keep_their_quotes() {
        let data = b"1,\"\",,\"a\"\"b\"\r\n";
        let mut splitter = RowSplitter::new(data, 0);
        splitter.next_row().unwrap();
        let raw: Vec<&[u8]> = splitter.cells().iter().map(|c| c.of(data)).collect();
        assert_eq!(raw, [&b"1"[..], b"\"\"", b"", b"\"a\"\"b\""]);
    }

    #[test]
    fn an_unclosed_quote_costs_one_line_only() {
        let data = b"202407,1,\"x\r\n202407,2,\"y\"\r\n202407,3,z\r\n";
        let mut splitter = RowSplitter::new(data, 0);
        let bad = splitter.next_row().unwrap();
        assert_eq!(splitter.give_up_rest_of(bad), 13);
        let next = splitter.next_row().unwrap();
        assert_eq!((next.line, splitter.cells().len()), (2, 3));
        assert_eq!(splitter.next_row().unwrap().line, 3);
        assert_eq!(splitter.next_row(), None);
    }

    /// Looking at each line of a long text must not mean looking at the rest of the file each time.
    #[test]
    fn a_long_text_of_many_lines_is_cut_in_one_pass() {
        let data = [b"1,\"".to_vec(), b"line\n".repeat(1_000_000), b"\",2\r\n".to_vec()].concat();
        let mut splitter = RowSplitter::new(&data, 0);
        assert!(splitter.next_row().is_some());
        assert_eq!((splitter.cells().len(), splitter.next_row()), (3, None));
    }

    #[test]
    fn blank_lines_are_passed_over() {
        let data = b"\r\na\r\n\r\n\r\nb";
        let mut splitter = RowSplitter::new(data, 0);
        assert_eq!(splitter.next_row().unwrap().line, 2);
        assert_eq!(splitter.next_row().unwrap().line, 5);
        assert_eq!(splitter.next_row(), None);
    }

    proptest! {
        #[test]
        fn agrees_with_the_csv_crate(data in proptest::collection::vec(
            proptest::sample::select(b"ab1,,\"\"\r\n\n \x83\xff\0".to_vec()), 0..60)) {
            let ours: Vec<_> = split(&data).into_iter().map(|r| r.1).collect();
            let theirs: Vec<_> = split_by_csv_crate(&data).into_iter().map(|r| r.1).collect();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn lines_agree_with_the_csv_crate(rows in proptest::collection::vec("[a-c]{1,3}(,(\"[a\r\n]{0,4}\"|[a-c]{0,2})){0,3}", 1..8)) {
            let data = rows.join("\r\n").into_bytes();
            // A lone CR inside quotes is not a line end for either side.
            prop_assert_eq!(split(&data), split_by_csv_crate(&data));
        }
    }
}
