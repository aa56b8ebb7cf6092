//! Carries an import out: writes what is new among the received files.
//!
//! Every file gets its name only when all of it is on the disk and reads back as it came, so an import may be killed
//! at any point and started again.

use super::import::{ImportItem, ImportPlan, Outcome, Taken};
use super::{folder, folders, look};
use crate::app::ports::{Progress, ReadFailure, Source};
use crate::store::write::{StoreError, create_folder_synced, make_read_only, sync_folder};
use crate::store::{FolderSource, kept};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use thiserror::Error;

/// Why an import was not carried to its end.
#[derive(Debug, Error)]
pub enum ImportStop {
    /// [`Progress::is_cancelled`] became true.
    #[error("cancelled")]
    Cancelled,
    /// A file could not be written; the disk may be full.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An import that was not carried to its end. What was taken in stays; importing again goes on from there.
#[derive(Debug, Error)]
#[error("{reason}")]
pub struct ImportStopped {
    /// What was done; the files that were not come to [`Outcome::NotReached`].
    pub so_far: ImportPlan,
    /// Why it stopped.
    pub reason: ImportStop,
}

impl ImportPlan {
    /// Takes the new files in and gives back what was done; `source` is the one that was planned with.
    ///
    /// A file that has changed since it was planned is not taken in. The caller holds the lock of the workspace:
    /// half-written files are taken for those of an import that was killed, and removed.
    ///
    /// # Errors
    /// It was cancelled or the system refuses; see [`ImportStopped`].
    pub fn carry_out(
        self,
        root: &Path,
        source: &FolderSource,
        progress: &dyn Progress,
    ) -> Result<Self, Box<ImportStopped>> {
        let Self { items, problems } = self;
        let stopped = |items, reason| {
            Box::new(ImportStopped { so_far: Self { items, problems: problems.clone() }, reason })
        };
        if let Err(error) = clean(root).and_then(|()| make_folders(root, &items)) {
            let items = items.into_iter().map(not_reached).collect();
            return Err(stopped(items, error.into()));
        }
        let keeper = Keeper { root, source, progress, failure: OnceLock::new() };
        let items = keeper.keep_all(items);
        // The names of what was kept reach the disk even when the rest failed.
        let synced = sync_folders(root, &items);
        if let Some(error) = keeper.failure.into_inner() {
            return Err(stopped(items, error.into()));
        }
        if let Err(error) = synced {
            return Err(stopped(items, error.into()));
        }
        if items.iter().any(|item| matches!(item.outcome, Outcome::NotReached(_))) {
            return Err(stopped(items, ImportStop::Cancelled));
        }
        Ok(Self { items, problems })
    }
}

fn not_reached(item: ImportItem) -> ImportItem {
    let outcome = match item.outcome {
        Outcome::New(taken) | Outcome::Restored(taken) => Outcome::NotReached(taken),
        other => other,
    };
    ImportItem { outcome, ..item }
}

/// Removes what an import that was killed left behind.
fn clean(root: &Path) -> Result<(), StoreError> {
    for month in folders(root)? {
        for part in look(root, month)?.parts {
            fs::remove_file(&part).map_err(StoreError::at(&part))?;
        }
    }
    Ok(())
}

fn folders_of<'a>(root: &Path, items: &'a [ImportItem]) -> BTreeSet<PathBuf> {
    let kept = |item: &'a ImportItem| match &item.outcome {
        Outcome::New(taken) | Outcome::Restored(taken) => Some(taken.stored.month),
        _ => None,
    };
    items.iter().filter_map(kept).map(|month| folder(root, month)).collect()
}

fn make_folders(root: &Path, items: &[ImportItem]) -> Result<(), StoreError> {
    folders_of(root, items)
        .iter()
        .try_for_each(|folder| create_folder_synced(root, folder).map_err(StoreError::at(folder)))
}

fn sync_folders(root: &Path, items: &[ImportItem]) -> Result<(), StoreError> {
    folders_of(root, items).iter().try_for_each(|folder| sync_folder(folder).map_err(StoreError::at(folder)))
}

/// Writes the files, several at a time: most of the time goes into waiting for the disk.
struct Keeper<'a> {
    root: &'a Path,
    source: &'a FolderSource,
    progress: &'a dyn Progress,
    /// The first failure; after it nothing more is begun.
    failure: OnceLock<StoreError>,
}

impl Keeper<'_> {
    fn keep_all(&self, items: Vec<ImportItem>) -> Vec<ImportItem> {
        let is_meant = |item: &&ImportItem| matches!(item.outcome, Outcome::New(_) | Outcome::Restored(_));
        let (done, total) = (AtomicUsize::new(0), items.iter().filter(is_meant).count());
        let keep = |buffer: &mut Vec<u8>, (index, item): (usize, ImportItem)| {
            if let Outcome::Known(taken) = &item.outcome {
                // An import that was killed may have given it its name and no protection; best effort as there.
                drop(make_read_only(&taken.stored.path(self.root)));
            }
            let (Outcome::New(taken) | Outcome::Restored(taken)) = &item.outcome else { return item };
            if self.failure.get().is_some() || self.progress.is_cancelled() {
                return not_reached(item);
            }
            let outcome = match self.keep(index, taken, buffer) {
                Ok(()) => item.outcome,
                Err(Refusal::File(failure)) => Outcome::Unreadable(failure),
                Err(Refusal::Disk(error)) => {
                    // A second failure adds nothing to the first.
                    drop(self.failure.set(error));
                    return not_reached(item);
                }
            };
            self.progress.files_read(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            ImportItem { outcome, ..item }
        };
        items.into_par_iter().enumerate().map_init(Vec::new, keep).collect()
    }

    fn keep(&self, index: usize, taken: &Taken, buffer: &mut Vec<u8>) -> Result<(), Refusal> {
        self.source.read(index, buffer).map_err(Refusal::File)?;
        if blake3::hash(buffer) != taken.hash {
            return Err(Refusal::File(ReadFailure::Unreadable("reason-changed-meanwhile".to_owned())));
        }
        kept::keep(&taken.stored.path(self.root), &taken.hash, buffer).map_err(Refusal::Disk)
    }
}

enum Refusal {
    File(ReadFailure),
    Disk(StoreError),
}
