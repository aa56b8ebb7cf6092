//! Lists, columns, offers, what is dim, what is asked.

use super::*;
use crate::app::decisions::Cells;
use crate::app::registers::{Standing, set_all};
use crate::app::review::Review;
use crate::domain::decision::{Subject, Value};
use crate::domain::event::{Change, Deed, Draft};
use crate::domain::fixture::journalled;
use crate::tui::env::Env;
use crate::tui::testing::{body, env, rendered, sample};
use crate::tui::theme::Role;

struct Shown {
    review: Review,
    env: Env,
    screen: Registers,
}

fn cells(given: &[(&str, &str)]) -> Cells {
    given.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

impl Shown {
    fn new(size: (u16, u16), rows: &[(&str, &[(&str, &str)])]) -> Self {
        let mut review = sample("v4");
        for (seq, (name, given)) in (1..).zip(rows) {
            let draft = set_all(&review.decisions, register(name).unwrap(), &[cells(given)]).draft.unwrap();
            review.take(journalled(seq, draft));
        }
        let mut screen = Registers::default();
        let env = env(size.0, size.1);
        screen.kept(true);
        screen.opened(Ctx { env: &env, review: &review }, &BTreeMap::new());
        let mut shown = Self { review, env, screen };
        shown.settle();
        shown
    }

    fn settle(&mut self) {
        let area = body(&self.env);
        self.screen.settle(Ctx { env: &self.env, review: &self.review }, area);
    }

    fn act(&mut self, action: Action) -> Vec<Do> {
        let answer = self.screen.act(action, Ctx { env: &self.env, review: &self.review });
        self.settle();
        match answer {
            Answer::Done(wanted) => wanted,
            Answer::Pass => panic!("{action:?} is not taken"),
        }
    }

    /// To a register, and into its table.
    fn go(&mut self, name: &str) -> &mut Self {
        while self.screen.is_in_rows {
            self.act(Action::Left);
        }
        self.act(Action::First);
        while self.screen.name() != name {
            self.act(Action::Down);
        }
        self.act(Action::Open);
        self
    }

    fn lines(&self) -> Vec<String> {
        let ctx = Ctx { env: &self.env, review: &self.review };
        rendered(ctx, |ctx, area, buffer| {
            self.screen.draw(ctx, area, buffer);
        })
    }

    fn text(&self) -> String {
        self.lines().join("\n")
    }
}

const SATO: &[(&str, &str)] = &[("name", "佐藤 花子"), ("from", "2024-04"), ("number", "13000001")];
const SATO_NOW: &[(&str, &str)] = &[("name", "佐藤 花子"), ("from", "2026-04"), ("number", "13000002")];

#[test]
fn registers_are_counted_and_chosen() {
    let mut shown = Shown::new(
        (80, 24),
        &[("managers", SATO), ("insurers", &[("insurer", "131011"), ("name", "試験市")])],
    );
    let lines = shown.lines();
    assert!(lines[1].starts_with("> 担当ケアマネ") && lines[1].contains('1'), "{}", lines[1]);
    assert!(lines[1].contains("佐藤 花子"), "{}", lines[1]);
    assert!(lines[2].contains("利用者の契約") && lines[2].contains(" 0"), "{}", lines[2]);
    shown.act(Action::Down);
    assert!(shown.text().contains("まだ1件もありません。+ で"), "{}", shown.text());
    assert!(shown.text().contains("取扱件数と逓減制の順番"), "what it is for: {}", shown.text());
    let saved = shown.screen.remember(Ctx { env: &shown.env, review: &shown.review });
    shown.screen.opened(Ctx { env: &shown.env, review: &shown.review }, &saved);
    assert_eq!(shown.screen.name(), "clients");
    shown.go("insurers");
    assert!(shown.text().contains("保険者名 試験市"), "{}", shown.text());
}

#[test]
fn one_part_has_the_cursor() {
    let mut shown = Shown::new((80, 24), &[("managers", SATO), ("managers", SATO_NOW)]);
    let cursors = |shown: &Shown| shown.text().matches('>').count();
    assert_eq!(cursors(&shown), 1);
    shown.act(Action::Right);
    assert!(shown.screen.is_in_rows);
    assert_eq!(cursors(&shown), 1);
    assert!(shown.lines()[1].starts_with("- 担当ケアマネ"), "{}", shown.lines()[1]);
    shown.act(Action::Down);
    assert_eq!(shown.screen.rows.cursor, 1);
    // Columns move first, then the list has the keys again.
    let moves = shown.screen.last_first;
    assert!(moves > 0, "{}", shown.text());
    for _ in 0..20 {
        shown.act(Action::Right);
    }
    assert_eq!(shown.screen.first_column, moves);
    let head = &shown.lines()[0];
    assert!(head.contains("適用終了年月") && head.contains("介護支援専門員名"), "{head}");
    for _ in 0..=moves {
        shown.act(Action::Left);
    }
    assert!(!shown.screen.is_in_rows);
}

#[test]
fn rows_that_do_not_count_in_the_month_are_dim_and_say_why() {
    let mut shown = Shown::new((80, 24), &[("managers", SATO), ("managers", SATO_NOW)]);
    shown.go("managers");
    let standing = |row: usize| shown.screen.content.rows[row].standing;
    assert_eq!([standing(0), standing(1)], [Some(Standing::Replaced), Some(Standing::InForce)]);
    assert!(shown.text().contains("より新しい行があります"), "{}", shown.text());
    assert!(shown.screen.details[0][0].role != Role::TextStrong);
    shown.act(Action::Down);
    assert!(shown.text().contains("R8/10に使う行です"), "{}", shown.text());
}

#[test]
fn a_row_is_opened_copied_and_taken_out_after_a_question() {
    let mut shown = Shown::new((80, 24), &[("managers", SATO)]);
    shown.go("managers");
    let done = shown.act(Action::Open);
    let [Do::Register(Entering::Edit(start))] = done.as_slice() else { panic!() };
    assert!(
        start.opened == Opened::Known && start.cells["number"] == "13000001" && start.cells["to"].is_empty()
    );
    let done = shown.act(Action::CopyEntry);
    let [Do::Register(Entering::Edit(start))] = done.as_slice() else { panic!() };
    assert!(start.opened == Opened::Copy && start.cells["name"] == "佐藤 花子");
    for action in [Action::RemoveEntry, Action::Unset] {
        let done = shown.act(action);
        let [Do::Register(Entering::Remove(register, key))] = done.as_slice() else { panic!() };
        assert_eq!(
            (register.name, key.as_slice()),
            ("managers", &["佐藤 花子".to_owned(), "2024-04".to_owned()][..])
        );
    }
    shown.go("terms");
    for action in [Action::Open, Action::CopyEntry, Action::RemoveEntry] {
        assert!(matches!(shown.act(action)[..], [Do::Say(_)]), "there is no row");
    }
    shown.go("masters");
    for action in
        [Action::Open, Action::NewEntry, Action::RemoveEntry, Action::ImportRegister, Action::ExportRegister]
    {
        assert!(matches!(shown.act(action)[..], [Do::Say(_)]), "whole files");
    }
}

fn starts(shown: &Shown, name: &str) -> Vec<EntryStart> {
    let ctx = Ctx { env: &shown.env, review: &shown.review };
    let entries = offers::offers(ctx, register(name).unwrap()).into_iter();
    let start = |entry: Entry| match entry.choice {
        Choice::EditEntry(start) => *start,
        _ => panic!("{}", entry.label),
    };
    entries.map(start).collect()
}

#[test]
fn a_new_row_begins_with_what_the_month_knows() {
    let shown = Shown::new((80, 24), &[]);
    let clients = starts(&shown, "clients");
    assert_eq!(clients.len(), shown.review.month.clients.len());
    let first = &clients[0];
    assert!(
        first.opened == Opened::New
            && first.cells["insured"].len() == 10
            && !first.cells["manager"].is_empty()
    );
    // Who has a row is not offered again.
    let given: Vec<(&str, &str)> =
        first.cells.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let entered = Shown::new((80, 24), &[("clients", &given), ("managers", SATO_NOW)]);
    let left = starts(&entered, "clients");
    assert_eq!(left.len(), clients.len() - 1);
    assert!(left.iter().all(|start| start.cells["insured"] != first.cells["insured"]));
    assert_eq!(starts(&entered, "rates").len(), clients.len(), "a client can have several rates");
    assert_eq!(starts(&shown, "rates")[0].cells["from"], "2026-10");
    let managers = starts(&shown, "managers");
    assert_eq!(managers.len(), shown.review.managers.iter().filter(|one| !one.name.is_empty()).count());
    assert_eq!(managers[0].cells["from"], "2026-10");
    let providers = starts(&shown, "providers");
    assert!(providers.len() > 2 && providers.iter().all(|start| start.cells["office"].len() == 10));
    assert!(!starts(&shown, "classes").is_empty() && !starts(&shown, "prices").is_empty());
    assert!(!starts(&shown, "insurers").is_empty() && starts(&shown, "terms").is_empty());
    for (name, least) in [("clients", 1), ("managers", 1), ("terms", 0)] {
        let start = offers::empty(Ctx { env: &shown.env, review: &shown.review }, register(name).unwrap());
        assert!(start.cells.len() <= 1, "nothing but the month");
        assert!(starts(&shown, name).len() >= least);
    }
}

#[test]
fn rows_are_searched_by_whatever_they_show() {
    let shown = Shown::new((80, 24), &[]);
    let first = starts(&shown, "clients").remove(0);
    let given: Vec<(&str, &str)> =
        first.cells.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let mut shown = Shown::new((80, 24), &[("clients", &given), ("managers", SATO), ("managers", SATO_NOW)]);
    shown.go("clients");
    let ctx = Ctx { env: &shown.env, review: &shown.review };
    let Searchable::Entries(entries) = shown.screen.searchable(ctx) else { panic!() };
    let client = shown.screen.client(ctx).unwrap();
    let kana = &shown.review.month.profile(shown.review.month.clients[client].client).unwrap().kana;
    assert!(entries[0].label.contains(&first.cells["insured"]), "{}", entries[0].label);
    assert!(entries[0].label.contains(crate::i18n::width::display(kana).as_str()), "{}", entries[0].label);
    shown.go("managers");
    let ctx = Ctx { env: &shown.env, review: &shown.review };
    shown.screen.go_to_row(1, ctx);
    assert!(shown.screen.is_in_rows && shown.screen.rows.cursor == 1);
}

#[test]
fn a_row_of_another_version_is_marked_and_can_be_taken_out() {
    let mut shown = Shown::new((80, 24), &[]);
    let subject = Subject::Entry { register: "insurers".to_owned(), key: vec!["東京".to_owned()] };
    let after = Some(Value::Entry { cells: cells(&[("name", "試験市")]) });
    let changes = vec![Change { subject: subject.clone(), before: None, after }];
    let draft = Draft { month: None, deed: Deed::Register, changes, reason: String::new() };
    shown.review.take(journalled(1, draft));
    shown.screen.changed(Ctx { env: &shown.env, review: &shown.review }, false);
    let ctx = Ctx { env: &shown.env, review: &shown.review };
    shown.screen.look_at_entry(&subject, ctx);
    shown.settle();
    assert!(shown.text().contains("!東京") && shown.text().contains("読めないので"), "{}", shown.text());
    assert!(matches!(shown.act(Action::RemoveEntry)[..], [Do::Register(Entering::Remove(..))]));
}

#[test]
fn narrow_terminals_show_one_part_and_nothing_is_drawn_outside() {
    for size in [(40, 10), (63, 14), (64, 24), (200, 60)] {
        let mut shown = Shown::new(size, &[("managers", SATO)]);
        assert!(shown.text().contains("担当ケアマネ"), "{size:?} {}", shown.text());
        shown.go("managers");
        assert!(shown.text().contains("佐藤 花子"), "{size:?} {}", shown.text());
    }
}

#[test]
fn without_an_office_folder_it_is_said() {
    let mut shown = Shown::new((80, 24), &[]);
    shown.screen.kept(false);
    assert!(shown.text().contains("登録はありません。kyukan"), "{}", shown.text());
    assert!(
        matches!(shown.act(Action::NewEntry)[..], [Do::Register(Entering::Edit(_))]),
        "which tells why not"
    );
}
