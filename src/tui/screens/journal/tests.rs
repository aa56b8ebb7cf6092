//! Order, filters, jumps, marks, changes in words.

mod changes;

use super::*;
use crate::app::decide::{self, Drafted};
use crate::app::review::{DifferenceAt, Review};
use crate::domain::decision::{ArrivalChoice, Stage, Subject, Value, Verdict};
use crate::domain::event::{Change, Deed, Draft};
use crate::domain::fixture::{client, journalled};
use crate::i18n::Language;
use crate::i18n::width::{is_ambiguous, width};
use crate::tui::env::Env;
use crate::tui::screens::ScreenId;
use crate::tui::testing::{body, env, in_language, rendered, sample};
use chrono::{DateTime, FixedOffset, NaiveDate};

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn next(review: &Review) -> Seq {
    review.decisions.events().last().map_or(1, |event| event.seq + 1)
}

/// Journals a draft as someone at some time.
fn take_by(review: &mut Review, draft: Draft, person: &str, when: &str) {
    let event = journalled(next(review), draft);
    review.take(Event { at: at(when), person: person.to_owned(), ..event });
}

fn take(review: &mut Review, draft: Draft) {
    take_by(review, draft, "佐藤　健一", "2026-11-05T10:20:30+09:00");
}

fn verdict(review: &Review, places: &[DifferenceAt], verdict: &Verdict, reason: &str) -> Draft {
    decide::verdict(review, places, Some(verdict), reason).map(|Drafted { draft, .. }| draft).unwrap()
}

/// The first difference of each client that has one.
fn firsts(review: &Review) -> Vec<DifferenceAt> {
    let clients = (0_u32..).zip(&review.month.comparisons);
    let with = clients.filter(|(_, comparison)| !comparison.differences.is_empty());
    with.map(|(client, _)| DifferenceAt { client, at: 0 }).collect()
}

fn name(review: &Review, at: DifferenceAt) -> String {
    let env = env(80, 24);
    env.words(review).client_name(review.difference(at).unwrap().client)
}

/// A month with four events: 採用 by 佐藤 on the fifth, 保留 by 鈴木 on the sixth, its undoing, a note.
fn decided() -> (Review, Vec<DifferenceAt>) {
    let mut review = sample("v4");
    let places = firsts(&review);
    let draft = verdict(&review, &places[..1], &Verdict::Adopt, "");
    take(&mut review, draft);
    let draft = verdict(&review, &places[1..3], &Verdict::Hold, "ﾃﾞﾝﾜで確認\u{7}");
    take_by(&mut review, draft, "鈴木　葵", "2026-11-06T09:05:00+09:00");
    let draft = decide::undo(&review).unwrap();
    take_by(&mut review, draft, "鈴木　葵", "2026-11-06T09:06:00+09:00");
    let draft = decide::note(&review, places[0].client as usize, "家族に連絡").unwrap().draft;
    take(&mut review, draft);
    (review, places)
}

struct Shown {
    review: Review,
    env: Env,
    screen: Journal,
}

impl Shown {
    fn new(review: Review, env: Env) -> Self {
        let mut shown = Self { review, env, screen: Journal::default() };
        shown.screen.opened(Ctx { env: &shown.env, review: &shown.review }, &BTreeMap::new());
        shown
    }

    fn act(&mut self, action: Action) -> Vec<Do> {
        let ctx = Ctx { env: &self.env, review: &self.review };
        match self.screen.act(action, ctx) {
            Answer::Done(wanted) => wanted,
            Answer::Pass => panic!("{action:?} is not taken"),
        }
    }

    fn edit(&mut self, edit: Edit) {
        self.screen.edit(edit, Ctx { env: &self.env, review: &self.review });
    }

    /// Takes a draft in while another screen is shown.
    fn take_elsewhere(&mut self, draft: Draft) {
        take(&mut self.review, draft);
        self.screen.changed(Ctx { env: &self.env, review: &self.review }, false);
    }

    fn take(&mut self, draft: Draft) {
        self.take_elsewhere(draft);
        self.settle();
    }

    fn settle(&mut self) {
        let ctx = Ctx { env: &self.env, review: &self.review };
        self.screen.settle(ctx, body(ctx.env));
    }

