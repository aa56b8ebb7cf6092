//! Days of short stays (短期入所) on a sheet.

use super::SheetCase;
use crate::app::standing::StandingRow;
use crate::app::write::fill::set_or_clear;
use crate::benefit::stay::{MonthDays, counted};
use crate::domain::codes::CompareBasis;
use crate::domain::ids::ServiceKind;
use crate::format::exchange::kinds::upsikyu::SheetRecord;
use std::collections::BTreeMap;

/// Days of short stays of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::write) struct StayDays {
    /// 前月までの利用日数; `None` when nobody says.
    pub(in crate::app::write) before: Option<i64>,
    /// 当月の計画利用日数.
    pub(in crate::app::write) this_month: i64,
}

impl StayDays {
    /// 累積利用日数.
    pub(in crate::app::write) fn cumulative(self) -> Option<i64> {
        self.before.map(|before| before + self.this_month)
    }
}

/// 短期入所生活介護 and 短期入所療養介護, which count together.
pub(super) fn is_stay(kind: ServiceKind) -> bool {
    matches!(kind.as_str(), "21" | "22" | "23" | "2A" | "24" | "25" | "26" | "2B")
}

/// The days of a client who has a stay, or had one in the plan as it was received.
pub(super) fn days(case: &SheetCase<'_>, before: &[StandingRow]) -> Option<StayDays> {
    let this_month = counted_days(case, case.plan);
    let has_stay = this_month > 0 || before.iter().any(|row| is_stay(row.kind()));
    has_stay.then(|| StayDays { before: until_last_month(case), this_month: this_month.into() })
}

/// Days of stay in a plan that count; those of arrival and departure do. An addition that stands on a day of its own is no
/// stay.
pub(super) fn counted_days(case: &SheetCase<'_>, plan: &[StandingRow]) -> u32 {
    let (basis, insurer) = (&case.ground.month.basis, case.rows.client.insurer);
    let is_day = |row: &&StandingRow| {
        is_stay(row.kind()) && basis.basis(insurer, row.content.code) == CompareBasis::Visit
    };
    // A day is beyond 30 only when nothing of it is insured.
    let mut is_over = BTreeMap::<u8, bool>::new();
    for row in plan.iter().filter(is_day) {
        *is_over.entry(row.content.day).or_insert(true) &= row.content.over_30_days;
    }
    let number = |days: usize| u32::try_from(days).unwrap_or(u32::MAX);
    let self_pay = is_over.values().filter(|is_over| **is_over).count();
    let month = MonthDays {
        stay: number(is_over.len()),
        insured: number(is_over.len() - self_pay),
        self_pay: number(self_pay),
        ..MonthDays::default()
    };
    counted(&month, case.ground.policy)
}

/// 利用者補足情報 says it, else the received sheet, else the plan.
fn until_last_month(case: &SheetCase<'_>) -> Option<i64> {
    let profile = case.ground.month.profile(case.rows.client);
    let of_sheet = || {
        let mut stays = case
            .received
            .iter()
            .filter(|record| super::bases::group(record).is_some_and(|(_, kind)| is_stay(kind)));
        stays.find_map(|record| record.short_stay_days_until_previous_month.value()).copied()
    };
    let of_plan = || {
        let mut rows = case.plan.iter().zip(case.plan_records).filter(|(row, _)| is_stay(row.kind()));
        rows.find_map(|(_, record)| record.short_stay_days_until_previous_month.value()).copied()
    };
    profile.and_then(|profile| profile.stay_days_before).or_else(of_sheet).or_else(of_plan)
}

/// Puts the days into a record.
pub(super) fn put_days(record: &mut SheetRecord, days: Option<StayDays>) {
    set_or_clear(&mut record.short_stay_days_until_previous_month, days.and_then(|days| days.before));
    set_or_clear(&mut record.short_stay_planned_days_this_month, days.map(|days| days.this_month));
    set_or_clear(&mut record.short_stay_cumulative_days, days.and_then(StayDays::cumulative));
}
