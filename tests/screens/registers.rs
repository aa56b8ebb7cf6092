//! 登録: what is seen, and changing registers, in a workspace on the disk.

use crate::deciding::Office;
use crate::roles;
use crate::snapshots::shot;
use crate::station::{Setup, Station};
use kyukan::app::decisions::Cells;
use kyukan::tui::screens::ScreenId;

fn open(office: &Office) -> Station {
    let mut station = office.open();
    station.keys("T");
    assert_eq!(station.model.current(), ScreenId::Registers);
    station
}

/// The rows of a register as the journal on the disk has them.
fn rows(office: &Office, register: &str) -> Vec<(Vec<String>, Cells)> {
    let station = office.open();
    let review = station.model.review().unwrap();
    let entries = review.decisions.entries(register).iter();
    entries.map(|(key, cells)| (key.clone(), cells.clone())).collect()
}

/// A care manager who was replaced by a newer row, one who has left, and a contract.
const ROWS: &str = "+空の<enter>佐藤 由美<tab><ctrl-u>2024-04<tab>13000001<tab>1.0<enter>\
    y<ctrl-u>R8.4<tab><ctrl-u>13000002<enter>\
    +空の<enter>鈴木 健<tab><ctrl-u>2025-04<tab>13000003<tab>0.5<tab><tab><tab>2026-09<enter>";

#[test]
fn the_screen_with_its_windows() {
    for size in [(80, 24), (120, 40)] {
        let office = Office::sample();
        let name = |what: &str| format!("registers-{what}-{}x{}", size.0, size.1);
        let mut station = office.setup(size).theme(roles::THEME).open();
        station.keys("T").keys(ROWS);
        shot!(name("rows"), station.keys("g").snapshot());
        shot!(name("edit"), station.keys("<enter>").snapshot());
        shot!(name("list"), station.keys("<esc><left><left><left><left><left><left>").snapshot());
        shot!(name("offers"), station.keys("<down>+").snapshot());
        shot!(name("new"), station.keys("<down><enter>").snapshot());
        shot!(name("refusal"), station.keys("4月1日<enter>").snapshot());
    }
    let office = Office::sample();
    let mut station = office.setup((80, 24)).theme(roles::THEME).open();
    station.keys("T").keys(ROWS);
    shot!("registers-choices", station.keys("<enter><tab><tab><space>").snapshot());
    shot!("registers-remove", station.keys("<esc><esc>D").snapshot());
    shot!("registers-import", station.keys("<esc>t").snapshot());
    shot!("registers-search", station.keys("<esc>/鈴木").snapshot());
}

#[test]
fn the_screen_in_english() {
    let office = Office::sample();
    let mut station = office.setup((80, 24)).english().open();
    shot!("registers-english-80x24", station.keys("T").keys(&ROWS.replace("空の", "empty")).keys("g").text());
    shot!("registers-english-edit", station.keys("<enter><ctrl-u>7<enter>").text());
}

#[test]
fn a_row_is_entered_changed_undone_and_taken_out() {
    let office = Office::sample();
    let mut station = open(&office);
    station
        .keys("+空の<enter>佐藤 由美<tab><tab>13<enter>")
        .sees("数字 8桁で書いてください")
        .sees("佐藤 由美");
    station.keys("000001<enter>").sees("登録しました: 担当ケアマネ 佐藤 由美 2026-10");
    station.keys("<enter><tab><ctrl-u>0.5<enter>").sees("登録しました").sees("常勤換算 0.5");
    station
        .keys("<left><left><left><left><left><down><down>u")
        .sees("元に戻す: 登録 担当ケアマネ 佐藤 由美 2026-10");
    station.sees("常勤換算 -").keys("U").sees("やり直し").sees("常勤換算 0.5");
    station.keys("x").sees("本当に登録から除きますか").keys("<esc>");
    assert_eq!(rows_of(&station, "managers"), 1);
    station
        .keys("D<enter>")
        .sees("登録から除きました: 担当ケアマネ 佐藤 由美 2026-10")
        .sees("まだ1件もありません");
    station.keys("u").sees("元に戻す: 登録の取りやめ 担当ケアマネ 佐藤 由美").sees("常勤換算 0.5");
    drop(station);
    let rows = rows(&office, "managers");
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].0[0].as_str(), rows[0].1["full_time"].as_str()), ("佐藤 由美", "0.5"));
}

