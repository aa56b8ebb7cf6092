//! 給付管理票: listed, let through, written for 国保連, and what was sent.

use super::json;
use super::workspace::{Place, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The files for 国保連 of every writing.
pub(super) fn sent(office: &Place) -> Vec<PathBuf> {
    let folders = office.written().into_iter().map(|folder| folder.join("kokuhoren"));
    let files = folders.filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
    files.map(|entry| entry.unwrap().path()).collect()
}

/// An office whose managers have their numbers.
pub(super) fn ready() -> Place {
    let office = Place::filled();
    let managers: BTreeSet<String> =
        slips(&office, &[]).iter().map(|slip| text(slip, "manager").to_owned()).collect();
    for (at, manager) in managers.iter().filter(|name| !name.is_empty()).enumerate() {
        let (name, number) = (format!("name={manager}"), format!("number=1300{at:04}"));
        office.done(&["master", "set", "managers", &name, "from=2026-04", &number]);
    }
    office
}

pub(super) fn slips(office: &Place, more: &[&str]) -> Vec<Value> {
    let output = office.run(&[&["tally", "--format", "json", "--window", "2026-11"], more].concat());
    let answer = json(&output);
    assert_eq!(answer["schema"], "kyukan.tally/1");
    assert_eq!((&answer["month"], &answer["window"]), (&"2026-10".into(), &"2026-11".into()));
    answer["slips"].as_array().unwrap().clone()
}

fn states(slips: &[Value]) -> BTreeMap<String, usize> {
    let mut states = BTreeMap::new();
    for slip in slips {
        *states.entry(text(slip, "state").to_owned()).or_insert(0) += 1;
    }
    states
}

#[test]
fn without_the_numbers_of_managers_it_is_said_once_for_every_client() {
    let office = Place::filled();
    let all = slips(&office, &[]);
    let due = all.iter().filter(|slip| text(slip, "state") != "not-due").count();
    assert_eq!(states(&all)["faulty"], due);
    let said = String::from_utf8(office.run(&["tally", "--window", "2026-11"]).stdout).unwrap();
    let sentence = said.lines().filter(|line| line.contains("介護支援専門員番号")).collect::<Vec<_>>();
    let [sentence] = sentence[..] else { panic!("{said}") };
    assert!(sentence.contains(&format!(" ほか{}名: ", due - 3)), "{sentence}");
}

#[test]
fn a_blocked_slip_is_let_through_with_a_reason_that_is_kept() {
    let office = ready();
    let all = slips(&office, &[]);
    let blocked = all.iter().find(|slip| text(slip, "state") == "blocked").unwrap();
    let (client, blocks) = (text(blocked, "insured"), blocked["blocks"].as_array().unwrap());
    let refused = office.refused(2, &["decide", "pass", client, text(&blocks[0], "block")]);
    assert!(refused.contains("--reason"), "{refused}");
    for block in blocks {
        office.done(&["decide", "pass", client, text(block, "block"), "--reason", "電話で確認済み"]);
    }
    let after = slips(&office, &["--client", client]);
    assert_eq!(text(&after[0], "state"), "ready");
    assert_eq!(text(&after[0]["blocks"][0], "let_through"), "電話で確認済み");
    office.done(&["decide", "unpass", client, text(&blocks[0], "block")]);
    assert_eq!(text(&slips(&office, &["--client", client])[0], "state"), "blocked");
}

#[test]
fn slips_are_written_once_and_returned_ones_again() {
    let office = ready();
    let before = states(&slips(&office, &[]));
    let (ready, blocked) = (before["ready"], before["blocked"]);
    assert!(ready > 1 && blocked > 0, "{before:?}");
    let said = office.done(&["write", "--slips", "--window", "2026-11", "--yes"]);
    assert!(said.contains(&format!("通せない {blocked}件")), "{said}");
    let names: Vec<String> =
        sent(&office).iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    for name in ["KY261101.CSV", "KY261101-total.txt", "KY261101-clients.csv", "KY261101-providers.csv"] {
        assert!(names.iter().any(|written| written == name), "{name} in {names:?}");
    }
    let file = sent(&office).into_iter().find(|path| path.ends_with("KY261101.CSV")).unwrap();
    let bytes = std::fs::read(file).unwrap();
    let lines: Vec<&str> = std::str::from_utf8(&bytes).unwrap().split_terminator("\r\n").collect();
    assert!(lines[0].starts_with("1,1,0,") && lines[0].contains(",821,0,0,1379900010,0,7,202611,"));
    assert_eq!(lines.last().unwrap(), &format!("3,{}", lines.len()));
    let closing = lines.iter().filter(|line| line.split(',').nth(9) == Some("99")).count();
    assert_eq!(closing, ready, "one closing row a slip");
    let after = slips(&office, &[]);
    assert_eq!((states(&after)["written"], states(&after).get("ready")), (ready, None));
    office.done(&["write", "--slips", "--window", "2026-11", "--yes"]);
    assert_eq!(sent(&office).len(), 4, "nothing is left to write");
    let returned = after.iter().find(|slip| text(slip, "state") == "written").unwrap();
    let client = text(returned, "insured");
    office.done(&["decide", "slip-result", "returned", client]);
    let now = slips(&office, &["--client", client]);
    assert_eq!((text(&now[0], "state"), &now[0]["action"]), ("ready", &Value::from("1")));
    office.done(&["write", "--slips", "--window", "2026-12", "--yes"]);
    let next = sent(&office).into_iter().find(|path| path.ends_with("KY261201.CSV"));
    assert!(next.is_some());
}

#[test]
fn an_action_is_chosen_with_a_reason() {
    let office = ready();
    let all = slips(&office, &[]);
    let client = text(all.iter().find(|slip| text(slip, "state") == "ready").unwrap(), "insured");
    assert!(office.refused(1, &["decide", "slip-action", client, "none"]).contains("理由"));
    office.done(&["decide", "slip-action", client, "none", "--reason", "認定待ち"]);
    assert_eq!(text(&slips(&office, &["--client", client])[0], "state"), "held-back");
    office.done(&["undo"]);
    assert_eq!(text(&slips(&office, &["--client", client])[0], "state"), "ready");
    let sent = office.refused(1, &["decide", "slip-result", "accepted", client]);
    assert!(sent.contains("まだ書き出していません"), "{sent}");
}

#[test]
fn shares_have_to_add_up() {
    let office = ready();
    let all = slips(&office, &[]);
    let client = text(&all[0], "insured");
    let refused = office.refused(1, &["decide", "shares", client, "--share", "1379900010 111211 5"]);
    assert!(refused.contains("割振"), "{refused}");
}
