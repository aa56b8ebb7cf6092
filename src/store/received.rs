//! The received files (受信ファイル) of a workspace, kept as they came.
//!
//! `received/2026-10/` holds the files of a service month, `received/other/` those without one. Every file is named
//! after its bytes and after what it was called ([`stored_name`]), is never changed, and is checked when it is read.

mod import;
mod keep;
mod listing;
mod stored_name;

pub use import::{ImportCounts, ImportItem, ImportPlan, Outcome, Taken, plan_import};
pub use keep::{ImportStop, ImportStopped};
pub use listing::{ReceivedSource, Span};

use super::kept::{PART, SET_ASIDE};
use super::write::StoreError;
use crate::domain::month::ServiceMonth;
use crate::format::exchange::FileKind;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use stored_name::StoredName;

/// The folder of the received files in a workspace.
const RECEIVED: &str = "received";

/// The folder of the files without a month.
const OTHER: &str = "other";

/// A file among the received ones.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StoredFile {
    month: Option<ServiceMonth>,
    name: StoredName,
}

impl StoredFile {
    /// The month whose folder it lies in; `None` for files without one.
    pub fn month(&self) -> Option<ServiceMonth> {
        self.month
    }

    /// The name the file came with.
    pub fn original_name(&self) -> &str {
        &self.name.original
    }

    /// Its path in the workspace, parts divided by `/`, for registers.
    pub fn relative_path(&self) -> String {
        format!("{RECEIVED}/{}/{}", folder_name(self.month), self.name)
    }

    /// Where it lies in the workspace at `root`.
    pub fn path(&self, root: &Path) -> PathBuf {
        folder(root, self.month).join(self.name.to_string())
    }
}

/// The months that files were received for, oldest first, with the number of files of each.
///
/// # Errors
/// A folder cannot be looked into. A workspace that has received nothing has no months.
pub fn months(root: &Path) -> Result<Vec<(ServiceMonth, usize)>, StoreError> {
    let mut months = Vec::new();
    for month in folders(root)?.into_iter().flatten() {
        let count = look(root, Some(month))?.kept.len();
        if count > 0 {
            months.push((month, count));
        }
    }
    Ok(months)
}

/// The months that files were received for, oldest first, each with whether actuals (実績) are among them.
pub(super) fn months_with_actuals(root: &Path) -> Result<Vec<(ServiceMonth, bool)>, StoreError> {
    let mut months = Vec::new();
    for month in folders(root)?.into_iter().flatten() {
        let kept = look(root, Some(month))?.kept;
        if !kept.is_empty() {
            let prefix = FileKind::Upjsk.prefix();
            let is_actual = |file: &StoredFile| file.original_name().to_ascii_uppercase().starts_with(prefix);
            let has_actuals = kept.iter().any(is_actual);
            months.push((month, has_actuals));
        }
    }
    Ok(months)
}

/// What lies in the folder of a month.
#[derive(Debug, Default)]
struct Look {
    kept: Vec<StoredFile>,
    /// Half-written files of an import that was killed.
    parts: Vec<PathBuf>,
    /// Names of files that no import put there.
    strays: Vec<String>,
}

fn folder_name(month: Option<ServiceMonth>) -> String {
    month.map_or_else(|| OTHER.to_owned(), |month| month.to_string())
}

fn folder(root: &Path, month: Option<ServiceMonth>) -> PathBuf {
    root.join(RECEIVED).join(folder_name(month))
}

/// The folders there are, `None` for the one without a month first.
fn folders(root: &Path) -> Result<Vec<Option<ServiceMonth>>, StoreError> {
    let mut found = Vec::new();
    for entry in entries(&root.join(RECEIVED))? {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        if name == OTHER {
            found.push(None);
        } else if let Some(month) = ServiceMonth::parse(name).filter(|month| month.to_string() == name) {
            found.push(Some(month));
        }
    }
    found.sort_unstable();
    Ok(found)
}

fn look(root: &Path, month: Option<ServiceMonth>) -> Result<Look, StoreError> {
    let mut look = Look::default();
    for entry in entries(&folder(root, month))? {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(stored) = StoredName::parse(&name) {
            look.kept.push(StoredFile { month, name: stored });
        } else if name.ends_with(PART) {
            look.parts.push(entry.path());
        } else if !is_furniture(&name) {
            look.strays.push(name);
        }
    }
    look.kept.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    look.strays.sort_unstable();
    Ok(look)
}

/// What systems put into folders by themselves, and what was set aside here.
fn is_furniture(name: &str) -> bool {
    let system = name.starts_with('.') || ["thumbs.db", "desktop.ini"].contains(&&*name.to_ascii_lowercase());
    system || name.contains(SET_ASIDE)
}

/// A folder that is not there has no entries.
fn entries(folder: &Path) -> Result<Vec<DirEntry>, StoreError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(StoreError::at(folder))?,
    };
    entries.collect::<Result<_, _>>().map_err(StoreError::at(folder))
}

#[cfg(test)]
mod tests;
