//! Identities of differences: decisions hang on them.

use super::*;
use std::collections::BTreeSet;

fn body_care(day: u8) -> Given {
    visit("111211", day, "0900", "1000").units(387)
}

fn ids(comparison: &ClientComparison) -> Vec<String> {
    comparison.differences.iter().map(|found| found.id.clone()).collect()
}

#[test]
fn an_identity_is_sixteen_hexadecimal_digits() {
    for id in ids(&compare(&[body_care(5)], &[])) {
        assert_eq!(id.len(), 16);
        assert!(id.chars().all(|c| c.is_ascii_hexdigit() && !c.is_ascii_uppercase()), "{id}");
    }
}

#[test]
fn files_lines_and_order_do_not_matter() {
    let plan = [body_care(5), body_care(9), visit("151441", 5, "0930", "1640")];
    let actual = [body_care(6), visit("111311", 9, "0900", "1030"), body_care(20)];
    let before = compare(&plan, &actual);
    let moved = |rows: &[Given]| -> Vec<Given> {
        rows.iter().rev().cloned().zip(100_u32..).map(|(row, line)| row.at(line % 3, line)).collect()
    };
    let after = compare(&moved(&plan), &moved(&actual));
    assert_eq!((told(&before), ids(&before)), (told(&after), ids(&after)));
}

#[test]
fn satellite_and_over_30_days_make_no_difference() {
    let mut other = body_care(5);
    (other.row.satellite, other.row.over_30_days) = (*b"01", true);
    assert_told(&Setting::default(), &[body_care(5)], std::slice::from_ref(&other), &[], 1);
    assert_eq!(ids(&compare(&[body_care(5)], &[])), ids(&compare(&[other], &[])));
}

#[test]
fn a_difference_keeps_its_identity_when_others_come_and_go() {
    let alone = ids(&compare(&[body_care(5)], &[]));
    let among = ids(&compare(&[body_care(5), visit("151441", 5, "0930", "1640")], &[]));
    assert!(among.contains(&alone[0]));
}

#[test]
fn different_content_has_different_identities() {
    let bed = |day: u8| addition("171003", day);
    let (row, none) = (body_care(5), Vec::new());
    let cases: Vec<(Vec<Given>, Vec<Given>)> = vec![
        (vec![row.clone()], none.clone()),
        (none.clone(), vec![row.clone()]),
        (vec![body_care(6)], none.clone()),
        (vec![row.clone().by(OTHER_PROVIDER)], none.clone()),
        (vec![visit("111311", 5, "0900", "1000").units(387)], none.clone()),
        (vec![visit("111211", 5, "0901", "1000").units(387)], none.clone()),
        (vec![visit("111211", 5, "0900", "1001").units(387)], none.clone()),
        (vec![row.clone().count(2)], none.clone()),
        (vec![row.clone().units(388)], none.clone()),
        (vec![row.clone()], vec![row.clone().units(388)]),
        (vec![row.clone()], vec![row.clone().units(389)]),
        (vec![bed(1)], none.clone()),
        (vec![bed(1).tais("00001-000001")], none.clone()),
        (vec![bed(1).discriminator("01")], none.clone()),
        (vec![addition("A21113", 1).prorated(1, 10)], none.clone()),
        (vec![addition("A21113", 1).prorated(1, 11)], none),
    ];
    let found: BTreeSet<String> =
        cases.iter().flat_map(|(plan, actual)| ids(&compare(plan, actual))).collect();
    assert_eq!(found.len(), cases.len());
}

#[test]
fn twins_have_identities_of_their_own() {
    let three = [body_care(5), body_care(5), body_care(5)];
    let found = ids(&compare(&three, &[]));
    assert_eq!(found.len(), 3);
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), 3);
    let two = ids(&compare(&three[..2], &[]));
    assert_eq!(two, found[..2], "the first twins keep theirs");
}
