//! Rounding, equipment, daily units and 処遇改善加算.

use super::read;
use crate::benefit::money::{
    UnitPrice, Units, Yen, chain, cost, daily_units, equipment_for_days, equipment_units, permille_of,
};
use crate::benefit::rates::Rates;
use crate::domain::ids::ServiceKind;
use crate::domain::month::ServiceMonth;
use serde::Deserialize;
use toml::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rounding {
    id: String,
    #[serde(rename = "what")]
    _what: String,
    units: Units,
    factors_permille: Vec<u32>,
    expect_steps: Vec<Units>,
    #[serde(default = "one")]
    count: i64,
    expect_units: Option<Units>,
    unit_price_x100: Option<u32>,
    expect_yen: Option<Yen>,
    #[serde(rename = "certainty")]
    _certainty: String,
}

fn one() -> i64 {
    1
}

pub(super) fn rounding(example: Value) {
    let example: Rounding = read(example);
    let steps = chain(example.units, &example.factors_permille);
    assert_eq!(steps, example.expect_steps, "{}", example.id);
    let units = steps.last().copied().unwrap_or(example.units) * example.count;
    super::same(&example.id, "units", example.expect_units, Some(units));
    let yen = example.unit_price_x100.map(|price| cost(units, UnitPrice::from_hundredths(price)));
    assert_eq!(yen, example.expect_yen, "{}", example.id);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Equipment {
    id: String,
    #[serde(rename = "what")]
    _what: String,
    charge_yen: Yen,
    /// `price*days/days of the month`.
    derived: Option<String>,
    expect_units: Units,
    #[serde(rename = "certainty")]
    _certainty: String,
}

pub(super) fn equipment(example: Value) {
    let example: Equipment = read(example);
    assert_eq!(equipment_units(example.charge_yen), example.expect_units, "{}", example.id);
    if let Some(derived) = example.derived {
        let (price, days) = derived.split_once('*').unwrap();
        let (days, of_days) = days.split_once('/').unwrap();
        let yen = equipment_for_days(price.parse().unwrap(), days.parse().unwrap(), of_days.parse().unwrap());
        assert_eq!(yen, example.charge_yen, "{}", example.id);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Daily {
    id: String,
    monthly_units: Units,
    days: Units,
    #[serde(rename = "reason")]
    _reason: String,
    expect_daily_units: Units,
    expect_units: Units,
    #[serde(rename = "certainty")]
    _certainty: String,
}

pub(super) fn daily(example: Value) {
    let example: Daily = read(example);
    let daily = daily_units(example.monthly_units);
    assert_eq!(daily, example.expect_daily_units, "{}", example.id);
    assert_eq!(daily * example.days, example.expect_units, "{}", example.id);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Treatment {
    id: String,
    kind: ServiceKind,
    service_month: ServiceMonth,
    tier: Option<String>,
    base_units: Units,
    expect_permille: u32,
    expect_units: Units,
    #[serde(rename = "certainty")]
    _certainty: String,
}

pub(super) fn treatment(example: Value) {
    let example: Treatment = read(example);
    let tier = example.tier.as_deref().unwrap_or("単一");
    let rate = Rates::built_in().treatment(example.kind, tier, None, example.service_month).unwrap();
    assert_eq!(rate.value, example.expect_permille, "{}", example.id);
    assert_eq!(permille_of(example.base_units, rate.value), example.expect_units, "{}", example.id);
}
