//! What stands for invented months and any decisions.

use super::*;
use crate::app::decisions::Decisions;
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::open::OpenOptions;
use crate::app::open::tests::{Memory, actual, actual_name, plan, plan_name};
use crate::domain::decision::{Decision, SeenDifference, Subject, Value};
use crate::domain::difference::DifferenceClass;
use crate::domain::event::{Change, Deed, Draft};
use crate::domain::fixture::journalled;
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;
use crate::format::exchange::Edition;
use crate::format::exchange::read::fixture::Line;
use crate::reconcile::{Ground, compare_client};
use proptest::prelude::*;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

fn invented(seed: u64, edition: Edition, office: OfficeSort) -> Month {
    let options = DemoOptions {
        clients: 40,
        providers: 12,
        managers: 3,
        seed,
        edition,
        month: ServiceMonth::FALLBACK,
        office,
        differences_per_mille: 60,
        faults: false,
    };
    let made = demo_month(&options).unwrap();
    let source =
        made.files.into_iter().fold(Memory::default(), |memory, file| memory.with(&file.name, file.bytes));
    source.open_with(OpenOptions::default()).unwrap()
}

static MONTHS: LazyLock<Vec<Month>> = LazyLock::new(|| {
    vec![
        invented(3, Edition::V4, OfficeSort::CareManagement),
        invented(4, Edition::V3, OfficeSort::CareManagement),
        invented(5, Edition::V4, OfficeSort::Prevention),
    ]
});

pub(in crate::app) fn change(subject: Subject, value: Value) -> Change {
    Change { subject, before: None, after: Some(value) }
}

pub(in crate::app) fn decided(difference: &Difference, verdict: Verdict) -> Change {
    let seen = SeenDifference {
        provider: difference.provider,
        kind: difference.kind,
        class: difference.class,
        plan: difference.plan.map(|placed| RowContent::of(&placed.row, None)),
        actual: difference.actual.map(|placed| RowContent::of(&placed.row, None)),
    };
    let subject = Subject::Difference { client: difference.client, id: difference.id.clone() };
    change(subject, Value::Decision(Box::new(Decision { verdict, seen })))
}

pub(in crate::app) fn events(changes: Vec<Change>) -> Decisions {
    let month = Some(ServiceMonth::FALLBACK);
    let draft = |change| Draft { month, deed: Deed::Decide, changes: vec![change], reason: String::new() };
    let event = |(change, seq)| journalled(seq, draft(change));
    Decisions::of(changes.into_iter().zip(1..).map(event))
}

pub(in crate::app) fn all(month: &Month, verdict: &Verdict) -> Decisions {
    events(month.differences().map(|difference| decided(difference, verdict.clone())).collect())
}

fn contents(rows: &[StandingRow]) -> Vec<(OfficeNumber, RowContent)> {
    rows.iter().map(|row| (row.provider, row.content.clone())).collect()
}

fn received<'a>(rows: impl Iterator<Item = RowRef<'a>>) -> Vec<(OfficeNumber, RowContent)> {
    rows.map(|row| (row.row.provider, RowContent::of(row.row, row.detail))).collect()
}

/// The differences between two lists of standing rows; everything that has actual rows counts as arrived.
fn differences(month: &Month, client: ClientKey, standing: &Standing) -> Vec<Difference> {
    let rows =
        |rows: &[StandingRow]| -> Vec<ServiceRow> { rows.iter().map(StandingRow::service_row).collect() };
    let (plan, actual) = (rows(&standing.plan), rows(&standing.actual));
    let refs = |rows: &[ServiceRow]| rows.to_vec();
    let (plan, actual) = (refs(&plan), refs(&actual));
    let place = |rows: &'_ [StandingRow]| rows.iter().map(|row| row.file).collect::<Vec<_>>();
    let (plan_files, actual_files) = (place(&standing.plan), place(&standing.actual));
    let mut left: Vec<RowRef<'_>> = plan
        .iter()
        .zip(&plan_files)
        .zip(&standing.plan)
        .map(|((row, file), standing)| RowRef::new(*file, row, standing.detail()))
        .collect();
    let mut right: Vec<RowRef<'_>> = actual
        .iter()
        .zip(&actual_files)
        .zip(&standing.actual)
        .map(|((row, file), standing)| RowRef::new(*file, row, standing.detail()))
        .collect();
    let position = month.position(client).unwrap();
    let lines = &month.comparisons[position].lines;
    let arrived: FxHashSet<_> =
        lines.iter().filter(|line| line.arrived).map(|line| (line.provider, line.kind)).collect();
    let ground = Ground { basis: &month.basis, arrived: &arrived };
    compare_client(client, &mut left, &mut right, ground).differences
}

