//! What the checks would have said before something was sent: with the decisions and registers of that time. Received files
//! are those of today, because a month is opened as a whole; a file that came later may show more than people could know.

use super::ClientChecks;
use crate::app::decisions::Decisions;
use crate::app::registers::Registers;
use crate::app::review::Review;
use crate::app::tally::client_slip;
use crate::domain::event::Seq;
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;
use std::collections::BTreeMap;

/// A month as it was before events; each state is folded once.
#[derive(Debug)]
pub struct Past<'a> {
    review: &'a Review,
    states: BTreeMap<Seq, (Decisions, Registers)>,
}

impl<'a> Past<'a> {
    /// Of an open month.
    pub fn of(review: &'a Review) -> Self {
        Self { review, states: BTreeMap::new() }
    }

    /// What the checks find of a client for a window with what had been decided before an event; `None` for a client that
    /// the month does not have.
    pub fn before(&mut self, seq: Seq, client: ClientKey, window: ServiceMonth) -> Option<ClientChecks> {
        let review = self.review;
        let position = review.month.position(client)?;
        let (decisions, registers) = self.states.entry(seq).or_insert_with(|| {
            let earlier = review.decisions.events().iter().filter(|event| event.seq < seq);
            let decisions = Decisions::of(earlier.cloned());
            let registers = Registers::of(&decisions);
            (decisions, registers)
        });
        let mut ground = review.check_ground(window, None);
        (ground.tally.worth.decisions, ground.tally.worth.registers) = (decisions, registers);
        let slip = client_slip(&ground.tally, position)?;
        ground.client(&slip)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::checks::tests::{demo, take, window, with_managers};
    use crate::app::decide::{SlipChoice, slip_action};
    use crate::app::tally::SlipState;

    #[test]
    fn before_an_event_it_had_not_happened() {
        let mut review = with_managers(demo(0, false));
        review.watch_to_the_end(window());
        let slips = &review.watch().tally().unwrap().slips;
        let client = slips.iter().find(|slip| slip.state == SlipState::Ready).unwrap().client;
        let draft = slip_action(&review, client, Some(SlipChoice::HoldBack), "認定待ち").unwrap().draft;
        take(&mut review, draft);
        let seq = review.decisions.events().last().unwrap().seq;
        let mut past = Past::of(&review);
        let mut found = |seq| {
            let checks = past.before(seq, client, window()).unwrap();
            checks.open().any(|finding| finding.check == "slip-missing")
        };
        assert_eq!([found(seq), found(seq + 1)], [false, true]);
    }
}
