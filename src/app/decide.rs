//! What people decide, made into events: every function looks at the month as it is and gives the event that is to be
//! journalled, or says why not. Nothing is changed here.

mod close;
mod edit;
mod edition;
mod levels;
mod pairing;
mod risk;
mod rules;
mod slips;
#[cfg(test)]
mod tests;
mod typed;

pub use close::{close, open_clients, reopen};
pub use edit::{EditField, check_edit, check_row, edit_base};
pub use edition::edition;
pub use levels::{Level, select};
pub use pairing::{join, take_apart};
pub use risk::{Risk, risk};
pub use rules::{Guarded, Hits, Proposal, apply_rule, hits, keep_rule, proposals};
pub use slips::{SlipChoice, let_through, shares, slip_action, slip_results};
pub use typed::{TypedRow, fax_rows, plain, read_edit, with_row};

use super::registers::RegisterRefusal;
use super::review::{DifferenceAt, Review, Settled};
use crate::benefit::allot::ShareFault;
use crate::domain::decision::{ArrivalChoice, Decision, RowContent, Stage, Subject, Value, Verdict};
use crate::domain::difference::Difference;
use crate::domain::event::{Change, Deed, Draft};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::slip::GateBlock;
use thiserror::Error;

/// Why a decision is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The month is signed off (月の締め).
    #[error("the month is closed")]
    MonthClosed,
    /// The client is locked (確定).
    #[error("the client is fixed")]
    Fixed(ClientKey),
    /// It would change nothing.
    #[error("nothing to change")]
    Nothing,
    /// The difference is not there (any more).
    #[error("no such difference")]
    Vanished(String),
    /// A value that cannot stand in a row.
    #[error("{field:?}: {found}")]
    Impossible {
        /// Which item.
        field: EditField,
        /// What was typed.
        found: String,
        /// Message that says what can stand there.
        expected: &'static str,
    },
    /// The reason is missing.
    #[error("a reason is needed")]
    NoReason,
    /// The client cannot be locked: something is left to decide.
    #[error("{open} differences and {waiting} other cells are open")]
    StillOpen {
        /// Whose.
        client: ClientKey,
        /// Differences that are not finally decided.
        open: u32,
        /// Providers × kinds that have not arrived or have rows that could not be read.
        waiting: u32,
    },
    /// The month cannot be signed off: these clients are neither locked nor explained.
    #[error("{} clients are open", .0.len())]
    ClientsOpen(Vec<ClientKey>),
    /// The rows cannot be joined, or are no pair.
    #[error("cannot be paired")]
    NotPairable,
    /// No client of the month has anything to do with the provider.
    #[error("no such provider")]
    UnknownProvider(OfficeNumber),
    /// What blocks a slip cannot be let through with a reason: it has to be entered.
    #[error("{0:?} cannot be let through")]
    CannotPass(GateBlock),
    /// Shares of the units over the limit that do not fit the plan or do not add up.
    #[error("{} faults of shares", .0.len())]
    Shares(Vec<ShareFault>),
    /// The sheet of the client cannot be computed, so nothing can be shared out.
    #[error("no sheet")]
    NoSheet(ClientKey),
    /// No slip of the client was ever written for the month.
    #[error("no slip was sent")]
    NothingSent(ClientKey),
    /// A row of a register cannot be entered or taken out.
    #[error("{register}: {why}")]
    Register {
        /// Name of the register.
        register: &'static str,
        /// Why.
        why: RegisterRefusal,
    },
    /// Nothing is left to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Nothing is left to redo.
    #[error("nothing to redo")]
    NothingToRedo,
}

/// An event to be journalled, with what was left out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafted {
    /// The event.
    pub draft: Draft,
    /// Clients that were left out because they are locked.
    pub skipped: Vec<ClientKey>,
}

