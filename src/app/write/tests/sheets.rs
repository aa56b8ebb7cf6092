//! The 別表 of revised plans.

use super::*;

fn sheet(code: &str, units: &str, count: &str) -> Line {
    v4(FileKind::Upsikyu).set("service_code", code).set("units", units).set("service_count_or_days", count)
}

/// A detail line with its amount, inside the limit.
fn detail(code: &str, units: i64, count: i64) -> Line {
    let amount = (units * count).to_string();
    sheet(code, &units.to_string(), &count.to_string())
        .set("discounted_rate_percent", "100")
        .set("discounted_units", &units.to_string())
        .set("service_units_or_amount", &amount)
        .set("benefit_management_units", &amount)
}

fn limits(line: Line, over: i64, within: i64) -> Line {
    line.set("category_over_limit_units", &over.to_string())
        .set("category_within_limit_units", &within.to_string())
}

fn yen(line: Line) -> Line {
    line.set("total_cost_covered_yen", "5000")
        .set("benefit_claim_yen", "4500")
        .set("user_copay_covered_yen", "500")
}

fn total(units: i64) -> Line {
    let amount = units.to_string();
    sheet("999999", "0", "0")
        .set("service_office_number", "9999999999")
        .set("service_units_or_amount", &amount)
        .set("benefit_management_units", &amount)
}

fn with_sheet(limit: &str, sheet: &[Line], planned: &[Line], done: &[Line]) -> Memory {
    let profile = v4(FileKind::Uphosoku)
        .set("care_plan_created_on", "00000000")
        .set("category_benefit_limit_units", limit);
    Memory::default()
        .lines(&plan_name(1), planned)
        .lines(&plan_name(1).replace("UPPLAN", "UPSIKYU"), sheet)
        .lines(&plan_name(1).replace("UPPLAN", "UPHOSOKU"), &[profile])
        .lines(&actual_name(2), done)
}

fn revised(source: &Memory) -> (Vec<u8>, Vec<WriteWarning>) {
    let plan = write(source, adopt);
    (the_file(&plan, "UPSIKYU").bytes.clone(), plan.warnings)
}

fn short(warnings: &[WriteWarning]) -> Vec<&'static str> {
    let name = |warning: &WriteWarning| match warning {
        WriteWarning::SheetNeedsAllotment { .. } => "allotment",
        WriteWarning::SheetYenLeftEmpty { .. } => "yen",
        WriteWarning::SheetPercentKept { .. } => "percent",
        WriteWarning::SheetStayKept { .. } => "stay",
        _ => "other",
    };
    warnings.iter().map(name).collect()
}

#[test]
fn a_line_is_counted_again_with_its_sums() {
    let received = [yen(limits(detail("111111", 250, 2), 0, 500)), yen(limits(total(500), 0, 500))];
    let source = with_sheet("16765", &received, &[plan(5), plan(12)], &[actual(5)]);
    let (bytes, warnings) = revised(&source);
    assert_eq!(bytes, file(&[limits(detail("111111", 250, 1), 0, 250), limits(total(250), 0, 250)]));
    assert_eq!(short(&warnings), ["yen"]);
}

#[test]
fn a_second_line_brings_a_subtotal_to_which_the_limit_moves() {
    let received = [yen(limits(detail("111111", 250, 1), 0, 250)), limits(total(250), 0, 250)];
    let other = actual(12).set("service_code", "111211").set("units", "300");
    let source = with_sheet("16765", &received, &[plan(5)], &[actual(5), other]);
    let (bytes, warnings) = revised(&source);
    let subtotal =
        limits(total(550).set("service_code", "11AAAA").set("service_office_number", HELPER), 0, 550);
    let first = detail("111111", 250, 1);
    let got: Vec<String> = String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect();
    let want = file(&[first, detail("111211", 300, 1), subtotal, limits(total(550), 0, 550)]);
    assert_eq!(got, String::from_utf8_lossy(&want).lines().collect::<Vec<_>>());
    assert_eq!(short(&warnings), ["yen"]);
}

#[test]
fn what_lies_beyond_the_limit_is_left_to_people() {
    let received = [limits(detail("111111", 250, 2), 100, 400), limits(total(500), 100, 400)];
    let source = with_sheet("400", &received, &[plan(5), plan(12)], &[actual(5)]);
    let (bytes, warnings) = revised(&source);
    assert_eq!(bytes, file(&[limits(detail("111111", 250, 1), 100, 400), limits(total(250), 100, 400)]));
    assert_eq!(short(&warnings), ["allotment", "yen"]);
    let without_limit = with_sheet("", &received[..1], &[plan(5), plan(12)], &[actual(5)]);
    assert_eq!(short(&revised(&without_limit).1), ["allotment", "yen"]);
}

#[test]
fn a_line_without_times_goes_and_its_subtotal_with_it() {
    let other = |line: Line| line.set("service_code", "131011").set("units", "800");
    let received = [
        limits(detail("111111", 250, 1), 0, 250),
        detail("131011", 800, 1),
        limits(total(800).set("service_code", "13AAAA").set("service_office_number", HELPER), 0, 800),
        limits(total(1050), 0, 1050),
    ];
    let source = with_sheet("16765", &received, &[plan(5), other(plan(6))], &[actual(5), other(actual(7))]);
    let month = source.open();
    let edit = RowEdit { code: ServiceCode::parse("111111"), units: Some(250), ..RowEdit::default() };
    let decisions = events(vec![decided(month.differences().next().unwrap(), Verdict::Edit(edit))]);
    let plan = plan_writing(&month, &source, &decisions, &Sent::default(), &options()).unwrap();
    let bytes = &the_file(&plan, "UPSIKYU").bytes;
    assert_eq!(*bytes, file(&[limits(detail("111111", 250, 2), 0, 500), limits(total(500), 0, 500)]));
}

/// Percent additions stay as they were, monthly services count once, and an untouched sheet keeps every byte.
#[test]
fn additions_are_not_computed_and_months_count_once() {
    let addition = sheet("116275", "0", "1").set("service_units_or_amount", "49");
    let monthly = |line: Line| {
        line.set("service_code", "114001")
            .set("units", "100")
            .set("end_time", "9999")
            .set("start_time", "9999")
    };
    let received = [
        detail("111111", 250, 2),
        detail("114001", 100, 1),
        addition.clone(),
        limits(total(600).set("service_code", "11AAAA").set("service_office_number", HELPER), 0, 600),
        limits(total(600).set("service_units_or_amount", "649"), 0, 600),
    ];
    let percent = |line: Line| line.set("service_code", "116275").set("units", "0");
    let planned = [plan(5), plan(12), monthly(plan(5)), monthly(plan(12)), percent(plan(5))];
    let done = [actual(5), monthly(actual(5)), percent(actual(5))];
    let source = with_sheet("16765", &received, &planned, &done);
    let (bytes, warnings) = revised(&source);
    let expected = file(&[
        detail("111111", 250, 1),
        detail("114001", 100, 1),
        addition,
        limits(total(350).set("service_code", "11AAAA").set("service_office_number", HELPER), 0, 350),
        limits(total(350).set("service_units_or_amount", "399"), 0, 350),
    ]);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(text(&bytes), text(&expected));
    assert_eq!(short(&warnings), ["yen", "percent"]);
    let everything = WriteOptions { all_clients: true, ..options() };
    let month = source.open();
    let plan = plan_writing(&month, &source, &Decisions::default(), &Sent::default(), &everything).unwrap();
    assert_eq!(the_file(&plan, "UPSIKYU").bytes, file(&received));
    assert_eq!(plan.warnings, []);
}
