//! Use cases of a workspace: a month opened together with what the journal decided about it, 取込, 書出し.

mod import;
#[cfg(test)]
mod tests;
mod write;

pub use import::{ImportFailure, import};
pub use write::{Earlier, JOURNAL_FILE, OutFailure, Written, write_files};

use super::received::{ReceivedSource, Span, months_with_actuals};
use super::workspace::{AppendError, Damage, Workspace, WorkspaceError};
use super::{Limits, StoreError};
use crate::app::decisions::Decisions;
use crate::app::month::Month;
use crate::app::open::{OpenFailure, OpenOptions, open_month};
use crate::app::ports::Progress;
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

/// Opens a month of a workspace: the one asked for, else the newest one with actuals, else the newest one.
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
    let span = wanted.map_or(Span::All, Span::MonthAndOther);
    let source = ReceivedSource::open(workspace.dir(), span, limits);
    let month = open_month(&source, OpenOptions { month: wanted, ..options }, progress)?;
    let found = workspace.events(Some(month.month))?;
    let last = workspace.last_seq()?;
    Ok(OfficeMonth { month, decisions: Decisions::of(found.items), last, source, damage: found.damage })
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
fn writable(workspace: &mut Workspace) -> Result<(), AppendError> {
    workspace.claim()?;
    workspace.obstacle().map_or(Ok(()), Err)
}
