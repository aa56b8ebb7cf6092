//! 取込: what became of every file, and the counts, which add up.

use super::check_csv::{safe, spreadsheet};
use super::layout::{Paint, Role, display};
use super::office_failure::store_failure;
use super::workspace_failure::{append_failure, joined};
use crate::app::ports::ReadFailure;
use crate::domain::problem::{Problem, ProblemCode};
use crate::format::exchange::FileKind;
use crate::format::exchange::name::{NameReading, read as read_name};
use crate::i18n::problems::{PlaceText, problem_sentence};
use crate::i18n::{Arg, Texts};
use crate::store::{ImportCounts, ImportFailure, ImportItem, ImportPlan, ImportStop, Outcome, Taken};
use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;

/// What became of a file, in one sentence.
pub fn outcome_sentence(texts: &Texts, outcome: &Outcome) -> String {
    let named = |id: &str, name: &str| {
        let name = display(name);
        texts.format(id, &[("name", Arg::from(name.as_str()))])
    };
    match outcome {
        Outcome::New(Taken { replaced_by: Some(name), .. }) => named("import-new-late", name),
        Outcome::New(Taken { replaces: Some(name), .. }) => named("import-new-replacing", name),
        Outcome::New(_) => texts.get("import-new"),
        Outcome::Known(_) => texts.get("import-known"),
        Outcome::Restored(_) => texts.get("import-restored"),
        Outcome::NotExchange => texts.get("import-not-exchange"),
        Outcome::OtherOffice { sender, receiver } => {
            let (sender, receiver) = (sender.to_string(), receiver.to_string());
            let values = [("sender", Arg::from(sender.as_str())), ("receiver", Arg::from(receiver.as_str()))];
            texts.format("import-other-office", &values)
        }
        Outcome::Unreadable(failure) => unreadable(texts, failure),
        Outcome::NotReached(_) => texts.get("import-not-reached"),
    }
}

/// Why the bytes of a file could not be had.
pub fn unreadable(texts: &Texts, failure: &ReadFailure) -> String {
    let megabytes = |bytes: u64| format!("{} MB", bytes.div_ceil(1024 * 1024));
    let problem = match failure {
        ReadFailure::TooLarge { bytes, limit } => Problem::quarantined(ProblemCode::FileTooLarge)
            .found(megabytes(*bytes))
            .expected(megabytes(*limit)),
        ReadFailure::Unreadable(reason) => {
            Problem::quarantined(ProblemCode::FileUnreadable).found(reason.as_str())
        }
    };
    problem_sentence(texts, &problem, &PlaceText::default())
}

/// How many files have which outcome; the parts add up to the whole.
pub fn counts_sentence(texts: &Texts, counts: ImportCounts) -> String {
    let ImportCounts { new, known, restored, not_exchange, other_office, unreadable, not_reached } = counts;
    let total = new + known + restored + not_exchange + other_office + unreadable + not_reached;
    let values = [
        ("total", Arg::from(total)),
        ("new", Arg::from(new)),
        ("known", Arg::from(known)),
        ("restored", Arg::from(restored)),
        ("not_exchange", Arg::from(not_exchange)),
        ("other_office", Arg::from(other_office)),
        ("unreadable", Arg::from(unreadable)),
        ("not_reached", Arg::from(not_reached)),
    ];
    texts.format("import-counts", &values)
}

/// Why an import was not carried to its end.
pub fn stop_sentence(texts: &Texts, reason: &ImportStop) -> String {
    match reason {
        ImportStop::Cancelled => texts.get("import-cancelled"),
        ImportStop::Store(error) => joined(&[store_failure(texts, error), texts.get("import-go-on")]),
    }
}

/// Why files were not taken in, or not all of them; `backup` is the newest copy of the database.
pub fn import_failure(texts: &Texts, failure: &ImportFailure, backup: Option<&Path>) -> String {
    match failure {
        ImportFailure::NotWritable(error) => {
            joined(&[texts.get("import-nothing"), append_failure(texts, error, backup)])
        }
        ImportFailure::Store(error) => joined(&[texts.get("import-nothing"), store_failure(texts, error)]),
        ImportFailure::Cancelled => texts.get("import-cancelled-before"),
        ImportFailure::Stopped(stopped) => stop_sentence(texts, &stopped.reason),
        ImportFailure::NotRecorded { error, .. } => {
            joined(&[texts.get("import-not-recorded"), append_failure(texts, error, backup)])
        }
    }
}

/// What was done so far, when it failed on the way.
pub fn done_so_far(failure: &ImportFailure) -> Option<&ImportPlan> {
    match failure {
        ImportFailure::Stopped(stopped) => Some(&stopped.so_far),
        ImportFailure::NotRecorded { done, .. } => Some(done),
        ImportFailure::NotWritable(_) | ImportFailure::Store(_) | ImportFailure::Cancelled => None,
    }
}

