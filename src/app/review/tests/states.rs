//! Each rule of 状態.

use super::*;

#[test]
fn agreeing_and_differing() {
    assert_eq!(states(&review(&agreeing()), 0), [CellState::Same]);
    let different = review(&agreeing().lines(&actual_name(3), &[actual(5)]));
    assert_eq!(states(&different, 0), [CellState::Different]);
    assert_eq!(different.cells_of(0).map(|cell| cell.differences).collect::<Vec<_>>(), [1]);
    assert_eq!(states(&different, 1), []);
}

#[test]
fn planned_and_nothing_arrived() {
    let month = review(&Memory::default().lines(&plan_name(1), &[plan(5)]));
    assert_eq!(states(&month, 0), [CellState::NotArrived]);
}

#[test]
fn without_any_plan_or_anything_to_compare_it_only_arrived() {
    let no_plan = review(&Memory::default().lines(&actual_name(2), &[actual(5), actual(6)]));
    assert_eq!(states(&no_plan, 0), [CellState::Arrived]);
    assert_eq!(no_plan.cells_of(0).next().unwrap().differences, 2, "the number stays");
}

#[test]
fn a_row_left_out_is_a_fault_of_its_sender_only() {
    let baths = |line: crate::format::exchange::read::fixture::Line| {
        line.set("service_code", "121111").set("service_office_number", BATHS)
    };
    let memory = Memory::default()
        .lines(&plan_name(1), &[plan(5), baths(plan(6))])
        .lines(&actual_name(2), &[spoilt(actual(5))]);
    let month = review(&memory);
    assert_eq!(states(&month, 0), [CellState::Faulty, CellState::NotArrived]);
    let short = actual(12);
    let mut short_row = short.clone();
    short_row.cells.truncate(9);
    let month = review(&agreeing().lines(&actual_name(2), &[actual(5), short_row]));
    assert_eq!(states(&month, 0), [CellState::Faulty], "a row with too few columns has its client too");
    assert_eq!(month.cells_of(0).next().unwrap().differences, 1);
}

#[test]
fn a_fault_of_the_plan_concerns_every_cell_of_the_client() {
    let baths = plan(6).set("service_code", "121111").set("service_office_number", BATHS);
    let rows = [plan(5), baths, spoilt(plan(7)), of_client(plan(5), "0001000202")];
    let month = review(&agreeing().lines(&plan_name(3), &rows));
    assert_eq!(states(&month, 0), [CellState::Faulty, CellState::Faulty]);
    assert_eq!(states(&month, 1), [CellState::Different], "another client");
}

#[test]
fn a_fault_is_made_good_by_a_later_file() {
    let faulty = agreeing().lines(&actual_name(3), &[actual(5), spoilt(actual(12))]);
    assert_eq!(states(&review(&faulty), 0), [CellState::Faulty]);
    let mended = faulty.lines(&actual_name(4), &[actual(5), actual(12)]);
    assert_eq!(states(&review(&mended), 0), [CellState::Same]);
    let plan_faulty = agreeing().lines(&plan_name(3), &[plan(5), spoilt(plan(12))]);
    assert_eq!(states(&review(&plan_faulty), 0), [CellState::Faulty]);
    let mended = plan_faulty.lines(&plan_name(4), &[plan(5), plan(12)]);
    assert_eq!(states(&review(&mended), 0), [CellState::Same]);
}

#[test]
fn a_warning_is_no_fault() {
    let month = review(&agreeing().lines(&actual_name(2), &[actual(5), actual(12).set("start_time", "")]));
    assert_eq!(month.month.problems.len(), 1);
    assert!(month.month.problems[0].client.is_some());
    assert_ne!(states(&month, 0), [CellState::Faulty]);
}

#[test]
fn states_are_counted_in_the_order_of_urgency() {
    assert!(CellState::ALL.is_sorted());
    let mut counts = StateCounts::default();
    for state in [CellState::Same, CellState::Same, CellState::Arrived] {
        counts.add(state);
    }
    assert_eq!((counts.get(CellState::Same), counts.get(CellState::Faulty), counts.total()), (2, 0, 3));
    assert!(counts.is_settled());
    counts.add(CellState::NotArrived);
    assert!(!counts.is_settled());
}