/// Decides about differences; `None` takes the decisions about them back. Locked clients are left out of a group.
///
/// # Errors
/// See [`Refusal`].
pub fn verdict(
    review: &Review,
    places: &[DifferenceAt],
    verdict: Option<&Verdict>,
    reason: &str,
) -> Result<Drafted, Refusal> {
    let differences = places.iter().filter_map(|at| review.difference(*at));
    let mut changes = Vec::new();
    let mut open = Open::new(review)?;
    for difference in differences {
        if !open.takes(difference.client) {
            continue;
        }
        if let Some(Verdict::Edit(edit)) = verdict {
            check_edit(review, difference, edit)?;
        }
        changes.extend(verdict_changes(review, difference, verdict));
    }
    open.draft(Deed::Decide, changes, reason)
}

/// The decision about a difference, and the end of the one that a file has overtaken.
fn verdict_changes<'a>(
    review: &'a Review,
    difference: &'a Difference,
    verdict: Option<&'a Verdict>,
) -> impl Iterator<Item = Change> + use<'a> {
    let client = difference.client;
    let before = review.decided_before(difference);
    let overtaken = before.map(|stale| Subject::Difference { client, id: stale.id.to_owned() });
    let subject = Subject::Difference { client, id: difference.id.clone() };
    let value = verdict.map(|verdict| {
        let decision = Decision { verdict: verdict.clone(), seen: review.seen(difference) };
        Value::Decision(Box::new(decision))
    });
    let overtaken = overtaken.and_then(|subject| review.decisions.change(subject, None));
    overtaken.into_iter().chain(review.decisions.change(subject, value))
}

/// A provider and kind of a client: the client's position, and the two.
pub type Place = (usize, OfficeNumber, ServiceKind);

/// Decides about providers from which nothing came; `None` takes it back.
///
/// # Errors
/// See [`Refusal`].
pub fn arrival(
    review: &Review,
    places: &[Place],
    choice: Option<&ArrivalChoice>,
    reason: &str,
) -> Result<Drafted, Refusal> {
    let mut open = Open::new(review)?;
    let mut changes = Vec::new();
    for (position, provider, kind) in places {
        let Some(rows) = review.month.clients.get(*position) else { continue };
        if open.takes(rows.client) {
            let subject = Subject::Arrival { client: rows.client, provider: *provider, kind: *kind };
            changes.extend(review.decisions.change(subject, choice.cloned().map(Value::Arrival)));
        }
    }
    open.draft(Deed::Decide, changes, reason)
}

/// The planned rows of a provider and kind: what typing actuals from a FAX begins with (予定どおり).
pub fn as_planned(review: &Review, (position, provider, kind): Place) -> Vec<RowContent> {
    let Some(rows) = review.month.clients.get(position) else { return Vec::new() };
    let own = review
        .month
        .rows(&rows.plan)
        .filter(|row| row.row.provider == provider && row.row.code.kind() == kind);
    own.map(|row| RowContent::of(row.row, row.detail)).collect()
}

/// 取下げ: providers that do not serve clients after all; with `false` they do.
///
/// # Errors
/// See [`Refusal`]; a reason is needed.
pub fn withdraw(
    review: &Review,
    places: &[(usize, OfficeNumber)],
    is_withdrawn: bool,
    reason: &str,
) -> Result<Drafted, Refusal> {
    if is_withdrawn && reason.trim().is_empty() {
        return Err(Refusal::NoReason);
    }
    let mut open = Open::new(review)?;
    let mut changes = Vec::new();
    for (position, provider) in places {
        let Some(rows) = review.month.clients.get(*position) else { continue };
        if open.takes(rows.client) {
            let subject = Subject::Withdrawal { client: rows.client, provider: *provider };
            changes.extend(review.decisions.change(subject, is_withdrawn.then_some(Value::Withdrawn)));
        }
    }
    open.draft(Deed::Decide, changes, reason)
}

/// 確認済, 確定, 確定を戻す (`None`). A client with something left to decide cannot be locked.
///
/// # Errors
/// See [`Refusal`].
pub fn stage(
    review: &Review,
    positions: &[usize],
    stage: Option<Stage>,
    reason: &str,
) -> Result<Drafted, Refusal> {
    let open = Open::new(review)?;
    let mut changes = Vec::new();
    for position in positions {
        let Some(rows) = review.month.clients.get(*position) else { continue };
        if stage == Some(Stage::Fixed) {
            refuse_open(review, *position)?;
        }
        let subject = Subject::Client { client: rows.client };
        changes.extend(review.decisions.change(subject, stage.map(|stage| Value::Stage { stage })));
    }
    open.draft(Deed::Decide, changes, reason)
}

