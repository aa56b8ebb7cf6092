//! 利用者: one client's month as サービス利用票.

mod annex;
mod day;
mod grid;
mod head;
mod layout;
mod lists;
mod moves;
mod sentence;
mod sheet;
#[cfg(test)]
mod tests;

use super::{Answer, Screen};
use crate::app::calendar::{Calendar, Side};
use crate::app::decide::Place;
use crate::app::review::{Cell, DifferenceAt};
use crate::domain::decision::RowContent;
use crate::domain::difference::Difference;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::{Effect, Job};
use crate::tui::env::Ctx;
use crate::tui::layers::Do;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{put, row as line_of};
use crate::tui::theme::Role;
use annex::Annex;
use day::Day;
use grid::{At, Grid, GridRow};
use layout::{AnnexPlace, Places, Wanted, places, shows_both};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use sheet::Sheet;
use std::collections::BTreeMap;

/// The screen.
#[derive(Default)]
pub struct Client {
    /// The client that is shown.
    shown: Option<usize>,
    calendar: Calendar,
    grid: Grid,
    cursor: At,
    /// The difference under the cursor. A day may have several.
    difference: Option<u32>,
    /// First visible row of the calendar.
    offset: usize,
    /// First visible day, on screens too narrow for all.
    first_day: u8,
    /// Lines of a page.
    page: usize,
    list: ListState,
    shows_totals: bool,
    annex: Annex,
    /// Whether the keys are for the 別表.
    is_annex: bool,
    /// How often a line of the day under the cursor has been opened.
    opened_rows: usize,
}

impl Client {
    /// Shows a client, at one of the client's differences if it is named. The client that is shown already stays as it is.
    pub fn show(&mut self, client: usize, difference: Option<u32>, ctx: Ctx<'_>) {
        if self.shown != Some(client) {
            let calendar = Calendar::of(ctx.review, client);
            let grid = Grid::of(&calendar, differences(ctx, Some(client)));
            let page = self.page;
            let (shows_totals, is_annex) = (self.shows_totals, self.is_annex);
            *self =
                Self { shown: Some(client), calendar, grid, page, shows_totals, is_annex, ..Self::default() };
            self.annex.take(ctx, client);
            self.move_to(self.first_place(ctx, client));
        }
        if let Some(difference) = difference {
            self.go_to(difference);
        }
    }

    /// The lines of the files behind the day, one after the other: what the provider sent first.
    fn open(&mut self, ctx: Ctx<'_>) -> Answer {
        let day = self.day(ctx);
        let rows: Vec<_> = [Side::Actual, Side::Plan].into_iter().flat_map(|side| day.rows(side)).collect();
        let row = self.opened_rows.checked_rem(rows.len()).and_then(|at| rows.get(at));
        let Some((row, file)) = row.and_then(|row| Some((row, ctx.review.month.file(row.file)?))) else {
            return Answer::with(Do::Say(ctx.env.text("client-says-nothing")));
        };
        let (path, kind) = (file.path.clone(), file.kind);
        let effect = Effect::Work(Job::ReadLine { file: row.file, path, kind, line: row.row.line });
        self.opened_rows += 1;
        Answer::with(Do::Effect(effect))
    }

    fn day<'a>(&'a self, ctx: Ctx<'a>) -> Day<'a> {
        let differences = differences(ctx, self.shown);
        Day { ctx, calendar: &self.calendar, differences, at: self.cursor, difference: self.difference }
    }

    fn places(&self, ctx: Ctx<'_>, area: Rect) -> Places {
        let days = ctx.review.month.month.days();
        let groups = self.calendar.totals.len();
        places(
            area,
            Wanted {
                rows: self.grid.len(),
                groups,
                differences: self.grid.differences(),
                days,
                is_totals: self.shows_totals,
                annex: match (shows_both(area), self.is_annex) {
                    (true, _) => AnnexPlace::Below(self.annex.height()),
                    (false, true) => AnnexPlace::Instead,
                    (false, false) => AnnexPlace::Behind,
                },
            },
        )
    }

    fn draw_panes(&self, ctx: Ctx<'_>, places: Places, states: &[Cell], buffer: &mut Buffer) {
        let env = ctx.env;
        self.day(ctx).draw(places.detail, buffer);
        let totals = (self.calendar.totals.as_slice(), states);
        let group = self.grid.group(self.cursor.line);
        if self.shows_totals {
            lists::totals(ctx, totals, group, places.list, buffer);
        } else {
            let chosen = (&self.list, self.difference);
            lists::differences(ctx, (self.shown, differences(ctx, self.shown)), chosen, places.list, buffer);
        }
        lists::totals(ctx, totals, group, places.totals, buffer);
        for y in 0..places.rule.height {
            let sign = env.charset.glyphs().vertical;
            put(buffer, line_of(places.rule, y), (0, 0), 1, sign, env.theme.style(Role::Border));
        }
    }
}

fn differences(ctx: Ctx<'_>, client: Option<usize>) -> &[Difference] {
    let comparison = client.and_then(|client| ctx.review.month.comparisons.get(client));
    comparison.map(|comparison| comparison.differences.as_slice()).unwrap_or_default()
}

impl Screen for Client {
    fn scope(&self) -> Scope {
        Scope::Client
    }

    fn opened(&mut self, _ctx: Ctx<'_>, remembered: &BTreeMap<String, String>) {
        let shows_totals = remembered.get("totals").is_some_and(|shown| shown == "yes");
        *self = Self { shows_totals, ..Self::default() };
    }

