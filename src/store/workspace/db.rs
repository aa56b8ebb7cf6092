//! The connection to `kyukan.db`: opened so that a lost file is never replaced by an empty one, and that a damaged
//! one still gives what it can.

use super::failure::{DatabaseFault, WorkspaceError};
use super::identity::Identity;
use super::schema::{APPLICATION, MIGRATIONS, VERSION};
use super::trouble::{Trouble, is_damage};
use super::{backup, schema};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// File name of the database.
pub(super) const NAME: &str = "kyukan.db";

/// How long another program may keep the file before it is told as in use.
const PATIENCE: Duration = Duration::from_secs(2);

/// What every SQLite database begins with, and its header's length.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const HEADER: usize = 100;

/// An open database.
#[derive(Debug)]
pub(super) struct Db {
    pub(super) conn: Connection,
    path: PathBuf,
    identity: Identity,
    /// Opened although SQLite found it malformed, in its words.
    pub(super) malformed: Option<String>,
    /// Read without the help files that SQLite writes beside a database, and without what lies in them.
    pub(super) on_read_only_medium: bool,
}

impl Db {
    /// Opens the database of a folder for writing; `Ok(Err(_))`, in SQLite's words, when it turns out to be malformed,
    /// so that it must only be read.
    pub(super) fn open_writer(dir: &Path) -> Result<Result<Self, String>, WorkspaceError> {
        let path = dir.join(NAME);
        let failed = |error: rusqlite::Error| trouble(&path, &error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut db = Self::new(&path, Connection::open_with_flags(&path, flags).map_err(failed)?)?;
        match db.prepare_writer() {
            Err(error) if is_damage(&error) => return Ok(Err(error.to_string())),
            Err(error) => return Err(failed(error)),
            Ok(()) => {}
        }
        // SQLite silently opens a file that is write-protected for reading.
        if db.conn.is_readonly("main").map_err(failed)? {
            return Err(WorkspaceError::Trouble { path, trouble: Trouble::Denied });
        }
        check_version(&path, version(&db.conn).map_err(failed)?)?;
        migrate(&mut db.conn, &path)?;
        Ok(Ok(db))
    }

    fn prepare_writer(&mut self) -> rusqlite::Result<()> {
        self.set_up()?;
        self.conn.pragma_update(None, "journal_mode", "WAL")?;
        // The event is on the disk before anybody is told so.
        self.conn.pragma_update(None, "synchronous", "FULL")?;
        self.conn.pragma_update(None, "fullfsync", true)?;
        self.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        probe(&self.conn)
    }

    /// Opens the database of a folder for reading. On a medium where nothing can be written, what was not yet taken
    /// over into the database file is left out; a malformed file gives what SQLite can still read.
    pub(super) fn open_reader(dir: &Path) -> Result<Self, WorkspaceError> {
        let path = dir.join(NAME);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = |immutable: bool| -> Result<(Self, rusqlite::Result<()>), WorkspaceError> {
            let conn = if immutable {
                Connection::open_with_flags(immutable_uri(&path), flags | OpenFlags::SQLITE_OPEN_URI)
            } else {
                Connection::open_with_flags(&path, flags)
            };
            let mut db = Self::new(&path, conn.map_err(|error| trouble(&path, &error))?)?;
            db.on_read_only_medium = immutable;
            let state = db.set_up().and_then(|()| probe(&db.conn));
            Ok((db, state))
        };
        let (mut db, mut state) = open(false)?;
        if state.as_ref().is_err_and(needs_help_files) {
            (db, state) = open(true)?;
        }
        match state {
            Ok(()) => check_version(&path, version(&db.conn).map_err(|error| trouble(&path, &error))?)?,
            Err(error) if is_damage(&error) => {
                // Lets SQLite read a file that is too short or whose tables it cannot make sense of.
                let lenient = db.conn.pragma_update(None, "writable_schema", true);
                lenient.map_err(|error| trouble(&path, &error))?;
                db.malformed = Some(error.to_string());
            }
            Err(error) => return Err(trouble(&path, &error)),
        }
        Ok(db)
    }

    fn new(path: &Path, conn: Connection) -> Result<Self, WorkspaceError> {
        let identity = Identity::of(path).map_err(|error| WorkspaceError::at(path, &error))?;
        Ok(Self { conn, path: path.to_owned(), identity, malformed: None, on_read_only_medium: false })
    }

    fn set_up(&self) -> rusqlite::Result<()> {
        self.conn.busy_timeout(PATIENCE)?;
        // Clients' data goes into no temporary files.
        self.conn.pragma_update(None, "temp_store", "MEMORY")?;
        self.conn.pragma_update(None, "trusted_schema", false)?;
        self.conn.pragma_update(None, "cell_size_check", true)
    }

    /// Whether the path still leads to the file that is open.
    pub(super) fn is_current(&self) -> bool {
        Identity::of(&self.path).is_ok_and(|now| now == self.identity)
    }
}

impl WorkspaceError {
    pub(super) fn at(path: &Path, error: &std::io::Error) -> Self {
        Self::Trouble { path: path.to_owned(), trouble: Trouble::of_io(error) }
    }
}

/// An error of SQLite that is no damage.
pub(super) fn trouble(path: &Path, error: &rusqlite::Error) -> WorkspaceError {
    WorkspaceError::Trouble { path: path.to_owned(), trouble: Trouble::of_sqlite(error, path) }
}

/// Brings the tables to the newest version.
pub(super) fn migrate(conn: &mut Connection, path: &Path) -> Result<(), WorkspaceError> {
    MIGRATIONS.to_latest(conn).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => trouble(path, &err),
        other => {
            let trouble = Trouble::Other(other.to_string());
            WorkspaceError::Trouble { path: path.to_owned(), trouble }
        }
    })
}

