//! 取扱件数: the office and its care managers with their bars, and below them the chosen row in full or month by month.

use super::lines::{self, Line, Lines};
use super::months::Months;
use super::rows::{self, Who};
use super::{chart, details};
use crate::app::own::{NoOwnMonth, OwnMonth};
use crate::app::workload::{MonthCount, OfficeWorkload};
use crate::domain::decision::Subject;
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use crate::report::fee_words::type_text;
use crate::report::tally_words::not_known_sentence;
use crate::report::workload_words::type_sentence;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::env::Ctx;
use crate::tui::filter::{Facet, FilterEdit};
use crate::tui::layers::Do;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, put_pieces, row, split_bottom, split_top};
use crate::tui::parts::table::{Table, body_height};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Lines of the head.
const HEAD: u16 = 2;

/// The view.
#[derive(Default)]
pub(super) struct LoadView {
    pub(super) list: ListState,
    months: Months,
    /// Whether the months are shown in place of the details.
    is_by_month: bool,
    /// What stands below the table.
    lines: Vec<Line>,
    /// The row whose lines are scrolled, with the months or without, and the first line seen.
    scrolled: Option<((usize, bool), usize)>,
    /// Lines that are seen below the table.
    room: usize,
    /// Events of the journal that are accounted for.
    heard: usize,
}

impl LoadView {
    pub(super) fn new(ctx: Ctx<'_>) -> Self {
        let heard = ctx.review.decisions.events().len();
        Self { heard, ..Self::default() }
    }

    fn own(ctx: Ctx<'_>) -> Option<&OwnMonth> {
        ctx.review.watch().own()?.ok()
    }

    pub(super) fn work(ctx: Ctx<'_>) -> Option<&OfficeWorkload> {
        Self::own(ctx).map(|own| &own.workload)
    }

    /// Rows of the table; none before it is counted.
    pub(super) fn len(ctx: Ctx<'_>) -> usize {
        Self::work(ctx).map_or(0, |work| work.managers.len() + 1)
    }

