//! Opens a month: lists, reads in parallel, applies, merges, compares.

mod read_all;

use super::apply::{AppliedFile, apply};
use super::gather::{self, ScopedFile};
use super::month::{ClientRows, FateCounts, Month, MonthFile, NotArrived, Note, Totals, service_rows};
use super::offices;
use super::plan_copies;
use super::ports::{NoProgress, Progress, Source};
use crate::domain::codes::{BasisTable, CodeMaster, SheetEvidence};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::month::{ServiceMonth, Timestamp};
use crate::domain::problem::{Problem, ProblemCode};
use crate::domain::row::FileIndex;
use crate::format::exchange::FileKind;
use crate::format::exchange::name::FileName;
use crate::format::exchange::read::Content;
use crate::reconcile::{ClientComparison, Ground, RowRef, compare_client};
use rayon::prelude::*;
use read_all::{ReadAll, read_all};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use thiserror::Error;

/// What to open.
#[derive(Clone, Copy, Debug, Default)]
pub struct OpenOptions<'a> {
    /// The month; the one with most rows when not given.
    pub month: Option<ServiceMonth>,
    /// One care office of a corporation's batch.
    pub office: Option<OfficeNumber>,
    /// A service code master.
    pub codes: Option<&'a CodeMaster>,
}

/// Why there is no month to show.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OpenFailure {
    /// No exchange file at all; the problems say what was there instead.
    #[error("no exchange files")]
    NoExchangeFiles(Vec<Problem>),
    /// The asked month is not in the folder; which are.
    #[error("month not found")]
    MonthAbsent(Vec<ServiceMonth>),
    /// The asked office is not in the folder; which are.
    #[error("office not found")]
    OfficeAbsent(Vec<OfficeNumber>),
    /// [`Progress::is_cancelled`] became true.
    #[error("cancelled")]
    Cancelled,
}

/// Opens a month.
///
/// # Errors
/// See [`OpenFailure`]; whatever else is wrong becomes a problem of the month.
pub fn open_month(
    source: &dyn Source,
    options: OpenOptions<'_>,
    progress: &dyn Progress,
) -> Result<Month, OpenFailure> {
    let mut all = read_all(source, progress).ok_or(OpenFailure::Cancelled)?;
    if all.files.is_empty() {
        return Err(OpenFailure::NoExchangeFiles(all.problems));
    }
    let (month, mut notes) = choose_month(&all, options.month)?;
    let in_month = |file: &MonthFile| file.month == Some(month);
    let names = all.files.iter().filter(|file| in_month(file)).filter_map(|file| file.name.as_ref());
    let offices = offices::care_offices(names);
    refuse_wrong_destinations(&mut all, month, &offices);
    let care_offices: Vec<OfficeNumber> = match options.office {
        Some(office) if offices.contains(&office) => vec![office],
        Some(_) => return Err(OpenFailure::OfficeAbsent(offices.into_iter().collect())),
        None => offices.into_iter().collect(),
    };
    if care_offices.len() > 1 {
        notes.push(Note::SeveralOffices(care_offices.clone()));
    }
    set_scope(&mut all.files, month, &care_offices);
    if !all.ignored.is_empty() {
        notes.push(Note::Ignored(std::mem::take(&mut all.ignored)));
    }
    assemble(all, month, care_offices, notes, options.codes, progress).ok_or(OpenFailure::Cancelled)
}

/// A month of which nothing was received; `None` never happens, for nothing cancels it.
pub fn empty_month(month: ServiceMonth) -> Option<Month> {
    assemble(ReadAll::default(), month, Vec::new(), Vec::new(), None, &NoProgress)
}

fn choose_month(
    all: &ReadAll,
    asked: Option<ServiceMonth>,
) -> Result<(ServiceMonth, Vec<Note>), OpenFailure> {
    let files = all.files.iter().filter_map(|file| Some((file.name.as_ref()?, file.month, file.rows)));
    let rows = offices::rows_by_month(files);
    let any = all.files.iter().filter_map(|file| file.month).max();
    let chosen = match asked {
        Some(month) if rows.contains_key(&month) || rows.is_empty() => month,
        Some(_) => return Err(OpenFailure::MonthAbsent(rows.into_keys().collect())),
        None => match offices::fullest(&rows).or(any) {
            Some(month) => month,
            None => return Err(OpenFailure::MonthAbsent(Vec::new())),
        },
    };
    let others: Vec<_> = rows.into_iter().filter(|(month, _)| *month != chosen).collect();
    let mut notes = Vec::new();
    if !others.is_empty() {
        notes.push(Note::OtherMonths { chosen, others, asked: asked.is_some() });
    }
    Ok((chosen, notes))
}

