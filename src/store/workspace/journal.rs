//! The table of the journal: reading with a check of every link, and the head that says how much there has to be.

use super::chain::{self, Link, START};
use super::failure::{Damage, DamageSort};
use super::trouble::is_damage;
use crate::domain::event::{Event, Seq};
use crate::domain::month::ServiceMonth;
use chrono::DateTime;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, Transaction};
use std::sync::mpsc;

/// What was read, and where it ends when not all of it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// The good ones, in order.
    pub items: Vec<T>,
    /// What stopped the reading.
    pub damage: Option<Damage>,
}

/// Entries that are read before another thread begins to check them.
const BATCH: usize = 1024;

const ENTRIES: &str = "SELECT seq, at, person, machine, month, deed, changes, reason, chain FROM journal";

/// How much there has to be in the tables, and the last link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) seq: Seq,
    pub(super) chain: Link,
    pub(super) imports: u64,
    pub(super) submissions: u64,
}

pub(super) fn head(conn: &Connection) -> rusqlite::Result<Head> {
    let mut statement = conn.prepare_cached("SELECT seq, chain, imports, submissions FROM head")?;
    statement.query_row([], |row| {
        Ok(Head {
            seq: number(row, 0)?,
            chain: row.get(1)?,
            imports: number(row, 2)?,
            submissions: number(row, 3)?,
        })
    })
}

pub(super) fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let value: i64 = row.get(column)?;
    u64::try_from(value).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, value))
}

