//! The fee of a client and month.

use crate::benefit::money::{UnitPrice, Units, Yen, cost, half_up, permille_of};
use crate::benefit::rates::{AdditionRow, Certainty, FactorRow, FeeTier, FeeType, NotKnown, Rates};
use crate::domain::ids::{ServiceCode, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;

/// Tier of 処遇改善加算 of care-management offices, which have one rate.
const ONLY_TIER: &str = "単一";

/// What the fee is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeBase {
    /// 居宅介護支援費.
    Care {
        /// (Ⅰ) or (Ⅱ).
        fee_type: FeeType,
        /// (i), (ii) or (iii).
        tier: FeeTier,
        /// Level on the last day of the month.
        level: CareLevel,
    },
    /// 介護予防支援費.
    Prevention {
        /// (Ⅰ) 地域包括支援センター, (Ⅱ) 指定居宅介護支援事業者.
        fee_type: FeeType,
    },
    /// Additions of 居宅介護支援費 without the fee itself: a month without 給付管理票, as with
    /// ターミナルケアマネジメント加算.
    AdditionsOnly {
        /// (Ⅰ) or (Ⅱ).
        fee_type: FeeType,
    },
}

impl FeeBase {
    fn kind(self) -> &'static str {
        match self {
            Self::Care { .. } | Self::AdditionsOnly { .. } => "43",
            Self::Prevention { .. } => "46",
        }
    }

    fn tier(self) -> Option<FeeTier> {
        match self {
            Self::Care { tier, .. } => Some(tier),
            Self::Prevention { .. } | Self::AdditionsOnly { .. } => None,
        }
    }

    fn fee_type(self) -> FeeType {
        match self {
            Self::Care { fee_type, .. }
            | Self::Prevention { fee_type }
            | Self::AdditionsOnly { fee_type } => fee_type,
        }
    }
}

/// A client's month as far as the fee needs it. Names are the official ones of the rate tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeInput {
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// What the fee is for.
    pub base: FeeBase,
    /// Factors in percent, in any order.
    pub factors: Vec<String>,
    /// Additions and reductions in units, and how often.
    pub additions: Vec<(String, u8)>,
    /// Whether the office has 介護職員等処遇改善加算.
    pub has_treatment: bool,
    /// Unit price of the office for kind 43 or 46.
    pub price: UnitPrice,
}

/// Units after a factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorStep {
    /// The factor.
    pub name: String,
    /// What stands for it in the name of a composite code; a factor without it has no code.
    pub mark: Option<String>,
    /// What is left, rounded half up.
    pub units: Units,
}

/// A row of the claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeItem {
    /// Name; empty for the base fee.
    pub name: String,
    /// サービスコード, where known. A base fee with factors has a code of its own, which a service code master knows.
    pub code: Option<ServiceCode>,
    /// How well the code is established.
    pub code_certainty: Certainty,
    /// Units of one time.
    pub units: Units,
    /// How often.
    pub count: u8,
}

/// The claim of a client and month: 10割給付, so the client pays nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeClaim {
    /// サービスコード of the base fee without any factor; `None` when there is no base fee.
    pub plain_code: Option<ServiceCode>,
    /// The base fee after each factor.
    pub steps: Vec<FactorStep>,
    /// Base fee and additions.
    pub items: Vec<FeeItem>,
    /// Units of all items.
    pub subtotal: Units,
    /// 介護職員等処遇改善加算 on the subtotal.
    pub treatment: Units,
    /// サービス単位数合計.
    pub total: Units,
    /// 請求金額.
    pub yen: Yen,
    /// How well the least of the rates is established.
    pub certainty: Certainty,
    /// What should be looked at.
    pub notes: Vec<FeeNote>,
}

