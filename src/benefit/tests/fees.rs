//! Tiers, the plan fee and 特定事業所集中減算.

use super::read;
use crate::benefit::fee::{
    CareCase, FeeBase, FeeInput, FullTime, KindPlans, TierCounts, Workload, claim, readings, share, tiers,
};
use crate::benefit::money::{UnitPrice, Units, Yen, permille_of};
use crate::benefit::policy::Policy;
use crate::benefit::rates::{FeeTier, FeeType, Rates};
use crate::domain::ids::{ServiceCode, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use chrono::NaiveDate;
use serde::Deserialize;
use toml::Value;

fn any_month() -> ServiceMonth {
    ServiceMonth::parse("2026-07").unwrap()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tier {
    id: String,
    #[serde(rename = "type")]
    fee_type: FeeType,
    fte_x10: u16,
    prevention_users: u32,
    care_users: u32,
    expect_i: u32,
    expect_ii: u32,
    expect_iii: u32,
    expect_cases_x3: u32,
    #[serde(rename = "note")]
    _note: Option<String>,
    #[serde(rename = "certainty")]
    _certainty: String,
}

pub(super) fn tier(example: Value) {
    let example: Tier = read(example);
    let work = Workload {
        care: example.care_users,
        prevention_own: 0,
        prevention_entrusted: example.prevention_users,
        staff: FullTime::from_tenths(example.fte_x10),
    };
    let [found, ..] =
        readings(&work, example.fee_type, any_month(), &Policy::default(), Rates::built_in()).unwrap();
    let expected =
        TierCounts { first: example.expect_i, second: example.expect_ii, third: example.expect_iii };
    assert_eq!((found.counts, found.cases_x3), (expected, example.expect_cases_x3), "{}", example.id);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    id: String,
    #[serde(rename = "type")]
    fee_type: FeeType,
    fte_x10: u16,
    cases: Vec<Case>,
    expect: Vec<Placed>,
    #[serde(rename = "note")]
    _note: String,
    #[serde(rename = "certainty")]
    _certainty: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    contract_date: NaiveDate,
    level_code: CareLevel,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Placed {
    id: String,
    position: u32,
    tier: FeeTier,
    units: Units,
}

pub(super) fn order(example: Value) {
    let example: Order = read(example);
    let rates = Rates::built_in();
    let case =
        |case: &Case| CareCase { id: case.id.clone(), contract: case.contract_date, level: case.level_code };
    let cases: Vec<_> = example.cases.iter().map(case).collect();
    let staff = FullTime::from_tenths(example.fte_x10);
    let found = tiers(&cases, 0, staff, example.fee_type, any_month(), &Policy::default(), rates).unwrap();
    assert_eq!(found.len(), example.expect.len(), "{}", example.id);
    for (found, expected) in found.iter().zip(&example.expect) {
        let level = cases.iter().find(|case| case.id == found.id).unwrap().level;
        let fee = rates.care_fee(example.fee_type, found.tier, level, any_month()).unwrap();
        assert_eq!(
            (&found.id, found.position, found.tier, fee.units),
            (&expected.id, expected.position, expected.tier, expected.units),
            "{}",
            example.id
        );
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanFee {
    id: String,
    kind: String,
    service_month: ServiceMonth,
    #[serde(rename = "type")]
    fee_type: FeeType,
    tier: Option<FeeTier>,
    level_code: Option<CareLevel>,
    base_code: ServiceCode,
    base_units: Units,
    factors: Vec<String>,
    factors_percent: Option<Vec<u32>>,
    expect_factor_steps: Option<Vec<Units>>,
    additions: Vec<Addition>,
    unit_price_x100: u32,
    shogu_permille: u32,
    expect_subtotal_units: Units,
    expect_shogu_units: Units,
    expect_total_units: Units,
    expect_claim_yen: Yen,
    #[serde(rename = "note")]
    _note: Option<String>,
    #[serde(rename = "certainty")]
    _certainty: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Addition {
    name: String,
    code: String,
    units: Units,
}

pub(super) fn plan_fee(example: Value) {
    let example: PlanFee = read(example);
    let base = match example.kind.as_str() {
        "43" => FeeBase::Care {
            fee_type: example.fee_type,
            tier: example.tier.unwrap(),
            level: example.level_code.unwrap(),
        },
        "46" => FeeBase::Prevention { fee_type: example.fee_type },
        other => panic!("{}: no fee of kind {other}", example.id),
    };
    let input = FeeInput {
        month: example.service_month,
        base,
        factors: example.factors.clone(),
        additions: example.additions.iter().map(|addition| (addition.name.clone(), 1)).collect(),
        has_treatment: true,
        price: UnitPrice::from_hundredths(example.unit_price_x100),
    };
    let found = claim(&input, Rates::built_in()).unwrap();
    let steps: Vec<Units> = found.steps.iter().map(|step| step.units).collect();
    assert_eq!(steps, example.expect_factor_steps.clone().unwrap_or_default(), "{}", example.id);
    assert_eq!(
        (found.subtotal, found.treatment, found.total, found.yen),
        (
            example.expect_subtotal_units,
            example.expect_shogu_units,
            example.expect_total_units,
            example.expect_claim_yen
        ),
        "{}",
        example.id
    );
    assert_eq!(permille_of(found.subtotal, example.shogu_permille), found.treatment, "{}", example.id);
    tables_agree(&example, &found);
}

/// Codes, units and factors of the example are those of the tables.
fn tables_agree(example: &PlanFee, found: &crate::benefit::fee::FeeClaim) {
    let id = &example.id;
    let (first, additions) = found.items.split_first().unwrap();
    if example.factors.is_empty() {
        assert_eq!((first.code, first.units), (Some(example.base_code), example.base_units), "{id}");
    }
    let kind = ServiceKind::parse(&example.kind).unwrap();
    for (name, percent) in example.factors.iter().zip(example.factors_percent.iter().flatten()) {
        let row = Rates::built_in().fee_factor(kind, name, example.service_month).unwrap();
        assert_eq!(row.percent, *percent, "{id}");
    }
    for (item, expected) in additions.iter().zip(&example.additions) {
        let code = ServiceCode::parse(&expected.code);
        assert_eq!((&item.name, item.code, item.units), (&expected.name, code, expected.units), "{id}");
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Concentration {
    id: String,
    kinds: Vec<ServiceKind>,
    top_entity_plans: u32,
    all_plans: u32,
    expect_percent_x100_floor: i64,
    expect_over: bool,
    #[serde(rename = "note")]
    _note: String,
    #[serde(rename = "certainty")]
    _certainty: String,
}

pub(super) fn concentration(example: Value) {
    let example: Concentration = read(example);
    let rule = Rates::built_in().concentration(any_month()).unwrap();
    assert!(example.kinds.iter().all(|kind| rule.kinds.contains(kind)), "{}", example.id);
    assert!(example.kinds.len() == 1 || example.kinds == rule.together, "{}", example.id);
    let plans = KindPlans { of_top: example.top_entity_plans, all: example.all_plans };
    let found = share(plans, rule);
    assert_eq!(
        (found.percent_x100, found.is_over),
        (example.expect_percent_x100_floor, example.expect_over),
        "{}",
        example.id
    );
}
