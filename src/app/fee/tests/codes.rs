//! Codes that the tables do not settle, and 介護予防支援費, most of whose codes are not certain.

use super::*;

fn code(text: &str) -> ServiceCode {
    ServiceCode::parse(text).unwrap()
}

/// Names and units as the code table of 2024-06 has them.
fn with_master(office: &mut Office) {
    for (code, name, units) in [
        ("432111", "居宅介護支援Ⅰⅰ１", 1_086),
        ("432401", "居宅介護支援Ⅰⅰ１・業未", 1_075),
        ("432301", "居宅介護支援Ⅰⅰ１・虐防", 1_075),
        ("432187", "居宅介護支援Ⅰⅰ１・同・運", 516),
        ("432188", "居宅介護支援Ⅰⅰ１・同・運・地", 593),
        ("435013", "居宅介護支援Ⅱⅰ１・同・運・地", 593),
        ("434000", "居宅支援特定事業所集中減算", 0),
    ] {
        office.code(code, name, units);
    }
}

#[test]
fn composite_codes_come_out_of_the_master() {
    let mut office = one("2025-10", FeeType::One, CareLevel::Care1);
    let factors = ["特別地域居宅介護支援加算".to_owned()].to_vec();
    office.enter_terms(Terms { factors, area_grade: AreaGrade::new(8), ..terms(FeeType::One) });
    office.enter_additions(client(1), &[("運営基準減算", 1), ("同一建物減算", 1)]);
    let missing = ClaimFault::NoCode { line: LineName::Base, units: 593, candidates: Vec::new() };
    assert_eq!(office.only().faults, std::slice::from_ref(&missing), "without a master");
    assert_eq!(missing.enter_in(), Some(EnterIn::Additions));
    with_master(&mut office);
    let entry = office.only();
    assert_eq!((money(&entry), lines(&entry)), ((593, 5_930), vec![line("432188", 593)]));
    assert_eq!(entry.notes, [ClaimNote::CodeOfMaster(LineName::Base, code("432188"))]);
}

#[test]
fn equal_units_are_told_apart_by_the_marks() {
    let mut office = one("2025-10", FeeType::One, CareLevel::Care1);
    with_master(&mut office);
    for (factor, expected) in
        [("高齢者虐待防止措置未実施減算", "432301"), ("業務継続計画未策定減算", "432401")]
    {
        office.enter_additions(client(1), &[(factor, 1)]);
        assert_eq!(lines(&office.only()), [line(expected, 1_075)]);
    }
    office.code("432999", "居宅介護支援Ⅰⅰ１･業未", 1_075);
    let candidates = vec![code("432401"), code("432999")];
    let fault = ClaimFault::NoCode { line: LineName::Base, units: 1_075, candidates };
    assert_eq!(office.only().faults, [fault], "of two none is taken");
    office.enter_additions(client(1), &[("業務継続計画未策定減算", 1), ("432999", 1)]);
    assert_eq!(lines(&office.only()), [line("432999", 1_075)]);
}

#[test]
fn a_code_may_be_entered() {
    let mut office = one("2025-10", FeeType::One, CareLevel::Care1);
    office.enter_additions(client(1), &[("同一建物減算", 1), ("432181", 1), ("初回加算", 1)]);
    let entry = office.only();
    assert_eq!(lines(&entry), [line("432181", 1_032), line("434001", 300)]);
    assert_eq!(entry.notes, [ClaimNote::CodeEntered(LineName::Base, code("432181"))]);
    office.enter_additions(client(1), &[("462121", 1)]);
    assert_eq!(office.only().claim, Err(NoClaim::OtherKind(vec!["462121".to_owned()])));
}

#[test]
fn other_units_in_the_master_are_noted() {
    let mut office = one("2026-07", FeeType::One, CareLevel::Care1);
    with_terms(&mut office, 3, &["特定事業所集中減算"]);
    with_master(&mut office);
    office.code("432111", "居宅介護支援Ⅰⅰ１", 1_100);
    let differs = ClaimNote::MasterDiffers { code: code("432111"), units: 1_086, master: 1_100 };
    assert_eq!(office.only().notes, [differs, ClaimNote::NegativeLine(code("434000"))]);
}

