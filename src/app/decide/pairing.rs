//! 対応付け: people say which planned and actual rows belong together.

use super::{Drafted, Open, Refusal};
use crate::app::review::{DifferenceAt, Review};
use crate::domain::decision::{Subject, Value};
use crate::domain::difference::{Difference, PlacedRow};
use crate::domain::event::{Change, Deed};
use crate::reconcile::{RowRef, pair_ids};

/// 対応付け: the planned row of one difference and the actual row of another belong together.
///
/// # Errors
/// See [`Refusal`]; only a planned and an actual row of one client and provider can be joined.
pub fn join(review: &Review, a: DifferenceAt, b: DifferenceAt) -> Result<Drafted, Refusal> {
    let (a, b) = (found(review, a)?, found(review, b)?);
    let (missing, extra) = if a.plan.is_some() { (a, b) } else { (b, a) };
    let (Some(plan), Some(actual), None, None) = (missing.plan, extra.actual, missing.actual, extra.plan)
    else {
        return Err(Refusal::NotPairable);
    };
    if (missing.client, missing.provider) != (extra.client, extra.provider) {
        return Err(Refusal::NotPairable);
    }
    let client = missing.client;
    let value = Value::JoinedWith { id: extra.id.clone() };
    let change = review.decisions.change(Subject::Pairing { client, id: missing.id.clone() }, Some(value));
    // They were joined before and taken apart since: that ends.
    let [pair, ..] = ids(review, missing, &plan, &actual);
    let change = change.or_else(|| review.decisions.change(Subject::Pairing { client, id: pair }, None));
    pairing(review, change, [missing, extra])
}

/// Takes a pair apart.
///
/// # Errors
/// See [`Refusal`].
pub fn take_apart(review: &Review, at: DifferenceAt) -> Result<Drafted, Refusal> {
    let difference = found(review, at)?;
    let (Some(plan), Some(actual)) = (difference.plan, difference.actual) else {
        return Err(Refusal::NotPairable);
    };
    let client = difference.client;
    let subject = Subject::Pairing { client, id: difference.id.clone() };
    let change = review.decisions.change(subject, Some(Value::Apart));
    // They were taken apart before and joined since: that ends.
    let [_, missing, _] = ids(review, difference, &plan, &actual);
    let change = change.or_else(|| review.decisions.change(Subject::Pairing { client, id: missing }, None));
    pairing(review, change, [difference, difference])
}

fn found(review: &Review, at: DifferenceAt) -> Result<&Difference, Refusal> {
    review.difference(at).ok_or_else(|| Refusal::Vanished(String::new()))
}

/// Ids of two rows as a pair, and of each alone.
fn ids(review: &Review, whose: &Difference, plan: &PlacedRow, actual: &PlacedRow) -> [String; 3] {
    let month = &review.month;
    let plan = RowRef::new(plan.file, &plan.row, month.detail_of(plan));
    let actual = RowRef::new(actual.file, &actual.row, month.detail_of(actual));
    pair_ids(whose.client, whose.provider, plan, actual)
}

/// A pairing ends what was decided about the differences that it makes vanish.
fn pairing(review: &Review, change: Option<Change>, ended: [&Difference; 2]) -> Result<Drafted, Refusal> {
    let mut open = Open::new(review)?;
    let [first, second] = ended;
    let client = first.client;
    if !open.takes(client) {
        return Err(Refusal::Fixed(client));
    }
    let mut changes: Vec<Change> = change.into_iter().collect();
    for difference in std::iter::once(first).chain((second.id != first.id).then_some(second)) {
        let subject = Subject::Difference { client, id: difference.id.clone() };
        changes.extend(review.decisions.change(subject, None));
    }
    open.draft(Deed::Decide, changes, "")
}
