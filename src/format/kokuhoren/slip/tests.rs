//! Refusals, order and reading of slips. Golden files are in `tests/kokuhoren.rs`.

use super::*;
use crate::domain::ids::{InsuredNumber, InsurerNumber};
use crate::format::kokuhoren::codes::Medium;
use crate::format::kokuhoren::kinds::DataRecord;
use crate::format::kokuhoren::read::read;
use proptest::prelude::*;

fn head() -> FileHead {
    FileHead {
        office: OfficeNumber::parse("1379900010").unwrap(),
        processing_month: ServiceMonth::parse("202608").unwrap(),
        medium: Medium::Internet,
    }
}

fn line(no: u32, kind: &str, units: u32) -> SlipLine {
    SlipLine {
        office: OfficeNumber::parse(&format!("13799{no:05}")).unwrap(),
        class: OfficeClass::Designated,
        kind: ServiceKind::parse(kind).unwrap(),
        units,
    }
}

fn slip(no: u32, lines: Vec<SlipLine>) -> Slip {
    let client = ClientKey {
        insurer: InsurerNumber::parse("139998").unwrap(),
        insured: InsuredNumber::parse(&format!("{no:010}")).unwrap(),
    };
    Slip {
        key: SlipKey { client, month: ServiceMonth::parse("202607").unwrap() },
        office: Some(head().office),
        action: SlipAction::New,
        created_on: Day::from_digits(b"20260803").unwrap(),
        birth_date: Day::from_digits(b"19400101").unwrap(),
        sex: Sex::Female,
        level: CareLevel::Care2,
        limit_from: ServiceMonth::parse("202604").unwrap(),
        limit_to: ServiceMonth::parse("202803"),
        limit_units: 19_705,
        plan_maker: PlanMaker::CareOffice,
        care_manager: Some("13000001".to_owned()),
        entrusted: None,
        lines,
    }
}

fn write(slips: &[Slip]) -> Result<Vec<u8>, SlipError> {
    write_slips(&head(), slips, &WriteStyle::default())
}

