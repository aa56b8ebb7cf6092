//! The chosen claim in full: what it comes to, what is missing, its lines, what a person should look at.

use super::one::{One, manager_of};
use super::rows::{manager, unknown_kind, waiting};
use crate::app::fee::{FeeEntry, FeeState};
use crate::app::own::OwnMonth;
use crate::app::tally::SlipState;
use crate::i18n::Arg;
use crate::i18n::width::{fit, fit_right, wrap};
use crate::report::fee_words::{
    ClaimLine, base_text, claim_lines, claim_note_sentence, is_urgent, not_due_sentence, open_sentences,
    price_text, state_sentence, tier_text,
};
use crate::report::layout::grouped;
use crate::report::tally_words::state_id as slip_state_id;
use crate::report::words::care_level;
use crate::tui::action::Action;
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::fee::{FeeStanding, fee_mark};
use crate::tui::parts::paint::Piece;
use crate::tui::theme::Role;

type Line = Vec<Piece>;

/// Cells of the columns of a claim's lines beside their names: code, units, 回数, units of all times.
const CODE: usize = 8;
const NUMBERS: [usize; 3] = [8, 5, 9];

/// Most cells of a name: a number far from its name is hard to read.
const NAME: usize = 50;

/// Everything there is to say about a client, so many cells wide.
pub(super) fn lines(ctx: Ctx<'_>, one: One<'_>, cells: usize) -> Vec<Line> {
    match one {
        One::Claim(entry, state) => of_claim(ctx, entry, state, cells),
        One::LeftOut(left) => {
            let mut out = Vec::new();
            say(&mut out, ("-", not_due_sentence(ctx.words(), left.why), Role::TextDim), cells);
            out
        }
    }
}

fn of_claim(ctx: Ctx<'_>, entry: &FeeEntry, state: FeeState, cells: usize) -> Vec<Line> {
    let (env, texts) = (ctx.env, &ctx.env.texts);
    let (_, role, _) = fee_mark(FeeStanding::Claim(state));
    let mut out = vec![vec![Piece::new(summary(env, entry), Role::TextStrong)]];
    match state {
        FeeState::Open => {}
        FeeState::Waits(slip) => say(&mut out, ("~", waits(env, slip), waiting(state)), cells),
        _ => say(&mut out, (" ", state_sentence(texts, state), role), cells),
    }
    for sentence in open_sentences(ctx.words(), entry) {
        say(&mut out, ("!", sentence, Role::StateFaulty), cells);
    }
    out.extend(table(env, entry, cells));
    let (urgent, other): (Vec<_>, Vec<_>) = entry.notes.iter().partition(|note| is_urgent(note));
    for note in urgent {
        say(&mut out, ("*", claim_note_sentence(texts, note), Role::StateAsked), cells);
    }
    for note in other {
        say(&mut out, ("-", claim_note_sentence(texts, note), Role::Text), cells);
    }
    if matches!(state, FeeState::Ready | FeeState::Changed) {
        say(&mut out, ("-", env.text("fees-write"), Role::TextDim), cells);
    }
    out
}

/// A sentence with its mark, over as many lines as it takes.
fn say(out: &mut Vec<Line>, (mark, text, role): (&str, String, Role), cells: usize) {
    for (at, line) in wrap(&text, cells.saturating_sub(2)).into_iter().enumerate() {
        let mark = if at == 0 { mark } else { " " };
        out.push(vec![Piece::new(format!("{mark} {line}"), role)]);
    }
}

fn waits(env: &Env, slip: SlipState) -> String {
    let args = [
        ("state", Arg::from(env.text(slip_state_id(slip)))),
        ("key", Arg::from(env.keymap.shown(Action::ShowSlips))),
    ];
    env.format("fees-waits", &args)
}

/// `居宅介護支援(I)(i)  単価 11.05円  1,109単位  12,254円  様式 8124`.
fn summary(env: &Env, entry: &FeeEntry) -> String {
    let kind = format!("{}{}", base_text(&env.texts, entry.base), entry.tier.map_or("", tier_text));
    let kind = if entry.base.is_some() { kind } else { unknown_kind(env, entry) };
    let Ok(claim) = &entry.claim else { return kind };
    let mut args = vec![
        ("kind", Arg::from(kind)),
        ("units", Arg::from(grouped(claim.total))),
        ("yen", Arg::from(grouped(claim.yen))),
    ];
    let Some(record) = &entry.slip else { return env.format("fees-summary", &args) };
    args.push(("price", Arg::from(price_text(record.unit_price))));
    args.push(("form", Arg::from(record.form.exchange_id())));
    env.format("fees-summary-priced", &args)
}

/// The lines of the claim under their headings.
fn table(env: &Env, entry: &FeeEntry, cells: usize) -> Vec<Line> {
    let lines = claim_lines(&env.texts, entry);
    if lines.is_empty() {
        return Vec::new();
    }
    let heads = ["fee-units", "column-count", "fees-line-units"].map(|id| env.text(id));
    let texts = [env.text("column-fee-code"), env.text("fee-form-service")];
    let mut out = vec![line(texts, &heads, [Role::Header; 2], cells)];
    let one = |of: &ClaimLine| {
        let code = of.code.map_or_else(|| "-".to_owned(), |code| code.to_string());
        let numbers = [grouped(of.units), of.count.to_string(), grouped(of.service_units())];
        line([code, of.name.clone()], &numbers, [Role::Text, Role::Units], cells)
    };
    out.extend(lines.iter().map(one));
    out
}

fn line(texts: [String; 2], numbers: &[String; 3], [text, number]: [Role; 2], cells: usize) -> Line {
    let taken = 2 + CODE + 1 + NUMBERS.iter().map(|cells| cells + 1).sum::<usize>();
    let [code, name] = texts;
    let name = fit(&name, cells.saturating_sub(taken).min(NAME));
    let numbers = numbers.iter().zip(NUMBERS).map(|(text, cells)| format!(" {}", fit_right(text, cells)));
    vec![
        Piece::new(format!("  {} {name}", fit(&code, CODE)), text),
        Piece::new(numbers.collect::<String>(), number),
    ]
}

/// Name, number, level and manager of a client, for the rule above the details.
pub(super) fn title(ctx: Ctx<'_>, own: &OwnMonth, one: One<'_>) -> String {
    let texts = &ctx.env.texts;
    let client = one.client();
    [
        ctx.words().client_name(client),
        format!("{}-{}", client.insurer, client.insured),
        one.level(own).map(|level| care_level(texts, level)).unwrap_or_default(),
        manager(ctx.env, manager_of(own, one)),
    ]
    .join("  ")
}
