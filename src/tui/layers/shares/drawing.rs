//! Draws the window of 割振.

use super::Shares;
use super::typing::{Column, Remainder};
use crate::i18n::Arg;
use crate::i18n::width::{cut, display, fit, fit_right};
use crate::report::layout::grouped;
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::field;
use crate::tui::parts::paint::put;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Cells of a column of numbers.
const NUMBER: u16 = 9;

/// Cells that the name of a limit takes at most.
const NAME: usize = 30;

/// Where the columns begin.
pub(super) struct Places {
    name: u16,
    managed: u16,
    kind: u16,
    pub(super) category: u16,
    within: u16,
}

impl Places {
    pub(super) fn of(width: u16) -> Self {
        let name = width.saturating_sub(2 + 4 * (NUMBER + 1));
        let managed = 2 + name + 1;
        let [kind, category, within] = [1, 2, 3].map(|at| managed + at * (NUMBER + 1));
        Self { name, managed, kind, category, within }
    }
}

pub(super) fn draw_head(env: &Env, area: Rect, buffer: &mut Buffer) {
    let style = env.theme.style(Role::PopupTitle);
    let places = Places::of(area.width);
    put(buffer, area, (2, 0), places.name, &env.text("client-annex-service"), style);
    let titles = [
        (places.managed, "sheet-managed-units"),
        (places.kind, "sheet-kind-over"),
        (places.category, "sheet-category-over"),
        (places.within, "sheet-category-within"),
    ];
    for (x, id) in titles {
        put(buffer, area, (x, 0), NUMBER, &fit_right(&env.text(id), usize::from(NUMBER)), style);
    }
}

/// A limit with what is over it; what is left stands in colour and with a sign until it is 0.
pub(super) fn draw_remainder(ctx: Ctx<'_>, found: &Remainder, area: Rect, buffer: &mut Buffer) {
    let env = ctx.env;
    let name = match found.kind {
        None => env.text("shares-category-limit"),
        Some(kind) => env.format("shares-kind-limit", &[("kind", Arg::from(ctx.words().kind(kind)))]),
    };
    let args = [
        ("name", Arg::from(cut(&name, NAME))),
        ("limit", Arg::from(grouped(found.limit))),
        ("over", Arg::from(grouped(found.over))),
    ];
    let text = env.format("shares-limit", &args);
    let taken = put(buffer, area, (0, 0), area.width, &text, env.theme.style(Role::Popup));
    let (sign, role) = if found.left == 0 { ("=", Role::StateSettled) } else { ("!", Role::NoticeError) };
    let left = env.format("shares-left", &[("left", Arg::from(grouped(found.left)))]);
    put(buffer, area, (taken + 2, 0), area.width, &format!("{sign}{left}"), env.theme.style(role));
}

impl Shares {
    /// Draws a row; returns where the cursor is when it is typed in.
    pub(super) fn draw_row(&self, env: &Env, at: usize, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let row = self.typing.rows().get(at)?;
        let theme = &env.theme;
        let is_current = self.typing.place().is_some_and(|(row, _)| row == at);
        let role = if is_current { Role::PopupKey } else { Role::Popup };
        let places = Places::of(area.width);
        let name = self.names.get(at).map(|name| fit(name, usize::from(places.name))).unwrap_or_default();
        put(buffer, area, (0, 0), 1, if is_current { ">" } else { " " }, theme.style(role));
        put(buffer, area, (2, 0), places.name, &name, theme.style(role));
        let number = |buffer: &mut Buffer, x: u16, text: &str, role: Role| {
            put(buffer, area, (x, 0), NUMBER, &fit_right(text, usize::from(NUMBER)), theme.style(role));
        };
        number(buffer, places.managed, &grouped(row.managed), Role::Popup);
        let mut cursor = None;
        for (column, x) in [(Column::Kind, places.kind), (Column::Category, places.category)] {
            let Some(own) = self.typing.field(at, column) else {
                number(buffer, x, "-", Role::PopupDim);
                continue;
            };
            let place = Rect { x: area.x + x, width: NUMBER, ..area }.intersection(area);
            if self.typing.place() == Some((at, column)) {
                cursor = Some(field::draw(env, &own.input, place, buffer));
            } else {
                let typed = own.units().map_or_else(|| display(own.input.value()), grouped);
                number(buffer, x, if own.input.value().is_empty() { "" } else { &typed }, Role::Field);
            }
        }
        let is_wrong = self.typing.is_too_much(at);
        let within = grouped(self.typing.within(at));
        let (text, role) =
            if is_wrong { (format!("!{within}"), Role::NoticeError) } else { (within, Role::Popup) };
        number(buffer, places.within, &text, role);
        cursor
    }
}