/// Writes what became of every file, and the counts.
///
/// # Errors
/// Writing failed.
pub fn write_text(out: &mut dyn Write, texts: &Texts, plan: &ImportPlan, paint: Paint) -> io::Result<()> {
    for item in &plan.items {
        let (mark, role) = mark(&item.outcome);
        let kind = kind(item).map(|kind| format!("{}  ", kind.title())).unwrap_or_default();
        let sentence = outcome_sentence(texts, &item.outcome);
        writeln!(out, "{} {}  {kind}{sentence}", paint.paint(role, mark), display(&item.path))?;
    }
    for problem in &plan.problems {
        let sentence = problem_sentence(texts, problem, &PlaceText::default());
        writeln!(out, "{} {sentence}", paint.paint(Role::Problem, "!"))?;
    }
    writeln!(out, "{}", paint.paint(Role::Heading, &counts_sentence(texts, plan.counts())))
}

fn mark(outcome: &Outcome) -> (&'static str, Role) {
    match outcome {
        Outcome::New(_) => ("+", Role::Extra),
        Outcome::Known(_) => ("=", Role::Same),
        Outcome::NotExchange => ("-", Role::Dim),
        Outcome::Restored(_)
        | Outcome::OtherOffice { .. }
        | Outcome::Unreadable(_)
        | Outcome::NotReached(_) => ("!", Role::Problem),
    }
}

fn kind(item: &ImportItem) -> Option<FileKind> {
    match read_name(item.path.rsplit('/').next().unwrap_or_default()) {
        NameReading::Exchange(name) => Some(name.kind),
        NameReading::Damaged(kind) => Some(kind),
        NameReading::Image | NameReading::Foreign => None,
    }
}

#[derive(Serialize)]
struct ItemJson<'a> {
    path: &'a str,
    kind: Option<&'static str>,
    outcome: &'static str,
    month: Option<String>,
    stored: Option<String>,
    replaces: Option<&'a str>,
    replaced_by: Option<&'a str>,
    message: String,
}

#[derive(Serialize)]
struct ImportJson<'a> {
    schema: &'static str,
    files: Vec<ItemJson<'a>>,
    counts: CountsJson,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct CountsJson {
    new: usize,
    known: usize,
    restored: usize,
    not_exchange: usize,
    other_office: usize,
    unreadable: usize,
    not_reached: usize,
}

/// Writes it as JSON, schema `kyukan.import/1`: fields may be added, never renamed.
///
/// # Errors
/// Writing failed.
pub fn write_json(out: &mut dyn Write, texts: &Texts, plan: &ImportPlan) -> io::Result<()> {
    let ImportCounts { new, known, restored, not_exchange, other_office, unreadable, not_reached } =
        plan.counts();
    let json = ImportJson {
        schema: "kyukan.import/1",
        files: plan.items.iter().map(|item| item_json(texts, item)).collect(),
        counts: CountsJson { new, known, restored, not_exchange, other_office, unreadable, not_reached },
        problems: plan.problems.iter().map(|p| problem_sentence(texts, p, &PlaceText::default())).collect(),
    };
    serde_json::to_writer(&mut *out, &json)?;
    writeln!(out)
}

fn item_json<'a>(texts: &Texts, item: &'a ImportItem) -> ItemJson<'a> {
    let taken = taken(&item.outcome);
    ItemJson {
        path: &item.path,
        kind: kind(item).map(FileKind::prefix),
        outcome: outcome_name(&item.outcome),
        month: taken.and_then(|taken| taken.stored.month()).map(|month| month.to_string()),
        stored: taken.map(|taken| taken.stored.relative_path()),
        replaces: taken.and_then(|taken| taken.replaces.as_deref()),
        replaced_by: taken.and_then(|taken| taken.replaced_by.as_deref()),
        message: outcome_sentence(texts, &item.outcome),
    }
}

fn taken(outcome: &Outcome) -> Option<&Taken> {
    match outcome {
        Outcome::New(taken)
        | Outcome::Known(taken)
        | Outcome::Restored(taken)
        | Outcome::NotReached(taken) => Some(taken),
        Outcome::NotExchange | Outcome::OtherOffice { .. } | Outcome::Unreadable(_) => None,
    }
}

fn outcome_name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::New(_) => "new",
        Outcome::Known(_) => "known",
        Outcome::Restored(_) => "restored",
        Outcome::NotExchange => "not_exchange",
        Outcome::OtherOffice { .. } => "other_office",
        Outcome::Unreadable(_) => "unreadable",
        Outcome::NotReached(_) => "not_reached",
    }
}

/// Writes it as CSV for spreadsheets: one line a file.
///
/// # Errors
/// Writing failed.
pub fn write_csv(out: &mut dyn Write, texts: &Texts, plan: &ImportPlan) -> io::Result<()> {
    let mut csv = spreadsheet(out)?;
    csv.write_record(["path", "kind", "outcome", "month", "message"])?;
    for item in &plan.items {
        let json = item_json(texts, item);
        csv.write_record([
            safe(json.path),
            json.kind.unwrap_or_default().to_owned(),
            json.outcome.to_owned(),
            json.month.unwrap_or_default(),
            safe(&json.message),
        ])?;
    }
    csv.flush()
}

#[cfg(test)]
mod tests;
