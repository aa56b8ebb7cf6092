//! Why a workspace cannot be opened or written, and what is wrong with a journal.

use super::lock::Holder;
use super::trouble::Trouble;
use crate::domain::event::{Event, Seq};
use std::path::PathBuf;
use thiserror::Error;

/// Why a workspace cannot be made, opened or read. Nothing has been changed when one of these is told.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WorkspaceError {
    /// A workspace is made in an empty folder only; this one holds something.
    #[error("{0} is not empty")]
    NotEmpty(PathBuf),
    /// The folder is no workspace.
    #[error("{0} is no workspace")]
    NoWorkspace(PathBuf),
    /// The database is not what it should be as a whole. It is left as it is.
    #[error("{path}: {fault}")]
    Database {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        fault: DatabaseFault,
        /// The newest copy in `backup/`.
        backup: Option<PathBuf>,
    },
    /// A newer program has written the database.
    #[error("{path} has version {found}, this program knows {known}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The newest version this program knows.
        known: u32,
    },
    /// The disk.
    #[error("{path}: {trouble}")]
    Trouble {
        /// What was to be read or written.
        path: PathBuf,
        /// What stands in the way.
        trouble: Trouble,
    },
}

/// What is wrong with a database as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DatabaseFault {
    /// The workspace is there, its database is not. No new one is made in its place.
    #[error("missing")]
    Missing,
    /// 0 bytes.
    #[error("empty")]
    Empty,
    /// Something else than a SQLite database.
    #[error("no SQLite database")]
    NotADatabase,
    /// A SQLite database of another program.
    #[error("a database of another program")]
    Foreign,
}

/// Why an event was not appended. Nothing of it has been written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AppendError {
    /// The journal is not as long as the caller believes: what was read has to be read again.
    #[error("the journal ends at {last}")]
    Conflict {
        /// Last event of the journal.
        last: Seq,
        /// The events the caller does not know; none when the journal has become shorter (an older copy was put in its
        /// place).
        since: Vec<Event>,
    },
    /// The workspace is open for reading only.
    #[error("open for reading only")]
    ReadOnly(Barrier),
    /// The journal is damaged; nothing is written behind the damage.
    #[error("the journal is damaged after {}", .0.after)]
    Damaged(Damage),
    /// The disk. After [`Trouble::Other`] in the last moment of writing the event may be there nevertheless; the next
    /// attempt then tells it as a conflict.
    #[error(transparent)]
    Workspace(#[from] WorkspaceError),
}

/// Why a journal was not exported.
#[derive(Debug, Error)]
pub enum ExportError {
    /// It could not be read.
    #[error(transparent)]
    Workspace(#[from] WorkspaceError),
    /// It could not be written there.
    #[error(transparent)]
    Output(#[from] std::io::Error),
}

/// Why a workspace is open for reading only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// It was asked for.
    Asked,
    /// Somebody else is writing; `None` when it cannot be told who.
    Held(Option<Holder>),
    /// The disk lets nothing be written.
    Trouble {
        /// What could not be written.
        path: PathBuf,
        /// What stands in the way.
        trouble: Trouble,
    },
}

/// Damage of a journal: everything up to `after` is good and was given, what follows cannot be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The last good event; 0 for none.
    pub after: Seq,
    /// What is wrong.
    pub what: DamageSort,
}

/// What is wrong with a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DamageSort {
    /// An entry is not what was written: its link of the chain does not fit.
    Altered,
    /// Entries are missing, in the middle or at the end.
    Missing,
    /// An entry is what was written, but makes no sense.
    Unreadable,
    /// The entries are good, but the count of them or of the records beside them does not fit.
    Count,
    /// SQLite cannot read on, in its words.
    Database(String),
}

/// What does not stop the work but has to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The daily copy into `backup/` was not made.
    BackupFailed {
        /// What was to be written.
        path: PathBuf,
        /// What stands in the way.
        trouble: Trouble,
    },
    /// A medium that can only be read holds entries that are not in the database file yet; they are not shown.
    NewestLeftOut,
}
