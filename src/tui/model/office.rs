//! What happens between the workstation and its workspace besides deciding: writing files, taking files in.

use super::{Model, ctx};
use crate::app::workload::MonthCount;
use crate::domain::event::{Event, Seq};
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use crate::tui::action::Action;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Job};
use crate::tui::layers::message::Message;
use crate::tui::screens::outbox::Preview;
use std::path::PathBuf;

impl Model {
    /// What the screen that is shown needs from the worker.
    pub(super) fn screen_job(&mut self) -> Option<Effect> {
        self.review()?;
        let job = self.screens.get_mut(self.current).job(self.generation)?;
        if self.desk == Desk::None && matches!(job, Effect::Work(_)) {
            let why = self.env.text("notice-no-workspace");
            self.screens.outbox_mut().previewed(Err(why));
            return None;
        }
        Some(job)
    }

    pub(super) fn previewed(&mut self, generation: u32, preview: Result<Preview, String>) -> Vec<Effect> {
        if generation == self.generation {
            self.screens.outbox_mut().previewed(preview);
        }
        Vec::new()
    }

    /// Has the files of the preview written.
    pub(super) fn write_out(&mut self) -> Vec<Effect> {
        if let Some(why) = self.refusal() {
            self.notice = Some(why);
            return Vec::new();
        }
        self.is_busy = true;
        vec![Effect::Work(Job::WriteOut { generation: self.generation })]
    }

    pub(super) fn written(
        &mut self,
        generation: u32,
        event: Option<Box<Event>>,
        told: &[String],
    ) -> Vec<Effect> {
        self.is_busy = false;
        // Whatever came of it, the preview has been used up.
        self.screens.outbox_mut().spent();
        if generation == self.generation
            && let Some(event) = event
        {
            self.take(*event);
        }
        let title = self.env.text("screen-outbox");
        self.push(Message::new(title, told))
    }

    /// Has files taken in.
    pub(super) fn import(&mut self, paths: Vec<PathBuf>) -> Vec<Effect> {
        if let Some(why) = self.refusal() {
            self.notice = Some(why);
            return Vec::new();
        }
        self.is_busy = true;
        vec![Effect::Work(Job::Import { paths })]
    }

    /// Has the files that came into watched folders taken in, once the month is there and nothing else is being written.
    /// Who only reads leaves them to the one who writes.
    pub(super) fn take_coming(&mut self) -> Vec<Effect> {
        if self.coming.is_empty() || self.refusal().is_some() || self.review().is_none() {
            return Vec::new();
        }
        let paths = std::mem::take(&mut self.coming);
        self.import(paths)
    }

    pub(super) fn imported(&mut self, last: Seq, new: usize, told: &[String]) -> Vec<Effect> {
        self.is_busy = false;
        self.desk.took(last);
        self.arrived += new;
        let mut told = told.to_vec();
        if new > 0 {
            let key = self.env.keymap.shown(Action::Reload);
            let args = [("count", Arg::from(new)), ("key", Arg::from(key.as_str()))];
            told.insert(0, self.env.format("notice-imported", &args));
        }
        match told.as_slice() {
            [one] => self.notice = Some(one.clone()),
            [] => {}
            several => {
                let title = self.env.text("action-import");
                return self.push(Message::new(title, several));
            }
        }
        Vec::new()
    }

    /// Has the months of the workspace counted beside the open one.
    pub(super) fn compare_months(&mut self) -> Vec<Effect> {
        let months: Vec<ServiceMonth> = self.months.iter().map(|(month, _)| *month).collect();
        match ctx(&self.env, &self.phase) {
            Some(_) if self.desk == Desk::None => self.notice = Some(self.env.text("load-no-workspace")),
            Some(ctx) => self.screens.managers_mut().compare(&months, ctx),
            None => {}
        }
        Vec::new()
    }

    pub(super) fn month_counted(
        &mut self,
        generation: u32,
        month: ServiceMonth,
        counted: Result<Box<MonthCount>, Vec<String>>,
    ) -> Vec<Effect> {
        if generation == self.generation {
            self.screens.managers_mut().month_counted(month, counted);
        }
        Vec::new()
    }

    /// Why nothing can be decided, written or taken in now.
    pub(super) fn refusal(&self) -> Option<String> {
        let is_busy = self.is_busy.then(|| self.env.text("notice-busy"));
        ctx(&self.env, &self.phase)?;
        self.desk.refusal(&self.env).or(is_busy)
    }

    /// What has come since the month was opened, in a few words.
    pub fn arrived_words(&self) -> Option<String> {
        (self.arrived > 0).then(|| self.env.format("head-arrived", &[("count", Arg::from(self.arrived))]))
    }
}
