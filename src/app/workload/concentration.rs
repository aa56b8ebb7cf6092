//! 特定事業所集中減算: how many plans name the offices of one corporation (法人), over a judging period.
//!
//! The months are counted one by one and added up. The calculation is to be kept for two years also when no share is
//! over, so the counts of every corporation stay in it.

use crate::app::registers::Registers;
use crate::benefit::fee::{
    ConcentrationShare, Judgement, KindPlans, ValidReason, judged_in, share, valid_reasons,
};
use crate::benefit::rates::{ConcentrationRow, NotKnown, Rates};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::month::{Day, ServiceMonth};
use std::collections::{BTreeMap, BTreeSet};

/// Day of the month after the judging period by which the calculation is to be filed.
const FILE_BY: u8 = 15;

/// Who is behind a service office.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Corporation {
    /// The corporation of the register.
    Named(String),
    /// An office without a corporation in the register counts as one of its own.
    Unknown(OfficeNumber),
}

/// Kinds that are judged as one: a single kind, or those that may be counted together (15 and 78).
pub type Kinds = Vec<ServiceKind>;

/// Plans of a month, or the sum of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanCounts {
    /// All plans of the office.
    pub plans: u32,
    /// Plans that name a kind, by kinds judged as one.
    pub kinds: BTreeMap<Kinds, CorporationCounts>,
}

/// Plans that name a kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorporationCounts {
    /// Plans that name the kind at all.
    pub plans: u32,
    /// Plans that name each corporation. A plan that names two counts for both.
    pub of: BTreeMap<Corporation, u32>,
}

impl CorporationCounts {
    /// The corporation that most plans name; of equals the first by name.
    pub fn top(&self) -> Option<(&Corporation, u32)> {
        let most = self.of.values().copied().max()?;
        self.of.iter().find(|(_, plans)| **plans == most).map(|(corporation, plans)| (corporation, *plans))
    }
}

/// Counts the plans of a month: of each client of 居宅介護支援 the offices and kinds that the plan names, in any order and
/// as often as they stand there.
///
/// # Errors
/// When the month lies outside the rate tables.
pub fn count<'p>(
    month: ServiceMonth,
    plans: impl IntoIterator<Item = &'p [(OfficeNumber, ServiceKind)]>,
    registers: &Registers,
) -> Result<PlanCounts, NotKnown> {
    let groups = groups(Rates::built_in().concentration(month)?);
    let mut known: BTreeMap<OfficeNumber, Corporation> = BTreeMap::new();
    let mut counts = PlanCounts::default();
    for plan in plans {
        counts.plans += 1;
        for group in &groups {
            let named: BTreeSet<OfficeNumber> =
                plan.iter().filter(|(_, kind)| group.contains(kind)).map(|(office, _)| *office).collect();
            if named.is_empty() {
                continue;
            }
            for office in &named {
                known.entry(*office).or_insert_with(|| corporation(*office, registers));
            }
            let corporations: BTreeSet<&Corporation> =
                named.iter().filter_map(|office| known.get(office)).collect();
            let of_group = counts.kinds.entry(group.clone()).or_default();
            of_group.plans += 1;
            for corporation in corporations {
                *of_group.of.entry(corporation.clone()).or_default() += 1;
            }
        }
    }
    Ok(counts)
}

fn corporation(office: OfficeNumber, registers: &Registers) -> Corporation {
    let entered = registers.provider(office).and_then(|provider| provider.corporation.as_deref());
    match entered.map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => Corporation::Named(name.to_owned()),
        None => Corporation::Unknown(office),
    }
}

/// Every judged kind, and those together that may be.
fn groups(rule: &ConcentrationRow) -> Vec<Kinds> {
    let single = rule.kinds.iter().map(|kind| vec![*kind]);
    single.chain((rule.together.len() > 1).then(|| rule.together.clone())).collect()
}

/// A judging period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concentration {
    /// The period and the months to which its reduction applies.
    pub period: Judgement,
    /// By when the calculation is to be filed.
    pub file_by: Day,
    /// Months of the period of which counts were given.
    pub months: Vec<ServiceMonth>,
    /// Months of the period without counts: shares may still change.
    pub missing: Vec<ServiceMonth>,
    /// Counts of the months, added up.
    pub sum: PlanCounts,
    /// Judged kinds that any plan names.
    pub kinds: Vec<KindShare>,
    /// Offices without a corporation in the register that a judged kind names.
    pub unknown: Vec<OfficeNumber>,
}

