//! Reading of good, odd and damaged files.

use super::*;
use crate::format::kokuhoren::kinds::slip::SlipRecord;
use proptest::prelude::*;

/// The example of three records that other tests damage.
const GOOD: &str = "1,1,0,3,821,0,0,1379900010,0,7,202608,1\r\n\
    2,2,8222,202607,00139998,1379900010,1,20260803,3,01,0000000001,19400101,2,22,202604,202803,,1,1379900028,1,11,5000,,,,,,,\r\n\
    2,3,8222,202607,00139998,1379900010,1,20260803,3,02,0000000001,19400101,2,22,202604,202803,,1,1399900016,5,78,6200,,,,,,,\r\n\
    2,4,8222,202607,00139998,1379900010,1,20260803,3,99,0000000001,19400101,2,22,202604,202803,19705,1,0,0,0,,,,,11200,13000001,,\r\n\
    3,5\r\n";

fn slips(file: &KokuhorenFile) -> Vec<&SlipRecord> {
    file.rows
        .iter()
        .map(|row| match &row.record {
            DataRecord::Slip(slip) => slip.as_ref(),
            other => panic!("{other:?}"),
        })
        .collect()
}

fn reasons(text: &str) -> Vec<RowFault> {
    read(text.as_bytes()).quarantined.into_iter().map(|line| line.fault).collect()
}

#[test]
fn a_good_file_is_read_without_a_word() {
    let file = read(GOOD.as_bytes());
    assert_eq!((file.faults.as_slice(), file.quarantined.as_slice()), (&[][..], &[][..]));
    assert_eq!((file.end, file.control.as_ref().unwrap().1.office_number.as_str()), (Some(5), "1379900010"));
    assert!(file.rows.iter().all(|row| row.notes.is_empty()));
    let slips = slips(&file);
    assert_eq!(slips[0].planned_units, Some(5000));
    assert_eq!((slips[1].service_kind.as_str(), slips[1].line_no.as_str()), ("78", "02"));
    let closing = slips[2];
    assert_eq!((closing.planned_units_total, closing.service_office_number.as_str()), (Some(11_200), ""));
    assert_eq!(file.kinds(), [RecordKind::Slip]);
    assert_eq!(file.rows[0].raw, GOOD.lines().nth(1).unwrap().as_bytes());
}

#[test]
fn quotes_blanks_full_width_codes_line_ends_and_end_marks_do_not_matter() {
    let odd = GOOD
        .replace("\r\n", "\n")
        .replace("1379900028", "\"1379900028\"")
        .replace(",5000,", ",\"005000 \",")
        .replace(",78,", ",７８　,");
    let (odd, _, _) = encoding_rs::SHIFT_JIS.encode(&odd);
    let file = read(&[&odd[..], b"\x1A"].concat());
    assert_eq!(
        (file.faults.as_slice(), file.quarantined.as_slice(), file.empty_lines),
        (&[][..], &[][..], 1)
    );
    let plain = read(GOOD.as_bytes());
    assert_eq!(slips(&file), slips(&plain));
}

#[test]
fn utf8_is_read_and_said() {
    let file = read(format!("\u{FEFF}{GOOD}").as_bytes());
    assert_eq!(file.faults, [FileFault::Utf8]);
    assert_eq!(slips(&file).len(), 3);
}

#[test]
fn a_truncated_file_says_so() {
    let cut = read(&GOOD.as_bytes()[..GOOD.len() - 120]);
    assert_eq!(cut.faults, [FileFault::NoEnd], "the torn line still counts");
    assert_eq!(cut.rows.len(), 2);
    assert_eq!(cut.quarantined.len(), 1);
    assert!(matches!(cut.quarantined[0].fault, RowFault::TooFewItems { expected: 27, .. }));
}

#[test]
fn wrong_counts_and_numbers_are_said() {
    let lines: Vec<&str> = GOOD.split_inclusive("\r\n").collect();
    let file = read([lines[0], lines[1], lines[3], lines[4]].concat().as_bytes());
    assert_eq!(
        file.faults,
        [
            FileFault::EndNumber { line: 4, found: "5".to_owned(), expected: 4 },
            FileFault::Count { declared: Some(3), found: 2 },
        ]
    );
    assert_eq!(file.rows[1].notes, [RowNote::RecordNumber { found: "4".to_owned(), expected: 3 }]);
}

