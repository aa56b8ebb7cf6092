use super::*;
use crate::app::decide::{self, SlipChoice, slip_action};
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::open::tests::{Memory, actual, actual_name, of_client, plan, plan_name};
use crate::app::registers::{register, set, set_all};
use crate::app::review::DifferenceAt;
use crate::app::tally::SlipState;
use crate::domain::decision::Verdict;
use crate::domain::event::{Deed, Draft};
use crate::domain::fixture::journalled;
use crate::format::exchange::Edition;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn demo(differences_per_mille: u32, faults: bool) -> Review {
    demo_of(60, differences_per_mille, faults)
}

pub(super) fn demo_of(clients: u32, differences_per_mille: u32, faults: bool) -> Review {
    let options = DemoOptions {
        clients,
        providers: 14,
        managers: 4,
        seed: 3,
        edition: Edition::V4,
        month: ServiceMonth::new(2026, 10).unwrap(),
        office: OfficeSort::CareManagement,
        differences_per_mille,
        faults,
    };
    let demo = demo_month(&options).unwrap();
    let files = demo.files.into_iter();
    let memory = files.fold(Memory::default(), |memory, file| memory.with(&file.name, file.bytes));
    Review::new(memory.open(), None)
}

pub(super) fn take(review: &mut Review, draft: Draft) {
    let seq = review.decisions.events().len() as u64 + 1;
    review.take(journalled(seq, draft));
}

pub(super) fn enter(review: &mut Review, of: &str, cells: &[(&str, &str)]) {
    let cells = cells.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect();
    let draft = set(&review.decisions, register(of).unwrap(), &cells).unwrap();
    take(review, draft);
}

/// Enters a number for every manager.
pub(super) fn with_managers(mut review: Review) -> Review {
    let names = review.managers.iter().map(|manager| manager.name.clone()).filter(|name| !name.is_empty());
    let rows: Vec<BTreeMap<String, String>> = names
        .enumerate()
        .map(|(at, name)| {
            let cells = [("name", name), ("from", "2026-04".to_owned()), ("number", format!("1300{at:04}"))];
            cells.into_iter().map(|(column, text)| (column.to_owned(), text)).collect()
        })
        .collect();
    let batch = set_all(&review.decisions, register("managers").unwrap(), &rows);
    take(&mut review, batch.draft.unwrap());
    review
}

pub(super) fn window() -> ServiceMonth {
    ServiceMonth::parse("2026-11").unwrap()
}

fn checks(review: &Review) -> MonthChecks {
    predict(review, window()).checks
}

fn ids(checks: &MonthChecks, severity: Severity) -> BTreeSet<&'static str> {
    checks
        .open()
        .filter(|(_, finding)| finding.severity == severity)
        .map(|(_, finding)| finding.check)
        .collect()
}

#[test]
fn a_month_that_went_as_planned_has_nothing_above_confirm() {
    let review = with_managers(demo(0, false));
    let found = checks(&review);
    assert_eq!(found.clients.len(), review.month.clients.len());
    for severity in [Severity::Cut, Severity::Hold, Severity::Return] {
        assert_eq!(ids(&found, severity), BTreeSet::new(), "{severity:?}");
    }
}

#[test]
fn planted_differences_are_found_with_their_units() {
    let review = with_managers(demo(40, true));
    let found = checks(&review);
    assert!(ids(&found, Severity::Cut).contains("actual-over-slip"), "{:?}", ids(&found, Severity::Cut));
    assert!(ids(&found, Severity::Hold).contains("not-arrived"));
    for (client, finding) in found.open().filter(|(_, finding)| finding.check == "actual-over-slip") {
        let slip = review.month.position(client).unwrap();
        let comparison = &review.month.comparisons[slip];
        let (office, kind) = finding.pair.unwrap();
        let of_pair = comparison.differences.iter().filter(|one| (one.provider, one.kind) == (office, kind));
        let delta: i64 = of_pair.map(|difference| difference.units_delta).sum();
        assert_eq!(finding.units, delta, "nothing is over the limit there: {finding:?}");
        assert!(finding.yen.is_some_and(|yen| yen > finding.units * 10));
    }
}

#[test]
fn adopting_what_was_done_takes_the_cut_away_and_changes_nobody_else() {
    let mut review = with_managers(demo(40, true));
    let before = checks(&review);
    let is_cut = |finding: &Finding| finding.check == "actual-over-slip";
    let (client, ids) = before
        .open()
        .find(|(_, finding)| is_cut(finding) && matches!(finding.remedy, crate::check::Remedy::Adopt(_)))
        .map(|(client, finding)| (client, finding.differences.clone()))
        .unwrap();
    let position = review.month.position(client).unwrap();
    let differences = review.month.comparisons[position].differences.iter().enumerate();
    let places: Vec<DifferenceAt> = differences
        .filter(|(_, difference)| ids.contains(&difference.id))
        .map(|(at, _)| DifferenceAt {
            client: u32::try_from(position).unwrap(),
            at: u32::try_from(at).unwrap(),
        })
        .collect();
    let draft = decide::verdict(&review, &places, Some(&Verdict::Adopt), "").unwrap().draft;
    take(&mut review, draft);
    let after = checks(&review);
    let cut =
        |checks: &MonthChecks| checks.client(position).unwrap().open().filter(|one| is_cut(one)).count();
    assert_eq!(cut(&after), cut(&before) - 1);
    for (one, other) in before.clients.iter().zip(&after.clients) {
        assert!(one.position == position || one == other);
    }
    let predicted = predict(&review, window());
    let ground = review.check_ground(window(), predicted.own.as_ref());
    let alone = ground.client(predicted.tally.slip(position).unwrap()).unwrap();
    assert_eq!(Some(&alone), after.client(position), "one client gives the same as all");
}

