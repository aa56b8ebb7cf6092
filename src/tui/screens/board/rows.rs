//! The rows of the board and the details of the chosen one.

use crate::app::review::{CareLevel, Cell, ClientSummary};
use crate::i18n::Arg;
use crate::i18n::width::{display, fit, width};
use crate::reconcile::ProviderLine;
use crate::report::layout::grouped;
use crate::report::words::care_level;
use crate::tui::env::{Ctx, Env};
use crate::tui::filter::manager_name;
use crate::tui::parts::difference::signed_units;
use crate::tui::parts::gauge::{PERCENT, of_limit, percent};
use crate::tui::parts::paint::{Piece, fill, put, put_pieces, row as line_of};
use crate::tui::parts::settled::{note_piece, stage_piece};
use crate::tui::parts::state::{state_cells, state_word};
use crate::tui::parts::table::{Column, Row, cell};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells beside a provider's state: a number, and at least the beginning of the provider's name.
const LEAST_NAME: usize = 6;

/// Most cells of a provider's state and name.
const MOST_STATE: usize = 30;

/// Cells of the number of states that are left out.
const MORE: usize = 3;

/// Places of columns whose text depends on their width.
const LIMIT: usize = 6;
const STATES: usize = 7;

/// The columns. Numbers and managers give way first: the details below the table show them anyway.
pub(super) fn columns(env: &Env) -> Vec<Column> {
    vec![
        Column::new(env.text("column-name"), 14, 0).grow(1),
        Column::new(env.text("column-number"), 12, 5),
        Column::new(env.text("column-level"), 8, 3),
        Column::new(env.text("column-manager"), 10, 6),
        Column::right(env.text("column-plan-units"), 8, 1),
        Column::right(env.text("column-actual-units"), 8, 1),
        Column::new(env.text("column-limit"), PERCENT, 2).grow(4),
        Column::new(env.text("column-providers"), 20, 0).grow(18),
    ]
}

pub(super) fn row(ctx: Ctx<'_>, client: Option<u32>, widths: &[u16]) -> Row {
    let Some((at, summary)) = client.and_then(|at| Some((at as usize, ctx.review.clients.get(at as usize)?)))
    else {
        return Row::Cells(Vec::new());
    };
    let Some(rows) = ctx.review.month.clients.get(at) else { return Row::Cells(Vec::new()) };
    let cells_of = |column: usize| widths.get(column).copied().unwrap_or(0);
    Row::Cells(vec![
        cell(ctx.words().client_name(rows.client), Role::Text),
        cell(rows.client.insured.to_string(), Role::TextDim),
        cell(level(ctx.env, summary.care_level), Role::Text),
        cell(manager_name(ctx, summary.manager), Role::TextDim),
        cell(grouped(summary.plan_units), Role::Units),
        cell(grouped(summary.actual_units), delta_role(summary.actual_units - summary.plan_units)),
        of_limit(ctx.env, summary.limit_use(), summary.limit_units, cells_of(LIMIT)),
        states_of(ctx, at, cells_of(STATES)),
    ])
}

fn level(env: &Env, level: CareLevel) -> String {
    care_level(&env.texts, level.code())
}

fn delta_role(delta: i64) -> Role {
    match delta {
        0 => Role::Units,
        delta if delta > 0 => Role::UnitsMore,
        _ => Role::UnitsLess,
    }
}

/// The client's providers, most urgent first, as many as there is room for, and how many more there are.
fn states_of(ctx: Ctx<'_>, client: usize, cells: u16) -> Vec<Piece> {
    let mut found: Vec<Cell> = ctx.review.cells_of(client).collect();
    found.sort_by_key(|cell| cell.state);
    let (fits, each) = share_out(usize::from(cells), found.len(), state_cells(ctx.env) + LEAST_NAME);
    let mut out = Vec::new();
    for cell in found.iter().take(fits) {
        let word = state_word(ctx.env, *cell);
        let name = display(&ctx.review.month.office_name(cell.provider));
        let left = each.saturating_sub(width(&word.text) + 2);
        out.push(word);
        out.push(Piece::new(format!(" {} ", fit(&name, left)), Role::TextDim));
    }
    if found.len() > fits {
        out.push(Piece::new(format!("+{}", found.len() - fits), Role::TextDim));
    }
    out
}

/// How many states of at least so many cells fit, and the cells of each; what is left out needs room for `+9`.
fn share_out(cells: usize, states: usize, least: usize) -> (usize, usize) {
    let each = |fits: usize| cells.saturating_sub(if fits < states { MORE } else { 0 }) / fits.max(1);
    let fits = (1..=states).rev().find(|fits| each(*fits) >= least).unwrap_or(1);
    (fits, each(fits).min(MOST_STATE))
}

