//! Deciding: from a key to an event in the journal.

mod allotting;
mod choices;
mod remedies;
mod slips;

use super::{Model, Phase, ctx};
use crate::app::decide::{Drafted, fixable_clients, open_clients};
use crate::app::review::DifferenceAt;
use crate::domain::decision::{ArrivalChoice, Stage, Subject, Verdict};
use crate::domain::event::{Change, Draft, Event};
use crate::i18n::Arg;
use crate::report::event_words::{deed_sentence, event_sentence, refusal_sentence};
use crate::report::masters::key_words;
use crate::tui::action::Action;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Job};
use crate::tui::layers::form::{Form, Purpose};
use crate::tui::screens::ScreenId;
use crate::tui::wish::{Wish, drafted};
use choices::arrival;

impl Model {
    /// Carries out an action that decides something; `None` when the action is not one.
    pub(super) fn decide(&mut self, action: Action) -> Option<Vec<Effect>> {
        // What is marked may be much of a month; it is gathered only for what decides.
        if !action.decides() {
            return None;
        }
        let places = self.marked_or_chosen();
        let verdict = |verdict| Wish::verdict(places.clone(), verdict);
        Some(match action {
            Action::Undo => self.wish(&Wish::Undo),
            Action::Redo => self.wish(&Wish::Redo),
            Action::Rules => self.rules(),
            Action::CloseMonth => self.close_month(),
            Action::Import => self.form(Purpose::Import),
            Action::ImportNotices => self.form(Purpose::ImportNotices),
            Action::Check => self.check(),
            Action::Fix => self.fix(),
            Action::FixAll => self.fix_all(),
            Action::Note => self.form_for_client(Purpose::Note),
            Action::Allot => self.allot(),
            Action::AllotAuto => self.allot_auto(),
            Action::Waiting => self.waiting(),
            Action::SlipAction => self.choose_slip_action(),
            Action::LetThrough => self.choose_block(),
            Action::SlipResult => self.choose_slip_result(),
            Action::Remedy => self.remedy(),
            Action::Silence => self.silence(),
            Action::Keep if places.is_empty() => match self.waiting_place() {
                Some(place) => self.wish(&arrival(place, Some(ArrivalChoice::AsPlanned))),
                None => self.say("notice-no-difference"),
            },
            Action::Edit => self.edit(&places),
            Action::Adopt
            | Action::Keep
            | Action::Unset
            | Action::Ask
            | Action::Hold
            | Action::Levels
            | Action::Pair
                if places.is_empty() =>
            {
                self.say("notice-no-difference")
            }
            Action::Adopt => self.wish(&verdict(Some(Verdict::Adopt))),
            Action::Keep => self.wish(&verdict(Some(Verdict::Keep))),
            Action::Unset => self.wish(&verdict(None)),
            Action::Ask => self.form(Purpose::Ask(places)),
            Action::Hold => self.form(Purpose::Hold(places)),
            Action::Levels => self.levels(),
            Action::Pair => self.pair(),
            _ => return None,
        })
    }

