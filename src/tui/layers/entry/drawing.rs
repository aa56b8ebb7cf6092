//! Draws the form for a row of a register.

use super::EntryForm;
use super::fields::CellField;
use crate::i18n::width::{cut, display, fit, fit_right, width};
use crate::tui::env::Env;
use crate::tui::parts::field;
use crate::tui::parts::paint::{put, row, split_bottom, split_right, split_top};
use crate::tui::parts::table::scrollbar;
use crate::tui::parts::window::{centred, frame};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Lines below the fields: what is said of one, and the keys.
const FOOT: u16 = 5;

/// Cells of a field.
const FIELD: u16 = 24;

impl EntryForm {
    pub(super) fn width(area: Rect) -> u16 {
        area.width.saturating_sub(4).clamp(36, 100)
    }

    /// As high as all columns need; it does not change with what is said below them.
    pub(super) fn place(&self, area: Rect) -> Rect {
        let lines = self.above.len() + self.fields.len() + usize::from(FOOT) + 2;
        let height = u16::try_from(lines).unwrap_or(u16::MAX).min(area.height.saturating_sub(2));
        centred(area, Self::width(area), height)
    }

    fn inside(&self, area: Rect) -> Rect {
        let place = self.place(area);
        Rect {
            x: place.x + 2,
            y: place.y + 1,
            width: place.width.saturating_sub(4),
            height: place.height.saturating_sub(2),
        }
    }

    /// Where the fields stand. On low terminals they keep at least two lines.
    pub(super) fn body(&self, area: Rect) -> Rect {
        let inside = self.inside(area);
        let above = u16::try_from(self.above.len()).unwrap_or(u16::MAX);
        let above = above.min(inside.height.saturating_sub(FOOT));
        let foot = FOOT.min(inside.height.saturating_sub(above + 2));
        split_bottom(split_top(inside, above).1, foot).0
    }

    pub(super) fn draw_all(&self, env: &Env, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let inside = frame(env, self.place(area), &self.title, buffer);
        let body = self.body(area);
        let top = body.y.saturating_sub(inside.y);
        for (y, line) in (0..top).zip(&self.above) {
            put(buffer, row(inside, y), (0, 0), inside.width, line, env.theme.style(Role::PopupDim));
        }
        let (lines, bar) = split_right(body, 1);
        let mut cursor = None;
        for (y, at) in (0_u16..).zip(self.list.visible(self.fields.len(), body.height)) {
            cursor = self.draw_field(env, at, row(lines, y), buffer).or(cursor);
        }
        scrollbar(env, bar, (self.list.offset, usize::from(body.height)), self.fields.len(), buffer);
        let (_, foot) = split_top(inside, top + body.height);
        let (said, keys) = split_bottom(foot, 1);
        for (y, (line, role)) in (0..said.height).zip(&self.below) {
            put(buffer, row(said, y), (0, 0), said.width, line, env.theme.style(*role));
        }
        let text = env.text("registers-form-keys");
        put(buffer, keys, (0, 0), keys.width, &text, env.theme.style(Role::PopupDim));
        cursor
    }

    /// Label, field, and what can stand there or what is wrong; returns where the cursor is when it is typed in.
    fn draw_field(&self, env: &Env, at: usize, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let own = self.fields.get(at)?;
        let is_current = at == self.list.cursor;
        let theme = &env.theme;
        let label = self.label_cells(area);
        let role = match (is_current, own.is_locked) {
            (true, _) => Role::PopupKey,
            (false, true) => Role::PopupDim,
            (false, false) => Role::Popup,
        };
        put(buffer, area, (0, 0), 1, if is_current { ">" } else { " " }, theme.style(role));
        let text = fit_right(&own.label, usize::from(label));
        put(buffer, area, (2, 0), label, &text, theme.style(role));
        let x = label + 3;
        let cells = FIELD.min(area.width.saturating_sub(x));
        let place = Rect { x: area.x + x, width: cells, ..area }.intersection(area);
        let mut cursor = None;
        if own.is_locked {
            put(buffer, place, (0, 0), cells, &display(own.input.value()), theme.style(Role::Popup));
        } else if is_current {
            cursor = Some(field::draw(env, &own.input, place, buffer));
        } else {
            let shown = fit(&display(own.input.value()), usize::from(cells));
            put(buffer, place, (0, 0), cells, &shown, theme.style(Role::Field));
        }
        let x = x + cells + 1;
        let room = area.width.saturating_sub(x + 1);
        let (text, role) = self.beside(own, usize::from(room));
        put(buffer, area, (x, 0), room, &cut(&text, usize::from(room)), theme.style(role));
        cursor
    }

    /// What is wrong with a field, else what can stand in it. A sentence that does not fit stands below the fields when
    /// the field is typed in; beside it then stands what is wanted.
    fn beside(&self, own: &CellField, cells: usize) -> (String, Role) {
        match self.faults.get(own.column.name) {
            Some(fault) => {
                let sentence = format!("! {}", display(fault));
                let is_short = width(&sentence) <= cells;
                let text = if is_short { sentence } else { format!("! {}", own.hint) };
                (text, Role::NoticeError)
            }
            None if own.is_locked => (String::new(), Role::PopupDim),
            None => (own.hint.clone(), Role::PopupDim),
        }
    }

    fn label_cells(&self, area: Rect) -> u16 {
        let widest = self.fields.iter().map(|field| width(&field.label)).max().unwrap_or(0);
        u16::try_from(widest).unwrap_or(0).min(area.width / 2)
    }
}
