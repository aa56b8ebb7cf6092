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
}

impl FeeBase {
    fn kind(self) -> &'static str {
        match self {
            Self::Care { .. } => "43",
            Self::Prevention { .. } => "46",
        }
    }

    fn fee_type(self) -> FeeType {
        match self {
            Self::Care { fee_type, .. } | Self::Prevention { fee_type } => fee_type,
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
    /// Units of one time.
    pub units: Units,
    /// How often.
    pub count: u8,
}

/// The claim of a client and month: 10割給付, so the client pays nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeClaim {
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
    let (code, base_units, base_certainty) = base(input, rates)?;
    let factors = factors(input, kind, rates)?;
    let mut units = base_units;
    let steps: Vec<FactorStep> = factors
        .iter()
        .map(|factor| {
            units = half_up(units.saturating_mul(factor.percent.into()), 100);
            FactorStep { name: factor.name.clone(), units }
        })
        .collect();
    let mut certainty = factors.iter().map(|row| row.certainty).fold(base_certainty, Certainty::min);
    let mut items =
        vec![FeeItem { name: String::new(), code: Some(code).filter(|_| steps.is_empty()), units, count: 1 }];
    let mut rows = Vec::new();
    for (name, count) in &input.additions {
        let row = rates.fee_addition(kind, name, input.month)?;
        certainty = certainty.min(row.certainty);
        items.push(FeeItem { name: name.clone(), code: row.code, units: row.units, count: *count });
        rows.push((row, *count));
    }
    let subtotal = items.iter().map(|item| item.units.saturating_mul(item.count.into())).sum();
    let mut treatment = 0;
    if input.has_treatment {
        let rate = rates.treatment(kind, ONLY_TIER, None, input.month)?;
        certainty = certainty.min(rate.certainty);
        treatment = permille_of(subtotal, rate.value);
    }
    let notes = notes(input.base.fee_type(), &rows, &factors);
    let total = subtotal + treatment;
    Ok(FeeClaim { steps, items, subtotal, treatment, total, yen: cost(total, input.price), certainty, notes })
}

fn base(input: &FeeInput, rates: &Rates) -> Result<(ServiceCode, Units, Certainty), NotKnown> {
    match input.base {
        FeeBase::Care { fee_type, tier, level } => {
            let row = rates.care_fee(fee_type, tier, level, input.month)?;
            Ok((row.code, row.units, row.certainty))
        }
        FeeBase::Prevention { fee_type } => {
            let row = rates.prevention_fee(fee_type, input.month)?;
            Ok((row.code, row.units, row.certainty.min(row.code_certainty)))
        }
    }
}

/// Factors in the order of 算定.
fn factors<'a>(
    input: &FeeInput,
    kind: ServiceKind,
    rates: &'a Rates,
) -> Result<Vec<&'a FactorRow>, FeeFault> {
    let mut rows = Vec::new();
    for name in &input.factors {
        rows.push(rates.fee_factor(kind, name, input.month)?);
    }
    rows.sort_by_key(|row| row.order);
    for pair in rows.windows(2) {
        if let [first, second] = pair
            && first.order == second.order
        {
            return Err(FeeFault::FactorsExclude(first.name.clone(), second.name.clone()));
        }
    }
    Ok(rows)
}

fn notes(fee_type: FeeType, rows: &[(&AdditionRow, u8)], factors: &[&FactorRow]) -> Vec<FeeNote> {
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
