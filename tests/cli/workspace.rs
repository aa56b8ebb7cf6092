//! The commands of a workspace: the whole story of a month, and what is refused.

use super::{err, json, kyukan, out};
use kyukan::store::verify;
use kyukan::store::workspace::{Access, Who, Workspace};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

const OWN: &str = "1379900010";
const STRANGER: &str = "UPJSK_202610_1379900036_11_1379900044_43_20261102093015.CSV";

/// An office with a workspace and the invented files of a month.
pub(super) struct Place {
    temp: TempDir,
}

impl Place {
    /// With an empty workspace.
    fn new() -> Self {
        let place = Self { temp: tempfile::tempdir().unwrap() };
        let demo = place.path("demo");
        let options = ["--clients", "8", "--providers", "6", "--month", "2026-10"];
        assert_eq!(kyukan(&[&["demo", &demo][..], &options].concat()).status.code(), Some(0));
        let made = kyukan(&["init", &place.path("office"), "--number", OWN, "--name", "見本相談所"]);
        assert_eq!(made.status.code(), Some(0), "{}", err(&made));
        place
    }

    /// With the files taken in.
    pub(super) fn filled() -> Self {
        let place = Self::new();
        let taken = place.run(&["import", &place.path("demo/in")]);
        assert_eq!(taken.status.code(), Some(0), "{}", err(&taken));
        place
    }

    /// An office of this number that took the files of a folder in.
    pub(super) fn of(folder: &str, number: &str) -> Self {
        let place = Self { temp: tempfile::tempdir().unwrap() };
        let made = kyukan(&["init", &place.path("office"), "--number", number]);
        assert_eq!(made.status.code(), Some(0), "{}", err(&made));
        let taken = place.run(&["import", folder]);
        assert_eq!(taken.status.code(), Some(0), "{}", err(&taken));
        place
    }

    pub(super) fn path(&self, name: &str) -> String {
        self.temp.path().join(name).display().to_string()
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Output {
        kyukan(&[arguments, &["-w", &self.path("office")]].concat())
    }

    /// Runs a command that has to do its work, and gives what it said.
    pub(super) fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", err(&output));
        err(&output)
    }

