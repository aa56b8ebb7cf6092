//! 履歴: everything that was done, the newest first.

mod filter;
mod jump;
mod rows;
#[cfg(test)]
mod tests;

use super::{Answer, Screen, Searchable};
use crate::domain::event::{Event, Seq};
use crate::i18n::Arg;
use crate::i18n::width::wrap;
use crate::report::layout::grouped;
use crate::tui::action::{Action, Scope};
use crate::tui::desk::is_on_its_way;
use crate::tui::env::Ctx;
use crate::tui::layers::Do;
use crate::tui::layers::chooser::Chooser;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{put, row, split_bottom, split_top};
use crate::tui::parts::table::{Row, Table, body, body_height};
use crate::tui::theme::Role;
use filter::Filter;
pub use filter::{Edit, Facet};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;

/// The screen.
#[derive(Default)]
pub struct Journal {
    list: ListState,
    filter: Filter,
    /// Places of the shown events in the journal, the newest first.
    shown: Vec<u32>,
    /// Whether something was decided since `shown` was made.
    is_stale: bool,
    /// How many events were not on the disk when `shown` was made.
    on_their_way: usize,
    /// The event whose changes are scrolled, and the first one seen.
    scrolled: Option<(Seq, usize)>,
}

/// Events at the end of the journal that are not known to be on the disk.
fn on_their_way(ctx: Ctx<'_>) -> usize {
    ctx.review.decisions.events().iter().rev().take_while(|event| is_on_its_way(event)).count()
}

impl Journal {
    /// Changes what is shown.
    pub fn edit(&mut self, edit: Edit, ctx: Ctx<'_>) {
        self.filter.edit(edit, ctx);
        self.refresh(ctx);
    }

    /// Makes the list anew. The cursor stays on its event (the next older one when that is hidden), but on the newest
    /// line it stays on the newest line.
    fn refresh(&mut self, ctx: Ctx<'_>) {
        let chosen = self.shown.get(self.list.cursor).copied().filter(|_| self.list.cursor > 0);
        let events = (0_u32..).zip(ctx.review.decisions.events());
        self.shown = events.filter(|(_, event)| self.filter.shows(event)).map(|(place, _)| place).collect();
        self.shown.reverse();
        self.on_their_way = on_their_way(ctx);
        self.is_stale = false;
        let row = chosen.map_or(0, |chosen| self.shown.partition_point(|place| *place > chosen));
        self.list.select(row);
    }

    fn event_at<'a>(&self, ctx: Ctx<'a>, row: usize) -> Option<&'a Event> {
        ctx.review.decisions.events().get(*self.shown.get(row)? as usize)
    }

    fn event<'a>(&self, ctx: Ctx<'a>) -> Option<&'a Event> {
        self.event_at(ctx, self.list.cursor)
    }

    /// The first change that is seen of an event.
    fn first_change(&self, event: &Event) -> usize {
        self.scrolled.filter(|(seq, _)| *seq == event.seq).map_or(0, |(_, first)| first)
    }

    fn scroll(&mut self, ctx: Ctx<'_>, is_forward: bool) {
        let Some(event) = self.event(ctx) else { return };
        let first = self.first_change(event);
        let last = event.changes.len().saturating_sub(1);
        let first = if is_forward { (first + 1).min(last) } else { first.saturating_sub(1) };
        self.scrolled = Some((event.seq, first));
    }

    fn head(&self, ctx: Ctx<'_>) -> String {
        let env = ctx.env;
        let filter = self.filter.describe(ctx);
        let number = |count: usize| grouped(i64::try_from(count).unwrap_or(i64::MAX));
        let (shown, all) = (number(self.shown.len()), number(ctx.review.decisions.events().len()));
        let counts = [("shown", Arg::from(shown.as_str())), ("all", Arg::from(all.as_str()))];
        [
            env.format("journal-count", &counts),
            env.format("board-filter", &[("filter", Arg::from(filter.as_str()))]),
        ]
        .join("  ")
    }

    fn areas(area: Rect) -> [Rect; 3] {
        let (head, rest) = split_top(area, 1);
        let lines = if area.height < 12 { 0 } else { (area.height / 3).clamp(5, 14) };
        let (table, details) = split_bottom(rest, lines);
        [head, table, details]
    }

    fn draw_empty(ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let is_filtered = !ctx.review.decisions.events().is_empty();
        let text = ctx.env.text(if is_filtered { "journal-nothing" } else { "journal-empty" });
        let style = ctx.env.theme.style(Role::TextDim);
        let lines = wrap(&text, usize::from(area.width.saturating_sub(4)));
        for (y, line) in (1_u16..).zip(lines) {
            put(buffer, row(area, y), (2, 0), area.width, &line, style);
        }
    }
}

