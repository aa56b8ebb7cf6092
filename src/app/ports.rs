//! What the use cases need from outside; `store` provides it.

use crate::domain::problem::Problem;

/// A file that may be one of the month's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Path as it is shown, relative to what was asked for, parts divided by `/`. A file in a zip archive has the
    /// archive's path before its own.
    pub path: String,
}

impl FoundFile {
    /// The name without folders.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// What lies in a folder, a zip archive or a list of them.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Every file, ordered by path.
    pub files: Vec<FoundFile>,
    /// What could not be listed or will not be opened.
    pub problems: Vec<Problem>,
}

/// Why the bytes of a file could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFailure {
    /// The file is larger than the limit, or the archive unpacks to more than its limit (bytes).
    TooLarge {
        /// Size, as far as it is known.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// The system's own words.
    Unreadable(String),
}

/// Gives the received files. Reading is asked for from several threads at once.
pub trait Source: Sync {
    /// Everything there is, in a stable order.
    fn list(&self) -> Listing;

    /// Puts the bytes of the file at `index` of the listing into `into`, which is emptied first.
    ///
    /// # Errors
    /// The file is too large or cannot be read.
    fn read(&self, index: usize, into: &mut Vec<u8>) -> Result<(), ReadFailure>;
}

/// Told how far a long job is. Called from several threads.
pub trait Progress: Sync {
    /// `done` of `total` files have been read.
    fn files_read(&self, done: usize, total: usize);

    /// Whether the job shall stop soon; once it says so, it must go on saying so.
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Shows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn files_read(&self, _done: usize, _total: usize) {}
}
