//! What is shown before and after counting, order, filters, details, marks.

use super::*;
use crate::app::decide::{self, SlipChoice};
use crate::app::registers::{register, set};
use crate::app::tally::{NotDue, SlipState, TallyFault};
use crate::i18n::Language;
use crate::i18n::width::width;
use crate::report::layout::grouped;
use crate::tui::testing::{Shown, env, in_language, sample, with_managers};

impl Shown<Slips> {
    fn slip(&self) -> &ClientSlip {
        self.screen.slip(self.ctx()).unwrap()
    }

    fn slip_at(&self, row: usize) -> &ClientSlip {
        self.screen.slip_at(self.ctx(), row).unwrap()
    }

    fn marked_or_chosen(&self) -> Vec<ClientKey> {
        self.screen.marked_or_chosen(self.ctx())
    }

    fn states(&self) -> Vec<SlipState> {
        (0..self.screen.shown.len()).map(|row| self.slip_at(row).state).collect()
    }
}

#[test]
fn people_see_that_counting_has_begun() {
    let mut shown = Shown::<Slips>::new(sample("v4"), env(80, 24));
    assert!(shown.lines().iter().any(|line| line.contains("給付管理票を作っています")));
    let lines = shown.count();
    assert!(!lines.iter().any(|line| line.contains("給付管理票を作っています")));
    assert!(lines[1].contains("処理対象年月 R8/11") && lines[1].contains("30人中 30人"), "{}", lines[1]);
    // A client without a number of the manager is told what to do about it.
    assert!(lines[0].contains("!作成不可 "), "{}", lines[0]);
    assert!(lines.iter().any(|line| line.contains("担当者番号なし")));
    let all = lines.concat().replace(' ', "");
    assert!(all.contains("登録「担当ケアマネ」（kyukanmastersetmanagers）"), "{lines:?}");
}

#[test]
fn what_needs_a_person_stands_first_and_the_order_is_chosen() {
    let mut shown = Shown::<Slips>::counted(with_managers(), env(120, 40));
    assert!(shown.states().is_sorted());
    assert!(shown.states().contains(&SlipState::NotDue(NotDue::NothingManaged)));
    for key in SortKey::ALL {
        shown.with(|screen, ctx| screen.sort_by(Sort::by(*key), ctx));
        let forward = shown.screen.shown.clone();
        shown.with(|screen, ctx| screen.sort_by(Sort::by(*key), ctx));
        let turned: Vec<u32> = shown.screen.shown.iter().rev().copied().collect();
        // The default was in force already, so choosing it turned it around first.
        assert_eq!(forward, turned, "{}", key.label());
    }
    shown.with(|screen, ctx| screen.sort_by(Sort::by(SortKey::Units), ctx));
    let units: Vec<i64> = (0..30).map(|row| shown.slip_at(row).total()).collect();
    assert!(units.is_sorted_by(|a, b| a >= b), "{units:?}");
    let saved = shown.with(|screen, ctx| screen.remember(ctx));
    shown.with(|screen, ctx| screen.opened(ctx, &saved));
    assert_eq!(shown.screen.sort, Sort::by(SortKey::Units));
}

#[test]
fn filters_narrow_by_state_action_and_what_blocks() {
    let mut shown = Shown::<Slips>::counted(with_managers(), env(120, 40));
    let toggle = |shown: &mut Shown<Slips>, facet| {
        shown.with(|screen, ctx| screen.filter(FilterEdit::Toggle(facet), ctx));
        shown.screen.shown.len()
    };
    let all = shown.screen.shown.len();
    let blocked = toggle(&mut shown, Facet::Slip(SlipState::Blocked));
    assert!(blocked > 0 && blocked < all);
    assert!(shown.states().iter().all(|state| *state == SlipState::Blocked));
    let waiting = toggle(&mut shown, Facet::Block(GateBlock::NotArrived));
    assert!(waiting > 0 && waiting < blocked);
    let saved = shown.with(|screen, ctx| screen.remember(ctx));
    let recalled = Filter::recall(&shown.review, &saved);
    assert_eq!(recalled, shown.screen.filter);
    shown.with(|screen, ctx| screen.filter(FilterEdit::Clear, ctx));
    assert_eq!(toggle(&mut shown, Facet::SlipAction(SlipAction::Cancel)), 0);
    assert!(shown.lines().iter().any(|line| line.contains("絞込に当てはまる給付管理票はありません。")));
    shown.with(|screen, ctx| screen.filter(FilterEdit::Clear, ctx));
    let not_due = toggle(&mut shown, Facet::Slip(SlipState::NotDue(NotDue::NothingManaged)));
    assert!(shown.states().iter().all(|state| matches!(state, SlipState::NotDue(_))) && not_due > 0);
    // A manager is found by the name on the slip.
    shown.with(|screen, ctx| screen.filter(FilterEdit::Only(Facet::Manager(0)), ctx));
    let name = shown.review.managers[0].name.clone();
    let rows = 0..shown.screen.shown.len();
    assert!(!rows.is_empty());
    assert!(rows.into_iter().all(|row| shown.slip_at(row).manager == name));
}

