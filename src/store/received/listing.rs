//! The received files as a source of a month.

use super::{Look, RECEIVED, StoredFile, folder_name, folders, look};
use crate::app::ports::{FoundFile, Listing, ReadFailure, Source};
use crate::domain::month::ServiceMonth;
use crate::domain::problem::{Problem, ProblemCode};
use crate::store::source::read_disk;
use crate::store::write::StoreError;
use crate::store::{Limits, plain_reason, without_controls};
use std::path::{Path, PathBuf};

/// Which of the received files are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Those of one service month.
    Month(ServiceMonth),
    /// Those of one service month and those without a month (居宅サービス計画 and 利用者基本情報).
    MonthAndOther(ServiceMonth),
    /// All.
    All,
}

/// The received files of a workspace under the names they came with.
///
/// A later file of the same name with other bytes is shown as `v02/<name>`: it stands behind the first, so that it
/// counts as the later one. A file whose bytes are no longer those that came is never given out.
#[derive(Debug)]
pub struct ReceivedSource {
    root: PathBuf,
    files: Vec<(String, StoredFile)>,
    problems: Vec<Problem>,
    file_bytes: u64,
}

impl ReceivedSource {
    /// Looks through the received files of the workspace at `root`.
    ///
    /// What cannot be looked through, and what no import put there, becomes a problem of the listing.
    pub fn open(root: &Path, span: Span, limits: Limits) -> Self {
        let mut source = Self {
            root: root.to_owned(),
            files: Vec::new(),
            problems: Vec::new(),
            file_bytes: limits.file_bytes,
        };
        let months = match span {
            Span::Month(month) => vec![Some(month)],
            Span::MonthAndOther(month) => vec![None, Some(month)],
            Span::All => folders(root).unwrap_or_else(|error| {
                source.problems.push(unreadable(RECEIVED.to_owned(), &error));
                Vec::new()
            }),
        };
        for month in months {
            match look(root, month) {
                Ok(look) => source.take_in(month, look),
                Err(error) => source.problems.push(unreadable(shown_folder(month), &error)),
            }
        }
        source.files.sort_unstable_by(|a, b| (&a.0, &a.1.name).cmp(&(&b.0, &b.1.name)));
        source
    }

    /// The file at `index` of the listing.
    pub fn stored(&self, index: usize) -> Option<&StoredFile> {
        self.files.get(index).map(|(_, stored)| stored)
    }

    fn take_in(&mut self, month: Option<ServiceMonth>, look: Look) {
        let mut before: Option<StoredFile> = None;
        let mut count = 0;
        for stored in look.kept {
            // They come in the order of their names, those of one name in the order in which they arrived.
            let again = before.is_some_and(|before| before.name.original == stored.name.original);
            count = if again { count + 1 } else { 1 };
            before = Some(stored.clone());
            self.files.push((shown(&stored.name.original, count), stored));
        }
        self.problems.extend(look.strays.into_iter().map(|name| {
            let path = format!("{}/{}", shown_folder(month), without_controls(name));
            Problem::quarantined(ProblemCode::FileUnreadable).at_path(path).found("reason-not-imported")
        }));
    }
}

impl Source for ReceivedSource {
    fn list(&self) -> Listing {
        Listing {
            files: self.files.iter().map(|(shown, _)| FoundFile { path: shown.clone() }).collect(),
            problems: self.problems.clone(),
        }
    }

    fn read(&self, index: usize, into: &mut Vec<u8>) -> Result<(), ReadFailure> {
        into.clear();
        let Some((_, stored)) = self.files.get(index) else {
            return Err(ReadFailure::Unreadable("reason-not-found".to_owned()));
        };
        let read = read_disk(&stored.path(&self.root), self.file_bytes, into).and_then(|()| {
            let fits = stored.name.fits(&blake3::hash(into));
            fits.then_some(()).ok_or_else(|| ReadFailure::Unreadable("reason-changed".to_owned()))
        });
        if read.is_err() {
            into.clear();
        }
        read
    }
}

/// A lower-case letter stands behind those that names of exchange files begin with.
fn shown(original: &str, count: usize) -> String {
    // The name is one from outside: what divides folders may not stand in it.
    let name = without_controls(original.replace('/', "_"));
    if count == 1 { name } else { format!("v{count:02}/{name}") }
}

fn shown_folder(month: Option<ServiceMonth>) -> String {
    format!("{RECEIVED}/{}", folder_name(month))
}

fn unreadable(shown: String, error: &StoreError) -> Problem {
    let reason = match error {
        StoreError::Io { source, .. } => plain_reason(source),
        other => other.to_string(),
    };
    Problem::quarantined(ProblemCode::FolderUnreadable).at_path(shown).found(reason)
}
