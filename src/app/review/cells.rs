//! 状態 of every client at every provider and kind.

use super::settled::decided_state;
use crate::app::decisions::Decisions;
use crate::app::month::{Month, Note};
use crate::app::unread::Unread;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::reconcile::ProviderLine;
use std::ops::Range;

/// State (状態) of a client at a provider and kind, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellState {
    /// 不備: a row of the client could not be read.
    Faulty,
    /// 未着: planned, and nothing came from the provider for the kind.
    NotArrived,
    /// 差異: something is left to decide.
    Different,
    /// 照会中・保留: all that is left was asked or put off.
    Asked,
    /// 到着: came, but there is nothing to compare it with.
    Arrived,
    /// 解消: every difference is decided.
    Settled,
    /// 一致.
    Same,
    /// 確定: the client is locked.
    Fixed,
}

impl CellState {
    /// Every state, the most urgent first.
    pub const ALL: [CellState; 8] = [
        CellState::Faulty,
        CellState::NotArrived,
        CellState::Different,
        CellState::Asked,
        CellState::Arrived,
        CellState::Settled,
        CellState::Same,
        CellState::Fixed,
    ];

    /// Whether nothing is left to do here.
    pub fn is_settled(self) -> bool {
        matches!(self, CellState::Arrived | CellState::Settled | CellState::Same | CellState::Fixed)
    }
}

/// A client at a provider and kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// サービス事業所.
    pub provider: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// 状態.
    pub state: CellState,
    /// Differences, whatever the state.
    pub differences: u32,
    /// Those of them that are not finally decided.
    pub open: u32,
}

/// Cells counted by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StateCounts([u32; CellState::ALL.len()]);

impl StateCounts {
    /// Cells of a state.
    pub fn get(&self, state: CellState) -> u32 {
        self.0.get(state as usize).copied().unwrap_or_default()
    }

    /// Counts one cell.
    pub fn add(&mut self, state: CellState) {
        if let Some(count) = self.0.get_mut(state as usize) {
            *count += 1;
        }
    }

    /// Counts the cells of another count.
    pub fn add_all(&mut self, other: StateCounts) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }

    /// Takes the cells of another count off again.
    pub(super) fn take_all(&mut self, other: StateCounts) {
        for (count, fewer) in self.0.iter_mut().zip(other.0) {
            *count = count.saturating_sub(fewer);
        }
    }

    /// All cells.
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    /// The most urgent state of any cell.
    pub fn worst(&self) -> Option<CellState> {
        CellState::ALL.into_iter().find(|state| self.get(*state) > 0)
    }

    /// Whether nothing is left to do in any cell.
    pub fn is_settled(&self) -> bool {
        CellState::ALL.iter().all(|state| state.is_settled() || self.get(*state) == 0)
    }
}

/// The states of all clients' lines.
#[derive(Debug, Default)]
pub(super) struct Cells {
    /// What the files alone make of each line.
    received: Vec<CellState>,
    /// With decisions: the state, and the differences that are not finally decided.
    decided: Vec<(CellState, u32)>,
    /// Where each client's states end.
    ends: Vec<u32>,
}

impl Cells {
    pub(super) fn of(month: &Month, decisions: &Decisions, unread: &Unread) -> Self {
        let has_plan = !month.notes.contains(&Note::NoPlan);
        let mut cells = Self::default();
        for (position, (rows, comparison)) in month.clients.iter().zip(&month.comparisons).enumerate() {
            for line in &comparison.lines {
                let is_faulty = unread.is_in(month, (position, rows), line);
                cells.received.push(if is_faulty { CellState::Faulty } else { state(line, has_plan) });
            }
            cells.ends.push(u32::try_from(cells.received.len()).unwrap_or(u32::MAX));
        }
        cells.decided = vec![(CellState::Same, 0); cells.received.len()];
        for position in 0..month.comparisons.len() {
            cells.decide(month, decisions, position);
        }
        cells
    }

    /// Applies the decisions about a client.
    pub(super) fn decide(&mut self, month: &Month, decisions: &Decisions, client: usize) {
        let Some(comparison) = month.comparisons.get(client) else { return };
        let decided = decisions.client(comparison.client);
        let range = self.range(client);
        let states = self.received.get(range.clone()).unwrap_or_default();
        let places = self.decided.get_mut(range).unwrap_or_default();
        for ((line, state), place) in comparison.lines.iter().zip(states).zip(places) {
            *place = decided_state(decided, comparison, line, *state);
        }
    }

    /// State and open differences of each of a client's lines.
    pub(super) fn of_client(&self, client: usize) -> &[(CellState, u32)] {
        self.decided.get(self.range(client)).unwrap_or_default()
    }

    fn range(&self, client: usize) -> Range<usize> {
        let end = |client: usize| self.ends.get(client).map(|end| *end as usize);
        let first = client.checked_sub(1).and_then(end).unwrap_or_default();
        first..end(client).unwrap_or(first)
    }
}

/// The state of a line without a fault. In a month without any plan every row would be a difference that says nothing.
fn state(line: &ProviderLine, has_plan: bool) -> CellState {
    if line.plan_rows > 0 && !line.arrived {
        CellState::NotArrived
    } else if !has_plan {
        CellState::Arrived
    } else if line.differences > 0 {
        CellState::Different
    } else if line.same == 0 {
        CellState::Arrived
    } else {
        CellState::Same
    }
}
