//! Changing registers: the form for a row, taking a row out, files in and out.

use super::{Model, ctx};
use crate::app::decisions::Cells;
use crate::app::registers::{HeadFault, Heads, Register, TakenSheet, take_sheet};
use crate::domain::decision::Subject;
use crate::domain::event::{Change, Draft};
use crate::i18n::Arg;
use crate::report::event_words::refusal_sentence;
use crate::report::layout::Paint;
use crate::report::masters::key_words;
use crate::report::register_csv;
use crate::report::register_import::{RegisterFile, RegisterOutcome, write_text};
use crate::report::register_words::client_of;
use crate::report::registers::{ColumnNames, fault_sentence, register_title};
use crate::tui::effect::{Effect, Job};
use crate::tui::layers::chooser::{Choice, Chooser, Entry};
use crate::tui::layers::entry::{Entering, EntryForm, EntryStart};
use crate::tui::layers::message::Message;
use crate::tui::msg::SheetRead;
use crate::tui::screens::ScreenId;
use crate::tui::wish::{Wish, drafted};
use std::path::PathBuf;

impl Model {
    pub(super) fn with_register(&mut self, what: Entering) -> Vec<Effect> {
        match what {
            Entering::Edit(start) => self.edit_entry(&start),
            Entering::Enter(register, cells) => self.enter(register, cells),
            Entering::Remove(register, key) => self.remove_entry(register, key),
            Entering::Import(register, path) => self.import_register(register, path),
            Entering::Export(register) => self.export_register(register),
        }
    }

    /// Opens the form for a row, where decisions are kept.
    fn edit_entry(&mut self, start: &EntryStart) -> Vec<Effect> {
        if let Some(why) = self.desk.refusal(&self.env) {
            self.notice = Some(why);
            return Vec::new();
        }
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let form = EntryForm::new(ctx, start);
        self.push(form)
    }

    /// Enters a row. The form stays open while nothing can be written, so that what was typed is not lost.
    fn enter(&mut self, register: &'static Register, cells: Cells) -> Vec<Effect> {
        if let Some(why) = self.refusal() {
            self.notice = Some(why);
            return Vec::new();
        }
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let doubts = register.doubts(&cells);
        let wish = Wish::Entry { register, cells };
        if let Err(refusal) = drafted(ctx.review, &wish) {
            self.notice = Some(refusal_sentence(ctx.words(), &refusal));
            return Vec::new();
        }
        self.layers.pop();
        let effects = self.wish(&wish);
        let doubts = doubts.iter().map(|doubt| fault_sentence(&self.env.texts, register, doubt));
        let said = self.notice.take().into_iter().chain(doubts).collect::<Vec<_>>().join(" ");
        self.notice = Some(said);
        effects
    }

    /// Asks once more before a row is taken out.
    fn remove_entry(&mut self, register: &'static Register, key: Vec<String>) -> Vec<Effect> {
        if let Some(why) = self.refusal() {
            self.notice = Some(why);
            return Vec::new();
        }
        let title = register_title(&self.env.texts, register.name);
        let shown = self.whose(register, &key);
        let label = self.env.format("registers-remove", &[("key", Arg::from(shown))]);
        let entry = Entry::new(label, title, Choice::Wish(Wish::RemoveEntry { register, key }));
        self.push(Chooser::new(self.env.text("registers-remove-sure"), vec![entry]))
    }

