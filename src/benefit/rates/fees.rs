//! 居宅介護支援費 and 介護予防支援費.

use super::{Certainty, NotKnown, Rated, Rates, Table, dated, find, missing};
use crate::benefit::money::Units;
use crate::domain::ids::{ServiceCode, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use serde::Deserialize;

/// 居宅介護支援費 (Ⅰ) or (Ⅱ), 介護予防支援費 (Ⅰ) or (Ⅱ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum FeeType {
    /// (Ⅰ); of 介護予防支援 that of 地域包括支援センター.
    #[serde(rename = "I")]
    One,
    /// (Ⅱ): with ケアプランデータ連携システム and 事務職員; of 介護予防支援 that of 指定居宅介護支援事業者.
    #[serde(rename = "II")]
    Two,
}

/// Tier of 居宅介護支援費 by number of clients (逓減制).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum FeeTier {
    /// (i).
    #[serde(rename = "i")]
    First,
    /// (ii).
    #[serde(rename = "ii")]
    Second,
    /// (iii).
    #[serde(rename = "iii")]
    Third,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) care: Vec<CareFeeRow>,
    pub(super) prevention: Vec<PreventionFeeRow>,
    pub(super) threshold: Vec<Threshold>,
    pub(super) addition: Vec<AdditionRow>,
    pub(super) factor: Vec<FactorRow>,
    pub(super) treatment: Vec<TreatmentCodeRow>,
    pub(super) concentration: Vec<ConcentrationRow>,
}

/// 居宅介護支援費 of a type, tier and group of levels.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareFeeRow {
    #[serde(rename = "type")]
    pub(super) fee_type: FeeType,
    pub(super) tier: FeeTier,
    pub(super) levels: Vec<CareLevel>,
    /// サービスコード without any factor.
    pub code: ServiceCode,
    /// Units a month.
    pub units: Units,
    pub(super) from: ServiceMonth,
    pub(super) to: Option<ServiceMonth>,
    /// How well the row is established.
    pub certainty: Certainty,
}

/// 介護予防支援費.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreventionFeeRow {
    #[serde(rename = "type")]
    pub(super) fee_type: FeeType,
    /// サービスコード without any factor.
    pub code: ServiceCode,
    /// Units a month.
    pub units: Units,
    pub(super) from: ServiceMonth,
    pub(super) to: Option<ServiceMonth>,
    /// How well the units are established.
    pub certainty: Certainty,
    /// How well the code is established.
    pub code_certainty: Certainty,
}

/// Borders of 逓減制, in cases per 常勤換算 1.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    #[serde(rename = "type")]
    pub(super) fee_type: FeeType,
    /// (i) applies below this number.
    pub first_below: u16,
    /// (ii) applies below this number, (iii) from it on.
    pub second_below: u16,
    pub(super) from: ServiceMonth,
    pub(super) to: Option<ServiceMonth>,
    /// How well the row is established.
    pub certainty: Certainty,
}

/// An addition or reduction in units.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdditionRow {
    pub(super) kind: ServiceKind,
    /// Official name, which also is what it is looked up by.
    pub name: String,
    /// サービスコード, where known.
    pub code: Option<ServiceCode>,
    /// How well the code is established, where that is not what the units are.
    pub(super) code_certainty: Option<Certainty>,
    /// Units; negative for reductions.
    pub units: Units,
    /// Members of the same group exclude each other.
    pub group: Option<String>,
    /// Names of additions, groups or factors that it cannot go with.
    #[serde(default)]
    pub not_with: Vec<String>,
    /// One of these has to be there too.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Types that may have it; all when empty.
    #[serde(default)]
    pub types: Vec<FeeType>,
    /// How often in a month.
    #[serde(default = "once")]
    pub most: u8,
    pub(super) from: ServiceMonth,
    pub(super) to: Option<ServiceMonth>,
    /// How well the row is established.
    pub certainty: Certainty,
}

fn once() -> u8 {
    1
}

impl AdditionRow {
    /// How well the code is established.
    pub fn code_certainty(&self) -> Certainty {
        self.code_certainty.unwrap_or(self.certainty)
    }
}

/// A factor on the base fee.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorRow {
    pub(super) kind: ServiceKind,
    /// Official name, which also is what it is looked up by.
    pub name: String,
    /// Place in the order of 算定; factors of the same place exclude each other.
    pub order: u8,
    /// Percent of what the step before left.
    pub percent: u32,
    /// What stands for it in the name of a composite code; factors without one have no code.
    pub mark: Option<String>,
    /// Tiers of 居宅介護支援費 that have it; all when empty.
    #[serde(default)]
    pub tiers: Vec<FeeTier>,
    /// Types that may have it; all when empty.
    #[serde(default)]
    pub types: Vec<FeeType>,
    pub(super) from: ServiceMonth,
    pub(super) to: Option<ServiceMonth>,
    /// How well the row is established.
    pub certainty: Certainty,
}

/// Code of 介護職員等処遇改善加算 on the plan fee of a kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TreatmentCodeRow {
    pub(super) kind: ServiceKind,
    code: ServiceCode,
    from: ServiceMonth,
    to: Option<ServiceMonth>,
    certainty: Certainty,
}

