//! What decisions make of a month, also when files come again.

use super::*;

#[test]
fn decided_differences_settle_their_cell() {
    let mut desk = Desk::open(&two_differences());
    assert_eq!(desk.cells(0), [(CellState::Different, 2)]);
    desk.decide(0, Some(Verdict::Adopt));
    assert_eq!(desk.cells(0), [(CellState::Different, 1)]);
    desk.decide(1, Some(Verdict::Ask { due: None, text: "19日は？".into() }));
    assert_eq!(desk.cells(0), [(CellState::Asked, 1)]);
    desk.decide(1, Some(Verdict::Keep));
    assert_eq!(desk.cells(0), [(CellState::Settled, 0)]);
    assert_eq!((desk.review.open, desk.review.managers[0].settled), (0, 1));
    desk.decide(1, None);
    assert_eq!(desk.cells(0), [(CellState::Different, 1)]);
}

#[test]
fn a_decision_outlives_other_files_and_a_changed_row_is_told() {
    let mut desk = Desk::open(&two_differences());
    desk.decide(0, Some(Verdict::Adopt));
    desk.decide(1, Some(Verdict::Keep));
    // The provider sends again: the 12th is at another time now, the 19th still missing.
    let moved = actual(12).set("start_time", "1000").set("end_time", "1100");
    let desk = desk.reopen(&two_differences().lines(&actual_name(3), &[actual(5), moved]));
    assert_eq!(
        desk.differences(),
        [(DifferenceClass::TimeChanged, Settled::Open), (DifferenceClass::Missing, Settled::Kept)]
    );
    let difference = desk.review.difference(DifferenceAt { client: 0, at: 0 }).unwrap();
    let before = desk.review.decided_before(difference).unwrap();
    assert_eq!(before.held.value.verdict, Verdict::Adopt);
    assert_eq!(before.held.value.seen.actual.as_ref().unwrap().start.hhmm(), 930);
    assert_eq!(desk.review.stale(0).len(), 1);
}

#[test]
fn deciding_anew_ends_what_was_overtaken() {
    let mut desk = Desk::open(&two_differences());
    desk.decide(0, Some(Verdict::Adopt));
    let moved = actual(12).set("start_time", "1000").set("end_time", "1100");
    let mut desk = desk.reopen(&two_differences().lines(&actual_name(3), &[actual(5), moved]));
    desk.decide(0, Some(Verdict::Keep));
    assert!(desk.review.stale(0).is_empty());
    // Undoing brings both back at once.
    let undo = undo(&desk.review).unwrap();
    desk.take(undo);
    assert_eq!((desk.review.stale(0).len(), desk.differences()[0].1), (1, Settled::Open));
}

#[test]
fn a_row_that_agrees_now_leaves_a_decision_without_effect() {
    let mut desk = Desk::open(&two_differences());
    desk.decide(1, Some(Verdict::Keep));
    let all = [actual(5), later(actual(12)), actual(19)];
    let desk = desk.reopen(&two_differences().lines(&actual_name(3), &all));
    assert_eq!(desk.differences(), [(DifferenceClass::TimeChanged, Settled::Open)]);
    assert_eq!(desk.review.stale(0).len(), 1, "kept and shown, never dropped");
}

#[test]
fn actuals_from_a_fax_are_compared_like_the_rest() {
    let mut desk = Desk::open(&Memory::default().lines(&plan_name(1), &[plan(5), plan(12)]));
    assert_eq!(desk.cells(0), [(CellState::NotArrived, 0)]);
    let place = desk.place(0);
    let mut rows = as_planned(&desk.review, place);
    assert_eq!(rows.len(), 2);
    let fax = |rows: &[RowContent]| ArrivalChoice::Fax { rows: rows.to_vec() };
    let drafted = arrival(&desk.review, &[place], Some(&fax(&rows)), "").unwrap();
    desk.take(drafted.draft);
    assert_eq!(desk.cells(0), [(CellState::Same, 0)]);
    rows[1].start = VisitTime::from_hhmm(930).unwrap();
    let drafted = arrival(&desk.review, &[place], Some(&fax(&rows)), "").unwrap();
    desk.take(drafted.draft);
    assert_eq!(desk.differences(), [(DifferenceClass::TimeChanged, Settled::Open)]);
    let typed = desk.review.month.differences().next().unwrap().actual.unwrap();
    assert!(desk.review.month.file(typed.file).is_none(), "typed in: no file");
    let drafted = arrival(&desk.review, &[place], None, "").unwrap();
    desk.take(drafted.draft);
    assert_eq!(desk.cells(0), [(CellState::NotArrived, 0)]);
}

#[test]
fn what_the_provider_sends_later_stands_before_the_fax() {
    let waiting = Memory::default().lines(&plan_name(1), &[plan(5), plan(12)]);
    let mut desk = Desk::open(&waiting);
    let place = desk.place(0);
    let fax = ArrivalChoice::Fax { rows: as_planned(&desk.review, place) };
    let drafted = arrival(&desk.review, &[place], Some(&fax), "").unwrap();
    desk.take(drafted.draft);
    let desk = desk.reopen(&waiting.lines(&actual_name(2), &[actual(5)]));
    assert_eq!(desk.differences(), [(DifferenceClass::Missing, Settled::Open)]);
}

