//! Opening the database of a workspace, and opening it again after trouble.

use super::db::{self, Db};
use super::failure::{Barrier, Damage, DamageSort, Warning, WorkspaceError};
use super::journal::{self, Wanted};
use super::lock::{self, Lock, Taking};
use super::trouble::Trouble;
use super::{Access, Copying, Workspace, backup};
use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use std::path::Path;

impl Workspace {
    /// Does something with the database, which is opened again after trouble.
    pub(super) fn read<T>(
        &mut self,
        action: impl FnOnce(&mut Connection) -> rusqlite::Result<T>,
    ) -> Result<T, WorkspaceError> {
        self.ensure()?;
        let db = self.db.as_mut().ok_or_else(|| gone(&self.dir))?;
        action(&mut db.conn).map_err(|error| self.failed(&error))
    }

    /// What an error of SQLite means; after some of them the database has to be opened again.
    pub(super) fn failed(&mut self, error: &rusqlite::Error) -> WorkspaceError {
        let failure = db::trouble(&self.dir.join(db::NAME), error);
        if !matches!(&failure, WorkspaceError::Trouble { trouble: Trouble::DiskFull | Trouble::InUse, .. }) {
            self.db = None;
        }
        failure
    }

    /// Opens the database unless it is open and still the one in the folder.
    pub(super) fn ensure(&mut self) -> Result<(), WorkspaceError> {
        if self.db.as_ref().is_some_and(Db::is_current) { Ok(()) } else { self.connect() }
    }

    pub(super) fn connect(&mut self) -> Result<(), WorkspaceError> {
        self.db = None;
        self.damage = None;
        self.warnings.clear();
        db::check_file(&self.dir)?;
        self.barrier = self.take_lock();
        let mut malformed = None;
        if self.barrier.is_none() {
            match Db::open_writer(&self.dir) {
                Ok(Ok(db)) => {
                    self.begin_writing(db);
                    return Ok(());
                }
                Ok(Err(words)) => malformed = Some(words),
                Err(WorkspaceError::Trouble {
                    path,
                    trouble: trouble @ (Trouble::Denied | Trouble::ReadOnly),
                }) => {
                    self.lock = None;
                    self.barrier = Some(Barrier::Trouble { path, trouble });
                }
                Err(error) => return Err(error),
            }
        }
        self.begin_reading(malformed)
    }

    fn begin_writing(&mut self, db: Db) {
        self.db = Some(db);
        match self.copying {
            Copying::AtOnce => self.copy_database(),
            Copying::Later(_) => self.copying = Copying::Later(true),
        }
    }

    /// Copies the database of one who writes, if that is due.
    pub(super) fn copy_database(&mut self) {
        let now = (self.clock)();
        if let Some(db) = &mut self.db {
            let damage = checked_backup(db, &self.dir, now, &mut self.warnings);
            self.damage = damage.or(self.damage.take());
        }
    }

    fn begin_reading(&mut self, malformed: Option<String>) -> Result<(), WorkspaceError> {
        let mut db = Db::open_reader(&self.dir)?;
        if db.on_read_only_medium && db::has_log(&self.dir) {
            self.warnings.push(Warning::NewestLeftOut);
        }
        if let Some(words) = malformed.or_else(|| db.malformed.clone()) {
            let found = journal::read(&mut db.conn, Wanted::Nothing);
            let found = found.map_err(|error| db::trouble(&self.dir.join(db::NAME), &error))?;
            let after = journal::head(&db.conn).map_or(0, |head| head.seq);
            self.damage = found.damage.or(Some(Damage { after, what: DamageSort::Database(words) }));
        }
        self.db = Some(db);
        Ok(())
    }

    /// Takes the lock if writing is asked for; what stands in the way is the answer.
    fn take_lock(&mut self) -> Option<Barrier> {
        if self.access == Access::Read {
            return Some(Barrier::Asked);
        }
        if self.lock.as_ref().is_some_and(Lock::is_current) {
            return None;
        }
        self.lock = None;
        match lock::take(&self.dir, &self.who, (self.clock)()) {
            Ok(Taking::Taken(lock)) => {
                self.lock = Some(lock);
                None
            }
            Ok(Taking::Held(holder)) => Some(Barrier::Held(holder)),
            Err(error) => {
                let path = lock::path_in(&self.dir);
                Some(Barrier::Trouble { path, trouble: Trouble::of_io(&error) })
            }
        }
    }
}

/// Makes a copy of the database if it is due and the journal is whole, so that no good copy gives way to a bad one.
fn checked_backup(
    db: &mut Db,
    dir: &Path,
    now: DateTime<FixedOffset>,
    warnings: &mut Vec<Warning>,
) -> Option<Damage> {
    if !backup::is_due(&db.conn, dir) {
        return None;
    }
    let damage = journal::read(&mut db.conn, Wanted::Nothing).ok().and_then(|found| found.damage);
    if damage.is_none()
        && let Err((path, trouble)) = backup::back_up(&db.conn, dir, now)
    {
        warnings.push(Warning::BackupFailed { path, trouble });
    }
    damage
}

pub(super) fn gone(dir: &Path) -> WorkspaceError {
    WorkspaceError::Trouble { path: dir.join(db::NAME), trouble: Trouble::Gone }
}
