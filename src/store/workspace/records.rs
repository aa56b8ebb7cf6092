//! Records beside the journal: what was taken in (取込) and what was sent. Each is written together with its event.

use super::append::time_text;
use super::chain;
use super::failure::{Damage, DamageSort};
use super::journal::{self, Found, Head, number, sql_number};
use super::trouble::is_damage;
use crate::domain::event::{Event, Seq};
use crate::domain::month::ServiceMonth;
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, Row, Transaction, params};

/// Records that go with an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// Files that were taken in, or were not.
    pub imports: Vec<Import>,
    /// Files that were written to be sent.
    pub submission: Option<Sending>,
}

/// A received file that was looked at by an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Hash of its bytes, 64 hexadecimal digits.
    pub hash: String,
    /// Its name when it came.
    pub name: String,
    /// Where it was found, and in which archive.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// The month it belongs to, when it says so.
    pub month: Option<ServiceMonth>,
    /// What became of it, in a word of the import.
    pub outcome: String,
}

/// An [`Import`] as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Number in the order of arrival, from 1.
    pub id: u64,
    /// The event it was written with.
    pub event: Seq,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The file.
    pub import: Import,
}

/// Files that are written to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// The month they belong to.
    pub month: Option<ServiceMonth>,
    /// Folder below `out/`.
    pub folder: String,
    /// The files, in order.
    pub files: Vec<SentFile>,
}

/// A file that was written to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentFile {
    /// Its name.
    pub name: String,
    /// Its kind: the letters its name begins with.
    pub kind: String,
    /// Whom it is for.
    pub receiver: String,
    /// Hash of its bytes, 64 hexadecimal digits.
    pub hash: String,
    /// What is in it, so that nothing is lost with `out/`.
    pub bytes: Vec<u8>,
}

/// A [`Sending`] as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Number in the order of time, from 1.
    pub id: u64,
    /// The event it was written with.
    pub event: Seq,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub person: String,
    /// The files.
    pub sending: Sending,
}

/// Writes the records of an event and counts them in the head.
pub(super) fn insert(
    tx: &Transaction<'_>,
    event: &Event,
    records: &Records,
    head: &mut Head,
) -> rusqlite::Result<()> {
    for import in &records.imports {
        head.imports += 1;
        let row = ImportRow { id: head.imports, event: event.seq, at: event.at, import: import.clone() };
        insert_import(tx, &row)?;
    }
    if let Some(sending) = &records.submission {
        head.submissions += 1;
        insert_submission(
            tx,
            &Submission {
                id: head.submissions,
                event: event.seq,
                at: event.at,
                person: event.person.clone(),
                sending: sending.clone(),
            },
        )?;
    }
    Ok(())
}

