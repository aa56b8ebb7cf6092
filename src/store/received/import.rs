//! Decides what becomes of every file that is to be imported (取込). Nothing is written here.

use super::stored_name::StoredName;
use super::{StoredFile, folders, look};
use crate::app::ports::{FoundFile, Progress, ReadFailure, Source};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::month::{ServiceMonth, Timestamp};
use crate::domain::problem::Problem;
use crate::format::exchange::FileKind;
use crate::format::exchange::name::{FileName, NameReading, read as read_name};
use crate::store::write::StoreError;
use crate::store::{FolderSource, kept};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What becomes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is taken in.
    New(Taken),
    /// It is there already: the same bytes under a name that means the same.
    Known(Taken),
    /// It was there already, but the kept file had been changed; it is put back as it came. The changed one is set
    /// aside beside it.
    Restored(Taken),
    /// It is no exchange file and is left alone.
    NotExchange,
    /// It was neither sent nor to be received by the own office and is left alone.
    OtherOffice {
        /// Who sent it.
        sender: OfficeNumber,
        /// Who is to receive it.
        receiver: OfficeNumber,
    },
    /// Its bytes could not be had.
    Unreadable(ReadFailure),
    /// It would have been taken in, but the import was stopped before.
    NotReached(Taken),
}

/// A file that is among the received ones, or will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Where it is kept.
    pub stored: StoredFile,
    /// Size.
    pub bytes: u64,
    /// BLAKE3 hash of its bytes.
    pub hash: blake3::Hash,
    /// Name of the newest older file that this one replaces: same kind, sender, receiver and month.
    /// Which clients' rows are replaced shows when the month is opened.
    pub replaces: Option<String>,
    /// Name of the newest file, when that is newer: this one came late.
    pub replaced_by: Option<String>,
}

/// One file with what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportItem {
    /// Path as it is shown.
    pub path: String,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// What an import will do, or has done.
#[derive(Clone, Debug, Default)]
pub struct ImportPlan {
    /// Every file of the source, in the order of its listing.
    pub items: Vec<ImportItem>,
    /// What could not be listed.
    pub problems: Vec<Problem>,
}

/// How many files have which outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// [`Outcome::New`].
    pub new: usize,
    /// [`Outcome::Known`].
    pub known: usize,
    /// [`Outcome::Restored`].
    pub restored: usize,
    /// [`Outcome::NotExchange`].
    pub not_exchange: usize,
    /// [`Outcome::OtherOffice`].
    pub other_office: usize,
    /// [`Outcome::Unreadable`].
    pub unreadable: usize,
    /// [`Outcome::NotReached`].
    pub not_reached: usize,
}

impl ImportPlan {
    /// Counts the outcomes; together they are as many as there are files.
    pub fn counts(&self) -> ImportCounts {
        let mut counts = ImportCounts::default();
        for item in &self.items {
            *match item.outcome {
                Outcome::New(_) => &mut counts.new,
                Outcome::Known(_) => &mut counts.known,
                Outcome::Restored(_) => &mut counts.restored,
                Outcome::NotExchange => &mut counts.not_exchange,
                Outcome::OtherOffice { .. } => &mut counts.other_office,
                Outcome::Unreadable(_) => &mut counts.unreadable,
                Outcome::NotReached(_) => &mut counts.not_reached,
            } += 1;
        }
        counts
    }
}

/// Reads every file of `source` and decides what becomes of it in the workspace at `root`; `None` when it was
/// cancelled. Files between other offices than `own_office` are left alone, when it is given.
///
/// # Errors
/// The received files cannot be looked through.
pub fn plan_import(
    root: &Path,
    source: &FolderSource,
    own_office: Option<OfficeNumber>,
    progress: &dyn Progress,
) -> Result<Option<ImportPlan>, StoreError> {
    let mut known = Known::look(root)?;
    let listing = source.list();
    let Some(mut seen) = see_all(source, listing.files, own_office, progress) else { return Ok(None) };
    // Of copies of one file the one with the proper name is taken.
    let mut order: Vec<usize> = (0..seen.len()).collect();
    order.sort_by_key(|at| seen.get(*at).map(Seen::oddity));
    let mut items = vec![None; seen.len()];
    for at in order {
        if let (Some(seen), Some(item)) = (seen.get_mut(at), items.get_mut(at)) {
            let outcome = known.decide(root, seen);
            *item = Some(ImportItem { path: std::mem::take(&mut seen.path), outcome });
        }
    }
    let mut items: Vec<ImportItem> = items.into_iter().flatten().collect();
    for item in &mut items {
        known.tell_replacing(&mut item.outcome);
    }
    Ok(Some(ImportPlan { items, problems: listing.problems }))
}

/// A file of the source, read once.
struct Seen {
    path: String,
    name: String,
    reading: NameReading,
    /// The outcome when it is not to be kept.
    found: Result<(blake3::Hash, u64), Outcome>,
}

impl Seen {
    fn oddity(&self) -> u8 {
        match &self.reading {
            NameReading::Exchange(name) => u8::from(name.is_odd),
            NameReading::Damaged(_) | NameReading::Image | NameReading::Foreign => 2,
        }
    }
}

