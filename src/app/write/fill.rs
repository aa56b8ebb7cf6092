//! Puts what stands into the typed record of a 第6表 row; cells that say the same keep their bytes.

use crate::domain::decision::RowContent;
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::month::{Day, ServiceMonth};
use crate::domain::row::RowDetail;
use crate::format::exchange::cell::{Cell, CellType, TypedRecord};
use crate::format::exchange::kinds::upplan::ServiceRowRecord;
use crate::format::sjis::{Encoding, encode_or_mark};

/// Puts a value into a cell. Text that MS932 lacks is marked, so that the writer refuses it and says where it stands.
pub(super) fn put<T: CellType>(cell: &mut Cell<T>, value: T::Value) {
    let text = T::format(&value);
    if cell.set(Some(value)).is_err() {
        *cell = Cell::read(&encode_or_mark(&text), Encoding::Ms932);
    }
}

/// Empties a cell.
pub(super) fn clear<T: CellType>(cell: &mut Cell<T>) {
    // Nothing has no character that could be refused.
    let _ = cell.set(None);
}

/// Puts a value that is not there yet.
pub(super) fn set<T: CellType>(cell: &mut Cell<T>, value: T::Value) {
    if cell.value() != Some(&value) {
        put(cell, value);
    }
}

/// Puts a value that is not there yet, or empties a cell that is not empty.
pub(super) fn set_or_clear<T: CellType>(cell: &mut Cell<T>, value: Option<T::Value>) {
    match value {
        Some(value) => set(cell, value),
        None if cell.content().is_empty() => {}
        None => clear(cell),
    }
}

/// Puts text or nothing into a cell.
pub(super) fn put_text<T: CellType<Value = String>>(cell: &mut Cell<T>, text: &str) {
    if text.is_empty() { clear(cell) } else { put(cell, text.to_owned()) }
}

/// Brings a record from one content to another.
pub(super) fn fill(
    record: &mut ServiceRowRecord,
    before: Option<&RowContent>,
    after: &RowContent,
    month: ServiceMonth,
) {
    let differs =
        |same: fn(&RowContent, &RowContent) -> bool| before.is_none_or(|before| !same(before, after));
    if differs(|a, b| a.units == b.units) {
        put(&mut record.units, i64::from(after.units));
    }
    if differs(|a, b| a.day == b.day) {
        put(&mut record.service_date, Day { month, day: after.day });
    }
    if differs(|a, b| a.start == b.start) {
        put(&mut record.start_time, after.start);
    }
    if differs(|a, b| a.end == b.end) {
        put(&mut record.end_time, after.end);
    }
    if differs(|a, b| a.count == b.count) {
        put(&mut record.service_count, i64::from(after.count));
    }
    if differs(|a, b| a.code == b.code) {
        put(&mut record.service_code, after.code.to_string());
    }
    if differs(|a, b| a.over_30_days == b.over_30_days) {
        put(&mut record.over_30_days_flag, after.over_30_days);
    }
    let nothing = RowDetail::default();
    let now = after.detail.as_ref().unwrap_or(&nothing);
    fill_detail(record, before.map(|before| before.detail.as_ref().unwrap_or(&nothing)), now);
}

fn fill_detail(record: &mut ServiceRowRecord, before: Option<&RowDetail>, after: &RowDetail) {
    let differs = |same: fn(&RowDetail, &RowDetail) -> bool| before.is_none_or(|before| !same(before, after));
    if differs(|a, b| a.tais == b.tais) {
        put_text(&mut record.tais_code, &after.tais);
    }
    if differs(|a, b| a.notification == b.notification) {
        put_text(&mut record.equipment_notification_code, &after.notification);
    }
    if differs(|a, b| a.equipment_name == b.equipment_name) {
        put_text(&mut record.equipment_name, &after.equipment_name);
    }
    if differs(|a, b| a.discriminator == b.discriminator) {
        match after.discriminator.parse() {
            Ok(number) => put(&mut record.line_discriminator, number),
            Err(_) => clear(&mut record.line_discriminator),
        }
    }
    if differs(|a, b| a.prorated_days == b.prorated_days) {
        match after.prorated_days {
            Some(days) => put(&mut record.prorated_days_mask, mask(days)),
            None => clear(&mut record.prorated_days_mask),
        }
    }
}

/// 日割対象日: 31 characters, the 1st first (standard §7).
fn mask(days: u32) -> String {
    (0..31).map(|day| if days >> day & 1 == 1 { '1' } else { '0' }).collect()
}

/// A record with nothing but what every record of a client has.
pub(super) fn blank(client: ClientKey, month: ServiceMonth, office: OfficeNumber) -> ServiceRowRecord {
    let mut record = ServiceRowRecord::from_contents(&mut std::iter::empty(), Encoding::Ms932);
    put(&mut record.insurer_number, client.insurer.to_string());
    put(&mut record.insured_number, client.insured.to_string());
    put(&mut record.document_created_on, Day { month, day: 1 });
    put(&mut record.target_month, month);
    put(&mut record.plan_office_number, office.to_string());
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_a_period_are_marked_from_the_first() {
        assert_eq!(mask(0b1_1111), format!("11111{}", "0".repeat(26)));
        assert_eq!(mask(1 << 30), format!("{}1", "0".repeat(30)));
    }
}
