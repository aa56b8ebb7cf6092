//! `kyukan master`: the registers of an office, without any received file.

use super::{err, json, kyukan, out};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

/// An office folder in which nothing was received.
struct Office {
    temp: TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Self { temp: tempfile::tempdir().unwrap() };
        let made = kyukan(&["init", &office.shown("office"), "--number", "1379900010"]);
        assert_eq!(made.status.code(), Some(0), "{}", err(&made));
        office
    }

    fn path(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    fn shown(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        kyukan(&[&["master"], arguments, &["-w", &self.shown("office")]].concat())
    }

    /// Runs a command with its exit code; gives what it wrote and what it said.
    fn exits(&self, code: i32, arguments: &[&str]) -> (String, String) {
        let output = self.run(arguments);
        let (written, said) = (out(&output), err(&output));
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {written}{said}");
        (written, said)
    }

    fn rows(&self, register: &str) -> Vec<Value> {
        let shown = json(&self.run(&["show", register, "--format", "json"]));
        assert_eq!(
            (&shown["schema"], shown["register"].as_str()),
            (&"kyukan.master/1".into(), Some(register))
        );
        shown["rows"].as_array().unwrap().clone()
    }

    fn write(&self, name: &str, bytes: &[u8]) -> String {
        std::fs::write(self.path(name), bytes).unwrap();
        self.shown(name)
    }
}

const CLIENT: [&str; 2] = ["insurer=131011", "被保険者番号=００００１０００１７"];

#[test]
fn rows_are_entered_shown_changed_and_taken_out() {
    let office = Office::new();
    let (_, said) = office.exits(0, &["show", "clients"]);
    assert!(said.contains("まだ1件もありません"), "{said}");
    let set = ["set", "clients"];
    let (_, said) = office.exits(0, &[&set, &CLIENT[..], &["契約日=R8.4.1", "manager=見本　一郎"]].concat());
    assert_eq!(said, "登録しました: 利用者の契約 131011 0000100017\n");
    let (shown, _) = office.exits(0, &["show", "clients"]);
    let lines: Vec<&str> = shown.lines().map(str::trim_end).collect();
    assert_eq!(
        lines[0].split_whitespace().collect::<Vec<_>>(),
        ["保険者番号", "被保険者番号", "契約日", "担当"]
    );
    assert!(lines[1].contains("2026-04-01  見本 一郎"), "{shown}");

    let (_, said) = office.exits(1, &[&set, &CLIENT[..], &["契約日=2026/4/1"]].concat());
    assert!(said.contains("変わるものがありません"), "{said}");
    office.exits(0, &[&set, &CLIENT[..], &["manager=", "公費負担者番号=12131016"]].concat());
    let row = &office.rows("clients")[0];
    assert_eq!((row["contract_on"].as_str(), row["manager"].as_str()), (Some("2026-04-01"), Some("")));
    assert_eq!(row["payer"], "12131016");

    let (_, said) = office.exits(0, &[&["remove", "clients"], &CLIENT[..]].concat());
    assert!(said.starts_with("登録から除きました"), "{said}");
    let (_, said) = office.exits(1, &[&["remove", "clients"], &CLIENT[..]].concat());
    assert!(said.contains("「131011 0000100017」の行はありません"), "{said}");
    assert_eq!(office.rows("clients"), [] as [Value; 0]);
}

