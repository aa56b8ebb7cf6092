//! In which order the clients stand on the board.

use crate::app::review::ClientSummary;
use crate::tui::env::Ctx;
use crate::tui::filter::Filter;
use crate::tui::sort::{self, sort_keys};
use rayon::prelude::*;
use std::cmp::Reverse;

sort_keys! {
    /// What the clients are ordered by.
    SortKey {
        /// フリガナ.
        Kana = "sort-kana";
        /// Most urgent state first: 不備, 未着, 差異.
        Urgency = "sort-urgency";
        /// Most differences first.
        Differences = "sort-differences";
        /// 担当ケアマネ.
        Manager = "sort-manager";
        /// 被保険者番号.
        Number = "sort-number";
        /// Highest 要介護度 first.
        Level = "sort-level";
        /// Most planned units first.
        PlanUnits = "sort-plan-units";
        /// Actual units furthest above the planned ones first.
        UnitsDelta = "sort-units-delta";
        /// Nearest to 区分支給限度基準額 first, or furthest above it.
        Limit = "sort-limit";
    }
}

/// An order of the board.
pub type Sort = sort::Sort<SortKey>;

/// Positions of the clients that a filter shows, in order.
pub(super) fn shown(ctx: Ctx<'_>, filter: &Filter, sort: Sort) -> Vec<u32> {
    let review = ctx.review;
    let mut keyed: Vec<((i64, u32), u32)> = (0_u32..)
        .zip(&review.clients)
        .filter(|(at, _)| filter.shows_client(review, *at as usize))
        .map(|(at, summary)| ((rank(sort.key, at, summary), summary.kana_rank), at))
        .collect();
    if sort.is_turned {
        keyed.par_sort_unstable_by_key(|(key, at)| Reverse((*key, *at)));
    } else {
        keyed.par_sort_unstable();
    }
    keyed.into_iter().map(|(_, at)| at).collect()
}

/// Smaller stands first; equal ranks are ordered by kana.
fn rank(key: SortKey, at: u32, summary: &ClientSummary) -> i64 {
    match key {
        SortKey::Kana => 0,
        SortKey::Urgency => urgency(summary),
        SortKey::Differences => -i64::from(summary.differences),
        SortKey::Manager => i64::from(summary.manager),
        // The month's clients stand in the order of their numbers.
        SortKey::Number => i64::from(at),
        SortKey::Level => -i64::from(summary.level_rank),
        SortKey::PlanUnits => -summary.plan_units,
        SortKey::UnitsDelta => summary.plan_units - summary.actual_units,
        SortKey::Limit => match summary.limit_units {
            Some(limit) if limit > 0 => -(summary.limit_use() * 10_000 / limit),
            _ => 1,
        },
    }
}

fn urgency(summary: &ClientSummary) -> i64 {
    summary.states.worst().map_or(i64::MAX, |state| state as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::sort::SortKey as _;
    use std::collections::BTreeMap;

    #[test]
    fn orders_are_remembered() {
        for key in SortKey::ALL {
            for sort in [Sort::by(*key), Sort::by(*key).turned()] {
                assert_eq!(Sort::recall(&sort.remember()), sort);
            }
        }
        assert_eq!(Sort::recall(&BTreeMap::new()), Sort::default());
    }
}