fn fault(change: impl Fn(&mut Slip)) -> SlipFault {
    let mut slip = slip(1, vec![line(1, "11", 5000)]);
    change(&mut slip);
    match write(&[slip]) {
        Err(SlipError::Slip { fault, .. }) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_would_be_returned_is_not_written() {
    assert_eq!(fault(|slip| slip.lines.clear()), SlipFault::NoLines);
    assert_eq!(fault(|slip| slip.office = None), SlipFault::NoOffice);
    assert_eq!(fault(|slip| slip.care_manager = None), SlipFault::NoCareManager);
    let twice = |slip: &mut Slip| slip.lines = vec![line(1, "11", 1), line(2, "11", 1), line(1, "11", 2)];
    assert_eq!(fault(twice), SlipFault::Repeated(line(1, "11", 0).office, line(1, "11", 0).kind));
    let zero = |slip: &mut Slip| slip.lines.push(line(2, "15", 0));
    assert!(matches!(fault(zero), SlipFault::ZeroUnits(..)));
    let entrusted = Entrusted { office: head().office, care_manager: "13000002".to_owned() };
    assert_eq!(fault(|slip| slip.entrusted = Some(entrusted.clone())), SlipFault::Entrusted);
    let same = slip(1, vec![line(1, "11", 1)]);
    assert!(matches!(write(&[same.clone(), same]), Err(SlipError::Slip { fault: SlipFault::SameKey, .. })));
}

#[test]
fn ninety_eight_lines_fit_and_not_one_more() {
    let lines = |count: u32| (0..count).map(|no| line(no, "11", 10)).collect::<Vec<_>>();
    let bytes = write(&[slip(1, lines(98))]).unwrap();
    let back = read_slips(&read(&bytes));
    assert_eq!((back.slips[0].slip.lines.len(), back.slips[0].slip.total()), (98, 980));
    assert_eq!(fault(|slip| slip.lines = lines(99)), SlipFault::TooManyLines(99));
}

#[test]
fn a_slip_of_zero_units_needs_the_setting() {
    let zero = slip(1, vec![line(1, "11", 0)]);
    assert!(matches!(write(std::slice::from_ref(&zero)), Err(SlipError::Slip { .. })));
    let style = WriteStyle { allow_zero_unit_slips: true, ..WriteStyle::default() };
    assert!(write_slips(&head(), &[zero], &style).is_ok());
}

#[test]
fn a_plan_of_the_client_has_no_office() {
    let mut own = slip(1, vec![line(1, "11", 10)]);
    own.office = None;
    own.care_manager = None;
    own.plan_maker = PlanMaker::Client;
    let bytes = write(std::slice::from_ref(&own)).unwrap();
    assert_eq!(read_slips(&read(&bytes)).slips[0].slip, own);
}

#[test]
fn units_above_the_limit_are_known() {
    let slip = slip(1, vec![line(1, "11", 15_000), line(2, "15", 5000)]);
    assert_eq!((slip.total(), slip.excess()), (20_000, 295));
}

/// Reads the bytes of one slip after a change to its text.
fn changed(from: &str, to: &str) -> SlipFile {
    let bytes = write(&[slip(1, vec![line(1, "11", 5000), line(2, "15", 600)])]).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains(from), "{from}");
    read_slips(&read(text.replacen(from, to, 1).as_bytes()))
}

#[test]
fn odd_slips_are_read_with_notes() {
    let total = changed(",5600,", ",5601,");
    assert_eq!(total.slips[0].notes, [SlipNote::Total { declared: Some(5601), found: 5600 }]);
    let numbers = changed(",3,02,", ",3,03,");
    assert_eq!(numbers.slips[0].notes, [SlipNote::LineNumbers]);
    let differ = changed(",19400101,", ",19400102,");
    assert_eq!(differ.slips[0].notes, [SlipNote::RowsDiffer { row: 0, item_no: 10 }]);
    let repeated = changed("1379900002,1,15", "1379900001,1,11");
    let SlipNote::Repeated(office, _) = repeated.slips[0].notes[0] else { panic!("{repeated:?}") };
    assert_eq!(office.as_str(), "1379900001");
}

#[test]
fn rows_that_make_no_slip_are_kept_apart() {
    let open = changed(",3,99,", ",3,03,");
    assert_eq!(open.broken, [BrokenSlip { rows: vec![0, 1, 2], reason: BrokenReason::NoClosingRow }]);
    let units = changed(",5000,", ",,");
    let BrokenReason::Item { row: 0, item_no: 20, .. } = units.broken[0].reason else { panic!("{units:?}") };
    let level = changed("19400101,2,22,202604,202803,19705", "19400101,2,77,202604,202803,19705");
    let BrokenReason::Item { item_no: 12, value, .. } = &level.broken[0].reason else { panic!("{level:?}") };
    assert_eq!(value, "77");
}

#[test]
fn a_slip_that_is_there_twice_is_read_twice() {
    let bytes = write(&[slip(1, vec![line(1, "11", 5000)])]).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let rows: String = text.split_inclusive("\r\n").skip(1).take(2).collect();
    let file = read(format!("{rows}{rows}").as_bytes());
    let back = read_slips(&file);
    assert_eq!(back.slips.iter().map(|slip| slip.rows.clone()).collect::<Vec<_>>(), [[0, 1], [2, 3]]);
}

proptest! {
    #[test]
    fn written_then_read_equals(
        people in proptest::collection::btree_map(
            1_u32..500,
            proptest::collection::btree_map((0_u32..9, "1[1-7]|A2|78"), 1_u32..9000, 1..8),
            1..8,
        ),
    ) {
        let slips: Vec<Slip> = people
            .into_iter()
            .map(|(no, lines)| {
                slip(no, lines.into_iter().map(|((office, kind), units)| line(office, &kind, units)).collect())
            })
            .collect();
        let file = read(&write(&slips).unwrap());
        prop_assert!(file.faults.is_empty() && file.quarantined.is_empty());
        let back = read_slips(&file);
        prop_assert!(back.broken.is_empty() && back.slips.iter().all(|slip| slip.notes.is_empty()));
        let back: Vec<Slip> = back.slips.into_iter().map(|slip| slip.slip).collect();
        prop_assert_eq!(back, slips);
    }

    /// Whatever happens to the file, each of its rows ends in a slip or among the broken ones.
    #[test]
    fn every_row_is_accounted_for(places in proptest::collection::vec((0_usize..600, proptest::sample::select(b"0,9\n\"A".to_vec())), 0..10)) {
        let mut bytes = write(&[slip(1, vec![line(1, "11", 5000), line(2, "15", 600)]), slip(2, vec![line(1, "11", 1)])]).unwrap();
        for (place, byte) in places {
            if let Some(at) = bytes.get_mut(place) {
                *at = byte;
            }
        }
        let file = read(&bytes);
        let out = read_slips(&file);
        let mut rows: Vec<usize> = out.slips.iter().flat_map(|slip| slip.rows.clone()).collect();
        rows.extend(out.broken.iter().flat_map(|slip| slip.rows.clone()));
        rows.sort_unstable();
        let slips = file.rows.iter().enumerate().filter(|(_, row)| matches!(row.record, DataRecord::Slip(_)));
        prop_assert_eq!(rows, slips.map(|(index, _)| index).collect::<Vec<_>>());
    }
}
