//! Decisions about 給付管理票: 割振, 作成区分, what is let through, what became of it.

use super::{Drafted, Open, Refusal};
use crate::app::review::Review;
use crate::app::worth::{share_rows, worth};
use crate::benefit::allot::{check, stamp};
use crate::domain::allotment::{ManualShares, RowKey, Share};
use crate::domain::decision::{Subject, Value};
use crate::domain::event::{Deed, Draft};
use crate::domain::ids::ClientKey;
use crate::domain::slip::{GateBlock, SlipAction, SlipResult};

/// 割振: who bears the units over the limits, for the plan as it stands; `None` leaves it to the received sheet or the
/// rule.
///
/// # Errors
/// See [`Refusal`]; shares that do not add up are refused with everything that is wrong.
pub fn shares(
    review: &Review,
    position: usize,
    shares: Option<Vec<(RowKey, Share)>>,
) -> Result<Drafted, Refusal> {
    let worth = worth(&review.ground(), position).ok_or(Refusal::Nothing)?;
    let client = worth.client;
    let value = match shares {
        Some(shares) => {
            let rows = share_rows(worth.sheet.as_ref().ok_or(Refusal::NoSheet(client))?);
            let limits = &worth.person.limits;
            let shares = ManualShares { shares, made_for: stamp(&rows, limits) };
            check(&rows, limits, &shares).map_err(Refusal::Shares)?;
            Some(Value::Shares(Box::new(shares)))
        }
        None => None,
    };
    let mut open = Open::new(review)?;
    let takes = open.takes(client);
    let change = review.decisions.change(Subject::Allotment { client }, value).filter(|_| takes);
    open.draft(Deed::Decide, change.into_iter().collect(), "")
}

/// What a person wants of a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipChoice {
    /// To be sent with a 作成区分.
    Send(SlipAction),
    /// Not to be sent in this window (月遅れ).
    HoldBack,
}

impl From<Option<SlipAction>> for SlipChoice {
    fn from(action: Option<SlipAction>) -> Self {
        action.map_or(Self::HoldBack, Self::Send)
    }
}

/// 作成区分 of a client's slip, or that none is sent; `None` leaves it to what was sent before.
///
/// # Errors
/// See [`Refusal`]; a choice needs a reason.
pub fn slip_action(
    review: &Review,
    client: ClientKey,
    choice: Option<SlipChoice>,
    why: &str,
) -> Result<Drafted, Refusal> {
    if choice.is_some() && why.trim().is_empty() {
        return Err(Refusal::NoReason);
    }
    let value = choice.map(|choice| {
        let action = match choice {
            SlipChoice::Send(action) => Some(action),
            SlipChoice::HoldBack => None,
        };
        Value::SlipAction { action, why: why.trim().to_owned() }
    });
    change(review, Subject::SlipAction { client }, value)
}

/// Lets a client's slip through although something blocks it; without a reason it is blocked again.
///
/// # Errors
/// See [`Refusal`]; what a record cannot be without cannot be let through.
pub fn let_through(
    review: &Review,
    client: ClientKey,
    block: GateBlock,
    why: Option<&str>,
) -> Result<Drafted, Refusal> {
    let value = match why.map(str::trim) {
        Some("") => return Err(Refusal::NoReason),
        Some(_) if !block.can_be_let_through() => return Err(Refusal::CannotPass(block)),
        Some(why) => Some(Value::Text { text: why.to_owned() }),
        None => None,
    };
    change(review, Subject::Gate { client, block }, value)
}

fn change(review: &Review, subject: Subject, value: Option<Value>) -> Result<Drafted, Refusal> {
    let open = Open::new(review)?;
    let change = review.decisions.change(subject, value);
    open.draft(Deed::Decide, change.into_iter().collect(), "")
}

/// What became of the slips that were sent last; `None` when it is not known after all. Results come when the month has
/// long been signed off.
///
/// # Errors
/// [`Refusal::NothingSent`] for a client whose slip was never written, [`Refusal::Nothing`].
pub fn slip_results(
    review: &Review,
    clients: &[ClientKey],
    result: Option<SlipResult>,
) -> Result<Draft, Refusal> {
    let never_sent = |client: &&ClientKey| review.decisions.client(**client).sent_slips().is_empty();
    if let Some(client) = clients.iter().find(never_sent) {
        return Err(Refusal::NothingSent(*client));
    }
    let value = result.map(|result| Value::SlipResult { result });
    let of =
        |client: &ClientKey| review.decisions.change(Subject::SlipResult { client: *client }, value.clone());
    let changes: Vec<_> = clients.iter().filter_map(of).collect();
    if changes.is_empty() {
        return Err(Refusal::Nothing);
    }
    let month = Some(review.month.month);
    Ok(Draft { month, deed: Deed::Decide, changes, reason: String::new() })
}

#[cfg(test)]
mod tests;
