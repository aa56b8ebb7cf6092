//! 取扱件数 of the own office: who counts, 常勤換算, the tier of every client, and what one client more or less does.
//!
//! Tiers (逓減制) are of the office as a whole: the order of its clients decides, not whose clients they are. Per care
//! manager the same numbers are told beside it, because the work is spread unevenly.

pub mod concentration;
mod margin;
mod months;
mod order;
mod series;
mod staff;
#[cfg(test)]
mod tests;

pub use margin::{Margin, Margins};
pub use months::{MonthCount, MonthsAsked, judged, plan_counts};
pub use order::ClientTier;
pub use series::{Series, SeriesPoint, series};
pub use staff::{Staff, StaffFrom};

use super::own::{Case, OwnOffice};
use super::registers::ClientEntry;
use crate::benefit::fee::{FeeFault, FullTime, Reckoning, TierCounts, Workload, readings};
use crate::benefit::limit::Maker;
use crate::benefit::rates::{FeeTier, FeeType, NotKnown, Rates, Threshold};
use crate::domain::ids::ClientKey;
use crate::domain::level::CareLevel;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// As what a client counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseSort {
    /// 居宅介護支援 with 給付管理: one case.
    Care,
    /// The office's own 介護予防支援: a third.
    PreventionOwn,
    /// 介護予防支援 entrusted by 地域包括支援センター (委託): a third. It is that centre that makes the 給付管理票, so a client
    /// of the month counts whether the office has one or not.
    PreventionEntrusted,
    /// 介護予防支援 in an area named by the minister: not counted.
    NamedArea,
    /// 介護予防ケアマネジメント (総合事業): not counted.
    Management,
    /// No 給付管理票: not counted.
    NoSlip,
    /// With a 給付管理票, but without a level at this insurer on the last day (moved away): not counted here.
    GoneAtEnd,
    /// The office of 小規模多機能 makes the 給付管理票: not counted.
    Multifunctional,
    /// No level in the month: not counted.
    NoLevel,
}

impl CaseSort {
    /// As what a client counts, with what the register says of the client.
    pub(super) fn of(case: &Case, entry: Option<&ClientEntry>) -> Self {
        match case.maker {
            None => Self::NoLevel,
            Some(Maker::Multifunctional) => Self::Multifunctional,
            Some(Maker::PreventionManagement) => Self::Management,
            Some(Maker::CareSupport) if !case.has_slip => Self::NoSlip,
            Some(Maker::CareSupport) => case.level.map_or(Self::GoneAtEnd, |_| Self::Care),
            Some(Maker::PreventionSupport) => {
                let is_entrusted = entry.is_some_and(|entry| entry.entrusted_by.is_some());
                if !is_entrusted && !case.has_slip {
                    Self::NoSlip
                } else if case.level.is_none() {
                    Self::GoneAtEnd
                } else if entry.is_some_and(|entry| entry.in_named_area) {
                    Self::NamedArea
                } else if is_entrusted {
                    Self::PreventionEntrusted
                } else {
                    Self::PreventionOwn
                }
            }
        }
    }
}

/// Clients by sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseCounts(BTreeMap<CaseSort, u32>);

impl CaseCounts {
    fn add(&mut self, sort: CaseSort) {
        *self.0.entry(sort).or_default() += 1;
    }

    /// Clients of a sort.
    pub fn of(&self, sort: CaseSort) -> u32 {
        self.0.get(&sort).copied().unwrap_or_default()
    }

    /// Every sort with clients.
    pub fn iter(&self) -> impl Iterator<Item = (CaseSort, u32)> {
        self.0.iter().map(|(sort, clients)| (*sort, *clients))
    }

    /// All clients.
    pub fn total(&self) -> u32 {
        self.0.values().sum()
    }

    fn workload(&self, staff: FullTime) -> Workload {
        Workload {
            care: self.of(CaseSort::Care),
            prevention_own: self.of(CaseSort::PreventionOwn),
            prevention_entrusted: self.of(CaseSort::PreventionEntrusted),
            staff,
        }
    }
}

