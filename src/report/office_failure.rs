//! Why a month of a workspace cannot be opened, and why the disk refused, in sentences.

use super::open_failure::open_failure;
use super::workspace_failure::workspace_failure;
use crate::app::open::OpenOptions;
use crate::i18n::visible::visible;
use crate::i18n::{Arg, Texts};
use crate::store::{OfficeFailure, StoreError};
use std::path::{Path, PathBuf};

/// Why a month of a workspace cannot be opened: one sentence or several.
pub fn office_failure(
    texts: &Texts,
    failure: &OfficeFailure,
    paths: &[PathBuf],
    options: &OpenOptions<'_>,
) -> Vec<String> {
    match failure {
        OfficeFailure::Open(failure) => open_failure(texts, failure, paths, options),
        OfficeFailure::Store(error) => vec![store_failure(texts, error)],
        OfficeFailure::Workspace(error) => vec![workspace_failure(texts, error)],
    }
}

/// Why files could not be written or looked through.
pub fn store_failure(texts: &Texts, error: &StoreError) -> String {
    let of = |id: &str, path: &Path, reason: &str| {
        let path = path.display().to_string();
        let path = visible(&path);
        texts.format(id, &[("path", Arg::from(path.as_ref())), ("reason", Arg::from(reason))])
    };
    match error {
        StoreError::NotEmpty(path) => of("error-folder-not-empty", path, ""),
        StoreError::ReadsBackOtherwise(path) => of("error-reads-back-otherwise", path, ""),
        StoreError::Io { path, source } => of("error-write-failed", path, &source.to_string()),
    }
}
