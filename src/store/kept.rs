//! Files that are kept as they came: all of it or nothing, private, and never changed.

use super::write::{
    StoreError, check_absent, create_folder_synced, make_read_only, sync_folder, write_compared,
};
use std::fs;
use std::path::{Path, PathBuf};

/// Hexadecimal digits of a BLAKE3 hash in names.
pub(super) const DIGITS: usize = 16;

/// What stands after the name of a file that is being written. No kept file has a `~` in its name.
pub(super) const PART: &str = "~.part";

/// What stands after the name of a file that was found changed and set aside.
pub(super) const SET_ASIDE: &str = "~changed-";

/// The beginning of a hash that stands in names.
pub(super) fn digits_of(hash: &blake3::Hash) -> String {
    hash.to_hex().chars().take(DIGITS).collect()
}

/// Whether a kept file still holds the bytes that came. One that cannot be read is none that helps.
pub(super) fn is_whole(path: &Path, hash: &blake3::Hash) -> bool {
    fs::read(path).is_ok_and(|bytes| blake3::hash(&bytes) == *hash)
}

/// Keeps bytes with their hash in a folder that is there; the caller holds the lock of the workspace.
pub(super) fn keep(path: &Path, hash: &blake3::Hash, bytes: &[u8]) -> Result<(), StoreError> {
    if is_whole(path, hash) {
        return Ok(());
    }
    set_aside(path)?;
    let part = beside(path, PART);
    write_compared(&part, bytes)?;
    check_absent(path).and_then(|()| fs::rename(&part, path)).map_err(|error| {
        // Best effort: the error that counts is the first one.
        drop(fs::remove_file(&part));
        StoreError::at(path)(error)
    })?;
    // Best effort: it guards against accidents, some shares do not know of it, and reading checks the bytes anyway.
    drop(make_read_only(path));
    Ok(())
}

/// Keeps bytes in a folder that lies in another one and may not be there yet; all of it is on the disk afterwards.
pub(super) fn keep_synced(
    outer: &Path,
    path: &Path,
    hash: &blake3::Hash,
    bytes: &[u8],
) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(outer);
    create_folder_synced(outer, folder).map_err(StoreError::at(folder))?;
    // What an import that was killed left behind.
    let part = beside(path, PART);
    if fs::exists(&part).map_err(StoreError::at(&part))? {
        fs::remove_file(&part).map_err(StoreError::at(&part))?;
    }
    keep(path, hash, bytes)?;
    sync_folder(folder).map_err(StoreError::at(folder))
}

/// A kept file that was changed by hand may hold somebody's work: it gets another name, under which it is not read.
fn set_aside(path: &Path) -> Result<(), StoreError> {
    if !fs::exists(path).map_err(StoreError::at(path))? {
        return Ok(());
    }
    // One that cannot be read is told apart by nothing.
    let ending =
        fs::read(path).map_or_else(|_| "unreadable".to_owned(), |bytes| digits_of(&blake3::hash(&bytes)));
    let aside = beside(path, &format!("{SET_ASIDE}{ending}"));
    fs::rename(path, &aside).map_err(StoreError::at(path))
}

/// The file beside one, with an ending.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}
