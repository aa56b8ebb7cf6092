use super::typing::{Column, Remainder, Typing, is_digit};
use crate::benefit::allot::{AllotRow, Limits, ManualShares, RowKey, Share, check, propose, stamp};
use crate::benefit::policy::AllotRule;
use crate::domain::ids::{OfficeNumber, ServiceCode, ServiceKind};
use proptest::prelude::*;
use tui_input::InputRequest;

fn kind(text: &str) -> ServiceKind {
    ServiceKind::parse(text).unwrap()
}

fn row(nth: u16, code: &str, managed: i64) -> AllotRow {
    let key = RowKey {
        office: OfficeNumber::parse("1379900028").unwrap(),
        code: ServiceCode::parse(code).unwrap(),
        nth,
    };
    AllotRow { key, managed, is_pair: false }
}

/// 5,000 of 訪問介護 in two rows and 2,000 of 通所介護.
fn rows() -> Vec<AllotRow> {
    vec![row(0, "111111", 3_000), row(0, "111211", 2_000), row(0, "151111", 2_000)]
}

fn limits(category: i64, kinds: &[(&str, i64)]) -> Limits {
    let kinds = kinds.iter().map(|(text, units)| (kind(text), *units)).collect();
    Limits { category: Some(category), kinds }
}

fn share(kind_over: i64, category_over: i64) -> Share {
    Share { kind_over, category_over }
}

fn type_in(typing: &mut Typing, text: &str) {
    for c in text.chars() {
        typing.edit(InputRequest::InsertChar(c));
    }
}

fn left(typing: &Typing) -> Vec<(Option<ServiceKind>, i64)> {
    typing.remainders().iter().map(|found| (found.kind, found.left)).collect()
}

#[test]
fn what_is_left_follows_every_key() {
    let mut typing = Typing::new(rows(), limits(6_000, &[]), &[]);
    assert_eq!(typing.remainders(), [Remainder { kind: None, limit: 6_000, over: 1_000, left: 1_000 }]);
    let lefts: Vec<i64> = ["1", "２", "0", "0"]
        .iter()
        .map(|digit| {
            type_in(&mut typing, digit);
            left(&typing)[0].1
        })
        .collect();
    assert_eq!(lefts, [999, 988, 880, -200]);
    assert_eq!((typing.within(0), typing.is_too_much(0)), (1_800, false));
    typing.edit(InputRequest::DeletePrevChar);
    assert_eq!(left(&typing), [(None, 880)]);
}

#[test]
fn a_digit_begins_a_new_number_in_a_field_that_was_just_entered() {
    let mut typing = Typing::new(rows(), limits(6_000, &[]), &[share(0, 1_000)]);
    type_in(&mut typing, "40");
    assert_eq!(typing.share(0), share(0, 40));
    typing.go(1, true);
    typing.go(1, false);
    typing.edit(InputRequest::DeletePrevChar);
    assert_eq!(typing.share(0), share(0, 4), "other keys edit what is there");
    type_in(&mut typing, "999999999999");
    assert_eq!(typing.share(0), share(0, 49_999_999), "a number has an end");
}

#[test]
fn limits_of_kinds_have_fields_and_remainders_of_their_own() {
    let mut typing = Typing::new(rows(), limits(6_000, &[("11", 4_500), ("13", 100)]), &[]);
    assert_eq!(left(&typing), [(Some(kind("11")), 500), (None, 500)], "of 13 there is no row");
    let has_kind: Vec<bool> = (0..3).map(|at| typing.field(at, Column::Kind).is_some()).collect();
    assert_eq!(has_kind, [true, true, false]);
    let mut places = Vec::new();
    for _ in 0..6 {
        places.push(typing.place().unwrap());
        typing.step(true);
    }
    let all = [(0, Column::Kind), (0, Column::Category), (1, Column::Kind), (1, Column::Category)];
    assert_eq!(places, [&all[..], &[(2, Column::Category), (0, Column::Kind)]].concat());
    typing.step(false);
    assert_eq!(typing.place(), Some((0, Column::Kind)));
    // A row without the column has the other one.
    typing.go(9, true);
    assert_eq!(typing.place(), Some((2, Column::Category)));
    typing.select(1, Column::Kind);
    typing.select(2, Column::Kind);
    assert_eq!(typing.place(), Some((1, Column::Kind)), "there is no such field");
}

