//! The month of the own office: its workload, its claims, and how far each claim is.

use super::{Case, OwnOffice, cases};
use crate::app::decisions::Decisions;
use crate::app::fee::{FeeCase, FeeEntry, FeeState, Fees, of_clients, state};
use crate::app::tally::{ClientSlip, Tally};
use crate::app::workload::{OfficeWorkload, of_office};
use crate::benefit::rates::NotKnown;
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;

/// The month of the own office.
#[derive(Clone, Debug)]
pub struct OwnMonth {
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// Its clients.
    pub cases: Vec<Case>,
    /// 取扱件数 and tiers.
    pub workload: OfficeWorkload,
    /// The claims.
    pub fees: Fees,
    /// How far each claim is, in the order of [`Fees::entries`].
    pub states: Vec<FeeState>,
}

impl OwnMonth {
    /// Works everything out from the slips of the month; `window` is the 処理対象年月.
    ///
    /// # Errors
    /// When the month lies outside the rate tables.
    pub fn of(
        own: &OwnOffice<'_>,
        tally: &Tally,
        decisions: &Decisions,
        window: ServiceMonth,
    ) -> Result<Self, NotKnown> {
        let (cases, slips): (Vec<Case>, Vec<&ClientSlip>) =
            cases::cases(tally, own.number).into_iter().unzip();
        let workload = of_office(own, &cases)?;
        let both = cases.iter().zip(&slips);
        let of_fee: Vec<FeeCase<'_>> =
            both.map(|(case, slip)| FeeCase { case, person: &slip.person }).collect();
        let fees = of_clients(own, &of_fee, &workload);
        let states = fees.entries.iter().map(|entry| {
            let slip = tally.slip(entry.position as usize);
            state(entry, slip.map(|slip| slip.state), decisions.client(entry.client), window)
        });
        let states = states.collect();
        Ok(Self { month: own.month, cases, workload, fees, states })
    }

    /// Each claim with how far it is.
    pub fn entries(&self) -> impl Iterator<Item = (&FeeEntry, FeeState)> {
        self.fees.entries.iter().zip(self.states.iter().copied())
    }

    /// Claims to be written now. `is_all`: those too that were written for the window before; `again`: clients who are
    /// claimed whatever was sent before, because the claim was returned.
    pub fn to_write(&self, is_all: bool, again: &[ClientKey]) -> Vec<&FeeEntry> {
        let is_wanted = |(entry, state): &(&FeeEntry, FeeState)| match state {
            FeeState::Ready => true,
            FeeState::Written | FeeState::Changed => is_all || again.contains(&entry.client),
            FeeState::Claimed { .. } => entry.slip.is_some() && again.contains(&entry.client),
            FeeState::Open | FeeState::Waits(_) | FeeState::Nothing => false,
        };
        self.entries().filter(is_wanted).map(|(entry, _)| entry).collect()
    }

    /// The case of a client.
    pub fn case(&self, client: ClientKey) -> Option<&Case> {
        self.cases.iter().find(|case| case.client == client)
    }
}
