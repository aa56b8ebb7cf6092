//! Brings the rows in force together by client.

use super::apply::run_lengths;
use super::month::{ClientRows, Fate, FateCounts, MonthFile, service_rows, sheet_block};
use super::plan_copies::PlanBlock;
use crate::domain::codes::SheetEvidence;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::kind::is_care_management;
use crate::domain::month::Timestamp;
use crate::domain::row::{FileIndex, SheetRowKind};
use crate::format::exchange::FileKind;
use crate::format::exchange::name::FileName;
use crate::format::exchange::read::Content;
use crate::format::exchange::read::keyed::Link;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// A file in scope with what was read of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct ScopedFile<'a> {
    pub(super) index: FileIndex,
    pub(super) name: &'a FileName,
    pub(super) content: &'a Content,
}

/// Whether a run of a file is in force.
fn is_loaded(fates: &FxHashMap<FileIndex, Vec<Fate>>, file: FileIndex, run: usize) -> bool {
    fates.get(&file).and_then(|fates| fates.get(run)).is_none_or(|fate| *fate == Fate::Loaded)
}

/// The plan blocks that no later file of their stream replaced.
pub(super) fn plan_blocks(
    files: &[ScopedFile<'_>],
    fates: &FxHashMap<FileIndex, Vec<Fate>>,
) -> Vec<PlanBlock> {
    let mut out = Vec::new();
    for file in files.iter().filter(|file| file.name.kind == FileKind::Upplan) {
        let Content::Service(rows) = file.content else { continue };
        for (run, service) in
            rows.blocks.iter().enumerate().filter(|(run, _)| is_loaded(fates, file.index, *run))
        {
            out.push(PlanBlock {
                client: service.block.client,
                sender: file.name.sender,
                at: file.name.timestamp,
                file: file.index,
                block: u32::try_from(run).unwrap_or(u32::MAX),
            });
        }
    }
    out
}

/// A block in force: whose, and where it lies.
type Placed = (ClientKey, FileIndex, u32);

/// Rows in force by client, ordered.
pub(super) fn by_client(
    plan: &[PlanBlock],
    files: &[ScopedFile<'_>],
    fates: &FxHashMap<FileIndex, Vec<Fate>>,
) -> Vec<ClientRows> {
    let mut actual: Vec<Placed> = Vec::new();
    for file in files.iter().filter(|file| file.name.kind == FileKind::Upjsk) {
        let Content::Service(rows) = file.content else { continue };
        for (run, service) in
            rows.blocks.iter().enumerate().filter(|(run, _)| is_loaded(fates, file.index, *run))
        {
            actual.push((service.block.client, file.index, u32::try_from(run).unwrap_or(u32::MAX)));
        }
    }
    actual.sort_unstable();
    let sheets = newest_sheets(files, fates);
    let mut plan = plan.iter().peekable();
    let mut actual = actual.into_iter().peekable();
    let mut sheets = sheets.into_iter().peekable();
    let mut out = Vec::new();
    loop {
        let next = [plan.peek().map(|b| b.client), actual.peek().map(|a| a.0)];
        let Some(client) = next.into_iter().flatten().min() else { return out };
        let mut rows = ClientRows { client, plan: Vec::new(), actual: Vec::new(), sheet: Vec::new() };
        while let Some(block) = plan.next_if(|block| block.client == client) {
            rows.plan.push((block.file, block.block));
        }
        while let Some((_, file, block)) = actual.next_if(|placed| placed.0 == client) {
            rows.actual.push((file, block));
        }
        while let Some((whose, file, block)) = sheets.next_if(|placed| placed.0 <= client) {
            if whose == client {
                rows.sheet.push((file, block));
            }
        }
        out.push(rows);
    }
}

/// The blocks of the newest 第7表 of each client and care office, ordered by client.
fn newest_sheets(files: &[ScopedFile<'_>], fates: &FxHashMap<FileIndex, Vec<Fate>>) -> Vec<Placed> {
    let mut newest = BTreeMap::<(ClientKey, OfficeNumber), ((Timestamp, FileIndex), Vec<u32>)>::new();
    for file in files.iter().filter(|file| file.name.kind == FileKind::Upsikyu) {
        let Content::Sheets(sheets) = file.content else { continue };
        for (run, block) in
            sheets.blocks.iter().enumerate().filter(|(run, _)| is_loaded(fates, file.index, *run))
        {
            let rank = (file.name.timestamp, file.index);
            let run = u32::try_from(run).unwrap_or(u32::MAX);
            let entry =
                newest.entry((block.block.client, file.name.sender)).or_insert_with(|| (rank, Vec::new()));
            if rank > entry.0 {
                *entry = (rank, vec![run]);
            } else if rank == entry.0 {
                entry.1.push(run);
            }
        }
    }
    let place = |((client, _), ((_, file), runs)): (_, ((_, FileIndex), Vec<u32>))| {
        runs.into_iter().map(move |run| (client, file, run))
    };
    newest.into_iter().flat_map(place).collect()
}

/// Providers and kinds of which any actual row came, by the sender of its file; what a care-management office passes on
/// (委託) came from the providers in its rows.
pub(super) fn arrived(files: &[ScopedFile<'_>]) -> FxHashSet<(OfficeNumber, ServiceKind)> {
    let mut out = FxHashSet::default();
    for file in files.iter().filter(|file| file.name.kind == FileKind::Upjsk) {
        let Content::Service(rows) = file.content else { continue };
        let passed_on = file.name.sender_kind.is_some_and(is_care_management);
        for block in &rows.blocks {
            out.insert((if passed_on { block.provider } else { file.name.sender }, block.kind));
        }
    }
    out
}

/// Where the newest 利用者補足情報 of each client for the month stands: file and row.
pub(super) fn profiles(files: &[ScopedFile<'_>]) -> FxHashMap<ClientKey, (FileIndex, u32)> {
    let mut newest = FxHashMap::<ClientKey, (Timestamp, FileIndex, u32)>::default();
    for file in files.iter().filter(|file| file.name.kind == FileKind::Uphosoku) {
        let Content::Keyed(rows) = file.content else { continue };
        for (position, row) in rows.iter().enumerate().filter(|(_, row)| matches!(row.link, Link::Month(_))) {
            let place = (file.name.timestamp, file.index, u32::try_from(position).unwrap_or(u32::MAX));
            let entry = newest.entry(row.client).or_insert(place);
            *entry = place.max(*entry);
        }
    }
    newest.into_iter().map(|(client, (_, file, row))| (client, (file, row))).collect()
}

/// What the 第7表 show of the codes; see [`SheetEvidence`].
pub(super) fn sheet_evidence(clients: &[ClientRows], contents: &[Option<Content>]) -> SheetEvidence {
    let mut evidence = SheetEvidence::default();
    for rows in clients.iter().filter(|rows| !rows.sheet.is_empty()) {
        let mut in_plan = FxHashMap::<(OfficeNumber, ServiceCode), u32>::default();
        for row in rows.plan.iter().flat_map(|(file, block)| service_rows(contents, *file, *block)) {
            *in_plan.entry((row.row.provider, row.row.code)).or_default() += 1;
        }
        // A code of several units has several lines, whose counts belong together.
        let mut counted = FxHashMap::<(OfficeNumber, ServiceCode), i64>::default();
        for (file, block) in &rows.sheet {
            let rows = sheet_block(contents, *file, *block);
            for row in rows.iter().filter(|row| row.kind == SheetRowKind::Detail) {
                if row.units == 0
                    && row.managed_units.get().is_none()
                    && row.amount.get().is_some_and(|amount| amount != 0)
                {
                    evidence.without_units.insert(row.code);
                } else {
                    *counted.entry((row.provider, row.code)).or_default() += i64::from(row.count);
                }
            }
        }
        let is_once = |(key, count): &(&(OfficeNumber, ServiceCode), &i64)| {
            **count == 1 && in_plan.get(key).is_some_and(|planned| *planned > 1)
        };
        let once = counted.iter().filter(is_once).map(|((_, code), _)| *code);
        evidence.once_for_several_rows.extend(once);
    }
    evidence
}

/// Counts the fates of a file's rows, by the file that replaced or withdrew them.
pub(super) fn count_fates(file: &mut MonthFile, content: &Content, fates: Option<&Vec<Fate>>) {
    let mut by_fate = BTreeMap::<Fate, u32>::new();
    for (run, len) in run_lengths(content).into_iter().enumerate() {
        let fate = fates.and_then(|fates| fates.get(run)).copied().unwrap_or(Fate::Loaded);
        *by_fate.entry(fate).or_default() += len;
    }
    if file.counts.quarantined > 0 {
        by_fate.insert(Fate::Quarantined, file.counts.quarantined);
    }
    let mut counts = FateCounts::default();
    for (fate, rows) in &by_fate {
        counts.add(*fate, *rows);
    }
    file.counts = counts;
    file.fates = by_fate.into_iter().collect();
}
