//! Who bears the units over the limits, on the sheet and in 利用者補足情報.

use super::*;
use crate::app::worth::{Evidence, Ground};
use crate::domain::allotment::{Limits, ManualShares, PlanStamp, RowKey, Share};
use crate::domain::event::Change;
use crate::format::exchange::name::{NameReading, read};

fn key(code: &str) -> RowKey {
    RowKey { office: office(HELPER), code: ServiceCode::parse(code).unwrap(), nth: 0 }
}

fn typed(month: &Month, shares: &[(&str, i64)], made_for: &[(&str, i64)], limit: i64) -> Vec<Change> {
    let share = |(code, units): &(&str, i64)| (key(code), Share { kind_over: 0, category_over: *units });
    let rows = made_for.iter().map(|(code, units)| (key(code), *units));
    let limits = Limits { category: Some(limit), kinds: Vec::new() };
    let shares =
        ManualShares { shares: shares.iter().map(share).collect(), made_for: PlanStamp::of(rows, &limits) };
    let client = month.clients[0].client;
    vec![change(Subject::Allotment { client }, Value::Shares(Box::new(shares)))]
}

/// Two codes: 387 × 4 and 179 × 2.
fn both(visit: fn(u8) -> Line) -> Vec<Line> {
    let long = (1..=4).map(|day| row(visit(day), "111211", "387"));
    long.chain((11..=12).map(|day| row(visit(day), "117211", "179"))).collect()
}

fn received(over: i64, within: i64) -> [Line; 4] {
    [
        detail("111211", 387, 4),
        detail("117211", 179, 2),
        money(limits(sum("11AAAA", 1_906), over, within), [0, 0, 0]),
        limits(sum("999999", 1_906), over, within),
    ]
}

/// 387 × 3 = 1,161 units of which 1,000 are covered: 10,420 yen, 9,378 and 1,042; 161 × 10.42 = 1,677.62 in full.
#[test]
fn units_over_the_limit_are_shared_out_by_rule_and_told() {
    let [line, total] = [
        money(limits(detail("111211", 387, 2), 0, 774), [8_065, 7_258, 807]),
        limits(sum("999999", 774), 0, 774),
    ];
    let source = with_sheet("1000", &[line, total], &visits(2), &made(3));
    let (rows, warnings) = adopted(&source);
    let expected = [
        "111211 387,100,387,3,1161,1161,0,1161,161,1000,10.42,10420,90,9378,,1042,1677,,,,0",
        "999999 0,,,0,1161,1161,0,1161,161,1000,,10420,,9378,,1042,1677,,,,0",
    ];
    assert_eq!((rows, short(&warnings)), (expected.map(str::to_owned).to_vec(), vec!["allotment"]));
}

/// The received sheet has 106 units over 1,800 on the kind; with one visit more these shares are stale.
#[test]
fn received_shares_stand_until_the_plan_leaves_them() {
    let mut more = both(actual);
    more.push(row(actual(13), "117211", "179"));
    let source = with_sheet("1800", &received(106, 1_800), &both(plan), &more);
    let (rows, warnings) = adopted(&source);
    assert_eq!(short(&warnings), ["allotment"]);
    // 285 units over, on the larger row; 1,800 × 10.42 = 18,756 and 285 × 10.42 = 2,969.7.
    assert_eq!(rows[0], "111211 387,100,387,4,1548,1548,0,1548,285,1263,10.42,,,,,,,,,,0");
    assert_eq!(rows[1], "117211 179,100,179,3,537,537,0,537,0,537,10.42,,,,,,,,,,0");
    assert_eq!(rows[2], "11AAAA 0,,,0,2085,2085,0,2085,285,1800,10.42,18756,90,16880,,1876,2969,,,,0");
}

/// Typed for the revised plan, so nothing needs to be said.
#[test]
fn typed_shares_stand_on_the_rows_they_were_given_to() {
    let mut more = both(actual);
    more.push(row(actual(13), "117211", "179"));
    let source = with_sheet("1800", &received(106, 1_800), &both(plan), &more);
    let plan = write(&source, |month| {
        let mut changes = typed(month, &[("117211", 285)], &[("111211", 1_548), ("117211", 537)], 1_800);
        changes.extend(month.differences().map(|difference| decided(difference, Verdict::Adopt)));
        events(changes)
    });
    let rows = shown(&the_file(&plan, "UPSIKYU").bytes);
    assert_eq!(rows[0], "111211 387,100,387,4,1548,1548,0,1548,0,1548,10.42,,,,,,,,,,0");
    assert_eq!(rows[1], "117211 179,100,179,3,537,537,0,537,285,252,10.42,,,,,,,,,,0");
    assert_eq!(short(&plan.warnings), [""; 0]);
}

