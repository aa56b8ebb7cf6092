//! The program as its users start it: output, messages and exit codes.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on may stop")]

#[path = "cli/decisions.rs"]
mod decisions;
#[path = "cli/fee.rs"]
mod fee;
#[path = "cli/master.rs"]
mod master;
#[path = "cli/masters.rs"]
mod masters;
#[path = "cli/notices.rs"]
mod notices;
#[path = "cli/slips.rs"]
mod slips;
#[path = "cli/workload.rs"]
mod workload;
#[path = "cli/workspace.rs"]
mod workspace;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name).join("in").display().to_string()
}

fn kyukan(arguments: &[&str]) -> Output {
    let empty = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("no-settings");
    Command::new(env!("CARGO_BIN_EXE_kyukan"))
        .args(arguments)
        .env("XDG_CONFIG_HOME", &empty)
        .env("HOME", &empty)
        .env("LANG", "ja_JP.UTF-8")
        .env("LC_ALL", "ja_JP.UTF-8")
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn check_says_the_summary_first_in_japanese() {
    let output = kyukan(&["check", &sample("v4")]);
    assert_eq!(output.status.code(), Some(1));
    let text = out(&output);
    let mut lines = text.lines();
    assert!(lines.next().unwrap().starts_with("サービス提供年月 2026-10（令和8年10月）"));
    assert_eq!(lines.next().unwrap(), "一致 710 · 差異 41 · 未着 1 · 不備 8");
    assert!(text.contains("読んだ行 4,095 = 取込済 3,819 + 差替済 228 + 取下済 44 + 保留 4"));
    assert!(!text.contains('\u{1b}'), "no colour when nobody looks");
    assert_eq!(err(&output), "", "no progress when nobody looks");
}

#[test]
fn colour_only_repeats_what_marks_say() {
    let plain = out(&kyukan(&["check", &sample("v4"), "--color", "never"]));
    let coloured = out(&kyukan(&["check", &sample("v4"), "--color", "always"]));
    assert!(coloured.contains("\u{1b}["));
    let mut stripped = String::new();
    let mut rest = coloured.as_str();
    while let Some(start) = rest.find('\u{1b}') {
        stripped.push_str(&rest[..start]);
        rest = &rest[start + rest[start..].find('m').unwrap() + 1..];
    }
    stripped.push_str(rest);
    assert_eq!(stripped, plain);
}

#[test]
fn english_is_complete() {
    let output = kyukan(&["check", &sample("v4"), "--lang", "en"]);
    let text = out(&output);
    assert!(text.contains("differences"), "{}", &text[..200]);
    for line in text.lines().filter(|line| line.contains("[P0")) {
        assert!(!line.contains("行は"), "{line}");
    }
}

#[test]
fn json_follows_the_contract() {
    let codes = sample("v4").replace("/in", "/master/codes.csv").replace("\\in", "\\master\\codes.csv");
    let output =
        kyukan(&["check", &sample("v4"), "--format", "json", "--codes", &codes, "--month", "2026-10"]);
    assert_eq!(output.status.code(), Some(1));
    let json = json(&output);
    assert_eq!(json["schema"], "kyukan.check/1");
    assert_eq!((json["month"].as_str(), json["care_office"].as_str()), (Some("2026-10"), Some("1379900010")));
    let findings = json["findings"].as_array().unwrap();
    assert_eq!(json["counts"]["findings"].as_u64(), Some(findings.len() as u64));
    for finding in findings {
        let is_known = |name| ["confirm", "cut", "hold", "return"].contains(&name);
        assert!(finding["severity"].as_str().is_some_and(is_known), "{finding}");
        assert!(finding["message"].as_str().is_some_and(|message| !message.is_empty()), "{finding}");
        let has_rows = finding["rows"].as_array().is_some_and(|rows| !rows.is_empty());
        let about = finding["differences"].as_array().map(Vec::len);
        assert!(has_rows || about == Some(0), "{finding}");
    }
    let cut = findings.iter().find(|finding| finding["check"] == "actual-over-slip").unwrap();
    assert!(cut["units"].as_i64().unwrap() > 0 && cut["yen"].as_i64() > cut["units"].as_i64());
    let about = &cut["differences"][0];
    let differences = json["differences"].as_array().unwrap();
    assert_eq!(differences.iter().find(|one| one["id"] == *about).unwrap()["severity"], "cut");
    let unread = findings.iter().find(|finding| finding["check"] == "unread-rows").unwrap();
    assert!(unread["rows"][0]["line"].as_u64().is_some_and(|line| line > 0), "{unread}");
    let unchecked = json["not_checked"].as_array().unwrap();
    assert!(unchecked.iter().any(|one| one["need"] == "history"), "{unchecked:?}");
    let classes = json["counts"]["classes"].as_object().unwrap();
    let sum: u64 = classes.values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!((json["counts"]["differences"].as_u64(), classes.len()), (Some(sum), 8));
    for file in json["files"].as_array().unwrap() {
        let number = |key: &str| file[key].as_u64().unwrap();
        let fates = number("loaded") + number("superseded") + number("deleted") + number("quarantined");
        assert_eq!(number("rows"), fates, "{file}");
    }
    let difference =
        json["differences"].as_array().unwrap().iter().find(|d| d["class"] == "code_changed").unwrap();
    let keys: Vec<&str> = difference.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "actual",
            "class",
            "id",
            "insured",
            "insurer",
            "kind",
            "plan",
            "provider",
            "severity",
            "units_delta"
        ]
    );
    assert_eq!(difference["plan"]["date"], "2026-10-29");
    assert_eq!(
        (difference["plan"]["start"].as_str(), difference["plan"]["count"].as_u64()),
        (Some("0930"), Some(1))
    );
    let problem = json["problems"].as_array().unwrap().iter().find(|p| p["action"] == "quarantined").unwrap();
    assert_eq!((problem["item_no"].as_u64(), problem["item"].as_str()), (Some(10), Some("サービス利用日")));
    assert!(problem["message"].as_str().unwrap().contains("20261032"));
}

