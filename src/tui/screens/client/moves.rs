//! Moving over a client's month: by lines and days, from difference to difference.

use super::grid::{At, cell};
use super::{Answer, Client, differences};
use crate::app::calendar::{CalendarLine, Side};
use crate::app::review::CellState;
use crate::tui::action::Action;
use crate::tui::env::Ctx;
use crate::tui::layers::Do;

impl Client {
    /// Where the cursor begins: what did not arrive when that is all that is open, else the first line.
    pub(super) fn first_place(&self, ctx: Ctx<'_>, client: usize) -> At {
        let is_waiting = |line: &CalendarLine| {
            let mut cells = ctx.review.cells_of(client);
            cells.any(|cell| {
                (cell.provider, cell.kind, cell.state) == (line.provider, line.kind, CellState::NotArrived)
            })
        };
        let has_open = ctx.review.clients.get(client).is_some_and(|summary| summary.open > 0);
        let waiting = (!has_open).then(|| self.calendar.lines.iter().position(is_waiting)).flatten();
        let at = waiting.unwrap_or(0);
        self.first_day_of(at)
    }

    /// The first day of a line with a service.
    fn first_day_of(&self, at: usize) -> At {
        let day = self.calendar.lines.get(at).and_then(|line| {
            (1..=31)
                .find(|day| [Side::Plan, Side::Actual].iter().any(|side| cell(line, *side, *day).count > 0))
        });
        At { line: at, day: day.unwrap_or(1) }
    }

    /// From a row of the 別表 to its service on the calendar.
    pub(super) fn open_row(&mut self) {
        let Some((office, kind, code)) = self.annex.place() else { return };
        let of_kind = |line: &CalendarLine| (line.provider, line.kind) == (office, kind);
        let lines = &self.calendar.lines;
        let own = lines.iter().position(|line| of_kind(line) && code == Some(line.code));
        if let Some(at) = own.or_else(|| lines.iter().position(of_kind)) {
            self.is_annex = false;
            self.move_to(self.first_day_of(at));
        }
    }

    /// Moves the cursor to a difference, on the calendar.
    pub(super) fn go_to(&mut self, difference: u32) {
        if let Some(at) = self.grid.place(difference) {
            self.is_annex = false;
            self.move_to(at);
            self.difference = Some(difference);
            self.list.select(difference as usize);
        }
    }

    /// Moves the cursor and takes up the difference that is there.
    pub(super) fn move_to(&mut self, at: At) {
        self.cursor = at;
        self.opened_rows = 0;
        let line = self.calendar.lines.get(at.line);
        let cells = [Side::Plan, Side::Actual].map(|side| line.map(|line| cell(line, side, at.day)));
        self.difference = cells.into_iter().flatten().find_map(|cell| cell.difference);
        if let Some(difference) = self.difference {
            self.list.select(difference as usize);
        }
    }

    /// Moves the cursor by lines, days or pages.
    pub(super) fn move_by(&mut self, action: Action, days: u8) {
        let last = self.grid.lines().saturating_sub(1);
        let At { line, day } = self.cursor;
        let page = self.page.max(1);
        let line = match action {
            Action::Up => line.saturating_sub(1),
            Action::Down => line + 1,
            Action::PageUp => line.saturating_sub(page),
            Action::PageDown => line + page,
            Action::First => 0,
            Action::Last => last,
            _ => line,
        };
        let day = match action {
            Action::Left => day.saturating_sub(1),
            Action::Right => day + 1,
            _ => day,
        };
        self.move_to(At { line: line.min(last), day: day.clamp(1, days) });
    }

    /// The next difference of the client that is not finally decided, or the next client that has any.
    pub(super) fn step(&mut self, ctx: Ctx<'_>, is_forward: bool) -> Answer {
        let all = differences(ctx, self.shown);
        let is_open = |at: &u32| all.get(*at as usize).is_some_and(|d| !ctx.review.settled(d).is_final());
        let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let from = self.difference.or_else(|| {
            let next = self.grid.next_from(self.cursor, is_forward)?;
            if is_forward { next.checked_sub(1) } else { Some(next + 1) }
        });
        let next = match from {
            Some(at) if is_forward => (at + 1..count).find(is_open),
            Some(at) => (0..at.min(count)).rev().find(is_open),
            None if is_forward && self.grid.next_from(self.cursor, true).is_some() => {
                (0..count).find(is_open)
            }
            None => None,
        };
        match (next, self.shown) {
            (Some(difference), _) => {
                self.go_to(difference);
                Answer::done()
            }
            (None, Some(from)) => Answer::with(Do::NextClientWithDifferences { from, is_forward }),
            (None, None) => Answer::done(),
        }
    }
}
