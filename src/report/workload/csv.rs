//! `kyukan workload --format csv`: one line a month and care manager; the office has the empty name.

use super::{WorkloadReport, concentration};
use crate::app::workload::{CaseSort, SeriesPoint};
use crate::domain::month::ServiceMonth;
use crate::report::check_csv::{safe, spreadsheet};
use crate::report::workload_words::{full_time_text, sort_name, tenths_text};
use std::io::{self, Write};

const SORTS: [CaseSort; 3] = [CaseSort::Care, CaseSort::PreventionOwn, CaseSort::PreventionEntrusted];

/// Writes the months; with 特定事業所集中減算 its calculation instead, which has columns of its own.
///
/// # Errors
/// Writing failed.
pub fn csv(out: &mut dyn Write, report: WorkloadReport<'_>) -> io::Result<()> {
    if let Some(found) = report.concentration {
        return concentration::csv(out, report.words(), found);
    }
    let mut csv = spreadsheet(out)?;
    let tiers = ["cases_x3", "full_time", "per_head", "tier_1", "tier_2", "tier_3"];
    csv.write_record(["month", "scope", "manager"].into_iter().chain(SORTS.map(sort_name)).chain(tiers))?;
    let series = report.series;
    for (at, month) in series.months.iter().enumerate() {
        if let Some(point) = series.office.get(at) {
            csv.write_record(record(*month, "office", "", point))?;
        }
        for (name, points) in &series.managers {
            if let Some(point) = points.get(at).and_then(Option::as_ref) {
                csv.write_record(record(*month, "manager", name, point))?;
            }
        }
    }
    csv.flush()
}

fn record(month: ServiceMonth, scope: &str, name: &str, point: &SeriesPoint) -> Vec<String> {
    let head = [month.to_string(), scope.to_owned(), safe(name)];
    let clients = SORTS.map(|sort| point.counts.of(sort).to_string());
    let more = [
        point.cases_x3.to_string(),
        full_time_text(point.full_time),
        point.per_head_tenths.map(tenths_text).unwrap_or_default(),
        point.tiers.first.to_string(),
        point.tiers.second.to_string(),
        point.tiers.third.to_string(),
    ];
    head.into_iter().chain(clients).chain(more).collect()
}
