//! The rows of the list of claims.

use super::Fees;
use super::one::{One, manager_of};
use crate::app::fee::{FeeEntry, FeeState};
use crate::benefit::fee::FeeBase;
use crate::format::kokuhoren::fee::FeeForm;
use crate::i18n::Arg;
use crate::i18n::width::display;
use crate::report::fee_words::{additions_text, is_urgent, missing_ids, not_due_id, tier_text, type_text};
use crate::report::layout::grouped;
use crate::report::tally_words::state_id as slip_state_id;
use crate::report::words::care_level;
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::fee::{FeeStanding, fee_cells, fee_word};
use crate::tui::parts::paint::Piece;
use crate::tui::parts::table::{Cell, Column, Row, cell};
use crate::tui::theme::Role;

/// Part of the names of additions, left out where there is little room: `特定事業所Ⅱ`.
const ADDITION: &str = "加算";

/// The columns. Managers, additions and levels give way first: the details below the table show them anyway.
pub(super) fn columns(env: &Env) -> Vec<Column> {
    let state = u16::try_from(fee_cells(env)).unwrap_or(u16::MAX);
    vec![
        Column::new(env.text("column-state"), state, 0),
        Column::new(env.text("column-name"), 14, 0).grow(3),
        Column::new(env.text("column-level"), 8, 5),
        Column::new(env.text("column-manager"), 10, 7),
        Column::new(env.text("column-fee-kind"), 12, 3),
        Column::new(env.text("column-fee-code"), 6, 4),
        Column::new(env.text("fee-additions"), 10, 6).grow(8),
        Column::right(env.text("fee-units"), 6, 2),
        Column::right(env.text("fee-yen"), 7, 1),
        Column::new(env.text("column-fee-missing"), 14, 0).grow(6),
    ]
}

impl Fees {
    pub(super) fn row(&self, ctx: Ctx<'_>, index: usize) -> Row {
        let (Some(own), Some(one)) = (Self::own(ctx), self.one(ctx, index)) else {
            return Row::Cells(Vec::new());
        };
        let env = ctx.env;
        let is_claimed = matches!(one, One::Claim(..));
        let role = |role: Role| if is_claimed { role } else { Role::TextDim };
        let level = one.level(own).map(|level| care_level(&env.texts, level)).unwrap_or_default();
        let mut cells = vec![
            vec![fee_word(env, one.standing())],
            cell(ctx.words().client_name(one.client()), role(Role::Text)),
            cell(level, role(Role::Text)),
            cell(manager(env, manager_of(own, one)), Role::TextDim),
        ];
        match one {
            One::Claim(entry, _) => cells.extend(of_claim(env, entry)),
            One::LeftOut(_) => cells.extend((0..5).map(|_| Cell::new())),
        }
        cells.push(missing(env, one));
        Row::Cells(cells)
    }
}

/// What is claimed, its code, additions, units and yen.
fn of_claim(env: &Env, entry: &FeeEntry) -> [Cell; 5] {
    let number = |number: Option<i64>| {
        number.map_or_else(|| cell("-", Role::TextDim), |number| cell(grouped(number), Role::Units))
    };
    let claim = entry.claim.as_ref().ok();
    let written = entry.slip.as_ref().and_then(|record| record.lines.first()).map(|line| line.code);
    let code = written.or_else(|| claim?.items.first()?.code);
    [
        cell(kind(env, entry), Role::Text),
        code.map_or_else(|| cell("-", Role::TextDim), |code| cell(code.to_string(), Role::TextDim)),
        cell(additions_text(&env.texts, entry).replace(ADDITION, ""), Role::Text),
        number(claim.map(|claim| claim.total)),
        number(claim.map(|claim| claim.yen)),
    ]
}

/// `居宅(I)(i)`.
fn kind(env: &Env, entry: &FeeEntry) -> String {
    let (id, fee_type) = match entry.base {
        Some(FeeBase::Care { fee_type, tier, .. }) => {
            let args = [("type", Arg::from(type_text(fee_type))), ("tier", Arg::from(tier_text(tier)))];
            return env.format("fee-short-care", &args);
        }
        Some(FeeBase::Prevention { fee_type }) => ("fee-short-prevention", fee_type),
        Some(FeeBase::AdditionsOnly { fee_type }) => ("fee-short-additions", fee_type),
        None => return unknown_kind(env, entry),
    };
    env.format(id, &[("type", Arg::from(type_text(fee_type)))])
}

/// `居宅`, while nobody knows whether it is (I) or (II).
pub(super) fn unknown_kind(env: &Env, entry: &FeeEntry) -> String {
    let id = match entry.form {
        FeeForm::CarePlan => "fee-short-care",
        FeeForm::SupportPlan => "fee-short-prevention",
    };
    env.format(id, &[("type", Arg::from("")), ("tier", Arg::from(""))]).trim_end().to_owned()
}

/// 担当ケアマネ, or the text for nobody.
pub(super) fn manager(env: &Env, name: &str) -> String {
    if name.is_empty() { env.text("no-manager") } else { display(name) }
}

/// What has to be entered, what is waited for, what should be looked at, or why there is no claim; each in a word.
fn missing(env: &Env, one: One<'_>) -> Cell {
    let (entry, state) = match one {
        One::Claim(entry, state) => (entry, state),
        One::LeftOut(left) => return cell(env.text(not_due_id(left.why)), Role::TextDim),
    };
    let mut parts = Vec::new();
    match state {
        FeeState::Open => {
            let missing = missing_ids(entry).into_iter();
            parts.extend(missing.map(|id| Piece::new(env.text(id), Role::StateFaulty)));
        }
        FeeState::Waits(slip) => parts.push(Piece::new(env.text(slip_state_id(slip)), waiting(state))),
        FeeState::Claimed { is_same: false } => {
            parts.push(Piece::new(env.text("fees-differs"), Role::StateDifferent));
        }
        _ => {}
    }
    let urgent = entry.notes.iter().filter(|note| is_urgent(note)).count();
    if urgent > 0 {
        let text = env.format("fees-notes", &[("count", Arg::from(urgent))]);
        parts.push(Piece::new(text, Role::StateAsked));
    }
    let mut out = Cell::with_capacity(parts.len() * 2);
    for part in parts {
        if !out.is_empty() {
            out.push(Piece::new(" ", Role::Text));
        }
        out.push(part);
    }
    out
}

/// Colour of what a claim waits for.
pub(super) fn waiting(state: FeeState) -> Role {
    let is_urgent = FeeStanding::Claim(state).needs_a_person();
    if is_urgent { Role::StateDifferent } else { Role::TextDim }
}
