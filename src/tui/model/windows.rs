//! The windows that every screen can open: search, palette, themes, months, faults of the settings.

use super::{Model, ctx};
use crate::app::month::Note;
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Job};
use crate::tui::layers::chooser::{Choice, Chooser, Entry};
use crate::tui::layers::message::Message;
use crate::tui::screens::Searchable;
use crate::tui::screens::journal::Edit;
use crate::tui::theme::Theme;

impl Model {
    /// Shows sentences about settings that could not be used, if there are any.
    pub(super) fn show_faults(&mut self, faults: &[String]) {
        if !faults.is_empty() {
            let title = self.env.text("settings-faults");
            self.layers.push(Box::new(Message::new(title, faults)));
        }
    }

    pub(super) fn search(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let title = ctx.env.text("action-search");
        let chooser = match self.screens.get(self.current).searchable(ctx) {
            Searchable::Entries(entries) => Chooser::new(title, entries),
            Searchable::Clients => Chooser::clients(title, ctx.review, Choice::Client),
            Searchable::ClientsOfJournal => {
                Chooser::clients(title, ctx.review, |client| Choice::Journal(Edit::Client(client)))
            }
            Searchable::ClientsHere => Chooser::clients(title, ctx.review, Choice::Row),
            Searchable::Files => Chooser::files(title, ctx.review),
        };
        self.push(chooser)
    }

    /// The entries of the palette: every action that does something here, themes and screens among them.
    pub(super) fn commands(&self) -> Vec<Entry> {
        let scopes = self.scopes();
        let offered = |action: &&Action| scopes.contains(&action.scope()) && self.offers(**action);
        let entry = |action: &Action| {
            let help = self.env.text(&format!("action-{}.help", action.id()));
            let label = format!("{}  {help}", self.env.action_label(*action));
            Entry::new(label, self.env.keymap.shown(*action), Choice::Act(*action)).found_by(action.id())
        };
        let mut actions: Vec<&Action> = Action::ALL.iter().filter(offered).collect();
        // What only this screen can do stands first, mere movements last.
        actions.sort_by_key(|action| scopes.iter().position(|scope| *scope == action.scope()));
        actions.into_iter().map(entry).collect()
    }

    pub(super) fn choose_theme(&mut self, themes: Vec<(String, String)>) -> Vec<Effect> {
        let entry = |(id, name): (String, String)| {
            let note = if id == self.env.theme.id { self.env.text("facet-set") } else { id.clone() };
            Entry::new(name, note, Choice::Theme(id))
        };
        let entries = themes.into_iter().map(entry).collect();
        self.push(Chooser::new(self.env.text("action-theme"), entries))
    }

    pub(super) fn take_theme(&mut self, theme: Theme, faults: &[String]) -> Vec<Effect> {
        self.show_faults(faults);
        self.saved.theme = Some(theme.id.clone());
        self.env.theme = theme;
        vec![Effect::Work(Job::Save(self.saved.clone()))]
    }

    pub(super) fn months(&mut self) -> Vec<Effect> {
        let Some(review) = self.review() else { return Vec::new() };
        let others = review.month.notes.iter().find_map(|note| match note {
            Note::OtherMonths { others, .. } => Some(others.clone()),
            _ => None,
        });
        let entry = |(month, rows): (ServiceMonth, u64)| {
            let note = self.env.format("month-rows", &[("rows", Arg::from(rows))]);
            Entry::new(self.env.dates.month(month), note, Choice::Month(month))
        };
        let current = review.month.month;
        let of_files = |(month, files): (ServiceMonth, usize)| {
            let note = self.env.format("month-files", &[("count", Arg::from(files))]);
            Entry::new(self.env.dates.month(month), note, Choice::Month(month))
        };
        // The months of a workspace lie side by side, the newest is looked for most.
        let side_by_side = self.months.iter().rev().copied().filter(|(month, _)| *month != current);
        let others = others.unwrap_or_default().into_iter().map(entry);
        let entries: Vec<Entry> = side_by_side.map(of_files).chain(others).collect();
        if entries.is_empty() {
            self.notice = Some(self.env.text("notice-one-month"));
            return Vec::new();
        }
        self.push(Chooser::new(self.env.text("action-month"), entries))
    }
}
