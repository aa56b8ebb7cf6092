//! Plans: copies, withdrawals, and months with one side only.

use super::*;
use crate::format::exchange::read::fixture::v4;

const BATHS: &str = "1379900036";

fn copy_name(receiver: &str, kind: &str, day: u8) -> String {
    format!("UPPLAN_202610_{CARE}_43_{receiver}_{kind}_202610{day:02}093015.CSV")
}

/// One client's plan with two providers, sent to both.
fn two_copies() -> Memory {
    let rows = [plan(5), plan(6).set("service_code", "121111").set("service_office_number", BATHS)];
    Memory::default().lines(&copy_name(HELPER, "11", 1), &rows).lines(&copy_name(BATHS, "12", 1), &rows)
}

#[test]
fn equal_copies_are_one_plan() {
    let month = two_copies().open();
    assert_eq!((month.totals.plan_rows, month.problems.as_slice()), (2, &[][..]));
    for file in &month.files {
        assert_eq!(file.counts.loaded, 2, "both stay in force");
    }
    let reordered = [plan(6).set("service_code", "121111").set("service_office_number", BATHS), plan(5)];
    let month = two_copies().lines(&copy_name(BATHS, "17", 2), &reordered).open();
    assert_eq!(
        (month.totals.plan_rows, month.problems.as_slice()),
        (2, &[][..]),
        "their order does not matter"
    );
}

#[test]
fn of_copies_that_differ_the_newest_stands_and_both_files_are_named() {
    let month = Memory::default()
        .lines(&copy_name(HELPER, "11", 1), &[plan(5)])
        .lines(&copy_name(BATHS, "12", 2), &[plan(5), plan(7)])
        .open();
    assert_eq!(month.totals.plan_rows, 2);
    let [problem] = month.problems.as_slice() else { panic!("{:?}", month.problems) };
    let path = |file: Option<FileIndex>| month.file(file.unwrap()).unwrap().path.clone();
    assert_eq!((problem.code, problem.found.as_str()), (ProblemCode::PlanCopiesDiffer, "131987 0001000101"));
    assert_eq!(path(problem.file), copy_name(HELPER, "11", 1));
    assert_eq!(path(problem.other_file), copy_name(BATHS, "12", 2));
    assert_eq!(
        (counts(&month, &copy_name(HELPER, "11", 1)), counts(&month, &copy_name(BATHS, "12", 2))),
        ([0, 1, 0, 0], [2, 0, 0, 0])
    );
}

#[test]
fn a_plan_sent_again_to_one_receiver_replaces_its_copy_silently() {
    let month = Memory::default().lines(&plan_name(1), &[plan(5)]).lines(&plan_name(2), &[plan(6)]).open();
    assert_eq!((month.totals.plan_rows, counts(&month, &plan_name(1))), (1, [0, 1, 0, 0]));
    assert_eq!(month.problems, []);
}

#[test]
fn a_plan_withdrawn_from_one_receiver_stands_by_its_other_copy() {
    let delete = copy_name(BATHS, "12", 3).replace("UPPLAN", "DLTPLAN");
    let month = two_copies().lines(&delete, &[v4(FileKind::Dltplan)]).open();
    assert_eq!(counts(&month, &copy_name(BATHS, "12", 1)), [0, 0, 2, 0]);
    assert_eq!((month.totals.plan_rows, month.problems.as_slice()), (2, &[][..]));
}

#[test]
fn a_plan_withdrawn_from_all_receivers_is_gone() {
    let delete = |receiver, kind| copy_name(receiver, kind, 3).replace("UPPLAN", "DLTPLAN");
    let sheet = copy_name(HELPER, "11", 1).replace("UPPLAN", "UPSIKYU");
    let month = two_copies()
        .lines(&sheet, &[v4(FileKind::Upsikyu)])
        .lines(&delete(HELPER, "11"), &[v4(FileKind::Dltplan)])
        .lines(&delete(BATHS, "12"), &[v4(FileKind::Dltplan)])
        .open();
    assert_eq!((month.totals.plan_rows, month.totals.clients), (0, 0));
    assert_eq!((month.notes.as_slice(), month.problems.as_slice()), (&[Note::NoPlan][..], &[][..]));
    assert_eq!(counts(&month, "UPSIKYU"), [0, 0, 1, 0], "the 第7表 goes with the 第6表");
}

#[test]
fn a_plan_without_actuals_has_not_arrived_and_is_no_difference() {
    let month = two_copies().open();
    assert_eq!(classes(&month), []);
    let missing: Vec<_> =
        month.not_arrived.iter().map(|n| (n.provider, n.kind.to_string(), n.clients)).collect();
    assert_eq!(missing, [(office(HELPER), "11".to_owned(), 1), (office(BATHS), "12".to_owned(), 1)]);
}

#[test]
fn actuals_without_any_plan_are_all_extra() {
    let month = Memory::default().lines(&actual_name(2), &[actual(5), actual(6)]).open();
    assert_eq!(classes(&month), [(DifferenceClass::Extra, 5), (DifferenceClass::Extra, 6)]);
    assert_eq!(
        (month.notes.as_slice(), month.care_offices.as_slice()),
        (&[Note::NoPlan][..], &[office(CARE)][..])
    );
    assert_eq!(month.not_arrived, []);
}

#[test]
fn point_16_a_support_centre_takes_in_plans_it_was_sent() {
    let centre = "1379900051";
    let name = format!("UPPLAN_202610_{CARE}_43_{centre}_46_20261001093015.CSV");
    let forwarded = format!("UPJSK_202610_{CARE}_43_{centre}_46_20261102093015.CSV");
    let month = Memory::default().lines(&name, &[plan(5)]).lines(&forwarded, &[actual(5)]).open();
    assert_eq!(month.care_offices, [office(CARE), office(centre)]);
    assert_eq!((classes(&month), problem_codes(&month), month.totals.same), (vec![], vec![], 1));
}
