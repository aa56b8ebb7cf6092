//! Golden bytes, refusals, and the ambiguities of the standard that concern writing.

use super::*;
use crate::domain::problem::ProblemAction;
use crate::format::exchange::cell::{Cell, FreeText};
use crate::format::exchange::kinds::FileKind;
use crate::format::exchange::kinds::dltjsk::ActualDeleteRecord;
use crate::format::exchange::kinds::uphosoku::ClientProfileRecord;
use crate::format::exchange::kinds::upplan::ServiceRowRecord;
use crate::format::exchange::kinds::upsikyu::SheetRecord;
use crate::format::exchange::name::{NameReading, read as read_name};
use crate::format::exchange::read::fixture::{Line, file, quoted, service, v4};
use crate::format::exchange::records::read_records;
use crate::format::sjis::Encoding;
use std::io::BufRead;

/// The records of lines.
fn records<R: TypedRecord>(lines: &[Line]) -> Vec<R> {
    let read = read_records::<R>(lines[0].kind, &file(lines));
    assert!(read.problems.iter().all(|problem| problem.action == ProblemAction::Warned));
    read.records.into_iter().map(|(_, record)| record).collect()
}

fn record<R: TypedRecord>(line: Line) -> R {
    records(&[line]).remove(0)
}

fn write_one<R: TypedRecord>(record: R) -> Result<Vec<u8>, WriteError> {
    write_records(&[record], Edition::V4)
}

#[test]
fn golden_bytes_of_a_service_row_in_both_editions() {
    let line = |edition| service(edition).raw("service_office_name", &quoted("鈴\"木\",\r\n一"));
    let v4 = write_records::<ServiceRowRecord>(&records(&[line(Edition::V4)]), Edition::V4).unwrap();
    assert_eq!(
        v4,
        b"202407,131987,0001000101,20261001,202610,1379900010,\"\x8D\xB2\x93\xA1\x81\x40\x98\x61\x8E\x71\",250,,\
          20261005,,0900,1000,1,111111,,,\"\",,1379900028,\"\x97\xE9\"\"\x96\xD8\"\",\r\n\x88\xEA\",,0,,\r\n"
    );
    let v3 = write_records::<ServiceRowRecord>(&records(&[line(Edition::V3)]), Edition::V3).unwrap();
    assert_eq!(
        v3,
        b"202208,131987,0001000101,20261001,202610,1379900010,\"\x8D\xB2\x93\xA1\x81\x40\x98\x61\x8E\x71\",250,,\
          20261005,,0900,1000,1,111111,,1379900028,\"\x97\xE9\"\"\x96\xD8\"\",\r\n\x88\xEA\",,0,,\r\n"
    );
}

#[test]
fn golden_bytes_of_two_delete_records() {
    let lines = [v4(FileKind::Dltjsk), v4(FileKind::Dltjsk).set("insured_number", "H000100017")];
    assert_eq!(
        write_records::<ActualDeleteRecord>(&records(&lines), Edition::V4).unwrap(),
        b"202407,131987,0001000101,202610,1379900028,11\r\n202407,131987,H000100017,202610,1379900028,11\r\n"
    );
    assert_eq!(write_records::<ActualDeleteRecord>(&[], Edition::V4).unwrap(), b"");
}

#[test]
fn golden_bytes_of_texts() {
    let mut out = Vec::new();
    let texts = ["202407", "131987", "0001000101", "20261001"];
    write_texts(&mut out, FileKind::UpkihonSub1.columns(), Edition::V4, 1, &texts).unwrap();
    assert_eq!(out, b"202407,131987,0001000101,20261001,\"\",\"\",\"\"\r\n");
}

#[test]
fn kept_gaiji_and_undecodable_bytes_are_refused_with_their_place() {
    for (raw, character) in
        [(&b"\"\x8E\x52\xF0\x40\""[..], '\u{E000}'), (b"\"\x8E\x52\x85\x40\"", '\u{FFFD}')]
    {
        let good = record::<ServiceRowRecord>(service(Edition::V4));
        let bad = record::<ServiceRowRecord>(service(Edition::V4).raw("service_office_name", raw));
        let refused =
            WriteError::NotMs932 {
                record: 2, item_no: 21, item: "サービス事業所名", position: 2, character
            };
        assert_eq!(write_records(&[good, bad], Edition::V4), Err(refused));
    }
    let bare = record::<ServiceRowRecord>(service(Edition::V4).raw("tais_code", b"1\xFC\x4C"));
    assert!(matches!(write_one(bare), Err(WriteError::NotMs932 { item_no: 16, position: 2, .. })));
    let cut_off =
        record::<ServiceRowRecord>(service(Edition::V4).raw("service_office_name", b"\"\x8E\x52\x83\""));
    assert!(matches!(write_one(cut_off), Err(WriteError::NotMs932 { position: 2, .. })));
}