    fn who<'a>(&self, ctx: Ctx<'a>) -> Option<Who<'a>> {
        Who::at(Self::work(ctx)?, self.list.cursor)
    }

    pub(super) fn job(&mut self, generation: u32) -> Option<Effect> {
        self.months.job(generation)
    }

    pub(super) fn changed(&mut self, ctx: Ctx<'_>) {
        let events = ctx.review.decisions.events();
        let new = events.get(self.heard..).unwrap_or_default();
        let is_entry = |subject: &Subject| matches!(subject, Subject::Entry { .. });
        let is_register = new.iter().flat_map(|event| &event.changes).any(|change| is_entry(&change.subject));
        self.months.changed(is_register);
        self.heard = events.len();
    }

    /// Shows the months; those that were not asked for yet are asked for.
    pub(super) fn compare(&mut self, received: &[ServiceMonth], ctx: Ctx<'_>) {
        self.months.ask(received, ctx);
        self.is_by_month = true;
    }

    pub(super) fn month_counted(
        &mut self,
        month: ServiceMonth,
        counted: Result<Box<MonthCount>, Vec<String>>,
    ) {
        self.months.take(month, counted);
    }

    /// Back from the months to the details; `false` when the months are to be asked for.
    pub(super) fn hide_months(&mut self) -> bool {
        let is_shown = self.is_by_month && self.months.is_asked() && !self.months.is_stale;
        if is_shown {
            self.is_by_month = false;
        }
        is_shown
    }

    /// The clients of the chosen row on ボード.
    pub(super) fn open(&self, ctx: Ctx<'_>) -> Vec<Do> {
        match (self.who(ctx), Self::manager_of(self.list.cursor, ctx)) {
            (None, _) => Vec::new(),
            (Some(Who::Office(_)), _) => vec![Do::Board(FilterEdit::Clear)],
            (Some(Who::Manager(_)), Some(at)) => {
                let at = u32::try_from(at).unwrap_or(u32::MAX);
                vec![Do::Board(FilterEdit::Only(Facet::Manager(at)))]
            }
            (Some(Who::Manager(_)), None) => vec![Do::Say(ctx.env.text("load-not-in-plans"))],
        }
    }

    /// Place of a row's care manager among those of the month's plans, however the plans spell the name.
    pub(super) fn manager_of(row: usize, ctx: Ctx<'_>) -> Option<usize> {
        let Who::Manager(manager) = Who::at(Self::work(ctx)?, row)? else { return None };
        let (review, name) = (ctx.review, manager.name.as_str());
        let is_spelled = |spelled: &str| {
            let entered = review.registers.manager(spelled, review.month.month);
            spelled.trim() == name || entered.is_some_and(|entered| entered.name == name)
        };
        review.managers.iter().position(|known| is_spelled(&known.name))
    }

    pub(super) fn scroll(&mut self, is_forward: bool) {
        let (page, first) = (self.room.saturating_sub(2).max(1), self.first_line());
        let last = self.lines.len().saturating_sub(self.room);
        let first = if is_forward { (first + page).min(last) } else { first.saturating_sub(page) };
        self.scrolled = Some(((self.list.cursor, self.is_by_month), first));
    }

    fn first_line(&self) -> usize {
        let shown = (self.list.cursor, self.is_by_month);
        let first = self.scrolled.filter(|(of, _)| *of == shown).map_or(0, |(_, first)| first);
        first.min(self.lines.len().saturating_sub(self.room))
    }

    /// Head, table, and what stands below it.
    fn areas(ctx: Ctx<'_>, area: Rect) -> [Rect; 3] {
        let is_high = area.height >= 16;
        let (head, rest) = split_top(area, if is_high { HEAD } else { 0 });
        let least = if area.height < 12 { 0 } else { rest.height * 3 / 5 };
        let rows = u16::try_from(Self::len(ctx).max(1)).unwrap_or(u16::MAX).saturating_add(1);
        let (table, below) = split_bottom(rest, rest.height.saturating_sub(rows).max(least));
        // A low terminal has the table alone.
        if least == 0 { [head, rest, Rect { height: 0, ..below }] } else { [head, table, below] }
    }

    /// The part of the area that holds the table.
    pub(super) fn table(ctx: Ctx<'_>, area: Rect) -> Rect {
        let [_, table, _] = Self::areas(ctx, area);
        table
    }

    pub(super) fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        if let Some(own) = Self::own(ctx) {
            self.months.compare(ctx, own);
        }
        let [_, table, below] = Self::areas(ctx, area);
        self.list.settle(Self::len(ctx), body_height(table));
        self.room = usize::from(below.height.saturating_sub(1));
        self.lines = self.below(ctx, usize::from(below.width.saturating_sub(2)));
    }

    fn below(&self, ctx: Ctx<'_>, cells: usize) -> Vec<Line> {
        let Some((work, who)) = Self::work(ctx).zip(self.who(ctx)) else { return Vec::new() };
        if self.is_by_month {
            chart::lines(ctx, work, &self.months, who, cells)
        } else {
            details::lines(ctx.env, work, who, cells)
        }
    }

    pub(super) fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let env = ctx.env;
        let Some((work, who)) = Self::work(ctx).zip(self.who(ctx)) else {
            Self::draw_empty(ctx, area, buffer);
            return None;
        };
        let [head, table, below] = Self::areas(ctx, area);
        draw_head(ctx, work, head, buffer);
        let scale = rows::scale(work, table.width);
        let columns = rows::columns(env, scale);
        let make = |index: usize, _: &[u16]| rows::row(env, work, index, scale);
        let drawn = Table { columns: &columns, state: &self.list, len: Self::len(ctx), row: &make };
        let cursor = drawn.draw(env, table, buffer);
        let id = if self.is_by_month { "load-months-of" } else { "load-details-of" };
        let title = env.format(id, &[("name", Arg::from(who.name(env)))]);
        lines::draw(env, &title, (&self.lines, self.first_line()), below, buffer);
        cursor.map(Position::from)
    }

    /// Why there is no table.
    fn draw_empty(ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let env = ctx.env;
        let text = match ctx.review.watch().own() {
            None | Some(Ok(_)) => env.text("load-counting"),
            Some(Err(NoOwnMonth::NotKnown(gap))) => not_known_sentence(&env.texts, gap),
            Some(Err(NoOwnMonth::WhichOffice)) => {
                let count = [("count", Arg::from(ctx.review.month.care_offices.len()))];
                env.format("load-which-office", &count)
            }
        };
        let mut lines = Lines::new(usize::from(area.width.saturating_sub(2)));
        lines.say(' ', &text, Role::TextDim);
        for (y, line) in (1_u16..).zip(&lines.all) {
            put_pieces(buffer, row(area, y), (1, 0), area.width.saturating_sub(1), line, &env.theme);
        }
    }
}

/// 居宅介護支援費 (I) or (II), how much a person should look at, and what the bars are made of.
fn draw_head(ctx: Ctx<'_>, work: &OfficeWorkload, area: Rect, buffer: &mut Buffer) {
    let env = ctx.env;
    let office_type = match ctx.review.registers.terms(ctx.review.month.month) {
        Some(_) => type_sentence(&env.texts, work.fee_type, work.borders.first_below),
        None => env.format("load-no-terms", &[("type", Arg::from(type_text(work.fee_type)))]),
    };
    let mut first = vec![Piece::new(office_type, Role::Text)];
    if !work.notes.is_empty() {
        let text = env.format("load-notes", &[("count", Arg::from(work.notes.len()))]);
        first.push(Piece::new(format!("  !{text}"), Role::StateDifferent));
    }
    let legend = vec![Piece::new(env.text("load-legend"), Role::TextDim)];
    for (y, line) in [(0, first), (1, legend)] {
        put_pieces(buffer, row(area, y), (1, 0), area.width.saturating_sub(1), &line, &env.theme);
    }
}

/// Whether an action scrolls what stands below the table, and where to.
pub(super) fn scrolls(action: Action) -> Option<bool> {
    match action {
        Action::Left => Some(false),
        Action::Right => Some(true),
        _ => None,
    }
}
