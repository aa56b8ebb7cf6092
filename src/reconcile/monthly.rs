//! Monthly units and additions count once however many days carry them; percent additions are compared by presence.

use super::pairing::{Likeness, StageKey, UNLIKE, pair, units_apart};
use super::{Outcome, RowRef};

/// One row a code: the one with the most units, of the first day among equals. (共生型 rows carry their units on the
/// 1st only and 0 on other days; standard §7.)
pub(super) fn once_each<'a>(rows: &[RowRef<'a>]) -> Vec<RowRef<'a>> {
    let mut out: Vec<RowRef<'a>> = Vec::new();
    for row in rows {
        match out.last_mut() {
            Some(last) if last.row.code == row.row.code => {
                if row.row.units.unsigned_abs() > last.row.units.unsigned_abs() {
                    *last = *row;
                }
            }
            _ => out.push(*row),
        }
    }
    out
}

/// Compares services counted once a month. With `by_units` their units must agree too; without it, presence is all.
pub(super) fn compare<'a>(plan: &[RowRef<'a>], actual: &[RowRef<'a>], by_units: bool) -> Outcome<'a> {
    let (planned, done) = (once_each(plan), once_each(actual));
    let mut outcome = Outcome::default();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let mut done = done.into_iter().peekable();
    for planned in planned {
        while let Some(row) = done.next_if(|row| row.row.code < planned.row.code) {
            right.push(row);
        }
        match done.next_if(|row| row.row.code == planned.row.code) {
            Some(row) if by_units && row.row.units != planned.row.units => {
                outcome.unequal.push(super::Match::Pair(planned, row));
            }
            Some(_) => outcome.same += 1,
            None => left.push(planned),
        }
    }
    right.extend(done);
    outcome.unequal.extend(pair(left, right, &LIKENESS));
    outcome
}

pub(super) const LIKENESS: Likeness = Likeness { cost, stages: STAGES };

const STAGES: &[StageKey] = &[|_| [0, 0, 0]];

/// Another code in place of the planned one: the closer the units, the likelier. A service with times and one without are
/// not the same, nor are units that lie too far apart.
fn cost(plan: &RowRef<'_>, actual: &RowRef<'_>) -> Option<u32> {
    let apart = units_apart(plan.row.units, actual.row.units);
    let alike = plan.row.start.is_none() == actual.row.start.is_none() && apart <= UNLIKE;
    alike.then_some(10 + apart)
}
