//! Monthly units and percent additions.

use super::*;

fn setting() -> Setting {
    Setting::with_codes(&["156361", "156362"], &["156275", "156276"])
}

fn monthly(code: &str, days: impl IntoIterator<Item = u8>, units: i32) -> Vec<Given> {
    addition(code, 1).units(units).on_days(days)
}

#[test]
fn monthly_units_on_several_days_count_once() {
    let (plan, actual) = (monthly("156361", [5, 12, 19], 76), monthly("156361", [1], 76));
    assert_told(&setting(), &plan, &actual, &[], 1);
    let line = setting().compare(&plan, &actual).lines[0];
    assert_eq!((line.plan_rows, line.actual_rows), (3, 1));
    assert_eq!((line.plan_units, line.actual_units), (76, 76));
}

#[test]
fn monthly_rows_of_zero_units_beside_the_first_count_as_one() {
    let plan = [monthly("156361", [1], 76), monthly("156361", [8, 15], 0)].concat();
    assert_told(&setting(), &plan, &monthly("156361", [15], 76), &[], 1);
}

#[test]
fn monthly_units_that_differ_are_one_units_difference() {
    let (plan, actual) = (monthly("156361", [5, 12], 76), monthly("156361", [5, 12, 19], 66));
    let expected = ["units_changed: 5 9999 156361 > 5 9999 156361 -10"];
    assert_told(&setting(), &plan, &actual, &expected, 0);
    let elsewhere = monthly("156361", [20], 66);
    let expected = ["units_changed: 5 9999 156361 > 20 9999 156361 -10"];
    assert_told(&setting(), &plan, &elsewhere, &expected, 0);
}

#[test]
fn a_monthly_code_that_is_absent_is_missing_once() {
    let plan = monthly("156361", [5, 12, 19], 76);
    assert_told(&setting(), &plan, &[], &["missing: 5 9999 156361 > - -76"], 0);
    assert_told(&setting(), &[], &plan, &["extra: - > 5 9999 156361 +76"], 0);
}

#[test]
fn another_monthly_code_in_its_place_is_one_code_difference() {
    let (plan, actual) = (monthly("156361", [5, 12], 76), monthly("156362", [12], 56));
    let expected = ["code_changed: 5 9999 156361 > 12 9999 156362 -20"];
    assert_told(&setting(), &plan, &actual, &expected, 0);
}

#[test]
fn kinds_counted_by_the_month_need_no_evidence() {
    let base = |days: &[u8]| visit("661111", 1, "9999", "9999").units(2268).on_days(days.iter().copied());
    assert_told(&Setting::default(), &base(&[1, 8, 15]), &base(&[2]), &[], 1);
}

#[test]
fn percent_additions_are_compared_by_presence() {
    let (plan, actual) = (monthly("156275", [5, 12], 0), monthly("156275", [31], 412));
    assert_told(&setting(), &plan, &actual, &[], 1);
    assert_eq!(setting().compare(&plan, &actual).lines[0].actual_units, 0);
}

#[test]
fn a_percent_addition_that_is_absent_is_missing() {
    let plan = monthly("156275", [5], 0);
    assert_told(&setting(), &plan, &[], &["missing: 5 9999 156275 > - +0"], 0);
    assert_told(&setting(), &[], &plan, &["extra: - > 5 9999 156275 +0"], 0);
}

#[test]
fn another_percent_addition_is_one_code_difference() {
    let (plan, actual) = (monthly("156275", [5], 0), monthly("156276", [5], 0));
    let expected = ["code_changed: 5 9999 156275 > 5 9999 156276 +0"];
    assert_told(&setting(), &plan, &actual, &expected, 0);
}

#[test]
fn visits_monthly_and_percent_rows_never_pair_with_each_other() {
    let plan = [addition("155301", 5), addition("156361", 5), addition("156275", 5)];
    let comparison = setting().compare(&plan[..1], &plan[1..]);
    let classes: Vec<_> = comparison.differences.iter().map(|found| found.class.name()).collect();
    assert_eq!(classes, ["missing", "extra", "extra"]);
}
