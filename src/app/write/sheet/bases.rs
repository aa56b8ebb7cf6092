//! The records that a sheet is written on: the received ones, whose names and bytes stay, and new ones like them.

use super::SheetCase;
use crate::app::worth::WorthLine;
use crate::app::write::fill::{clear, put, put_text};
use crate::benefit::rates::Place;
use crate::benefit::sheet::LineResult;
use crate::domain::ids::{OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::row::SheetRowKind;
use crate::format::exchange::cell::TypedRecord;
use crate::format::exchange::kinds::upplan::ServiceRowRecord;
use crate::format::exchange::kinds::upsikyu::SheetRecord;
use crate::format::exchange::read::text::plain_hyphens;
use crate::format::sjis::Encoding;

/// Provider and kind: what a subtotal is for.
pub(super) type GroupKey = (OfficeNumber, ServiceKind);

fn provider(record: &SheetRecord) -> Option<OfficeNumber> {
    record.service_office_number.value().and_then(|number| OfficeNumber::parse(number))
}

/// サービスコード of a record.
pub(super) fn code(record: &SheetRecord) -> Option<ServiceCode> {
    record.service_code.value().and_then(|code| ServiceCode::parse(code))
}

/// What a record is (standard §8).
pub(super) fn kind_of(record: &SheetRecord) -> SheetRowKind {
    if provider(record) == Some(OfficeNumber::TOTAL) {
        return SheetRowKind::Total;
    }
    match code(record).as_ref().map(ServiceCode::item) {
        Some("AAAA") => SheetRowKind::SubtotalInLimit,
        Some("EEEE") => SheetRowKind::SubtotalOutside,
        Some("ZZZZ") => SheetRowKind::SubtotalOver30Days,
        _ => SheetRowKind::Detail,
    }
}

/// Provider and kind of a record; `None` for 全合計 and for what cannot be told.
pub(super) fn group(record: &SheetRecord) -> Option<GroupKey> {
    let provider = provider(record).filter(|provider| *provider != OfficeNumber::TOTAL)?;
    Some((provider, code(record)?.kind()))
}

/// A record to write on, and whether it is the received one of the line.
pub(super) struct LineBase {
    pub(super) record: SheetRecord,
    pub(super) is_received: bool,
}

/// Received records, each handed out once.
pub(super) struct Bases<'a> {
    case: &'a SheetCase<'a>,
    left: Vec<&'a SheetRecord>,
}

impl<'a> Bases<'a> {
    pub(super) fn new(case: &'a SheetCase<'a>) -> Self {
        Self { case, left: case.received.iter().collect() }
    }

    /// The record of a line: its own, else one like another line of the kind or of the provider, else a new one.
    pub(super) fn of_line(&mut self, line: &WorthLine, result: &LineResult) -> LineBase {
        let plan = line.rows.first().and_then(|at| self.case.plan_records.get(*at));
        if let Some(mut record) = self.take_line(result, plan) {
            correct_name(&mut record, plan);
            return LineBase { record, is_received: true };
        }
        let key = (result.key.office, result.key.code.kind());
        let mut record = self.like(key, plan);
        put(&mut record.service_code, result.key.code.to_string());
        clear_equipment(&mut record);
        if let Some(plan) = plan {
            record.tais_code = plan.tais_code.clone();
            record.equipment_notification_code = plan.equipment_notification_code.clone();
            record.equipment_name = plan.equipment_name.clone();
        }
        LineBase { record, is_received: false }
    }

    /// The received subtotal of a group, else one like a line of it.
    pub(super) fn of_subtotal(
        &mut self,
        key: GroupKey,
        kind: SheetRowKind,
        line: Option<&SheetRecord>,
    ) -> SheetRecord {
        let is_its = |record: &SheetRecord| kind_of(record) == kind && group(record) == Some(key);
        let like = || line.cloned().unwrap_or_else(|| self.like(key, None));
        self.left.iter().find(|record| is_its(record)).map_or_else(like, |record| (*record).clone())
    }

    /// The received 全合計, else a new one.
    pub(super) fn of_total(&self) -> SheetRecord {
        let found = self.left.iter().find(|record| kind_of(record) == SheetRowKind::Total);
        found.map_or_else(|| self.blank(OfficeNumber::TOTAL), |record| (*record).clone())
    }

