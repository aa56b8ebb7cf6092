//! 請求: what is seen before and after the registers are filled, in a workspace on the disk.

use crate::deciding::Office;
use crate::months;
use crate::roles;
use crate::slips::{append, enter_managers};
use crate::snapshots::shot;
use crate::station::Station;
use kyukan::app::decisions::{Cells, Decisions};
use kyukan::app::registers::{register, set, set_all};
use kyukan::tui::screens::ScreenId;

/// An office of 30 clients with nothing entered.
fn bare() -> Office {
    let files = tempfile::tempdir().unwrap();
    for file in months::of_many_providers() {
        std::fs::write(files.path().join(&file.name), &file.bytes).unwrap();
    }
    Office::with(files.path())
}

fn cells<const N: usize>(cells: [(&str, String); N]) -> Cells {
    cells.into_iter().map(|(column, text)| (column.to_owned(), text)).collect()
}

/// The same with its terms, the numbers of its care managers, the contracts of all clients but three, and an addition of
/// one of them.
fn filled() -> Office {
    let office = bare();
    enter_managers(&office);
    let terms = [("from", "2026-04"), ("fee_type", "1"), ("treatment", "1"), ("area_grade", "3")];
    let terms = cells(terms.map(|(column, text)| (column, text.to_owned())));
    append(&office, &set(&Decisions::default(), register("terms").unwrap(), &terms).unwrap());
    let clients = {
        let station = office.open();
        let clients = &station.model.review().unwrap().month.clients;
        clients.iter().map(|rows| rows.client).collect::<Vec<_>>()
    };
    let contract = |client: &kyukan::domain::ids::ClientKey| {
        let is_public = client.insured.is_public_assistance();
        let public = |number: &str| if is_public { number.to_owned() } else { String::new() };
        cells([
            ("insurer", client.insurer.to_string()),
            ("insured", client.insured.to_string()),
            ("filed_on", "2026-01-05".to_owned()),
            ("cert_from", "2026-01-01".to_owned()),
            ("cert_to", "2027-12-31".to_owned()),
            ("payer", public("12139901")),
            ("recipient", public("0000017")),
        ])
    };
    let rows: Vec<Cells> = clients.iter().skip(3).map(contract).collect();
    append(&office, &set_all(&Decisions::default(), register("clients").unwrap(), &rows).draft.unwrap());
    let addition = cells([
        ("insurer", clients[6].insurer.to_string()),
        ("insured", clients[6].insured.to_string()),
        ("month", "2026-10".to_owned()),
        ("name", "初回加算".to_owned()),
        ("count", "1".to_owned()),
    ]);
    append(&office, &set(&Decisions::default(), register("additions").unwrap(), &addition).unwrap());
    office
}

fn open(office: &Office) -> Station {
    let mut station = office.open();
    station.keys("-");
    station
}

fn client(station: &Station) -> Option<usize> {
    station.model.screens().get(ScreenId::Fees).client(station.ctx())
}

#[test]
fn the_screen_with_its_windows() {
    let office = filled();
    for size in [(80, 24), (120, 40)] {
        let name = |what: &str| format!("fees-{what}-{}x{}", size.0, size.1);
        let mut station = office.setup(size).theme(roles::THEME).open();
        shot!(name("list"), station.keys("-").snapshot());
        shot!(name("ready"), station.keys("f書出し可<enter>s請求額<enter>g<right>").snapshot());
        shot!(name("form"), station.keys("<enter>").snapshot());
    }
    for (what, keys) in [
        ("filter", "-f"),
        ("sort", "-s"),
        ("missing", "-<enter>"),
        ("left-out", "-G<enter>"),
        ("none", "-f書出し済<enter>"),
    ] {
        let mut station = office.setup((80, 24)).theme(roles::THEME).open();
        shot!(format!("fees-{what}"), station.keys(keys).snapshot());
    }
    let office = bare();
    let mut station = office.setup((80, 24)).theme(roles::THEME).open();
    shot!("fees-nothing-registered", station.keys("-").snapshot());
}

#[test]
fn the_screen_in_english() {
    let office = filled();
    let mut station = office.setup((80, 24)).english().open();
    shot!("fees-english-80x24", station.keys("-").text());
    shot!("fees-english-form", station.keys("fready<enter>g<enter>").text());
    let mut station = office.setup((120, 40)).english().open();
    shot!("fees-english-120x40", station.keys("-").text());
}

#[test]
fn what_is_entered_beside_the_screen_is_claimed_when_the_month_is_read_again() {
    let office = bare();
    let mut station = open(&office);
    station.sees("!要入力").sees("事業所の体制").sees(" 0単位 0円");
    drop(station);
    let mut station = open(&filled());
    station.sees("o書出し可").sees_not(" 0単位 0円");
    assert_eq!(station.model.current(), ScreenId::Fees);
}

#[test]
fn the_order_and_the_filter_are_remembered_and_the_cursor_comes_back() {
    let office = filled();
    let mut station = open(&office);
    station.keys("f書出し可<enter>s担当<enter>").sees("並び: 担当").sees("絞込: 書出し可");
    let chosen = client(station.keys("jj")).unwrap();
    // To the client and back, as from the other lists.
    station.keys("v");
    assert_eq!(station.model.current(), ScreenId::Client);
    station.keys("<esc>");
    assert_eq!((station.model.current(), client(&station)), (ScreenId::Fees, Some(chosen)));
    station.keys("F").sees("絞込: なし").keys("n");
    assert!(client(&station).is_some());
}

#[test]
fn what_is_decided_about_a_slip_shows_in_its_claim_and_is_undone_with_it() {
    let office = filled();
    let mut station = open(&office);
    station.keys("0f書出し可<enter>g");
    let slip = station.slip().clone();
    station.keys("t送らない<enter>認定待ち<enter>-");
    station.keys(&format!("/{}<enter>", slip.client.insured));
    assert_eq!(client(&station), Some(slip.position));
    station.sees("給付管理票が「送らない」のため、待っています。");
    assert!(station.chosen().contains("?給付管理票待ち"), "{}", station.chosen());
    station.keys("u").sees_not("給付管理票が「送らない」");
    assert!(station.chosen().contains("o書出し可"), "{}", station.chosen());
}

#[test]
fn the_search_finds_clients_that_the_filter_hides() {
    let mut station = open(&filled());
    let first = client(&station).unwrap();
    let number = station.model.review().unwrap().month.clients[first].client.insured.to_string();
    station.keys("f書出し可<enter>").sees("絞込: 書出し可");
    assert_ne!(client(&station), Some(first));
    station.keys(&format!("/{number}<enter>"));
    assert_eq!(client(&station), Some(first));
    station.sees("絞込: なし");
}
