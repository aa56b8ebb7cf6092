//! 担当者: the month of each care manager.

use super::{Answer, Screen, Searchable, moved};
use crate::app::review::{CellState, ManagerSummary};
use crate::i18n::Arg;
use crate::report::layout::grouped;
use crate::tui::action::{Action, Scope};
use crate::tui::env::{Ctx, Env};
use crate::tui::filter::{Facet, FilterEdit, manager_name};
use crate::tui::layers::Do;
use crate::tui::layers::chooser::{Choice, Entry};
use crate::tui::parts::gauge::{percent, share};
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, put, row, split_bottom};
use crate::tui::parts::table::{Column, Row, Table, body, body_height, cell};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;

/// Cells of the bar of settled clients.
const GAUGE: u16 = 12;

/// The screen.
#[derive(Default)]
pub struct Managers {
    list: ListState,
}

fn columns(env: &Env) -> Vec<Column> {
    vec![
        Column::new(env.text("column-manager"), 14, 0).grow(1),
        Column::right(env.text("column-clients"), 6, 0),
        Column::right(env.text("column-plan-units"), 10, 1),
        Column::right(env.text("column-actual-units"), 10, 1),
        Column::right(env.text("column-differences"), 6, 0),
        Column::right(env.text("state-not-arrived"), 6, 0),
        Column::right(env.text("state-faulty"), 6, 2),
        Column::new(env.text("column-settled"), GAUGE + 6, 0),
    ]
}

fn make(ctx: Ctx<'_>, index: usize) -> Row {
    let Some(manager) = ctx.review.managers.get(index) else { return Row::Cells(Vec::new()) };
    let count =
        |number: u32, role: Role| cell(number.to_string(), if number > 0 { role } else { Role::TextDim });
    let clients = manager.clients.len();
    let at = u32::try_from(index).unwrap_or(u32::MAX);
    Row::Cells(vec![
        cell(manager_name(ctx, at), Role::Text),
        cell(clients.to_string(), Role::Text),
        cell(grouped(manager.plan_units), Role::Units),
        cell(grouped(manager.actual_units), Role::Units),
        count(manager.open, Role::StateDifferent),
        count(manager.states.get(CellState::NotArrived), Role::StateNotArrived),
        count(manager.states.get(CellState::Faulty), Role::StateFaulty),
        settled(ctx.env, manager),
    ])
}

fn settled(env: &Env, manager: &ManagerSummary) -> Vec<Piece> {
    let (part, whole) =
        (i64::from(manager.settled), i64::try_from(manager.clients.len()).unwrap_or(i64::MAX));
    let mut pieces = share(env.charset.glyphs(), part, whole, GAUGE);
    pieces.push(Piece::new(format!("{:>4}%", percent(part, whole).unwrap_or(0)), Role::Text));
    pieces
}

impl Screen for Managers {
    fn scope(&self) -> Scope {
        Scope::Managers
    }

    fn opened(&mut self, _ctx: Ctx<'_>, _remembered: &BTreeMap<String, String>) {
        *self = Self::default();
    }

    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer {
        if self.list.act(action, ctx.review.managers.len()) {
            return Answer::done();
        }
        match action {
            Action::Open => {
                let at = u32::try_from(self.list.cursor).unwrap_or(u32::MAX);
                Answer::with(Do::Board(FilterEdit::Only(Facet::Manager(at))))
            }
            Action::NextDifference | Action::PreviousDifference => {
                let lines = &ctx.review.managers;
                let has = |row: usize| lines.get(row).is_some_and(|line| line.open > 0);
                let next = self.list.seek(lines.len(), action == Action::NextDifference, has);
                moved(&mut self.list, next, ctx)
            }
            _ => Answer::Pass,
        }
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        let (table, _) = split_bottom(area, 1);
        self.list.settle(ctx.review.managers.len(), body_height(table));
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (table, foot) = split_bottom(area, 1);
        let columns = columns(ctx.env);
        let row_of = |index: usize, _: &[u16]| make(ctx, index);
        let drawn =
            Table { columns: &columns, state: &self.list, len: ctx.review.managers.len(), row: &row_of };
        let cursor = drawn.draw(ctx.env, table, buffer);
        let args = [
            ("managers", Arg::from(ctx.review.managers.len())),
            ("clients", Arg::from(ctx.review.clients.len())),
        ];
        let text = ctx.env.format("managers-foot", &args);
        put(buffer, row(foot, 0), (1, 0), foot.width, &text, ctx.env.theme.style(Role::TextDim));
        cursor.map(Position::from)
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let (table, _) = split_bottom(area, 1);
        if self.list.click(at, body(table), ctx.review.managers.len()) {
            return self.act(Action::Open, ctx);
        }
        Answer::done()
    }

    fn searchable(&self, ctx: Ctx<'_>) -> Searchable {
        let entry = |(row, manager): (usize, &ManagerSummary)| {
            let name = manager_name(ctx, u32::try_from(row).unwrap_or(u32::MAX));
            Entry::new(name, manager.clients.len().to_string(), Choice::Row(row))
        };
        Searchable::Entries(ctx.review.managers.iter().enumerate().map(entry).collect())
    }

    fn go_to_row(&mut self, row: usize, _ctx: Ctx<'_>) {
        self.list.select(row);
    }
}
