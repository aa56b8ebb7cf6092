//! Whether decisions are kept, and under which numbers.

use super::env::Env;
use crate::domain::event::{Draft, Event, Seq};
use chrono::{DateTime, FixedOffset};

/// Where decisions go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Desk {
    /// Nowhere: a folder of files was opened, not a workspace.
    #[default]
    None,
    /// Nowhere: the workspace is read only; a sentence says why.
    Reader(String),
    /// Into the journal of the workspace.
    Writer {
        /// Number of the last event, journalled or on its way.
        last: Seq,
    },
}

/// Whether an event was taken in and is not yet known to be on the disk: who and when are told then.
pub fn is_on_its_way(event: &Event) -> bool {
    event.person.is_empty() && event.at == DateTime::<FixedOffset>::default()
}

impl Desk {
    /// Why nothing can be decided.
    pub fn refusal(&self, env: &Env) -> Option<String> {
        match self {
            Desk::None => Some(env.text("notice-no-workspace")),
            Desk::Reader(why) => Some(why.clone()),
            Desk::Writer { .. } => None,
        }
    }

    /// Why nothing can be written beside the journal: there is no office folder.
    pub fn export_refusal(&self, env: &Env) -> Option<String> {
        (*self == Desk::None).then(|| env.text("notice-no-workspace"))
    }

    /// The event a draft will most likely become; the worker tells when and by whom.
    pub(super) fn event(&self, draft: Draft) -> Event {
        let Draft { month, deed, changes, reason } = draft;
        let at = DateTime::<FixedOffset>::default();
        let (person, machine) = (String::new(), String::new());
        Event { seq: self.last() + 1, at, person, machine, month, deed, changes, reason }
    }

    pub(super) fn took(&mut self, seq: Seq) {
        if let Desk::Writer { last } = self {
            *last = seq.max(*last);
        }
    }

    fn last(&self) -> Seq {
        match self {
            Desk::Writer { last } => *last,
            Desk::None | Desk::Reader(_) => 0,
        }
    }
}
