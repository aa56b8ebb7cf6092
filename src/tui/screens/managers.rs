//! 担当者: how far each care manager is with the month, and 取扱件数 of the office and of each of them.

mod bar;
mod chart;
mod details;
mod lines;
mod load;
mod months;
mod progress;
mod rows;
#[cfg(test)]
mod tests;

use super::{Answer, Screen, Searchable, moved};
use crate::app::review::ManagerSummary;
use crate::app::workload::MonthCount;
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::env::Ctx;
use crate::tui::filter::{Facet, FilterEdit, manager_name};
use crate::tui::layers::Do;
use crate::tui::layers::chooser::{Choice, Entry};
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{put, row, split_bottom};
use crate::tui::parts::table::{Table, body, body_height};
use crate::tui::theme::Role;
use load::LoadView;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use rows::Who;
use std::collections::BTreeMap;

/// What is remembered: the view, when it is not the first one.
const VIEW: &str = "view";
const LOAD: &str = "load";

/// The screen.
#[derive(Default)]
pub struct Managers {
    list: ListState,
    load: LoadView,
    /// Whether 取扱件数 is shown in place of 進み具合.
    is_load: bool,
    /// Whether it has been shown since the month was opened.
    was_load_shown: bool,
}

impl Managers {
    /// Shows months beside the open one; those of the workspace that were not counted yet are asked for.
    pub fn compare(&mut self, received: &[ServiceMonth], ctx: Ctx<'_>) {
        self.is_load = true;
        self.load.compare(received, ctx);
    }

    /// The worker has counted a month, or says why not.
    pub fn month_counted(&mut self, month: ServiceMonth, counted: Result<Box<MonthCount>, Vec<String>>) {
        self.load.month_counted(month, counted);
    }

    /// What is done in either view.
    fn list(&mut self, ctx: Ctx<'_>) -> (&mut ListState, usize) {
        if self.is_load {
            let len = LoadView::len(ctx);
            (&mut self.load.list, len)
        } else {
            (&mut self.list, ctx.review.managers.len())
        }
    }

    fn open(&self, ctx: Ctx<'_>) -> Answer {
        if self.is_load {
            return Answer::Done(self.load.open(ctx));
        }
        let at = u32::try_from(self.list.cursor).unwrap_or(u32::MAX);
        Answer::with(Do::Board(FilterEdit::Only(Facet::Manager(at))))
    }

    /// The other view, with the cursor on the same care manager; 取扱件数 begins with the whole office.
    fn switch(&mut self, ctx: Ctx<'_>) {
        if self.is_load {
            let at = LoadView::manager_of(self.load.list.cursor, ctx);
            self.list.select(at.unwrap_or(self.list.cursor));
        } else if self.was_load_shown {
            let rows = 0..LoadView::len(ctx);
            let row = rows.into_iter().find(|row| LoadView::manager_of(*row, ctx) == Some(self.list.cursor));
            self.load.list.select(row.unwrap_or(self.load.list.cursor));
        }
        self.is_load = !self.is_load;
    }

    /// The next care manager with open differences.
    fn step(&mut self, ctx: Ctx<'_>, is_forward: bool) -> Answer {
        let is_open = |at: usize| ctx.review.managers.get(at).is_some_and(|manager| manager.open > 0);
        let next = if self.is_load {
            let has = |row: usize| LoadView::manager_of(row, ctx).is_some_and(is_open);
            self.load.list.seek(LoadView::len(ctx), is_forward, has)
        } else {
            self.list.seek(ctx.review.managers.len(), is_forward, is_open)
        };
        moved(self.list(ctx).0, next, ctx)
    }

    fn table(&self, ctx: Ctx<'_>, area: Rect) -> Rect {
        if self.is_load { LoadView::table(ctx, area) } else { split_bottom(area, 1).0 }
    }
}

impl Screen for Managers {
    fn scope(&self) -> Scope {
        Scope::Managers
    }

    fn opened(&mut self, ctx: Ctx<'_>, remembered: &BTreeMap<String, String>) {
        let is_load = remembered.get(VIEW).is_some_and(|view| view == LOAD);
        *self = Self { load: LoadView::new(ctx), is_load, ..Self::default() };
    }

    fn remember(&self, _ctx: Ctx<'_>) -> BTreeMap<String, String> {
        let view = self.is_load.then(|| (VIEW.to_owned(), LOAD.to_owned()));
        view.into_iter().collect()
    }

    fn job(&mut self, generation: u32) -> Option<Effect> {
        self.is_load.then(|| self.load.job(generation)).flatten()
    }

    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer {
        let (list, len) = self.list(ctx);
        if list.act(action, len) {
            return Answer::done();
        }
        match action {
            Action::Open => return self.open(ctx),
            Action::ManagersView => self.switch(ctx),
            Action::ManagersMonths if self.is_load && self.load.hide_months() => {}
            Action::NextDifference | Action::PreviousDifference => {
                return self.step(ctx, action == Action::NextDifference);
            }
            action => match load::scrolls(action).filter(|_| self.is_load) {
                Some(is_forward) => self.load.scroll(is_forward),
                None => return Answer::Pass,
            },
        }
        Answer::done()
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        if self.is_load {
            self.was_load_shown = true;
            self.load.settle(ctx, area);
        } else {
            self.list.settle(ctx.review.managers.len(), body_height(self.table(ctx, area)));
        }
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        if self.is_load {
            return self.load.draw(ctx, area, buffer);
        }
        let (table, foot) = split_bottom(area, 1);
        let columns = progress::columns(ctx.env);
        let row_of = |index: usize, _: &[u16]| progress::row(ctx, index);
        let drawn =
            Table { columns: &columns, state: &self.list, len: ctx.review.managers.len(), row: &row_of };
        let cursor = drawn.draw(ctx.env, table, buffer);
        let args = [
            ("managers", Arg::from(ctx.review.managers.len())),
            ("clients", Arg::from(ctx.review.clients.len())),
        ];
        let text = ctx.env.format("managers-foot", &args);
        put(buffer, row(foot, 0), (1, 0), foot.width, &text, ctx.env.theme.style(Role::TextDim));
        cursor.map(Position::from)
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let table = self.table(ctx, area);
        let (list, len) = self.list(ctx);
        if list.click(at, body(table), len) {
            return self.act(Action::Open, ctx);
        }
        Answer::done()
    }

    fn searchable(&self, ctx: Ctx<'_>) -> Searchable {
        let of_load = |work| {
            let entry = |(row, who): (usize, Who<'_>)| {
                Entry::new(who.name(ctx.env), who.counts().total().to_string(), Choice::Row(row))
            };
            Who::all(work).enumerate().map(entry).collect()
        };
        let entry = |(row, manager): (usize, &ManagerSummary)| {
            let name = manager_name(ctx, u32::try_from(row).unwrap_or(u32::MAX));
            Entry::new(name, manager.clients.len().to_string(), Choice::Row(row))
        };
        match LoadView::work(ctx).filter(|_| self.is_load) {
            Some(work) => Searchable::Entries(of_load(work)),
            None => Searchable::Entries(ctx.review.managers.iter().enumerate().map(entry).collect()),
        }
    }

    fn go_to_row(&mut self, row: usize, ctx: Ctx<'_>) {
        self.list(ctx).0.select(row);
    }

    fn changed(&mut self, ctx: Ctx<'_>, _is_compared: bool) {
        self.load.changed(ctx);
    }
}
