//! What was decided about a difference, as word and sentence.

use super::paint::Piece;
use crate::app::review::Settled;
use crate::domain::decision::{RowContent, Stage, Verdict};
use crate::domain::difference::Difference;
use crate::domain::event::Seq;
use crate::domain::ids::ClientKey;
use crate::i18n::Arg;
use crate::i18n::width::{cut, display};
use crate::report::event_words::{settled_id, verdict_id};
use crate::tui::env::{Ctx, Env};
use crate::tui::theme::Role;

/// Cells that 備考 takes at most.
const NOTE: usize = 30;

/// How far the client is: 確認済, 確定.
pub fn stage_piece(ctx: Ctx<'_>, client: ClientKey) -> Option<Piece> {
    Some(match ctx.review.decisions.client(client).stage()? {
        Stage::Checked => Piece::new(ctx.env.text("event-checked"), Role::StateSettled),
        Stage::Fixed => Piece::new(ctx.env.text("event-fixed"), Role::StateFixed),
    })
}

/// 備考 on the client.
pub fn note_piece(ctx: Ctx<'_>, client: ClientKey) -> Option<Piece> {
    let note = ctx.review.decisions.client(client).note()?;
    Some(Piece::new(cut(&display(note), NOTE), Role::StateAsked))
}

/// Cells of the longest word.
pub const CELLS: u16 = 10;

/// The colour of a state of deciding.
fn settled_role(settled: Settled) -> Role {
    match settled {
        Settled::Open => Role::TextDim,
        Settled::Asked | Settled::Held => Role::StateAsked,
        _ => Role::StateSettled,
    }
}

/// The word for what was decided; nothing while nothing is.
pub fn settled_piece(env: &Env, settled: Settled) -> Piece {
    let word = if settled == Settled::Open { String::new() } else { env.text(settled_id(settled)) };
    Piece::new(word, settled_role(settled))
}

/// What was decided about a difference, by whom, when and why; or what had been decided before a file changed it.
pub fn decision_sentence(ctx: Ctx<'_>, difference: &Difference) -> Option<Piece> {
    let env = ctx.env;
    let settled = ctx.review.settled(difference);
    if settled == Settled::Withdrawn {
        return Some(settled_piece(env, settled));
    }
    let Some(held) = ctx.review.decision(difference) else {
        return stale_sentence(ctx, difference).map(|text| Piece::new(text, Role::StateAsked));
    };
    let mut text = env.text(verdict_id(&held.value.verdict));
    let seen = &held.value.seen;
    let more = match &held.value.verdict {
        Verdict::Edit(edit) => {
            let base = seen.plan.as_ref().or(seen.actual.as_ref());
            base.map(|base| content(ctx, Some(&edit.applied(base)))).unwrap_or_default()
        }
        Verdict::Ask { due, text } => {
            let due = due.map(|due| {
                let date = env.dates.date(due);
                env.format("settled-due", &[("date", Arg::from(date.as_str()))])
            });
            [Some(display(text)), due].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Verdict::Adopt | Verdict::Keep | Verdict::Hold => String::new(),
    };
    for part in [more, by_whom(ctx, held.seq)] {
        if !part.is_empty() {
            text.push_str("  ");
            text.push_str(&part);
        }
    }
    Some(Piece::new(text, settled_role(settled)))
}

/// Who decided, when and why; nothing until it is on the disk.
fn by_whom(ctx: Ctx<'_>, seq: Seq) -> String {
    let Some(event) = ctx.review.decisions.event(seq) else { return String::new() };
    let when = if event.person.is_empty() {
        String::new()
    } else {
        let when = ctx.env.dates.date(event.at.date_naive());
        let (person, time) = (display(&event.person), event.at.format("%H:%M").to_string());
        let args = [
            ("person", Arg::from(person.as_str())),
            ("date", Arg::from(when.as_str())),
            ("time", Arg::from(time.as_str())),
        ];
        ctx.env.format("settled-by", &args)
    };
    let reason = display(&event.reason);
    [when, reason].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}

/// 再送で変わりました, with what was decided and on which rows.
fn stale_sentence(ctx: Ctx<'_>, difference: &Difference) -> Option<String> {
    let stale = ctx.review.decided_before(difference)?;
    let seen = &stale.held.value.seen;
    let verdict = ctx.env.text(verdict_id(&stale.held.value.verdict));
    let (plan, actual) = (content(ctx, seen.plan.as_ref()), content(ctx, seen.actual.as_ref()));
    let args = [
        ("verdict", Arg::from(verdict.as_str())),
        ("plan", Arg::from(plan.as_str())),
        ("actual", Arg::from(actual.as_str())),
    ];
    Some(ctx.env.format("settled-stale", &args))
}

fn content(ctx: Ctx<'_>, row: Option<&RowContent>) -> String {
    match row {
        Some(row) => ctx.words().content(row),
        None => ctx.env.text("word-none"),
    }
}