#[test]
fn what_cannot_be_entered_is_explained() {
    let office = Office::new();
    let (_, said) = office.exits(2, &["set", "people", "name=x"]);
    assert!(
        said.contains("「people」という登録はありません") && said.contains("managers, clients"),
        "{said}"
    );
    let (_, said) = office.exits(2, &["set", "insurers", "insurer=131011", "colour=red"]);
    assert!(said.contains("「colour」という列はありません") && said.contains("name (保険者名)"), "{said}");
    let (_, said) = office.exits(2, &["set", "insurers", "name=x"]);
    assert!(said.contains("必要な列がありません: 保険者番号"), "{said}");
    let (_, said) = office.exits(2, &["set", "insurers", "insurer=131011", "保険者番号=131011"]);
    assert!(said.contains("同じ列が2つ"), "{said}");
    office.exits(2, &["set", "insurers", "131011"]);
    office.exits(2, &["set", "insurers"]);
    let (_, said) = office.exits(1, &["set", "insurers", "insurer=13101", "name="]);
    assert_eq!(said.lines().count(), 2, "both cells are told: {said}");
    let (_, said) = office.exits(1, &["set", "terms", "from=2026-10", "additions=特定事業所加算Ⅰ;特定加算"]);
    assert!(said.contains("「特定事業所加算Ⅰ;特定加算」") && said.contains("特定事業所加算A"), "{said}");
    let (_, said) = office.exits(0, &["set", "insurers", "insurer=131016", "name=見本区"]);
    assert!(said.contains("検証番号が合いません（正しい番号なら 131011）"), "{said}");
    let (_, said) = office.exits(1, &["remove", "insurers", "insurer=131016", "name=見本区"]);
    assert!(said.contains("「保険者名」という列はありません。使える列: insurer (保険者番号)"), "{said}");
    let english = office.run(&["set", "insurers", "insurer=1", "name=x", "--lang", "en"]);
    assert!(err(&english).contains("“1” cannot stand in “insurer number”"), "{}", err(&english));
    let nowhere = kyukan(&["master", "list", "-w", &office.shown("nowhere")]);
    assert_eq!(nowhere.status.code(), Some(3));
}

#[test]
fn files_are_taken_in_row_by_row() {
    let office = Office::new();
    office.exits(0, &["set", "insurers", "insurer=131011", "name=見本区"]);
    let csv = "保険者番号,保険者名\r\n131011,見本区\r\n131011,\"閉じない\r\n13,短い区\r\n131029,第二区\r\n131037,=第三区\r\n131029,別の区\r\n131052\r\n";
    let (sjis, _, _) = encoding_rs::SHIFT_JIS.encode(csv);
    let path = office.write("insurers.csv", &sjis);
    let (said, _) = office.exits(1, &["import", &path]);
    assert!(
        said.starts_with("insurers.csv: 保険者 7行 = 新規 2 + 変更 0 + 同じ 1 + 取り込まない行 4\n"),
        "{said}"
    );
    let lines: Vec<&str> = said
        .lines()
        .skip(1)
        .map(|line| line.trim_start_matches("  ! ").split('行').next().unwrap())
        .collect();
    assert_eq!(lines, ["3", "4", "7", "8"], "{said}");
    assert!(said.contains("「保険者番号」の「13」は使えません"), "{said}");
    let names: Vec<String> =
        office.rows("insurers").iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names, ["見本区", "第二区", "=第三区"]);

    let again = json(&office.run(&["import", &path, "--format", "json"]));
    assert_eq!(again["schema"], "kyukan.master_import/1");
    let file = &again["files"][0];
    let numbers = ["rows", "new", "changed", "same", "refused"].map(|key| file[key].as_u64().unwrap());
    assert_eq!(numbers, [7, 0, 0, 3, 4]);
    let refused = &file["refused_rows"][1];
    assert_eq!((refused["line"].as_u64(), refused["column"].as_u64()), (Some(4), Some(1)));
    assert_eq!((refused["name"].as_str(), refused["value"].as_str()), (Some("insurer"), Some("13")));
}

#[test]
fn a_file_that_is_no_registers_is_told_and_the_others_are_taken() {
    let office = Office::new();
    let stranger = office.write("stranger.csv", b"a,b\r\n1,2\r\n");
    let managers = office
        .write("managers.csv", "介護支援専門員名,from,常勤換算,メモ\n見本 一郎,R8.4,１.０,x\n".as_bytes());
    let (said, _) = office.exits(1, &["import", &stranger, &managers]);
    assert_eq!(said.matches("どの登録のものでもありません").count(), 2, "{said}");
    let (said, _) = office.exits(1, &["import", "--register", "managers", &managers]);
    assert!(said.contains("新規 1") && said.contains("次の列は取り込んでいません: メモ"), "{said}");
    assert_eq!(office.rows("managers")[0]["full_time"], "1.0");
    let (said, _) = office.exits(1, &["import", "--register", "clients", &managers]);
    assert!(said.contains("必要な列がありません: 保険者番号, 被保険者番号"), "{said}");
    let good = office.write("good.csv", "name,from,number\n見本 一郎,2026-04,13000001\n".as_bytes());
    let (said, _) = office.exits(0, &["import", &good]);
    assert!(said.contains("変更 1"), "{said}");
    let row = &office.rows("managers")[0];
    assert_eq!((row["full_time"].as_str(), row["number"].as_str()), (Some("1.0"), Some("13000001")));
    let (_, said) = office.exits(3, &["import", &office.shown("absent.csv"), &good]);
    assert!(said.contains("見つかりません"), "{said}");
}

