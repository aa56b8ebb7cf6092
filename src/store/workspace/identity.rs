//! Whether a path still leads to the file that was opened.

use std::fs::Metadata;
use std::io;
use std::path::Path;

/// What tells a file from another one that takes its path later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity(u64, u64);

impl Identity {
    /// The identity of the file at a path.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        path.metadata().map(|metadata| Self::from(&metadata))
    }
}

/// The number of a file is not used again as long as somebody has the file open.
#[cfg(unix)]
impl From<&Metadata> for Identity {
    fn from(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(metadata.dev(), metadata.ino())
    }
}

#[cfg(windows)]
impl From<&Metadata> for Identity {
    fn from(metadata: &Metadata) -> Self {
        use std::os::windows::fs::MetadataExt;
        Self(metadata.creation_time(), 0)
    }
}

#[cfg(not(any(unix, windows)))]
impl From<&Metadata> for Identity {
    fn from(_: &Metadata) -> Self {
        Self(0, 0)
    }
}
