//! 居宅介護支援費: what has to be entered, what is claimed, the files for 国保連, and what was claimed before.

use super::slips::{ready, sent, slips};
use super::workload::with_month;
use super::workspace::{Place, text};
use super::{json, out};
use kyukan::format::kokuhoren::fee::{FeeClaim, FeeFile, read_fees};
use kyukan::format::kokuhoren::read::read;
use serde_json::Value;
use std::fmt::Write as _;

/// An office with its terms, the numbers of its managers and the contracts of its clients.
pub(super) fn entered() -> Place {
    let office = ready();
    office.done(&["master", "set", "terms", "from=2026-04", "fee_type=1", "treatment=1", "area_grade=3"]);
    contracts(&office, "2026-01-05");
    office
}

/// Enters the same for every client of the month.
fn contracts(office: &Place, filed_on: &str) {
    let header =
        "保険者番号,被保険者番号,契約日,届出年月日,認定開始日,認定終了日,公費負担者番号,公費受給者番号";
    let mut csv = format!("{header}\r\n");
    for slip in slips(office, &[]) {
        let insured = text(&slip, "insured");
        let payer = if insured.starts_with('H') { "12139901,0000017" } else { "," };
        let insurer = text(&slip, "insurer");
        write!(csv, "{insurer},{insured},2026-01-05,{filed_on},2026-01-01,2027-12-31,{payer}\r\n").unwrap();
    }
    let path = office.path("利用者.csv");
    std::fs::write(&path, csv).unwrap();
    office.done(&["master", "import", &path]);
}

fn fee(office: &Place, window: &str) -> Value {
    let answer = json(&office.run(&["fee", "--format", "json", "--window", window]));
    assert_eq!((&answer["schema"], &answer["month"]), (&"kyukan.fee/1".into(), &"2026-10".into()));
    answer
}

fn claims<'a>(fee: &'a Value, state: &str) -> Vec<&'a Value> {
    let claims = fee["claims"].as_array().unwrap();
    claims.iter().filter(|claim| text(claim, "state") == state).collect()
}

fn sum(claims: &[&Value], of: &str) -> u64 {
    claims.iter().map(|claim| claim[of].as_u64().unwrap()).sum()
}

/// The claims of a file that was written.
fn written(office: &Place, name: &str) -> FeeFile {
    let path = sent(office).into_iter().find(|path| path.ends_with(name)).unwrap();
    let file = read_fees(&read(&std::fs::read(path).unwrap()));
    assert_eq!((file.differences(), file.broken.len(), file.broken_invoice.len()), (Vec::new(), 0, 0));
    file
}

fn total(file: &FeeFile) -> (u64, u64) {
    let claims = || file.claims.iter().map(|read| &read.claim);
    (claims().map(FeeClaim::total_units).sum(), claims().map(FeeClaim::amount).sum())
}

#[test]
fn what_is_missing_is_said_once_with_the_register_to_enter_it_in() {
    let office = Place::filled();
    let output = office.run(&["fee", "--window", "2026-11"]);
    assert_eq!(output.status.code(), Some(1));
    let said = out(&output);
    assert_eq!(said.matches("(I) か (II) かが登録されていない").count(), 1, "{said}");
    let answer = fee(&office, "2026-11");
    let open = claims(&answer, "open");
    assert_eq!((open.len(), answer["open"].as_u64()), (8, Some(8)));
    assert!(open.iter().all(|claim| claim["missing"][0].as_str().unwrap().contains("master set terms")));
    office.done(&["master", "set", "terms", "from=2026-04", "fee_type=1", "treatment=1", "area_grade=3"]);
    let missing = fee(&office, "2026-11")["claims"].to_string();
    for part in ["届出年月日", "介護支援専門員番号", "master set clients", "master set managers"]
    {
        assert!(missing.contains(part), "{missing}");
    }
    let nothing = office.done(&["write", "--fee", "--window", "2026-11", "--yes"]);
    assert!(nothing.contains("要入力 8件") && sent(&office).is_empty(), "{nothing}");
}

