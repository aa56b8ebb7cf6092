//! What the commands of a workspace share: which one it is, opening its month, writing the journal.

use super::args::Common;
use super::{Console, Exit, Stop, load};
use crate::app::decide::{Drafted, Refusal};
use crate::app::find::find_clients;
use crate::app::review::Review;
use crate::config::OfficeSettings;
use crate::domain::event::{Draft, Event, Seq};
use crate::domain::month::{Day, ServiceMonth};
use crate::i18n::{Arg, Texts};
use crate::report::config_fault::config_sentence;
use crate::report::event_words::{event_sentence, refusal_sentence};
use crate::report::master_fault::master_fault;
use crate::report::office_failure::office_failure;
use crate::report::words::Words;
use crate::report::workspace_failure::{
    append_failure, damage_sentence, workspace_failure, workspace_warning,
};
use crate::store::workspace::{Access, AppendError, Who, Workspace};
use crate::store::{OfficeFailure, ReceivedSource, open_journal, open_office};
use std::path::{Path, PathBuf};

/// A month of a workspace with what was decided about it.
pub(super) struct Office {
    pub(super) workspace: Workspace,
    pub(super) review: Review,
    pub(super) source: ReceivedSource,
    /// The last event of the journal.
    pub(super) last: Seq,
}

/// The workspace that is meant: the one named, else the current folder.
pub(super) fn folder(common: &Common, texts: &Texts) -> Result<PathBuf, Stop> {
    match &common.workspace {
        Some(dir) => Ok(dir.clone()),
        None if Workspace::is_workspace(Path::new(".")) => Ok(PathBuf::from(".")),
        None => Err(Stop::new(Exit::Surroundings, texts.get("workspace-here-none"))),
    }
}

/// Opens a workspace and tells what has to be known about it.
pub(super) fn open_workspace(
    dir: &Path,
    access: Access,
    console: &mut Console<'_>,
) -> Result<Workspace, Stop> {
    let who = Who::here(console.settings.person.as_deref());
    let clock = Box::new(|| chrono::Local::now().fixed_offset());
    let opened = Workspace::open(dir, who, access, clock);
    let workspace =
        opened.map_err(|error| Stop::new(Exit::Surroundings, workspace_failure(console.texts, &error)))?;
    for warning in workspace.warnings() {
        console.say(&workspace_warning(console.texts, warning));
    }
    Ok(workspace)
}

/// What the office says about itself; faults of the file are told.
pub(super) fn settings(workspace: &Workspace, console: &mut Console<'_>) -> OfficeSettings {
    let (settings, faults) = OfficeSettings::load(&workspace.office_file());
    for fault in &faults {
        console.say(&config_sentence(console.texts, fault));
    }
    settings
}

/// Opens the month of the workspace that is meant.
pub(super) fn open(common: &Common, access: Access, console: &mut Console<'_>) -> Result<Office, Stop> {
    let dir = folder(common, console.texts)?;
    let workspace = open_workspace(&dir, access, console)?;
    open_month(workspace, common, console)
}

/// Opens the month of the workspace that is meant for what needs the journal alone; without received files it is empty.
pub(super) fn open_for_journal(
    common: &Common,
    access: Access,
    console: &mut Console<'_>,
) -> Result<Office, Stop> {
    let dir = folder(common, console.texts)?;
    let workspace = open_workspace(&dir, access, console)?;
    journal_of(workspace, common, console)
}

/// Like [`open_month`], without received files as an empty month.
pub(super) fn journal_of(
    workspace: Workspace,
    common: &Common,
    console: &mut Console<'_>,
) -> Result<Office, Stop> {
    let today = chrono::Local::now().date_naive();
    let empty = Day::of(today).map(|day| day.month);
    open_as(workspace, common, empty, console)
}

/// Opens the month of an open workspace.
pub(super) fn open_month(
    workspace: Workspace,
    common: &Common,
    console: &mut Console<'_>,
) -> Result<Office, Stop> {
    open_as(workspace, common, None, console)
}

