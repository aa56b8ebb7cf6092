//! The plan of one client: services from several providers until the level limit is nearly used up.

use super::offices::Offices;
use super::people::Client;
use super::random::{Stream, stream};
use super::rows::{self, Row};
use super::services::Desk;
use super::{DemoOptions, sheet};
use crate::domain::codes::UnitType;
use fastrand::Rng;

/// Rows of the client's plan, ordered by day and time.
pub(super) fn plan_of(options: &DemoOptions, client: &Client, offices: &Offices) -> Vec<Row> {
    let mut rng = stream(options.seed, Stream::Plan, client.index);
    let budget = budget(client, &mut rng);
    let mut plan: Vec<Row> = Vec::new();
    let mut used = 0;
    let mut visits = 0;
    for kind in wanted(options, client, &mut rng) {
        let served = |at: usize| plan.iter().any(|row| row.provider == at && row.kind() == kind);
        let Some(provider) = offices.any_of(kind, &mut rng, |at| !served(at)) else {
            continue;
        };
        for size in (1..=most(kind, client, &mut rng)).rev() {
            let taken = day_service_weekdays(&plan, options);
            let with_percent = offices.get(provider).is_some_and(|provider| provider.claims_percent);
            let mut desk = Desk {
                rng: &mut rng,
                month: options.month,
                grade: client.grade(),
                provider,
                with_percent,
                visits: &mut visits,
                taken,
            };
            let mut block = desk.rows(kind, size);
            keep_out_of_stays(&plan, &mut block);
            let units = sheet::managed_units(&block);
            if used + units <= budget {
                used += units;
                plan.extend(block);
                break;
            }
        }
    }
    rows::sort(&mut plan);
    plan
}

/// Units to plan with: mostly well below the limit, for one in forty clients above it.
fn budget(client: &Client, rng: &mut Rng) -> i64 {
    let percent = if client.index % 40 == 21 { 125 } else { rng.i64(60..=97) };
    i64::from(client.limit) * percent / 100
}

/// Kinds of service: every kind comes first for somebody, the others by chance. Short stays come first of all,
/// because nothing else happens on their days.
fn wanted(options: &DemoOptions, client: &Client, rng: &mut Rng) -> Vec<&'static str> {
    let kinds = Offices::kinds(options.office);
    let first = kinds.get(usize::try_from(client.index).unwrap_or_default() % kinds.len().max(1)).copied();
    let mut others: Vec<&str> = kinds.iter().copied().filter(|kind| Some(*kind) != first).collect();
    rng.shuffle(&mut others);
    others.truncate(if client.index % 40 == 21 { 6 } else { rng.usize(0..=3) });
    let mut wanted: Vec<&str> = first.into_iter().chain(others).collect();
    if rng.u8(0..12) == 0 {
        wanted.extend(first);
    }
    wanted.sort_by_key(|kind| *kind != "21");
    wanted
}

/// Largest size to try.
fn most(kind: &str, client: &Client, rng: &mut Rng) -> usize {
    let heavy = client.grade() / 2;
    match kind {
        "11" => rng.usize(1..=4) + heavy,
        "13" | "31" | "67" | "A2" | "A6" => rng.usize(1..=2),
        "15" | "78" | "16" => rng.usize(1..=3),
        "17" => rng.usize(1..=4),
        "21" => rng.usize(2..=6) + heavy,
        _ => 1,
    }
}

fn day_service_weekdays(plan: &[Row], options: &DemoOptions) -> Vec<usize> {
    let day_services = plan.iter().filter(|row| matches!(row.kind(), "15" | "78" | "16" | "A6" | "66"));
    let weekdays = day_services.filter(|row| row.visit > 0).filter_map(|row| options.month.weekday(row.day));
    weekdays.map(|weekday| weekday.num_days_from_monday() as usize).collect()
}

fn keep_out_of_stays(plan: &[Row], block: &mut Vec<Row>) {
    let nights: Vec<u8> = plan
        .iter()
        .filter(|row| row.kind() == "21" && row.code.unit == UnitType::Day)
        .map(|row| row.day)
        .collect();
    block.retain(|row| row.times.is_none() || !nights.contains(&row.day));
}
