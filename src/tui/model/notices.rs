//! Notices of 国保連: read by the worker, taken in, and the way to the client of another month.

use super::{Model, ctx};
use crate::app::notices::known_clients;
use crate::domain::event::Seq;
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use crate::report::layout::Paint;
use crate::report::notice_words::NoticeWords;
use crate::report::notices::write_import_text;
use crate::tui::effect::{Effect, Job};
use crate::tui::layers::message::Message;
use crate::tui::msg::{NoticesRead, NoticesTaken};
use crate::tui::screens::notices::Edit;
use std::path::PathBuf;

impl Model {
    pub(super) fn notices_read(
        &mut self,
        generation: u32,
        read: Result<Box<NoticesRead>, String>,
    ) -> Vec<Effect> {
        if generation == self.generation {
            self.screens.notices_mut().read(read);
        }
        Vec::new()
    }

    /// Changes which notices are shown.
    pub(super) fn filter_notices(&mut self, edit: Edit) -> Vec<Effect> {
        self.screens.notices_mut().edit(edit);
        self.save()
    }

    /// Has notices taken in.
    pub(super) fn import_notices(&mut self, paths: Vec<PathBuf>) -> Vec<Effect> {
        if let Some(why) = self.refusal() {
            self.notice = Some(why);
            return Vec::new();
        }
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let known = known_clients(ctx.review);
        self.is_busy = true;
        vec![Effect::Work(Job::ImportNotices { generation: self.generation, paths, known })]
    }

    /// Takes what was recorded of the open month in, and tells what became of each file.
    pub(super) fn notices_imported(
        &mut self,
        generation: u32,
        last: Seq,
        taken: Result<Box<NoticesTaken>, String>,
    ) -> Vec<Effect> {
        self.is_busy = false;
        self.desk.took(last);
        let title = self.env.text("action-import-notices");
        let taken = match taken {
            Ok(taken) => *taken,
            Err(why) => return self.push(Message::new(title, &[why])),
        };
        let month = self.review().map(|review| review.month.month).filter(|_| generation == self.generation);
        let Some(month) = month else {
            // The month was being opened again meanwhile, and has what was recorded.
            let count = taken.import.files.len();
            self.notice = Some(self.env.format("notices-imported", &[("count", Arg::from(count))]));
            return Vec::new();
        };
        for event in &taken.import.events {
            if event.month.is_none_or(|of| of == month) {
                self.take(event.clone());
            }
        }
        let mut told = self.told_of_notices(&taken);
        let NoticesTaken { import, ledger, unread } = taken;
        told.extend(unread);
        let read = NoticesRead { notices: import.notices, ledger, faults: import.faults };
        self.screens.notices_mut().read(Ok(Box::new(read)));
        self.push(Message::new(title, &told))
    }

    /// What became of files, in lines.
    fn told_of_notices(&self, taken: &NoticesTaken) -> Vec<String> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let NoticesTaken { import, ledger, .. } = taken;
        let (words, notices, review) = (ctx.words(), &import.notices, Some(ctx.review));
        let words = NoticeWords { words, notices, ledger, review };
        let mut out = Vec::new();
        // Writing into memory cannot fail.
        let _ = write_import_text(&mut out, words, import, Paint { is_on: false });
        String::from_utf8_lossy(&out).lines().map(|line| line.trim_start().to_owned()).collect()
    }

    /// Opens another month of the workspace and shows a client of it.
    pub(super) fn month_of_client(&mut self, month: ServiceMonth, client: ClientKey) -> Vec<Effect> {
        if !self.months.iter().any(|(received, _)| *received == month) {
            let args = [("month", Arg::from(self.env.dates.month(month)))];
            self.notice = Some(self.env.format("notices-month-absent", &args));
            return Vec::new();
        }
        let effects = self.reopen(Some(month));
        self.leads_to = Some(client);
        effects
    }

    /// Shows the client for whom the month was opened.
    pub(super) fn lead_to_client(&mut self) -> Vec<Effect> {
        let Some(client) = self.leads_to.take() else { return Vec::new() };
        let position = self.review().and_then(|review| review.month.position(client));
        if let Some(position) = position {
            return self.show_client(position, None);
        }
        self.notice = Some(self.env.text("notices-not-in-month"));
        Vec::new()
    }
}
