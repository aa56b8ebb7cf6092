//! What is drawn goes out as one write for a frame.

use super::Leaver;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;
use ratatui::{Frame, Terminal};
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

/// The whole terminal as a drawing board. There is no `clear` as the terminal of ratatui has it: that one asks for
/// the cursor, and the answer would never pass the input thread.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Writer>>,
    frame: Rc<RefCell<Vec<u8>>>,
    leaver: Leaver,
}

/// Collects a frame. Flushing it means nothing, because the backend flushes several times for one frame.
#[derive(Debug)]
struct Writer(Rc<RefCell<Vec<u8>>>);

impl Screen {
    pub(super) fn new(leaver: Leaver) -> io::Result<Self> {
        let frame = Rc::new(RefCell::new(Vec::new()));
        let terminal = Terminal::new(CrosstermBackend::new(Writer(Rc::clone(&frame))))?;
        Ok(Self { terminal, frame, leaver })
    }

    /// Draws one frame: what changed since the last one, in one write.
    ///
    /// # Errors
    /// The terminal is gone; nothing can be shown any more.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let drawn = self.terminal.draw(render).map(|_| ());
        let frame = self.frame.take();
        drawn?;
        self.leaver.send(&synchronized(&frame)?)
    }

    /// Makes the next frame a whole one on an empty terminal, for whatever may stand there now.
    ///
    /// # Errors
    /// The size of the terminal is unknown.
    pub fn redraw(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }

    /// Columns and rows.
    ///
    /// # Errors
    /// The size of the terminal is unknown.
    pub fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }
}

/// The terminal shows the frame when it is complete, where it knows how.
fn synchronized(frame: &[u8]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(frame.len() + 16);
    queue!(bytes, BeginSynchronizedUpdate)?;
    bytes.extend_from_slice(frame);
    queue!(bytes, EndSynchronizedUpdate)?;
    Ok(bytes)
}

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_wrapped() {
        assert_eq!(synchronized(b"frame").unwrap(), b"\x1b[?2026hframe\x1b[?2026l");
    }
}
