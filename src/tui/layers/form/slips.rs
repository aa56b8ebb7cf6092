//! What the forms about 給付管理票 say: whose slip it is, what it would be without a choice, what a choice brings about.

use crate::app::tally::{ClientSlip, Proposal, TallyNote, client_slip};
use crate::domain::slip::{GateBlock, SlipAction};
use crate::i18n::Arg;
use crate::report::event_words::action_words;
use crate::report::tally_words::{block_sentence, note_sentence, proposal_id};
use crate::tui::env::Ctx;
use crate::tui::filter::gate_word;

fn slip(ctx: Ctx<'_>, client: usize) -> Option<ClientSlip> {
    client_slip(&ctx.review.tally_ground(ctx.window()), client)
}

/// Whose slip, what is chosen, and what would be without a choice.
pub(super) fn about_action(ctx: Ctx<'_>, client: usize, action: Option<SlipAction>) -> Vec<String> {
    let Some(slip) = slip(ctx, client) else { return Vec::new() };
    let env = ctx.env;
    let wanted = [("action", Arg::from(action_words(&env.texts, action)))];
    let proposed = [("action", Arg::from(env.text(proposal_id(slip.proposal))))];
    vec![
        format!("{}  {}", ctx.words().client_name(slip.client), env.format("form-slip-action", &wanted)),
        env.format("form-slip-proposed", &proposed),
    ]
}

/// What a choice brings about that a person may not want.
pub(super) fn warnings(ctx: Ctx<'_>, client: usize, action: Option<SlipAction>) -> Vec<String> {
    let Some(slip) = slip(ctx, client) else { return Vec::new() };
    let is_decided = matches!(slip.proposal, Proposal::Replace | Proposal::Unchanged | Proposal::NothingLeft);
    let said = |id: &str| ctx.env.text(id);
    match action {
        Some(SlipAction::Cancel) => {
            let takes_all = note_sentence(ctx.words(), &TallyNote::CancelTakesAll);
            let nothing = (!is_decided).then(|| said("form-nothing-decided"));
            std::iter::once(takes_all).chain(nothing).collect()
        }
        Some(SlipAction::New) if is_decided => vec![said("form-new-on-decided")],
        Some(SlipAction::Replace) if !is_decided => vec![said("form-nothing-decided")],
        Some(_) => Vec::new(),
        None => vec![said("form-held-back")],
    }
}

/// Whose slip, and what blocks it.
pub(super) fn about_block(ctx: Ctx<'_>, client: usize, block: GateBlock) -> Vec<String> {
    let Some(slip) = slip(ctx, client) else { return Vec::new() };
    let wanted = [("block", Arg::from(gate_word(ctx.env, block)))];
    let name = ctx.words().client_name(slip.client);
    let mut lines = vec![format!("{name}  {}", ctx.env.format("form-let-through", &wanted))];
    lines.extend(slip.block(block).map(|block| block_sentence(ctx.words(), block)));
    lines
}
