//! Lines, days and marks.

use super::*;
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::open::tests::{Memory, actual, actual_name, plan, plan_name};
use crate::domain::month::ServiceMonth;
use crate::format::exchange::Edition;
use crate::format::exchange::read::fixture::Line;
use std::collections::BTreeSet;

fn calendar(plans: &[Line], actuals: &[Line]) -> Calendar {
    let memory = Memory::default().lines(&plan_name(1), plans);
    let memory = if actuals.is_empty() { memory } else { memory.lines(&actual_name(2), actuals) };
    Calendar::of(&Review::new(memory.open(), None), 0)
}

/// Days that have anything: day, times, mark.
fn days(days: &Days) -> Vec<(u8, u32, DayMark)> {
    let used = days.iter().filter(|(_, cell)| *cell != DayCell::default());
    used.map(|(day, cell)| (day, cell.count, cell.mark)).collect()
}

fn only(calendar: &Calendar) -> &CalendarLine {
    let [line] = calendar.lines.as_slice() else { panic!("{:?}", calendar.lines) };
    line
}

#[test]
fn equal_rows_and_days_that_differ() {
    let calendar = calendar(&[plan(5), plan(12), plan(19)], &[actual(5), actual(13), actual(12)]);
    let line = only(&calendar);
    assert_eq!(days(&line.plan), [(5, 1, DayMark::Same), (12, 1, DayMark::Same), (19, 1, DayMark::Moved)]);
    assert_eq!(days(&line.actual), [(5, 1, DayMark::Same), (12, 1, DayMark::Same), (13, 1, DayMark::Moved)]);
    assert_eq!(line.plan.get(19).difference, Some(0));
    assert_eq!(line.actual.get(13).difference, Some(0));
    let [row] = calendar.rows_of(line.actual.get(13)) else { panic!("one row") };
    assert_eq!((row.row.day, row.side, row.difference, row.file), (13, Side::Actual, Some(0), FileIndex(0)));
    assert!(calendar.rows_of(line.plan.get(1)).is_empty());
    assert_eq!(
        (line.plan.total(), line.plan.get(0), line.plan.get(32)),
        (3, DayCell::default(), DayCell::default())
    );
    assert_eq!(calendar.totals[0].differences, 1);
}

#[test]
fn missing_extra_and_waiting() {
    let made = calendar(&[plan(5), plan(6)], &[actual(5)]);
    assert_eq!(days(&only(&made).plan), [(5, 1, DayMark::Same), (6, 1, DayMark::Missing)]);
    let made = calendar(&[plan(5)], &[actual(5), actual(5)]);
    assert_eq!(days(&only(&made).actual), [(5, 2, DayMark::Extra)], "what is no agreement is shown");
    assert_eq!(made.rows_of(only(&made).actual.get(5)).len(), 2);
    let made = calendar(&[plan(5)], &[]);
    assert_eq!(days(&only(&made).plan), [(5, 1, DayMark::Waiting)]);
}

#[test]
fn a_changed_visit_stays_on_the_planned_line() {
    let late = actual(5).set("start_time", "1000").set("end_time", "1100");
    let made = calendar(&[plan(5)], &[late]);
    let line = only(&made);
    assert_eq!((line.start.hhmm(), line.end.hhmm()), (900, 1000));
    assert_eq!(
        (days(&line.plan), days(&line.actual)),
        (vec![(5, 1, DayMark::Changed)], vec![(5, 1, DayMark::Changed)])
    );
    assert_eq!(made.rows_of(line.actual.get(5))[0].row.start.hhmm(), 1000, "the row itself is kept");
    let made = calendar(&[plan(5)], &[actual(5).set("service_code", "111211").set("units", "260")]);
    assert_eq!((only(&made).code.as_str(), only(&made).units), ("111111", 250));
    assert_eq!(days(&only(&made).actual), [(5, 1, DayMark::Changed)]);
}

#[test]
fn counts_of_rows_add_up_and_midnight_is_one_moment() {
    let made = calendar(&[plan(5).set("service_count", "2")], &[actual(5), actual(5)]);
    assert_eq!(days(&only(&made).plan), [(5, 2, DayMark::Same)]);
    assert_eq!(days(&only(&made).actual), [(5, 2, DayMark::Same)]);
    let night = |line: Line, end: &str| line.set("start_time", "2300").set("end_time", end);
    let made = calendar(&[night(plan(5), "2400")], &[night(actual(5), "0000")]);
    assert_eq!(days(&only(&made).actual), [(5, 1, DayMark::Same)]);
}

#[test]
fn the_day_of_monthly_services_and_equipment_does_not_matter() {
    // 66 (介護予防通所リハ) is counted by the month, 17 is equipment.
    let monthly =
        |line: Line| line.set("service_code", "661111").set("start_time", "9999").set("end_time", "9999");
    let mut review = None;
    for kind in ["66", "17"] {
        let code = format!("{kind}1111");
        let line = |line: Line| monthly(line).set("service_code", &code).set("tais_code", "00001-000010");
        let name = |name: String| name.replace("_11_", &format!("_{kind}_"));
        let memory = Memory::default()
            .lines(&name(plan_name(1)), &[line(plan(1)), line(plan(2))])
            .lines(&name(actual_name(2)), &[line(actual(3))]);
        let made = Review::new(memory.open(), None);
        let calendar = Calendar::of(&made, 0);
        assert_eq!(days(&only(&calendar).plan), [(1, 1, DayMark::Same), (2, 1, DayMark::Same)], "{kind}");
        assert_eq!(days(&only(&calendar).actual), [(3, 1, DayMark::Same)], "{kind}");
        review = Some(made);
    }
    let row = &Calendar::of(&review.unwrap(), 0).rows[0];
    assert_eq!(row.detail.as_ref().unwrap().tais, "00001-000010");
}

