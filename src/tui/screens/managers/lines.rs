//! Lines below the tables: sentences with a mark, small grids, and the place they are drawn in.

use crate::i18n::Arg;
use crate::i18n::width::{fit, fit_right, width, wrap};
use crate::tui::action::Action;
use crate::tui::env::Env;
use crate::tui::parts::paint::{Piece, fill, put, put_pieces, row as line_of};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A line in its colours.
pub(super) type Line = Vec<Piece>;

/// Lines so many cells wide.
pub(super) struct Lines {
    pub(super) cells: usize,
    pub(super) all: Vec<Line>,
}

impl Lines {
    pub(super) fn new(cells: usize) -> Self {
        Self { cells, all: Vec::new() }
    }

    /// A heading.
    pub(super) fn heading(&mut self, text: &str) {
        self.all
            .extend(wrap(text, self.cells).into_iter().map(|line| vec![Piece::new(line, Role::TextStrong)]));
    }

    /// A sentence, broken where it has to be, behind a mark.
    pub(super) fn say(&mut self, mark: char, text: &str, role: Role) {
        for (at, line) in wrap(text, self.cells.saturating_sub(2)).into_iter().enumerate() {
            let mark = if at == 0 { mark } else { ' ' };
            self.all.push(vec![Piece::new(format!("{mark} {line}"), role)]);
        }
    }

    /// Rows of one grid under their headings; every column but the first is for numbers. The first gives way where there
    /// is no room.
    pub(super) fn grid(&mut self, header: &[String], rows: &[Vec<String>]) {
        let text = |row: &[String], column: usize| row.get(column).cloned().unwrap_or_default();
        let all = || std::iter::once(header).chain(rows.iter().map(Vec::as_slice));
        let widest = |column: usize| all().map(|row| width(&text(row, column))).max().unwrap_or_default();
        let widths: Vec<usize> = (0..header.len()).map(widest).collect();
        let others: usize = widths.iter().skip(1).map(|cells| cells + 1).sum();
        let room = self.cells.saturating_sub(others + 2);
        for (at, row) in all().enumerate() {
            let role = if at == 0 { Role::TextDim } else { Role::Text };
            let mut line =
                format!("  {}", fit(&text(row, 0), room.min(widths.first().copied().unwrap_or(0))));
            for (column, cells) in widths.iter().enumerate().skip(1) {
                line.push(' ');
                line.push_str(&fit_right(&text(row, column), *cells));
            }
            self.all.push(vec![Piece::new(line, role)]);
        }
    }
}

/// Draws lines under a rule with a title, from the first one seen.
pub(super) fn draw(
    env: &Env,
    title: &str,
    (lines, first): (&[Line], usize),
    area: Rect,
    buffer: &mut Buffer,
) {
    // A low terminal has no room for them.
    if area.is_empty() {
        return;
    }
    fill(buffer, area, env.theme.style(Role::Text));
    let rule = env.charset.glyphs().horizontal.repeat(usize::from(area.width));
    put(buffer, area, (0, 0), area.width, &rule, env.theme.style(Role::Border));
    let title = format!(" {title} ");
    put(buffer, area, (2, 0), area.width.saturating_sub(4), &title, env.theme.style(Role::TextStrong));
    let room = usize::from(area.height.saturating_sub(1));
    let below = lines.len().saturating_sub(first + room);
    let seen = if below > 0 { room.saturating_sub(1) } else { room };
    for (y, line) in (1_u16..).zip(lines.iter().skip(first).take(seen)) {
        put_pieces(buffer, line_of(area, y), (1, 0), area.width.saturating_sub(1), line, &env.theme);
    }
    if below > 0 {
        let key = env.keymap.shown(Action::Right);
        let args = [("count", Arg::from(below + 1)), ("key", Arg::from(key))];
        let more = env.format("slips-more", &args);
        let last = line_of(area, area.height - 1);
        put(buffer, last, (1, 0), area.width, &more, env.theme.style(Role::TextDim));
    }
}