#[test]
fn without_decisions_everything_stands_as_received() {
    for month in MONTHS.iter() {
        assert!(month.totals.differences > 5);
        for (position, rows) in month.clients.iter().enumerate() {
            let standing = standing(month, position, &Decisions::default());
            assert_eq!(contents(&standing.plan), received(month.rows(&rows.plan)));
            assert_eq!(contents(&standing.actual), received(month.rows(&rows.actual)));
            assert!(standing.plan.iter().chain(&standing.actual).all(|row| !row.is_changed && !row.is_late));
            assert_eq!(standing.open as usize, month.comparisons[position].differences.len());
        }
    }
}

#[test]
fn all_adopted_the_plan_agrees_with_the_actuals() {
    for month in MONTHS.iter() {
        let decisions = all(month, &Verdict::Adopt);
        for (position, rows) in month.clients.iter().enumerate() {
            let standing = standing(month, position, &decisions);
            assert_eq!(differences(month, rows.client, &standing), [], "{:?}", rows.client);
            assert_eq!(contents(&standing.actual), received(month.rows(&rows.actual)), "as received");
            assert_eq!(standing.open, 0);
        }
    }
}

#[test]
fn all_kept_the_actuals_agree_with_the_plan() {
    for month in MONTHS.iter() {
        let decisions = all(month, &Verdict::Keep);
        for (position, rows) in month.clients.iter().enumerate() {
            let standing = standing(month, position, &decisions);
            assert_eq!(differences(month, rows.client, &standing), [], "{:?}", rows.client);
            assert_eq!(contents(&standing.plan), received(month.rows(&rows.plan)), "as planned");
            assert!(standing.plan.iter().all(|row| !row.is_changed));
        }
    }
}

