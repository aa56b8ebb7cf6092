//! The state of a client at a provider, as mark, word and colour.

use super::paint::Piece;
use crate::app::review::{Cell, CellState};
use crate::i18n::width::width;
use crate::tui::env::Env;
use crate::tui::theme::Role;

/// Message of a state, which is also the name it is remembered by.
pub fn state_id(state: CellState) -> &'static str {
    match state {
        CellState::Faulty => "state-faulty",
        CellState::NotArrived => "state-not-arrived",
        CellState::Different => "state-different",
        CellState::Asked => "state-asked",
        CellState::Arrived => "state-arrived",
        CellState::Settled => "state-settled",
        CellState::Same => "state-same",
        CellState::Fixed => "state-fixed",
    }
}

/// Mark and colour of a state.
pub fn state_mark(state: CellState) -> (&'static str, Role) {
    match state {
        CellState::Faulty => ("!", Role::StateFaulty),
        CellState::NotArrived => (".", Role::StateNotArrived),
        CellState::Different => ("~", Role::StateDifferent),
        CellState::Asked => ("?", Role::StateAsked),
        CellState::Arrived => ("o", Role::StateArrived),
        CellState::Settled => ("v", Role::StateSettled),
        CellState::Same => ("=", Role::StateSame),
        CellState::Fixed => ("#", Role::StateFixed),
    }
}

/// Cells that the longest state takes with its mark, without a number.
pub fn state_cells(env: &Env) -> usize {
    CellState::ALL.into_iter().map(|state| width(&env.text(state_id(state))) + 1).max().unwrap_or(0)
}

/// Mark and word of a state: `~差異2`.
pub fn state_word(env: &Env, found: Cell) -> Piece {
    let (mark, role) = state_mark(found.state);
    let word = env.text(state_id(found.state));
    let number = match found.state {
        CellState::Different | CellState::Asked => found.open.to_string(),
        _ => String::new(),
    };
    Piece::new(format!("{mark}{word}{number}"), role)
}
