//! Events of the journal (履歴): who did what, when, before and after. State is the fold of the events; nothing is ever
//! changed or taken out of the journal, undoing is an event too.

use super::decision::{Subject, Value};
use super::month::ServiceMonth;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// Sequence number of an event in its journal, from 1 without gaps.
pub type Seq = u64;

/// What a person did, in one word; the sentence for it is made from the changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "snake_case")]
pub enum Deed {
    /// Decided about differences, providers or clients.
    Decide,
    /// Applied a rule.
    Rule {
        /// Its name as people see it.
        name: String,
    },
    /// 元に戻す: took an event back.
    Undo {
        /// Which.
        of: Seq,
    },
    /// やり直し: took an undoing back.
    Redo {
        /// The event that is in force again.
        of: Seq,
    },
    /// 取込: took received files in.
    Import {
        /// Files that were new.
        new: u32,
        /// Files that were known already.
        known: u32,
        /// Files that could not be taken.
        refused: u32,
    },
    /// 通知: took notices of 国保連 in, which say what became of what was sent.
    Notices {
        /// How many.
        files: u32,
    },
    /// 書出し: wrote files.
    Write {
        /// Folder below `out/`.
        folder: String,
        /// Files in it.
        files: u32,
    },
    /// 月の締め, and its reopening.
    Close,
    /// The office changed something that holds for every month.
    Register,
}

/// One change of one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What was decided about.
    pub subject: Subject,
    /// What was in force before; `None` for nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// What is in force from now on; `None` for nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

impl Change {
    /// The change that takes this one back.
    pub fn inverse(&self) -> Self {
        Self { subject: self.subject.clone(), before: self.after.clone(), after: self.before.clone() }
    }
}

/// An event that is to be appended: what a person does now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The month it belongs to; `None` for what holds for every month.
    pub month: Option<ServiceMonth>,
    /// What is done.
    pub deed: Deed,
    /// What it changes; all of it takes effect at once.
    pub changes: Vec<Change>,
    /// Why, in the person's words; may be empty.
    pub reason: String,
}

/// An event of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Place in the journal.
    pub seq: Seq,
    /// When, by the clock of the machine.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub person: String,
    /// Name of the machine.
    pub machine: String,
    /// The month it belongs to; `None` for what holds for every month.
    pub month: Option<ServiceMonth>,
    /// What was done.
    #[serde(flatten)]
    pub deed: Deed,
    /// What it changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// Why, in the person's words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}
