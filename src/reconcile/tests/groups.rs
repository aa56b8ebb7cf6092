use super::*;

fn body_care(day: u8) -> Given {
    visit("111211", day, "0900", "1000").units(387)
}

#[test]
fn providers_are_never_mixed() {
    let (plan, actual) = ([body_care(5)], [body_care(5).by(OTHER_PROVIDER)]);
    let expected = ["missing: 5 0900 111211 > - -387", "extra: - > 5 0900 111211 +387"];
    assert_told(&Setting::default(), &plan, &actual, &expected, 0);
    let both = [body_care(5), body_care(5).by(OTHER_PROVIDER)];
    assert_told(&Setting::default(), &both, &both, &[], 2);
    assert_eq!(compare(&both, &both).lines.len(), 2);
}

#[test]
fn kinds_of_one_provider_are_never_mixed() {
    let (plan, actual) = ([body_care(5)], [visit("131111", 5, "0900", "1000")]);
    let expected = ["missing: 5 0900 111211 > - -387", "extra: - > 5 0900 131111 +100"];
    assert_told(&Setting::default(), &plan, &actual, &expected, 0);
}

#[test]
fn the_same_number_under_two_insurers_is_two_clients() {
    let (here, there) = (client("131987"), client("271004"));
    assert_ne!(here, there);
    let of = |client| Setting::default().compare_for(client, &[body_care(5)], &[]).differences.remove(0);
    let (first, second) = (of(here), of(there));
    assert_eq!((first.client, second.client), (here, there));
    assert_ne!(first.id, second.id);
}

#[test]
fn a_provider_that_sent_nothing_has_no_missing_rows() {
    let setting = Setting::default().silent(PROVIDER, "11");
    let plan = [body_care(5), body_care(6)];
    let comparison = setting.compare(&plan, &[]);
    assert_eq!(told(&comparison), [""; 0]);
    let line = comparison.lines[0];
    assert!(!line.arrived);
    assert_eq!((line.plan_rows, line.actual_rows, line.same, line.differences), (2, 0, 0, 0));
    assert_eq!((line.plan_units, line.actual_units), (774, 0));
}

#[test]
fn rows_from_elsewhere_of_a_provider_that_sent_nothing_are_extra() {
    let setting = Setting::default().silent(PROVIDER, "11");
    let expected = ["extra: - > 6 0900 111211 +387"];
    assert_told(&setting, &[body_care(5)], &[body_care(6)], &expected, 0);
}

#[test]
fn only_the_kind_that_did_not_come_is_silent() {
    let setting = Setting::default().silent(PROVIDER, "11");
    let plan = [body_care(5), visit("131111", 5, "1400", "1500")];
    assert_told(&setting, &plan, &[], &["missing: 5 1400 131111 > - -100"], 0);
}

#[test]
fn units_are_added_up_per_provider_and_kind() {
    let setting = Setting::with_codes(&["156361"], &["156275"]);
    let plan = [
        body_care(5).count(2),
        body_care(6),
        visit("151441", 5, "0930", "1640").units(658),
        addition("156361", 5).units(76),
        addition("156361", 12).units(76),
        addition("156275", 5).units(90),
        addition("155612", 5).units(-94),
    ];
    let actual = [body_care(5), visit("151441", 5, "0930", "1640").units(658)];
    let comparison = setting.compare(&plan, &actual);
    let totals: Vec<_> = comparison
        .lines
        .iter()
        .map(|line| (line.kind.as_str().to_owned(), line.plan_rows, line.plan_units, line.actual_units))
        .collect();
    assert_eq!(
        totals,
        [("11".to_owned(), 2, 387 * 3, 387), ("15".to_owned(), 5, 658 + 76 - 94, 658)],
        "monthly units once, percent additions left out, reductions taken off"
    );
}

#[test]
fn lines_and_differences_come_in_order() {
    let plan = [
        body_care(20).by(OTHER_PROVIDER),
        visit("131111", 3, "0900", "1000"),
        body_care(9),
        visit("111211", 2, "1500", "1600"),
        body_care(2),
    ];
    let comparison = compare(&plan, &[]);
    let groups: Vec<_> =
        comparison.lines.iter().map(|line| (line.provider.to_string(), line.kind.to_string())).collect();
    let expected = [(PROVIDER, "11"), (PROVIDER, "13"), (OTHER_PROVIDER, "11")];
    assert_eq!(groups, expected.map(|(provider, kind)| (provider.to_owned(), kind.to_owned())));
    let places: Vec<_> = comparison
        .differences
        .iter()
        .filter_map(|found| found.plan)
        .map(|plan| (plan.row.day, plan.row.start.hhmm()))
        .collect();
    assert_eq!(places, [(2, 900), (2, 1500), (9, 900), (3, 900), (20, 900)]);
}
