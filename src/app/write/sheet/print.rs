//! The records of a computed sheet.

use super::bases::{Bases, code, kind_of};
use super::columns::{put_columns, put_each, put_sum, put_units};
use super::order::{WrittenRow, sums, written_rows};
use super::stay::{StayDays, is_stay, put_days};
use super::{SheetCase, Worth};
use crate::app::write::fill::set;
use crate::benefit::rates::Place;
use crate::benefit::sheet::Sheet;
use crate::domain::codes::CompareBasis;
use crate::domain::row::SheetRowKind;
use crate::format::exchange::kinds::upsikyu::SheetRecord;

/// The code of 全合計.
const TOTAL: &str = "999999";

/// All records of a sheet, in the order of the form.
pub(super) fn print(
    case: &SheetCase<'_>,
    worth: &Worth,
    sheet: &Sheet,
    stay: Option<StayDays>,
) -> Vec<SheetRecord> {
    let mut printer = Printer { case, worth, sheet, stay, bases: Bases::new(case), records: Vec::new() };
    for row in written_rows(sheet, case.received) {
        match row {
            WrittenRow::Line(at) => printer.line(at),
            WrittenRow::Subtotal(at, kind) => printer.subtotal(at, kind),
            WrittenRow::Total => printer.total(),
        }
    }
    printer.records
}

struct Printer<'a> {
    case: &'a SheetCase<'a>,
    worth: &'a Worth,
    sheet: &'a Sheet,
    stay: Option<StayDays>,
    bases: Bases<'a>,
    records: Vec<SheetRecord>,
}

impl Printer<'_> {
    fn line(&mut self, at: usize) {
        let (Some(line), Some(result)) = (self.worth.lines.get(at), self.sheet.lines.get(at)) else { return };
        let base = self.bases.of_line(line, result);
        let mut record = base.record;
        let had_units = record.units.value().is_some_and(|units| *units != 0);
        put_units(&mut record, &line.line, &result.columns);
        let shows_units = if base.is_received { had_units } else { self.shares_show_units() };
        if self.is_percent(&record) && !shows_units {
            put_each(&mut record, 0, 0);
        }
        put_columns(&mut record, &result.columns);
        set(&mut record.over_30_days_flag, result.place == Place::Over30Days);
        if is_stay(result.key.code.kind()) {
            put_days(&mut record, self.stay);
        }
        self.records.push(record);
    }

    fn subtotal(&mut self, at: usize, kind: SheetRowKind) {
        let Some(group) = self.sheet.groups.get(at) else { return };
        let (mark, columns) = match kind {
            SheetRowKind::SubtotalInLimit => ("AAAA", group.columns),
            SheetRowKind::SubtotalOver30Days => ("ZZZZ", sums(self.sheet, group, kind)),
            _ => ("EEEE", sums(self.sheet, group, kind)),
        };
        let mut record = self.bases.of_subtotal((group.office, group.kind), kind, self.records.last());
        put_sum(&mut record, &format!("{}{mark}", group.kind), kind);
        put_columns(&mut record, &columns);
        if is_stay(group.kind) {
            put_days(&mut record, self.stay);
        }
        self.records.push(record);
    }

    fn total(&mut self) {
        let mut record = self.bases.of_total();
        let mark = record.service_code.value().cloned().unwrap_or_else(|| TOTAL.to_owned());
        put_sum(&mut record, &mark, SheetRowKind::Total);
        put_columns(&mut record, &self.sheet.total);
        if self.stay.is_some() {
            put_days(&mut record, self.stay);
        }
        self.records.push(record);
    }

    fn is_percent(&self, record: &SheetRecord) -> bool {
        let (basis, insurer) = (&self.case.ground.month.basis, self.case.rows.client.insurer);
        code(record).is_some_and(|code| basis.basis(insurer, code) == CompareBasis::Percent)
    }

    /// Whether the sender gives percent additions a 単位数 of their own; most leave it 0.
    fn shares_show_units(&self) -> bool {
        let mut percents = self
            .case
            .received
            .iter()
            .filter(|record| kind_of(record) == SheetRowKind::Detail && self.is_percent(record));
        percents.any(|record| record.units.value().is_some_and(|units| *units != 0))
    }
}
