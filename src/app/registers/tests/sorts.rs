//! What each sort of column takes and refuses.

use super::*;

/// The normal form of what was typed, or the message that says what is expected.
fn read(sort: Sort, text: &str) -> Result<String, &'static str> {
    let read = sort.read(text, Some(month("2026-10")));
    read.map(|cell| cell.to_string()).map_err(|expected| CellFault::new("", "", expected).expected)
}

fn check(sort: Sort, good: &[(&str, &str)], bad: &[&str], expected: &str) {
    for (typed, normal) in good {
        assert_eq!(read(sort, typed), Ok((*normal).to_owned()), "{sort:?} {typed}");
        assert_eq!(read(sort, normal), Ok((*normal).to_owned()), "{sort:?} {normal}: stays as it is");
    }
    for typed in bad {
        assert_eq!(read(sort, typed), Err(expected), "{sort:?} {typed}");
    }
}

#[test]
fn words() {
    let long = "長".repeat(201);
    let good = [("  みどり　　ケア ", "みどり ケア"), ("A\tB", "A B"), ("=1", "=1"), ("３号室", "３号室")];
    check(Sort::Text, &good, &["\u{1b}[31m", "〓田", "\u{fffd}", &long], "cell-text");
}

#[test]
fn numbers_of_people_and_offices() {
    let offices = [
        ("１３７９９０００１０", "1379900010"),
        ("27a1234567", "27A1234567"),
        ("13 7990 0010", "1379900010"),
    ];
    check(Sort::Office, &offices, &["137990001", "13799000100", "13799-0001", "事業所"], "cell-office");
    check(
        Sort::Insurer,
        &[("131016", "131016"), ("131017", "131017")],
        &["13101", "1310166", "13101A"],
        "cell-insurer",
    );
    check(Sort::Insured, &[("h000100017", "H000100017")], &["100017", "00001000170"], "cell-insured");
    check(
        Sort::Owner,
        &[("1379900010", "1379900010"), ("１３１０１６", "131016")],
        &["13799", "13101A"],
        "cell-owner",
    );
    check(
        Sort::Whom,
        &[("1379900010", "1379900010"), ("１３１０１６-h000100017", "131016H000100017")],
        &["131016", "1310160000001", "13101A0000000001"],
        "cell-whom",
    );
    check(Sort::Check, &[("Over-Limit", "over-limit")], &["over limit", "12P3", "限度額"], "cell-check");
    check(
        Sort::Digits(8),
        &[("１２１３１０１６", "12131016")],
        &["1213101", "121310166", "1213101A"],
        "cell-digits",
    );
}

#[test]
fn kinds_and_choices() {
    check(
        Sort::Kind,
        &[("１１", "11"), ("a2", "A2"), ("2a", "2A")],
        &["1", "99", "ZZ", "訪問介護"],
        "cell-kind",
    );
    let grades = Sort::Choice(&["1", "other"]);
    check(grades, &[("１", "1"), ("Other", "other")], &["2", "その他", "-1"], "cell-choice");
    check(Sort::Flag, &[("１", "1"), ("0", "0")], &["2", "x", "-1", "はい"], "cell-flag");
}

#[test]
fn months_and_dates() {
    check(
        Sort::Month,
        &[("R8.4", "2026-04"), ("2026/4", "2026-04")],
        &["2026-4-2", "8.4", "x"],
        "cell-month",
    );
    check(
        Sort::Date,
        &[("R8.4.1", "2026-04-01"), ("2026/4/1", "2026-04-01")],
        &["R8.4", "2026-02-30"],
        "cell-date",
    );
}

