//! 対応付け by people: two rows that were not paired become one difference, a pair becomes two.

use super::{ClientComparison, Counting, Ground, Match, RowRef, identity, saturating};
use crate::domain::difference::{Difference, PlacedRow};
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::row::RowDetail;
use std::collections::BTreeSet;

/// What a person said about a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHand<'a> {
    /// The planned row of the difference `id` and the actual row of the difference `with` belong together.
    Joined {
        /// Planned, not done.
        id: &'a str,
        /// Done, not planned.
        with: &'a str,
    },
    /// The two rows of the difference do not belong together.
    Apart {
        /// The pair.
        id: &'a str,
    },
}

/// Applies pairings in the order they were made. One whose rows are not there (any more) changes nothing; rows of
/// different providers are never joined.
pub fn pair_by_hand<'a>(
    comparison: &mut ClientComparison,
    ground: Ground<'_>,
    said: impl IntoIterator<Item = ByHand<'a>>,
    detail: impl Fn(&PlacedRow) -> Option<&'a RowDetail>,
) {
    for said in said {
        match said {
            ByHand::Joined { id, with } => join(comparison, ground, id, with, &detail),
            ByHand::Apart { id } => take_apart(comparison, id, &detail),
        }
    }
    let position = |d: &Difference| (d.provider, d.kind, identity::position(d));
    comparison.differences.sort_by_key(position);
    for line in &mut comparison.lines {
        let own =
            comparison.differences.iter().filter(|d| (d.provider, d.kind) == (line.provider, line.kind));
        line.differences = saturating(own.count());
    }
}

/// Ids of a planned and an actual row as one difference, of the planned row alone, and of the actual row alone; of
/// equal rows the first.
pub fn pair_ids(
    client: ClientKey,
    provider: OfficeNumber,
    plan: RowRef<'_>,
    actual: RowRef<'_>,
) -> [String; 3] {
    let id = |plan, actual| identity::identity(client, provider, plan, actual);
    [id(Some(&plan), Some(&actual)), id(Some(&plan), None), id(None, Some(&actual))]
}

fn join<'a>(
    comparison: &mut ClientComparison,
    ground: Ground<'_>,
    id: &str,
    with: &str,
    detail: &impl Fn(&PlacedRow) -> Option<&'a RowDetail>,
) {
    let find = |id: &str| comparison.differences.iter().find(|d| d.id == id).cloned();
    let (Some(missing), Some(extra)) = (find(id), find(with)) else { return };
    let (Some(plan), Some(actual), None, None) = (missing.plan, extra.actual, missing.actual, extra.plan)
    else {
        return;
    };
    if missing.provider != extra.provider {
        return;
    }
    let (plan, actual) = (row(&plan, detail), row(&actual, detail));
    let counting = Counting::of(&plan, comparison.client.insurer, ground);
    comparison.differences.retain(|d| d.id != id && d.id != with);
    let group = (missing.provider, missing.kind);
    add(comparison, identity::difference(comparison.client, group, counting, Match::Pair(plan, actual)));
}

fn take_apart<'a>(
    comparison: &mut ClientComparison,
    id: &str,
    detail: &impl Fn(&PlacedRow) -> Option<&'a RowDetail>,
) {
    let Some(pair) = comparison.differences.iter().find(|d| d.id == id).cloned() else { return };
    let (Some(plan), Some(actual)) = (pair.plan, pair.actual) else { return };
    comparison.differences.retain(|d| d.id != id);
    for (rows, kind) in [
        (Match::Plan(row(&plan, detail)), plan.row.code.kind()),
        (Match::Actual(row(&actual, detail)), actual.row.code.kind()),
    ] {
        // Rows without a partner have one class, however they are counted.
        let group = (pair.provider, kind);
        add(comparison, identity::difference(comparison.client, group, Counting::Visit, rows));
    }
}

fn row<'r, 'a: 'r>(
    placed: &'r PlacedRow,
    detail: &impl Fn(&PlacedRow) -> Option<&'a RowDetail>,
) -> RowRef<'r> {
    RowRef::new(placed.file, &placed.row, detail(placed))
}

/// Adds a difference under an id that no other one has.
fn add(comparison: &mut ClientComparison, mut difference: Difference) {
    let known: BTreeSet<&str> = comparison.differences.iter().map(|d| d.id.as_str()).collect();
    let base = std::mem::take(&mut difference.id);
    let ids = std::iter::once(base.clone()).chain((2..).map(|times| identity::of_twin(&base, times)));
    difference.id = ids.into_iter().find(|id| !known.contains(id.as_str())).unwrap_or(base);
    comparison.differences.push(difference);
}