/// The workload of the office in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeWorkload {
    /// 居宅介護支援費 (Ⅰ) or (Ⅱ); (Ⅰ) while no terms are entered, which is noted.
    pub fee_type: FeeType,
    /// Borders of that type: 45 or 50, and 60.
    pub borders: Threshold,
    /// 常勤換算.
    pub staff: Staff,
    /// Clients by sort.
    pub counts: CaseCounts,
    /// 取扱件数, tiers and room below the borders in each reading; the rule in force first.
    pub readings: [Reckoning; 3],
    /// The same as if the office had the other type: what 50 instead of 45 would change, or the other way round.
    pub of_other_type: [Reckoning; 3],
    /// The counted clients of 居宅介護支援 in the order of the rule.
    pub clients: Vec<ClientTier>,
    /// Clients who were gone at the end of the month with the places they would have among the counted.
    pub gone: Vec<ClientTier>,
    /// Care managers by name; the nameless one last.
    pub managers: Vec<ManagerWorkload>,
    /// What one client more or less does to the fees; `None` when the office-wide terms cannot be computed, which is
    /// noted.
    pub margins: Option<Margins>,
    /// What a person should know.
    pub notes: Vec<WorkloadNote>,
}

/// The workload of a care manager.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManagerWorkload {
    /// Name; empty for clients of nobody.
    pub name: String,
    /// Whether the register has the name in the month.
    pub is_known: bool,
    /// Whether it is 管理者.
    pub is_head: bool,
    /// What the manager counts to 常勤換算; 0 for nobody.
    pub full_time: FullTime,
    /// Clients by sort.
    pub counts: CaseCounts,
    /// Clients of 要介護3 to 5 among those of 居宅介護支援.
    pub heavy: u32,
    /// As if the manager were an office of one; `None` for nobody. Tiers of the fee are not these.
    pub readings: Option<[Reckoning; 3]>,
    /// Tiers that the manager's clients have, in the order of the whole office.
    pub tiers: TierCounts,
}

/// What a person should know of a workload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkloadNote {
    /// No terms are entered for the month: counted as (Ⅰ), without office-wide additions.
    NoTerms,
    /// A care manager of plans is not in the register of the month and counts as 1.0.
    UnknownManager(String),
    /// A care manager of the register has no 常勤換算 and counts as 1.0.
    NoFullTime(String),
    /// So many clients have no care manager.
    NoManager(u32),
    /// So many clients of 居宅介護支援 have no day of contract in the register: they stand last in the order.
    NoContractDate(u32),
    /// So many clients were gone at the end of the month and are not counted.
    GoneAtEnd(u32),
    /// A name of the terms is in no table of the month.
    UnknownTerm(String),
    /// The unit price of the own office is not known, so yen are left empty.
    NoPrice(NotKnown),
    /// The office-wide terms cannot be computed.
    Terms(FeeFault),
}

/// The workload of an office: every client of the month is given once.
///
/// # Errors
/// When the month lies outside the rate tables, or a client of 居宅介護支援 has a level that is not 要介護.
pub fn of_office(own: &OwnOffice<'_>, cases: &[Case]) -> Result<OfficeWorkload, NotKnown> {
    let (rates, month, policy) = (Rates::built_in(), own.month, own.policy);
    let mut notes = Vec::new();
    let fee_type = own.terms().map_or(FeeType::One, |terms| terms.fee_type);
    if own.terms().is_none() {
        notes.push(WorkloadNote::NoTerms);
    }
    let sorts: Vec<CaseSort> =
        cases.iter().map(|case| CaseSort::of(case, own.registers.client(case.client))).collect();
    let mut counts = CaseCounts::default();
    for sort in &sorts {
        counts.add(*sort);
    }
    let roll = staff::roll(own, cases, &mut notes);
    let staff = staff::of_office(own, &roll);
    let work = counts.workload(staff.full_time);
    let (clients, gone) = order::order(own, cases, &sorts, fee_type, &work, &mut notes)?;
    let managers = managers(own, cases, &sorts, &roll, fee_type, &clients)?;
    let margins = margin::margins(own, fee_type, &clients, &work, &mut notes);
    Ok(OfficeWorkload {
        fee_type,
        borders: rates.fee_threshold(fee_type, month)?,
        staff,
        counts,
        readings: readings(&work, fee_type, month, policy, rates)?,
        of_other_type: readings(&work, other(fee_type), month, policy, rates)?,
        clients,
        gone,
        managers,
        margins,
        notes,
    })
}

