//! Short stays: days, and those beyond 30.

use super::*;

fn stay(line: Line) -> Line {
    row(line, "212111", "600")
}

fn self_paid(line: Line) -> Line {
    stay(line).set("over_30_days_flag", "1")
}

/// Days of stay, the last of which the client pays.
fn stays(visit: fn(u8) -> Line, days: u8, self_paid_day: u8) -> Vec<Line> {
    let insured = (1..=days).map(|day| stay(visit(day)));
    insured.chain((self_paid_day > 0).then(|| self_paid(visit(self_paid_day)))).collect()
}

fn with_days(line: Line, [before, this_month, all]: [&str; 3]) -> Line {
    line.set("short_stay_days_until_previous_month", before)
        .set("short_stay_planned_days_this_month", this_month)
        .set("short_stay_cumulative_days", all)
}

/// Two insured days and one beyond 30, with a subtotal of what is beyond.
fn received() -> Vec<Line> {
    let yen = [12_504, 11_253, 1_251];
    let over = detail("212111", 600, 1)
        .set("benefit_management_units", "")
        .set("over_30_days_flag", "1")
        .set("user_full_payment_yen", "6252");
    let over_sum = sum("21ZZZZ", 600)
        .set("benefit_management_units", "")
        .set("over_30_days_flag", "1")
        .set("user_full_payment_yen", "6252");
    let rows = [
        money(limits(detail("212111", 600, 2), 0, 1_200), yen),
        over,
        over_sum,
        limits(sum("999999", 1_200), 0, 1_200),
    ];
    rows.map(|line| with_days(line, ["28", "2", "30"])).to_vec()
}

fn with_before(days: &str) -> Line {
    profile("16765").set("short_stay_days_until_previous_month", days).set("short_stay_cumulative_days", "30")
}

/// 600 × 3 = 1,800 units, 18,756 yen, 16,880.4; beyond 30 days 600 × 10.42 = 6,252 yen in full. Only insured days count.
#[test]
fn days_are_counted_again_and_those_beyond_30_paid_in_full() {
    let (planned, mut done) = (stays(plan, 2, 20), stays(actual, 3, 20));
    // 送迎 on the days of arrival and departure are no other days.
    done.push(row(actual(1), "219200", "184"));
    let source = with_profile(with_before("28"), &received(), &planned, &done);
    let plan = write(&source, adopt);
    let expected = [
        "212111 600,100,600,3,1800,1800,0,1800,0,1800,10.42,,,,,,,28,3,31,0",
        "219200 184,100,184,1,184,184,0,184,0,184,10.42,,,,,,,28,3,31,0",
        // 1,984 × 10.42 = 20,673.28 yen; × 0.9 = 18,605.7.
        "21AAAA 0,,,0,1984,1984,0,1984,0,1984,10.42,20673,90,18605,,2068,0,28,3,31,0",
        "212111 600,100,600,1,600,,,,,,10.42,,,,,,6252,28,3,31,1",
        "21ZZZZ 0,,,0,600,,,,,,10.42,,,,,,6252,28,3,31,1",
        "999999 0,,,0,1984,1984,0,1984,0,1984,,20673,,18605,,2068,6252,28,3,31,0",
    ];
    assert_eq!(shown(&the_file(&plan, "UPSIKYU").bytes), expected);
    assert_eq!(short(&plan.warnings), [""; 0]);
    let told = lines(the_file(&plan, "UPHOSOKU")).remove(0);
    let at = |key| cells(&told)[FileKind::Uphosoku.position(key)].to_owned();
    assert_eq!(
        (at("short_stay_days_until_previous_month"), at("short_stay_cumulative_days")),
        ("28".to_owned(), "31".to_owned())
    );
}

/// 利用者補足情報 goes before the sheet, and the sheet before nothing at all.
#[test]
fn days_of_the_months_before_are_those_that_somebody_says() {
    let days = |profile: Line, sheet: &[Line]| {
        let source = with_profile(profile, sheet, &stays(plan, 2, 20), &stays(actual, 3, 20));
        let (rows, warnings) = adopted(&source);
        let days: Vec<String> = cells(&rows[0])[17..20].iter().map(|cell| (*cell).to_owned()).collect();
        (days.join("/"), short(&warnings))
    };
    let empty: Vec<Line> = received().into_iter().map(|line| with_days(line, ["", "", ""])).collect();
    assert_eq!(days(with_before("40"), &received()), ("40/3/43".to_owned(), vec![]));
    assert_eq!(days(profile("16765"), &received()), ("28/3/31".to_owned(), vec![]));
    assert_eq!(days(profile("16765"), &empty), ("/3/".to_owned(), vec!["stay"]));
}

/// The day of arrival moves onto a day that the stay has already: one day less, though no line is another one.
#[test]
fn a_day_that_falls_together_with_another_counts_once() {
    let source = with_profile(
        with_before("28"),
        &[money(limits(detail("212111", 600, 2), 0, 1_200), [12_504, 11_253, 1_251])],
        &[stay(plan(1)), stay(plan(2))],
        &[stay(actual(2)), stay(actual(2)).set("start_time", "1500")],
    );
    let (rows, _) = adopted(&source);
    assert!(rows[0].ends_with(",28,1,29,0"), "{rows:?}");
}
