//! In which order the slips stand.

use crate::app::tally::ClientSlip;
use crate::tui::env::Ctx;
use crate::tui::filter::Filter;
use crate::tui::parts::slip::place_of;
use crate::tui::sort::{self, sort_keys};
use rayon::prelude::*;
use std::cmp::Reverse;

sort_keys! {
    /// What the slips are ordered by.
    SortKey {
        /// What needs a person first.
        Need = "sort-slip-need";
        /// フリガナ.
        Kana = "sort-kana";
        /// 担当ケアマネ.
        Manager = "sort-manager";
        /// 被保険者番号.
        Number = "sort-number";
        /// Highest 要介護度 first.
        Level = "sort-level";
        /// 作成区分: 取消, 修正, 新規, none.
        Action = "sort-slip-action";
        /// Most 給付計画単位数 first.
        Units = "sort-slip-units";
        /// Nearest to 支給限度額 first, or furthest above it.
        Limit = "sort-limit";
    }
}

/// An order of the slips.
pub type Sort = sort::Sort<SortKey>;

/// Positions of the clients whose slips a filter shows, in order.
pub(super) fn shown(ctx: Ctx<'_>, slips: &[ClientSlip], filter: &Filter, sort: Sort) -> Vec<u32> {
    let shown = slips.iter().filter(|slip| filter.shows_slip(ctx.review, slip));
    let mut keyed: Vec<Keyed<'_>> = shown.filter_map(|slip| keyed(ctx, slip, sort.key)).collect();
    if sort.is_turned {
        keyed.par_sort_unstable_by_key(|key| Reverse(*key));
    } else {
        keyed.par_sort_unstable();
    }
    keyed.into_iter().map(|(_, at)| at).collect()
}

/// What a slip is ordered by, and the position of its client.
type Keyed<'a> = ((i64, &'a str, u32), u32);

fn keyed<'a>(ctx: Ctx<'_>, slip: &'a ClientSlip, key: SortKey) -> Option<Keyed<'a>> {
    let at = u32::try_from(slip.position).ok()?;
    let kana = ctx.review.clients.get(slip.position).map_or(u32::MAX, |client| client.kana_rank);
    let (rank, text) = rank(key, slip);
    Some(((rank, text, kana), at))
}

/// Smaller stands first; equal ranks are ordered by kana.
fn rank(key: SortKey, slip: &ClientSlip) -> (i64, &str) {
    let number = |rank: i64| (rank, "");
    match key {
        SortKey::Need => number(i64::try_from(place_of(slip.state)).unwrap_or(i64::MAX)),
        SortKey::Kana => number(0),
        SortKey::Manager => (i64::from(slip.manager.is_empty()), slip.manager.as_str()),
        SortKey::Number => number(i64::try_from(slip.position).unwrap_or(i64::MAX)),
        SortKey::Level => number(slip.level.map_or(1, |level| -(level as i64))),
        SortKey::Action => number(slip.action().map_or(1, |action| -(action as i64))),
        SortKey::Units => number(-slip.total()),
        SortKey::Limit => number(match slip.limit {
            Some(limit) if limit > 0 => -(slip.total() * 10_000 / limit),
            _ => 1,
        }),
    }
}
