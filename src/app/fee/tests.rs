//! Worked examples through the use case, who is claimed, what is missing.

use super::*;
use crate::app::own::fixture::{MANAGER, Office, client, date, day, entered, insured, terms};
use crate::app::registers::{ClientEntry, Manager, Registers, Terms, entering};
use crate::benefit::limit::{LimitNote, Maker};
use crate::benefit::policy::{FeeInsurer, Policy};
use crate::benefit::price::{KnownPrice, PriceOwner};
use crate::benefit::rates::{AreaGrade, Certainty, FeeType};
use crate::domain::ids::{OfficeNumber, ServiceCode};
use crate::domain::level::CareLevel;

mod codes;
mod files;

/// An office with one client.
fn one(month: &str, fee_type: FeeType, level: CareLevel) -> Office {
    let mut office = Office::new(month, fee_type);
    office.add(1, level);
    office
}

fn with_terms(office: &mut Office, grade: u8, additions: &[&str]) {
    let additions = additions.iter().map(|&name| name.to_owned()).collect();
    office.enter_terms(Terms { area_grade: AreaGrade::new(grade), additions, ..terms(FeeType::One) });
}

/// Codes, units and times of the record.
fn lines(entry: &FeeEntry) -> Vec<(String, i32, u8)> {
    let slip = entry.slip.as_ref().unwrap_or_else(|| panic!("{entry:?}"));
    slip.lines.iter().map(|line| (line.code.to_string(), line.units, line.count)).collect()
}

fn line(code: &str, units: i32) -> (String, i32, u8) {
    (code.to_owned(), units, 1)
}

fn money(entry: &FeeEntry) -> (u64, u64) {
    let slip = entry.slip.as_ref().unwrap();
    let claim = entry.claim.as_ref().unwrap();
    assert_eq!(
        (i64::try_from(slip.total_units()), i64::try_from(slip.amount())),
        (Ok(claim.total), Ok(claim.yen))
    );
    (slip.total_units(), slip.amount())
}

#[test]
fn worked_examples_to_the_yen() {
    let mut office = one("2026-07", FeeType::One, CareLevel::Care3);
    with_terms(&mut office, 1, &["特定事業所加算Ⅱ"]);
    office.enter_additions(client(1), &[("初回加算", 1)]);
    let entry = office.only();
    assert_eq!(money(&entry), (2_177, 24_817));
    let expected = [line("432211", 1_411), line("434003", 421), line("434001", 300), line("436191", 45)];
    assert_eq!(lines(&entry), expected);
    assert_eq!((entry.tier, entry.notes.as_slice()), (Some(FeeTier::First), &[][..]));

    let mut office = one("2026-10", FeeType::Two, CareLevel::Care1);
    with_terms(&mut office, 7, &["特定事業所集中減算"]);
    let entry = office.only();
    assert_eq!(money(&entry), (905, 9_240));
    assert_eq!(lines(&entry), [line("432111", 1_086), line("434000", -200), line("436191", 19)]);
    let reduction = ServiceCode::parse("434000").unwrap();
    assert_eq!(entry.notes, [ClaimNote::NegativeLine(reduction)]);

    assert_eq!(money(&one("2026-07", FeeType::One, CareLevel::Care2).only()), (1_109, 12_254));
    let before = one("2026-05", FeeType::One, CareLevel::Care2).only();
    assert_eq!((money(&before), lines(&before)), ((1_086, 12_000), vec![line("432111", 1_086)]));
    let mut untreated = one("2026-07", FeeType::One, CareLevel::Care2);
    untreated.enter_terms(Terms { has_treatment: false, ..terms(FeeType::One) });
    assert_eq!(money(&untreated.only()), (1_086, 12_000));
}

#[test]
fn tiers_of_the_workload_choose_the_code() {
    let mut office = Office::new("2026-07", FeeType::One);
    for number in 0..60 {
        office.add(number, if number == 59 { CareLevel::Care5 } else { CareLevel::Care1 });
    }
    let fees = office.fees();
    let code = |place: usize| lines(&fees.entries[place - 1])[0].0.clone();
    assert_eq!([code(44), code(45), code(59), code(60)], ["432111", "433111", "433111", "434211"]);
    assert_eq!((fees.count, fees.open), (60, 0));
}