/// A verdict by a number; edits that change something without moving a service on other rows of its own.
fn verdict(number: u8) -> Option<Verdict> {
    Some(match number {
        0 => Verdict::Adopt,
        1 => Verdict::Keep,
        2 => Verdict::Edit(RowEdit { units: Some(777), ..RowEdit::default() }),
        3 => Verdict::Edit(RowEdit { day: Some(9), count: Some(3), ..RowEdit::default() }),
        4 => Verdict::Ask { due: None, text: "ご確認ください".to_owned() },
        5 => Verdict::Hold,
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn the_order_of_decisions_does_not_matter(which in 0_usize..3, numbers in proptest::collection::vec(0_u8..8, 30)) {
        let month = &MONTHS[which];
        let mut changes: Vec<Change> = month
            .differences()
            .zip(numbers.iter().cycle())
            .filter_map(|(difference, number)| Some(decided(difference, verdict(*number)?)))
            .collect();
        let forth = events(changes.clone());
        changes.reverse();
        let back = events(changes);
        for (position, comparison) in month.comparisons.iter().enumerate() {
            let standing_rows = standing(month, position, &forth);
            prop_assert_eq!(&standing_rows, &standing(month, position, &back));
            let is_final = |difference: &&Difference| {
                let held = forth.client(difference.client).decision(&difference.id);
                held.is_some_and(|held| held.value.verdict.is_final())
            };
            let settled = comparison.differences.iter().filter(is_final).count();
            prop_assert_eq!(standing_rows.open as usize, comparison.differences.len() - settled);
        }
    }

    #[test]
    fn adopting_or_keeping_each_leaves_nothing_between_plan_and_actuals(
        which in 0_usize..3,
        numbers in proptest::collection::vec(0_u8..2, 30),
    ) {
        let month = &MONTHS[which];
        let changes = month
            .differences()
            .zip(numbers.iter().cycle())
            .filter_map(|(difference, number)| Some(decided(difference, verdict(*number)?)))
            .collect();
        let decisions = events(changes);
        for (position, rows) in month.clients.iter().enumerate() {
            let standing = standing(month, position, &decisions);
            prop_assert_eq!(differences(month, rows.client, &standing), vec![]);
        }
    }
}

fn small(plan: &[Line], actual: &[Line]) -> Month {
    Memory::default().lines(&plan_name(1), plan).lines(&actual_name(2), actual).open()
}

fn days(rows: &[StandingRow]) -> Vec<(u8, i32, Origin, bool)> {
    rows.iter().map(|row| (row.content.day, row.content.units, row.origin, row.is_changed)).collect()
}

fn one(month: &Month, verdict: &Verdict) -> Standing {
    standing(month, 0, &all(month, verdict))
}

#[test]
fn each_verdict_settles_a_cancelled_visit() {
    let month = small(&[plan(5), plan(12)], &[actual(5)]);
    let plan_5 = (5, 250, Origin::Plan, false);
    let plan_12 = (12, 250, Origin::Plan, false);
    let actual_5 = (5, 250, Origin::Actual, false);
    let adopted = one(&month, &Verdict::Adopt);
    assert_eq!((days(&adopted.plan), days(&adopted.actual)), (vec![plan_5], vec![actual_5]));
    let kept = one(&month, &Verdict::Keep);
    let carried_out = (12, 250, Origin::Plan, true);
    assert_eq!((days(&kept.plan), days(&kept.actual)), (vec![plan_5, plan_12], vec![actual_5, carried_out]));
    let edited = one(&month, &Verdict::Edit(RowEdit { day: Some(19), ..RowEdit::default() }));
    let moved = (19, 250, Origin::Plan, true);
    assert_eq!((days(&edited.plan), days(&edited.actual)), (vec![plan_5, moved], vec![actual_5, moved]));
    let held = one(&month, &Verdict::Hold);
    assert_eq!((days(&held.plan), days(&held.actual), held.open), (vec![plan_5, plan_12], vec![actual_5], 1));
}

#[test]
fn each_verdict_settles_an_unplanned_visit() {
    let month = small(&[plan(5)], &[actual(5), actual(12)]);
    let adopted = one(&month, &Verdict::Adopt);
    assert_eq!(days(&adopted.plan), [(5, 250, Origin::Plan, false), (12, 250, Origin::Actual, true)]);
    let kept = one(&month, &Verdict::Keep);
    assert_eq!(days(&kept.actual), [(5, 250, Origin::Actual, false)]);
    let edited = one(&month, &Verdict::Edit(RowEdit { units: Some(300), ..RowEdit::default() }));
    assert_eq!(days(&edited.plan), [(5, 250, Origin::Plan, false), (12, 300, Origin::Actual, true)]);
    assert_eq!(days(&edited.actual), [(5, 250, Origin::Actual, false), (12, 300, Origin::Actual, true)]);
}

#[test]
fn a_pair_takes_the_other_sides_content_and_its_own_bytes() {
    let month = small(&[plan(5)], &[actual(6)]);
    assert_eq!(month.comparisons[0].differences[0].class, DifferenceClass::MovedDate);
    let adopted = one(&month, &Verdict::Adopt);
    assert_eq!(days(&adopted.plan), [(6, 250, Origin::Plan, true)]);
    assert_eq!(days(&adopted.actual), [(6, 250, Origin::Actual, false)]);
    let kept = one(&month, &Verdict::Keep);
    assert_eq!(days(&kept.actual), [(5, 250, Origin::Actual, true)]);
}

fn rental(line: Line, day: u8) -> Line {
    line.set("service_code", "171003")
        .set("tais_code", "00001-000001")
        .set("service_date", &format!("202610{day:02}"))
}

#[test]
fn a_difference_of_equipment_stands_for_the_item_on_all_its_days() {
    // Two equal items on the 1st and 2nd, one of them on the 3rd too; one came.
    let planned: Vec<Line> = [1, 1, 2, 2, 3].map(|day| rental(plan(5), day)).to_vec();
    let done: Vec<Line> = [1, 2, 3].map(|day| rental(actual(5), day)).to_vec();
    let month = small(&planned, &done);
    assert_eq!(month.totals.differences, 1);
    let adopted = one(&month, &Verdict::Adopt);
    let left: Vec<u8> = adopted.plan.iter().map(|row| row.content.day).collect();
    assert_eq!(left, [1, 2, 3]);
    let kept = one(&month, &Verdict::Keep);
    let client = month.clients[0].client;
    assert_eq!(kept.actual.len(), 5);
    assert_eq!(differences(&month, client, &kept), []);
}

fn about_provider(month: &Month, value: Value) -> Decisions {
    let client = month.clients[0].client;
    let line = month.comparisons[0].lines[0];
    let subject = match &value {
        Value::Withdrawn => Subject::Withdrawal { client, provider: line.provider },
        _ => Subject::Arrival { client, provider: line.provider, kind: line.kind },
    };
    events(vec![change(subject, value)])
}

#[test]
fn what_did_not_arrive_stands_as_planned_or_is_late() {
    let month = Memory::default().lines(&plan_name(1), &[plan(5), plan(12)]).open();
    assert_eq!(month.not_arrived.len(), 1);
    let as_planned = standing(&month, 0, &about_provider(&month, Value::Arrival(ArrivalChoice::AsPlanned)));
    assert_eq!(days(&as_planned.actual), [(5, 250, Origin::Plan, true), (12, 250, Origin::Plan, true)]);
    let late = standing(&month, 0, &about_provider(&month, Value::Arrival(ArrivalChoice::Late)));
    assert!(late.plan.iter().all(|row| row.is_late && !row.is_changed) && late.actual.is_empty());
    assert_eq!(late.plan.len(), 2);
}

#[test]
fn a_provider_that_is_withdrawn_has_no_rows_and_no_open_differences() {
    let month = small(&[plan(5), plan(12)], &[actual(5), actual(20)]);
    let standing = standing(&month, 0, &about_provider(&month, Value::Withdrawn));
    assert_eq!(standing, Standing::default());
}
