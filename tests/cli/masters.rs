//! Service code masters that were imported into the workspace.

use super::workspace::Place;
use super::{err, json, kyukan, out};
use kyukan::app::decisions::Decisions;
use kyukan::store::workspace::{Access, Who, Workspace};
use kyukan::store::{MASTERS, import_master, registered_masters};
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;
use std::process::Output;

/// What is said when a master does not tell how codes are counted.
const FROM_SHEETS: &str = "別表から見分けました";

fn workspace(place: &Place) -> Workspace {
    let who = Who { person: "試験 花子".to_owned(), machine: "受付PC".to_owned() };
    let clock = Box::new(|| chrono::Local::now().fixed_offset());
    Workspace::open(Path::new(&place.path("office")), who, Access::Write, clock).unwrap()
}

fn run_check(place: &Place, codes: Option<&str>, format: &str) -> Output {
    let office = place.path("office");
    let mut arguments = vec!["check", &office, "--format", format];
    arguments.extend(codes.iter().flat_map(|codes| ["--codes", codes]));
    let output = super::kyukan(&arguments);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    output
}

/// The answer of `check` on the workspace, and what it says to people.
fn check(place: &Place, codes: Option<&str>) -> (Value, String) {
    let told = run_check(place, codes, "text");
    (json(&run_check(place, codes, "json")), out(&told) + &err(&told))
}

#[test]
fn a_month_is_opened_with_the_imported_master_as_with_the_one_given() {
    let place = Place::filled();
    let codes = place.path("demo/master/codes.csv");
    let (with_codes, told) = check(&place, Some(&codes));
    assert!(!told.contains(FROM_SHEETS), "{told}");
    let (without, told) = check(&place, None);
    assert!(told.contains(FROM_SHEETS), "codes are told from the sheets: {told}");
    // A master that makes a difference: everything is counted by the month.
    let text = std::fs::read_to_string(&codes).unwrap();
    let monthly = place.path("monthly.csv");
    std::fs::write(&monthly, text.replace(",time", ",month")).unwrap();
    let (of_monthly, _) = check(&place, Some(&monthly));
    assert_ne!(of_monthly["differences"], without["differences"]);
    for (file, expected) in [(&codes, &with_codes), (&monthly, &of_monthly)] {
        let mut workspace = workspace(&place);
        let last = workspace.last_seq().unwrap();
        import_master(&mut workspace, Path::new(file), last).unwrap();
        drop(workspace);
        let (found, told) = check(&place, None);
        assert_eq!(&found, expected, "the one imported last counts");
        assert!(!told.contains(FROM_SHEETS), "{told}");
    }
    assert_eq!(check(&place, Some(&codes)).0, with_codes, "the one given stands before");
}

#[test]
fn a_master_whose_file_was_changed_is_told_and_not_used() {
    let place = Place::filled();
    let (before, _) = check(&place, None);
    let mut workspace = workspace(&place);
    let last = workspace.last_seq().unwrap();
    let codes = place.path("demo/master/codes.csv");
    import_master(&mut workspace, Path::new(&codes), last).unwrap();
    let decisions = Decisions::of(workspace.events(None).unwrap().items);
    let master = registered_masters(decisions.entries(MASTERS)).remove(0);
    drop(workspace);
    let kept = place.path(&format!("office/masters/{}.csv", master.hash));
    std::fs::remove_file(&kept).unwrap();
    let (missing, told) = check(&place, None);
    assert!(told.contains("「codes.csv」のファイルがない") && told.contains(FROM_SHEETS), "{told}");
    assert_eq!(missing["differences"], before["differences"]);
    std::fs::write(&kept, "code,name,units,in_limit,unit_type\n").unwrap();
    let (_, told) = check(&place, None);
    assert!(told.contains("取り込んだときと違う"), "{told}");
}

/// Takes a file in with its exit code; gives what was told.
fn import(place: &Place, code: i32, file: &str) -> String {
    let output = place.run(&["master", "import", file]);
    assert_eq!(output.status.code(), Some(code), "{}{}", out(&output), err(&output));
    out(&output)
}

fn put(place: &Place, name: &str, bytes: &[u8]) -> String {
    std::fs::write(place.path(name), bytes).unwrap();
    place.path(name)
}

/// The masters on the register, the one that counts first at the beginning.
fn listed(place: &Place) -> Vec<Value> {
    let list = json(&place.run(&["master", "list", "--format", "json"]));
    assert_eq!(list["schema"], "kyukan.masters/1");
    let row = list["registers"].as_array().unwrap().last().unwrap().clone();
    let masters = list["masters"].as_array().unwrap().clone();
    assert_eq!((&row["name"], &row["rows"]), (&"masters".into(), &masters.len().into()));
    let shown = json(&place.run(&["master", "show", "masters", "--format", "json"]));
    assert_eq!((&shown["schema"], shown["rows"].as_array()), (&"kyukan.master/1".into(), Some(&masters)));
    masters
}

