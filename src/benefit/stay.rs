//! Short stays (短期入所): days that insurance pays, across offices and months.
//!
//! Source: 介護サービス関係Q&A集 (短期入所), 指定居宅サービスに要する費用の額の算定に関する基準 (令和6年度). 短期入所生活介護 and
//! 短期入所療養介護 (21 24, 22 25, 23 26, 2A 2B) count together; days of arrival and departure both count.

use super::policy::{CumulativeDays, Policy, SuccessiveStays};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::month::ServiceMonth;
use chrono::{Datelike, NaiveDate};

/// Insurance pays so many days in a row; the next one the client pays, and then the count begins anew.
const MOST_DAYS_IN_A_ROW: u32 = 30;
/// 長期利用者提供減算 is taken off from the day after so many in one office.
const DAYS_WITHOUT_REDUCTION: u32 = 30;
/// The 長期利用 units apply from the day after so many in one office, from [`LONG_UNITS_SINCE`] on.
const DAYS_WITHOUT_LONG_UNITS: u32 = 60;
/// Year and month of the 令和6年度改定.
const LONG_UNITS_SINCE: (i32, u32) = (2024, 4);

/// A stay from arrival to departure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The office.
    pub office: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// Day of arrival.
    pub from: NaiveDate,
    /// Day of departure.
    pub to: NaiveDate,
}

/// A day of a stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StayDay {
    /// The day.
    pub date: NaiveDate,
    /// The office.
    pub office: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// Which day in a row in this office, from 1; days that the client pays count too.
    pub day_in_office: u32,
    /// Whether insurance pays; else the row is 30日超.
    pub is_insured: bool,
}

impl StayDay {
    /// Whether 長期利用者提供減算 is taken off: insured days of 短期入所生活介護 (21) after 30 days in the same office, until the
    /// 長期利用 units take their place.
    pub fn is_reduced(&self) -> bool {
        self.is_insured
            && self.kind.as_str() == "21"
            && self.day_in_office > DAYS_WITHOUT_REDUCTION
            && !self.has_long_units()
    }

    /// Whether the 長期利用 units apply: insured days of 短期入所生活介護 (21) after 60 days in the same office.
    pub fn has_long_units(&self) -> bool {
        self.is_insured
            && self.kind.as_str() == "21"
            && self.day_in_office > DAYS_WITHOUT_LONG_UNITS
            && (self.date.year(), self.date.month()) >= LONG_UNITS_SINCE
    }
}

/// Days of the stays, in order. The stays have to reach back to the last day without any use; stays that end before they
/// begin are passed over.
pub fn days(stays: &[Stay], policy: &Policy) -> Vec<StayDay> {
    let mut stays: Vec<Stay> = stays.iter().filter(|stay| stay.from <= stay.to).copied().collect();
    stays.sort_by_key(|stay| (stay.from, stay.to));
    let mut out: Vec<StayDay> = Vec::new();
    let mut in_a_row = 0;
    for stay in stays {
        for date in stay.from.iter_days().take_while(|date| *date <= stay.to) {
            let last = out.last();
            if last.is_some_and(|last| last.date >= date) {
                continue;
            }
            let is_next = last.is_some_and(|last| last.date.succ_opt() == Some(date));
            let goes_on =
                is_next && (date != stay.from || policy.successive_stays == SuccessiveStays::Continuous);
            in_a_row = if goes_on && in_a_row <= MOST_DAYS_IN_A_ROW { in_a_row + 1 } else { 1 };
            let before = last.filter(|last| goes_on && last.office == stay.office);
            out.push(StayDay {
                date,
                office: stay.office,
                kind: stay.kind,
                day_in_office: before.map_or(1, |last| last.day_in_office + 1),
                is_insured: in_a_row <= MOST_DAYS_IN_A_ROW,
            });
        }
    }
    out
}

/// Days of short stays in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthDays {
    /// All days.
    pub stay: u32,
    /// Days that insurance pays.
    pub insured: u32,
    /// Days that the client pays (30日超).
    pub self_pay: u32,
    /// The first of them.
    pub self_pay_from: Option<NaiveDate>,
    /// Days with 長期利用者提供減算.
    pub reduced: u32,
    /// Days with the 長期利用 units.
    pub long_units: u32,
}

/// Counts the days that lie in a month.
pub fn in_month(days: &[StayDay], month: ServiceMonth) -> MonthDays {
    let mut out = MonthDays::default();
    let is_in_month = |day: &&StayDay| {
        day.date.year() == i32::from(month.year()) && day.date.month() == u32::from(month.month())
    };
    for day in days.iter().filter(is_in_month) {
        out.stay += 1;
        out.insured += u32::from(day.is_insured);
        out.self_pay += u32::from(!day.is_insured);
        out.reduced += u32::from(day.is_reduced());
        out.long_units += u32::from(day.has_long_units());
        if !day.is_insured {
            out.self_pay_from = out.self_pay_from.or(Some(day.date));
        }
    }
    out
}

