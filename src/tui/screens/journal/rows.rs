//! One event: a row of the table, and everything about it below.

use crate::domain::event::Event;
use crate::i18n::Arg;
use crate::i18n::width::{display, wrap};
use crate::report::change_words::change_sentence;
use crate::report::event_words::event_sentence;
use crate::tui::action::Action;
use crate::tui::desk::is_on_its_way;
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::paint::{Piece, fill, put, put_pieces, row as line_of, split_top};
use crate::tui::parts::table::{Column, Row, cell};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines that changes have at least, however long sentence and reason are.
const LEAST: usize = 2;

pub(super) fn columns(env: &Env, last: Option<&Event>) -> Vec<Column> {
    let digits = last.map_or(0, |event| event.seq.to_string().len());
    let cells = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    vec![
        Column::right(env.text("column-event"), cells(digits), 2),
        Column::new(env.text("column-when"), cells(env.dates.timestamp_cells()), 1),
        Column::new(env.text("column-person"), 10, 3),
        Column::new(env.text("column-machine"), 12, 5),
        Column::new(env.text("column-deed"), 26, 0).grow(3),
        Column::new(env.text("form-reason"), 12, 4).grow(1),
    ]
}

/// When an event was done; that it is being written, while it is not known.
fn when(env: &Env, event: &Event) -> String {
    if is_on_its_way(event) {
        env.text("journal-on-its-way")
    } else {
        env.dates.moment(event.at.naive_local())
    }
}

fn sentence(ctx: Ctx<'_>, event: &Event) -> String {
    display(&event_sentence(ctx.words(), &ctx.review.decisions, event))
}

pub(super) fn row(ctx: Ctx<'_>, event: &Event) -> Row {
    let env = ctx.env;
    let is_taken_back = ctx.review.decisions.taken_back_by(event.seq).is_some();
    let mut deed = Vec::new();
    if is_taken_back {
        deed.push(Piece::new(format!("{} ", env.text("journal-taken-back")), Role::TextDim));
    }
    let (strong, weak) = (if is_taken_back { Role::TextDim } else { Role::Text }, Role::TextDim);
    deed.push(Piece::new(sentence(ctx, event), strong));
    Row::Cells(vec![
        cell(event.seq.to_string(), weak),
        cell(when(env, event), strong),
        cell(display(&event.person), strong),
        cell(display(&event.machine), weak),
        deed,
        cell(display(&event.reason), weak),
    ])
}

/// Everything about an event: who, when, why, and its changes from one of them on.
pub(super) fn details(ctx: Ctx<'_>, event: &Event, first: usize, area: Rect, buffer: &mut Buffer) {
    let theme = &ctx.env.theme;
    fill(buffer, area, theme.style(Role::Text));
    let (border, rest) = split_top(area, 1);
    draw_border(ctx, event, first, border, buffer);
    let cells = usize::from(rest.width.saturating_sub(2));
    let height = usize::from(rest.height);
    let mut lines = about(ctx, event, cells);
    lines.truncate(if event.changes.is_empty() { height } else { height.saturating_sub(LEAST) });
    lines.extend(changes(ctx, event, first, (cells, height - lines.len().min(height))));
    for (y, piece) in (0_u16..rest.height).zip(&lines) {
        put(
            buffer,
            line_of(rest, y),
            (1, 0),
            rest.width.saturating_sub(1),
            &piece.text,
            theme.style(piece.role),
        );
    }
}

fn draw_border(ctx: Ctx<'_>, event: &Event, first: usize, area: Rect, buffer: &mut Buffer) {
    let env = ctx.env;
    let line = env.charset.glyphs().horizontal.repeat(usize::from(area.width));
    put(buffer, area, (0, 0), area.width, &line, env.theme.style(Role::Border));
    let parts = [event.seq.to_string(), when(env, event), display(&event.person), display(&event.machine)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut pieces = vec![Piece::new(format!(" {} ", parts.join("  ")), Role::TextStrong)];
    let count = event.changes.len();
    if count > 1 {
        let args = [("count", Arg::from(count)), ("from", Arg::from(first + 1))];
        let id = if first == 0 { "journal-changes" } else { "journal-changes-from" };
        pieces.push(Piece::new(format!(" {} ", env.format(id, &args)), Role::TextDim));
    }
    put_pieces(buffer, area, (2, 0), area.width.saturating_sub(4), &pieces, &env.theme);
}

/// What was done, that it was taken back, why.
fn about(ctx: Ctx<'_>, event: &Event, cells: usize) -> Vec<Piece> {
    let env = ctx.env;
    let lines = |text: &str, role| wrap(text, cells).into_iter().map(move |line| Piece::new(line, role));
    let mut out: Vec<Piece> = lines(&sentence(ctx, event), Role::Text).collect();
    if let Some(by) = ctx.review.decisions.taken_back_by(event.seq) {
        out.extend(lines(&env.format("journal-taken-back-by", &[("event", Arg::from(by))]), Role::TextDim));
    }
    if !event.reason.is_empty() {
        let reason = display(&event.reason);
        out.extend(lines(
            &env.format("journal-reason", &[("reason", Arg::from(reason.as_str()))]),
            Role::Text,
        ));
    }
    out
}

/// Changes from one of them on, as far as there is room; the last line says how many more there are.
fn changes(ctx: Ctx<'_>, event: &Event, first: usize, (cells, height): (usize, usize)) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut left = event.changes.len().saturating_sub(first);
    for change in event.changes.iter().skip(first) {
        let sentence = change_sentence(ctx.words(), ctx.env.dates, change);
        let lines = wrap(&sentence, cells.saturating_sub(2));
        let room = height.saturating_sub(usize::from(left > 1));
        if out.len() + lines.len() > room && !out.is_empty() {
            break;
        }
        let marks = std::iter::once("- ").chain(std::iter::repeat("  "));
        let lines = marks.zip(lines).map(|(mark, line)| Piece::new(format!("{mark}{line}"), Role::TextDim));
        out.extend(lines.take(room.max(1)));
        left -= 1;
    }
    if left > 0 && height > 0 {
        let key = ctx.env.keymap.keys(Action::Right).first().map(|key| key.name()).unwrap_or_default();
        let args = [("count", Arg::from(left)), ("key", Arg::from(key.as_str()))];
        out.truncate(height - 1);
        out.push(Piece::new(ctx.env.format("journal-more", &args), Role::TextDim));
    }
    out
}
