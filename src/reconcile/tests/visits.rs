use super::*;

#[track_caller]
fn check(plan: &[Given], actual: &[Given], expected: &[&str], agreeing: u32) {
    assert_told(&Setting::default(), plan, actual, expected, agreeing);
}

fn body_care(day: u8) -> Given {
    visit("111211", day, "0900", "1000").units(387)
}

#[test]
fn identical_months_agree() {
    let month: Vec<Given> = body_care(1).on_days(1..=31);
    check(&month, &month, &[], 31);
    check(&[], &[], &[], 0);
}

#[test]
fn a_cancelled_visit_is_missing() {
    check(&[body_care(5), body_care(6)], &[body_care(5)], &["missing: 6 0900 111211 > - -387"], 1);
}

#[test]
fn an_unplanned_visit_is_extra() {
    check(&[body_care(5)], &[body_care(5), body_care(6)], &["extra: - > 6 0900 111211 +387"], 1);
}

#[test]
fn a_visit_on_another_day_is_one_difference() {
    let moved = ["moved_date: 5 0900 111211 > 7 0900 111211 +0"];
    check(&[body_care(5)], &[body_care(7)], &moved, 0);
    let plan = [body_care(3), body_care(5), body_care(12)];
    let actual = [body_care(3), body_care(7), body_care(12)];
    check(&plan, &actual, &moved, 2);
    let later = visit("111211", 7, "1400", "1500").units(387);
    check(&[body_care(5)], &[later], &["moved_date: 5 0900 111211 > 7 1400 111211 +0"], 0);
}

#[test]
fn another_time_of_the_day_is_one_difference() {
    let later = visit("111211", 5, "1530", "1630").units(387);
    check(&[body_care(5)], &[later], &["time_changed: 5 0900 111211 > 5 1530 111211 +0"], 0);
    let longer = visit("111211", 5, "0900", "1010").units(387);
    check(&[body_care(5)], &[longer], &["time_changed: 5 0900 111211 > 5 0900 111211 +0"], 0);
}

#[test]
fn another_code_in_the_same_slot_is_one_difference() {
    let longer = visit("111311", 5, "0900", "1030").units(567);
    check(&[body_care(5)], &[longer], &["code_changed: 5 0900 111211 > 5 0900 111311 +180"], 0);
}

#[test]
fn another_code_at_another_time_of_the_day_is_one_difference() {
    let other = visit("111311", 5, "1300", "1430").units(567);
    check(&[body_care(5)], &[other], &["code_changed: 5 0900 111211 > 5 1300 111311 +180"], 0);
}

#[test]
fn another_code_on_another_day_is_another_visit() {
    let other = visit("111311", 6, "0900", "1030").units(567);
    let expected = ["missing: 5 0900 111211 > - -387", "extra: - > 6 0900 111311 +567"];
    check(&[body_care(5)], &[other], &expected, 0);
}

#[test]
fn once_more_is_a_count_difference() {
    check(
        &[body_care(5)],
        &[body_care(5).count(2)],
        &["count_changed: 5 0900 111211 > 5 0900 111211 +387"],
        0,
    );
}

#[test]
fn other_units_are_a_units_difference() {
    let dearer = body_care(5).units(400);
    check(&[body_care(5)], &[dearer], &["units_changed: 5 0900 111211 > 5 0900 111211 +13"], 0);
}

#[test]
fn identical_rows_of_a_day_are_separate_visits() {
    let twice = [body_care(5), body_care(5)];
    check(&twice, &twice, &[], 2);
    check(&twice, &[body_care(5)], &["missing: 5 0900 111211 > - -387"], 1);
    check(&[body_care(5)], &twice, &["extra: - > 5 0900 111211 +387"], 1);
}

#[test]
fn a_count_of_two_equals_two_rows_of_one() {
    let (twice, rows) = ([body_care(5).count(2)], [body_care(5), body_care(5)]);
    check(&twice, &rows, &[], 1);
    check(&rows, &twice, &[], 2);
    let (three, mixed) = ([body_care(5).count(2), body_care(5)], [body_care(5).count(3)]);
    check(&three, &mixed, &[], 2);
    check(
        &[body_care(5).count(2)],
        &[body_care(5), body_care(6)],
        &["count_changed: 5 0900 111211 > 5 0900 111211 -387", "extra: - > 6 0900 111211 +387"],
        0,
    );
}

