//! Takes notices into a workspace.

use super::{NOTICES, NoticeFault, RegisteredNotice, file, load_notices, registered_notices};
use crate::app::notices::{Contradiction, Ledger, NoticeFile, Notices, States, states};
use crate::domain::decision::{Subject, Value};
use crate::domain::event::{Change, Deed, Draft, Event, Seq};
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::format::kokuhoren::read::read;
use crate::store::kept;
use crate::store::office::writable;
use crate::store::workspace::{AppendError, Records, Workspace};
use crate::store::write::StoreError;
use thiserror::Error;

/// What an import did.
#[derive(Debug)]
pub struct NoticeImport {
    /// Each file, in the order in which they were given.
    pub files: Vec<OneNotice>,
    /// Everything that all kept files say, the new ones last.
    pub notices: Notices,
    /// Kept files that are not used.
    pub faults: Vec<NoticeFault>,
    /// The events that were written: first the register, then what became of slips and claims, month by month.
    pub events: Vec<Event>,
    /// What is left as people said it.
    pub contradictions: Vec<Contradiction>,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneNotice {
    /// The name it came with.
    pub name: String,
    /// What became of it.
    pub news: NoticeNews,
    /// Its place in [`NoticeImport::notices`]; `None` when its kept file cannot be used.
    pub at: Option<usize>,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeNews {
    /// It was not there.
    New,
    /// It was taken in before.
    Known,
}

/// Why nothing was taken in.
#[derive(Debug, Error)]
pub enum NoticeImportFailure {
    /// The workspace cannot be written.
    #[error(transparent)]
    NotWritable(AppendError),
    /// The disk refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The files are kept, but the journal could not be written. The next import registers them.
    #[error(transparent)]
    NotRecorded(AppendError),
}

/// Takes files in, by name and bytes: keeps every one, whatever is in it, and journals it together with what became of
/// slips and claims, all of it or nothing. `known` are clients who are known without the journal.
///
/// # Errors
/// See [`NoticeImportFailure`].
pub fn import_notices(
    workspace: &mut Workspace,
    given: &[(String, Vec<u8>)],
    own: Option<OfficeNumber>,
    known: &[ClientKey],
) -> Result<NoticeImport, NoticeImportFailure> {
    writable(workspace).map_err(NoticeImportFailure::NotWritable)?;
    let (ledger, last) = ledger(workspace, own, known).map_err(NoticeImportFailure::NotWritable)?;
    // A kept file that was lost or changed is there again before any is read.
    for (_, bytes) in given {
        let hash = blake3::hash(bytes);
        let path = file(workspace.dir(), hash.to_hex().as_str());
        kept::keep_synced(workspace.dir(), &path, &hash, bytes)?;
    }
    let (mut notices, faults) = load_notices(workspace.dir(), ledger.entries(NOTICES));
    let first = notices.files.len();
    let (files, changes) = take(given, &registered_notices(ledger.entries(NOTICES)), &mut notices);
    let found = if changes.is_empty() { States::default() } else { states(&notices, first, &ledger) };
    let mut drafts = Vec::new();
    if !changes.is_empty() {
        drafts.push(Draft { month: None, deed: Deed::Register, changes, reason: String::new() });
        drafts.extend(found.drafts);
    }
    let events = match drafts.as_slice() {
        [] => Vec::new(),
        drafts => {
            let appended = workspace.append_all(drafts, &Records::default(), last);
            appended.map_err(NoticeImportFailure::NotRecorded)?.events
        }
    };
    Ok(NoticeImport { files, notices, faults, events, contradictions: found.contradictions })
}

/// Reads files that are new, and makes their rows of the register.
fn take(
    given: &[(String, Vec<u8>)],
    registered: &[RegisteredNotice],
    notices: &mut Notices,
) -> (Vec<OneNotice>, Vec<Change>) {
    let mut order = registered.last().map(|notice| notice.order).unwrap_or_default();
    let (mut files, mut changes) = (Vec::new(), Vec::new());
    for (name, bytes) in given {
        let hash = blake3::hash(bytes).to_hex().to_string();
        let place = notices.files.iter().position(|notice| notice.hash == hash);
        if place.is_some() || registered.iter().any(|notice| notice.hash == hash) {
            files.push(OneNotice { name: name.clone(), news: NoticeNews::Known, at: place });
            continue;
        }
        order += 1;
        let row = RegisteredNotice { hash: hash.clone(), name: name.clone(), order };
        let subject = Subject::Entry { register: NOTICES.to_owned(), key: vec![hash.clone()] };
        changes.push(Change { subject, before: None, after: Some(Value::Entry { cells: row.cells() }) });
        files.push(OneNotice { name: name.clone(), news: NoticeNews::New, at: Some(notices.files.len()) });
        notices.add(NoticeFile { name: name.clone(), hash, read: read(bytes) });
    }
    (files, changes)
}

fn ledger(
    workspace: &mut Workspace,
    own: Option<OfficeNumber>,
    known: &[ClientKey],
) -> Result<(Ledger, Seq), AppendError> {
    let found = workspace.events(None)?;
    if let Some(damage) = found.damage {
        return Err(AppendError::Damaged(damage));
    }
    let last = workspace.last_seq()?;
    Ok((Ledger::of(found.items, own, known.iter().copied()), last))
}
