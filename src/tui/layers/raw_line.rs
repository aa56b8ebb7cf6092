//! One line of a file as it was received, cell by cell, with the faulty one marked.

use super::{Do, Layer, LayerCtx};
use crate::app::raw_line::RawRecord;
use crate::domain::problem::ItemRef;
use crate::i18n::Arg;
use crate::i18n::width::{cut, display, fit, fit_right, wrap};
use crate::tui::action::Action;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, put, put_pieces, row, split_bottom, split_right};
use crate::tui::parts::table::scrollbar;
use crate::tui::parts::window::{centred, frame};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What the window is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Path of the file.
    pub path: String,
    /// Physical line, from 1.
    pub line: u32,
    /// Number of the faulty item, from 1.
    pub marked: Option<u32>,
    /// Names of the items in order.
    pub items: Vec<ItemRef>,
    /// The sentence about the fault; empty when the line has none.
    pub sentence: String,
}

/// The window.
pub struct RawLine {
    subject: Subject,
    record: Result<RawRecord, String>,
    list: ListState,
}

impl RawLine {
    /// A window with the record, or with the sentence why it cannot be had. The cursor is on the marked cell.
    pub fn new(subject: Subject, record: Result<RawRecord, String>) -> Self {
        let mut list = ListState::default();
        list.select(subject.marked.map_or(0, |item| (item as usize).saturating_sub(1)));
        Self { subject, record, list }
    }

    fn len(&self) -> usize {
        self.record.as_ref().map_or(0, |record| record.cells.len())
    }

    fn place(area: Rect) -> Rect {
        centred(area, area.width.saturating_sub(4).min(100), area.height.saturating_sub(2))
    }

    fn sentence(&self, area: Rect) -> Vec<String> {
        let cells = usize::from(Self::place(area).width.saturating_sub(5));
        let mut lines = wrap(&display(&self.subject.sentence), cells);
        lines.truncate(5);
        lines
    }

    fn cell_line(&self, index: usize, cells: usize) -> Vec<Piece> {
        let text = match &self.record {
            Ok(record) => record.cells.get(index).map(|cell| display(cell)).unwrap_or_default(),
            Err(_) => String::new(),
        };
        let is_marked = self.subject.marked == u32::try_from(index + 1).ok();
        let name = self.subject.items.get(index).map_or("-", |item| item.name);
        let sign = if is_marked { "!" } else { " " };
        let role = if is_marked { Role::RawMarked } else { Role::Popup };
        vec![
            Piece::new(format!(" {sign}{} ", fit_right(&(index + 1).to_string(), 3)), Role::PopupDim),
            Piece::new(format!("{} ", fit(name, 30)), Role::PopupDim),
            Piece::new(cut(&text, cells.saturating_sub(37)), role),
        ]
    }
}

impl Layer for RawLine {
    fn act(&mut self, action: Action, _ctx: LayerCtx<'_>) -> Vec<Do> {
        match action {
            Action::Close | Action::Open => return vec![Do::Close],
            _ => self.list.act(action, self.len()),
        };
        Vec::new()
    }

    fn settle(&mut self, _ctx: LayerCtx<'_>, area: Rect) {
        let sentence = u16::try_from(self.sentence(area).len()).unwrap_or(0);
        let height = Self::place(area).height.saturating_sub(4 + sentence);
        self.list.settle(self.len(), height);
    }

    fn click(&mut self, at: Position, _ctx: LayerCtx<'_>, area: Rect) -> Vec<Do> {
        if Self::place(area).contains(at) { Vec::new() } else { vec![Do::Close] }
    }

    fn draw(&self, ctx: LayerCtx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let env = ctx.env;
        let theme = &env.theme;
        let line = Arg::from(self.subject.line);
        let inside = frame(env, Self::place(area), &env.format("raw-title", &[("line", line)]), buffer);
        put(buffer, inside, (0, 0), inside.width, &display(&self.subject.path), theme.style(Role::PopupDim));
        let body = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
        let sentence = self.sentence(area);
        let (body, foot) = split_bottom(body, u16::try_from(sentence.len() + 1).unwrap_or(0));
        for (y, text) in (1_u16..).zip(&sentence) {
            put(buffer, foot, (0, y), foot.width, text, theme.style(Role::Popup));
        }
        if let Err(reason) = &self.record {
            put(buffer, body, (0, 0), body.width, &display(reason), theme.style(Role::NoticeError));
        }
        let visible = self.list.visible(self.len(), body.height);
        let seen = visible.len();
        let is_long = visible.len() < self.len();
        let (text, bar) = split_right(body, u16::from(is_long));
        let mut cursor = None;
        for (y, index) in (0_u16..).zip(visible) {
            let place = row(text, y);
            let pieces = self.cell_line(index, usize::from(place.width));
            put_pieces(buffer, place, (0, 0), place.width, &pieces, theme);
            if index == self.list.cursor {
                cursor = Some(Position::new(place.x, place.y));
                put(buffer, place, (0, 0), 1, ">", theme.style(Role::PopupKey));
            }
        }
        if is_long {
            scrollbar(env, bar, (self.list.offset, seen), self.len(), buffer);
        }
        cursor
    }
}