#[test]
fn claims_add_up_to_their_invoice() {
    let office = entered();
    let answer = fee(&office, "2026-11");
    assert_eq!((claims(&answer, "open").len(), answer["left_out"].as_array().unwrap().len()), (0, 0));
    let (ready, waits) = (claims(&answer, "ready"), claims(&answer, "waits"));
    assert!(!ready.is_empty() && !waits.is_empty());
    let all: Vec<&Value> = answer["claims"].as_array().unwrap().iter().collect();
    let rows: Vec<&Value> = answer["invoice"].as_array().unwrap().iter().collect();
    for of in ["units", "yen"] {
        assert_eq!(sum(&all, of), answer[of].as_u64().unwrap());
        assert_eq!(sum(&rows, of), answer[of].as_u64().unwrap());
    }
    for claim in &all {
        // (I)(i) with 処遇改善加算 of 2.1%, in 3級地.
        let (base, units) = if text(claim, "level") < "23" { (1_086, 1_109) } else { (1_411, 1_441) };
        assert_eq!((&claim["lines"][0]["units"], &claim["units"]), (&base.into(), &units.into()));
        assert_eq!((text(claim, "unit_price"), claim["yen"].as_u64()), ("11.05", Some(units * 1_105 / 100)));
        assert_eq!((text(claim, "form"), claim["tier"].as_u64()), ("8124", Some(1)));
    }
    let table =
        String::from_utf8(office.run(&["fee", "--window", "2026-11", "--format", "csv"]).stdout).unwrap();
    assert_eq!(table.lines().count(), 1 + all.len(), "{table}");
}

#[test]
fn additions_of_a_client_are_claimed_with_the_fee() {
    let office = entered();
    let before = fee(&office, "2026-11");
    let client = claims(&before, "ready")[0];
    let keys = ["insurer", "insured"].map(|key| format!("{key}={}", text(client, key)));
    let set = ["master", "set", "additions", &keys[0], &keys[1], "month=2026-10"];
    office.done(&[&set[..], &["name=初回加算", "count=1"]].concat());
    let chosen = ["fee", "--window", "2026-11", "--client", text(client, "insured"), "--format", "json"];
    let after = json(&office.run(&chosen));
    let claim = &after["claims"][0];
    assert_eq!(claim["additions"][0], serde_json::json!({ "name": "初回加算", "count": 1 }));
    assert_eq!(claim["units"].as_u64().unwrap(), client["units"].as_u64().unwrap() + 300 + 6);
    office.done(&[&set[..], &["name=退院・退所加算Ⅲ", "count=1"]].concat());
    let said = out(&office.run(&["fee", "--window", "2026-11", "--client", text(client, "insured")]));
    assert!(said.contains("同時に算定できません"), "{said}");
}

#[test]
fn the_file_holds_what_is_new_and_adds_up() {
    let office = entered();
    let before = fee(&office, "2026-11");
    let (ready, waits) = (claims(&before, "ready"), claims(&before, "waits").len());
    let said = office.done(&["write", "--fee", "--window", "2026-11", "--yes"]);
    assert!(said.contains(&format!("給付管理票待ち {waits}件")), "{said}");
    let names: Vec<String> =
        sent(&office).iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(names.iter().any(|name| name == "KK261101-total.txt"), "{names:?}");
    let file = written(&office, "KK261101.CSV");
    assert_eq!(file.claims.len(), ready.len());
    assert_eq!(total(&file), (sum(&ready, "units"), sum(&ready, "yen")));
    let after = fee(&office, "2026-11");
    assert_eq!((claims(&after, "written").len(), claims(&after, "ready").len()), (ready.len(), 0));
    office.done(&["write", "--fee", "--window", "2026-11", "--yes"]);
    assert_eq!(sent(&office).len(), 3, "nothing is left to write");
    office.done(&["write", "--fee", "--window", "2026-11", "--all", "--yes"]);
    assert_eq!(total(&written(&office, "KK261102.CSV")), total(&file));
    // In the next window nothing is claimed twice, unless somebody asks for it.
    let later = fee(&office, "2026-12");
    assert_eq!((claims(&later, "claimed").len(), claims(&later, "ready").len()), (ready.len(), 0));
    let client = text(ready[0], "insured");
    office.done(&["write", "--fee", "--window", "2026-12", "--again", client, "--yes"]);
    let again = written(&office, "KK261201.CSV");
    assert_eq!(again.claims.len(), 1);
    assert_eq!(again.claims[0].claim.client.insured.as_str(), client);
}

