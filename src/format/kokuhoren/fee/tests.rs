//! Refusals, sums and reading of claims for the plan fee. Golden files are in `tests/kokuhoren.rs`.

use super::*;
use crate::domain::ids::{InsuredNumber, InsurerNumber};
use crate::format::kokuhoren::codes::Medium;
use crate::format::kokuhoren::invoice::Invoiced;
use crate::format::kokuhoren::read::read;

fn head() -> FileHead {
    FileHead {
        office: OfficeNumber::parse("1379900010").unwrap(),
        processing_month: ServiceMonth::parse("202608").unwrap(),
        medium: Medium::Internet,
    }
}

fn line(code: &str, units: i32, count: u8) -> FeeLine {
    FeeLine { code: ServiceCode::parse(code).unwrap(), units, count, remarks: String::new() }
}

fn claim(insured: &str) -> FeeClaim {
    FeeClaim {
        form: FeeForm::CarePlan,
        office: head().office,
        office_class: OfficeClass::Designated,
        month: ServiceMonth::parse("202607").unwrap(),
        client: ClientKey {
            insurer: InsurerNumber::parse("139998").unwrap(),
            insured: InsuredNumber::parse(insured).unwrap(),
        },
        unit_price: 1084,
        public: None,
        birth_date: Day::from_digits(b"19400101").unwrap(),
        sex: Sex::Female,
        level: CareLevel::Care2,
        cert_from: Day::from_digits(b"20260401").unwrap(),
        cert_to: Day::from_digits(b"20280331").unwrap(),
        request_filed_on: Day::from_digits(b"20260401"),
        care_manager: Some("13000001".to_owned()),
        lines: vec![line("432111", 1086, 1), line("434001", 300, 2)],
    }
}

fn with_h_number() -> FeeClaim {
    FeeClaim {
        public: Some(PublicPayer { payer: "12139901".to_owned(), recipient: "0000017".to_owned() }),
        request_filed_on: None,
        ..claim("H000000004")
    }
}

fn write(claims: &[FeeClaim]) -> Result<Vec<u8>, FeeError> {
    write_fees(&head(), claims, &WriteStyle::default())
}

fn fault(claim: FeeClaim) -> FeeFault {
    match write(&[claim]) {
        Err(FeeError::Claim { fault, .. }) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn parts_of_a_yen_are_cut_off() {
    let mut claim = claim("0000000001");
    assert_eq!((claim.total_units(), claim.amount()), (1686, 18_276), "18,276.24");
    claim.unit_price = 1021;
    claim.lines = vec![line("432111", 905, 1)];
    assert_eq!(claim.amount(), 9240, "9,240.05");
}

#[test]
fn what_would_be_returned_is_not_written() {
    let base = claim("0000000001");
    assert_eq!(fault(FeeClaim { lines: vec![], ..base.clone() }), FeeFault::NoLines);
    let twice = vec![line("432111", 1086, 1), line("432111", 1086, 1)];
    assert_eq!(fault(FeeClaim { lines: twice.clone(), ..base.clone() }), FeeFault::Repeated(twice[0].code));
    let preventive = vec![line("462111", 442, 1)];
    assert_eq!(
        fault(FeeClaim { lines: preventive.clone(), ..base.clone() }),
        FeeFault::OtherForm(preventive[0].code)
    );
    assert_eq!(fault(FeeClaim { request_filed_on: None, ..base.clone() }), FeeFault::NoRequestDate);
    assert_eq!(fault(FeeClaim { public: None, ..with_h_number() }), FeeFault::PublicPayer);
    assert_eq!(fault(FeeClaim { public: with_h_number().public, ..base.clone() }), FeeFault::PublicPayer);
    let error = write(&[base.clone(), base.clone()]).unwrap_err();
    assert!(matches!(error, FeeError::Claim { fault: FeeFault::SameKey, .. }));
    let later = FeeClaim { month: base.month.next(), ..claim("0000000002") };
    assert!(matches!(write(&[base.clone(), later]), Err(FeeError::MixedMonths { .. })));
    let nameless = FeeClaim { care_manager: None, ..base };
    let Err(FeeError::Write(WriteError::Item { record: 3, fault, .. })) = write(&[nameless]) else {
        panic!()
    };
    assert_eq!(fault.item_no, 23);
    assert!(matches!(write(&[]), Err(FeeError::Write(WriteError::NoRecords))));
}

#[test]
fn a_reduction_is_a_line_with_its_sign() {
    let reduced =
        FeeClaim { lines: vec![line("432111", 1086, 1), line("434000", -200, 1)], ..claim("0000000001") };
    let bytes = write(std::slice::from_ref(&reduced)).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(",99,434000,-200,1,-200,886,9604,13000001,"), "{text}");
    let read = read_fees(&read(&bytes));
    assert_eq!((&read.claims[0].claim, read.claims[0].notes.len()), (&reduced, 0));
    let below = FeeClaim { lines: vec![line("434111", 163, 1), line("434000", -200, 1)], ..reduced };
    assert_eq!(fault(below), FeeFault::Negative);
}

#[test]
fn people_with_h_numbers_are_invoiced_apart() {
    let rows = invoice(&[claim("0000000001"), with_h_number(), claim("0000000002")]);
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].count, rows[0].units, rows[0].cost), (2, 3372, 36_552));
    assert_eq!((&rows[1].invoiced, rows[1].cost), (&Invoiced::Public("12".to_owned()), 18_276));
    let text = String::from_utf8(write(&[with_h_number()]).unwrap()).unwrap();
    assert!(text.contains("7111,202607,1379900010,2,12,02,1,1686,18276,0,18276,0,"), "{text}");
}

