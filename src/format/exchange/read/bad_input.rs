//! Bad input: each fault gives one located problem, and the rest of the file is read.

use super::copies::CopyMemory;
use super::fixture::{
    Line, codes, file, kept, name, only, place, quoted, read, read_lines, rows, service, v4,
};
use super::{FileInput, FileReading, read_file};
use crate::domain::problem::{Problem, ProblemAction, ProblemCode};
use crate::domain::row::FileIndex;
use crate::format::exchange::edition::Edition;
use crate::format::exchange::kinds::FileKind;
use crate::format::sjis::encode;
use proptest::prelude::*;

fn good() -> Line {
    service(Edition::V4)
}

/// Reads `bad` between two good rows; only `bad` may be missing. Its problem stands on line 2.
fn between(bad: &[u8]) -> FileReading {
    let data = [good().bytes(), bad.to_vec(), good().set("service_date", "20261031").bytes()].concat();
    let reading = read(FileKind::Upjsk, Edition::V4, &data);
    let days: Vec<_> = rows(&reading).iter().map(|row| row.day).collect();
    assert_eq!((days.first(), days.last()), (Some(&5), Some(&31)), "the rest is loaded");
    reading
}

/// The problem of a row that is left out.
fn quarantined(bad: &Line, code: ProblemCode, item: Option<u32>) -> Problem {
    let reading = between(&bad.bytes());
    let problem = only(&reading).clone();
    assert_eq!((problem.code, problem.action, reading.quarantined), (code, ProblemAction::Quarantined, 1));
    assert_eq!(place(&problem), (Some(2), item));
    problem
}

/// The problem of a row that is kept.
fn warned(odd: &Line, code: ProblemCode, item: Option<u32>) -> Problem {
    let reading = between(&odd.bytes());
    let problem = only(&reading).clone();
    assert_eq!((problem.code, problem.action, reading.quarantined), (code, ProblemAction::Warned, 0));
    assert_eq!((place(&problem), kept(&reading)), ((Some(2), item), 3));
    problem
}

#[test]
fn empty_files_and_files_without_rows() {
    for kind in FileKind::ALL {
        assert_eq!(codes(&read(*kind, Edition::V4, b"")), [ProblemCode::FileEmpty]);
        assert_eq!(codes(&read(*kind, Edition::V4, b"\r\n\r\n")), [ProblemCode::FileNoRows]);
    }
    let header = encode("CSVバージョン,保険者番号,被保険者番号\r\n").unwrap();
    let reading = read(FileKind::Upjsk, Edition::V4, &header);
    assert_eq!((codes(&reading), reading.rows), (vec![ProblemCode::FileNoRows, ProblemCode::HeaderRow], 0));
}

#[test]
fn versions_that_are_unknown_malformed_mixed_or_of_the_other_edition() {
    let first =
        |version: &str| read_lines(&[good().set("csv_version", version), good().set("csv_version", version)]);
    assert_eq!(only(&first("202410")).code, ProblemCode::VersionUnknown);
    let disagreeing = first("202208");
    assert_eq!(
        (only(&disagreeing).code, only(&disagreeing).expected.as_str()),
        (ProblemCode::VersionMixed, "202407")
    );
    for version in ["202208", "202504", "202410", "20240"] {
        let problem = warned(&good().set("csv_version", version), ProblemCode::VersionMixed, Some(1));
        assert_eq!(
            (problem.found.as_str(), problem.expected.as_str(), problem.times),
            (version, "202407", 1)
        );
    }
    let reading = between(&good().raw("csv_version", b"\"202407\"").bytes());
    assert_eq!(reading.problems, [], "quotes do not make another version");
}

