//! Files of 国保連 that are sent, byte for byte. All people, offices and numbers are invented. `UPDATE_GOLDEN=1 cargo test
//! --test kokuhoren` renews the files, which are then to be looked through before they are kept.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on may stop")]

use kyukan::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceCode, ServiceKind};
use kyukan::domain::month::{Day, ServiceMonth};
use kyukan::format::kokuhoren::codes::{CareLevel, Medium, OfficeClass, PlanMaker, Sex, SlipAction};
use kyukan::format::kokuhoren::fee::{FeeClaim, FeeForm, FeeLine, PublicPayer, read_fees, write_fees};
use kyukan::format::kokuhoren::read::read;
use kyukan::format::kokuhoren::slip::{Entrusted, Slip, SlipKey, SlipLine, read_slips, write_slips};
use kyukan::format::kokuhoren::write::{ControlZero, FileHead, Quoting, Unused, WriteStyle};
use std::path::Path;

fn office(text: &str) -> OfficeNumber {
    OfficeNumber::parse(text).unwrap()
}

fn month(text: &str) -> ServiceMonth {
    ServiceMonth::parse(text).unwrap()
}

fn day(text: &str) -> Day {
    Day::from_digits(text.as_bytes()).unwrap()
}

fn client(insured: &str) -> ClientKey {
    ClientKey {
        insurer: InsurerNumber::parse("139998").unwrap(),
        insured: InsuredNumber::parse(insured).unwrap(),
    }
}

fn head() -> FileHead {
    FileHead { office: office("1379900010"), processing_month: month("202608"), medium: Medium::Internet }
}

/// How a program in use writes: all settings away from their defaults.
fn other_style() -> WriteStyle {
    WriteStyle {
        quoting: Quoting::All,
        control_zero: ControlZero::Full,
        file_control_no: 1,
        closing_row: Unused::Zero,
        facility_items: Unused::Zero,
        padded_fee_lines: true,
        allow_zero_unit_slips: true,
    }
}

fn line(number: &str, class: OfficeClass, kind: &str, units: u32) -> SlipLine {
    SlipLine { office: office(number), class, kind: ServiceKind::parse(kind).unwrap(), units }
}

fn slip(insured: &str) -> Slip {
    Slip {
        key: SlipKey { client: client(insured), month: month("202607") },
        office: Some(office("1379900010")),
        action: SlipAction::New,
        created_on: day("20260803"),
        birth_date: day("19400101"),
        sex: Sex::Female,
        level: CareLevel::Care2,
        limit_from: month("202604"),
        limit_to: Some(month("202803")),
        limit_units: 19_705,
        plan_maker: PlanMaker::CareOffice,
        care_manager: Some("13000001".to_owned()),
        entrusted: None,
        lines: vec![
            line("1399900016", OfficeClass::CommunityBased, "78", 6200),
            line("1379900028", OfficeClass::Designated, "11", 5000),
        ],
    }
}

/// Late, corrected, cancelled and preventive slips, an H number, an entrusted plan.
fn slips() -> Vec<Slip> {
    let late = Slip {
        key: SlipKey { client: client("0000000002"), month: month("202606") },
        action: SlipAction::Replace,
        ..slip("0000000002")
    };
    let programme = Slip {
        level: CareLevel::Programme,
        limit_to: None,
        limit_units: 5032,
        plan_maker: PlanMaker::SupportOffice,
        care_manager: None,
        entrusted: Some(Entrusted { office: office("1379900035"), care_manager: "13000002".to_owned() }),
        lines: vec![line("13A9900016", OfficeClass::Programme, "A2", 2349)],
        ..slip("0000000003")
    };
    let cancelled = Slip { action: SlipAction::Cancel, sex: Sex::Male, ..slip("H000000004") };
    vec![programme, slip("0000000002"), late, cancelled, slip("0000000001")]
}

fn fee(form: FeeForm, insured: &str, level: CareLevel, codes: &[(&str, i32)]) -> FeeClaim {
    FeeClaim {
        form,
        office: office("1379900010"),
        office_class: OfficeClass::Designated,
        month: month("202607"),
        client: client(insured),
        unit_price: 1084,
        public: None,
        birth_date: day("19400101"),
        sex: Sex::Female,
        level,
        cert_from: day("20260401"),
        cert_to: day("20280331"),
        request_filed_on: Some(day("20260401")),
        care_manager: Some("13000001".to_owned()),
        lines: codes
            .iter()
            .map(|(code, units)| FeeLine {
                code: ServiceCode::parse(code).unwrap(),
                units: *units,
                count: 1,
                remarks: String::new(),
            })
            .collect(),
    }
}

