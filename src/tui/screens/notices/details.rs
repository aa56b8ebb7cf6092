//! The chosen line in full: what is said, what it means, what is to be done, which check should have caught it, who had let
//! it through, and where it stands in the file.

use super::content::{Content, Line};
use super::rows::{document, words};
use crate::app::notices::{Item, Outstanding, PaidWindow};
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use crate::i18n::width::wrap;
use crate::report::layout::grouped;
use crate::report::notice_words::{
    code_words, fault_sentence, file_problems, kind_words, meaning, step_words,
};
use crate::report::notices::{cases, open_who, paid_sentences, why_id};
use crate::tui::action::Action;
use crate::tui::env::Ctx;
use crate::tui::parts::paint::Piece;
use crate::tui::theme::Role;

type Lines = Vec<Vec<Piece>>;

/// Sentences with their roles; none is said twice.
#[derive(Default)]
struct Told(Vec<(String, Role)>);

impl Told {
    fn say(&mut self, text: impl Into<String>, role: Role) {
        let text = text.into();
        if !text.is_empty() && !self.0.iter().any(|(said, _)| *said == text) {
            self.0.push((text, role));
        }
    }

    fn wrapped(self, cells: usize) -> Lines {
        let line = |(text, role): (String, Role)| {
            wrap(&text, cells).into_iter().map(move |line| vec![Piece::new(line, role)])
        };
        self.0.into_iter().flat_map(line).collect()
    }
}

/// Everything there is to say about a line, so many cells wide. Looks back to the checks of the time, which takes a while.
pub(super) fn lines(ctx: Ctx<'_>, content: &Content, line: Line, cells: usize) -> Lines {
    let mut told = Told::default();
    match line {
        Line::Open(at) => {
            if let Some(one) = content.open.get(at) {
                open(&mut told, ctx, content, one);
            }
        }
        Line::Item(at) => {
            if let Some(found) = content.items.get(at).and_then(|line| content.item(line)) {
                item(&mut told, ctx, content, found);
            }
        }
        Line::Window(window) | Line::Paid(window, _) => {
            if let Some(of) = content.windows.get(&window) {
                paid(&mut told, ctx, content, of);
            }
        }
    }
    for fault in &content.read.faults {
        told.say(format!("! {}", fault_sentence(&ctx.env.texts, fault)), Role::NoticeError);
    }
    told.wrapped(cells)
}

/// Whom the line is about, for the rule above the details.
pub(super) fn title(ctx: Ctx<'_>, content: &Content, line: Line) -> String {
    let env = ctx.env;
    let words = words(ctx, content);
    match line {
        Line::Open(at) => content.open.get(at).map(|one| {
            let month = env.dates.short_month(one.month);
            format!("{}  {month}  {}", open_who(words, one), document(env, one.document))
        }),
        Line::Item(at) => content.items.get(at).and_then(|line| content.item(line)).map(|item| {
            let month = item.month.map(|month| env.dates.short_month(month)).unwrap_or_default();
            let who = if item.is_of_client() {
                words.who(item, &crate::app::notices::tie(item, words.ledger))
            } else {
                item.payer.as_ref().map(ToString::to_string).unwrap_or_default()
            };
            [who, month, kind_words(&env.texts, item.kind)].join("  ").trim().to_owned()
        }),
        Line::Window(window) | Line::Paid(window, _) => {
            let args = [("window", Arg::from(env.dates.short_month(window)))];
            Some(env.format("notices-paid-title", &args))
        }
    }
    .unwrap_or_default()
}

