//! What one client more or less earns or costs the office.

use super::{ClientTier, WorkloadNote, is_heavy};
use crate::app::own::{FeeKind, OwnOffice};
use crate::benefit::fee::{FeeBase, FeeInput, Workload, claim, tier_at};
use crate::benefit::money::{UnitPrice, Units, Yen};
use crate::benefit::rates::{FeeTier, FeeType, Rates, Threshold};
use crate::domain::level::CareLevel;
use rustc_hash::FxHashMap;

/// 要介護1 and 2 have one fee, 要介護3 to 5 another: a level of each.
const GROUPS: [CareLevel; 2] = [CareLevel::Care1, CareLevel::Care3];

/// Every level that has 居宅介護支援費.
const LEVELS: [CareLevel; 5] =
    [CareLevel::Care1, CareLevel::Care2, CareLevel::Care3, CareLevel::Care4, CareLevel::Care5];

/// What one client more or less does: the fees of all clients with the office-wide additions, 処遇改善加算 included; what
/// single clients have beside that does not depend on tiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margins {
    /// One more client with the newest contract, of 要介護1-2 and of 要介護3-5. Nobody else's tier changes.
    pub one_more: [Margin; 2],
    /// The newest client of 要介護1-2 and of 要介護3-5 leaves; `None` when there is none. Those behind move up.
    pub one_fewer: [Option<Margin>; 2],
    /// One more client of 介護予防支援 counts a third at the head and may push others over a border; the fee of that client
    /// is not in it.
    pub one_more_prevention: Margin,
}

/// A difference of the fees of the whole office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margin {
    /// Tier of the client who comes or leaves; `None` for 介護予防支援, which has none.
    pub tier: Option<FeeTier>,
    /// Other clients whose tier changes.
    pub moved: u32,
    /// Difference of units.
    pub units: Units,
    /// Difference of yen; `None` while the unit price of the office is not known.
    pub yen: Option<Yen>,
}

impl Margin {
    const NOTHING: Self = Self { tier: None, moved: 0, units: 0, yen: Some(0) };

    fn add(&mut self, fee: Fee, sign: i64) {
        self.units += sign * fee.units;
        self.yen = self.yen.zip(fee.yen).map(|(sum, yen)| sum + sign * yen);
    }
}

/// A client's fee with what all clients have.
#[derive(Clone, Copy)]
struct Fee {
    units: Units,
    yen: Option<Yen>,
}

/// Fees by tier and level, and how tiers are found.
struct Table {
    fees: FxHashMap<(FeeTier, CareLevel), Fee>,
    thirds: u32,
    work: Workload,
    borders: Threshold,
}

impl Table {
    fn tier(&self, place: u32) -> FeeTier {
        self.tier_behind(self.thirds, place)
    }

    fn tier_behind(&self, thirds: u32, place: u32) -> FeeTier {
        tier_at(thirds, place, self.work.staff, &self.borders)
    }

    fn fee(&self, tier: FeeTier, level: CareLevel) -> Fee {
        self.fees.get(&(tier, level)).copied().unwrap_or(Fee { units: 0, yen: None })
    }
}

pub(super) fn margins(
    own: &OwnOffice<'_>,
    fee_type: FeeType,
    clients: &[ClientTier],
    work: &Workload,
    notes: &mut Vec<WorkloadNote>,
) -> Option<Margins> {
    let table = table(own, fee_type, work, notes)?;
    let newest = u32::try_from(clients.len()).unwrap_or(u32::MAX).saturating_add(1);
    let one_more = GROUPS.map(|level| {
        let tier = table.tier(newest);
        let mut margin = Margin { tier: Some(tier), ..Margin::NOTHING };
        margin.add(table.fee(tier, level), 1);
        margin
    });
    let prevention = work.prevention_own + work.prevention_entrusted;
    let behind = own.policy.thirds.of(prevention + 1);
    let pushed = |client: &ClientTier| table.tier_behind(behind, client.place);
    Some(Margins {
        one_more,
        one_fewer: GROUPS.map(|group| one_fewer(&table, clients, group)),
        one_more_prevention: shifted(&table, Margin::NOTHING, clients, pushed),
    })
}

/// The newest client of a group of levels leaves.
fn one_fewer(table: &Table, clients: &[ClientTier], group: CareLevel) -> Option<Margin> {
    let is_of_group =
        |client: &ClientTier| client.level.is_some_and(|level| is_heavy(level) == is_heavy(group));
    let at = clients.iter().rposition(is_of_group)?;
    let (left, behind) = clients.get(at..)?.split_first()?;
    let mut margin = Margin { tier: Some(left.tier), ..Margin::NOTHING };
    margin.add(table.fee(left.tier, left.level?), -1);
    Some(shifted(table, margin, behind, |client| table.tier(client.place - 1)))
}

/// Adds what clients earn more or less in other tiers.
fn shifted(
    table: &Table,
    mut margin: Margin,
    clients: &[ClientTier],
    tier: impl Fn(&ClientTier) -> FeeTier,
) -> Margin {
    for client in clients {
        let (Some(level), now) = (client.level, tier(client)) else { continue };
        if now != client.tier {
            margin.moved += 1;
            margin.add(table.fee(client.tier, level), -1);
            margin.add(table.fee(now, level), 1);
        }
    }
    margin
}

/// Fees of all tiers and levels with the office-wide terms.
fn table(
    own: &OwnOffice<'_>,
    fee_type: FeeType,
    work: &Workload,
    notes: &mut Vec<WorkloadNote>,
) -> Option<Table> {
    let rates = Rates::built_in();
    let wide = own.office_wide(FeeKind::Care);
    notes.extend(wide.unknown.iter().cloned().map(WorkloadNote::UnknownTerm));
    let price = own.price(FeeKind::Care).map(|(price, _)| price);
    if let Err(gap) = &price {
        notes.push(WorkloadNote::NoPrice(gap.clone()));
    }
    let mut input = FeeInput {
        month: own.month,
        base: FeeBase::AdditionsOnly { fee_type },
        factors: wide.factors,
        additions: wide.additions,
        has_treatment: own.terms().is_some_and(|terms| terms.has_treatment),
        price: price.clone().unwrap_or(UnitPrice::from_hundredths(0)),
    };
    let mut fees = FxHashMap::default();
    for tier in [FeeTier::First, FeeTier::Second, FeeTier::Third] {
        for level in LEVELS {
            input.base = FeeBase::Care { fee_type, tier, level };
            match claim(&input, rates) {
                Ok(claim) => {
                    let yen = price.is_ok().then_some(claim.yen);
                    fees.insert((tier, level), Fee { units: claim.total, yen });
                }
                Err(fault) => {
                    notes.push(WorkloadNote::Terms(fault));
                    return None;
                }
            }
        }
    }
    let thirds = own.policy.thirds.of(work.prevention_own + work.prevention_entrusted);
    let borders = rates.fee_threshold(fee_type, own.month).ok()?;
    Some(Table { fees, thirds, work: *work, borders })
}