/// The code table has no code of (ii) with 地 or 小.
#[test]
fn the_addition_of_remote_areas_is_of_the_first_tier() {
    let mut office = Office::new("2026-07", FeeType::One);
    let factors = vec!["特別地域居宅介護支援加算".to_owned()];
    office.enter_terms(Terms { factors: factors.clone(), full_time_tenths: Some(0), ..terms(FeeType::One) });
    office.add(1, CareLevel::Care1);
    let entry = office.only();
    assert_eq!(lines(&entry), [line("434111", 326), line("436191", 7)]);
    let note = rule::FeeNote::NotForTier(factors[0].clone(), FeeTier::Third);
    assert_eq!(entry.notes, [ClaimNote::Rule(note)]);
}

fn prevention(month: &str) -> Office {
    let mut office = Office::new(month, FeeType::One);
    office.prevention = Some(FeeType::Two);
    office.enter_terms(Terms { area_grade: AreaGrade::new(5), ..terms(FeeType::One) });
    office.add(1, CareLevel::Support1);
    office
}

#[test]
fn prevention_of_the_own_office_goes_on_its_form() {
    let mut office = prevention("2026-07");
    office.enter_manager(MANAGER, Manager::default());
    office.enter_additions(client(1), &[("初回加算", 1)]);
    let entry = office.only();
    assert_eq!((entry.form, entry.tier), (FeeForm::SupportPlan, None));
    assert_eq!(lines(&entry), [line("462121", 472), line("464001", 300), line("466191", 16)]);
    assert_eq!(money(&entry), (788, 8_431));
    let unsure: Vec<_> =
        entry.notes.iter().filter(|note| matches!(note, ClaimNote::CodeUnsure(..))).collect();
    assert_eq!(unsure.len(), 3, "none of the codes is certain");
    assert!(entry.notes.contains(&ClaimNote::NoManagerNumber(MANAGER.to_owned())), "8125 may leave it out");
    assert_eq!(entry.claim.unwrap().certainty, Certainty::Likely);
    let mut undesignated = prevention("2026-07");
    undesignated.prevention = None;
    assert_eq!(undesignated.only().claim, Err(NoClaim::NoOwnPrevention));
}

#[test]
fn a_master_settles_the_codes_of_prevention() {
    let mut office = prevention("2026-05");
    office.enter_additions(client(1), &[("初回加算", 1)]);
    let line_name = LineName::Addition("初回加算".to_owned());
    let missing = ClaimFault::NoCode { line: line_name.clone(), units: 300, candidates: Vec::new() };
    assert_eq!(office.only().faults, [missing], "no table has the code of that month");
    for (code, name, units) in [
        ("461112", "介護予防支援費Ⅱ", 472),
        ("461201", "介護予防支援 初回加算", 300),
        ("461202", "介護予防支援 委託連携加算", 300),
    ] {
        office.code(code, name, units);
    }
    let entry = office.only();
    assert_eq!(lines(&entry), [line("461112", 472), line("461201", 300)]);
    assert_eq!(money(&entry), (772, 8_260));
    let told = [(LineName::Base, "461112"), (line_name, "461201")];
    assert_eq!(entry.notes, told.map(|(line, of)| ClaimNote::CodeOfMaster(line, code(of))));
}

#[test]
fn an_entered_code_stands_before_one_that_is_unsure() {
    let mut office = prevention("2026-07");
    office.enter_additions(client(1), &[("466207", 1)]);
    assert_eq!(lines(&office.only()), [line("462121", 472), line("466207", 10)]);
    office.code("462121", "介護予防支援Ⅱ", 472);
    office.code("466191", "介護予防支援処遇改善加算", 0);
    office.code("466207", "介護予防支援処遇改善加算２", 0);
    let entry = office.only();
    assert_eq!(lines(&entry), [line("462121", 472), line("466207", 10)]);
    assert_eq!(entry.notes, [ClaimNote::CodeEntered(LineName::Treatment, code("466207"))]);
    office.enter_additions(client(1), &[]);
    assert_eq!(lines(&office.only()), [line("462121", 472), line("466191", 10)], "the master has it");
}