fn open(told: &mut Told, ctx: Ctx<'_>, content: &Content, one: &Outstanding) {
    let env = ctx.env;
    let short = |month: ServiceMonth| env.dates.short_month(month);
    let barred = short(one.barred_from);
    told.say(env.text(why_id(one.why)), Role::TextStrong);
    if one.is_barred(content.window) {
        told.say(
            format!("! {}", env.format("notices-open-barred", &[("barred", Arg::from(barred.as_str()))])),
            Role::NoticeError,
        );
    }
    let args = [
        ("since", Arg::from(one.since.map(short).unwrap_or_default())),
        ("age", Arg::from(one.age)),
        ("barred", Arg::from(barred.as_str())),
    ];
    told.say(env.format("notices-open-since", &args), Role::Text);
    next(told, ctx, one);
    if !one.is_own {
        told.say(env.text("notices-open-elsewhere"), Role::TextDim);
    }
    for code in &one.codes {
        told.say(code_words(&env.texts, code), Role::TextStrong);
        let text = meaning(&env.texts, code, None);
        told.say(env.format("notice-meaning", &[("text", Arg::from(text))]), Role::Text);
    }
    if let Some(found) = content.item_of(one) {
        item(told, ctx, content, found);
    } else {
        enter(told, ctx, one.month);
    }
}

fn next(told: &mut Told, ctx: Ctx<'_>, one: &Outstanding) {
    let text = step_words(&ctx.env.texts, one.step);
    told.say(ctx.env.format("notice-next", &[("text", Arg::from(text))]), Role::StateArrived);
}

fn item(told: &mut Told, ctx: Ctx<'_>, content: &Content, item: &Item) {
    let env = ctx.env;
    let words = words(ctx, content);
    told.say(words.said(item), Role::TextStrong);
    for code in words.codes(item) {
        told.say(code, Role::TextStrong);
    }
    for fault in words.at_fault(item) {
        told.say(format!("- {fault}"), Role::Text);
    }
    for case in cases(&words, &[item]) {
        if let Some(untied) = words.untied(item, &case.tied) {
            told.say(format!("! {untied}"), Role::NoticeWarning);
        }
        if item.is_of_client() {
            let text = step_words(&env.texts, case.advice.step);
            let next = env.format("notice-next", &[("text", Arg::from(text))]);
            for line in words.advice(item, &case.tied, &case.advice) {
                let role = if line == next { Role::StateArrived } else { Role::Text };
                told.say(line, role);
            }
        }
    }
    let kind = kind_words(&env.texts, item.kind);
    told.say(format!("{} {kind}({})", words.place(item), item.exchange_id), Role::TextDim);
    for problem in file_problems(words, item.file) {
        told.say(format!("! {problem}"), Role::NoticeWarning);
    }
    if let Some(month) = item.month.filter(|_| item.is_of_client()) {
        enter(told, ctx, month);
    }
}

/// Where Enter leads, when that is another month.
fn enter(told: &mut Told, ctx: Ctx<'_>, month: ServiceMonth) {
    if month != ctx.review.month.month {
        let key = ctx.env.keymap.shown(Action::Open);
        let args = [("key", Arg::from(key)), ("month", Arg::from(ctx.env.dates.short_month(month)))];
        told.say(ctx.env.format("notices-enter-month", &args), Role::TextDim);
    }
}

fn paid(told: &mut Told, ctx: Ctx<'_>, content: &Content, window: &PaidWindow) {
    let env = ctx.env;
    let yen = |id: &str, amount: Option<i64>| {
        amount.map(|yen| env.format(id, &[("yen", Arg::from(grouped(yen)))])).unwrap_or_default()
    };
    let sentences = paid_sentences(words(ctx, content), window);
    if window.has_payments && !window.differs() {
        told.say(env.text("notices-paid-agrees"), Role::StateSame);
    }
    for sentence in sentences {
        told.say(format!("! {sentence}"), Role::NoticeWarning);
    }
    told.say(yen("notices-paid-decided", window.decided), Role::Text);
    told.say(yen("notices-paid-adjusted-yen", window.adjusted.map(|adjusted| adjusted.yen)), Role::Text);
    told.say(yen("notices-paid-transferred", window.transferred), Role::Text);
    let key = [("key", Arg::from(env.keymap.shown(Action::Open)))];
    told.say(env.format("notices-enter-items", &key), Role::TextDim);
}