/// Actuals that were meant for somebody else are left out, or their clients would all seem unplanned.
fn refuse_wrong_destinations(
    all: &mut ReadAll,
    month: ServiceMonth,
    offices: &std::collections::BTreeSet<OfficeNumber>,
) {
    for (index, (file, content)) in all.files.iter_mut().zip(&mut all.contents).enumerate() {
        let Some(name) = &file.name else { continue };
        let is_actual = matches!(name.kind, FileKind::Upjsk | FileKind::Dltjsk);
        if !is_actual || file.month != Some(month) || offices.contains(&name.receiver) {
            continue;
        }
        let index = FileIndex::at(index);
        let expected = offices.iter().map(OfficeNumber::as_str).collect::<Vec<_>>().join(" ");
        let problem = Problem::quarantined(ProblemCode::WrongDestination).in_file(index);
        all.problems.push(problem.found(name.receiver.as_str()).expected(expected));
        file.counts = FateCounts { quarantined: file.rows, ..FateCounts::default() };
        *content = None;
    }
}

fn set_scope(files: &mut [MonthFile], month: ServiceMonth, offices: &[OfficeNumber]) {
    for file in files {
        let of_office = file.name.as_ref().is_some_and(|name| offices.contains(&offices::office_of(name)));
        file.is_in_scope = file.month == Some(month) && of_office;
    }
}

/// Puts the month together; `None` when it was cancelled.
fn assemble(
    all: ReadAll,
    month: ServiceMonth,
    care_offices: Vec<OfficeNumber>,
    mut notes: Vec<Note>,
    codes: Option<&CodeMaster>,
    progress: &dyn Progress,
) -> Option<Month> {
    let ReadAll { mut files, contents, mut problems, names, .. } = all;
    let (mut fates, idle) = apply(&applied_files(&files, &contents));
    problems.extend(idle);
    let scoped = scoped_files(&files, &contents);
    let (plan, differing) = plan_copies::merge(gather::plan_blocks(&scoped, &fates), &contents, &mut fates);
    problems.extend(differing);
    if plan.is_empty() {
        notes.push(Note::NoPlan);
    }
    let clients = gather::by_client(&plan, &scoped, &fates);
    let arrived = gather::arrived(&scoped);
    let profiles = gather::profiles(&scoped);
    let evidence = || gather::sheet_evidence(&clients, &contents);
    let (basis, from_sheets) = basis(codes, month, evidence);
    notes.extend(from_sheets);
    let ground = Ground { basis: &basis, arrived: &arrived };
    let comparisons = compare_all(&clients, &contents, ground, progress)?;
    files.par_iter_mut().zip(&contents).enumerate().for_each(|(index, (file, content))| match content {
        Some(content) => {
            let index = FileIndex::at(index);
            gather::count_fates(file, content, fates.get(&index));
        }
        None => file.fates = vec![(super::month::Fate::Quarantined, file.counts.quarantined)],
    });
    problems.sort_by(|a, b| (a.file, &a.path, a.line).cmp(&(b.file, &b.path, b.line)));
    let (totals, not_arrived) = sum_up(&comparisons);
    let office_names = newest_names(names, &files);
    Some(Month {
        month,
        care_offices,
        files,
        contents,
        fates,
        clients,
        comparisons,
        not_arrived,
        profiles,
        office_names,
        basis,
        arrived,
        problems,
        notes,
        totals,
    })
}

