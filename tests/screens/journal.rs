//! The journal of a month about which something was decided.

use crate::months;
use crate::snapshots::shot;
use crate::station::{Setup, Station};
use chrono::DateTime;
use kyukan::app::decide::{self, Drafted};
use kyukan::app::review::{DifferenceAt, Review};
use kyukan::domain::decision::{Stage, Verdict};
use kyukan::domain::event::{Deed, Draft, Event};
use kyukan::tui::screens::ScreenId;

/// Journals a draft as somebody at some time; nobody yet, when no time is given.
fn take(review: &mut Review, draft: Draft, person: &str, when: &str) {
    let seq = review.decisions.events().last().map_or(1, |event| event.seq + 1);
    let at = DateTime::parse_from_rfc3339(when).unwrap_or_default();
    let machine = if person.is_empty() { "" } else { "KYOTAKU-01" };
    let Draft { month, deed, changes, reason } = draft;
    let (person, machine) = (person.to_owned(), machine.to_owned());
    review.take(Event { seq, at, person, machine, month, deed, changes, reason });
}

fn verdict(review: &Review, places: &[DifferenceAt], verdict: &Verdict, reason: &str) -> Draft {
    decide::verdict(review, places, Some(verdict), reason).map(|Drafted { draft, .. }| draft).unwrap()
}

fn places(review: &Review) -> Vec<DifferenceAt> {
    let clients = (0_u32..).zip(&review.month.comparisons);
    let all = clients.flat_map(|(client, comparison)| {
        (0_u32..).zip(&comparison.differences).map(move |(at, _)| DifferenceAt { client, at })
    });
    all.collect()
}

/// A month with an import, decisions of two people, one of them undone, and one that is not yet on the disk.
fn decided() -> Review {
    let mut review = months::of_clients(30);
    let (sato, suzuki) = ("佐藤　健一", "鈴木　葵");
    let places = places(&review);
    let month = Some(review.month.month);
    let import = Deed::Import { new: 42, known: 1, refused: 2 };
    let draft = Draft { month, deed: import, changes: Vec::new(), reason: String::new() };
    take(&mut review, draft, sato, "2026-11-04T17:40:00+09:00");
    let draft = verdict(&review, &places[..12], &Verdict::Adopt, "");
    take(&mut review, draft, sato, "2026-11-05T09:00:00+09:00");
    let due = chrono::NaiveDate::from_ymd_opt(2026, 11, 8);
    let ask = Verdict::Ask { due, text: "実績の時刻をご確認ください。".to_owned() };
    let draft = verdict(&review, &places[12..13], &ask, "");
    take(&mut review, draft, suzuki, "2026-11-05T09:12:00+09:00");
    let draft = verdict(&review, &places[13..15], &Verdict::Hold, "家族と連絡が取れてから決めます");
    take(&mut review, draft, suzuki, "2026-11-05T09:15:00+09:00");
    let draft = decide::undo(&review).unwrap();
    take(&mut review, draft, suzuki, "2026-11-05T09:16:00+09:00");
    let settled =
        (0..review.clients.len()).find(|at| review.cells_of(*at).all(|cell| cell.state.is_settled()));
    let fixed = decide::stage(&review, &[settled.unwrap()], Some(Stage::Fixed), "").unwrap().draft;
    take(&mut review, fixed, sato, "2026-11-05T10:20:00+09:00");
    let draft = verdict(&review, &places[15..16], &Verdict::Keep, "");
    take(&mut review, draft, "", "");
    review
}

fn open(size: (u16, u16)) -> Station {
    let mut station = Setup { month: Some(decided), ..Setup::roles(size) }.open();
    station.keys("7");
    station
}

#[test]
fn a_month_with_decisions() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut station = open((columns, rows));
        shot!(format!("journal-decided-{columns}x{rows}"), station.snapshot());
        shot!(format!("journal-undone-{columns}x{rows}"), station.keys("jjj").snapshot());
        shot!(format!("journal-many-{columns}x{rows}"), station.keys("Gk").snapshot());
    }
    shot!("window-filter-journal", open((80, 24)).keys("f").snapshot());
}

#[test]
fn narrowed_by_the_window_and_by_the_search() {
    let mut station = open((80, 24));
    station.keys("f鈴木<enter>").sees("操作 7件中 3件").sees("絞込: 鈴木　葵");
    station
        .keys("fR8/11/4<enter>")
        .sees("絞込に当てはまる操作はありません。")
        .keys("F")
        .sees("操作 7件中 7件");
    let name = {
        let review = station.model.review().unwrap();
        let client = review.month.clients[0].client;
        review.month.profile(client).unwrap().name.clone()
    };
    station.keys(&format!("/{name}<enter>")).sees(&format!("絞込: {name}"));
    assert_eq!(station.model.current(), ScreenId::Journal);
}

#[test]
fn enter_leads_to_the_client_and_back() {
    let mut station = open((80, 24));
    station.keys("<enter>");
    assert_eq!(station.model.current(), ScreenId::Client);
    station.keys("<esc>");
    assert_eq!(station.model.current(), ScreenId::Journal);
    station.keys("G<enter>");
    assert_eq!(station.model.current(), ScreenId::Intake);
}
