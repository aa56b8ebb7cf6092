//! Writing text into cells. Everything on the screen comes through here: nothing is wider than its place and nothing
//! reaches the terminal as a control character.

use crate::i18n::width::{cut, width};
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Text with the role of its colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Already fit to be shown.
    pub text: String,
    /// Its colour.
    pub role: Role,
}

impl Piece {
    /// Text in a role.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role }
    }
}

/// Writes text at a place inside an area, cut at the area's right edge or after so many cells; returns the cells taken.
pub fn put(buffer: &mut Buffer, area: Rect, (x, y): (u16, u16), cells: u16, text: &str, style: Style) -> u16 {
    let area = area.intersection(buffer.area);
    if y >= area.height || x >= area.width {
        return 0;
    }
    let room = cells.min(area.width - x);
    let shown = cut(text, usize::from(room));
    // Cells keep attributes that a style does not speak of; nothing of what was there before may shine through.
    let style = Style { sub_modifier: style.add_modifier.complement(), ..style };
    buffer.set_stringn(area.x + x, area.y + y, &shown, usize::from(room), style);
    u16::try_from(width(&shown)).unwrap_or(room)
}

/// Writes pieces one after the other; returns the cells taken.
pub fn put_pieces(
    buffer: &mut Buffer,
    area: Rect,
    (x, y): (u16, u16),
    cells: u16,
    pieces: &[Piece],
    theme: &Theme,
) -> u16 {
    let mut taken = 0;
    for piece in pieces {
        let room = cells.saturating_sub(taken);
        if room == 0 {
            break;
        }
        taken += put(buffer, area, (x + taken, y), room, &piece.text, theme.style(piece.role));
    }
    taken
}

/// Fills an area with blanks of a role.
pub fn fill(buffer: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buffer.area);
    for position in area.positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
            cell.set_style(style);
        }
    }
}

/// A row of an area, empty when it lies below it.
pub fn row(area: Rect, y: u16) -> Rect {
    if y < area.height { Rect { y: area.y + y, height: 1, ..area } } else { Rect { height: 0, ..area } }
}

/// Cuts rows off the top: the rows, and what is left.
pub fn split_top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

/// Cuts rows off the bottom: what is left, and the rows.
pub fn split_bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    split_top(area, area.height.saturating_sub(rows))
}

/// Cuts columns off the right: what is left, and the columns.
pub fn split_right(area: Rect, columns: u16) -> (Rect, Rect) {
    let columns = columns.min(area.width);
    let rest = area.width - columns;
    (Rect { width: rest, ..area }, Rect { x: area.x + rest, width: columns, ..area })
}