/// How rows of the codes are compared, and how many of them the sheets had to tell about.
fn basis(
    codes: Option<&CodeMaster>,
    month: ServiceMonth,
    evidence: impl FnOnce() -> SheetEvidence,
) -> (BasisTable, Option<Note>) {
    let (table, evidence) = match codes {
        Some(master) if master.tells_all() => return (BasisTable::from_master(master, month), None),
        Some(master) => {
            let evidence = evidence().beside(master, month);
            (BasisTable::from_master(master, month).with(&evidence), evidence)
        }
        None => {
            let evidence = evidence();
            (BasisTable::from_evidence(&evidence), evidence)
        }
    };
    let (monthly, percent) = (evidence.once_for_several_rows.len(), evidence.without_units.len());
    let note = (monthly + percent > 0).then_some(Note::CodesFromSheets { monthly, percent });
    (table, note)
}

fn applied_files<'a>(files: &'a [MonthFile], contents: &'a [Option<Content>]) -> Vec<AppliedFile<'a>> {
    let both = files.iter().zip(contents).enumerate();
    both.filter_map(|(index, (file, content))| {
        let index = FileIndex::at(index);
        Some(AppliedFile { index, name: file.name.as_ref()?, month: file.month, content: content.as_ref()? })
    })
    .collect()
}

fn scoped_files<'a>(files: &'a [MonthFile], contents: &'a [Option<Content>]) -> Vec<ScopedFile<'a>> {
    let both = files.iter().zip(contents).enumerate();
    both.filter(|(_, (file, _))| file.is_in_scope)
        .filter_map(|(index, (file, content))| {
            let index = FileIndex::at(index);
            Some(ScopedFile { index, name: file.name.as_ref()?, content: content.as_ref()? })
        })
        .collect()
}

fn compare_all(
    clients: &[ClientRows],
    contents: &[Option<Content>],
    ground: Ground<'_>,
    progress: &dyn Progress,
) -> Option<Vec<ClientComparison>> {
    let rows = |blocks: &[(FileIndex, u32)]| -> Vec<RowRef<'_>> {
        blocks.iter().flat_map(|(file, block)| service_rows(contents, *file, *block)).collect()
    };
    clients
        .par_iter()
        .with_min_len(64)
        .map(|client| {
            (!progress.is_cancelled()).then(|| {
                compare_client(client.client, &mut rows(&client.plan), &mut rows(&client.actual), ground)
            })
        })
        .collect()
}

pub(super) fn sum_up(comparisons: &[ClientComparison]) -> (Totals, Vec<NotArrived>) {
    let mut totals =
        Totals { clients: u32::try_from(comparisons.len()).unwrap_or(u32::MAX), ..Totals::default() };
    let mut providers = FxHashSet::default();
    let mut missing = BTreeMap::<(OfficeNumber, ServiceKind), u32>::new();
    for comparison in comparisons {
        totals.differences += comparison.differences.len() as u64;
        for line in &comparison.lines {
            providers.insert(line.provider);
            totals.plan_rows += u64::from(line.plan_rows);
            totals.actual_rows += u64::from(line.actual_rows);
            totals.same += u64::from(line.same);
            if line.plan_rows > 0 && !line.arrived {
                *missing.entry((line.provider, line.kind)).or_default() += 1;
            }
        }
    }
    totals.providers = u32::try_from(providers.len()).unwrap_or(u32::MAX);
    let not_arrived = missing.into_iter();
    (totals, not_arrived.map(|((provider, kind), clients)| NotArrived { provider, kind, clients }).collect())
}

/// The newest name of each office; what an office calls itself in its own file counts before what others call it.
fn newest_names(
    names: Vec<(FileIndex, OfficeNumber, String)>,
    files: &[MonthFile],
) -> FxHashMap<OfficeNumber, String> {
    let mut newest = FxHashMap::<OfficeNumber, ((bool, Timestamp, FileIndex), String)>::default();
    for (index, office, name) in names {
        let source: Option<&FileName> = files.get(index.0 as usize).and_then(|file| file.name.as_ref());
        let own = source.is_some_and(|source| source.sender == office);
        let rank = (own, source.map(|source| source.timestamp).unwrap_or_default(), index);
        match newest.get_mut(&office) {
            Some(known) if known.0 >= rank => {}
            Some(known) => *known = (rank, name),
            None => {
                newest.insert(office, (rank, name));
            }
        }
    }
    newest.into_iter().map(|(office, (_, name))| (office, name)).collect()
}

#[cfg(test)]
pub(super) mod tests;
