//! 未着 as a list to call through: per provider the clients of whom nothing came and their planned units.

use super::check_csv::{safe, spreadsheet};
use super::layout::{Table, grouped};
use super::words::Words;
use crate::app::write::{Baseline, CallList, PlannedFile, RowChanges, Why};
use crate::i18n::Arg;
use std::fmt::Write as _;
use std::io;

/// The list as files; none when nobody has to be called.
///
/// # Errors
/// Never with memory to write to.
pub fn files(words: Words<'_>, lists: &[CallList]) -> io::Result<Vec<PlannedFile>> {
    if lists.is_empty() {
        return Ok(Vec::new());
    }
    let entries = lists.iter().map(|list| list.entries.len()).sum::<usize>();
    let count = u32::try_from(entries).unwrap_or(u32::MAX);
    let month = words.month.month.compact();
    let parts = [("txt", text(words, lists).into_bytes()), ("csv", csv(words, lists)?)];
    let file = |(ending, bytes)| PlannedFile {
        name: format!("CALLS_{month}.{ending}"),
        bytes,
        why: Why::CallList,
        rows: RowChanges { total: count, added: count, ..RowChanges::default() },
        baseline: Baseline::Nothing,
    };
    Ok(parts.map(file).to_vec())
}

/// The list as text.
pub fn text(words: Words<'_>, lists: &[CallList]) -> String {
    let texts = words.texts;
    let mut out = format!("{}  {}\n", texts.get("word-not-arrived"), words.month_name());
    for list in lists {
        let units = grouped(list.entries.iter().map(|entry| entry.units).sum());
        let office = words.office(list.provider);
        let values = [
            ("office", Arg::from(office.as_str())),
            ("count", Arg::from(list.entries.len())),
            ("units", Arg::from(units.as_str())),
        ];
        // Writing to a String cannot fail.
        let _ = writeln!(out, "\n[ ] {}", texts.format("calls-provider", &values));
        let mut table = Table::new(4, &[3]);
        for entry in &list.entries {
            let units = grouped(entry.units);
            table.row([
                words.client_name(entry.client),
                entry.client.insured.to_string(),
                words.kind(entry.kind),
                texts.format("count-units", &[("count", Arg::from(units.as_str()))]),
            ]);
        }
        out.push_str(&table.render(4));
    }
    out
}

/// The list as CSV for spreadsheets (UTF-8 with byte order mark); no cell can become a formula.
///
/// # Errors
/// Never with memory to write to.
pub fn csv(words: Words<'_>, lists: &[CallList]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut csv = spreadsheet(&mut out)?;
    let header = [
        "calls-number",
        "word-provider",
        "inquiry-client",
        "word-client-number",
        "calls-kind",
        "calls-units",
    ];
    csv.write_record(header.map(|id| words.texts.get(id)))?;
    for list in lists {
        for entry in &list.entries {
            let cells = [
                list.provider.to_string(),
                words.month.office_name(list.provider),
                words.client_name(entry.client),
                entry.client.insured.to_string(),
                words.kind(entry.kind),
            ];
            let mut record = cells.map(|cell| safe(&cell)).to_vec();
            // A number stays a number, minus sign and all.
            record.push(entry.units.to_string());
            csv.write_record(&record)?;
        }
    }
    csv.flush()?;
    drop(csv);
    Ok(out)
}
