//! What people type about rows, and what becomes of it.

use super::*;
use crate::domain::decision::RowEdit;
use crate::domain::ids::ServiceCode;

fn base(desk: &Desk) -> RowContent {
    edit_base(&desk.review, desk.review.month.differences().next().unwrap()).unwrap()
}

fn read(field: EditField, text: &str) -> Option<RowEdit> {
    let desk = Desk::open(&two_differences());
    read_edit([(field, text)], &base(&desk)).ok()
}

fn time(hhmm: u16) -> Option<VisitTime> {
    VisitTime::from_hhmm(hhmm)
}

#[test]
fn items_are_read_as_people_write_them() {
    let blank = RowEdit::default;
    for text in ["930", "0930", "9:30", "９：３０", " 09:30 "] {
        assert_eq!(read(EditField::Start, text), Some(RowEdit { start: time(930), ..blank() }), "{text}");
    }
    for text in ["", "-", "－", "9999"] {
        assert_eq!(read(EditField::End, text), Some(RowEdit { end: time(9999), ..blank() }), "{text}");
    }
    for text in ["２３", "23", " 2 3"] {
        assert_eq!(read(EditField::Day, text), Some(RowEdit { day: Some(23), ..blank() }), "{text}");
        assert_eq!(read(EditField::Count, text), Some(RowEdit { count: Some(23), ..blank() }), "{text}");
    }
    let code = ServiceCode::parse("11A211");
    for text in ["11a211", "１１Ａ２１１"] {
        assert_eq!(read(EditField::Code, text), Some(RowEdit { code, ..blank() }), "{text}");
    }
    for (text, units) in [("1,250", 1250), ("１２５０", 1250), ("-50", -50)] {
        assert_eq!(read(EditField::Units, text), Some(RowEdit { units: Some(units), ..blank() }), "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_named_with_what_was_typed() {
    let unreadable = [
        (EditField::Day, "五日"),
        (EditField::Day, ""),
        (EditField::Start, "25:00"),
        (EditField::End, "10:75"),
        (EditField::Code, "1111"),
        (EditField::Count, "1.5"),
        (EditField::Count, "300"),
        (EditField::Units, "x"),
    ];
    let desk = Desk::open(&two_differences());
    for (wrong, text) in unreadable {
        match read_edit([(EditField::Units, "9"), (wrong, text)], &base(&desk)) {
            Err(Refusal::Impossible { field, found, .. }) => {
                assert_eq!((field, found.as_str()), (wrong, text));
            }
            other => panic!("{wrong:?} {text}: {other:?}"),
        }
    }
}

#[test]
fn what_is_as_it_was_is_no_edit() {
    let desk = Desk::open(&two_differences());
    let row = base(&desk);
    let (day, start) = (row.day.to_string(), row.start.to_string());
    let edit = read_edit([(EditField::Day, day.as_str()), (EditField::Start, start.as_str())], &row);
    assert_eq!(edit, Ok(RowEdit::default()));
}

fn typed(text: &str) -> TypedRow {
    let items: Vec<String> = text.split(' ').map(str::to_owned).collect();
    items.try_into().unwrap()
}

fn fax(desk: &Desk, rows: &[&str]) -> Result<Vec<RowContent>, Refusal> {
    let rows: Vec<TypedRow> = rows.iter().map(|text| typed(text)).collect();
    fax_rows(&desk.review, desk.place(0), &rows)
}

fn waiting() -> Desk {
    Desk::open(&Memory::default().lines(&plan_name(1), &[plan(5), plan(12), plan(19)]))
}

#[test]
fn a_fax_is_as_planned_but_for_the_typed_rows() {
    let desk = waiting();
    let planned = as_planned(&desk.review, desk.place(0));
    let [first, second, third] = planned.clone().try_into().unwrap();
    assert_eq!(fax(&desk, &[]), Ok(planned));
    let (code, start) = (first.code, first.start);
    // Longer on the 5th, not on the 12th, once more on the 20th.
    let rows = [
        format!("５ {start} 11:45 {code} 1 390"),
        format!("12 {start} 10:00 {code} 0 0"),
        format!("20 14:00 15:00 {code} 2 {}", first.units),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let longer = RowContent { end: time(1145).unwrap(), units: 390, ..first.clone() };
    let (start, end) = (time(1400).unwrap(), time(1500).unwrap());
    let added = RowContent { day: 20, start, end, count: 2, ..first };
    assert_eq!(fax(&desk, &rows), Ok(vec![longer, third, added]));
    assert_eq!(second.day, 12);
}

#[test]
fn rows_of_a_fax_have_to_be_possible() {
    let desk = waiting();
    let field = |row: &str| match fax(&desk, &[row]) {
        Err(Refusal::Impossible { field, .. }) => Some(field),
        _ => None,
    };
    assert_eq!(field("32 9:00 10:00 111111 1 250"), Some(EditField::Day));
    assert_eq!(field("5 - 10:00 111111 1 250"), Some(EditField::End));
    assert_eq!(field("5 9:00 24:30 111111 1 250"), Some(EditField::End));
    assert_eq!(field("5 9:00 10:00 151111 1 250"), Some(EditField::Code), "of another kind");
    assert_eq!(field("6 9:00 10:00 111111 0 250"), Some(EditField::Count), "nothing to take out");
    assert_eq!(field("5 9:00 10:00 111111 1 1000000"), Some(EditField::Units));
    assert_eq!(field("6 9:00 10:00 111111 1 250"), None);
}

#[test]
fn what_cannot_be_typed_stays_in_the_row() {
    let over = |line: crate::format::exchange::read::fixture::Line| line.set("over_30_days_flag", "1");
    let desk = Desk::open(&Memory::default().lines(&plan_name(1), &[plan(5), over(plan(30))]));
    let planned = as_planned(&desk.review, desk.place(0));
    assert_eq!(planned.iter().filter(|row| row.over_30_days).count(), 1, "{planned:?}");
    let code = planned[0].code;
    let rows = fax(&desk, &[&format!("6 9:00 9:30 {code} 1 1"), &format!("29 9:00 9:30 {code} 1 1")]);
    let flags: Vec<(u8, bool)> = rows.unwrap().iter().map(|row| (row.day, row.over_30_days)).collect();
    assert_eq!(flags, [(5, false), (30, true), (6, false), (29, true)]);
}

#[test]
fn the_edition_of_a_provider_is_of_the_office() {
    use crate::format::exchange::Edition;
    let mut desk = Desk::open(&two_differences());
    let (_, provider, _) = desk.place(0);
    assert_eq!(edition(&desk.review, provider, None), Err(Refusal::Nothing));
    let drafted = edition(&desk.review, provider, Some(Edition::V3)).unwrap();
    assert_eq!(drafted.draft.month, None, "for every month");
    desk.take(drafted.draft);
    assert_eq!(desk.review.decisions.edition(provider), Some(Edition::V3));
    assert_eq!(edition(&desk.review, provider, Some(Edition::V3)), Err(Refusal::Nothing));
    let stranger = OfficeNumber::parse("1379999999").unwrap();
    let refused = edition(&desk.review, stranger, Some(Edition::V4));
    assert_eq!(refused, Err(Refusal::UnknownProvider(stranger)));
    let drafted = edition(&desk.review, provider, None).unwrap();
    desk.take(drafted.draft);
    assert_eq!(desk.review.decisions.edition(provider), None);
    let draft = undo(&desk.review).unwrap();
    desk.take(draft);
    assert_eq!(desk.review.decisions.edition(provider), Some(Edition::V3));
}
