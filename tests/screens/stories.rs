//! Stories of keys, and what is seen after them.

use crate::station::{Setup, Station};
use kyukan::tui::model::Phase;
use kyukan::tui::screens::ScreenId;

fn open() -> Station {
    Setup::default().open()
}

#[track_caller]
fn is_on(station: &Station, screen: ScreenId) {
    assert_eq!(station.model.current(), screen);
}

#[test]
fn a_client_is_found_and_left_again() {
    let mut station = open();
    assert!(station.chosen().contains("伊藤　昭"));
    station.keys("/matsu").sees("松本　登喜子").sees("松本　雪枝").sees("松本　芳").sees_not("伊藤　信行");
    station.keys("<down><down><enter>");
    is_on(&station, ScreenId::Client);
    station.keys("<esc>");
    is_on(&station, ScreenId::Board);
    assert!(station.chosen().contains("松本　芳"), "{}", station.chosen());
    // The next client with differences, and as far as there are any.
    station.keys("n");
    assert!(station.chosen().contains('~') || station.chosen().contains('!'), "{}", station.chosen());
    station.keys(&"n".repeat(30)).sees("これより先に差異はありません。");
    station.keys("N").sees_not("これより先に");
    station.keys("<enter>");
    is_on(&station, ScreenId::Client);
}

#[test]
fn search_finds_however_it_is_typed() {
    for typed in [
        "松本芳",
        "まつもとよし",
        "ﾏﾂﾓﾄﾖｼ",
        "matsumotoyoshi",
        "ｍａｔｓｕｍｏｔｏｙｏｓｈｉ",
        "0009207676",
        "０００９２０７６７６",
    ] {
        let mut station = open();
        station.keys(&format!("/{typed}"));
        station.sees("松本　芳").sees("マツモト　ヨシ").sees_not("松本　雪枝");
        station.keys("<enter>");
        is_on(&station, ScreenId::Client);
    }
}

/// Whatever the list under the search had its cursor on.
#[test]
fn the_client_that_was_searched_for_is_shown() {
    for screen in ["1", "2", "4"] {
        let mut station = open();
        station.keys(&format!("{screen}/0009207676<enter>"));
        is_on(&station, ScreenId::Client);
        station.sees("松本　芳  ");
        // The board goes along.
        station.keys("1<enter>").sees("松本　芳  ");
    }
}

#[test]
fn filters_narrow_and_are_cleared() {
    let mut station = open();
    station.keys("f未着<enter>").sees("30人中 2人").sees("絞込: 未着");
    station.sees("髙橋　春江").sees("千葉　房子").sees_not("松本");
    station.keys("f鈴木<enter>").sees("絞込に当てはまる利用者はいません。").sees("絞込: 未着 / 鈴木　健");
    station.keys("F").sees("30人中 30人").sees("絞込: なし");
    station.keys("f鈴木<enter>").sees("30人中 10人").sees("絞込: 鈴木　健");
    // The same again takes it away.
    station.keys("f鈴木<enter>").sees("30人中 30人");
}

#[test]
fn the_board_is_ordered_and_turned_around() {
    let mut station = open();
    station.keys("s差異の<enter>").sees("並び: 差異の多い順").keys("g");
    assert!(station.chosen().contains("松本　芳"), "{}", station.chosen());
    station.keys("s多い順<enter>").sees("並び: 差異の多い順（逆順）").keys("g");
    assert!(!station.chosen().contains('~'), "{}", station.chosen());
    // The cursor stays on its client.
    station.keys("jjj");
    let name: String = station.chosen().chars().skip(2).take_while(|c| !c.is_ascii()).collect();
    station.keys("sフリガナ<enter>");
    assert!(station.chosen().contains(&name), "{name}: {}", station.chosen());
}

#[test]
fn providers_and_managers_lead_to_their_clients() {
    let mut station = open();
    station.keys("3").sees("事業所と種類の組 13件、うち未着 1件");
    station.keys("<enter>").sees("30人中 2人").sees("絞込: 蓮訪問介護センター(1379900028) / 11 訪問介護");
    is_on(&station, ScreenId::Board);
    station.keys("<esc>");
    is_on(&station, ScreenId::Providers);
    station.keys("5j<enter>").sees("30人中 10人").sees("絞込: 鈴木　健");
    station.keys("<esc>");
    is_on(&station, ScreenId::Managers);
}

#[test]
fn differences_are_grouped() {
    let mut station = open();
    station.keys("4").sees("まとめ方: 差異の種類").sees("予定あり実績なし（中止・欠席） 21件");
    station.keys("l");
    assert!(station.chosen().contains("予定なし実績 2件"), "{}", station.chosen());
    station.keys("l");
    assert!(station.chosen().contains("振替 5件"), "{}", station.chosen());
    station.keys("h");
    assert!(station.chosen().contains("予定なし実績 2件"), "{}", station.chosen());
    station.keys("t").sees("まとめ方: 事業所");
    station.keys("t").sees("まとめ方: 担当").keys("gg").sees("佐藤　由美 13件");
    station.keys("t").sees("まとめ方: 影響").sees("影響なし").sees("査定見込");
    station.keys("tf回数<enter>").sees("差異 41件中 1件").sees("絞込: 回数差").keys("n");
    station.keys("<enter>");
    is_on(&station, ScreenId::Client);
    station.keys("<esc>");
    is_on(&station, ScreenId::Differences);
    station.keys("F").sees("差異 41件中 41件");
    // Another client's differences.
    station.keys("g");
    let before = station.keys("n").chosen();
    assert_ne!(station.keys("]").chosen().get(..30), before.get(..30));
}