fn rows_of(station: &Station, register: &str) -> usize {
    station.model.review().unwrap().decisions.entries(register).len()
}

#[test]
fn a_contract_begins_with_a_client_of_the_month() {
    let office = Office::sample();
    let mut station = open(&office);
    let clients = station.model.review().unwrap().month.clients.len();
    station.keys("<down>+").sees("まだ登録のない利用者から選ぶ").sees(&(clients + 1).to_string());
    station.keys("まつも<enter>").sees("松本").keys("R8.4.1<enter>").sees("登録しました: 利用者の契約");
    station.keys("+").sees(&clients.to_string()).keys("まつも").sees_not("1 男").keys("<esc>");
    station.sees("契約日 2026-04-01");
    let client = station.model.screens().get(ScreenId::Registers);
    assert!(client.client(station.ctx()).is_some());
    drop(station);
    let rows = rows(&office, "clients");
    assert_eq!(rows[0].1["contract_on"], "2026-04-01");
    assert!(!rows[0].1["manager"].is_empty(), "what the received files say");
}

#[test]
fn a_number_in_doubt_is_taken_and_told() {
    let office = Office::sample();
    let mut station = open(&office);
    station.keys("G<up>+空の<enter>131012<tab>試験市<enter>").sees("登録しました: 保険者 131012");
    assert!(station.model.notice().unwrap().contains("検証番号が合いません"), "{:?}", station.model.notice());
}

#[test]
fn registers_are_of_the_office_so_a_closed_month_does_not_matter() {
    let office = Office::sample();
    let mut station = office.open();
    station.keys("E月遅れで請求<enter>").sees("締め済");
    station.keys("T").keys(ROWS).sees("登録しました: 担当ケアマネ 鈴木 健");
    assert_eq!(rows_of(&station, "managers"), 3);
}

#[test]
fn without_a_workspace_or_as_a_reader_nothing_is_entered() {
    let mut folder = Setup::default().open();
    folder.keys("T").sees("事業所フォルダーではないので、登録はありません");
    for key in ["+", "t", "s"] {
        folder.keys(key).sees("事業所フォルダーではない");
        assert!(folder.model.layers().is_empty());
    }
    let office = Office::sample();
    open(&office).keys(ROWS);
    let _first = office.open();
    let mut second = open(&office);
    second.sees("閲覧のみ").sees("佐藤 由美").keys("<right>");
    for key in ["<enter>", "+空の<enter>", "y", "D", "t"] {
        second.keys("<esc>").keys("T").keys(key).sees("「試験 花子」さんが");
        assert!(second.model.layers().is_empty(), "{key}");
    }
    assert_eq!(rows_of(&second, "managers"), 3);
}

#[test]
fn a_register_is_written_as_a_file_and_taken_in_again() {
    let office = Office::sample();
    let mut station = open(&office);
    station.keys(ROWS).keys("s").sees("3件を「out/registers/managers-20261107-102030.csv」に書き出しました");
    let path = office.dir().join("out/registers/managers-20261107-102030.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("佐藤 由美,2026-04,13000002"), "{text}");
    station.keys("s").sees("managers-20261107-102030.csv");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "nothing is written over");
    let changed = text.replace("13000002", "13000009").replace("13000003", "13");
    let again = office.dir().join("managers.csv");
    std::fs::write(&again, changed).unwrap();
    station.keys(&format!("t{}<enter>", again.display()));
    station.sees("3行 = 新規 0 + 変更 1 + 同じ 1").sees("4行目（取り込んでいません）");
    station.keys("<esc>").sees("13000009");
    station.keys("u").sees("元に戻す").sees("13000002");
    station.keys("tありえない.csv<enter>").sees("ありえない.csv");
    let other = office.dir().join("other.csv");
    std::fs::write(&other, "色,形\n赤,丸\n").unwrap();
    station.keys(&format!("t{}<enter>", other.display())).sees("必要な列がありません");
    drop(station);
    assert_eq!(rows(&office, "managers").len(), 3);
}
