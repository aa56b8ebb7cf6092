//! In which order the claims stand.

use super::one::{One, manager_of, ones};
use crate::app::own::OwnMonth;
use crate::tui::env::Ctx;
use crate::tui::filter::Filter;
use crate::tui::sort::{self, sort_keys};
use rayon::prelude::*;
use std::cmp::Reverse;

sort_keys! {
    /// What the claims are ordered by.
    SortKey {
        /// What needs a person first.
        State = "sort-fee-state";
        /// フリガナ.
        Kana = "sort-kana";
        /// 担当ケアマネ.
        Manager = "sort-manager";
        /// Most 請求額 first.
        Yen = "sort-fee-yen";
    }
}

/// An order of the claims.
pub type Sort = sort::Sort<SortKey>;

/// Positions of the clients that a filter shows, in order; those who are not claimed stand at the end.
pub(super) fn shown(ctx: Ctx<'_>, own: &OwnMonth, filter: &Filter, sort: Sort) -> Vec<u32> {
    let is_shown = |one: &One<'_>| filter.shows_fee(ctx.review, one.standing(), manager_of(own, *one));
    let shown = ones(own).filter(is_shown);
    let mut keyed: Vec<(bool, Keyed<'_>)> =
        shown.map(|one| (matches!(one, One::LeftOut(_)), keyed(ctx, own, one, sort.key))).collect();
    if sort.is_turned {
        keyed.par_sort_unstable_by_key(|(is_left_out, key)| (*is_left_out, Reverse(*key)));
    } else {
        keyed.par_sort_unstable();
    }
    keyed.into_iter().map(|(_, (_, at))| at).collect()
}

/// What a claim is ordered by, and the position of its client.
type Keyed<'a> = ((i64, &'a str, u32), u32);

fn keyed<'a>(ctx: Ctx<'_>, own: &'a OwnMonth, one: One<'a>, key: SortKey) -> Keyed<'a> {
    let at = one.position();
    let kana = ctx.review.clients.get(at as usize).map_or(u32::MAX, |client| client.kana_rank);
    let (rank, text) = rank(own, one, key);
    ((rank, text, kana), at)
}

/// Smaller stands first; equal ranks are ordered by kana.
fn rank<'a>(own: &'a OwnMonth, one: One<'a>, key: SortKey) -> (i64, &'a str) {
    match key {
        SortKey::State => {
            let standing = one.standing();
            // What is held back waits on purpose.
            let place = 2 * standing.place() + usize::from(!standing.needs_a_person());
            (i64::try_from(place).unwrap_or(i64::MAX), "")
        }
        SortKey::Kana => (0, ""),
        SortKey::Manager => {
            let name = manager_of(own, one);
            (i64::from(name.is_empty()), name)
        }
        SortKey::Yen => (one.yen().map_or(1, |yen| -yen), ""),
    }
}