/// Clients who have nothing left open and are not 確定 yet, by position.
pub fn fixable_clients(review: &Review) -> Vec<usize> {
    let is_fixable = |position: &usize| {
        let rows = review.month.clients.get(*position);
        rows.is_some_and(|rows| review.decisions.client(rows.client).stage() != Some(Stage::Fixed))
            && refuse_open(review, *position).is_ok()
    };
    (0..review.month.clients.len()).filter(is_fixable).collect()
}

fn refuse_open(review: &Review, position: usize) -> Result<(), Refusal> {
    let Some(rows) = review.month.clients.get(position) else { return Ok(()) };
    let cells = review.cells_of(position).filter(|cell| !cell.state.is_settled());
    let (open, waiting) = cells.fold((0, 0), |(open, waiting), cell| {
        let is_waiting =
            matches!(cell.state, super::review::CellState::NotArrived | super::review::CellState::Faulty);
        (open + cell.open, waiting + u32::from(is_waiting))
    });
    if open + waiting > 0 {
        return Err(Refusal::StillOpen { client: rows.client, open, waiting });
    }
    Ok(())
}

/// 備考 on a client; empty text takes it away.
///
/// # Errors
/// See [`Refusal`].
pub fn note(review: &Review, position: usize, text: &str) -> Result<Drafted, Refusal> {
    let rows = review.month.clients.get(position).ok_or(Refusal::Nothing)?;
    let open = Open::new(review)?;
    let value = (!text.is_empty()).then(|| Value::Text { text: text.to_owned() });
    let change = review.decisions.change(Subject::Note { client: rows.client }, value);
    open.draft(Deed::Decide, change.into_iter().collect(), "")
}

/// 元に戻す: the event that takes back what was done last.
///
/// # Errors
/// See [`Refusal`].
pub fn undo(review: &Review) -> Result<Draft, Refusal> {
    Open::new(review)?;
    review.decisions.undo().ok_or(Refusal::NothingToUndo)
}

/// やり直し: the event that does again what was taken back last.
///
/// # Errors
/// See [`Refusal`].
pub fn redo(review: &Review) -> Result<Draft, Refusal> {
    Open::new(review)?;
    review.decisions.redo().ok_or(Refusal::NothingToRedo)
}

/// Whether nothing is finally decided about a difference.
pub fn is_open(review: &Review, at: DifferenceAt) -> bool {
    review.difference(at).is_some_and(|difference| !review.settled(difference).is_final())
}

/// Whether a difference waits for its first decision.
pub fn is_untouched(review: &Review, at: DifferenceAt) -> bool {
    review.difference(at).is_some_and(|difference| review.settled(difference) == Settled::Open)
}

/// A month that is not closed, and which locked clients were met.
struct Open<'a> {
    review: &'a Review,
    skipped: Vec<ClientKey>,
}

impl<'a> Open<'a> {
    fn new(review: &'a Review) -> Result<Self, Refusal> {
        if review.decisions.closed().is_some() {
            return Err(Refusal::MonthClosed);
        }
        Ok(Self { review, skipped: Vec::new() })
    }

    /// Whether the client can be decided about; remembers the client if not.
    fn takes(&mut self, client: ClientKey) -> bool {
        let is_fixed = self.review.decisions.client(client).stage() == Some(Stage::Fixed);
        if is_fixed && self.skipped.last() != Some(&client) {
            self.skipped.push(client);
        }
        !is_fixed
    }

    fn draft(self, deed: Deed, changes: Vec<Change>, reason: &str) -> Result<Drafted, Refusal> {
        match (changes.is_empty(), self.skipped.first()) {
            (true, Some(client)) => Err(Refusal::Fixed(*client)),
            (true, None) => Err(Refusal::Nothing),
            (false, _) => {
                let month = Some(self.review.month.month);
                let draft = Draft { month, deed, changes, reason: reason.trim().to_owned() };
                Ok(Drafted { draft, skipped: self.skipped })
            }
        }
    }
}