pub(super) fn sql_number(value: u64) -> rusqlite::Result<i64> {
    i64::try_from(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// Which events are wanted.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wanted {
    All,
    /// Those of a month and those that hold for every month.
    Month(ServiceMonth),
    /// None: the chain is checked only.
    Nothing,
}

/// Reads the journal from the beginning and checks that it is whole.
pub(super) fn read(conn: &mut Connection, wanted: Wanted) -> rusqlite::Result<Found<Event>> {
    let tx = conn.transaction()?;
    let head = match head(&tx) {
        Err(error) if !is_damage(&error) => return Err(error),
        head => head.ok(),
    };
    read_after(&tx, 0, head, wanted)
}

/// Reads what follows an entry, and compares the end with the head.
pub(super) fn read_after(
    tx: &Transaction<'_>,
    after: Seq,
    head: Option<Head>,
    wanted: Wanted,
) -> rusqlite::Result<Found<Event>> {
    let mut reading = Reading { last: after, chain: START, stop: None };
    let (give, take) = mpsc::channel();
    rayon::in_place_scope(|scope| {
        reading.run(tx, |batch| {
            let give = give.clone();
            // The receiver lives longer than the scope.
            scope.spawn(move |_| drop(give.send((batch.after, batch.checked(wanted)))));
        })
    })?;
    drop(give);
    let mut checked: Vec<_> = take.into_iter().collect();
    checked.sort_unstable_by_key(|(after, _)| *after);
    let mut items = Vec::new();
    for (_, mut batch) in checked {
        items.append(&mut batch.items);
        if batch.damage.is_some() {
            return Ok(Found { items, damage: batch.damage });
        }
    }
    let what = reading.stop.or_else(|| match head {
        Some(head) if head.seq > reading.last => Some(DamageSort::Missing),
        Some(head) if head.seq == reading.last && head.chain == reading.chain => None,
        _ => Some(DamageSort::Count),
    });
    Ok(Found { items, damage: what.map(|what| Damage { after: reading.last, what }) })
}

/// Walks over the rows.
struct Reading {
    last: Seq,
    chain: Link,
    stop: Option<DamageSort>,
}

impl Reading {
    /// Hands the rows out in batches; damage that SQLite or the numbers tell is kept in `stop`.
    fn run(&mut self, tx: &Transaction<'_>, mut hand_out: impl FnMut(Batch)) -> rusqlite::Result<()> {
        let mut batch = Batch::default();
        let read = self.rows(tx, &mut batch, &mut hand_out);
        hand_out(batch);
        match read {
            Err(error) if is_damage(&error) => self.stop = Some(DamageSort::Database(error.to_string())),
            other => other?,
        }
        Ok(())
    }

    fn rows(
        &mut self,
        tx: &Transaction<'_>,
        batch: &mut Batch,
        hand_out: &mut impl FnMut(Batch),
    ) -> rusqlite::Result<()> {
        if self.last > 0 {
            self.chain = link_of(tx, self.last)?;
        }
        *batch = Batch::after(self.last, self.chain);
        let mut statement = tx.prepare(&format!("{ENTRIES} WHERE seq > ?1 ORDER BY seq"))?;
        let mut rows = statement.query([sql_number(self.last)?])?;
        while let Some(row) = rows.next()? {
            if number(row, 0)? != self.last + 1 {
                self.stop = Some(DamageSort::Missing);
                return Ok(());
            }
            let chain = row.get(8)?;
            batch.push(row, chain)?;
            self.last += 1;
            self.chain = chain;
            if batch.rows.len() == BATCH {
                hand_out(std::mem::replace(batch, Batch::after(self.last, self.chain)));
            }
        }
        Ok(())
    }
}

fn link_of(tx: &Transaction<'_>, seq: Seq) -> rusqlite::Result<Link> {
    tx.query_row("SELECT chain FROM journal WHERE seq = ?1", [sql_number(seq)?], |row| row.get(0))
}

/// Rows that follow one another, as they lie in the database.
#[derive(Default)]
struct Batch {
    /// The entry before the first one, and its link.
    after: Seq,
    chain: Link,
    /// The contents, one behind the other.
    content: Vec<u8>,
    /// For each row where its content ends, and its link.
    rows: Vec<(usize, Link)>,
}

impl Batch {
    fn after(after: Seq, chain: Link) -> Self {
        Self { after, chain, content: Vec::new(), rows: Vec::with_capacity(BATCH) }
    }

    fn push(&mut self, row: &Row<'_>, chain: Link) -> rusqlite::Result<()> {
        put_row(&mut self.content, row)?;
        self.rows.push((self.content.len(), chain));
        Ok(())
    }

    fn checked(&self, wanted: Wanted) -> Found<Event> {
        let mut items = Vec::new();
        let (mut before, mut start) = (self.chain, 0);
        for (seq, (end, chain)) in (self.after + 1..).zip(&self.rows) {
            let content = self.content.get(start..*end).unwrap_or_default();
            let stop = |what| Some(Damage { after: seq - 1, what });
            if chain::link(&before, content) != *chain {
                return Found { items, damage: stop(DamageSort::Altered) };
            }
            match event(seq, content, wanted) {
                Ok(event) => items.extend(event),
                Err(Senseless) => return Found { items, damage: stop(DamageSort::Unreadable) },
            }
            (before, start) = (*chain, *end);
        }
        Found { items, damage: None }
    }
}

/// The content of a row, of which the columns stand in the order of [`ENTRIES`].
fn put_row(content: &mut Vec<u8>, row: &Row<'_>) -> rusqlite::Result<()> {
    content.extend_from_slice(&number(row, 0)?.to_le_bytes());
    for column in 1..=7 {
        match row.get_ref(column)? {
            ValueRef::Text(text) => chain::put(content, Some(text)),
            ValueRef::Null => chain::put(content, None),
            other => {
                let name = other.data_type();
                return Err(rusqlite::Error::InvalidColumnType(column, "journal".to_owned(), name));
            }
        }
    }
    Ok(())
}

/// An entry that is as it was written, but makes no sense.
struct Senseless;

impl<E: std::error::Error> From<E> for Senseless {
    fn from(_: E) -> Self {
        Self
    }
}

/// The event of an entry, when it is wanted.
fn event(seq: Seq, content: &[u8], wanted: Wanted) -> Result<Option<Event>, Senseless> {
    let mut rest = content.get(8..).unwrap_or_default();
    let mut columns: [Option<&str>; 7] = [None; 7];
    for column in &mut columns {
        *column = chain::take(&mut rest).map_err(|_| Senseless)?.map(std::str::from_utf8).transpose()?;
    }
    let [Some(at), Some(person), Some(machine), month, Some(deed), Some(changes), Some(reason)] = columns
    else {
        return Err(Senseless);
    };
    let month = month.map(|month| ServiceMonth::parse(month).ok_or(Senseless)).transpose()?;
    let is_wanted = match wanted {
        Wanted::All => true,
        Wanted::Month(wanted) => month.is_none_or(|month| month == wanted),
        Wanted::Nothing => false,
    };
    if !is_wanted {
        return Ok(None);
    }
    Ok(Some(Event {
        seq,
        at: DateTime::parse_from_rfc3339(at)?,
        person: person.to_owned(),
        machine: machine.to_owned(),
        month,
        deed: serde_json::from_str(deed)?,
        changes: serde_json::from_str(changes)?,
        reason: reason.to_owned(),
    }))
}

/// The last event, when the end of the journal is sound: its link fits to the entry before it and to the head.
pub(super) fn last_event(
    tx: &Transaction<'_>,
    head: &Head,
) -> rusqlite::Result<Result<Option<Event>, Damage>> {
    let before = match head.seq {
        0 | 1 => START,
        seq => match link_of(tx, seq - 1).optional()? {
            Some(chain) => chain,
            None => return Ok(Err(Damage { after: 0, what: DamageSort::Missing })),
        },
    };
    let mut statement = tx.prepare_cached(&format!("{ENTRIES} ORDER BY seq DESC LIMIT 1"))?;
    let last = statement
        .query_row([], |row| {
            let mut batch = Batch::after(head.seq.saturating_sub(1), before);
            let chain = row.get(8)?;
            batch.push(row, chain)?;
            Ok((number(row, 0)?, chain, batch.checked(Wanted::All)))
        })
        .optional()?;
    let damage = |what| Damage { after: head.seq.saturating_sub(1), what };
    Ok(match last {
        None if head.seq == 0 && head.chain == START => Ok(None),
        Some((seq, chain, found)) if seq == head.seq && chain == head.chain => {
            found.damage.map_or_else(|| Ok(found.items.into_iter().next()), Err)
        }
        _ => Err(damage(DamageSort::Count)),
    })
}
