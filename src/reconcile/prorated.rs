//! 日割: rows that carry 日割対象日 are compared by code and period, not by the day they stand on.

use super::pairing::{Likeness, StageKey, code_number, pair};
use super::{Outcome, RowRef, of_fullest_day, take_equal};
use crate::domain::ids::ServiceCode;

pub(super) type Key = (ServiceCode, u32, i32, u8);

pub(super) fn key(row: &RowRef<'_>) -> Key {
    (row.row.code, days(row), row.row.units, row.row.count)
}

fn days(row: &RowRef<'_>) -> u32 {
    row.detail.and_then(|detail| detail.prorated_days).unwrap_or(0)
}

/// The services; one that is repeated on every day of its period is still one.
pub(super) fn services<'a>(rows: &[RowRef<'a>]) -> Vec<RowRef<'a>> {
    of_fullest_day(rows, key)
}

/// Compares pro-rated services.
pub(super) fn compare<'a>(plan: &[RowRef<'a>], actual: &[RowRef<'a>]) -> Outcome<'a> {
    let taken = take_equal(&services(plan), &services(actual), key);
    Outcome { same: taken.same, unequal: pair(taken.plan, taken.actual, &LIKENESS) }
}

pub(super) const LIKENESS: Likeness = Likeness { cost, stages: STAGES };

const STAGES: &[StageKey] = &[
    |r| [code_number(r), u64::from(days(r)), 0],
    |r| [code_number(r), 0, 0],
    |r| [u64::from(days(r)), 0, 0],
];

#[expect(clippy::unnecessary_wraps, reason = "every likeness has this shape")]
fn cost(plan: &RowRef<'_>, actual: &RowRef<'_>) -> Option<u32> {
    let other = (days(plan) ^ days(actual)).count_ones();
    let units = u32::from(plan.row.units != actual.row.units) * 10;
    let count = u32::from(plan.row.count != actual.row.count) * 10;
    Some(other + units + count + u32::from(plan.row.code != actual.row.code) * 100)
}