#[test]
fn rows_of_the_other_edition_are_read_with_one_warning() {
    let reading = between(&[service(Edition::V3).bytes(), service(Edition::V3).bytes()].concat());
    assert_eq!(
        (kept(&reading), only(&reading).code, place(only(&reading))),
        (4, ProblemCode::VersionMixed, (Some(2), Some(1)))
    );
    assert_eq!(only(&reading).times, 2);
    let columns_only = between(&service(Edition::V3).set("csv_version", "202407").bytes());
    assert_eq!((kept(&columns_only), only(&columns_only).code), (3, ProblemCode::VersionMixed));
}

#[test]
fn a_file_whose_columns_are_of_another_edition_than_its_name() {
    let reading = read(FileKind::Upjsk, Edition::V4, &file(&[service(Edition::V3), service(Edition::V3)]));
    assert_eq!((kept(&reading), reading.edition), (2, Edition::V3));
    assert_eq!(only(&reading).code, ProblemCode::EditionDisagrees);
}

#[test]
fn wrong_column_counts() {
    for count in [1, 3, 20, 28, 49] {
        let mut cells = good().row();
        cells.resize(count, b"x".to_vec());
        let reading = between(&[cells.join(&b","[..]), b"\r\n".to_vec()].concat());
        let problem = only(&reading);
        assert_eq!((problem.code, problem.found.clone()), (ProblemCode::ColumnCount, count.to_string()));
        assert_eq!((problem.expected.as_str(), place(problem)), ("25 / 22", (Some(2), None)));
    }
}

#[test]
fn a_cell_too_many_in_the_middle_keeps_the_row_out() {
    let mut cells = good().row();
    cells.insert(21, Vec::new());
    cells[25] = Vec::new();
    cells[24] = b"1379900028".to_vec();
    let reading = between(&[cells.join(&b","[..]), b"\r\n".to_vec()].concat());
    assert_eq!(only(&reading).code, ProblemCode::ColumnCount);
    assert_eq!((kept(&reading), reading.quarantined), (2, 1));
}

#[test]
fn dates_times_and_counts_that_do_not_exist() {
    let date = quarantined(&good().set("service_date", "20261131"), ProblemCode::Invalid, Some(10));
    assert_eq!((date.found.as_str(), date.expected.as_str()), ("20261131", "expected-date"));
    quarantined(&good().set("service_date", ""), ProblemCode::Empty, Some(10));
    quarantined(&good().set("service_date", "00000000"), ProblemCode::Invalid, Some(10));
    quarantined(&good().set("start_time", "2560"), ProblemCode::Invalid, Some(12));
    quarantined(&good().set("end_time", "2401"), ProblemCode::Invalid, Some(13));
    for count in ["0", "-1", "999", "1.5", "x"] {
        let problem = quarantined(&good().set("service_count", count), ProblemCode::Invalid, Some(14));
        assert_eq!((problem.found.as_str(), problem.expected.as_str()), (count, "expected-range 1–99"));
    }
    quarantined(&good().set("over_30_days_flag", "2"), ProblemCode::Invalid, Some(23));
    quarantined(&good().set("service_code", "11111"), ProblemCode::Invalid, Some(15));
}

#[test]
fn rows_of_another_month() {
    quarantined(&good().set("service_date", "20260930"), ProblemCode::DateOutsideMonth, Some(10));
    let other = good().set("target_month", "202609").set("service_date", "20260930");
    quarantined(&other, ProblemCode::MonthDiffers, Some(5));
    let sheet = read_lines(&[v4(FileKind::Upsikyu), v4(FileKind::Upsikyu).set("target_month", "202609")]);
    assert_eq!(
        (kept(&sheet), only(&sheet).code, place(only(&sheet))),
        (1, ProblemCode::MonthDiffers, (Some(2), Some(5)))
    );
    for (kind, key) in [(FileKind::Dltplan, "delete_target_month"), (FileKind::Uphosoku, "target_month")] {
        let reading = read_lines(&[v4(kind), v4(kind).set(key, "202609")]);
        assert_eq!(
            (kept(&reading), only(&reading).code, only(&reading).line),
            (1, ProblemCode::MonthDiffers, Some(2))
        );
    }
}

