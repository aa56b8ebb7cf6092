//! The workspace of an office on disk: its folder, the journal (履歴) with the records beside it, one writer at a time,
//! copies of the database. Knows nothing about what the months hold.
//!
//! The journal is only ever appended to. Every entry is linked to the one before it, and every reading checks the links,
//! so what is damaged is found and what lies before the damage is still given. What stands in the way on the disk is
//! told in words of its own, and once it is mended the same [`Workspace`] goes on.

mod append;
mod backup;
mod chain;
mod connect;
mod create;
mod db;
mod failure;
mod identity;
mod journal;
mod lock;
mod records;
mod schema;
mod trouble;

pub use append::Appended;
pub use failure::{
    AppendError, Barrier, Damage, DamageSort, DatabaseFault, ExportError, Warning, WorkspaceError,
};
pub use journal::Found;
pub use lock::{Holder, Who};
pub use records::{Import, ImportRow, Records, Sending, SentFile, Submission};
pub use trouble::Trouble;

use crate::domain::event::{Draft, Event, Seq};
use crate::domain::month::ServiceMonth;
use append::{Addition, Refusal};
use chrono::{DateTime, FixedOffset};
use connect::gone;
use db::Db;
use journal::Wanted;
use lock::Lock;
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Tells the time of the machine.
pub type Clock = Box<dyn Fn() -> DateTime<FixedOffset> + Send>;

/// What a workspace is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Writing, if nobody else does; otherwise reading.
    Write,
    /// Reading.
    Read,
}

/// An open workspace.
pub struct Workspace {
    dir: PathBuf,
    who: Who,
    access: Access,
    clock: Clock,
    /// `None` after trouble, until the next use.
    db: Option<Db>,
    lock: Option<Lock>,
    barrier: Option<Barrier>,
    damage: Option<Damage>,
    warnings: Vec<Warning>,
    copying: Copying,
}

/// When the database is copied after somebody has begun to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copying {
    /// At once.
    AtOnce,
    /// When it is asked for, at the latest before something is written; whether that is still to come.
    Later(bool),
}

impl fmt::Debug for Workspace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Workspace").field("dir", &self.dir).finish_non_exhaustive()
    }
}

impl Workspace {
    /// Whether a folder is a workspace, even one whose database is lost.
    pub fn is_workspace(dir: &Path) -> bool {
        let is_office = dir.join(create::OFFICE).is_file();
        dir.join(db::NAME).is_file()
            || is_office && (lock::path_in(dir).is_file() || dir.join(backup::FOLDER).is_dir())
    }

    /// Makes a workspace with the text of its `kyukan.toml`. A making that was broken off can be repeated.
    ///
    /// # Errors
    /// The folder holds something, or the disk refuses.
    pub fn init(dir: &Path, office: &str) -> Result<(), WorkspaceError> {
        create::create(dir, office)
    }

    /// Opens a workspace. When writing is asked for but is not possible, it is opened for reading, and
    /// [`Self::barrier`] says why; a damaged journal is opened too, see [`Self::damage`].
    ///
    /// # Errors
    /// The folder is no workspace, its database is lost or not one that this program can read, or the disk refuses
    /// even to read. Nothing has been changed then.
    pub fn open(dir: &Path, who: Who, access: Access, clock: Clock) -> Result<Self, WorkspaceError> {
        Self::open_copying(dir, who, access, clock, Copying::AtOnce)
    }

    /// Opens a workspace for writing like [`Self::open`], but copies the database only in [`Self::back_up`], at the
    /// latest before something is written: people who wait for a long journal see it sooner.
    ///
    /// # Errors
    /// As for [`Self::open`].
    pub fn open_soon(dir: &Path, who: Who, clock: Clock) -> Result<Self, WorkspaceError> {
        Self::open_copying(dir, who, Access::Write, clock, Copying::Later(false))
    }