#[test]
fn csv_is_for_spreadsheets() {
    let output = kyukan(&["check", &sample("v4"), "--format", "csv"]);
    assert!(output.stdout.starts_with(b"\xEF\xBB\xBFid,class,"));
    let mut reader = csv::Reader::from_reader(&output.stdout[3..]);
    assert_eq!(reader.records().map(Result::unwrap).count(), 41);
}

#[test]
fn files_tells_what_became_of_every_row() {
    let text = out(&kyukan(&["files", &sample("v4")]));
    assert!(text.contains("差替済"));
    assert!(text.contains("による"));
    assert!(text.contains("お知らせ.txt  ケアプランデータではないので読みませんでした"));
    let json = json(&kyukan(&["files", &sample("v4"), "--format", "json"]));
    assert_eq!(json["schema"], "kyukan.files/1");
    for file in json["files"].as_array().unwrap() {
        let sum: u64 =
            file["fates"].as_array().unwrap().iter().map(|fate| fate["rows"].as_u64().unwrap()).sum();
        assert_eq!(file["rows"].as_u64().unwrap(), sum);
    }
}

#[test]
fn show_finds_a_client_by_number_and_by_name() {
    let by_number = out(&kyukan(&["show", "0009144324", &sample("v4")]));
    assert!(by_number.starts_with("髙橋　武彦  タカハシ　タケヒコ"));
    for asked in ["たかはし たけひこ", "139907-0009144324", "髙橋武彦"] {
        assert_eq!(out(&kyukan(&["show", asked, &sample("v4")])), by_number, "{asked}");
    }
    let calendar: Vec<&str> =
        by_number.lines().filter(|line| line.starts_with("予定") || line.starts_with("実績")).collect();
    assert!(calendar.len() > 10);
    assert!(
        calendar.iter().all(|line| unicode_width::UnicodeWidthStr::width(*line) <= 80),
        "a month fits into 80 columns"
    );
    let json = json(&kyukan(&["show", "0009144324", &sample("v4"), "--format", "json"]));
    assert_eq!(
        (json["schema"].as_str(), json["differences"].as_array().unwrap().len()),
        (Some("kyukan.show/1"), 2)
    );
    let deltas: i64 =
        json["differences"].as_array().unwrap().iter().map(|d| d["units_delta"].as_i64().unwrap()).sum();
    let units = |line: &serde_json::Value| {
        line["actual_units"].as_i64().unwrap() - line["plan_units"].as_i64().unwrap()
    };
    assert_eq!(json["lines"].as_array().unwrap().iter().map(units).sum::<i64>(), deltas);
    let several = kyukan(&["show", "髙橋", &sample("v4")]);
    assert_eq!(several.status.code(), Some(1));
    assert!(err(&several).contains("保険者番号と被保険者番号を続けて書いて"));
    assert!(err(&kyukan(&["show", "いない人", &sample("v4")])).contains("当てはまる利用者がいません"));
}

