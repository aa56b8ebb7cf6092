//! A month in memory with a journal in memory: what is decided, and what it makes of the month.

mod counts;
mod groups;
mod months;
mod refusals;
mod typed;

use super::*;
use crate::app::decisions::Decisions;
use crate::app::open::tests::{Memory, actual, actual_name, agreeing, of_client, plan, plan_name};
use crate::app::review::{Cell, CellState};
use crate::domain::decision::RowEdit;
use crate::domain::difference::DifferenceClass;
use crate::domain::fixture::journalled;
use crate::domain::time::VisitTime;

const OTHER: &str = "0001000202";

/// A review that journals what is decided about it.
pub(super) struct Desk {
    pub(super) review: Review,
}

impl Desk {
    pub(super) fn open(memory: &Memory) -> Self {
        Self { review: Review::new(memory.open(), None) }
    }

    /// The same journal over other files.
    pub(super) fn reopen(self, memory: &Memory) -> Self {
        let decisions = Decisions::of(self.review.decisions.events().to_vec());
        Self { review: Review::with_decisions(memory.open(), None, decisions) }
    }

    pub(super) fn take(&mut self, draft: Draft) {
        let seq = self.review.decisions.events().len() as u64 + 1;
        self.review.take(journalled(seq, draft));
    }

    pub(super) fn decide(&mut self, at: u32, verdict: impl Into<Option<Verdict>>) {
        let verdict = verdict.into();
        let place = DifferenceAt { client: 0, at };
        let drafted = super::verdict(&self.review, &[place], verdict.as_ref(), "").unwrap();
        self.take(drafted.draft);
    }

    pub(super) fn cells(&self, client: usize) -> Vec<(CellState, u32)> {
        self.review.cells_of(client).map(|cell| (cell.state, cell.open)).collect()
    }

    pub(super) fn place(&self, client: usize) -> Place {
        let Cell { provider, kind, .. } = self.review.cells_of(client).next().unwrap();
        (client, provider, kind)
    }

    pub(super) fn differences(&self) -> Vec<(DifferenceClass, Settled)> {
        let all = self.review.month.differences();
        all.map(|difference| (difference.class, self.review.settled(difference))).collect()
    }
}

/// A visit at another time of the day, and one that was not made.
pub(super) fn two_differences() -> Memory {
    Memory::default()
        .lines(&plan_name(1), &[plan(5), plan(12), plan(19)])
        .lines(&actual_name(2), &[actual(5), later(actual(12))])
}

pub(super) fn later(
    line: crate::format::exchange::read::fixture::Line,
) -> crate::format::exchange::read::fixture::Line {
    line.set("start_time", "0930").set("end_time", "1030")
}
