//! Puts computed columns into records; cells that say the same keep their bytes.

use super::bases::clear_equipment;
use crate::app::write::fill::{put, set, set_or_clear};
use crate::benefit::money::Units;
use crate::benefit::sheet::{Amount, Columns, Line};
use crate::domain::row::SheetRowKind;
use crate::format::exchange::kinds::upsikyu::SheetRecord;
use rust_decimal::Decimal;

/// From サービス単位／金額 to 利用者負担（全額負担分）.
pub(super) fn put_columns(record: &mut SheetRecord, columns: &Columns) {
    set_or_clear(&mut record.service_units_or_amount, columns.service_units);
    set_or_clear(&mut record.benefit_management_units, columns.managed_units);
    set_or_clear(&mut record.kind_over_limit_units, columns.kind_over);
    set_or_clear(&mut record.kind_within_limit_units, columns.kind_within);
    set_or_clear(&mut record.category_over_limit_units, columns.category_over);
    set_or_clear(&mut record.category_within_limit_units, columns.category_within);
    let price = columns.price.map(|price| Decimal::new(price.hundredths().into(), 2));
    set_or_clear(&mut record.unit_price_yen, price);
    set_or_clear(&mut record.total_cost_covered_yen, columns.cost);
    set_or_clear(&mut record.benefit_rate_percent, columns.rate.map(|rate| rate.percent().into()));
    set_or_clear(&mut record.benefit_claim_yen, columns.claim);
    set_or_clear(&mut record.fixed_copay_unit_yen, columns.fixed_copay);
    set_or_clear(&mut record.user_copay_covered_yen, columns.copay);
    set_or_clear(&mut record.user_full_payment_yen, columns.full_payment);
}

/// 単位数 to 回数 of a line.
pub(super) fn put_units(record: &mut SheetRecord, line: &Line, columns: &Columns) {
    let each = columns.discounted_units.unwrap_or_default();
    let list = match line.amount {
        Amount::Times { units, .. } => units,
        Amount::Percent { .. } => each,
    };
    put_each(record, list, each);
    match line.discounted_rate {
        Some(rate) => set(&mut record.discounted_rate_percent, rate.into()),
        // A sender may leave it empty where there is no discount.
        None if record.discounted_rate_percent.value().is_some() => {
            set(&mut record.discounted_rate_percent, 100);
        }
        None => {}
    }
    set(&mut record.service_count_or_days, columns.count.unwrap_or(1));
}

/// 単位数 of one time, before and after the discount.
pub(super) fn put_each(record: &mut SheetRecord, list: Units, discounted: Units) {
    set(&mut record.units, list);
    set(&mut record.discounted_units, discounted);
}

/// What a subtotal or 全合計 has in the columns of a single service (standard §8).
pub(super) fn put_sum(record: &mut SheetRecord, code: &str, kind: SheetRowKind) {
    if record.service_code.value().map(String::as_str) != Some(code) {
        put(&mut record.service_code, code.to_owned());
    }
    clear_equipment(record);
    set(&mut record.units, 0);
    set_or_clear(&mut record.discounted_rate_percent, None);
    set_or_clear(&mut record.discounted_units, None);
    set(&mut record.service_count_or_days, 0);
    set(&mut record.over_30_days_flag, kind == SheetRowKind::SubtotalOver30Days);
}
