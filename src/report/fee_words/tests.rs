use super::*;
use crate::app::fee::{ClaimFault, ClaimNote, NoClaim};
use crate::app::month::Month;
use crate::app::open::{OpenOptions, open_month};
use crate::app::ports::NoProgress;
use crate::app::tally::SlipState;
use crate::benefit::fee::FeeNote;
use crate::benefit::rates::{Certainty, NotKnown, Table};
use crate::domain::ids::{OfficeNumber, ServiceCode};
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use crate::format::kokuhoren::fee as form;
use crate::i18n::width::{is_ambiguous, width};
use crate::store::{FolderSource, Limits};
use std::collections::BTreeSet;
use std::path::Path;

fn month() -> Month {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/v4/in");
    let source = FolderSource::open(&[folder], Limits::default());
    open_month(&source, OpenOptions::default(), &NoProgress).unwrap()
}

fn code() -> ServiceCode {
    ServiceCode::parse("432111").unwrap()
}

fn day_of() -> Day {
    Day::from_digits(b"20261105").unwrap()
}

fn no_claims() -> Vec<NoClaim> {
    let name = || vec!["別の加算".to_owned()];
    let gap = NotKnown {
        table: Table::FeeAddition,
        key: "初期加算".to_owned(),
        month: ServiceMonth::parse("2026-10").unwrap(),
    };
    vec![
        NoClaim::NoTerms,
        NoClaim::NoOwnPrevention,
        NoClaim::NoLevel,
        NoClaim::NoTier,
        NoClaim::NoPrice(gap.clone()),
        NoClaim::UnknownTerms(name()),
        NoClaim::UnknownNames(name()),
        NoClaim::OtherKind(name()),
        NoClaim::Rule(FeeFault::NotKnown(gap)),
        NoClaim::Rule(FeeFault::FactorsExclude("甲".to_owned(), "乙".to_owned())),
        NoClaim::Rule(FeeFault::Kind("43")),
    ]
}

fn faults() -> Vec<ClaimFault> {
    let no_code =
        |candidates: Vec<ServiceCode>| ClaimFault::NoCode { line: LineName::Base, units: 1_032, candidates };
    let mut faults = vec![
        ClaimFault::NoFiledOn,
        ClaimFault::NoCertification,
        ClaimFault::CertificationOutside(day_of(), day_of()),
        ClaimFault::NoBirthDate,
        ClaimFault::NoSex,
        ClaimFault::NoManager,
        ClaimFault::NoManagerNumber("居宅 桜".to_owned()),
        ClaimFault::NoPayer,
        ClaimFault::NoRecipient,
        no_code(Vec::new()),
        no_code(vec![code(), code()]),
        ClaimFault::TooLarge(LineName::Treatment),
    ];
    let record = [
        form::FeeFault::NoLines,
        form::FeeFault::TooManyLines(120),
        form::FeeFault::Repeated(code()),
        form::FeeFault::OtherForm(code()),
        form::FeeFault::Negative,
        form::FeeFault::PublicPayer,
        form::FeeFault::SameKey,
    ];
    faults.extend(record.map(ClaimFault::Record));
    faults
}

fn notes() -> Vec<ClaimNote> {
    let (name, line) = (|| "初回加算".to_owned(), || LineName::Addition("初回加算".to_owned()));
    let rules = [
        FeeNote::NotTogether(name(), "退院・退所加算Ⅰイ".to_owned()),
        FeeNote::Needs(name(), vec!["特定事業所加算A".to_owned(), "特定事業所加算B".to_owned()]),
        FeeNote::TooOften(name(), 2),
        FeeNote::NotForType(name(), FeeType::Two),
        FeeNote::NotForTier(name(), FeeTier::Second),
        FeeNote::CodeNeedsMaster,
    ];
    let notes = [
        ClaimNote::AdditionsOnly,
        ClaimNote::NothingToClaim,
        ClaimNote::GoneAtEnd,
        ClaimNote::CertificationOfLimit,
        ClaimNote::FiledAfterMonth(day_of()),
        ClaimNote::ContractEnded(day_of()),
        ClaimNote::EnteredTwice(name()),
        ClaimNote::NoManagerNumber("居宅 桜".to_owned()),
        ClaimNote::CodeOfMaster(LineName::Base, code()),
        ClaimNote::CodeEntered(line(), code()),
        ClaimNote::CodeUnsure(line(), code(), Certainty::Unsure),
        ClaimNote::CodeUnsure(line(), code(), Certainty::Likely),
        ClaimNote::MasterDiffers { code: code(), units: 1_086, master: 1_080 },
        ClaimNote::NegativeLine(code()),
    ];
    notes.into_iter().chain(rules.map(ClaimNote::Rule)).collect()
}

