//! The two lists of 取込: files above, problems below.

use super::Shown;
use crate::domain::problem::{Problem, ProblemAction};
use crate::format::exchange::Edition;
use crate::format::exchange::name::FileName;
use crate::i18n::Arg;
use crate::i18n::width::{display, fit, fit_right, wrap};
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, fill, put, put_pieces, row as line_of, split_right, split_top};
use crate::tui::parts::table::{Column, Row, cell, scrollbar};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::ops::Range;

pub(super) fn columns(env: &Env) -> Vec<Column> {
    let timestamp = u16::try_from(env.dates.timestamp_cells()).unwrap_or(u16::MAX);
    vec![
        Column::right(env.text("column-problems"), 5, 0),
        Column::new(env.text("column-file-kind"), 18, 0).grow(3),
        Column::new(env.text("word-edition"), 3, 5),
        Column::new(env.text("word-provider"), 14, 1).grow(2),
        Column::new(env.text("word-timestamp"), timestamp, 4),
        Column::right(env.text("word-rows"), 6, 2),
        Column::right(env.text("fate-loaded"), 6, 0),
        Column::right(env.text("fate-superseded"), 6, 3),
        Column::right(env.text("fate-deleted"), 6, 3),
        Column::right(env.text("fate-quarantined"), 4, 0),
        Column::new(env.text("column-scope"), 8, 6),
    ]
}

pub(super) fn file_row(ctx: Ctx<'_>, shown: Option<Shown>) -> Row {
    let env = ctx.env;
    let problems = |count: usize, worst: bool| {
        let role = if worst { Role::StateFaulty } else { Role::StateNotArrived };
        if count == 0 { cell("-", Role::TextDim) } else { cell(format!("!{count}"), role) }
    };
    match shown {
        Some(Shown::Elsewhere) => {
            let range = ctx.review.problems_without_file();
            Row::Cells(vec![problems(range.len(), true), cell(env.text("intake-elsewhere"), Role::Text)])
        }
        Some(Shown::File(at)) => {
            let Some(file) = ctx.review.month.files.get(at as usize) else { return Row::Cells(Vec::new()) };
            let range = ctx.review.problems_of_file(at as usize);
            let lost = file.counts.quarantined > 0;
            let count = |number: u32, role: Role| {
                cell(number.to_string(), if number > 0 { role } else { Role::TextDim })
            };
            let kind = file.kind.map(|kind| format!("{} {}", kind.prefix(), kind.title()));
            let name = file.name.as_ref();
            Row::Cells(vec![
                problems(range.len(), lost),
                cell(kind.unwrap_or_else(|| env.text("word-unknown")), Role::Text),
                cell(file.edition.map(Edition::name).unwrap_or_default(), Role::TextDim),
                cell(name.map(|name| other_side(ctx, name)).unwrap_or_default(), Role::Text),
                cell(name.map(|name| env.dates.timestamp(name.timestamp)).unwrap_or_default(), Role::TextDim),
                count(file.rows, Role::Text),
                count(file.counts.loaded, Role::StateSame),
                count(file.counts.superseded, Role::StateArrived),
                count(file.counts.deleted, Role::StateArrived),
                count(file.counts.quarantined, Role::StateFaulty),
                cell(
                    if file.is_in_scope { String::new() } else { env.text("intake-outside") },
                    Role::TextDim,
                ),
            ])
        }
        None => Row::Cells(Vec::new()),
    }
}

/// The provider that a file came from or went to; it says more than the own office, which is always the other one.
fn other_side(ctx: Ctx<'_>, name: &FileName) -> String {
    let month = &ctx.review.month;
    display(&month.office_name(month.other_side(name)))
}

/// What the lower half shows.
pub(super) struct Lower<'a> {
    pub(super) chosen: Option<Shown>,
    /// The problems of the chosen row, in the month's list.
    pub(super) range: Range<usize>,
    pub(super) list: &'a ListState,
    /// Whether the cursor is here.
    pub(super) is_active: bool,
}

/// Draws the problems of the chosen file and the sentence of the chosen problem.
pub(super) fn problems(
    ctx: Ctx<'_>,
    lower: &Lower<'_>,
    [list, sentence]: [Rect; 2],
    buffer: &mut Buffer,
) -> Option<Position> {
    let env = ctx.env;
    let theme = &env.theme;
    let (head, body) = split_top(list, 1);
    let path = match lower.chosen {
        Some(Shown::File(at)) => ctx.review.month.files.get(at as usize).map(|file| display(&file.path)),
        Some(Shown::Elsewhere) => Some(env.text("intake-elsewhere")),
        None => None,
    };
    let args_count = lower.range.len();
    let title = env.format("intake-problems", &[("count", Arg::from(args_count))]);
    fill(buffer, head, theme.style(Role::Header));
    let text = format!("{title}  {}", path.unwrap_or_default());
    put(buffer, head, (2, 0), head.width, &text, theme.style(Role::Header));
    let found = ctx.review.month.problems.get(lower.range.clone()).unwrap_or_default();
    if found.is_empty() {
        put(buffer, body, (2, 0), body.width, &env.text("intake-no-problems"), theme.style(Role::TextDim));
        return None;
    }
    let is_long = found.len() > usize::from(body.height);
    let (text, bar) = split_right(body, u16::from(is_long));
    let mut cursor = None;
    for (y, index) in (0_u16..).zip(lower.list.visible(found.len(), body.height)) {
        let Some(problem) = found.get(index) else { break };
        let place = line_of(text, y);
        put_pieces(buffer, place, (2, 0), place.width.saturating_sub(2), &problem_line(ctx, problem), theme);
        if lower.is_active && index == lower.list.cursor {
            buffer.set_style(place.intersection(buffer.area), theme.cursor_row());
            put(buffer, place, (0, 0), 1, ">", theme.style(Role::Cursor));
            cursor = Some(Position::new(place.x, place.y));
        }
    }
    if is_long {
        scrollbar(env, bar, (lower.list.offset, usize::from(body.height)), found.len(), buffer);
    }
    if let Some(problem) = found.get(lower.list.cursor) {
        draw_sentence(ctx, problem, sentence, buffer);
    }
    cursor
}

/// Line, item and what is wrong, on one line.
fn problem_line(ctx: Ctx<'_>, problem: &Problem) -> Vec<Piece> {
    let (mark, id, role) = match problem.action {
        ProblemAction::Quarantined => ("!", "problem-kept-aside", Role::NoticeError),
        ProblemAction::Warned => ("*", "problem-read", Role::NoticeWarning),
    };
    let line = problem.line.map(|line| line.to_string()).unwrap_or_default();
    let item = problem.item.map(|item| format!("{} {}", item.no, item.name)).unwrap_or_default();
    vec![
        Piece::new(format!("{mark}{} ", ctx.env.text(id)), role),
        Piece::new(format!("{} ", fit_right(&line, 6)), Role::Text),
        Piece::new(format!("{} ", fit(&item, 20)), Role::TextDim),
        Piece::new(ctx.words().problem_in_short(problem), Role::Text),
    ]
}

fn draw_sentence(ctx: Ctx<'_>, problem: &Problem, area: Rect, buffer: &mut Buffer) {
    let style = ctx.env.theme.style(Role::TextStrong);
    let lines = wrap(&display(&ctx.words().problem(problem)), usize::from(area.width.saturating_sub(2)));
    for (y, line) in (0_u16..area.height).zip(lines) {
        put(buffer, line_of(area, y), (1, 0), area.width, &line, style);
    }
}
