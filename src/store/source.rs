//! The folders, files and zip archives that were given, as one list of files.

use super::zip_archive::{self, Archive, Budget, Entry};
use super::{plain_reason, without_controls};
use crate::app::ports::{FoundFile, Listing, ReadFailure, Source};
use crate::domain::problem::{Problem, ProblemCode};
use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use walkdir::WalkDir;

/// How much is read at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file.
    pub file_bytes: u64,
    /// Bytes that come out of all archives together.
    pub unpacked_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes: 512 << 20, unpacked_bytes: 2 << 30 }
    }
}

/// The files of the given folders, any depth, with the entries of the zip archives among them.
#[derive(Debug)]
pub struct FolderSource {
    files: Vec<Found>,
    archives: Vec<Archive>,
    problems: Vec<Problem>,
    missing: Vec<PathBuf>,
    file_bytes: u64,
    budget: Budget,
}

#[derive(Debug)]
struct Found {
    shown: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Disk(PathBuf),
    Zip { archive: usize, entry: Entry },
}

impl FolderSource {
    /// Looks through `paths`: folders, single files and zip archives.
    ///
    /// What cannot be looked through becomes a problem of the listing. A path that was given twice, or lies in
    /// another given folder, is taken once: its rows would otherwise count twice.
    pub fn open(paths: &[PathBuf], limits: Limits) -> Self {
        let mut source = Self {
            files: Vec::new(),
            archives: Vec::new(),
            problems: Vec::new(),
            missing: Vec::new(),
            file_bytes: limits.file_bytes,
            budget: Budget::new(limits.unpacked_bytes),
        };
        let mut roots = Vec::new();
        for path in without_repeats(paths) {
            match Root::look(path) {
                Ok(root) => roots.push(root),
                Err(error) => {
                    if error.kind() == io::ErrorKind::NotFound {
                        source.missing.push(path.clone());
                    }
                    source.problems.push(unreadable_folder(shown_path(path), plain_reason(&error)));
                }
            }
        }
        tell_apart(&mut roots);
        source.take_in(roots);
        source
    }

    /// The given paths that do not exist.
    pub fn missing(&self) -> &[PathBuf] {
        &self.missing
    }

    fn take_in(&mut self, roots: Vec<Root>) {
        let mut zips = Vec::new();
        for root in roots {
            for (shown, path) in root.files {
                if is_zip(&path) {
                    zips.push((shown, path));
                } else {
                    self.files.push(Found { shown, place: Place::Disk(path) });
                }
            }
            self.problems.extend(root.problems);
        }
        // Which archive is the one too many must not depend on the order the system lists them in.
        zips.sort_unstable();
        let mut declared = 0;
        for (shown, path) in zips {
            self.take_in_zip(&shown, path, &mut declared);
        }
        self.files.sort_unstable_by(|a, b| a.key().cmp(&b.key()));
        self.problems.sort_by(|a, b| (&a.path, a.code, &a.found).cmp(&(&b.path, b.code, &b.found)));
    }

    /// `declared` is the sum of the archives taken in so far: together they may not claim more than the limit, so
    /// that the limit is found out before anything is read and in the same way in every run.
    fn take_in_zip(&mut self, shown: &str, path: PathBuf, declared: &mut u64) {
        let contents = match zip_archive::open(path, shown) {
            Ok(contents) => contents,
            Err(reason) => {
                let problem = Problem::quarantined(ProblemCode::ZipUnreadable).at_path(shown).found(reason);
                return self.problems.push(problem);
            }
        };
        self.problems.extend(contents.problems);
        let sum = declared.saturating_add(contents.declared);
        if sum > self.budget.limit {
            let problem = Problem::quarantined(ProblemCode::ZipTooLarge)
                .at_path(shown)
                .found(megabytes(sum))
                .expected(megabytes(self.budget.limit));
            return self.problems.push(problem);
        }
        *declared = sum;
        let archive = self.archives.len();
        self.archives.push(contents.archive);
        self.files.extend(contents.entries.into_iter().map(|entry| Found {
            shown: format!("{shown}/{}", entry.name),
            place: Place::Zip { archive, entry },
        }));
    }
}

