//! The 別表 of revised plans. Yen are checked by hand: a price of 10.42 yen, 90 percent, both cut off.

mod days;
mod kinds;
mod notes;
mod reread;
mod shares;

use super::*;

/// Cells of a record none of whose texts has a comma.
fn cells(line: &str) -> Vec<&str> {
    line.split(',').collect()
}

/// What a file says: the code of each row, and its figures from 単位数 to ３０日超区分.
fn shown(bytes: &[u8]) -> Vec<String> {
    let text = crate::format::sjis::Encoding::Ms932.decode(bytes).into_owned();
    let row = |line: &str| {
        let cells = cells(line);
        format!("{} {}", cells[8], cells[12..33].join(","))
    };
    text.split_terminator("\r\n").map(row).collect()
}

/// A detail row as it is received: the sender leaves the columns of the limits to the subtotal.
fn detail(code: &str, units: i64, count: i64) -> Line {
    let amount = (units * count).to_string();
    v4(FileKind::Upsikyu)
        .set("service_code", code)
        .set("units", &units.to_string())
        .set("discounted_rate_percent", "100")
        .set("discounted_units", &units.to_string())
        .set("service_count_or_days", &count.to_string())
        .set("service_units_or_amount", &amount)
        .set("benefit_management_units", &amount)
}

/// A percent addition outside the limit.
fn addition(code: &str, units: i64, yen: [i64; 3]) -> Line {
    money(detail(code, 0, 1), yen)
        .set("service_units_or_amount", &units.to_string())
        .set("benefit_management_units", "")
}

/// 区分支給限度 of a row.
fn limits(line: Line, over: i64, within: i64) -> Line {
    line.set("category_over_limit_units", &over.to_string())
        .set("category_within_limit_units", &within.to_string())
}

/// Cost, claim and charge at 10.42 yen and 90 percent.
fn money(line: Line, [cost, claim, copay]: [i64; 3]) -> Line {
    line.set("unit_price_yen", "10.42")
        .set("benefit_rate_percent", "90")
        .set("total_cost_covered_yen", &cost.to_string())
        .set("benefit_claim_yen", &claim.to_string())
        .set("user_copay_covered_yen", &copay.to_string())
        .set("user_full_payment_yen", "0")
}

/// A subtotal, or 全合計 with the code `999999`.
fn sum(code: &str, units: i64) -> Line {
    let line = detail(code, 0, 0)
        .set("discounted_rate_percent", "")
        .set("discounted_units", "")
        .set("service_units_or_amount", &units.to_string())
        .set("benefit_management_units", &units.to_string());
    if code == "999999" { line.set("service_office_number", "9999999999") } else { line }
}

fn row(line: Line, code: &str, units: &str) -> Line {
    line.set("service_code", code).set("units", units)
}

/// Visits of 387 units on days from the 1st.
fn visits(days: u8) -> Vec<Line> {
    (1..=days).map(|day| row(plan(day), "111211", "387")).collect()
}

fn made(days: u8) -> Vec<Line> {
    (1..=days).map(|day| row(actual(day), "111211", "387")).collect()
}

fn profile(limit: &str) -> Line {
    v4(FileKind::Uphosoku)
        .set("care_plan_created_on", "00000000")
        .set("care_level_code", "21")
        .set("category_benefit_limit_units", limit)
}

fn sheet_name() -> String {
    plan_name(1).replace("UPPLAN", "UPSIKYU")
}

fn with_profile(profile: Line, sheet: &[Line], planned: &[Line], done: &[Line]) -> Memory {
    Memory::default()
        .lines(&plan_name(1), planned)
        .lines(&sheet_name(), sheet)
        .lines(&plan_name(1).replace("UPPLAN", "UPHOSOKU"), &[profile])
        .lines(&actual_name(2), done)
}

fn with_sheet(limit: &str, sheet: &[Line], planned: &[Line], done: &[Line]) -> Memory {
    with_profile(profile(limit), sheet, planned, done)
}