    fn open_copying(
        dir: &Path,
        who: Who,
        access: Access,
        clock: Clock,
        copying: Copying,
    ) -> Result<Self, WorkspaceError> {
        // A later change of the current folder must not lead elsewhere.
        let dir = std::path::absolute(dir).map_err(|error| WorkspaceError::at(dir, &error))?;
        if dir.is_dir() && !Self::is_workspace(&dir) {
            return Err(WorkspaceError::NoWorkspace(dir));
        }
        let (db, lock, barrier, damage, warnings) = (None, None, None, None, Vec::new());
        let mut workspace = Self { dir, who, access, clock, db, lock, barrier, damage, warnings, copying };
        workspace.connect()?;
        Ok(workspace)
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The file with the office's own data and settings.
    pub fn office_file(&self) -> PathBuf {
        self.dir.join(create::OFFICE)
    }

    /// The folder of the received files.
    pub fn received(&self) -> PathBuf {
        self.dir.join(create::RECEIVED)
    }

    /// The folder of everything that is written for others.
    pub fn out(&self) -> PathBuf {
        self.dir.join(create::OUT)
    }

    /// Why nothing can be written, when it is not because of damage.
    pub fn barrier(&self) -> Option<&Barrier> {
        self.barrier.as_ref()
    }

    /// Who is writing, when somebody else is.
    pub fn holder(&self) -> Option<&Holder> {
        match &self.barrier {
            Some(Barrier::Held(holder)) => holder.as_ref(),
            _ => None,
        }
    }

    /// Whether events can be appended, as far as it is known.
    pub fn is_writable(&self) -> bool {
        self.db.is_some() && self.barrier.is_none() && self.damage.is_none()
    }

    /// The damage that was found so far.
    pub fn damage(&self) -> Option<&Damage> {
        self.damage.as_ref()
    }

    /// Why nothing can be appended, as far as it is known: damage first, because nobody may write behind it.
    pub fn obstacle(&self) -> Option<AppendError> {
        let damage = self.damage.clone().map(AppendError::Damaged);
        damage.or_else(|| self.barrier.clone().map(AppendError::ReadOnly))
    }

    /// What has to be told about the last opening, but does not stop the work.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Makes the copy of the database that opening has put off.
    ///
    /// # Errors
    /// As for [`Self::events`]. A copy that cannot be made is one of the [`Self::warnings`].
    pub fn back_up(&mut self) -> Result<(), WorkspaceError> {
        self.ensure()?;
        if self.copying == Copying::Later(true) {
            self.copying = Copying::Later(false);
            self.copy_database();
        }
        Ok(())
    }

    /// The newest copy of the database in `backup/`.
    pub fn newest_backup(&self) -> Option<PathBuf> {
        backup::newest(&self.dir)
    }

    /// Tries (again) to become the one who writes; says whether it is so now.
    ///
    /// # Errors
    /// As for [`Self::open`].
    pub fn claim(&mut self) -> Result<bool, WorkspaceError> {
        self.access = Access::Write;
        if !self.is_writable() {
            self.connect()?;
        }
        Ok(self.is_writable())
    }

    /// Events of a month and those that hold for every month, or all events, in order, up to the first damage.
    ///
    /// # Errors
    /// The database is lost or the disk refuses.
    pub fn events(&mut self, month: Option<ServiceMonth>) -> Result<Found<Event>, WorkspaceError> {
        let wanted = month.map_or(Wanted::All, Wanted::Month);
        let mut found = self.read(|conn| journal::read(conn, wanted))?;
        match &found.damage {
            Some(damage) => self.damage = Some(damage.clone()),
            None => found.damage.clone_from(&self.damage),
        }
        Ok(found)
    }

    /// The last event of the journal, 0 for none; of a damaged journal the last good one.
    ///
    /// # Errors
    /// As for [`Self::events`].
    pub fn last_seq(&mut self) -> Result<Seq, WorkspaceError> {
        self.ensure()?;
        if let Some(damage) = &self.damage {
            return Ok(damage.after);
        }
        self.read(|conn| journal::head(conn).map(|head| head.seq))
    }

    /// Writes the events of [`Self::events`] as JSON lines, and says how far the journal is good.
    ///
    /// # Errors
    /// As for [`Self::events`], and what `to` refuses.
    pub fn export(
        &mut self,
        month: Option<ServiceMonth>,
        to: impl Write,
    ) -> Result<Option<Damage>, ExportError> {
        let found = self.events(month)?;
        write_lines(&found.items, to)?;
        Ok(found.damage)
    }

    /// What was taken in for a month or for none, or all of it, in order.
    ///
    /// # Errors
    /// As for [`Self::events`].
    pub fn imports(&mut self, month: Option<ServiceMonth>) -> Result<Found<ImportRow>, WorkspaceError> {
        self.read(|conn| records::imports(conn, month))
    }

    /// What was written to be sent for a month or for none, or all of it, in order.
    ///
    /// # Errors
    /// As for [`Self::events`].
    pub fn submissions(&mut self, month: Option<ServiceMonth>) -> Result<Found<Submission>, WorkspaceError> {
        self.read(|conn| records::submissions(conn, month))
    }

    /// Appends an event, if `expected_last` is the last one. When it returns, the event is on the disk.
    ///
    /// # Errors
    /// Nothing was written: the journal has grown, the workspace is open for reading only, the journal is damaged, or
    /// the disk refuses.
    pub fn append(&mut self, draft: &Draft, expected_last: Seq) -> Result<Appended, AppendError> {
        self.append_all(std::slice::from_ref(draft), &Records::default(), expected_last)
    }

    /// Appends an event together with its records; see [`Self::append`].
    ///
    /// # Errors
    /// As for [`Self::append`].
    pub fn append_with(
        &mut self,
        draft: &Draft,
        records: &Records,
        expected_last: Seq,
    ) -> Result<Appended, AppendError> {
        self.append_all(std::slice::from_ref(draft), records, expected_last)
    }

    /// Appends several events, all or none of them; the records go with the last one.
    ///
    /// # Errors
    /// As for [`Self::append`].
    pub fn append_all(
        &mut self,
        drafts: &[Draft],
        records: &Records,
        expected_last: Seq,
    ) -> Result<Appended, AppendError> {
        self.back_up()?;
        if let Some(obstacle) = self.obstacle() {
            return Err(obstacle);
        }
        let db = self.db.as_mut().ok_or_else(|| gone(&self.dir))?;
        let now = (self.clock)();
        let addition = Addition { drafts, records, who: &self.who, now, expected_last };
        match append::append(&mut db.conn, &addition) {
            // A file that was taken away meanwhile took the event along.
            Ok(_) if !db.is_current() => {
                self.db = None;
                Err(gone(&self.dir).into())
            }
            Ok(appended) => Ok(appended),
            Err(Refusal::Conflict { last, since }) => Err(AppendError::Conflict { last, since }),
            Err(Refusal::Damaged(damage)) => Err(AppendError::Damaged(self.settle_damage(damage))),
            Err(Refusal::Sqlite(error)) if trouble::is_damage(&error) => {
                let damage = Damage { after: expected_last, what: DamageSort::Database(error.to_string()) };
                Err(AppendError::Damaged(self.settle_damage(damage)))
            }
            Err(Refusal::Sqlite(error)) => Err(self.failed(&error).into()),
        }
    }

    /// Remembers damage that was met at the end of the journal; reading all of it tells where it begins.
    fn settle_damage(&mut self, met: Damage) -> Damage {
        let read = self.read(|conn| journal::read(conn, Wanted::Nothing));
        let damage = read.ok().and_then(|found| found.damage).unwrap_or(met);
        self.damage = Some(damage.clone());
        damage
    }
}

/// Writes events as JSON lines, one event a line.
///
/// # Errors
/// What `to` refuses.
pub fn write_lines<'a>(events: impl IntoIterator<Item = &'a Event>, to: impl Write) -> io::Result<()> {
    let mut to = io::BufWriter::new(to);
    for event in events {
        serde_json::to_writer(&mut to, event)?;
        to.write_all(b"\n")?;
    }
    to.flush()
}

#[cfg(test)]
mod tests;
