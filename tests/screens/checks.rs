//! 提出前点検: what is seen, what helps against a finding and what becomes of it, in a workspace on the disk.

use crate::deciding::Office;
use crate::roles;
use crate::slips::{append, enter_managers};
use crate::snapshots::shot;
use crate::station::Station;
use kyukan::app::checks::RiskSums;
use kyukan::app::decisions::Decisions;
use kyukan::app::demo::{DemoOptions, OfficeSort, demo_month};
use kyukan::app::registers::{register, set};
use kyukan::check::{Finding, Remedy, Severity};
use kyukan::domain::month::ServiceMonth;
use kyukan::domain::slip::SlipAction;
use kyukan::format::exchange::Edition;
use kyukan::tui::screens::ScreenId;

/// An invented office whose numbers all fit, with the numbers of its care managers.
fn office(differences_per_mille: u32) -> Office {
    let options = DemoOptions {
        clients: 60,
        providers: 14,
        managers: 4,
        seed: 3,
        edition: Edition::V4,
        month: ServiceMonth::new(2026, 10).unwrap(),
        office: OfficeSort::CareManagement,
        differences_per_mille,
        faults: differences_per_mille > 0,
    };
    let files = tempfile::tempdir().unwrap();
    for file in demo_month(&options).unwrap().files {
        std::fs::write(files.path().join(&file.name), &file.bytes).unwrap();
    }
    let office = Office::with(files.path());
    enter_managers(&office);
    office
}

/// Registers a client of whom nobody entered when 居宅サービス計画作成依頼届出書 was filed.
fn enter_contract(office: &Office) {
    let station = office.open();
    let client = station.model.review().unwrap().month.clients[0].client;
    let (insurer, insured) = (client.insurer.to_string(), client.insured.to_string());
    let cells = [("insurer", insurer), ("insured", insured), ("contract_on", "2024-04-01".to_owned())];
    let cells = cells.map(|(column, text)| (column.to_owned(), text)).into();
    let draft = set(&Decisions::default(), register("clients").unwrap(), &cells).unwrap();
    drop(station);
    append(office, &draft);
}

fn open(office: &Office) -> Station {
    let mut station = office.open();
    station.keys("K");
    station
}

fn sums(station: &Station) -> RiskSums {
    *station.model.review().unwrap().watch().sums().unwrap()
}

fn chosen(station: &Station) -> Option<Finding> {
    station.model.screens().checks().chosen(station.ctx()).map(|(_, found)| found.finding.clone())
}

/// Goes down to the first finding that fits.
fn go_to(station: &mut Station, fits: impl Fn(&Finding) -> bool) -> Finding {
    station.keys("g");
    let found = (0..500).find_map(|_| {
        let finding = chosen(station).unwrap();
        if fits(&finding) {
            return Some(finding);
        }
        station.keys("j");
        None
    });
    found.unwrap()
}

fn go_to_adopt(station: &mut Station) -> Finding {
    go_to(station, |finding| finding.severity == Severity::Cut && matches!(finding.remedy, Remedy::Adopt(_)))
}

#[test]
fn the_screen_with_its_windows() {
    let office = office(40);
    for size in [(80, 24), (120, 40)] {
        let name = |what: &str| format!("checks-{what}-{}x{}", size.0, size.1);
        let mut station = office.setup(size).theme(roles::THEME).open();
        station.keys("K");
        shot!(name("list"), station.snapshot());
        go_to_adopt(&mut station);
        shot!(name("remedy"), station.keys("d").snapshot());
    }
    for (what, keys) in [
        ("filter", "Kf"),
        ("sort", "Ks"),
        ("not-checked", "Kv"),
        ("silence", "Ky<enter>保険者に確認済"),
        ("details", "K<right>"),
        ("differences", "4ttt"),
    ] {
        let mut station = office.setup((80, 24)).theme(roles::THEME).open();
        shot!(format!("checks-{what}"), station.keys(keys).snapshot());
    }
    let mut station = office.setup((120, 40)).english().open();
    shot!("checks-english", station.keys("K").text());
    go_to_adopt(&mut station);
    shot!("checks-english-remedy", station.keys("d").text());
}

#[test]
fn a_finding_is_fixed_by_its_remedy_and_undone() {
    let office = office(40);
    let mut station = open(&office);
    let before = sums(&station);
    let finding = go_to_adopt(&mut station);
    station.keys("d").sees("直した後").sees("なくなる").keys("<esc>");
    assert_eq!((sums(&station), office.events()), (before, 1), "nothing is done by looking");
    station.keys("dy").sees("採用");
    let after = sums(&station);
    assert!(after.all.risk.yen < before.all.risk.yen, "{after:?}");
    assert_eq!(station.model.current(), ScreenId::Checks);
    assert_ne!(chosen(&station), Some(finding.clone()));
    let amount = |yen: i64| {
        let digits = yen.to_string();
        let parts: Vec<&str> =
            digits.as_bytes().rchunks(3).rev().map(|part| std::str::from_utf8(part).unwrap()).collect();
        format!("{}円", parts.join(","))
    };
    station.sees(&format!("返戻・保留・査定の見込 {}", amount(after.all.risk.yen)));
    station.keys("u").sees("元に戻す: 採用").sees(&amount(before.all.risk.yen));
    assert_eq!(sums(&station), before);
}

