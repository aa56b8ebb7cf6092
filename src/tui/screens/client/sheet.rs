//! Draws サービス利用票: days over the lines, 予定 above 実績.

use super::grid::{At, Grid, GridRow, cell, sign};
use super::head::units;
use super::layout::Places;
use crate::app::calendar::{Calendar, CalendarLine, CalendarRow, DayCell, Side};
use crate::app::review::Cell;
use crate::domain::ids::ServiceCode;
use crate::domain::kind::kind_info;
use crate::i18n::width::{display, fit, fit_right, head, width};
use crate::reconcile::ProviderLine;
use crate::tui::env::Ctx;
use crate::tui::parts::difference::{delta_piece, signed_units};
use crate::tui::parts::paint::{Piece, fill, put, put_pieces, row as line_of};
use crate::tui::parts::state::state_word;
use crate::tui::parts::table::scrollbar;
use crate::tui::theme::Role;
use chrono::Weekday;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Cells that kind and office get before the sums of a group do.
const NAME: usize = 24;

/// Cells of the shortest name that tells something without the kind before it.
const SHORTEST: usize = 4;

/// What is drawn.
pub(super) struct Sheet<'a> {
    pub(super) ctx: Ctx<'a>,
    pub(super) calendar: &'a Calendar,
    pub(super) grid: &'a Grid,
    pub(super) places: Places,
    /// State of each provider × kind.
    pub(super) states: &'a [Cell],
    pub(super) cursor: At,
    /// Whether the keys are for the calendar.
    pub(super) is_focused: bool,
    /// The difference under the cursor.
    pub(super) difference: Option<u32>,
    /// First visible row.
    pub(super) offset: usize,
    /// First visible day, from 1.
    pub(super) first_day: u8,
}

impl Sheet<'_> {
    /// Draws days and lines; returns where the cursor is.
    pub(super) fn draw(&self, buffer: &mut Buffer) -> Option<Position> {
        self.draw_days(buffer);
        let area = self.places.grid;
        let mut cursor = None;
        for y in 0..area.height {
            let place = line_of(area, y);
            match self.grid.row_at(self.offset, area.height, y) {
                Some(GridRow::Heading(group)) => self.draw_heading(group, place, buffer),
                Some(GridRow::Plan(line)) => {
                    let at = self.draw_side(Side::Plan, line, place, buffer);
                    cursor = cursor.or(at);
                }
                Some(GridRow::Actual(line)) => {
                    let at = self.draw_side(Side::Actual, line, place, buffer);
                    cursor = cursor.or(at);
                }
                None => {}
            }
        }
        if self.grid.len() > usize::from(area.height) {
            scrollbar(
                self.ctx.env,
                self.places.bar,
                (self.offset, usize::from(area.height)),
                self.grid.len(),
                buffer,
            );
        }
        cursor
    }

    /// The visible days with the column where each begins.
    fn days(&self) -> impl Iterator<Item = (u8, u16)> + use<> {
        let first = self.first_day;
        let label = self.places.label;
        (0..self.places.day_count).map(move |at| (first + at, label + u16::from(at) * 2))
    }

    fn draw_days(&self, buffer: &mut Buffer) {
        let (ctx, area) = (self.ctx, self.places.days);
        let (env, month) = (ctx.env, ctx.review.month.month);
        let (numbers, names) = (line_of(area, 0), line_of(area, 1));
        let dim = env.theme.style(Role::TextDim);
        let room = self.places.label.saturating_sub(1);
        put(buffer, numbers, (0, 0), room, &env.dates.month(month), dim);
        put(buffer, names, (0, 0), room, &env.text("word-weekday"), dim);
        for (day, x) in self.days() {
            let weekday = month.weekday(day);
            let role = match weekday {
                Some(Weekday::Sat) => Role::WeekendSaturday,
                Some(Weekday::Sun) => Role::WeekendSunday,
                _ => Role::Header,
            };
            let is_cursor = day == self.cursor.day && self.grid.lines() > 0;
            // Two cells leave no gap between two digits: only each tenth day and that of the cursor have both.
            let number = if day.is_multiple_of(10) || is_cursor { day } else { day % 10 };
            let style = if is_cursor { env.theme.style_on_cursor(role) } else { env.theme.style(role) };
            put(buffer, numbers, (x, 0), 2, &fit_right(&number.to_string(), 2), style);
            let name = weekday.map(|weekday| ctx.words().weekday(weekday)).unwrap_or_default();
            put(buffer, names, (x, 0), 2, head(&name, 2).0, style);
        }
        if self.places.has_sums {
            let x = self.places.label + u16::from(self.places.day_count) * 2;
            put(buffer, names, (x, 0), 4, &fit_right(&env.text("client-sum"), 4), dim);
        }
    }

    fn draw_heading(&self, group: usize, area: Rect, buffer: &mut Buffer) {
        let Some(total) = self.calendar.totals.get(group) else { return };
        fill(buffer, area, self.ctx.env.theme.style(Role::Group));
        let pieces = heading(self.ctx, total, self.states.get(group).copied(), usize::from(area.width));
        put_pieces(buffer, area, (0, 0), area.width, &pieces, &self.ctx.env.theme);
    }

    fn draw_side(&self, side: Side, at: usize, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let line = self.calendar.lines.get(at)?;
        let theme = &self.ctx.env.theme;
        let is_current = at == self.cursor.line;
        let role = if side == Side::Plan { Role::Text } else { Role::TextDim };
        let style = if is_current { theme.style_on_cursor(role) } else { theme.style(role) };
        let label = self.places.label;
        put(buffer, area, (0, 0), label.saturating_sub(1), &self.label(line, side), style);
        let mut cursor = None;
        for (day, x) in self.days() {
            let shown = cell(line, side, day);
            self.draw_cell(shown, area, x, buffer);
            let place = Rect { x: area.x.saturating_add(x), width: 2, ..area }.intersection(area);
            if is_current && day == self.cursor.day {
                let style = if self.is_focused { theme.style(Role::CursorCell) } else { theme.cursor_row() };
                buffer.set_style(place.intersection(buffer.area), style);
                cursor = Some(Position::new(place.x, place.y)).filter(|at| area.contains(*at));
            } else if shown.difference.is_some() && shown.difference == self.difference {
                buffer.set_style(place.intersection(buffer.area), theme.cursor_row());
            }
        }
        if self.places.has_sums {
            let total = if side == Side::Plan { line.plan.total() } else { line.actual.total() };
            let x = label + u16::from(self.places.day_count) * 2;
            put(buffer, area, (x, 0), 4, &fit_right(&total.to_string(), 4), theme.style(role));
        }
        cursor
    }

    /// Count and mark. Ten and more are told apart below, where the day stands in full.
    fn draw_cell(&self, shown: DayCell, area: Rect, x: u16, buffer: &mut Buffer) {
        if shown.count == 0 {
            return;
        }
        let theme = &self.ctx.env.theme;
        let (sign, role) = sign(shown.mark);
        let count = if shown.count < 10 { shown.count.to_string() } else { "#".to_owned() };
        let of_count = if role == Role::MarkSame { Role::Text } else { role };
        put(buffer, area, (x, 0), 1, &count, theme.style(of_count));
        put(buffer, area, (x + 1, 0), 1, sign, theme.style(role));
    }

    /// Times and 予定, code and 実績; without times the name of the service.
    fn label(&self, line: &CalendarLine, side: Side) -> String {
        let (ctx, cells) = (self.ctx, usize::from(self.places.label.saturating_sub(1)));
        let word = ctx.env.text(if side == Side::Plan { "client-plan" } else { "client-actual" });
        let word = if cells >= 16 { format!(" {word}") } else { head(&word, 2).0.to_owned() };
        let room = cells.saturating_sub(width(&word));
        let name = name(ctx, self.calendar, line);
        let text = match side {
            Side::Plan if line.start.is_none() && line.end.is_none() => {
                name.unwrap_or_else(|| ctx.env.text("no-time"))
            }
            Side::Plan => times(ctx, self.calendar, line),
            Side::Actual if room >= 14 => format!("{} {}", line.code, name.unwrap_or_default()),
            Side::Actual => line.code.to_string(),
        };
        format!("{}{word}", fit(&text, room))
    }
}

