//! Reads every exchange file of a listing, several at a time.

use crate::app::month::{FateCounts, MonthFile};
use crate::app::ports::{FoundFile, Progress, ReadFailure, Source};
use crate::domain::ids::OfficeNumber;
use crate::domain::month::{ServiceMonth, Timestamp};
use crate::domain::problem::{Problem, ProblemCode};
use crate::domain::row::FileIndex;
use crate::format::exchange::FileKind;
use crate::format::exchange::edition::{Edition, VersionClaim, version_claim};
use crate::format::exchange::name::{FileName, NameReading, read as read_name};
use crate::format::exchange::read::copies::CopyMemory;
use crate::format::exchange::read::{Content, FileInput, FileReading, read_file};
use crate::format::rows::{RowSplitter, content};
use crate::format::sjis::BOM;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
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
    /// Titles of the kinds that a CSV file of another name looks like.
    looks_like: Option<String>,
}

/// What opening a candidate gave.
enum Opened {
    Read(FileName, FileReading),
    /// Rows that could be counted, and the problem that keeps the file out.
    Refused(Option<FileKind>, u32, Problem),
}

/// Reads everything; `None` when it was cancelled.
pub(super) fn read_all(source: &dyn Source, progress: &dyn Progress) -> Option<ReadAll> {
    let listing = source.list();
    let mut all = ReadAll { problems: listing.problems, ..ReadAll::default() };
    let candidates = choose(source, listing.files, &mut all.ignored);
    let total = candidates.len();
    let done = AtomicUsize::new(0);
    let mut opened: Vec<(usize, Opened)> = batches(&candidates)
        .into_par_iter()
        .map_init(Vec::new, |buffer, batch| {
            let mut memory = (batch.len() > 1).then(CopyMemory::default);
            let open_one = |position: usize| {
                if progress.is_cancelled() {
                    return None;
                }
                let candidate = candidates.get(position)?;
                let opened = open(source, candidate, position, buffer, memory.as_mut());
                progress.files_read(done.fetch_add(1, Ordering::Relaxed) + 1, total);
                Some((position, opened))
            };
            batch.into_iter().filter_map(open_one).collect::<Vec<_>>()
        })
        .flatten_iter()
        .collect();
    if opened.len() < total {
        return None;
    }
    opened.sort_by_key(|(position, _)| *position);
    for (candidate, (_, opened)) in candidates.into_iter().zip(opened) {
        take(&mut all, &candidate.path, opened);
    }
    Some(all)
}

/// Sets aside what is no exchange file. A CSV file of another name is looked into: it may be one that was renamed.
fn choose(source: &dyn Source, files: Vec<FoundFile>, ignored: &mut Vec<String>) -> Vec<Candidate> {
    let judge = |(listed, file): (usize, FoundFile)| {
        let name = read_name(file.name());
        let is_csv = file.name().to_ascii_lowercase().ends_with(".csv");
        let looks_like = match name {
            NameReading::Foreign if is_csv => {
                let mut buffer = Vec::new();
                source.read(listed, &mut buffer).ok().and_then(|()| looks_like(&buffer))
            }
            _ => None,
        };
        let is_foreign = matches!(name, NameReading::Foreign | NameReading::Image);
        let candidate = Candidate { listed, path: file.path, name, looks_like };
        (is_foreign && candidate.looks_like.is_none(), candidate)
    };
    let judged: Vec<_> = files.into_par_iter().enumerate().map(judge).collect();
    let (foreign, candidates): (Vec<_>, Vec<_>) = judged.into_iter().partition(|(is_foreign, _)| *is_foreign);
    ignored.extend(foreign.into_iter().map(|(_, candidate)| candidate.path));
    ignored.sort();
    let mut candidates: Vec<_> = candidates.into_iter().map(|(_, candidate)| candidate).collect();
    // Of files with the same timestamp the later one counts, so their order must not depend on the source.
    candidates.sort_by(|a, b| a.path.cmp(&b.path));
    candidates
}

/// Files that may repeat each other. The month in the name counts, because rows of another month are refused.
type Batch = (FileKind, OfficeNumber, Option<ServiceMonth>);

/// What is read by one thread in turn: the plan files (and apart from them the 第7表) of one sender and month, newest
/// first, because they repeat each other; every other file by itself.
fn batches(candidates: &[Candidate]) -> Vec<Vec<usize>> {
    let mut by_sender = BTreeMap::<Batch, Vec<(Reverse<Timestamp>, usize)>>::new();
    let mut single = Vec::new();
    for (position, candidate) in candidates.iter().enumerate() {
        match &candidate.name {
            NameReading::Exchange(name) if matches!(name.kind, FileKind::Upplan | FileKind::Upsikyu) => {
                let batch = by_sender.entry((name.kind, name.sender, name.month)).or_default();
                batch.push((Reverse(name.timestamp), position));
            }
            _ => single.push(vec![position]),
        }
    }
    let sorted = by_sender.into_values().map(|mut batch| {
        batch.sort_unstable();
        batch.into_iter().map(|(_, position)| position).collect()
    });
    sorted.chain(single).collect()
}

/// Reads a file; `position` is the place it will have among the month's files.
fn open(
    source: &dyn Source,
    candidate: &Candidate,
    position: usize,
    buffer: &mut Vec<u8>,
    memory: Option<&mut CopyMemory>,
) -> Opened {
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
            let index = FileIndex::at(position);
            let mut reading = read_file(FileInput { index, name, has_name: true, data: buffer }, memory);
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
        NameReading::Image | NameReading::Foreign => {
            let titles = candidate.looks_like.clone().unwrap_or_default();
            let problem = Problem::quarantined(ProblemCode::FileNameForeign).found(titles);
            Opened::Refused(None, count_rows(buffer), problem)
        }
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

fn take(all: &mut ReadAll, path: &str, opened: Opened) {
    let index = FileIndex::at(all.files.len());
    let blank = |name: Option<FileName>, kind| MonthFile {
        path: path.to_owned(),
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
    let mut splitter = RowSplitter::new(data, if data.starts_with(BOM) { BOM.len() } else { 0 });
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
