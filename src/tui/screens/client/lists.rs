//! The list of the client's differences, and the totals per provider and kind.

use super::head::units_in;
use super::sheet::heading;
use crate::app::review::Cell;
use crate::domain::difference::Difference;
use crate::i18n::Arg;
use crate::i18n::width::{cut, display, fit, fit_right, head, width};
use crate::reconcile::ProviderLine;
use crate::tui::env::Ctx;
use crate::tui::parts::difference::{change, class_piece, delta_piece};
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, fill, put, put_pieces, row as line_of, split_right, split_top};
use crate::tui::parts::settled::settled_piece;
use crate::tui::parts::severity::effect_piece;
use crate::tui::parts::state::state_word;
use crate::tui::parts::table::scrollbar;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Cells that an entry needs on one line, and those from which it has to do with one on a low pane.
const ONE_LINE: (u16, u16) = (76, 56);

/// Lines of a pane that has no room for two lines an entry.
const LOW: u16 = 10;

/// Cells of mark and class.
const CLASS: usize = 13;

/// Cells of the units at the right.
const DELTA: usize = 8;

/// Cells of what was decided, where there is room for the whole word, and where there is not.
const DECISION: (usize, usize) = (11, 3);

/// Lines of an entry of the list.
fn lines_each(area: Rect) -> u16 {
    let needed = if area.height < LOW { ONE_LINE.1 } else { ONE_LINE.0 };
    if area.width >= needed { 1 } else { 2 }
}

/// Entries that are seen at once.
pub(super) fn entries(area: Rect) -> u16 {
    area.height.saturating_sub(1) / lines_each(area)
}

/// The entry at a place of the list.
pub(super) fn entry_at(area: Rect, at: Position, list: &ListState, len: usize) -> Option<usize> {
    let line = at.y.checked_sub(area.y + 1).filter(|_| area.contains(at))?;
    let entry = line / lines_each(area);
    list.row_at(entry, len).filter(|_| entry < entries(area))
}

/// Fills a pane and draws its title in a rule.
pub(super) fn pane(ctx: Ctx<'_>, title: &str, area: Rect, buffer: &mut Buffer) -> Rect {
    let env = ctx.env;
    fill(buffer, area, env.theme.style(Role::Text));
    let rule = env.charset.glyphs().horizontal.repeat(usize::from(area.width));
    put(buffer, area, (0, 0), area.width, &rule, env.theme.style(Role::Border));
    let title = format!(" {title} ");
    put(buffer, area, (2, 0), area.width.saturating_sub(4), &title, env.theme.style(Role::TextStrong));
    split_top(area, 1).1
}

/// Draws the list of differences, the one under the cursor marked.
pub(super) fn differences(
    ctx: Ctx<'_>,
    (client, differences): (Option<usize>, &[Difference]),
    (list, chosen): (&ListState, Option<u32>),
    area: Rect,
    buffer: &mut Buffer,
) {
    let env = ctx.env;
    let counts = [("count", Arg::from(differences.len())), ("at", Arg::from(chosen.map_or(0, |at| at + 1)))];
    let title =
        env.format(if chosen.is_some() { "client-differences-at" } else { "client-differences" }, &counts);
    let stale = client.map_or(0, |client| ctx.review.stale(client).len());
    let stale = match stale {
        0 => String::new(),
        count => format!("  {}", env.format("client-stale", &[("count", Arg::from(count))])),
    };
    let body = pane(ctx, &format!("{title}{stale}"), area, buffer);
    if differences.is_empty() {
        put(buffer, body, (1, 0), body.width, &env.text("no-differences"), env.theme.style(Role::TextDim));
    }
    let shown = entries(area);
    let is_long = differences.len() > usize::from(shown);
    let (body, bar) = split_right(body, u16::from(is_long));
    let each = lines_each(area);
    for (y, index) in (0_u16..).zip(list.visible(differences.len(), shown)) {
        let Some(difference) = differences.get(index) else { continue };
        let (_, rest) = split_top(body, y * each);
        let (place, _) = split_top(rest, each);
        for (line, pieces) in (0..).zip(entry(ctx, difference, usize::from(place.width), each)) {
            put_pieces(
                buffer,
                line_of(place, line),
                (2, 0),
                place.width.saturating_sub(2),
                &pieces,
                &env.theme,
            );
        }
        if let Some(effect) = client.and_then(|client| effect_piece(ctx, client, &difference.id)) {
            // The mark alone: the word stands in the day below.
            let mark = head(&effect.text, 1).0;
            let mark = if effect.role == Role::TextDim { " " } else { mark };
            put(buffer, place, (1, 0), 1, mark, env.theme.style(effect.role));
        }
        if chosen.is_some_and(|chosen| chosen as usize == index) {
            put(buffer, place, (0, 0), 1, ">", env.theme.style(Role::Cursor));
            buffer.set_style(place.intersection(buffer.area), env.theme.cursor_row());
        }
    }
    if is_long {
        scrollbar(env, bar, (list.offset, usize::from(shown)), differences.len(), buffer);
    }
}