#[test]
fn a_provider_that_sent_nothing_is_settled_by_a_choice() {
    let mut desk = Desk::open(&Memory::default().lines(&plan_name(1), &[plan(5)]));
    let place = desk.place(0);
    for choice in [ArrivalChoice::AsPlanned, ArrivalChoice::Late] {
        let drafted = arrival(&desk.review, &[place], Some(&choice), "10日に間に合わない").unwrap();
        desk.take(drafted.draft);
        assert_eq!(desk.cells(0), [(CellState::Settled, 0)]);
    }
}

#[test]
fn a_withdrawn_provider_has_nothing_left_to_decide() {
    let mut desk = Desk::open(&two_differences());
    let (client, provider, _) = desk.place(0);
    let drafted = withdraw(&desk.review, &[(client, provider)], true, "電話で取下げ").unwrap();
    desk.take(drafted.draft);
    assert_eq!(desk.cells(0), [(CellState::Settled, 0)]);
    assert!(desk.differences().iter().all(|(_, settled)| *settled == Settled::Withdrawn));
    let drafted = withdraw(&desk.review, &[(client, provider)], false, "").unwrap();
    desk.take(drafted.draft);
    assert_eq!(desk.cells(0), [(CellState::Different, 2)]);
}

#[test]
fn rows_are_paired_and_taken_apart() {
    let memory = Memory::default()
        .lines(&plan_name(1), &[plan(5)])
        .lines(&actual_name(2), &[actual(9).set("service_code", "111211").set("units", "390")]);
    let mut desk = Desk::open(&memory);
    assert_eq!(desk.differences().len(), 2);
    desk.decide(0, Some(Verdict::Hold));
    let [a, b] = [0, 1].map(|at| DifferenceAt { client: 0, at });
    let drafted = join(&desk.review, b, a).unwrap();
    desk.take(drafted.draft);
    assert_eq!(desk.differences(), [(DifferenceClass::MovedDate, Settled::Open)]);
    assert!(desk.review.stale(0).is_empty(), "what was decided about the two rows ended");
    let drafted = take_apart(&desk.review, a).unwrap();
    desk.take(drafted.draft);
    assert_eq!(desk.differences().len(), 2);
    for _ in 0..2 {
        let draft = undo(&desk.review).unwrap();
        desk.take(draft);
    }
    let both = desk.differences();
    assert_eq!(both[0], (DifferenceClass::Missing, Settled::Held), "{both:?}");
}

#[test]
fn pairing_can_go_on_and_on() {
    let moved = Memory::default().lines(&plan_name(1), &[plan(5)]).lines(&actual_name(2), &[actual(9)]);
    let other = |line: crate::format::exchange::read::fixture::Line| line.set("service_code", "111211");
    let two = Memory::default().lines(&plan_name(1), &[plan(5)]).lines(&actual_name(2), &[other(actual(9))]);
    let [a, b] = [0, 1].map(|at| DifferenceAt { client: 0, at });
    for memory in [moved, two] {
        let mut desk = Desk::open(&memory);
        let mut count = desk.differences().len();
        for _ in 0..5 {
            let step =
                if count == 1 { take_apart(&desk.review, a) } else { join(&desk.review, a, b) }.unwrap();
            desk.take(step.draft);
            let now = desk.differences().len();
            assert_eq!(now, 3 - count);
            let back = undo(&desk.review).unwrap();
            desk.take(back);
            assert_eq!(desk.differences().len(), count, "undone");
            let again = redo(&desk.review).unwrap();
            desk.take(again);
            assert_eq!(desk.differences().len(), now, "done again");
            count = now;
        }
    }
}

#[test]
fn clients_are_locked_and_the_month_is_signed_off() {
    let mut desk = Desk::open(&agreeing());
    let draft = stage(&desk.review, &[0], Some(Stage::Checked), "").unwrap().draft;
    desk.take(draft);
    assert_eq!(desk.cells(0), [(CellState::Same, 0)]);
    let none = std::collections::BTreeMap::new();
    let client = desk.review.month.clients[0].client;
    assert_eq!(close(&desk.review, &none, ""), Err(Refusal::ClientsOpen(vec![client])));
    let draft = stage(&desk.review, &[0], Some(Stage::Fixed), "").unwrap().draft;
    desk.take(draft);
    assert_eq!(desk.cells(0), [(CellState::Fixed, 0)]);
    let draft = close(&desk.review, &none, "").unwrap().draft;
    desk.take(draft);
    assert_eq!(undo(&desk.review), Err(Refusal::MonthClosed));
    assert_eq!(stage(&desk.review, &[0], None, ""), Err(Refusal::MonthClosed));
    assert_eq!(reopen(&desk.review, " "), Err(Refusal::NoReason));
    let draft = reopen(&desk.review, "返戻のため").unwrap();
    desk.take(draft);
    let draft = stage(&desk.review, &[0], None, "").unwrap().draft;
    desk.take(draft);
    assert_eq!(desk.cells(0), [(CellState::Same, 0)]);
}

#[test]
fn an_explained_exception_lets_the_month_close() {
    let mut desk = Desk::open(&two_differences());
    let client = desk.review.month.clients[0].client;
    let blank = [(client, "  ".to_owned())].into();
    assert_eq!(close(&desk.review, &blank, ""), Err(Refusal::ClientsOpen(vec![client])));
    let explained = [(client, "月遅れ".to_owned())].into();
    let draft = close(&desk.review, &explained, "").unwrap().draft;
    desk.take(draft);
    assert_eq!(desk.review.decisions.closed().unwrap().value, explained);
}