#[test]
fn who_is_not_claimed_and_why() {
    let mut office = Office::new("2026-07", FeeType::One);
    office.prevention = Some(FeeType::Two);
    let centre = OfficeNumber::parse("1300000017").unwrap();
    let entrusted = office.add(1, CareLevel::Support1);
    office.enter_client(entrusted, ClientEntry { entrusted_by: Some(centre), ..entered() });
    office.add(2, CareLevel::ProgramTarget);
    let housed = office.add(3, CareLevel::Care1);
    office.case(housed).maker = Some(Maker::Multifunctional);
    let unused = office.add(4, CareLevel::Care1);
    office.case(unused).has_slip = false;
    let pending = office.add(5, CareLevel::Care1);
    office.case(pending).maker = None;
    let idle = office.add(6, CareLevel::Support2);
    office.case(idle).has_slip = false;
    office.enter_additions(idle, &[("初回加算", 1)]);
    let fees = office.fees();
    let why: Vec<_> = fees.left_out.iter().map(|left| left.why).collect();
    let expected = [
        NotDue::Entrusted(centre),
        NotDue::Management,
        NotDue::Multifunctional,
        NotDue::NoSlip,
        NotDue::NoLevel,
        NotDue::NoSlip,
    ];
    assert_eq!((why.as_slice(), fees.entries.len(), fees.count), (&expected[..], 0, 0));
    assert!(fees.invoice.is_empty());
}

/// A client once entrusted who is 要介護 on the last day is the office's own.
#[test]
fn entrusting_is_about_prevention_only() {
    let mut office = one("2026-07", FeeType::One, CareLevel::Care1);
    let entrusted_by = OfficeNumber::parse("1300000017");
    office.enter_client(client(1), ClientEntry { entrusted_by, ..entered() });
    assert_eq!(office.only().form, FeeForm::CarePlan);
}

#[test]
fn everything_missing_is_told_at_once_with_its_place() {
    use EnterIn::{Clients, Managers, Profile};
    let mut office = one("2026-07", FeeType::One, CareLevel::Care1);
    office.enter_client(client(1), ClientEntry::default());
    office.enter_manager(MANAGER, Manager { number: Some("1300001".to_owned()), ..Manager::default() });
    *office.person(client(1)) = Person::default();
    let entry = office.only();
    let faults = [
        ClaimFault::NoBirthDate,
        ClaimFault::NoSex,
        ClaimFault::NoCertification,
        ClaimFault::NoFiledOn,
        ClaimFault::NoManagerNumber(MANAGER.to_owned()),
    ];
    assert_eq!((entry.faults.as_slice(), entry.is_open()), (&faults[..], true));
    let places: Vec<_> = entry.faults.iter().filter_map(ClaimFault::enter_in).collect();
    assert_eq!(places, [Profile, Profile, Clients, Clients, Managers]);
    assert!(entry.slip.is_none() && entry.claim.is_ok(), "units and yen are known all the same");
    office.case(client(1)).manager.clear();
    assert!(office.only().faults.contains(&ClaimFault::NoManager));
    let fees = office.fees();
    assert_eq!((fees.open, fees.count, fees.yen), (1, 0, 0));
}

#[test]
fn without_terms_or_a_price_there_is_no_claim() {
    let mut office = one("2026-07", FeeType::One, CareLevel::Care1);
    office.enter_terms(Terms { area_grade: None, ..terms(FeeType::One) });
    let gap = office.only().claim.unwrap_err();
    assert!(matches!(&gap, NoClaim::NoPrice(_)) && gap.enter_in() == Some(EnterIn::Terms));
    let kind = FeeKind::Care.kind();
    let own = office.own().number;
    let price = UnitPrice::from_hundredths(1_084);
    let known = KnownPrice { owner: PriceOwner::Office(own), kind, from: office.month, to: None, price };
    entering::price(&mut office.registers, known);
    let entry = office.only();
    assert_eq!((entry.price_from, entry.slip.unwrap().unit_price), (Some(PriceSource::Office), 1_084));
    office.registers = Registers::default();
    assert_eq!(office.only().claim, Err(NoClaim::NoTerms));
}

