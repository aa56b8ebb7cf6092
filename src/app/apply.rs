//! Applies files in the order of their timestamps: later files of a sender replace earlier ones, delete files withdraw
//! what is older.
//!
//! Files of one kind, sender and receiver that are about one month form a stream. Within a stream a run of rows is
//! replaced by the next file that holds the same client (and, for actuals, the same service kind): a kind that is
//! missing from a later file is not a delete (標準仕様 本文 5.1.2).

use super::month::Fate;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::month::{ServiceMonth, Timestamp};
use crate::domain::problem::{Problem, ProblemCode};
use crate::domain::row::FileIndex;
use crate::format::exchange::FileKind;
use crate::format::exchange::kinds::LinkKey;
use crate::format::exchange::name::FileName;
use crate::format::exchange::read::Content;
use crate::format::exchange::read::keyed::{KeyedRow, Link};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// What the applying needs to know of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct AppliedFile<'a> {
    pub(super) index: FileIndex,
    pub(super) name: &'a FileName,
    pub(super) month: Option<ServiceMonth>,
    pub(super) content: &'a Content,
}

/// Files whose rows replace each other. The receiver's service kind counts for what a care office sends, because each
/// receiver × kind holds a copy of its own; a provider's actuals are told apart by the kind of their rows instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stream {
    kind: FileKind,
    sender: OfficeNumber,
    receiver: OfficeNumber,
    receiver_kind: Option<ServiceKind>,
    month: Option<ServiceMonth>,
}

impl Stream {
    fn of(kind: FileKind, name: &FileName, month: Option<ServiceMonth>) -> Self {
        let receiver_kind = if kind == FileKind::Upjsk { None } else { name.receiver_kind };
        // Rows that hang on dates carry their own key; the month in the name of a 利用者補足情報 is one of its keys too.
        let month = if matches!(kind.link_key(), LinkKey::Month(_)) { month } else { None };
        Self { kind, sender: name.sender, receiver: name.receiver, receiver_kind, month }
    }
}

/// A run of rows that shares its fate, or in part of it (`provider` of a DLTJSK).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    client: ClientKey,
    /// What tells runs of one client apart: the link of a keyed row.
    link: Link,
    /// Service kind of actual rows.
    kind: Option<ServiceKind>,
    provider: Option<OfficeNumber>,
}

/// One record of a delete file.
#[derive(Clone, Copy, Debug)]
struct Delete {
    client: ClientKey,
    link: Link,
    target: Option<(OfficeNumber, ServiceKind)>,
    at: Timestamp,
    file: FileIndex,
    line: u32,
}

