//! 履歴: the events of the journal as text, JSON lines and CSV.

use super::check_csv::{safe, spreadsheet};
use super::event_words::event_sentence;
use super::layout::{Paint, Role, Table, display};
use super::words::Words;
use crate::app::decisions::Decisions;
use crate::domain::event::Event;
use crate::domain::ids::ClientKey;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Writes one line an event: number, time, person, what was done, why.
///
/// # Errors
/// Writing failed.
pub fn write_text(
    out: &mut dyn Write,
    words: Words<'_>,
    decisions: &Decisions,
    events: &[&Event],
    paint: Paint,
) -> io::Result<()> {
    let mut table = Table::new(5, &[0]);
    table.row(
        ["log-number", "log-time", "log-person", "log-what", "form-reason"].map(|id| words.texts.get(id)),
    );
    for event in events {
        table.row([
            event.seq.to_string(),
            event.at.format("%Y-%m-%d %H:%M:%S").to_string(),
            display(&event.person),
            display(&event_sentence(words, decisions, event)),
            display(&event.reason),
        ]);
    }
    let table = table.render(0);
    let mut lines = table.lines();
    writeln!(out, "{}", paint.paint(Role::Heading, lines.next().unwrap_or_default()))?;
    lines.try_for_each(|line| writeln!(out, "{line}"))
}

/// Writes the events as CSV for spreadsheets; no cell can become a formula.
///
/// # Errors
/// Writing failed.
pub fn write_csv(
    out: &mut dyn Write,
    words: Words<'_>,
    decisions: &Decisions,
    events: &[&Event],
) -> io::Result<()> {
    let mut csv = spreadsheet(out)?;
    csv.write_record(["seq", "at", "person", "machine", "month", "what", "reason", "clients"])?;
    for event in events {
        let clients: BTreeSet<ClientKey> =
            event.changes.iter().filter_map(|change| change.subject.client()).collect();
        let clients: Vec<String> =
            clients.iter().map(|client| format!("{}-{}", client.insurer, client.insured)).collect();
        csv.write_record([
            event.seq.to_string(),
            event.at.to_rfc3339(),
            safe(&event.person),
            safe(&event.machine),
            event.month.map(|month| month.to_string()).unwrap_or_default(),
            safe(&event_sentence(words, decisions, event)),
            safe(&event.reason),
            clients.join(" "),
        ])?;
    }
    csv.flush()
}
