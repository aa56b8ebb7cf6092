//! Detail records of the 別表: found, counted again, added, taken out.

use super::lines::{Line, LineKey};
use super::{Group, SheetCase};
use crate::app::write::fill::{clear, put, put_text};
use crate::domain::ids::{OfficeNumber, ServiceCode};
use crate::domain::row::SheetRowKind;
use crate::format::exchange::cell::{Cell, CellType, TypedRecord};
use crate::format::exchange::kinds::upsikyu::SheetRecord;
use crate::format::exchange::read::text::plain_hyphens;
use crate::format::sjis::Encoding;

fn provider(record: &SheetRecord) -> Option<OfficeNumber> {
    record.service_office_number.value().and_then(|number| OfficeNumber::parse(number))
}

fn code(record: &SheetRecord) -> Option<ServiceCode> {
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
pub(super) fn group(record: &SheetRecord) -> Option<Group> {
    let provider = provider(record).filter(|provider| *provider != OfficeNumber::TOTAL)?;
    Some((provider, code(record)?.kind()))
}

pub(super) fn is_detail_of(record: &SheetRecord, wanted: Group) -> bool {
    kind_of(record) == SheetRowKind::Detail && group(record) == Some(wanted)
}

/// Positions of the records of a line.
pub(super) fn find(records: &[SheetRecord], key: &LineKey) -> Vec<usize> {
    let text = |cell: Option<&String>| cell.map(|text| plain_hyphens(text)).unwrap_or_default();
    let is_its = |record: &SheetRecord| {
        provider(record) == Some(key.provider)
            && code(record) == Some(key.code)
            && key.units.is_none_or(|units| record.units.value() == Some(&i64::from(units)))
            && text(record.tais_code.value()) == key.tais
            && text(record.equipment_notification_code.value()) == key.notification
    };
    records.iter().enumerate().filter(|(_, record)| is_its(record)).map(|(position, _)| position).collect()
}

pub(super) fn remove(records: &mut Vec<SheetRecord>, positions: &[usize]) {
    for position in positions.iter().rev() {
        records.remove(*position);
    }
}

/// Adds times to the records of a line: what is added goes to the first, what is taken comes off the last ones, and one
/// that has no times left goes.
pub(super) fn count_again(records: &mut Vec<SheetRecord>, positions: &[usize], units: i32, delta: i64) {
    let mut left = delta;
    for (place, position) in positions.iter().enumerate().rev() {
        let Some(record) = records.get_mut(*position) else { continue };
        let had = record.service_count_or_days.value().copied().unwrap_or_default();
        let takes = if place == 0 { left } else { left.clamp(-had, 0) };
        left -= takes;
        if had + takes <= 0 && positions.len() > 1 {
            records.remove(*position);
        } else if takes != 0 || record.units.value() != Some(&i64::from(units)) {
            set_amounts(record, units, (had + takes).max(1));
        }
    }
}

fn set_amounts(record: &mut SheetRecord, units: i32, count: i64) {
    let units = i64::from(units);
    if record.units.value() != Some(&units) {
        put(&mut record.units, units);
        put(&mut record.discounted_units, units);
    }
    set(&mut record.service_count_or_days, count);
    set(&mut record.service_units_or_amount, units * count);
    if record.benefit_management_units.value().is_some() {
        set(&mut record.benefit_management_units, units * count);
    }
    clear_yen(record);
}

/// Puts a number that is not there yet.
pub(super) fn set<T: CellType>(cell: &mut Cell<T>, value: T::Value) {
    if cell.value() != Some(&value) {
        put(cell, value);
    }
}

/// Empties what is yen.
pub(super) fn clear_yen(record: &mut SheetRecord) {
    clear(&mut record.total_cost_covered_yen);
    clear(&mut record.benefit_claim_yen);
    clear(&mut record.fixed_copay_unit_yen);
    clear(&mut record.user_copay_covered_yen);
    clear(&mut record.user_full_payment_yen);
}

/// Empties the columns of the limits.
pub(super) fn clear_limits(record: &mut SheetRecord) {
    clear(&mut record.kind_over_limit_units);
    clear(&mut record.kind_within_limit_units);
    clear(&mut record.category_over_limit_units);
    clear(&mut record.category_within_limit_units);
}

/// Empties what belongs to one piece of equipment.
pub(super) fn clear_equipment(record: &mut SheetRecord) {
    clear(&mut record.tais_code);
    clear(&mut record.equipment_notification_code);
    clear(&mut record.equipment_name);
}

/// Where a new detail line goes: behind those of its provider and kind, else behind its provider, else before 全合計.
pub(super) fn place(records: &[SheetRecord], key: &LineKey) -> usize {
    let group = (key.provider, key.code.kind());
    let last = |is_its: &dyn Fn(&SheetRecord) -> bool| records.iter().rposition(is_its).map(|last| last + 1);
    last(&|record| is_detail_of(record, group))
        .or_else(|| last(&|record| provider(record) == Some(key.provider)))
        .or_else(|| records.iter().position(|record| kind_of(record) == SheetRowKind::Total))
        .unwrap_or(records.len())
}

/// A new detail line, like another one of the provider as far as that goes.
pub(super) fn detail(
    records: &[SheetRecord],
    case: &SheetCase<'_>,
    key: &LineKey,
    line: &Line,
    is_in_limit: bool,
) -> SheetRecord {
    let group = (key.provider, key.code.kind());
    let like = records
        .iter()
        .find(|record| is_detail_of(record, group))
        .or_else(|| records.iter().find(|record| provider(record) == Some(key.provider)));
    let mut record = match like {
        Some(like) => like.clone(),
        None => of_provider(records, case, key.provider),
    };
    if super::records::group(&record) != Some(group) {
        clear(&mut record.unit_price_yen);
        clear(&mut record.short_stay_days_until_previous_month);
        clear(&mut record.short_stay_planned_days_this_month);
        clear(&mut record.short_stay_cumulative_days);
    }
    clear_limits(&mut record);
    clear_yen(&mut record);
    clear_equipment(&mut record);
    put(&mut record.service_code, key.code.to_string());
    put_text(&mut record.tais_code, &key.tais);
    put_text(&mut record.equipment_notification_code, &key.notification);
    let name = line.row.detail.as_ref().map(|detail| detail.equipment_name.as_str()).unwrap_or_default();
    put_text(&mut record.equipment_name, name);
    put(&mut record.over_30_days_flag, line.row.over_30_days);
    fill_amounts(&mut record, line, is_in_limit);
    record
}

fn fill_amounts(record: &mut SheetRecord, line: &Line, is_in_limit: bool) {
    let units = if line.is_counted { i64::from(line.units) } else { 0 };
    put(&mut record.units, units);
    put(&mut record.discounted_rate_percent, 100);
    put(&mut record.discounted_units, units);
    put(&mut record.service_count_or_days, line.count);
    clear(&mut record.benefit_management_units);
    if line.is_counted {
        put(&mut record.service_units_or_amount, units * line.count);
    } else {
        clear(&mut record.service_units_or_amount);
    }
    if is_in_limit {
        put(&mut record.benefit_management_units, units * line.count);
    }
}

/// A record with nothing but a provider, of the sheet that is there or is to be made.
pub(super) fn of_provider(
    records: &[SheetRecord],
    case: &SheetCase<'_>,
    provider: OfficeNumber,
) -> SheetRecord {
    let mut record = SheetRecord::from_contents(&mut std::iter::empty(), Encoding::Ms932);
    put(&mut record.insurer_number, case.rows.client.insurer.to_string());
    put(&mut record.insured_number, case.rows.client.insured.to_string());
    put(&mut record.target_month, case.month.month);
    if let Some(other) = records.first() {
        record.document_created_on = other.document_created_on.clone();
    } else if let Some(row) = case.like {
        record.document_created_on = row.document_created_on.clone();
    }
    let name = case.month.office_names.get(&provider).cloned().unwrap_or_default();
    put_text(&mut record.service_office_name, &name);
    put(&mut record.service_office_number, provider.to_string());
    put(&mut record.over_30_days_flag, false);
    put(&mut record.office_code_fixed, OfficeNumber::TOTAL.to_string());
    put(&mut record.updated_by_office_number, case.office.to_string());
    record
}
