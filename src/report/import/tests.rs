use super::*;
use crate::domain::ids::OfficeNumber;
use crate::i18n::Language;
use crate::store::workspace::{AppendError, Barrier};
use crate::store::{FolderSource, ImportStopped, Limits, StoreError, plan_import};
use std::collections::BTreeSet;
use std::path::PathBuf;

const NAME: &str = "UPJSK_202610_1379900028_11_1379900010_43_20261102093015.CSV";

fn new_file() -> Taken {
    let temp = tempfile::tempdir().unwrap();
    std::fs::write(temp.path().join(NAME), "x").unwrap();
    let source = FolderSource::open(&[temp.path().to_owned()], Limits::default());
    let plan = plan_import(&temp.path().join("office"), &source, None, &crate::app::ports::NoProgress);
    let plan = plan.unwrap().unwrap();
    let [ImportItem { outcome: Outcome::New(taken), .. }] = plan.items.as_slice() else { panic!("{plan:?}") };
    taken.clone()
}

fn every_outcome() -> Vec<Outcome> {
    let taken = new_file();
    let older = Some("UPJSK_old\u{1b}.CSV".to_owned());
    let number = |text| OfficeNumber::parse(text).unwrap();
    vec![
        Outcome::New(taken.clone()),
        Outcome::New(Taken { replaces: older.clone(), ..taken.clone() }),
        Outcome::New(Taken { replaced_by: older, ..taken.clone() }),
        Outcome::Known(taken.clone()),
        Outcome::Restored(taken.clone()),
        Outcome::NotExchange,
        Outcome::OtherOffice { sender: number("1379900036"), receiver: number("1379900044") },
        Outcome::Unreadable(ReadFailure::Unreadable("reason-not-found".to_owned())),
        Outcome::Unreadable(ReadFailure::TooLarge { bytes: 9 << 20, limit: 1 << 20 }),
        Outcome::NotReached(taken),
    ]
}

fn no_place() -> StoreError {
    StoreError::NotEmpty(PathBuf::from("/事業所/received"))
}

fn stopped(reason: ImportStop) -> ImportFailure {
    ImportFailure::Stopped(Box::new(ImportStopped { so_far: ImportPlan::default(), reason }))
}

#[test]
fn every_outcome_and_failure_has_its_own_sentence_in_every_language() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let read_only = || AppendError::ReadOnly(Barrier::Held(None));
        let failures = [
            ImportFailure::NotWritable(read_only()),
            ImportFailure::Store(no_place()),
            ImportFailure::Cancelled,
            stopped(ImportStop::Cancelled),
            stopped(ImportStop::Store(no_place())),
            ImportFailure::NotRecorded {
                done: Box::new(ImportPlan::default()),
                error: Box::new(read_only()),
            },
        ];
        let outcomes = every_outcome();
        let said = outcomes.iter().map(|outcome| outcome_sentence(&texts, outcome));
        let said = said.chain(failures.iter().map(|failure| import_failure(&texts, failure, None)));
        let all: BTreeSet<String> = said.collect();
        assert_eq!(all.len(), outcomes.len() + failures.len(), "{language:?}");
        for text in all {
            assert!(!text.contains(['$', '{', '\u{1b}']), "{language:?} {text}");
            assert!(text.trim_end().ends_with(['.', '。', ']']), "{language:?} {text}");
        }
    }
}

#[test]
fn the_counts_add_up() {
    let items = every_outcome().into_iter().map(|outcome| ImportItem { path: NAME.to_owned(), outcome });
    let plan = ImportPlan { items: items.collect(), problems: Vec::new() };
    let texts = Texts::new(Language::Ja);
    assert_eq!(
        counts_sentence(&texts, plan.counts()),
        "全 10件 = 新規 3 + 既存 1 + 復元 1 + 対象外 1 + 他事業所 1 + 読取不可 2 + 未処理 1"
    );
    let mut out = Vec::new();
    write_text(&mut out, &texts, &plan, Paint { is_on: false }).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(text.lines().count(), 11);
    assert!(text.starts_with(&format!("+ {NAME}  ")) && !text.contains('\u{1b}'), "{text}");
    let mut out = Vec::new();
    write_json(&mut out, &texts, &plan).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let counts = json["counts"].as_object().unwrap().values();
    assert_eq!(counts.map(|count| count.as_u64().unwrap()).sum::<u64>(), 10);
    assert_eq!((&json["files"][0]["kind"], &json["files"][0]["month"]), (&"UPJSK".into(), &"2026-10".into()));
    let mut out = Vec::new();
    write_csv(&mut out, &texts, &plan).unwrap();
    assert_eq!(csv::Reader::from_reader(&out[3..]).records().count(), 10);
}
