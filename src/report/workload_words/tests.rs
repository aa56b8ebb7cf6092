use super::*;
use crate::benefit::fee::FeeFault;
use crate::benefit::rates::{NotKnown, Table};
use crate::domain::month::ServiceMonth;
use crate::i18n::Language;
use crate::i18n::width::is_ambiguous;
use std::collections::BTreeSet;

fn notes() -> Vec<WorkloadNote> {
    let name = || "居宅 桜".to_owned();
    let month = ServiceMonth::parse("2026-10").unwrap();
    let gap = NotKnown { table: Table::UnitPrice, key: "43".to_owned(), month };
    vec![
        WorkloadNote::NoTerms,
        WorkloadNote::UnknownManager(name()),
        WorkloadNote::NoFullTime(name()),
        WorkloadNote::NoManager(3),
        WorkloadNote::NoContractDate(3),
        WorkloadNote::GoneAtEnd(3),
        WorkloadNote::UnknownTerm("別の加算".to_owned()),
        WorkloadNote::NoPrice(gap.clone()),
        WorkloadNote::Terms(FeeFault::NotKnown(gap)),
    ]
}

const SORTS: [CaseSort; 9] = [
    CaseSort::Care,
    CaseSort::PreventionOwn,
    CaseSort::PreventionEntrusted,
    CaseSort::NamedArea,
    CaseSort::Management,
    CaseSort::NoSlip,
    CaseSort::GoneAtEnd,
    CaseSort::Multifunctional,
    CaseSort::NoLevel,
];

/// Every word and sentence of a language.
fn all(texts: &Texts) -> Vec<String> {
    let mut all: Vec<String> = notes().iter().map(|note| workload_note_sentence(texts, note)).collect();
    let readings = [Reading::OwnAndEntrusted, Reading::OwnOnly, Reading::CareOnly];
    all.extend(readings.map(|reading| texts.get(reading_id(reading))));
    all.extend(SORTS.map(|sort| texts.get(sort_id(sort))));
    all.extend(SORTS.map(|sort| texts.get(&format!("{}.help", sort_id(sort)))));
    let verdicts = [Verdict::NotOver, Verdict::Reasoned, Verdict::Over];
    all.extend(verdicts.map(|verdict| verdict_sentence(texts, verdict)));
    let reasons = [ValidReason::FewOffices, ValidReason::SmallOffice, ValidReason::SmallKind];
    all.extend(reasons.map(|reason| reason_text(texts, reason)));
    let (full_time, of_managers) = (FullTime::from_tenths(25), FullTime::from_tenths(20));
    let staff = [StaffFrom::Terms, StaffFrom::Managers].map(|from| Staff { full_time, from, of_managers });
    all.extend(staff.map(|staff| staff_text(texts, &staff)));
    all.push(type_sentence(texts, FeeType::Two, 50));
    all
}

#[test]
fn everything_has_words_of_its_own() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let all = all(&texts);
        let different: BTreeSet<&String> = all.iter().collect();
        assert_eq!(different.len(), all.len(), "{all:?}");
        assert!(all.iter().all(|text| !text.contains(['{', '}']) && !text.starts_with("workload-")));
    }
    for text in all(&Texts::new(Language::Ja)) {
        assert!(!text.chars().any(|c| is_ambiguous(c.encode_utf8(&mut [0; 4]))), "{text}");
    }
}

#[test]
fn numbers_as_people_write_them() {
    assert_eq!(
        [cases_text(336), cases_text(337), cases_text(2), cases_text(0)],
        ["112", "112 1/3", "0 2/3", "0"]
    );
    assert_eq!([tenths_text(449), tenths_text(5)], ["44.9", "0.5"]);
    assert_eq!(full_time_text(FullTime::from_tenths(25)), "2.5");
    assert_eq!([percent_text(8_039), percent_text(8_000), percent_text(5)], ["80.39", "80.00", "0.05"]);
}

#[test]
fn notes_say_where_to_enter_what_is_missing() {
    let texts = Texts::new(Language::Ja);
    for (note, register) in notes().iter().zip(["terms", "managers", "managers", "clients", "clients"]) {
        let sentence = workload_note_sentence(&texts, note);
        assert!(sentence.contains(&format!("（kyukan master set {register}）")), "{sentence}");
    }
    assert_eq!(type_sentence(&texts, FeeType::Two, 50), "居宅介護支援費(II)（50件から逓減）");
}