#[test]
fn the_finding_leads_to_the_row_of_its_client() {
    let office = office(40);
    let mut station = open(&office);
    let finding = go_to_adopt(&mut station);
    station.keys("<enter>");
    assert_eq!(station.model.current(), ScreenId::Client);
    let review = station.model.review().unwrap();
    let at = station.model.screens().get(ScreenId::Client).difference(station.ctx()).unwrap();
    assert!(finding.differences.contains(&review.difference(at).unwrap().id));
    station.sees("請求への影響: ").keys("<esc>");
    assert_eq!((station.model.current(), chosen(&station)), (ScreenId::Checks, Some(finding)));
}

#[test]
fn a_silenced_check_is_counted_and_told_again() {
    let office = office(40);
    let mut station = open(&office);
    let before = sums(&station);
    let finding = go_to_adopt(&mut station);
    station.keys("y").sees("この利用者について除外する").sees("この事業所について除外する");
    station.keys("<enter><enter>").sees("理由を入れてください。");
    station.keys("保険者に確認済<enter>").sees("登録しました");
    let after = sums(&station);
    assert!(after.silenced > 0 && after.all.findings + after.silenced == before.all.findings);
    station.sees(&format!("除外 {}件", after.silenced));
    station.keys("f除外も<enter>G").sees("除外（R8/10まで）: 保険者に確認済");
    assert_eq!(chosen(&station).unwrap().check, finding.check);
    station.keys("y").sees("除外をやめる").keys("<enter>");
    assert_eq!(sums(&station), before);
    station.keys("u");
    assert_eq!(sums(&station).silenced, after.silenced);
    drop(station);
    assert_eq!(sums(&open(&office)).silenced, after.silenced);
}

#[test]
fn what_was_held_back_is_sent_with_one_key() {
    let office = office(0);
    let mut station = office.open();
    station.keys("0f書出し可<enter>gt送らない<enter>認定待ち<enter>K");
    assert_eq!(sums(&station).of_severity(Severity::Hold).clients, 1);
    let finding = go_to(&mut station, |finding| finding.check == "slip-missing");
    assert_eq!(finding.remedy, Remedy::SendNow);
    station.keys("d").sees("送らない").sees("直した後").keys("<enter>");
    assert_eq!(sums(&station).of_severity(Severity::Hold).clients, 0);
}

/// What has to be given a reason asks for it after the preview.
#[test]
fn a_choice_of_the_action_asks_for_the_reason() {
    let office = office(40);
    let mut station = open(&office);
    let fits = |finding: &Finding| {
        matches!(finding.remedy, Remedy::HoldBack | Remedy::SetAction(SlipAction::Cancel | SlipAction::New))
    };
    go_to(&mut station, fits);
    let events = office.events();
    station.keys("d").sees("理由を入れる").keys("<enter>").sees("作成区分").keys("<enter>");
    station.sees("理由を入れてください。");
    assert_eq!(office.events(), events);
    station.keys("認定の結果待ち<enter>").sees("作成区分 ");
    assert_eq!(office.events(), events + 1);
}

#[test]
fn other_remedies_open_their_forms_or_say_the_steps() {
    let office = office(40);
    enter_contract(&office);
    let mut station = open(&office);
    let mut seen = std::collections::BTreeSet::new();
    station.keys("g");
    for _ in 0..300 {
        let Some(finding) = chosen(&station) else { break };
        let title = match &finding.remedy {
            Remedy::DecideArrival if finding.pair.is_some() => Some("月遅れ"),
            Remedy::DecideShares => Some("割振"),
            Remedy::EnterIn { .. } => Some("登録"),
            Remedy::AskProvider(_) if !finding.differences.is_empty() => Some("照会"),
            Remedy::RaisePlan(_) | Remedy::AskInsurer | Remedy::FixSupplement => Some("1."),
            _ => None,
        };
        if let Some(title) = title
            && seen.insert(kyukan::report::finding_words::remedy_name(&finding.remedy))
        {
            let events = office.events();
            station.keys("d").sees(title).keys("<esc>");
            assert_eq!(office.events(), events);
            assert_eq!(station.model.current(), ScreenId::Checks);
        }
        station.keys("j");
    }
    assert!(seen.contains("decide-arrival") && seen.contains("enter-in"), "{seen:?}");
}

#[test]
fn without_a_workspace_nothing_is_fixed_but_everything_is_seen() {
    let mut station = crate::station::Setup::sized((120, 40)).open();
    station.keys("K").sees("査定見込");
    go_to(&mut station, |finding| matches!(finding.remedy, Remedy::Adopt(_)));
    station.keys("d").sees("事業所フォルダーではない");
    station.keys("y").sees("事業所フォルダーではない");
}

/// The whole screen goes along: differences say what becomes of claims.
#[test]
fn differences_say_what_becomes_of_claims() {
    let office = office(40);
    let mut station = office.setup((160, 40)).open();
    station.keys("4").sees("影響").sees("査定見込");
    station.keys("ttt").sees("まとめ方: 影響（返戻・保留・査定）");
    drop(station);
    let mut station = office.setup((160, 40)).open();
    station.keys("4ttt1q");
    let saved = station.saved.clone().unwrap();
    let mut again = kyukan_setup(&office, saved);
    again.keys("4").sees("まとめ方: 影響（返戻・保留・査定）").sees_not("点検しています");
}

fn kyukan_setup(office: &Office, saved: kyukan::store::ViewState) -> Station {
    crate::station::Setup { saved, ..office.setup((160, 40)) }.open()
}