#[test]
fn what_is_no_record_is_quarantined_with_a_reason() {
    let unknown = RowFault::UnknownRecord { exchange_id: "8224".to_owned(), part: String::new() };
    assert_eq!(reasons(&GOOD.replacen("8222", "8224", 1)), [unknown]);
    assert_eq!(reasons(&GOOD.replacen("2,2,", "9,2,", 1)), [RowFault::UnknownRecordType("9".to_owned())]);
    assert_eq!(reasons(&GOOD.replacen(",01,0", ",\"01,0", 1)), [RowFault::UnclosedQuote]);
    assert_eq!(reasons(&format!("{GOOD}3,5\r\n")), [RowFault::SecondEnd]);
    let control = GOOD.split_inclusive("\r\n").next().unwrap();
    assert_eq!(reasons(&format!("{control}{GOOD}")), [RowFault::SecondControl]);
    let month =
        ItemFault { item_no: 2, item: "対象年月", value: "202613".to_owned(), expected: Expected::Month };
    assert_eq!(reasons(&GOOD.replacen("202607", "202613", 1)), [RowFault::Key(month)]);
    let line_no = ItemFault {
        item_no: 8,
        item: "給付管理票明細行番号",
        value: String::new(),
        expected: Expected::Filled,
    };
    assert_eq!(reasons(&GOOD.replacen(",3,01,", ",3,,", 1)), [RowFault::Key(line_no)]);
}

#[test]
fn odd_rows_are_read_with_a_note() {
    let birth = read(GOOD.replacen("19400101", "19400231", 1).as_bytes());
    let fault = ItemFault {
        item_no: 10,
        item: "被保険者生年月日",
        value: "19400231".to_owned(),
        expected: Expected::Date,
    };
    assert_eq!(birth.rows[0].notes, [RowNote::Item(fault)]);
    let extra = read(GOOD.replacen("5000,,,,,,,", "5000,,,,,,,,X", 1).as_bytes());
    assert_eq!(extra.rows[0].notes, [RowNote::ExtraItems(1)]);
    let empty = read(GOOD.replacen("5000,,,,,,,", "5000,,,,,,,,", 1).as_bytes());
    assert_eq!(empty.rows[0].notes, [], "an empty item more is no matter");
}

#[test]
fn records_of_another_sort_of_file_are_noticed() {
    let file = read(GOOD.replacen(",821,", ",711,", 1).as_bytes());
    let fault = FileFault::DataKind { line: 2, declared: "711".to_owned(), found: RecordKind::Slip };
    assert_eq!(file.faults, [fault]);
}

#[test]
fn nothing_is_a_file_without_records() {
    assert_eq!(read(b"").faults, [FileFault::NoControl, FileFault::NoEnd]);
}

/// Lines that are accounted for.
fn accounted(file: &KokuhorenFile) -> usize {
    file.rows.len()
        + file.quarantined.len()
        + usize::try_from(file.empty_lines).unwrap()
        + usize::from(file.control.is_some())
        + usize::from(file.end.is_some())
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_quarantined(data in proptest::collection::vec(any::<u8>(), 0..400)) {
        let body = data.strip_prefix(BOM).unwrap_or(&data);
        prop_assert_eq!(accounted(&read(&data)), super::lines::lines(body).count());
    }

    #[test]
    fn any_damage_keeps_every_line(
        places in proptest::collection::vec((0..GOOD.len(), proptest::sample::select(b",\"\r\n19A\x83\xff\0".to_vec())), 0..12),
        end in 0..GOOD.len(),
    ) {
        let mut data = GOOD.as_bytes().to_vec();
        for (place, byte) in places {
            data[place] = byte;
        }
        data.truncate(end);
        prop_assert_eq!(accounted(&read(&data)), super::lines::lines(&data).count());
    }
}