#[test]
fn slips_and_claims_go_into_one_folder_and_one_event() {
    let office = entered();
    let ready = claims(&fee(&office, "2026-11"), "ready").len();
    office.done(&["write", "--slips", "--fee", "--window", "2026-11", "--yes"]);
    assert_eq!((office.written().len(), sent(&office).len()), (1, 7));
    let event = office.events().pop().unwrap();
    let subjects = event["changes"].to_string();
    assert_eq!(event["changes"].as_array().unwrap().len(), 2 * ready);
    assert_eq!(subjects.matches("sent_fee").count(), subjects.matches("sent_slip").count());
    assert_eq!(written(&office, "KK261101.CSV").claims.len(), ready);
    // A returned slip takes its claim with it, so both are sent again.
    let client = text(claims(&fee(&office, "2026-11"), "written")[0], "insured").to_owned();
    office.done(&["decide", "slip-result", "returned", &client]);
    let later = fee(&office, "2026-12");
    let again = claims(&later, "ready");
    assert_eq!((again.len(), text(again[0], "insured")), (1, client.as_str()));
}

#[test]
fn a_change_after_writing_is_told_and_needs_the_whole_file_again() {
    let office = entered();
    office.done(&["write", "--fee", "--window", "2026-11", "--yes"]);
    let ready = claims(&fee(&office, "2026-11"), "written").len();
    let set = ["master", "set", "terms", "from=2026-04", "additions=特定事業所加算Ⅱ"];
    office.done(&set);
    let answer = fee(&office, "2026-11");
    assert_eq!(claims(&answer, "changed").len(), ready);
    let said = office.done(&["write", "--fee", "--window", "2026-11", "--yes"]);
    assert!(said.contains("--all で全員分") && sent(&office).len() == 3, "{said}");
    office.done(&["write", "--fee", "--window", "2026-11", "--all", "--yes"]);
    let units = sum(&claims(&fee(&office, "2026-11"), "written"), "units");
    assert_eq!(total(&written(&office, "KK261102.CSV")).0, units);
}

#[test]
fn every_service_month_has_a_file_of_its_own() {
    let office = entered();
    with_month(&office, "2026-09");
    let months = ["--month", "2026-10", "--late-month", "2026-09", "--window", "2026-11"];
    let output = office.run(&[&["fee", "--format", "json"], &months[..]].concat());
    let answers: Vec<Value> = out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ready: Vec<usize> = answers.iter().map(|answer| claims(answer, "ready").len()).collect();
    assert!(ready.len() == 2 && ready.iter().all(|count| *count > 0), "{ready:?}");
    office.done(&[&["write", "--slips", "--fee", "--yes"], &months[..]].concat());
    for (name, (month, count)) in
        ["KK261101.CSV", "KK261102.CSV"].iter().zip(["2026-10", "2026-09"].iter().zip(ready))
    {
        let file = written(&office, name);
        assert!(file.claims.iter().all(|read| read.claim.month.to_string() == *month), "{name}");
        assert_eq!(file.claims.len(), count, "{name}");
    }
    // What was sent of September stands in the journal of September.
    let log = office.run(&["log", "--month", "2026-09", "--format", "json"]);
    assert_eq!(out(&log).matches("\"about\":\"sent_fee\"").count(), claims(&answers[1], "ready").len());
}
