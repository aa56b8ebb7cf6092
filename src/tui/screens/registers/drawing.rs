//! Draws the list of registers, the table of one and the details of a row.

use super::content::Line;
use super::{Registers, names};
use crate::app::registers::Standing;
use crate::i18n::Arg;
use crate::i18n::width::{fit, fit_right, width, wrap};
use crate::report::registers::register_title;
use crate::store::MASTERS;
use crate::tui::action::Action;
use crate::tui::env::Ctx;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, fill, put, put_pieces, row, split_bottom, split_right, split_top};
use crate::tui::parts::table::{Column, Row, Table, cell};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Cells of the list of registers, and of a terminal: the fewest at which it stands beside the table, and is wider.
const LIST: u16 = 20;
const WIDE_LIST: u16 = 30;
const SIDE_BY_SIDE: u16 = 64;
const WIDE: u16 = 100;

/// Where the parts stand; an area that is not shown is empty.
pub(super) struct Areas {
    pub(super) list: Rect,
    pub(super) table: Rect,
    /// A heading and the details.
    pub(super) details: Rect,
}

impl Areas {
    /// On narrow terminals only the part that the keys go to is shown.
    pub(super) fn of(area: Rect, is_in_rows: bool) -> Self {
        let height = if area.height < 12 { 0 } else { (area.height * 2 / 5).clamp(5, 16) };
        let (above, details) = split_bottom(area, height);
        let none = Rect { width: 0, ..above };
        let (list, table) = if area.width >= SIDE_BY_SIDE {
            let cells = if area.width < WIDE { LIST } else { WIDE_LIST };
            let (list, table) = split_right(above, above.width - cells);
            (Rect { width: list.width.saturating_sub(1), ..list }, table)
        } else if is_in_rows {
            (none, above)
        } else {
            (above, none)
        };
        Self { list, table, details }
    }
}

impl Registers {
    pub(super) fn draw_all(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let areas = Areas::of(area, self.is_in_rows);
        let in_list = self.draw_list(ctx, areas.list, buffer);
        let in_table = self.draw_table(ctx, areas.table, buffer);
        self.draw_details(ctx, areas.details, buffer);
        if self.is_in_rows { in_table } else { in_list }
    }

    fn draw_list(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        let theme = &ctx.env.theme;
        let (head, body) = split_top(area, 1);
        fill(buffer, head, theme.style(Role::Header));
        let room = usize::from(area.width.saturating_sub(2));
        let counted = |title: &str, count: &str| {
            let cells = room.saturating_sub(width(count) + 1);
            format!("{} {}", fit(title, cells), fit_right(count, width(count)))
        };
        let title = counted(&ctx.env.text("column-register"), &ctx.env.text("column-rows"));
        put(buffer, head, (2, 0), head.width, &title, theme.style(Role::Header));
        let mut cursor = None;
        let count = names().count();
        for (y, at) in (0_u16..).zip(self.list.visible(count, body.height)) {
            let Some(name) = names().nth(at) else { break };
            let rows = self.counts.get(at).copied().unwrap_or(0);
            let line = row(body, y);
            let is_current = at == self.list.cursor;
            let role = if is_current && self.is_in_rows { Role::TextStrong } else { Role::Text };
            let text = counted(&register_title(&ctx.env.texts, name), &rows.to_string());
            put(buffer, line, (2, 0), line.width, &text, theme.style(role));
            if is_current {
                // Where the keys go has the cursor, the other part a mark.
                let (mark, role) =
                    if self.is_in_rows { ("-", Role::TextStrong) } else { (">", Role::Cursor) };
                put(buffer, line, (0, 0), 1, mark, theme.style(role));
                if !self.is_in_rows {
                    buffer.set_style(line.intersection(buffer.area), theme.cursor_row());
                    cursor = Some(Position::new(line.x, line.y));
                }
            }
        }
        cursor
    }

