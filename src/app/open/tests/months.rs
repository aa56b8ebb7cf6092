//! Several months and several care offices in one folder.

use super::*;

const OTHER: &str = "1379900069";

fn other_office(name: &str) -> String {
    name.replace(CARE, OTHER)
}

fn september(line: Line) -> Line {
    line.set("target_month", "202609").set("service_date", "20260907")
}

fn two_months() -> Memory {
    let name = plan_name(1).replace("UPPLAN_202610", "UPPLAN_202609");
    agreeing().lines(&name, &[september(plan(1)), september(plan(1)), september(plan(1))])
}

#[test]
fn the_month_with_most_rows_is_opened_and_the_others_noted() {
    let month = two_months().open();
    assert_eq!(month.month.to_string(), "2026-10");
    let [Note::OtherMonths { others, asked: false, .. }] = month.notes.as_slice() else {
        panic!("{:?}", month.notes)
    };
    assert_eq!(others.as_slice(), [(ServiceMonth::parse("2026-09").unwrap(), 3)]);
    assert_eq!((month.totals.plan_rows, classes(&month)), (2, vec![]));
    assert!(!file_named(&month, "UPPLAN_202609").is_in_scope);
}

#[test]
fn a_month_can_be_asked_for() {
    let asked = |text: &str| {
        two_months().open_with(OpenOptions { month: ServiceMonth::parse(text), ..OpenOptions::default() })
    };
    let september = asked("2026-09").unwrap();
    assert_eq!((september.month.to_string().as_str(), september.totals.plan_rows), ("2026-09", 3));
    let months = ["2026-09", "2026-10"].map(|text| ServiceMonth::parse(text).unwrap()).to_vec();
    assert_eq!(asked("2026-08").unwrap_err(), OpenFailure::MonthAbsent(months));
}

fn two_offices() -> Memory {
    let client = |line| of_client(line, "0001000202");
    agreeing()
        .lines(&other_office(&plan_name(1)), &[client(plan(8))])
        .lines(&other_office(&actual_name(2)), &[client(actual(9))])
}

#[test]
fn several_care_offices_are_compared_together_or_one_by_one() {
    let both = two_offices().open();
    assert_eq!(both.notes, [Note::SeveralOffices(vec![office(CARE), office(OTHER)])]);
    assert_eq!((both.totals.clients, classes(&both)), (2, vec![(DifferenceClass::MovedDate, 8)]));
    let one = |number| {
        two_offices().open_with(OpenOptions { office: Some(office(number)), ..OpenOptions::default() })
    };
    let (first, second) = (one(CARE).unwrap(), one(OTHER).unwrap());
    assert_eq!((first.totals.clients, classes(&first), first.notes.as_slice()), (1, vec![], &[][..]));
    assert_eq!((second.totals.clients, classes(&second)), (1, vec![(DifferenceClass::MovedDate, 8)]));
    assert_eq!(one("1379900077").unwrap_err(), OpenFailure::OfficeAbsent(vec![office(CARE), office(OTHER)]));
}

#[test]
fn actuals_for_somebody_else_are_left_out() {
    let name = other_office(&actual_name(2));
    let month = agreeing().lines(&name, &[actual(20), actual(21)]).open();
    let [problem] = month.problems.as_slice() else { panic!("{:?}", month.problems) };
    assert_eq!(
        (problem.code, problem.found.as_str(), problem.expected.as_str()),
        (ProblemCode::WrongDestination, OTHER, CARE)
    );
    assert_eq!((counts(&month, &name), classes(&month)), ([0, 0, 0, 2], vec![]));
}
