//! What a screen has taken in of the slips, claims and checks that are counted while the month is open.

use crate::app::checks::Watch;

/// What is new since a screen looked last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Nothing.
    Nothing,
    /// Something about single clients: sums are made anew, and lists stay as they are, so that the cursor does not jump.
    OfClients,
    /// Everything was counted anew.
    OfAll,
}

/// The round and the revision that were looked at last; none before there was something to look at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen(Option<(u32, u32)>);

impl Seen {
    /// Looks at what is there now.
    pub fn look(&mut self, watch: &Watch) -> News {
        let now = (watch.round(), watch.revision());
        match self.0.replace(now) {
            Some(before) if before == now => News::Nothing,
            Some((round, _)) if round == now.0 => News::OfClients,
            _ => News::OfAll,
        }
    }

    /// Whether there was something to look at.
    pub fn is_any(self) -> bool {
        self.0.is_some()
    }
}
