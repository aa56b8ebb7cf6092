use super::*;
use crate::app::open::{OpenOptions, open_month};
use crate::app::ports::NoProgress;
use crate::check::fixture::{DAY, HELP, client, date, day, key, month, office};
use crate::check::{CHECKS, Facts, Item, Remedy, SlipGap, UNCHECKED};
use crate::domain::slip::{OfficeClass, SlipAction, SlipResult};
use crate::i18n::Language;
use crate::i18n::width::{is_ambiguous, width};
use crate::store::{FolderSource, Limits};
use std::collections::BTreeSet;
use std::path::Path;

/// The sample month.
pub(in crate::report) fn review() -> Review {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/v4/in");
    let source = FolderSource::open(&[folder], Limits::default());
    Review::new(open_month(&source, OpenOptions::default(), &NoProgress).unwrap(), None)
}

/// A finding of home help with the worst consequence of its check.
pub(in crate::report) fn found(check: &'static str, facts: Facts) -> Finding {
    let check = crate::check::by_id(check).unwrap();
    Finding {
        check: check.id,
        code: check.codes.first().copied(),
        severity: check.severity,
        pair: Some(key(HELP, "11")),
        units: 1_548,
        yen: Some(16_563),
        differences: Vec::new(),
        rows: Vec::new(),
        facts,
        remedy: Remedy::Nothing,
    }
}

fn mild(check: &'static str, facts: Facts) -> Finding {
    Finding { severity: Severity::Confirm, ..found(check, facts) }
}

fn coded(check: &'static str, code: &'static str, facts: Facts) -> Finding {
    Finding { code: Some(code), ..found(check, facts) }
}

fn helped(check: &'static str, facts: Facts, remedy: Remedy) -> Finding {
    Finding { remedy, ..found(check, facts) }
}

fn code() -> ServiceCode {
    ServiceCode::parse("111111").unwrap()
}

/// Findings about units.
fn of_units() -> Vec<Finding> {
    let claimed = || Facts::Claimed { claimed: 1_234, slip: 1_100 };
    let limit = |units| Facts::Limit { units, limit: 19_705 };
    let claims = [
        "office-not-on-slip",
        "actual-over-slip",
        "claim-returned-for-units",
        "rounding-difference",
        "equipment-difference",
        "correction-omits-office",
        "correction-due",
    ];
    let mut all: Vec<Finding> = claims.into_iter().map(|check| found(check, claimed())).collect();
    all.extend([
        found("slip-missing", Facts::NoSlip(SlipGap::NothingOnIt)),
        found("slip-missing", Facts::NoSlip(SlipGap::HeldBack)),
        found("addition-not-planned", Facts::Codes { claimed: 1_234, slip: 1_100, codes: vec![code(); 2] }),
        found("over-limit", limit(20_000)),
        found("kind-over-limit", limit(20_000)),
        found("limit-differs", limit(16_765)),
        mild("limit-differs", limit(20_000)),
        found("shares-undecided", Facts::Left(12)),
        found("shares-undecided", Facts::Left(0)),
        mild("shares-undecided", Facts::Left(0)),
        found("share-to-tell", Facts::Share { now: 120, before: 20 }),
        found("sheet-differs", Facts::Sheets { received: 1_500, computed: 1_548 }),
        found("managed-units-cut", Facts::Left(48)),
        found("unread-rows", Facts::Unread { plan: 0, actual: 3 }),
        found("not-arrived", Facts::Plain),
        found("left-for-later", Facts::Plain),
        found("slip-not-computable", Facts::Plain),
        found("nothing-done", Facts::Plain),
        helped("nothing-done", Facts::Plain, Remedy::SetAction(SlipAction::Cancel)),
    ]);
    all
}

/// Findings about the person and the certification.
fn of_person() -> Vec<Finding> {
    let levels = || Facts::Levels(CareLevel::Support2, CareLevel::Care2);
    vec![
        found("application-pending", Facts::Plain),
        mild("application-pending", Facts::Plain),
        found("level-unexplained", levels()),
        found("level-changed", levels()),
        found("group-changed", levels()),
        found("group-changed", Facts::Plain),
        found("request-not-filed", Facts::Date(date("2026-11-02"))),
        mild("request-not-filed", Facts::Plain),
        found("contract-ended", Facts::Date(date("2026-10-20"))),
        found("contract-begun", Facts::Date(date("2026-10-10"))),
        found("multifunctional-at-end", Facts::Plain),
        found("limit-period-outside", Facts::Date(date("2026-09-30"))),
        found("limit-period-outside", Facts::Date(date("2026-11-01"))),
        found("day-without-level", Facts::Days(vec![1, 2, 30])),
        found("day-outside-certificate", Facts::Days(vec![31])),
        found("person-differs", Facts::BirthDates(day("1940-01-01"), day("1940-10-01"))),
        found("person-differs", Facts::Sexes),
        found("required-missing", Facts::Missing(Item::BirthDate)),
        found("manager-number-missing", Facts::Missing(Item::ManagerNumber)),
        found("kind-against-level", Facts::Level(CareLevel::Support1)),
        mild("kind-against-level", Facts::Level(CareLevel::Care1)),
        found("stay-over-30", Facts::Days(vec![7])),
        found("stay-over-half", Facts::DayCount { used: 95, of: 180 }),
        found("other-number", Facts::OtherKey(client("131011", "0000000002"))),
        mild("other-number", Facts::OtherKey(client("131011", "0000000002"))),
        Finding {
            remedy: Remedy::FixNumber { wrong: "131011 0000000002".to_owned(), right: None },
            ..mild("other-number", Facts::OtherKey(client("131011", "0000000002")))
        },
    ]
}

