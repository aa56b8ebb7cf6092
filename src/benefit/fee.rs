//! The office's own fee: 居宅介護支援費 (kind 43) and 介護予防支援費 (kind 46).
//!
//! Source: 指定居宅介護支援に要する費用の額の算定に関する基準, 介護給付費単位数等サービスコード表 (令和6年6月), 介護サービス関係
//! Q&A集 (居宅介護支援, 令和6年度介護報酬改定).

mod claim;
mod concentration;
#[cfg(test)]
mod tests;
mod tier;
mod workload;

pub use claim::{FactorStep, FeeBase, FeeClaim, FeeFault, FeeInput, FeeItem, FeeNote, claim};
pub use concentration::{
    ConcentrationShare, Judgement, KindPlans, ValidReason, judged_in, share, valid_reasons,
};
pub use tier::{CareCase, FullTime, Tiered, tier_at, tiers};
pub use workload::{Borders, Reading, Reckoning, TierCounts, Workload, readings};
