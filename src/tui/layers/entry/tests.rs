//! Fields, what is refused, choosing.

use super::*;
use crate::app::registers::{register, set_all};
use crate::app::review::Review;
use crate::domain::fixture::journalled;
use crate::tui::key::story;
use crate::tui::testing::{body, env, rendered, sample};

struct Shown {
    review: Review,
    env: Env,
    form: EntryForm,
}

fn cells(given: &[(&str, &str)]) -> Cells {
    given.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

impl Shown {
    fn new(name: &str, is_known: bool, given: &[(&str, &str)], size: (u16, u16)) -> Self {
        let (mut review, env) = (sample("v4"), env(size.0, size.1));
        let register = register(name).unwrap();
        let opened = if is_known { Opened::Known } else { Opened::New };
        let start = EntryStart { register, opened, cells: cells(given) };
        if is_known {
            let draft = set_all(&review.decisions, register, std::slice::from_ref(&start.cells)).draft;
            review.take(journalled(1, draft.unwrap()));
        }
        let form = EntryForm::new(Ctx { env: &env, review: &review }, &start);
        let mut shown = Self { review, env, form };
        shown.settle();
        shown
    }

    fn area(&self) -> Rect {
        body(&self.env)
    }

    fn settle(&mut self) {
        let area = self.area();
        self.form.settle(LayerCtx { env: &self.env, review: Some(&self.review) }, area);
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in story(keys).unwrap() {
            assert!(self.form.typed(key, LayerCtx { env: &self.env, review: Some(&self.review) }), "{key:?}");
        }
        self.settle();
        self
    }

    fn act(&mut self, action: Action) -> Vec<Do> {
        let done = self.form.act(action, LayerCtx { env: &self.env, review: Some(&self.review) });
        self.settle();
        done
    }

    fn text(&self) -> String {
        let ctx = Ctx { env: &self.env, review: &self.review };
        rendered(ctx, |ctx, area, buffer| {
            self.form.draw_all(ctx.env, area, buffer);
        })
        .join("\n")
    }

    fn field(&self) -> &str {
        self.form.current().unwrap().column.name
    }

    fn value(&self, name: &str) -> &str {
        let field = self.form.fields.iter().find(|field| field.column.name == name);
        field.unwrap().input.value()
    }
}

const CLIENT: &[(&str, &str)] = &[("insurer", "131011"), ("insured", "0000100017")];

#[test]
fn the_key_of_a_known_row_stays_and_the_rest_is_typed() {
    let mut shown =
        Shown::new("clients", true, &[CLIENT, &[("contract_on", "2026-04-01")]].concat(), (80, 24));
    assert_eq!(shown.field(), "contract_on", "the first that can be changed");
    assert!(shown.text().contains("行を見分ける列"), "{}", shown.text());
    for _ in 0..30 {
        shown.act(Action::FieldPrevious);
        assert!(!["insurer", "insured"].contains(&shown.field()));
    }
    shown.act(Action::FieldPageUp);
    shown.act(Action::FieldPageUp);
    assert_eq!(shown.field(), "contract_on");
    shown.act(Action::FieldUp);
    assert_eq!(shown.field(), "contract_on", "above it are columns of the key");
    shown.act(Action::FieldDown);
    shown.keys("R8.9.30");
    let done = shown.act(Action::FieldAccept);
    let [Do::Register(Entering::Enter(register, cells))] = done.as_slice() else {
        panic!("{}", shown.text())
    };
    assert_eq!((register.name, cells["ended_on"].as_str()), ("clients", "R8.9.30"));
    assert_eq!(cells["contract_on"], "2026-04-01");
}

#[test]
fn a_refusal_stands_beside_its_field_and_keeps_what_was_typed() {
    let mut shown = Shown::new("managers", false, &[("name", "佐藤 花子"), ("from", "2026-10")], (80, 24));
    assert_eq!(shown.field(), "number");
    shown.keys("123");
    shown.act(Action::FieldNext);
    shown.keys("2.5");
    assert!(shown.act(Action::FieldAccept).is_empty());
    assert_eq!((shown.field(), shown.value("number"), shown.value("full_time")), ("number", "123", "2.5"));
    let text = shown.text();
    assert!(text.contains("! 「介護支援専門員番号」の「123」は使えません"), "{text}");
    assert!(text.contains("! 数字 8桁") && text.contains("! 0.1から1.0まで"), "beside both fields: {text}");
    shown.keys("<home>13000");
    let text = shown.text();
    assert!(!text.contains("! 数字") && text.contains("! 0.1から"), "what is typed anew is no fault: {text}");
    shown.act(Action::FieldNext);
    shown.keys("<ctrl-u>1.0");
    assert!(matches!(shown.act(Action::FieldAccept)[..], [Do::Register(Entering::Enter(..))]));
}

#[test]
fn a_new_row_is_not_written_over_another() {
    let mut shown = Shown::new("clients", true, CLIENT, (80, 24));
    let start =
        EntryStart { register: register("clients").unwrap(), opened: Opened::New, cells: cells(CLIENT) };
    shown.form = EntryForm::new(Ctx { env: &shown.env, review: &shown.review }, &start);
    assert!(shown.act(Action::FieldAccept).is_empty());
    assert!(shown.text().contains("もう登録にあります"), "{}", shown.text());
    shown.act(Action::FieldNext);
    shown.form.fill("佐藤 花子");
    assert!(shown.act(Action::FieldAccept).is_empty(), "neither with something else in it");
    // The same row opened as a known one changes nothing, which is said.
    let start = EntryStart { opened: Opened::Known, ..start };
    shown.form = EntryForm::new(Ctx { env: &shown.env, review: &shown.review }, &start);
    assert!(matches!(shown.act(Action::FieldAccept)[..], [Do::Close, Do::Say(_)]));
}

#[test]
fn what_has_a_fixed_choice_offers_it() {
    let mut shown = Shown::new("terms", false, &[("from", "2026-10")], (80, 24));
    assert_eq!(shown.field(), "fee_type");
    let ctx = LayerCtx { env: &shown.env, review: Some(&shown.review) };
    assert!(!shown.form.typed(story("<space>").unwrap()[0], ctx), "a blank opens the list");
    assert!(matches!(shown.act(Action::ChooseCell)[..], [Do::Push(_)]));
    shown.form.fill("2");
    assert_eq!(shown.value("fee_type"), "2");
    shown.act(Action::FieldNext);
    let month = Some(shown.review.month.month);
    let column = shown.form.current().unwrap().column;
    let names = crate::report::register_words::choices(&shown.env.texts, "terms", column, month);
    for name in [&names[0].0, &names[1].0, &names[0].0] {
        shown.form.fill(name);
    }
    assert_eq!(shown.value("additions"), format!("{};{}", names[0].0, names[1].0), "each once");
    let mut shown = Shown::new("clients", false, CLIENT, (80, 24));
    assert!(matches!(shown.act(Action::ChooseCell)[..], [Do::Say(_)]), "a date has no list");
    while shown.field() != "manager" {
        shown.act(Action::FieldNext);
    }
    assert!(matches!(shown.act(Action::ChooseCell)[..], [Do::Push(_)]), "managers of the month");
    shown.keys("佐藤 花子");
    assert_eq!(shown.value("manager"), "佐藤 花子", "a name has blanks");
}

#[test]
fn small_terminals_show_the_field_that_is_typed_in() {
    let mut shown = Shown::new("clients", false, CLIENT, (40, 13));
    for _ in 0..20 {
        shown.act(Action::FieldNext);
        // Long titles are cut.
        let label: String = shown.form.current().unwrap().label.chars().take(4).collect();
        let text = shown.text();
        assert!(text.lines().any(|line| line.contains("> ") && line.contains(&label)), "{text}");
        assert!(shown.form.body(shown.area()).height >= 2);
    }
}