#[test]
fn names_that_no_table_has_are_told() {
    let mut office = one("2026-07", FeeType::One, CareLevel::Care1);
    office.enter_additions(client(1), &[("初期加算", 1)]);
    assert_eq!(office.only().claim, Err(NoClaim::UnknownNames(vec!["初期加算".to_owned()])));
    office.enter_additions(client(1), &[("委託連携加算", 1)]);
    assert_eq!(office.only().claim, Err(NoClaim::OtherKind(vec!["委託連携加算".to_owned()])));
    office.enter_additions(client(1), &[("", 1), ("初回加算", 0)]);
    assert_eq!(money(&office.only()), (1_109, 12_254));
    with_terms(&mut office, 3, &["特定事業所加算Ⅳ"]);
    let gap = office.only().claim.unwrap_err();
    assert_eq!(
        (gap.enter_in(), gap),
        (Some(EnterIn::Terms), NoClaim::UnknownTerms(vec!["特定事業所加算Ⅳ".to_owned()]))
    );
    with_terms(&mut office, 3, &["特別地域介護予防支援加算"]);
    assert_eq!(money(&office.only()), (1_109, 12_254), "what is of 介護予防支援 is passed over");
}

#[test]
fn what_does_not_go_together_is_noted() {
    let mut office = one("2026-07", FeeType::One, CareLevel::Care1);
    with_terms(&mut office, 3, &["特定事業所加算Ⅱ"]);
    office.enter_additions(client(1), &[("特定事業所加算Ⅱ", 1), ("退院・退所加算Ⅲ", 1), ("初回加算", 1)]);
    let notes = office.only().notes;
    assert!(notes.contains(&ClaimNote::EnteredTwice("特定事業所加算Ⅱ".to_owned())));
    let clash = rule::FeeNote::NotTogether("初回加算".to_owned(), "退院・退所加算Ⅲ".to_owned());
    assert!(notes.contains(&ClaimNote::Rule(clash)), "{notes:?}");
}

#[test]
fn additions_alone_are_claimed_only_when_they_are_entered() {
    let mut office = one("2026-06", FeeType::One, CareLevel::Care3);
    office.case(client(1)).has_slip = false;
    with_terms(&mut office, 5, &["特定事業所加算Ⅱ"]);
    assert_eq!(office.fees().left_out[0].why, NotDue::NoSlip);
    office.enter_additions(client(1), &[("ターミナルケアマネジメント加算", 1)]);
    let entry = office.only();
    assert_eq!(money(&entry), (408, 4_365), "without what comes with the fee");
    assert_eq!(lines(&entry), [line("436100", 400), line("436191", 8)]);
    assert_eq!((entry.tier, entry.notes.as_slice()), (None, &[ClaimNote::AdditionsOnly][..]));
    office.enter_additions(client(1), &[("運営基準減算", 1)]);
    assert_eq!(office.fees().left_out[0].why, NotDue::NoSlip, "a factor is no addition");
}

#[test]
fn from_the_second_month_of_the_reduction_on_nothing_is_claimed() {
    let mut office = one("2026-07", FeeType::One, CareLevel::Care3);
    with_terms(&mut office, 5, &["特定事業所集中減算"]);
    office.enter_additions(client(1), &[("運営基準減算 2月目以降", 1)]);
    let entry = office.only();
    assert_eq!((entry.slip.is_none(), entry.is_open()), (true, false));
    assert!(entry.notes.contains(&ClaimNote::NothingToClaim));
}