/// A row that stands on a line, the planned before the actual one.
fn first_row<'a>(calendar: &'a Calendar, line: &CalendarLine) -> Option<&'a CalendarRow> {
    let cells = line.plan.iter().chain(line.actual.iter());
    cells.map(|(_, cell)| calendar.rows_of(cell)).find_map(<[CalendarRow]>::first)
}

fn times(ctx: Ctx<'_>, calendar: &Calendar, line: &CalendarLine) -> String {
    first_row(calendar, line).map(|found| ctx.words().times(&found.row)).unwrap_or_default()
}

/// Name of the item of equipment, or of the code without the kind that the heading names.
fn name(ctx: Ctx<'_>, calendar: &Calendar, line: &CalendarLine) -> Option<String> {
    let item =
        first_row(calendar, line).and_then(|found| Some(display(&found.detail.as_ref()?.equipment_name)));
    item.filter(|name| !name.trim().is_empty()).or_else(|| service_name(ctx, line.code))
}

/// Name of a code without the kind that the heading names.
pub(super) fn service_name(ctx: Ctx<'_>, code: ServiceCode) -> Option<String> {
    let name = display(ctx.review.code_name(code)?);
    let kind = kind_info(code.kind()).map_or("", |info| info.short_name);
    let rest = name
        .strip_prefix(kind)
        .map(|rest| rest.trim_start_matches('・'))
        .filter(|rest| width(rest) >= SHORTEST);
    Some(rest.unwrap_or(&name).to_owned())
}

/// State, kind and office, and the units at the right.
pub(super) fn heading(ctx: Ctx<'_>, total: &ProviderLine, state: Option<Cell>, cells: usize) -> Vec<Piece> {
    let state = state.map(|cell| state_word(ctx.env, cell));
    let state = state.unwrap_or_else(|| Piece::new("", Role::Group));
    let delta = total.actual_units - total.plan_units;
    let both = units(ctx.env, total.plan_units, total.actual_units);
    // Who it is matters more than the sums, which the totals show as well.
    let has_room = width(&state.text) + width(&both) + NAME <= cells;
    let units_text = if has_room { both } else { signed_units(delta) };
    let role = if delta == 0 { Role::Units } else { delta_piece(delta).role };
    let name = format!(" {} {}", ctx.words().kind(total.kind), ctx.words().office(total.provider));
    let room = cells.saturating_sub(width(&state.text) + width(&units_text) + 1);
    vec![state, Piece::new(format!("{} ", fit(&name, room)), Role::Group), Piece::new(units_text, role)]
}
