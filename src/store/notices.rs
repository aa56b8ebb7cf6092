//! The notices (通知) of 国保連 in a workspace.
//!
//! `notices/<hash>.csv` holds the bytes of each file as it came, also of one that cannot be read. Which of them count, and
//! in which order they came, is said by the register `notices` of the journal.

mod import;
#[cfg(test)]
mod tests;

pub use import::{NoticeImport, NoticeImportFailure, NoticeNews, OneNotice, import_notices};

use super::plain_reason;
use crate::app::decisions::{Cells, Entries};
use crate::app::notices::{NoticeFile, Notices};
use crate::format::kokuhoren::read::read;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Name of the register, and of the folder in a workspace.
pub const NOTICES: &str = "notices";

/// A row of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredNotice {
    /// BLAKE3 hash of its bytes in hexadecimal digits: the key of the row.
    pub hash: String,
    /// The name the file came with.
    pub name: String,
    /// Its number among the files that were taken in.
    pub order: u64,
}

/// A registered file that is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeFault {
    /// Which.
    pub notice: RegisteredNotice,
    /// Where its file should be.
    pub path: PathBuf,
    /// What is wrong.
    pub what: NoticeFaultSort,
}

/// What is wrong with a registered file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeFaultSort {
    /// It is not there.
    Missing,
    /// It is not what was taken in.
    Changed,
    /// It cannot be read; why, in the system's words.
    Unreadable(String),
}

impl RegisteredNotice {
    fn of_cells(hash: &str, cells: &Cells) -> Self {
        let text = |column: &str| cells.get(column).map(String::as_str).unwrap_or_default();
        let order = text("order").parse().unwrap_or_default();
        Self { hash: hash.to_owned(), name: text("name").to_owned(), order }
    }

    fn cells(&self) -> Cells {
        let texts = [("name", self.name.clone()), ("order", self.order.to_string())];
        texts.into_iter().map(|(column, text)| (column.to_owned(), text)).collect()
    }

    /// Where its file lies in a workspace; `None` when the register names no hash.
    fn path(&self, dir: &Path) -> Option<PathBuf> {
        let hash = blake3::Hash::from_hex(&self.hash).ok()?;
        (hash.to_hex().as_str() == self.hash).then(|| file(dir, &self.hash))
    }
}

fn file(dir: &Path, hash: &str) -> PathBuf {
    dir.join(NOTICES).join(format!("{hash}.csv"))
}

/// The files on the register (`entries(NOTICES)`), the one that was taken in last at the end.
pub fn registered_notices(entries: &Entries) -> Vec<RegisteredNotice> {
    let hash = |key: &Vec<String>| key.first().cloned().unwrap_or_default();
    let notices = entries.iter().map(|(key, cells)| RegisteredNotice::of_cells(&hash(key), cells));
    let mut notices: Vec<_> = notices.collect();
    notices.sort_by(|a, b| (a.order, &a.hash).cmp(&(b.order, &b.hash)));
    notices
}

/// Everything that the files on the register say. A file that cannot be used is left out and told.
pub fn load_notices(dir: &Path, entries: &Entries) -> (Notices, Vec<NoticeFault>) {
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    for notice in registered_notices(entries) {
        let path = notice.path(dir);
        let bytes = path.as_deref().ok_or(NoticeFaultSort::Missing).and_then(|path| load(path, &notice.hash));
        match bytes {
            Ok(bytes) => {
                let RegisteredNotice { hash, name, .. } = notice;
                files.push(NoticeFile { name, hash, read: read(&bytes) });
            }
            Err(what) => {
                let path = path.unwrap_or_else(|| dir.join(NOTICES));
                faults.push(NoticeFault { notice, path, what });
            }
        }
    }
    (Notices::of(files), faults)
}

fn load(path: &Path, hash: &str) -> Result<Vec<u8>, NoticeFaultSort> {
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => NoticeFaultSort::Missing,
        _ => NoticeFaultSort::Unreadable(plain_reason(&error)),
    })?;
    if blake3::hash(&bytes).to_hex().as_str() != hash {
        return Err(NoticeFaultSort::Changed);
    }
    Ok(bytes)
}
