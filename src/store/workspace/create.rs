//! A new workspace.

use super::backup;
use super::db::{self, migrate, trouble};
use super::failure::WorkspaceError;
use crate::store::private::{create_file, create_folder, remove_if_there, write_file};
use crate::store::write::sync_folder;
use rusqlite::Connection;
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// The office's own data and settings.
pub(super) const OFFICE: &str = "kyukan.toml";
/// Received files.
pub(super) const RECEIVED: &str = "received";
/// Everything written for others.
pub(super) const OUT: &str = "out";

/// Stands in the folder from the first moment to the last, so that a making that was broken off is known.
const DB_PART: &str = "kyukan.db.part";
const OFFICE_PART: &str = "kyukan.toml.part";

/// Makes a workspace in a folder that is absent, empty, or holds what a killed making left behind.
pub(super) fn create(dir: &Path, office: &str) -> Result<(), WorkspaceError> {
    let failed = |error: io::Error| WorkspaceError::at(dir, &error);
    create_folder(dir).map_err(failed)?;
    if !is_free(dir).map_err(failed)? {
        return Err(WorkspaceError::NotEmpty(dir.to_owned()));
    }
    make_private(dir);
    create_db(&dir.join(DB_PART))?;
    let files = || {
        for folder in [RECEIVED, OUT, backup::FOLDER] {
            create_folder(&dir.join(folder))?;
        }
        write_file(&dir.join(OFFICE_PART), office.as_bytes())?;
        fs::rename(dir.join(OFFICE_PART), dir.join(OFFICE))?;
        fs::rename(dir.join(DB_PART), dir.join(db::NAME))?;
        sync_folder(dir)
    };
    files().map_err(failed)
}

/// Whether nothing in the folder is anybody's.
fn is_free(dir: &Path) -> io::Result<bool> {
    let mut is_broken_off = false;
    let mut is_ours = true;
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().unwrap_or_default();
        is_broken_off |= name == DB_PART;
        is_ours &= match name {
            OFFICE | OFFICE_PART => true,
            RECEIVED | OUT | backup::FOLDER => fs::read_dir(entry.path())?.next().is_none(),
            _ => name.starts_with(DB_PART),
        };
    }
    let is_empty = fs::read_dir(dir)?.next().is_none();
    Ok(is_empty || (is_broken_off && is_ours))
}

fn create_db(part: &Path) -> Result<(), WorkspaceError> {
    let file = |error: io::Error| WorkspaceError::at(part, &error);
    for ending in ["", "-journal", "-wal", "-shm"] {
        let mut name = part.as_os_str().to_owned();
        name.push(ending);
        remove_if_there(Path::new(&name)).map_err(file)?;
    }
    drop(create_file(part).map_err(file)?);
    let sqlite = |error: rusqlite::Error| trouble(part, &error);
    let mut conn = Connection::open(part).map_err(sqlite)?;
    migrate(&mut conn, part)?;
    conn.pragma_update(None, "journal_mode", "WAL").map_err(sqlite)?;
    conn.close().map_err(|(_, error)| sqlite(error))?;
    // Windows wants a handle that may write.
    fs::OpenOptions::new().write(true).open(part).and_then(|file: File| file.sync_all()).map_err(file)
}

/// A folder that somebody else made may be open to others; on media without such rights it stays so.
#[cfg(unix)]
fn make_private(dir: &Path) {
    use std::os::unix::fs::PermissionsExt;
    drop(fs::set_permissions(dir, fs::Permissions::from_mode(0o700)));
}

#[cfg(not(unix))]
fn make_private(_: &Path) {}
