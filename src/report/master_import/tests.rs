use super::*;
use crate::app::ports::ReadFailure;
use crate::domain::event::Seq;
use crate::format::codes::{MOST_FAULTS, read_master};
use crate::i18n::Language;
use crate::store::StoreError;
use crate::store::take_master;
use crate::store::workspace::{Access, AppendError, Barrier, Clock, Who, Workspace};
use chrono::DateTime;
use std::collections::BTreeSet;
use std::path::PathBuf;
use tempfile::TempDir;

const OWN: &str = "code,name,units,in_limit,unit_type,valid_from\r\n";

const NOTES: [MasterNote; 12] = [
    MasterNote::WithoutHeader,
    MasterNote::NoLimitFlags,
    MasterNote::LimitUnclear,
    MasterNote::WithoutUnits,
    MasterNote::SignLost,
    MasterNote::ManagedUnitsOnly,
    MasterNote::PermilleInUnits,
    MasterNote::PercentUnclear,
    MasterNote::UnitTypeUnknown,
    MasterNote::ZerosRestored,
    MasterNote::PriceUnclear,
    MasterNote::Overlapping,
];

const EXPECTED: [Expected; 14] = [
    Expected::Code,
    Expected::Kind,
    Expected::Item,
    Expected::Insurer,
    Expected::Number,
    Expected::Yen,
    Expected::Percentage,
    Expected::Flag,
    Expected::UnitType,
    Expected::CountingUnit,
    Expected::Month,
    Expected::NotBeforeFirst,
    Expected::CareInsurance,
    Expected::Columns(19),
];

fn reading(rows: &str) -> MasterReading {
    read_master(format!("{OWN}{rows}").as_bytes()).unwrap()
}

fn every_failure() -> Vec<MasterImportFailure> {
    use MasterImportFailure as Failure;
    let held = || AppendError::ReadOnly(Barrier::Asked);
    vec![
        Failure::NotWritable(held()),
        Failure::Unreadable(ReadFailure::Unreadable("reason".to_owned())),
        Failure::NotOneFile(3),
        Failure::NoMaster(NotAMaster::Unknown),
        Failure::NoMaster(NotAMaster::MissingColumn("units")),
        Failure::NothingTaken(Box::new(reading("11,x,1,1,time,\r\n"))),
        Failure::Store(StoreError::NotEmpty(PathBuf::from("/事業所/masters"))),
        Failure::NotRecorded(held()),
    ]
}

#[test]
fn everything_has_its_own_sentence_in_every_language() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let found = "外\u{1b}".to_owned();
        let fault =
            |expected| RowFault { line: 7, column: 2, item: "単位数", found: found.clone(), expected };
        let mut all: Vec<String> = NOTES.iter().map(|note| note_sentence(&texts, *note, 4711)).collect();
        assert!(all.iter().all(|sentence| sentence.contains("4711")), "{language:?} {all:?}");
        let faults: Vec<String> =
            EXPECTED.iter().map(|expected| fault_sentence(&texts, &fault(*expected))).collect();
        assert!(faults.iter().all(|sentence| sentence.contains("外\u{241b}")), "{language:?} {faults:?}");
        all.extend(faults);
        all.extend(every_failure().iter().map(|failure| failure_sentence(&texts, failure, None)));
        for sentence in &all {
            assert!(
                !sentence.contains(['$', '{', '\u{1b}']) && sentence.len() > 30,
                "{language:?} {sentence}"
            );
        }
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{language:?} {all:?}");
    }
}

/// An office that takes masters in.
struct Office {
    _temp: TempDir,
    workspace: Workspace,
    last: Seq,
}

impl Office {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path().join("office");
        Workspace::init(&dir, "").unwrap();
        let who = Who { person: "試験 花子".to_owned(), machine: "受付PC".to_owned() };
        let clock: Clock = Box::new(|| DateTime::parse_from_rfc3339("2026-11-05T09:30:00+09:00").unwrap());
        let workspace = Workspace::open(&dir, who, Access::Write, clock).unwrap();
        Self { _temp: temp, workspace, last: 0 }
    }

    fn take(&mut self, rows: &str) -> MasterImport {
        let bytes = format!("{OWN}{rows}");
        let import = take_master(&mut self.workspace, "codes.csv", bytes.as_bytes(), self.last).unwrap();
        self.last = self.workspace.last_seq().unwrap();
        import
    }
}

#[test]
fn a_master_is_told_with_what_became_of_its_rows() {
    let texts = Texts::new(Language::Ja);
    let mut office = Office::new();
    let good = "111111,身体介護1,244,1,time,2024-06\r\n";
    let import = office.take(&format!("{good}11,x,many,1,time,2024-06\r\n"));
    assert_eq!(
        counts_sentence(&texts, "受信/codes\u{1b}.csv", &import),
        "受信/codes\u{241b}.csv: サービスコード（給管の形式） 2行 = 取り込んだ行 1 + 取り込まない行 1"
    );
    let lines = lines(&texts, &import);
    assert_eq!(lines[0], Line::About("適用開始 2024-06 / 適用終了 定めのない行あり".to_owned()));
    assert!(matches!(&lines[1], Line::About(text) if text.starts_with("新しく登録しました")), "{lines:?}");
    let faults: Vec<&Line> = lines.iter().filter(|line| matches!(line, Line::Fault(_))).collect();
    assert!(
        matches!(faults.as_slice(), [Line::Fault(code), Line::Fault(units)]
            if code.starts_with("3行目（取り込んでいません）: 「code」の「11」は使えません") && units.contains("「many」")),
        "{faults:?}"
    );
    let json = master_json(&texts, &import);
    assert_eq!(
        (&json["sort"], &json["outcome"], &json["from"]),
        (&"own".into(), &"new".into(), &"2024-06".into())
    );
    assert_eq!((json["to"].is_null(), &json["faults"]), (true, &2.into()));
    let again = office.take(&format!("{good}11,x,many,1,time,2024-06\r\n"));
    assert_eq!(master_json(&texts, &again)["outcome"], "known");
    office.take(good);
    let again = office.take(&format!("{good}11,x,many,1,time,2024-06\r\n"));
    assert_eq!(master_json(&texts, &again)["outcome"], "renewed");
}

#[test]
fn a_flood_of_faults_is_told_with_its_number() {
    let texts = Texts::new(Language::Ja);
    let flood = reading(&"1,x,1,1,time,\r\n".repeat(MOST_FAULTS + 34));
    let lines = fault_lines(&texts, &flood);
    assert_eq!(lines.len(), MOST_FAULTS + 1);
    let last = Line::Fault("取り込まない行の誤りは、ほかに34か所あります。".to_owned());
    assert_eq!(lines.last(), Some(&last));
    let one = fault_json(&texts, &flood.faults[0]);
    assert_eq!((&one["line"], &one["item"], &one["code"]), (&2.into(), &"code".into(), &"cell-code".into()));
}
