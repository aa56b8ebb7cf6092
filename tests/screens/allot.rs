//! 別表 on the screen of a client, the gauge of the limit, and 割振 typed by hand.

use crate::deciding::Office;
use crate::roles;
use crate::snapshots::shot;
use crate::station::Station;
use kyukan::app::demo::{DemoOptions, OfficeSort, demo_month};
use kyukan::domain::month::ServiceMonth;
use kyukan::format::exchange::Edition;

/// An invented client whose plan is over the limit.
const OVER: &str = "0009271028";

/// An office with an invented month, each line of its files as a closure leaves it.
fn office(change: impl Fn(&str, &str) -> Option<String>) -> Office {
    let options = DemoOptions {
        clients: 60,
        providers: 14,
        managers: 4,
        seed: 3,
        edition: Edition::V4,
        month: ServiceMonth::FALLBACK,
        office: OfficeSort::CareManagement,
        differences_per_mille: 30,
        faults: false,
    };
    let folder = tempfile::tempdir().unwrap();
    for file in demo_month(&options).unwrap().files {
        let (text, _, _) = encoding_rs::SHIFT_JIS.decode(&file.bytes);
        let lines: String =
            text.split_inclusive("\r\n").filter_map(|line| change(&file.name, line)).collect();
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(&lines);
        std::fs::write(folder.path().join(&file.name), bytes).unwrap();
    }
    Office::with(folder.path())
}

/// The month as it was made.
fn as_made() -> Office {
    office(|_, line| Some(line.to_owned()))
}

/// A month whose sheet has other yen for a provider and lacks a row.
fn with_differences() -> Office {
    office(|name, line| {
        let is_own = name.starts_with("UPSIKYU") && line.contains(OVER);
        let line = match is_own {
            true if line.contains(",789501,") => return None,
            true => line.replace(",53500,,5945,", ",53501,,5944,"),
            false => line.to_owned(),
        };
        Some(line)
    })
}

/// A month without 利用者補足情報 about the client.
fn without_profile() -> Office {
    office(|name, line| (!name.starts_with("UPHOSOKU") || !line.contains(OVER)).then(|| line.to_owned()))
}

fn shown(office: &Office, size: (u16, u16), keys: &str) -> Station {
    let mut station = office.setup(size).theme(roles::THEME).open();
    station.keys(&format!("/{OVER}<enter>{keys}"));
    station
}

#[test]
fn the_sheet_of_a_client() {
    for (name, office, keys) in [
        ("over", as_made(), "sG"),
        ("differences", with_differences(), "sG"),
        ("no-profile", without_profile(), "s<pagedown><pagedown>"),
    ] {
        for size in [(80, 24), (120, 40)] {
            let (columns, rows) = size;
            shot!(format!("annex-{name}-{columns}x{rows}"), shown(&office, size, keys).snapshot());
        }
    }
    let office = Office::sample();
    for size in [(80, 24), (120, 40)] {
        let (columns, rows) = size;
        let mut station = office.setup(size).theme(roles::THEME).open();
        shot!(format!("annex-within-{columns}x{rows}"), station.keys("/0009144324<enter>s").snapshot());
    }
}

#[test]
fn the_window_of_shares() {
    let office = as_made();
    for size in [(80, 24), (120, 40)] {
        let (columns, rows) = size;
        shot!(format!("allot-{columns}x{rows}"), shown(&office, size, "S").snapshot());
    }
    // Too few are shared out, and it is said that this cannot be saved.
    shot!("allot-refused", shown(&office, (80, 24), "S500<enter>").snapshot());
    let setup = office.setup((80, 24)).english();
    shot!("allot-english", setup.open().keys(&format!("/{OVER}<enter>S")).text());
}

#[test]
fn the_gauge_moves_with_each_decision() {
    let office = as_made();
    let mut station = shown(&office, (80, 24), "");
    station.sees("超過 1,494 (割振残 0)");
    // The plan now has 10 units more, so that the shares of the received sheet do not fit any more.
    let back = format!("/{OVER}<enter>");
    station.keys(&format!("na{back}")).sees("超過 1,504 (割振 要見直し)");
    station.keys("u").sees("超過 1,494 (割振残 0)");
    station.keys("/0009168081<enter>").sees_not("超過");
}

#[test]
fn shares_are_typed_saved_undone_and_taken_back() {
    let office = as_made();
    let mut station = shown(&office, (120, 40), "S");
    station.sees("=割振残 0");
    // 1,000 of the first row leave 494 for the one that bears them now.
    station.keys("1000").sees("!割振残 -1,000").keys("<enter>").sees("割振残").sees("Enter 保存");
    assert_eq!(office.events(), 0, "what does not add up is not saved");
    station.keys("<down><down><down><down><down><down><down><down>494").sees("=割振残 0");
    station.keys("<enter>").sees_not("Enter 保存").sees("割振: 手入力").sees("割振");
    assert_eq!(office.events(), 1);
    assert_eq!(borne(&station), [1_000, 494]);
    station.keys("7").sees("自動 -> 手入力の割振 1,494単位").keys("2");
    station.keys("u").sees("割振: 受信した別表");
    station.keys("U").sees("割振: 手入力").keys("D").sees("割振: 受信した別表");
    assert_eq!((borne(&station), office.events()), (Vec::new(), 4));
    station.keys("D").sees("変わるものがありません");
}

/// What the rows bear by what was typed.
fn borne(station: &Station) -> Vec<i64> {
    let review = station.model.review().unwrap();
    let client = review.month.clients.iter().find(|rows| rows.client.insured.as_str() == OVER).unwrap();
    let shares = review.decisions.client(client.client).shares();
    shares.iter().flat_map(|shares| &shares.shares).map(|(_, share)| share.total()).collect()
}

#[test]
fn the_rest_and_the_proposal_are_one_key_each() {
    let office = as_made();
    let mut station = shown(&office, (80, 24), "S");
    station.keys("0").sees("=割振残 0");
    // All of it to the first row, after the other one gives it back.
    station.keys("<down><down><down><down><down><down><down><down>0").sees("!割振残 1,494");
    station.keys("<pageup>r").sees("=割振残 0").keys("<enter>");
    assert_eq!(borne(&station), [1_494]);
    // The proposal takes the largest row.
    station.keys("Sp").sees("=割振残 0").keys("<enter>");
    assert_eq!(borne(&station), [1_494]);
    assert_eq!(office.events(), 2);
    // Nothing is kept of a window that is left.
    station.keys("S42<esc>");
    assert_eq!((borne(&station), office.events()), (vec![1_494], 2));
}

#[test]
fn shares_wait_for_what_is_locked_closed_or_within_the_limit() {
    let office = as_made();
    let mut station = shown(&office, (120, 40), "na");
    station.keys(&format!("/{OVER}<enter>L")).sees("確定");
    station.keys("S").sees("確定済みです").keys("D").sees("確定済みです");
    station.keys("LE月遅れで請求<enter>S").sees("この月は締めてあります");
    station.keys("D").sees("この月は締めてあります");
    let mut station = Office::sample().open();
    station.keys("2S").sees("限度額を超える単位はありません");
    let mut without = shown(&without_profile(), (80, 24), "S");
    without.sees("限度額を超える単位はありません");
}
