//! What happens to a claim, as mark, word and colour.

use super::paint::Piece;
use crate::check::Severity;
use crate::i18n::Arg;
use crate::i18n::width::width;
use crate::report::finding_words::severity as word;
use crate::report::layout::grouped;
use crate::tui::env::{Ctx, Env};
use crate::tui::theme::Role;

/// Mark and colour of a severity.
pub fn severity_mark(severity: Severity) -> (&'static str, Role) {
    match severity {
        Severity::Return => ("!", Role::StateFaulty),
        Severity::Hold => (".", Role::StateNotArrived),
        Severity::Cut => ("~", Role::StateDifferent),
        Severity::Confirm => ("?", Role::StateAsked),
    }
}

/// Mark and word of a severity: `!返戻見込`.
pub fn severity_piece(env: &Env, severity: Severity) -> Piece {
    let (mark, role) = severity_mark(severity);
    Piece::new(format!("{mark}{}", word(&env.texts, severity)), role)
}

/// Cells that the longest severity takes with its mark.
pub fn severity_cells(env: &Env) -> u16 {
    let widest = Severity::ALL.iter().map(|severity| width(&word(&env.texts, *severity)) + 1).max();
    u16::try_from(widest.unwrap_or(0)).unwrap_or(u16::MAX)
}

/// The word for what becomes of claims: a severity, or 影響なし.
pub fn effect_word(env: &Env, severity: Option<Severity>) -> String {
    severity.map_or_else(|| env.text("severity-none"), |severity| word(&env.texts, severity))
}

/// What becomes of claims because of a difference, with its mark; `None` while the month is being checked.
pub fn effect_piece(ctx: Ctx<'_>, client: usize, difference: &str) -> Option<Piece> {
    let severity = ctx.review.watch().checks()?.client(client)?.severity_of(difference);
    let (mark, role) = severity.map_or(("", Role::TextDim), severity_mark);
    Some(Piece::new(format!("{mark}{}", effect_word(ctx.env, severity)), role))
}

/// `12,345円`; a dash where no yen are known.
pub fn yen(env: &Env, yen: Option<i64>) -> String {
    yen.map_or_else(|| "-".to_owned(), |yen| env.format("findings-yen", &[("yen", Arg::from(grouped(yen)))]))
}
