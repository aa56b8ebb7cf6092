//! 通知: what is seen, how files are taken in, and where lines lead, in a workspace on the disk. Every file is invented.

use crate::deciding::Office;
use crate::roles;
use crate::slips::{enter_managers, office, write_slips};
use crate::snapshots::shot;
use crate::station::{Setup, Station};
use kyukan::app::demo::{DemoOptions, OfficeSort, demo_month};
use kyukan::domain::ids::ClientKey;
use kyukan::domain::month::ServiceMonth;
use kyukan::domain::slip::SlipResult;
use kyukan::format::exchange::Edition;
use kyukan::tui::screens::ScreenId;
use std::path::Path;
use tempfile::TempDir;

const OWN: &str = "1379900010";

/// A file of data rows (everything after the record number) with its frame, in MS932.
fn file(folder: &Path, name: &str, data_kind: &str, rows: &[String]) {
    let mut lines = vec![format!("1,1,0,{},{data_kind},0,0,{OWN},0,7,202611,0", rows.len())];
    lines.extend(rows.iter().zip(2..).map(|(row, no)| format!("2,{no},{row}")));
    lines.push(format!("3,{}", rows.len() + 2));
    let text: String = lines.iter().flat_map(|line| [line.as_str(), "\r\n"]).collect();
    std::fs::write(folder.join(name), kyukan::format::sjis::encode(&text).unwrap()).unwrap();
}

fn header() -> String {
    format!("7411,H1,{OWN},\"見本居宅介護支援事業所\",202611,20261130,1,\"見本県国民健康保険団体連合会\"")
}

fn returned(client: ClientKey, month: &str, document: &str, remark: &str) -> String {
    format!(
        "7411,D1,0000{},\"見本市\",{},ﾐﾎﾝ ﾊﾅｺ,\"{document}\",{month},,1000,B,\
         \"被保険者番号：市町村の認定情報が未登録\",\"{remark}\",",
        client.insurer, client.insured
    )
}

/// Clients whose slips were written.
fn sent(office: &Office) -> Vec<ClientKey> {
    let station = office.open();
    let decisions = &station.model.review().unwrap().decisions;
    let clients = decisions.clients().filter(|(_, decided)| !decided.sent_slips().is_empty());
    clients.map(|(client, _)| client).collect()
}

/// An office that has sent its slips, and a folder with a list in which one came back, one of the month before and one of
/// nobody that is known, and with what was paid.
fn answered() -> (Office, TempDir) {
    let office = office();
    write_slips(&office);
    let clients = sent(&office);
    let nobody = ClientKey {
        insurer: clients[0].insurer,
        insured: kyukan::domain::ids::InsuredNumber::parse("9999999999").unwrap(),
    };
    let rows = [
        header(),
        returned(clients[0], "202610", "給", "１２Ｐ０"),
        returned(clients[1], "202609", "給", "ＡＮＮＪ"),
        returned(nobody, "202610", "給", "ＺＺＺ９"),
    ];
    let folder = tempfile::tempdir().unwrap();
    file(folder.path(), "74100000.CSV", "741", &rows);
    let paid = [
        format!("7521,H1,{OWN},\"見本\",202611,20261130,1,\"連合会\""),
        format!("7521,D1,00{},202610,43,\"居宅介護支援\",2,0,2172,23544,23544,,,,", clients[0].insurer),
        "7521,T1,2,0,2172,23544,23544,0,0,0,0".to_owned(),
    ];
    file(folder.path(), "75200000.CSV", "752", &paid);
    (office, folder)
}

fn import(station: &mut Station, folder: &Path) {
    station.keys(&format!("Ot{}<enter>", folder.display()));
}

fn client(station: &Station) -> Option<ClientKey> {
    let review = station.model.review().unwrap();
    let client = station.model.screens().get(station.model.current()).client(station.ctx())?;
    Some(review.month.clients[client].client)
}

#[test]
fn the_screen_with_its_windows() {
    for size in [(80, 24), (120, 40)] {
        let (office, folder) = answered();
        let name = |what: &str| format!("notices-{what}-{}x{}", size.0, size.1);
        let mut station = office.setup(size).theme(roles::THEME).open();
        import(&mut station, folder.path());
        shot!(name("import"), station.snapshot());
        shot!(name("open"), station.keys("<esc>j").snapshot());
        shot!(name("items"), station.keys("v").snapshot());
        shot!(name("paid"), station.keys("v").snapshot());
        shot!(name("filter"), station.keys("vvf").snapshot());
    }
    let (office, folder) = answered();
    let mut station = office.setup((120, 40)).english().open();
    import(&mut station, folder.path());
    shot!("notices-english-import", station.text());
    shot!("notices-english-open", station.keys("<esc>j").text());
    shot!("notices-english-items", station.keys("v").text());
    shot!("notices-english-paid", station.keys("v").text());
    drop(station);
    let mut station = office.setup((80, 24)).theme(roles::THEME).open();
    shot!("notices-form", station.keys("Ot").snapshot());
}

