//! Who stands in a month under two numbers.
//!
//! 利用者補足情報 names people, but the actuals do not: a client of whom there are actuals alone is only known by what was
//! done. So two numbers are taken as one person when name and birth date are the same, or when one of them was planned
//! and the other did it.

use crate::app::month::{ClientRows, Month};
use crate::app::search::plain;
use crate::check::OtherKey;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode};
use crate::reconcile::ClientComparison;
use rustc_hash::FxHashMap;
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

/// Clients who were planned and of whom nothing came, each with the one who did most of it without being planned: at least
/// half of what either has.
fn by_services(month: &Month) -> Vec<(ClientKey, ClientKey)> {
    let mut missing = FxHashMap::<Done, Vec<usize>>::default();
    let both = || month.clients.iter().zip(&month.comparisons).enumerate();
    for (position, (rows, comparison)) in both().filter(|(_, (rows, of))| is_missing(rows, of)) {
        for service in services(month, &rows.plan) {
            missing.entry(service).or_default().push(position);
        }
        debug_assert_eq!(rows.client, comparison.client);
    }
    let twin = |rows: &ClientRows| {
        let done = services(month, &rows.actual);
        let mut same = BTreeMap::<usize, usize>::new();
        for position in done.iter().filter_map(|service| missing.get(service)).flatten() {
            *same.entry(*position).or_default() += 1;
        }
        let (position, same) =
            same.into_iter().max_by_key(|(position, same)| (*same, usize::MAX - position))?;
        let planned = month.clients.get(position)?;
        let is_mostly = same * 2 >= done.len() && same * 2 >= services(month, &planned.plan).len();
        is_mostly.then_some((planned.client, rows.client))
    };
    let unplanned = month.clients.iter().filter(|rows| rows.plan.is_empty() && !rows.actual.is_empty());
    unplanned.filter_map(twin).collect()
}

/// Whether something was planned, and nothing came although the offices sent their actuals.
fn is_missing(rows: &ClientRows, comparison: &ClientComparison) -> bool {
    !rows.plan.is_empty() && rows.actual.is_empty() && comparison.lines.iter().any(|line| line.arrived)
}

fn services(month: &Month, blocks: &[(crate::domain::row::FileIndex, u32)]) -> BTreeSet<Done> {
    month.rows(blocks).map(|row| (row.row.provider, row.row.day, row.row.code)).collect()
}
