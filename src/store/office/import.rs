//! 取込 into a workspace: takes files in and journals it.

use super::writable;
use crate::app::ports::Progress;
use crate::domain::event::{Deed, Draft, Seq};
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::store::workspace::{AppendError, Import, Records, Workspace};
use crate::store::{
    FolderSource, ImportPlan, ImportStop, ImportStopped, Outcome, StoreError, Taken, plan_import,
};
use std::collections::{BTreeMap, HashSet};
use thiserror::Error;

/// Why files were not taken in, or not all of them.
#[derive(Debug, Error)]
pub enum ImportFailure {
    /// The workspace cannot be written. Nothing was taken in.
    #[error(transparent)]
    NotWritable(#[from] AppendError),
    /// The received files cannot be looked through. Nothing was taken in.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It was cancelled before anything was taken in.
    #[error("cancelled")]
    Cancelled,
    /// It was not carried to its end. What was taken in is journalled.
    #[error(transparent)]
    Stopped(Box<ImportStopped>),
    /// Files were taken in, but the journal could not be written. The next import journals them.
    #[error("{error}")]
    NotRecorded {
        /// What was done.
        done: Box<ImportPlan>,
        /// Why the journal could not be written.
        error: Box<AppendError>,
    },
}

/// Takes the files of `source` in and journals it, one event a service month; nothing is journalled when nothing is
/// new. Files between other offices than `own` are left alone, when it is given.
///
/// # Errors
/// See [`ImportFailure`].
pub fn import(
    workspace: &mut Workspace,
    source: &FolderSource,
    own: Option<OfficeNumber>,
    progress: &dyn Progress,
) -> Result<ImportPlan, ImportFailure> {
    writable(workspace)?;
    let plan = plan_import(workspace.dir(), source, own, progress)?.ok_or(ImportFailure::Cancelled)?;
    let (done, stop) = match plan.carry_out(workspace.dir(), source, progress) {
        Ok(done) => (done, None),
        Err(stopped) => (stopped.so_far, Some(stopped.reason)),
    };
    if let Err(error) = record(workspace, &done) {
        return Err(ImportFailure::NotRecorded { done: Box::new(done), error: Box::new(error) });
    }
    match stop {
        None => Ok(done),
        Some(reason) => Err(stopped(done, reason)),
    }
}

fn stopped(so_far: ImportPlan, reason: ImportStop) -> ImportFailure {
    ImportFailure::Stopped(Box::new(ImportStopped { so_far, reason }))
}

/// What is journalled of one service month.
#[derive(Default)]
struct OfMonth {
    records: Records,
    new: u32,
    known: u32,
}

/// Journals what was taken in, also what an import that was killed took in before.
fn record(workspace: &mut Workspace, done: &ImportPlan) -> Result<(), AppendError> {
    let found = workspace.imports(None)?;
    if let Some(damage) = found.damage {
        return Err(AppendError::Damaged(damage));
    }
    let recorded = found.items.into_iter().map(|row| (row.import.hash, row.import.name)).collect();
    let months = by_month(done, recorded);
    let counts = done.counts();
    let mut refused = count(counts.not_exchange + counts.other_office + counts.unreadable);
    let mut last = workspace.last_seq()?;
    // What was refused has no month and is told once.
    for (month, of_month) in months.into_iter().filter(|(_, of_month)| !of_month.records.imports.is_empty()) {
        last = append(workspace, month, &of_month, std::mem::take(&mut refused), last)?;
    }
    Ok(())
}

fn by_month(
    done: &ImportPlan,
    mut recorded: HashSet<(String, String)>,
) -> BTreeMap<Option<ServiceMonth>, OfMonth> {
    let mut months = BTreeMap::<Option<ServiceMonth>, OfMonth>::new();
    for item in &done.items {
        let (taken, word) = match &item.outcome {
            Outcome::New(taken) => (taken, "new"),
            Outcome::Restored(taken) => (taken, "restored"),
            Outcome::Known(taken) => (taken, "known"),
            _ => continue,
        };
        let of_month = months.entry(taken.stored.month()).or_default();
        let import = import_of(taken, &item.path, word);
        let is_unrecorded = recorded.insert((import.hash.clone(), import.name.clone()));
        let is_new = is_unrecorded && word != "restored";
        *(if is_new { &mut of_month.new } else { &mut of_month.known }) += 1;
        if is_unrecorded || word != "known" {
            of_month.records.imports.push(import);
        }
    }
    months
}

fn import_of(taken: &Taken, path: &str, outcome: &str) -> Import {
    Import {
        hash: taken.hash.to_hex().to_string(),
        name: taken.stored.original_name().to_owned(),
        path: path.to_owned(),
        size: taken.bytes,
        month: taken.stored.month(),
        outcome: outcome.to_owned(),
    }
}

fn append(
    workspace: &mut Workspace,
    month: Option<ServiceMonth>,
    of_month: &OfMonth,
    refused: u32,
    last: Seq,
) -> Result<Seq, AppendError> {
    let deed = Deed::Import { new: of_month.new, known: of_month.known, refused };
    let draft = Draft { month, deed, changes: Vec::new(), reason: String::new() };
    let appended = workspace.append_with(&draft, &of_month.records, last)?;
    Ok(appended.events.last().map_or(last, |event| event.seq))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
