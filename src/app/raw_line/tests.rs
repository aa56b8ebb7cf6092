//! Records by their line.

use super::*;
use crate::format::exchange::read::fixture::{file, read_lines, service, v4};
use crate::format::sjis::encode;

fn record(data: &[u8], line: u32) -> RawRecord {
    raw_record(data, Some(FileKind::Upjsk), line).unwrap()
}

#[test]
fn cells_and_items_stand_side_by_side() {
    let data = file(&[service(Edition::V4), service(Edition::V4).set("units", "387")]);
    let record = record(&data, 2);
    assert_eq!((record.line, record.lines, record.edition), (2, 1, Some(Edition::V4)));
    let items = items(FileKind::Upjsk, Edition::V4);
    assert_eq!(items.len(), record.cells.len());
    let named = |name: &str| {
        let at = items.iter().position(|item| item.name == name).unwrap();
        (items[at].no, record.cells[at].as_str())
    };
    assert_eq!(named("単位数"), (8, "387"));
    assert_eq!(named("プラン担当者名"), (7, "佐藤　和子"));
    let v3 = file(&[service(Edition::V3)]);
    let record = super::raw_record(&v3, Some(FileKind::Upjsk), 1).unwrap();
    assert_eq!(record.edition, Some(Edition::V3));
    assert_eq!(record.cells.len(), super::items(FileKind::Upjsk, Edition::V3).len());
}

#[test]
fn a_record_of_several_lines_is_found_by_each_of_them() {
    let lines = [service(Edition::V4).raw("plan_manager_name", b"\"a\r\nb\r\nc\""), service(Edition::V4)];
    let data = file(&lines);
    for line in 1..=3 {
        let record = record(&data, line);
        assert_eq!((record.line, record.lines, record.cells[6].as_str()), (1, 3, "a\r\nb\r\nc"));
    }
    assert_eq!(record(&data, 4).line, 4);
    assert_eq!(raw_record(&data, Some(FileKind::Upjsk), 5), None);
    assert_eq!(raw_record(b"a\r\n\r\nb", None, 2), None, "an empty line");
    assert_eq!(raw_record(b"a\r\n\r\nb", None, 3).unwrap().cells, ["b"]);
    assert_eq!(raw_record(b"", None, 1), None);
}

#[test]
fn every_problem_of_a_damaged_file_leads_to_its_record() {
    let good = service(Edition::V4);
    let mut stray = good.clone().raw("plan_manager_name", b"\"x");
    let mut short = good.clone();
    short.cells.truncate(10);
    let spoilt = good.clone().set("service_code", "1");
    stray = stray.set("units", "1");
    let lines = [good.clone(), stray, good.clone(), short, spoilt, good];
    let data = file(&lines);
    let reading = read_lines(&lines);
    let told: Vec<u32> = reading.problems.iter().filter_map(|problem| problem.line).collect();
    assert_eq!(told, [2, 4, 5]);
    for line in 1..=6 {
        assert_eq!((record(&data, line).line, record(&data, line).lines), (line, 1));
    }
    assert_eq!(record(&data, 4).edition, None);
    assert_eq!(record(&data, 4).cells.len(), 10);
    assert_eq!(record(&data, 5).cells[14], "1");
}

#[test]
fn text_is_decoded_with_replacement() {
    let gaiji = v4(FileKind::Upjsk).raw("plan_manager_name", b"\"\xF0\x40\xFF\"");
    let shown = record(&file(&[gaiji]), 1);
    assert_eq!((shown.encoding, shown.cells[6].as_str()), (Encoding::Ms932, "〓\u{FFFD}"));
    let utf8 = [BOM, "a,山\r\n".as_bytes()].concat();
    let shown = raw_record(&utf8, None, 1).unwrap();
    assert_eq!(
        (shown.encoding, shown.cells.as_slice()),
        (Encoding::Utf8, &["a".to_owned(), "山".to_owned()][..])
    );
    assert_eq!(raw_record(&encode("a,山").unwrap(), None, 1).unwrap().cells, ["a", "山"]);
}
