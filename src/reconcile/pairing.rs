//! Finds the pairing with the least total change.

use super::{Match, RowRef};
use pathfinding::kuhn_munkres::kuhn_munkres_min;
use pathfinding::matrix::Matrix;
use std::collections::BTreeMap;

/// Up to this many possible pairs the best pairing is searched exactly; beyond it rows are paired day by day and then
/// stage by stage.
const EXACT_PAIRS: usize = 64 * 64;

/// What a row without a partner counts. A pair that changes more than two rows left alone is no pair.
pub(super) const ALONE: u32 = 150;

/// A key by which rows are brought together in one stage of the quick pairing.
pub(super) type StageKey = for<'x, 'y> fn(&'x RowRef<'y>) -> [u64; 3];

/// How alike two rows are.
pub(super) struct Likeness {
    /// The size of the change from a planned to an actual row, to be weighed against [`ALONE`]; `None` when they are not
    /// the same service at all.
    pub(super) cost: for<'x, 'y> fn(&'x RowRef<'y>, &'x RowRef<'y>) -> Option<u32>,
    /// Keys of the quick pairing, closest first.
    pub(super) stages: &'static [StageKey],
}

/// Pairs what is left of both sides. Both lists must be in the order of content, so that the answer is too.
pub(super) fn pair<'a>(
    plan: Vec<RowRef<'a>>,
    actual: Vec<RowRef<'a>>,
    likeness: &Likeness,
) -> Vec<Match<'a>> {
    if plan.is_empty() || actual.is_empty() {
        return plan.into_iter().map(Match::Plan).chain(actual.into_iter().map(Match::Actual)).collect();
    }
    if plan.len() * actual.len() <= EXACT_PAIRS {
        pair_exactly(&plan, &actual, likeness)
    } else {
        pair_by_days(&plan, &actual, likeness)
    }
}

/// The pairing with the least total change, rows left alone counted in (Hungarian algorithm, cubic time).
fn pair_exactly<'a>(plan: &[RowRef<'a>], actual: &[RowRef<'a>], likeness: &Likeness) -> Vec<Match<'a>> {
    // The algorithm wants no more rows than columns, so the shorter side makes the rows.
    let plan_is_rows = plan.len() <= actual.len();
    let (rows, columns) = if plan_is_rows { (plan, actual) } else { (actual, plan) };
    // What a pair saves over leaving both rows alone; a column of its own for each row stands for "alone".
    let saving = |row: &RowRef<'a>, column: Option<&RowRef<'a>>| {
        let Some(column) = column else { return 0 };
        let (p, a) = if plan_is_rows { (row, column) } else { (column, row) };
        (likeness.cost)(p, a).map_or(0, |cost| (i64::from(cost) - 2 * i64::from(ALONE)).min(0))
    };
    let places = || columns.iter().map(Some).chain(rows.iter().map(|_| None));
    let cells: Vec<i64> =
        rows.iter().flat_map(|row| places().map(move |column| saving(row, column))).collect();
    let Ok(matrix) = Matrix::from_vec(rows.len(), columns.len() + rows.len(), cells) else {
        return Vec::new();
    };
    let (_, assigned) = kuhn_munkres_min(&matrix);
    let alone =
        |row: &RowRef<'a>, is_plan: bool| if is_plan { Match::Plan(*row) } else { Match::Actual(*row) };
    let mut is_taken = vec![false; columns.len()];
    let mut out = Vec::new();
    for (row, column) in rows.iter().zip(assigned) {
        match columns.get(column).filter(|partner| saving(row, Some(partner)) < 0) {
            Some(partner) => {
                out.push(if plan_is_rows {
                    Match::Pair(*row, *partner)
                } else {
                    Match::Pair(*partner, *row)
                });
                is_taken.iter_mut().skip(column).take(1).for_each(|taken| *taken = true);
            }
            None => out.push(alone(row, plan_is_rows)),
        }
    }
    let free = columns.iter().zip(&is_taken).filter(|(_, is_taken)| !**is_taken);
    out.extend(free.map(|(column, _)| alone(column, !plan_is_rows)));
    out
}

/// Pairs the rows of each day among themselves, then what is left across days.
fn pair_by_days<'a>(plan: &[RowRef<'a>], actual: &[RowRef<'a>], likeness: &Likeness) -> Vec<Match<'a>> {
    let mut days = BTreeMap::<u8, (Vec<RowRef<'a>>, Vec<RowRef<'a>>)>::new();
    for row in plan {
        days.entry(row.row.day).or_default().0.push(*row);
    }
    for row in actual {
        days.entry(row.row.day).or_default().1.push(*row);
    }
    let (mut out, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for (plan, actual) in days.into_values() {
        let matches = if plan.len() * actual.len() <= EXACT_PAIRS {
            pair_exactly(&plan, &actual, likeness)
        } else {
            pair_by_stages(plan, actual, likeness)
        };
        for found in matches {
            match found {
                Match::Plan(row) => left.push(row),
                Match::Actual(row) => right.push(row),
                Match::Pair(..) => out.push(found),
            }
        }
    }
    left.sort_unstable_by(RowRef::by_content);
    right.sort_unstable_by(RowRef::by_content);
    out.extend(pair_by_stages(left, right, likeness));
    out
}

/// Pairs rows with equal keys in their order, stage after stage: linear but for the sorting.
fn pair_by_stages<'a>(
    mut plan: Vec<RowRef<'a>>,
    mut actual: Vec<RowRef<'a>>,
    likeness: &Likeness,
) -> Vec<Match<'a>> {
    let mut out = Vec::new();
    for key in likeness.stages {
        plan.sort_by_key(*key);
        actual.sort_by_key(*key);
        let (mut left, mut right) = (Vec::new(), Vec::new());
        let mut done = actual.into_iter().peekable();
        for planned in plan {
            while let Some(row) = done.next_if(|row| key(row) < key(&planned)) {
                right.push(row);
            }
            match done.next_if(|row| key(row) == key(&planned) && is_pair(&planned, row, likeness)) {
                Some(row) => out.push(Match::Pair(planned, row)),
                None => left.push(planned),
            }
        }
        right.extend(done);
        (plan, actual) = (left, right);
    }
    out.extend(plan.into_iter().map(Match::Plan).chain(actual.into_iter().map(Match::Actual)));
    out
}

/// Whether a pair changes less than leaving both rows alone.
fn is_pair(plan: &RowRef<'_>, actual: &RowRef<'_>, likeness: &Likeness) -> bool {
    (likeness.cost)(plan, actual).is_some_and(|cost| cost < 2 * ALONE)
}

/// A service code as a number, for the keys of stages.
pub(super) fn code_number(row: &RowRef<'_>) -> u64 {
    row.row.code.as_bytes().iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// 0 to 20: how far units lie apart, in proportion to the larger. Rows over [`UNLIKE`] are different services: an
/// addition is never the changed code of a whole day's care.
pub(super) fn units_apart(a: i32, b: i32) -> u32 {
    let larger = a.unsigned_abs().max(b.unsigned_abs()).max(1);
    (u64::from(a.abs_diff(b)) * 20 / u64::from(larger)).min(20).try_into().unwrap_or(20)
}

/// See [`units_apart`].
pub(super) const UNLIKE: u32 = 15;