fn see_all(
    source: &FolderSource,
    files: Vec<FoundFile>,
    own_office: Option<OfficeNumber>,
    progress: &dyn Progress,
) -> Option<Vec<Seen>> {
    let (done, total) = (AtomicUsize::new(0), files.len());
    let see = |buffer: &mut Vec<u8>, (index, file): (usize, FoundFile)| {
        if progress.is_cancelled() {
            return None;
        }
        let name = file.name().to_owned();
        let reading = read_name(&name);
        let found = match not_ours(&reading, own_office) {
            Some(outcome) => Err(outcome),
            None => match source.read(index, buffer) {
                Ok(()) => Ok((blake3::hash(buffer), buffer.len() as u64)),
                Err(failure) => Err(Outcome::Unreadable(failure)),
            },
        };
        progress.files_read(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        Some(Seen { path: file.path, name, reading, found })
    };
    files.into_par_iter().enumerate().map_init(Vec::new, see).collect()
}

fn not_ours(reading: &NameReading, own_office: Option<OfficeNumber>) -> Option<Outcome> {
    match reading {
        NameReading::Foreign => Some(Outcome::NotExchange),
        NameReading::Exchange(name) => {
            let is_ours = own_office.is_none_or(|own| name.sender == own || name.receiver == own);
            let (sender, receiver) = (name.sender, name.receiver);
            (!is_ours).then_some(Outcome::OtherOffice { sender, receiver })
        }
        NameReading::Damaged(_) | NameReading::Image => None,
    }
}

/// Files that replace each other as far as their names tell.
type Stream = (FileKind, [OfficeNumber; 2], [Option<ServiceKind>; 2], Option<ServiceMonth>);

fn stream_of(name: &FileName) -> Stream {
    (name.kind, [name.sender, name.receiver], [name.sender_kind, name.receiver_kind], name.month)
}

/// A file that is among the received ones, or that this import will put there as it came.
struct Place {
    stored: StoredFile,
    is_planned: bool,
}

/// What is among the received files, and what this import adds.
#[derive(Default)]
struct Known {
    by_hash: FxHashMap<String, Vec<Place>>,
    /// How often a name has come with different bytes.
    editions: FxHashMap<(Option<ServiceMonth>, String), u32>,
    streams: FxHashMap<Stream, BTreeMap<Timestamp, String>>,
}

impl Known {
    fn look(root: &Path) -> Result<Self, StoreError> {
        let mut known = Self::default();
        for month in folders(root)? {
            look(root, month)?.kept.into_iter().for_each(|stored| known.add(stored, false));
        }
        Ok(known)
    }

    fn add(&mut self, stored: StoredFile, is_planned: bool) {
        let newest = self.editions.entry((stored.month, stored.name.original.clone())).or_default();
        *newest = stored.name.edition.max(*newest);
        if let NameReading::Exchange(name) = read_name(&stored.name.original) {
            let stream = self.streams.entry(stream_of(&name)).or_default();
            stream.insert(name.timestamp, stored.name.original.clone());
        }
        self.by_hash.entry(stored.name.hash.clone()).or_default().push(Place { stored, is_planned });
    }

    fn decide(&mut self, root: &Path, seen: &Seen) -> Outcome {
        let (hash, bytes) = match &seen.found {
            Ok((hash, bytes)) => (*hash, *bytes),
            Err(outcome) => return outcome.clone(),
        };
        let taken = |stored| Taken { stored, bytes, hash, replaces: None, replaced_by: None };
        let fresh = StoredName::new(&hash, &seen.name, 1);
        let mut alike = self.by_hash.get_mut(&fresh.hash).into_iter().flatten();
        if let Some(place) = alike.find(|place| says_all(&place.stored.name.original, &seen.reading)) {
            let stored = place.stored.clone();
            if place.is_planned || kept::is_whole(&stored.path(root), &hash) {
                return Outcome::Known(taken(stored));
            }
            place.is_planned = true;
            return Outcome::Restored(taken(stored));
        }
        let month = month_of(&seen.name, &seen.reading);
        let before = self.editions.get(&(month, fresh.original.clone())).copied().unwrap_or_default();
        let stored = StoredFile { month, name: StoredName { edition: before + 1, ..fresh } };
        self.add(stored.clone(), true);
        Outcome::New(taken(stored))
    }

    fn tell_replacing(&self, outcome: &mut Outcome) {
        let Outcome::New(taken) = outcome else { return };
        let NameReading::Exchange(name) = read_name(taken.stored.original_name()) else { return };
        let Some(stream) = self.streams.get(&stream_of(&name)) else { return };
        let older = stream.range(..name.timestamp).next_back();
        let newest = stream.last_key_value().filter(|(at, _)| **at > name.timestamp);
        taken.replaces = older.map(|(_, name)| name.clone());
        taken.replaced_by = newest.map(|(_, name)| name.clone());
    }
}

/// Whether a kept file of the same bytes says all that the new name says. The same bytes sent again under a later
/// timestamp are not the same: another file or a delete may have come between.
fn says_all(kept: &str, new: &NameReading) -> bool {
    let NameReading::Exchange(new) = new else { return true };
    match read_name(kept) {
        NameReading::Exchange(kept) => FileName { is_odd: new.is_odd, ..kept } == *new,
        NameReading::Damaged(_) | NameReading::Image | NameReading::Foreign => false,
    }
}

/// The month of a file, from a damaged name as well.
fn month_of(name: &str, reading: &NameReading) -> Option<ServiceMonth> {
    match reading {
        NameReading::Exchange(name) => name.month,
        NameReading::Damaged(kind) if kind.has_month_in_name() => {
            let mut parts = name.split(|c: char| !c.is_ascii_digit());
            parts.find_map(|part| ServiceMonth::from_digits(part.as_bytes()))
        }
        NameReading::Damaged(_) | NameReading::Image | NameReading::Foreign => None,
    }
}
