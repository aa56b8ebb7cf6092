//! Draws the model: the head, the screen, the hints, and the windows over them.

mod tabs;

pub use tabs::tab_at;

use super::action::{Action, Scope};
use super::desk::Desk;
use super::env::Env;
use super::model::{Model, Phase, SMALLEST};
use super::parts::gauge::share;
use super::parts::paint::{Piece, fill, put, put_pieces, row};
use super::theme::Role;
use crate::app::review::Review;
use crate::check::{AtRisk, Severity};
use crate::i18n::Arg;
use crate::i18n::width::{display, width, wrap};
use crate::report::layout::grouped;
use crate::tui::env::Ctx;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws everything. Changes nothing.
pub fn view(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let cursor = draw(model, area, frame.buffer_mut());
    if let Some(cursor) = cursor.filter(|cursor| area.contains(*cursor)) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws everything on a buffer; returns where the terminal's own cursor belongs.
pub fn draw(model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let env = &model.env;
    fill(buffer, area, env.theme.style(Role::Text));
    let cursor =
        if model.is_large_enough() { draw_all(model, area, buffer) } else { too_small(env, area, buffer) };
    env.charset.settle(buffer);
    cursor
}

fn draw_all(model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let body = model.body();
    head(model, row(area, 0), buffer);
    tabs::draw(model, row(area, 1), buffer);
    let mut cursor = match model.phase() {
        Phase::Ready(review) => {
            let ctx = Ctx { env: &model.env, review };
            model.screens().get(model.current()).draw(ctx, body, buffer)
        }
        Phase::Reading { done, total } => reading(&model.env, body, *done, *total, buffer),
        Phase::Stopped(reasons) => stopped(&model.env, body, reasons, buffer),
    };
    foot(model, row(area, area.height.saturating_sub(1)), buffer);
    for layer in model.layers() {
        cursor = layer.draw(model.layer_ctx(), area, buffer);
    }
    cursor
}

fn too_small(env: &Env, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let (columns, rows) = SMALLEST;
    let args = [("columns", Arg::from(u32::from(columns))), ("rows", Arg::from(u32::from(rows)))];
    let text = env.format("screen-too-small", &args);
    for (y, line) in (0_u16..area.height).zip(wrap(&text, usize::from(area.width))) {
        put(buffer, row(area, y), (0, 0), area.width, &line, env.theme.style(Role::Text));
    }
    None
}

/// Program, month, office and the days that are left.
fn head(model: &Model, area: Rect, buffer: &mut Buffer) {
    let env = &model.env;
    let style = env.theme.style(Role::Title);
    fill(buffer, area, style);
    // On a narrow screen the month and the days that are left matter more than the name of the program.
    let (is_narrow, has_name) = (area.width < 60, area.width >= 100);
    let name = if has_name { format!(" {} ", env.text("program-name")) } else { String::new() };
    let mut pieces = vec![Piece::new(name, Role::TitleStrong)];
    let mut deadline = String::new();
    if let Some(review) = model.review() {
        let month = review.month.month;
        let month = if is_narrow { env.dates.short_month(month) } else { env.dates.month(month) };
        pieces.push(Piece::new(format!(" {month} "), Role::TitleStrong));
        pieces.push(Piece::new(offices(env, review), Role::Title));
        let [risk, standing] = [risk(env, review, area.width), standing(model, review)];
        deadline = format!("{risk}{standing}{} ", days_left(env, review));
    } else {
        let paths = env.places.opened.iter().map(|path| display(&path.display().to_string()));
        pieces.push(Piece::new(format!(" {}", paths.collect::<Vec<_>>().join(" ")), Role::Title));
    }
    let taken = u16::try_from(width(&deadline)).unwrap_or(0).min(area.width);
    put_pieces(buffer, area, (0, 0), area.width - taken, &pieces, &env.theme);
    put(buffer, area, (area.width - taken, 0), taken, &deadline, env.theme.style(Role::TitleStrong));
}

/// What is not paid, or only later, if everything is sent as it stands.
fn risk(env: &Env, review: &Review, cells: u16) -> String {
    let words = |id: &str, value: String| env.format(id, &[("value", Arg::from(value))]);
    let watch = review.watch();
    let Some(sums) = watch.sums() else {
        let percent = watch.percent(review.month.clients.len());
        return percent.map_or_else(String::new, |done| words("head-checking", done.to_string())) + " ";
    };
    let worse = sums.all.findings - sums.of_severity(Severity::Confirm).findings;
    let amount = match sums.all.risk {
        AtRisk { yen: 1.., .. } => words("head-risk-yen", grouped(sums.all.risk.yen)),
        AtRisk { units: 1.., .. } => words("head-risk-units", grouped(sums.all.risk.units)),
        _ if worse > 0 => words("head-risk-count", worse.to_string()),
        _ => env.text("head-risk-none"),
    };
    let id = if cells < 100 { "head-risk-short" } else { "head-risk" };
    format!(" {} ", env.format(id, &[("amount", Arg::from(amount))]))
}

/// What is left to decide, and why nothing can be decided.
fn standing(model: &Model, review: &Review) -> String {
    let env = &model.env;
    let mut words: Vec<String> = model.arrived_words().into_iter().collect();
    match model.desk() {
        Desk::None => return String::new(),
        Desk::Reader(_) => words.push(env.text("head-reading")),
        Desk::Writer { .. } => {}
    }
    if review.decisions.closed().is_some() {
        words.push(env.text("head-closed"));
    } else {
        words.push(env.format("head-open", &[("count", Arg::from(review.open))]));
    }
    words.push(String::new());
    format!(" {}", words.join("  "))
}

fn offices(env: &Env, review: &Review) -> String {
    let words = env.words(review);
    match review.month.care_offices.as_slice() {
        [] => String::new(),
        [office] => words.office(*office),
        [first, rest @ ..] => {
            let first = words.office(*first);
            env.format(
                "offices-more",
                &[("first", Arg::from(first.as_str())), ("count", Arg::from(rest.len()))],
            )
        }
    }
}

/// 締切: claims of a service month are due on the 10th of the next one.
fn days_left(env: &Env, review: &Review) -> String {
    let next = review.month.month.next();
    let Some(due) = next.date(10) else { return String::new() };
    let left = due.signed_duration_since(env.today).num_days();
    let date = env.dates.date(due);
    let args = |days: i64| [("date", Arg::from(date.as_str())), ("days", Arg::from(days))];
    match left {
        0 => env.format("deadline-today", &args(0)),
        left if left > 0 => env.format("deadline-left", &args(left)),
        left => env.format("deadline-passed", &args(-left)),
    }
}

fn reading(env: &Env, area: Rect, done: usize, total: usize, buffer: &mut Buffer) -> Option<Position> {
    let theme = &env.theme;
    put(
        buffer,
        row(area, 1),
        (2, 0),
        area.width,
        &env.text("progress-reading"),
        theme.style(Role::TextStrong),
    );
    let cells = area.width.saturating_sub(24).min(50);
    let whole = i64::try_from(total).unwrap_or(i64::MAX);
    let mut pieces = share(env.charset.glyphs(), i64::try_from(done).unwrap_or(whole), whole, cells);
    if total > 0 {
        pieces.push(Piece::new(format!("  {done} / {total}"), Role::Text));
    }
    put_pieces(buffer, row(area, 3), (2, 0), area.width.saturating_sub(2), &pieces, theme);
    let key = env.keymap.shown(Action::Back);
    let hint = env.format("reading-hint", &[("key", Arg::from(key.as_str()))]);
    put(buffer, row(area, 5), (2, 0), area.width, &hint, theme.style(Role::TextDim));
    None
}

fn stopped(env: &Env, area: Rect, reasons: &[String], buffer: &mut Buffer) -> Option<Position> {
    let theme = &env.theme;
    let stopped = [env.text("reading-stopped")];
    let reasons = if reasons.is_empty() { &stopped } else { reasons };
    let keys = [Action::Reload, Action::Quit].map(|action| env.keymap.shown(action));
    let [reload, quit] = keys;
    let hint = env.format(
        "stopped-hint",
        &[("reload", Arg::from(reload.as_str())), ("quit", Arg::from(quit.as_str()))],
    );
    let cells = usize::from(area.width.saturating_sub(4));
    let lines = reasons.iter().flat_map(|reason| wrap(&display(reason), cells));
    let mut y = 1;
    for line in lines {
        put(buffer, row(area, y), (2, 0), area.width, &line, theme.style(Role::Text));
        y += 1;
    }
    put(buffer, row(area, y + 1), (2, 0), area.width, &hint, theme.style(Role::TextDim));
    None
}

/// What was said last, else the keys that matter here.
fn foot(model: &Model, area: Rect, buffer: &mut Buffer) {
    let env = &model.env;
    let theme = &env.theme;
    fill(buffer, area, theme.style(Role::Hint));
    if let Some(notice) = model.notice() {
        fill(buffer, area, theme.style(Role::NoticeInfo));
        put(buffer, area, (1, 0), area.width, &display(notice), theme.style(Role::NoticeInfo));
        return;
    }
    put_pieces(buffer, area, (1, 0), area.width.saturating_sub(1), &hints(model, area.width), theme);
}

/// Key and name of the actions worth naming, the help and the end always among them.
fn hints(model: &Model, cells: u16) -> Vec<Piece> {
    let env = &model.env;
    let scopes = model.scopes();
    let rank = |scope: Scope| scopes.iter().position(|known| *known == scope);
    let mut actions: Vec<Action> = Action::ALL
        .iter()
        .copied()
        .filter(|action| action.is_hinted() && rank(action.scope()).is_some() && model.offers(*action))
        .collect();
    let is_kept =
        |action: Action| matches!(action, Action::Help | Action::Quit | Action::Close | Action::FieldCancel);
    actions.sort_by_key(|action| (is_kept(*action), *action != Action::Open, rank(action.scope())));
    let texts: Vec<(Action, String, String)> = actions
        .into_iter()
        .filter_map(|action| {
            let key = env.keymap.keys(action).first()?.short_name();
            Some((action, key, env.action_label(action)))
        })
        .collect();
    let needed = |(_, key, label): &(Action, String, String)| width(key) + width(label) + 3;
    let kept: usize = texts.iter().filter(|text| is_kept(text.0)).map(needed).sum();
    let mut room = usize::from(cells).saturating_sub(kept + 1);
    let mut out = Vec::new();
    for text in texts {
        if !is_kept(text.0) {
            let Some(left) = room.checked_sub(needed(&text)) else { continue };
            room = left;
        }
        out.push(Piece::new(text.1, Role::HintKey));
        out.push(Piece::new(format!(" {}  ", text.2), Role::Hint));
    }
    out
}
