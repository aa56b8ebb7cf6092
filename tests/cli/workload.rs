//! 取扱件数: the office and its managers, months side by side, 特定事業所集中減算.

use super::fee::entered;
use super::workspace::{Place, text};
use super::{json, kyukan, out};
use serde_json::Value;

fn workload(office: &Place, more: &[&str]) -> Value {
    let answer = json(&office.run(&[&["workload", "--format", "json"], more].concat()));
    assert_eq!((&answer["schema"], &answer["month"]), (&"kyukan.workload/1".into(), &"2026-10".into()));
    answer
}

/// Takes in an invented month before the one at hand.
pub(super) fn with_month(office: &Place, month: &str) {
    let dir = office.path(&format!("demo-{month}"));
    let options = ["--clients", "8", "--providers", "6", "--month", month];
    assert_eq!(kyukan(&[&["demo", &dir][..], &options].concat()).status.code(), Some(0));
    office.done(&["import", &format!("{dir}/in")]);
}

#[test]
fn readings_stand_side_by_side_and_managers_add_up() {
    let office = entered();
    let answer = workload(&office, &[]);
    assert_eq!((answer["fee_type"].as_u64(), &answer["borders"]), (Some(1), &serde_json::json!([45, 60])));
    let names: Vec<&str> =
        answer["readings"].as_array().unwrap().iter().map(|reading| text(reading, "reading")).collect();
    assert_eq!(names, ["own_and_entrusted", "own_only", "care_only"]);
    let care = answer["counts"]["care"].as_u64().unwrap();
    assert_eq!((care, answer["readings"][0]["cases_x3"].as_u64()), (8, Some(24)));
    assert_eq!(answer["clients"].as_array().unwrap().len(), 8);
    let managers = answer["managers"].as_array().unwrap();
    let of_managers: u64 = managers.iter().map(|manager| manager["counts"]["care"].as_u64().unwrap()).sum();
    assert_eq!(of_managers, care);
    // One more client of 要介護1-2 in (I)(i), with 処遇改善加算.
    assert_eq!(answer["margins"]["more_care_1_2"]["units"], 1_109);
    let margins = &answer["margins"];
    assert_eq!(margins["more_care_1_2"]["yen"].as_u64(), Some(1_109 * 1_105 / 100));
    assert!(margins["less_care_3_5"]["yen"].as_i64().unwrap() < 0);
}