/// Findings about numbers and offices.
fn of_numbers() -> Vec<Finding> {
    let number = |right: Option<&str>| Facts::Number {
        wrong: "1379900029".to_owned(),
        right: right.map(str::to_owned),
    };
    let classes = Facts::Classes(OfficeClass::Designated, OfficeClass::CommunityBased);
    vec![
        found("insurer-check-digit", number(Some("131016"))),
        found("office-check-digit", number(None)),
        found("office-check-digit", number(Some(HELP))),
        mild("office-check-digit", number(None)),
        found("number-mismatch", Facts::Swapped { planned: key(DAY, "15"), done: key(DAY, "78") }),
        found("office-new", Facts::Plain),
        found("class-differs", classes),
        found("public-payer", number(None)),
        mild("public-payer", number(None)),
    ]
}

/// Findings about what was sent before, and about the plan fee.
fn of_sending() -> Vec<Finding> {
    let action =
        |action, last, window: Option<&str>| Facts::Action { action, last, window: window.map(month) };
    let (new, replace) = (SlipAction::New, SlipAction::Replace);
    let offices = |list: &[&str]| Facts::Offices(list.iter().map(|number| office(number)).collect());
    let enter = |column| Remedy::EnterIn { register: "clients", column };
    let certificate = || Facts::Date(date("2026-09-30"));
    let window = Some("2026-11");
    vec![
        found("new-after-decided", action(new, Some(SlipResult::Accepted), window)),
        mild("new-after-decided", action(new, None, window)),
        found("correction-without-decided", action(replace, None, None)),
        found("correction-without-decided", action(replace, Some(SlipResult::Returned), None)),
        found("correction-without-decided", action(replace, None, window)),
        found("sent-twice", action(new, None, window)),
        found("cancel-takes-all", offices(&[HELP, DAY])),
        found("cancel-takes-all", offices(&[])),
        found("decided-by-assumption", action(replace, None, window)),
        found("hold-runs-out", offices(&[HELP, DAY])),
        found("time-limit", Facts::BarredFrom(month("2029-01"))),
        mild("time-limit", Facts::BarredFrom(month("2029-01"))),
        found("fee-without-slip", Facts::Plain),
        found("fee-sent-before", Facts::SentIn(month("2026-11"))),
        coded("fee-sent-before", "ANN2", Facts::SentIn(month("2026-11"))),
        helped("fee-certificate", certificate(), enter("cert_to")),
        helped("fee-certificate", certificate(), enter("cert_from")),
        coded("fee-certificate", "AEEA", certificate()),
        found("fee-record", Facts::Code(code())),
        coded("fee-record", "ABBF", Facts::Code(code())),
        coded("fee-record", "ATT5", Facts::Plain),
        coded("fee-record", "ABB0", Facts::Plain),
    ]
}

fn all() -> Vec<Finding> {
    [of_units(), of_person(), of_numbers(), of_sending()].concat()
}

/// Ids of messages of a language's file that begin with something.
fn ids(source: &str, prefix: &str) -> BTreeSet<String> {
    let heads = source.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id);
    heads.filter(|id| id.starts_with(prefix)).map(str::to_owned).collect()
}

fn is_resolved(text: &str) -> bool {
    !text.is_empty() && !text.contains(['{', '}', '$']) && !is_ambiguous(text)
}

#[test]
fn every_check_has_its_texts_and_no_other_has() {
    let review = review();
    let used: BTreeSet<String> = all().iter().map(|one| facts::message(review.month.month, one)).collect();
    let parts = ["", "-why", "-hurt", "-steps", "-what"];
    let of_check = |id: &str| parts.map(|part| format!("check-{id}{part}"));
    let mut expected: BTreeSet<String> = CHECKS.iter().flat_map(|check| of_check(check.id)).collect();
    assert!(expected.is_superset(&used.iter().filter(|id| id.ends_with("-what")).cloned().collect()));
    let first: BTreeSet<&str> = all().iter().map(|one| one.check).collect();
    assert_eq!(first.len(), CHECKS.len(), "every check is tried below");
    expected.extend(used);
    for source in [include_str!("../../i18n/ja.ftl"), include_str!("../../i18n/en.ftl")] {
        assert_eq!(ids(source, "check-"), expected);
    }
}

