//! 福祉用具貸与 (17, 67): compared per code, units, TAISコード or 届出コード and 明細判別コード, without the day.

use super::pairing::{Likeness, StageKey, code_number, pair};
use super::{Outcome, RowRef, of_fullest_day, take_equal};
use crate::domain::ids::ServiceCode;
use crate::domain::row::RowDetail;

pub(super) type Key<'a> = (ServiceCode, i32, &'a str, &'a str, &'a str, u8);

pub(super) fn key<'a>(row: &RowRef<'a>) -> Key<'a> {
    let text = |pick: fn(&'a RowDetail) -> &'a str| row.detail.map(pick).unwrap_or_default();
    (
        row.row.code,
        row.row.units,
        text(|detail| &detail.tais),
        text(|detail| &detail.notification),
        text(|detail| &detail.discriminator),
        row.row.count,
    )
}

/// The items rented; a rental marked on many days is still one item.
pub(super) fn items<'a>(rows: &[RowRef<'a>]) -> Vec<RowRef<'a>> {
    of_fullest_day(rows, key)
}

/// Compares rented equipment.
pub(super) fn compare<'a>(plan: &[RowRef<'a>], actual: &[RowRef<'a>]) -> Outcome<'a> {
    let taken = take_equal(&items(plan), &items(actual), key);
    Outcome { same: taken.same, unequal: pair(taken.plan, taken.actual, &LIKENESS) }
}

pub(super) const LIKENESS: Likeness = Likeness { cost, stages: STAGES };

const STAGES: &[StageKey] =
    &[|r| [code_number(r), units(r), 0], |r| [code_number(r), 0, 0], |r| [units(r), 0, 0]];

fn units(row: &RowRef<'_>) -> u64 {
    u64::from(row.row.units.unsigned_abs())
}

fn cost(plan: &RowRef<'_>, actual: &RowRef<'_>) -> Option<u32> {
    let (p, a) = (key(plan), key(actual));
    let codes = u32::from((p.2, p.3) != (a.2, a.3)) * 15;
    let change = u32::from(p.1 != a.1) * 20 + codes + u32::from(p.4 != a.4) * 5 + u32::from(p.5 != a.5) * 10;
    if p.0 == a.0 {
        Some(change)
    } else if codes == 0 && !(p.2.is_empty() && p.3.is_empty()) {
        Some(50 + change)
    } else {
        (p.1 == a.1).then_some(80 + change)
    }
}