#[test]
fn details_say_everything_and_fit_their_place() {
    let review = Shown::<Slips>::counted(with_managers(), env(80, 24)).review;
    for language in [Language::Ja, Language::En] {
        for columns in [40, 80, 120, 200] {
            let env = in_language(language, columns, 40);
            let ctx = Ctx { env: &env, review: &review };
            for slip in &review.watch().tally().unwrap().slips {
                let cells = usize::from(columns) - 2;
                let lines = details::lines(ctx, slip, cells);
                let texts: Vec<String> =
                    lines.iter().map(|line| line.iter().map(|piece| piece.text.as_str()).collect()).collect();
                for text in &texts[1..] {
                    assert!(width(text) <= cells, "{text}");
                }
                let all = texts.concat();
                for line in &slip.lines {
                    assert!(all.contains(&grouped(line.units)), "{all}");
                }
                let said = slip.faults.len() + slip.blocks.len() + slip.notes.len();
                assert!(texts.len() > said + slip.lines.len());
            }
        }
    }
}

#[test]
fn details_are_scrolled_to_their_end() {
    let mut shown = Shown::<Slips>::counted(with_managers(), env(80, 24));
    shown.lines();
    let row = (0..30).max_by_key(|row| shown.slip_at(*row).lines.len()).unwrap();
    shown.screen.list.select(row);
    let first = shown.lines();
    assert!(first.last().unwrap().contains("で続き"), "{first:?}");
    for _ in 0..10 {
        shown.act(Action::Right);
    }
    let last = shown.lines();
    assert_ne!(first, last);
    assert!(!last.last().unwrap().contains("で続き"), "{last:?}");
    for _ in 0..10 {
        shown.act(Action::Left);
    }
    assert_eq!(shown.lines(), first);
    // Another slip begins at its first line.
    shown.act(Action::Right);
    shown.act(if row > 0 { Action::Up } else { Action::Down });
    assert!(shown.lines().iter().any(|line| line.contains("作成区分 新規")));
}

#[test]
fn marks_are_set_and_taken_away() {
    let mut shown = Shown::<Slips>::counted(with_managers(), env(80, 24));
    let clients: Vec<ClientKey> = (0..2).map(|row| shown.slip_at(row).client).collect();
    assert_eq!(shown.marked_or_chosen(), clients[..1]);
    shown.act(Action::MarkSlip);
    shown.act(Action::MarkSlip);
    let marked: BTreeSet<ClientKey> = shown.marked_or_chosen().into_iter().collect();
    assert_eq!(marked, clients.iter().copied().collect());
    assert!(shown.lines()[1].starts_with(" 印 2件"));
    shown.act(Action::UnmarkSlips);
    assert_eq!(shown.marked_or_chosen().len(), 1);
    assert!(!shown.lines()[1].contains('印'));
}

#[test]
fn a_choice_shows_at_once_and_the_list_stays_where_it_is() {
    let mut shown = Shown::<Slips>::counted(with_managers(), env(120, 40));
    shown.lines();
    let order = shown.screen.shown.clone();
    let slip = shown.slip().clone();
    let draft = decide::slip_action(&shown.review, slip.client, Some(SlipChoice::HoldBack), "認定待ち")
        .unwrap()
        .draft;
    shown.take(draft);
    let lines = shown.lines();
    assert_eq!((shown.screen.shown.clone(), shown.slip().state), (order, SlipState::HeldBack));
    assert!(
        lines.iter().any(|line| line.starts_with("> .送らない") && line.contains("*送らない")),
        "{lines:?}"
    );
    assert!(lines.iter().any(|line| line.contains("作成区分を選んだ理由: 認定待ち")));
    assert!(lines[0].contains(".送らない 1"), "{}", lines[0]);
}

#[test]
fn the_cursor_stays_on_its_client_when_all_is_counted_anew() {
    let mut shown = Shown::<Slips>::counted(sample("v4"), env(80, 24));
    shown.screen.list.select(7);
    shown.lines();
    let client = shown.slip().client;
    let cells = [("insurer", "131011"), ("name", "見本市")];
    let cells = cells.map(|(column, text)| (column.to_owned(), text.to_owned())).into();
    let draft = set(&shown.review.decisions, register("insurers").unwrap(), &cells).unwrap();
    shown.take(draft);
    assert!(shown.lines().iter().any(|line| line.contains("給付管理票を作っています")));
    shown.count();
    assert_eq!(shown.slip().client, client);
}

#[test]
fn the_next_slip_that_needs_somebody() {
    let mut shown = Shown::<Slips>::counted(with_managers(), env(120, 40));
    shown.with(|screen, ctx| screen.sort_by(Sort::by(SortKey::Kana), ctx));
    let needed = shown.states().iter().filter(|state| needs_a_person(**state)).count();
    shown.screen.list.select(0);
    let mut found = usize::from(needs_a_person(shown.slip().state));
    while shown.act(Action::NextDifference).is_empty() {
        assert!(needs_a_person(shown.slip().state));
        found += 1;
    }
    assert_eq!(found, needed);
}

#[test]
fn what_the_cursor_is_on_can_be_waited_for() {
    let mut shown = Shown::<Slips>::counted(with_managers(), env(120, 40));
    shown.with(|screen, ctx| screen.filter(FilterEdit::Only(Facet::Block(GateBlock::NotArrived)), ctx));
    let slip = shown.slip().clone();
    let place = shown.with(|screen, ctx| screen.place(ctx)).unwrap();
    let waiting = slip.block(GateBlock::NotArrived).map(|block| block.cause.clone());
    assert_eq!(waiting, Some(BlockCause::Providers(vec![(place.1, place.2)])));
    assert_eq!(place.0, slip.position);
    assert!(!slip.faults.contains(&TallyFault::NoManagerNumber));
}
