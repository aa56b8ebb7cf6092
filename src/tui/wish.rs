//! What a person wants decided, as data; [`drafted`] makes the event of it.

use crate::app::decide::{self, Drafted, Place, Refusal, SlipChoice};
use crate::app::decisions::Cells;
use crate::app::registers::{self, Register};
use crate::app::review::{DifferenceAt, Review};
use crate::domain::allotment::{RowKey, Share};
use crate::domain::decision::{ArrivalChoice, Rule, Stage, Verdict};
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::slip::{GateBlock, SlipResult};
use std::collections::BTreeMap;

/// What a person wants decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// About differences; `None` takes the decisions back.
    Verdict {
        /// Which.
        places: Vec<DifferenceAt>,
        /// What.
        verdict: Option<Verdict>,
        /// Why.
        reason: String,
    },
    /// By a rule.
    Rule {
        /// What the journal calls it.
        name: String,
        /// The rule.
        rule: Rule,
    },
    /// Keep a rule for other months; `None` forgets it.
    KeepRule {
        /// Its name.
        name: String,
        /// The rule.
        rule: Option<Rule>,
    },
    /// About providers from which nothing came.
    Arrival {
        /// Which.
        places: Vec<Place>,
        /// What; `None` takes it back.
        choice: Option<ArrivalChoice>,
        /// Why.
        reason: String,
    },
    /// 取下げ of providers of clients, or the end of it.
    Withdraw {
        /// Which.
        places: Vec<(usize, OfficeNumber)>,
        /// Whether they are withdrawn.
        is_withdrawn: bool,
        /// Why.
        reason: String,
    },
    /// 確認済, 確定, 確定を戻す.
    Stage {
        /// Positions of the clients.
        clients: Vec<usize>,
        /// How far.
        stage: Option<Stage>,
    },
    /// 対応付け.
    Join(DifferenceAt, DifferenceAt),
    /// The end of a pair.
    TakeApart(DifferenceAt),
    /// 備考.
    Note {
        /// Position of the client.
        client: usize,
        /// The words.
        text: String,
    },
    /// 割振; `None` leaves it to the received sheet or the rule.
    Shares {
        /// Position of the client.
        client: usize,
        /// Rows that bear units over the limits.
        shares: Option<Vec<(RowKey, Share)>>,
    },
    /// 月の締め.
    Close {
        /// Clients that are not 確定, each with the explanation.
        exceptions: BTreeMap<ClientKey, String>,
    },
    /// Opens the month again.
    Reopen {
        /// Why.
        reason: String,
    },
    /// 作成区分 of a client's slip, or that it is held back; `None` leaves it to what was sent before.
    SlipAction {
        /// Whose.
        client: ClientKey,
        /// What.
        action: Option<SlipChoice>,
        /// Why.
        why: String,
    },
    /// Lets a slip through although something blocks it; without a reason it is blocked again.
    LetThrough {
        /// Whose.
        client: ClientKey,
        /// What blocks it.
        block: GateBlock,
        /// Why it may be sent nevertheless.
        why: Option<String>,
    },
    /// What became of slips; `None` when it is not known after all.
    SlipResult {
        /// Whose.
        clients: Vec<ClientKey>,
        /// What.
        result: Option<SlipResult>,
    },
    /// A row of a register, new or changed.
    Entry {
        /// Which register.
        register: &'static Register,
        /// Texts of its columns.
        cells: Cells,
    },
    /// A row of a register is taken out.
    RemoveEntry {
        /// Which register.
        register: &'static Register,
        /// Texts of its key columns.
        key: Vec<String>,
    },
    /// 元に戻す.
    Undo,
    /// やり直し.
    Redo,
}

impl Wish {
    /// One verdict without words.
    pub fn verdict(places: Vec<DifferenceAt>, verdict: Option<Verdict>) -> Self {
        Wish::Verdict { places, verdict, reason: String::new() }
    }

    /// Whether the cursor goes on to the next difference afterwards.
    pub fn goes_on(&self) -> bool {
        matches!(self, Wish::Verdict { verdict: Some(_), .. })
    }
}

/// The event that fulfils a wish.
///
/// # Errors
/// See [`Refusal`].
pub fn drafted(review: &Review, wish: &Wish) -> Result<Drafted, Refusal> {
    let whole = |draft| Drafted { draft, skipped: Vec::new() };
    match wish {
        Wish::Verdict { places, verdict, reason } => {
            decide::verdict(review, places, verdict.as_ref(), reason)
        }
        Wish::Rule { name, rule } => decide::apply_rule(review, name, rule),
        Wish::KeepRule { name, rule } => decide::keep_rule(review, name, rule.clone()),
        Wish::Arrival { places, choice, reason } => decide::arrival(review, places, choice.as_ref(), reason),
        Wish::Withdraw { places, is_withdrawn, reason } => {
            decide::withdraw(review, places, *is_withdrawn, reason)
        }
        Wish::Stage { clients, stage } => decide::stage(review, clients, *stage, ""),
        Wish::Join(a, b) => decide::join(review, *a, *b),
        Wish::TakeApart(at) => decide::take_apart(review, *at),
        Wish::Note { client, text } => decide::note(review, *client, text),
        Wish::Shares { client, shares } => decide::shares(review, *client, shares.clone()),
        Wish::Close { exceptions } => decide::close(review, exceptions, ""),
        Wish::Reopen { reason } => decide::reopen(review, reason).map(whole),
        Wish::SlipAction { client, action, why } => decide::slip_action(review, *client, *action, why),
        Wish::LetThrough { client, block, why } => {
            decide::let_through(review, *client, *block, why.as_deref())
        }
        Wish::SlipResult { clients, result } => decide::slip_results(review, clients, *result).map(whole),
        Wish::Entry { register, cells } => {
            let draft = registers::set(&review.decisions, register, cells);
            draft.map(whole).map_err(|why| Refusal::Register { register: register.name, why })
        }
        Wish::RemoveEntry { register, key } => {
            let named = register.keys.iter().map(|column| column.name.to_owned());
            let draft = registers::remove(&review.decisions, register, &named.zip(key.clone()).collect());
            draft.map(whole).map_err(|why| Refusal::Register { register: register.name, why })
        }
        Wish::Undo => decide::undo(review).map(whole),
        Wish::Redo => decide::redo(review).map(whole),
    }
}
