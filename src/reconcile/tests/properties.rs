//! What holds for any rows.

use super::super::pairing::{ALONE, Likeness, pair};
use super::super::{Match, equipment, monthly, prorated, visits};
use super::*;
use crate::domain::difference::DifferenceClass;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

/// No file of failures beside the sources: a failure that was found becomes a test of its own.
fn runs(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

fn setting() -> Setting {
    Setting::with_codes(&["156361", "156362"], &["156275", "156276"])
}

fn any_times() -> impl Strategy<Value = (&'static str, &'static str)> {
    select(vec![("0900", "1000"), ("0900", "1030"), ("1400", "1500"), ("1730", "1800"), ("9999", "9999")])
}

/// Visits so few in kind that equal and nearly equal ones are common.
fn any_visit() -> impl Strategy<Value = Given> {
    let code = select(vec!["111211", "111311", "117211"]);
    (code, 1_u8..5, any_times(), 1_u8..3, select(vec![100, 250])).prop_map(
        |(code, day, (start, end), count, units)| visit(code, day, start, end).count(count).units(units),
    )
}

fn any_detail() -> impl Strategy<Value = Option<RowDetail>> {
    let text = || select(vec!["", "01", "00001-000001"]).prop_map(str::to_owned);
    let days = prop_oneof![Just(None), any::<u32>().prop_map(Some), Just(Some(0xFF))];
    let detail = (text(), text(), days).prop_map(|(tais, discriminator, prorated_days)| RowDetail {
        tais,
        discriminator,
        prorated_days,
        ..RowDetail::default()
    });
    proptest::option::of(detail)
}

/// Rows of every way of counting, some with values that no office would send.
fn any_row() -> impl Strategy<Value = Given> {
    let code = select(vec![
        "111211", "111311", "155301", "156361", "156362", "156275", "156276", "171003", "171004", "A21113",
        "A21213", "661111", "661112",
    ]);
    let units = prop_oneof![4 => select(vec![0, 100, -50]), 1 => any::<i32>()];
    let day = prop_oneof![4 => 1_u8..4, 1 => any::<u8>()];
    let count = prop_oneof![4 => 1_u8..3, 1 => any::<u8>()];
    let provider = select(vec![PROVIDER, OTHER_PROVIDER]);
    (code, day, any_times(), count, units, any_detail(), provider).prop_map(
        |(code, day, (start, end), count, units, detail, provider)| {
            let row = visit(code, day, start, end).count(count).units(units).by(provider);
            Given { detail, ..row }
        },
    )
}

/// Numbers the rows, so that each is known by its line.
fn numbered(rows: Vec<Given>, file: u32) -> Vec<Given> {
    rows.into_iter().zip(1..).map(|(row, line)| row.at(file, line)).collect()
}

fn lines(comparison: &ClientComparison, side: fn(&Difference) -> Option<PlacedRow>) -> Vec<u32> {
    comparison.differences.iter().filter_map(side).map(|placed| placed.row.line).collect()
}

fn ids(comparison: &ClientComparison) -> Vec<&str> {
    comparison.differences.iter().map(|found| found.id.as_str()).collect()
}

fn how_many(comparison: &ClientComparison, class: DifferenceClass) -> usize {
    comparison.differences.iter().filter(|found| found.class == class).count()
}

fn total_delta(comparison: &ClientComparison) -> i64 {
    comparison.differences.iter().map(|found| found.units_delta).sum()
}

proptest! {
    #![proptest_config(runs(256))]

    #[test]
    fn a_month_agrees_with_itself(rows in vec(any_row(), 0..40)) {
        let comparison = setting().compare(&rows, &rows);
        prop_assert!(comparison.differences.is_empty(), "{:?}", told(&comparison));
        for line in comparison.lines {
            prop_assert_eq!(line.plan_units, line.actual_units);
        }
    }

    #[test]
    fn any_rows_can_be_compared(plan in vec(any_row(), 0..40), actual in vec(any_row(), 0..40)) {
        let comparison = setting().compare(&plan, &actual);
        let distinct: BTreeSet<_> = ids(&comparison).into_iter().collect();
        prop_assert_eq!(distinct.len(), comparison.differences.len());
        for line in &comparison.lines {
            prop_assert!(line.same <= line.plan_rows);
        }
    }

    #[test]
    fn order_does_not_matter(
        (plan, shuffled_plan) in shuffled(vec(any_row(), 0..30)),
        (actual, shuffled_actual) in shuffled(vec(any_row(), 0..30)),
    ) {
        let one = setting().compare(&plan, &actual);
        let other = setting().compare(&shuffled_plan, &shuffled_actual);
        prop_assert_eq!(&one.lines, &other.lines);
        prop_assert_eq!(told(&one), told(&other));
        prop_assert_eq!(ids(&one), ids(&other));
    }

    #[test]
    fn every_visit_stands_exactly_once(plan in vec(any_visit(), 0..25), actual in vec(any_visit(), 0..25)) {
        // Counts of 1 only, because counts that add up may agree across a different number of rows.
        let single = |rows: Vec<Given>| rows.into_iter().map(|row| row.count(1)).collect();
        let (plan, actual) = (numbered(single(plan), 0), numbered(single(actual), 1));
        let comparison = compare(&plan, &actual);
        let agreeing = same(&comparison) as usize;
        for (side, rows) in [(lines(&comparison, |found| found.plan), &plan), (lines(&comparison, |found| found.actual), &actual)] {
            let distinct: BTreeSet<_> = side.iter().collect();
            prop_assert_eq!(distinct.len(), side.len(), "a row stands twice");
            prop_assert_eq!(side.len() + agreeing, rows.len());
        }
    }

    #[test]
    fn differences_explain_the_whole_change_of_units(
        plan in vec(any_visit(), 0..25),
        actual in vec(any_visit(), 0..25),
    ) {
        let comparison = compare(&plan, &actual);
        let change: i64 = comparison.lines.iter().map(|line| line.actual_units - line.plan_units).sum();
        prop_assert_eq!(total_delta(&comparison), change);
        let planned: usize = lines(&comparison, |found| found.plan).len();
        prop_assert_eq!(planned + same(&comparison) as usize, plan.len());
    }

    #[test]
    fn swapping_the_sides_mirrors_the_answer(plan in vec(any_row(), 0..25), actual in vec(any_row(), 0..25)) {
        use DifferenceClass::{Extra, Missing};
        let (forth, back) = (setting().compare(&plan, &actual), setting().compare(&actual, &plan));
        prop_assert_eq!(how_many(&forth, Missing), how_many(&back, Extra));
        prop_assert_eq!(how_many(&forth, Extra), how_many(&back, Missing));
        prop_assert_eq!(forth.differences.len(), back.differences.len());
        for (there, here) in forth.lines.iter().zip(&back.lines) {
            prop_assert_eq!((there.plan_units, there.actual_units), (here.actual_units, here.plan_units));
        }
    }

    #[test]
    fn no_pairing_changes_less_than_the_exact_one(plan in vec(any_row(), 0..6), actual in vec(any_row(), 0..6)) {
        for likeness in [&visits::LIKENESS, &prorated::LIKENESS, &monthly::LIKENESS, &equipment::LIKENESS] {
            let (mut left, mut right) = (refs(&plan), refs(&actual));
            left.sort_unstable_by(RowRef::by_content);
            right.sort_unstable_by(RowRef::by_content);
            let best = least_change(&left, &right, likeness);
            prop_assert_eq!(change_of(&pair(left, right, likeness), likeness), best);
        }
    }

    #[test]
    fn visits_pair_at_least_change(plan in vec(any_visit(), 0..6), actual in vec(any_visit(), 0..6)) {
        let (mut left, mut right) = (refs(&plan), refs(&actual));
        left.sort_unstable_by(RowRef::by_content);
        right.sort_unstable_by(RowRef::by_content);
        let best = least_change(&left, &right, &visits::LIKENESS);
        prop_assert_eq!(change_of(&pair(left, right, &visits::LIKENESS), &visits::LIKENESS), best);
    }
}

proptest! {
    #![proptest_config(runs(48))]

    #[test]
    fn very_many_rows_pair_at_most_once_and_always_alike(
        (plan, shuffled_plan) in shuffled(vec(any_visit(), 65..120)),
        (actual, shuffled_actual) in shuffled(vec(any_visit(), 65..120)),
    ) {
        // Units that no planned row has keep equal rows from leaving before the pairing.
        let dearer = |rows: Vec<Given>| -> Vec<Given> {
            rows.into_iter().map(|row| { let units = row.row.units + 1; row.units(units) }).collect()
        };
        let (plan, actual) = (numbered(plan, 0), numbered(dearer(actual), 1));
        let comparison = compare(&plan, &actual);
        for (side, rows) in [(lines(&comparison, |found| found.plan), &plan), (lines(&comparison, |found| found.actual), &actual)] {
            let distinct: BTreeSet<_> = side.iter().collect();
            prop_assert_eq!((side.len(), distinct.len()), (rows.len(), rows.len()));
        }
        let again = compare(&numbered(shuffled_plan, 0), &numbered(dearer(shuffled_actual), 1));
        prop_assert_eq!(ids(&comparison), ids(&again));
    }
}

/// Rows and the same rows in another order.
fn shuffled(rows: impl Strategy<Value = Vec<Given>>) -> impl Strategy<Value = (Vec<Given>, Vec<Given>)> {
    rows.prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
}

/// The total change, rows without a partner counted in.
fn change_of(matches: &[Match<'_>], likeness: &Likeness) -> u64 {
    matches.iter().fold(0, |sum, found| match found {
        Match::Plan(_) | Match::Actual(_) => sum + u64::from(ALONE),
        Match::Pair(plan, actual) => sum + u64::from((likeness.cost)(plan, actual).unwrap()),
    })
}

/// Tries every pairing.
fn least_change(plan: &[RowRef<'_>], actual: &[RowRef<'_>], likeness: &Likeness) -> u64 {
    let Some((first, rest)) = plan.split_first() else { return actual.len() as u64 * u64::from(ALONE) };
    let mut best = u64::from(ALONE) + least_change(rest, actual, likeness);
    for (place, partner) in actual.iter().enumerate() {
        if let Some(cost) = (likeness.cost)(first, partner) {
            let mut others = actual.to_vec();
            others.remove(place);
            best = best.min(u64::from(cost) + least_change(rest, &others, likeness));
        }
    }
    best
}
