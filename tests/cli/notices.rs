//! Notices of 国保連: taken in, tied to what was sent, said what to do. Every file is invented.

use super::fee::entered;
use super::slips::{ready, sent, slips};
use super::workspace::{Place, text};
use super::{err, json, out};
use serde_json::Value;

const OWN: &str = "1379900010";

/// A file of data rows (everything after the record number) with its frame, in MS932.
fn file(data_kind: &str, rows: &[String]) -> Vec<u8> {
    let mut lines = vec![format!("1,1,0,{},{data_kind},0,0,{OWN},0,7,202611,0", rows.len())];
    lines.extend(rows.iter().zip(2..).map(|(row, no)| format!("2,{no},{row}")));
    lines.push(format!("3,{}", rows.len() + 2));
    mixed(&lines)
}

fn mixed(lines: &[String]) -> Vec<u8> {
    let text: String = lines.iter().flat_map(|line| [line.as_str(), "\r\n"]).collect();
    kyukan::format::sjis::encode(&text).unwrap()
}

fn header(office: &str) -> String {
    format!("7411,H1,{office},\"見本居宅介護支援事業所\",202611,20261130,1,\"見本県国民健康保険団体連合会\"")
}

fn returned(client: (&str, &str), document: &str, reason: &str, remark: &str) -> String {
    let (insurer, insured) = client;
    format!(
        "7411,D1,0000{insurer},\"見本市\",{insured},ﾐﾎﾝ ﾊﾅｺ,\"{document}\",202610,,1000,{reason},\
         \"被保険者番号：市町村の認定情報が未登録\",\"{remark}\","
    )
}