impl Screen for Journal {
    fn scope(&self) -> Scope {
        Scope::Journal
    }

    fn opened(&mut self, ctx: Ctx<'_>, remembered: &BTreeMap<String, String>) {
        *self = Self::default();
        self.refresh(ctx);
        let seq: Option<Seq> = remembered.get("event").and_then(|seq| seq.parse().ok());
        let events = ctx.review.decisions.events();
        let place = seq.and_then(|seq| events.binary_search_by_key(&seq, |event| event.seq).ok());
        let row = place.map(|place| self.shown.partition_point(|shown| *shown as usize > place));
        self.list.select(row.unwrap_or(0));
    }

    fn remember(&self, ctx: Ctx<'_>) -> BTreeMap<String, String> {
        // On the newest line people want to find what is newest then.
        let event = self.event(ctx).filter(|_| self.list.cursor > 0);
        event.map(|event| ("event".to_owned(), event.seq.to_string())).into_iter().collect()
    }

    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer {
        if self.list.act(action, self.shown.len()) {
            return Answer::done();
        }
        match action {
            Action::Open => {
                Answer::Done(self.event(ctx).map(|event| jump::jump(ctx, event)).unwrap_or_default())
            }
            Action::Left | Action::Right => {
                self.scroll(ctx, action == Action::Right);
                Answer::done()
            }
            Action::FilterJournal => {
                let title = ctx.env.text("action-filter-journal");
                Answer::with(Do::Push(Box::new(Chooser::new(title, self.filter.entries(ctx)))))
            }
            Action::ClearJournalFilter => Answer::with(Do::Journal(Edit::Clear)),
            _ => Answer::Pass,
        }
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        // What was on its way when the list was made may be known by now.
        let is_known = self.filter.waits_for_the_disk() && self.on_their_way != on_their_way(ctx);
        if self.is_stale || is_known {
            self.refresh(ctx);
        }
        let [_, table, _] = Self::areas(area);
        self.list.settle(self.shown.len(), body_height(table));
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let [head, table, details] = Self::areas(area);
        put(buffer, head, (1, 0), head.width, &self.head(ctx), ctx.env.theme.style(Role::TextDim));
        let columns = rows::columns(ctx.env, ctx.review.decisions.events().last());
        let make = |index: usize, _: &[u16]| match self.event_at(ctx, index) {
            Some(event) => rows::row(ctx, event),
            None => Row::Cells(Vec::new()),
        };
        let drawn = Table { columns: &columns, state: &self.list, len: self.shown.len(), row: &make };
        let cursor = drawn.draw(ctx.env, table, buffer);
        match self.event(ctx) {
            Some(event) => rows::details(ctx, event, self.first_change(event), details, buffer),
            None => Self::draw_empty(ctx, body(table), buffer),
        }
        cursor.map(Position::from)
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let [_, table, _] = Self::areas(area);
        if self.list.click(at, body(table), self.shown.len()) {
            return self.act(Action::Open, ctx);
        }
        Answer::done()
    }

    fn searchable(&self, _ctx: Ctx<'_>) -> Searchable {
        Searchable::ClientsOfJournal
    }

    fn changed(&mut self, _ctx: Ctx<'_>, _is_compared: bool) {
        // A long list is not made anew with every decision while another screen is shown.
        self.is_stale = true;
    }
}