/// Puts the bytes of a file into `into`, which is empty.
pub(super) fn read_disk(path: &Path, limit: u64, into: &mut Vec<u8>) -> Result<(), ReadFailure> {
    let unreadable = |error: io::Error| ReadFailure::Unreadable(plain_reason(&error));
    let mut file = File::open(path).map_err(unreadable)?;
    let bytes = file.metadata().map_err(unreadable)?.len();
    if bytes > limit {
        return Err(ReadFailure::TooLarge { bytes, limit });
    }
    zip_archive::reserve(into, bytes)?;
    // A plain file is read in one go; behind an adapter the buffer would start small and double.
    let read = file.read_to_end(into).map_err(unreadable)? as u64;
    // The file may have grown while it was read.
    if read > limit { Err(ReadFailure::TooLarge { bytes: read, limit }) } else { Ok(()) }
}

impl Source for FolderSource {
    fn list(&self) -> Listing {
        Listing {
            files: self.files.iter().map(|found| FoundFile { path: found.shown.clone() }).collect(),
            problems: self.problems.clone(),
        }
    }

    fn read(&self, index: usize, into: &mut Vec<u8>) -> Result<(), ReadFailure> {
        into.clear();
        let gone = || ReadFailure::Unreadable(io::ErrorKind::NotFound.to_string());
        let outcome = match &self.files.get(index).ok_or_else(gone)?.place {
            Place::Disk(path) => read_disk(path, self.file_bytes, into),
            Place::Zip { archive, entry } => {
                let archive = self.archives.get(*archive).ok_or_else(gone)?;
                archive.read(entry, self.file_bytes, &self.budget, into)
            }
        };
        if outcome.is_err() {
            into.clear();
        }
        outcome
    }
}

impl Found {
    /// Two files can be shown alike (names that are no text); their real places keep the order stable.
    fn key(&self) -> (&str, Option<&Path>, usize) {
        match &self.place {
            Place::Disk(path) => (&self.shown, Some(path), 0),
            Place::Zip { entry, .. } => (&self.shown, None, entry.number),
        }
    }
}

/// One of the given paths with what lies under it.
struct Root {
    /// Stands before the paths when they would not be told apart from those of other given paths.
    label: String,
    files: Vec<(String, PathBuf)>,
    problems: Vec<Problem>,
}

impl Root {
    fn look(path: &Path) -> io::Result<Self> {
        let kind = fs::metadata(path)?.file_type();
        let mut root = Self { label: String::new(), files: Vec::new(), problems: Vec::new() };
        if kind.is_dir() {
            root.label = label_of(path);
            root.walk(path);
            return Ok(root);
        }
        root.label = path.parent().map(label_of).unwrap_or_default();
        let name = path.file_name().map_or_else(|| shown_path(path), |name| shown_path(Path::new(name)));
        if kind.is_file() {
            root.files.push((name, path.to_owned()));
        } else {
            root.problems.push(irregular(name));
        }
        Ok(root)
    }

    fn walk(&mut self, top: &Path) {
        for step in WalkDir::new(top).follow_links(true) {
            match step {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) if entry.file_type().is_file() => {
                    let path = entry.into_path();
                    self.files.push((shown_below(top, &path), path));
                }
                // Opening a pipe would wait for ever.
                Ok(entry) => self.problems.push(irregular(shown_below(top, entry.path()))),
                Err(error) => self.problems.push(walk_problem(top, &error)),
            }
        }
    }

    fn put_label_before(&mut self, label: &str) {
        for (shown, _) in &mut self.files {
            *shown = format!("{label}/{shown}");
        }
        for problem in &mut self.problems {
            if let Some(path) = &mut problem.path {
                *path = format!("{label}/{path}");
            }
        }
    }
}