fn changed(from: &str, to: &str) -> FeeFile {
    let text = String::from_utf8(write(&[claim("0000000001")]).unwrap()).unwrap();
    assert!(text.contains(from), "{from}: {text}");
    read_fees(&read(text.replacen(from, to, 1).as_bytes()))
}

#[test]
fn odd_claims_are_read_with_notes() {
    let amount = changed(",1686,18276,13", ",1687,18277,13");
    let notes = &amount.claims[0].notes;
    assert_eq!(notes[0], FeeNote::TotalUnits { declared: Some(1687), found: 1686 });
    assert_eq!(notes[1], FeeNote::Amount { declared: Some(18_277), found: 18_276 });
    let units = changed(",300,2,600,", ",300,2,601,");
    assert_eq!(units.claims[0].notes, [FeeNote::LineUnits { row: 2 }]);
}

#[test]
fn an_invoice_that_disagrees_is_noticed() {
    let invoice = changed(",1686,18276,18276,", ",1686,18277,18277,");
    let differences = invoice.differences();
    assert_eq!(differences.len(), 1);
    assert_eq!(differences[0].declared.as_ref().unwrap().cost, 18_277);
    assert_eq!(differences[0].computed.as_ref().unwrap().cost, 18_276);
    let lost = changed("7111", "7999");
    assert_eq!(lost.differences()[0].declared, None);
}

#[test]
fn rows_that_make_no_claim_are_kept_apart() {
    let open = changed(",99,434001", ",02,434001");
    assert_eq!(open.broken, [BrokenFee { rows: vec![1, 2], item: None }]);
    let sex = changed(
        ",19400101,2,22,20260401,20280331,20260401,99",
        ",19400101,,22,20260401,20280331,20260401,99",
    );
    assert_eq!(sex.broken, [BrokenFee { rows: vec![1, 2], item: Some("性別コード") }]);
}

/// Printed layouts end with item 22; files in use have 24.
#[test]
fn a_claim_of_22_items_is_read() {
    let text = String::from_utf8(write(&[claim("0000000001")]).unwrap()).unwrap();
    let short = text.replace(",13000001,\r\n", "\r\n");
    assert_ne!(short, text);
    let back = read_fees(&read(short.as_bytes()));
    assert_eq!(back.claims[0].claim, FeeClaim { care_manager: None, ..claim("0000000001") });
}