#[test]
fn a_returned_slip_is_followed_to_its_client_and_undone() {
    let (office, folder) = answered();
    let came_back = sent(&office)[0];
    let mut station = office.open();
    station.keys("O").sees("まだ送っていないものはありません");
    let events = office.events();
    import(&mut station, folder.path());
    station.sees("返戻（保留）一覧表（2026-11審査分）").sees("コード「ＺＺＺ９」は一覧にありません");
    station.sees("見たことのない利用者です");
    assert!(office.events() > events);
    // The slip that came back, the one of the month before, the one of nobody.
    station.keys("<esc>").sees("[未送付 3]").sees("ANNJ").sees("12P0");
    station.keys("j").sees("給管票 新規").sees("次にすること: 給付管理票を新規で送る");
    assert_eq!(client(&station), Some(came_back));
    station.keys("<enter>");
    assert_eq!((station.model.current(), client(&station)), (ScreenId::Client, Some(came_back)));
    station.keys("<esc>");
    assert_eq!(station.model.current(), ScreenId::Notices);
    let result = |station: &Station| {
        let decisions = &station.model.review().unwrap().decisions;
        decisions.client(came_back).sent_slips().last().unwrap().result
    };
    assert_eq!(result(&station), Some(SlipResult::Returned));
    // The results of the month are undone first, then the file.
    station.keys("u").sees("元に戻す: 通知の取込").sees("[未送付 2]");
    assert_eq!(result(&station), None);
    station.keys("u").sees("[未送付 0]").sees("通知 0");
    station.keys("UU").sees("[未送付 3]");
    // The same once more is told and changes nothing.
    let events = office.events();
    import(&mut station, folder.path());
    station.sees("もう取り込んであります");
    assert_eq!(office.events(), events);
}

#[test]
fn files_that_are_not_there_and_months_that_are_not_there_are_told() {
    let (office, folder) = answered();
    let mut station = office.open();
    station.keys("Ot<enter>").sees("場所を入れてください").keys("/no/such/file<enter>");
    station.sees("「/no/such/file」が見つかりません").keys("<esc>");
    import(&mut station, folder.path());
    station.keys("<esc><enter>").sees("令和8年9月の受信ファイルがないため、開けません。");
    station.keys("j").keys("j<enter>").sees("この利用者は、その月の受信ファイルにいません。");
    station.keys("f12P0<enter>").sees("絞込: 12P0").sees("1件 返戻 1");
    station.keys("F/99999<enter>").sees("絞込: ").sees("ＺＺＺ９").sees_not("12P0");
}

#[test]
fn a_notice_of_another_month_opens_it() {
    let files = tempfile::tempdir().unwrap();
    for month in [9, 10] {
        let options = DemoOptions {
            clients: 20,
            providers: 6,
            managers: 2,
            seed: 5,
            edition: Edition::V4,
            month: ServiceMonth::new(2026, month).unwrap(),
            office: OfficeSort::CareManagement,
            differences_per_mille: 20,
            faults: false,
        };
        for file in demo_month(&options).unwrap().files {
            std::fs::write(files.path().join(&file.name), &file.bytes).unwrap();
        }
    }
    let office = Office::with(files.path());
    enter_managers(&office);
    let mut station = office.open();
    let open = station.model.review().unwrap().month.month;
    let other = if open.month() == 10 { "202609" } else { "202610" };
    let whose = station.model.review().unwrap().month.clients[3].client;
    let folder = tempfile::tempdir().unwrap();
    file(folder.path(), "74100000.CSV", "741", &[header(), returned(whose, other, "給", "１２Ｐ０")]);
    import(&mut station, folder.path());
    station.keys("<esc>").sees("[未送付 1]").keys("<enter>");
    assert_eq!(station.model.current(), ScreenId::Client);
    let review = station.model.review().unwrap();
    assert_ne!(review.month.month, open);
    assert!(review.month.position(whose).is_some());
    assert_eq!(client(&station), Some(whose));
    station.keys("<esc>").sees("[未送付 1]");
}

#[test]
fn without_an_office_folder_it_is_said() {
    let mut station = Setup::default().open();
    station.keys("O").sees("通知は事業所フォルダーに保管します");
    station.keys("t").sees("事業所フォルダーではない");
}
