//! Decisions that name rows, providers and clients one by one: each is done, undone and refused.

use super::workspace::{Place, text};
use super::{err, json, out};
use serde_json::Value;
use std::collections::BTreeSet;

impl Place {
    fn difference(&self, fits: impl Fn(&Value) -> bool) -> Value {
        self.differences().into_iter().find(fits).unwrap()
    }

    fn ids(&self) -> BTreeSet<String> {
        self.differences().iter().map(|difference| text(difference, "id").to_owned()).collect()
    }

    /// What the last event says about its first subject.
    fn last_change(&self) -> Value {
        self.events().pop().unwrap()["changes"][0].clone()
    }

    /// Undoes what was done last, and gives what was said.
    fn undone(&self) -> String {
        let said = self.done(&["undo"]);
        assert!(said.starts_with("元に戻す: "), "{said}");
        said
    }
}

#[test]
fn one_row_is_edited() {
    let place = Place::filled();
    let difference = place.difference(|d| d["class"] == "time_changed");
    let id = text(&difference, "id");
    let edit =
        ["decide", "edit", id, "--start", "９：４５", "--end", "1100", "--count", "２", "--units", "1,234"];
    assert!(place.done(&edit).contains("記録しました: 修正"));
    let edited = &place.last_change()["after"];
    assert_eq!(["start", "end"].map(|key| text(edited, key)), ["0945", "1100"]);
    assert_eq!(["count", "units"].map(|key| edited[key].as_u64().unwrap()), [2, 1234]);
    assert_eq!(place.decisions()["edited"], 1);
    assert!(place.refused(1, &edit).contains("変わるものがありません"));
    assert!(place.undone().contains("修正"));
    assert!(!place.decisions().contains_key("edited"));
    let events = place.events().len();
    let refused = |arguments: &[&str]| place.refused(1, &[&["decide", "edit", id], arguments].concat());
    assert!(refused(&["--day", "32"]).contains("日の「32」は使えません"));
    assert!(refused(&["--start", "25:00"]).contains("「25:00」は使えません。時刻"));
    assert!(refused(&["--start", "9999"]).contains("開始と終了の両方"));
    assert!(refused(&["--code", "X"]).contains("6桁のコード"));
    assert!(refused(&["--count", "0"]).contains("1 から 99"));
    assert!(refused(&["--units", "-100000"]).contains("-99999 から 999999"));
    assert!(refused(&[]).contains("変わるものがありません"));
    assert!(place.refused(1, &["decide", "edit", "0123", "--day", "1"]).contains("もうありません"));
    assert_eq!(place.events().len(), events, "nothing of it is journalled");
}

#[test]
fn pairs_are_taken_apart_and_made() {
    let place = Place::filled();
    let moved = place.difference(|d| d["class"] == "moved_date");
    let (whole, id) = (place.ids(), text(&moved, "id"));
    assert!(place.done(&["decide", "unpair", id]).contains("対応付けの解除"));
    let apart = place.ids();
    let halves: Vec<&str> = apart.difference(&whole).map(String::as_str).collect();
    let [a, b] = halves.as_slice() else { panic!("{halves:?}") };
    assert!(place.refused(1, &["decide", "unpair", a]).contains("対応付けできません"));
    assert!(place.refused(1, &["decide", "pair", a, a]).contains("対応付けできません"));
    assert_eq!(place.run(&["decide", "pair", a]).status.code(), Some(2), "two are needed");
    assert!(place.done(&["decide", "pair", b, a]).contains("記録しました: 対応付け"));
    assert_eq!(place.ids(), whole);
    place.done(&["decide", "unpair", id]);
    assert_eq!(place.ids(), apart, "as often as people like");
    place.undone();
    assert_eq!(place.ids(), whole);
    place.undone();
    assert_eq!(place.ids(), apart);
    place.undone();
    assert_eq!(place.ids(), whole);
    assert!(place.refused(1, &["decide", "pair", id, "0123"]).contains("もうありません（0123）"));
}