/// Looks at the database file without touching it: whether it is there, ours, and of a version that is known.
pub(super) fn check_file(dir: &Path) -> Result<(), WorkspaceError> {
    let path = dir.join(NAME);
    let wrong = |fault| WorkspaceError::Database { path: path.clone(), fault, backup: backup::newest(dir) };
    let mut header = Vec::with_capacity(HEADER);
    let opened = File::open(&path).map_err(|error| match Trouble::of_io(&error) {
        Trouble::Gone if dir.is_dir() => wrong(DatabaseFault::Missing),
        Trouble::Gone => WorkspaceError::Trouble { path: dir.to_owned(), trouble: Trouble::Gone },
        trouble => WorkspaceError::Trouble { path: path.clone(), trouble },
    })?;
    let read = opened.take(HEADER as u64).read_to_end(&mut header);
    read.map_err(|error| WorkspaceError::at(&path, &error))?;
    let number = |at: usize| Some(u32::from_be_bytes(*header.get(at..)?.first_chunk()?));
    match (number(60), number(68)) {
        _ if header.is_empty() => Err(wrong(DatabaseFault::Empty)),
        _ if !header.starts_with(MAGIC) => Err(wrong(DatabaseFault::NotADatabase)),
        (Some(version), Some(schema::APPLICATION)) if version > 0 => check_version(&path, version),
        (Some(_), Some(_)) => Err(wrong(DatabaseFault::Foreign)),
        _ => Err(wrong(DatabaseFault::NotADatabase)),
    }
}

fn check_version(path: &Path, found: u32) -> Result<(), WorkspaceError> {
    if found > VERSION {
        return Err(WorkspaceError::Newer { path: path.to_owned(), found, known: VERSION });
    }
    Ok(())
}

fn version(conn: &Connection) -> rusqlite::Result<u32> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Reads a little, because SQLite opens files only when something is asked for.
fn probe(conn: &Connection) -> rusqlite::Result<()> {
    let id: u32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if id == APPLICATION {
        conn.query_row("SELECT seq FROM head", [], |_| Ok(()))
    } else {
        Err(rusqlite::Error::IntegralValueOutOfRange(0, i64::from(id)))
    }
}

/// Whether SQLite could not write the files that it needs beside a database even for reading.
fn needs_help_files(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly))
}

/// Whether entries lie beside the database that were not yet taken over into its file.
pub(super) fn has_log(dir: &Path) -> bool {
    dir.join(format!("{NAME}-wal")).metadata().is_ok_and(|log| log.len() > 0)
}

/// Opens a database that nobody writes, without any file beside it.
pub(super) fn open_immutable(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(immutable_uri(path), flags | OpenFlags::SQLITE_OPEN_URI)
}

fn immutable_uri(path: &Path) -> String {
    let mut uri = "file://".to_owned();
    let bytes = path.as_os_str().as_encoded_bytes();
    if !bytes.starts_with(b"/") {
        // A drive letter.
        uri.push('/');
    }
    for byte in bytes {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b':' | b'.' | b'-' | b'_' => uri.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(*byte)),
            byte => uri.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    uri + "?immutable=1"
}

fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).unwrap_or_default().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn any_path_fits_into_an_address() {
        let uri = immutable_uri(Path::new("/mnt/居宅 %?#/kyukan.db"));
        assert_eq!(uri, "file:///mnt/%E5%B1%85%E5%AE%85%20%25%3F%23/kyukan.db?immutable=1");
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("居宅 %?#&=.db");
        Connection::open(&path)
            .unwrap()
            .execute_batch("CREATE TABLE a (b); INSERT INTO a VALUES (7)")
            .unwrap();
        let conn = open_immutable(&path).unwrap();
        assert_eq!(conn.query_row("SELECT b FROM a", [], |row| row.get(0)), Ok(7));
    }
}
