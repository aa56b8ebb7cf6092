//! Counting, what is not registered, the chosen row in full, and months that the worker counts.

use super::*;
use crate::app::registers::{register, set_all};
use crate::app::review::Review;
use crate::app::workload::WorkloadNote;
use crate::benefit::fee::{FullTime, Reading};
use crate::domain::event::Draft;
use crate::domain::ids::OfficeNumber;
use crate::i18n::Language;
use crate::i18n::width::width;
use crate::tui::effect::Job;
use crate::tui::env::Env;
use crate::tui::testing::{Shown, env, in_language, sample, take};

type Cells = BTreeMap<String, String>;

fn cells(pairs: &[(&str, &str)]) -> Cells {
    pairs.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect()
}

fn entered(review: &Review, name: &str, rows: &[Cells]) -> Draft {
    set_all(&review.decisions, register(name).unwrap(), rows).draft.unwrap()
}

/// The sample with terms, full-time equivalents and days of contract.
fn registered() -> Review {
    let mut review = sample("v4");
    let names: Vec<String> = review.managers.iter().map(|manager| manager.name.clone()).collect();
    let managers: Vec<Cells> = names
        .iter()
        .filter(|name| !name.is_empty())
        .map(|name| cells(&[("name", name), ("from", "2026-04"), ("full_time", "0.5")]))
        .collect();
    let draft = entered(&review, "managers", &managers);
    take(&mut review, draft);
    let terms = cells(&[("from", "2026-04"), ("fee_type", "1"), ("area_grade", "3"), ("treatment", "1")]);
    let draft = entered(&review, "terms", &[terms]);
    take(&mut review, draft);
    let clients: Vec<Cells> = review
        .month
        .clients
        .iter()
        .zip(1..)
        .map(|(rows, day)| {
            let (insurer, insured) = (rows.client.insurer.to_string(), rows.client.insured.to_string());
            let day = format!("2025-01-{:02}", day % 28 + 1);
            cells(&[("insurer", &insurer), ("insured", &insured), ("contract_on", &day)])
        })
        .collect();
    let draft = entered(&review, "clients", &clients);
    take(&mut review, draft);
    review
}

impl Shown<Managers> {
    /// 取扱件数 of a month that is counted.
    fn of_load(review: Review, env: Env) -> Self {
        let mut shown = Self::counted(review, env);
        shown.act(Action::ManagersView);
        shown.lines();
        shown
    }

    fn work(&self) -> &crate::app::workload::OfficeWorkload {
        LoadView::work(self.ctx()).unwrap()
    }

    /// Everything below the table, page by page, without blanks.
    fn details(&mut self) -> String {
        let mut all = self.lines();
        for _ in 0..12 {
            self.act(Action::Right);
            all.extend(self.lines());
        }
        all.concat().replace(' ', "")
    }

    fn ask(&mut self, months: &[&str]) {
        let months: Vec<ServiceMonth> = months.iter().map(|text| month(text)).collect();
        self.with(|screen, ctx| screen.compare(&months, ctx));
    }

    /// The month that the worker is asked for.
    fn asked(&mut self) -> Option<(ServiceMonth, OfficeNumber)> {
        match self.screen.job(7)? {
            Effect::Work(Job::CountMonth { generation: 7, month, office }) => Some((month, office)),
            other => panic!("{other:?}"),
        }
    }

    /// Answers as the worker would.
    fn answer(&mut self, month: ServiceMonth, office: OfficeNumber) {
        let counted = MonthCount::of(&self.review, office, self.env.today).unwrap();
        self.screen.month_counted(month, Ok(Box::new(counted)));
    }
}

fn month(text: &str) -> ServiceMonth {
    ServiceMonth::parse(text).unwrap()
}

#[test]
fn people_see_that_counting_has_begun_and_the_view_is_remembered() {
    let mut shown = Shown::<Managers>::new(sample("v4"), env(80, 24));
    assert_eq!(shown.screen.job(1), None, "進み具合 needs nothing");
    assert_eq!(shown.with(|screen, ctx| screen.remember(ctx)), BTreeMap::new());
    shown.act(Action::ManagersView);
    assert!(shown.lines().concat().contains("取扱件数を数えています"));
    assert!(shown.count().concat().contains("事業所全体"));
    let saved = shown.with(|screen, ctx| screen.remember(ctx));
    shown.with(|screen, ctx| screen.opened(ctx, &saved));
    assert!(shown.screen.is_load);
    shown.act(Action::ManagersView);
    assert!(shown.lines().concat().contains("担当者 3人"));
}

