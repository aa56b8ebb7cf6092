//! The rows of a written sheet, in order: those of the form, and the subtotals that the standard leaves to the sender.

use super::bases::{GroupKey, group, kind_of};
use crate::benefit::rates::Place;
use crate::benefit::sheet::{Columns, Group, RowRef, Sheet, printed_rows};
use crate::domain::row::SheetRowKind;
use crate::format::exchange::kinds::upsikyu::SheetRecord;

/// A row that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenRow {
    /// A line, by its position.
    Line(usize),
    /// A subtotal of a group, by its position.
    Subtotal(usize, SheetRowKind),
    /// 全合計.
    Total,
}

/// The rows of a sheet as its sender writes them.
pub(super) fn written_rows(sheet: &Sheet, received: &[SheetRecord]) -> Vec<WrittenRow> {
    let mut rows: Vec<WrittenRow> = printed_rows(sheet).into_iter().map(written).collect();
    for kind in [SheetRowKind::SubtotalOutside, SheetRowKind::SubtotalOver30Days] {
        let Some(least) = least_lines(received, kind) else { continue };
        for (at, group) in sheet.groups.iter().enumerate() {
            let lines = lines_of(sheet, group, kind);
            let last = lines.last().and_then(|line| {
                rows.iter().position(|row| *row == WrittenRow::Line(*line)).filter(|_| lines.len() >= least)
            });
            if let Some(last) = last {
                rows.insert(last + 1, WrittenRow::Subtotal(at, kind));
            }
        }
    }
    rows
}

fn written(row: RowRef) -> WrittenRow {
    match row {
        RowRef::Line(at) => WrittenRow::Line(at),
        RowRef::Subtotal(at) => WrittenRow::Subtotal(at, SheetRowKind::SubtotalInLimit),
        RowRef::Total => WrittenRow::Total,
    }
}

/// Sums of an optional subtotal.
pub(super) fn sums(sheet: &Sheet, group: &Group, kind: SheetRowKind) -> Columns {
    let lines: Vec<&Columns> = lines_of(sheet, group, kind)
        .into_iter()
        .filter_map(|at| sheet.lines.get(at).map(|line| &line.columns))
        .collect();
    let sum = |pick: fn(&Columns) -> Option<i64>| {
        let numbers: Vec<i64> = lines.iter().filter_map(|columns| pick(columns)).collect();
        (!numbers.is_empty()).then(|| numbers.iter().sum())
    };
    Columns {
        service_units: sum(|columns| columns.service_units),
        price: lines.iter().find_map(|columns| columns.price),
        cost: sum(|columns| columns.cost),
        rate: lines.iter().find_map(|columns| columns.rate),
        claim: sum(|columns| columns.claim),
        copay: sum(|columns| columns.copay),
        full_payment: sum(|columns| columns.full_payment),
        ..Columns::default()
    }
}

/// Positions of the lines that a subtotal adds up.
fn lines_of(sheet: &Sheet, group: &Group, kind: SheetRowKind) -> Vec<usize> {
    let is_its = |at: &usize| sheet.lines.get(*at).is_some_and(|line| subtotal_of(line.place) == kind);
    group.lines.iter().copied().filter(is_its).collect()
}

fn subtotal_of(place: Place) -> SheetRowKind {
    match place {
        Place::InLimit => SheetRowKind::SubtotalInLimit,
        Place::Outside(_) => SheetRowKind::SubtotalOutside,
        Place::Over30Days => SheetRowKind::SubtotalOver30Days,
    }
}

/// The habit of the sender: how many lines of a kind had a subtotal at least; `None` when none had.
fn least_lines(received: &[SheetRecord], kind: SheetRowKind) -> Option<usize> {
    let groups = received.iter().filter(|record| kind_of(record) == kind).filter_map(group);
    let lines = |key: GroupKey| {
        let is_its =
            |record: &&SheetRecord| group(record) == Some(key) && received_place(record) == Some(kind);
        received.iter().filter(is_its).count().max(1)
    };
    groups.map(lines).min()
}

/// The subtotal that a received line belongs to.
fn received_place(record: &SheetRecord) -> Option<SheetRowKind> {
    (kind_of(record) == SheetRowKind::Detail).then(|| {
        if record.over_30_days_flag.value() == Some(&true) {
            SheetRowKind::SubtotalOver30Days
        } else if record.benefit_management_units.value().is_some() {
            SheetRowKind::SubtotalInLimit
        } else {
            SheetRowKind::SubtotalOutside
        }
    })
}
