//! What became of files of notices that were taken in.

use super::super::event_words::event_sentence;
use super::super::layout::{Paint, Role, display};
use super::super::notice_words::{
    NoticeWords, contradiction_sentence, fault_sentence, file_problems, item_problems,
};
use super::super::office_failure::store_failure;
use super::super::workspace_failure::{append_failure, joined};
use super::{heads, json};
use crate::app::decisions::Decisions;
use crate::app::notices::RowCounts;
use crate::domain::event::{Deed, Event};
use crate::i18n::{Arg, Texts};
use crate::store::{NoticeImport, NoticeImportFailure, NoticeNews, OneNotice};
use serde_json::{Value, json as object};
use std::io::{self, Write};
use std::path::Path;

/// Writes what became of each file, what is wrong with it, and what was recorded.
///
/// # Errors
/// Writing failed.
pub fn write_import_text(
    out: &mut dyn Write,
    words: NoticeWords<'_>,
    import: &NoticeImport,
    paint: Paint,
) -> io::Result<()> {
    let texts = words.words.texts;
    for one in &import.files {
        writeln!(out, "{}", file_sentence(words, one))?;
        for problem in problems(words, one) {
            writeln!(out, "  {} {problem}", paint.paint(Role::Problem, "!"))?;
        }
    }
    for sentence in recorded(words, import) {
        writeln!(out, "{sentence}")?;
    }
    for found in &import.contradictions {
        writeln!(out, "{} {}", paint.paint(Role::Problem, "!"), contradiction_sentence(words, found))?;
    }
    for fault in &import.faults {
        writeln!(out, "{} {}", paint.paint(Role::Problem, "!"), fault_sentence(texts, fault))?;
    }
    Ok(())
}

/// A file that was known is told once.
fn problems(words: NoticeWords<'_>, one: &OneNotice) -> Vec<String> {
    match (one.news, one.at) {
        (NoticeNews::New, Some(at)) => {
            file_problems(words, at).into_iter().chain(item_problems(words, at)).collect()
        }
        _ => Vec::new(),
    }
}

fn file_sentence(words: NoticeWords<'_>, one: &OneNotice) -> String {
    let texts = words.words.texts;
    let path = ("path", Arg::from(display(&one.name)));
    let (NoticeNews::New, Some(at)) = (one.news, one.at) else {
        return texts.format("notice-import-known", &[path]);
    };
    let counts = words.notices.counts(at);
    let RowCounts { frame, headers, totals, items, repeated, no_notices, unreadable, empty } = counts;
    let args = [
        path,
        ("notices", Arg::from(heads(words, at))),
        ("lines", Arg::from(counts.lines())),
        ("frame", Arg::from(frame)),
        ("headers", Arg::from(headers)),
        ("totals", Arg::from(totals)),
        ("items", Arg::from(items)),
        ("repeated", Arg::from(repeated)),
        ("foreign", Arg::from(no_notices)),
        ("unreadable", Arg::from(unreadable)),
        ("empty", Arg::from(empty)),
    ];
    texts.format("notice-import-counts", &args)
}

/// What was recorded of slips and claims, month by month.
fn recorded(words: NoticeWords<'_>, import: &NoticeImport) -> Vec<String> {
    let texts = words.words.texts;
    let none = Decisions::default();
    let of_month = import.events.iter().filter(|event| matches!(event.deed, Deed::Notices { .. }));
    let sentence = |event: &Event| {
        let month = event.month.map(|month| month.to_string()).unwrap_or_default();
        let what = event_sentence(words.words, &none, event);
        let args = [("month", Arg::from(month)), ("what", Arg::from(what))];
        texts.format("notice-import-states", &args)
    };
    of_month.map(sentence).collect()
}

/// The same for other programs.
///
/// # Errors
/// Writing failed.
pub fn write_import_json(
    out: &mut dyn Write,
    words: NoticeWords<'_>,
    import: &NoticeImport,
) -> io::Result<()> {
    let file = |one: &OneNotice| -> Value {
        let news = match one.news {
            NoticeNews::New => "new",
            NoticeNews::Known => "known",
        };
        let mut file = one.at.map_or_else(|| object!({ "name": one.name }), |at| json::file(words, at));
        if let Some(fields) = file.as_object_mut() {
            fields.insert("name".to_owned(), one.name.clone().into());
            fields.insert("outcome".to_owned(), news.into());
        }
        file
    };
    let answer = object!({
        "schema": "kyukan.notices/1",
        "view": "import",
        "files": import.files.iter().map(file).collect::<Vec<_>>(),
        "recorded": recorded(words, import),
        "contradictions":
            import.contradictions.iter().map(|one| contradiction_sentence(words, one)).collect::<Vec<_>>(),
        "faults":
            import.faults.iter().map(|one| fault_sentence(words.words.texts, one)).collect::<Vec<_>>(),
    });
    serde_json::to_writer(&mut *out, &answer)?;
    writeln!(out)
}

/// Why nothing was taken in; `backup` is the newest copy of the database.
pub fn failure_sentence(texts: &Texts, failure: &NoticeImportFailure, backup: Option<&Path>) -> String {
    match failure {
        NoticeImportFailure::NotWritable(error) => append_failure(texts, error, backup),
        NoticeImportFailure::Store(error) => store_failure(texts, error),
        NoticeImportFailure::NotRecorded(error) => {
            joined(&[texts.get("notices-not-recorded"), append_failure(texts, error, backup)])
        }
    }
}
