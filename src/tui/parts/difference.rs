//! A difference in words and marks, for every screen that shows one.

use crate::domain::difference::{Difference, DifferenceClass, PlacedRow};
use crate::domain::row::ServiceRow;
use crate::i18n::Arg;
use crate::i18n::width::{display, right, width};
use crate::report::layout::{grouped, signed};
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::paint::{Piece, fill, put, put_pieces, row as line_of};
use crate::tui::parts::settled::decision_sentence;
use crate::tui::parts::severity::effect_piece;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Mark and colour of a class: what is missing, what is extra, what moved, what changed.
pub fn class_mark(class: DifferenceClass) -> (&'static str, Role) {
    match class {
        DifferenceClass::Missing => ("-", Role::MarkMissing),
        DifferenceClass::Extra => ("+", Role::MarkExtra),
        DifferenceClass::MovedDate => (">", Role::MarkMoved),
        _ => ("~", Role::MarkChanged),
    }
}

/// Mark and short name of a class.
pub fn class_piece(env: &Env, class: DifferenceClass) -> Piece {
    let (mark, role) = class_mark(class);
    Piece::new(
        format!("{mark}{}", env.text(&format!("class-short-{}", class.name().replace('_', "-")))),
        role,
    )
}

/// Units with their sign; zero without one, whose usual sign has a doubtful width.
pub fn signed_units(delta: i64) -> String {
    if delta == 0 { "0".to_owned() } else { signed(delta) }
}

/// Units with their sign, in the colour of more or fewer.
pub fn delta_piece(delta: i64) -> Piece {
    let role = match delta {
        0 => Role::TextDim,
        delta if delta > 0 => Role::UnitsMore,
        _ => Role::UnitsLess,
    };
    Piece::new(signed_units(delta), role)
}

/// What changed, in a narrow column: day and time first, then what differs.
pub fn change(ctx: Ctx<'_>, difference: &Difference) -> String {
    let both = |show: &dyn Fn(&ServiceRow) -> String| {
        let one = |placed: &Option<PlacedRow>| placed.as_ref().map(|placed| show(&placed.row));
        match (one(&difference.plan), one(&difference.actual)) {
            (Some(plan), Some(actual)) if plan != actual => (format!("{plan}->{actual}"), true),
            (Some(text), _) | (None, Some(text)) => (text, false),
            (None, None) => (String::new(), false),
        }
    };
    let words = ctx.words();
    let (day, _) = both(&|row| words.day(row.day));
    let (times, _) = both(&|row| words.times(row));
    let (code, code_differs) = both(&|row| row.code.to_string());
    let (count, count_differs) = both(&|row| row.count.to_string());
    let (units, units_differ) = both(&|row| row.units.to_string());
    // Days stand under each other.
    let day = right(&day, width(&words.day(28)));
    let mut parts = vec![day, times, code];
    if count_differs {
        parts.push(ctx.env.format("change-count", &[("count", Arg::from(count.as_str()))]));
    }
    if units_differ && !code_differs {
        parts.push(ctx.env.format("change-units", &[("units", Arg::from(units.as_str()))]));
    }
    parts.join(" ")
}

/// Both rows of a difference in full, each on its line, under a line with the client and the effect.
pub fn details(ctx: Ctx<'_>, difference: &Difference, area: Rect, buffer: &mut Buffer) {
    let env = ctx.env;
    fill(buffer, area, env.theme.style(Role::Text));
    let words = ctx.words();
    let border = env.charset.glyphs().horizontal.repeat(usize::from(area.width));
    put(buffer, area, (0, 0), area.width, &border, env.theme.style(Role::Border));
    let head = format!(
        " {} {} / {} {} ",
        words.client_name(difference.client),
        difference.client.insured,
        words.office(difference.provider),
        words.kind(difference.kind)
    );
    put(buffer, area, (2, 0), area.width.saturating_sub(4), &head, env.theme.style(Role::TextStrong));
    for (y, side, placed) in [(1, "word-plan", &difference.plan), (2, "word-actual", &difference.actual)] {
        let label = format!("{} ", env.text(side));
        let text = match placed {
            Some(placed) => row_words(ctx, &placed.row),
            None => env.text("word-none"),
        };
        let mut pieces = vec![Piece::new(label, Role::TextDim), Piece::new(text, Role::Text)];
        if y == 2 {
            let delta = delta_piece(difference.units_delta);
            let args = [("units", Arg::from(delta.text.as_str()))];
            pieces.push(Piece::new(format!("  {}", env.format("units-effect", &args)), delta.role));
            let position = ctx.review.month.position(difference.client);
            let effect = position.and_then(|position| effect_piece(ctx, position, &difference.id));
            pieces.extend(effect.map(|effect| Piece::new(format!("  {}", effect.text), effect.role)));
        }
        put_pieces(buffer, line_of(area, y), (1, 0), area.width.saturating_sub(1), &pieces, &env.theme);
    }
    if let Some(decision) = decision_sentence(ctx, difference) {
        put_pieces(buffer, line_of(area, 3), (1, 0), area.width.saturating_sub(1), &[decision], &env.theme);
    }
}

/// A row in words: day, times, code and its name, count, units.
pub fn row_words(ctx: Ctx<'_>, row: &ServiceRow) -> String {
    let words = ctx.words();
    let name = ctx.review.code_name(row.code).map(display).unwrap_or_default();
    let total = grouped(row.total_units());
    let (day, times) = (words.day(row.day), words.times(row));
    let args = [
        ("day", Arg::from(day.as_str())),
        ("times", Arg::from(times.as_str())),
        ("code", Arg::from(row.code.as_str())),
        ("name", Arg::from(name.as_str())),
        ("count", Arg::from(u32::from(row.count))),
        ("units", Arg::from(i64::from(row.units))),
        ("total", Arg::from(total.as_str())),
    ];
    ctx.env.format("row-words", &args)
}
