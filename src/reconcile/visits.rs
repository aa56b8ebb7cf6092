//! Services counted row by row: day, times, count and units all matter.

use super::pairing::{Likeness, StageKey, UNLIKE, code_number, pair, units_apart};
use super::{Outcome, RowRef, content_key, saturating, take_equal};
use crate::domain::ids::ServiceCode;
use std::collections::BTreeMap;

/// Compares visits. Equal rows are visits of their own, never duplicates to drop.
pub(super) fn compare<'a>(plan: &[RowRef<'a>], actual: &[RowRef<'a>]) -> Outcome<'a> {
    let taken = take_equal(plan, actual, |row| content_key(row.row));
    let (again, plan, actual) = take_equal_sums(taken.plan, taken.actual);
    Outcome { same: taken.same + again, unequal: pair(plan, actual, &LIKENESS) }
}

/// 回数 2 on one row equals two rows of 回数 1 (standard, ambiguity 20): rows that only differ in their count are the
/// same when the counts of both sides add up to the same, and one row of 回数 2 takes two rows of 1 off three.
fn take_equal_sums<'a>(
    plan: Vec<RowRef<'a>>,
    actual: Vec<RowRef<'a>>,
) -> (u32, Vec<RowRef<'a>>, Vec<RowRef<'a>>) {
    if plan.is_empty() || actual.is_empty() {
        return (0, plan, actual);
    }
    let mut slots = BTreeMap::<_, (Vec<RowRef<'a>>, Vec<RowRef<'a>>)>::new();
    for row in plan {
        slots.entry(slot(&row)).or_default().0.push(row);
    }
    for row in actual {
        slots.entry(slot(&row)).or_default().1.push(row);
    }
    let (mut same, mut left, mut right) = (0, Vec::new(), Vec::new());
    for (plan, actual) in slots.into_values() {
        let sum = |rows: &[RowRef<'_>]| rows.iter().map(|row| usize::from(row.row.count)).sum::<usize>();
        if sum(&plan) == sum(&actual) {
            same += saturating(plan.len());
        } else if let Some(rest) = covered(&plan, &actual) {
            same += 1;
            right.extend(rest);
        } else if let Some(rest) = covered(&actual, &plan) {
            same += saturating(plan.len() - rest.len());
            left.extend(rest);
        } else {
            left.extend(plan);
            right.extend(actual);
        }
    }
    left.sort_unstable_by(RowRef::by_content);
    right.sort_unstable_by(RowRef::by_content);
    (same, left, right)
}

/// Service, day, times and units: everything but the count.
fn slot(row: &RowRef<'_>) -> (ServiceCode, u8, u16, u16, i32) {
    let row = row.row;
    (row.code, row.day, row.start.hhmm(), row.end.hhmm(), row.units)
}

/// What is left of rows of 回数 1 when a single row of more takes its count off them.
fn covered<'a>(single: &[RowRef<'a>], ones: &[RowRef<'a>]) -> Option<Vec<RowRef<'a>>> {
    let [row] = single else { return None };
    let all_ones = ones.iter().all(|row| row.row.count == 1);
    (all_ones && row.row.count > 1)
        .then(|| ones.get(usize::from(row.row.count)..).map(<[_]>::to_vec))
        .flatten()
}

pub(super) const LIKENESS: Likeness = Likeness { cost, stages: STAGES };

/// The quick pairing of very many rows: the same slot, the same day and service, the same slot with another code, the
/// same service and time on another day, the same service on another day.
const STAGES: &[StageKey] = &[
    |r| [u64::from(r.row.day), code_number(r), u64::from(r.row.start.hhmm())],
    |r| [u64::from(r.row.day), code_number(r), 0],
    |r| [u64::from(r.row.day), u64::from(r.row.start.hhmm()), 0],
    |r| [code_number(r), u64::from(r.row.start.hhmm()), u64::from(r.row.end.hhmm())],
    |r| [code_number(r), 0, 0],
];

/// The size of the change. The order is: same day and service at any time, with other units or count (below 60); another
/// code in the same slot (below 100); another day (from 111); another code at another time of the day (from 200). A visit
/// on another day with another code is another visit.
fn cost(plan: &RowRef<'_>, actual: &RowRef<'_>) -> Option<u32> {
    let (p, a) = (plan.row, actual.row);
    let start = u32::from(p.start.minutes_apart(a.start));
    let end = u32::from(p.end.minutes_apart(a.end));
    let begins_later = if start > 0 { 10 + (start / 20).min(30) } else { 0 };
    let ends_later = if end > 0 { 1 + (end / 30).min(4) } else { 0 };
    let amounts = u32::from(p.units != a.units) * 6 + u32::from(p.count != a.count) * 6;
    let change = begins_later + ends_later + amounts;
    let apart = units_apart(p.units, a.units);
    match (p.day == a.day, p.code == a.code) {
        (true, true) => Some(change),
        (false, true) => Some(110 + u32::from(p.day.abs_diff(a.day)) + change),
        (true, false) if apart > UNLIKE => None,
        (true, false) if start == 0 => Some(60 + apart + ends_later + amounts),
        (true, false) => Some(200 + apart + change),
        (false, false) => None,
    }
}
