//! What is told after each look through the folder.

use crate::format::exchange::name::{NameReading, read as read_name};
use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use walkdir::WalkDir;

/// How many folders deep is looked.
const DEEPEST: usize = 3;

/// Size and time of change of a file: as long as they stay, it is taken for the same.
pub(super) type Stamp = (u64, Option<SystemTime>);

/// The files there were, by what they looked like.
#[derive(Debug, Default)]
pub(super) struct Looks {
    told: BTreeMap<PathBuf, Stamp>,
    waiting: BTreeMap<PathBuf, Stamp>,
}

impl Looks {
    /// Takes files for told.
    pub(super) fn know(&mut self, files: BTreeMap<PathBuf, Stamp>) {
        self.told = files;
    }

    /// Whether a file is waited for to stay the same.
    pub(super) fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Takes what there is now and gives the files that are to be told: new or changed ones that look as they did the
    /// time before.
    pub(super) fn take(&mut self, files: BTreeMap<PathBuf, Stamp>) -> Vec<PathBuf> {
        let before = std::mem::take(&mut self.waiting);
        self.told.retain(|path, _| files.contains_key(path));
        let mut arrived = Vec::new();
        for (path, stamp) in files {
            if self.told.get(&path) == Some(&stamp) {
                continue;
            }
            if before.get(&path) == Some(&stamp) && can_be_read(&path) {
                self.told.insert(path.clone(), stamp);
                arrived.push(path);
            } else {
                self.waiting.insert(path, stamp);
            }
        }
        arrived
    }
}

/// On Windows a file that is still being copied has its whole size already, but cannot be opened. One that can never
/// be read is for the import to tell.
fn can_be_read(path: &Path) -> bool {
    match File::open(path) {
        Err(error) => !cfg!(windows) || error.kind() == io::ErrorKind::PermissionDenied,
        Ok(_) => true,
    }
}

/// The exchange files and zip archives in a folder.
pub(super) fn look(folder: &Path) -> io::Result<BTreeMap<PathBuf, Stamp>> {
    // The walk itself would only skip a folder that is gone.
    std::fs::read_dir(folder)?;
    let entries = WalkDir::new(folder).max_depth(DEEPEST).into_iter().filter_map(Result::ok);
    let wanted = entries.filter(|entry| !entry.file_type().is_dir() && is_wanted(entry.path()));
    Ok(wanted
        .filter_map(|entry| {
            // One that is gone again by now is none.
            let seen = std::fs::metadata(entry.path()).ok().filter(std::fs::Metadata::is_file)?;
            Some((entry.into_path(), (seen.len(), seen.modified().ok())))
        })
        .collect())
}

fn is_wanted(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    read_name(&name) != NameReading::Foreign || name.to_ascii_lowercase().ends_with(".zip")
}
