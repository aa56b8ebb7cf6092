//! 給付管理票: what is seen, and deciding about it, in a workspace on the disk.

use crate::deciding::Office;
use crate::months;
use crate::roles;
use crate::snapshots::shot;
use crate::station::{Setup, Station};
use kyukan::app::decisions::{Cells, Decisions};
use kyukan::app::registers::{register, set_all};
use kyukan::app::tally::{MonthSlips, SlipFileOptions, SlipState, slip_file, tally};
use kyukan::domain::event::{Deed, Draft};
use kyukan::domain::month::{Day, ServiceMonth};
use kyukan::format::kokuhoren::codes::Medium;
use kyukan::format::kokuhoren::write::WriteStyle;
use kyukan::store::workspace::{Access, Who, Workspace};
use kyukan::tui::msg::Msg;
use kyukan::tui::screens::ScreenId;
use kyukan::tui::screens::outbox::{Outbox, Preview, PreviewFile};

/// Enters a number for every care manager of the sample.
pub(crate) fn enter_managers(office: &Office) {
    let station = office.open();
    let review = station.model.review().unwrap();
    let names = review.managers.iter().map(|manager| manager.name.clone()).filter(|name| !name.is_empty());
    let rows: Vec<Cells> = names
        .zip(0..)
        .map(|(name, at)| {
            let cells = [("name", name), ("from", "2026-04".to_owned()), ("number", format!("1300{at:04}"))];
            cells.into_iter().map(|(column, text)| (column.to_owned(), text)).collect()
        })
        .collect();
    let draft = set_all(&Decisions::default(), register("managers").unwrap(), &rows).draft.unwrap();
    drop(station);
    append(office, &draft);
}

pub(crate) fn append(office: &Office, draft: &Draft) {
    let who = Who { person: "試験 花子".to_owned(), machine: "受付PC".to_owned() };
    let clock = Box::new(|| chrono::DateTime::parse_from_rfc3339("2026-11-05T09:00:00+09:00").unwrap());
    let mut workspace = Workspace::open(&office.dir(), who, Access::Write, clock).unwrap();
    let last = workspace.last_seq().unwrap();
    workspace.append(draft, last).unwrap();
}

/// An office of 30 clients whose numbers all fit, with the numbers of its care managers.
pub(crate) fn office() -> Office {
    let files = tempfile::tempdir().unwrap();
    for file in months::of_many_providers() {
        std::fs::write(files.path().join(&file.name), &file.bytes).unwrap();
    }
    let office = Office::with(files.path());
    enter_managers(&office);
    office
}

fn open(office: &Office) -> Station {
    let mut station = office.open();
    station.keys("0");
    station
}

fn state(station: &Station) -> SlipState {
    station.slip().state
}

/// Writes the slips that are ready into the journal, as if their file had been written in the window of November.
pub(crate) fn write_slips(office: &Office) {
    let draft = {
        let station = office.open();
        let review = station.model.review().unwrap();
        let window = ServiceMonth::parse("2026-11").unwrap();
        let found = tally(&review.tally_ground(window));
        let slips: Vec<_> = found.to_write(false).collect();
        let options = SlipFileOptions {
            office: slips[0].office.unwrap(),
            window,
            medium: Medium::Internet,
            name: "KY261101.CSV".to_owned(),
            created_on: Day::from_digits(b"20261105").unwrap(),
            style: WriteStyle::default(),
        };
        let months = [MonthSlips { month: review.month.month, slips }];
        let file = slip_file(&months, &options).unwrap().unwrap();
        let (month, changes) = file.sent.into_iter().next().unwrap();
        let deed = Deed::Write { folder: "2026-10/001".to_owned(), files: 1 };
        Draft { month: Some(month), deed, changes, reason: String::new() }
    };
    append(office, &draft);
}