/// 要介護3 to 5 have a higher fee than 要介護1 and 2.
fn is_heavy(level: CareLevel) -> bool {
    level >= CareLevel::Care3
}

fn other(fee_type: FeeType) -> FeeType {
    match fee_type {
        FeeType::One => FeeType::Two,
        FeeType::Two => FeeType::One,
    }
}

fn managers(
    own: &OwnOffice<'_>,
    cases: &[Case],
    sorts: &[CaseSort],
    roll: &staff::Roll,
    fee_type: FeeType,
    clients: &[ClientTier],
) -> Result<Vec<ManagerWorkload>, NotKnown> {
    let tiers: FxHashMap<ClientKey, FeeTier> =
        clients.iter().map(|client| (client.client, client.tier)).collect();
    let mut of: BTreeMap<&str, (CaseCounts, TierCounts, u32)> =
        roll.people.keys().map(|name| (name.as_str(), Default::default())).collect();
    for (case, sort) in cases.iter().zip(sorts) {
        let (counts, of_tiers, heavy) = of.entry(roll.spelled(own.manager_of(case))).or_default();
        counts.add(*sort);
        *heavy += u32::from(*sort == CaseSort::Care && case.level.is_some_and(is_heavy));
        match tiers.get(&case.client) {
            Some(FeeTier::First) => of_tiers.first += 1,
            Some(FeeTier::Second) => of_tiers.second += 1,
            Some(FeeTier::Third) => of_tiers.third += 1,
            None => {}
        }
    }
    let mut managers = Vec::with_capacity(of.len());
    for (name, (counts, tiers, heavy)) in of {
        let person = roll.people.get(name);
        let full_time = person.map_or(FullTime::from_tenths(0), |person| person.full_time);
        let work = counts.workload(full_time);
        let read = || readings(&work, fee_type, own.month, own.policy, Rates::built_in());
        managers.push(ManagerWorkload {
            name: name.to_owned(),
            is_known: person.is_some_and(|person| person.is_known),
            is_head: person.is_some_and(|person| person.is_head),
            full_time,
            counts,
            heavy,
            readings: person.map(|_| read()).transpose()?,
            tiers,
        });
    }
    managers.sort_by(|a, b| (a.name.is_empty(), &a.name).cmp(&(b.name.is_empty(), &b.name)));
    Ok(managers)
}

impl OfficeWorkload {
    /// The tier of a client's fee; of one who was gone at the end of the month that of the place the client would have.
    pub fn tiers(&self) -> FxHashMap<ClientKey, FeeTier> {
        self.gone.iter().chain(&self.clients).map(|client| (client.client, client.tier)).collect()
    }

    /// Clients of 要介護3 to 5 among those of 居宅介護支援.
    pub fn heavy(&self) -> u32 {
        let heavy = self.clients.iter().filter(|client| client.level.is_some_and(is_heavy)).count();
        u32::try_from(heavy).unwrap_or(u32::MAX)
    }

    /// Whether 常勤換算 of a care manager, or without a name of the office, is one that nobody entered.
    pub fn is_assumed(&self, manager: Option<&str>) -> bool {
        let is_of = |name: &String| match manager {
            Some(manager) => name == manager,
            None => self.staff.from == StaffFrom::Managers,
        };
        self.notes.iter().any(|note| match note {
            WorkloadNote::UnknownManager(name) | WorkloadNote::NoFullTime(name) => is_of(name),
            _ => false,
        })
    }

    /// 取扱件数 per 常勤換算 1.0 in tenths, cut off, as the rule in force reads it; `None` without staff.
    pub fn per_head_tenths(&self) -> Option<u32> {
        let [in_force, ..] = &self.readings;
        per_head_tenths(in_force, self.staff.full_time)
    }
}

/// 取扱件数 per 常勤換算 1.0 in tenths, cut off; `None` without staff.
pub fn per_head_tenths(reckoning: &Reckoning, staff: FullTime) -> Option<u32> {
    let tenths = u32::from(staff.tenths());
    (tenths > 0).then(|| reckoning.cases_x3.saturating_mul(100) / (3 * tenths))
}
