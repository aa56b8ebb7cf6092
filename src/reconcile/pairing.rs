//! Finds the pairing with the least total change.

use super::{Match, RowRef};
use pathfinding::kuhn_munkres::kuhn_munkres_min;
use pathfinding::matrix::Matrix;

/// Up to this many rows on each side the best pairing is searched exactly (cubic time); beyond it rows are paired
/// stage by stage, which is the same for all but contrived months.
const EXACT_ROWS: usize = 64;

/// Stands for "never a pair"; larger than any sum of real costs.
const NEVER: i64 = 1_000_000_000;

/// A key by which rows are brought together in one stage of the quick pairing.
pub(super) type StageKey = for<'x, 'y> fn(&'x RowRef<'y>) -> [u64; 3];

/// How alike two rows are.
pub(super) struct Likeness {
    /// The size of the change from a planned to an actual row; `None` when they are not the same service at all.
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
    if plan.len() <= EXACT_ROWS && actual.len() <= EXACT_ROWS {
        pair_exactly(&plan, &actual, likeness)
    } else {
        pair_by_stages(plan, actual, likeness)
    }
}

fn pair_exactly<'a>(plan: &[RowRef<'a>], actual: &[RowRef<'a>], likeness: &Likeness) -> Vec<Match<'a>> {
    // The algorithm wants no more rows than columns.
    let plan_is_rows = plan.len() <= actual.len();
    let (rows, columns) = if plan_is_rows { (plan, actual) } else { (actual, plan) };
    let cost = |row: &RowRef<'a>, column: &RowRef<'a>| {
        let (p, a) = if plan_is_rows { (row, column) } else { (column, row) };
        (likeness.cost)(p, a).map_or(NEVER, i64::from)
    };
    let cells: Vec<i64> =
        rows.iter().flat_map(|row| columns.iter().map(move |column| cost(row, column))).collect();
    let Ok(matrix) = Matrix::from_vec(rows.len(), columns.len(), cells) else { return Vec::new() };
    let (_, assigned) = kuhn_munkres_min(&matrix);
    let mut partner_of_column = vec![None; columns.len()];
    let mut out = Vec::new();
    for (row, column) in rows.iter().zip(assigned) {
        let partner = columns.get(column).filter(|partner| cost(row, partner) < NEVER);
        match partner {
            Some(partner) => {
                out.push(if plan_is_rows {
                    Match::Pair(*row, *partner)
                } else {
                    Match::Pair(*partner, *row)
                });
                if let Some(taken) = partner_of_column.get_mut(column) {
                    *taken = Some(());
                }
            }
            None => out.push(if plan_is_rows { Match::Plan(*row) } else { Match::Actual(*row) }),
        }
    }
    let alone = columns.iter().zip(&partner_of_column).filter(|(_, taken)| taken.is_none());
    out.extend(
        alone.map(|(column, _)| if plan_is_rows { Match::Actual(*column) } else { Match::Plan(*column) }),
    );
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
            match done.next_if(|row| key(row) == key(&planned) && (likeness.cost)(&planned, row).is_some()) {
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
