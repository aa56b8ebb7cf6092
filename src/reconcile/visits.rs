//! Services counted row by row: day, times, count and units all matter.

use super::pairing::{Likeness, StageKey, pair};
use super::{Outcome, RowRef, content_key, saturating, take_equal};
use std::collections::BTreeMap;

/// Compares visits. Equal rows are visits of their own, never duplicates to drop.
pub(super) fn compare<'a>(plan: &[RowRef<'a>], actual: &[RowRef<'a>]) -> Outcome<'a> {
    let taken = take_equal(plan, actual, |row| content_key(row.row));
    let (again, plan, actual) = take_equal_sums(taken.plan, taken.actual);
    Outcome { same: taken.same + again, unequal: pair(plan, actual, &LIKENESS) }
}

/// 回数 2 on one row equals two rows of 回数 1 (standard, ambiguity 20): rows that only differ in their count are the
/// same when the counts of both sides add up to the same.
fn take_equal_sums<'a>(
    plan: Vec<RowRef<'a>>,
    actual: Vec<RowRef<'a>>,
) -> (u32, Vec<RowRef<'a>>, Vec<RowRef<'a>>) {
    if plan.is_empty() || actual.is_empty() {
        return (0, plan, actual);
    }
    let key = |row: &RowRef<'_>| (row.row.code, row.row.day, row.row.start, row.row.end, row.row.units);
    let mut sums = BTreeMap::<_, (u32, u32)>::new();
    for row in &plan {
        sums.entry(key(row)).or_default().0 += u32::from(row.row.count);
    }
    for row in &actual {
        sums.entry(key(row)).or_default().1 += u32::from(row.row.count);
    }
    let balanced = |row: &RowRef<'_>| sums.get(&key(row)).is_some_and(|(planned, done)| planned == done);
    let same = plan.iter().filter(|row| balanced(row)).count();
    let rest = |rows: Vec<RowRef<'a>>| rows.into_iter().filter(|row| !balanced(row)).collect();
    (saturating(same), rest(plan), rest(actual))
}

pub(super) const LIKENESS: Likeness = Likeness { cost, stages: STAGES };

/// The quick pairing of very many rows: the same slot, the same day and service, the same slot with another code, the
/// same service and time on another day, the same service on another day.
const STAGES: &[StageKey] = &[
    |r| [u64::from(r.row.day), code(r), u64::from(r.row.start.hhmm())],
    |r| [u64::from(r.row.day), code(r), 0],
    |r| [u64::from(r.row.day), u64::from(r.row.start.hhmm()), 0],
    |r| [code(r), u64::from(r.row.start.hhmm()), u64::from(r.row.end.hhmm())],
    |r| [code(r), 0, 0],
];

fn code(row: &RowRef<'_>) -> u64 {
    row.row.code.as_bytes().iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// The size of the change. The order is: same day and service (time, count, units), another code in the same slot,
/// another day, another code at another time of the day. A visit on another day with another code is another visit.
fn cost(plan: &RowRef<'_>, actual: &RowRef<'_>) -> Option<u32> {
    let (p, a) = (plan.row, actual.row);
    let start = u32::from(p.start.minutes_apart(a.start));
    let end = u32::from(p.end.minutes_apart(a.end));
    let units = u32::from(p.units != a.units) * 10;
    let count = u32::from(p.count != a.count) * 10;
    let timing = if start > 0 { 20 + (start / 15).min(40) } else { 0 }
        + if end > 0 { 5 + (end / 15).min(20) } else { 0 };
    let days = u32::from(p.day.abs_diff(a.day));
    match (days == 0, p.code == a.code) {
        (true, true) => Some(timing + units + count),
        (true, false) if start == 0 => Some(60 + units_apart(p.units, a.units) + (end / 30).min(10) + count),
        (false, true) => Some(110 + days + timing + units + count),
        (true, false) => Some(180 + units_apart(p.units, a.units) + timing + count),
        (false, false) => None,
    }
}

/// 0 to 20: how far units lie apart, in proportion to the larger.
fn units_apart(a: i32, b: i32) -> u32 {
    let larger = a.unsigned_abs().max(b.unsigned_abs()).max(1);
    (u64::from(a.abs_diff(b)) * 20 / u64::from(larger)).min(20).try_into().unwrap_or(20)
}
