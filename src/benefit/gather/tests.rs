//! Counting by time, month and period.

use super::*;
use crate::benefit::rates::Step;
use crate::domain::time::VisitTime;

fn row(code: &str, day: u8, count: u8, units: i32) -> ServiceRow {
    ServiceRow {
        provider: OfficeNumber::parse("1379900028").unwrap(),
        code: ServiceCode::parse(code).unwrap(),
        day,
        count,
        start: VisitTime::NONE,
        end: VisitTime::NONE,
        units,
        over_30_days: false,
        satellite: *b"  ",
        detail: 0,
        line: 1,
        offset: 0,
    }
}

fn facts(charge: Charge) -> Facts {
    Facts {
        charge,
        place: Place::InLimit,
        price: UnitPrice::from_hundredths(1_000),
        list_units: None,
        managed_units: None,
        discounted_rate: None,
        fixed_copay: None,
    }
}

/// Code, units and number of times of each line.
fn lines(rows: &[(ServiceRow, Option<RowDetail>)], facts: Facts) -> Vec<(String, Units, i64)> {
    let rows: Vec<MonthRow<'_>> =
        rows.iter().map(|(row, detail)| MonthRow { row, detail: detail.as_ref() }).collect();
    let gathered = gather(&rows, |_| Ok::<_, ()>(facts)).unwrap();
    let facts = |of: &Gathered| match of.line.amount {
        Amount::Times { units, count, .. } => (of.line.code.to_string(), units, count),
        Amount::Percent { permille, .. } => (of.line.code.to_string(), permille.into(), 1),
    };
    gathered.iter().map(facts).collect()
}

fn line(code: &str, units: Units, count: i64) -> (String, Units, i64) {
    (code.to_owned(), units, count)
}

#[test]
fn visits_are_summed_by_code_and_units_in_any_order() {
    let mut rows = vec![
        (row("117211", 4, 1, 179), None),
        (row("111211", 2, 1, 387), None),
        (row("111211", 9, 2, 387), None),
        (row("111211", 16, 1, 348), None),
    ];
    let expected = [line("111211", 348, 1), line("111211", 387, 3), line("117211", 179, 1)];
    assert_eq!(lines(&rows, facts(Charge::PerTime)), expected);
    rows.reverse();
    assert_eq!(lines(&rows, facts(Charge::PerTime)), expected);
}

#[test]
fn monthly_codes_count_once_with_the_most_units() {
    let rows =
        [(row("661111", 8, 1, 0), None), (row("661111", 1, 1, 2_268), None), (row("661111", 15, 1, 0), None)];
    assert_eq!(lines(&rows, facts(Charge::Monthly)), [line("661111", 2_268, 1)]);
}

#[test]
fn periods_count_their_days() {
    let prorated = |days| Some(RowDetail { prorated_days: Some(days), ..RowDetail::default() });
    let second_half = 0x7FFF_8000;
    let rows = [
        (row("A22111", 16, 1, 39), prorated(second_half)),
        (row("A22111", 20, 1, 39), prorated(second_half)),
    ];
    assert_eq!(lines(&rows, facts(Charge::PerTime)), [line("A22111", 39, 16)], "16th to 31st, once");
    let counted = [(row("A22111", 16, 13, 39), prorated(second_half))];
    assert_eq!(lines(&counted, facts(Charge::PerTime)), [line("A22111", 39, 13)], "as many as are billed");
}

#[test]
fn equipment_counts_once_for_each_line_of_it() {
    let of = |tais: &str, discriminator: &str| {
        Some(RowDetail {
            tais: tais.to_owned(),
            discriminator: discriminator.to_owned(),
            ..RowDetail::default()
        })
    };
    let rows = [
        (row("171007", 1, 1, 300), of("00001-000010", "1")),
        (row("171007", 9, 1, 300), of("00001-000010", "1")),
        (row("171007", 1, 1, 300), of("00001-000010", "2")),
    ];
    assert_eq!(lines(&rows, facts(Charge::Monthly)), [line("171007", 300, 1), line("171007", 300, 1)]);
}

#[test]
fn several_of_the_same_equipment_count_as_on_their_fullest_day() {
    let rows = [
        (row("171010", 1, 2, 110), None),
        (row("171010", 2, 2, 110), None),
        (row("171010", 3, 1, 110), None),
        (row("171010", 3, 1, 110), None),
    ];
    assert_eq!(lines(&rows, facts(Charge::Monthly)), [line("171010", 110, 2)]);
}

#[test]
fn percentages_stand_once_and_what_is_not_known_stops() {
    let charge = Charge::Percent { permille: 245, is_reduction: false };
    let rows = [(row("116275", 1, 1, 0), None), (row("116275", 9, 1, 0), None)];
    let place = Place::Outside(Step::Treatment);
    assert_eq!(lines(&rows, Facts { place, ..facts(charge) }), [line("116275", 245, 1)]);
    let only = [MonthRow { row: &rows[0].0, detail: None }];
    assert_eq!(gather(&only, |row| Err::<Facts, _>(row.code)).unwrap_err(), rows[0].0.code);
}

#[test]
fn days_beyond_30_stand_alone_and_discounts_are_applied_once() {
    let mut beyond = row("211111", 31, 1, 603);
    beyond.over_30_days = true;
    let stay = row("211111", 1, 1, 603);
    let rows = [MonthRow { row: &stay, detail: None }, MonthRow { row: &beyond, detail: None }];
    let discounted = Facts { discounted_rate: Some(95), ..facts(Charge::PerTime) };
    let gathered = gather(&rows, |_| Ok::<_, ()>(discounted)).unwrap();
    let places: Vec<_> = gathered.iter().map(|of| (of.line.place, of.rows.clone())).collect();
    assert_eq!(places, [(Place::InLimit, vec![0]), (Place::Over30Days, vec![1])]);
    assert!(gathered.iter().all(|of| of.line.discounted_rate.is_none()), "the row's units are discounted");
    let listed = Facts { list_units: Some(635), ..discounted };
    let gathered = gather(&rows, |_| Ok::<_, ()>(listed)).unwrap();
    assert_eq!(gathered[0].line.discounted_rate, Some(95));
}
