//! Proposals and typed shares.

use super::*;
use crate::domain::ids::{OfficeNumber, ServiceCode};

fn key(office: u8, code: &str) -> RowKey {
    RowKey {
        office: OfficeNumber::parse(&format!("137990{office:04}")).unwrap(),
        code: ServiceCode::parse(code).unwrap(),
        nth: 0,
    }
}

fn row(office: u8, code: &str, managed: Units) -> AllotRow {
    AllotRow { key: key(office, code), managed, is_pair: false }
}

fn limits(category: Units) -> Limits {
    Limits { category: Some(category), kinds: Vec::new() }
}

fn over(allotment: &Allotment) -> Vec<(Units, Units)> {
    allotment.shares.iter().map(|share| (share.kind_over, share.category_over)).collect()
}

#[test]
fn the_largest_row_takes_all_it_can_and_then_the_next() {
    let rows = [row(1, "111211", 300), row(2, "131211", 500), row(3, "211111", -100)];
    let proposed = propose(&rows, &limits(600), &AllotRule::LargestFirst);
    assert_eq!(over(&proposed), [(0, 0), (0, 100), (0, 0)]);
    let proposed = propose(&rows, &limits(100), &AllotRule::LargestFirst);
    assert_eq!((over(&proposed), proposed.left), (vec![(0, 100), (0, 500), (0, 0)], 0));
}

#[test]
fn a_rule_of_offices_and_rows_that_cannot_be_cut() {
    let mut rows = [row(1, "151211", 900), row(2, "111211", 300), row(3, "131211", 200)];
    rows[0].is_pair = true;
    assert_eq!(over(&propose(&rows, &limits(1_200), &AllotRule::LargestFirst)), [(0, 0), (0, 200), (0, 0)]);
    let rule = AllotRule::Offices(vec![key(3, "131211").office]);
    assert_eq!(over(&propose(&rows, &limits(1_100), &rule)), [(0, 0), (0, 100), (0, 200)]);
}

#[test]
fn kinds_first_and_short_stays_in_facilities_together() {
    let kind = |text| ServiceKind::parse(text).unwrap();
    let rows = [row(1, "221111", 600), row(2, "2A1111", 700), row(3, "111211", 500)];
    let limits = Limits { category: Some(1_400), kinds: vec![(kind("22"), 1_000)] };
    assert_eq!(kind_excess(&rows, &limits), [(kind("22"), 300)]);
    assert_eq!(category_excess(&rows, &limits), 100);
    let proposed = propose(&rows, &limits, &AllotRule::LargestFirst);
    assert_eq!(over(&proposed), [(0, 0), (300, 100), (0, 0)]);
}

#[test]
fn without_a_known_limit_nothing_is_over() {
    let rows = [row(1, "111211", 99_999)];
    assert_eq!(over(&propose(&rows, &Limits::default(), &AllotRule::LargestFirst)), [(0, 0)]);
}

#[test]
fn what_no_row_can_take_is_left() {
    let rows = [row(1, "211111", -200), row(2, "111211", 100)];
    let limits = Limits { category: Some(-400), kinds: Vec::new() };
    assert_eq!(propose(&rows, &limits, &AllotRule::LargestFirst).left, 200);
}

fn typed(rows: &[AllotRow], limits: &Limits, shares: &[(RowKey, Units)]) -> ManualShares {
    let share = |units| Share { kind_over: 0, category_over: units };
    ManualShares {
        shares: shares.iter().map(|(key, units)| (*key, share(*units))).collect(),
        made_for: stamp(rows, limits),
    }
}

#[test]
fn typed_shares_have_to_add_up_and_to_fit_their_rows() {
    let rows = [row(1, "111211", 300), row(2, "131211", 500)];
    let limits = limits(700);
    let good = typed(&rows, &limits, &[(rows[0].key, 60), (rows[1].key, 40)]);
    assert_eq!(over(&check(&rows, &limits, &good).unwrap()), [(0, 60), (0, 40)]);
    let short = typed(&rows, &limits, &[(rows[0].key, 60)]);
    assert_eq!(check(&rows, &limits, &short).unwrap_err(), [ShareFault::Remainder { kind: None, left: 40 }]);
    let much = typed(&rows, &limits, &[(rows[0].key, 301), (rows[1].key, -201)]);
    assert_eq!(
        check(&rows, &limits, &much).unwrap_err(),
        [
            ShareFault::OutOfRange { key: rows[0].key, most: 300 },
            ShareFault::OutOfRange { key: rows[1].key, most: 500 }
        ]
    );
    let elsewhere = key(9, "111211");
    let strange = typed(&rows, &limits, &[(rows[0].key, 100), (elsewhere, 0), (rows[0].key, 100)]);
    assert_eq!(
        check(&rows, &limits, &strange).unwrap_err(),
        [ShareFault::NoSuchRow(elsewhere), ShareFault::NoSuchRow(rows[0].key)]
    );
}

#[test]
fn shares_of_a_kind_are_not_those_of_the_class() {
    let rows = [row(1, "111211", 800)];
    let limits = Limits { category: Some(700), kinds: Vec::new() };
    let mut wrong = typed(&rows, &limits, &[]);
    wrong.shares.push((rows[0].key, Share { kind_over: 100, category_over: 0 }));
    let kind = Some(ServiceKind::parse("11").unwrap());
    assert_eq!(
        check(&rows, &limits, &wrong).unwrap_err(),
        [ShareFault::Remainder { kind, left: -100 }, ShareFault::Remainder { kind: None, left: 100 }]
    );
}

#[test]
fn shares_go_stale_when_the_plan_changes_and_not_when_rows_are_only_reordered() {
    let rows = [row(1, "111211", 300), row(2, "131211", 500)];
    let of_700 = limits(700);
    let shares = typed(&rows, &of_700, &[(rows[0].key, 100)]);
    let turned = [rows[1], rows[0]];
    assert_eq!(over(&check(&turned, &of_700, &shares).unwrap()), [(0, 0), (0, 100)]);
    let more = [rows[0], row(2, "131211", 600)];
    let stale = check(&more, &of_700, &shares).unwrap_err();
    assert_eq!(stale, [ShareFault::Stale(vec![rows[1].key])]);
    assert_eq!(check(&rows, &limits(701), &shares).unwrap_err(), [ShareFault::Stale(Vec::new())]);
    let same_sum = [row(1, "111211", 400), row(2, "131211", 400)];
    assert!(check(&same_sum, &of_700, &shares).is_err(), "the excess is the same, the rows are not");
}

#[test]
fn shares_survive_the_journal() {
    let rows = [row(1, "111211", 300)];
    let shares = typed(&rows, &limits(200), &[(rows[0].key, 100)]);
    let json = serde_json::to_string(&shares).unwrap();
    assert_eq!(serde_json::from_str::<ManualShares>(&json).unwrap(), shares);
}
