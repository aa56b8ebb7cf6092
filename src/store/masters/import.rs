//! Takes a master into a workspace, and off its register.

use super::{MASTERS, RegisteredMaster, file, registered_masters};
use crate::app::decisions::Decisions;
use crate::app::ports::{ReadFailure, Source};
use crate::domain::decision::{Subject, Value};
use crate::domain::event::{Deed, Draft, Event, Seq};
use crate::format::codes::{MasterReading, NotAMaster, read_master};
use crate::store::office::writable;
use crate::store::workspace::{AppendError, Appended, Workspace};
use crate::store::write::StoreError;
use crate::store::{FolderSource, Limits, kept};
use std::path::Path;
use thiserror::Error;

/// A master that was taken in.
#[derive(Clone, Debug)]
pub struct MasterImport {
    /// Its row of the register.
    pub master: RegisteredMaster,
    /// What was read of it: the notes, and the rows that were refused.
    pub reading: MasterReading,
    /// What was journalled; `None` when it is the one that was imported last and nothing has changed.
    pub appended: Option<Appended>,
}

/// What an import did to the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MasterNews {
    /// The master was not on it.
    New,
    /// It was on it, and stands before the others now, or with other cells.
    Renewed,
    /// It was on it just so.
    Known,
}

impl MasterImport {
    /// What the import did to the register.
    pub fn news(&self) -> MasterNews {
        let Some(appended) = &self.appended else { return MasterNews::Known };
        let was_there = |event: &Event| event.changes.iter().any(|change| change.before.is_some());
        if appended.events.iter().any(was_there) { MasterNews::Renewed } else { MasterNews::New }
    }
}

/// Why a master was not taken in.
#[derive(Debug, Error)]
pub enum MasterImportFailure {
    /// The workspace cannot be written.
    #[error(transparent)]
    NotWritable(AppendError),
    /// The file cannot be read.
    #[error("the file cannot be read")]
    Unreadable(ReadFailure),
    /// The folder or archive holds so many files and not one.
    #[error("{0} files")]
    NotOneFile(usize),
    /// The file is no master.
    #[error(transparent)]
    NoMaster(#[from] NotAMaster),
    /// Every row was refused, or there is none.
    #[error("no row could be taken")]
    NothingTaken(Box<MasterReading>),
    /// The disk refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file is kept, but the journal could not be written. The next import registers it.
    #[error(transparent)]
    NotRecorded(AppendError),
}

/// Takes a master (a CSV file, or an archive with one) in: keeps its bytes, and journals it after the event `last`.
/// Importing it again puts it before the others.
///
/// # Errors
/// See [`MasterImportFailure`].
pub fn import_master(
    workspace: &mut Workspace,
    path: &Path,
    last: Seq,
) -> Result<MasterImport, MasterImportFailure> {
    writable(workspace).map_err(MasterImportFailure::NotWritable)?;
    let (name, bytes) = read(path)?;
    take_master(workspace, &name, &bytes, last)
}

/// Takes the bytes of a master in, which came in a file of this name; otherwise like [`import_master`].
///
/// # Errors
/// See [`MasterImportFailure`].
pub fn take_master(
    workspace: &mut Workspace,
    name: &str,
    bytes: &[u8],
    last: Seq,
) -> Result<MasterImport, MasterImportFailure> {
    writable(workspace).map_err(MasterImportFailure::NotWritable)?;
    let reading = read_master(bytes)?;
    let decisions = decisions(workspace).map_err(MasterImportFailure::NotWritable)?;
    if reading.taken == 0 {
        return Err(MasterImportFailure::NothingTaken(Box::new(reading)));
    }
    let hash = blake3::hash(bytes);
    let path = file(workspace.dir(), hash.to_hex().as_str());
    kept::keep_synced(workspace.dir(), &path, &hash, bytes)?;
    let known = registered_masters(decisions.entries(MASTERS));
    let is_last = known.last().is_some_and(|master| master.hash == hash.to_hex().as_str());
    let highest = known.last().map(|master| master.order).unwrap_or_default();
    let order = if is_last { highest } else { highest + 1 };
    let master = RegisteredMaster::of_reading(&hash, name.to_owned(), &reading, order);
    let value = Value::Entry { cells: master.cells() };
    let appended = register(workspace, &decisions, &master.hash, Some(value), last)
        .map_err(MasterImportFailure::NotRecorded)?;
    Ok(MasterImport { master, reading, appended })
}

/// Takes a master off the register after the event `last`; its file stays, so that this can be taken back. `None` when
/// none has this hash.
///
/// # Errors
/// The workspace cannot be written, or the journal has grown.
pub fn remove_master(workspace: &mut Workspace, hash: &str, last: Seq) -> Result<Option<Event>, AppendError> {
    writable(workspace)?;
    let decisions = decisions(workspace)?;
    let appended = register(workspace, &decisions, hash, None, last)?;
    Ok(appended.and_then(|appended| appended.events.into_iter().next_back()))
}

fn decisions(workspace: &mut Workspace) -> Result<Decisions, AppendError> {
    let found = workspace.events(None)?;
    match found.damage {
        Some(damage) => Err(AppendError::Damaged(damage)),
        None => Ok(Decisions::of(found.items)),
    }
}

fn register(
    workspace: &mut Workspace,
    decisions: &Decisions,
    hash: &str,
    value: Option<Value>,
    last: Seq,
) -> Result<Option<Appended>, AppendError> {
    let subject = Subject::Entry { register: MASTERS.to_owned(), key: vec![hash.to_owned()] };
    let Some(change) = decisions.change(subject, value) else { return Ok(None) };
    let draft = Draft { month: None, deed: Deed::Register, changes: vec![change], reason: String::new() };
    workspace.append(&draft, last).map(Some)
}

/// The name and the bytes of the one file.
fn read(path: &Path) -> Result<(String, Vec<u8>), MasterImportFailure> {
    let source = FolderSource::open(&[path.to_owned()], Limits::default());
    if !source.missing().is_empty() {
        let reason = "reason-not-found".to_owned();
        return Err(MasterImportFailure::Unreadable(ReadFailure::Unreadable(reason)));
    }
    let files = source.list().files;
    let [only] = files.as_slice() else { return Err(MasterImportFailure::NotOneFile(files.len())) };
    let mut bytes = Vec::new();
    source.read(0, &mut bytes).map_err(MasterImportFailure::Unreadable)?;
    let name = only.path.rsplit(['/', '\\']).next().unwrap_or_default();
    Ok((name.to_owned(), bytes))
}