#[test]
fn certification_is_that_of_the_last_day() {
    let mut office = one("2026-07", FeeType::One, CareLevel::Care1);
    let period = |from: &str, to: &str| ClientEntry {
        cert_from: Some(date(from)),
        cert_to: Some(date(to)),
        ..entered()
    };
    for (from, to, is_good) in [
        ("2026-07-31", "2027-03-31", true),
        ("2025-08-01", "2026-07-31", true),
        ("2025-08-01", "2026-07-30", false),
        ("2026-08-01", "2027-03-31", false),
    ] {
        office.enter_client(client(1), period(from, to));
        let outside = ClaimFault::CertificationOutside(day(from), day(to));
        assert_eq!(!office.only().faults.contains(&outside), is_good, "{from} {to}");
    }
    office.enter_client(client(1), ClientEntry { cert_from: None, cert_to: None, ..entered() });
    let entry = office.only();
    assert_eq!(entry.notes, [ClaimNote::CertificationOfLimit]);
    assert_eq!(entry.slip.unwrap().cert_from, day("2025-04-01"));
    office.enter_client(client(1), ClientEntry { cert_to: None, ..entered() });
    assert_eq!(office.only().faults, [ClaimFault::NoCertification], "half of it is not enough");
}

#[test]
fn odd_dates_are_noted() {
    let mut office = one("2026-07", FeeType::One, CareLevel::Care1);
    let (ended_on, filed_on) = (Some(date("2026-06-30")), Some(date("2026-08-01")));
    office.enter_client(client(1), ClientEntry { ended_on, filed_on, ..entered() });
    let odd = [ClaimNote::FiledAfterMonth(day("2026-08-01")), ClaimNote::ContractEnded(day("2026-06-30"))];
    assert_eq!(office.only().notes, odd);
    let ended_on = Some(date("2026-07-01"));
    office.enter_client(client(1), ClientEntry { ended_on, ..entered() });
    assert_eq!(office.only().notes, []);
}

#[test]
fn insurer_change_is_a_setting() {
    let mut office = Office::new("2026-07", FeeType::One);
    for number in 0..50 {
        office.add(number, CareLevel::Care1);
    }
    let moved = client(46);
    office.case(moved).level = None;
    office.person(moved).limit.as_mut().unwrap().month_end_level = None;
    office.enter_client(
        moved,
        ClientEntry { cert_to: Some(date("2026-07-10")), contract_on: Some(date("2025-02-16")), ..entered() },
    );
    let of = |office: &Office| {
        let fees = office.fees();
        let left = fees.left_out.iter().map(|left| (left.client, left.why)).collect::<Vec<_>>();
        (left, fees.entries.into_iter().find(|entry| entry.client == moved))
    };
    let (left, entry) = of(&office);
    let entry = entry.unwrap();
    assert_eq!((left.as_slice(), entry.tier), (&[][..], Some(FeeTier::Second)), "every insurer is billed");
    assert_eq!(
        (lines(&entry)[0].clone(), entry.notes.as_slice()),
        (line("433111", 544), &[ClaimNote::GoneAtEnd][..])
    );
    office.policy = Policy { fee_insurer: FeeInsurer::MonthEnd, ..Policy::default() };
    assert_eq!(of(&office).0, [(moved, NotDue::OtherInsurer)]);
    office.policy = Policy::default();
    let changed = LimitNote::LevelChanged(vec![CareLevel::Care1, CareLevel::Care3]);
    office.person(moved).limit.as_mut().unwrap().notes.push(changed);
    assert_eq!(of(&office).1.unwrap().claim, Err(NoClaim::NoLevel), "which level was the last is not known");
}

#[test]
fn people_on_public_assistance_only_need_their_payer() {
    let mut office = Office::new("2026-07", FeeType::One);
    let assisted = insured("H000000004");
    office.enter_client(
        assisted,
        ClientEntry { filed_on: None, payer: Some("1213990".to_owned()), ..entered() },
    );
    office.add_client(assisted, CareLevel::Care1);
    assert_eq!(office.only().faults, [ClaimFault::NoPayer, ClaimFault::NoRecipient]);
    let (payer, recipient) = (Some("12139901".to_owned()), Some("0000017".to_owned()));
    office.enter_client(assisted, ClientEntry { payer: payer.clone(), recipient, ..entered() });
    let slip = office.only().slip.unwrap();
    assert_eq!((slip.public.unwrap().law(), slip.request_filed_on), ("12", None));
    let mut insured = one("2026-07", FeeType::One, CareLevel::Care1);
    insured.enter_client(client(1), ClientEntry { payer, ..entered() });
    assert_eq!(insured.only().slip.unwrap().public, None, "insurance pays the whole fee");
}