/// The sheet once everything was adopted, and what is told of it.
fn adopted(source: &Memory) -> (Vec<String>, Vec<WriteWarning>) {
    let plan = write(source, adopt);
    (shown(&the_file(&plan, "UPSIKYU").bytes), plan.warnings)
}

fn everything(source: &Memory, decisions: &Decisions) -> WritePlan {
    let options = WriteOptions { all_clients: true, ..options() };
    planned(&source.open(), source, decisions, &options).unwrap()
}

fn short(warnings: &[WriteWarning]) -> Vec<&'static str> {
    let name = |warning: &WriteWarning| match warning {
        WriteWarning::SheetDiffers { .. } => "differs",
        WriteWarning::SheetNotComputed { .. } => "not computed",
        WriteWarning::SheetNeedsAllotment { .. } => "allotment",
        WriteWarning::SheetLimitUnknown { .. } => "limit",
        WriteWarning::SheetRateAssumed { .. } => "rate",
        WriteWarning::SheetPriceUnknown { .. } => "price",
        WriteWarning::SheetPercentUnknown { .. } => "percent",
        WriteWarning::SheetStayUnknown { .. } => "stay",
        _ => "other",
    };
    warnings.iter().map(name).collect()
}

/// Four visits of 387 units: 1,548 units, 16,130.16 yen, of which 14,517 and 1,613.
fn four_visits() -> [Line; 2] {
    let yen = [16_130, 14_517, 1_613];
    [
        money(limits(detail("111211", 387, 4), 0, 1_548), yen),
        money(limits(sum("999999", 1_548), 0, 1_548), yen)
            .set("unit_price_yen", "")
            .set("benefit_rate_percent", ""),
    ]
}

#[test]
fn a_plan_that_did_not_change_keeps_the_bytes_of_its_sheet() {
    let received = four_visits().map(|line| line.raw("units", b"0387").raw("unit_price_yen", b"10.420"));
    let source = with_sheet("16765", &received, &visits(4), &made(4));
    let plan = everything(&source, &Decisions::default());
    assert_eq!((&the_file(&plan, "UPSIKYU").bytes, short(&plan.warnings)), (&file(&received), vec![]));
}

/// Its visit of the 4th was made on the 9th: no line of the sheet is another one.
#[test]
fn a_visit_on_another_day_keeps_the_bytes_of_the_sheet() {
    let mut done = made(3);
    done.push(row(actual(9), "111211", "387"));
    let source = with_sheet("16765", &four_visits(), &visits(4), &done);
    let plan = write(&source, adopt);
    assert_eq!((&the_file(&plan, "UPSIKYU").bytes, short(&plan.warnings)), (&file(&four_visits()), vec![]));
    assert_eq!(the_file(&plan, "UPPLAN").rows.changed, 1);
}

#[test]
fn a_sheet_that_differs_is_told_and_stays_while_the_plan_does() {
    let [line, total] = four_visits();
    let received = [line.set("benefit_claim_yen", "14518").set("user_copay_covered_yen", "1612"), total];
    let source = with_sheet("16765", &received, &visits(4), &made(4));
    let plan = everything(&source, &Decisions::default());
    assert_eq!(the_file(&plan, "UPSIKYU").bytes, file(&received));
    assert!(
        matches!(plan.warnings[..], [WriteWarning::SheetDiffers { columns: 2, .. }]),
        "{:?}",
        plan.warnings
    );
}

/// 387 × 5 = 1,935 units; × 10.42 = 20,162.7 yen; × 0.9 = 18,145.8 yen.
#[test]
fn one_more_visit_is_counted_in_units_and_yen() {
    let source = with_sheet("16765", &four_visits(), &visits(4), &made(5));
    let (rows, warnings) = adopted(&source);
    let expected = [
        "111211 387,100,387,5,1935,1935,0,1935,0,1935,10.42,20162,90,18145,,2017,0,,,,0",
        "999999 0,,,0,1935,1935,0,1935,0,1935,,20162,,18145,,2017,0,,,,0",
    ];
    assert_eq!((rows, short(&warnings)), (expected.map(str::to_owned).to_vec(), vec![]));
}