    fn lines(&mut self) -> Vec<String> {
        self.settle();
        let ctx = Ctx { env: &self.env, review: &self.review };
        let screen = &self.screen;
        rendered(ctx, |ctx, area, buffer| {
            screen.draw(ctx, area, buffer);
        })
    }

    fn text(&mut self) -> String {
        self.lines().join("\n")
    }

    /// Numbers of the events that are shown.
    fn numbers(&self) -> Vec<Seq> {
        let ctx = Ctx { env: &self.env, review: &self.review };
        (0..self.screen.shown.len()).map(|row| self.screen.event_at(ctx, row).unwrap().seq).collect()
    }

    fn chosen(&self) -> Seq {
        self.screen.event(Ctx { env: &self.env, review: &self.review }).unwrap().seq
    }

    fn open(&mut self, seq: Seq) -> Vec<Do> {
        let row = self.numbers().iter().position(|number| *number == seq).unwrap();
        self.screen.list.select(row);
        self.act(Action::Open)
    }
}

fn shown() -> (Shown, Vec<DifferenceAt>) {
    let (review, places) = decided();
    (Shown::new(review, env(120, 40)), places)
}

fn said(what: &[Do]) -> String {
    what.iter().find_map(|what| if let Do::Say(text) = what { Some(text.clone()) } else { None }).unwrap()
}

fn gone_to(what: &[Do]) -> Option<(usize, Option<u32>)> {
    what.iter().find_map(|what| match what {
        Do::Client { client, difference } => Some((*client, *difference)),
        _ => None,
    })
}

#[test]
fn the_newest_stands_first_with_who_and_when() {
    let (mut shown, places) = shown();
    assert_eq!(shown.numbers(), [4, 3, 2, 1]);
    let lines = shown.lines();
    assert!(lines[0].contains("操作 4件中 4件") && lines[0].contains("絞込: なし"), "{}", lines[0]);
    assert!(lines[2].starts_with('>') && lines[2].contains("4 R8/11/5 10:20"), "{}", lines[2]);
    assert!(
        lines[2].contains("佐藤") && lines[2].contains("PC") && lines[2].contains("備考"),
        "{}",
        lines[2]
    );
    assert!(lines[3].contains("3 R8/11/6 09:06") && lines[3].contains("元に戻す: 保留 2件"), "{}", lines[3]);
    assert!(lines[5].contains(&format!("採用（{}）", name(&shown.review, places[0]))), "{}", lines[5]);
}

#[test]
fn what_was_undone_says_so_until_it_is_done_again() {
    let (mut shown, _) = shown();
    let lines = shown.lines();
    assert!(lines[4].contains("取消済 保留 2件"), "{}", lines[4]);
    assert!(!lines[3].contains("取消済") && !lines[5].contains("取消済"));
    shown.screen.list.select(2);
    assert!(shown.text().contains("取消済（3番の操作で元に戻しました）"));
    // Undone once more, below the note that was made since, and done again.
    let draft = decide::undo(&shown.review).unwrap();
    shown.take(draft);
    assert!(shown.lines()[3].contains("取消済 備考"), "{:?}", shown.lines());
    let draft = decide::redo(&shown.review).unwrap();
    shown.take(draft);
    assert!(!shown.lines()[4].contains("取消済"), "{:?}", shown.lines());
}

#[test]
fn the_cursor_stays_on_its_event_but_on_the_newest_line() {
    let (mut shown, _) = shown();
    let draft = decide::undo(&shown.review).unwrap();
    shown.take(draft);
    assert_eq!(shown.chosen(), 5);
    shown.act(Action::Down);
    shown.act(Action::Down);
    assert_eq!(shown.chosen(), 3);
    let draft = decide::redo(&shown.review).unwrap();
    shown.take(draft);
    assert_eq!(shown.chosen(), 3);
    // A month that is opened again shows the same event; from the newest line, the newest.
    let ctx = Ctx { env: &shown.env, review: &shown.review };
    let remembered = shown.screen.remember(ctx);
    shown.screen.opened(ctx, &remembered);
    assert_eq!(shown.chosen(), 3);
    shown.act(Action::First);
    let ctx = Ctx { env: &shown.env, review: &shown.review };
    assert!(shown.screen.remember(ctx).is_empty());
}

