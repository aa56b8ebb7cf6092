//! Subtotals and 全合計 of the 別表, and what of the limit can be told without an allotment.

use super::records::{
    clear_equipment, clear_limits, clear_yen, is_detail_of, kind_of, of_provider, place, set,
};
use super::{Group, LineKey, Sheet};
use crate::app::write::WriteWarning;
use crate::app::write::fill::{clear, put};
use crate::domain::ids::{OfficeNumber, ServiceCode};
use crate::domain::row::SheetRowKind;
use crate::format::exchange::kinds::upsikyu::SheetRecord;

impl Sheet<'_> {
    /// Makes the sums of the changed groups and of everything again.
    pub(super) fn sum_up(&mut self) {
        let needs_allotment = !self.is_within_limit();
        for group in self.changed.clone() {
            self.sum_up_group(group, needs_allotment);
        }
        self.sum_up_total(needs_allotment);
        if needs_allotment {
            let client = self.case.rows.client;
            self.warnings.push(WriteWarning::SheetNeedsAllotment { client });
        }
    }

    /// Whether nothing lay beyond the limit and nothing lies beyond it now.
    fn is_within_limit(&self) -> bool {
        let had_over = self
            .records
            .iter()
            .any(|record| record.category_over_limit_units.value().is_some_and(|units| *units > 0));
        let profile = self.case.month.profile(self.case.rows.client);
        let limit = profile.and_then(|profile| profile.limit_units);
        !had_over && limit.is_some_and(|limit| self.managed(|_| true) <= limit)
    }

    /// 給付管理単位数 of details.
    fn managed(&self, is_its: impl Fn(&SheetRecord) -> bool) -> i64 {
        let details = self.records.iter().filter(|record| kind_of(record) == SheetRowKind::Detail);
        details.filter(|record| is_its(record)).filter_map(|r| r.benefit_management_units.value()).sum()
    }

    fn sum_up_group(&mut self, group: Group, needs_allotment: bool) {
        let details = self.records.iter().filter(|record| is_detail_of(record, group)).count();
        if details == 0 {
            self.records.retain(|record| super::records::group(record) != Some(group));
            return;
        }
        if details > 1 && self.records.iter().any(|r| is_detail_of(r, group) && is_in_limit(r)) {
            self.want_subtotal(group);
        }
        let managed = self.managed(|record| is_detail_of(record, group) && is_in_limit(record));
        for kind in
            [SheetRowKind::SubtotalInLimit, SheetRowKind::SubtotalOutside, SheetRowKind::SubtotalOver30Days]
        {
            let amount = self.amount(|record| is_detail_of(record, group) && subtotal_of(record) == kind);
            let Some(at) = self.subtotal(group, kind) else { continue };
            let Some(record) = self.records.get_mut(at) else { continue };
            set_sums(record, amount, managed);
        }
        if !needs_allotment {
            let carrier = self.subtotal(group, SheetRowKind::SubtotalInLimit);
            let single = || self.records.iter().position(|r| is_detail_of(r, group) && is_in_limit(r));
            if let Some(record) = carrier.or_else(single).and_then(|at| self.records.get_mut(at)) {
                set_limits(record, managed);
            }
        }
    }

    /// Sum of サービス単位金額 of records; `None` when one of them is empty.
    fn amount(&self, is_its: impl Fn(&SheetRecord) -> bool) -> Option<i64> {
        let records = self.records.iter().filter(|record| is_its(record));
        records.map(|record| record.service_units_or_amount.value().copied()).sum()
    }

    fn subtotal(&self, group: Group, kind: SheetRowKind) -> Option<usize> {
        let is_it =
            |record: &SheetRecord| super::records::group(record) == Some(group) && kind_of(record) == kind;
        self.records.iter().position(is_it)
    }

    /// Adds the subtotal that a kind with several lines must have (standard §8). The limit, which stood on the single
    /// line before, moves to it.
    fn want_subtotal(&mut self, group: Group) {
        if self.subtotal(group, SheetRowKind::SubtotalInLimit).is_some() {
            return;
        }
        let Some(code) = ServiceCode::parse(&format!("{}AAAA", group.1)) else { return };
        let has_limit = |record: &&SheetRecord| record.category_within_limit_units.value().is_some();
        let of_group =
            || self.records.iter().filter(|record| is_detail_of(record, group) && is_in_limit(record));
        let Some(mut record) = of_group().find(has_limit).or_else(|| of_group().next()).cloned() else {
            return;
        };
        clear_equipment(&mut record);
        put(&mut record.service_code, code.to_string());
        put(&mut record.units, 0);
        clear(&mut record.discounted_rate_percent);
        clear(&mut record.discounted_units);
        put(&mut record.service_count_or_days, 0);
        for line in self.records.iter_mut().filter(|line| is_detail_of(line, group) && is_in_limit(line)) {
            clear_limits(line);
            clear_yen(line);
            clear(&mut line.unit_price_yen);
            clear(&mut line.benefit_rate_percent);
        }
        let key = LineKey {
            provider: group.0,
            code,
            units: None,
            tais: String::new(),
            notification: String::new(),
        };
        let at = place(&self.records, &key);
        self.records.insert(at, record);
    }

    fn sum_up_total(&mut self, needs_allotment: bool) {
        let managed = self.managed(|_| true);
        let amount = self.amount(|record| kind_of(record) == SheetRowKind::Detail);
        let total = self.records.iter().position(|record| kind_of(record) == SheetRowKind::Total);
        let at = total.unwrap_or_else(|| {
            let mut record = of_provider(&self.records, &self.case, OfficeNumber::TOTAL);
            put(&mut record.service_code, "999999".to_owned());
            put(&mut record.units, 0);
            put(&mut record.service_count_or_days, 0);
            self.records.push(record);
            self.records.len() - 1
        });
        let Some(record) = self.records.get_mut(at) else { return };
        set_sums(record, amount, managed);
        put_managed(record, managed);
        if !needs_allotment {
            set_limits(record, managed);
        }
    }
}

fn is_in_limit(record: &SheetRecord) -> bool {
    subtotal_of(record) == SheetRowKind::SubtotalInLimit
}

/// The subtotal that a detail line belongs to.
fn subtotal_of(record: &SheetRecord) -> SheetRowKind {
    if record.over_30_days_flag.value() == Some(&true) {
        SheetRowKind::SubtotalOver30Days
    } else if record.benefit_management_units.value().is_some() {
        SheetRowKind::SubtotalInLimit
    } else {
        SheetRowKind::SubtotalOutside
    }
}

fn set_sums(record: &mut SheetRecord, amount: Option<i64>, managed: i64) {
    match amount {
        Some(amount) => set(&mut record.service_units_or_amount, amount),
        None => clear(&mut record.service_units_or_amount),
    }
    if kind_of(record) == SheetRowKind::SubtotalInLimit {
        put_managed(record, managed);
    }
    clear_yen(record);
}

fn put_managed(record: &mut SheetRecord, managed: i64) {
    set(&mut record.benefit_management_units, managed);
}

fn set_limits(record: &mut SheetRecord, managed: i64) {
    set(&mut record.category_over_limit_units, 0);
    set(&mut record.category_within_limit_units, managed);
}
