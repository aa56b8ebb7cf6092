//! A window with text to read.

use super::{Do, Layer, LayerCtx};
use crate::i18n::width::{display, wrap};
use crate::tui::action::Action;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{put, row, split_right};
use crate::tui::parts::table::scrollbar;
use crate::tui::parts::window::{centred, frame};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The window.
pub struct Message {
    title: String,
    paragraphs: Vec<String>,
    lines: Vec<String>,
    list: ListState,
}

impl Message {
    /// A window with paragraphs.
    pub fn new(title: impl Into<String>, paragraphs: &[String]) -> Self {
        let paragraphs = paragraphs.iter().map(|text| display(text)).collect();
        Self { title: title.into(), paragraphs, lines: Vec::new(), list: ListState::default() }
    }

    fn place(&self, area: Rect) -> Rect {
        let height = u16::try_from(self.lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        centred(area, Self::width(area), height.clamp(3, area.height.saturating_sub(2).max(3)))
    }

    fn width(area: Rect) -> u16 {
        area.width.saturating_sub(6).min(100)
    }
}

impl Layer for Message {
    fn act(&mut self, action: Action, _ctx: LayerCtx<'_>) -> Vec<Do> {
        match action {
            Action::Close | Action::Open => vec![Do::Close],
            Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::First | Action::Last => {
                self.list.act(action, self.lines.len());
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn settle(&mut self, _ctx: LayerCtx<'_>, area: Rect) {
        let cells = usize::from(Self::width(area).saturating_sub(5));
        self.lines = self.paragraphs.iter().flat_map(|text| wrap(text, cells)).collect();
        let height = self.place(area).height.saturating_sub(2);
        self.list.settle(self.lines.len(), height);
    }

    fn click(&mut self, at: Position, _ctx: LayerCtx<'_>, area: Rect) -> Vec<Do> {
        if self.place(area).contains(at) { Vec::new() } else { vec![Do::Close] }
    }

    fn draw(&self, ctx: LayerCtx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let inside = frame(ctx.env, self.place(area), &self.title, buffer);
        let style = ctx.env.theme.style(Role::Popup);
        let visible = self.list.visible(self.lines.len(), inside.height);
        let seen = visible.len();
        let is_long = visible.len() < self.lines.len();
        let (text, bar) = split_right(inside, u16::from(is_long));
        for (y, line) in (0_u16..).zip(self.lines.get(visible).unwrap_or_default()) {
            put(buffer, row(text, y), (0, 0), text.width, line, style);
        }
        if is_long {
            scrollbar(ctx.env, bar, (self.list.offset, seen), self.lines.len(), buffer);
        }
        Some(Position::new(inside.x, inside.y))
    }
}
