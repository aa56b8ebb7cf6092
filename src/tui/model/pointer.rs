//! The mouse: the wheel moves, a click chooses, a click on what is chosen opens.

use super::{Model, ctx};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screens::Answer;
use crate::tui::view::tab_at;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

/// Lines a turn of the mouse wheel moves.
const WHEEL: usize = 3;

impl Model {
    pub(super) fn mouse(&mut self, event: MouseEvent) -> Vec<Effect> {
        let at = Position::new(event.column, event.row);
        match event.kind {
            MouseEventKind::ScrollDown => self.wheel(Action::Down, Action::FieldDown),
            MouseEventKind::ScrollUp => self.wheel(Action::Up, Action::FieldUp),
            MouseEventKind::Down(MouseButton::Left) => self.click(at),
            _ => Vec::new(),
        }
    }

    pub(super) fn wheel(&mut self, on_lists: Action, in_field: Action) -> Vec<Effect> {
        let has_field = self.layers.last().is_some_and(|top| top.scopes().contains(&in_field.scope()));
        let action = if has_field { in_field } else { on_lists };
        (0..WHEEL).flat_map(|_| self.act(action)).collect()
    }

    pub(super) fn click(&mut self, at: Position) -> Vec<Effect> {
        self.notice = None;
        let (area, body) = (self.area(), self.body());
        let mut layers = std::mem::take(&mut self.layers);
        let wanted = layers.last_mut().map(|top| top.click(at, self.layer_ctx(), area));
        self.layers = layers;
        if let Some(wanted) = wanted {
            return self.carry_out(wanted);
        }
        if let Some(screen) = tab_at(self, at) {
            return self.go(screen);
        }
        let answer = match ctx(&self.env, &self.phase) {
            Some(ctx) if body.contains(at) => self.screens.get_mut(self.current).click(at, ctx, body),
            _ => Answer::Pass,
        };
        match answer {
            Answer::Done(wanted) => self.carry_out(wanted),
            Answer::Pass => Vec::new(),
        }
    }
}
