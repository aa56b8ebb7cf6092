//! What is not taken, and why.

use super::*;
use crate::domain::ids::ServiceCode;

fn edit(desk: &Desk, edit: RowEdit) -> Result<(), Refusal> {
    let place = DifferenceAt { client: 0, at: 0 };
    verdict(&desk.review, &[place], Some(&Verdict::Edit(edit)), "").map(|_| ())
}

fn field(refused: Result<(), Refusal>) -> Option<EditField> {
    match refused.err()? {
        Refusal::Impossible { field, .. } => Some(field),
        _ => None,
    }
}

#[test]
fn impossible_values_are_named() {
    let desk = Desk::open(&two_differences());
    let blank = RowEdit::default;
    let none = VisitTime::NONE;
    assert_eq!(field(edit(&desk, RowEdit { day: Some(32), ..blank() })), Some(EditField::Day));
    assert_eq!(field(edit(&desk, RowEdit { day: Some(0), ..blank() })), Some(EditField::Day));
    assert_eq!(field(edit(&desk, RowEdit { start: Some(none), ..blank() })), Some(EditField::End));
    assert_eq!(field(edit(&desk, RowEdit { count: Some(0), ..blank() })), Some(EditField::Count));
    assert_eq!(field(edit(&desk, RowEdit { count: Some(100), ..blank() })), Some(EditField::Count));
    assert_eq!(field(edit(&desk, RowEdit { units: Some(1_000_000), ..blank() })), Some(EditField::Units));
    let other_kind = ServiceCode::parse("131111");
    assert_eq!(field(edit(&desk, RowEdit { code: other_kind, ..blank() })), Some(EditField::Code));
    assert_eq!(edit(&desk, blank()), Err(Refusal::Nothing));
    assert_eq!(edit(&desk, RowEdit { day: Some(31), ..blank() }), Ok(()));
}

#[test]
fn a_locked_client_is_left_as_it_is() {
    let mut desk = Desk::open(&two_differences());
    desk.decide(0, Some(Verdict::Adopt));
    let client = desk.review.month.clients[0].client;
    assert_eq!(
        stage(&desk.review, &[0], Some(Stage::Fixed), ""),
        Err(Refusal::StillOpen { client, open: 1, waiting: 0 })
    );
    desk.decide(1, Some(Verdict::Adopt));
    let draft = stage(&desk.review, &[0], Some(Stage::Fixed), "").unwrap().draft;
    desk.take(draft);
    let all = [0, 1].map(|at| DifferenceAt { client: 0, at });
    assert_eq!(verdict(&desk.review, &all, None, ""), Err(Refusal::Fixed(client)));
    let (position, provider, kind) = desk.place(0);
    assert_eq!(withdraw(&desk.review, &[(position, provider)], true, "x"), Err(Refusal::Fixed(client)));
    let late = Some(&ArrivalChoice::Late);
    assert_eq!(arrival(&desk.review, &[(position, provider, kind)], late, ""), Err(Refusal::Fixed(client)));
}

#[test]
fn what_changes_nothing_is_no_event() {
    let mut desk = Desk::open(&two_differences());
    desk.decide(0, Some(Verdict::Adopt));
    let place = DifferenceAt { client: 0, at: 0 };
    assert_eq!(verdict(&desk.review, &[place], Some(&Verdict::Adopt), ""), Err(Refusal::Nothing));
    assert_eq!(verdict(&desk.review, &[], Some(&Verdict::Adopt), ""), Err(Refusal::Nothing));
    assert_eq!(redo(&desk.review), Err(Refusal::NothingToRedo));
    let (position, provider, _) = desk.place(0);
    assert_eq!(withdraw(&desk.review, &[(position, provider)], true, " "), Err(Refusal::NoReason));
}

#[test]
fn only_a_plan_and_an_actual_can_be_paired() {
    let desk = Desk::open(&two_differences());
    let [a, b] = [0, 1].map(|at| DifferenceAt { client: 0, at });
    assert_eq!(join(&desk.review, a, b), Err(Refusal::NotPairable));
    assert_eq!(take_apart(&desk.review, b), Err(Refusal::NotPairable));
    let nowhere = DifferenceAt { client: 9, at: 0 };
    assert_eq!(take_apart(&desk.review, nowhere), Err(Refusal::Vanished(String::new())));
}
