//! What is shown before and after counting, order, filters, what was not checked.

use super::*;
use crate::app::decide::{self, SlipChoice};
use crate::app::registers::{register, set};
use crate::app::review::Review;
use crate::check::{AtRisk, at_risk};
use crate::domain::ids::ClientKey;
use crate::i18n::Language;
use crate::i18n::width::width;
use crate::tui::env::Env;
use crate::tui::testing::{Shown, env, in_language, sample, with_managers};

/// The sample with a number for every care manager, checked.
fn checked() -> Review {
    let mut review = with_managers();
    count(&mut review);
    review
}

fn count(review: &mut Review) {
    review.watch_to_the_end(ServiceMonth::parse("2026-11").unwrap());
}

fn shown(review: Review, env: Env) -> Shown<Checks> {
    let mut shown = Shown::new(review, env);
    shown.lines();
    shown
}

impl Shown<Checks> {
    fn found(&self) -> Vec<(usize, &Found)> {
        let rows = 0..self.screen.shown.len();
        rows.filter_map(|row| self.screen.found_at(self.ctx(), row)).collect()
    }

    /// Silences the finding under the cursor for its client.
    fn silence(&mut self) -> (ClientKey, &'static str) {
        let (client, found) = self.screen.chosen(self.ctx()).unwrap();
        let (check, key) = (found.finding.check, self.review.month.clients[client].client);
        let cells = [
            ("check", check.to_owned()),
            ("whom", format!("{}{}", key.insurer, key.insured)),
            ("reason", "保険者に確認済".to_owned()),
            ("to", "2026-10".to_owned()),
        ];
        let cells = cells.map(|(column, text)| (column.to_owned(), text)).into();
        let draft = set(&self.review.decisions, register("silences").unwrap(), &cells).unwrap();
        self.take(draft);
        (key, check)
    }
}

#[test]
fn while_it_is_counted_that_is_said_with_the_percent() {
    let mut shown = shown(sample("v4"), env(80, 24));
    let lines = shown.lines();
    assert!(lines[0].contains("点検しています"), "{}", lines[0]);
    assert!(lines.iter().any(|line| line.ends_with(" 0%")), "{lines:?}");
    assert!(shown.found().is_empty() && shown.screen.chosen(shown.ctx()).is_none());
    shown.review.watch_on(ServiceMonth::parse("2026-11").unwrap(), 1_000);
    assert!(shown.lines().iter().any(|line| line.ends_with(" 50%")), "{:?}", shown.lines());
    count(&mut shown.review);
    assert!(!shown.lines()[0].contains("点検しています"));
    assert!(!shown.found().is_empty());
}

#[test]
fn clients_with_most_at_risk_stand_first_and_of_each_the_heaviest() {
    let shown = shown(checked(), env(120, 40));
    let found = shown.found();
    let sums = *shown.review.watch().sums().unwrap();
    assert_eq!(found.len(), sums.all.findings);
    let checks = shown.review.watch().checks().unwrap();
    let risk = |client: usize| -> AtRisk { at_risk(checks.client(client).unwrap().open()) };
    assert!(found.is_sorted_by(|(one, _), (other, _)| risk(*one).yen >= risk(*other).yen));
    let of_same = |pair: &[(usize, &Found)]| pair[0].0 == pair[1].0;
    let heavier = |pair: &[(usize, &Found)]| pair[0].1.finding.severity >= pair[1].1.finding.severity;
    assert!(found.windows(2).filter(|pair| of_same(pair)).all(heavier));
    assert!(risk(found[0].0).yen > 0);
}

#[test]
fn other_orders_turn_around_and_are_remembered() {
    let mut shown = shown(checked(), env(120, 40));
    for key in SortKey::ALL {
        shown.with(|screen, ctx| screen.sort_by(Sort::by(*key), ctx));
        let forward = shown.screen.shown.clone();
        shown.with(|screen, ctx| screen.sort_by(Sort::by(*key), ctx));
        let turned: Vec<Line> = shown.screen.shown.iter().rev().copied().collect();
        assert_eq!(forward, turned, "{}", key.label());
    }
    shown.with(|screen, ctx| screen.sort_by(Sort::by(SortKey::Check), ctx));
    let places = |shown: &Shown<Checks>| -> Vec<usize> {
        let place = |id: &str| CHECKS.iter().position(|check| check.id == id).unwrap();
        shown.found().iter().map(|(_, found)| place(found.finding.check)).collect()
    };
    assert!(places(&shown).is_sorted());
    shown.with(|screen, ctx| screen.filter(FilterEdit::Toggle(Facet::Severity(Severity::Cut)), ctx));
    let saved = shown.with(|screen, ctx| screen.remember(ctx));
    shown.with(|screen, ctx| screen.opened(ctx, &saved));
    shown.lines();
    assert_eq!(
        (shown.screen.sort, shown.screen.filter.severity),
        (Sort::by(SortKey::Check), Some(Severity::Cut))
    );
}

