//! Levels and rules.

use super::*;
use crate::domain::decision::Rule;

fn rule(verdict: Verdict, class: DifferenceClass) -> Rule {
    Rule { verdict, class: Some(class), provider: None, kind: None, code: None, same_units: false }
}

/// Two clients with a re-timed visit each; the first has one that was not made as well.
fn two_clients() -> Memory {
    let other = |line| of_client(line, OTHER);
    Memory::default()
        .lines(&plan_name(1), &[plan(5), plan(12), plan(19), other(plan(5)), other(plan(6))])
        .lines(&actual_name(2), &[actual(5), later(actual(12)), other(later(actual(5))), other(actual(6))])
}

#[test]
fn levels_take_what_belongs_together() {
    let desk = Desk::open(&two_clients());
    let at = DifferenceAt { client: 0, at: 0 };
    let of = |level| select(&desk.review, at, level).len();
    assert_eq!(Level::ALL.map(of), [1, 2, 2, 2, 3, 2]);
}

#[test]
fn a_group_takes_only_what_is_undecided() {
    let mut desk = Desk::open(&two_clients());
    desk.decide(1, Some(Verdict::Hold));
    let at = DifferenceAt { client: 0, at: 0 };
    assert_eq!(select(&desk.review, at, Level::Client), [at]);
    let held = DifferenceAt { client: 0, at: 1 };
    assert_eq!(
        select(&desk.review, held, Level::Client).len(),
        2,
        "the one under the cursor is always taken"
    );
}

#[test]
fn a_rule_is_one_event_and_says_what_it_hits() {
    let mut desk = Desk::open(&two_clients());
    let rule = Rule { same_units: true, ..rule(Verdict::Adopt, DifferenceClass::TimeChanged) };
    let found = hits(&desk.review, &rule);
    assert_eq!((found.hit.len(), found.guarded.len()), (2, 0));
    let drafted = apply_rule(&desk.review, "時間変更(単位同じ)は採用", &rule).unwrap();
    assert_eq!(drafted.draft.changes.len(), 2);
    desk.take(drafted.draft);
    assert_eq!(desk.cells(0), [(CellState::Different, 1)]);
    assert_eq!(desk.cells(1), [(CellState::Settled, 0)]);
    assert_eq!(apply_rule(&desk.review, "again", &rule), Err(Refusal::Nothing), "it hits nothing any more");
    let undo = undo(&desk.review).unwrap();
    desk.take(undo);
    assert_eq!(hits(&desk.review, &rule).hit.len(), 2);
}

#[test]
fn a_rule_never_keeps_what_would_be_cut_or_held() {
    let baths = |line: crate::format::exchange::read::fixture::Line| line.set("service_code", "121111");
    let memory = Memory::default()
        .lines(&plan_name(1), &[plan(5)])
        .lines(&actual_name(2), &[actual(5), actual(12), baths(actual(13))]);
    let desk = Desk::open(&memory);
    let found = hits(&desk.review, &rule(Verdict::Keep, DifferenceClass::Extra));
    let risks: Vec<Risk> = found.guarded.iter().map(|guarded| guarded.risk).collect();
    assert_eq!((found.hit.as_slice(), risks), (&[][..], vec![Risk::Cut { units: 250 }, Risk::Hold]));
    let adopting = hits(&desk.review, &rule(Verdict::Adopt, DifferenceClass::Extra));
    assert_eq!((adopting.hit.len(), adopting.guarded.len()), (2, 0));
}

#[test]
fn a_rule_stops_where_the_limit_would_be_exceeded() {
    use crate::format::exchange::FileKind;
    use crate::format::exchange::read::fixture::v4;
    let profile = v4(FileKind::Uphosoku).set("category_benefit_limit_units", "800");
    let memory = Memory::default()
        .lines(&plan_name(1).replace("UPPLAN", "UPHOSOKU"), &[profile])
        .lines(&plan_name(1), &[plan(5)])
        .lines(&actual_name(2), &[actual(5), actual(12), actual(13), actual(14)]);
    let desk = Desk::open(&memory);
    assert_eq!(desk.review.clients[0].limit_units, Some(800));
    let found = hits(&desk.review, &rule(Verdict::Adopt, DifferenceClass::Extra));
    // 250 planned: two more fit into 800, the third would be 200 above.
    assert_eq!(found.hit.len(), 2);
    assert_eq!(found.guarded.iter().map(|g| g.risk).collect::<Vec<_>>(), [Risk::OverLimit { units: 200 }]);
}

#[test]
fn a_rule_leaves_clients_with_unreadable_rows_alone() {
    let memory = two_differences().lines(&actual_name(2), &[actual(5), actual(6).set("service_code", "1")]);
    let desk = Desk::open(&memory);
    let found = hits(&desk.review, &rule(Verdict::Adopt, DifferenceClass::Missing));
    assert!(found.hit.is_empty() && found.guarded.iter().all(|guarded| guarded.risk == Risk::Faulty));
    assert!(!found.guarded.is_empty());
}

#[test]
fn rules_are_kept_and_offered_again() {
    let mut desk = Desk::open(&two_clients());
    let first = proposals(&desk.review);
    assert_eq!(first[0].rule.class, Some(DifferenceClass::TimeChanged));
    assert_eq!((first[0].name.as_deref(), first[0].hits.hit.len()), (None, 2));
    let kept = keep_rule(&desk.review, "時間", Some(first[0].rule.clone())).unwrap();
    assert_eq!(kept.draft.month, None, "a kept rule is of the office, not of the month");
    desk.take(kept.draft);
    let again = proposals(&desk.review);
    assert_eq!(again[0].name.as_deref(), Some("時間"));
    assert_eq!(again.iter().filter(|p| p.rule == first[0].rule).count(), 1);
}
