//! 書出し from a workspace: writes the planned files with the journal beside them, and journals it.

use super::writable;
use crate::app::write::{self, PlannedFile, Sent, WritePlan};
use crate::domain::event::{Deed, Draft, Event, Seq};
use crate::domain::month::ServiceMonth;
use crate::format::exchange::name::{NameReading, read as read_name};
use crate::store::workspace::{AppendError, ExportError, Records, Sending, SentFile, Submission, Workspace};
use crate::store::{OutFile, Receipt, StoreError, write_out};
use chrono::{DateTime, FixedOffset};
use std::fs;
use std::path::Path;
use thiserror::Error;

/// The journal of the month beside the outputs, one event a line.
pub const JOURNAL_FILE: &str = "journal.jsonl";

/// Why files were not written. None of them is there then.
#[derive(Debug, Error)]
pub enum OutFailure {
    /// The workspace cannot be written, or something was decided since the files were planned.
    #[error(transparent)]
    Journal(#[from] AppendError),
    /// The disk refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where, and what lies there.
    pub receipt: Receipt,
    /// The event of the journal.
    pub event: Event,
}

/// Writes planned files and the journal of the month into a new folder, and journals it. `last` is the last event that
/// the plan was made with, `at` names the folder, and `why` says for people what a file is for (`None`: the journal).
///
/// # Errors
/// See [`OutFailure`].
pub fn write_files(
    workspace: &mut Workspace,
    month: ServiceMonth,
    (plan, last): (&WritePlan, Seq),
    at: DateTime<FixedOffset>,
    why: &dyn Fn(Option<&PlannedFile>) -> String,
) -> Result<Written, OutFailure> {
    writable(workspace)?;
    refuse_stale(workspace, last)?;
    let journal = journal(workspace, month)?;
    let reasons: Vec<String> = plan.files.iter().map(|file| why(Some(file))).collect();
    let planned = plan.files.iter().zip(&reasons);
    let mut files: Vec<OutFile<'_>> =
        planned.map(|(file, why)| OutFile { name: &file.name, bytes: &file.bytes, why }).collect();
    let of_journal = why(None);
    files.push(OutFile { name: JOURNAL_FILE, bytes: &journal, why: &of_journal });
    let receipt = write_out(workspace.dir(), month, at, &files)?;
    match record(workspace, month, plan, &receipt.folder, last) {
        Ok(event) => Ok(Written { receipt, event }),
        Err(error) => {
            // Best effort: files that nobody wrote down must not be sent.
            drop(fs::remove_dir_all(&receipt.folder));
            Err(error.into())
        }
    }
}

/// Files are written of what people saw, not of what was decided since.
fn refuse_stale(workspace: &mut Workspace, last: Seq) -> Result<(), AppendError> {
    let newest = workspace.last_seq()?;
    if newest == last {
        return Ok(());
    }
    let since = workspace.events(None)?.items.into_iter().filter(|event| event.seq > last).collect();
    Err(AppendError::Conflict { last: newest, since })
}

fn journal(workspace: &mut Workspace, month: ServiceMonth) -> Result<Vec<u8>, OutFailure> {
    let mut bytes = Vec::new();
    match workspace.export(Some(month), &mut bytes) {
        Ok(None) => Ok(bytes),
        Ok(Some(damage)) => Err(AppendError::Damaged(damage).into()),
        Err(ExportError::Workspace(error)) => Err(AppendError::from(error).into()),
        Err(ExportError::Output(error)) => Err(StoreError::at(&workspace.out())(error).into()),
    }
}

fn record(
    workspace: &mut Workspace,
    month: ServiceMonth,
    plan: &WritePlan,
    folder: &Path,
    last: Seq,
) -> Result<Event, AppendError> {
    let below = folder.strip_prefix(workspace.out()).unwrap_or(folder);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    let folder = parts.join("/");
    let files: Vec<SentFile> = plan.files.iter().map(sent_file).collect();
    let deed =
        Deed::Write { folder: folder.clone(), files: u32::try_from(plan.files.len()).unwrap_or(u32::MAX) };
    let draft = |of: ServiceMonth, deed: &Deed| {
        let changes = plan.sent.iter().filter(|(sent, _)| *sent == of).flat_map(|(_, changes)| changes);
        let changes = changes.cloned().collect();
        Draft { month: Some(of), deed: deed.clone(), changes, reason: String::new() }
    };
    // What was sent of other months stands in their journals; the event of this month comes last.
    let others = plan.sent.iter().map(|(of, _)| *of).filter(|of| *of != month);
    let mut drafts: Vec<Draft> = others.map(|of| draft(of, &deed)).collect();
    drafts.push(draft(month, &deed));
    let submission = Some(Sending { month: Some(month), folder, files });
    let records = Records { submission, ..Records::default() };
    let appended = workspace.append_all(&drafts, &records, last)?;
    let missing = || AppendError::Conflict { last, since: Vec::new() };
    appended.events.into_iter().next_back().ok_or_else(missing)
}

fn sent_file(file: &PlannedFile) -> SentFile {
    let (folder, name) = file.name.rsplit_once('/').unwrap_or(("", &file.name));
    let kind = name.split(['_', '.']).next().unwrap_or_default();
    let receiver = match read_name(name) {
        NameReading::Exchange(name) => name.receiver.to_string(),
        _ => folder.to_owned(),
    };
    SentFile {
        name: file.name.clone(),
        kind: kind.to_owned(),
        receiver,
        hash: blake3::hash(&file.bytes).to_hex().to_string(),
        bytes: file.bytes.clone(),
    }
}

/// What was written before for a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// Every writing, the oldest first.
    pub submissions: Vec<Submission>,
}

impl Earlier {
    /// What the workspace has written for a month.
    ///
    /// # Errors
    /// It cannot be read, or is damaged.
    pub fn gather(workspace: &mut Workspace, month: ServiceMonth) -> Result<Self, AppendError> {
        let found = workspace.submissions(Some(month))?;
        match found.damage {
            Some(damage) => Err(AppendError::Damaged(damage)),
            None => Ok(Self { submissions: found.items }),
        }
    }

    /// The exchange files among it.
    pub fn sent(&self) -> Sent {
        let files = self.submissions.iter().flat_map(|submission| &submission.sending.files);
        let exchange = files.filter_map(|file| {
            let name = file.name.rsplit('/').next().unwrap_or_default();
            match read_name(name) {
                NameReading::Exchange(name) => Some(write::SentFile { name, bytes: file.bytes.clone() }),
                _ => None,
            }
        });
        Sent { files: exchange.collect() }
    }
}
