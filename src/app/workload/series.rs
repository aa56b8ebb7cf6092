//! Workloads of several months side by side.

use super::{CaseCounts, OfficeWorkload, per_head_tenths};
use crate::benefit::fee::{FullTime, Reckoning, TierCounts};
use crate::domain::month::ServiceMonth;
use std::collections::BTreeMap;

/// A month of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesPoint {
    /// Clients by sort.
    pub counts: CaseCounts,
    /// 取扱件数 × 3, as the rule in force reads it.
    pub cases_x3: u32,
    /// 常勤換算.
    pub full_time: FullTime,
    /// Whether it is one that nobody entered.
    pub is_assumed: bool,
    /// 取扱件数 per 常勤換算 1.0 in tenths, cut off; `None` without staff.
    pub per_head_tenths: Option<u32>,
    /// Clients by tier in the order of the whole office.
    pub tiers: TierCounts,
}

/// Months of an office, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// The months.
    pub months: Vec<ServiceMonth>,
    /// The office, a point a month.
    pub office: Vec<SeriesPoint>,
    /// Every care manager of any month by name, a point a month; `None` in months without the manager.
    pub managers: BTreeMap<String, Vec<Option<SeriesPoint>>>,
}

/// Puts workloads side by side, whatever order they come in; of one month given twice the last stands.
pub fn series<'w>(workloads: impl IntoIterator<Item = (ServiceMonth, &'w OfficeWorkload)>) -> Series {
    let by_month: BTreeMap<ServiceMonth, &OfficeWorkload> = workloads.into_iter().collect();
    let mut series = Series { months: by_month.keys().copied().collect(), ..Series::default() };
    for (at, workload) in by_month.into_values().enumerate() {
        let [in_force, ..] = &workload.readings;
        let staff = (workload.staff.full_time, workload.is_assumed(None));
        series.office.push(point(&workload.counts, in_force, staff, in_force.counts));
        for manager in &workload.managers {
            let Some([in_force, ..]) = &manager.readings else { continue };
            let staff = (manager.full_time, workload.is_assumed(Some(&manager.name)));
            let row = series.managers.entry(manager.name.clone()).or_default();
            row.resize(at, None);
            row.push(Some(point(&manager.counts, in_force, staff, manager.tiers)));
        }
    }
    let months = series.months.len();
    series.managers.values_mut().for_each(|row| row.resize(months, None));
    series
}

fn point(
    counts: &CaseCounts,
    in_force: &Reckoning,
    (full_time, is_assumed): (FullTime, bool),
    tiers: TierCounts,
) -> SeriesPoint {
    SeriesPoint {
        counts: counts.clone(),
        cases_x3: in_force.cases_x3,
        full_time,
        is_assumed,
        per_head_tenths: per_head_tenths(in_force, full_time),
        tiers,
    }
}
