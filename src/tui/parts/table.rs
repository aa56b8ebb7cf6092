//! Tables: columns that give way when the screen is narrow, a cursor row, a scrollbar.

use super::list::ListState;
use super::paint::{Piece, fill, put, put_pieces, row, split_right, split_top};
use crate::i18n::width::width;
use crate::tui::env::Env;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells left of the first column, for the mark of the cursor row.
const MARGIN: u16 = 2;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Cells it needs.
    pub width: u16,
    /// Share of the cells that are left over; 0 for a column that never grows.
    pub grow: u16,
    /// Whether its text stands at the right.
    pub is_right: bool,
    /// Columns with the highest number go first when there is no room.
    pub rank: u8,
}

impl Column {
    /// A column of at least this width, its text at the left. Its heading always has room.
    pub fn new(title: impl Into<String>, cells: u16, rank: u8) -> Self {
        let title = title.into();
        let of_title = u16::try_from(width(&title)).unwrap_or(cells);
        Self { title, width: cells.max(of_title), grow: 0, is_right: false, rank }
    }

    /// A column for numbers.
    pub fn right(title: impl Into<String>, cells: u16, rank: u8) -> Self {
        Self { is_right: true, ..Self::new(title, cells, rank) }
    }

    /// The column takes a share of what is left over.
    pub fn grow(self, share: u16) -> Self {
        Self { grow: share, ..self }
    }
}

/// A cell of a row.
pub type Cell = Vec<Piece>;

/// A cell with one text.
pub fn cell(text: impl Into<String>, role: Role) -> Cell {
    vec![Piece::new(text, role)]
}

/// A row of a table.
#[derive(Clone, Debug)]
pub enum Row {
    /// One cell a column.
    Cells(Vec<Cell>),
    /// A heading over the whole width.
    Group(Cell),
}

/// What a table draws.
pub struct Table<'a> {
    /// Its columns.
    pub columns: &'a [Column],
    /// Cursor and visible part.
    pub state: &'a ListState,
    /// Number of rows.
    pub len: usize,
    /// Makes one row from its position and the cells of each column; asked for visible rows only.
    pub row: &'a dyn Fn(usize, &[u16]) -> Row,
}

/// The part of a table's area that holds its rows.
pub fn body(area: Rect) -> Rect {
    split_top(area, 1).1
}

/// Rows of a table of this height that are left for its body.
pub fn body_height(area: Rect) -> u16 {
    area.height.saturating_sub(1)
}

impl Table<'_> {
    /// Draws the table; returns where the cursor row begins, for the terminal's own cursor.
    pub fn draw(&self, env: &Env, area: Rect, buffer: &mut Buffer) -> Option<(u16, u16)> {
        let (head, body) = split_top(area, 1);
        let is_long = self.len > usize::from(body.height);
        let (_, bar) = split_right(body, u16::from(is_long));
        // The scrollbar, and a blank before it.
        let cells = area.width.saturating_sub(2 * u16::from(is_long));
        let widths = widths(self.columns, cells);
        self.draw_head(env, head, &widths, buffer);
        let mut cursor = None;
        for (line, index) in (0_u16..).zip(self.state.visible(self.len, body.height)) {
            self.draw_row(env, row(body, line), (cells, &widths), index, buffer);
            if index == self.state.cursor {
                cursor = Some((body.x, body.y + line));
            }
        }
        if is_long {
            let seen = self.state.visible(self.len, body.height).len();
            scrollbar(env, bar, (self.state.offset, seen), self.len, buffer);
        }
        cursor
    }

    fn draw_head(&self, env: &Env, area: Rect, widths: &[u16], buffer: &mut Buffer) {
        let style = env.theme.style(Role::Header);
        fill(buffer, area, style);
        let mut x = MARGIN;
        for (column, cells) in self.columns.iter().zip(widths).filter(|(_, cells)| **cells > 0) {
            put(buffer, area, (x + indent(column, &column.title, *cells), 0), *cells, &column.title, style);
            x += cells + 1;
        }
    }

    /// Draws a row; its text keeps to `cells`, and its columns to `widths`.
    fn draw_row(
        &self,
        env: &Env,
        area: Rect,
        (cells, widths): (u16, &[u16]),
        index: usize,
        buffer: &mut Buffer,
    ) {
        let theme = &env.theme;
        match (self.row)(index, widths) {
            Row::Group(pieces) => {
                fill(buffer, area, theme.style(Role::Group));
                put_pieces(buffer, area, (MARGIN, 0), cells.saturating_sub(MARGIN), &pieces, theme);
            }
            Row::Cells(cells) => {
                let mut x = MARGIN;
                let shown = self.columns.iter().zip(&cells).zip(widths).filter(|(_, cells)| **cells > 0);
                for ((column, pieces), cells) in shown {
                    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
                    let start = x + indent(column, &text, *cells);
                    put_pieces(buffer, area, (start, 0), *cells, pieces, theme);
                    x += cells + 1;
                }
            }
        }
        if index == self.state.cursor {
            put(buffer, area, (0, 0), 1, ">", theme.style(Role::Cursor));
            buffer.set_style(area.intersection(buffer.area), theme.cursor_row());
        }
    }
}