#[test]
fn the_list_waits_until_it_is_shown() {
    let (mut shown, _) = shown();
    shown.act(Action::Down);
    assert_eq!(shown.chosen(), 3);
    for reason in ["一", "二"] {
        let (deed, reason) = (Deed::Decide, reason.to_owned());
        shown.take_elsewhere(Draft { month: None, deed, changes: Vec::new(), reason });
        assert_eq!((shown.numbers(), shown.chosen()), (vec![4, 3, 2, 1], 3));
    }
    // What is remembered meanwhile is the event that was chosen.
    let remembered = shown.screen.remember(Ctx { env: &shown.env, review: &shown.review });
    assert_eq!(remembered.get("event").map(String::as_str), Some("3"));
    let lines = shown.lines();
    assert_eq!((shown.numbers(), shown.chosen()), (vec![6, 5, 4, 3, 2, 1], 3));
    assert!(lines[2].contains('二') && lines[3].contains('一'), "{lines:?}");
}

#[test]
fn one_client_one_person_one_day() {
    let (mut shown, places) = shown();
    let of = |at: DifferenceAt| shown.review.difference(at).unwrap().client;
    let clients = [of(places[0]), of(places[1]), of(*places.last().unwrap())];
    for (client, numbers) in clients.into_iter().zip([vec![4, 1], vec![3, 2], vec![]]) {
        shown.edit(Edit::Toggle(Facet::Client(client)));
        assert_eq!(shown.numbers(), numbers);
        if numbers.is_empty() {
            assert!(shown.text().contains("絞込に当てはまる操作はありません。"));
        }
        shown.edit(Edit::Clear);
    }
    shown.edit(Edit::Toggle(Facet::Person("鈴木　葵".to_owned())));
    assert_eq!(shown.numbers(), [3, 2]);
    shown.edit(Edit::Toggle(Facet::Day(NaiveDate::from_ymd_opt(2026, 11, 5).unwrap())));
    assert_eq!(shown.numbers(), [0; 0]);
    assert!(shown.text().contains("絞込: 鈴木　葵 / R8/11/5"), "{}", shown.text());
    shown.edit(Edit::Toggle(Facet::Person("鈴木　葵".to_owned())));
    assert_eq!(shown.numbers(), [4, 1]);
    // What the search finds.
    shown.edit(Edit::Clear);
    shown.edit(Edit::Client(places[1].client as usize));
    assert_eq!(shown.numbers(), [3, 2]);
    assert!(matches!(shown.act(Action::ClearJournalFilter)[..], [Do::Journal(Edit::Clear)]));
}

#[test]
fn the_window_offers_what_occurs() {
    let (mut shown, places) = shown();
    shown.edit(Edit::Toggle(Facet::Person("鈴木　葵".to_owned())));
    let entries = shown.screen.filter.entries(Ctx { env: &shown.env, review: &shown.review });
    let labels: Vec<(&str, &str)> =
        entries.iter().map(|entry| (entry.label.as_str(), entry.note.as_str())).collect();
    assert_eq!(labels[..2], [("日: R8/11/6", "2件"), ("日: R8/11/5", "2件")]);
    assert_eq!(labels[2..4], [("操作した人: 佐藤　健一", "2件"), ("操作した人: 鈴木　葵", "選択中")]);
    assert_eq!(labels.len(), 4 + 3, "{labels:?}");
    for place in &places[..3] {
        let label = format!("利用者: {}", name(&shown.review, *place));
        assert!(labels.iter().any(|(found, note)| found.starts_with(&label) && *note == "2件"), "{label}");
    }
    assert!(matches!(shown.act(Action::FilterJournal)[..], [Do::Push(_)]));
}

#[test]
fn enter_goes_to_the_difference() {
    let (mut shown, places) = shown();
    let there = |at: DifferenceAt| Some((at.client as usize, Some(at.at)));
    assert_eq!(gone_to(&shown.open(1)), there(places[0]));
    assert_eq!(gone_to(&shown.open(2)), there(places[1]));
    // An undoing lists its changes the other way round.
    assert_eq!(gone_to(&shown.open(3)), there(places[2]));
    let wanted = shown.open(4);
    assert_eq!(gone_to(&wanted), Some((places[0].client as usize, None)));
    assert_eq!(wanted.len(), 1);
}

