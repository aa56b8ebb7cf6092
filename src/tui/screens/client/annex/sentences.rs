//! What stands below the rows of a 別表: what keeps it from being computed, who has to decide, what differs.

use crate::app::worth::Worth;
use crate::i18n::Arg;
use crate::i18n::width::{display, wrap};
use crate::report::sheet_words::{difference_sentence, shares_sentences};
use crate::report::tally_words::{worth_fault_sentence, worth_note_sentence};
use crate::tui::env::Ctx;
use crate::tui::parts::paint::Piece;
use crate::tui::theme::Role;

/// The lines, broken for so many cells, what matters most first.
pub(super) fn of(ctx: Ctx<'_>, worth: &Worth, cells: usize) -> Vec<Piece> {
    let words = ctx.words();
    let mut out = Vec::new();
    let mut say = |sign: &str, role: Role, text: &str| {
        let broken = wrap(&display(text), cells.saturating_sub(sign.len() + 1));
        for (at, line) in broken.iter().enumerate() {
            let sign = if at == 0 { sign.to_owned() } else { " ".repeat(sign.len()) };
            out.push(Piece::new(format!("{sign} {line}"), role));
        }
    };
    if worth.sheet.is_none() {
        say("!", Role::StateFaulty, &ctx.env.text("client-annex-none"));
    }
    for fault in &worth.faults {
        say("!", Role::StateFaulty, &worth_fault_sentence(words, fault, &worth.lines));
    }
    for sentence in shares_sentences(words, &worth.shares) {
        say("!", Role::StateAsked, &sentence);
    }
    if !worth.differences.is_empty() {
        let count = [("count", Arg::from(worth.differences.len()))];
        say("~", Role::MarkChanged, &ctx.env.format("sheet-differences", &count));
    }
    for difference in &worth.differences {
        say("  ", Role::Text, &difference_sentence(words, difference));
    }
    for note in &worth.notes {
        say("*", Role::TextDim, &worth_note_sentence(words, note, &worth.lines));
    }
    out
}