#[test]
fn counts_do_not_add_up_across_times_or_units() {
    let evening = visit("111211", 5, "1800", "1900").units(387);
    let comparison = compare(&[body_care(5).count(2)], &[body_care(5), evening]);
    assert_eq!(same(&comparison), 0);
    let dearer = body_care(5).units(400);
    let comparison = compare(&[body_care(5).count(2)], &[body_care(5), dearer]);
    assert_eq!(same(&comparison), 0);
}

#[test]
fn a_moved_day_of_day_care_pairs_each_row_with_its_own() {
    let day = |day: u8| {
        vec![
            visit("151441", day, "0930", "1640").units(658),
            addition("155301", day).units(40),
            addition("155051", day).units(56),
        ]
    };
    let plan = [day(5), day(12)].concat();
    let actual = [day(7), day(12)].concat();
    let expected = [
        "moved_date: 5 0930 151441 > 7 0930 151441 +0",
        "moved_date: 5 9999 155051 > 7 9999 155051 +0",
        "moved_date: 5 9999 155301 > 7 9999 155301 +0",
    ];
    check(&plan, &actual, &expected, 3);
}

#[test]
fn a_moved_day_without_its_addition_shows_the_addition_missing() {
    let base = |day: u8| visit("151441", day, "0930", "1640").units(658);
    let expected = ["moved_date: 5 0930 151441 > 7 0930 151441 +0", "missing: 5 9999 155301 > - -40"];
    check(&[base(5), addition("155301", 5).units(40)], &[base(7)], &expected, 0);
}

#[test]
fn no_time_equals_no_time_and_differs_from_a_time() {
    check(&[addition("155301", 5)], &[addition("155301", 5)], &[], 1);
    let timed = visit("155301", 5, "0930", "1640");
    check(&[addition("155301", 5)], &[timed], &["time_changed: 5 9999 155301 > 5 0930 155301 +0"], 0);
}

#[test]
fn the_first_class_that_applies_names_the_difference() {
    let plan = body_care(5);
    // Fields that differ beside the class: the more the later ones.
    let cases: [(Given, &str); 5] = [
        (visit("111211", 6, "1000", "1110").count(2).units(400), "moved_date"),
        (visit("111311", 5, "0900", "1030").count(2).units(567), "code_changed"),
        (visit("111211", 5, "0930", "1030").count(2).units(400), "count_changed"),
        (visit("111211", 5, "0930", "1030").units(400), "units_changed"),
        (visit("111211", 5, "0930", "1030").units(387), "time_changed"),
    ];
    for (actual, class) in cases {
        let comparison = compare(std::slice::from_ref(&plan), std::slice::from_ref(&actual));
        let classes: Vec<_> = comparison.differences.iter().map(|found| found.class.name()).collect();
        assert_eq!(classes, [class], "{actual:?}");
    }
}

#[test]
fn closer_partners_are_preferred() {
    // The same service later that day is closer than the same service on another day.
    let actual = [visit("111211", 5, "1000", "1100").units(387), body_care(6)];
    let expected = ["time_changed: 5 0900 111211 > 5 1000 111211 +0", "extra: - > 6 0900 111211 +387"];
    check(&[body_care(5)], &actual, &expected, 0);
    // The nearer of two days.
    let expected = ["moved_date: 5 0900 111211 > 6 0900 111211 +0", "extra: - > 20 0900 111211 +387"];
    check(&[body_care(5)], &[body_care(20), body_care(6)], &expected, 0);
    // Two visits put off by half an hour keep to their own.
    let plan = [visit("111211", 5, "0900", "1000"), visit("111211", 5, "1700", "1800")];
    let actual = [visit("111211", 5, "0930", "1030"), visit("111211", 5, "1730", "1830")];
    let expected =
        ["time_changed: 5 0900 111211 > 5 0930 111211 +0", "time_changed: 5 1700 111211 > 5 1730 111211 +0"];
    check(&plan, &actual, &expected, 0);
    // When one of them was cancelled, the other keeps to its own.
    let expected = ["missing: 5 0900 111211 > - -100", "time_changed: 5 1700 111211 > 5 1730 111211 +0"];
    check(&plan, &actual[1..], &expected, 0);
}

