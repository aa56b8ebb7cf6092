//! The worker and notices of 国保連: read beside the journal of every month, and taken in.

use super::Worker;
use crate::app::notices::Ledger;
use crate::app::ports::Source as _;
use crate::domain::ids::ClientKey;
use crate::i18n::Arg;
use crate::report::import::unreadable;
use crate::report::layout::display;
use crate::report::notices::failure_sentence;
use crate::report::workspace_failure::workspace_failure;
use crate::store::{FolderSource, NOTICES, import_notices, load_notices};
use crate::tui::msg::{Msg, NoticesRead, NoticesTaken};
use std::path::PathBuf;

impl Worker {
    /// Reads everything that notices say.
    pub(super) fn read_notices(&mut self, generation: u32, known: Vec<ClientKey>) -> Msg {
        let read = self.read(known).map(Box::new);
        Msg::NoticesRead { generation, read }
    }

    fn read(&mut self, known: Vec<ClientKey>) -> Result<NoticesRead, String> {
        let ledger = self.ledger(known)?;
        let office = self.office.as_ref().ok_or_else(|| self.texts.get("notices-no-workspace"))?;
        let (notices, faults) = load_notices(office.workspace.dir(), ledger.entries(NOTICES));
        Ok(NoticesRead { notices, ledger, faults })
    }

    /// The journal of every month.
    fn ledger(&mut self, known: Vec<ClientKey>) -> Result<Ledger, String> {
        let texts = &self.texts;
        let office = self.office.as_mut().ok_or_else(|| texts.get("notices-no-workspace"))?;
        let own = self.orders.office.or(office.settings.number);
        let found = office.workspace.events(None).map_err(|error| workspace_failure(texts, &error))?;
        Ok(Ledger::of(found.items, own, known))
    }

    /// Takes notices into the workspace.
    pub(super) fn import_notices(
        &mut self,
        generation: u32,
        paths: &[PathBuf],
        known: Vec<ClientKey>,
    ) -> Msg {
        let taken = self.taken(paths, known).map(Box::new);
        let last = self.office.as_mut().map_or(0, |office| {
            // Best effort: what cannot be read now is found out by the next decision.
            office.last = office.workspace.last_seq().unwrap_or(office.last);
            office.last
        });
        Msg::NoticesImported { generation, last, taken }
    }

    fn taken(&mut self, paths: &[PathBuf], known: Vec<ClientKey>) -> Result<NoticesTaken, String> {
        let texts = &self.texts;
        let source = FolderSource::open(paths, self.orders.limits);
        if let [missing, ..] = source.missing() {
            let path = missing.display().to_string();
            return Err(texts.format("error-path-missing", &[("path", Arg::from(path.as_str()))]));
        }
        let office = self.office.as_mut().ok_or_else(|| texts.get("notices-no-workspace"))?;
        let own = self.orders.office.or(office.settings.number);
        let (mut given, mut unread) = (Vec::new(), Vec::new());
        for (index, found) in source.list().files.into_iter().enumerate() {
            let mut bytes = Vec::new();
            match source.read(index, &mut bytes) {
                Ok(()) => given.push((found.name().to_owned(), bytes)),
                Err(failure) => {
                    let why = unreadable(texts, &failure);
                    let args = [("path", Arg::from(display(&found.path))), ("why", Arg::from(why))];
                    unread.push(texts.format("notice-import-no-file", &args));
                }
            }
        }
        let import = import_notices(&mut office.workspace, &given, own, &known).map_err(|failure| {
            failure_sentence(texts, &failure, office.workspace.newest_backup().as_deref())
        })?;
        // What is told of single rows looks at what was sent, and at what has just been recorded.
        let ledger = self.ledger(known)?;
        Ok(NoticesTaken { import, ledger, unread })
    }
}