fn states() -> Vec<FeeState> {
    vec![
        FeeState::Open,
        FeeState::Waits(SlipState::Blocked),
        FeeState::Changed,
        FeeState::Ready,
        FeeState::Written,
        FeeState::Claimed { is_same: true },
        FeeState::Claimed { is_same: false },
        FeeState::Nothing,
    ]
}

fn not_due() -> Vec<NotDue> {
    vec![
        NotDue::Entrusted(OfficeNumber::parse("1300000010").unwrap()),
        NotDue::Management,
        NotDue::Multifunctional,
        NotDue::NoSlip,
        NotDue::OtherInsurer,
        NotDue::NoLevel,
    ]
}

/// Every sentence of one language.
fn sentences(words: Words<'_>) -> Vec<String> {
    let texts = words.texts;
    let mut all: Vec<String> = no_claims().iter().map(|why| no_claim_sentence(texts, why)).collect();
    all.extend(faults().iter().map(|fault| claim_fault_sentence(texts, fault)));
    all.extend(notes().iter().map(|note| claim_note_sentence(texts, note)));
    all.extend(states().into_iter().map(|state| state_sentence(texts, state)));
    all.extend(not_due().into_iter().map(|why| not_due_sentence(words, why)));
    all
}

#[test]
fn everything_has_a_sentence_of_its_own() {
    let month = month();
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let all = sentences(Words { month: &month, texts: &texts });
        let different: BTreeSet<&String> = all.iter().collect();
        assert_eq!(different.len(), all.len());
        for sentence in &all {
            assert!(sentence.len() > 20 && !sentence.contains(['{', '}']), "{sentence}");
            assert!(sentence.ends_with(['。', '.']) && !sentence.contains("。。"), "{sentence}");
        }
    }
    let texts = Texts::new(Language::Ja);
    let data = ["退院・退所加算Ⅰイ"];
    for sentence in sentences(Words { month: &month, texts: &texts }) {
        let own = data.iter().fold(sentence.clone(), |own, data| own.replace(data, ""));
        assert!(!own.chars().any(|c| is_ambiguous(c.encode_utf8(&mut [0; 4]))), "{sentence}");
    }
}

#[test]
fn sentences_say_where_to_enter_what_is_missing() {
    let texts = Texts::new(Language::Ja);
    for fault in faults() {
        let sentence = claim_fault_sentence(&texts, &fault);
        if fault.enter_in().is_some() {
            assert!(sentence.contains("（kyukan master set "), "{sentence}");
        }
    }
    let code = claim_fault_sentence(&texts, &faults()[9]);
    assert!(code.starts_with("「基本の居宅介護支援費・介護予防支援費」（1,032単位）"), "{code}");
    let price = no_claim_sentence(&texts, &no_claims()[4]);
    assert!(
        price.contains(
            "登録「事業所の体制」（kyukan master set terms）か、kyukan.toml の area_grade に地域区分"
        ),
        "{price}"
    );
}

#[test]
fn words_of_a_claim() {
    let texts = Texts::new(Language::Ja);
    let care = FeeBase::Care { fee_type: FeeType::Two, tier: FeeTier::Second, level: CareLevel::Care1 };
    assert_eq!(base_text(&texts, Some(care)), "居宅介護支援(II)");
    let prevention = FeeBase::Prevention { fee_type: FeeType::One };
    assert_eq!(base_text(&texts, Some(prevention)), "介護予防支援(I)");
    assert_eq!(base_text(&texts, None), "");
    assert_eq!(invoiced_text(&texts, &Invoiced::Public("12".to_owned())), "公費請求 法別12");
    let words: BTreeSet<String> = states().into_iter().map(|state| texts.get(state_id(state))).collect();
    assert_eq!(words.len(), states().len() - 1);
    assert_eq!(FeeState::Claimed { is_same: true }.name(), "claimed");
}

#[test]
fn what_is_missing_has_a_short_word() {
    let no_claims = no_claims();
    let faults = faults();
    let ids = no_claims.iter().map(missing::no_claim_id).chain(faults.iter().map(missing::claim_fault_id));
    let ids: BTreeSet<&str> = ids.collect();
    assert!(ids.len() > 15);
    for language in Language::ALL {
        let texts = Texts::new(*language);
        for id in &ids {
            let word = texts.get(id);
            assert!(word != *id && (2..=18).contains(&width(&word)) && !is_ambiguous(&word), "{id} {word}");
        }
    }
}
