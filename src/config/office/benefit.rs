//! `[benefit]` of the office's file: what the rules leave open.

use super::super::reader::{Reader, Take};
use super::OFFICE_NUMBERS;
use crate::benefit::policy::{
    AllotRule, AssistanceOnly, CumulativeDays, FeeInsurer, LightestLevel, PairRows, PercentBase, Policy,
    ReductionRounding, SuccessiveStays, Thirds,
};
use crate::domain::ids::OfficeNumber;
use toml::Spanned;
use toml::de::DeValue;

/// Every choice, in the order of the written file.
pub(super) const SETTINGS: &[(&str, Take<Policy>)] = &[
    ("allot_rule", |name, value, policy, reader| policy.allot_rule = allot_rule(name, value, reader)),
    ("pair_rows", |name, value, policy, reader| {
        let choices = [("whole_visits", PairRows::WholeVisits), ("proportional", PairRows::Proportional)];
        policy.pair_rows = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("percent_base", |name, value, policy, reader| {
        let choices = [("covered", PercentBase::Covered), ("with_over_limit", PercentBase::WithOverLimit)];
        policy.percent_base = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("reductions", |name, value, policy, reader| {
        let choices = [("amount", ReductionRounding::Amount), ("signed", ReductionRounding::Signed)];
        policy.reductions = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("assistance_only", |name, value, policy, reader| {
        let choices = [("all_paid", AssistanceOnly::AllPaid), ("no_insurance", AssistanceOnly::NoInsurance)];
        policy.assistance_only = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("lightest", |name, value, policy, reader| {
        let choices =
            [("program_target", LightestLevel::ProgramTarget), ("support_1", LightestLevel::Support1)];
        policy.lightest = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("fee_insurer", |name, value, policy, reader| {
        let choices = [("each", FeeInsurer::Each), ("month_end", FeeInsurer::MonthEnd)];
        policy.fee_insurer = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("thirds", |name, value, policy, reader| {
        let choices = [("exact", Thirds::Exact), ("cut_off", Thirds::CutOff)];
        policy.thirds = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("successive_stays", |name, value, policy, reader| {
        let choices = [("continuous", SuccessiveStays::Continuous), ("restart", SuccessiveStays::Restart)];
        policy.successive_stays = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("cumulative_days", |name, value, policy, reader| {
        let choices = [("insured_only", CumulativeDays::InsuredOnly), ("all", CumulativeDays::All)];
        policy.cumulative_days = reader.choice(name, value, &choices).unwrap_or_default();
    }),
];

/// `largest_first`, or the offices in the order in which they bear. One bad number costs the whole order, because an
/// order with a gap would put the units elsewhere than was meant.
fn allot_rule(name: &str, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> AllotRule {
    const LARGEST_FIRST: &str = "largest_first";
    let Some(texts) = reader.texts(name, value) else { return AllotRule::default() };
    if matches!(texts.as_slice(), [(only, _)] if only == LARGEST_FIRST) {
        return AllotRule::LargestFirst;
    }
    let values = value.get_ref().as_array().map_or(std::slice::from_ref(value), |values| values);
    let mut offices = Vec::new();
    for ((text, _), value) in texts.iter().zip(values) {
        let Some(office) = OfficeNumber::parse(text) else {
            let allowed = [LARGEST_FIRST, OFFICE_NUMBERS].map(str::to_owned);
            reader.not_allowed(name, value, text, allowed.to_vec());
            return AllotRule::default();
        };
        offices.push(office);
    }
    if offices.is_empty() { AllotRule::LargestFirst } else { AllotRule::Offices(offices) }
}
