//! 月の締め: the supervisor signs the month off.

use super::{Drafted, Open, Refusal};
use crate::app::review::Review;
use crate::domain::decision::{Stage, Subject, Value};
use crate::domain::event::{Deed, Draft};
use crate::domain::ids::ClientKey;
use std::collections::BTreeMap;

/// Clients that are not 確定, in the order of the month.
pub fn open_clients(review: &Review) -> Vec<ClientKey> {
    let keys = review.month.clients.iter().map(|rows| rows.client);
    keys.filter(|client| review.decisions.client(*client).stage() != Some(Stage::Fixed)).collect()
}

/// Signs the month off. Every client that is not 確定 needs an explanation.
///
/// # Errors
/// See [`Refusal`].
pub fn close(
    review: &Review,
    exceptions: &BTreeMap<ClientKey, String>,
    reason: &str,
) -> Result<Drafted, Refusal> {
    let open = Open::new(review)?;
    let clients = open_clients(review);
    let is_explained =
        |client: &ClientKey| exceptions.get(client).is_some_and(|reason| !reason.trim().is_empty());
    let unexplained: Vec<ClientKey> =
        clients.iter().copied().filter(|client| !is_explained(client)).collect();
    if !unexplained.is_empty() {
        return Err(Refusal::ClientsOpen(unexplained));
    }
    // An explanation for a client who has been locked since says nothing.
    let of_open =
        clients.iter().filter_map(|client| Some((*client, exceptions.get(client)?.trim().to_owned())));
    let value = Value::Closed { exceptions: of_open.collect() };
    let change = review.decisions.change(Subject::Month, Some(value));
    open.draft(Deed::Close, change.into_iter().collect(), reason)
}

/// Opens a month that was signed off.
///
/// # Errors
/// [`Refusal::NoReason`] without a reason, [`Refusal::Nothing`] when the month is open.
pub fn reopen(review: &Review, reason: &str) -> Result<Draft, Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::NoReason);
    }
    let change = review.decisions.change(Subject::Month, None).ok_or(Refusal::Nothing)?;
    let month = Some(review.month.month);
    Ok(Draft { month, deed: Deed::Close, changes: vec![change], reason: reason.trim().to_owned() })
}