#[test]
fn all_days_of_a_monthly_service_follow_its_difference() {
    let name = |name: String| name.replace("_11_", "_66_");
    let monthly = |line: Line, units: &str| line.set("service_code", "661111").set("units", units);
    let memory = Memory::default()
        .lines(&name(plan_name(1)), &[monthly(plan(1), "2000"), monthly(plan(2), "2000")])
        .lines(&name(actual_name(2)), &[monthly(actual(3), "2100"), monthly(actual(4), "2100")]);
    let made = Calendar::of(&Review::new(memory.open(), None), 0);
    assert_eq!(days(&only(&made).plan), [(1, 1, DayMark::Changed), (2, 1, DayMark::Changed)]);
    assert_eq!(days(&only(&made).actual), [(3, 1, DayMark::Changed), (4, 1, DayMark::Changed)]);
    let other = |line: Line| line.set("service_code", "661121").set("units", "2050");
    let memory = Memory::default()
        .lines(&name(plan_name(1)), &[monthly(plan(1), "2000")])
        .lines(&name(actual_name(2)), &[other(actual(3)), other(actual(4))]);
    let made = Calendar::of(&Review::new(memory.open(), None), 0);
    assert_eq!(days(&only(&made).actual), [(3, 1, DayMark::Changed), (4, 1, DayMark::Changed)]);
}

#[test]
fn lines_are_ordered_by_provider_kind_time_and_code() {
    let at = |start: &str, end: &str, code: &str| {
        plan(5).set("start_time", start).set("end_time", end).set("service_code", code)
    };
    let made = calendar(
        &[
            at("1300", "1400", "111111"),
            at("0900", "1000", "112222"),
            at("0900", "1000", "111111"),
            at("0900", "0930", "113333"),
        ],
        &[],
    );
    let shown: Vec<_> = made.lines.iter().map(|l| (l.start.hhmm(), l.end.hhmm(), l.code.as_str())).collect();
    assert_eq!(
        shown,
        [(900, 930, "113333"), (900, 1000, "111111"), (900, 1000, "112222"), (1300, 1400, "111111")]
    );
}

#[test]
fn nobody_has_an_empty_calendar() {
    let review = Review::new(Memory::default().lines(&plan_name(1), &[plan(5)]).open(), None);
    assert!(Calendar::of(&review, 7).lines.is_empty());
}

#[test]
fn every_row_in_force_stands_once_in_its_calendar() {
    for (office, seed) in
        [(OfficeSort::CareManagement, 5), (OfficeSort::Prevention, 6), (OfficeSort::CareManagement, 7)]
    {
        let options = DemoOptions {
            clients: 50,
            providers: 12,
            managers: 3,
            seed,
            edition: if seed == 7 { Edition::V3 } else { Edition::V4 },
            month: ServiceMonth::new(2026, 10).unwrap(),
            office,
            differences_per_mille: 60,
            faults: true,
        };
        let demo = demo_month(&options).unwrap();
        let codes = crate::format::codes::read_codes(demo.codes_csv.as_bytes()).unwrap();
        let memory = demo
            .files
            .into_iter()
            .fold(Memory::default(), |memory, file| memory.with(&file.name, file.bytes));
        let with_codes = crate::app::open::OpenOptions { codes: Some(&codes), ..Default::default() };
        for month in [memory.open(), memory.open_with(with_codes).unwrap()] {
            let review = Review::new(month, None);
            for client in 0..review.clients.len() {
                check_client(&review, client);
            }
        }
    }
}

fn check_client(review: &Review, client: usize) {
    let (month, calendar) = (&review.month, Calendar::of(review, client));
    let rows = &month.clients[client];
    let place = |side, file, offset| (side, file, offset);
    let wanted: BTreeSet<_> = month
        .rows(&rows.plan)
        .map(|row| place(Side::Plan, row.file, row.row.offset))
        .chain(month.rows(&rows.actual).map(|row| place(Side::Actual, row.file, row.row.offset)))
        .collect();
    let mut shown = BTreeSet::new();
    let mut told = BTreeSet::new();
    for line in &calendar.lines {
        for (side, days) in [(Side::Plan, &line.plan), (Side::Actual, &line.actual)] {
            for (day, cell) in days.iter() {
                let rows = calendar.rows_of(cell);
                assert_eq!(rows.iter().map(|row| u32::from(row.row.count)).sum::<u32>(), cell.count);
                assert_eq!(cell.mark == DayMark::None, rows.is_empty());
                for row in rows {
                    assert_eq!((row.side, row.row.day, row.row.provider), (side, day, line.provider));
                    assert!(shown.insert(place(side, row.file, row.row.offset)), "once");
                    told.extend(row.difference);
                }
            }
        }
    }
    assert_eq!(shown, wanted);
    assert_eq!(told.len(), month.comparisons[client].differences.len(), "every difference is shown");
    assert_eq!(calendar.totals, month.comparisons[client].lines);
}
