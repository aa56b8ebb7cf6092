//! Columns and rows of the three lists.

use super::Notices;
use super::content::{Content, Line, View};
use super::filter::step_short;
use crate::app::notices::{Amounts, OpenDocument, Outstanding, PaidWindow, Step, Tie, tie};
use crate::domain::month::ServiceMonth;
use crate::i18n::width::display;
use crate::report::layout::grouped;
use crate::report::notice_words::NoticeWords;
use crate::report::notices::{open_who, paid_insurer, why_id};
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::table::{Column, Row, cell};
use crate::tui::theme::Role;

/// Columns of a view. What the details below the table show anyway gives way first.
pub(super) fn columns(env: &Env, view: View) -> Vec<Column> {
    let text = |id: &str| env.text(id);
    match view {
        View::Open => vec![
            Column::new(text("column-name"), 12, 0).grow(2),
            Column::new(text("notices-paid-month"), 7, 0),
            Column::new(text("notices-column-document"), 6, 2),
            Column::new(text("notices-column-why"), 10, 4).grow(1),
            Column::new(text("column-return-code"), 8, 1),
            Column::new(text("notices-column-step"), 14, 0).grow(1),
            Column::right(text("notices-column-age"), 6, 3),
            Column::new(text("notices-column-barred"), 7, 1),
        ],
        View::Items => vec![
            Column::new(text("notices-column-review"), 7, 1),
            Column::new(text("column-name"), 12, 0).grow(2),
            Column::new(text("notices-paid-month"), 7, 2),
            Column::new(text("notices-column-said"), 16, 0).grow(3),
            Column::new(text("column-return-code"), 8, 3),
            Column::new(text("notices-column-step"), 14, 0).grow(1),
            Column::new(text("notices-column-file"), 18, 5),
        ],
        View::Paid => vec![
            Column::new(text("notices-column-review"), 7, 0),
            Column::new(text("notices-paid-insurer"), 8, 0),
            Column::new(text("notices-paid-month"), 7, 0),
            Column::new(text("notices-paid-kind"), 12, 4).grow(1),
            Column::right(text("notices-paid-claimed"), 10, 1),
            Column::right(text("notices-paid-returned"), 9, 3),
            Column::right(text("notices-paid-expected"), 10, 2),
            Column::right(text("notices-paid-paid"), 10, 0),
            Column::right(text("notices-paid-difference"), 9, 0),
        ],
    }
}

/// What words about notices are made of.
pub(super) fn words<'a>(ctx: Ctx<'a>, content: &'a Content) -> NoticeWords<'a> {
    let (notices, ledger) = (&content.read.notices, &content.read.ledger);
    NoticeWords { words: ctx.words(), notices, ledger, review: Some(ctx.review) }
}

impl Notices {
    pub(super) fn row(&self, ctx: Ctx<'_>, index: usize) -> Row {
        let cells = self.line(index).zip(self.content.as_ref()).and_then(|(line, content)| match line {
            Line::Open(at) => content.open.get(at).map(|one| open(ctx, content, one)),
            Line::Item(at) => item(ctx, content, at),
            Line::Window(window) => content.windows.get(&window).map(|of| window_cells(ctx, window, of)),
            Line::Paid(window, at) => paid(ctx, content, window, at),
        });
        Row::Cells(cells.unwrap_or_default())
    }
}

type Cells = Vec<crate::tui::parts::table::Cell>;

/// The name without the number, which the details show.
fn name(who: &str) -> String {
    who.rsplit_once('(').map_or(who, |(name, _)| name).to_owned()
}

fn step_role(step: Step) -> Role {
    match step {
        Step::Nothing => Role::TextDim,
        Step::SendSlip(_) | Step::SendSlipAndFee | Step::SendFee => Role::StateArrived,
        _ => Role::StateAsked,
    }
}

/// 書類 in a few cells.
pub(super) fn document(env: &Env, document: OpenDocument) -> String {
    env.text(match document {
        OpenDocument::Slip => "notices-short-slip",
        OpenDocument::Fee => "notices-short-fee",
    })
}

fn open(ctx: Ctx<'_>, content: &Content, one: &Outstanding) -> Cells {
    let env = ctx.env;
    let who = name(&open_who(words(ctx, content), one));
    let barred = env.dates.short_month(one.barred_from);
    // The last half year is told by colour as well.
    let role = if one.is_barred(content.window) {
        Role::NoticeError
    } else if one.age >= 21 {
        Role::NoticeWarning
    } else {
        Role::Text
    };
    let mark = if one.is_barred(content.window) { "!" } else { "" };
    vec![
        cell(who, Role::Text),
        cell(env.dates.short_month(one.month), Role::Text),
        cell(document(env, one.document), Role::Text),
        cell(env.text(why_id(one.why)), Role::StateDifferent),
        cell(
            content.codes_of(one).iter().map(|code| display(code)).collect::<Vec<_>>().join(" "),
            Role::TextDim,
        ),
        cell(step_short(ctx, one.step), step_role(one.step)),
        cell(one.age.to_string(), role),
        cell(format!("{mark}{barred}"), role),
    ]
}