/// Writes a file beside the office and gives its path.
fn put(office: &Place, name: &str, bytes: &[u8]) -> String {
    let path = office.path(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn list(office: &Place, more: &[&str]) -> Value {
    let output = office.run(&[&["notices", "list", "--format", "json"], more].concat());
    let answer = json(&output);
    assert_eq!((&answer["schema"], &answer["view"]), (&"kyukan.notices/1".into(), &"list".into()));
    answer
}

fn open(office: &Place) -> Vec<Value> {
    let answer = json(&office.run(&["notices", "open", "--format", "json"]));
    assert_eq!((&answer["schema"], &answer["view"]), (&"kyukan.notices/1".into(), &"open".into()));
    answer["open"].as_array().unwrap().clone()
}

/// Takes a file in with its exit code; gives what was told.
fn import(office: &Place, code: i32, path: &str) -> String {
    let output = office.run(&["notices", "import", path]);
    assert_eq!(output.status.code(), Some(code), "{}{}", out(&output), err(&output));
    out(&output)
}

fn is_state(office: &Place, insured: &str, window: &str) -> (String, Value) {
    let output = office.run(&["tally", "--format", "json", "--window", window, "--client", insured]);
    let slip = json(&output)["slips"][0].clone();
    (text(&slip, "state").to_owned(), slip["action"].clone())
}

#[test]
fn a_returned_slip_is_open_until_it_is_sent_again() {
    let office = ready();
    office.done(&["write", "--slips", "--window", "2026-11", "--yes"]);
    let written: Vec<Value> =
        slips(&office, &[]).into_iter().filter(|slip| text(slip, "state") == "written").collect();
    let (came_back, stands) = (&written[0], &written[1]);
    let client = (text(came_back, "insurer"), text(came_back, "insured"));
    let rows =
        [header(OWN), returned(client, "給", "B", "１２Ｐ０"), returned(client, "給", "B", "１２Ｐ０")];
    let path = put(&office, "74100000.CSV", &file("741", &rows));
    let said = import(&office, 0, &path);
    assert!(said.contains("返戻（保留）一覧表（2026-11審査分）"), "{said}");
    assert!(
        said.contains("全5行 = 制御 2 + 見出し 1 + 合計 0 + 内容 2 + 重複 0 + 対象外 0 + 読めない行 0"),
        "{said}"
    );
    assert!(said.contains("2026-10サービス分: 通知の取込 1件:"), "{said}");
    let events = office.events();
    let event = events.last().unwrap();
    assert_eq!((&event["deed"], &event["month"]), (&"notices".into(), &"2026-10".into()));
    assert_eq!(event["changes"].as_array().unwrap().len(), written.len(), "one returned, the others decided");

    let items = list(&office, &[])["items"].as_array().unwrap().clone();
    let [item] = items.as_slice() else { panic!("{items:?}") };
    assert_eq!((text(item, "says"), text(item, "tie")), ("slip-returned", "slip"));
    assert_eq!((text(item, "step"), &item["codes"][0]), ("send-new", &"12P0".into()));
    assert_eq!(item["lines"], serde_json::json!([3, 4]));
    assert!(!item["caught_by"].as_array().unwrap().is_empty());
    assert_eq!(text(item, "as_sent"), "not-found", "its data showed nothing");
    let told = out(&office.run(&["notices", "list", "--client", client.1]));
    for words in [
        "12P0",
        "意味: その月の受給者台帳に",
        "次にすること: 給付管理票を新規で送る",
        "手順: ",
        "送る前の点検では見つかっていません",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }

    let waiting = open(&office);
    let [one] = waiting.as_slice() else { panic!("{waiting:?}") };
    assert_eq!((text(one, "insured"), text(one, "why")), (client.1, "returned"));
    assert_eq!((text(one, "since"), text(one, "barred_from")), ("2026-11", "2029-01"));
    assert_eq!((text(one, "step"), &one["codes"][0]), ("send-new", &"12P0".into()));
    assert_eq!(is_state(&office, client.1, "2026-12"), ("ready".to_owned(), "1".into()));
    assert_eq!(is_state(&office, text(stands, "insured"), "2026-12").0, "unchanged");

    let again = import(&office, 0, &path);
    assert!(again.contains("もう取り込んであります"), "{again}");
    assert_eq!(office.events().len(), events.len(), "nothing new, no event");

    office.done(&["undo"]);
    assert_eq!(open(&office).len(), 0);
    assert!(is_state(&office, client.1, "2026-12").0 != "ready", "taken back");
    office.done(&["redo"]);
    office.done(&["write", "--slips", "--window", "2026-12", "--yes"]);
    assert!(sent(&office).iter().any(|path| path.ends_with("KY261201.CSV")));
    let waiting = open(&office);
    assert_eq!(waiting, [] as [Value; 0], "sent again");
    assert_eq!(office.run(&["notices", "open"]).status.code(), Some(0));
}

#[test]
fn what_a_person_said_stays_and_is_told() {
    let office = ready();
    office.done(&["write", "--slips", "--window", "2026-11", "--yes"]);
    let all = slips(&office, &[]);
    let slip = all.iter().find(|slip| text(slip, "state") == "written").unwrap();
    let client = (text(slip, "insurer"), text(slip, "insured"));
    office.done(&["decide", "slip-result", "accepted", client.1]);
    let path = put(&office, "r.csv", &file("741", &[header(OWN), returned(client, "給", "A", "ＡＮＮＫ")]));
    let said = import(&office, 1, &path);
    assert!(said.contains("通知では「返戻」ですが") && said.contains("「決定」と記録しています"), "{said}");
    assert_eq!(open(&office).len(), 0, "the record stands");
}

#[test]
fn a_list_that_was_cut_off_decides_nothing() {
    let office = ready();
    office.done(&["write", "--slips", "--window", "2026-11", "--yes"]);
    let rows = [format!("1,1,0,2,741,0,0,{OWN},0,7,202611,0"), format!("2,2,{}", header(OWN))];
    let said = import(&office, 1, &put(&office, "cut.csv", &mixed(&rows)));
    assert!(said.contains("エンドレコード（最後の行）がありません"), "{said}");
    assert!(
        said.contains("「決定」にはしていません") && said.contains("もう一度取り出してください"),
        "{said}"
    );
    assert!(office.events().iter().all(|event| event["deed"] != "notices"));
    // The whole one, without a returned slip, decides every slip.
    let said = import(&office, 0, &put(&office, "whole.csv", &file("741", &[header(OWN)])));
    assert!(said.contains("2026-10サービス分"), "{said}");
    let event = office.events().pop().unwrap();
    assert_eq!(event["changes"][0]["after"]["result"], "accepted");
}

#[test]
fn bad_files_are_kept_listed_and_explained() {
    let office = ready();
    let unknown_code = returned(("139998", "9999999999"), "給", "B", "ＺＺＺ９");
    let rows = [header(OWN), unknown_code, "7499,D1,1".to_owned(), "7411,D1,1,\"見本市\"".to_owned()];
    let said = import(&office, 1, &put(&office, "odd.csv", &file("741", &rows)));
    for words in [
        "交換情報識別番号「7499 D1」は知らないもの",
        "項目が4個しかありません（14個のはずです）",
        "この行は使わず、ファイルのまま保管しました。",
        "見たことのない利用者です",
        "コード「ＺＺＺ９」は一覧にありません",
        "読めない行 2",
        "この一覧表にない給付管理票を「決定」にはしていません。",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let other = "1379900028";
    let client = slips(&office, &[]).remove(0);
    let client = (text(&client, "insurer"), text(&client, "insured"));
    let rows = [header(other), returned(client, "給", "B", "１２Ｐ０")];
    let said = import(&office, 1, &put(&office, "other.csv", &file("741", &rows)));
    assert!(said.contains("あての通知です") && said.contains("その事業所に渡してください"), "{said}");
    let said = import(&office, 1, &put(&office, "letter.txt", "拝啓\r\n".as_bytes()));
    assert!(said.contains("国保連のファイルとして読めません"), "{said}");
    // A single row that was cut out of a list: why it cannot be read is told, too.
    let row = "2,2,7411,D1,0000139998,\"見本市\"".to_owned();
    let said = import(&office, 1, &put(&office, "row.csv", &mixed(&[row])));
    for words in ["コントロールレコード", "項目が4個しかありません（14個のはずです）"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    let rows = [
        format!("7521,H1,{OWN},\"見本\",202611,20261130,1,\"連合会\""),
        "7521,D1,00139998,202610,43,\"居宅介護支援\",2,0,2172,23544,23544,,,,".to_owned(),
        "7521,T1,2,0,2172,23545,23544,0,0,0,0".to_owned(),
    ];
    let said = import(&office, 1, &put(&office, "sum.csv", &file("752", &rows)));
    assert!(said.contains("No.6 合計 金額: 23,545 と書かれていますが、明細の合計は 23,544"), "{said}");

    let answer = list(&office, &[]);
    let names: Vec<&str> =
        answer["files"].as_array().unwrap().iter().map(|file| text(file, "name")).collect();
    assert_eq!(names, ["odd.csv", "other.csv", "letter.txt", "row.csv", "sum.csv"], "every one is kept");
    let ties: Vec<&str> = answer["items"].as_array().unwrap().iter().map(|item| text(item, "tie")).collect();
    assert_eq!(ties, ["unknown-client", "other-office", "sums"]);
    assert_eq!(answer["items"][0]["unknown_code"], "ＺＺＺ９");
    assert_eq!(answer["items"][0]["step"], "ask-federation");
    // A kept file that was changed is told and not used, and taken in again it is there again.
    let hash = text(&answer["files"][0], "hash").to_owned();
    let kept = office.path(&format!("office/notices/{hash}.csv"));
    std::fs::remove_file(&kept).unwrap();
    std::fs::write(&kept, "x").unwrap();
    let output = office.run(&["notices", "list"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("取り込んだときと違う"), "{}", err(&output));
    import(&office, 0, &office.path("odd.csv"));
    assert_eq!(list(&office, &[])["files"].as_array().unwrap().len(), 5);
}

#[test]
fn old_and_passed_on_notices_are_read() {
    let office = ready();
    office.done(&["write", "--slips", "--window", "2026-11", "--yes"]);
    let all = slips(&office, &[]);
    let written: Vec<&Value> = all.iter().filter(|slip| text(slip, "state") == "written").collect();
    let slip = written[0];
    let (insurer, insured) = (text(slip, "insurer"), text(slip, "insured"));
    let line = &slip["lines"][0];
    let (provider, kind) = (text(line, "provider"), text(line, "kind"));
    let old =
        format!("7411,D1,0000{insurer},\"見本市\",{insured},ﾐﾎﾝ,\"給\",202610,,1000,A,\"作成区分\",\"Ｎ９\"");
    import(&office, 0, &put(&office, "old.csv", &file("741", &[header(OWN), old])));
    let cut = [
        format!("7311,H1,{provider},\"見本訪問\",202611,20261130,1,\"連合会\",\"審査委員会\","),
        format!(
            "7311,D1,00{insurer},{insured},ﾐﾎﾝ,202610,{kind},,-250,A,\"給付管理票に実績が記載されていない\",\"\""
        ),
    ];
    import(&office, 0, &put(&office, "cut.csv", &file("731", &cut)));
    let answer = list(&office, &["--client", insured]);
    let items = answer["items"].as_array().unwrap();
    assert_eq!((text(&items[0], "step"), &items[0]["codes"][0]), ("send-new", &"ANN9".into()));
    let cut = &items[1];
    assert_eq!((text(cut, "says"), text(cut, "tie"), text(cut, "step")), ("cut", "slip", "send-replacement"));
    assert_eq!((&cut["provider"], &cut["slip_lines"][0]["units"]), (&provider.into(), &line["units"]));
    let month = list(&office, &["--month", "2026-09"]);
    assert_eq!(month["items"].as_array().unwrap().len(), 0);
    let csv = office.run(&["notices", "list", "--format", "csv"]).stdout;
    let mut reader = csv::Reader::from_reader(&csv[3..]);
    assert_eq!(reader.records().count(), 2);
    let english = out(&office.run(&["notices", "list", "--lang", "en"]));
    assert!(english.contains("Next: send the slip as 新規"), "{english}");
}

#[test]
fn a_returned_claim_is_claimed_again_and_payments_are_compared() {
    let office = entered();
    office.done(&["write", "--slips", "--fee", "--window", "2026-11", "--yes"]);
    let fees = |window: &str, state: &str| -> Vec<Value> {
        let answer = json(&office.run(&["fee", "--format", "json", "--window", window]));
        let claims = answer["claims"].as_array().unwrap().clone();
        claims.into_iter().filter(|claim| text(claim, "state") == state).collect()
    };
    let sent = fees("2026-11", "written");
    assert!(sent.len() > 1);
    let back = &sent[0];
    let client = (text(back, "insurer"), text(back, "insured"));
    let wait = json(&office.run(&["notices", "paid", "--format", "json"]));
    assert_eq!((&wait["view"], &wait["windows"][0]["has_payments"]), (&"paid".into(), &false.into()));
    let rows = [header(OWN), returned(client, "サ", "A", "ＡＢＢ０")];
    import(&office, 0, &put(&office, "741.csv", &file("741", &rows)));
    let again = fees("2026-12", "ready");
    assert_eq!(again.iter().map(|claim| text(claim, "insured")).collect::<Vec<_>>(), [client.1]);
    let waiting = open(&office);
    assert_eq!((text(&waiting[0], "document"), text(&waiting[0], "step")), ("fee", "send-fee"));

    // Everything but the returned claim is paid, each insurer in a row; then a yen less.
    let paid = |less: i64| {
        let mut rows = vec![format!("7521,H1,{OWN},\"見本\",202611,20261130,1,\"連合会\"")];
        let mut sums = std::collections::BTreeMap::<String, [i64; 3]>::new();
        for claim in sent.iter().skip(1) {
            let insured = text(claim, "insured");
            let payer = if insured.starts_with('H') { "12139901" } else { text(claim, "insurer") };
            let kind = if text(claim, "form") == "8124" { "43" } else { "46" };
            let sum = sums.entry(format!("{payer:0>8},202610,{kind}")).or_default();
            let amounts = [1, claim["units"].as_i64().unwrap(), claim["yen"].as_i64().unwrap()];
            sum.iter_mut().zip(amounts).for_each(|(sum, part)| *sum += part);
        }
        let last = sums.len() - 1;
        for (at, (key, [count, units, yen])) in sums.into_iter().enumerate() {
            let yen = if at == last { yen - less } else { yen };
            rows.push(format!("7521,D1,{key},\"居宅介護支援\",{count},0,{units},{yen},{yen},,,,"));
        }
        rows
    };
    office.run(&["notices", "import", &put(&office, "good.csv", &file("752", &paid(0)))]);
    let output = office.run(&["notices", "paid"]);
    assert!(out(&output).contains("請求と支払は合っています"), "{}", out(&output));
    assert_eq!(output.status.code(), Some(0));
    office.done(&["undo"]);
    office.run(&["notices", "import", &put(&office, "bad.csv", &file("752", &paid(1)))]);
    let output = office.run(&["notices", "paid"]);
    assert!(out(&output).contains("予定より0件 0単位 -1円違います"), "{}", out(&output));
    assert_eq!(output.status.code(), Some(1));

    office.done(&["write", "--fee", "--window", "2026-12", "--yes"]);
    assert_eq!(open(&office), [] as [Value; 0], "claimed again");
}
