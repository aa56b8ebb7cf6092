//! The rows of the list of slips.

use super::Slips;
use crate::app::tally::{ClientSlip, SlipState, TallyNote};
use crate::i18n::Arg;
use crate::i18n::width::{display, width};
use crate::report::event_words::action_words;
use crate::report::layout::grouped;
use crate::report::tally_words::{fault_id, not_due_id, proposal_id};
use crate::report::words::care_level;
use crate::tui::env::{Ctx, Env};
use crate::tui::filter::gate_word;
use crate::tui::parts::gauge::{PERCENT, of_limit};
use crate::tui::parts::paint::Piece;
use crate::tui::parts::slip::{slip_cells, slip_word};
use crate::tui::parts::table::{Column, Row, cell};
use crate::tui::theme::Role;

/// Place of the column whose text depends on its width.
const LIMIT: usize = 6;

/// The columns. Managers and numbers give way first: the details below the table show them anyway.
pub(super) fn columns(env: &Env) -> Vec<Column> {
    let state = u16::try_from(slip_cells(env)).unwrap_or(u16::MAX);
    vec![
        Column::new(env.text("column-state"), state, 0),
        Column::new(env.text("column-name"), 14, 0).grow(3),
        Column::new(env.text("column-number"), 10, 6),
        Column::new(env.text("column-action"), action_cells(env), 0),
        Column::new(env.text("column-level"), 8, 4),
        Column::right(env.text("column-slip-units"), 8, 1),
        Column::new(env.text("column-limit"), PERCENT, 2).grow(4),
        Column::right(env.text("column-slip-lines"), 4, 5),
        Column::new(env.text("column-slip-check"), 14, 0).grow(8),
        Column::new(env.text("column-manager"), 10, 7),
    ]
}

fn action_cells(env: &Env) -> u16 {
    let ids = ["slip-action-new", "slip-action-replace", "slip-action-cancel", "slip-action-none"];
    let widest = ids.iter().map(|id| width(&env.text(id)) + 1).max().unwrap_or(0);
    u16::try_from(widest).unwrap_or(u16::MAX)
}

impl Slips {
    pub(super) fn row(&self, ctx: Ctx<'_>, index: usize, widths: &[u16]) -> Row {
        let position = self.shown.get(index).copied();
        let Some(slip) = self.slip_at(ctx, index) else {
            return Row::Cells(Vec::new());
        };
        let env = ctx.env;
        let is_marked = position.is_some_and(|at| self.marked.contains(&at));
        let mark = if is_marked { "*" } else { "" };
        let cells_of = |column: usize| widths.get(column).copied().unwrap_or(0);
        let level = slip.level.map_or("", crate::domain::level::CareLevel::code);
        Row::Cells(vec![
            vec![slip_word(env, slip.state)],
            vec![
                Piece::new(mark, Role::MarkMoved),
                Piece::new(ctx.words().client_name(slip.client), Role::Text),
            ],
            cell(slip.client.insured.to_string(), Role::TextDim),
            vec![action(env, slip)],
            cell(care_level(&env.texts, level), Role::Text),
            cell(grouped(slip.total()), Role::Units),
            of_limit(env, slip.total(), slip.limit, cells_of(LIMIT)),
            cell(slip.lines.len().to_string(), Role::Text),
            checks(env, slip),
            cell(manager(env, slip), Role::TextDim),
        ])
    }
}

/// 作成区分 as proposed; what a person chose has a mark.
pub(super) fn action(env: &Env, slip: &ClientSlip) -> Piece {
    match &slip.chosen {
        Some((chosen, _)) => Piece::new(format!("*{}", action_words(&env.texts, *chosen)), Role::StateAsked),
        None if slip.action().is_none() => Piece::new("-", Role::TextDim),
        None => Piece::new(env.text(proposal_id(slip.proposal)), Role::Text),
    }
}

/// 担当ケアマネ, or the text for nobody.
pub(super) fn manager(env: &Env, slip: &ClientSlip) -> String {
    if slip.manager.is_empty() { env.text("no-manager") } else { display(&slip.manager) }
}

/// What keeps it from being sent, in words; what was let through is dim.
fn checks(env: &Env, slip: &ClientSlip) -> Vec<Piece> {
    if let SlipState::NotDue(reason) = slip.state {
        return cell(env.text(not_due_id(reason)), Role::TextDim);
    }
    let mut parts: Vec<Piece> =
        slip.faults.iter().map(|fault| Piece::new(env.text(fault_id(fault)), Role::StateFaulty)).collect();
    let blocks = slip.open_blocks();
    parts.extend(blocks.map(|block| Piece::new(gate_word(env, block.block), Role::StateDifferent)));
    let open = slip.notes.iter().find_map(|note| match note {
        TallyNote::Open(count) => Some(*count),
        _ => None,
    });
    let open = open.map(|count| env.format("slips-open", &[("count", Arg::from(count))]));
    parts.extend(open.map(|text| Piece::new(text, Role::StateAsked)));
    let through = slip.blocks.iter().filter(|block| block.why.is_some());
    parts.extend(through.map(|block| Piece::new(gate_word(env, block.block), Role::TextDim)));
    let mut out: Vec<Piece> = Vec::with_capacity(parts.len() * 2);
    for part in parts {
        if !out.is_empty() {
            out.push(Piece::new(" ", Role::Text));
        }
        out.push(part);
    }
    out
}