/// What is to be written once a plan was sent.
fn plan_after(month: &Month, source: &Memory, decisions: &Decisions, sent: &WritePlan) -> WritePlan {
    let (registers, policy) = (Registers::default(), Policy::default());
    let evidence = Evidence::of(month);
    let (registers, policy, evidence) = (&registers, &policy, &evidence);
    let ground = Ground { month, decisions, codes: None, registers, evidence, policy };
    let file = |file: &PlannedFile| match read(file.name.rsplit('/').next()?) {
        NameReading::Exchange(name) => Some(SentFile { name, bytes: file.bytes.clone() }),
        _ => None,
    };
    let sent = Sent { files: sent.files.iter().filter_map(file).collect() };
    plan_writing(ground, source, &sent, &options()).unwrap()
}

/// The plan is as it was received, but a person shared out anew: that is sent, once.
#[test]
fn shares_alone_are_sent() {
    let source = with_sheet("1800", &received(106, 1_800), &both(plan), &both(actual));
    let month = source.open();
    let decisions = events(typed(&month, &[("117211", 106)], &[("111211", 1_548), ("117211", 358)], 1_800));
    let plan = planned(&month, &source, &decisions, &options()).unwrap();
    let rows = shown(&the_file(&plan, "UPSIKYU").bytes);
    assert_eq!(rows[1], "117211 179,100,179,2,358,358,0,358,106,252,10.42,,,,,,,,,,0");
    assert!(the_file(&plan, "UPPLAN").rows.is_nothing());
    let again = plan_after(&month, &source, &decisions, &plan);
    assert!(!names(&again).iter().any(|name| name.contains("UPSIKYU")), "{:?}", names(&again));
    let stale = events(typed(&month, &[("117211", 106)], &[("111211", 1_548), ("117211", 999)], 1_800));
    let plan = planned(&month, &source, &stale, &options()).unwrap();
    assert!(!names(&plan).iter().any(|name| name.contains("UPSIKYU")), "stale shares change nothing");
}

fn cell(file: &PlannedFile, key: &str) -> String {
    let line = lines(file).remove(0);
    cells(&line)[file_kind(file).position(key)].to_owned()
}

fn file_kind(file: &PlannedFile) -> FileKind {
    if file.name.contains("UPHOSOKU") { FileKind::Uphosoku } else { FileKind::Upsikyu }
}

/// A limit of 1,500 units on the kind: 387 × 5 = 1,935, so 435 over it, and nothing over 区分支給限度.
#[test]
fn limits_of_kinds_stand_on_the_sheet_and_in_the_profile() {
    let limited = profile("16765")
        .set("kind_limit_1_service_kind_code", "11")
        .set("kind_limit_1_limit_units", "1500")
        .set("kind_limit_1_total_units", "1548")
        .set("kind_limit_1_over_limit_units", "48")
        .set("kind_limit_total_over_limit_units", "48")
        .set("short_stay_cumulative_days", "007");
    let source = with_profile(limited, &four_visits(), &visits(4), &made(5));
    let plan = write(&source, adopt);
    let rows = shown(&the_file(&plan, "UPSIKYU").bytes);
    // 1,500 × 10.42 = 15,630 yen; 435 × 10.42 = 4,532.7.
    assert_eq!(
        rows[0],
        "111211 387,100,387,5,1935,1935,435,1500,0,1500,10.42,15630,90,14067,,1563,4532,,,,0"
    );
    let told = the_file(&plan, "UPHOSOKU");
    let of = |key| cell(told, key);
    assert_eq!(
        [
            of("kind_limit_1_total_units"),
            of("kind_limit_1_over_limit_units"),
            of("kind_limit_total_over_limit_units")
        ],
        ["1935", "435", "435"]
    );
    assert_eq!(of("short_stay_cumulative_days"), "007", "nothing of a stay has changed");
    assert_eq!(told.rows.changed, 1);
}

/// Some senders put the units over 区分支給限度 into 合計限度超単位数; what they did is gone on with.
#[test]
fn the_total_over_the_limits_means_what_the_sender_meant() {
    let over = |units: &str| profile("1800").set("kind_limit_total_over_limit_units", units);
    let mut more = both(actual);
    more.push(row(actual(13), "117211", "179"));
    for (received_total, expected) in [("106", "285"), ("0", "0"), ("", "")] {
        let source = with_profile(over(received_total), &received(106, 1_800), &both(plan), &more);
        let plan = write(&source, adopt);
        assert_eq!(cell(the_file(&plan, "UPHOSOKU"), "kind_limit_total_over_limit_units"), expected);
    }
}