#[test]
fn control_characters_are_refused_but_for_breaks_and_tabs() {
    assert_eq!(crate::format::sjis::first_unwritable(b"a\0b"), Some((2, '\0')));
    assert_eq!(crate::format::sjis::first_unwritable(b"\x1b[31m"), Some((1, '\u{1b}')));
    assert_eq!(crate::format::sjis::first_unwritable(b"one\r\ntwo\tthree"), None);
}

#[test]
fn what_came_as_utf8_is_written_as_ms932_or_refused() {
    let text = |name: &str| {
        let line = service(Edition::V4).raw("service_office_name", format!("\"{name}\"").as_bytes());
        record::<ServiceRowRecord>(line.raw("plan_manager_name", "\"佐藤\"".as_bytes()))
    };
    let sound = text("髙橋〜");
    assert_eq!(sound.service_office_name.value().unwrap(), "髙橋〜");
    let again = write_one(sound).unwrap();
    assert_eq!(Encoding::Ms932.fault(&again), None);
    assert!(again.windows(6).any(|bytes| bytes == b"\xFB\xFC\x8B\xB4\x81\x60"));
    // These bytes happen to be characters of MS932 too; they must not be written as such.
    let heart = text("介護♥");
    assert_eq!(heart.service_office_name.value().unwrap(), "介護♥");
    assert!(matches!(write_one(heart), Err(WriteError::NotMs932 { item_no: 21, position: 3, .. })));
}

#[test]
fn bare_columns_and_versions_are_held_to_the_rule() {
    for raw in [&b"\"1,2\""[..], b"\"1\"\"2\"", b"\"1\n2\""] {
        let record = record::<ServiceRowRecord>(service(Edition::V4).raw("tais_code", raw));
        assert!(matches!(write_one(record), Err(WriteError::NotBare { record: 1, item_no: 16, .. })));
    }
    let mixed = records::<ServiceRowRecord>(&[service(Edition::V4)]);
    assert!(matches!(write_records(&mixed, Edition::V3), Err(WriteError::MixedVersions { record: 1, .. })));
}

#[test]
fn point_01_only_the_current_versions_are_written() {
    assert_eq!((Edition::V3.csv_version(), Edition::V4.csv_version()), ("202208", "202407"));
    let mut row = record::<ServiceRowRecord>(service(Edition::V4));
    row.csv_version = Cell::read(b"202504", Encoding::Ms932);
    assert!(matches!(write_one(row), Err(WriteError::MixedVersions { .. })));
}

#[test]
fn point_02_items_6_and_8_are_never_written_empty() {
    for (key, no) in [("plan_office_number", 6), ("units", 8)] {
        let row = record::<ServiceRowRecord>(service(Edition::V4).raw(key, b""));
        assert!(matches!(write_one(row), Err(WriteError::Empty { item_no, .. }) if item_no == no));
    }
    assert!(write_one(record::<ServiceRowRecord>(service(Edition::V4).set("units", "0"))).is_ok());
}

#[test]
fn point_03_sex_and_birth_date_are_never_written_empty() {
    for (key, no) in [("user_sex_code", 7), ("user_birth_date", 8)] {
        let row = record::<ClientProfileRecord>(v4(FileKind::Uphosoku).raw(key, b""));
        assert!(matches!(write_one(row), Err(WriteError::Empty { item_no, .. }) if item_no == no));
    }
}

#[test]
fn point_05_the_line_discriminator_is_written_as_it_is_set() {
    let mut row = record::<ServiceRowRecord>(service(Edition::V4));
    for (value, written) in [(Some(1), &b"1"[..]), (Some(12), b"12"), (None, b"")] {
        row.line_discriminator.set(value).unwrap();
        assert_eq!(row.line_discriminator.content(), written);
    }
}

