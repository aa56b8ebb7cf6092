//! The terminal while the workstation has it: what was switched on is switched off again, exactly once, on every way
//! out (return, error, panic in any thread, signal).

mod job;
mod screen;

pub use job::can_suspend;
pub use screen::Screen;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::queue;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use std::io::{self, ErrorKind, Write};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering::SeqCst};

/// A set of terminal modes, one bit each.
type Modes = u8;
const RAW: Modes = 1;
const ALTERNATE_SCREEN: Modes = 1 << 1;
const CURSOR_HIDDEN: Modes = 1 << 2;
const BRACKETED_PASTE: Modes = 1 << 3;
const MOUSE: Modes = 1 << 4;

/// What is switched on beside raw mode and the alternate screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Clicks and the wheel are reported; marking text with the mouse then belongs to the program.
    pub mouse: bool,
}

/// The right to draw; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Guard {
    shared: Arc<Shared>,
}

/// A second hand on the guard, for threads that may have to give the terminal back.
#[derive(Debug, Clone)]
pub struct Leaver(Arc<Shared>);

/// All changes happen under the lock of standard output, so a frame never follows the leaving.
#[derive(Debug, Default)]
struct Shared {
    on: AtomicU8,
    wanted: AtomicU8,
    /// A panic was printed: the terminal is not taken again.
    is_broken: AtomicBool,
}

impl Guard {
    /// Takes the terminal.
    ///
    /// # Errors
    /// The terminal refused raw mode or standard output cannot be written; nothing stays switched on.
    pub fn enter(options: Options) -> io::Result<Self> {
        let guard = Self { shared: Arc::new(Shared::default()) };
        guard.shared.wanted.store(wanted(options), SeqCst);
        guard.resume()?;
        Ok(guard)
    }

    /// Gives the terminal back; again does nothing. A terminal that is gone is no error here.
    pub fn leave(&self) {
        self.shared.leave();
    }

    /// Whether the terminal is ours; `false` after [`Guard::leave`], while suspended and after a panic in any thread.
    pub fn is_active(&self) -> bool {
        self.shared.is_active()
    }

    /// Switches the reports of the mouse on or off.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn mouse(&self, on: bool) -> io::Result<()> {
        if on {
            self.shared.wanted.fetch_or(MOUSE, SeqCst);
        } else {
            self.shared.wanted.fetch_and(!MOUSE, SeqCst);
        }
        match (self.is_active(), on) {
            (false, _) => Ok(()),
            (true, true) => self.shared.switch_on(MOUSE),
            (true, false) => self.shared.switch_off(MOUSE),
        }
    }

    /// Gives the terminal back and stops the process as Ctrl-Z does; returns when it is continued. On Windows does
    /// nothing. [`Guard::resume`] must follow, then [`Screen::redraw`].
    ///
    /// # Errors
    /// The process could not be stopped; the terminal has been left all the same.
    pub fn suspend(&self) -> io::Result<()> {
        #[cfg(unix)]
        {
            self.leave();
            job::stop()
        }
        #[cfg(not(unix))]
        Ok(())
    }

    /// Takes the terminal again with what was wanted last.
    ///
    /// # Errors
    /// As [`Guard::enter`]; also after a panic, whose message is on the screen by then.
    pub fn resume(&self) -> io::Result<()> {
        let done = self.shared.switch_on(self.shared.wanted.load(SeqCst));
        if done.is_err() {
            self.leave();
        }
        done
    }

    /// Sets again what a shell may have changed while the process was stopped without [`Guard::suspend`] (SIGSTOP).
    ///
    /// # Errors
    /// As [`Guard::enter`].
    pub fn reassert(&self) -> io::Result<()> {
        if !self.is_active() {
            return Ok(());
        }
        // The library sets raw mode only where it believes it to be off.
        disable_raw_mode()?;
        // Entering the alternate screen twice would lose the cursor of the first one.
        self.shared.switch_on(self.shared.wanted.load(SeqCst) & !ALTERNATE_SCREEN)
    }

    /// A handle for other threads.
    pub fn leaver(&self) -> Leaver {
        Leaver(Arc::clone(&self.shared))
    }

    /// The screen to draw on; what is drawn while the guard is not active is dropped.
    ///
    /// # Errors
    /// The size of the terminal is unknown.
    pub fn screen(&self) -> io::Result<Screen> {
        Screen::new(self.leaver())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.leave();
    }
}

impl Leaver {
    /// As [`Guard::leave`].
    pub fn leave(&self) {
        self.0.leave();
    }

    /// Writes all of `bytes` at once, or drops them when the terminal is not ours.
    fn send(&self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        if !self.0.is_active() {
            return Ok(());
        }
        out.write_all(bytes)?;
        out.flush()
    }
}

/// Makes every panic leave the terminal before its message is printed; `wake` is called last, in the thread that
/// panics, so that the main loop looks at [`Guard::is_active`].
pub fn install_panic_hook(guard: &Guard, wake: impl Fn() + Send + Sync + 'static) {
    let shared = Arc::clone(&guard.shared);
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        shared.is_broken.store(true, SeqCst);
        shared.leave();
        previous(info);
        wake();
    }));
}

