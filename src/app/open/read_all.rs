//! Reads every exchange file of a listing, several at a time.

use crate::app::month::{FateCounts, MonthFile};
use crate::app::ports::{Progress, ReadFailure, Source};
use crate::domain::ids::OfficeNumber;
use crate::domain::problem::{Problem, ProblemCode};
use crate::domain::row::FileIndex;
use crate::format::exchange::FileKind;
use crate::format::exchange::edition::{Edition, VersionClaim, version_claim};
use crate::format::exchange::name::{FileName, NameReading, read as read_name};
use crate::format::exchange::read::{Content, FileInput, FileReading, read_file};
use crate::format::rows::{RowSplitter, content};
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Everything a folder holds.
#[derive(Debug, Default)]
pub(super) struct ReadAll {
    pub(super) files: Vec<MonthFile>,
    pub(super) contents: Vec<Option<Content>>,
    pub(super) problems: Vec<Problem>,
    /// Names of offices with the file they stand in.
    pub(super) names: Vec<(FileIndex, OfficeNumber, String)>,
    /// Paths of files that are no exchange files.
    pub(super) ignored: Vec<String>,
}

/// A file to be opened: where it stands in the listing, and what its name tells.
struct Candidate {
    listed: usize,
    path: String,
    name: NameReading,
}

/// What opening a candidate gave.
enum Opened {
    Read(FileName, FileReading),
    /// Rows that could be counted, and the problem that keeps the file out.
    Refused(Option<FileKind>, u32, Problem),
    Ignored,
}

pub(super) fn read_all(source: &dyn Source, progress: &dyn Progress) -> ReadAll {
    let listing = source.list();
    let mut all = ReadAll { problems: listing.problems, ..ReadAll::default() };
    let mut candidates = Vec::new();
    for (listed, file) in listing.files.into_iter().enumerate() {
        let name = read_name(file.name());
        let is_csv = file.name().to_ascii_lowercase().ends_with(".csv");
        match name {
            NameReading::Image => all.ignored.push(file.path),
            NameReading::Foreign if !is_csv => all.ignored.push(file.path),
            name => candidates.push(Candidate { listed, path: file.path, name }),
        }
    }
    let (done, total) = (AtomicUsize::new(0), candidates.len());
    let opened: Vec<Opened> = candidates
        .par_iter()
        .enumerate()
        .map_init(Vec::new, |buffer, (position, candidate)| {
            let opened = open(source, candidate, position, buffer);
            progress.files_read(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            opened
        })
        .collect();
    for (candidate, opened) in candidates.into_iter().zip(opened) {
        take(&mut all, candidate.path, opened);
    }
    all
}

/// Takes a file over. Problems and blocks name files by their position, so refused and ignored ones keep theirs until
/// here; see [`take`].
fn open(source: &dyn Source, candidate: &Candidate, position: usize, buffer: &mut Vec<u8>) -> Opened {
    let kind = match &candidate.name {
        NameReading::Exchange(name) => Some(name.kind),
        NameReading::Damaged(kind) => Some(*kind),
        NameReading::Image | NameReading::Foreign => None,
    };
    if let Err(failure) = source.read(candidate.listed, buffer) {
        return Opened::Refused(kind, 0, read_problem(failure));
    }
    match &candidate.name {
        NameReading::Exchange(name) => {
            let index = FileIndex(u32::try_from(position).unwrap_or(u32::MAX));
            let mut reading = read_file(FileInput { index, name, data: buffer });
            if name.is_odd {
                let problem = Problem::warned(ProblemCode::FileNameOdd).in_file(index);
                reading.problems.insert(0, problem.expected(name.build()));
            }
            Opened::Read(name.clone(), reading)
        }
        NameReading::Damaged(kind) => {
            let problem = Problem::quarantined(ProblemCode::FileNameUnusable).expected(kind.prefix());
            Opened::Refused(Some(*kind), count_rows(buffer), problem)
        }
        NameReading::Image | NameReading::Foreign => match looks_like(buffer) {
            Some(title) => {
                let problem = Problem::quarantined(ProblemCode::FileNameForeign).found(title);
                Opened::Refused(None, count_rows(buffer), problem)
            }
            None => Opened::Ignored,
        },
    }
}

fn read_problem(failure: ReadFailure) -> Problem {
    match failure {
        ReadFailure::TooLarge { bytes, limit } => {
            let megabytes = |bytes: u64| format!("{} MB", bytes.div_ceil(1024 * 1024));
            Problem::quarantined(ProblemCode::FileTooLarge).found(megabytes(bytes)).expected(megabytes(limit))
        }
        ReadFailure::Unreadable(reason) => Problem::quarantined(ProblemCode::FileUnreadable).found(reason),
    }
}

fn take(all: &mut ReadAll, path: String, opened: Opened) {
    let index = FileIndex(u32::try_from(all.files.len()).unwrap_or(u32::MAX));
    let blank = |name: Option<FileName>, kind| MonthFile {
        path: path.clone(),
        name,
        kind,
        edition: None,
        month: None,
        rows: 0,
        counts: FateCounts::default(),
        fates: Vec::new(),
        is_in_scope: false,
    };
    match opened {
        Opened::Ignored => all.ignored.push(path),
        Opened::Refused(kind, rows, problem) => {
            all.problems.push(problem.in_file(index));
            let counts = FateCounts { quarantined: rows, ..FateCounts::default() };
            all.files.push(MonthFile { rows, counts, ..blank(None, kind) });
            all.contents.push(None);
        }
        Opened::Read(name, reading) => {
            let kind = name.kind;
            all.problems.extend(reading.problems.into_iter().map(|problem| problem.in_file(index)));
            all.names.extend(reading.office_names.into_iter().map(|(office, name)| (index, office, name)));
            all.files.push(MonthFile {
                edition: Some(reading.edition),
                month: reading.month,
                rows: reading.rows,
                counts: FateCounts { quarantined: reading.quarantined, ..FateCounts::default() },
                ..blank(Some(name), Some(kind))
            });
            all.contents.push(Some(reading.content));
        }
    }
}

fn count_rows(data: &[u8]) -> u32 {
    let mut splitter = RowSplitter::new(data, 0);
    let mut rows = 0;
    while splitter.next_row().is_some() {
        rows += 1;
    }
    rows
}

/// Whether a CSV file of another name has a first row like an exchange file: a CSVバージョン and the columns of a kind.
/// Returns the titles of the kinds it could be.
fn looks_like(data: &[u8]) -> Option<String> {
    let mut splitter = RowSplitter::new(data, 0);
    splitter.next_row()?;
    let cells = splitter.cells();
    let version = cells.first().map(|cell| content(cell.of(data)))?;
    if version_claim(&version) == VersionClaim::Malformed || cells.len() < 4 {
        return None;
    }
    let fits = |kind: &&FileKind| {
        [Edition::V3, Edition::V4].iter().any(|edition| kind.width(*edition) == cells.len())
    };
    let titles: Vec<&str> = FileKind::ALL.iter().filter(fits).map(|kind| kind.title()).collect();
    (!titles.is_empty()).then(|| titles.join(" / "))
}
