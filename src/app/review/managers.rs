//! One line a 担当ケアマネ.

use super::cells::StateCounts;
use super::clients::ClientSummary;
use crate::app::month::Month;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// A care manager's clients and what is left to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ManagerSummary {
    /// Name as in the plan, without blanks around it; empty for clients of nobody.
    pub name: String,
    /// Positions of the clients.
    pub clients: Vec<u32>,
    /// Planned units.
    pub plan_units: i64,
    /// Actual units.
    pub actual_units: i64,
    /// Differences.
    pub differences: u32,
    /// Those of them that are not finally decided.
    pub open: u32,
    /// Cells by state.
    pub states: StateCounts,
    /// Clients with nothing left to do in any cell.
    pub settled: u32,
}

/// The managers' names in order, and the position of each client's manager among them.
pub(super) struct Managers {
    pub(super) names: Vec<String>,
    pub(super) by_client: Vec<u32>,
}

/// Who manages whom.
pub(super) fn of_clients(month: &Month) -> Managers {
    let clients = month.clients.par_iter().with_min_len(1024);
    let of_client: Vec<&str> =
        clients.map(|rows| month.manager(rows).map(str::trim).unwrap_or_default()).collect();
    let distinct: FxHashSet<&str> = of_client.iter().copied().collect();
    let mut names: Vec<&str> = distinct.into_iter().collect();
    names.sort_unstable_by_key(|name| (name.is_empty(), *name));
    let positions: FxHashMap<&str, u32> = names.iter().copied().zip(0..).collect();
    let by_client = of_client.iter().map(|name| positions.get(name).copied().unwrap_or_default()).collect();
    Managers { names: names.into_iter().map(str::to_owned).collect(), by_client }
}

/// Adds up the clients of each manager.
pub(super) fn summaries(names: Vec<String>, clients: &[ClientSummary]) -> Vec<ManagerSummary> {
    let blank = |name| ManagerSummary { name, ..ManagerSummary::default() };
    let mut managers: Vec<ManagerSummary> = names.into_iter().map(blank).collect();
    for (client, position) in clients.iter().zip(0..) {
        let Some(manager) = managers.get_mut(client.manager as usize) else { continue };
        manager.clients.push(position);
        manager.plan_units += client.plan_units;
        manager.actual_units += client.actual_units;
        manager.differences += client.differences;
        manager.open += client.open;
        manager.states.add_all(client.states);
        manager.settled += u32::from(client.states.is_settled());
    }
    managers
}
