//! The 別表 of a revised plan: every column as [`worth`](crate::app::worth) computes it, in the hand of the sheet that was
//! received. A sheet whose lines are what they were stays as it was received, byte for byte.

mod bases;
mod columns;
mod order;
mod print;
mod stay;
mod warnings;

pub(super) use stay::StayDays;

use super::WriteWarning;
use super::client::is_kind_exchanged;
use crate::app::month::ClientRows;
use crate::app::standing::{StandingRow, received_plan};
use crate::app::worth::{Ground, SharesFrom, Worth, differences, worth_of_rows};
use crate::benefit::allot::limit_kind;
use crate::benefit::sheet::{Line, Sheet};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::row::SheetRowKind;
use crate::format::exchange::kinds::upplan::ServiceRowRecord;
use crate::format::exchange::kinds::upsikyu::SheetRecord;
use print::print;

/// A client's sheet and the plan it belongs to.
pub(super) struct SheetCase<'a> {
    /// What everything is worked out from.
    pub(super) ground: Ground<'a>,
    /// The client, with the sheets of the care office only.
    pub(super) rows: &'a ClientRows,
    /// The care office that sends it.
    pub(super) office: OfficeNumber,
    /// The rows of the revised plan that get a record.
    pub(super) plan: &'a [StandingRow],
    /// Their records, in the same order.
    pub(super) plan_records: &'a [ServiceRowRecord],
    /// The sheet that was received.
    pub(super) received: &'a [SheetRecord],
}

/// The sheet that belongs to a revised plan.
#[derive(Debug, Default)]
pub(super) struct Revised {
    pub(super) records: Vec<SheetRecord>,
    /// What is to be known of it.
    pub(super) warnings: Vec<WriteWarning>,
    /// What 利用者補足情報 has to agree with; `None` while the sheet is the received one.
    pub(super) figures: Option<Figures>,
    /// Whether a person decided about the sheet itself: the shares of the units over the limit.
    pub(super) is_decided: bool,
}

/// Figures of a computed sheet that stand in 利用者補足情報 too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    /// 給付管理単位数 and 種類支給限度超 of each line inside the limit, by the kind under which it is limited.
    pub(super) kinds: Vec<(ServiceKind, i64, i64)>,
    /// 区分支給限度超.
    pub(super) category_over: i64,
    /// 種類支給限度超 and 区分支給限度超 of the received sheet, if it has a total.
    pub(super) received_over: Option<(i64, i64)>,
    /// Days of short stays; `None` when the client has none.
    pub(super) stay: Option<StayDays>,
}

/// The sheet that belongs to the revised plan.
pub(super) fn revise(case: &SheetCase<'_>) -> Revised {
    let worth = worth_of_rows(&case.ground, case.rows, case.plan);
    let before = case.received_plan();
    let is_decided = worth.shares == SharesFrom::Typed;
    let is_same = is_same(case, &worth, &before);
    if is_same && !is_decided && case.is_received_whole() {
        let count = differences(&worth, case.ground.month, case.rows).len();
        let warnings = warnings::of_kept(case.rows.client, count);
        return Revised { records: case.received.to_vec(), warnings, ..Revised::default() };
    }
    let Some(sheet) = &worth.sheet else {
        let records = case.received.iter().filter(|record| is_record_exchanged(record)).cloned().collect();
        let warnings = vec![warnings::not_computed(&worth)];
        return Revised { records, warnings, ..Revised::default() };
    };
    let stay = stay::days(case, &before);
    Revised {
        records: print(case, &worth, sheet, stay),
        warnings: warnings::of_computed(&worth, stay),
        figures: Some(figures(case, sheet, stay)),
        is_decided,
    }
}

impl SheetCase<'_> {
    /// The plan of the care office as it was received, rows that get a record.
    fn received_plan(&self) -> Vec<StandingRow> {
        let month = self.ground.month;
        let is_own = |row: &StandingRow| {
            let name = month.file(row.file).and_then(|file| file.name.as_ref());
            name.is_some_and(|name| name.sender == self.office) && is_kind_exchanged(row.kind())
        };
        let mut plan = received_plan(month, self.rows);
        plan.retain(is_own);
        plan
    }

    /// Whether a sheet was received all of whose records may be written.
    fn is_received_whole(&self) -> bool {
        !self.received.is_empty() && self.received.iter().all(is_record_exchanged)
    }
}

fn is_record_exchanged(record: &SheetRecord) -> bool {
    bases::group(record).is_none_or(|(_, kind)| is_kind_exchanged(kind))
}

/// Whether the revised plan has the lines of the received one: a visit on another day changes nothing on the sheet. What
/// cannot be computed is the same only row by row.
fn is_same(case: &SheetCase<'_>, worth: &Worth, before: &[StandingRow]) -> bool {
    let contents = |plan: &[StandingRow]| -> Vec<_> {
        let mut rows: Vec<_> = plan.iter().map(|row| (row.provider, row.content.clone())).collect();
        rows.sort_unstable();
        rows
    };
    if contents(before) == contents(case.plan) {
        return true;
    }
    let received = worth_of_rows(&case.ground, case.rows, before);
    worth.sheet.is_some()
        && received.sheet.is_some()
        && labelled(worth, case.plan) == labelled(&received, before)
        && stay::counted_days(case, case.plan) == stay::counted_days(case, before)
}

/// Lines with the equipment they are for.
fn labelled<'a>(worth: &Worth, plan: &'a [StandingRow]) -> Vec<(Line, Option<[&'a str; 3]>)> {
    let equipment = |rows: &[usize]| {
        let detail = plan.get(*rows.first()?)?.detail()?;
        Some([&detail.tais, &detail.notification, &detail.equipment_name].map(String::as_str))
    };
    worth.lines.iter().map(|line| (line.line, equipment(&line.rows))).collect()
}

fn figures(case: &SheetCase<'_>, sheet: &Sheet, stay: Option<StayDays>) -> Figures {
    let kinds = sheet.lines.iter().filter_map(|line| {
        let managed = line.columns.managed_units?;
        Some((limit_kind(line.key.code.kind()), managed, line.columns.kind_over.unwrap_or_default()))
    });
    let total = case.received.iter().find(|record| bases::kind_of(record) == SheetRowKind::Total);
    let over = |record: &SheetRecord| {
        let number = |value: Option<&i64>| value.copied().unwrap_or_default();
        let kind = number(record.kind_over_limit_units.value());
        (kind, number(record.category_over_limit_units.value()))
    };
    Figures {
        kinds: kinds.collect(),
        category_over: sheet.total.category_over.unwrap_or_default(),
        received_over: total.map(over),
        stay,
    }
}