/// Rule of 特定事業所集中減算.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConcentrationRow {
    /// Kinds that are judged.
    pub kinds: Vec<ServiceKind>,
    /// Kinds that may be counted as one.
    pub together: Vec<ServiceKind>,
    /// Percent that must not be passed; exactly this is allowed.
    pub percent: u32,
    /// Fewer offices of the kind than this in the area are a valid reason.
    pub small_area_offices_below: u32,
    /// So many plans a month on average, or fewer, are a valid reason.
    pub small_office_plans: u32,
    /// So many plans of the kind a month on average, or fewer, are a valid reason.
    pub small_kind_plans: u32,
    pub(super) from: ServiceMonth,
    pub(super) to: Option<ServiceMonth>,
    /// How well the row is established.
    pub certainty: Certainty,
}

dated!(CareFeeRow, PreventionFeeRow, Threshold, AdditionRow, FactorRow, TreatmentCodeRow, ConcentrationRow);

impl Rates {
    /// 居宅介護支援費 of a client of a level (21 to 25) at the end of the month.
    ///
    /// # Errors
    /// When the level is not 要介護 or the month lies outside the table.
    pub fn care_fee(
        &self,
        fee_type: FeeType,
        tier: FeeTier,
        level: CareLevel,
        month: ServiceMonth,
    ) -> Result<&CareFeeRow, NotKnown> {
        let fits =
            |row: &CareFeeRow| row.fee_type == fee_type && row.tier == tier && row.levels.contains(&level);
        find(&self.fees.care, month, fits)
            .ok_or_else(|| missing(Table::Fee, format!("43 {fee_type:?} {tier:?} {}", level.code()), month))
    }

    /// 介護予防支援費.
    ///
    /// # Errors
    /// When the month lies outside the table.
    pub fn prevention_fee(
        &self,
        fee_type: FeeType,
        month: ServiceMonth,
    ) -> Result<&PreventionFeeRow, NotKnown> {
        find(&self.fees.prevention, month, |row| row.fee_type == fee_type)
            .ok_or_else(|| missing(Table::Fee, format!("46 {fee_type:?}"), month))
    }

    /// Borders of 逓減制.
    ///
    /// # Errors
    /// When the month lies outside the table.
    pub fn fee_threshold(&self, fee_type: FeeType, month: ServiceMonth) -> Result<Threshold, NotKnown> {
        find(&self.fees.threshold, month, |row| row.fee_type == fee_type)
            .copied()
            .ok_or_else(|| missing(Table::FeeThreshold, format!("{fee_type:?}"), month))
    }

    /// An addition or reduction of the plan fee of a kind (43 or 46) by its official name.
    ///
    /// # Errors
    /// When there is none of the name in the month.
    pub fn fee_addition(
        &self,
        kind: ServiceKind,
        name: &str,
        month: ServiceMonth,
    ) -> Result<&AdditionRow, NotKnown> {
        find(&self.fees.addition, month, |row| row.kind == kind && row.name == name)
            .ok_or_else(|| missing(Table::FeeAddition, format!("{kind} {name}"), month))
    }

    /// All additions and reductions of the plan fee of a kind in a month, for forms.
    pub fn fee_additions(
        &self,
        kind: ServiceKind,
        month: ServiceMonth,
    ) -> impl Iterator<Item = &AdditionRow> {
        use super::Dated;
        self.fees.addition.iter().filter(move |row| row.kind == kind && row.is_in_force(month))
    }

    /// All factors on the plan fee of a kind in a month, for forms.
    pub fn fee_factors(&self, kind: ServiceKind, month: ServiceMonth) -> impl Iterator<Item = &FactorRow> {
        use super::Dated;
        self.fees.factor.iter().filter(move |row| row.kind == kind && row.is_in_force(month))
    }

    /// A factor on the plan fee of a kind (43 or 46) by its official name.
    ///
    /// # Errors
    /// When there is none of the name in the month.
    pub fn fee_factor(
        &self,
        kind: ServiceKind,
        name: &str,
        month: ServiceMonth,
    ) -> Result<&FactorRow, NotKnown> {
        find(&self.fees.factor, month, |row| row.kind == kind && row.name == name)
            .ok_or_else(|| missing(Table::FeeFactor, format!("{kind} {name}"), month))
    }

    /// サービスコード of 介護職員等処遇改善加算 on the plan fee of a kind (43 or 46), where one is known.
    pub fn fee_treatment_code(&self, kind: ServiceKind, month: ServiceMonth) -> Option<Rated<ServiceCode>> {
        let row = find(&self.fees.treatment, month, |row| row.kind == kind)?;
        Some(Rated { value: row.code, certainty: row.certainty })
    }

    /// Rule of 特定事業所集中減算.
    ///
    /// # Errors
    /// When the month lies outside the table.
    pub fn concentration(&self, month: ServiceMonth) -> Result<&ConcentrationRow, NotKnown> {
        find(&self.fees.concentration, month, |_| true)
            .ok_or_else(|| missing(Table::Concentration, "all kinds", month))
    }
}
