use super::purpose::{date, path};
use chrono::NaiveDate;
use std::path::PathBuf;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

#[test]
fn dates_are_read_as_people_write_them() {
    let today = day(2026, 11, 5);
    for text in ["2026-11-08", "2026/11/8", "R8/11/8", "r8.11.8", "11/8", "８", "１１／８", " 8 "] {
        assert_eq!(date(text, today), Some(day(2026, 11, 8)), "{text}");
    }
    assert_eq!(date("3", today), Some(day(2026, 12, 3)), "the next 3rd");
    assert_eq!(date("1/10", today), Some(day(2027, 1, 10)), "the next January");
    for text in ["", "11/31", "R8", "あす", "2026-13-01", "99999999999"] {
        assert_eq!(date(text, today), None, "{text}");
    }
}

#[test]
fn paths_are_read_as_terminals_paste_them() {
    for (text, expected) in [
        ("/home/hanako/実績", "/home/hanako/実績"),
        ("  received/2026-10\n", "received/2026-10"),
        ("'/media/usb/10 月'", "/media/usb/10 月"),
        (" \"C:\\実績 10月\\UPJSK.CSV\" ", "C:\\実績 10月\\UPJSK.CSV"),
        ("/media/usb/10\\ 月/a\\ b", "/media/usb/10 月/a b"),
        // In quotes nothing is escaped.
        ("'a\\ b'", "a\\ b"),
        // Quotes that are part of a name stay.
        ("花子's", "花子's"),
        ("'a", "'a"),
        ("'a\"", "'a\""),
    ] {
        assert_eq!(path(text), Some(PathBuf::from(expected)), "{text}");
    }
    for text in ["", " \t", "''", "\"\""] {
        assert_eq!(path(text), None, "{text:?}");
    }
}
