//! The clients of 居宅介護支援 in the order of 逓減制.

use super::{CaseSort, WorkloadNote};
use crate::app::own::{Case, OwnOffice};
use crate::benefit::fee::{CareCase, Workload, tier_at, tiers};
use crate::benefit::rates::{FeeTier, FeeType, NotKnown, Rates};
use crate::domain::ids::ClientKey;
use crate::domain::level::CareLevel;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

/// A client in the order of 逓減制.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientTier {
    /// Whose.
    pub client: ClientKey,
    /// Position among the clients of the month.
    pub position: u32,
    /// Place among the clients of 居宅介護支援, from 1; of one who was gone at the end of the month the place the client
    /// would have.
    pub place: u32,
    /// The tier.
    pub tier: FeeTier,
    /// Level on the last day; `None` for one who was gone.
    pub level: Option<CareLevel>,
    /// Day of the contract; clients without one stand last.
    pub contract_on: Option<NaiveDate>,
}

/// Who it is: the client, and where the case stands.
type Id = (ClientKey, usize);

/// The counted clients in their order, and those who were gone at the end of the month.
pub(super) fn order(
    own: &OwnOffice<'_>,
    cases: &[Case],
    sorts: &[CaseSort],
    fee_type: FeeType,
    work: &Workload,
    notes: &mut Vec<WorkloadNote>,
) -> Result<(Vec<ClientTier>, Vec<ClientTier>), NotKnown> {
    let contract = |case: &Case| own.registers.client(case.client).and_then(|entry| entry.contract_on);
    let of_sort = |sort: CaseSort| {
        let all = cases.iter().zip(sorts).enumerate();
        all.filter(move |(_, (_, own))| **own == sort).map(|(at, (case, _))| (at, case))
    };
    let (mut care, mut known) = (Vec::new(), FxHashMap::default());
    for (at, case) in of_sort(CaseSort::Care) {
        let Some(level) = case.level else { continue };
        let contract_on = contract(case);
        let id: Id = (case.client, at);
        care.push(CareCase { id, contract: contract_on.unwrap_or(NaiveDate::MAX), level });
        known.insert(id, (case.position, level, contract_on));
    }
    let undated = known.values().filter(|(_, _, contract_on)| contract_on.is_none()).count();
    if undated > 0 {
        notes.push(WorkloadNote::NoContractDate(u32::try_from(undated).unwrap_or(u32::MAX)));
    }
    let prevention = work.prevention_own + work.prevention_entrusted;
    let found = tiers(&care, prevention, work.staff, fee_type, own.month, own.policy, Rates::built_in())?;
    let in_order = found.into_iter().filter_map(|tiered| {
        let (position, level, contract_on) = known.get(&tiered.id).copied()?;
        let (client, place, tier) = (tiered.id.0, tiered.position, tiered.tier);
        Some(ClientTier { client, position, place, tier, level: Some(level), contract_on })
    });
    let counted: Vec<ClientTier> = in_order.collect();
    let borders = Rates::built_in().fee_threshold(fee_type, own.month)?;
    let thirds = own.policy.thirds.of(prevention);
    let gone = of_sort(CaseSort::GoneAtEnd).map(|(_, case)| {
        let contract_on = contract(case);
        let place = place_of(contract_on, &counted);
        let tier = tier_at(thirds, place, work.staff, &borders);
        ClientTier { client: case.client, position: case.position, place, tier, level: None, contract_on }
    });
    let gone: Vec<ClientTier> = gone.collect();
    if !gone.is_empty() {
        notes.push(WorkloadNote::GoneAtEnd(u32::try_from(gone.len()).unwrap_or(u32::MAX)));
    }
    Ok((counted, gone))
}

/// The place of somebody with a contract of a day: behind all older contracts.
fn place_of(contract_on: Option<NaiveDate>, counted: &[ClientTier]) -> u32 {
    let day = contract_on.unwrap_or(NaiveDate::MAX);
    let older = counted.partition_point(|client| client.contract_on.unwrap_or(NaiveDate::MAX) < day);
    u32::try_from(older + 1).unwrap_or(u32::MAX)
}
