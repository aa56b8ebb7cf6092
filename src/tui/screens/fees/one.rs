//! A client of the list: with a claim, or left out.

use crate::app::fee::{FeeEntry, FeeState, LeftOut};
use crate::app::own::{Case, OwnMonth};
use crate::domain::ids::ClientKey;
use crate::domain::level::CareLevel;
use crate::tui::parts::fee::{FeeStanding, STANDINGS};

/// A client of the own office.
#[derive(Clone, Copy, Debug)]
pub(super) enum One<'a> {
    /// The claim and how far it is.
    Claim(&'a FeeEntry, FeeState),
    /// Why there is none.
    LeftOut(&'a LeftOut),
}

impl<'a> One<'a> {
    /// Position among the clients of the month.
    pub(super) fn position(self) -> u32 {
        match self {
            One::Claim(entry, _) => entry.position,
            One::LeftOut(left) => left.position,
        }
    }

    pub(super) fn client(self) -> ClientKey {
        match self {
            One::Claim(entry, _) => entry.client,
            One::LeftOut(left) => left.client,
        }
    }

    pub(super) fn standing(self) -> FeeStanding {
        match self {
            One::Claim(_, state) => FeeStanding::Claim(state),
            One::LeftOut(left) => FeeStanding::LeftOut(left.why),
        }
    }

    /// 請求額, as far as it can be computed.
    pub(super) fn yen(self) -> Option<i64> {
        match self {
            One::Claim(entry, _) => entry.claim.as_ref().ok().map(|claim| claim.yen),
            One::LeftOut(_) => None,
        }
    }

    /// Code of the level that is claimed, else of the last day of the month.
    pub(super) fn level(self, own: &'a OwnMonth) -> Option<&'static str> {
        let record = match self {
            One::Claim(entry, _) => entry.slip.as_ref(),
            One::LeftOut(_) => None,
        };
        record
            .map(|record| record.level.code())
            .or_else(|| case_of(own, self.position())?.level.map(CareLevel::code))
    }
}

/// Every client of the own office. The claims, and those who are left out, are in the order of the month's clients.
pub(super) fn ones(own: &OwnMonth) -> impl Iterator<Item = One<'_>> {
    let claims = own.entries().map(|(entry, state)| One::Claim(entry, state));
    claims.chain(own.fees.left_out.iter().map(One::LeftOut))
}

/// The client at a position of the month.
pub(super) fn one_at(own: &OwnMonth, position: u32) -> Option<One<'_>> {
    let (fees, states) = (&own.fees, &own.states);
    if let Ok(at) = fees.entries.binary_search_by_key(&position, |entry| entry.position) {
        return Some(One::Claim(fees.entries.get(at)?, *states.get(at)?));
    }
    let at = fees.left_out.binary_search_by_key(&position, |left| left.position).ok()?;
    fees.left_out.get(at).map(One::LeftOut)
}

/// What the workload knows of a client.
pub(super) fn case_of(own: &OwnMonth, position: u32) -> Option<&Case> {
    let at = own.cases.binary_search_by_key(&position, |case| case.position).ok()?;
    own.cases.get(at)
}

/// 担当ケアマネ; empty for nobody.
pub(super) fn manager_of<'a>(own: &'a OwnMonth, one: One<'_>) -> &'a str {
    case_of(own, one.position()).map_or("", |case| case.manager.as_str())
}

/// How many clients are in each of [`STANDINGS`].
pub(super) fn counts(own: &OwnMonth) -> [u32; STANDINGS.len()] {
    let mut counts = [0; STANDINGS.len()];
    for one in ones(own) {
        if let Some(count) = counts.get_mut(one.standing().place()) {
            *count += 1;
        }
    }
    counts
}