    /// The received record of a line: of those with its provider, code and equipment one with its units and name, else one
    /// with its units, else the first.
    fn take_line(&mut self, result: &LineResult, plan: Option<&ServiceRowRecord>) -> Option<SheetRecord> {
        let is_over = result.place == Place::Over30Days;
        let is_its = |record: &SheetRecord| {
            kind_of(record) == SheetRowKind::Detail
                && (provider(record), code(record)) == (Some(result.key.office), Some(result.key.code))
                && (record.over_30_days_flag.value() == Some(&true)) == is_over
                && plan.is_none_or(|plan| is_for_item(record, plan))
        };
        let units = result.columns.discounted_units;
        let has_units =
            |record: &SheetRecord| record.discounted_units.value().or(record.units.value()).copied() == units;
        let has_name = |record: &SheetRecord| {
            plan.is_none_or(|plan| record.equipment_name.value() == plan.equipment_name.value())
        };
        let find = |fits: &dyn Fn(&SheetRecord) -> bool| {
            self.left.iter().position(|record| is_its(record) && fits(record))
        };
        let at = find(&|record| has_units(record) && has_name(record))
            .or_else(|| find(&has_units))
            .or_else(|| find(&|_| true))?;
        Some(self.left.remove(at).clone())
    }

    /// A new detail record: like one of the kind, else of the provider, else of the plan.
    fn like(&self, key: GroupKey, plan: Option<&ServiceRowRecord>) -> SheetRecord {
        let details = || self.case.received.iter().filter(|record| kind_of(record) == SheetRowKind::Detail);
        let of_kind = details().find(|record| group(record) == Some(key));
        let found = of_kind.or_else(|| details().find(|record| provider(record) == Some(key.0)));
        let mut record = found.cloned().unwrap_or_else(|| self.blank(key.0));
        if let Some(plan) = plan.filter(|_| of_kind.is_none()) {
            if found.is_none() {
                record.service_office_name = plan.service_office_name.clone();
            }
            record.satellite_branch_no = plan.satellite_branch_no.clone();
        }
        if of_kind.is_none() {
            clear(&mut record.short_stay_days_until_previous_month);
            clear(&mut record.short_stay_planned_days_this_month);
            clear(&mut record.short_stay_cumulative_days);
        }
        record
    }

    /// A record with nothing but a provider.
    fn blank(&self, provider: OfficeNumber) -> SheetRecord {
        let (client, month) = (self.case.rows.client, self.case.ground.month);
        let mut record = SheetRecord::from_contents(&mut std::iter::empty(), Encoding::Ms932);
        put(&mut record.insurer_number, client.insurer.to_string());
        put(&mut record.insured_number, client.insured.to_string());
        put(&mut record.target_month, month.month);
        if let Some(other) = self.case.received.first() {
            record.document_created_on = other.document_created_on.clone();
        } else if let Some(row) = self.case.plan_records.first() {
            record.document_created_on = row.document_created_on.clone();
        }
        let name = month.office_names.get(&provider).map_or("", String::as_str);
        put_text(&mut record.service_office_name, name);
        put(&mut record.service_office_number, provider.to_string());
        put(&mut record.discounted_rate_percent, 100);
        put(&mut record.over_30_days_flag, false);
        put(&mut record.office_code_fixed, OfficeNumber::TOTAL.to_string());
        put(&mut record.updated_by_office_number, self.case.office.to_string());
        record
    }
}

/// Whether a record is for the piece of equipment of a planned row.
fn is_for_item(record: &SheetRecord, plan: &ServiceRowRecord) -> bool {
    let text = |text: Option<&String>| text.map(|text| plain_hyphens(text)).unwrap_or_default();
    text(record.tais_code.value()) == text(plan.tais_code.value())
        && text(record.equipment_notification_code.value()) == text(plan.equipment_notification_code.value())
}

/// 用具名称 of the plan, where the received record has another one.
fn correct_name(record: &mut SheetRecord, plan: Option<&ServiceRowRecord>) {
    let Some(plan) = plan else { return };
    if record.equipment_name.value().is_some() && record.equipment_name.value() != plan.equipment_name.value()
    {
        record.equipment_name = plan.equipment_name.clone();
    }
}

/// Empties what belongs to one piece of equipment.
pub(super) fn clear_equipment(record: &mut SheetRecord) {
    clear(&mut record.tais_code);
    clear(&mut record.equipment_notification_code);
    clear(&mut record.equipment_name);
}