#[test]
fn filters_narrow_and_silenced_ones_come_back() {
    let mut shown = shown(checked(), env(120, 40));
    let all = shown.found().len();
    shown.with(|screen, ctx| screen.filter(FilterEdit::Toggle(Facet::Severity(Severity::Hold)), ctx));
    let held = shown.found().len();
    assert!(held > 0 && held < all);
    assert!(shown.found().iter().all(|(_, found)| found.finding.severity == Severity::Hold));
    let office = shown.found()[0].1.finding.pair.unwrap().0;
    shown.with(|screen, ctx| screen.filter(FilterEdit::Only(Facet::Provider(office)), ctx));
    assert!(shown.found().iter().all(|(_, found)| found.finding.pair.unwrap().0 == office));
    shown.with(|screen, ctx| screen.filter(FilterEdit::Only(Facet::Manager(0)), ctx));
    assert!(shown.found().iter().all(|(client, _)| shown.review.clients[*client].manager == 0));
    shown.with(|screen, ctx| screen.filter(FilterEdit::Clear, ctx));
    shown.lines();
    let (_, check) = shown.silence();
    assert!(shown.lines()[0].contains("点検しています"), "a register may be about everybody");
    count(&mut shown.review);
    let lines = shown.lines();
    let silenced = shown.review.watch().sums().unwrap().silenced;
    assert!(silenced > 0 && lines[1].contains(&format!("除外 {silenced}件")), "{}", lines[1]);
    assert_eq!(shown.found().len(), all - silenced);
    shown.with(|screen, ctx| screen.filter(FilterEdit::Toggle(Facet::Silenced), ctx));
    let found = shown.found();
    assert_eq!(found.len(), all);
    let (_, last) = found[all - 1];
    assert_eq!((last.finding.check, last.silence.is_some()), (check, true), "silenced ones stand last");
    shown.act(Action::Last);
    let lines = shown.lines().join("\n");
    assert!(lines.contains("除外（R8/10まで）: 保険者に確認済"), "{lines}");
}

#[test]
fn the_cursor_stays_on_its_finding_or_on_its_line() {
    let mut shown = shown(checked(), env(120, 40));
    (0..4).for_each(|_| drop(shown.act(Action::Down)));
    shown.lines();
    let fourth = shown.screen.identity(shown.ctx(), 4);
    let client = shown.review.month.clients[shown.found()[0].0].client;
    let hold = decide::slip_action(&shown.review, client, Some(SlipChoice::HoldBack), "認定待ち").unwrap();
    shown.take(hold.draft);
    shown.lines();
    assert_eq!(shown.screen.identity(shown.ctx(), shown.screen.list.cursor), fourth);
    let row = shown.screen.list.cursor;
    shown.silence();
    shown.lines();
    count(&mut shown.review);
    shown.lines();
    assert_eq!(shown.screen.list.cursor, row);
    assert_ne!(shown.screen.identity(shown.ctx(), row), fourth);
}

#[test]
fn keys_lead_to_the_next_and_to_the_client() {
    let mut shown = shown(checked(), env(120, 40));
    let client = |shown: &Shown<Checks>| shown.screen.chosen(shown.ctx()).unwrap().0;
    let first = client(&shown);
    assert!(shown.act(Action::NextClient).is_empty());
    assert_ne!(client(&shown), first);
    shown.act(Action::First);
    while shown.act(Action::NextDifference).is_empty() {
        let (_, found) = shown.screen.chosen(shown.ctx()).unwrap();
        assert!(found.finding.severity > Severity::Confirm);
    }
    shown.act(Action::First);
    let with_difference = (0..shown.screen.shown.len()).find(|row| {
        shown.screen.found_at(shown.ctx(), *row).is_some_and(|(_, f)| !f.finding.differences.is_empty())
    });
    shown.screen.list.select(with_difference.unwrap());
    let at = shown.screen.difference(shown.ctx()).unwrap();
    let (position, found) = shown.screen.chosen(shown.ctx()).unwrap();
    let id = &shown.review.difference(at).unwrap().id;
    assert!(found.finding.differences.contains(id));
    let wanted = shown.act(Action::Open);
    let [Do::Client { client, difference }] = wanted.as_slice() else { panic!("one thing is wanted") };
    assert_eq!((*client, *difference), (position, Some(at.at)));
}

#[test]
fn what_was_not_checked_is_told_once_for_each_need() {
    let mut shown = shown(checked(), env(120, 40));
    let told = details::needs(shown.ctx());
    assert!(!told.is_empty() && told.iter().all(|line| line.starts_with("* ")), "{told:?}");
    assert!(told.iter().any(|line| line.starts_with("* すべての利用者（30人）: ")), "{told:?}");
    let distinct: BTreeSet<&String> = told.iter().collect();
    assert_eq!(distinct.len(), told.len());
    assert!(matches!(shown.act(Action::NotChecked).as_slice(), [Do::Push(_)]));
}

#[test]
fn details_fit_their_place() {
    let review = checked();
    for language in [Language::Ja, Language::En] {
        for columns in [40, 80, 120, 200] {
            let env = in_language(language, columns, 40);
            let ctx = Ctx { env: &env, review: &review };
            let cells = usize::from(columns) - 2;
            for checks in &review.watch().checks().unwrap().clients {
                for found in &checks.findings {
                    for line in details::lines(ctx, found, cells) {
                        let text: String = line.iter().map(|piece| piece.text.as_str()).collect();
                        assert!(width(&text) <= cells, "{text}");
                    }
                }
            }
        }
    }
}