#[test]
fn the_text_has_bars_room_and_what_is_missing() {
    let office = Place::filled();
    let said = out(&office.run(&["workload"]));
    assert!(said.starts_with("取扱件数 令和8年10月  見本相談所(1379900010)"), "{said}");
    for part in [
        "居宅介護支援費(I)（45件から逓減）",
        "(i)    8  ########",
        "要介護+要支援+委託（今の決まり）",
        "あと",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(said.contains("事業所の体制が登録されていない"), "{said}");
    assert!(said.contains("契約日のない利用者が8名"), "{said}");
    assert!(!said.contains("月ごと"), "one month only: {said}");
}

#[test]
fn clients_of_preventive_support_count_a_third_and_the_programme_nothing() {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("demo").display().to_string();
    let options = ["--sort", "prevention", "--clients", "12", "--month", "2026-10"];
    assert_eq!(kyukan(&[&["demo", &dir][..], &options].concat()).status.code(), Some(0));
    let office = format!("{dir}/office");
    let run = |arguments: &[&str]| kyukan(&[arguments, &["-w", &office]].concat());
    let workload = || json(&run(&["workload", "--format", "json"]));
    let before = workload();
    let of = |answer: &Value, sort: &str| answer["counts"][sort].as_u64().unwrap_or_default();
    let own = of(&before, "prevention_own");
    assert!(own > 2 && of(&before, "management") > 0 && of(&before, "care") == 0, "{before}");
    let cases = |answer: &Value, reading: usize| answer["readings"][reading]["cases_x3"].as_u64().unwrap();
    assert_eq!([0, 1, 2].map(|reading| cases(&before, reading)), [own, own, 0]);
    // The register says who is entrusted: such a client counts in one reading only, and is claimed by the centre.
    let claims = json(&run(&["fee", "--format", "json"]));
    let forms = claims["claims"].as_array().unwrap();
    assert!(forms.iter().all(|claim| text(claim, "form") == "8125"), "{claims}");
    let client = forms.iter().find(|claim| text(claim, "state") != "nothing").unwrap();
    let keys = ["insurer", "insured"].map(|key| format!("{key}={}", text(client, key)));
    let set = run(&["master", "set", "clients", &keys[0], &keys[1], "entrusted_by=1300000012"]);
    assert_eq!(set.status.code(), Some(0));
    let after = workload();
    assert_eq!((of(&after, "prevention_own"), of(&after, "prevention_entrusted")), (own - 1, 1));
    assert_eq!([0, 1, 2].map(|reading| cases(&after, reading)), [own, own - 1, 0]);
    let left_out = json(&run(&["fee", "--format", "json"]))["left_out"].as_array().unwrap().clone();
    let why = |why: &str| left_out.iter().filter(|left| text(left, "why") == why).count();
    assert_eq!((why("entrusted"), why("management") as u64), (1, of(&after, "management")));
    let csv = out(&run(&["workload", "--format", "csv"]));
    assert!(csv.contains(&format!("2026-10,office,,0,{},1,{own},", own - 1)), "{csv}");
}

#[test]
fn months_stand_side_by_side() {
    let office = entered();
    with_month(&office, "2026-09");
    with_month(&office, "2026-08");
    let months = |count: &str| -> Vec<String> {
        let answer = workload(&office, &["--month", "2026-10", "--months", count]);
        answer["months"].as_array().unwrap().iter().map(|month| text(month, "month").to_owned()).collect()
    };
    assert_eq!(months("1"), ["2026-10"]);
    assert_eq!(months("2"), ["2026-09", "2026-10"]);
    assert_eq!(months("12"), ["2026-08", "2026-09", "2026-10"]);
    let said = out(&office.run(&["workload", "--month", "2026-10", "--months", "3"]));
    assert!(said.contains("月ごと") && said.contains("R8/8"), "{said}");
}

#[test]
fn concentration_names_what_is_missing() {
    let office = entered();
    with_month(&office, "2026-09");
    with_month(&office, "2026-08");
    let answer = workload(&office, &["--month", "2026-10", "--concentration"]);
    let found = &answer["concentration"];
    assert_eq!((text(found, "from"), text(found, "to")), ("2026-09", "2027-02"));
    assert_eq!((text(found, "reduced_from"), text(found, "file_by")), ("2027-04", "2027-03-15"));
    assert_eq!(
        found["months"],
        serde_json::json!(["2026-09", "2026-10"]),
        "August belongs to another period"
    );
    assert_eq!(found["missing"].as_array().unwrap().len(), 4);
    assert_eq!(answer["months"].as_array().unwrap().len(), 1, "a series was not asked for");
    for kind in found["kinds"].as_array().unwrap() {
        let corporations = kind["corporations"].as_array().unwrap();
        let most = corporations.iter().map(|one| one["plans"].as_u64().unwrap()).max();
        assert_eq!(kind["of_top"].as_u64(), most);
        assert!(most <= kind["all"].as_u64());
    }
    let said = out(&office.run(&["workload", "--month", "2026-10", "--concentration"]));
    assert!(said.contains("R8/11、R8/12、R9/1、R9/2") && said.contains("令和9年3月15日まで"), "{said}");
}

#[test]
fn corporations_of_the_register_are_counted_together() {
    let office = entered();
    let kinds = |answer: &Value| answer["concentration"]["kinds"].as_array().unwrap().clone();
    let before = workload(&office, &["--concentration"]);
    let unknown = before["concentration"]["unknown"].as_array().unwrap().clone();
    assert!(unknown.len() > 1);
    for number in &unknown {
        let key = format!("office={}", number.as_str().unwrap());
        office.done(&["master", "set", "providers", &key, "corporation=株式会社見本"]);
    }
    let output = office.run(&["workload", "--format", "json", "--concentration"]);
    assert_eq!(output.status.code(), Some(1), "shares of all are over");
    let after = json(&output);
    assert_eq!(after["concentration"]["unknown"], serde_json::json!([]));
    for kind in kinds(&after) {
        assert_eq!((text(&kind, "percent"), &kind["of_top"]), ("100.00", &kind["all"]));
        assert_eq!((text(&kind, "top"), kind["is_area_known"].as_bool()), ("株式会社見本", Some(false)));
        assert_eq!(kind["reasons"], serde_json::json!(["small_office", "small_kind"]));
    }
    assert_eq!(text(&after["concentration"], "verdict"), "reasoned");
    let area = workload(&office, &["--offices-in-area", "11=4", "--offices-in-area", "78+15=9"]);
    for kind in kinds(&area) {
        let has = kind["reasons"].as_array().unwrap().contains(&"few_offices".into());
        assert_eq!(has, kind["kinds"] == serde_json::json!(["11"]), "{kind}");
    }
    let refused = office.refused(2, &["workload", "--offices-in-area", "11"]);
    assert!(refused.contains("--offices-in-area"), "{refused}");
    let csv = out(&office.run(&["workload", "--concentration", "--format", "csv"]));
    assert!(csv.contains("株式会社見本"), "{csv}");
}