/// What does not go together. The claim holds what was entered; a person decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeeNote {
    /// The first cannot be claimed with the second.
    NotTogether(String, String),
    /// The addition needs one of others.
    Needs(String, Vec<String>),
    /// The addition is claimed more often than it may be in a month.
    TooOften(String, u8),
    /// The addition or factor is not for this type of office.
    NotForType(String, FeeType),
    /// The factor is not for the tier of the fee and was left out.
    NotForTier(String, FeeTier),
    /// The code of the base fee is not the one of the tables, since factors change it.
    CodeNeedsMaster,
}

/// Why there is no claim.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FeeFault {
    /// Not in the tables of the month.
    #[error(transparent)]
    NotKnown(#[from] NotKnown),
    /// Two factors of the same place in the order.
    #[error("{0} and {1} exclude each other")]
    FactorsExclude(String, String),
    /// The kind of the fee cannot be written.
    #[error("no kind {0}")]
    Kind(&'static str),
}

/// Computes the fee: factors on the base in their order, additions, 処遇改善加算 on the sum, yen cut off.
///
/// # Errors
/// When something entered is not in the tables of the month, or two factors exclude each other.
pub fn claim(input: &FeeInput, rates: &Rates) -> Result<FeeClaim, FeeFault> {
    let kind = input.base.kind();
    let kind = ServiceKind::parse(kind).ok_or(FeeFault::Kind(kind))?;
    let plain = base(input, rates)?;
    let (factors, mut notes) = factors(input, kind, rates)?;
    let mut certainty =
        plain.iter().map(|base| base.certainty).chain(factors.iter().map(|row| row.certainty)).min();
    let steps = plain.iter().flat_map(|base| steps(base.units, &factors)).collect::<Vec<_>>();
    let mut items: Vec<FeeItem> = plain.iter().map(|base| base.item(&steps)).collect();
    let mut rows = Vec::new();
    for (name, count) in &input.additions {
        let row = rates.fee_addition(kind, name, input.month)?;
        certainty = Some(certainty.map_or(row.certainty, |known| known.min(row.certainty)));
        items.push(FeeItem {
            name: name.clone(),
            code: row.code,
            code_certainty: row.code_certainty(),
            units: row.units,
            count: *count,
        });
        rows.push((row, *count));
    }
    let mut certainty = certainty.unwrap_or(Certainty::Sure);
    let subtotal = items.iter().map(|item| item.units.saturating_mul(item.count.into())).sum();
    let mut treatment = 0;
    if input.has_treatment {
        let rate = rates.treatment(kind, ONLY_TIER, None, input.month)?;
        certainty = certainty.min(rate.certainty);
        treatment = permille_of(subtotal, rate.value);
    }
    notes.extend(what_does_not_go(input.base.fee_type(), &rows, &factors));
    let total = subtotal + treatment;
    let plain_code = plain.map(|base| base.code);
    let yen = cost(total, input.price);
    Ok(FeeClaim { plain_code, steps, items, subtotal, treatment, total, yen, certainty, notes })
}

/// The base fee without any factor.
struct Plain {
    code: ServiceCode,
    units: Units,
    certainty: Certainty,
    code_certainty: Certainty,
}

impl Plain {
    fn item(&self, steps: &[FactorStep]) -> FeeItem {
        FeeItem {
            name: String::new(),
            code: Some(self.code).filter(|_| steps.is_empty()),
            code_certainty: self.code_certainty,
            units: steps.last().map_or(self.units, |step| step.units),
            count: 1,
        }
    }
}

fn base(input: &FeeInput, rates: &Rates) -> Result<Option<Plain>, NotKnown> {
    Ok(match input.base {
        FeeBase::Care { fee_type, tier, level } => {
            let row = rates.care_fee(fee_type, tier, level, input.month)?;
            let (code, units, certainty) = (row.code, row.units, row.certainty);
            Some(Plain { code, units, certainty, code_certainty: certainty })
        }
        FeeBase::Prevention { fee_type } => {
            let row = rates.prevention_fee(fee_type, input.month)?;
            let certainty = row.certainty.min(row.code_certainty);
            Some(Plain { code: row.code, units: row.units, certainty, code_certainty: row.code_certainty })
        }
        FeeBase::AdditionsOnly { .. } => None,
    })
}

/// The base fee after each factor.
fn steps(base: Units, factors: &[&FactorRow]) -> Vec<FactorStep> {
    let mut units = base;
    let step = |factor: &&FactorRow| {
        units = half_up(units.saturating_mul(factor.percent.into()), 100);
        FactorStep { name: factor.name.clone(), mark: factor.mark.clone(), units }
    };
    factors.iter().map(step).collect()
}

/// Factors in the order of 算定, without those that the tier does not have; additions alone have none.
fn factors<'a>(
    input: &FeeInput,
    kind: ServiceKind,
    rates: &'a Rates,
) -> Result<(Vec<&'a FactorRow>, Vec<FeeNote>), FeeFault> {
    let (mut rows, mut notes) = (Vec::new(), Vec::new());
    let names = input.factors.iter().filter(|_| !matches!(input.base, FeeBase::AdditionsOnly { .. }));
    for name in names {
        let row = rates.fee_factor(kind, name, input.month)?;
        match input.base.tier() {
            Some(tier) if !row.tiers.is_empty() && !row.tiers.contains(&tier) => {
                notes.push(FeeNote::NotForTier(row.name.clone(), tier));
            }
            _ => rows.push(row),
        }
    }
    rows.sort_by_key(|row| row.order);
    for pair in rows.windows(2) {
        if let [first, second] = pair
            && first.order == second.order
        {
            return Err(FeeFault::FactorsExclude(first.name.clone(), second.name.clone()));
        }
    }
    Ok((rows, notes))
}

