//! `show --format json|csv`: one client's rows and differences, schema `kyukan.show/1`.

use super::check_json::{DifferenceJson, difference};
use super::sheet_json::sheet_computed;
use super::words::Words;
use crate::app::decisions::Decisions;
use crate::app::month::ClientRows;
use crate::app::worth::Worth;
use crate::reconcile::{ClientComparison, ProviderLine, RowRef};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct ClientJson<'a> {
    schema: &'static str,
    month: String,
    insurer: String,
    insured: String,
    name: String,
    kana: &'a str,
    care_level: &'a str,
    limit_units: Option<i64>,
    manager: &'a str,
    plan: Vec<ServiceJson<'a>>,
    actual: Vec<ServiceJson<'a>>,
    lines: Vec<LineJson>,
    differences: Vec<DifferenceJson<'a>>,
    sheet_computed: serde_json::Value,
}

/// One provider × kind with its totals.
#[derive(Serialize)]
struct LineJson {
    provider: String,
    kind: String,
    arrived: bool,
    plan_rows: u32,
    actual_rows: u32,
    plan_units: i64,
    actual_units: i64,
    same: u32,
    differences: u32,
}

fn line(line: &ProviderLine) -> LineJson {
    LineJson {
        provider: line.provider.to_string(),
        kind: line.kind.to_string(),
        arrived: line.arrived,
        plan_rows: line.plan_rows,
        actual_rows: line.actual_rows,
        plan_units: line.plan_units,
        actual_units: line.actual_units,
        same: line.same,
        differences: line.differences,
    }
}

#[derive(Serialize)]
struct ServiceJson<'a> {
    provider: String,
    provider_name: String,
    date: String,
    start: String,
    end: String,
    code: String,
    count: u8,
    units: i32,
    tais: &'a str,
    file: &'a str,
    line: u32,
}

fn service<'a>(words: Words<'a>, row: &RowRef<'a>) -> ServiceJson<'a> {
    ServiceJson {
        provider: row.row.provider.to_string(),
        provider_name: words.month.office_name(row.row.provider),
        date: format!("{}-{:02}", words.month.month, row.row.day),
        start: row.row.start.to_string(),
        end: row.row.end.to_string(),
        code: row.row.code.to_string(),
        count: row.row.count,
        units: row.row.units,
        tais: row.detail.map(|detail| detail.tais.as_str()).unwrap_or_default(),
        file: words.month.file(row.file).map(|file| file.path.as_str()).unwrap_or_default(),
        line: row.row.line,
    }
}

/// Rows of a side by day and time.
fn side<'a>(words: Words<'a>, rows: impl Iterator<Item = RowRef<'a>>) -> Vec<ServiceJson<'a>> {
    let mut rows: Vec<RowRef<'a>> = rows.collect();
    rows.sort_by_key(|row| (row.row.provider, row.row.day, row.row.start, row.row.code));
    rows.iter().map(|row| service(words, row)).collect()
}

/// Writes a client's month as JSON, with its 別表 as it stands.
///
/// # Errors
/// Writing failed.
pub fn write_json(
    out: &mut dyn Write,
    words: Words<'_>,
    (rows, comparison): (&ClientRows, &ClientComparison),
    decisions: Option<&Decisions>,
    worth: &Worth,
) -> io::Result<()> {
    let profile = words.month.profile(rows.client);
    let json = ClientJson {
        schema: "kyukan.show/1",
        month: words.month.month.to_string(),
        insurer: rows.client.insurer.to_string(),
        insured: rows.client.insured.to_string(),
        name: words.client_name(rows.client),
        kana: profile.map(|profile| profile.kana.as_str()).unwrap_or_default(),
        care_level: profile.map(|profile| profile.care_level.as_str()).unwrap_or_default(),
        limit_units: profile.and_then(|profile| profile.limit_units),
        manager: words.month.manager(rows).unwrap_or_default(),
        plan: side(words, words.month.rows(&rows.plan)),
        actual: side(words, words.month.rows(&rows.actual)),
        lines: comparison.lines.iter().map(line).collect(),
        differences: comparison.differences.iter().map(|d| difference(words.month, decisions, d)).collect(),
        sheet_computed: sheet_computed(words, worth),
    };
    serde_json::to_writer(&mut *out, &json)?;
    writeln!(out)
}

/// Writes a client's planned and actual rows as CSV.
///
/// # Errors
/// Writing failed.
pub fn write_csv(out: &mut dyn Write, words: Words<'_>, rows: &ClientRows) -> io::Result<()> {
    let mut csv = super::check_csv::spreadsheet(out)?;
    csv.write_record([
        "side",
        "provider",
        "provider_name",
        "date",
        "start",
        "end",
        "code",
        "count",
        "units",
        "tais",
        "file",
        "line",
    ])?;
    let sides = [
        ("plan", side(words, words.month.rows(&rows.plan))),
        ("actual", side(words, words.month.rows(&rows.actual))),
    ];
    for (name, services) in &sides {
        for row in services {
            csv.write_record([
                (*name).to_owned(),
                row.provider.clone(),
                super::check_csv::safe(&row.provider_name),
                row.date.clone(),
                row.start.clone(),
                row.end.clone(),
                row.code.clone(),
                row.count.to_string(),
                row.units.to_string(),
                super::check_csv::safe(row.tais),
                super::check_csv::safe(row.file),
                row.line.to_string(),
            ])?;
        }
    }
    csv.flush()
}
