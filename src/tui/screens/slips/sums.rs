//! How many slips are in which state.

use crate::app::tally::Tally;
use crate::tui::parts::slip::{STATES, place_of};

/// Slips in each state, and the units of those that are due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    /// How many are in each of [`STATES`].
    pub(super) states: [u32; STATES.len()],
    /// 給付計画単位数.
    pub(super) units: i64,
}

impl Sums {
    /// Adds slips up.
    pub(super) fn of(tally: &Tally) -> Self {
        let mut sums = Self::default();
        for slip in &tally.slips {
            if let Some(count) = sums.states.get_mut(place_of(slip.state)) {
                *count += 1;
            }
            if slip.is_due() {
                sums.units += slip.total();
            }
        }
        sums
    }

    /// All slips.
    pub(super) fn all(&self) -> u32 {
        self.states.iter().sum()
    }
}
