//! What can be decided about a 給付管理票: 作成区分, what is let through, what became of it.

use crate::app::decide::Refusal;
use crate::app::tally::ClientSlip;
use crate::domain::ids::ClientKey;
use crate::domain::slip::{SlipAction, SlipResult};
use crate::i18n::Arg;
use crate::report::event_words::{action_words, refusal_sentence, slip_result_id};
use crate::report::tally_words::proposal_id;
use crate::tui::effect::Effect;
use crate::tui::filter::gate_word;
use crate::tui::layers::chooser::{Choice, Chooser, Entry};
use crate::tui::layers::form::Purpose;
use crate::tui::model::{Model, ctx};
use crate::tui::wish::Wish;

impl Model {
    /// The slip under the cursor, when something can be decided about it; else says why not.
    fn slip_to_decide(&mut self) -> Option<ClientSlip> {
        let ctx = ctx(&self.env, &self.phase)?;
        let slip = self.screens.slips().slip(ctx).cloned();
        let is_closed = ctx.review.decisions.closed().is_some();
        let why = match (self.refusal(), slip) {
            (Some(why), _) => why,
            (None, _) if is_closed => self.refused(&Refusal::MonthClosed),
            (None, None) => self.env.text("slips-no-slip"),
            (None, Some(slip)) => return Some(slip),
        };
        self.notice = Some(why);
        None
    }

    fn refused(&self, refusal: &Refusal) -> String {
        let words = ctx(&self.env, &self.phase).map(|ctx| ctx.words());
        words.map(|words| refusal_sentence(words, refusal)).unwrap_or_default()
    }

    /// The 作成区分 there are; each but the automatic one needs a reason.
    pub(super) fn choose_slip_action(&mut self) -> Vec<Effect> {
        let Some(slip) = self.slip_to_decide() else { return Vec::new() };
        let env = &self.env;
        let client = slip.position;
        let chosen = slip.chosen.as_ref().map(|(action, _)| *action);
        let note = |action: Option<Option<SlipAction>>| {
            if action == chosen { env.text("facet-set") } else { String::new() }
        };
        let proposed = env.text(proposal_id(slip.proposal));
        let automatic = Wish::SlipAction { client: slip.client, action: None, why: String::new() };
        let label = format!("{} ({proposed})", env.text("slips-automatic"));
        let mut entries = vec![Entry::new(label, note(None), Choice::Wish(automatic))];
        let actions = SlipAction::ALL.iter().copied().map(Some).chain([None]);
        entries.extend(actions.map(|action| {
            let form = Choice::Form(Purpose::SlipAction { client, action });
            Entry::new(action_words(&env.texts, action), note(Some(action)), form)
        }));
        self.push(Chooser::new(self.env.text("action-slip-action"), entries))
    }

    /// What blocks the slip, and what was let through. A single thing needs no choice.
    pub(super) fn choose_block(&mut self) -> Vec<Effect> {
        let Some(slip) = self.slip_to_decide() else { return Vec::new() };
        let client = slip.position;
        let passable = slip.blocks.iter().filter(|block| block.block.can_be_let_through());
        let entries: Vec<Entry> = passable
            .map(|block| {
                let id = if block.why.is_none() { "slips-let-through" } else { "slips-block-again" };
                let word = [("block", Arg::from(gate_word(&self.env, block.block)))];
                let choice = match block.why {
                    None => Choice::Form(Purpose::LetThrough { client, block: block.block }),
                    Some(_) => {
                        Choice::Wish(Wish::LetThrough { client: slip.client, block: block.block, why: None })
                    }
                };
                Entry::new(self.env.format(id, &word), "", choice)
            })
            .collect();
        match (entries.as_slice(), slip.blocks.first()) {
            ([], None) => self.say("slips-no-block"),
            ([], Some(first)) => {
                self.notice = Some(self.refused(&Refusal::CannotPass(first.block)));
                Vec::new()
            }
            ([Entry { choice: Choice::Form(purpose), .. }], _) => self.form(purpose.clone()),
            _ => self.push(Chooser::new(self.env.text("action-let-through"), entries)),
        }
    }

    /// 決定, 返戻, 受付されず of the marked slips, else of the one under the cursor. Results come when the month has long
    /// been signed off.
    pub(super) fn choose_slip_result(&mut self) -> Vec<Effect> {
        if let Some(why) = self.refusal() {
            self.notice = Some(why);
            return Vec::new();
        }
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let clients = self.screens.slips().marked_or_chosen(ctx);
        self.choose_result_of(&clients)
    }

    /// The results there are for the slips of clients.
    pub(super) fn choose_result_of(&mut self, clients: &[ClientKey]) -> Vec<Effect> {
        if clients.is_empty() {
            return self.say("slips-no-slip");
        }
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let never_sent = |client: &&_| ctx.review.decisions.client(**client).sent_slips().is_empty();
        if let Some(client) = clients.iter().find(never_sent) {
            self.notice = Some(self.refused(&Refusal::NothingSent(*client)));
            return Vec::new();
        }
        let results =
            [Some(SlipResult::Accepted), Some(SlipResult::Returned), Some(SlipResult::NotReceived), None];
        let entries = results.map(|result| {
            let id = result.map_or("slip-result-none", slip_result_id);
            let wish = Wish::SlipResult { clients: clients.to_vec(), result };
            Entry::new(self.env.text(id), "", Choice::Wish(wish))
        });
        let title = self.env.format("slips-result-of", &[("count", Arg::from(clients.len()))]);
        self.push(Chooser::new(title, entries.to_vec()))
    }
}