#[test]
fn what_is_exported_changes_nothing_when_it_is_taken_in_again() {
    let office = Office::new();
    let rows = [
        &["set", "providers", "office=1379900028", "name=みどり, \"ケア\"", "phone=+81-3-0000"][..],
        &["set", "prices", "owner=131011", "kind=A2", "from=2026-04", "price=10"],
        &["set", "rates", "insurer=131011", "insured=0000100017", "from=R8.8", "rate=90%"],
        &["set", "additions", "insurer=131011", "insured=0000100017", "month=2026-10", "name=初回加算"],
        &[
            "set",
            "terms",
            "from=2026-10",
            "fee_type=2",
            "factors=同一建物減算;運営基準減算",
            "full_time=12.5",
        ],
        &["set", "classes", "office=1379900028", "kind=A2", "class=8"],
    ];
    for row in rows {
        office.exits(0, row);
    }
    let (listed, _) = office.exits(0, &["list", "--format", "csv"]);
    let counts: Vec<&str> = listed.lines().skip(1).map(|line| line.split(',').nth(2).unwrap()).collect();
    assert_eq!(counts, ["0", "0", "1", "1", "1", "1", "1", "1", "0", "0", "0"]);
    let list = json(&office.run(&["list", "--format", "json"]));
    assert_eq!(
        (list["schema"].as_str(), list["registers"][2]["rows"].as_u64()),
        (Some("kyukan.masters/1"), Some(1))
    );
    for (register, language) in [("providers", "ja"), ("prices", "en"), ("rates", "ja"), ("terms", "en")] {
        let path = office.shown(&format!("{register}.csv"));
        office.exits(0, &["export", register, &path, "--lang", language]);
        let bytes = std::fs::read(Path::new(&path)).unwrap();
        assert_eq!(office.run(&["export", register, "-", "--lang", language]).stdout, bytes);
        assert_eq!(office.run(&["show", register, "--format", "csv", "--lang", language]).stdout, bytes);
        let (said, _) = office.exits(0, &["import", &path]);
        assert!(said.contains("同じ 1"), "{said}");
    }
    let (_, said) = office.exits(3, &["export", "rates", &office.shown("rates.csv")]);
    assert!(said.contains("に書けません"), "nothing is written over: {said}");
}

#[test]
fn registers_stand_in_the_journal_and_are_undone_for_every_month() {
    let place = super::workspace::Place::filled();
    place.done(&["master", "set", "insurers", "insurer=131011", "name=見本区"]);
    let event = place.events().pop().unwrap();
    assert_eq!((&event["deed"], &event["month"]), (&"register".into(), &Value::Null));
    let said = out(&place.run(&["log"]));
    assert!(said.contains("登録 保険者"), "{said}");
    place.done(&["undo"]);
    let event = place.events().pop().unwrap();
    assert_eq!((&event["deed"], &event["month"]), (&"undo".into(), &Value::Null));
    let rows = json(&place.run(&["master", "show", "insurers", "--format", "json"]));
    assert_eq!(rows["rows"], serde_json::json!([]));
    place.done(&["redo"]);
    let rows = json(&place.run(&["master", "show", "insurers", "--format", "json"]));
    assert_eq!(rows["rows"][0]["name"], "見本区");
}

#[test]
fn what_is_registered_is_logged_and_undone_before_any_file_was_received() {
    let office = Office::new();
    let command = |name: &str| kyukan(&[name, "-w", &office.shown("office")]);
    office.exits(0, &["set", "insurers", "insurer=131011", "name=見本市"]);
    let log = command("log");
    assert_eq!(log.status.code(), Some(0), "{}", err(&log));
    assert!(out(&log).contains("登録 保険者"), "{}", out(&log));
    assert_eq!(command("undo").status.code(), Some(0));
    assert_eq!(office.rows("insurers"), [] as [Value; 0]);
    assert_eq!(command("redo").status.code(), Some(0));
    assert_eq!(office.rows("insurers").len(), 1);
    // What needs a month still says that there is none.
    let tally = command("tally");
    assert_eq!(tally.status.code(), Some(1));
    assert!(err(&tally).contains("ケアプランデータのファイルがありません"), "{}", err(&tally));
}
