//! One plan arrives in several files, a copy for each provider it was sent to. Equal copies are merged; of copies that
//! differ the newest stands, and the difference is a problem.

use super::month::{Fate, origin, service_rows};
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::month::Timestamp;
use crate::domain::problem::{Problem, ProblemCode};
use crate::domain::row::FileIndex;
use crate::format::exchange::read::Content;
use crate::reconcile::RowRef;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// A block of plan rows that no later file of its own stream replaced.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlanBlock {
    pub(super) client: ClientKey,
    pub(super) sender: OfficeNumber,
    pub(super) at: Timestamp,
    pub(super) file: FileIndex,
    pub(super) block: u32,
}

/// The blocks in force, ordered by client, and the problems of copies that differ. Fates of copies that lost are
/// changed.
pub(super) fn merge(
    mut blocks: Vec<PlanBlock>,
    contents: &[Option<Content>],
    fates: &mut FxHashMap<FileIndex, Vec<Fate>>,
) -> (Vec<PlanBlock>, Vec<Problem>) {
    blocks.sort_unstable_by_key(|b| (b.client, b.sender, Reverse((b.at, b.file)), b.block));
    let mut standing = Vec::new();
    let mut problems = Vec::new();
    for plan in blocks.chunk_by(|a, b| (a.client, a.sender) == (b.client, b.sender)) {
        let mut copies = plan.chunk_by(|a, b| a.file == b.file);
        let Some(newest) = copies.next() else { continue };
        standing.extend_from_slice(newest);
        let mut differing: Option<Problem> = None;
        for copy in copies {
            if same_rows(newest, copy, contents) {
                continue;
            }
            lose(newest, copy, contents, fates);
            match &mut differing {
                Some(problem) => problem.times += 1,
                None => differing = Some(problem_of(newest, copy)),
            }
        }
        problems.extend(differing);
    }
    (standing, problems)
}

fn problem_of(newest: &[PlanBlock], copy: &[PlanBlock]) -> Problem {
    let problem = Problem::warned(ProblemCode::PlanCopiesDiffer);
    match (newest.first(), copy.first()) {
        (Some(newest), Some(copy)) => {
            let client = format!("{} {}", copy.client.insurer, copy.client.insured);
            problem.in_file(copy.file).with_file(newest.file).found(client).about(copy.client)
        }
        _ => problem,
    }
}

fn lose(
    newest: &[PlanBlock],
    copy: &[PlanBlock],
    contents: &[Option<Content>],
    fates: &mut FxHashMap<FileIndex, Vec<Fate>>,
) {
    let Some(winner) = newest.first() else { return };
    for block in copy {
        let file_fates = fates.entry(block.file).or_insert_with(|| {
            let runs = match contents.get(block.file.0 as usize) {
                Some(Some(Content::Service(rows))) => rows.blocks.len(),
                _ => 0,
            };
            vec![Fate::Loaded; runs]
        });
        if let Some(fate) = file_fates.get_mut(block.block as usize) {
            *fate = Fate::Superseded(winner.file);
        }
    }
}

/// Whether two copies hold the same services; the order of the rows does not matter.
fn same_rows(a: &[PlanBlock], b: &[PlanBlock], contents: &[Option<Content>]) -> bool {
    let origins = |blocks: &[PlanBlock]| -> Vec<_> {
        blocks.iter().map(|block| origin(contents, block.file, block.block)).collect()
    };
    if origins(a) == origins(b) {
        return true;
    }
    let rows = |blocks: &[PlanBlock]| -> Vec<RowRef<'_>> {
        blocks.iter().flat_map(|block| service_rows(contents, block.file, block.block)).collect()
    };
    let (a, b) = (rows(a), rows(b));
    if a.len() != b.len() {
        return false;
    }
    if a.iter().zip(&b).all(|(a, b)| a.is_same_service(b)) {
        return true;
    }
    let (mut a, mut b) = (a, b);
    a.sort_unstable_by(RowRef::by_content);
    b.sort_unstable_by(RowRef::by_content);
    a.iter().zip(&b).all(|(a, b)| a.is_same_service(b))
}