#[test]
fn the_screen_with_its_windows() {
    for size in [(80, 24), (120, 40)] {
        let office = office();
        let name = |what: &str| format!("slips-{what}-{}x{}", size.0, size.1);
        let mut station = office.setup(size).theme(roles::THEME).open();
        station.keys("0");
        shot!(name("list"), station.snapshot());
        shot!(name("details"), station.keys("G<right>").snapshot());
        shot!(name("form"), station.keys("f書出し可<enter>g<enter>").snapshot());
        shot!(name("cancel"), station.keys("<esc>t取消<enter>").snapshot());
    }
    let office = office();
    for (what, keys) in [
        ("actions", "0t"),
        ("held-back", "0t送らない<enter>"),
        ("let-through", "0f未着<enter>gy"),
        ("no-reason", "0f認定申請中<enter>gy<enter>"),
        ("filter", "0f"),
        ("sort", "0s"),
        ("none", "0f対象外<enter><enter>"),
    ] {
        let mut station = office.setup((80, 24)).theme(roles::THEME).open();
        shot!(format!("slips-{what}"), station.keys(keys).snapshot());
    }
    write_slips(&office);
    let mut station = office.setup((80, 24)).theme(roles::THEME).open();
    shot!("slips-result", station.keys("0f書出し済<enter><space><space>d").snapshot());
}

#[test]
fn the_screen_in_english() {
    let office = office();
    let mut station = office.setup((120, 40)).english().open();
    shot!("slips-english", station.keys("0").text());
    shot!("slips-english-cancel", station.keys("tcancel<enter>").text());
    let mut without = Setup::sized((80, 24)).english().open();
    shot!("slips-english-80x24", without.keys("0").text());
}

#[test]
fn the_action_is_chosen_with_a_reason_and_left_to_the_program_again() {
    let office = office();
    let mut station = open(&office);
    station.keys("f書出し可<enter>gt送らない<enter>").sees("請求は保留になり");
    station.keys("<enter>").sees("理由を入れてください。");
    station.keys("認定の結果待ち<enter>").sees("作成区分 送らない").sees("*送らない");
    assert_eq!(state(&station), SlipState::HeldBack);
    let client = station.slip().client;
    drop(station);
    let mut station = open(&office);
    station.keys("f送らない<enter>g").sees("認定の結果待ち");
    let slip = station.slip();
    assert_eq!((slip.client, slip.state), (client, SlipState::HeldBack));
    station.keys("t").sees("自動 (新規)").keys("自動<enter>").sees("作成区分を自動に戻す");
    assert_eq!(state(&station), SlipState::Ready);
    // What was undone is under the cursor, wherever it was before.
    station.keys("FGu").sees("元に戻す: 作成区分を自動に戻す");
    assert_eq!(station.slip().client, client);
    assert_eq!(state(&station), SlipState::HeldBack);
}

#[test]
fn a_cancellation_says_what_falls_with_it() {
    let office = office();
    let mut station = open(&office);
    station.keys("f書出し可<enter>gt取消<enter>");
    station.sees("すべてのサービス事業所の請求").sees("この月には、決定した給付管理票がありません");
    station.keys("利用者の取り違え<enter>").sees("作成区分 取消").sees("*取消");
    station.keys("<right><right>").sees("取消を送ると");
    station.keys("<enter>").sees("取消  作成年月日 令和8年11月5日");
}

#[test]
fn a_block_is_let_through_with_a_reason_and_blocks_again() {
    let office = office();
    let mut station = open(&office);
    station.keys("f認定申請中<enter>g").sees("返戻（12PA）");
    let others = station.slip().open_blocks().count() - 1;
    assert_eq!((state(&station), others), (SlipState::Blocked, 0));
    station.keys("y").sees("「認定申請中」を通す").keys("<enter>").sees("理由を入れてください。");
    station.keys("10/30に認定<enter>").sees("理由を付けて通す: 認定申請中");
    assert_eq!(state(&station), SlipState::Ready);
    station.keys("<right>").sees("理由を付けて通しました: 10/30に認定");
    station.keys("y").sees("止める: 認定申請中").keys("<enter>").sees("通すのをやめる: 認定申請中");
    assert_eq!(state(&station), SlipState::Blocked);
    station.keys("f書出し可<enter>f認定申請中<enter>").sees_not("認定の結果が出る前に");
    station.keys("Ff書出し可<enter>gy").sees("この給付管理票を止めているものはありません。");
}

