//! Names that cannot be used, files that cannot be read, and the order of the listing.

use super::*;
use proptest::prelude::*;

#[test]
fn nothing_to_open() {
    let failure = |source: Memory| open_month(&source, OpenOptions::default(), &NoProgress).unwrap_err();
    assert_eq!(failure(Memory::default()), OpenFailure::NoExchangeFiles(vec![]));
    assert_eq!(
        failure(Memory::default().with("readme.txt", vec![b'x'])),
        OpenFailure::NoExchangeFiles(vec![])
    );
    assert_eq!(failure(Memory::default().with("UPJSK.CSV", vec![])), OpenFailure::MonthAbsent(vec![]));
}

#[test]
fn empty_files_keep_the_rest() {
    let month = agreeing().with(&actual_name(4), Vec::new()).open();
    assert_eq!((problem_codes(&month), classes(&month)), (vec![ProblemCode::FileEmpty], vec![]));
}

#[test]
fn damaged_names_are_counted_and_said() {
    for name in [format!("UPJSK_202610_{HELPER}.CSV"), "upjsk.csv".to_owned()] {
        let month = agreeing().lines(&name, &[actual(20), actual(21)]).open();
        let [problem] = month.problems.as_slice() else { panic!("{:?}", month.problems) };
        assert_eq!((problem.code, problem.expected.as_str()), (ProblemCode::FileNameUnusable, "UPJSK"));
        assert_eq!(
            (month.file(problem.file.unwrap()).unwrap().path.as_str(), counts(&month, &name)),
            (name.as_str(), [0, 0, 0, 2])
        );
        assert_eq!(classes(&month), []);
    }
}

#[test]
fn renamed_files_are_noticed_by_their_content_and_others_only_noted() {
    let bytes = file(&[actual(20)]);
    let marked = [crate::format::sjis::BOM, &bytes].concat();
    for content in [bytes, marked] {
        let month = agreeing().with("実績.csv", content).with("list.csv", b"a,b,c,d\r\n".to_vec()).open();
        let [problem] = month.problems.as_slice() else { panic!("{:?}", month.problems) };
        assert_eq!(problem.code, ProblemCode::FileNameForeign);
        assert!(problem.found.contains("第6表"), "{}", problem.found);
        assert_eq!(month.notes, [Note::Ignored(vec!["list.csv".to_owned()])]);
        assert_eq!((counts(&month, "実績.csv"), classes(&month)), ([0, 0, 0, 1], vec![]));
    }
}

#[test]
fn odd_names_are_read_with_the_name_they_should_have() {
    let name = actual_name(2).replace(".CSV", " (1).csv");
    let month = Memory::default().lines(&plan_name(1), &[plan(5)]).lines(&name, &[actual(5)]).open();
    let [problem] = month.problems.as_slice() else { panic!("{:?}", month.problems) };
    assert_eq!(
        (problem.code, problem.expected.as_str()),
        (ProblemCode::FileNameOdd, actual_name(2).as_str())
    );
    assert_eq!(month.totals.same, 1);
}

#[test]
fn files_that_cannot_be_read_are_told() {
    let month = agreeing().lines(&format!("locked/{}", actual_name(4)), &[actual(5)]).open();
    let [problem] = month.problems.as_slice() else { panic!("{:?}", month.problems) };
    assert_eq!((problem.code, problem.found.as_str()), (ProblemCode::FileUnreadable, "locked"));
    assert_eq!(classes(&month), []);
}

#[test]
fn bad_rows_are_quarantined_and_the_others_compared() {
    let bad = actual(12).set("service_date", "20261131");
    let month = Memory::default()
        .lines(&plan_name(1), &[plan(5), plan(12)])
        .lines(&actual_name(2), &[actual(5), bad])
        .open();
    assert_eq!(
        (problem_codes(&month), counts(&month, &actual_name(2))),
        (vec![ProblemCode::Invalid], [1, 0, 0, 1])
    );
    assert_eq!(classes(&month), [(DifferenceClass::Missing, 12)]);
}

/// A folder with a bit of everything, in which one file lies twice with different content.
fn mixed() -> Memory {
    let odd = actual_name(3).replace(".CSV", " (1).csv");
    let delete = Line::new(FileKind::Dltjsk, Edition::V4).set("insured_number", "0001000202");
    agreeing()
        .lines(&plan_name(2).replace("_11_", "_15_"), &[plan(5), plan(13), of_client(plan(6), "0001000202")])
        .lines(&actual_name(3), &[actual(5), actual(13), of_client(actual(6), "0001000202")])
        .lines(&odd, &[actual(5), actual(14)])
        .lines(&actual_delete_name(4), &[delete])
        .lines("UPJSK.CSV", &[actual(1)])
        .with("b.txt", vec![b'b'])
        .with("a.txt", vec![b'a'])
        .lines("実績.csv", &[actual(2)])
}

/// Everything that is shown of a month.
fn shown(month: &Month) -> String {
    let fates: Vec<_> = month.files.iter().map(|file| (&file.path, &file.fates)).collect();
    format!(
        "{fates:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}",
        month.problems, month.comparisons, month.notes, month.not_arrived, month.totals
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_listing_changes_nothing(files in Just(mixed().files).prop_shuffle()) {
        prop_assert_eq!(shown(&Memory { files }.open()), shown(&mixed().open()));
    }
}