#[test]
fn silenced_findings_stay_countable_until_their_month() {
    let mut review = with_managers(demo(40, true));
    let silent = |review: &Review| {
        let found = checks(review);
        let all: Vec<_> = found.clients.iter().flat_map(|client| &client.findings).cloned().collect();
        let silenced = all.iter().filter(|found| found.silence.is_some()).count();
        assert_eq!(found.open().count() + silenced, all.len());
        silenced
    };
    assert_eq!(silent(&review), 0);
    let found = checks(&review);
    let (client, finding) = found.open().find(|(_, finding)| finding.pair.is_some()).unwrap();
    let whom = format!("{}{}", client.insurer, client.insured);
    let of_client = found.client(review.month.position(client).unwrap()).unwrap();
    let of_check = of_client.open().filter(|one| one.check == finding.check).count();
    enter(
        &mut review,
        "silences",
        &[("check", finding.check), ("whom", &whom), ("reason", "確認済"), ("to", "2026-09")],
    );
    assert_eq!(silent(&review), 0, "over");
    enter(
        &mut review,
        "silences",
        &[("check", finding.check), ("whom", &whom), ("reason", "確認済"), ("to", "2026-10")],
    );
    assert_eq!(silent(&review), of_check);
    let office = finding.pair.unwrap().0;
    let at_office = found
        .open()
        .filter(|(_, one)| one.check == finding.check && one.pair.is_some_and(|(of, _)| of == office));
    let at_office = at_office.count();
    enter(
        &mut review,
        "silences",
        &[("check", finding.check), ("whom", office.as_str()), ("reason", "電話済"), ("to", "2027-03")],
    );
    assert!(silent(&review) >= at_office.max(of_check));
}

#[test]
fn without_history_that_is_said_and_with_it_the_checks_run() {
    let mut review = with_managers(demo(0, false));
    let lacks = |checks: &MonthChecks| {
        checks.clients.iter().any(|client| client.not_checked.iter().any(|(need, _)| *need == Need::History))
    };
    assert!(lacks(&checks(&review)));
    let tally = predict(&review, window()).tally;
    let slip = tally.slips.iter().find(|slip| slip.state == SlipState::Ready).unwrap();
    let sent = crate::domain::slip::SentSlip {
        action: crate::domain::slip::SlipAction::New,
        window: window(),
        file: "KY261101.CSV".to_owned(),
        hash: String::new(),
        level: slip.level.unwrap(),
        limit: 1,
        lines: slip.sent_lines(),
    };
    let change = crate::domain::event::Change {
        subject: crate::domain::decision::Subject::SentSlip { client: slip.client },
        before: None,
        after: Some(crate::domain::decision::Value::SentSlip(Box::new(sent))),
    };
    let deed = Deed::Write { folder: String::new(), files: 1 };
    let month = Some(review.month.month);
    take(&mut review, Draft { month, deed, changes: vec![change], reason: String::new() });
    let after = checks(&review);
    assert!(!lacks(&after));
    assert_eq!(ids(&after, Severity::Return), ["sent-twice"].into(), "its limit is another one now");
}

#[test]
fn a_client_left_out_of_the_window_holds_the_offices() {
    let mut review = with_managers(demo(0, false));
    let client = predict(&review, window())
        .tally
        .slips
        .iter()
        .find(|slip| slip.state == SlipState::Ready)
        .unwrap()
        .client;
    let draft = slip_action(&review, client, Some(SlipChoice::HoldBack), "認定待ち").unwrap().draft;
    take(&mut review, draft);
    let found = checks(&review);
    let held: Vec<_> = found.open().filter(|(_, finding)| finding.severity == Severity::Hold).collect();
    let [(of, finding)] = held.as_slice() else { panic!("{held:?}") };
    assert_eq!((*of, finding.check), (client, "slip-missing"));
    assert!(finding.units > 0);
}

#[test]
fn the_one_who_did_what_another_was_planned_for_is_the_same_person() {
    let planned = [5, 12, 19].map(plan);
    let done = [5, 12, 19].map(|day| of_client(actual(day), "0000000077"));
    let others = [5, 12].map(|day| of_client(actual(day), "0000000088"));
    let half_other = || of_client(plan(26), "0000000099");
    let agreeing = [half_other(), of_client(plan(5), "0000000088"), of_client(plan(12), "0000000088")];
    let actuals: Vec<_> = done.into_iter().chain(others).collect();
    let plans: Vec<_> = planned.into_iter().chain(agreeing).collect();
    let month = Memory::default().lines(&plan_name(1), &plans).lines(&actual_name(2), &actuals).open();
    let persons = Persons::of(&month);
    let known = month.clients.iter().map(|rows| persons.others(rows.client).len()).collect::<Vec<_>>();
    assert_eq!(known, [1, 0, 0, 1]);
    let other = persons.others(month.clients[3].client)[0];
    assert_eq!((other.client, other.has_plan, other.has_actual), (month.clients[0].client, false, true));
}