/// The chosen client in full.
pub(super) fn details(ctx: Ctx<'_>, client: usize, area: Rect, buffer: &mut Buffer) {
    let (Some(summary), Some(rows)) = (ctx.review.clients.get(client), ctx.review.month.clients.get(client))
    else {
        return;
    };
    // A low terminal has no room for them.
    if area.is_empty() {
        return;
    }
    let env = ctx.env;
    let border = env.theme.style(Role::Border);
    fill(buffer, area, env.theme.style(Role::Text));
    put(
        buffer,
        area,
        (0, 0),
        area.width,
        &env.charset.glyphs().horizontal.repeat(usize::from(area.width)),
        border,
    );
    let person = [
        ctx.words().client_name(rows.client),
        format!("{}-{}", rows.client.insurer, rows.client.insured),
        level(env, summary.care_level),
        manager_name(ctx, summary.manager),
    ];
    let title = format!(" {} ", person.join("  "));
    put(buffer, area, (2, 0), area.width.saturating_sub(4), &title, env.theme.style(Role::TextStrong));
    let sums = [units(env, summary.plan_units, summary.actual_units), limit_words(env, summary)].join("  ");
    let known =
        [Some(Piece::new(sums, Role::Text)), stage_piece(ctx, rows.client), note_piece(ctx, rows.client)];
    let gap = Piece::new("  ", Role::Text);
    let known: Vec<Piece> = known.into_iter().flatten().flat_map(|piece| [piece, gap.clone()]).collect();
    put_pieces(buffer, line_of(area, 1), (1, 0), area.width.saturating_sub(1), &known, &env.theme);
    let Some(comparison) = ctx.review.month.comparisons.get(client) else { return };
    let mut lines: Vec<(Cell, &ProviderLine)> = ctx.review.cells_of(client).zip(&comparison.lines).collect();
    lines.sort_by_key(|(cell, _)| cell.state);
    let room = usize::from(area.height.saturating_sub(2));
    let fits = if lines.len() > room { room.saturating_sub(1) } else { room };
    for (y, (cell, line)) in (2_u16..).zip(lines.iter().take(fits)) {
        let pieces = provider_line(ctx, *cell, line, area.width);
        put_pieces(buffer, line_of(area, y), (1, 0), area.width.saturating_sub(1), &pieces, &env.theme);
    }
    if lines.len() > fits && room > 0 {
        let more = env.format("board-more", &[("count", Arg::from(lines.len() - fits))]);
        put(
            buffer,
            line_of(area, area.height - 1),
            (1, 0),
            area.width,
            &more,
            env.theme.style(Role::TextDim),
        );
    }
}

fn provider_line(ctx: Ctx<'_>, found: Cell, line: &ProviderLine, cells: u16) -> Vec<Piece> {
    let word = state_word(ctx.env, found);
    let state_cells = state_cells(ctx.env) + 3;
    let state = fit(&word.text, state_cells);
    let units = units(ctx.env, line.plan_units, line.actual_units);
    let room = usize::from(cells).saturating_sub(state_cells + width(&units) + 4);
    let name = format!("{} {}", ctx.words().kind(line.kind), ctx.words().office(line.provider));
    vec![
        Piece::new(state, word.role),
        Piece::new(format!(" {} ", fit(&name, room)), Role::Text),
        Piece::new(units, delta_role(line.actual_units - line.plan_units)),
    ]
}

fn units(env: &Env, plan: i64, actual: i64) -> String {
    let (plan, delta, actual) = (grouped(plan), signed_units(actual - plan), grouped(actual));
    let args = [
        ("plan", Arg::from(plan.as_str())),
        ("actual", Arg::from(actual.as_str())),
        ("delta", Arg::from(delta.as_str())),
    ];
    env.format("board-units", &args)
}

fn limit_words(env: &Env, summary: &ClientSummary) -> String {
    let Some(limit) = summary.limit_units.filter(|limit| *limit > 0) else {
        return env.text("board-no-limit");
    };
    let used = summary.limit_use();
    let (used_text, limit_text) = (grouped(used), grouped(limit));
    let share = percent(used, limit).unwrap_or(0);
    let id = if used > limit { "board-over-limit" } else { "board-limit" };
    let args = [
        ("used", Arg::from(used_text.as_str())),
        ("limit", Arg::from(limit_text.as_str())),
        ("percent", Arg::from(share)),
    ];
    env.format(id, &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_share_the_room() {
        assert_eq!(share_out(26, 1, 11), (1, 26));
        assert_eq!(share_out(26, 2, 11), (2, 13));
        assert_eq!(share_out(26, 5, 11), (2, 11));
        assert_eq!(share_out(80, 2, 11), (2, 30));
        assert_eq!(share_out(0, 3, 11), (1, 0));
        assert_eq!(share_out(26, 0, 11), (1, 26));
    }
}