#[test]
fn insurers_clients_and_providers() {
    let wrong = warned(&good().set("insurer_number", "131988"), ProblemCode::InsurerCheckDigit, Some(2));
    assert_eq!(wrong.found, "131988");
    quarantined(&good().set("insurer_number", "13198A"), ProblemCode::Invalid, Some(2));
    quarantined(&good().set("insured_number", "X000100017"), ProblemCode::Invalid, Some(3));
    quarantined(&good().set("insured_number", ""), ProblemCode::Empty, Some(3));
    for (key, value) in [("insured_number", "H000100017"), ("service_office_number", "27A9900028")] {
        assert_eq!(between(&good().set(key, value).bytes()).problems, [], "{value} is in order");
    }
    quarantined(&good().set("service_office_number", "13799-0028"), ProblemCode::Invalid, Some(20));
}

#[test]
fn characters_that_cannot_stand_in_a_file() {
    let named = |raw: &[u8]| good().raw("service_office_name", raw);
    let gaiji = warned(&named(b"\"\xF0\x40\x8E\x52\""), ProblemCode::Gaiji, Some(21));
    assert_eq!(gaiji.found, "〓山");
    let broken = warned(&named(b"\"\x85\x40\x8E\x52\""), ProblemCode::Undecodable, Some(21));
    assert!(broken.found.contains('\u{FFFD}'));
    warned(&named(b"\"a\0b\""), ProblemCode::ControlCharacter, Some(21));
    warned(&good().raw("plan_manager_name", b"\"\0\""), ProblemCode::ControlCharacter, Some(7));
    quarantined(&good().raw("units", b"25\0"), ProblemCode::Invalid, Some(8));
    quarantined(&good().raw("insured_number", b"0001000\xF0\x40"), ProblemCode::Invalid, Some(3));
}

#[test]
fn stray_quotes_cost_their_own_rows_only() {
    let open = good().raw("plan_manager_name", b"\"\x8E\x52");
    let data =
        [good().bytes(), open.bytes(), open.bytes(), good().set("service_date", "20261031").bytes()].concat();
    let bare = |line: Line| line.set("service_office_name", "");
    for data in [
        data,
        file(&[good(), bare(open.clone()), bare(open.clone()), good().set("service_date", "20261031")]),
    ] {
        let reading = read(FileKind::Upjsk, Edition::V4, &data);
        let days: Vec<_> = rows(&reading).iter().map(|row| (row.day, row.line)).collect();
        assert_eq!((days, reading.rows, reading.quarantined), (vec![(5, 1), (31, 4)], 4, 2));
        assert_eq!(reading.problems.iter().map(|p| p.line.unwrap()).collect::<Vec<_>>(), [2, 3]);
        assert!(
            codes(&reading)
                .iter()
                .all(|c| matches!(c, ProblemCode::UnclosedQuote | ProblemCode::ColumnCount))
        );
    }
}

#[test]
fn two_stray_quotes_never_make_one_row_of_two() {
    // The quote of the second row closes the one of the first: the columns of both add up to those of one row.
    let stray = |line: Line| line.raw("plan_manager_name", b"\"\x8E\x52").raw("service_office_name", b"");
    let first = stray(good().set("service_date", "20261006"));
    let second = stray(good().set("service_date", "20261007"));
    let reading = between(&[first.bytes(), second.bytes()].concat());
    assert_eq!((reading.rows, reading.quarantined), (4, 2));
    assert_eq!(codes(&reading), [ProblemCode::UnclosedQuote; 2]);
}

#[test]
fn a_header_with_a_stray_quote_does_not_swallow_the_rows() {
    let data = [&b"version,\"name\r\n"[..], &good().bytes()].concat();
    let reading = read(FileKind::Upjsk, Edition::V4, &data);
    assert_eq!((kept(&reading), only(&reading).code), (1, ProblemCode::HeaderRow));
}