impl Shared {
    fn is_active(&self) -> bool {
        self.on.load(SeqCst) & ALTERNATE_SCREEN != 0 && !self.is_broken.load(SeqCst)
    }

    fn switch_on(&self, modes: Modes) -> io::Result<()> {
        let mut out = io::stdout().lock();
        if self.is_broken.load(SeqCst) {
            return Err(io::Error::other("a panic has left the terminal"));
        }
        if modes & RAW != 0 {
            retry(enable_raw_mode)?;
            self.on.fetch_or(RAW, SeqCst);
        }
        let mut bytes = Vec::new();
        queue_on(&mut bytes, modes)?;
        // Noted first: a write that fails half-way may have switched something on.
        self.on.fetch_or(modes, SeqCst);
        out.write_all(&bytes)?;
        out.flush()
    }

    fn switch_off(&self, modes: Modes) -> io::Result<()> {
        let mut out = io::stdout().lock();
        let modes = self.on.fetch_and(!modes, SeqCst) & modes;
        let mut bytes = Vec::new();
        let written =
            queue_off(&mut bytes, modes).and_then(|()| out.write_all(&bytes)).and_then(|()| out.flush());
        if modes & RAW != 0 {
            retry(disable_raw_mode)?;
        }
        written
    }

    fn leave(&self) {
        // A terminal that is gone needs no restoring, and nobody is left to be told.
        let _ = self.switch_off(Modes::MAX);
    }
}

fn wanted(options: Options) -> Modes {
    let mut modes = RAW | ALTERNATE_SCREEN | CURSOR_HIDDEN;
    if cfg!(not(windows)) {
        // The Windows console would hand the marks of a paste over as keys (crossterm #737).
        modes |= BRACKETED_PASTE;
    }
    if options.mouse {
        modes |= MOUSE;
    }
    modes
}

fn queue_on(out: &mut Vec<u8>, modes: Modes) -> io::Result<()> {
    if modes & ALTERNATE_SCREEN != 0 {
        queue!(out, EnterAlternateScreen)?;
    }
    if modes & CURSOR_HIDDEN != 0 {
        queue!(out, Hide)?;
    }
    if modes & BRACKETED_PASTE != 0 {
        queue!(out, EnableBracketedPaste)?;
    }
    if modes & MOUSE != 0 {
        queue!(out, EnableMouseCapture)?;
    }
    Ok(())
}

fn queue_off(out: &mut Vec<u8>, modes: Modes) -> io::Result<()> {
    if modes & MOUSE != 0 {
        queue!(out, DisableMouseCapture)?;
    }
    if modes & BRACKETED_PASTE != 0 {
        queue!(out, DisableBracketedPaste)?;
    }
    if modes & CURSOR_HIDDEN != 0 {
        queue!(out, Show)?;
    }
    if modes & ALTERNATE_SCREEN != 0 {
        queue!(out, LeaveAlternateScreen)?;
    }
    Ok(())
}

/// A process that is continued in the background is stopped again by the very call, which then is interrupted.
fn retry(call: fn() -> io::Result<()>) -> io::Result<()> {
    loop {
        match call() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(queue: fn(&mut Vec<u8>, Modes) -> io::Result<()>, modes: Modes) -> String {
        let mut bytes = Vec::new();
        queue(&mut bytes, modes).unwrap();
        String::from_utf8(bytes).unwrap().replace('\x1b', "^")
    }

    #[test]
    fn only_what_is_on_is_switched_off() {
        assert_eq!(text(queue_off, 0), "");
        assert_eq!(text(queue_off, RAW | CURSOR_HIDDEN), "^[?25h");
        assert_eq!(text(queue_off, ALTERNATE_SCREEN | BRACKETED_PASTE), "^[?2004l^[?1049l");
    }

    #[test]
    fn every_mode_on_has_its_off() {
        let all = text(queue_on, Modes::MAX).replace('h', "l");
        for mode in all.split('^').filter(|mode| !mode.is_empty() && *mode != "[?25l") {
            assert!(text(queue_off, Modes::MAX).contains(mode), "{mode}");
        }
        assert!(
            text(queue_on, Modes::MAX).contains("^[?25l") && text(queue_off, Modes::MAX).contains("^[?25h")
        );
    }

    #[test]
    fn the_mouse_is_off_unless_asked_for() {
        assert_eq!(wanted(Options::default()) & MOUSE, 0);
        assert_eq!(wanted(Options { mouse: true }) & !wanted(Options::default()), MOUSE);
    }

    #[test]
    fn nothing_is_sent_without_the_terminal() {
        let shared = Arc::new(Shared::default());
        assert!(!shared.is_active());
        Leaver(Arc::clone(&shared)).send(b"never seen").unwrap();
        shared.is_broken.store(true, SeqCst);
        assert!(shared.switch_on(ALTERNATE_SCREEN).is_err());
        assert_eq!(shared.on.load(SeqCst), 0);
    }
}