#[test]
fn thousands_of_rows_of_one_client_are_compared() {
    let starts = ["0700", "0800", "0900", "1000", "1100", "1200", "1300", "1400"];
    let row = |number: usize, units: i32| {
        let day = u8::try_from(number % 31).unwrap() + 1;
        visit("111211", day, starts[number % starts.len()], "2000").units(units)
    };
    let plan: Vec<Given> = (0..2_000).map(|number| row(number, 387)).collect();
    let actual: Vec<Given> = (0..2_000).map(|number| row(number, 388)).collect();
    let comparison = compare(&plan, &actual);
    assert_eq!(comparison.differences.len(), 2_000);
    assert!(comparison.differences.iter().all(|found| found.class.name() == "units_changed"));
}

/// Two unrelated pairs of codes are not preferred to one clear 振替 just because they leave nothing over.
#[test]
fn a_clear_move_is_not_given_up_for_two_unlikely_pairs() {
    let plan = [visit("111211", 5, "0900", "1000"), visit("117211", 6, "1400", "1445")];
    let actual = [visit("111211", 6, "0900", "1000"), visit("111311", 5, "1500", "1630")];
    let comparison = compare(&plan, &actual);
    let classes: Vec<&str> = comparison.differences.iter().map(|found| found.class.name()).collect();
    assert_eq!(classes, ["moved_date", "extra", "missing"]);
}

#[test]
fn visits_that_swap_their_times_are_re_timed_not_re_coded() {
    let plan = [visit("111211", 5, "0900", "1000"), visit("111311", 5, "1400", "1500")];
    let actual = [visit("111311", 5, "0900", "1000"), visit("111211", 5, "1400", "1500")];
    let comparison = compare(&plan, &actual);
    assert!(
        comparison.differences.iter().all(|found| found.class.name() == "time_changed"),
        "{:?}",
        told(&comparison)
    );
}

#[test]
fn an_addition_is_never_the_changed_code_of_a_day_of_care() {
    let plan = [visit("151441", 5, "0900", "1600").units(658)];
    let actual = [visit("155301", 5, "0900", "1600").units(40)];
    let classes: Vec<&str> =
        compare(&plan, &actual).differences.iter().map(|found| found.class.name()).collect();
    assert_eq!(classes, ["missing", "extra"]);
}

#[test]
fn a_count_of_two_takes_two_rows_off_three() {
    let plan = [visit("111211", 5, "0900", "1000").count(2)];
    let actual = [
        visit("111211", 5, "0900", "1000"),
        visit("111211", 5, "0900", "1000"),
        visit("111211", 5, "0900", "1000"),
    ];
    let classes: Vec<&str> =
        compare(&plan, &actual).differences.iter().map(|found| found.class.name()).collect();
    assert_eq!(classes, ["extra"]);
}

#[test]
fn midnight_is_written_in_two_ways() {
    assert!(
        compare(&[visit("111211", 5, "2300", "2400")], &[visit("111211", 5, "2300", "0000")])
            .differences
            .is_empty()
    );
}

/// Three visits a day, all ten minutes later than planned, one cancelled: the quick pairing of many rows finds that too.
#[test]
fn a_whole_month_ten_minutes_late_is_paired_visit_by_visit() {
    let mut plan = Vec::new();
    let mut actual = Vec::new();
    for day in 1..=28 {
        for (start, end, later) in
            [("0800", "0830", "0810"), ("1300", "1330", "1310"), ("1800", "1830", "1810")]
        {
            plan.push(visit("111211", day, start, end));
            if (day, start) != (3, "0800") {
                actual.push(visit("111211", day, later, end));
            }
        }
    }
    let comparison = compare(&plan, &actual);
    let missing: Vec<_> =
        comparison.differences.iter().filter(|found| found.class.name() == "missing").collect();
    assert_eq!(missing.len(), 1);
    assert_eq!((missing[0].plan.unwrap().row.day, missing[0].plan.unwrap().row.start.hhmm()), (3, 800));
    assert_eq!(comparison.differences.len(), 84);
}