#[test]
fn numbers() {
    let tenths = Sort::Tenths { most: 10 };
    let good = [("1", "1.0"), ("１．０", "1.0"), ("0.5", "0.5"), ("0.50", "0.5"), ("1.", "1.0")];
    check(tenths, &good[..4], &["0", "0.0", "1.1", "0.55", ".5", "1.", "-0.5", "半分"], "cell-tenths");
    check(
        Sort::Tenths { most: 9999 },
        &[("12.5", "12.5"), ("999.9", "999.9")],
        &["1000", "99999999999999999999"],
        "cell-tenths",
    );
    let prices = [("10", "10.00"), ("10.4", "10.40"), ("１１．４０", "11.40"), ("99.99", "99.99")];
    check(Sort::Price, &prices, &["0", "0.00", "100", "10.425", "-1", "10円"], "cell-price");
    check(
        Sort::Percent,
        &[("90", "90"), ("９０％", "90"), ("0", "0"), ("100", "100")],
        &["101", "-1", "9割", "90.5"],
        "cell-number",
    );
    check(Sort::Count, &[("1", "1"), ("０２", "2"), ("99", "99")], &["0", "100", "+1", "1.0"], "cell-number");
}

#[test]
fn names_of_the_rate_tables_are_those_of_the_month() {
    let both = Sort::Fee(FeeNames::Both);
    let good = [
        ("初回加算", "初回加算"),
        ("特定事業所加算Ｉ", "特定事業所加算Ⅰ"),
        ("運営基準減算2月目以降", "運営基準減算 2月目以降"),
    ];
    check(both, &good, &["初回", "特定事業所加算", "処遇改善加算"], "cell-choice");
    check(
        Sort::Fee(FeeNames::Additions),
        &[("委託連携加算", "委託連携加算")],
        &["同一建物減算"],
        "cell-choice",
    );
    let factors = [("同一建物減算; 運営基準減算；同一建物減算;", "同一建物減算;運営基準減算")];
    check(Sort::List(FeeNames::Factors), &factors, &["同一建物減算;初回加算"], "cell-choice");
    let known =
        named("terms").entry(&cells("from=2026-10 fee_type=1 additions=初回加算;別の加算")).unwrap_err();
    assert!(known[0].value.contains("特定事業所加算A, ") && !known[0].value.contains("同一建物減算"));
    // 業務継続計画未策定減算 begins in 2025-04; before 2024-04 the tables know nothing.
    let row = |month: &str| {
        faults(
            "additions",
            &format!("insurer=131016 insured=0000100017 month={month} name=業務継続計画未策定減算"),
        )
    };
    assert_eq!(row("2025-03"), [("name".to_owned(), "cell-choice")]);
    assert_eq!(row("2024-03"), [("name".to_owned(), "cell-fee-month")]);
    assert_eq!(row("2025-13"), [("month".to_owned(), "cell-month")]);
    assert!(
        named("additions")
            .entry(&cells("insurer=131016 insured=0000100017 month=2025-04 name=業務継続計画未策定減算"))
            .is_ok()
    );
}

#[test]
fn everything_that_is_wrong_with_a_row_is_told_at_once() {
    let found = faults("clients", "insurer=13101 contract_on=R8.4.1 ended_on=R8.3.31 payer=1 colour=red");
    let expected = [
        ("colour", "cell-column"),
        ("insurer", "cell-insurer"),
        ("insured", "cell-required"),
        ("payer", "cell-digits"),
        ("ended_on", "cell-not-before"),
    ];
    assert_eq!(found, expected.map(|(column, id)| (column.to_owned(), id)));
    assert_eq!(
        faults("prices", "owner=131016 kind=A2 from=2026-04"),
        [("price".to_owned(), "cell-required")]
    );
    assert_eq!(
        faults("managers", "name=見本 from=2026-04 to=2026-03"),
        [("to".to_owned(), "cell-not-before")]
    );
    assert!(named("managers").entry(&cells("name=見本 from=2026-04 to=2026-04")).is_ok());
}

#[test]
fn a_check_digit_that_does_not_fit_is_a_doubt() {
    let doubts = |register: &str, row: &str| named(register).doubts(&cells(row));
    assert_eq!(doubts("insurers", "insurer=131011 name=x"), []);
    let found = doubts("insurers", "insurer=131016 name=x");
    assert_eq!(
        (found[0].column.as_str(), found[0].expected, found[0].value.as_str()),
        ("insurer", "cell-check-digit", "131011")
    );
    assert_eq!(doubts("prices", "owner=131017 kind=A2 from=2026-04").len(), 1);
    assert_eq!(doubts("prices", "owner=1379900010 kind=11 from=2026-04"), []);
    assert_eq!(doubts("insurers", "insurer=13"), [], "a fault already");
}