/// Days of a certified period, which should not be passed by short stays for more than half. A guideline, not a stop: the
/// reason for more goes into the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HalfCheck {
    /// Days of the certified period (認定有効期間).
    pub validity_days: i64,
    /// 累積利用日数.
    pub cumulative_days: i64,
    /// Whether they are more than half.
    pub is_over_half: bool,
}

/// 前月までの利用日数 + 当月の計画利用日数 against half of the certified period; a new period begins at 0.
pub fn half_of_period(before: u32, this_month: u32, from: NaiveDate, to: NaiveDate) -> HalfCheck {
    let validity_days = (to - from).num_days().saturating_add(1).max(0);
    let cumulative_days = i64::from(before) + i64::from(this_month);
    HalfCheck { validity_days, cumulative_days, is_over_half: cumulative_days * 2 > validity_days }
}

/// Days of a month that count to 累積利用日数, by the office's setting.
pub fn counted(month: &MonthDays, policy: &Policy) -> u32 {
    match policy.cumulative_days {
        CumulativeDays::InsuredOnly => month.insured,
        CumulativeDays::All => month.stay,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    fn stay(office: u8, kind: &str, from: &str, to: &str) -> Stay {
        Stay {
            office: OfficeNumber::parse(&format!("137990{office:04}")).unwrap(),
            kind: ServiceKind::parse(kind).unwrap(),
            from: date(from),
            to: date(to),
        }
    }

    fn july(stays: &[Stay], policy: &Policy) -> MonthDays {
        in_month(&days(stays, policy), ServiceMonth::parse("2026-07").unwrap())
    }

    #[test]
    fn offices_and_kinds_count_together_and_a_free_day_begins_anew() {
        let stays = [stay(1, "21", "2026-06-25", "2026-07-10"), stay(2, "22", "2026-07-10", "2026-07-31")];
        let month = july(&stays, &Policy::default());
        assert_eq!((month.stay, month.self_pay, month.self_pay_from), (31, 1, Some(date("2026-07-25"))));
        assert_eq!(month.reduced, 0, "in no office more than 30 days");
        let stays = [stay(1, "21", "2026-06-25", "2026-07-10"), stay(2, "22", "2026-07-12", "2026-07-31")];
        assert_eq!(july(&stays, &Policy::default()).self_pay, 0);
    }

    #[test]
    fn successive_days_are_a_setting() {
        let stays = [stay(1, "21", "2026-06-20", "2026-07-04"), stay(1, "21", "2026-07-05", "2026-07-31")];
        assert_eq!(july(&stays, &Policy::default()).self_pay, 1);
        let restart = Policy { successive_stays: SuccessiveStays::Restart, ..Policy::default() };
        assert_eq!(july(&stays, &restart).self_pay, 0);
    }

    #[test]
    fn long_stays_have_reductions_and_then_units_of_their_own() {
        let stays = [stay(1, "21", "2026-05-01", "2026-07-31")];
        let of = days(&stays, &Policy::default());
        let reduced = of.iter().filter(|day| day.is_reduced()).count();
        let long = of.iter().filter(|day| day.has_long_units()).count();
        let self_pay: Vec<u32> =
            of.iter().filter(|day| !day.is_insured).map(|day| day.day_in_office).collect();
        assert_eq!(self_pay, [31, 62]);
        assert_eq!((reduced, long), (29, 31), "days 32 to 60; 61 to 92 without 62");
        let before = days(&[stay(1, "21", "2023-05-01", "2023-07-31")], &Policy::default());
        assert!(before.iter().all(|day| !day.has_long_units()));
        assert!(before.iter().any(|day| day.day_in_office == 92 && day.is_reduced()));
    }

    #[test]
    fn facilities_have_no_reduction_and_wrong_stays_are_passed_over() {
        let stays = [stay(1, "22", "2026-06-01", "2026-07-31"), stay(1, "21", "2026-07-31", "2026-07-01")];
        assert_eq!(july(&stays, &Policy::default()).reduced, 0);
        assert_eq!(july(&stays, &Policy::default()).stay, 31);
    }

    #[test]
    fn counted_days_are_a_setting() {
        let month = july(&[stay(1, "21", "2026-07-01", "2026-07-31")], &Policy::default());
        let all = Policy { cumulative_days: CumulativeDays::All, ..Policy::default() };
        assert_eq!((counted(&month, &Policy::default()), counted(&month, &all)), (30, 31));
    }
}
