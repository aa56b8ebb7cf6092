use super::*;
use crate::reconcile::{ByHand, pair_by_hand};

fn by_hand(comparison: &mut ClientComparison, said: &[ByHand<'_>]) {
    let basis = BasisTable::from_evidence(&SheetEvidence::default());
    let arrived = FxHashSet::default();
    let ground = Ground { basis: &basis, arrived: &arrived };
    pair_by_hand(comparison, ground, said.iter().copied(), |_| None);
}

fn ids(comparison: &ClientComparison) -> Vec<String> {
    comparison.differences.iter().map(|difference| difference.id.clone()).collect()
}

#[test]
fn rows_are_joined_and_taken_apart_again() {
    // Another service on another day is never paired by itself.
    let plan = [visit("111211", 5, "0900", "1000").units(387)];
    let actual = [visit("111111", 9, "1300", "1330").units(244)];
    let mut comparison = compare(&plan, &actual);
    let before = comparison.clone();
    assert_eq!(told(&comparison).len(), 2);
    let [missing, extra] = <[String; 2]>::try_from(ids(&comparison)).unwrap();
    by_hand(&mut comparison, &[ByHand::Joined { id: &missing, with: &extra }]);
    assert_eq!(told(&comparison), ["moved_date: 5 0900 111211 > 9 1300 111111 -143"]);
    assert_eq!(comparison.lines[0].differences, 1);
    let pair = ids(&comparison).remove(0);
    by_hand(&mut comparison, &[ByHand::Apart { id: &pair }]);
    assert_eq!((told(&comparison), ids(&comparison)), (told(&before), ids(&before)));
    assert_eq!(comparison.lines, before.lines);
}

#[test]
fn a_pair_taken_apart_can_be_joined_otherwise() {
    let plan = [visit("111211", 5, "0900", "1000").units(387)];
    let actual =
        [visit("111211", 6, "0900", "1000").units(387), visit("111211", 20, "0900", "1000").units(387)];
    let mut comparison = compare(&plan, &actual);
    assert_eq!(told(&comparison)[0], "moved_date: 5 0900 111211 > 6 0900 111211 +0");
    let pair = ids(&comparison).remove(0);
    let other = comparison.differences[1].id.clone();
    let missing = compare(&plan, &[visit("999999", 1, "9999", "9999").by(OTHER_PROVIDER)]);
    let missing = missing.differences.iter().find(|d| d.plan.is_some()).unwrap().id.clone();
    by_hand(&mut comparison, &[ByHand::Apart { id: &pair }, ByHand::Joined { id: &missing, with: &other }]);
    assert_eq!(
        told(&comparison),
        ["moved_date: 5 0900 111211 > 20 0900 111211 +0", "extra: - > 6 0900 111211 +387"]
    );
}

#[test]
fn what_is_not_there_or_of_another_provider_is_left() {
    let plan = [visit("111211", 5, "0900", "1000")];
    let actual = [visit("111211", 9, "1300", "1330").by(OTHER_PROVIDER)];
    let mut comparison = compare(&plan, &actual);
    let before = told(&comparison);
    let [missing, extra] = <[String; 2]>::try_from(ids(&comparison)).unwrap();
    by_hand(
        &mut comparison,
        &[
            ByHand::Joined { id: &missing, with: &extra },
            ByHand::Joined { id: &extra, with: &missing },
            ByHand::Apart { id: &missing },
            ByHand::Apart { id: "0000000000000000" },
        ],
    );
    assert_eq!(told(&comparison), before);
}

#[test]
fn twins_keep_ids_of_their_own() {
    let plan = [visit("111211", 5, "0900", "1000"), visit("111211", 5, "0900", "1000")];
    let actual = [visit("111211", 9, "0900", "1000"), visit("999999", 1, "9999", "9999").by(OTHER_PROVIDER)];
    let mut comparison = compare(&plan, &actual);
    let pair = comparison.differences.iter().find(|d| d.plan.is_some() && d.actual.is_some()).unwrap();
    let id = pair.id.clone();
    by_hand(&mut comparison, &[ByHand::Apart { id: &id }]);
    let ids: std::collections::BTreeSet<_> = ids(&comparison).into_iter().collect();
    assert_eq!((comparison.differences.len(), ids.len()), (4, 4));
}
