//! 取扱件数 on the screen of care managers, with months that the worker opens, in a workspace on the disk.

use crate::deciding::Office;
use crate::roles;
use crate::slips::append;
use crate::snapshots::shot;
use crate::station::{Setup, Station};
use kyukan::app::decisions::{Cells, Decisions};
use kyukan::app::demo::{DemoOptions, OfficeSort, demo_month};
use kyukan::app::registers::{register, set_all};
use kyukan::app::workload::MonthCount;
use kyukan::domain::month::ServiceMonth;
use kyukan::format::exchange::Edition;
use kyukan::tui::effect::Job;
use kyukan::tui::msg::Msg;
use kyukan::tui::screens::ScreenId;
use std::collections::BTreeSet;

fn month(text: &str) -> ServiceMonth {
    ServiceMonth::parse(text).unwrap()
}

/// An office that received these months, each with so many clients.
fn office(months: &[(&str, u32)]) -> Office {
    let folders = months.iter().map(|(text, clients)| {
        let options = DemoOptions {
            clients: *clients,
            providers: 9,
            managers: 3,
            seed: 5,
            edition: Edition::V4,
            month: month(text),
            office: OfficeSort::CareManagement,
            differences_per_mille: 30,
            faults: false,
        };
        let folder = tempfile::tempdir().unwrap();
        for file in demo_month(&options).unwrap().files {
            std::fs::write(folder.path().join(&file.name), &file.bytes).unwrap();
        }
        folder
    });
    let folders: Vec<_> = folders.collect();
    let office = Office::with(folders[0].path());
    for folder in &folders[1..] {
        office.receive(folder.path());
    }
    office
}