fn item(ctx: Ctx<'_>, content: &Content, at: usize) -> Option<Cells> {
    let line = content.items.get(at)?;
    let item = content.item(line)?;
    let (env, words) = (ctx.env, words(ctx, content));
    let month = |month: Option<ServiceMonth>| {
        month.map_or_else(|| "-".to_owned(), |month| env.dates.short_month(month))
    };
    let who = if item.is_of_client() {
        name(&words.who(item, &tie(item, &content.read.ledger)))
    } else {
        item.payer.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string)
    };
    let is_untied = matches!(line.tie, Tie::UnknownClient | Tie::NoClient | Tie::OtherOffice);
    let mark = if is_untied { "!" } else { "" };
    Some(vec![
        cell(month(item.review), Role::TextDim),
        cell(format!("{mark}{who}"), if is_untied { Role::NoticeWarning } else { Role::Text }),
        cell(month(item.month), Role::Text),
        cell(words.said(item), Role::Text),
        cell(line.codes.iter().map(|code| display(code)).collect::<Vec<_>>().join(" "), Role::TextDim),
        cell(step_short(ctx, line.step), step_role(line.step)),
        cell(words.place(item), Role::TextDim),
    ])
}

/// Amounts that a window comes to.
pub(super) struct Sums {
    pub(super) claimed: i64,
    pub(super) returned: i64,
    pub(super) expected: i64,
    /// `None` while nothing is known to be paid.
    pub(super) paid: Option<i64>,
}

impl Sums {
    pub(super) fn of(window: &PaidWindow) -> Self {
        let sum = |amount: &dyn Fn(&crate::app::notices::PaidRow) -> i64| {
            window.rows.iter().fold(0_i64, |sum, row| sum.saturating_add(amount(row)))
        };
        let paid = sum(&|row| row.paid.map_or(0, |paid| paid.yen));
        Self {
            claimed: sum(&|row| row.claimed.yen),
            returned: sum(&|row| row.returned.yen),
            expected: sum(&|row| row.expected().yen),
            paid: window.has_payments.then_some(paid),
        }
    }
}

/// `+1,200`, `-47`, `0`.
pub(super) fn signed(number: i64) -> String {
    let sign = if number > 0 { "+" } else { "" };
    format!("{sign}{}", grouped(number))
}

fn window_cells(ctx: Ctx<'_>, window: ServiceMonth, of: &PaidWindow) -> Cells {
    let env = ctx.env;
    let sums = Sums::of(of);
    let difference = sums.paid.map(|paid| paid.saturating_sub(sums.expected));
    let role = if of.differs() { Role::StateDifferent } else { Role::TextStrong };
    let strong = |text: String| cell(text, Role::TextStrong);
    vec![
        strong(env.dates.short_month(window)),
        strong(env.text("notices-sum")),
        Vec::new(),
        Vec::new(),
        strong(grouped(sums.claimed)),
        strong(grouped(sums.returned)),
        strong(grouped(sums.expected)),
        strong(sums.paid.map_or_else(|| "-".to_owned(), grouped)),
        cell(difference.map_or_else(|| "-".to_owned(), signed), role),
    ]
}

fn paid(ctx: Ctx<'_>, content: &Content, window: ServiceMonth, at: usize) -> Option<Cells> {
    let row = content.paid_row(window, at)?;
    let env = ctx.env;
    let yen = |amounts: Amounts| cell(grouped(amounts.yen), Role::Text);
    let difference = row.difference();
    let role = if difference.is_some() { Role::StateDifferent } else { Role::TextDim };
    let shown = match (row.paid, difference) {
        (None, _) => "-".to_owned(),
        (Some(_), None) => "0".to_owned(),
        (Some(_), Some(difference)) => signed(difference.yen),
    };
    Some(vec![
        Vec::new(),
        cell(paid_insurer(&env.texts, row), Role::Text),
        cell(env.dates.short_month(row.key.month), Role::Text),
        cell(ctx.words().kind(row.key.kind), Role::TextDim),
        yen(row.claimed),
        yen(row.returned),
        yen(row.expected()),
        row.paid.map_or_else(|| cell("-", Role::TextDim), yen),
        cell(shown, role),
    ])
}
