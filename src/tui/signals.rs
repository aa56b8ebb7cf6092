//! Signals from outside: end, stop, continue. Windows has none of them.

#[cfg(unix)]
pub use unix::{Caught, catch, die_of, spawn};
#[cfg(not(unix))]
pub use windows::{Caught, catch, die_of, spawn};

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Save, leave the terminal, then [`die_of`] the signal of this number.
    Quit(i32),
    /// Stop as for Ctrl-Z, asked for from outside.
    Suspend,
    /// The process was stopped and goes on: set the modes of the terminal again and redraw.
    Continued,
    /// The terminal may have another size. The library loses this signal when a key comes with it.
    Resized,
}

#[cfg(unix)]
mod unix {
    use super::Signal;
    use crate::tui::terminal::{Guard, Leaver};
    use crossbeam_channel::Sender;
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;
    use std::time::{Duration, Instant};
    use std::{io, process, thread};

    /// How long the main loop may take over a wish to end before the same wish kills.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// Signals that are held until [`spawn`].
    #[derive(Debug)]
    pub struct Caught(Signals);

    /// From now on no signal ends the process. To be called before the terminal is taken, so that it is always given
    /// back.
    ///
    /// # Errors
    /// The system refused the handlers.
    pub fn catch() -> io::Result<Caught> {
        Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH]).map(Caught)
    }

    /// Starts the thread that sends the signals on.
    ///
    /// # Errors
    /// The system refused the thread.
    pub fn spawn(caught: Caught, guard: &Guard, sender: Sender<Signal>) -> io::Result<()> {
        let leaver = guard.leaver();
        thread::Builder::new()
            .name("signals".to_owned())
            .spawn(move || pass_on(caught.0, &leaver, &sender))?;
        Ok(())
    }

    fn pass_on(mut signals: Signals, leaver: &Leaver, sender: &Sender<Signal>) {
        let mut first_quit = None;
        for number in signals.forever() {
            let signal = match number {
                SIGCONT => Signal::Continued,
                SIGTSTP => Signal::Suspend,
                SIGWINCH => Signal::Resized,
                _ => Signal::Quit(number),
            };
            let is_heard = sender.send(signal).is_ok();
            if signal != Signal::Quit(number) {
                continue;
            }
            // A closing window sends the same signal twice at once; that is no impatience.
            let since = *first_quit.get_or_insert_with(Instant::now);
            if !is_heard || since.elapsed() > PATIENCE {
                leave_and_die(leaver, number);
            }
        }
    }

    /// The main loop does not listen. It may hang in a write to the terminal, so leaving may hang too.
    fn leave_and_die(leaver: &Leaver, number: i32) {
        let (done, is_done) = crossbeam_channel::bounded(1);
        let leaver = leaver.clone();
        let leaving = thread::Builder::new().spawn(move || {
            leaver.leave();
            let _ = done.send(());
        });
        if leaving.is_ok() {
            let _ = is_done.recv_timeout(PATIENCE);
        }
        die_of(number);
    }

    /// Ends the process by the signal itself, so that the parent sees the right status.
    pub fn die_of(number: i32) -> ! {
        let _ = emulate_default_handler(number);
        process::exit(128_i32.saturating_add(number))
    }
}

#[cfg(not(unix))]
mod windows {
    use super::Signal;
    use crate::tui::terminal::Guard;
    use crossbeam_channel::Sender;
    use std::{io, mem, process};

    /// Nothing, as there are no signals.
    #[derive(Debug)]
    pub struct Caught;

    /// Catches nothing.
    ///
    /// # Errors
    /// None; as elsewhere.
    pub fn catch() -> io::Result<Caught> {
        Ok(Caught)
    }

    /// Sends nothing, but keeps the channel open, so that waiting on it never reports an end.
    ///
    /// # Errors
    /// None; as elsewhere.
    pub fn spawn(_caught: Caught, _guard: &Guard, sender: Sender<Signal>) -> io::Result<()> {
        mem::forget(sender);
        Ok(())
    }

    /// Ends the process.
    pub fn die_of(number: i32) -> ! {
        process::exit(128_i32.saturating_add(number))
    }
}