#[test]
fn a_fax_is_typed_with_its_exceptions() {
    let place = Place::filled();
    let waiting = place.check()["not_arrived"][0].clone();
    let line = format!("{}/{}", text(&waiting, "provider"), text(&waiting, "kind"));
    place.done(&["decide", "as-planned", &line]);
    let client = text(&place.last_change()["subject"]["client"], "insured").to_owned();
    place.undone();
    let before = place.differences().len();
    let fax = ["decide", "fax", &line, "--client", &client];
    assert!(place.done(&fax).contains("記録しました: FAX実績"));
    let planned = place.last_change()["after"]["rows"].as_array().unwrap().clone();
    assert!(planned.len() > 1, "{planned:?}");
    assert_eq!(place.check()["not_arrived"].as_array().unwrap().len(), 0);
    assert_eq!(place.differences().len(), before, "as planned, no difference");
    assert!(place.refused(1, &fax).contains("変わるものがありません"));
    let row = |row: &Value, count: &str, units: &str| {
        let [start, end, code] = ["start", "end", "code"].map(|key| text(row, key));
        format!("{} {start} {end} {code} {count} {units}", row["day"])
    };
    let (out_of_it, changed) = (row(&planned[0], "0", "0"), row(&planned[1], "1", "９９９"));
    place.done(&[&fax[..], &["--row", &out_of_it, "--row", &changed]].concat());
    let typed = place.last_change()["after"]["rows"].as_array().unwrap().clone();
    assert_eq!(typed.len(), planned.len() - 1);
    assert_eq!((&typed[0]["day"], &typed[0]["units"]), (&planned[1]["day"], &Value::from(999)));
    let of_fax: Vec<Value> =
        place.differences().into_iter().filter(|d| d["provider"] == waiting["provider"]).collect();
    assert!(of_fax.iter().any(|d| d["class"] == "missing"), "{of_fax:?}");
    assert_eq!(place.differences().len(), before + 2);
    let impossible = changed.replacen(&planned[1]["day"].to_string(), "32", 1);
    let said = place.refused(1, &[&fax[..], &["--row", &impossible]].concat());
    assert!(said.contains("日の「32」は使えません"), "{said}");
    assert!(place.refused(2, &[&fax[..], &["--row", "5 900"]].concat()).contains("「--row」の値「5 900」"));
    assert!(place.undone().contains("FAX実績"));
    assert_eq!(place.differences().len(), before);
    place.undone();
    assert_eq!(place.check()["not_arrived"].as_array().unwrap().len(), 1);
    // What came itself stands before any FAX.
    let come = place.difference(|d| d["provider"] != waiting["provider"]);
    let line = format!("{}/{}", text(&come, "provider"), text(&come, "kind"));
    let said = place.refused(1, &["decide", "fax", &line, "--client", text(&come, "insured")]);
    assert!(said.contains("未着はありません"), "{said}");
}

#[test]
fn a_provider_gets_the_edition_that_was_decided() {
    let place = Place::filled();
    let difference = place.difference(|d| d["class"] == "missing");
    let provider = text(&difference, "provider");
    place.done(&["decide", "adopt", text(&difference, "id")]);
    // Only names of edition 4 have the kind of the office.
    let plan_prefix = || {
        let plan = json(&place.run(&["write", "--format", "json"]));
        let names = plan["files"].as_array().unwrap().iter().map(|file| text(file, "name").to_owned());
        let start = format!("{provider}/UPPLAN_202610_1379900010_");
        let name = names.into_iter().find(|name| name.starts_with(&start)).unwrap();
        name.trim_start_matches(&start).split('_').count()
    };
    let automatic = plan_prefix();
    let (other, same) = if automatic == 2 { ("v4", "v3") } else { ("v3", "v4") };
    assert!(place.done(&["decide", "edition", provider, other]).contains("連携標準仕様の版の変更"));
    assert_ne!(plan_prefix(), automatic);
    assert!(place.refused(1, &["decide", "edition", provider, other]).contains("変わるものがありません"));
    assert!(place.undone().contains("連携標準仕様の版の変更"));
    assert_eq!(plan_prefix(), automatic);
    place.done(&["decide", "edition", provider, same]);
    assert_eq!(plan_prefix(), automatic);
    place.done(&["decide", "edition", provider, "auto"]);
    assert!(place.refused(1, &["decide", "edition", provider, "auto"]).contains("変わるものがありません"));
    let stranger = place.refused(1, &["decide", "edition", "1379999999", "v4"]);
    assert!(stranger.contains("事業所番号 1379999999 のサービス事業所はありません"), "{stranger}");
    assert!(place.refused(2, &["decide", "edition", provider, "v5"]).contains("v3, v4, auto"));
    assert_eq!(place.run(&["decide", "edition", "12", "v4"]).status.code(), Some(2));
}

#[test]
fn clients_are_explained_one_by_one_when_the_month_is_closed() {
    let place = Place::filled();
    let client = text(&place.differences()[0], "insured").to_owned();
    let single = format!("{client}＝入院中=個室");
    let close = ["decide", "close", "--explain-client", &single];
    assert!(place.refused(1, &close).contains("確定していない利用者が"), "the others are not explained");
    let unreadable = place.refused(2, &["decide", "close", "--explain-client", "入院中"]);
    assert!(unreadable.contains("「--explain-client」の値「入院中」"), "{unreadable}");
    let nobody = ["decide", "close", "--explain", "x", "--explain-client", "いない人=x"];
    assert!(place.refused(1, &nobody).contains("当てはまる利用者がいません"));
    let blank = format!("{client}= ");
    assert!(
        place.refused(1, &["decide", "close", "--explain", "x", "--explain-client", &blank]).contains("1名")
    );
    let closed = place.run(&[&close[..], &["--explain", "回答待ち"]].concat());
    assert_eq!(closed.status.code(), Some(0), "{}", err(&closed));
    let list = out(&closed);
    assert_eq!(list.matches("未確定: 入院中=個室").count(), 1, "{list}");
    assert!(list.matches("未確定: 回答待ち").count() > 1, "{list}");
    assert!(place.refused(1, &["undo"]).contains("月の締めを解いて"));
    place.done(&["decide", "reopen", "--reason", "訂正"]);
}
