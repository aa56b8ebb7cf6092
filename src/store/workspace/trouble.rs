//! What stands in the way on the disk, in few words that can be told to people.

use crate::store::{plain_reason, without_controls};
use rusqlite::ErrorCode;
use std::io;
use std::path::Path;
use thiserror::Error;

/// What stands in the way on the disk. All of it can be mended without this program.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Trouble {
    /// No room is left.
    #[error("disk full")]
    DiskFull,
    /// The file or folder is not there (any more): removed, renamed, or its drive is not connected.
    #[error("not there")]
    Gone,
    /// The medium or file can only be read.
    #[error("read-only")]
    ReadOnly,
    /// Another program keeps it for itself.
    #[error("in use by another program")]
    InUse,
    /// This user may not.
    #[error("permission denied")]
    Denied,
    /// Anything else, in the system's words.
    #[error("{0}")]
    Other(String),
}

/// `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`, for which the standard library has no names.
const WINDOWS_IN_USE: [i32; 2] = [32, 33];

impl Trouble {
    pub(super) fn of_io(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Trouble::DiskFull,
            Kind::NotFound
            | Kind::NotADirectory
            | Kind::StaleNetworkFileHandle
            | Kind::HostUnreachable
            | Kind::NetworkUnreachable
            | Kind::NetworkDown => Trouble::Gone,
            Kind::ReadOnlyFilesystem => Trouble::ReadOnly,
            Kind::PermissionDenied => Trouble::Denied,
            Kind::ResourceBusy | Kind::WouldBlock => Trouble::InUse,
            _ if cfg!(windows) && error.raw_os_error().is_some_and(|n| WINDOWS_IN_USE.contains(&n)) => {
                Trouble::InUse
            }
            _ => Trouble::Other(without_controls(plain_reason(error))),
        }
    }

    /// `db` is the file that the failed call was about.
    pub(super) fn of_sqlite(error: &rusqlite::Error, db: &Path) -> Self {
        // SQLite has one word for a file that cannot be opened and one for a read or write that went wrong; the system
        // is asked for the reason.
        if let Err(reason) = db.metadata() {
            return Self::of_io(&reason);
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Trouble::DiskFull,
            Some(ErrorCode::ReadOnly) => Trouble::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Trouble::InUse,
            Some(ErrorCode::PermissionDenied) => Trouble::Denied,
            Some(ErrorCode::CannotOpen) => {
                let reason = std::fs::OpenOptions::new().read(true).write(true).open(db);
                reason.err().map_or(Trouble::Denied, |reason| Self::of_io(&reason))
            }
            _ => Trouble::Other(without_controls(error.to_string())),
        }
    }
}

/// Whether an error says that what lies in the database is not what was written there. Statements of this program are
/// right, so one that SQLite cannot make sense of, or an answer of the wrong type, comes from damage too.
pub(super) fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::Error as E;
    match error {
        E::SqliteFailure(failure, _) => {
            failure.extended_code == rusqlite::ffi::SQLITE_IOERR_CORRUPTFS
                || matches!(
                    failure.code,
                    ErrorCode::DatabaseCorrupt
                        | ErrorCode::NotADatabase
                        | ErrorCode::ConstraintViolation
                        | ErrorCode::TypeMismatch
                        | ErrorCode::SchemaChanged
                        | ErrorCode::Unknown
                )
        }
        E::SqlInputError { .. }
        | E::QueryReturnedNoRows
        | E::FromSqlConversionFailure(..)
        | E::IntegralValueOutOfRange(..)
        | E::Utf8Error(..)
        | E::InvalidColumnType(..)
        | E::InvalidColumnIndex(..)
        | E::InvalidColumnName(..) => true,
        _ => false,
    }
}
