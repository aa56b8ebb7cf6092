//! What the child says, one line each: what it begins, and what the library told it was done.

use kyukan::domain::event::{Event, Seq};
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::PathBuf;

/// What a child is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Phase {
    Opening,
    Deciding,
    Importing,
    Writing,
}

/// A step that is begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Step {
    pub(crate) phase: Phase,
    /// Events it adds, all or none of them.
    pub(crate) events: usize,
    /// The folder that it imports.
    pub(crate) incoming: Option<PathBuf>,
}

/// What was told to be done, so that it must not be lost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Promise {
    /// Numbers of the events and hashes of all that is in them.
    pub(crate) events: Vec<(Seq, String)>,
    /// Paths of received files in the workspace and hashes of their bytes.
    pub(crate) received: Vec<(String, String)>,
    /// Folder below `out/` and the hash of its manifest.
    pub(crate) written: Option<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Line {
    Begin(Step),
    Done(Promise),
}

impl Line {
    /// Reads a line; `None` for those of the test's frame.
    pub(crate) fn read(line: &[u8]) -> Option<Self> {
        line.starts_with(b"{").then(|| serde_json::from_slice(line).unwrap())
    }

    /// Says the line; the child ends here when nobody listens any more.
    pub(crate) fn say(&self) {
        let mut line = serde_json::to_vec(self).unwrap();
        line.push(b'\n');
        let mut out = std::io::stdout().lock();
        out.write_all(&line).and_then(|()| out.flush()).unwrap();
    }
}

/// Stands for all that is in an event.
pub(crate) fn hash_of_event(event: &Event) -> String {
    blake3::hash(&serde_json::to_vec(event).unwrap()).to_hex().to_string()
}
