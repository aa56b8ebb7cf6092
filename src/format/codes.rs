//! Reads a service code master from CSV.

/// Physical line (from 1) of a record of the csv crate.
///
/// After a CRLF record the crate reports the position of the LF before the next one: byte and line are one too
/// small. Records after LF are right.
pub fn physical_line(data: &[u8], at: &csv::Position) -> u64 {
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
