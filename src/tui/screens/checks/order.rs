//! Which findings are shown, and in which order.

use crate::app::checks::{ClientChecks, Found};
use crate::check::{CHECKS, Severity, at_risk};
use crate::tui::env::Ctx;
use crate::tui::filter::Filter;
use crate::tui::sort::{self, sort_keys};
use std::cmp::Reverse;

sort_keys! {
    /// What the findings are ordered by.
    SortKey {
        /// Clients with most yen at risk first, of each the heaviest finding first.
        Risk = "sort-check-risk";
        /// フリガナ.
        Kana = "sort-kana";
        /// サービス事業所.
        Office = "sort-check-office";
        /// The checks, in the order of the document about them.
        Check = "sort-check-check";
    }
}

/// An order of the findings.
pub type Sort = sort::Sort<SortKey>;

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Position of the client.
    pub(super) client: u32,
    /// Place among everything found for the client.
    pub(super) at: u32,
}

/// Smaller stands first.
type Key<'a> = (bool, i64, &'a str, i64, i64, u32, u32);

/// The findings that a filter shows, in order; none while they are being counted.
pub(super) fn shown(ctx: Ctx<'_>, filter: &Filter, sort: Sort) -> Vec<Line> {
    let Some(checks) = ctx.review.watch().checks() else { return Vec::new() };
    let mut keyed = Vec::new();
    for (client, checks) in (0_u32..).zip(&checks.clients) {
        let rank = client_rank(checks, sort.key);
        let kana = ctx.review.clients.get(checks.position).map_or(u32::MAX, |client| client.kana_rank);
        let found = (0_u32..).zip(&checks.findings);
        let found = found.filter(|(_, found)| filter.shows_finding(ctx.review, checks.position, found));
        keyed.extend(found.map(|(at, found)| (key(found, rank, kana, at, sort.key), Line { client, at })));
    }
    if sort.is_turned {
        keyed.sort_by_key(|(key, _)| Reverse(*key));
    } else {
        keyed.sort_by_key(|(key, _)| *key);
    }
    keyed.into_iter().map(|(_, line)| line).collect()
}

/// Yen, units and severity of what a client has, the most first.
fn client_rank(checks: &ClientChecks, key: SortKey) -> (i64, i64, i64) {
    if key != SortKey::Risk {
        return (0, 0, 0);
    }
    let risk = at_risk(checks.open());
    (-risk.yen, -risk.units, -place(checks.severity()))
}

fn place(severity: Option<Severity>) -> i64 {
    severity.map_or(-1, |severity| severity as i64)
}

fn key(found: &Found, (yen, units, severity): (i64, i64, i64), kana: u32, at: u32, key: SortKey) -> Key<'_> {
    let is_silenced = found.silence.is_some();
    let finding = &found.finding;
    let own = -finding.yen.unwrap_or_default();
    match key {
        SortKey::Risk => (is_silenced, yen, "", units, severity, kana, at),
        SortKey::Kana => (is_silenced, 0, "", 0, 0, kana, at),
        SortKey::Office => {
            let office = finding.pair.as_ref().map_or("", |(office, _)| office.as_str());
            (is_silenced, i64::from(office.is_empty()), office, own, 0, kana, at)
        }
        SortKey::Check => {
            let check = CHECKS.iter().position(|check| check.id == finding.check).unwrap_or(CHECKS.len());
            (is_silenced, i64::try_from(check).unwrap_or(i64::MAX), "", own, 0, kana, at)
        }
    }
}
