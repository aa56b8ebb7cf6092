//! Actuals that are sent again or withdrawn.

use super::*;
use crate::format::exchange::read::fixture::v4;

/// One line per delete record.
fn delete() -> Line {
    v4(FileKind::Dltjsk)
}

#[test]
fn actuals_sent_again_replace_the_first_ones() {
    let month = agreeing().lines(&actual_name(3), &[actual(5)]).open();
    assert_eq!(classes(&month), [(DifferenceClass::Missing, 12)]);
    assert_eq!(
        (counts(&month, &actual_name(2)), counts(&month, &actual_name(3))),
        ([0, 2, 0, 0], [1, 0, 0, 0])
    );
    let first = file_named(&month, &actual_name(2));
    let Fate::Superseded(by) = first.fates[0].0 else { panic!("{:?}", first.fates) };
    assert_eq!(month.file(by).unwrap().path, actual_name(3));
    assert_eq!(month.problems, []);
}

#[test]
fn a_client_or_kind_that_a_later_file_lacks_is_not_deleted() {
    let other_kind = |line: Line| line.set("service_code", "151111");
    let month = agreeing()
        .lines(&plan_name(2).replace("_11_", "_15_"), &[plan(5), plan(12), other_kind(plan(20))])
        .lines(&actual_name(1), &[other_kind(actual(20)), of_client(actual(6), "0001000202")])
        .open();
    assert_eq!(counts(&month, &actual_name(1)), [2, 0, 0, 0]);
    assert_eq!(classes(&month), [(DifferenceClass::Extra, 6)]);
}

#[test]
fn withdrawn_actuals_are_gone_and_the_provider_counts_as_answered() {
    let month = agreeing().lines(&actual_delete_name(4), &[delete()]).open();
    assert_eq!(counts(&month, &actual_name(2)), [0, 0, 2, 0]);
    assert_eq!(classes(&month), [(DifferenceClass::Missing, 5), (DifferenceClass::Missing, 12)]);
    assert_eq!((month.problems.as_slice(), month.not_arrived.as_slice()), (&[][..], &[][..]));
}

#[test]
fn a_delete_touches_one_client_one_office_and_one_kind() {
    let rows = [
        actual(5),
        of_client(actual(5), "0001000202"),
        actual(5).set("service_code", "151111"),
        actual(5).set("service_office_number", "1379900036"),
    ];
    let month =
        Memory::default().lines(&actual_name(2), &rows).lines(&actual_delete_name(4), &[delete()]).open();
    assert_eq!(counts(&month, &actual_name(2)), [3, 0, 1, 0]);
}

#[test]
fn a_delete_older_than_the_data_does_nothing_and_says_so() {
    let month = agreeing().lines(&actual_delete_name(1), &[delete()]).open();
    assert_eq!((counts(&month, &actual_name(2)), classes(&month)), ([2, 0, 0, 0], vec![]));
    let [problem] = month.problems.as_slice() else { panic!("{:?}", month.problems) };
    assert_eq!(
        (problem.code, problem.line, problem.found.as_str()),
        (ProblemCode::NothingToDelete, Some(1), "0001000101")
    );
    assert_eq!(month.file(problem.file.unwrap()).unwrap().path, actual_delete_name(1));
}

#[test]
fn deletes_of_nobody_and_of_another_sender_do_nothing() {
    let nobody = agreeing().lines(&actual_delete_name(4), &[of_client(delete(), "0001000909")]).open();
    let foreign = agreeing().lines(&actual_delete_name(4).replace(HELPER, "1379900036"), &[delete()]).open();
    for month in [nobody, foreign] {
        assert_eq!((problem_codes(&month), classes(&month)), (vec![ProblemCode::NothingToDelete], vec![]));
    }
}

#[test]
fn sent_withdrawn_and_sent_again_are_applied_in_turn() {
    let month = agreeing()
        .lines(&actual_delete_name(3), &[delete()])
        .lines(&actual_name(4), &[actual(5), actual(12)])
        .open();
    assert_eq!(
        (counts(&month, &actual_name(2)), counts(&month, &actual_name(4))),
        ([0, 0, 2, 0], [2, 0, 0, 0])
    );
    assert_eq!((classes(&month), month.problems.as_slice()), (vec![], &[][..]));
}

#[test]
fn a_file_of_edition_3_is_replaced_by_one_of_edition_4() {
    let old_name = format!("UPJSK_202610_{HELPER}_{CARE}_20261101093015.CSV");
    let old = service(Edition::V3).set("service_date", "20261006");
    let month = agreeing().lines(&old_name, &[old.clone(), old]).open();
    assert_eq!((counts(&month, &old_name), classes(&month)), ([0, 2, 0, 0], vec![]));
    assert_eq!(
        (file_named(&month, &old_name).edition, month.problems.as_slice()),
        (Some(Edition::V3), &[][..])
    );
}

#[test]
fn deletes_of_edition_3_are_read_without_a_word() {
    let old = Line::new(FileKind::Dltjsk, Edition::V3);
    let month = agreeing().lines(&format!("DLTJSK_202610_{HELPER}_{CARE}_20261104093015.CSV"), &[old]).open();
    assert_eq!((counts(&month, &actual_name(2)), month.problems.as_slice()), ([0, 0, 2, 0], &[][..]));
}

#[test]
fn point_14_forwarded_actuals_arrive_for_the_offices_in_their_rows() {
    let name = "UPJSK_202610_1379900051_43_1379900010_43_20261102093015.CSV";
    let rows = [actual(5), actual(5).set("service_office_number", "1379900036")];
    let month = Memory::default().lines(&plan_name(1), &[plan(5)]).lines(name, &rows).open();
    assert_eq!((classes(&month), month.not_arrived.as_slice()), (vec![(DifferenceClass::Extra, 5)], &[][..]));
}
