use super::*;
use crate::app::month::Month;
use crate::app::open::{OpenOptions, open_month};
use crate::app::ports::NoProgress;
use crate::app::tally::{Block, BlockCause};
use crate::app::unread::UnreadRows;
use crate::app::worth::{WorthFault, WorthNote};
use crate::benefit::allot::{RowKey, ShareFault};
use crate::benefit::place::PlaceSource;
use crate::benefit::rates::{NotKnown, Table};
use crate::benefit::sheet::{SheetFault, SheetNote};
use crate::domain::ids::ServiceCode;
use crate::domain::month::ServiceMonth;
use crate::domain::slip::GateBlock;
use crate::i18n::Language;
use crate::i18n::width::is_ambiguous;
use crate::store::{FolderSource, Limits};
use std::collections::BTreeSet;
use std::path::Path;

fn office() -> OfficeNumber {
    OfficeNumber::parse("1379900028").unwrap()
}

fn kind() -> ServiceKind {
    ServiceKind::parse("11").unwrap()
}

fn code() -> ServiceCode {
    ServiceCode::parse("111111").unwrap()
}

fn month() -> Month {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/v4/in");
    let source = FolderSource::open(&[folder], Limits::default());
    open_month(&source, OpenOptions::default(), &NoProgress).unwrap()
}

/// Every sentence of one language.
fn sentences(words: Words<'_>) -> Vec<String> {
    let (office, kind, code) = (office(), kind(), code());
    let faults = [
        TallyFault::NoManagerNumber,
        TallyFault::NoOffice,
        TallyFault::NoLimitFrom,
        TallyFault::NoLimitTo,
        TallyFault::Negative { office, kind, units: -1_200 },
        TallyFault::NoLines,
        TallyFault::TooManyLines(120),
    ];
    let notes = [
        TallyNote::Open(3),
        TallyNote::Late(office, kind),
        TallyNote::NotAsPlanned(office, kind),
        TallyNote::PlanOverLimit,
        TallyNote::SharesProposed,
        TallyNote::UnknownCode(office, code),
        TallyNote::ClassUncertain(office, kind),
        TallyNote::AssumedDecided,
        TallyNote::Pending,
        TallyNote::GroupChanged,
        TallyNote::OwnPrevention,
        TallyNote::CancelTakesAll,
    ];
    let of_tally = faults.iter().map(|fault| fault_sentence(words, fault));
    let of_tally = of_tally.chain(notes.iter().map(|note| note_sentence(words, note)));
    of_tally
        .chain(worth_faults(code).iter().map(|fault| worth_fault_sentence(words, fault, &[])))
        .chain(worth_notes(code).iter().map(|note| worth_note_sentence(words, note, &[])))
        .chain(blocks(code).iter().map(|block| block_sentence(words, block)))
        .collect()
}

fn worth_faults(code: ServiceCode) -> Vec<WorthFault> {
    let (office, kind) = (office(), kind());
    let month = ServiceMonth::parse("2026-10").unwrap();
    let tables = [
        Table::Limit,
        Table::UnitPrice,
        Table::Fee,
        Table::FeeAddition,
        Table::FeeFactor,
        Table::FeeThreshold,
        Table::Concentration,
        Table::Treatment,
        Table::KindPlace,
    ];
    let gaps = tables.into_iter().map(|table| NotKnown { table, key: "22".to_owned(), month });
    let mut faults: Vec<WorthFault> = gaps.map(WorthFault::NotKnown).collect();
    faults.extend([
        WorthFault::NoProfile,
        WorthFault::NoLevel(String::new()),
        WorthFault::NoLevel("01".to_owned()),
        WorthFault::NoLevelInMonth,
        WorthFault::UnknownService { office, code },
    ]);
    let sheet = [
        SheetFault::PercentNotOutside { line: 2 },
        SheetFault::PricesDiffer { office, kind },
        SheetFault::FixedCopayWithoutUnits { line: 2 },
        SheetFault::DiscountRate { line: 2 },
        SheetFault::NegativeCount { line: 2 },
    ];
    faults.extend(sheet.map(WorthFault::Sheet));
    faults
}

fn worth_notes(code: ServiceCode) -> Vec<WorthNote> {
    let (office, kind) = (office(), kind());
    let disputed = |is_inside, source| WorthNote::PlaceDisputed { code, is_inside, source };
    let mut notes = vec![
        disputed(true, PlaceSource::Master),
        disputed(false, PlaceSource::Sheet),
        disputed(false, PlaceSource::List),
        WorthNote::PricesDiffer { office, kind },
        WorthNote::PriceUnknown { office, kind },
        WorthNote::RateUnknown { office, code },
        WorthNote::BenefitRateAssumed,
    ];
    let sheet = [
        SheetNote::PairRowCut { line: 2 },
        SheetNote::DiscountOnManagedUnits { line: 2 },
        SheetNote::DisasterBase { line: 2 },
        SheetNote::MixedFixedCopay { office, kind },
        SheetNote::AssistanceOnly,
        SheetNote::Reimbursed,
    ];
    notes.extend(sheet.map(WorthNote::Sheet));
    notes
}

