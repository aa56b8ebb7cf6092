//! The worker at a workspace: its months, its journal.

use super::outbox::Planned;
use super::{Reporter, Worker};
use crate::app::open::{OpenFailure, OpenOptions};
use crate::app::ports::Source;
use crate::app::review::Review;
use crate::config::OfficeSettings;
use crate::domain::event::{Draft, Seq};
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use crate::report::config_fault::config_sentence;
use crate::report::master_fault::master_fault;
use crate::report::office_failure::{office_failure, store_failure};
use crate::report::workspace_failure::{
    append_failure, barrier_sentence, damage_sentence, workspace_failure, workspace_warning,
};
use crate::store::workspace::Workspace;
use crate::store::{OfficeFailure, OfficeMonth, Watch, Watching, months, open_office, watch};
use crate::tui::desk::Desk;
use crate::tui::msg::Msg;
use crossbeam_channel::Sender;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;

/// An open workspace.
pub(super) struct Office {
    pub(super) workspace: Workspace,
    /// What the office says about itself.
    pub(super) settings: OfficeSettings,
    /// The month that is open.
    pub(super) month: Option<ServiceMonth>,
    /// The last event that the workstation knows.
    pub(super) last: Seq,
    /// What the preview shows.
    pub(super) planned: Option<Planned>,
    /// Folders that are watched for as long as this lives.
    _watches: Vec<Watch>,
    /// The opening in which an event could not be written; what was decided after it stands on nothing.
    broken: Option<u32>,
}

fn tell(told: &Sender<Msg>, sentence: String) {
    // When nobody listens any more, the program is about to end.
    let _ = told.send(Msg::Told(sentence));
}

impl Worker {
    /// Opens a month of the workspace, for writing where that is possible.
    pub(super) fn open_office(
        &mut self,
        told: &Sender<Msg>,
        generation: u32,
        month: Option<ServiceMonth>,
    ) -> (Msg, Option<Box<dyn Source>>) {
        let not_opened = |reasons| (Msg::NotOpened { generation, reasons }, None);
        if let Err(sentence) = self.claim(told) {
            return not_opened(vec![sentence]);
        }
        let Some(office) = &mut self.office else { return not_opened(Vec::new()) };
        let options = OpenOptions {
            month: month.or(self.orders.month),
            office: self.orders.office,
            codes: self.orders.codes.as_ref(),
        };
        let progress =
            Reporter { generation, wanted: &self.orders.wanted, answers: told, told: AtomicUsize::new(0) };
        let opened = open_office(&mut office.workspace, options, self.orders.limits, &progress);
        let OfficeMonth { mut month, decisions, previous, codes, master_faults, last, source, damage } =
            match opened {
                Ok(opened) => opened,
                Err(OfficeFailure::Open(OpenFailure::Cancelled)) => return not_opened(Vec::new()),
                Err(failure) => {
                    return not_opened(office_failure(&self.texts, &failure, &self.orders.paths, &options));
                }
            };
        (office.last, office.broken, office.month) = (last, None, Some(month.month));
        office.settings.name_own(&mut month);
        let backup = office.workspace.newest_backup();
        let desk = match (&damage, office.workspace.barrier()) {
            (Some(damage), _) => Desk::Reader(damage_sentence(&self.texts, damage, backup.as_deref())),
            (None, Some(barrier)) => Desk::Reader(barrier_sentence(&self.texts, barrier)),
            (None, None) => Desk::Writer { last },
        };
        for warning in office.workspace.warnings() {
            tell(told, workspace_warning(&self.texts, warning));
        }
        for fault in &master_faults {
            tell(told, master_fault(&self.texts, fault));
        }
        let mut review = Box::new(Review::with_decisions(month, codes, decisions));
        review.rules = office.settings.rules();
        review.previous = previous;
        // What cannot be looked through has been told as a problem of the month.
        let months = months(office.workspace.dir()).unwrap_or_default();
        (Msg::Opened { generation, review, desk, months }, Some(Box::new(source)))
    }

    /// Opens the workspace, or tries again to become the one who writes.
    fn claim(&mut self, told: &Sender<Msg>) -> Result<(), String> {
        let sentence = |error| workspace_failure(&self.texts, &error);
        if let Some(office) = &mut self.office {
            return office.workspace.claim().map(drop).map_err(sentence);
        }
        let dir = self.orders.workspace.as_deref().unwrap_or(Path::new("."));
        let clock = Box::new(self.orders.clock);
        let workspace = Workspace::open_soon(dir, self.orders.who.clone(), clock).map_err(sentence)?;
        let (settings, faults) = OfficeSettings::load(&workspace.office_file());
        for fault in &faults {
            tell(told, config_sentence(&self.texts, fault));
        }
        // First the watch, then a look: nothing that comes in between is missed.
        let watches = settings.watch.iter().filter_map(|folder| self.watch(folder, told)).collect();
        let present = settings.watch.clone();
        let (month, planned) = (None, None);
        self.office =
            Some(Office { workspace, settings, month, last: 0, planned, _watches: watches, broken: None });
        self.import_present(&present, told);
        Ok(())
    }

    /// Takes in what came into the watched folders while nobody was here.
    fn import_present(&mut self, folders: &[PathBuf], told: &Sender<Msg>) {
        let there: Vec<PathBuf> = folders.iter().filter(|folder| folder.is_dir()).cloned().collect();
        let can_write = self.office.as_ref().is_some_and(|office| office.workspace.is_writable());
        if there.is_empty() || !can_write {
            return;
        }
        if let Msg::Imported { new, .. } = self.import(&there)
            && new > 0
        {
            tell(told, self.texts.format("notice-arrived-before", &[("count", Arg::from(new))]));
        }
    }

    /// Watches a folder for received files.
    fn watch(&self, folder: &Path, told: &Sender<Msg>) -> Option<Watch> {
        let arrived = told.clone();
        let tell_paths = move |paths| {
            // When nobody listens any more, the program is about to end.
            let _ = arrived.send(Msg::Arrived(paths));
        };
        match watch(folder, Watching::default(), tell_paths) {
            Ok(watch) => Some(watch),
            Err(error) => {
                tell(told, store_failure(&self.texts, &error));
                None
            }
        }
    }

    /// Copies the database, now that the month is on the screen.
    pub(super) fn back_up(&mut self) -> Option<Msg> {
        let office = self.office.as_mut()?;
        let before = office.workspace.warnings().len();
        // What stands in the way is told by the first decision.
        office.workspace.back_up().ok()?;
        let warning = office.workspace.warnings().get(before)?;
        Some(Msg::Told(workspace_warning(&self.texts, warning)))
    }

    /// Writes an event into the journal. When the answer says so, it is on the disk.
    pub(super) fn append(&mut self, generation: u32, draft: &Draft) -> Msg {
        let texts = &self.texts;
        let Some(office) = self.office.as_mut().filter(|office| office.broken != Some(generation)) else {
            return Msg::NotAppended { generation, why: texts.get("append-not-written") };
        };
        match office.workspace.append(draft, office.last) {
            Ok(appended) => {
                let told = appended.is_clock_behind.then(|| texts.get("warning-clock-behind"));
                match appended.events.into_iter().next_back() {
                    Some(event) => {
                        office.last = event.seq;
                        Msg::Appended { generation, event: Box::new(event), told }
                    }
                    None => Msg::NotAppended { generation, why: texts.get("append-not-written") },
                }
            }
            Err(error) => {
                office.broken = Some(generation);
                let backup = office.workspace.newest_backup();
                Msg::NotAppended { generation, why: append_failure(texts, &error, backup.as_deref()) }
            }
        }
    }
}