    fn draw_table(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        let shown: Vec<(usize, &Column)> = self.content.shown_columns(self.first_column).collect();
        let last = shown.len().saturating_sub(1);
        // What is left over goes to the last column, so that numbers stay beside what they belong to.
        let grown =
            |(at, (_, column)): (usize, &(usize, &Column))| (*column).clone().grow(u16::from(at == last));
        let columns: Vec<Column> = shown.iter().enumerate().map(grown).collect();
        let places: Vec<usize> = shown.iter().map(|(place, _)| *place).collect();
        let make = |at: usize, _: &[u16]| match self.content.rows.get(at) {
            Some(line) => {
                let shown = self.content.shown(ctx, at);
                Row::Cells(places.iter().map(|place| cell_of(line, &shown, *place)).collect())
            }
            None => Row::Cells(Vec::new()),
        };
        // Without the keys the table has no cursor row, only its rows.
        let mut state: ListState = self.rows;
        if !self.is_in_rows {
            state.select(usize::MAX);
        }
        let len = self.content.rows.len();
        let drawn = Table { columns: &columns, state: &state, len, row: &make };
        let cursor = drawn.draw(ctx.env, area, buffer);
        if len == 0 {
            let body = split_top(area, 2).1;
            let cells = usize::from(body.width.saturating_sub(3));
            let lines = wrap(&self.empty(ctx), cells);
            for (y, line) in (0_u16..body.height).zip(lines) {
                put(buffer, row(body, y), (2, 0), body.width, &line, ctx.env.theme.style(Role::TextDim));
            }
            // Keys go here, though there is no row.
            let role = if self.is_in_rows { Role::Cursor } else { Role::TextDim };
            let mark = if self.is_in_rows { ">" } else { " " };
            put(buffer, body, (0, 0), 1, mark, ctx.env.theme.style(role));
        }
        cursor.map(Position::from)
    }

    /// Why there is no row, and what to do.
    fn empty(&self, ctx: Ctx<'_>) -> String {
        let id = match (self.is_kept, self.content.name) {
            (false, _) => "registers-no-workspace",
            (true, MASTERS) => "registers-no-masters",
            (true, _) => "registers-none",
        };
        let key = ctx.env.keymap.shown(Action::NewEntry);
        ctx.env.format(id, &[("key", Arg::from(key))])
    }

    fn draw_details(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let theme = &ctx.env.theme;
        let (head, body) = split_top(area, 1);
        fill(buffer, head, theme.style(Role::Header));
        put(buffer, head, (1, 0), head.width, &self.place(ctx), theme.style(Role::Header));
        for (y, line) in (0_u16..body.height).zip(&self.details) {
            put_pieces(buffer, row(body, y), (1, 0), body.width.saturating_sub(2), line, theme);
        }
    }

    /// Which register, which of its rows, which of its columns.
    fn place(&self, ctx: Ctx<'_>) -> String {
        let (env, rows) = (ctx.env, self.content.rows.len());
        let title = register_title(&env.texts, self.content.name);
        if rows == 0 {
            return title;
        }
        let args = [
            ("register", Arg::from(title)),
            ("row", Arg::from(self.rows.cursor + 1)),
            ("rows", Arg::from(rows)),
        ];
        let mut out = env.format("registers-place", &args);
        if self.last_first > 0 {
            let args =
                [("from", Arg::from(self.first_column + 2)), ("columns", Arg::from(self.content.width()))];
            out = format!("{out}  {}", env.format("registers-columns", &args));
        }
        out
    }
}

/// Rows that do not count in the month are dim; those that cannot be read have a mark.
fn cell_of(line: &Line, shown: &[String], place: usize) -> Vec<Piece> {
    let text = shown.get(place).cloned().unwrap_or_default();
    if line.is_unreadable {
        let mark = if place == 0 { "!" } else { "" };
        return cell(format!("{mark}{text}"), Role::StateFaulty);
    }
    let is_dim = line.standing.is_some_and(|standing| standing != Standing::InForce);
    cell(text, if is_dim { Role::TextDim } else { Role::Text })
}
