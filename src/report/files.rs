//! `files`: what each file is, and what became of its rows.

use super::check_text::rows_line;
use super::layout::{Paint, Role, Table, grouped};
use super::words::Words;
use crate::app::month::{Fate, MonthFile, Note};
use crate::domain::problem::ProblemAction;
use crate::i18n::Arg;
use serde::Serialize;
use std::io::{self, Write};

/// Name of a fate in outputs for other programs and in the language files.
fn fate_name(fate: Fate) -> &'static str {
    match fate {
        Fate::Loaded => "loaded",
        Fate::Superseded(_) => "superseded",
        Fate::Deleted(_) => "deleted",
        Fate::Quarantined => "quarantined",
    }
}

/// The path of the file that replaced or withdrew rows.
fn by(words: Words<'_>, fate: Fate) -> Option<&str> {
    match fate {
        Fate::Superseded(file) | Fate::Deleted(file) => words.month.file(file).map(|file| file.path.as_str()),
        Fate::Loaded | Fate::Quarantined => None,
    }
}

/// Writes the files for people.
///
/// # Errors
/// Writing failed.
pub fn write_text(out: &mut dyn Write, words: Words<'_>, paint: Paint) -> io::Result<()> {
    let texts = words.texts;
    let mut table = Table::new(7, &[6]);
    table.row(
        [
            "word-file-kind",
            "word-edition",
            "word-month",
            "word-sender",
            "word-receiver",
            "word-timestamp",
            "word-rows",
        ]
        .map(|id| texts.get(id)),
    );
    for file in &words.month.files {
        table.row(file_cells(words, file));
    }
    let table = table.render(0);
    let mut lines = table.lines();
    writeln!(out, "{}", paint.paint(Role::Heading, lines.next().unwrap_or_default()))?;
    for (file, line) in words.month.files.iter().zip(lines) {
        writeln!(out, "{line}")?;
        writeln!(
            out,
            "    {}  {}",
            paint.paint(Role::Dim, &super::layout::display(&file.path)),
            fates(words, file)
        )?;
    }
    for note in &words.month.notes {
        if let Note::Ignored(paths) = note {
            for path in paths {
                let path = super::layout::display(path);
                writeln!(out, "    {}  {}", paint.paint(Role::Dim, &path), texts.get("note-ignored-file"))?;
            }
        }
    }
    writeln!(out, "\n{}", rows_line(words))?;
    for problem in &words.month.problems {
        let is_out = problem.action == ProblemAction::Quarantined;
        let (role, mark) = if is_out { (Role::Problem, "!") } else { (Role::Dim, "·") };
        writeln!(out, "  {} {}", paint.paint(role, mark), words.problem(problem))?;
    }
    Ok(())
}

fn file_cells(words: Words<'_>, file: &MonthFile) -> Vec<String> {
    let name = file.name.as_ref();
    let unknown = || words.texts.get("word-unknown");
    vec![
        file.kind.map_or_else(unknown, |kind| format!("{kind} {}", kind.title())),
        file.edition.map_or_else(String::new, |edition| edition.name().to_owned()),
        file.month.map_or_else(String::new, |month| month.to_string()),
        name.map_or_else(String::new, |name| words.office(name.sender)),
        name.map_or_else(String::new, |name| words.office(name.receiver)),
        name.map_or_else(String::new, |name| name.timestamp.to_string()),
        grouped(i64::from(file.rows)),
    ]
}

fn fates(words: Words<'_>, file: &MonthFile) -> String {
    let texts: Vec<String> = file.fates.iter().map(|(fate, rows)| fate_text(words, *fate, *rows)).collect();
    texts.join(" · ")
}

fn fate_text(words: Words<'_>, fate: Fate, rows: u32) -> String {
    let name = words.texts.get(&format!("fate-{}", fate_name(fate)));
    let count = Arg::from(rows);
    match by(words, fate) {
        Some(file) => words.texts.format(
            "fate-by",
            &[("fate", Arg::from(name.as_str())), ("count", count), ("file", Arg::from(file))],
        ),
        None => words.texts.format("fate-alone", &[("fate", Arg::from(name.as_str())), ("count", count)]),
    }
}

#[derive(Serialize)]
struct FilesJson<'a> {
    schema: &'static str,
    month: String,
    files: Vec<FileJson<'a>>,
    ignored: Vec<&'a str>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct FileJson<'a> {
    path: &'a str,
    kind: Option<&'static str>,
    title: Option<&'static str>,
    edition: Option<&'static str>,
    month: Option<String>,
    sender: Option<String>,
    receiver: Option<String>,
    timestamp: Option<String>,
    in_scope: bool,
    rows: u32,
    fates: Vec<FateJson<'a>>,
}

#[derive(Serialize)]
struct FateJson<'a> {
    fate: &'static str,
    rows: u32,
    by: Option<&'a str>,
}

fn file_json<'a>(words: Words<'a>, file: &'a MonthFile) -> FileJson<'a> {
    let name = file.name.as_ref();
    let fate =
        |(fate, rows): &(Fate, u32)| FateJson { fate: fate_name(*fate), rows: *rows, by: by(words, *fate) };
    FileJson {
        path: &file.path,
        kind: file.kind.map(crate::format::exchange::FileKind::prefix),
        title: file.kind.map(crate::format::exchange::FileKind::title),
        edition: file.edition.map(crate::format::exchange::Edition::name),
        month: file.month.map(|month| month.to_string()),
        sender: name.map(|name| name.sender.to_string()),
        receiver: name.map(|name| name.receiver.to_string()),
        timestamp: name.map(|name| name.timestamp.to_string()),
        in_scope: file.is_in_scope,
        rows: file.rows,
        fates: file.fates.iter().map(fate).collect(),
    }
}

/// Writes the files as JSON, schema `kyukan.files/1`.
///
/// # Errors
/// Writing failed.
pub fn write_json(out: &mut dyn Write, words: Words<'_>) -> io::Result<()> {
    let ignored = words
        .month
        .notes
        .iter()
        .find_map(|note| if let Note::Ignored(paths) = note { Some(paths) } else { None });
    let json = FilesJson {
        schema: "kyukan.files/1",
        month: words.month.month.to_string(),
        files: words.month.files.iter().map(|file| file_json(words, file)).collect(),
        ignored: ignored.into_iter().flatten().map(String::as_str).collect(),
        problems: words.month.problems.iter().map(|problem| words.problem(problem)).collect(),
    };
    serde_json::to_writer(&mut *out, &json)?;
    writeln!(out)
}

/// Writes one line a file and fate as CSV.
///
/// # Errors
/// Writing failed.
pub fn write_csv(out: &mut dyn Write, words: Words<'_>) -> io::Result<()> {
    let mut csv = super::check_csv::spreadsheet(out)?;
    csv.write_record([
        "path",
        "kind",
        "edition",
        "month",
        "sender",
        "receiver",
        "timestamp",
        "rows",
        "fate",
        "fate_rows",
        "by",
    ])?;
    for file in &words.month.files {
        let json = file_json(words, file);
        let text = |value: Option<String>| value.unwrap_or_default();
        for fate in &json.fates {
            csv.write_record([
                super::check_csv::safe(json.path),
                json.kind.unwrap_or_default().to_owned(),
                json.edition.unwrap_or_default().to_owned(),
                text(json.month.clone()),
                text(json.sender.clone()),
                text(json.receiver.clone()),
                text(json.timestamp.clone()),
                json.rows.to_string(),
                fate.fate.to_owned(),
                fate.rows.to_string(),
                super::check_csv::safe(fate.by.unwrap_or_default()),
            ])?;
        }
    }
    csv.flush()
}
