//! How many slips are in which state, added up whenever one has changed.

use crate::app::tally::Tally;
use crate::tui::parts::slip::{STATES, place_of};

/// Slips in each state, and the units of those that are due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    /// How many are in each of [`STATES`].
    pub(super) states: [u32; STATES.len()],
    /// 給付計画単位数.
    pub(super) units: i64,
    /// What they were added up of.
    of: Option<u32>,
}

impl Sums {
    /// Adds up anew if these slips are of another revision.
    pub(super) fn keep_up(&mut self, revision: u32, tally: &Tally) {
        if self.of == Some(revision) {
            return;
        }
        *self = Self { of: Some(revision), ..Self::default() };
        for slip in &tally.slips {
            if let Some(count) = self.states.get_mut(place_of(slip.state)) {
                *count += 1;
            }
            if slip.is_due() {
                self.units += slip.total();
            }
        }
    }

    /// All slips.
    pub(super) fn all(&self) -> u32 {
        self.states.iter().sum()
    }
}