fn open_as(
    mut workspace: Workspace,
    common: &Common,
    empty: Option<ServiceMonth>,
    console: &mut Console<'_>,
) -> Result<Office, Stop> {
    let codes = common.codes.as_deref().map(|path| load::codes(path, console.texts)).transpose()?;
    let options = load::options(common, codes.as_ref());
    let limits = load::limits(console.settings);
    let opened = load::with_progress(console, |progress| match empty {
        Some(empty) => open_journal(&mut workspace, options, limits, progress, empty),
        None => open_office(&mut workspace, options, limits, progress),
    });
    let opened = opened.map_err(|failure| {
        let exit = match failure {
            OfficeFailure::Open(_) => Exit::Findings,
            OfficeFailure::Store(_) | OfficeFailure::Workspace(_) => Exit::Surroundings,
        };
        let paths = [workspace.received()];
        Stop::new(exit, office_failure(console.texts, &failure, &paths, &options).join("\n"))
    })?;
    if let Some(damage) = &opened.damage {
        console.say(&damage_sentence(console.texts, damage, workspace.newest_backup().as_deref()));
    }
    for fault in &opened.master_faults {
        console.say(&master_fault(console.texts, fault));
    }
    let mut month = opened.month;
    let own = settings(&workspace, console);
    own.name_own(&mut month);
    let mut review = Review::with_decisions(month, opened.codes, opened.decisions);
    review.rules = own.rules();
    review.previous = opened.previous;
    Ok(Office { workspace, review, source: opened.source, last: opened.last })
}

/// Stops early when nothing can be journalled.
pub(super) fn must_write(workspace: &Workspace, texts: &Texts) -> Result<(), Stop> {
    workspace.obstacle().map_or(Ok(()), |error| Err(not_appended(workspace, &error, texts)))
}

/// Why nothing was journalled.
pub(super) fn not_appended(workspace: &Workspace, error: &AppendError, texts: &Texts) -> Stop {
    let backup = workspace.newest_backup();
    Stop::new(Exit::Surroundings, append_failure(texts, error, backup.as_deref()))
}

/// Journals a draft after the last event.
pub(super) fn append(
    workspace: &mut Workspace,
    draft: &Draft,
    last: Seq,
    console: &mut Console<'_>,
) -> Result<Event, Stop> {
    let appended = workspace.append(draft, last);
    let appended = appended.map_err(|error| not_appended(workspace, &error, console.texts))?;
    if appended.is_clock_behind {
        console.say(&console.texts.get("warning-clock-behind"));
    }
    let missing = || Stop::new(Exit::Bug, console.texts.get("append-not-written"));
    appended.events.into_iter().next_back().ok_or_else(missing)
}

impl Office {
    pub(super) fn words<'a>(&'a self, texts: &'a Texts) -> Words<'a> {
        Words { month: &self.review.month, texts }
    }

    /// Stops early when nothing can be journalled.
    pub(super) fn must_write(&self, texts: &Texts) -> Result<(), Stop> {
        must_write(&self.workspace, texts)
    }

    /// A decision that is not taken.
    pub(super) fn refused(&self, refusal: &Refusal, texts: &Texts) -> Stop {
        Stop::new(Exit::Findings, refusal_sentence(self.words(texts), refusal))
    }

    /// Journals what was decided and takes it in.
    pub(super) fn append(&mut self, draft: &Draft, console: &mut Console<'_>) -> Result<Event, Stop> {
        let event = append(&mut self.workspace, draft, self.last, console)?;
        self.last = event.seq;
        self.review.take(event.clone());
        Ok(event)
    }

    /// Journals what was decided, and says so.
    pub(super) fn record(&mut self, drafted: &Drafted, console: &mut Console<'_>) -> Result<(), Stop> {
        let event = self.append(&drafted.draft, console)?;
        let what = event_sentence(self.words(console.texts), &self.review.decisions, &event);
        console.say(&console.texts.format("decide-done", &[("what", Arg::from(what.as_str()))]));
        if !drafted.skipped.is_empty() {
            let count = [("count", Arg::from(drafted.skipped.len()))];
            console.say(&console.texts.format("decide-skipped", &count));
        }
        Ok(())
    }

    /// The one client that is meant.
    pub(super) fn client(&self, asked: &str, texts: &Texts) -> Result<usize, Stop> {
        let found = find_clients(&self.review.month, asked);
        match found.as_slice() {
            [position] => Ok(*position),
            _ => Err(super::show::not_one(self.words(texts), asked, &found)),
        }
    }
}