#[test]
fn a_line_break_inside_a_name_is_no_problem() {
    let reading = between(
        &good().raw("service_office_name", &quoted("一行目\r\n二行目, \"三\"\r\n202407,つづき")).bytes(),
    );
    assert_eq!((kept(&reading), reading.problems), (3, vec![]));
    assert_eq!(rows(&read_lines(&[good()])).len(), 1);
}

#[test]
fn a_large_file_with_an_unclosed_quote_at_its_end_or_in_every_row() {
    let count = 5 * 1024 * 1024 / good().bytes().len();
    let mut data = good().bytes().repeat(count);
    data.extend(good().raw("service_office_name", b"\"\x8E\x52").bytes());
    let reading = read(FileKind::Upjsk, Edition::V4, &data);
    assert_eq!((kept(&reading) as usize, reading.quarantined), (count, 1));
    assert_eq!(
        (only(&reading).code, only(&reading).line),
        (ProblemCode::UnclosedQuote, u32::try_from(count + 1).ok())
    );
    // Every row closes the quote of the row before and opens another: this must not take the square of the time.
    let data = b"202407,131987,x\"y,\"z\r\n".repeat(100_000);
    let reading = read(FileKind::Upjsk, Edition::V4, &data);
    assert_eq!((reading.rows, reading.quarantined), (100_000, 100_000));
    let data = b"202407,x\"y,\"z\r\n".repeat(100_000);
    assert_eq!(read(FileKind::Upjsk, Edition::V4, &data).quarantined, 100_000);
}

#[test]
fn a_sheet_or_profile_whose_name_lacks_the_month_belongs_to_the_month_of_its_rows() {
    for kind in [FileKind::Upsikyu, FileKind::Uphosoku, FileKind::Upplan, FileKind::Dltplan] {
        let mut nameless = name(kind, Edition::V4);
        let month = nameless.month.take();
        let data = file(&[v4(kind)]);
        let reading =
            read_file(FileInput { index: FileIndex(0), name: &nameless, has_name: true, data: &data }, None);
        assert_eq!(reading.month, month, "{kind}");
    }
}

/// Bytes that look a little like a file.
fn some_bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            &b"\r\n"[..],
            b"\n",
            b"\r",
            b"\"",
            b",",
            b"\x1A",
            b"\0",
            b"\xEF\xBB\xBF",
            b"\xF0\x40",
            b"\x85\x40"
        ])
        .prop_map(<[u8]>::to_vec),
        Just(b"202407,131987,0001000101,".to_vec()),
        Just(good().bytes()),
        Just(service(Edition::V3).bytes()),
        proptest::collection::vec(any::<u8>(), 0..12),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_any_reader_lose_count(data in some_bytes(), noise in proptest::collection::vec(any::<u8>(), 0..300)) {
        for kind in FileKind::ALL {
            for data in [&data, &noise] {
                read(*kind, Edition::V4, data);
            }
        }
    }

    #[test]
    fn spoiled_files_of_every_kind_are_counted(at in any::<proptest::sample::Index>(), bytes in proptest::collection::vec(any::<u8>(), 0..4), cut in 0_usize..4) {
        for kind in FileKind::ALL {
            let mut data = file(&[v4(*kind), v4(*kind), v4(*kind).set("insured_number", "0001000202")]);
            let from = at.index(data.len());
            let to = data.len().min(from + cut);
            data.splice(from..to, bytes.iter().copied());
            let alone = read(*kind, Edition::V4, &data);
            let name = name(*kind, Edition::V4);
            let mut memory = CopyMemory::default();
            let input = FileInput { index: FileIndex(0), name: &name, has_name: true, data: &data };
            let first = read_file(input, Some(&mut memory));
            let copy = read_file(FileInput { index: FileIndex(1), ..input }, Some(&mut memory));
            for reading in [&first, &copy] {
                prop_assert_eq!((reading.rows, reading.quarantined), (alone.rows, alone.quarantined));
                prop_assert_eq!((kept(reading), codes(reading)), (kept(&alone), codes(&alone)));
            }
        }
    }
}
