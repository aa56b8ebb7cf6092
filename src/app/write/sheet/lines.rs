//! Lines of the 別表 from rows of the 第6表.

use crate::domain::codes::{BasisTable, CompareBasis};
use crate::domain::decision::RowContent;
use crate::domain::ids::{OfficeNumber, ServiceCode};
use crate::domain::row::RowDetail;
use std::collections::BTreeMap;

/// What tells lines apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LineKey {
    pub(super) provider: OfficeNumber,
    pub(super) code: ServiceCode,
    /// 単位数 of a line that is counted by visits or items; `None` where a code has one line only.
    pub(super) units: Option<i32>,
    pub(super) tais: String,
    pub(super) notification: String,
}

/// A line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// 回数.
    pub(super) count: i64,
    /// 単位数 of one time.
    pub(super) units: i32,
    /// Whether its amount is 単位数 × 回数; percent additions are not.
    pub(super) is_counted: bool,
    /// One of its rows.
    pub(super) row: RowContent,
}

impl Line {
    /// What must be equal for a line to stay untouched.
    pub(super) fn amounts(&self) -> (i64, i32) {
        if self.is_counted { (self.count, self.units) } else { (1, 0) }
    }
}

/// The lines of a plan.
pub(super) fn lines(rows: Vec<(OfficeNumber, RowContent)>, basis: &BasisTable) -> BTreeMap<LineKey, Line> {
    let mut by_line = BTreeMap::<LineKey, Vec<RowContent>>::new();
    for (provider, row) in rows {
        let is_single = matches!(basis.basis(row.code), CompareBasis::Monthly | CompareBasis::Percent);
        let text =
            |pick: fn(&RowDetail) -> &String| row.detail.as_ref().map(pick).cloned().unwrap_or_default();
        let key = LineKey {
            provider,
            code: row.code,
            units: (!is_single).then_some(row.units),
            tais: text(|detail| &detail.tais),
            notification: text(|detail| &detail.notification),
        };
        by_line.entry(key).or_default().push(row);
    }
    let line = |(key, rows): (LineKey, Vec<RowContent>)| {
        let line = line(&rows, basis.basis(key.code))?;
        Some((key, line))
    };
    by_line.into_iter().filter_map(line).collect()
}

fn line(rows: &[RowContent], basis: CompareBasis) -> Option<Line> {
    let first = rows.iter().min_by_key(|row| (row.day, row.start))?;
    // 共生型 rows carry their units on the 1st only and 0 on other days (standard §7).
    let fullest = rows.iter().rev().max_by_key(|row| row.units.unsigned_abs())?;
    let (count, row) = match basis {
        CompareBasis::Monthly => (i64::from(fullest.count), fullest),
        CompareBasis::Percent => (1, first),
        CompareBasis::Equipment => (of_fullest_day(rows), first),
        CompareBasis::Visit if first.detail.as_ref().is_some_and(|detail| detail.prorated_days.is_some()) => {
            (of_fullest_day(rows), first)
        }
        CompareBasis::Visit => (rows.iter().map(|row| i64::from(row.count)).sum(), first),
    };
    Some(Line { count, units: row.units, is_counted: basis != CompareBasis::Percent, row: row.clone() })
}

/// Times of the services, each counted once however many days carry it.
fn of_fullest_day(rows: &[RowContent]) -> i64 {
    let mut services = BTreeMap::<_, BTreeMap<u8, i64>>::new();
    for row in rows {
        let detail = row.detail.as_ref();
        let key = (row.count, detail.map(|detail| (&detail.discriminator, detail.prorated_days)));
        *services.entry(key).or_default().entry(row.day).or_default() += i64::from(row.count);
    }
    services.values().map(|days| days.values().copied().max().unwrap_or_default()).sum()
}