#[test]
fn every_sentence_is_complete_in_every_language() {
    let review = review();
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let words = FindingWords { review: &review, texts: &texts };
        for one in all() {
            for text in [what(words, &one), what_of_kind(words, &one)] {
                assert!(is_resolved(&text) && !text.starts_with("check-"), "{}: {text}", one.check);
            }
        }
        for check in CHECKS {
            for text in [title, why, hurt, steps].map(|of| of(&texts, check.id)) {
                assert!(is_resolved(&text) && !text.starts_with("check-"), "{}: {text}", check.id);
            }
            assert!(width(&title(&texts, check.id)) <= 28, "{}", check.id);
            assert!(steps(&texts, check.id).starts_with("1) "), "{}", check.id);
        }
        for id in UNCHECKED.iter().map(|(_, reason)| format!("unchecked-{}", reason.name())) {
            assert!(is_resolved(&texts.get(&id)) && texts.get(&id) != id, "{id}");
        }
        let severities: BTreeSet<String> = Severity::ALL.iter().map(|of| severity(&texts, *of)).collect();
        assert_eq!(severities.len(), Severity::ALL.len());
        for missing in Need::ALL {
            let (sentence, name) = (need(&texts, *missing, 12), need_name(&texts, *missing));
            assert!(is_resolved(&sentence) && sentence.contains("12"), "{sentence}");
            assert!(is_resolved(&name) && !name.starts_with("need-"), "{name}");
        }
    }
}

fn remedies() -> Vec<Remedy> {
    let help = office(HELP);
    let fix = |right: Option<&str>| Remedy::FixNumber {
        wrong: "1379900029".to_owned(),
        right: right.map(str::to_owned),
    };
    vec![
        Remedy::Nothing,
        Remedy::Adopt(vec!["a".to_owned(), "b".to_owned()]),
        Remedy::RaisePlan(1_234),
        Remedy::SetAction(SlipAction::Replace),
        Remedy::HoldBack,
        Remedy::SendLater,
        Remedy::SendNow,
        Remedy::CancelTransmission,
        Remedy::AskProvider(help),
        Remedy::TellToWait(help),
        Remedy::DecideArrival,
        Remedy::DecideShares,
        Remedy::TellShare(help),
        fix(None),
        fix(Some(HELP)),
        Remedy::EnterIn { register: "clients", column: "filed_on" },
        Remedy::AskInsurer,
        Remedy::FixSupplement,
        Remedy::GetAgain,
        Remedy::EnterResult,
        Remedy::DropMonth,
    ]
}

#[test]
fn every_remedy_has_a_sentence_and_a_label() {
    let review = review();
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let words = FindingWords { review: &review, texts: &texts };
        for one in remedies() {
            for text in [remedy(words, &one), remedy_label(&texts, &one)] {
                assert!(is_resolved(&text) && !text.starts_with("remedy-"), "{one:?}: {text}");
            }
            assert!(width(&remedy_label(&texts, &one)) <= 20, "{one:?}");
        }
    }
    let names: BTreeSet<&str> = remedies().iter().map(remedy_name).collect();
    assert_eq!(names.len(), remedies().len() - 1, "both corrections of numbers have one name");
    assert_eq!(remedy_name(&Remedy::TellToWait(office(HELP))), "tell-to-wait");
}

#[test]
fn sentences_name_office_kind_units_and_dates() {
    let (review, texts) = (review(), Texts::new(Language::Ja));
    let words = FindingWords { review: &review, texts: &texts };
    let name = words.office(office(HELP));
    let over = found("actual-over-slip", Facts::Claimed { claimed: 1_234, slip: 1_100 });
    assert_eq!(
        what(words, &over),
        format!(
            "{name} 11 訪問介護の実績 1,234単位 が、給付管理票の計画単位数 1,100単位 を超えています（134単位）。このまま請求されると、超えた分は査定されます。"
        )
    );
    assert!(what_of_kind(words, &over).starts_with("11 訪問介護の実績 1,234単位 が、"));
    let days = found("day-without-level", Facts::Days(vec![1, 2, 30]));
    assert!(what(words, &days).starts_with("認定のない日（1日、2日、30日）に、"));
    let filed = found("request-not-filed", Facts::Date(date("2026-11-02")));
    assert!(what(words, &filed).starts_with("届出年月日が令和8年11月2日で、"));
    let enter = Remedy::EnterIn { register: "clients", column: "filed_on" };
    assert_eq!(
        remedy(words, &enter),
        "登録「利用者の契約」の「届出年月日」を入れます（kyukan master set clients）。"
    );
}
