//! How much one key decides: a day, a line, a provider of a client, a provider across clients.

use super::is_untouched;
use crate::app::review::{DifferenceAt, Review};
use crate::domain::difference::Difference;

/// What is taken together with a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The client's differences of the day.
    Day,
    /// The same service of the client at the same time (a line of the サービス利用票).
    Line,
    /// The same provider and kind of the client.
    ProviderOfClient,
    /// The whole client.
    Client,
    /// The same provider and kind of every client.
    Provider,
    /// The same provider and class of difference of every client.
    ProviderAndClass,
}

impl Level {
    /// Every level, the smallest first.
    pub const ALL: [Level; 6] = [
        Level::Day,
        Level::Line,
        Level::ProviderOfClient,
        Level::Client,
        Level::Provider,
        Level::ProviderAndClass,
    ];

    /// Whether it reaches beyond the client that the person is looking at.
    pub fn is_across_clients(self) -> bool {
        matches!(self, Level::Provider | Level::ProviderAndClass)
    }

    fn takes(self, one: &Difference, other: &Difference) -> bool {
        let is_client = one.client == other.client;
        let is_group = (one.provider, one.kind) == (other.provider, other.kind);
        match self {
            Level::Day => is_client && day(one) == day(other),
            Level::Line => is_client && is_group && line(one) == line(other),
            Level::ProviderOfClient => is_client && is_group,
            Level::Client => is_client,
            Level::Provider => is_group,
            Level::ProviderAndClass => is_group && one.class == other.class,
        }
    }
}

fn day(difference: &Difference) -> Option<u8> {
    difference.plan.or(difference.actual).map(|placed| placed.row.day)
}

fn line(difference: &Difference) -> impl PartialEq + use<> {
    let row = difference.plan.or(difference.actual).map(|placed| placed.row);
    row.map(|row| (row.code, row.start, row.end))
}

/// The differences that a level takes together with one, those about which nothing was decided yet; the one itself
/// whatever was decided.
pub fn select(review: &Review, at: DifferenceAt, level: Level) -> Vec<DifferenceAt> {
    let Some(one) = review.difference(at) else { return Vec::new() };
    let clients = match usize::try_from(at.client) {
        Ok(client) if !level.is_across_clients() => client..client + 1,
        _ => 0..review.month.comparisons.len(),
    };
    let mut out = Vec::new();
    for client in clients {
        let Some(comparison) = review.month.comparisons.get(client) else { continue };
        for (other, place) in comparison.differences.iter().zip(0..) {
            let place = DifferenceAt { client: u32::try_from(client).unwrap_or(u32::MAX), at: place };
            if level.takes(one, other) && (place == at || is_untouched(review, place)) {
                out.push(place);
            }
        }
    }
    out
}
