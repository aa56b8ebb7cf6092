//! Who stands in a month under two numbers.
//!
//! 利用者補足情報 names people, but the actuals do not: a client of whom there are actuals alone is only known by what was
//! done. So two numbers are taken as one person when name and birth date are the same, or when one of them was planned
//! for what an office sent of the other.

use crate::app::month::{ClientRows, Month};
use crate::app::search::plain;
use crate::check::OtherKey;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode};
use crate::domain::row::FileIndex;
use crate::reconcile::ClientComparison;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Other numbers of each person, for those who have any.
#[derive(Clone, Debug, Default)]
pub struct Persons(FxHashMap<ClientKey, Vec<OtherKey>>);

impl Persons {
    /// Looks through the month as it was received.
    pub fn of(month: &Month) -> Self {
        let mut others = FxHashMap::<ClientKey, BTreeSet<ClientKey>>::default();
        let mut join = |one: ClientKey, other: ClientKey| {
            others.entry(one).or_default().insert(other);
            others.entry(other).or_default().insert(one);
        };
        for named in by_name(month).values().filter(|named| named.len() > 1) {
            for (at, one) in named.iter().enumerate() {
                named.iter().skip(at + 1).for_each(|other| join(*one, *other));
            }
        }
        for (planned, done) in by_services(month) {
            join(planned, done);
        }
        let other_key = |client: &ClientKey| {
            let rows = month.position(*client).and_then(|position| month.clients.get(position))?;
            let (has_plan, has_actual) = (!rows.plan.is_empty(), !rows.actual.is_empty());
            Some(OtherKey { client: *client, has_plan, has_actual })
        };
        let keys = others.into_iter().map(|(client, of)| (client, of.iter().filter_map(other_key).collect()));
        Self(keys.collect())
    }

    /// Other numbers under which a client seems to stand in the month.
    pub fn others(&self, client: ClientKey) -> &[OtherKey] {
        self.0.get(&client).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Clients by name and birth date, for those of whom both are known.
fn by_name(month: &Month) -> BTreeMap<(String, &str), Vec<ClientKey>> {
    let mut named = BTreeMap::<(String, &str), Vec<ClientKey>>::new();
    for rows in &month.clients {
        let Some(profile) = month.profile(rows.client) else { continue };
        let name = if profile.kana.trim().is_empty() { &profile.name } else { &profile.kana };
        let birth_date = profile.birth_date.trim();
        if !name.trim().is_empty() && birth_date.len() == 8 {
            named.entry((plain(name), birth_date)).or_default().push(rows.client);
        }
    }
    named
}

type Done = (OfficeNumber, u8, ServiceCode);

/// Clients who were planned at an office from which nothing came for them, each with the one of whom it sent most of that
/// without a plan: at least half of what either has there.
fn by_services(month: &Month) -> BTreeSet<(ClientKey, ClientKey)> {
    let mut missing = FxHashMap::<Done, Vec<usize>>::default();
    for (position, (rows, comparison)) in month.clients.iter().zip(&month.comparisons).enumerate() {
        let offices = missing_offices(comparison);
        if offices.is_empty() {
            continue;
        }
        for service in services(month, &rows.plan).filter(|(office, ..)| offices.contains(office)) {
            missing.entry(service).or_default().push(position);
        }
    }
    let unplanned = month.clients.iter().filter(|rows| rows.plan.is_empty() && !rows.actual.is_empty());
    unplanned.flat_map(|rows| twins(month, rows, &missing)).collect()
}

/// Those who were planned for what a client without a plan did, office by office.
fn twins(
    month: &Month,
    rows: &ClientRows,
    missing: &FxHashMap<Done, Vec<usize>>,
) -> Vec<(ClientKey, ClientKey)> {
    let mut by_office = BTreeMap::<OfficeNumber, BTreeSet<Done>>::new();
    for service in services(month, &rows.actual) {
        by_office.entry(service.0).or_default().insert(service);
    }
    let of_office = |(office, done): (OfficeNumber, BTreeSet<Done>)| {
        let mut same = BTreeMap::<usize, usize>::new();
        for position in done.iter().filter_map(|service| missing.get(service)).flatten() {
            *same.entry(*position).or_default() += 1;
        }
        let (position, same) = same.into_iter().max_by_key(|(position, same)| (*same, Reverse(*position)))?;
        let planned = month.clients.get(position)?;
        let there: BTreeSet<Done> = services(month, &planned.plan).filter(|(of, ..)| *of == office).collect();
        let is_mostly = same * 2 >= done.len() && same * 2 >= there.len();
        is_mostly.then_some((planned.client, rows.client))
    };
    by_office.into_iter().filter_map(of_office).collect()
}

/// Offices that were planned and that sent their actuals, but nothing of this client.
fn missing_offices(comparison: &ClientComparison) -> BTreeSet<OfficeNumber> {
    let lines = comparison.lines.iter();
    lines
        .filter(|line| line.arrived && line.plan_rows > 0 && line.actual_rows == 0)
        .map(|line| line.provider)
        .collect()
}

fn services<'a>(month: &'a Month, blocks: &'a [(FileIndex, u32)]) -> impl Iterator<Item = Done> + 'a {
    month.rows(blocks).map(|row| (row.row.provider, row.row.day, row.row.code))
}
