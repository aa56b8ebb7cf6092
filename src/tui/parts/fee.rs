//! How far a claim of the own office is, as mark, word and colour.

use super::paint::Piece;
use crate::app::fee::{FeeState, NotDue};
use crate::app::tally::SlipState;
use crate::i18n::width::width;
use crate::report::fee_words::state_id;
use crate::tui::env::Env;
use crate::tui::theme::Role;

/// How far the claim of a client is, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeStanding {
    /// The client is claimed.
    Claim(FeeState),
    /// The client is not claimed by the own office.
    LeftOut(NotDue),
}

/// Every standing, what needs a person first; one stands for each sort of them.
pub const STANDINGS: [FeeStanding; 8] = [
    FeeStanding::Claim(FeeState::Open),
    FeeStanding::Claim(FeeState::Changed),
    FeeStanding::Claim(FeeState::Waits(SlipState::Blocked)),
    FeeStanding::Claim(FeeState::Ready),
    FeeStanding::Claim(FeeState::Written),
    FeeStanding::Claim(FeeState::Claimed { is_same: true }),
    FeeStanding::Claim(FeeState::Nothing),
    FeeStanding::LeftOut(NotDue::NoSlip),
];

impl FeeStanding {
    /// Message with its word; the attribute `help` is a sentence.
    pub fn word(self) -> &'static str {
        match self {
            FeeStanding::Claim(state) => state_id(state),
            FeeStanding::LeftOut(_) => "fee-state-left-out",
        }
    }

    /// Place in [`STANDINGS`].
    pub fn place(self) -> usize {
        STANDINGS.iter().position(|known| known.word() == self.word()).unwrap_or(0)
    }

    /// Whether a person has to do something about it.
    pub fn needs_a_person(self) -> bool {
        matches!(self, FeeStanding::Claim(state) if state.needs_work())
    }
}

/// Mark, colour, and colour in a bar of a standing.
pub fn fee_mark(standing: FeeStanding) -> (&'static str, Role, Role) {
    let FeeStanding::Claim(state) = standing else { return ("-", Role::TextDim, Role::BarNotArrived) };
    match state {
        FeeState::Open => ("!", Role::StateFaulty, Role::BarFaulty),
        FeeState::Changed => ("~", Role::StateDifferent, Role::BarDifferent),
        FeeState::Waits(_) => ("?", Role::StateAsked, Role::BarAsked),
        FeeState::Ready => ("o", Role::StateArrived, Role::BarArrived),
        FeeState::Written => ("#", Role::StateFixed, Role::BarFixed),
        FeeState::Claimed { .. } => ("=", Role::StateSame, Role::BarSame),
        FeeState::Nothing => (".", Role::StateNotArrived, Role::BarNotArrived),
    }
}

/// Mark and word of a standing: `o書出し可`.
pub fn fee_word(env: &Env, standing: FeeStanding) -> Piece {
    let (mark, role, _) = fee_mark(standing);
    Piece::new(format!("{mark}{}", env.text(standing.word())), role)
}

/// Cells that the longest standing takes with its mark.
pub fn fee_cells(env: &Env) -> usize {
    STANDINGS.into_iter().map(|standing| width(&env.text(standing.word())) + 1).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_standing_has_its_own_mark_and_word() {
        let marks: BTreeSet<&str> = STANDINGS.into_iter().map(|standing| fee_mark(standing).0).collect();
        assert_eq!(marks.len(), STANDINGS.len());
        for (place, standing) in STANDINGS.into_iter().enumerate() {
            assert_eq!(standing.place(), place);
        }
        let differs = FeeStanding::Claim(FeeState::Claimed { is_same: false });
        assert_eq!(STANDINGS[differs.place()], FeeStanding::Claim(FeeState::Claimed { is_same: true }));
    }

    #[test]
    fn what_needs_a_person_stands_first() {
        let needs = STANDINGS.map(FeeStanding::needs_a_person);
        assert_eq!(needs, [true, true, true, false, false, false, false, false]);
        assert!(!FeeStanding::Claim(FeeState::Waits(SlipState::HeldBack)).needs_a_person());
    }
}