#[test]
fn the_rest_goes_to_the_row_as_far_as_it_can_bear_it() {
    let mut typing = Typing::new(rows(), limits(2_500, &[("11", 4_500)]), &[share(0, 100)]);
    assert_eq!(left(&typing), [(Some(kind("11")), 500), (None, 3_900)]);
    typing.select(1, Column::Category);
    typing.hand_rest();
    assert_eq!((typing.share(1), typing.within(1)), (share(500, 1_500), 0), "all that it has");
    assert_eq!(left(&typing), [(Some(kind("11")), 0), (None, 2_400)]);
    typing.select(0, Column::Category);
    typing.hand_rest();
    assert_eq!(typing.share(0), share(0, 2_500));
    assert!(left(&typing).iter().all(|(_, left)| *left == 0));
    // What is too much is taken from it again.
    type_in(&mut typing, "2900");
    typing.hand_rest();
    assert_eq!(typing.share(0), share(0, 2_500));
}

#[test]
fn the_proposal_leaves_nothing() {
    let limits = limits(3_000, &[("11", 4_000)]);
    let mut typing = Typing::new(rows(), limits.clone(), &[]);
    type_in(&mut typing, "77");
    typing.fill(&propose(&rows(), &limits, &AllotRule::LargestFirst).shares);
    assert!(left(&typing).iter().all(|(_, left)| *left == 0), "{:?}", typing.remainders());
    assert_eq!(
        typing.shares().unwrap(),
        [(rows()[0].key, share(1_000, 2_000)), (rows()[1].key, share(0, 1_000))]
    );
}

#[test]
fn numbers_are_read_as_people_type_them() {
    let mut typing = Typing::new(rows(), limits(6_000, &[]), &[]);
    for (text, units) in [("1,000", 1_000), ("１，０００", 1_000), ("0042", 42)] {
        typing.select(0, Column::Category);
        type_in(&mut typing, text);
        assert_eq!(typing.share(0).category_over, units, "{text}");
    }
    assert!(
        ['0', '９', ',', '，'].into_iter().all(is_digit) && !['p', '-', '十', ' '].into_iter().any(is_digit)
    );
    typing.select(2, Column::Category);
    type_in(&mut typing, "1");
    typing.edit(InputRequest::GoToStart);
    type_in(&mut typing, "x");
    typing.select(0, Column::Category);
    assert_eq!(typing.shares(), None);
    assert_eq!(typing.place(), Some((2, Column::Category)), "the field that cannot be read is typed in");
}

fn any_rows() -> impl Strategy<Value = Vec<AllotRow>> {
    let code = prop_oneof![Just("111111"), Just("151111"), Just("131111"), Just("221111"), Just("231111")];
    proptest::collection::vec((code, -500_i64..4_000), 1..8)
        .prop_map(|rows| (0..).zip(rows).map(|(nth, (code, managed))| row(nth, code, managed)).collect())
}

fn any_limits() -> impl Strategy<Value = Limits> {
    let kinds = proptest::sample::subsequence(vec!["11", "15", "22"], 0..3);
    (proptest::option::of(0_i64..12_000), kinds, 0_i64..3_000).prop_map(|(category, kinds, units)| Limits {
        category,
        kinds: kinds.into_iter().map(|text| (kind(text), units)).collect(),
    })
}

proptest! {
    /// What the window says is right can be saved, and what it says is wrong cannot.
    #[test]
    fn the_window_and_the_check_agree(
        rows in any_rows(),
        limits in any_limits(),
        keys in proptest::collection::vec(0_usize..9, 0..60),
    ) {
        let mut typing = Typing::new(rows.clone(), limits.clone(), &[]);
        let proposed = propose(&rows, &limits, &AllotRule::LargestFirst).shares;
        for key in keys {
            match key {
                0 => typing.hand_rest(),
                1 => typing.fill(&proposed),
                2 => typing.step(true),
                3 => typing.go(1, true),
                4 => typing.edit(InputRequest::DeletePrevChar),
                key => type_in(&mut typing, ["1", "5", "0", "９"][key - 5]),
            }
        }
        let is_right = typing.remainders().iter().all(|found| found.left == 0)
            && (0..rows.len()).all(|at| !typing.is_too_much(at));
        let shares = typing.shares().unwrap();
        prop_assert!(shares.iter().all(|(_, share)| share.kind_over >= 0 && share.category_over >= 0));
        let saved = ManualShares { shares, made_for: stamp(&rows, &limits) };
        let checked = check(&rows, &limits, &saved);
        prop_assert_eq!(is_right, checked.is_ok(), "{:?} {:?}", checked, saved);
    }
}
