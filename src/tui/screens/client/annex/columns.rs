//! The columns of the 別表, as many as fit.

use crate::app::worth::{SheetColumnName, SheetDifference, SheetRowName};
use crate::i18n::width::{fit_right, width, wrap};
use crate::report::sheet_words::{COLUMNS, SheetLine, column_id};
use crate::tui::env::Env;
use crate::tui::parts::paint::{fill, put, row as line_of};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines of the headings: some need two.
pub(super) const HEAD: u16 = 2;

/// Cells of each column. The largest number has room, and the sign before one that differs.
const CELLS: [u16; COLUMNS.len()] = [7, 4, 9, 8, 7, 7, 7, 6, 8, 8, 10, 8];

/// Cells of the shortest name of a row that tells something; columns of yen give way to it.
const NAME: u16 = 16;

/// Cells before the name, for the cursor.
const MARGIN: u16 = 2;

/// Cells behind the last column, for the scrollbar.
const BAR: u16 = 1;

/// Columns for a width.
pub(super) struct Columns {
    shown: usize,
    name: u16,
}

impl Columns {
    pub(super) fn of(width: u16) -> Self {
        let taken =
            |shown: usize| CELLS.iter().take(shown).map(|cells| cells + 1).sum::<u16>() + MARGIN + BAR;
        let fits = |shown: &usize| taken(*shown) + NAME <= width;
        let shown = (0..=CELLS.len()).rev().find(fits).unwrap_or(0);
        Self { shown, name: width.saturating_sub(taken(shown)) }
    }

    /// Cells of the name of a row.
    pub(super) fn name(&self) -> usize {
        usize::from(self.name)
    }

    /// The columns with the place where each begins.
    fn places(&self) -> impl Iterator<Item = (SheetColumnName, u16, u16)> + use<> {
        let mut x = MARGIN + self.name;
        COLUMNS.into_iter().zip(CELLS).take(self.shown).map(move |(column, cells)| {
            let at = x + 1;
            x += cells + 1;
            (column, at, cells)
        })
    }

    pub(super) fn draw_head(&self, env: &Env, area: Rect, buffer: &mut Buffer) {
        let style = env.theme.style(Role::Header);
        fill(buffer, area, style);
        let last = HEAD.saturating_sub(1);
        put(buffer, line_of(area, last), (MARGIN, 0), self.name, &env.text("client-annex-service"), style);
        for (column, x, cells) in self.places() {
            let title = env.text(column_id(column));
            let lines = wrap(&title, usize::from(cells));
            let count = u16::try_from(lines.len()).unwrap_or(HEAD);
            for (y, text) in (HEAD.saturating_sub(count)..).zip(&lines) {
                let start = x + cells.saturating_sub(u16::try_from(width(text)).unwrap_or(cells));
                put(buffer, line_of(area, y), (start, 0), cells, text, style);
            }
        }
    }

    /// Draws a row; what the received sheet has otherwise is marked.
    pub(super) fn draw_row(
        &self,
        env: &Env,
        (label, row): (&str, &SheetLine<'_>),
        differences: &[SheetDifference],
        area: Rect,
        buffer: &mut Buffer,
    ) {
        let theme = &env.theme;
        let is_sum = !matches!(row.name, SheetRowName::Detail { .. });
        let usual = if is_sum { Role::TextStrong } else { Role::Text };
        if row.is_new(differences) {
            put(buffer, area, (1, 0), 1, "+", theme.style(Role::MarkExtra));
        }
        put(buffer, area, (MARGIN, 0), self.name, label, theme.style(usual));
        for (column, x, cells) in self.places() {
            let text = row.text(column);
            let is_over = matches!(column, SheetColumnName::KindOver | SheetColumnName::CategoryOver);
            let (text, role) = match row.value(column) {
                _ if row.differs(column, differences) => (format!("~{text}"), Role::MarkChanged),
                Some(over) if is_over && over > 0 => (text, Role::UnitsMore),
                _ => (text, usual),
            };
            put(buffer, area, (x, 0), cells, &fit_right(&text, usize::from(cells)), theme.style(role));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_columns_as_fit() {
        let of = |width: u16| {
            let columns = Columns::of(width);
            (columns.shown, columns.name)
        };
        assert_eq!([of(80), of(120)], [(7, 21), (12, 16)], "units at 80, yen too at 120");
        assert_eq!([of(110), of(40), of(0)], [(10, 26), (2, 24), (0, 0)]);
    }
}
