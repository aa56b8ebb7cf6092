use super::*;

fn half_month(code: &str, from: u8, to: u8) -> Given {
    addition(code, from).units(39).count(20).prorated(from, to)
}

#[track_caller]
fn check(plan: &[Given], actual: &[Given], expected: &[&str], agreeing: u32) {
    assert_told(&Setting::default(), plan, actual, expected, agreeing);
}

#[test]
fn the_day_it_stands_on_does_not_matter() {
    let row = half_month("A21113", 12, 31);
    check(std::slice::from_ref(&row), &[row.clone().day(20)], &[], 1);
}

#[test]
fn another_period_is_a_discriminator_difference() {
    let expected = ["discriminator_changed: 12 9999 A21113 > 13 9999 A21113 +0"];
    check(&[half_month("A21113", 12, 31)], &[half_month("A21113", 13, 31)], &expected, 0);
}

#[test]
fn codes_and_counts_matter() {
    let row = half_month("A21113", 12, 31);
    let expected = ["count_changed: 12 9999 A21113 > 12 9999 A21113 -39"];
    check(std::slice::from_ref(&row), &[row.clone().count(19)], &expected, 0);
    let expected = ["code_changed: 12 9999 A21113 > 12 9999 A21213 +0"];
    check(std::slice::from_ref(&row), &[half_month("A21213", 12, 31)], &expected, 0);
    check(&[row], &[], &["missing: 12 9999 A21113 > - -780"], 0);
}

#[test]
fn rows_of_two_periods_keep_to_their_own() {
    let plan = [half_month("A21113", 1, 10), half_month("A21113", 20, 31)];
    let actual = [half_month("A21113", 19, 31), half_month("A21113", 1, 11)];
    let expected = [
        "discriminator_changed: 1 9999 A21113 > 1 9999 A21113 +0",
        "discriminator_changed: 20 9999 A21113 > 19 9999 A21113 +0",
    ];
    check(&plan, &actual, &expected, 0);
}

#[test]
fn a_service_repeated_on_every_day_of_its_period_counts_once() {
    let one = vec![addition("A22111", 5).prorated(5, 31).count(27)];
    let repeated = addition("A22111", 5).prorated(5, 31).count(27).on_days(5..=31);
    assert!(compare(&one, &repeated).differences.is_empty());
}