    /// The differences that were marked, else the one under the cursor.
    fn marked_or_chosen(&self) -> Vec<DifferenceAt> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let screen = self.screens.get(self.current);
        let marked = screen.marked(ctx);
        if marked.is_empty() { screen.difference(ctx).into_iter().collect() } else { marked }
    }

    fn say(&mut self, id: &str) -> Vec<Effect> {
        self.notice = Some(self.env.text(id));
        Vec::new()
    }

    /// Decides what a person wants, if it can be decided, and journals it.
    pub(super) fn wish(&mut self, wish: &Wish) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        if let Some(why) = self.refusal() {
            self.notice = Some(why);
            return Vec::new();
        }
        let words = ctx.words();
        match drafted(ctx.review, wish) {
            Err(refusal) => {
                self.notice = Some(refusal_sentence(words, &refusal));
                Vec::new()
            }
            Ok(Drafted { draft, skipped }) => {
                let mut said = match wish {
                    // An undoing says what it undoes.
                    Wish::Undo | Wish::Redo => {
                        let event = self.desk.event(draft.clone());
                        let said = event_sentence(words, &ctx.review.decisions, &event);
                        let whose = key_of(draft.changes.as_slice());
                        std::iter::once(said).chain(whose).collect::<Vec<_>>().join(" ")
                    }
                    _ => self
                        .entry_sentence(&draft)
                        .unwrap_or_else(|| deed_sentence(words, &draft.deed, &draft.changes)),
                };
                if !skipped.is_empty() {
                    let args = [("count", Arg::from(skipped.len()))];
                    said.push_str(&self.env.format("notice-skipped", &args));
                }
                let about = draft.changes.first().map(|change| change.subject.clone());
                let effects = self.journal(draft);
                match wish {
                    Wish::Undo | Wish::Redo => self.look_at(about.as_ref()),
                    Wish::Entry { .. } => about.iter().for_each(|subject| self.look_at_entry(subject)),
                    // A finding that is dealt with goes away by itself.
                    wish if wish.goes_on() && self.current != ScreenId::Checks => {
                        drop(self.act(Action::NextDifference));
                    }
                    _ => {}
                }
                self.notice = Some(said);
                effects
            }
        }
    }

    /// Shows the client or the difference that something was about: what is undone has to be seen.
    fn look_at(&mut self, subject: Option<&Subject>) {
        if let Some(subject @ Subject::Entry { .. }) = subject {
            return self.look_at_entry(subject);
        }
        let Some(ctx) = ctx(&self.env, &self.phase) else { return };
        let position = subject.and_then(Subject::client).and_then(|client| ctx.review.month.position(client));
        let Some(client) = position else { return };
        self.screens.get_mut(self.current).look_at_client(client);
        let Some(Subject::Difference { id, .. }) = subject else { return };
        let found = ctx.review.month.comparisons.get(client);
        let at = found.and_then(|found| found.differences.iter().position(|d| d.id == *id));
        if let (Some(at), Ok(client)) = (at.and_then(|at| u32::try_from(at).ok()), u32::try_from(client)) {
            self.screens.get_mut(self.current).look_at(DifferenceAt { client, at }, ctx);
        }
    }

    /// Takes an event in at once and has the worker write it down.
    pub(super) fn journal(&mut self, draft: Draft) -> Vec<Effect> {
        let event = self.desk.event(draft.clone());
        self.take(event);
        vec![Effect::Work(Job::Append { generation: self.generation, draft: Box::new(draft) })]
    }

    pub(super) fn take(&mut self, event: Event) {
        if let Phase::Ready(review) = &mut self.phase {
            self.desk.took(event.seq);
            let is_compared = review.take(event);
            self.show_changes(is_compared);
        }
    }

    fn show_changes(&mut self, is_compared: bool) {
        if let Some(ctx) = ctx(&self.env, &self.phase) {
            for screen in ScreenId::ALL {
                self.screens.get_mut(*screen).changed(ctx, is_compared);
            }
        }
    }

    /// An event is on the disk.
    pub(super) fn appended(&mut self, generation: u32, event: Event, told: Option<String>) -> Vec<Effect> {
        if generation == self.generation
            && let Phase::Ready(review) = &mut self.phase
        {
            review.decisions.confirm(event);
        }
        if told.is_some() {
            self.notice = told;
        }
        Vec::new()
    }

    /// An event could not be written: what is on the disk counts, so the month is opened again with it.
    pub(super) fn not_appended(&mut self, generation: u32, why: String) -> Vec<Effect> {
        if generation != self.generation {
            return Vec::new();
        }
        let effects = self.reopen(self.review().map(|review| review.month.month));
        let title = self.env.text("journal-failed");
        self.layers.push(Box::new(crate::tui::layers::message::Message::new(title, &[why])));
        effects
    }

    pub(super) fn form(&mut self, purpose: Purpose) -> Vec<Effect> {
        if let Some(why) = self.desk.refusal(&self.env) {
            self.notice = Some(why);
            return Vec::new();
        }
        let form = Form::new(purpose, self.layer_ctx());
        self.push(form)
    }

    /// The form for the row of a FAX under the cursor, else for the first of the differences.
    fn edit(&mut self, places: &[DifferenceAt]) -> Vec<Effect> {
        match (self.fax_row(), places) {
            (Some(row), _) => self.form(row),
            (None, [first, ..]) => self.form(Purpose::Edit(*first)),
            (None, []) => self.say("notice-no-difference"),
        }
    }

    fn check(&mut self) -> Vec<Effect> {
        self.stage_of_client(|stage| match stage {
            None => Some(Stage::Checked),
            Some(_) => None,
        })
    }

    fn fix(&mut self) -> Vec<Effect> {
        self.stage_of_client(|stage| match stage {
            Some(Stage::Fixed) => None,
            _ => Some(Stage::Fixed),
        })
    }

    fn fix_all(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let clients = fixable_clients(ctx.review);
        self.wish(&Wish::Stage { clients, stage: Some(Stage::Fixed) })
    }

    fn stage_of_client(&mut self, next: fn(Option<Stage>) -> Option<Stage>) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let Some(client) = self.screens.get(self.current).client(ctx) else {
            return self.say("notice-no-client");
        };
        let Some(rows) = ctx.review.month.clients.get(client) else { return Vec::new() };
        let stage = next(ctx.review.decisions.client(rows.client).stage());
        self.wish(&Wish::Stage { clients: vec![client], stage })
    }

    fn form_for_client(&mut self, purpose: fn(usize) -> Purpose) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        match self.screens.get(self.current).client(ctx) {
            Some(client) => self.form(purpose(client)),
            None => self.say("notice-no-client"),
        }
    }

    fn close_month(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        if ctx.review.decisions.closed().is_some() {
            return self.form(Purpose::Reopen);
        }
        let open = open_clients(ctx.review);
        self.form(Purpose::Close(open))
    }

    /// What the desk is: whether decisions are kept.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }
}

/// Which row of a register a single change is about.
fn key_of(changes: &[Change]) -> Option<String> {
    match changes {
        [Change { subject: Subject::Entry { register, key }, .. }] => Some(key_words(register, key)),
        _ => None,
    }
}