fn enter(office: &Office, name: &str, rows: impl IntoIterator<Item = Vec<(&'static str, String)>>) {
    let cells = rows.into_iter().map(|row| {
        let cells = row.into_iter().map(|(column, text)| (column.to_owned(), text));
        cells.collect()
    });
    let rows: Vec<Cells> = cells.collect();
    append(office, &set_all(&Decisions::default(), register(name).unwrap(), &rows).draft.unwrap());
}

/// Enters terms, 常勤換算, days of contract, and the corporations of all providers but one.
fn register_all(office: &Office) {
    let (managers, clients, providers) = {
        let station = office.open();
        let review = station.model.review().unwrap();
        let managers: Vec<String> = review.managers.iter().map(|manager| manager.name.clone()).collect();
        let clients: Vec<_> = review.month.clients.iter().map(|rows| rows.client).collect();
        let providers: BTreeSet<String> =
            review.providers.iter().map(|provider| provider.provider.to_string()).collect();
        (managers, clients, providers)
    };
    enter(
        office,
        "managers",
        managers.into_iter().zip(["0.5", "0.4", "0.5"]).map(|(name, full_time)| {
            vec![("name", name), ("from", "2026-04".to_owned()), ("full_time", full_time.to_owned())]
        }),
    );
    let terms = [("from", "2026-04"), ("fee_type", "1"), ("area_grade", "3"), ("treatment", "1")];
    enter(office, "terms", [terms.map(|(column, text)| (column, text.to_owned())).to_vec()]);
    enter(
        office,
        "clients",
        clients.into_iter().zip(0..).map(|(client, at)| {
            let day = format!("2025-{:02}-{:02}", at % 12 + 1, at % 28 + 1);
            let (insurer, insured) = (client.insurer.to_string(), client.insured.to_string());
            vec![("insurer", insurer), ("insured", insured), ("contract_on", day)]
        }),
    );
    enter(
        office,
        "providers",
        providers.into_iter().skip(1).zip(0..).map(|(office, at)| {
            let corporation =
                if at % 4 == 0 { "社会福祉法人見本会" } else { "株式会社架空ケア" };
            vec![("office", office), ("corporation", corporation.to_owned())]
        }),
    );
}

const MONTHS: [(&str, u32); 3] = [("2026-08", 52), ("2026-09", 61), ("2026-10", 70)];

fn shown(office: &Office, size: (u16, u16), keys: &str) -> Station {
    let mut station = office.setup(size).theme(roles::THEME).open();
    station.keys("5v").keys(keys);
    station
}

#[test]
fn the_view_with_everything_registered() {
    let office = office(&MONTHS);
    register_all(&office);
    for size in [(80, 24), (120, 40)] {
        let name = |what: &str| format!("workload-{what}-{}x{}", size.0, size.1);
        shot!(name("office"), shown(&office, size, "").snapshot());
        shot!(name("manager"), shown(&office, size, "j").snapshot());
        shot!(name("months"), shown(&office, size, "H").snapshot());
        let mut english = office.setup(size).english().open();
        let office_view = english.keys("5v").text();
        shot!(name("english"), format!("{office_view}\n\n{}", english.keys("H").text()));
    }
    shot!("workload-scrolled-80x24", shown(&office, (80, 24), "<right><right>").snapshot());
    shot!("workload-months-scrolled-80x24", shown(&office, (80, 24), "H<right>").snapshot());
    shot!("workload-40x10", shown(&office, (40, 10), "H").text());
}

#[test]
fn the_view_with_nothing_registered() {
    let office = office(&MONTHS[2..]);
    for size in [(80, 24), (120, 40)] {
        let name = format!("workload-unregistered-{}x{}", size.0, size.1);
        shot!(name, shown(&office, size, "<right><right>").snapshot());
    }
}

#[test]
fn the_worker_counts_other_months_and_goes_on_writing() {
    let office = office(&MONTHS[1..]);
    register_all(&office);
    let before = office.events();
    let mut station = office.open();
    station.keys("5vH").sees("月の推移  事業所全体").sees("R8/9").sees("R8/10").sees_not("読んでいます");
    let number = station.model.review().unwrap().filing_office().unwrap();
    let mut count = |text: &str| {
        let job = Job::CountMonth { generation: 1, month: month(text), office: number };
        match station.work(job) {
            Some(Msg::MonthCounted { generation: 1, month: of, counted }) if of == month(text) => counted,
            _ => panic!("no answer about the month"),
        }
    };
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 7).unwrap();
    let (september, october) = (count("2026-09").unwrap(), count("2026-10").unwrap());
    let reasons = count("2026-03").unwrap_err();
    assert!(reasons.concat().contains("ファイルがありません"), "{reasons:?}");
    let cases = |counted: &MonthCount| counted.workload.readings[0].cases_x3;
    assert!(cases(&september) > 0 && cases(&september) < cases(&october));
    assert!(september.plans.as_ref().unwrap().plans > 0);
    let own = MonthCount::of(station.model.review().unwrap(), number, today).unwrap();
    assert_eq!(*october, own, "the same as of the open month");
    // The journal is where it was.
    station.keys("4a").sees("採用");
    assert_eq!(office.events(), before + 1);
}

#[test]
fn months_are_read_when_asked_for_and_kept_until_the_month_is_opened_anew() {
    let office = office(&MONTHS);
    register_all(&office);
    let mut station = office.open();
    station.keys("5v").sees("数え方").sees_not("R8/8");
    station.keys("H").sees("R8/8").sees("R8/9").sees("特定事業所集中減算");
    station.keys("H").sees("数え方").sees_not("R8/8");
    // From the other view too; the choice is remembered.
    station.keys("v").sees_not("事業所全体").keys("H").sees("R8/8");
    station.keys("1");
    drop(station);
    let mut station = office.open();
    station.keys("5").sees_not("R8/8");
    let mut folder = Setup::default().open();
    folder.keys("5v").sees("取扱件数").keys("H").sees("事業所フォルダーではない").sees_not("月の推移  ");
    assert_eq!(folder.model.current(), ScreenId::Managers);
}

#[test]
fn a_manager_leads_to_the_board() {
    let office = office(&MONTHS[2..]);
    let mut station = office.open();
    station.keys("5vj<enter>");
    assert_eq!(station.model.current(), ScreenId::Board);
    let name = station.model.review().unwrap().managers[0].name.replace(' ', "　");
    station.sees("70人中").sees(&format!("絞込: {name}"));
    station.keys("<esc>k<enter>").sees("70人中 70人");
}