#[test]
fn results_are_entered_for_all_marked_slips_even_in_a_closed_month() {
    let office = office();
    let mut station = open(&office);
    station.keys("f書出し可<enter>gd").sees("まだ書き出していません");
    drop(station);
    write_slips(&office);
    let mut station = open(&office);
    station.keys("f書出し済<enter>g<space><space>d").sees("2件の結果");
    station.keys("返戻<enter>").sees("返戻 2件");
    station.keys("F");
    let ready = |station: &Station| {
        let review = station.model.review().unwrap();
        let found = tally(&review.tally_ground(ServiceMonth::parse("2026-11").unwrap()));
        found.slips.iter().filter(|slip| slip.state == SlipState::Ready).count()
    };
    assert_eq!(ready(&station), 2, "what was returned is sent again");
    station.keys("E月遅れで請求<enter>").sees("締め済");
    station.keys("t").sees("この月は締めてあります。");
    station.keys("y").sees("この月は締めてあります。");
    station.keys("d決定<enter>").sees("決定 2件");
    station.keys("V");
    assert_eq!(ready(&station), 0);
    station.keys("f変更なし<enter>g").sees("=変更なし");
}

#[test]
fn without_a_workspace_or_as_a_reader_nothing_is_decided() {
    let mut folder = Setup::default().open();
    for key in ["t", "y", "d"] {
        folder.keys("0").keys(key).sees("事業所フォルダーではない");
    }
    let office = office();
    let _first = office.open();
    let mut second = open(&office);
    second.sees("閲覧のみ").keys("t").sees("「試験 花子」さんが");
    assert!(second.model.layers().is_empty());
    second.keys("d").sees("「試験 花子」さんが");
}

#[test]
fn a_slip_is_found_shown_as_a_form_and_leads_to_its_client() {
    let office = office();
    let mut station = open(&office);
    let last = station.keys("G").slip().clone();
    let number = last.client.insured.to_string();
    station.keys(&format!("gf書出し可<enter>/{number}<enter>")).sees("絞込: なし");
    assert_eq!(station.model.current(), ScreenId::Slips);
    assert_eq!(station.slip().client, last.client);
    station.keys("f書出し可<enter>g<enter>").sees("給付管理票（令和8年10月分）").sees("Esc 閉じる");
    station.keys("<esc>v");
    assert_eq!(station.model.current(), ScreenId::Client);
    station.keys("]<esc>");
    assert_eq!(station.model.current(), ScreenId::Slips);
    // On a narrow terminal the form is moved to the side.
    station.resize(50, 12).keys("<enter>").sees("保険者番号").keys("<right><right><right><right>");
    station.sees("作成区分").sees_not("保険者番号").keys("G").sees("合計");
}

#[test]
fn the_day_the_window_closes_everything_is_counted_anew() {
    let office = office();
    write_slips(&office);
    let mut station = open(&office);
    station.sees("処理対象年月 R8/11").sees("#書出し済");
    station.update(Msg::Today(chrono::NaiveDate::from_ymd_opt(2026, 11, 11).unwrap()));
    station.sees("処理対象年月 R8/12").sees("=変更なし").sees_not("#書出し済");
}

#[test]
fn slips_are_written_from_the_screen_and_not_twice() {
    let office = office();
    let mut station = office.setup((80, 24)).open();
    station.keys("8s").sees("送り先: 国保連").sees("kokuhoren/KY261101.CSV").sees("給付管理票");
    shot!("outbox-kokuhoren", station.text());
    station.keys("W").sees("この内容で書き出しますか").keys("<enter>").sees("書き出しました").keys("<esc>");
    station.sees("書き出すファイルはありません");
    station.keys("0f書出し済<enter>g");
    assert_eq!(state(&station), SlipState::Written);
    station.keys("8s").sees("送り先: サービス事業所");
    drop(station);
    let mut station = open(&office);
    station.keys("f書出し済<enter>g");
    assert_eq!(state(&station), SlipState::Written);
}

#[test]
fn only_the_preview_asked_for_last_is_shown() {
    let mut outbox = Outbox::default();
    let preview = |name: &str| {
        let file = PreviewFile { name: name.to_owned(), ..PreviewFile::default() };
        Ok(Preview { files: vec![file], warnings: Vec::new() })
    };
    assert!(outbox.wants(1).is_some() && outbox.wants(1).is_none());
    outbox.spent();
    assert!(outbox.wants(1).is_some());
    outbox.previewed(preview("earlier"));
    assert_eq!(outbox.files(), []);
    outbox.previewed(preview("later"));
    assert_eq!(outbox.files()[0].name, "later");
}
