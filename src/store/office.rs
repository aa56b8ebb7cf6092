//! Use cases of a workspace: a month opened together with what the journal decided about it, 取込, 書出し.

mod import;
#[cfg(test)]
mod tests;
mod write;

pub use import::{ImportFailure, import};
pub use write::{Earlier, JOURNAL_FILE, OutFailure, Written, write_files};

use super::received::{ReceivedSource, Span, months_with_actuals};
use super::workspace::{AppendError, Damage, Workspace, WorkspaceError};
use super::{Limits, MASTERS, MasterFault, StoreError, load_masters};
use crate::app::decisions::Decisions;
use crate::app::month::Month;
use crate::app::open::{OpenFailure, OpenOptions, empty_month, open_month};
use crate::app::ports::Progress;
use crate::app::previous::PreviousMonth;
use crate::app::review::{OfficeRules, Review};
use crate::domain::codes::CodeMaster;
use crate::domain::event::Seq;
use crate::domain::month::ServiceMonth;
use thiserror::Error;

/// A month of a workspace.
#[derive(Debug)]
pub struct OfficeMonth {
    /// The month as it was received.
    pub month: Month,
    /// What was decided.
    pub decisions: Decisions,
    /// What was sent for the month before.
    pub previous: PreviousMonth,
    /// The service codes it was opened with: those that were given, else those of the workspace.
    pub codes: Option<CodeMaster>,
    /// Masters that are not used, because something is wrong with their files.
    pub master_faults: Vec<MasterFault>,
    /// The last event of the journal; the next one is appended after it.
    pub last: Seq,
    /// The received files, for reading single lines.
    pub source: ReceivedSource,
    /// The damage of the journal; what is before it counts.
    pub damage: Option<Damage>,
}

/// Why a month of a workspace cannot be opened.
#[derive(Debug, Error)]
pub enum OfficeFailure {
    /// The received files.
    #[error(transparent)]
    Open(#[from] OpenFailure),
    /// The received files cannot be looked through.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The journal.
    #[error(transparent)]
    Workspace(#[from] WorkspaceError),
}

/// Opens a month of a workspace: the one asked for, else the newest one with actuals, else the newest one. Without codes
/// in `options` the masters of the workspace are used.
///
/// # Errors
/// See [`OfficeFailure`].
pub fn open_office(
    workspace: &mut Workspace,
    options: OpenOptions<'_>,
    limits: Limits,
    progress: &dyn Progress,
) -> Result<OfficeMonth, OfficeFailure> {
    let wanted = match options.month {
        Some(month) => Some(month),
        None => newest_month(workspace)?,
    };
    // Without received files there is no month, and opening says so.
    let Journal { decisions, last, damage } = Journal::read(workspace, wanted)?;
    let previous = match wanted {
        Some(month) => PreviousMonth::of(&Decisions::of(workspace.events(Some(month.previous()))?.items)),
        None => PreviousMonth::default(),
    };
    let (codes, master_faults) = match options.codes {
        Some(given) => (Some(given.clone()), Vec::new()),
        None => masters(workspace, &decisions),
    };
    let span = wanted.map_or(Span::All, Span::MonthAndOther);
    let source = ReceivedSource::open(workspace.dir(), span, limits);
    let options = OpenOptions { month: wanted, codes: codes.as_ref(), ..options };
    let month = open_month(&source, options, progress)?;
    Ok(OfficeMonth { month, decisions, previous, codes, master_faults, last, source, damage })
}

/// Like [`open_office`], but a workspace in which nothing was received yet opens as an empty month: what was registered
/// stands in its journal, to be seen and taken back.
///
/// # Errors
/// See [`OfficeFailure`].
pub fn open_journal(
    workspace: &mut Workspace,
    options: OpenOptions<'_>,
    limits: Limits,
    progress: &dyn Progress,
    empty: ServiceMonth,
) -> Result<OfficeMonth, OfficeFailure> {
    let failure = match open_office(workspace, options, limits, progress) {
        Err(OfficeFailure::Open(OpenFailure::NoExchangeFiles(problems))) if problems.is_empty() => {
            OpenFailure::NoExchangeFiles(problems)
        }
        opened => return opened,
    };
    let Some(month) = empty_month(empty) else { return Err(failure.into()) };
    let Journal { decisions, last, damage } = Journal::read(workspace, None)?;
    let source = ReceivedSource::open(workspace.dir(), Span::All, limits);
    let (previous, codes, master_faults) = (PreviousMonth::default(), None, Vec::new());
    Ok(OfficeMonth { month, decisions, previous, codes, master_faults, last, source, damage })
}

/// Opens another month of the same workspace, to be counted or sent beside the one at hand; `name` gives it what only
/// the settings know. What is damaged or left out there was told when the workspace was opened.
///
/// # Errors
/// See [`OfficeFailure`].
pub fn open_beside(
    workspace: &mut Workspace,
    options: OpenOptions<'_>,
    limits: Limits,
    progress: &dyn Progress,
    rules: OfficeRules,
    name: impl FnOnce(&mut Month),
) -> Result<Review, OfficeFailure> {
    let mut opened = open_office(workspace, options, limits, progress)?;
    name(&mut opened.month);
    let mut review = Review::with_decisions(opened.month, opened.codes, opened.decisions);
    review.rules = rules;
    review.previous = opened.previous;
    Ok(review)
}

/// What the journal says about a month.
struct Journal {
    decisions: Decisions,
    last: Seq,
    damage: Option<Damage>,
}

impl Journal {
    fn read(workspace: &mut Workspace, month: Option<ServiceMonth>) -> Result<Self, WorkspaceError> {
        let found = workspace.events(month)?;
        let last = workspace.last_seq()?;
        Ok(Self { decisions: Decisions::of(found.items), last, damage: found.damage })
    }
}

fn masters(workspace: &Workspace, decisions: &Decisions) -> (Option<CodeMaster>, Vec<MasterFault>) {
    let (codes, faults) = load_masters(workspace.dir(), decisions.entries(MASTERS));
    ((!codes.is_empty()).then_some(codes), faults)
}

/// Plans of the coming month are sent before the actuals of this one come, so the newest month alone is not the one
/// that is being worked on.
fn newest_month(workspace: &Workspace) -> Result<Option<ServiceMonth>, StoreError> {
    let months = months_with_actuals(workspace.dir())?;
    let newest = |with_actuals: bool| {
        months.iter().rev().find(|(_, has_actuals)| *has_actuals || !with_actuals).map(|(month, _)| *month)
    };
    Ok(newest(true).or_else(|| newest(false)))
}

/// Makes sure that nobody else writes, before anything is changed on the disk.
pub(super) fn writable(workspace: &mut Workspace) -> Result<(), AppendError> {
    workspace.claim()?;
    workspace.obstacle().map_or(Ok(()), Err)
}
