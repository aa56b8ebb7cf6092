//! Refusals of the writer, its settings, and that what was written reads the same.

use super::*;
use crate::domain::month::Day;
use crate::format::kokuhoren::cell::Expected;
use crate::format::kokuhoren::kinds::slip::SlipRecord;
use crate::format::kokuhoren::read::read;
use proptest::prelude::*;

pub(super) fn head() -> FileHead {
    FileHead {
        office: OfficeNumber::parse("1379900010").unwrap(),
        processing_month: ServiceMonth::parse("202608").unwrap(),
        medium: Medium::Internet,
    }
}

fn line() -> SlipRecord {
    SlipRecord {
        exchange_id: "8222".to_owned(),
        target_month: ServiceMonth::parse("202607"),
        insurer_number: "00139998".to_owned(),
        support_office_number: "1379900010".to_owned(),
        slip_action: "1".to_owned(),
        created_on: Day::from_digits(b"20260803"),
        slip_kind: "3".to_owned(),
        line_no: "01".to_owned(),
        insured_number: "0000000001".to_owned(),
        birth_date: Day::from_digits(b"19400101"),
        sex: "2".to_owned(),
        care_level: "22".to_owned(),
        limit_from: ServiceMonth::parse("202604"),
        limit_to: ServiceMonth::parse("202803"),
        plan_maker: "1".to_owned(),
        service_office_number: "1379900028".to_owned(),
        service_office_class: "1".to_owned(),
        service_kind: "11".to_owned(),
        planned_units: Some(5000),
        ..SlipRecord::default()
    }
}

fn write(records: &[SlipRecord], style: &WriteStyle) -> Result<Vec<u8>, WriteError> {
    let records: Vec<_> = records.iter().map(|record| DataRecord::Slip(Box::new(record.clone()))).collect();
    write_file(&head(), &records, style)
}

fn fault(change: impl Fn(&mut SlipRecord)) -> (u16, Expected) {
    let mut record = line();
    change(&mut record);
    match write(&[line(), record], &WriteStyle::default()) {
        Err(WriteError::Item { record: 3, kind: Some(RecordKind::Slip), fault }) => {
            (fault.item_no, fault.expected)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn bytes_of_a_row_and_its_frame() {
    let written = write(&[line()], &WriteStyle::default()).unwrap();
    assert_eq!(
        String::from_utf8(written).unwrap(),
        "1,1,0,1,821,0,0,1379900010,0,7,202608,0\r\n\
         2,2,8222,202607,00139998,1379900010,1,20260803,3,01,0000000001,19400101,2,22,202604,202803,,1,1379900028,1,11,\
         5000,,,,,,,\r\n3,3\r\n"
    );
}

#[test]
fn settings_change_the_form_only() {
    let style = WriteStyle {
        quoting: Quoting::All,
        control_zero: ControlZero::Full,
        file_control_no: 1,
        ..WriteStyle::default()
    };
    let written = String::from_utf8(write(&[line()], &style).unwrap()).unwrap();
    assert!(
        written.starts_with("\"1\",\"1\",\"0\",\"1\",\"821\",\"0\",\"000000\",\"1379900010\",\"00\",\"7\",")
    );
    assert!(written.contains("\"202803\",,\"1\""), "an omitted item stays bare");
    let plain = write(&[line()], &WriteStyle::default()).unwrap();
    assert_eq!(read(written.as_bytes()).rows[0].record, read(&plain).rows[0].record);
}

#[test]
fn what_does_not_fit_the_layout_is_refused_with_item_and_expectation() {
    assert_eq!(fault(|record| record.birth_date = None), (10, Expected::Filled));
    assert_eq!(fault(|record| record.planned_units = None), (20, Expected::Filled));
    assert_eq!(fault(|record| record.planned_units = Some(1_000_000)), (20, Expected::AtMost(6)));
    assert_eq!(fault(|record| record.planned_units = Some(-1)), (20, Expected::Digits));
    assert_eq!(fault(|record| record.planned_units_total = Some(1)), (24, Expected::Empty));
    assert_eq!(fault(|record| record.designated_subtotal = Some(1)), (22, Expected::Empty));
    assert_eq!(fault(|record| record.insurer_number = "０１".to_owned()), (3, Expected::Digits));
    assert_eq!(fault(|record| record.service_kind = "あ".to_owned()), (19, Expected::HalfWidth));
    let small = Expected::Without { character: 'a', position: 1 };
    assert_eq!(fault(|record| record.service_kind = "a2".to_owned()), (19, small));
    assert_eq!(fault(|record| record.sex = "3".to_owned()), (11, Expected::OneOf("1=男|2=女")));
    let lacking = Expected::Ms932 { character: '𠮷', position: 1 };
    assert_eq!(fault(|record| record.insured_number = "𠮷".to_owned()), (9, lacking));
}

#[test]
fn a_file_is_of_one_office_and_one_sort() {
    let mut other = line();
    other.support_office_number = "1379900021".to_owned();
    assert!(matches!(
        write(&[other], &WriteStyle::default()),
        Err(WriteError::OtherOffice { record: 2, .. })
    ));
    assert_eq!(write(&[], &WriteStyle::default()), Err(WriteError::NoRecords));
    let summary = [DataRecord::SlipSummary(Box::default())];
    let refused = write_file(&head(), &summary, &WriteStyle::default()).unwrap_err();
    assert_eq!(refused, WriteError::NotSent { record: 2 });
    let mixed = [DataRecord::Slip(Box::new(line())), DataRecord::Claim(Box::default())];
    let error = write_file(&head(), &mixed, &WriteStyle::default()).unwrap_err();
    assert_eq!(error, WriteError::MixedKinds { record: 3, kind: RecordKind::Claim, data_kind: "821" });
}

proptest! {
    /// What may be written comes back as it was; what may not is refused.
    #[test]
    fn written_then_read_equals(
        insured in "[A-Z0-9]{10}", kind in "[A-Z0-9a']{2}", units in 0_i64..2_000_000, office in "[A-Z0-9 ,\"]{0,10}",
        quoting in proptest::bool::ANY,
    ) {
        let record = SlipRecord {
            insured_number: insured,
            service_kind: kind,
            planned_units: Some(units),
            service_office_number: office.trim().to_owned(),
            ..line()
        };
        let quoting = if quoting { Quoting::All } else { Quoting::Needed };
        let style = WriteStyle { quoting, ..WriteStyle::default() };
        if let Ok(bytes) = write(std::slice::from_ref(&record), &style) {
            let file = read(&bytes);
            prop_assert!(file.faults.is_empty() && file.quarantined.is_empty());
            let zeroless = |text: &String| if text == "0" { String::new() } else { text.clone() };
            let expected = SlipRecord { service_office_number: zeroless(&record.service_office_number), ..record };
            prop_assert_eq!(&file.rows[0].record, &DataRecord::Slip(Box::new(expected)));
        }
    }
}