    /// The key of a row, and the name of its client.
    fn whose(&self, register: &Register, key: &[String]) -> String {
        let row: Vec<(&'static str, String)> =
            register.keys.iter().map(|column| column.name).zip(key.iter().cloned()).collect();
        let client = client_of(&row).zip(ctx(&self.env, &self.phase));
        let client = client.filter(|(client, ctx)| ctx.review.month.position(*client).is_some());
        let name = client.map(|(client, ctx)| ctx.words().client_name(client));
        std::iter::once(key_words(register.name, key)).chain(name).collect::<Vec<_>>().join(" ")
    }

    /// What was done to a row: `登録しました: 保険者 131011`; `None` when it was something else.
    pub(super) fn entry_sentence(&self, draft: &Draft) -> Option<String> {
        let [Change { subject: Subject::Entry { register, key }, after, .. }] = draft.changes.as_slice()
        else {
            return None;
        };
        let id = if after.is_some() { "master-set" } else { "master-removed" };
        let title = register_title(&self.env.texts, register);
        let args = [("register", Arg::from(title)), ("key", Arg::from(key_words(register, key)))];
        Some(self.env.format(id, &args))
    }

    /// Shows the row that was entered, taken back or done again.
    pub(super) fn look_at_entry(&mut self, subject: &Subject) {
        if self.current == ScreenId::Registers
            && let Some(ctx) = ctx(&self.env, &self.phase)
        {
            self.screens.registers_mut().look_at_entry(subject, ctx);
        }
    }

    /// Gives the text to the topmost window.
    pub(super) fn fill(&mut self, text: &str) {
        if let Some(top) = self.layers.last_mut() {
            top.fill(text);
        }
    }

    /// Has a file read whose rows are then taken into a register.
    fn import_register(&mut self, register: &'static Register, path: PathBuf) -> Vec<Effect> {
        if let Some(why) = self.refusal() {
            self.notice = Some(why);
            return Vec::new();
        }
        vec![Effect::Work(Job::ReadSheet { generation: self.generation, register, path })]
    }

    /// Takes the rows of a file in as one event, and tells what became of each.
    pub(super) fn sheet_read(&mut self, read: SheetRead) -> Vec<Effect> {
        let SheetRead { generation, register, path, sheet } = read;
        let Some(ctx) = ctx(&self.env, &self.phase).filter(|_| generation == self.generation) else {
            return Vec::new();
        };
        // Something may have begun to be written since it was asked for.
        let sheet = match self.refusal() {
            Some(why) => Err(why),
            None => sheet,
        };
        let sheet = match sheet {
            Ok(sheet) => sheet,
            Err(why) => {
                self.notice = Some(why);
                return Vec::new();
            }
        };
        let heads = ColumnNames::load().heads(register, &sheet.header);
        let taken = heads.map(|heads| (take_sheet(&ctx.review.decisions, &heads, &sheet), heads));
        let draft = taken.as_ref().ok().and_then(|(taken, _)| taken.draft.clone());
        let told = self.told(RegisterFile { path, outcome: outcome(register, taken) });
        let effects = draft.map(|draft| self.journal(draft)).unwrap_or_default();
        let title = self.env.text("action-import-register");
        self.push(Message::new(title, &told));
        effects
    }

    /// What became of a file, in lines.
    fn told(&self, file: RegisterFile) -> Vec<String> {
        let mut out = Vec::new();
        // Writing into memory cannot fail.
        let _ = write_text(&mut out, &self.env.texts, &[file], Paint { is_on: false });
        String::from_utf8_lossy(&out).lines().map(|line| line.trim_start().to_owned()).collect()
    }

    /// Has a register written as a file.
    fn export_register(&mut self, register: &'static Register) -> Vec<Effect> {
        if let Some(why) = self.desk.export_refusal(&self.env) {
            self.notice = Some(why);
            return Vec::new();
        }
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let mut bytes = Vec::new();
        // Writing into memory cannot fail.
        let _ = register_csv::write(&mut bytes, &self.env.texts, register, &ctx.review.decisions);
        let rows = ctx.review.decisions.entries(register.name).len();
        vec![Effect::Work(Job::ExportRegister { name: register.name, rows, bytes })]
    }
}

fn outcome(register: &'static Register, taken: Result<(TakenSheet, Heads), HeadFault>) -> RegisterOutcome {
    match taken {
        Ok((TakenSheet { counts, refused, doubts, .. }, heads)) => {
            RegisterOutcome::Taken { register, counts, refused, doubts, ignored: heads.unknown }
        }
        Err(fault) => RegisterOutcome::NotTaken(Some(register), fault),
    }
}