/// Names, dates and branch are the received ones, also on what is new.
#[test]
fn what_is_new_is_written_in_the_hand_of_the_sheet() {
    let hand = |line: Line| {
        line.raw("service_office_name", &quoted("みどり"))
            .set("satellite_branch_no", "1")
            .set("document_created_on", "20260924")
            .set("entered_by_code", "77")
    };
    let received = four_visits().map(hand);
    let mut done = made(4);
    done.push(row(actual(9), "117211", "179").set("satellite_branch_no", "9"));
    let source = with_sheet("16765", &received, &visits(4), &done);
    let plan = write(&source, adopt);
    let bytes = the_file(&plan, "UPSIKYU").bytes.clone();
    let text = crate::format::sjis::Encoding::Ms932.decode(&bytes).into_owned();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4);
    for line in &lines {
        assert!(line.starts_with("202407,131987,0001000101,20260924,202610,\"みどり\","), "{line}");
        assert_eq!((cells(line)[7], cells(line)[34]), ("1", "77"), "{line}");
    }
}

/// 1,548 + 179 = 1,727 units; × 10.42 = 17,995.34 yen; × 0.9 = 16,195.5 yen. The money moves to the subtotal, and back
/// again once only one row is left.
#[test]
fn a_subtotal_stands_while_a_kind_has_several_rows() {
    let mut done = made(4);
    done.push(row(actual(9), "117211", "179"));
    let several = [
        "111211 387,100,387,4,1548,1548,0,1548,0,1548,10.42,,,,,,,,,,0",
        "117211 179,100,179,1,179,179,0,179,0,179,10.42,,,,,,,,,,0",
        "11AAAA 0,,,0,1727,1727,0,1727,0,1727,10.42,17995,90,16195,,1800,0,,,,0",
        "999999 0,,,0,1727,1727,0,1727,0,1727,,17995,,16195,,1800,0,,,,0",
    ];
    let source = with_sheet("16765", &four_visits(), &visits(4), &done);
    assert_eq!(adopted(&source).0, several);
    let received = [
        detail("111211", 387, 4),
        detail("117211", 179, 1),
        money(limits(sum("11AAAA", 1_727), 0, 1_727), [17_995, 16_195, 1_800]),
        limits(sum("999999", 1_727), 0, 1_727),
    ];
    let mut planned = visits(4);
    planned.push(row(plan(9), "117211", "179"));
    let source = with_sheet("16765", &received, &planned, &made(4));
    let (rows, warnings) = adopted(&source);
    let one = [
        "111211 387,100,387,4,1548,1548,0,1548,0,1548,10.42,16130,90,14517,,1613,0,,,,0",
        "999999 0,,,0,1548,1548,0,1548,0,1548,,16130,,14517,,1613,0,,,,0",
    ];
    assert_eq!((rows, short(&warnings)), (one.map(str::to_owned).to_vec(), vec![]));
}

#[test]
fn a_plan_without_a_sheet_gets_a_whole_one() {
    let source = Memory::default()
        .lines(
            &plan_name(1),
            &visits(4)
                .into_iter()
                .map(|line| line.raw("service_office_name", &quoted("みどり")))
                .collect::<Vec<_>>(),
        )
        .lines(&actual_name(2), &made(5));
    let plan = write(&source, adopt);
    let rows = shown(&the_file(&plan, "UPSIKYU").bytes);
    let expected = [
        "111211 387,100,387,5,1935,1935,0,1935,0,1935,,,,,,,,,,,0",
        "999999 0,,,0,1935,1935,0,1935,0,1935,,,,,,,,,,,0",
    ];
    assert_eq!(rows, expected);
    let text = crate::format::sjis::Encoding::Ms932.decode(&the_file(&plan, "UPSIKYU").bytes).into_owned();
    assert!(
        text.starts_with(&format!("202407,131987,0001000101,20261001,202610,\"みどり\",{HELPER},,111211,"))
    );
    assert!(text.contains(&format!(",0,9999999999,,{CARE},\r\n")), "{text}");
    assert_eq!(short(&plan.warnings), ["other", "limit", "rate", "price"]);
}
