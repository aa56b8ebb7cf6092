//! Copies of the database in `backup/`, made when somebody begins to write and something new is there.

use super::db::open_immutable;
use super::journal;
use super::trouble::Trouble;
use crate::store::private::{create_file, create_folder, remove_if_there};
use crate::store::write::sync_folder;
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};
use rusqlite::Connection;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

pub(super) const FOLDER: &str = "backup";

/// How many copies are kept.
const MOST: usize = 10;

const STAMP: &str = "%Y%m%d-%H%M%S";
const PREFIX: &str = "kyukan-";
const PART: &str = ".db.part";

/// The newest copy of a workspace's database.
pub(super) fn newest(dir: &Path) -> Option<PathBuf> {
    copies(&dir.join(FOLDER)).pop().map(|(_, path)| path)
}

/// Whether the journal is longer than that of the newest copy.
pub(super) fn is_due(conn: &Connection, dir: &Path) -> bool {
    let length = journal::head(conn).map_or(0, |head| head.seq);
    let copied = newest(dir).and_then(|copy| length_of(&copy));
    length > copied.unwrap_or(0)
}

/// Makes a copy and takes the oldest ones away.
///
/// # Errors
/// What could not be written, and why.
pub(super) fn back_up(
    conn: &Connection,
    dir: &Path,
    now: DateTime<FixedOffset>,
) -> Result<(), (PathBuf, Trouble)> {
    let folder = dir.join(FOLDER);
    let mut copies = copies(&folder);
    // Names are ordered by time, also when the clock was set back or two come in one second.
    let after_last = copies.last().and_then(|(stamp, _)| stamp.checked_add_signed(TimeDelta::seconds(1)));
    let stamp = after_last.map_or(now.naive_local(), |least| least.max(now.naive_local()));
    let path = folder.join(format!("{PREFIX}{}.db", stamp.format(STAMP)));
    copy_to(conn, &folder, &path).map_err(|trouble| (path.clone(), trouble))?;
    copies.push((stamp, path));
    for (_, old) in copies.iter().rev().skip(MOST) {
        fs::remove_file(old).map_err(|error| (old.clone(), Trouble::of_io(&error)))?;
    }
    Ok(())
}

fn copy_to(conn: &Connection, folder: &Path, path: &Path) -> Result<(), Trouble> {
    let part = path.with_extension("db.part");
    let io = |error: io::Error| Trouble::of_io(&error);
    create_folder(folder).map_err(io)?;
    remove_parts(folder);
    drop(create_file(&part).map_err(io)?);
    let name = part.to_str().ok_or_else(|| Trouble::Other("path is not UTF-8".to_owned()))?;
    let copied = conn.execute("VACUUM INTO ?1", [name]).map_err(|error| Trouble::of_sqlite(&error, &part));
    let synced = copied.and_then(|_| {
        let file = OpenOptions::new().read(true).write(true).open(&part).map_err(io)?;
        file.sync_all().map_err(io)?;
        drop(file);
        fs::rename(&part, path).and_then(|()| sync_folder(folder)).map_err(io)
    });
    if synced.is_err() {
        // Best effort: the error that counts is the first one.
        drop(remove_if_there(&part));
    }
    synced
}

/// What runs that were killed left behind.
fn remove_parts(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(PART)) {
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// The copies, oldest first.
fn copies(folder: &Path) -> Vec<(NaiveDateTime, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut copies: Vec<_> = entries
        .filter_map(|entry| {
            let name = entry.file_name();
            let stamp = name.to_str()?.strip_prefix(PREFIX)?.strip_suffix(".db")?;
            Some((NaiveDateTime::parse_from_str(stamp, STAMP).ok()?, entry.path()))
        })
        .collect();
    copies.sort();
    copies
}

/// Length of the journal in a copy; `None` when the copy cannot be read, so that it counts for nothing.
fn length_of(copy: &Path) -> Option<u64> {
    journal::head(&open_immutable(copy).ok()?).ok().map(|head| head.seq)
}
