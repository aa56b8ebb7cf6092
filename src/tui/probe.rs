//! Asks the terminal once how it draws: whether it takes UTF-8, and how wide it draws the characters whose width
//! Unicode leaves open (─ and the like).

use crossterm::cursor::{self, MoveTo};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType};
use std::io::{self, Write};
use std::time::Duration;

/// How long the first frame waits for the answer. A later answer is as right, only the first frames are drawn
/// without it.
pub const PATIENCE: Duration = Duration::from_millis(60);

/// Two columns and one or two; six bytes where the terminal takes something else than UTF-8.
const TEXT: &str = "あ─";

/// The question for the position of the cursor.
const QUESTION: &str = "\x1b[6n";

/// How the terminal draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Probe {
    /// Characters of open width take one column.
    Narrow,
    /// Characters of open width take two columns.
    Wide,
    /// The terminal does not take UTF-8.
    NoUtf8,
    /// The terminal did not answer.
    Unknown,
}

/// Asks; `None` where the answer comes as input, which the input thread then has to wait for.
///
/// To be called after the terminal was taken, before the input thread starts and before the first frame; the screen
/// is empty afterwards.
///
/// # Errors
/// `out` cannot be written.
pub fn ask(out: &mut impl Write) -> io::Result<Option<Probe>> {
    queue!(out, MoveTo(0, 0), Print(TEXT))?;
    // The Windows console is asked by a call; a question in the output would be answered as if by keys.
    let answer = if cfg!(windows) {
        out.flush()?;
        Some(position())
    } else {
        // Part of the same write: the terminal goes through the bytes in order, so its answer means this place
        // however late it is given.
        queue!(out, Print(QUESTION))?;
        None
    };
    queue!(out, MoveTo(0, 0), Clear(ClearType::All))?;
    out.flush()?;
    Ok(answer)
}

/// Takes the answer from the input. Blocks for two seconds at most; keys pressed meanwhile are kept.
///
/// The library can only ask and take the answer in one go. Its own question is the second, so the answer to the
/// first, by [`ask`], is the one it takes. The second answer stays in its queue, where nobody looks for it.
pub(super) fn await_answer() -> Probe {
    // Without a terminal to read from, the library would ask on and on; and a terminal that was left meanwhile
    // must not be put into raw mode again.
    let is_readable = crossterm::event::poll(Duration::ZERO).is_ok();
    let is_raw = crossterm::terminal::is_raw_mode_enabled().unwrap_or(false);
    if is_readable && is_raw { position() } else { Probe::Unknown }
}

fn position() -> Probe {
    cursor::position().map_or(Probe::Unknown, |(column, _)| judge(0, column))
}

/// What the columns of the cursor before and after the text say.
pub fn judge(column_before: u16, column_after: u16) -> Probe {
    match column_after.checked_sub(column_before) {
        Some(3) => Probe::Narrow,
        Some(4) => Probe::Wide,
        _ => Probe::NoUtf8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_tell() {
        let cases = [
            (0, 3, Probe::Narrow),
            (0, 4, Probe::Wide),
            (5, 8, Probe::Narrow),
            (0, 0, Probe::NoUtf8),
            (0, 2, Probe::NoUtf8),
            (0, 6, Probe::NoUtf8),
            (4, 3, Probe::NoUtf8),
        ];
        for (before, after, expected) in cases {
            assert_eq!(judge(before, after), expected, "{before} {after}");
        }
    }

    #[cfg(not(windows))]
    #[test]
    fn the_question_follows_the_text_and_leaves_nothing() {
        let mut out = Vec::new();
        assert_eq!(ask(&mut out).unwrap(), None);
        assert_eq!(String::from_utf8(out).unwrap(), "\x1b[1;1Hあ─\x1b[6n\x1b[1;1H\x1b[2J");
    }
}