/// Blanks before a text that stands at the right of its column.
fn indent(column: &Column, text: &str, cells: u16) -> u16 {
    let taken = u16::try_from(width(text)).unwrap_or(cells).min(cells);
    if column.is_right { cells - taken } else { 0 }
}

/// Cells of each column; 0 for those that have to go.
fn widths(columns: &[Column], area: u16) -> Vec<u16> {
    let room = area.saturating_sub(MARGIN);
    let mut shown: Vec<bool> = vec![true; columns.len()];
    let needed = |shown: &[bool]| -> u16 {
        let kept = columns.iter().zip(shown).filter(|(_, shown)| **shown);
        kept.map(|(column, _)| column.width + 1).sum::<u16>().saturating_sub(1)
    };
    while needed(&shown) > room && shown.iter().filter(|shown| **shown).count() > 1 {
        let kept = columns.iter().enumerate().filter(|(at, _)| shown.get(*at) == Some(&true));
        let Some((last, _)) = kept.max_by_key(|(at, column)| (column.rank, *at)) else { break };
        if let Some(shown) = shown.get_mut(last) {
            *shown = false;
        }
    }
    let spare = room.saturating_sub(needed(&shown));
    let kept = |at: usize| shown.get(at) == Some(&true);
    let shares: u16 =
        columns.iter().enumerate().filter(|(at, _)| kept(*at)).map(|(_, column)| column.grow).sum();
    let mut left = spare;
    let mut out = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        let extra = (spare * column.grow).checked_div(shares).unwrap_or(0).min(left);
        left -= if kept(at) { extra } else { 0 };
        out.push(if kept(at) { (column.width + extra).min(room) } else { 0 });
    }
    // What rounding leaves over goes to the column that grows most.
    let most = columns.iter().enumerate().filter(|(at, column)| kept(*at) && column.grow > 0);
    let most = most.max_by_key(|(_, column)| column.grow).and_then(|(at, _)| out.get_mut(at));
    if let Some(cells) = most {
        *cells += left;
    }
    out
}

/// A scrollbar over the height of an area one cell wide: so many of `len` entries are seen, from `offset` on.
pub fn scrollbar(env: &Env, area: Rect, (offset, seen): (usize, usize), len: usize, buffer: &mut Buffer) {
    let height = usize::from(area.height);
    if height == 0 || len <= seen {
        return;
    }
    let glyphs = env.charset.glyphs();
    let thumb = (height * seen / len).clamp(1, height);
    let start = offset * (height - thumb) / (len - seen);
    for (y, line) in (0_u16..area.height).zip(0..height) {
        let is_thumb = (start..start + thumb).contains(&line);
        let sign = if is_thumb { glyphs.thumb } else { glyphs.track };
        put(buffer, area, (0, y), 1, sign, env.theme.style(Role::Border));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_give_way_by_rank_and_grow_by_share() {
        let columns = [Column::new("a", 10, 0).grow(1), Column::new("b", 10, 2), Column::right("c", 10, 1)];
        assert_eq!(widths(&columns, 44), [20, 10, 10]);
        assert_eq!(widths(&columns, 30), [17, 0, 10]);
        assert_eq!(widths(&columns, 15), [13, 0, 0]);
        assert_eq!(widths(&columns, 5), [3, 0, 0]);
        assert_eq!(widths(&columns, 0), [0, 0, 0]);
        let both = [Column::new("a", 5, 0).grow(1), Column::new("b", 5, 0).grow(3)];
        assert_eq!(widths(&both, 20), [6, 11]);
    }
}