#[test]
fn a_fault_is_followed_to_its_line() {
    let mut station = open();
    station
        .keys("6")
        .sees("読んだ行 4,095")
        .sees("保留 4")
        .keys("<enter>")
        .sees("このファイルに不備はありません。");
    station.keys("f").sees_not("DLTPLAN").keys("<enter><enter>").sees("15行目（届いたままの内容）");
    // The cursor stands on the marked cell.
    station.sees("│ >! 10 サービス利用日").sees("20261032");
    let marked = station.text().lines().find(|line| line.contains("20261032")).unwrap().to_owned();
    assert!(marked.contains(">! 10"), "{marked}");
    station.keys("k").sees("! 10 サービス利用日");
    // Window, list of problems, list of files, the screen before.
    station.keys("<esc>").sees_not("届いたまま");
    station.keys("<esc><esc>");
    is_on(&station, ScreenId::Board);
    station.keys("6fg").sees("DLTPLAN").keys("n");
    assert!(station.chosen().contains("!1"), "{}", station.chosen());
}

#[test]
fn files_are_found_by_office_and_name() {
    let mut station = open();
    station.keys("6/わかくさ").sees("当てはまるものがありません。").keys("<esc>/若草");
    station.sees("小さなデイ若草№２").sees_not("蓮訪問介護センター").keys("<enter>");
    assert!(station.chosen().contains("小さなデイ"), "{}", station.chosen());
    // A file that the restriction hides lifts it.
    station.keys("f").sees_not("DLTPLAN").keys("/dltplan<enter>");
    assert!(station.chosen().contains("DLTPLAN"), "{}", station.chosen());
}

#[test]
fn screens_are_reached_by_key_and_tab() {
    let mut station = open();
    for screen in ScreenId::ALL {
        is_on(station.keys(screen.action().default_keys()[0]), *screen);
    }
    is_on(station.keys("<tab>"), ScreenId::Board);
    for screen in ScreenId::ALL.iter().rev() {
        is_on(station.keys("<shift-tab>"), *screen);
    }
    // A screen is left as often as it was entered last.
    station.keys("34<esc>");
    is_on(&station, ScreenId::Providers);
    is_on(station.keys(&"<esc>".repeat(20)), ScreenId::Board);
}

#[test]
fn the_next_client_from_anywhere() {
    let mut station = open();
    station.keys("]]");
    is_on(&station, ScreenId::Board);
    assert!(station.chosen().contains("井上　雪枝"), "{}", station.chosen());
    station.keys("[");
    assert!(station.chosen().contains("伊藤　信行"), "{}", station.chosen());
    station.keys("<enter>]]<esc>");
    assert!(station.chosen().contains("岡部　ウメ"), "{}", station.chosen());
    station.keys("3]");
    is_on(&station, ScreenId::Client);
}

#[test]
fn japanese_input_works_for_commands() {
    let mut station = open();
    station.keys("ｊ");
    assert!(station.chosen().contains("伊藤　信行"), "{}", station.chosen());
    station.keys("：").sees("コマンド").keys("<esc>");
    station.keys("／").sees("検索").keys("<esc>");
    station.keys("・").sees("検索").keys("<esc>");
    is_on(station.keys("４"), ScreenId::Differences);
    is_on(station.keys("」").keys("１"), ScreenId::Board);
}

#[test]
fn the_palette_does_what_keys_do() {
    let mut station = open();
    station.keys(":差異の一覧<enter>");
    is_on(&station, ScreenId::Differences);
    station.keys(":配色<enter>").sees("高コントラスト").keys("明る<enter>");
    assert_eq!(station.model.env.theme.id, "light");
    assert_eq!(station.saved.as_ref().and_then(|saved| saved.theme.as_deref()), Some("light"));
    station.keys(":filter-differences<enter>").sees("種類: ").keys("<esc>");
    station.keys(":mouse<enter>").sees("マウスを使います。");
    assert!(!station.is_over);
    station.keys(":quit<enter>");
    assert!(station.is_over);
}

#[test]
fn escape_goes_one_step_back_at_a_time() {
    let mut station = open();
    station.keys("3<enter>f").sees("絞込").keys("abc<esc>");
    assert!(station.model.layers().is_empty());
    is_on(&station, ScreenId::Board);
    is_on(station.keys("<esc>"), ScreenId::Providers);
    is_on(station.keys("<esc>"), ScreenId::Board);
    station.keys("<esc><esc>");
    is_on(&station, ScreenId::Board);
    assert!(!station.is_over);
    station.keys("?<esc>q");
    assert!(station.is_over);
}

#[test]
fn reading_is_stopped_and_begun_again() {
    let mut station = Setup::default().closed();
    station.keys("<esc>").sees("読み込みを止めました。");
    assert!(matches!(station.model.phase(), Phase::Stopped(_)));
    station.keys("3").sees_not("サービス事業所");
    station.keys("R").sees("利用者名").sees("30人中 30人");
}

#[test]
fn a_month_is_as_it_was_left() {
    let mut station = open();
    station.keys("f鈴木<enter>s被保険者<enter>s被保険者<enter>4t");
    let order = station.keys("1g").chosen();
    station.keys("q");
    let saved = station.saved.clone().unwrap();
    let mut again = Setup { saved, ..Setup::default() }.open();
    again.sees("30人中 10人").sees("絞込: 鈴木　健").sees("並び: 被保険者番号（逆順）");
    assert_eq!(again.chosen(), order);
    again.keys("4").sees("まとめ方: 事業所");
}
