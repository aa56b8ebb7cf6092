//! A line to type in: what keys do in it, and how it is drawn.

use super::paint::put;
use crate::i18n::width::{display, fit, head};
use crate::tui::env::Env;
use crate::tui::key::Key;
use crate::tui::theme::Role;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::{Input, InputRequest};

/// What a key does in a text field.
pub fn request(key: Key) -> Option<InputRequest> {
    if let Some(c) = key.typed() {
        return Some(InputRequest::InsertChar(c));
    }
    Some(match key.code {
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        KeyCode::Char('u') => InputRequest::DeleteLine,
        KeyCode::Char('w') => InputRequest::DeletePrevWord,
        _ => return None,
    })
}

/// Puts pasted text in; line breaks and other controls fall away.
pub fn paste(field: &mut Input, text: &str) {
    for c in text.chars().filter(|c| !c.is_control()) {
        field.handle(InputRequest::InsertChar(c));
    }
}

/// Draws a field on one line; returns where the cursor belongs.
pub fn draw(env: &Env, field: &Input, area: Rect, buffer: &mut Buffer) -> Position {
    let room = area.width;
    let scroll = field.visual_scroll(usize::from(room));
    let typed = display(field.value());
    let (hidden, _) = head(&typed, scroll);
    let shown = typed.get(hidden.len()..).unwrap_or_default();
    put(buffer, area, (0, 0), room, &fit(shown, usize::from(room)), env.theme.style(Role::Field));
    let cursor = field.visual_cursor().saturating_sub(scroll);
    Position::new(area.x + u16::try_from(cursor).unwrap_or(0).min(room), area.y)
}
