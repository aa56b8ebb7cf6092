//! 進み具合: how far each care manager is with the differences.

use crate::app::review::{CellState, ManagerSummary};
use crate::report::layout::grouped;
use crate::tui::env::{Ctx, Env};
use crate::tui::filter::manager_name;
use crate::tui::parts::gauge::{percent, share};
use crate::tui::parts::paint::Piece;
use crate::tui::parts::table::{Column, Row, cell};
use crate::tui::theme::Role;

/// Cells of the bar of settled clients.
const GAUGE: u16 = 12;

pub(super) fn columns(env: &Env) -> Vec<Column> {
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

pub(super) fn row(ctx: Ctx<'_>, index: usize) -> Row {
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
