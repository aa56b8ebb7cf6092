//! How far a 給付管理票 is, as mark, word and colour.

use super::paint::Piece;
use crate::app::tally::{NotDue, SlipState};
use crate::i18n::width::width;
use crate::report::tally_words::state_id;
use crate::tui::env::Env;
use crate::tui::theme::Role;

/// Every state, what needs a person first; one stands for all of those that are not due.
pub const STATES: [SlipState; 8] = [
    SlipState::Faulty,
    SlipState::Blocked,
    SlipState::NothingLeft,
    SlipState::Ready,
    SlipState::HeldBack,
    SlipState::Written,
    SlipState::Unchanged,
    SlipState::NotDue(NotDue::NothingManaged),
];

/// Place of a state in [`STATES`].
pub fn place_of(state: SlipState) -> usize {
    STATES.iter().position(|known| state_id(*known) == state_id(state)).unwrap_or(0)
}

/// Whether a person has to do something about it.
pub fn needs_a_person(state: SlipState) -> bool {
    matches!(state, SlipState::Faulty | SlipState::Blocked | SlipState::NothingLeft)
}

/// Mark, colour, and colour in a bar of a state.
pub fn slip_mark(state: SlipState) -> (&'static str, Role, Role) {
    match state {
        SlipState::Faulty => ("!", Role::StateFaulty, Role::BarFaulty),
        SlipState::Blocked => ("~", Role::StateDifferent, Role::BarDifferent),
        SlipState::NothingLeft => ("?", Role::StateAsked, Role::BarAsked),
        SlipState::Ready => ("o", Role::StateArrived, Role::BarArrived),
        SlipState::HeldBack => (".", Role::StateNotArrived, Role::BarNotArrived),
        SlipState::Written => ("#", Role::StateFixed, Role::BarFixed),
        SlipState::Unchanged => ("=", Role::StateSame, Role::BarSame),
        SlipState::NotDue(_) => ("-", Role::TextDim, Role::BarNotArrived),
    }
}

/// Mark and word of a state: `~要確認`.
pub fn slip_word(env: &Env, state: SlipState) -> Piece {
    let (mark, role, _) = slip_mark(state);
    Piece::new(format!("{mark}{}", env.text(state_id(state))), role)
}

/// Cells that the longest state takes with its mark.
pub fn slip_cells(env: &Env) -> usize {
    STATES.into_iter().map(|state| width(&env.text(state_id(state))) + 1).max().unwrap_or(0)
}