fn fees() -> Vec<FeeClaim> {
    let mut public = fee(FeeForm::CarePlan, "H000000004", CareLevel::Care3, &[("432111", 1411)]);
    public.public = Some(PublicPayer { payer: "12139901".to_owned(), recipient: "0000017".to_owned() });
    public.request_filed_on = None;
    let mut discharged = fee(
        FeeForm::CarePlan,
        "0000000002",
        CareLevel::Care2,
        &[("432111", 1086), ("436132", 600), ("434001", 300)],
    );
    "２０２６０７１５".clone_into(&mut discharged.lines[1].remarks);
    vec![public, discharged, fee(FeeForm::CarePlan, "0000000001", CareLevel::Care2, &[("432111", 1086)])]
}

fn preventive_fees() -> Vec<FeeClaim> {
    let mut first =
        fee(FeeForm::SupportPlan, "0000000005", CareLevel::Support1, &[("462111", 442), ("464001", 300)]);
    first.care_manager = None;
    vec![fee(FeeForm::SupportPlan, "0000000006", CareLevel::Support2, &[("462111", 442)]), first]
}

/// Compares bytes with a golden file.
fn golden(name: &str, bytes: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/kokuhoren").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
    }
    let text = |bytes: &[u8]| encoding_rs::SHIFT_JIS.decode(bytes).0.into_owned();
    let expected = std::fs::read(&path).unwrap();
    assert_eq!(text(bytes), text(&expected), "{name}");
    assert_eq!(bytes, expected, "{name}");
}

#[test]
fn golden_slips() {
    for (name, style) in [("slips.csv", WriteStyle::default()), ("slips-other-form.csv", other_style())] {
        let bytes = write_slips(&head(), &slips(), &style).unwrap();
        golden(name, &bytes);
        let file = read(&bytes);
        assert_eq!((file.faults.len(), file.quarantined.len()), (0, 0), "{name}");
        let back = read_slips(&file);
        assert_eq!(back.broken, []);
        assert!(back.slips.iter().all(|slip| slip.notes.is_empty()));
        let mut expected = slips();
        expected.sort_by_key(|slip| slip.key);
        for slip in &mut expected {
            slip.lines.sort_by_key(|line| (line.office, line.kind));
        }
        assert_eq!(back.slips.into_iter().map(|slip| slip.slip).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn golden_fees() {
    for (name, claims, style) in [
        ("fees.csv", fees(), WriteStyle::default()),
        ("fees-other-form.csv", fees(), other_style()),
        ("preventive-fees.csv", preventive_fees(), WriteStyle::default()),
    ] {
        let bytes = write_fees(&head(), &claims, &style).unwrap();
        golden(name, &bytes);
        let file = read(&bytes);
        assert_eq!((file.faults.len(), file.quarantined.len()), (0, 0), "{name}");
        let back = read_fees(&file);
        assert_eq!((back.broken.as_slice(), back.broken_invoice.as_slice()), (&[][..], &[][..]));
        assert_eq!(back.differences(), []);
        assert!(back.claims.iter().all(|claim| claim.notes.is_empty()));
        let mut expected = claims;
        expected.sort_by_key(|claim| claim.client);
        assert_eq!(back.claims.into_iter().map(|claim| claim.claim).collect::<Vec<_>>(), expected);
    }
}

/// The file that the reference shows as an example comes out byte for byte but for the settings it uses.
#[test]
fn the_example_of_one_slip_is_written_as_in_the_reference() {
    let style = WriteStyle { file_control_no: 1, closing_row: Unused::Zero, ..WriteStyle::default() };
    let bytes = write_slips(&head(), &[slip("0000000001")], &style).unwrap();
    let expected = "1,1,0,3,821,0,0,1379900010,0,7,202608,1\r\n\
        2,2,8222,202607,00139998,1379900010,1,20260803,3,01,0000000001,19400101,2,22,202604,202803,,1,1379900028,1,11,5000,,,,,,,\r\n\
        2,3,8222,202607,00139998,1379900010,1,20260803,3,02,0000000001,19400101,2,22,202604,202803,,1,1399900016,5,78,6200,,,,,,,\r\n\
        2,4,8222,202607,00139998,1379900010,1,20260803,3,99,0000000001,19400101,2,22,202604,202803,19705,1,0,0,0,,,,,11200,13000001,,\r\n\
        3,5\r\n";
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn the_example_of_one_fee_is_written_as_in_the_reference() {
    let style = WriteStyle { file_control_no: 1, facility_items: Unused::Zero, ..WriteStyle::default() };
    let claim = fee(FeeForm::CarePlan, "0000000001", CareLevel::Care2, &[("432111", 1086)]);
    let bytes = write_fees(&head(), &[claim], &style).unwrap();
    let expected = "1,1,0,2,711,0,0,1379900010,0,7,202608,1\r\n\
        2,2,7111,202607,1379900010,1,0,02,1,1086,11772,11772,0,0,0,0,0,0,0,0\r\n\
        2,3,8124,1379900010,1,202607,139998,1084,0000000001,,,19400101,2,22,20260401,20280331,20260401,99,432111,1086,1,1086,1086,11772,13000001,\r\n\
        3,4\r\n";
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}