fn what_does_not_go(fee_type: FeeType, rows: &[(&AdditionRow, u8)], factors: &[&FactorRow]) -> Vec<FeeNote> {
    let mut notes = Vec::new();
    if !factors.is_empty() {
        notes.push(FeeNote::CodeNeedsMaster);
    }
    let is_for_type = |types: &[FeeType]| types.is_empty() || types.contains(&fee_type);
    for factor in factors {
        if !is_for_type(&factor.types) {
            notes.push(FeeNote::NotForType(factor.name.clone(), fee_type));
        }
    }
    for (at, (row, count)) in rows.iter().enumerate() {
        if !is_for_type(&row.types) {
            notes.push(FeeNote::NotForType(row.name.clone(), fee_type));
        }
        if *count > row.most {
            notes.push(FeeNote::TooOften(row.name.clone(), row.most));
        }
        let has = |name: &String| rows.iter().any(|(other, _)| other.name == *name);
        if !row.needs.is_empty() && !row.needs.iter().any(has) {
            notes.push(FeeNote::Needs(row.name.clone(), row.needs.clone()));
        }
        notes.extend(clashes(row, rows.get(at + 1..).unwrap_or_default(), rows, factors));
    }
    notes
}

/// Additions and factors that a row cannot go with: later ones of its group, and those it names.
fn clashes(
    row: &AdditionRow,
    later: &[(&AdditionRow, u8)],
    all: &[(&AdditionRow, u8)],
    factors: &[&FactorRow],
) -> Vec<FeeNote> {
    let of_group = later.iter().filter(|(other, _)| row.group.is_some() && other.group == row.group);
    let is_named = |name: &String, group: Option<&String>| {
        row.not_with.iter().any(|no| no == name || Some(no) == group || name.starts_with(no.as_str()))
    };
    let named = all.iter().filter(|(other, _)| is_named(&other.name, other.group.as_ref()));
    let factors = factors.iter().filter(|factor| is_named(&factor.name, None)).map(|factor| &factor.name);
    let others = of_group.chain(named).map(|(other, _)| &other.name).chain(factors);
    others.map(|other| FeeNote::NotTogether(row.name.clone(), other.clone())).collect()
}