#[test]
fn what_is_not_registered_is_marked_and_said_with_its_register() {
    let mut shown = Shown::of_load(sample("v4"), env(80, 24));
    let lines = shown.lines();
    assert!(lines[0].contains("体制の登録なし") && lines[0].contains("!確認"), "{}", lines[0]);
    let office = lines.iter().find(|line| line.starts_with("> 事業所全体")).unwrap();
    assert!(office.contains("3.0?"), "{office}");
    let details = shown.details();
    for said in [
        "登録「担当ケアマネ」（kyukanmastersetmanagers）",
        "kyukanmastersetterms",
        "契約日のない利用者が",
        "「?」は、登録がないため1.0とみなした",
        "要介護+要支援+委託（今の決まり）",
    ] {
        assert!(details.contains(said), "{said}: {details}");
    }
    // Yen need the area grade of the office.
    assert!(shown.work().margins.as_ref().unwrap().one_more[0].yen.is_none());
    assert!(details.contains("地域区分"), "{details}");
}

#[test]
fn without_staff_no_tier_is_told() {
    let shown = Shown::of_load(sample("v4"), env(80, 24));
    let mut work = shown.work().clone();
    work.staff.full_time = FullTime::from_tenths(0);
    let office = Who::Office(&work);
    assert_eq!((office.staff_text(&work).as_str(), office.per_head(), office.load()), ("-", None, None));
    let lines = details::lines(&shown.env, &work, office, 78);
    let texts = lines.iter().flatten().map(|piece| piece.text.as_str());
    let all = texts.collect::<String>().replace(' ', "");
    assert!(all.contains("常勤換算が分からない") && all.contains("kyukanmastersetmanagers"), "{all}");
    for unknown in ["逓減制の区分=", "名超過", "あと", "要介護1・2が1名増える"] {
        assert!(!all.contains(unknown), "{unknown}: {all}");
    }
}

#[test]
fn a_full_register_gives_every_number() {
    let mut shown = Shown::of_load(registered(), env(120, 40));
    let work = shown.work().clone();
    assert_eq!(work.notes.iter().filter(|note| matches!(note, WorkloadNote::NoTerms)).count(), 0);
    assert_eq!(work.readings.map(|one| one.reading)[0], Reading::OwnAndEntrusted);
    let levels: u32 = work.managers.iter().map(|manager| manager.heavy).sum();
    assert_eq!(levels, work.heavy());
    let lines = shown.lines();
    assert!(!lines.concat().contains('?'), "{lines:?}");
    let yen = work.margins.unwrap().one_more[0].yen.unwrap();
    let details = shown.details();
    assert!(details.contains(&format!("+{}", crate::report::layout::grouped(yen))), "{details}");
    // A care manager: as an office of one, with the border of the office's type.
    shown.act(Action::Down);
    let details = shown.details();
    assert!(details.contains("1人の事業所とみた件数") && details.contains("45件まで60件まで"), "{details}");
    assert!(!details.contains("50件まで") && !details.contains("金額(円)"), "{details}");
}

#[test]
fn a_row_leads_to_its_clients_and_keeps_its_manager_in_the_other_view() {
    let mut shown = Shown::of_load(registered(), env(80, 24));
    assert!(matches!(shown.act(Action::Open).as_slice(), [Do::Board(FilterEdit::Clear)]));
    shown.act(Action::Down);
    shown.act(Action::Down);
    let name = shown.work().managers[1].name.clone();
    let wanted = shown.act(Action::Open);
    let [Do::Board(FilterEdit::Only(Facet::Manager(at)))] = wanted.as_slice() else { panic!("no board") };
    // The register spells it with another blank than the plans.
    let plain = |name: &str| name.replace([' ', '　'], "");
    assert_eq!(plain(&shown.review.managers[*at as usize].name), plain(&name));
    shown.act(Action::ManagersView);
    assert_eq!(shown.screen.list.cursor, *at as usize);
    shown.act(Action::Up);
    shown.act(Action::ManagersView);
    assert_eq!(shown.screen.load.list.cursor, 1);
    // Somebody of the register who is in no plan.
    let draft = entered(&shown.review, "managers", &[cells(&[("name", "あ　い"), ("from", "2026-04")])]);
    shown.take(draft);
    shown.count();
    let row = shown.work().managers.iter().position(|one| one.name.starts_with('あ'));
    shown.screen.load.list.select(row.unwrap() + 1);
    assert!(matches!(shown.act(Action::Open).as_slice(), [Do::Say(_)]));
}

