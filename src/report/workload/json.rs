//! `kyukan workload --format json`, schema `kyukan.workload/1`. Fields may be added, never renamed.

use super::{WorkloadReport, concentration};
use crate::app::workload::{CaseCounts, ClientTier, ManagerWorkload, Margin, SeriesPoint};
use crate::benefit::fee::{Reckoning, TierCounts};
use crate::benefit::rates::FeeType;
use crate::report::fee::tier_number;
use crate::report::workload_words::{
    full_time_text, reading_name, sort_name, tenths_text, workload_note_sentence,
};
use serde_json::{Map, Value, json as object};
use std::io::{self, Write};

/// Writes the workload.
///
/// # Errors
/// Writing failed.
pub fn json(out: &mut dyn Write, report: WorkloadReport<'_>) -> io::Result<()> {
    let workload = report.workload;
    let notes = workload.notes.iter().map(|note| workload_note_sentence(report.texts, note));
    let answer = object!({
        "schema": "kyukan.workload/1",
        "month": report.review.month.month.to_string(),
        "office": report.office,
        "fee_type": fee_type(workload.fee_type),
        "borders": [workload.borders.first_below, workload.borders.second_below],
        "full_time": full_time_text(workload.staff.full_time),
        "full_time_of_managers": full_time_text(workload.staff.of_managers),
        "per_head": workload.per_head_tenths().map(tenths_text),
        "counts": counts(&workload.counts),
        "readings": readings(&workload.readings),
        "of_other_type": readings(&workload.of_other_type),
        "clients": clients(&workload.clients),
        "gone": clients(&workload.gone),
        "managers": workload.managers.iter().map(manager).collect::<Vec<_>>(),
        "margins": margins(&report),
        "months": months(&report),
        "notes": notes.collect::<Vec<_>>(),
        "concentration": report.concentration.map(|found| concentration::json(report.words(), found)),
    });
    serde_json::to_writer(&mut *out, &answer)?;
    writeln!(out)
}

fn fee_type(fee_type: FeeType) -> u8 {
    match fee_type {
        FeeType::One => 1,
        FeeType::Two => 2,
    }
}

fn counts(counts: &CaseCounts) -> Value {
    let all = counts.iter().map(|(sort, clients)| (sort_name(sort).to_owned(), Value::from(clients)));
    Value::Object(all.collect::<Map<_, _>>())
}

fn tiers(tiers: TierCounts) -> Value {
    object!([tiers.first, tiers.second, tiers.third])
}

fn readings(readings: &[Reckoning; 3]) -> Vec<Value> {
    let one = |reckoning: &Reckoning| {
        object!({
            "reading": reading_name(reckoning.reading),
            "cases_x3": reckoning.cases_x3,
            "tiers": tiers(reckoning.counts),
            "room": [reckoning.room.first, reckoning.room.second],
        })
    };
    readings.iter().map(one).collect()
}

fn clients(clients: &[ClientTier]) -> Vec<Value> {
    let one = |client: &ClientTier| {
        object!({
            "insurer": client.client.insurer,
            "insured": client.client.insured,
            "place": client.place,
            "tier": tier_number(client.tier),
            "level": client.level,
            "contract_on": client.contract_on.map(|day| day.to_string()),
        })
    };
    clients.iter().map(one).collect()
}

fn manager(manager: &ManagerWorkload) -> Value {
    object!({
        "name": manager.name,
        "is_known": manager.is_known,
        "is_head": manager.is_head,
        "full_time": full_time_text(manager.full_time),
        "counts": counts(&manager.counts),
        "readings": manager.readings.as_ref().map(readings),
        "tiers": tiers(manager.tiers),
    })
}

fn margins(report: &WorkloadReport<'_>) -> Value {
    let one = |margin: &Margin| {
        object!({
            "tier": margin.tier.map(tier_number),
            "moved": margin.moved,
            "units": margin.units,
            "yen": margin.yen,
        })
    };
    let Some(margins) = &report.workload.margins else { return Value::Null };
    let [more_light, more_heavy] = &margins.one_more;
    let [less_light, less_heavy] = &margins.one_fewer;
    object!({
        "more_care_1_2": one(more_light),
        "more_care_3_5": one(more_heavy),
        "more_prevention": one(&margins.one_more_prevention),
        "less_care_1_2": less_light.as_ref().map(one),
        "less_care_3_5": less_heavy.as_ref().map(one),
    })
}

fn months(report: &WorkloadReport<'_>) -> Vec<Value> {
    let series = report.series;
    let point = |point: &SeriesPoint| {
        object!({
            "counts": counts(&point.counts),
            "cases_x3": point.cases_x3,
            "full_time": full_time_text(point.full_time),
            "per_head": point.per_head_tenths.map(tenths_text),
            "tiers": tiers(point.tiers),
        })
    };
    let month = |(at, month): (usize, &crate::domain::month::ServiceMonth)| {
        let managers = series
            .managers
            .iter()
            .filter_map(|(name, points)| Some((name.clone(), point(points.get(at)?.as_ref()?))));
        object!({
            "month": month.to_string(),
            "office": series.office.get(at).map(point),
            "managers": Value::Object(managers.collect::<Map<_, _>>()),
        })
    };
    series.months.iter().enumerate().map(month).collect()
}