/// A public table that counts every visit of the demo's master by the month.
fn public_table(place: &Place) -> String {
    let mut table = "\u{feff}system,service_code,service_name,units,unit_type,calculation_type,valid_from,valid_until,formula\n".to_owned();
    let own = std::fs::read_to_string(place.path("demo/master/codes.csv")).unwrap();
    for line in own.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let unit_type = if cells[4] == "percent" { "%" } else { "1月につき" };
        let [code, name, units] = [cells[0], cells[1], cells[2]];
        writeln!(table, "介護,{code},{name},{units},{unit_type},基本,2024-06-01,,").unwrap();
    }
    table
}

#[test]
fn a_public_table_is_taken_in_used_taken_off_and_brought_back() {
    let place = Place::filled();
    let (before, _) = check(&place, None);
    let table = public_table(&place);
    let file = put(&place, "public.csv", table.as_bytes());
    let rows = table.lines().count() - 1;
    let said = import(&place, 0, &file);
    let counts = format!(
        "public.csv: サービスコード（公表サービスコード表） {rows}行 = 取り込んだ行 {rows} + 取り込まない行 0\n"
    );
    assert!(said.starts_with(&counts), "{said}");
    assert!(said.contains("適用開始 2024-06 / 適用終了 定めのない行あり\n  新しく登録しました"), "{said}");
    assert!(said.contains(&format!("  - {rows}行のどれにも、限度額の内か外かが書いてありません")), "{said}");
    assert!(said.contains("行は、単位数が0です"), "{said}");
    let event = place.events().pop().unwrap();
    assert_eq!((&event["deed"], &event["month"]), (&"register".into(), &Value::Null));
    let (with_table, _) = check(&place, None);
    assert_ne!(with_table["differences"], before["differences"], "visits are counted by the month");

    let masters = listed(&place);
    let hash = masters[0]["hash"].as_str().unwrap().to_owned();
    assert_eq!((masters.len(), hash.len()), (1, 64));
    let told = out(&place.run(&["master", "list"]));
    let last = told.lines().last().unwrap();
    assert!(last.starts_with(&hash[..8]) && !last.contains(&hash), "{told}");
    assert!(last.contains("public.csv  公表サービスコード表") && last.contains("2024-06"), "{told}");

    let said = place.done(&["master", "remove", "masters", &hash[..6].to_uppercase()]);
    assert!(
        said.starts_with(&format!("登録から除きました: サービスコード {} public.csv\n", &hash[..8])),
        "{said}"
    );
    assert_eq!((check(&place, None).0, listed(&place)), (before, Vec::new()));
    assert!(Path::new(&place.path(&format!("office/masters/{hash}.csv"))).is_file(), "the bytes stay");
    assert!(place.done(&["undo"]).contains("サービスコード"));
    assert_eq!((&check(&place, None).0, listed(&place)), (&with_table, masters.clone()));
    assert!(import(&place, 0, &file).contains("もう登録してあり"));
    place.done(&["master", "remove", "masters", &hash]);
    assert!(import(&place, 0, &file).contains("新しく登録しました"));
    assert_eq!((check(&place, None).0, listed(&place)), (with_table, masters));
}