#[test]
fn months_are_asked_for_one_by_one_and_only_when_wanted() {
    let mut shown = Shown::of_load(registered(), env(120, 40));
    assert_eq!(shown.screen.job(7), None, "nothing is opened without being asked");
    assert!(matches!(shown.with(|screen, ctx| screen.act(Action::ManagersMonths, ctx)), Answer::Pass));
    let received = ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11"];
    shown.ask(&received);
    let (first, office) = shown.asked().unwrap();
    assert_eq!((first, shown.review.filing_office()), (month("2026-11"), Some(office)));
    assert_eq!(shown.asked(), None, "one at a time");
    let lines = shown.lines().concat();
    assert!(lines.contains("読んでいます: R8/11（4か月のうち0か月済み）"), "{lines}");
    // November belongs to the judging period, but lies after the month at hand.
    shown.answer(first, office);
    for expected in ["2026-09", "2026-08"] {
        let (next, office) = shown.asked().unwrap();
        assert_eq!(next, month(expected));
        shown.answer(next, office);
    }
    let (last, _) = shown.asked().unwrap();
    shown.screen.month_counted(last, Err(vec!["ファイルがありません。".to_owned()]));
    assert_eq!(shown.asked(), None);
    let lines = shown.lines();
    let months: Vec<&str> = lines.iter().filter_map(|line| line.trim_start().split(' ').next()).collect();
    let months: Vec<&str> = months.into_iter().filter(|cell| cell.starts_with("R8/")).collect();
    assert_eq!(months, ["R8/8", "R8/9", "R8/10"], "{lines:?}");
    let all = shown.details();
    assert!(all.contains("R8/7は開けなかったため、除きました。ファイルがありません。"), "{all}");
    assert!(all.contains("R8/12、R9/1、R9/2のデータがありません"), "{all}");
    assert!(all.contains("特定事業所集中減算") && all.contains("法人の登録がない事業所"), "{all}");
    // Back to the details; the months are kept.
    shown.act(Action::ManagersMonths);
    assert!(shown.lines().concat().contains("数え方"));
    shown.ask(&received);
    assert_eq!(shown.asked(), None);
    assert!(shown.lines().concat().contains("月の推移"));
}

#[test]
fn a_register_makes_other_months_stale_and_they_are_counted_again() {
    let mut shown = Shown::of_load(registered(), env(120, 40));
    let received = ["2026-09", "2026-10"];
    shown.ask(&received);
    let (other, office) = shown.asked().unwrap();
    // It is being counted while the register changes: what comes of it is not used.
    let cells = cells(&[("office", "1379900028"), ("corporation", "株式会社 見本")]);
    let draft = entered(&shown.review, "providers", &[cells]);
    shown.take(draft);
    shown.count();
    shown.answer(other, office);
    assert!(shown.lines().concat().contains("登録が変わりました。H で、ほかの月を数え直します。"));
    assert!(matches!(shown.with(|screen, ctx| screen.act(Action::ManagersMonths, ctx)), Answer::Pass));
    shown.ask(&received);
    assert_eq!(shown.asked(), Some((other, office)));
    shown.answer(other, office);
    let lines = shown.lines().concat();
    assert!(!lines.contains("登録が変わりました"), "{lines}");
    assert!(lines.contains("R8/9"), "{lines}");
}

#[test]
fn a_share_over_the_border_is_warned_about() {
    let mut review = registered();
    // One corporation behind every provider.
    let providers: std::collections::BTreeSet<String> =
        review.providers.iter().map(|provider| provider.provider.to_string()).collect();
    let rows: Vec<Cells> =
        providers.iter().map(|office| cells(&[("office", office), ("corporation", "見本会")])).collect();
    let draft = entered(&review, "providers", &rows);
    take(&mut review, draft);
    let mut shown = Shown::of_load(review, env(120, 40));
    shown.ask(&["2026-10"]);
    assert_eq!(shown.asked(), None, "there is no other month");
    let lines = shown.lines();
    assert!(lines.iter().any(|line| line.trim_start().starts_with("! 11") && line.contains("100.00%")));
    let all = shown.details();
    assert!(all.contains("80%を超えています") && all.contains("見本会"), "{all}");
    assert!(all.contains("並べるほかの月がありません"), "{all}");
    assert!(!all.contains("法人の登録がない"), "{all}");
}

#[test]
fn without_a_number_it_is_said_what_to_do() {
    let mut review = sample("v4");
    review.month.care_offices.push(OfficeNumber::parse("1379900093").unwrap());
    let mut shown = Shown::of_load(review, env(80, 24));
    let lines = shown.lines().concat().replace(' ', "");
    assert!(lines.contains("居宅介護支援事業所は2か所") && lines.contains("kyukan.toml"), "{lines}");
    assert!(shown.act(Action::Open).is_empty());
    shown.ask(&["2026-09", "2026-10"]);
    assert_eq!(shown.screen.job(1), None);
    shown.lines();
}

#[test]
fn everything_fits_its_place() {
    for language in [Language::Ja, Language::En] {
        for (columns, rows) in [(40, 10), (60, 16), (80, 24), (120, 40), (200, 50)] {
            for review in [sample("v4"), registered()] {
                let mut shown = Shown::of_load(review, in_language(language, columns, rows));
                shown.ask(&["2026-09", "2026-10"]);
                let (other, office) = shown.asked().unwrap();
                shown.answer(other, office);
                for _ in 0..5 {
                    let lines = shown.lines();
                    assert!(lines.iter().all(|line| width(line) <= usize::from(columns)), "{lines:?}");
                    shown.act(Action::ManagersMonths);
                    shown.lines();
                    shown.ask(&[]);
                    shown.act(Action::Down);
                }
            }
        }
    }
}