#[test]
fn point_07_the_author_item_of_the_sheet_stays_empty() {
    let bytes = write_one(record::<SheetRecord>(v4(FileKind::Upsikyu))).unwrap();
    let cells: Vec<_> = bytes.split(|byte| *byte == b',').collect();
    assert_eq!((cells.len(), cells[34]), (37, &b""[..]));
}

#[test]
fn point_09_lines_end_with_cr_lf_and_only_free_text_is_quoted() {
    let row = record::<ServiceRowRecord>(
        service(Edition::V4).raw("units", b"\"250\"").raw("service_office_name", b""),
    );
    let bytes = write_one(row).unwrap();
    assert!(bytes.ends_with(b",,0,,\r\n") && bytes.starts_with(b"202407,"));
    let quoted: Vec<bool> =
        bytes.trim_ascii_end().split(|byte| *byte == b',').map(|cell| cell.starts_with(b"\"")).collect();
    let free: Vec<bool> =
        ServiceRowRecord::COLUMNS.iter().map(|column| column.ty == ColumnType::FreeText).collect();
    assert_eq!(quoted, free, "empty free text is \"\", everything else bare");
}

#[test]
fn point_13_names_carry_the_one_kind_of_the_file() {
    let name = "UPJSK_202610_1379900028_11_1379900010_43_20261102093015.CSV";
    let NameReading::Exchange(mut parsed) = read_name(name) else { panic!() };
    assert_eq!(parsed.build(), name);
    parsed.sender_kind = crate::domain::ids::ServiceKind::parse("15");
    assert_eq!(parsed.build(), "UPJSK_202610_1379900028_15_1379900010_43_20261102093015.CSV");
}

#[test]
fn point_17_forwarded_records_are_written_untouched() {
    let foreign = service(Edition::V4)
        .set("service_office_number", "1379900036")
        .set("updated_by_office_number", "1379900044");
    let lines =
        [foreign, service(Edition::V4).set("units", "0250").raw("service_office_name", b"\"\xFA\x5C\"")];
    assert_eq!(write_records::<ServiceRowRecord>(&records(&lines), Edition::V4).unwrap(), file(&lines));
}

#[test]
fn point_18_no_time_is_written_9999_and_hours_with_zeros() {
    let mut row = record::<ServiceRowRecord>(service(Edition::V4).set("start_time", "9:05"));
    let value = row.start_time.value().copied();
    row.start_time.set(value).unwrap();
    row.end_time.set(Some(crate::domain::time::VisitTime::NONE)).unwrap();
    assert_eq!((row.start_time.content(), row.end_time.content()), (&b"0905"[..], &b"9999"[..]));
}

#[test]
fn point_20_visits_at_different_times_are_two_records() {
    let lines =
        [service(Edition::V4), service(Edition::V4).set("start_time", "1400").set("end_time", "1500")];
    let bytes = write_records::<ServiceRowRecord>(&records(&lines), Edition::V4).unwrap();
    assert_eq!((bytes == file(&lines), bytes.lines().count()), (true, 2));
}

#[test]
fn point_24_dates_are_written_with_eight_digits() {
    let mut row = record::<ServiceRowRecord>(service(Edition::V4));
    row.service_date.set(crate::domain::month::Day::from_digits(b"20261009")).unwrap();
    assert_eq!(row.service_date.content(), b"20261009");
}

#[test]
fn point_27_edition_3_is_always_written_with_one_of_its_marks() {
    let old = records::<ServiceRowRecord>(&[service(Edition::V3).set("csv_version", "202206")]);
    assert!(matches!(
        write_records(&old, Edition::V3),
        Err(WriteError::MixedVersions { expected: "202208", .. })
    ));
}

#[test]
fn a_text_that_is_set_is_quoted_when_it_is_written() {
    let mut row = record::<ServiceRowRecord>(service(Edition::V4));
    row.service_office_name.set(Some("a\"b,c\r\nd".to_owned())).unwrap();
    let again: Vec<ServiceRowRecord> = read_records(FileKind::Upplan, &write_one(row.clone()).unwrap())
        .records
        .into_iter()
        .map(|r| r.1)
        .collect();
    assert_eq!(again, [row]);
    assert_eq!(Cell::<FreeText>::read(b"", Encoding::Ms932).content(), b"");
}
