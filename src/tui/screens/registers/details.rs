//! The chosen row in full: every column, whether the row counts in the month, what the register is for.

use super::content::Content;
use crate::app::registers::{Standing, register};
use crate::i18n::width::{display, width, wrap};
use crate::report::register_words::{cell_in_full, standing_sentence, use_sentence};
use crate::report::registers::{column_title, unreadable_sentence};
use crate::tui::env::Ctx;
use crate::tui::parts::paint::Piece;
use crate::tui::theme::Role;

type Line = Vec<Piece>;

/// Blanks between two columns on one line.
const GAP: usize = 2;

/// Everything there is to say about a row, so many cells wide; of the register when it has no row.
pub(super) fn lines(ctx: Ctx<'_>, content: &Content, row: usize, cells: usize) -> Vec<Line> {
    let texts = &ctx.env.texts;
    let mut out = Vec::new();
    let say = |text: &str, role: Role, out: &mut Vec<Line>| {
        out.extend(wrap(text, cells).into_iter().map(|line| vec![Piece::new(line, role)]));
    };
    if let Some(line) = content.rows.get(row) {
        if line.is_unreadable {
            let unreadable = ctx.review.registers.unreadable().iter();
            let mut own = unreadable.filter(|row| row.register == content.name && row.key == line.key);
            if let Some(row) = own.next() {
                say(&format!("! {}", unreadable_sentence(texts, row)), Role::StateFaulty, &mut out);
            }
        } else if let Some(standing) = line.standing {
            let month = ctx.env.dates.short_month(ctx.review.month.month);
            let role = if standing == Standing::InForce { Role::TextStrong } else { Role::StateAsked };
            say(&standing_sentence(texts, standing, &month), role, &mut out);
        }
        out.extend(flow(&pairs(ctx, content, row), cells));
    }
    say(&use_sentence(texts, content.name), Role::TextDim, &mut out);
    out
}

/// Title and text of every column.
fn pairs(ctx: Ctx<'_>, content: &Content, row: usize) -> Vec<(String, String)> {
    let texts = &ctx.env.texts;
    let Some(register) = register(content.name) else {
        let shown = content.shown(ctx, row);
        return content.shown_columns(0).map(|(_, column)| column.title.clone()).zip(shown).collect();
    };
    let named = content.named(row);
    let pair = |column| {
        let text = cell_in_full(ctx.words(), &ctx.review.registers, (register.name, column), &named);
        (column_title(texts, register.name, column.name), text)
    };
    register.all_columns().map(pair).collect()
}

/// Titles and texts side by side, as many on a line as fit; a long one takes lines of its own.
fn flow(pairs: &[(String, String)], cells: usize) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut taken = cells + 1;
    for (title, text) in pairs {
        let text = if text.is_empty() { "-".to_owned() } else { display(text) };
        let needed = width(title) + 1 + width(&text);
        if taken + GAP + needed > cells {
            if needed > cells {
                let whole = wrap(&format!("{title} {text}"), cells);
                out.extend(whole.into_iter().map(|line| vec![Piece::new(line, Role::Text)]));
                taken = cells + 1;
                continue;
            }
            out.push(Vec::new());
            taken = 0;
        }
        let gap = if taken == 0 { 0 } else { GAP };
        let Some(line) = out.last_mut() else { break };
        line.push(Piece::new(format!("{}{title} ", " ".repeat(gap)), Role::TextDim));
        line.push(Piece::new(text, Role::Text));
        taken += gap + needed;
    }
    out
}