/// Works out the fate of every run of every file, and notes delete records that had nothing to delete.
pub(super) fn apply(files: &[AppliedFile<'_>]) -> (FxHashMap<FileIndex, Vec<Fate>>, Vec<Problem>) {
    let mut streams = BTreeMap::<Stream, Vec<AppliedFile<'_>>>::new();
    for file in files.iter().filter(|file| !file.name.kind.is_delete()) {
        streams.entry(Stream::of(file.name.kind, file.name, file.month)).or_default().push(*file);
    }
    let mut deletes = gather_deletes(files);
    let mut fates = FxHashMap::default();
    for (stream, mut files) in streams {
        let deletes = deletes.get_mut(&stream).map(Vec::as_mut_slice).unwrap_or_default();
        if files.len() == 1 && deletes.is_empty() {
            continue;
        }
        files.sort_by_key(|file| (file.name.timestamp, file.index));
        apply_stream(&files, deletes, &mut fates);
    }
    let problems = idle_deletes(deletes);
    (fates, problems)
}

/// A delete record with the note whether it withdrew anything.
#[derive(Clone, Copy, Debug)]
struct Pending {
    delete: Delete,
    is_used: bool,
}

fn gather_deletes(files: &[AppliedFile<'_>]) -> BTreeMap<Stream, Vec<Pending>> {
    let mut out = BTreeMap::<Stream, Vec<Pending>>::new();
    for file in files.iter().filter(|file| file.name.kind.is_delete()) {
        let Content::Keyed(rows) = file.content else { continue };
        for row in rows {
            let month = if let Link::Month(month) = row.link { Some(month) } else { None };
            let delete = Delete {
                client: row.client,
                link: row.link,
                target: row.target,
                at: file.name.timestamp,
                file: file.index,
                line: row.line,
            };
            for kind in file.name.kind.withdraws() {
                let stream = Stream::of(*kind, file.name, month);
                out.entry(stream).or_default().push(Pending { delete, is_used: false });
            }
        }
    }
    out
}

fn apply_stream(
    files: &[AppliedFile<'_>],
    deletes: &mut [Pending],
    fates: &mut FxHashMap<FileIndex, Vec<Fate>>,
) {
    let mut by_client = FxHashMap::<ClientKey, Vec<usize>>::default();
    for (index, pending) in deletes.iter().enumerate() {
        by_client.entry(pending.delete.client).or_default().push(index);
    }
    let mut newer = FxHashMap::<(ClientKey, Link, Option<ServiceKind>), (Timestamp, FileIndex)>::default();
    for file in files.iter().rev() {
        let runs = runs(file.content);
        let mut file_fates = Vec::with_capacity(runs.len());
        for run in &runs {
            let replaced = newer.get(&(run.client, run.link, run.kind)).copied();
            let candidates = by_client.get(&run.client).map(Vec::as_slice).unwrap_or_default();
            let withdrawn = first_delete(candidates, deletes, run, file.name.timestamp);
            let fate = match (replaced, withdrawn) {
                (Some((at, by)), Some((deleted_at, ..))) if at < deleted_at => Fate::Superseded(by),
                (_, Some((_, by, used))) => {
                    if let Some(pending) = deletes.get_mut(used) {
                        pending.is_used = true;
                    }
                    Fate::Deleted(by)
                }
                (Some((_, by)), None) => Fate::Superseded(by),
                (None, None) => Fate::Loaded,
            };
            file_fates.push(fate);
        }
        for run in &runs {
            newer.insert((run.client, run.link, run.kind), (file.name.timestamp, file.index));
        }
        if file_fates.iter().any(|fate| *fate != Fate::Loaded) {
            fates.insert(file.index, file_fates);
        }
    }
}

/// The earliest delete record after `sent` that covers the run.
fn first_delete(
    candidates: &[usize],
    deletes: &[Pending],
    run: &Run,
    sent: Timestamp,
) -> Option<(Timestamp, FileIndex, usize)> {
    let covers = |delete: &Delete| {
        delete.at > sent
            && (run.link == Link::Nothing || delete.link == run.link)
            && delete
                .target
                .is_none_or(|(provider, kind)| run.provider == Some(provider) && run.kind == Some(kind))
    };
    candidates
        .iter()
        .filter_map(|index| deletes.get(*index).map(|pending| (index, pending.delete)))
        .filter(|(_, delete)| covers(delete))
        .map(|(index, delete)| (delete.at, delete.file, *index))
        .min()
}

/// Delete records that found nothing, told once each although they concern several kinds.
fn idle_deletes(deletes: BTreeMap<Stream, Vec<Pending>>) -> Vec<Problem> {
    let mut used = BTreeMap::<(FileIndex, u32), (bool, ClientKey)>::new();
    for pending in deletes.into_values().flatten() {
        let key = (pending.delete.file, pending.delete.line);
        used.entry(key).or_insert((false, pending.delete.client)).0 |= pending.is_used;
    }
    let idle = used.into_iter().filter(|(_, (is_used, _))| !is_used);
    idle.map(|((file, line), (_, client))| {
        let problem = Problem::warned(ProblemCode::NothingToDelete).in_file(file).on_line(line);
        problem.found(client.insured.as_str()).about(client)
    })
    .collect()
}

/// The runs of a file, in the order of its blocks or keyed rows.
fn runs(content: &Content) -> Vec<Run> {
    let whole = |client| Run { client, link: Link::Nothing, kind: None, provider: None };
    match content {
        Content::Service(rows) if rows.splits_by_provider => {
            let run = |b: &crate::format::exchange::read::service::ServiceBlock| Run {
                kind: Some(b.kind),
                provider: Some(b.provider),
                ..whole(b.block.client)
            };
            rows.blocks.iter().map(run).collect()
        }
        Content::Service(rows) => rows.blocks.iter().map(|b| whole(b.block.client)).collect(),
        Content::Sheets(sheets) => sheets.blocks.iter().map(|b| whole(b.block.client)).collect(),
        Content::Keyed(rows) => {
            rows.iter().map(|row: &KeyedRow| Run { link: row.link, ..whole(row.client) }).collect()
        }
    }
}

/// Rows of each run, in the same order as the fates.
pub(super) fn run_lengths(content: &Content) -> Vec<u32> {
    match content {
        Content::Service(rows) => rows.blocks.iter().map(|b| b.block.len).collect(),
        Content::Sheets(sheets) => sheets.blocks.iter().map(|b| b.block.len).collect(),
        Content::Keyed(rows) => vec![1; rows.len()],
    }
}
