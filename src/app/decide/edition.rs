//! The edition of the standard that is written to a provider.

use super::{Drafted, Refusal};
use crate::app::review::Review;
use crate::domain::decision::{Subject, Value};
use crate::domain::event::{Deed, Draft};
use crate::domain::ids::OfficeNumber;
use crate::format::exchange::Edition;

/// Says which edition a provider's software reads, for every month; `None` leaves it to what the provider itself sends.
///
/// # Errors
/// [`Refusal::UnknownProvider`] for an office that serves nobody in this month, [`Refusal::Nothing`].
pub fn edition(
    review: &Review,
    provider: OfficeNumber,
    edition: Option<Edition>,
) -> Result<Drafted, Refusal> {
    let value = edition.map(|edition| Value::Text { text: edition.name().to_owned() });
    if value.is_some() && !serves(review, provider) {
        return Err(Refusal::UnknownProvider(provider));
    }
    let change = review.decisions.change(Subject::Edition { provider }, value).ok_or(Refusal::Nothing)?;
    let draft = Draft { month: None, deed: Deed::Register, changes: vec![change], reason: String::new() };
    Ok(Drafted { draft, skipped: Vec::new() })
}

fn serves(review: &Review, provider: OfficeNumber) -> bool {
    (0..review.month.clients.len())
        .any(|client| review.cells_of(client).any(|cell| cell.provider == provider))
}