#[test]
fn a_master_of_our_own_is_taken_in_row_by_row() {
    let place = Place::filled();
    let (before, told) = check(&place, None);
    assert!(told.contains(FROM_SHEETS), "{told}");
    let text = std::fs::read_to_string(place.path("demo/master/codes.csv")).unwrap();
    let bad = "11,x,many,1,time\n119999,y,1,2,hour\n119998,z,1\n";
    let (sjis, _, _) = encoding_rs::SHIFT_JIS.encode(&text);
    let whole = [&sjis, bad.as_bytes()].concat();
    let rows = text.lines().count() - 1;
    let file = put(&place, "own.csv", &whole);
    let said = import(&place, 1, &file);
    let counts = format!("（給管の形式） {}行 = 取り込んだ行 {rows} + 取り込まない行 3\n", rows + 3);
    assert!(said.contains(&counts), "{said}");
    let faults: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("  ! ")).collect();
    let first = rows + 2;
    let places = [first, first, first + 1, first + 1, first + 2];
    assert_eq!(faults.len(), places.len(), "{said}");
    for (fault, line) in faults.iter().zip(places) {
        assert!(fault.starts_with(&format!("{line}行目（取り込んでいません）: ")), "{fault}");
    }
    assert!(faults[0].contains("「code」の「11」は使えません。サービスコード6桁"), "{said}");
    assert!(
        faults[3].contains("「hour」") && faults[3].contains("time, day, month, percent, item"),
        "{said}"
    );
    assert!(faults[4].contains("列の数（3）が、見出しの列の数（5）と合いません"), "{said}");
    let (with_master, told) = check(&place, None);
    assert_eq!(with_master["counts"], before["counts"], "the demo's sheets say the same");
    assert!(!told.contains(FROM_SHEETS), "the master tells it now: {told}");

    let again = place.run(&["master", "import", &file, "--register", "masters", "--format", "json"]);
    assert_eq!(again.status.code(), Some(1));
    let again = json(&again);
    let file = &again["files"][0];
    assert_eq!((&again["schema"], &file["register"]), (&"kyukan.master_import/1".into(), &"masters".into()));
    let numbers = ["rows", "new", "changed", "same", "refused"].map(|key| file[key].as_u64().unwrap());
    let rows = u64::try_from(rows).unwrap();
    assert_eq!(numbers, [rows + 3, 0, 0, rows, 3]);
    let master = &file["master"];
    assert_eq!(
        (&master["sort"], &master["outcome"], &master["faults"]),
        (&"own".into(), &"known".into(), &5.into())
    );
    let refused = &file["refused_rows"][1];
    assert_eq!((&refused["line"], &refused["column"]), (&first.into(), &3.into()));
    assert_eq!((&refused["item"], &refused["value"]), (&"units".into(), &"many".into()));
}

/// An office with the sample month of 総合事業.
fn town() -> Place {
    let place = Place::of(&super::sample("prevention"), "1309900007");
    assert_eq!(place.differences().len(), 10);
    place
}

/// How many differences of a code there are.
fn differences_of(place: &Place, code: &str) -> usize {
    let is_it = |row: &Value| row["code"] == code;
    let differences = place.differences();
    differences.iter().filter(|difference| is_it(&difference["plan"]) || is_it(&difference["actual"])).count()
}

#[test]
fn a_municipal_master_counts_for_its_own_clients() {
    let place = town();
    let row = |insurer: &str| {
        format!("{insurer},A2,9121,202404,999999,訪問独自・月額,291,03,1,01,3,2a,,,2,2,2,1,20240327\r\n")
    };
    assert_eq!(differences_of(&place, "A29121"), 2);
    // Nobody of this municipality has differences.
    let elsewhere = row("139840");
    let (elsewhere, _, _) = encoding_rs::SHIFT_JIS.encode(&elsewhere);
    let other = put(&place, "other.csv", &elsewhere);
    let said = import(&place, 0, &other);
    assert!(said.contains("（市町村の総合事業マスタ） 1行 = 取り込んだ行 1"), "{said}");
    assert!(said.contains("  保険者 139840\n") && said.contains("  - 見出しがないので、19列を"), "{said}");
    assert!(said.contains("  - 1行は、予備の列の値が単位数単価として読めないので"), "{said}");
    assert_eq!(differences_of(&place, "A29121"), 2);
    let text = "保険者番号,サービス種類,サービス項目,適用開始,適用終了,名称,単位数,算定単位,制限日数,算定回数制限,限度額,予備,給付率,負担額,a,b,c,d,更新日\r\n".to_owned() + &row("139907");
    let (own, _, _) = encoding_rs::SHIFT_JIS.encode(&text);
    assert!(std::str::from_utf8(&own).is_err(), "the file is in MS932");
    let own = put(&place, "町の単位数.csv", &own);
    let said = import(&place, 0, &own);
    assert!(said.contains("  保険者 139907\n") && !said.contains("見出しがないので"), "{said}");
    assert_eq!(differences_of(&place, "A29121"), 0, "visits are counted by the month");
    let masters = listed(&place);
    let names: Vec<(&str, &str)> =
        masters.iter().map(|row| (row["name"].as_str().unwrap(), row["order"].as_str().unwrap())).collect();
    assert_eq!(names, [("町の単位数.csv", "2"), ("other.csv", "1")]);
    assert!(import(&place, 0, &other).contains("ほかの表より先に使うように"), "it comes to the top");
    let of_town = masters[0]["hash"].as_str().unwrap();
    place.done(&["master", "remove", "masters", of_town]);
    assert_eq!(differences_of(&place, "A29121"), 2);
}

