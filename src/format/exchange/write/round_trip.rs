//! Conforming files of every kind and edition come back byte for byte after reading and writing.

use super::*;
use crate::format::exchange::kinds::{self, FileKind};
use crate::format::exchange::records::read_records;
use proptest::prelude::*;
use proptest::sample::select;

/// What a free text may hold, whole characters each: quotes, separators, half-width and wide characters, second bytes
/// that look like ASCII signs, and codes of NEC and IBM that decode and encode do not bring back.
const PIECES: &[&[u8]] = &[
    b"a",
    b"0",
    b" ",
    b"\"",
    b"\"\"",
    b",",
    b"\r\n",
    b"\n",
    b"\r",
    b"\t",
    b"\xB1\xDE",
    b"\x83\x5C",
    b"\x95\x5C",
    b"\x81\x7C",
    b"\x8E\x52",
    b"\x81\x40",
    b"\xFA\x5C",
    b"\xFB\xFC",
    b"\xED\x40",
    b"\xEE\xFC",
    b"\x87\x40",
    b"\x87\x90",
    b"\x87\x9C",
    b"\x81\xE6",
    b"\x81\xCA",
    b"\xEE\xF9",
    b"\x87\x54",
    b"\xFA\x4A",
];

/// A kanji whose bytes are never UTF-8, so that the file is told to be MS932.
const KANJI: &[u8] = b"\x88\x9F";

fn content(column: &'static Column, edition: Edition) -> BoxedStrategy<Vec<u8>> {
    let len = usize::from(column.max_len(edition).unwrap_or(1)).max(1);
    let text = |pattern: String| {
        proptest::string::string_regex(&pattern).unwrap().prop_map(String::into_bytes).boxed()
    };
    let filled = match column.ty {
        _ if column.key == "csv_version" => Just(edition.csv_version().as_bytes().to_vec()).boxed(),
        _ if !column.codes.is_empty() => {
            let codes: Vec<&str> =
                column.codes.split('|').filter_map(|entry| entry.split('=').next()).collect();
            select(codes).prop_map(|code| code.as_bytes().to_vec()).boxed()
        }
        ColumnType::FreeText => {
            return proptest::collection::vec(select(PIECES), 0..12)
                .prop_map(|pieces| [KANJI, &pieces.concat()].concat())
                .boxed();
        }
        ColumnType::Nothing => return Just(Vec::new()).boxed(),
        ColumnType::Month => text("202[0-9](0[1-9]|1[0-2])|000000".to_owned()),
        ColumnType::Date => text("202[0-9](0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])|00000000".to_owned()),
        ColumnType::Time => text("([01][0-9]|2[0-3])[0-5][0-9]|2400|9999".to_owned()),
        ColumnType::Flag => text("[01]".to_owned()),
        ColumnType::Digits => text(format!("[0-9]{{{len}}}")),
        ColumnType::Code => text(format!("[0-9A-Za-z-]{{1,{len}}}")),
        ColumnType::Int => text(format!("-?[0-9]{{1,{len}}}")),
        ColumnType::Decimal => text("[0-9]{1,3}\\.[0-9]{2}".to_owned()),
    };
    if column.required { filled } else { prop_oneof![1 => Just(Vec::new()), 2 => filled].boxed() }
}

/// A file as the standard has it, written without the code under test: free text quoted, the rest bare, CR LF.
fn conforming(kind: FileKind, edition: Edition) -> BoxedStrategy<Vec<u8>> {
    let columns: Vec<&'static Column> =
        kind.columns().iter().filter(|column| column.since <= edition).collect();
    let cells: Vec<_> = columns.iter().map(|column| content(column, edition)).collect();
    let line = move |cells: &Vec<Vec<u8>>| {
        let raw = columns.iter().zip(cells).map(|(column, cell)| match column.ty {
            ColumnType::FreeText => {
                let doubled =
                    cell.iter().flat_map(|byte| if *byte == b'"' { vec![b'"'; 2] } else { vec![*byte] });
                [vec![b'"'], doubled.collect(), vec![b'"']].concat()
            }
            _ => cell.clone(),
        });
        [raw.collect::<Vec<_>>().join(&b","[..]), b"\r\n".to_vec()].concat()
    };
    proptest::collection::vec(cells, 1..4).prop_map(move |rows| rows.iter().flat_map(&line).collect()).boxed()
}

fn comes_back<R: TypedRecord>(kind: FileKind, edition: Edition, data: &[u8]) -> Result<(), TestCaseError> {
    let read = read_records::<R>(kind, data);
    let told: Vec<_> = read.problems.iter().map(|problem| problem.code).collect();
    prop_assert!(told.is_empty(), "{:?}", told);
    let editions: Vec<Edition> = read.records.iter().map(|(edition, _)| *edition).collect();
    prop_assert!(editions.iter().all(|found| *found == edition), "{:?}", editions);
    let records: Vec<R> = read.records.into_iter().map(|(_, record)| record).collect();
    let written = write_records(&records, edition);
    prop_assert_eq!(written.as_deref(), Ok(data));
    Ok(())
}

macro_rules! round_trips {
    ($($test:ident: $kind:ident, $module:ident::$record:ident;)+) => {
        const TESTED: &[FileKind] = &[$(FileKind::$kind),+];

        $(
            #[test]
            fn $test() {
                for edition in [Edition::V3, Edition::V4].into_iter().filter(|edition| FileKind::$kind.since() <= *edition) {
                    let config = ProptestConfig { cases: 24, ..ProptestConfig::default() };
                    proptest!(config, |(data in conforming(FileKind::$kind, edition))| {
                        comes_back::<kinds::$module::$record>(FileKind::$kind, edition, &data)?;
                    });
                }
            }
        )+
    };
}

round_trips! {
    uphosoku: Uphosoku, uphosoku::ClientProfileRecord;
    up1kyo: Up1kyo, up1kyo::CarePlan1Record;
    dlt1kyo: Dlt1kyo, dlt1kyo::CarePlanDeleteRecord;
    up2kyo: Up2kyo, up2kyo::CarePlan2Record;
    up3kyo: Up3kyo, up3kyo::CarePlan3Record;
    upplan: Upplan, upplan::ServiceRowRecord;
    upjsk: Upjsk, upplan::ServiceRowRecord;
    dltplan: Dltplan, dltplan::PlanDeleteRecord;
    dltjsk: Dltjsk, dltjsk::ActualDeleteRecord;
    upsikyu: Upsikyu, upsikyu::SheetRecord;
    upkihon: Upkihon, upkihon::BasicInfoRecord;
    upkihon_sub1: UpkihonSub1, upkihon_sub1::DailyRoutineRecord;
    upkihon_sub2: UpkihonSub2, upkihon_sub2::MedicalHistoryRecord;
    dltkihon: Dltkihon, dltkihon::BasicInfoDeleteRecord;
    upyobo: Upyobo, upyobo::PreventivePlanRecord;
    upyobo_sub: UpyoboSub, upyobo_sub::PreventiveSupportRecord;
    dltyobo: Dltyobo, dltyobo::PreventivePlanDeleteRecord;
}

#[test]
fn every_kind_is_tested() {
    assert_eq!(TESTED, FileKind::ALL);
}
