//! Months of an office beside each other: which are meant, and what is counted of each.

use super::concentration::{Concentration, Kinds, PlanCounts, count, judge};
use super::{OfficeWorkload, Series, of_office, series};
use crate::app::own::{Case, cases, plans};
use crate::app::review::Review;
use crate::app::tally::{tally, window_on};
use crate::benefit::fee::judged_in;
use crate::benefit::rates::NotKnown;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A month as far as it is compared with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthCount {
    /// 取扱件数 and tiers.
    pub workload: OfficeWorkload,
    /// Plans for 特定事業所集中減算; `None` when the month lies outside the table of that rule.
    pub plans: Option<PlanCounts>,
}

impl MonthCount {
    /// Counts the month of an office; slips are those of the window that is open on a day.
    ///
    /// # Errors
    /// When the month lies outside the rate tables.
    pub fn of(review: &Review, office: OfficeNumber, today: NaiveDate) -> Result<Self, NotKnown> {
        let window = window_on(today, review.month.month);
        let tally = tally(&review.tally_ground(window));
        let cases: Vec<Case> = cases(&tally, office).into_iter().map(|(case, _)| case).collect();
        let workload = of_office(&review.own_office(office), &cases)?;
        Ok(Self { workload, plans: plan_counts(review, &cases) })
    }
}

/// Plans of a month for 特定事業所集中減算; `None` when it lies outside the table of that rule.
pub fn plan_counts(review: &Review, cases: &[Case]) -> Option<PlanCounts> {
    let plans = plans(&review.ground(), cases);
    count(review.month.month, plans.iter().map(Vec::as_slice), &review.registers).ok()
}

/// Months that are counted for one month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthsAsked {
    /// Those side by side: the month and what was received before it.
    pub series: BTreeSet<ServiceMonth>,
    /// These and those of the judging period (判定期間).
    pub all: BTreeSet<ServiceMonth>,
}

impl MonthsAsked {
    /// Of the received months at most so many up to a month, and those of its judging period where that is asked for.
    pub fn of(month: ServiceMonth, received: &[ServiceMonth], most: usize, is_judged: bool) -> Self {
        let upto: BTreeSet<ServiceMonth> = received.iter().copied().filter(|of| *of <= month).collect();
        let first = upto.len().saturating_sub(most);
        let mut series: BTreeSet<ServiceMonth> = upto.into_iter().skip(first).collect();
        series.insert(month);
        let mut all = series.clone();
        if is_judged {
            let period = judged_in(month);
            all.extend(received.iter().copied().filter(|of| (period.from..=period.to).contains(of)));
        }
        Self { series, all }
    }

    /// Workloads side by side, as far as they are counted.
    pub fn series<'w>(
        &self,
        counted: impl IntoIterator<Item = (ServiceMonth, &'w OfficeWorkload)>,
    ) -> Series {
        series(counted.into_iter().filter(|(month, _)| self.series.contains(month)))
    }
}

/// 特定事業所集中減算 in the judging period of a month, as far as its months are counted.
///
/// # Errors
/// When the period lies outside the rate tables.
pub fn judged<'p>(
    month: ServiceMonth,
    plans: impl IntoIterator<Item = (ServiceMonth, &'p PlanCounts)>,
    offices_in_area: &BTreeMap<Kinds, u32>,
) -> Result<Concentration, NotKnown> {
    let period = judged_in(month);
    let of_period = plans.into_iter().filter(|(of, _)| (period.from..=period.to).contains(of));
    let plans = of_period.map(|(of, plans)| (of, plans.clone())).collect();
    judge(month, &plans, offices_in_area)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(texts: &[&str]) -> Vec<ServiceMonth> {
        texts.iter().map(|text| ServiceMonth::parse(text).unwrap()).collect()
    }

    fn set(texts: &[&str]) -> BTreeSet<ServiceMonth> {
        months(texts).into_iter().collect()
    }

    #[test]
    fn months_before_and_those_of_the_judging_period() {
        let received = months(&["2026-11", "2026-06", "2026-10", "2026-08", "2026-09"]);
        let [month, earliest] = ["2026-10", "2026-06"].map(|text| ServiceMonth::parse(text).unwrap());
        let asked = MonthsAsked::of(month, &received, 2, false);
        assert_eq!((&asked.series, &asked.all), (&set(&["2026-09", "2026-10"]), &asked.series));
        // The period of September to February has November too; August belongs to the one before.
        let asked = MonthsAsked::of(month, &received, 3, true);
        assert_eq!(asked.series, set(&["2026-08", "2026-09", "2026-10"]));
        assert_eq!(asked.all, set(&["2026-08", "2026-09", "2026-10", "2026-11"]));
        let asked = MonthsAsked::of(month, &received, 0, false);
        assert_eq!(asked.series, set(&["2026-10"]), "the month itself is always there");
        let asked = MonthsAsked::of(earliest, &received, 12, true);
        assert_eq!(asked.series, set(&["2026-06"]));
        assert_eq!(asked.all, set(&["2026-06", "2026-08"]));
    }
}
