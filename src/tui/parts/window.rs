//! Windows over a screen.

use super::paint::{fill, put};
use crate::i18n::width::width;
use crate::tui::env::Env;
use crate::tui::theme::Role;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

/// A window of at most this size in the middle of an area.
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// Clears a place for a window. A wide character that reaches over its left edge is blanked as a whole, or half of it
/// would stay on the screen (ratatui issue 2526). Of one that reaches over the right edge a blank stays, which has no
/// style of its own yet.
pub fn clear(env: &Env, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    for y in area.top()..area.bottom() {
        if let Some(before) = area.x.checked_sub(1)
            && let Some(cell) = buffer.cell_mut((before, y))
            && width(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
        let last = area.right().checked_sub(1).and_then(|last| buffer.cell((last, y)));
        let torn = last.filter(|cell| width(cell.symbol()) > 1).map(Cell::style);
        if let (Some(style), Some(cell)) = (torn, buffer.cell_mut((area.right(), y))) {
            cell.set_symbol(" ").set_style(style);
        }
    }
    fill(buffer, area, env.theme.style(Role::Popup));
}

/// Draws a frame with a title on a cleared place; returns the area inside.
pub fn frame(env: &Env, area: Rect, title: &str, buffer: &mut Buffer) -> Rect {
    clear(env, area, buffer);
    let glyphs = env.charset.glyphs();
    let style = env.theme.style(Role::PopupDim);
    if area.width < 4 || area.height < 3 {
        return area;
    }
    let line = glyphs.horizontal.repeat(usize::from(area.width - 2));
    let [top_left, top_right, bottom_left, bottom_right] = glyphs.corners;
    let bottom = area.height - 1;
    put(buffer, area, (0, 0), area.width, &format!("{top_left}{line}{top_right}"), style);
    put(buffer, area, (0, bottom), area.width, &format!("{bottom_left}{line}{bottom_right}"), style);
    for y in 1..bottom {
        put(buffer, area, (0, y), 1, glyphs.vertical, style);
        put(buffer, area, (area.width - 1, y), 1, glyphs.vertical, style);
    }
    let title = format!(" {title} ");
    put(buffer, area, (2, 0), area.width.saturating_sub(4), &title, env.theme.style(Role::PopupTitle));
    Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
}