fn walk_problem(top: &Path, error: &walkdir::Error) -> Problem {
    let shown = error.path().map_or_else(|| shown_path(top), |path| shown_below(top, path));
    match (error.loop_ancestor(), error.io_error()) {
        (Some(ancestor), _) => {
            unreadable_folder(shown, format!("reason-loop {}", shown_below(top, ancestor)))
        }
        // A link that leads nowhere, or a file that was there a moment ago.
        (None, Some(error)) if error.kind() == io::ErrorKind::NotFound => {
            Problem::quarantined(ProblemCode::FileUnreadable).at_path(shown).found(plain_reason(error))
        }
        (None, Some(error)) => unreadable_folder(shown, plain_reason(error)),
        (None, None) => unreadable_folder(shown, error.to_string()),
    }
}

fn unreadable_folder(shown: String, reason: String) -> Problem {
    Problem::quarantined(ProblemCode::FolderUnreadable).at_path(shown).found(reason)
}

/// A size for people.
fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1024 * 1024))
}

fn irregular(shown: String) -> Problem {
    Problem::quarantined(ProblemCode::FileUnreadable).at_path(shown).found("reason-not-regular")
}

fn is_zip(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"))
}

/// Keeps the first of equal paths and leaves out what lies in another given folder. A shell puts every name in place
/// of `*.CSV`, so there can be thousands: each looks up its own parents instead of all the others.
fn without_repeats(paths: &[PathBuf]) -> Vec<&PathBuf> {
    let real: Vec<Option<PathBuf>> = paths.iter().map(|path| fs::canonicalize(path).ok()).collect();
    let given: HashSet<&Path> = real.iter().flatten().map(PathBuf::as_path).collect();
    let mut kept = HashSet::new();
    let mut keep = |own: &Option<PathBuf>| {
        own.as_deref().is_none_or(|own| {
            let inside = own.ancestors().skip(1).any(|parent| given.contains(parent));
            !inside && kept.insert(own.to_owned())
        })
    };
    paths.iter().zip(&real).filter(|(_, own)| keep(own)).map(|(path, _)| path).collect()
}

/// Puts the folder's own name before the paths of every root when two roots have a path in common.
fn tell_apart(roots: &mut [Root]) {
    let mut seen = HashSet::new();
    let collide = roots.len() > 1
        && roots.iter().flat_map(|root| &root.files).any(|(shown, _)| !seen.insert(shown.as_str()));
    drop(seen);
    if !collide {
        return;
    }
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for root in roots {
        let times = used.entry(root.label.clone()).or_default();
        *times += 1;
        let label = if *times == 1 { root.label.clone() } else { format!("{} ({times})", root.label) };
        root.put_label_before(&label);
    }
}

/// The folder's own name, also where it was given as `.` or `..`.
fn label_of(folder: &Path) -> String {
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let real = fs::canonicalize(here).unwrap_or_else(|_| here.to_owned());
    let name = real.file_name().map_or_else(|| shown_path(&real), |name| shown_path(Path::new(name)));
    name.trim_matches('/').to_owned()
}

/// The path as it is shown; a name that is no text loses the bytes that are none.
fn shown_path(path: &Path) -> String {
    shown_bytes(path.as_os_str().as_encoded_bytes())
}

/// The path without the folder the walk began in. The walk only ever appends to it, so cutting is enough;
/// comparing part by part takes a good share of the time for a folder of 40,000 files.
fn shown_below(top: &Path, path: &Path) -> String {
    let whole = path.as_os_str().as_encoded_bytes();
    let below = whole.get(top.as_os_str().len()..).unwrap_or(whole);
    let shown = shown_bytes(below);
    match shown.trim_start_matches('/') {
        "" => shown_path(path),
        relative if relative.len() == shown.len() => shown,
        relative => relative.to_owned(),
    }
}

fn shown_bytes(bytes: &[u8]) -> String {
    let text = without_controls(String::from_utf8_lossy(bytes).into_owned());
    if MAIN_SEPARATOR == '/' { text } else { text.replace(MAIN_SEPARATOR, "/") }
}

#[cfg(test)]
mod tests;
