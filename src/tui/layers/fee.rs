//! A claim of the own office as the paper form (様式第七, 様式第七の二), before it is written.

use super::Layer;
use super::message::Message;
use super::slip::Preview;
use crate::app::fee::{FeeEntry, FeeState, LeftOut};
use crate::i18n::Arg;
use crate::report::fee_form::lines;
use crate::report::fee_words::{
    claim_lines, claim_note_sentence, not_due_sentence, open_sentences, state_id, state_sentence,
};
use crate::report::slip_words::SlipWords;
use crate::tui::env::Ctx;

/// A window with the form of a claim, or with the reasons why there is none.
pub fn fee_preview(ctx: Ctx<'_>, entry: &FeeEntry, state: FeeState) -> Box<dyn Layer> {
    let env = ctx.env;
    let Some(record) = entry.slip.clone() else {
        return Box::new(Message::new(env.text("fees-preview-none"), &reasons(ctx, entry, state)));
    };
    let title = env.format("fees-preview", &[("state", Arg::from(env.text(state_id(state))))]);
    let names: Vec<String> = claim_lines(&env.texts, entry).into_iter().map(|line| line.name).collect();
    let form = move |words: SlipWords<'_>, cells: usize| lines(&record, &names, words, cells);
    Box::new(Preview::new(title, Box::new(form)))
}

fn reasons(ctx: Ctx<'_>, entry: &FeeEntry, state: FeeState) -> Vec<String> {
    let mut reasons = open_sentences(ctx.words(), entry);
    if reasons.is_empty() {
        reasons.push(state_sentence(&ctx.env.texts, state));
        reasons.extend(entry.notes.iter().map(|note| claim_note_sentence(&ctx.env.texts, note)));
    }
    reasons
}

/// A window that says why a client is not claimed.
pub fn left_out(ctx: Ctx<'_>, left: &LeftOut) -> Box<dyn Layer> {
    let reason = not_due_sentence(ctx.words(), left.why);
    Box::new(Message::new(ctx.env.text("fees-preview-none"), &[reason]))
}
