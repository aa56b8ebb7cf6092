//! Differences in the orders of screens.

use super::clients::ClientSummary;
use super::providers::ProviderSummary;
use crate::app::month::Month;
use crate::domain::difference::Difference;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Where a difference stands: the position of its client, and its position among the client's differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DifferenceAt {
    /// Position in [`Month::comparisons`].
    pub client: u32,
    /// Position in its differences.
    pub at: u32,
}

/// What a list of differences is grouped by.
#[derive(Clone, Default, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// Class of difference.
    #[default]
    Class,
    /// サービス事業所 and サービス種類.
    Provider,
    /// 担当ケアマネ.
    Manager,
}

impl Grouping {
    /// Every grouping.
    pub const ALL: [Grouping; 3] = [Grouping::Class, Grouping::Provider, Grouping::Manager];
}

/// All differences, in an order for each grouping: by group, then client by kana, then day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    by: [Vec<DifferenceAt>; Grouping::ALL.len()],
}

/// A difference with its group in each grouping.
type Grouped = ([u32; Grouping::ALL.len()], DifferenceAt);

impl Differences {
    pub(super) fn of(month: &Month, clients: &[ClientSummary], providers: &[ProviderSummary]) -> Self {
        let base = by_client(month, clients, providers);
        let order = |grouping: Grouping| {
            let group = |groups: &[u32]| groups.get(grouping as usize).copied().unwrap_or_default();
            let mut order: Vec<(u32, DifferenceAt)> = base.iter().map(|(g, at)| (group(g), *at)).collect();
            // A stable sort keeps the clients and days in their order.
            order.par_sort_by_key(|(group, _)| *group);
            order.into_iter().map(|(_, at)| at).collect()
        };
        Self { by: Grouping::ALL.map(order) }
    }

    /// Every difference in the order of a grouping.
    pub fn by(&self, grouping: Grouping) -> &[DifferenceAt] {
        self.by.get(grouping as usize).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Differences by client in the order of kana, then by day, with their groups.
fn by_client(month: &Month, clients: &[ClientSummary], providers: &[ProviderSummary]) -> Vec<Grouped> {
    let positions: FxHashMap<_, u32> = providers.iter().map(|p| (p.provider, p.kind)).zip(0..).collect();
    let mut order: Vec<(u32, u32, u32)> =
        clients.iter().zip(0..).map(|(client, at)| (client.kana_rank, at, client.manager)).collect();
    order.sort_unstable();
    let mut out = Vec::new();
    for (_, client, manager) in order {
        let Some(comparison) = month.comparisons.get(client as usize) else { continue };
        let mut differences: Vec<(u32, &Difference)> = (0..).zip(&comparison.differences).collect();
        differences.sort_by_key(|(_, difference)| day(difference));
        out.extend(differences.into_iter().map(|(at, difference)| {
            let provider = positions.get(&(difference.provider, difference.kind)).copied();
            ([difference.class as u32, provider.unwrap_or(u32::MAX), manager], DifferenceAt { client, at })
        }));
    }
    out
}

/// The day a difference is looked for under: that of the plan, else that of the actuals.
fn day(difference: &Difference) -> u8 {
    difference.plan.or(difference.actual).map_or(0, |placed| placed.row.day)
}
