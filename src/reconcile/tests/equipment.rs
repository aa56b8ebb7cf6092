use super::*;

fn bed(day: u8) -> Given {
    addition("171003", day).units(850).tais("00001-000001")
}

#[track_caller]
fn check(plan: &[Given], actual: &[Given], expected: &[&str], agreeing: u32) {
    assert_told(&Setting::default(), plan, actual, expected, agreeing);
}

#[test]
fn the_day_does_not_matter() {
    check(&[bed(1)], &[bed(31)], &[], 1);
}

#[test]
fn a_rental_marked_on_every_day_counts_once() {
    check(&bed(1).on_days(1..=31), &[bed(1)], &[], 1);
    let comparison = compare(&bed(1).on_days(1..=31), &[]);
    assert_eq!(told(&comparison), ["missing: 1 9999 171003 > - -850"]);
    assert_eq!(comparison.lines[0].plan_units, 850);
}

#[test]
fn equal_items_on_one_day_are_separate() {
    check(&[bed(1), bed(1)], &[bed(3)], &["missing: 1 9999 171003 > - -850"], 1);
    let marked = [bed(1).on_days(1..=31), bed(1).on_days(1..=31)].concat();
    check(&marked, &[bed(1), bed(1)], &[], 2);
}

#[test]
fn another_item_number_is_a_discriminator_difference() {
    let expected = ["discriminator_changed: 1 9999 171003 > 1 9999 171003 +0"];
    check(&[bed(1)], &[bed(1).tais("00001-000002")], &expected, 0);
    check(&[bed(1)], &[bed(1).discriminator("02")], &expected, 0);
}

#[test]
fn other_units_are_a_units_difference() {
    let expected = ["units_changed: 1 9999 171003 > 16 9999 171003 -425"];
    check(&[bed(1)], &[bed(16).units(425)], &expected, 0);
}

#[test]
fn other_units_and_another_item_are_a_units_difference() {
    let expected = ["units_changed: 1 9999 171003 > 1 9999 171003 -50"];
    check(&[bed(1)], &[bed(1).units(800).tais("00001-000002")], &expected, 0);
}

#[test]
fn items_of_one_code_are_told_apart_by_their_discriminator() {
    let (first, second) = (bed(1).discriminator("01"), bed(1).discriminator("02"));
    let comparison = compare(&[first.clone(), second.clone()], std::slice::from_ref(&second));
    assert_eq!(told(&comparison), ["missing: 1 9999 171003 > - -850"]);
    let comparison = compare(std::slice::from_ref(&second), &[second.clone(), first]);
    assert_eq!(told(&comparison), ["extra: - > 1 9999 171003 +850"]);
}

#[test]
fn an_item_billed_under_another_code_is_one_code_difference() {
    let mut other = bed(1);
    other.row.code = ServiceCode::parse("171004").unwrap();
    check(&[bed(1)], &[other], &["code_changed: 1 9999 171003 > 1 9999 171004 +0"], 0);
}

#[test]
fn items_without_anything_in_common_are_missing_and_extra() {
    let rail = addition("171007", 1).units(300).tais("00009-000009");
    let expected = ["extra: - > 1 9999 171007 +300", "missing: 1 9999 171003 > - -850"];
    let comparison = compare(&[bed(1)], &[rail]);
    let mut found = told(&comparison);
    found.sort();
    assert_eq!(found, expected);
}
