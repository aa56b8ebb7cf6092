//! Watches a folder for received files that arrive.
//!
//! The folder is looked through when the system tells of a change, and now and then in any case: on shares of other
//! computers the system may tell nothing. A file is told once it has stayed the same from one look to the next.

mod looks;

use super::write::StoreError;
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, select};
use looks::{Looks, look};
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// The shortest time between two looks.
const SHORTEST: Duration = Duration::from_millis(10);

/// How a folder is watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watching {
    /// Whether the system is asked to tell of changes; without it there are only the regular looks.
    pub asks_system: bool,
    /// Time between two looks when nothing seems to happen.
    pub look_every: Duration,
    /// How long a file must have stayed the same.
    pub settle: Duration,
    /// Whether the files that are there already are told as well.
    pub tells_present: bool,
}

impl Default for Watching {
    fn default() -> Self {
        Self {
            asks_system: true,
            look_every: Duration::from_secs(30),
            settle: Duration::from_secs(2),
            tells_present: false,
        }
    }
}

/// A folder that is being watched, until this is dropped.
#[derive(Debug)]
pub struct Watch {
    /// Nothing is ever sent; the thread ends when it is closed.
    _stop: Sender<()>,
}

/// Watches `folder`, three folders deep, and tells the paths of exchange files and zip archives that are new or have
/// changed. A folder that vanishes is waited for.
///
/// `tell` is called from a thread of its own. A call that has begun may go on when the watch is dropped, no other
/// begins.
///
/// # Errors
/// The folder cannot be looked into, or there is no thread to be had.
pub fn watch(
    folder: &Path,
    how: Watching,
    tell: impl Fn(Vec<PathBuf>) + Send + 'static,
) -> Result<Watch, StoreError> {
    // What is there now is taken for known before this returns: a file that comes right after is a new one.
    let present = look(folder).map_err(StoreError::at(folder))?;
    let mut looks = Looks::default();
    if !how.tells_present {
        looks.know(present);
    }
    // Shorter times would keep a core busy.
    let how = Watching { settle: how.settle.max(SHORTEST), look_every: how.look_every.max(SHORTEST), ..how };
    let (stop, stopped) = bounded(0);
    let watcher = Watcher { folder: folder.to_owned(), how, looks, stopped, bell: None };
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || watcher.run(&tell))
        .map_err(StoreError::at(folder))?;
    Ok(Watch { _stop: stop })
}

struct Watcher {
    folder: PathBuf,
    how: Watching,
    looks: Looks,
    stopped: Receiver<()>,
    bell: Option<Bell>,
}

/// Rings when something has changed in the folder.
struct Bell {
    rings: Receiver<Ring>,
    _system: Debouncer<RecommendedWatcher, NoCache>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ring {
    /// Something has changed.
    Changed,
    /// The folder itself may be another one now, or events were lost.
    Broken,
}

impl Watcher {
    fn run(mut self, tell: &dyn Fn(Vec<PathBuf>)) {
        loop {
            let arrived = self.look();
            if self.is_stopped_within(Duration::ZERO) {
                return;
            }
            if !arrived.is_empty() {
                tell(arrived);
            }
            // Looks are never closer together, or a file that is still being copied would seem to stay the same.
            if self.is_stopped_within(self.how.settle) || (!self.looks.waits() && self.is_stopped_in_rest()) {
                return;
            }
        }
    }

    fn look(&mut self) -> Vec<PathBuf> {
        // The bell first: what arrives during the look rings.
        self.hang_bell();
        if let Ok(files) = look(&self.folder) {
            self.looks.take(files)
        } else {
            // A bell does not outlive its folder.
            self.bell = None;
            Vec::new()
        }
    }

    fn hang_bell(&mut self) {
        if self.how.asks_system && self.bell.is_none() {
            // Without it, as on shares that tell nothing, the regular looks find everything a little later.
            self.bell = Bell::hang(&self.folder, self.how.settle).ok();
        }
    }

    fn is_stopped_within(&self, time: Duration) -> bool {
        self.stopped.recv_timeout(time) != Err(RecvTimeoutError::Timeout)
    }

    /// Rests until the bell rings or it is time for a regular look; whether the watch ended meanwhile.
    fn is_stopped_in_rest(&mut self) -> bool {
        let silent = crossbeam_channel::never();
        let rings = self.bell.as_ref().map_or(&silent, |bell| &bell.rings);
        let ring = select! {
            recv(self.stopped) -> _ => return true,
            recv(rings) -> ring => ring.unwrap_or(Ring::Broken),
            default(self.how.look_every) => Ring::Changed,
        };
        if ring == Ring::Broken {
            self.bell = None;
        }
        false
    }
}

impl Bell {
    fn hang(folder: &Path, settle: Duration) -> notify_debouncer_full::notify::Result<Self> {
        let (ring, rings) = bounded(1);
        let root = folder.to_owned();
        let handler = move |events: DebounceEventResult| {
            let kind = match events {
                Ok(events) if events.iter().all(|event| matches!(event.kind, EventKind::Access(_))) => return,
                Ok(events) => {
                    let of_root = |event: &notify_debouncer_full::DebouncedEvent| {
                        event.need_rescan() || (!event.kind.is_create() && event.paths.contains(&root))
                    };
                    if events.iter().any(of_root) { Ring::Broken } else { Ring::Changed }
                }
                Err(_) => Ring::Broken,
            };
            // When it rings already, the look is still to come.
            let _ = ring.try_send(kind);
        };
        let config = notify_debouncer_full::notify::Config::default();
        let mut system = new_debouncer_opt(settle, Some(settle), handler, NoCache, config)?;
        system.watch(folder, RecursiveMode::Recursive)?;
        Ok(Self { rings, _system: system })
    }
}

#[cfg(test)]
mod tests;