#[test]
fn what_is_no_master_or_cannot_be_meant_is_told() {
    let place = Place::filled();
    let stranger = put(&place, "stranger.csv", b"a,b\r\n1,2\r\n");
    assert!(import(&place, 1, &stranger).contains("見出しが、どの登録のものでもありません"));
    let meant = place.run(&["master", "import", "--register", "masters", &stranger]);
    assert!(out(&meant).contains("サービスコード表として読めません"), "{}", out(&meant));
    let short = put(&place, "short.csv", b"code,name\r\n111111,x\r\n");
    assert!(import(&place, 1, &short).contains("見出しに「units」の列が足りません"));
    let nothing = put(&place, "nothing.csv", b"code,name,units,in_limit,unit_type\r\n11,x,1,1,time\r\n");
    let said = import(&place, 1, &nothing);
    assert!(said.contains("取り込める行がありません（1行）") && said.contains("  ! 2行目"), "{said}");
    let json_of_nothing = json(&place.run(&["master", "import", &nothing, "--format", "json"]));
    let file = &json_of_nothing["files"][0];
    assert_eq!(
        (&file["register"], &file["rows"], &file["refused"]),
        (&"masters".into(), &1.into(), &1.into())
    );
    assert!(file["master"].is_null());
    assert_eq!(listed(&place), [] as [Value; 0]);
    assert!(err(&place.run(&["master", "show", "masters"])).contains("まだ1件もありません"));
    assert_eq!(place.events().len(), 1, "nothing was journalled");

    assert!(place.refused(1, &["master", "remove", "masters", "00"]).contains("「00」で始まるハッシュ"));
    assert!(place.refused(2, &["master", "set", "masters", "name=x"]).contains("丸ごと登録します"));
    assert!(place.refused(2, &["master", "export", "masters"]).contains("丸ごと登録します"));
    let masters: Vec<String> = (0..17).map(|at| put(&place, &format!("{at}.csv"), &own(at))).collect();
    let files: Vec<&str> = masters.iter().map(String::as_str).collect();
    let told = place.run(&[&["master", "import"], files.as_slice()].concat());
    assert_eq!((told.status.code(), out(&told).matches("新しく登録しました").count()), (Some(0), 17));
    let all = listed(&place);
    let first = |row: &Value| row["hash"].as_str().unwrap()[..1].to_owned();
    let digit = all.iter().map(first).find(|digit| all.iter().filter(|row| first(row) == *digit).count() > 1);
    let said = place.refused(1, &["master", "remove", "masters", &digit.unwrap()]);
    assert!(said.contains("いくつもあります"), "{said}");
    let hash = |at: usize| all[at]["hash"].as_str().unwrap();
    let said = place.refused(1, &["master", "remove", "masters", hash(0), "xx"]);
    assert!(said.contains("「xx」で始まるハッシュ"), "{said}");
    assert_eq!(listed(&place).len(), 17, "one that cannot be told stops all");
    place.done(&["master", "remove", "masters", hash(0), hash(1), hash(0)]);
    assert_eq!(listed(&place), all[2..]);
}

/// A master with one code of its own.
fn own(at: usize) -> Vec<u8> {
    format!("code,name,units,in_limit,unit_type\r\n1111{at:02},x,1,1,time\r\n").into_bytes()
}

#[test]
fn masters_whose_files_are_gone_are_told_where_they_are_listed() {
    let place = Place::filled();
    let file = put(&place, "町.csv", &own(1));
    import(&place, 0, &file);
    let hash = listed(&place)[0]["hash"].as_str().unwrap().to_owned();
    std::fs::remove_file(place.path(&format!("office/masters/{hash}.csv"))).unwrap();
    for arguments in [&["master", "list"][..], &["master", "show", "masters"]] {
        let output = place.run(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(err(&output).contains("のファイルがないため"), "{}", err(&output));
        assert!(out(&output).contains(&hash[..8]), "{}", out(&output));
    }
    assert!(import(&place, 0, &file).contains("もう登録してあり"));
    assert_eq!(place.run(&["master", "list"]).status.code(), Some(0), "the file is there again");
    let csv = out(&place.run(&["master", "show", "masters", "--format", "csv", "--lang", "en"]));
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines[0],
        "\u{feff}hash,file name,layout,rows,not taken in,from month,to month,insurers,order of import"
    );
    assert!(lines[1].starts_with(&hash), "{csv}");
    let english = kyukan(&["master", "import", &file, "-w", &place.path("office"), "--lang", "en"]);
    assert!(
        out(&english).contains("(kyukan's own layout) 1 rows = 1 taken in + 0 not taken in"),
        "{}",
        out(&english)
    );
}
