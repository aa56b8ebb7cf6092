//! Limits of a month and short stays.

use super::read;
use crate::benefit::limit::{LevelSpan, Maker, PersonMonth, month_limits};
use crate::benefit::money::Units;
use crate::benefit::policy::Policy;
use crate::benefit::rates::Rates;
use crate::benefit::stay::{Stay, days, half_of_period, in_month};
use crate::domain::ids::{InsurerNumber, OfficeNumber, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use chrono::NaiveDate;
use serde::Deserialize;
use toml::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitMonth {
    id: String,
    service_month: ServiceMonth,
    levels: Vec<LevelIn>,
    expect_limit_units: Units,
    expect_limit_level_code: CareLevel,
    expect_month_end_level_code: CareLevel,
    expect_made_by: String,
    #[serde(rename = "note")]
    _note: Option<String>,
    #[serde(rename = "certainty")]
    _certainty: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelIn {
    level_code: CareLevel,
    valid_from: NaiveDate,
    valid_to: NaiveDate,
}

pub(super) fn month(example: Value) {
    let example: LimitMonth = read(example);
    let insurer = InsurerNumber::parse("131016").unwrap();
    let span = |level: &LevelIn| LevelSpan {
        insurer,
        level: level.level_code,
        from: level.valid_from,
        to: Some(level.valid_to),
    };
    let person = PersonMonth {
        month: example.service_month,
        levels: example.levels.iter().map(span).collect(),
        own_limits: Vec::new(),
        is_multifunctional_all_month: false,
    };
    let limits = month_limits(&person, &Policy::default(), Rates::built_in()).unwrap();
    assert_eq!(limits.len(), 1, "{}", example.id);
    let limit = &limits[0];
    let maker = match limit.maker {
        Maker::CareSupport => "居宅介護支援",
        Maker::PreventionSupport => "介護予防支援",
        Maker::PreventionManagement => "介護予防ケアマネジメント",
        Maker::Multifunctional => "小規模多機能型居宅介護",
    };
    assert_eq!(
        (limit.units, limit.level, limit.month_end_level, maker),
        (
            example.expect_limit_units,
            example.expect_limit_level_code,
            Some(example.expect_month_end_level_code),
            example.expect_made_by.as_str()
        ),
        "{}",
        example.id
    );
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShortStay {
    id: String,
    stay_from: NaiveDate,
    stay_to: NaiveDate,
    months: Vec<StayMonth>,
    #[serde(rename = "note")]
    _note: String,
    #[serde(rename = "certainty")]
    _certainty: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StayMonth {
    month: ServiceMonth,
    stay_days: u32,
    insured_days: u32,
    self_pay_days: u32,
    self_pay_from: Option<NaiveDate>,
    long_stay_reduction_days: u32,
}

pub(super) fn stay(example: Value) {
    let example: ShortStay = read(example);
    let stay = Stay {
        office: OfficeNumber::parse("1379900028").unwrap(),
        kind: ServiceKind::parse("21").unwrap(),
        from: example.stay_from,
        to: example.stay_to,
    };
    let days = days(&[stay], &Policy::default());
    for expected in &example.months {
        let found = in_month(&days, expected.month);
        assert_eq!(
            (found.stay, found.insured, found.self_pay, found.self_pay_from, found.reduced),
            (
                expected.stay_days,
                expected.insured_days,
                expected.self_pay_days,
                expected.self_pay_from,
                expected.long_stay_reduction_days
            ),
            "{} {}",
            example.id,
            expected.month
        );
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HalfOfPeriod {
    id: String,
    days_until_previous_month: u32,
    planned_days_this_month: u32,
    valid_from: NaiveDate,
    valid_to: NaiveDate,
    expect_validity_days: i64,
    expect_cumulative_days: i64,
    expect_warn_over_half: bool,
    #[serde(rename = "certainty")]
    _certainty: String,
}

pub(super) fn half(example: Value) {
    let example: HalfOfPeriod = read(example);
    let before = example.days_until_previous_month;
    let found = half_of_period(before, example.planned_days_this_month, example.valid_from, example.valid_to);
    assert_eq!(
        (found.validity_days, found.cumulative_days, found.is_over_half),
        (example.expect_validity_days, example.expect_cumulative_days, example.expect_warn_over_half),
        "{}",
        example.id
    );
}