fn insert_import(tx: &Transaction<'_>, row: &ImportRow) -> rusqlite::Result<()> {
    let mut statement =
        tx.prepare_cached("INSERT INTO imports VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?;
    let (import, sum) = (&row.import, row.sum());
    let (id, event, size) = (sql_number(row.id)?, sql_number(row.event)?, sql_number(import.size)?);
    let (at, month) = (time_text(row.at), import.month.map(|month| month.to_string()));
    let Import { hash, name, path, outcome, .. } = import;
    statement.execute(params![id, event, at, hash, name, path, size, month, outcome, sum]).map(|_| ())
}

fn insert_submission(tx: &Transaction<'_>, row: &Submission) -> rusqlite::Result<()> {
    let (id, event, sum) = (sql_number(row.id)?, sql_number(row.event)?, row.sum());
    let (at, month) = (time_text(row.at), row.sending.month.map(|month| month.to_string()));
    let columns = params![id, event, at, row.person, month, row.sending.folder, sum];
    tx.execute("INSERT INTO submissions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", columns)?;
    let mut statement = tx.prepare_cached("INSERT INTO sent_files VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    for (place, file) in (0_i64..).zip(&row.sending.files) {
        let SentFile { name, kind, receiver, hash, bytes } = file;
        statement.execute(params![id, place, name, kind, receiver, hash, bytes])?;
    }
    Ok(())
}

/// The imports of a month and those that belong to none, or all.
pub(super) fn imports(
    conn: &mut Connection,
    month: Option<ServiceMonth>,
) -> rusqlite::Result<Found<ImportRow>> {
    let columns = "id, event, at, hash, name, path, size, month, outcome, sum";
    let count = |head: &Head| head.imports;
    read(conn, &format!("SELECT {columns} FROM imports ORDER BY id"), count, |_, row| {
        let kept = ImportRow {
            id: number(row, 0)?,
            event: number(row, 1)?,
            at: time(row, 2)?,
            import: Import {
                hash: row.get(3)?,
                name: row.get(4)?,
                path: row.get(5)?,
                size: number(row, 6)?,
                month: month_of(row, 7)?,
                outcome: row.get(8)?,
            },
        };
        let is_sound = row.get::<_, [u8; 32]>(9)? == kept.sum();
        Ok((is_wanted(kept.import.month, month).then_some(kept), is_sound))
    })
}

/// The submissions of a month and those that belong to none, or all.
pub(super) fn submissions(
    conn: &mut Connection,
    month: Option<ServiceMonth>,
) -> rusqlite::Result<Found<Submission>> {
    let columns = "id, event, at, person, month, folder, sum";
    let count = |head: &Head| head.submissions;
    read(conn, &format!("SELECT {columns} FROM submissions ORDER BY id"), count, |tx, row| {
        let id = number(row, 0)?;
        let of_month = month_of(row, 4)?;
        let is_wanted = is_wanted(of_month, month);
        if !is_wanted {
            return Ok((None, true));
        }
        let kept = Submission {
            id,
            event: number(row, 1)?,
            at: time(row, 2)?,
            person: row.get(3)?,
            sending: Sending { month: of_month, folder: row.get(5)?, files: sent_files(tx, id)? },
        };
        let is_sound = row.get::<_, [u8; 32]>(6)? == kept.sum();
        Ok((Some(kept), is_sound))
    })
}

fn sent_files(tx: &Transaction<'_>, submission: u64) -> rusqlite::Result<Vec<SentFile>> {
    let columns = "name, kind, receiver, hash, bytes";
    let query = format!("SELECT {columns} FROM sent_files WHERE submission = ?1 ORDER BY place");
    let mut statement = tx.prepare_cached(&query)?;
    let files = statement.query_map([sql_number(submission)?], |row| {
        Ok(SentFile {
            name: row.get(0)?,
            kind: row.get(1)?,
            receiver: row.get(2)?,
            hash: row.get(3)?,
            bytes: row.get(4)?,
        })
    })?;
    files.collect()
}

/// Reads records until one is damaged; `one` gives a record, when it is wanted, and whether it is as it was written.
fn read<T>(
    conn: &mut Connection,
    query: &str,
    count: impl Fn(&Head) -> u64,
    mut one: impl FnMut(&Transaction<'_>, &Row<'_>) -> rusqlite::Result<(Option<T>, bool)>,
) -> rusqlite::Result<Found<T>> {
    let tx = conn.transaction()?;
    let mut items = Vec::new();
    let mut last = 0;
    let mut read_all = || {
        let expected = count(&journal::head(&tx)?);
        let mut statement = tx.prepare(query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if number(row, 0)? != last + 1 {
                return Ok(Some(DamageSort::Missing));
            }
            match one(&tx, row)? {
                (item, true) => items.extend(item),
                (_, false) => return Ok(Some(DamageSort::Altered)),
            }
            last += 1;
        }
        Ok((expected != last).then_some(if expected > last {
            DamageSort::Missing
        } else {
            DamageSort::Count
        }))
    };
    let what = match read_all() {
        Err(error) if is_damage(&error) => Some(DamageSort::Database(error.to_string())),
        other => other?,
    };
    Ok(Found { items, damage: what.map(|what| Damage { after: last, what }) })
}

fn is_wanted(month: Option<ServiceMonth>, wanted: Option<ServiceMonth>) -> bool {
    wanted.is_none() || month.is_none() || month == wanted
}

fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<DateTime<FixedOffset>> {
    let text: String = row.get(column)?;
    DateTime::parse_from_rfc3339(&text).map_err(|_| wrong_text(column))
}

fn month_of(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<ServiceMonth>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| ServiceMonth::parse(&text).ok_or_else(|| wrong_text(column))).transpose()
}

fn wrong_text(column: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(column, "records".to_owned(), rusqlite::types::Type::Text)
}

/// A hash over everything in a record.
struct Sum(Vec<u8>);

impl Sum {
    fn of(id: u64, event: Seq, at: DateTime<FixedOffset>, month: Option<ServiceMonth>) -> Self {
        let mut content = Vec::new();
        content.extend_from_slice(&id.to_le_bytes());
        content.extend_from_slice(&event.to_le_bytes());
        let month = month.map(|month| month.to_string());
        chain::put(&mut content, month.as_ref().map(String::as_bytes));
        Self(content).and(&time_text(at))
    }

    fn and(mut self, text: &str) -> Self {
        chain::put(&mut self.0, Some(text.as_bytes()));
        self
    }

    fn finish(self) -> [u8; 32] {
        *blake3::hash(&self.0).as_bytes()
    }
}

impl ImportRow {
    fn sum(&self) -> [u8; 32] {
        let Import { hash, name, path, size, month, outcome } = &self.import;
        let sum = Sum::of(self.id, self.event, self.at, *month).and(hash).and(name).and(path);
        sum.and(&size.to_string()).and(outcome).finish()
    }
}

impl Submission {
    fn sum(&self) -> [u8; 32] {
        let Sending { month, folder, files } = &self.sending;
        let mut sum = Sum::of(self.id, self.event, self.at, *month).and(&self.person).and(folder);
        for SentFile { name, kind, receiver, hash, bytes } in files {
            let bytes = blake3::hash(bytes).to_hex();
            sum = sum.and(name).and(kind).and(receiver).and(hash).and(&bytes);
        }
        sum.finish()
    }
}
