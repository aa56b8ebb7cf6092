//! Sheets that cannot be computed, or only in part.

use super::*;

/// A kind that the standard still lists, though it ended in 2018.
#[test]
fn what_cannot_be_computed_stays_as_it_was_received_and_is_told() {
    let mut done = made(4);
    done.push(row(actual(9), "A11111", "1168"));
    let source = with_sheet("16765", &four_visits(), &visits(4), &done);
    let plan = write(&source, adopt);
    assert_eq!(the_file(&plan, "UPSIKYU").bytes, file(&four_visits()));
    let obstacle =
        SheetObstacle::UnknownService { office: office(HELPER), code: ServiceCode::parse("A11111").unwrap() };
    let client = source.open().clients[0].client;
    assert_eq!(plan.warnings, [WriteWarning::SheetNotComputed { client, obstacle: Some(obstacle) }]);
    assert!(the_file(&plan, "UPHOSOKU").rows.is_nothing());
    // While the plan is what it was, nothing needs to be said.
    assert_eq!(everything(&source, &Decisions::default()).warnings, []);
}

#[test]
fn a_charge_without_units_is_named() {
    let charged = row(plan(9), "A41111", "0");
    let [line, total] = four_visits();
    let fixed = detail("A41111", 0, 1).set("fixed_copay_unit_yen", "300");
    let mut planned = visits(4);
    planned.push(charged);
    let mut done = made(5);
    done.push(row(actual(9), "A41111", "0"));
    let source = with_sheet("16765", &[line, fixed, total], &planned, &done);
    let (rows, warnings) = adopted(&source);
    assert_eq!(rows.len(), 3);
    let code = ServiceCode::parse("A41111").unwrap();
    let obstacle = Some(SheetObstacle::Line { code });
    assert!(
        matches!(&warnings[..], [WriteWarning::SheetNotComputed { obstacle: found, .. }] if *found == obstacle),
        "{warnings:?}"
    );
}

/// Units over a limit that nobody knows cannot be told; a limit without a level can.
#[test]
fn an_unknown_limit_is_told() {
    let told = |level: &str, limit: &str| {
        let profile = profile(limit).set("care_level_code", level);
        short(&adopted(&with_profile(profile, &four_visits(), &visits(4), &made(5))).1)
    };
    assert_eq!(told("21", ""), [""; 0], "the level has a limit");
    assert_eq!(told("", "1000"), ["allotment"]);
    assert_eq!(told("", ""), ["limit"]);
}

#[test]
fn rows_of_kinds_that_are_not_exchanged_leave_the_sheet() {
    let outside = |line: Line| row(line, "331111", "500");
    let [line, total] = four_visits();
    let received = [line, outside(detail("331111", 500, 1)).set("benefit_management_units", ""), total];
    let mut planned = visits(4);
    planned.push(outside(plan(5)));
    let mut done = made(4);
    done.push(outside(actual(5)));
    let source = with_sheet("16765", &received, &planned, &done);
    let plan = everything(&source, &Decisions::default());
    let rows = shown(&the_file(&plan, "UPSIKYU").bytes);
    let codes: Vec<&str> = rows.iter().map(|row| &row[..6]).collect();
    assert_eq!((codes, short(&plan.warnings)), (vec!["111211", "999999"], vec!["other"]));
}

/// 給付率 stands nowhere, and the units of the addition are no whole permille of anything.
#[test]
fn guesses_are_told() {
    let received: Vec<Line> = [
        limits(detail("111211", 387, 4), 0, 1_548).set("unit_price_yen", "10.42"),
        addition("116275", 400, [1, 1, 0]).set("benefit_rate_percent", ""),
        limits(sum("999999", 1_548), 0, 1_548),
    ]
    .to_vec();
    let (mut planned, mut done) = (visits(4), made(5));
    planned.push(row(plan(1), "116275", "0"));
    done.push(row(actual(1), "116275", "0"));
    let source = with_sheet("16765", &received, &planned, &done);
    let (rows, warnings) = adopted(&source);
    assert_eq!(rows[0], "111211 387,100,387,5,1935,1935,0,1935,0,1935,10.42,20162,90,18145,,2017,0,,,,0");
    assert!(rows[1].starts_with("116275 0,100,0,1,400,"), "no rate makes 400 of 1,548: {rows:?}");
    assert_eq!(short(&warnings), ["rate", "percent"]);
}