fn blocks(code: ServiceCode) -> Vec<Block> {
    let key = RowKey { office: office(), code, nth: 0 };
    let shares = vec![
        ShareFault::Stale(vec![key]),
        ShareFault::Remainder { kind: None, left: 120 },
        ShareFault::Remainder { kind: Some(kind()), left: -30 },
        ShareFault::OutOfRange { key, most: 1_000 },
        ShareFault::NoSuchRow(key),
    ];
    let causes = [
        (GateBlock::Applying, BlockCause::Plain),
        (GateBlock::Expired, BlockCause::Days(vec![1, 2])),
        (GateBlock::Allotment, BlockCause::Shares(shares)),
        (GateBlock::Allotment, BlockCause::Left(4)),
        (GateBlock::NotArrived, BlockCause::Providers(vec![(office(), kind())])),
        (GateBlock::Unread, BlockCause::Unread(UnreadRows { plan: 2, actual: 1 })),
        (GateBlock::CheckDigit, BlockCause::Numbers(vec!["1379900029".to_owned()])),
        (GateBlock::BirthDate, BlockCause::Plain),
        (GateBlock::Sex, BlockCause::Plain),
        (GateBlock::Limit, BlockCause::Limits { own: 20_000, table: 19_705 }),
        (GateBlock::OverLimit, BlockCause::Over { total: 20_000, limit: 19_705 }),
    ];
    let why = |block: GateBlock| (block == GateBlock::Limit).then(|| "市の上乗せ".to_owned());
    causes.into_iter().map(|(block, cause)| Block { block, cause, why: why(block) }).collect()
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
            assert!(sentence.ends_with(['。', '.', '）', ')']), "{sentence}");
            assert!(!sentence.contains("。。"), "{sentence}");
        }
    }
    let texts = Texts::new(Language::Ja);
    for sentence in sentences(Words { month: &month, texts: &texts }) {
        assert!(!sentence.chars().any(|c| is_ambiguous(c.encode_utf8(&mut [0; 4]))), "{sentence}");
    }
}

#[test]
fn sentences_name_what_was_found() {
    let (month, texts) = (month(), Texts::new(Language::Ja));
    let words = Words { month: &month, texts: &texts };
    let said: Vec<String> = blocks(code()).iter().map(|block| block_sentence(words, block)).collect();
    assert!(said[1].starts_with("認定切れ: 1(木)、2(金)は、有効な認定がない"), "{}", said[1]);
    assert!(said[2].contains("区分支給限度の割振残が120単位あります、11 訪問介護の割振が30単位多すぎます"));
    assert!(said[6].contains("登録「サービス事業所」（kyukan master set providers）"), "{}", said[6]);
    assert!(said[9].starts_with("限度額の相違（理由を付けて通しました: 市の上乗せ）: "), "{}", said[9]);
    let many = BlockCause::Providers(vec![(office(), kind()); 110]);
    let many = Block { block: GateBlock::NotArrived, cause: many, why: None };
    assert!(block_sentence(words, &many).contains(" ほか105件の実績が届いていません"));
    let number = fault_sentence(words, &TallyFault::NoManagerNumber);
    assert!(number.contains("登録「担当ケアマネ」（kyukan master set managers）"), "{number}");
}

#[test]
fn every_state_has_a_word_and_says_what_to_do() {
    let texts = Texts::new(Language::Ja);
    let not_due = [NotDue::NothingManaged, NotDue::Entrusted, NotDue::Multifunctional].map(SlipState::NotDue);
    let states = [
        SlipState::Faulty,
        SlipState::Blocked,
        SlipState::NothingLeft,
        SlipState::Ready,
        SlipState::HeldBack,
        SlipState::Written,
        SlipState::Unchanged,
    ];
    let all: Vec<SlipState> = states.into_iter().chain(not_due).collect();
    let said: BTreeSet<String> = all.iter().map(|state| state_sentence(&texts, *state)).collect();
    assert_eq!(said.len(), all.len());
    assert!(said.iter().all(|sentence| sentence.ends_with('。')), "{said:?}");
    assert_eq!(texts.get(state_id(SlipState::Ready)), "書出し可");
}