    fn remember(&self, _ctx: Ctx<'_>) -> BTreeMap<String, String> {
        let shown = if self.shows_totals { "yes" } else { "no" };
        [("totals".to_owned(), shown.to_owned())].into()
    }

    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer {
        if self.shown.is_none() {
            return Answer::Pass;
        }
        if self.is_annex && self.annex.act(action) {
            return Answer::done();
        }
        match action {
            Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last => self.move_by(action, ctx.review.month.month.days()),
            Action::NextDifference | Action::PreviousDifference => {
                return self.step(ctx, action == Action::NextDifference);
            }
            Action::Open if self.is_annex => self.open_row(),
            Action::Open => return self.open(ctx),
            Action::Annex => self.is_annex = !self.is_annex,
            Action::Totals => self.shows_totals = !self.shows_totals,
            _ => return Answer::Pass,
        }
        Answer::done()
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        self.annex.prepare(ctx, area.width);
        let places = self.places(ctx, area);
        self.annex.settle(places.annex);
        self.offset = self.grid.scrolled(self.offset, self.cursor.line, places.grid.height);
        self.page = usize::from(places.grid.height.saturating_sub(1) / 2).max(1);
        let (days, shown) = (ctx.review.month.month.days(), places.day_count);
        let earliest = (self.cursor.day + 1).saturating_sub(shown).max(1);
        let latest = self.cursor.day.min(days + 1 - shown.min(days)).max(earliest);
        self.first_day = self.first_day.clamp(earliest, latest);
        self.list.settle(self.grid.differences(), lists::entries(places.list));
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let places = self.places(ctx, area);
        let dim = ctx.env.theme.style(Role::TextDim);
        let Some(client) = self.shown else {
            put(buffer, area, (2, 1), area.width.saturating_sub(2), &ctx.env.text("board-empty"), dim);
            return None;
        };
        head::draw(ctx, (client, self.annex.worth()), places.head, buffer);
        if self.grid.lines() == 0 {
            put(buffer, area, (2, 2), area.width.saturating_sub(2), &ctx.env.text("client-no-rows"), dim);
            return None;
        }
        let in_annex = self.annex.draw(ctx, self.is_annex, places.annex, buffer);
        if places.grid.height == 0 {
            return in_annex;
        }
        let states: Vec<Cell> = ctx.review.cells_of(client).collect();
        self.draw_panes(ctx, places, &states, buffer);
        let sheet = Sheet {
            ctx,
            calendar: &self.calendar,
            grid: &self.grid,
            places,
            states: &states,
            cursor: self.cursor,
            is_focused: !self.is_annex,
            difference: self.difference,
            offset: self.offset,
            first_day: self.first_day.max(1),
        };
        let in_calendar = sheet.draw(buffer);
        if self.is_annex { in_annex } else { in_calendar }
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let places = self.places(ctx, area);
        self.is_annex = places.annex.contains(at);
        if self.is_annex {
            self.annex.click(at, places.annex);
        } else if places.grid.contains(at) {
            let row = self.grid.row_at(self.offset, places.grid.height, at.y - places.grid.y);
            let column = (at.x - places.grid.x).checked_sub(places.label).map(|x| x / 2);
            let day = column.and_then(|day| u8::try_from(day).ok()).filter(|day| *day < places.day_count);
            let day = day.map_or(self.cursor.day, |day| self.first_day.max(1) + day);
            if let Some(GridRow::Plan(line) | GridRow::Actual(line)) = row {
                self.move_to(At { line, day });
            }
        } else if !self.shows_totals
            && let Some(entry) = lists::entry_at(places.list, at, &self.list, self.grid.differences())
        {
            self.go_to(u32::try_from(entry).unwrap_or(u32::MAX));
        }
        Answer::done()
    }

    fn client(&self, _ctx: Ctx<'_>) -> Option<usize> {
        self.shown
    }

    fn changed(&mut self, ctx: Ctx<'_>, is_compared: bool) {
        let Some(client) = self.shown else { return };
        self.annex.take(ctx, client);
        if !is_compared {
            return;
        }
        self.calendar = Calendar::of(ctx.review, client);
        self.grid = Grid::of(&self.calendar, differences(ctx, self.shown));
        let last = self.grid.lines().saturating_sub(1);
        self.move_to(At { line: self.cursor.line.min(last), ..self.cursor });
    }

    fn place(&self, _ctx: Ctx<'_>) -> Option<Place> {
        if self.is_annex {
            let (office, kind, _) = self.annex.place()?;
            return Some((self.shown?, office, kind));
        }
        let line = self.calendar.lines.get(self.cursor.line)?;
        Some((self.shown?, line.provider, line.kind))
    }

    fn typed_row(&self, _ctx: Ctx<'_>, rows: &[RowContent]) -> Option<(usize, RowContent)> {
        let line = self.calendar.lines.get(self.cursor.line).filter(|_| !self.is_annex)?;
        let is_there = |row: &RowContent| {
            (row.code, row.start, row.end, row.day) == (line.code, line.start, line.end, self.cursor.day)
        };
        if let Some(at) = rows.iter().position(is_there) {
            return rows.get(at).map(|row| (at, row.clone()));
        }
        let (code, day, start, end) = (line.code, self.cursor.day, line.start, line.end);
        let new = RowContent {
            code,
            day,
            start,
            end,
            count: 1,
            units: line.units,
            over_30_days: false,
            detail: None,
        };
        Some((rows.len(), new))
    }

    fn look_at(&mut self, at: DifferenceAt, ctx: Ctx<'_>) {
        self.show(at.client as usize, Some(at.at), ctx);
    }

    fn difference(&self, _ctx: Ctx<'_>) -> Option<DifferenceAt> {
        let client = u32::try_from(self.shown?).ok()?;
        // What is decided has to be seen.
        let difference = self.difference.filter(|_| !self.is_annex);
        difference.map(|at| DifferenceAt { client, at })
    }
}