fn entry(ctx: Ctx<'_>, difference: &Difference, cells: usize, lines: u16) -> Vec<Vec<Piece>> {
    let class = class_piece(ctx.env, difference.class);
    let delta = delta_piece(difference.units_delta);
    let delta = Piece::new(fit_right(&delta.text, DELTA), delta.role);
    let what = change(ctx, difference);
    let decision = settled_piece(ctx.env, ctx.review.settled(difference));
    if lines > 1 {
        let (day, rest) = what.split_once(' ').unwrap_or((&what, ""));
        let room = cells.saturating_sub(2 + width(&class.text) + 1 + width(delta.text.trim_start()));
        let day = Piece::new(format!(" {}", fit(day, room)), Role::Text);
        let delta = Piece::new(delta.text.trim_start(), delta.role);
        let room = cells.saturating_sub(2 + DECISION.0);
        let what = Piece::new(fit(&format!(" {rest}"), room), Role::TextDim);
        let decision = Piece::new(fit_right(&decision.text, DECISION.0), decision.role);
        return vec![vec![class, day, delta], vec![what, decision]];
    }
    let has_room = cells >= usize::from(ONE_LINE.0);
    let decided = if has_room { DECISION.0 } else { DECISION.1 };
    // The first character of each word is another one.
    let word = if has_room { decision.text } else { head(&decision.text, 2).0.to_owned() };
    let decision = Piece::new(fit_right(&word, decided), decision.role);
    let mut room = cells.saturating_sub(2 + CLASS + 1 + 1 + DELTA + decided);
    let office = display(&ctx.review.month.office_name(difference.provider));
    // The office stands in the list when what changed has its full width anyway.
    let office = if room >= 76 { fit(&office, room - 54) } else { String::new() };
    room -= width(&office);
    vec![vec![
        Piece::new(fit(&class.text, CLASS + 1), class.role),
        Piece::new(fit(&what, room), Role::Text),
        Piece::new(office, Role::TextDim),
        Piece::new(" ", Role::Text),
        delta,
        decision,
    ]]
}

/// Draws what each provider and kind add up to, with the sum of all. The group of the cursor is always among them.
pub(super) fn totals(
    ctx: Ctx<'_>,
    (totals, states): (&[ProviderLine], &[Cell]),
    current: Option<usize>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let env = ctx.env;
    let body = pane(ctx, &env.text("client-totals"), area, buffer);
    let each = lines_each(area);
    // The sum stands below the last one.
    let room = usize::from(body.height.saturating_sub(each) / each);
    let first = (current.unwrap_or_default() + 1).saturating_sub(room.max(1));
    let first = first.min(totals.len().saturating_sub(room));
    let shown = totals.iter().enumerate().skip(first).take(room);
    for (y, (index, total)) in (0_u16..).zip(shown) {
        let (_, rest) = split_top(body, y * each);
        let (place, _) = split_top(rest, each);
        let cells = usize::from(place.width.saturating_sub(3));
        for (line, pieces) in (0..).zip(total_lines(ctx, total, states.get(index).copied(), cells, each)) {
            put_pieces(
                buffer,
                line_of(place, line),
                (2, 0),
                place.width.saturating_sub(2),
                &pieces,
                &env.theme,
            );
        }
        if current == Some(index) {
            put(buffer, place, (0, 0), 1, ">", env.theme.style(Role::Cursor));
            buffer.set_style(place.intersection(buffer.area), env.theme.cursor_row());
        }
    }
    let below = u16::try_from(totals.len().min(room)).unwrap_or(u16::MAX).saturating_mul(each);
    let (_, last) = split_top(body, below);
    sum(ctx, totals, totals.len().saturating_sub(room), split_top(last, each).0, buffer);
}

/// Draws the sum of all, and how many are not seen.
fn sum(ctx: Ctx<'_>, totals: &[ProviderLine], hidden: usize, area: Rect, buffer: &mut Buffer) {
    let env = ctx.env;
    let add = |of: fn(&ProviderLine) -> i64| totals.iter().map(of).sum::<i64>();
    let (plan, actual) = (add(|total| total.plan_units), add(|total| total.actual_units));
    let more = env.format("board-more", &[("count", Arg::from(hidden))]);
    let word = format!("{}  {}", env.text("word-total"), if hidden > 0 { more } else { String::new() });
    let cells = usize::from(area.width.saturating_sub(3));
    let strong = env.theme.style(Role::TextStrong);
    let room = area.width.saturating_sub(2);
    if area.height > 1 {
        put(buffer, area, (2, 0), room, &word, strong);
        put(buffer, area, (3, 1), room, &units_in(env, plan, actual, cells), strong);
        return;
    }
    let all = units_in(env, plan, actual, cells);
    let text = format!("{}{all}", fit(&word, cells.saturating_sub(width(&all))));
    put(buffer, area, (2, 0), room, &text, strong);
}

fn total_lines(
    ctx: Ctx<'_>,
    total: &ProviderLine,
    state: Option<Cell>,
    cells: usize,
    lines: u16,
) -> Vec<Vec<Piece>> {
    if lines == 1 {
        return vec![heading(ctx, total, state, cells)];
    }
    let state = state.map(|cell| state_word(ctx.env, cell)).into_iter();
    let name = format!(" {} {}", ctx.words().kind(total.kind), ctx.words().office(total.provider));
    let first = state.chain([Piece::new(cut(&name, cells), Role::Text)]).collect();
    let units = units_in(ctx.env, total.plan_units, total.actual_units, cells);
    vec![
        first,
        vec![Piece::new(format!(" {units}"), delta_piece(total.actual_units - total.plan_units).role)],
    ]
}