#[test]
fn enter_says_what_is_not_there_any_more() {
    let (mut shown, places) = shown();
    let of = shown.review.difference(places[0]).unwrap().client;
    let change = |subject| Change { subject, before: None, after: None };
    let vanished = |client| change(Subject::Difference { client, id: "0123456789abcdef".to_owned() });
    let rule = change(Subject::Rule { name: "時刻".to_owned() });
    for changes in [vec![rule], vec![vanished(client(77))], vec![vanished(of)]] {
        shown.take(Draft { month: None, deed: Deed::Decide, changes, reason: String::new() });
    }
    let import = Deed::Import { new: 2, known: 0, refused: 0 };
    shown.take(Draft { month: None, deed: import, changes: Vec::new(), reason: String::new() });
    assert_eq!(said(&shown.open(5)), "この操作には、移る先の利用者がありません。");
    let wanted = shown.open(6);
    assert_eq!((gone_to(&wanted), wanted.len()), (None, 1));
    assert!(said(&wanted).contains("被保険者番号 0000000077 の利用者は"), "{}", said(&wanted));
    let wanted = shown.open(7);
    assert_eq!(gone_to(&wanted), Some((places[0].client as usize, None)));
    assert!(said(&wanted).contains("この差異は、もうありません"));
    assert!(matches!(shown.open(8)[..], [Do::Show(ScreenId::Intake)]));
}

#[test]
fn nothing_was_done_yet() {
    for (language, words) in
        [(Language::Ja, "まだ何も記録されていません。"), (Language::En, "Nothing is recorded")]
    {
        for size in [(80, 24), (40, 10)] {
            let mut shown = Shown::new(sample("v4"), in_language(language, size.0, size.1));
            assert!(shown.text().contains(words), "{}", shown.text());
            assert!(shown.act(Action::Open).is_empty() && shown.act(Action::Right).is_empty());
        }
    }
}

#[test]
fn an_event_on_its_way_to_the_disk() {
    let (mut shown, places) = shown();
    let day = NaiveDate::from_ymd_opt(2026, 11, 5).unwrap();
    let draft = verdict(&shown.review, &places[3..4], &Verdict::Keep, "");
    let written = journalled(5, draft);
    let event =
        Event { at: DateTime::default(), person: String::new(), machine: String::new(), ..written.clone() };
    shown.review.take(event);
    shown.screen.changed(Ctx { env: &shown.env, review: &shown.review }, false);
    let lines = shown.lines();
    assert!(lines[2].contains("5 記録中") && lines[2].contains("予定のまま"), "{}", lines[2]);
    assert!(!lines.join("\n").contains("1970") && !lines.join("\n").contains("S45"));
    // Nobody knows yet whose it is and of which day.
    shown.edit(Edit::Toggle(Facet::Day(day)));
    assert_eq!(shown.numbers(), [4, 1]);
    let entries = shown.screen.filter.entries(Ctx { env: &shown.env, review: &shown.review });
    assert!(entries.iter().all(|entry| entry.label != "操作した人: "), "{entries:?}");
    shown.review.decisions.confirm(written);
    let lines = shown.lines();
    assert_eq!(shown.numbers(), [5, 4, 1]);
    assert!(lines[2].contains("5 R8/11/5 10:20"), "{}", lines[2]);
}

#[test]
fn text_of_any_width_is_shown_as_it_can_be() {
    for size in [(80, 24), (120, 40), (40, 10), (200, 60)] {
        let (review, places) = decided();
        let mut shown = Shown::new(review, env(size.0, size.1));
        let long = "長い理由。".repeat(60);
        let draft = verdict(&shown.review, &places[1..9], &Verdict::Hold, &long);
        take_by(&mut shown.review, draft, &"人".repeat(40), "2026-11-06T09:07:00+09:00");
        shown.screen.changed(Ctx { env: &shown.env, review: &shown.review }, false);
        for _ in 0..4 {
            for line in shown.lines() {
                assert!(width(&line) <= usize::from(size.0), "{line}");
                assert!(!line.chars().any(char::is_control), "{line:?}");
            }
            shown.act(Action::Down);
        }
    }
    let (mut shown, _) = shown();
    shown.screen.list.select(2);
    assert!(shown.text().contains("理由: デンワで確認␇"), "{}", shown.text());
    let mut plain = Shown::new(decided().0, env(80, 24));
    let doubtful: Vec<char> =
        plain.text().chars().filter(|c| is_ambiguous(&c.to_string()) && *c != '\u{1}').collect();
    assert!(doubtful.is_empty(), "{doubtful:?}");
}