#[test]
fn a_clean_month_exits_with_zero() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("office").display().to_string();
    let made = kyukan(&["demo", &dir, "--clients", "5", "--providers", "4", "--clean", "--month", "2026-10"]);
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    assert!(err(&made).contains("架空の事業所"));
    let checked = kyukan(&["check", &format!("{dir}/in")]);
    assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));
    assert!(out(&checked).contains("差異はありません。"));
    let again = kyukan(&["demo", &dir]);
    assert_eq!(again.status.code(), Some(3));
    assert!(err(&again).contains("空ではありません"));
}

#[test]
fn a_zip_archive_is_read_like_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("month.ZIP");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for entry in std::fs::read_dir(sample("v4")).unwrap().map(Result::unwrap) {
        let name = format!("received/{}", entry.file_name().to_str().unwrap().to_lowercase());
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, &std::fs::read(entry.path()).unwrap()).unwrap();
    }
    zip.finish().unwrap();
    let zipped = json(&kyukan(&["check", path.to_str().unwrap(), "--format", "json"]));
    let plain = json(&kyukan(&["check", &sample("v4"), "--format", "json"]));
    assert_eq!(zipped["counts"], plain["counts"]);
}

/// `kyukan check … | head`: a reader that has seen enough is no error.
#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kyukan"))
        .args(["check", &sample("v4"), "--format", "json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
}

#[test]
fn usage_errors_are_in_the_users_language() {
    for (arguments, expected) in [
        (vec!["chek"], "「chek」というコマンドはありません"),
        (vec!["check", "--format", "xml"], "使える値: text, json, csv"),
        (vec!["check", "--nonsense"], "「--nonsense」というオプションはありません"),
        (vec!["tally", "事業所"], "-w を付けます: -w 事業所"),
        (vec!["check", "--month", "13"], "年月として読めません"),
        (vec!["check", "--office", "1"], "「--office」の値「1」を読めません"),
        (vec!["show"], "の指定が必要です"),
        (vec!["check", "--month"], "の後に値が必要です"),
    ] {
        let output = kyukan(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(err(&output).contains(expected), "{arguments:?}: {}", err(&output));
    }
    let nowhere = kyukan(&[]);
    assert_eq!(nowhere.status.code(), Some(3));
    assert!(err(&nowhere).contains("端末"), "{}", err(&nowhere));
    assert!(err(&kyukan(&["chek", "--lang", "en"])).contains("chek"));
    assert!(!err(&kyukan(&["chek", "--lang", "en"])).contains("コマンド"));
}

#[test]
fn help_is_in_the_users_language() {
    let japanese = kyukan(&["--help"]);
    assert_eq!(japanese.status.code(), Some(0));
    for word in ["使い方", "コマンド", "オプション", "check", "files", "show", "demo"] {
        assert!(out(&japanese).contains(word), "{word}");
    }
    let english = out(&kyukan(&["check", "--help", "--lang", "en"]));
    assert!(!english.contains("使い方") && english.contains("--month"), "{english}");
    assert_eq!(out(&kyukan(&["--version"])).trim(), concat!("kyukan ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_is_not_there_is_said() {
    let missing = kyukan(&["check", "/no/such/folder"]);
    assert_eq!(missing.status.code(), Some(3));
    assert!(err(&missing).contains("見つかりません"));
    let empty = tempfile::tempdir().unwrap();
    let nothing = kyukan(&["check", empty.path().to_str().unwrap()]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(err(&nothing).contains("ケアプランデータのファイルがありません"));
    let absent = kyukan(&["check", &sample("v4"), "--month", "2020-01"]);
    assert!(err(&absent).contains("データのある月: 2026-10"), "{}", err(&absent));
    let office = kyukan(&["check", &sample("v4"), "--office", "9999999999"]);
    assert!(err(&office).contains("データのある事業所: 1379900010"), "{}", err(&office));
    let codes = empty.path().join("codes.csv");
    std::fs::write(&codes, "code,name,units,in_limit,unit_type\r\n111111,x,1,1,time\r\n11,x,1,1,time\r\n")
        .unwrap();
    let bad = kyukan(&["check", &sample("v4"), "--codes", codes.to_str().unwrap()]);
    assert_eq!(bad.status.code(), Some(3));
    assert!(err(&bad).contains("3行"), "{}", err(&bad));
}