    /// Runs a command that refuses, and gives what it said.
    pub(super) fn refused(&self, exit: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(exit), "{arguments:?}: {}{}", out(&output), err(&output));
        err(&output)
    }

    pub(super) fn check(&self) -> Value {
        json(&kyukan(&["check", &self.path("office"), "--format", "json"]))
    }

    pub(super) fn differences(&self) -> Vec<Value> {
        self.check()["differences"].as_array().unwrap().clone()
    }

    /// How often each decision stands.
    pub(super) fn decisions(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for difference in self.differences() {
            *counts.entry(difference["decision"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        counts
    }

    pub(super) fn events(&self) -> Vec<Value> {
        let output = self.run(&["log", "--format", "json"]);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The folders that were written.
    pub(super) fn written(&self) -> Vec<PathBuf> {
        let folder = self.temp.path().join("office/out/2026-10");
        let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
        let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        folders.sort();
        folders
    }
}

pub(super) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}

#[test]
fn a_workspace_is_made_and_takes_files_in_once() {
    let place = Place::new();
    let toml = std::fs::read_to_string(place.path("office/kyukan.toml")).unwrap();
    assert!(toml.contains(OWN) && toml.contains("見本相談所"), "{toml}");
    let again = kyukan(&["init", &place.path("office")]);
    assert_eq!(again.status.code(), Some(3));
    assert!(err(&again).contains("もう事業所フォルダー"), "{}", err(&again));
    let nameless = kyukan(&["init", &place.path("second")]);
    assert!(err(&nameless).contains("number に10桁の番号"), "{}", err(&nameless));
    assert_eq!(out(&place.run(&["log"])), "");
    assert!(err(&place.run(&["log"])).contains("履歴はまだありません"));

    let first = place.run(&["import", &place.path("demo/in")]);
    assert_eq!(first.status.code(), Some(0), "{}", err(&first));
    let said = out(&first);
    let files = std::fs::read_dir(place.path("demo/in")).unwrap().count();
    assert_eq!(said.lines().count(), files + 1, "a line a file, and the counts");
    let counts = format!("全 {files}件 = 新規 {} + 既存 0 + 復元 0 + 対象外 1 +", files - 1);
    assert!(said.lines().last().unwrap().starts_with(&counts), "{said}");
    let second = json(&place.run(&["import", &place.path("demo/in"), "--format", "json"]));
    assert_eq!(second["schema"], "kyukan.import/1");
    assert_eq!(second["counts"]["known"].as_u64().unwrap(), u64::try_from(files - 1).unwrap());
    assert_eq!(second["counts"]["new"], 0);
    assert_eq!(place.events().len(), 1, "nothing new, no event");
}

#[test]
fn the_files_of_a_workspace_are_compared_like_a_folder() {
    let place = Place::filled();
    let folder = json(&kyukan(&["check", &place.path("demo/in"), "--format", "json"]));
    let office = place.check();
    assert_eq!(folder["counts"], office["counts"]);
    assert!(folder["differences"][0].get("decision").is_none());
    assert_eq!(place.decisions().keys().collect::<Vec<_>>(), ["open"]);
    let said = out(&kyukan(&["check", &place.path("office")]));
    let count = place.differences().len();
    assert!(said.contains(&format!("判断: 未判断 {count}")), "{said}");
    assert!(said.contains(text(&place.differences()[0], "id")), "an id to decide with");
    assert!(said.contains("見本相談所"), "{said}");
    let files = json(&kyukan(&["files", &place.path("office"), "--format", "json"]));
    assert_eq!(files["files"].as_array().unwrap().len(), folder["files"].as_array().unwrap().len());
    let client = text(&place.differences()[0], "insured").to_owned();
    let shown = json(&kyukan(&["show", &client, &place.path("office"), "--format", "json"]));
    assert_eq!(shown["differences"][0]["decision"], "open");
    // What the demo made beside it is the same.
    let demo = json(&kyukan(&["check", &place.path("demo/office"), "--format", "json"]));
    assert_eq!(demo["counts"], office["counts"]);
}

#[test]
fn differences_are_decided_by_id_and_by_rule_and_taken_back() {
    let place = Place::filled();
    let all = place.differences();
    let (first, second) = (text(&all[0], "id"), text(&all[1], "id"));
    assert!(place.done(&["decide", "adopt", first, "--reason", "電話で確認"]).contains("記録しました: 採用"));
    place.done(&["decide", "ask", second, "--text", "=日を確認してください", "--due", "2026-11-30"]);
    assert_eq!(place.decisions()["asked"], 1);
    place.done(&["decide", "unset", second]);
    place.done(&["decide", "hold", second, "--reason", "来週"]);
    let rule = ["decide", "rule", "--verdict", "adopt", "--class", "time_changed", "--same-units"];
    let preview = place.run(&rule);
    assert_eq!(preview.status.code(), Some(1));
    assert!(err(&preview).contains("--yes"), "{}", err(&preview));
    let is_hit = |d: &&Value| d["class"] == "time_changed" && d["units_delta"] == 0;
    let fitting: Vec<&Value> = all.iter().filter(is_hit).collect();
    assert!(fitting.len() > 1);
    for difference in &fitting {
        assert!(out(&preview).contains(text(difference, "id")), "every hit is seen: {}", out(&preview));
    }
    let before = place.decisions();
    assert_eq!((before["adopted"], before["held"]), (1, 1));
    let said = place.done(&[&rule[..], &["--yes", "--save", "時刻だけ"]].concat());
    assert!(said.contains("ルール「時刻だけ」"), "{said}");
    let applied = place.decisions();
    assert!(applied["adopted"] > 1 && applied["open"] < before["open"], "{applied:?}");
    assert_eq!(place.done(&["undo"]), "元に戻す: ルール「時刻だけ」を残す\n");
    assert!(place.done(&["undo"]).starts_with("元に戻す: ルール「時刻だけ」 "));
    assert_eq!(place.decisions(), before);
    assert!(place.done(&["redo"]).starts_with("やり直し: ルール「時刻だけ」 "));
    assert_eq!(place.decisions(), applied);
    for _ in 0..5 {
        place.done(&["undo"]);
    }
    assert!(place.refused(1, &["undo"]).contains("元に戻す操作は、もうありません"));
    assert_eq!(place.decisions().keys().collect::<Vec<_>>(), ["open"]);
}

#[test]
fn the_journal_is_shown_and_filtered() {
    let place = Place::filled();
    let all = place.differences();
    let other = all.iter().find(|d| d["insured"] != all[0]["insured"]).unwrap();
    place.done(&["decide", "adopt", text(&all[0], "id")]);
    place.done(&["decide", "keep", text(other, "id"), "--reason", "=1+1"]);
    let deeds: Vec<Value> = place.events().iter().map(|event| event["deed"].clone()).collect();
    assert_eq!(deeds, ["import", "decide", "decide"]);
    let of_client = out(&place.run(&["log", "--client", text(other, "insured"), "--lang", "en"]));
    assert_eq!(of_client.lines().count(), 2, "a heading and one event: {of_client}");
    assert!(err(&place.run(&["log", "--person", "いない人"])).contains("当てはまる履歴はありません"));
    assert!(err(&place.run(&["log", "--day", "2001-01-01"])).contains("当てはまる履歴はありません"));
    assert_eq!(place.run(&["log", "--day", "昨日"]).status.code(), Some(2));
    let csv = place.run(&["log", "--format", "csv"]).stdout;
    let mut reader = csv::Reader::from_reader(&csv[3..]);
    let reasons: Vec<String> = reader.records().map(|record| record.unwrap()[6].to_owned()).collect();
    assert_eq!(reasons, ["", "", "'=1+1"], "no cell becomes a formula");
}

#[test]
fn clients_are_settled_and_the_month_is_signed_off() {
    let place = Place::filled();
    let mut by_client = BTreeMap::<String, Vec<String>>::new();
    for difference in place.differences() {
        let client = text(&difference, "insured").to_owned();
        by_client.entry(client).or_default().push(text(&difference, "id").to_owned());
    }
    let (client, ids) = by_client.iter().next().unwrap();
    assert!(place.refused(1, &["decide", "fix", client]).contains("確定できません"));
    let mut fixed = Vec::new();
    for (client, ids) in &by_client {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        place.done(&[&["decide", "keep"][..], &ids].concat());
        if place.run(&["decide", "fix", client]).status.success() {
            fixed.push((client, ids));
        }
    }
    let (locked, its) = fixed.first().unwrap();
    assert!(place.refused(1, &["decide", "adopt", its[0]]).contains("確定済み"));
    place.done(&["decide", "unfix", locked]);
    place.done(&["decide", "check", locked]);
    place.done(&["decide", "note", client, "次回は別表も見る"]);
    assert!(!ids.is_empty());
    assert!(place.refused(1, &["decide", "close"]).contains("確定していない利用者"));
    let closed = place.run(&["decide", "close", "--explain", "=訪問先の回答待ち"]);
    assert_eq!(closed.status.code(), Some(0), "{}", err(&closed));
    let list = out(&closed);
    assert!(list.starts_with("月の締め  2026-10（令和8年10月）\n"), "{list}");
    assert!(list.contains(&format!("見本相談所({OWN})")) && list.contains("締めた人"), "{list}");
    assert!(list.contains("未確定: =訪問先の回答待ち") && list.contains("予定のまま "), "{list}");
    assert!(place.refused(1, &["undo"]).contains("月の締めを解いて"));
    assert!(place.refused(1, &["decide", "check", client]).contains("締めて"));
    place.done(&["write", "--yes"]);
    let folder = place.written().pop().unwrap();
    assert_eq!(std::fs::read_to_string(folder.join("signoff_202610.txt")).unwrap(), list);
    assert_eq!(place.run(&["decide", "reopen"]).status.code(), Some(2), "a reason is needed");
    place.done(&["decide", "reopen", "--reason", "実績の訂正"]);
}

#[test]
fn who_has_not_arrived_and_who_does_not_come_is_decided() {
    let place = Place::filled();
    let month = place.check();
    let waiting = &month["not_arrived"][0];
    let line = format!("{}/{}", text(waiting, "provider"), text(waiting, "kind"));
    assert!(place.done(&["decide", "as-planned", &line]).contains("予定で作成"));
    assert!(place.done(&["decide", "late", &line, "--reason", "請求は来月"]).contains("月遅れ"));
    assert!(place.done(&["decide", "waiting", &line]).contains("未着に戻す"));
    assert!(place.refused(1, &["decide", "late", &line, "--reason", " "]).contains("理由"));
    let nobody = format!("{}/99", text(waiting, "provider"));
    assert!(place.refused(1, &["decide", "as-planned", &nobody]).contains("未着はありません"));
    assert_eq!(place.run(&["decide", "as-planned", "1379900028"]).status.code(), Some(2));
    let difference = &month["differences"][0];
    let (provider, client) = (text(difference, "provider"), text(difference, "insured"));
    let withdraw = ["decide", "withdraw", provider, "--client", client, "--reason", "電話で取下げ"];
    assert!(place.done(&withdraw).contains("取下げ"));
    assert!(place.decisions()["withdrawn"] > 0);
    place.done(&["decide", "unwithdraw", provider, "--client", client]);
    assert!(!place.decisions().contains_key("withdrawn"));
    let foreign = ["decide", "withdraw", "9999999999", "--client", client, "--reason", "x"];
    assert!(place.refused(1, &foreign).contains("予定も実績もありません"));
}

#[test]
fn files_are_previewed_written_and_not_written_twice() {
    let place = Place::filled();
    let all = place.differences();
    let moved = all.iter().find(|d| d["class"] == "missing").unwrap();
    place.done(&["decide", "adopt", text(moved, "id")]);
    let preview = place.run(&["write"]);
    assert_eq!(preview.status.code(), Some(1), "nobody at a terminal said yes");
    assert!(out(&preview).contains("UPPLAN_202610_") && out(&preview).contains("書き出すファイル"));
    assert!(err(&preview).contains("何も書き出していません"), "{}", err(&preview));
    assert!(place.written().is_empty());
    let plan = json(&place.run(&["write", "--format", "json"]));
    let files: Vec<&str> = plan["files"].as_array().unwrap().iter().map(|f| text(f, "name")).collect();
    assert!(place.done(&["write", "--yes"]).contains(&format!("{}件のファイル", files.len() + 1)));
    let [folder] = place.written().try_into().unwrap();
    let manifest = verify(&folder).unwrap();
    let written: Vec<&str> = manifest.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(written.len(), files.len() + 1);
    assert!(written.contains(&"journal.jsonl"));
    let journal = std::fs::read_to_string(folder.join("journal.jsonl")).unwrap();
    assert_eq!(journal.lines().count(), 2, "taken in, decided");
    let last = place.events().pop().unwrap();
    assert_eq!((text(&last, "deed"), last["files"].as_u64()), ("write", Some(files.len() as u64)));
    let again = place.run(&["write", "--yes"]);
    assert_eq!(again.status.code(), Some(0));
    assert!(out(&again).contains("書き出すファイルはありません"), "{}", out(&again));
    assert_eq!(place.written().len(), 1);
    // What was asked since is new; the plan is not.
    let asked = all.iter().find(|d| d["id"] != moved["id"]).unwrap();
    place.done(&["decide", "ask", text(asked, "id"), "--text", "=確認"]);
    let plan = json(&place.run(&["write", "--format", "json"]));
    let whys: Vec<&str> = plan["files"].as_array().unwrap().iter().map(|f| text(f, "why")).collect();
    assert_eq!(whys.iter().filter(|why| **why == "inquiry").count(), 3, "{whys:?}");
    assert!(!whys.contains(&"call_list") && !whys.contains(&"revised_plan"), "{whys:?}");
    let everything = json(&place.run(&["write", "--all", "--format", "json"]));
    assert!(everything["files"].as_array().unwrap().len() > files.len());
}

#[test]
fn nothing_is_written_without_a_place_to_write_to() {
    let place = Place::filled();
    std::fs::remove_dir_all(place.path("office/out")).unwrap();
    std::fs::write(place.path("office/out"), "x").unwrap();
    let said = place.refused(3, &["write", "--yes"]);
    assert!(said.starts_with("何も書き出していません。"), "{said}");
    assert_eq!(place.events().len(), 1);
    std::fs::remove_file(place.path("office/out")).unwrap();
    place.done(&["write", "--yes"]);
    // What was written and changed by hand is told.
    let folder = place.written().pop().unwrap();
    std::fs::remove_file(folder.join("journal.jsonl")).unwrap();
    assert!(verify(&folder).is_err());
}

#[test]
fn files_of_another_office_are_left_alone() {
    let place = Place::new();
    let folder = place.temp.path().join("others");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join(STRANGER), "1").unwrap();
    let output = place.run(&["import", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("ほかの事業所のファイル") && out(&output).contains("他事業所 1"));
    assert!(!Path::new(&place.path("office/received/2026-10")).exists());
    assert_eq!(place.run(&["import", "/no/such/folder"]).status.code(), Some(3));
    let nothing = kyukan(&["check", &place.path("office")]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(err(&nothing).contains("ケアプランデータのファイルがありません"), "{}", err(&nothing));
}

#[test]
fn a_second_writer_is_told_who_writes_and_reading_goes_on() {
    let place = Place::filled();
    let id = text(&place.differences()[0], "id").to_owned();
    let who = Who { person: "試験 花子".to_owned(), machine: "受付PC".to_owned() };
    let clock = Box::new(|| chrono::Local::now().fixed_offset());
    let office = place.path("office");
    let mut first = Workspace::open(Path::new(&office), who, Access::Write, clock).unwrap();
    assert!(first.is_writable());
    let inbox = place.path("demo/in");
    for arguments in [
        &["import", &inbox][..],
        &["decide", "adopt", &id],
        &["decide", "rule", "--verdict", "keep", "--yes"],
        &["undo"],
        &["redo"],
        &["write", "--yes"],
    ] {
        let said = place.refused(3, arguments);
        assert!(said.contains("「試験 花子」さん") && said.contains("受付PC"), "{arguments:?}: {said}");
    }
    assert_eq!(first.events(None).unwrap().items.len(), 1, "nothing was journalled");
    assert_eq!(place.run(&["log"]).status.code(), Some(0));
    assert_eq!(kyukan(&["check", &office]).status.code(), Some(1));
    assert_eq!(place.run(&["write"]).status.code(), Some(1), "a preview");
    drop(first);
    place.done(&["decide", "adopt", &id]);
}

#[test]
fn what_cannot_be_decided_is_said_in_one_sentence() {
    let place = Place::filled();
    let id = text(&place.differences()[0], "id").to_owned();
    let vanished = place.refused(1, &["decide", "adopt", &id, "0123456789abcdef"]);
    assert!(vanished.contains("0123456789abcdef") && vanished.contains("もうありません"), "{vanished}");
    assert_eq!(place.events().len(), 1, "all of it or nothing");
    let rule = ["decide", "rule", "--verdict", "adopt", "--code", "999999", "--yes"];
    assert!(place.refused(1, &rule).contains("当てはまる未判断の差異はありません"));
    place.done(&["decide", "keep", &id]);
    assert!(place.refused(1, &["decide", "keep", &id]).contains("変わるものがありません"));
    assert!(place.refused(1, &["redo"]).contains("やり直す操作はありません"));
    assert!(place.refused(1, &["decide", "check", "いない人"]).contains("当てはまる利用者がいません"));
    assert!(place.refused(1, &["decide", "hold", &id, "--reason", ""]).contains("理由を入れて"));
    assert!(place.refused(2, &["decide", "hold", &id]).contains("--reason"));
    assert!(place.refused(2, &["decide", "ask", &id, "--text", "x", "--due", "明日"]).contains("--due"));
    assert!(place.refused(2, &["decide", "rule", "--verdict", "edit"]).contains("adopt, keep"));
    assert!(
        place.refused(2, &["decide", "rule", "--verdict", "keep", "--provider", "1"]).contains("--provider")
    );
    assert_eq!(kyukan(&["init", &place.path("x"), "--number", "12"]).status.code(), Some(2));
    let nowhere = kyukan(&["undo", "-w", &place.path("demo/in")]);
    assert_eq!(nowhere.status.code(), Some(3));
    assert!(err(&nowhere).contains("事業所フォルダーではありません"), "{}", err(&nowhere));
    assert!(err(&kyukan(&["log"])).contains("--workspace"));
}

/// The commands that a help lists.
fn listed(help: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    let lines = lines.take_while(|line| line.starts_with("  "));
    // Long explanations go on in lines that are further in.
    let names =
        lines.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
    names.map(str::to_owned).collect()
}

/// Every command with the words that lead to it.
fn commands(path: &[String]) -> Vec<Vec<String>> {
    let words: Vec<&str> = path.iter().map(String::as_str).chain(["--help", "--lang", "en"]).collect();
    let mut found = vec![path.to_vec()];
    for name in listed(&out(&kyukan(&words))) {
        found.extend(commands(&[path, &[name]].concat()));
    }
    found
}

#[test]
fn every_command_explains_itself_in_every_language() {
    let commands = commands(&[]);
    assert!(commands.len() > 45, "{commands:?}");
    for known in [["decide", "pass"], ["master", "set"], ["decide", "unpair"]] {
        assert!(commands.iter().any(|command| command[..] == known), "{commands:?}");
    }
    for command in commands {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        for language in ["ja", "en"] {
            let help = kyukan(&[&words[..], &["--help", "--lang", language]].concat());
            assert_eq!(help.status.code(), Some(0), "{command:?}");
            let text = out(&help);
            assert!(text.contains(["kyukan", &words.join(" ")].join(" ").trim_end()), "{text}");
            assert!(!text.contains("help-"), "{command:?} {language}: {text}");
            assert_eq!(text.contains("使い方"), language == "ja", "{text}");
        }
    }
    let bare = kyukan(&["decide"]);
    assert_eq!(bare.status.code(), Some(2));
    assert!(err(&bare).contains("adopt"), "{}", err(&bare));
}
