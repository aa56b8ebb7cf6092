//! Adding to the journal: all of it or nothing, and on the disk before anybody is told.

use super::chain::{self, Link};
use super::failure::Damage;
use super::journal::{self, Head, Wanted, sql_number};
use super::lock::Who;
use super::records::{self, Records};
use crate::domain::event::{Draft, Event, Seq};
use chrono::{DateTime, FixedOffset, SecondsFormat, SubsecRound};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};

/// What was appended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The events, as they are read from now on.
    pub events: Vec<Event>,
    /// The clock of the machine is behind the last event; the events took the time of that one.
    pub is_clock_behind: bool,
}

/// What is to be appended.
pub(super) struct Addition<'a> {
    pub(super) drafts: &'a [Draft],
    /// Go with the last of the drafts.
    pub(super) records: &'a Records,
    pub(super) who: &'a Who,
    pub(super) now: DateTime<FixedOffset>,
    /// The last event that the caller knows.
    pub(super) expected_last: Seq,
}

/// Why nothing was appended.
pub(super) enum Refusal {
    Conflict { last: Seq, since: Vec<Event> },
    Damaged(Damage),
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

pub(super) fn append(conn: &mut Connection, addition: &Addition<'_>) -> Result<Appended, Refusal> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut head = journal::head(&tx)?;
    let last = journal::last_event(&tx, &head)?.map_err(Refusal::Damaged)?;
    if head.seq != addition.expected_last {
        return Err(conflict(&tx, head, addition.expected_last)?);
    }
    let now = addition.now.trunc_subsecs(3);
    let at = last.map_or(now, |last| if last.at > now { last.at } else { now });
    let mut events = Vec::with_capacity(addition.drafts.len());
    for draft in addition.drafts {
        let event = event(draft, addition.who, head.seq + 1, at);
        head = Head { seq: event.seq, chain: insert(&tx, &event, &head.chain)?, ..head };
        events.push(event);
    }
    if let Some(event) = events.last() {
        records::insert(&tx, event, addition.records, &mut head)?;
        write_head(&tx, &head)?;
    }
    tx.commit()?;
    Ok(Appended { events, is_clock_behind: at > now })
}

fn conflict(tx: &Transaction<'_>, head: Head, expected_last: Seq) -> rusqlite::Result<Refusal> {
    if expected_last > head.seq {
        return Ok(Refusal::Conflict { last: head.seq, since: Vec::new() });
    }
    let found = journal::read_after(tx, expected_last, Some(head), Wanted::All)?;
    Ok(match found.damage {
        Some(damage) => Refusal::Damaged(damage),
        None => Refusal::Conflict { last: head.seq, since: found.items },
    })
}

fn event(draft: &Draft, who: &Who, seq: Seq, at: DateTime<FixedOffset>) -> Event {
    let Draft { month, deed, changes, reason } = draft.clone();
    Event { seq, at, person: who.person.clone(), machine: who.machine.clone(), month, deed, changes, reason }
}

/// How a time stands in the database.
pub(super) fn time_text(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, false)
}

fn insert(tx: &Transaction<'_>, event: &Event, before: &Link) -> rusqlite::Result<Link> {
    let json = |error: serde_json::Error| rusqlite::Error::ToSqlConversionFailure(Box::new(error));
    let at = time_text(event.at);
    let month = event.month.map(|month| month.to_string());
    let deed = serde_json::to_string(&event.deed).map_err(json)?;
    let changes = serde_json::to_string(&event.changes).map_err(json)?;
    let (person, machine, reason) = (&event.person, &event.machine, &event.reason);
    let mut content = event.seq.to_le_bytes().to_vec();
    let columns =
        [Some(&at), Some(person), Some(machine), month.as_ref(), Some(&deed), Some(&changes), Some(reason)];
    for column in columns {
        chain::put(&mut content, column.map(String::as_bytes));
    }
    let link = chain::link(before, &content);
    let mut statement =
        tx.prepare_cached("INSERT INTO journal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?;
    let seq = sql_number(event.seq)?;
    statement.execute(params![seq, at, person, machine, month, deed, changes, reason, link])?;
    Ok(link)
}

fn write_head(tx: &Transaction<'_>, head: &Head) -> rusqlite::Result<()> {
    let mut statement =
        tx.prepare_cached("UPDATE head SET seq = ?1, chain = ?2, imports = ?3, submissions = ?4")?;
    let numbers = [sql_number(head.seq)?, sql_number(head.imports)?, sql_number(head.submissions)?];
    let [seq, imports, submissions] = numbers;
    statement.execute(params![seq, head.chain, imports, submissions]).map(|_| ())
}
