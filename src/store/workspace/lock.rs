//! One writer at a time. The lock is the system's, so it ends with the process, however that ends; who has it stands
//! in a file beside it, because a locked file cannot be read on Windows.

use super::identity::Identity;
use crate::store::private::{open_or_create, remove_if_there, write_file};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

const LOCK: &str = "kyukan.lock";
const DETAILS: &str = "kyukan.lock.json";

/// A person at a machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Name of the person.
    pub person: String,
    /// Name of the machine.
    pub machine: String,
}

impl Who {
    /// The person at this machine: by the name given, else by the one that the system knows.
    pub fn here(person: Option<&str>) -> Self {
        let known = |name: whoami::Result<String>| name.ok().filter(|name| !name.trim().is_empty());
        let person = person.map(str::to_owned);
        let person = person.or_else(|| known(whoami::realname())).or_else(|| known(whoami::username()));
        Self { person: person.unwrap_or_default(), machine: known(whoami::hostname()).unwrap_or_default() }
    }
}

/// Who writes in a workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Who.
    #[serde(flatten)]
    pub who: Who,
    /// Since when, by the clock of that machine.
    pub since: DateTime<FixedOffset>,
    /// Number of the process on that machine.
    pub pid: u32,
}

/// The lock of a workspace, held until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
    identity: Identity,
}

/// What came of trying to take the lock.
#[derive(Debug)]
pub(super) enum Taking {
    Taken(Lock),
    Held(Option<Holder>),
}

/// The file whose lock it is.
pub(super) fn path_in(dir: &Path) -> PathBuf {
    dir.join(LOCK)
}

/// Takes the lock of the workspace, or says who has it.
pub(super) fn take(dir: &Path, who: &Who, since: DateTime<FixedOffset>) -> io::Result<Taking> {
    let path = path_in(dir);
    let file = open_or_create(&path)?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => return Ok(Taking::Held(read_holder(dir))),
        Err(TryLockError::Error(error)) => return Err(error),
        Ok(()) => {}
    }
    let lock = Lock { file, identity: Identity::of(&path)?, path };
    // Best effort: the lock holds without it, the others only cannot be told who has it.
    drop(write_holder(dir, &Holder { who: who.clone(), since, pid: std::process::id() }));
    Ok(Taking::Taken(lock))
}

impl Lock {
    /// Whether the file that is locked is still the one that others would lock.
    pub(super) fn is_current(&self) -> bool {
        Identity::of(&self.path).is_ok_and(|now| now == self.identity)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.is_current() {
            drop(remove_if_there(&self.path.with_file_name(DETAILS)));
        }
        // Closing the file would do; this does not wait for a copy of the handle in a child process.
        drop(self.file.unlock());
    }
}

fn write_holder(dir: &Path, holder: &Holder) -> io::Result<()> {
    let part = dir.join(format!("{DETAILS}.part"));
    write_file(&part, &serde_json::to_vec(holder)?)?;
    fs::rename(&part, dir.join(DETAILS))
}

fn read_holder(dir: &Path) -> Option<Holder> {
    serde_json::from_slice(&fs::read(dir.join(DETAILS)).ok()?).ok()
}
