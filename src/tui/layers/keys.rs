//! The keys of the current screen (`?`), and the lines of the help that say which key does what.

use super::{Do, Layer, LayerCtx};
use crate::i18n::width::{cut, fit, width};
use crate::tui::action::{Action, Scope};
use crate::tui::env::Env;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, put, put_pieces, row, split_bottom, split_right};
use crate::tui::parts::table::scrollbar;
use crate::tui::parts::window::{centred, frame};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The window.
pub struct Keys {
    title: String,
    actions: Vec<Action>,
    list: ListState,
}

impl Keys {
    /// The keys that work where these scopes are in force.
    pub fn new(title: impl Into<String>, scopes: &[Scope]) -> Self {
        let works = |action: &&Action| scopes.contains(&action.scope());
        let mut actions: Vec<Action> = Action::ALL.iter().filter(works).copied().collect();
        // What only this screen can do stands first.
        actions.sort_by_key(|action| scopes.iter().position(|scope| *scope == action.scope()));
        Self { title: title.into(), actions, list: ListState::default() }
    }

    fn place(&self, area: Rect) -> Rect {
        let height = u16::try_from(self.actions.len()).unwrap_or(u16::MAX).saturating_add(3);
        centred(area, area.width.saturating_sub(4).min(90), height.min(area.height.saturating_sub(2)))
    }
}

/// Cells of the columns with keys and names of actions.
#[derive(Clone, Copy, Debug)]
pub struct KeyColumns {
    keys: usize,
    labels: usize,
}

impl KeyColumns {
    /// Columns in which nothing of these actions is cut.
    pub fn of(env: &Env, actions: &[Action]) -> Self {
        let widest =
            |text: &dyn Fn(Action) -> String| actions.iter().map(|action| width(&text(*action))).max();
        Self {
            keys: widest(&|action| env.keymap.shown(action)).unwrap_or(0),
            labels: widest(&|action| env.action_label(action)).unwrap_or(0),
        }
    }

    /// Key, name and explanation of an action on one line.
    pub fn line(self, env: &Env, action: Action, cells: usize, roles: [Role; 3]) -> Vec<Piece> {
        let [key_role, label_role, text_role] = roles;
        let keys = fit(&env.keymap.shown(action), self.keys);
        let help = env.text(&format!("action-{}.help", action.id()));
        let label = fit(&env.action_label(action), self.labels);
        let room = cells.saturating_sub(self.keys + self.labels + 4);
        vec![
            Piece::new(keys, key_role),
            Piece::new(format!("  {label}  "), label_role),
            Piece::new(cut(&help, room), text_role),
        ]
    }
}

impl Layer for Keys {
    fn act(&mut self, action: Action, _ctx: LayerCtx<'_>) -> Vec<Do> {
        match action {
            Action::Close => vec![Do::Close],
            Action::Open => {
                let chosen = self.actions.get(self.list.cursor).copied();
                std::iter::once(Do::Close).chain(chosen.map(Do::Act)).collect()
            }
            _ => {
                self.list.act(action, self.actions.len());
                Vec::new()
            }
        }
    }

    fn settle(&mut self, _ctx: LayerCtx<'_>, area: Rect) {
        self.list.settle(self.actions.len(), self.place(area).height.saturating_sub(3));
    }

    fn click(&mut self, at: Position, _ctx: LayerCtx<'_>, area: Rect) -> Vec<Do> {
        if self.place(area).contains(at) { Vec::new() } else { vec![Do::Close] }
    }

    fn draw(&self, ctx: LayerCtx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let env = ctx.env;
        let inside = frame(env, self.place(area), &self.title, buffer);
        let (inside, foot) = split_bottom(inside, 1);
        if let Some(action) = self.actions.get(self.list.cursor) {
            // Longer explanations are cut in their column.
            let help = env.text(&format!("action-{}.help", action.id()));
            put(buffer, foot, (0, 0), foot.width, &help, env.theme.style(Role::PopupTitle));
        }
        let visible = self.list.visible(self.actions.len(), inside.height);
        let seen = visible.len();
        let is_long = visible.len() < self.actions.len();
        let (text, bar) = split_right(inside, u16::from(is_long));
        let columns = KeyColumns::of(env, &self.actions);
        let mut cursor = None;
        for (y, index) in (0_u16..).zip(visible) {
            let Some(action) = self.actions.get(index) else { break };
            let place = row(text, y);
            let roles = [Role::PopupKey, Role::Popup, Role::PopupDim];
            let pieces = columns.line(env, *action, usize::from(place.width), roles);
            put_pieces(buffer, place, (0, 0), place.width, &pieces, &env.theme);
            if index == self.list.cursor {
                buffer.set_style(place.intersection(buffer.area), env.theme.cursor_row());
                cursor = Some(Position::new(place.x, place.y));
            }
        }
        if is_long {
            scrollbar(env, bar, (self.list.offset, seen), self.actions.len(), buffer);
        }
        cursor
    }
}
