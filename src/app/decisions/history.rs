//! Which events undoing and redoing reach.

use super::Decisions;
use crate::domain::event::{Deed, Event, Seq};

impl Decisions {
    /// Files the event where undoing finds it. Imports and written files are facts that no key takes back, what notices say of
    /// them is not; a month is
    /// reopened with a reason, not undone.
    pub(super) fn remember(&mut self, event: Event) {
        let place = self.events.len();
        match event.deed {
            Deed::Decide | Deed::Rule { .. } | Deed::Register | Deed::Notices { .. } => {
                self.done.push(place);
                self.undone.clear();
            }
            Deed::Undo { of } => {
                self.taken_back.insert(of, event.seq);
                self.take_back(of);
            }
            Deed::Redo { of } => {
                self.taken_back.remove(&of);
                self.do_again(of);
            }
            Deed::Import { .. } | Deed::Write { .. } | Deed::Close => {}
        }
        self.events.push(event);
    }

    /// The event that took an event back, while that holds: not after it was done again.
    pub fn taken_back_by(&self, seq: Seq) -> Option<Seq> {
        self.taken_back.get(&seq).copied()
    }

    fn take_back(&mut self, of: u64) {
        let is_it = |place: &usize| self.events.get(*place).is_some_and(|event| event.seq == of);
        if let Some(at) = self.done.iter().rposition(is_it) {
            let place = self.done.remove(at);
            self.undone.push(place);
        }
    }

    fn do_again(&mut self, of: u64) {
        let is_it = |place: &usize| self.events.get(*place).is_some_and(|event| event.seq == of);
        if let Some(at) = self.undone.iter().rposition(is_it) {
            let place = self.undone.remove(at);
            self.done.push(place);
        }
    }
}