/// The share of a kind, or of kinds counted together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindShare {
    /// The kinds.
    pub kinds: Kinds,
    /// The corporation that most plans name.
    pub top: Corporation,
    /// Plans that name it, and all that name the kind.
    pub plans: KindPlans,
    /// The share.
    pub share: ConcentrationShare,
    /// Reasons that numbers show for a share that is over; without the number of offices in the area that one reason is
    /// left out.
    pub reasons: Vec<ValidReason>,
    /// Whether the number of offices of the kind in the area was given.
    pub is_area_known: bool,
}

/// Whether the office gets the reduction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// No share is over.
    NotOver,
    /// Shares are over, each with a valid reason that numbers show.
    Reasoned,
    /// A share is over without a reason that numbers show; reasons of quality, or too few offices in the area, may
    /// still be argued.
    Over,
}

/// The judging period that a month belongs to, out of counts by month; months outside it are passed over. Offices of a
/// kind in the area are given where they are known.
///
/// # Errors
/// When the period lies outside the rate tables.
pub fn judge(
    month: ServiceMonth,
    counts: &BTreeMap<ServiceMonth, PlanCounts>,
    offices_in_area: &BTreeMap<Kinds, u32>,
) -> Result<Concentration, NotKnown> {
    let period = judged_in(month);
    let rule = Rates::built_in().concentration(period.from)?;
    let (mut months, mut missing, mut sum) = (Vec::new(), Vec::new(), PlanCounts::default());
    let mut at = period.from;
    while at <= period.to {
        match counts.get(&at) {
            Some(of_month) => {
                months.push(at);
                sum.add(of_month);
            }
            None => missing.push(at),
        }
        at = at.next();
    }
    let of_months = u32::try_from(months.len()).unwrap_or(u32::MAX);
    let kinds = groups(rule).into_iter().filter_map(|group| {
        let in_area = offices_in_area.get(&group).copied();
        kind_share(group, &sum, in_area, of_months, rule)
    });
    let kinds = kinds.collect();
    let file_by = Day { month: period.to.next(), day: FILE_BY };
    let unknown = sum.unknown();
    Ok(Concentration { period, file_by, months, missing, sum, kinds, unknown })
}

fn kind_share(
    kinds: Kinds,
    sum: &PlanCounts,
    in_area: Option<u32>,
    months: u32,
    rule: &ConcentrationRow,
) -> Option<KindShare> {
    let counts = sum.kinds.get(&kinds)?;
    let (top, of_top) = counts.top()?;
    let plans = KindPlans { of_top, all: counts.plans };
    let reasons = valid_reasons(in_area.unwrap_or(u32::MAX), sum.plans, counts.plans, months, rule);
    Some(KindShare {
        top: top.clone(),
        share: share(plans, rule),
        plans,
        reasons,
        is_area_known: in_area.is_some(),
        kinds,
    })
}

impl PlanCounts {
    /// Adds the counts of another month.
    pub fn add(&mut self, other: &Self) {
        self.plans += other.plans;
        for (kinds, counts) in &other.kinds {
            let own = self.kinds.entry(kinds.clone()).or_default();
            own.plans += counts.plans;
            for (corporation, plans) in &counts.of {
                *own.of.entry(corporation.clone()).or_default() += plans;
            }
        }
    }

    fn unknown(&self) -> Vec<OfficeNumber> {
        let all = self.kinds.values().flat_map(|counts| counts.of.keys());
        let unknown = all.filter_map(|corporation| match corporation {
            Corporation::Unknown(office) => Some(*office),
            Corporation::Named(_) => None,
        });
        unknown.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

impl Concentration {
    /// Shares of 75 percent and more, and those over the border.
    pub fn warnings(&self) -> impl Iterator<Item = &KindShare> {
        self.kinds.iter().filter(|kind| kind.share.is_near)
    }

    /// Shares that count against the office: one of kinds that may be counted together does not while they are not over
    /// together, and together they do not while none is over alone.
    pub fn over(&self) -> Vec<&KindShare> {
        let together = || self.kinds.iter().filter(|kind| kind.kinds.len() > 1);
        let is_saved = |single: &KindShare| {
            let holds = |group: &&KindShare| single.kinds.iter().all(|kind| group.kinds.contains(kind));
            together().any(|group| holds(&group) && !group.share.is_over)
        };
        let single = self.kinds.iter().filter(|kind| kind.kinds.len() == 1 && kind.share.is_over);
        single.filter(|kind| !is_saved(kind)).collect()
    }

    /// Whether the office gets the reduction, as far as numbers say.
    pub fn verdict(&self) -> Verdict {
        let of = |kind: &KindShare| if kind.reasons.is_empty() { Verdict::Over } else { Verdict::Reasoned };
        self.over().into_iter().map(of).max().unwrap_or(Verdict::NotOver)
    }
}
