//! What is wrong with a file of notices: place, what was found and expected, what was done, whom to ask.

use super::NoticeWords;
use crate::app::notices::{Contradiction, Outcome, RowFate, SumFault, SumSort, is_cut, is_whole};
use crate::format::kokuhoren::cell::{Expected, ItemFault};
use crate::format::kokuhoren::notices::NoticeKind;
use crate::format::kokuhoren::read::{FileFault, KokuhorenFile, Quarantined, RowFault, RowNote};
use crate::i18n::{Arg, Texts};
use crate::report::event_words::{fee_result_id, slip_result_id};
use crate::report::layout::{display, grouped};
use crate::report::workspace_failure::joined;
use crate::store::{NoticeFault, NoticeFaultSort};

/// A sentence about a line of a file, or about the whole file.
struct Problem {
    line: Option<u32>,
    what: String,
    done: &'static str,
    ask: &'static str,
}

/// Everything that is wrong with a file, a sentence each, in the order of its lines.
pub fn file_problems(words: NoticeWords<'_>, file: usize) -> Vec<String> {
    let Some(kept) = words.notices.files.get(file) else { return Vec::new() };
    let texts = words.words.texts;
    let mut problems = Vec::new();
    if is_nothing(&kept.read) {
        let what = texts.get("notice-no-file");
        problems.push(Problem { line: None, what, done: "notice-done-kept-only", ask: "notice-ask-again" });
    } else {
        problems.extend(kept.read.faults.iter().map(|fault| of_file(texts, words, file, fault)));
        problems.extend(foreign(words, file));
        problems.extend(rows(words, file));
        problems.extend(repeated(words, file));
        problems.extend(broken_list(words, file));
        let sums = words.notices.sums.iter().filter(|sum| sum.file == file);
        problems.extend(sums.map(|sum| of_sum(texts, sum)));
        problems.sort_by_key(|problem| problem.line);
    }
    problems.iter().map(|problem| sentence(texts, &kept.name, problem)).collect()
}

/// Whether there is not even a row that could be told to be wrong.
fn is_nothing(read: &KokuhorenFile) -> bool {
    let is_foreign =
        |row: &Quarantined| matches!(row.fault, RowFault::UnknownRecordType(_) | RowFault::UnclosedQuote);
    read.control.is_none() && read.rows.is_empty() && read.quarantined.iter().all(is_foreign)
}

fn sentence(texts: &Texts, name: &str, problem: &Problem) -> String {
    let place = match problem.line {
        Some(line) => {
            let args = [("file", Arg::from(display(name))), ("lines", Arg::from(line))];
            texts.format("notice-place", &args)
        }
        None => display(name),
    };
    let ask = if problem.ask.is_empty() { String::new() } else { texts.get(problem.ask) };
    let args = [
        ("place", Arg::from(place)),
        ("what", Arg::from(problem.what.as_str())),
        ("done", Arg::from(texts.get(problem.done))),
        ("ask", Arg::from(ask)),
    ];
    texts.format("notice-problem", &args).trim_end().to_owned()
}

fn found_expected(texts: &Texts, id: &str, found: String, expected: String) -> String {
    texts.format(id, &[("found", Arg::from(found)), ("expected", Arg::from(expected))])
}

fn of_file(texts: &Texts, words: NoticeWords<'_>, file: usize, fault: &FileFault) -> Problem {
    let lists = words.notices.heads_of(file).any(|head| head.kind == NoticeKind::Returns);
    let cut = if lists { "notice-done-not-accepted" } else { "notice-done-kept" };
    let (line, what, done, ask) = match fault {
        FileFault::NoControl => (None, texts.get("notice-no-control"), cut, "notice-ask-again"),
        FileFault::ControlNotFirst { line } => {
            (Some(*line), texts.get("notice-control-not-first"), "notice-done-kept", "")
        }
        FileFault::Control(item) => (Some(1), item_words(texts, item), "notice-done-item-empty", ""),
        FileFault::NoEnd => (None, texts.get("notice-no-end"), cut, "notice-ask-again"),
        FileFault::EndNumber { line, found, expected } => {
            let what = found_expected(texts, "notice-end-number", display(found), expected.to_string());
            (Some(*line), what, cut, "notice-ask-again")
        }
        FileFault::Count { declared, found } => {
            let declared = declared.map(|number| number.to_string()).unwrap_or_default();
            let what = found_expected(texts, "notice-count", declared, found.to_string());
            (Some(1), what, cut, "notice-ask-again")
        }
        FileFault::DataKind { line, declared, found } => {
            let what = found_expected(texts, "notice-data-kind", display(declared), found.id());
            (Some(*line), what, "notice-done-kept", "notice-ask-federation")
        }
        FileFault::Utf8 => (None, texts.get("notice-utf8"), "notice-done-kept", ""),
    };
    Problem { line, what, done, ask }
}

/// Notices for another office, but for those that providers pass on.
fn foreign(words: NoticeWords<'_>, file: usize) -> Vec<Problem> {
    let Some(own) = words.ledger.own else { return Vec::new() };
    let mut problems = Vec::new();
    let mut told = Vec::new();
    for head in words.notices.heads_of(file) {
        let passed_on = matches!(head.kind, NoticeKind::Cuts | NoticeKind::Appeals);
        let Some(office) = head.office.filter(|office| *office != own && !passed_on) else { continue };
        if !told.contains(&office) {
            told.push(office);
            let found = words.words.office(office);
            let what = found_expected(words.words.texts, "notice-foreign", found, own.to_string());
            problems.push(Problem {
                line: None,
                what,
                done: "notice-done-no-state",
                ask: "notice-ask-office",
            });
        }
    }
    problems
}

/// A list of returns that was not taken in whole although nothing of it was cut off: silence in it means nothing.
fn broken_list(words: NoticeWords<'_>, file: usize) -> Option<Problem> {
    let mut own = words.notices.heads_of(file).filter(|head| {
        let is_own = words.ledger.own.is_none() || head.office == words.ledger.own;
        head.exchange_id == "7411" && head.office.is_some() && is_own
    });
    let is_told = words.notices.files.get(file)?.read.faults.iter().any(is_cut);
    let is_broken = own.any(|head| !is_whole(words.notices, head, words.ledger));
    (is_broken && !is_told).then(|| Problem {
        line: None,
        what: words.words.texts.get("notice-list-broken"),
        done: "notice-done-not-accepted",
        ask: "notice-ask-federation",
    })
}

/// Rows that came before, told together.
fn repeated(words: NoticeWords<'_>, file: usize) -> Option<Problem> {
    let count = words.notices.counts(file).repeated;
    let what = words.words.texts.format("notice-repeated", &[("count", Arg::from(count))]);
    (count > 0).then_some(Problem { line: None, what, done: "notice-done-once", ask: "" })
}

/// Rows that could not be read, that are none of notices, and what was odd about the others.
fn rows(words: NoticeWords<'_>, file: usize) -> Vec<Problem> {
    let texts = words.words.texts;
    let Some(kept) = words.notices.files.get(file) else { return Vec::new() };
    let fates = words.notices.fates.get(file).map(Vec::as_slice).unwrap_or_default();
    let mut problems: Vec<Problem> = Vec::new();
    for row in &kept.read.quarantined {
        let what = row_fault(texts, &row.fault);
        let (done, ask) = ("notice-done-row-kept", "notice-ask-federation");
        problems.push(Problem { line: Some(row.line), what, done, ask });
    }
    for (row, fate) in kept.read.rows.iter().zip(fates) {
        let line = Some(row.line);
        if *fate == RowFate::NoNotice {
            let args = [("found", Arg::from(row.record.kind().id()))];
            let what = texts.format("notice-no-notice", &args);
            problems.push(Problem { line, what, done: "notice-done-row-kept", ask: "" });
        }
        for note in &row.notes {
            let what = note_words(texts, note);
            let done = match note {
                RowNote::Item(_) => "notice-done-item-empty",
                _ => "notice-done-read",
            };
            problems.push(Problem { line, what, done, ask: "" });
        }
    }
    problems
}

fn row_fault(texts: &Texts, fault: &RowFault) -> String {
    let found = |id: &str, found: String| texts.format(id, &[("found", Arg::from(found))]);
    match fault {
        RowFault::UnknownRecordType(text) => found("notice-record-type", display(text)),
        RowFault::UnknownRecord { exchange_id, part } => {
            found("notice-unknown-record", display(format!("{exchange_id} {part}").trim_end()))
        }
        RowFault::TooFewItems { found, expected } => {
            found_expected(texts, "notice-too-few", found.to_string(), expected.to_string())
        }
        RowFault::UnclosedQuote => texts.get("notice-quote"),
        RowFault::Key(item) => item_words(texts, item),
        RowFault::SecondControl => texts.get("notice-second-control"),
        RowFault::SecondEnd => texts.get("notice-second-end"),
    }
}

fn note_words(texts: &Texts, note: &RowNote) -> String {
    match note {
        RowNote::Item(item) => item_words(texts, item),
        RowNote::ExtraItems(count) => texts.format("notice-extra", &[("found", Arg::from(*count))]),
        RowNote::RecordNumber { found, expected } => {
            found_expected(texts, "notice-number", display(found), expected.to_string())
        }
        RowNote::AfterEnd => texts.get("notice-after-end"),
    }
}

/// An item with what stands there and what should.
fn item_words(texts: &Texts, fault: &ItemFault) -> String {
    let value = |id: &str, value: String| texts.format(id, &[("value", Arg::from(value))]);
    let expected = match fault.expected {
        Expected::Filled => texts.get("notice-expected-filled"),
        Expected::Empty => texts.get("notice-expected-empty"),
        Expected::AtMost(bytes) => value("notice-expected-at-most", bytes.to_string()),
        Expected::Digits => texts.get("notice-expected-digits"),
        Expected::Number => texts.get("notice-expected-number"),
        Expected::HalfWidth => texts.get("notice-expected-half"),
        Expected::Month => texts.get("notice-expected-month"),
        Expected::Date => texts.get("notice-expected-date"),
        Expected::OneOf(codes) => value("notice-expected-one-of", codes.replace('|', ", ")),
        Expected::Without { character, .. } => {
            value("notice-expected-without", display(&character.to_string()))
        }
        Expected::Ms932 { character, .. } => value("notice-expected-ms932", display(&character.to_string())),
    };
    let args = [
        ("no", Arg::from(u32::from(fault.item_no))),
        ("item", Arg::from(fault.item)),
        ("found", Arg::from(display(&fault.value))),
        ("expected", Arg::from(expected)),
    ];
    texts.format(if fault.value.is_empty() { "notice-item-empty" } else { "notice-item" }, &args)
}

fn of_sum(texts: &Texts, sum: &SumFault) -> Problem {
    let id = match sum.sort {
        SumSort::Rows => "notice-sum-rows",
        SumSort::Adjusted => "notice-sum-adjusted",
        SumSort::Parts => "notice-sum-parts",
    };
    let args = [
        ("no", Arg::from(u32::from(sum.item_no))),
        ("item", Arg::from(sum.item)),
        ("found", Arg::from(grouped(sum.declared))),
        ("expected", Arg::from(grouped(sum.found))),
    ];
    let (done, ask) = ("notice-done-rows-count", "notice-ask-federation");
    Problem { line: Some(sum.line), what: texts.format(id, &args), done, ask }
}

/// What a person said and a notice says otherwise.
pub fn contradiction_sentence(words: NoticeWords<'_>, found: &Contradiction) -> String {
    let texts = words.words.texts;
    let result = |result: Outcome| {
        texts.get(match result {
            Outcome::Slip(result) => slip_result_id(result),
            Outcome::Fee(result) => fee_result_id(result),
        })
    };
    let args = [
        ("name", Arg::from(words.words.client_name(found.client))),
        ("month", Arg::from(found.month.to_string())),
        ("says", Arg::from(result(found.says))),
        ("stands", Arg::from(result(found.stands))),
        ("person", Arg::from(display(&found.by.person))),
        ("at", Arg::from(found.by.at.format("%Y-%m-%d %H:%M").to_string())),
    ];
    texts.format("notice-contradiction", &args)
}

/// What is wrong with a kept file.
pub fn fault_sentence(texts: &Texts, fault: &NoticeFault) -> String {
    let (id, why) = match &fault.what {
        NoticeFaultSort::Missing => ("notice-fault-missing", ""),
        NoticeFaultSort::Changed => ("notice-fault-changed", ""),
        NoticeFaultSort::Unreadable(why) => ("notice-fault-unreadable", why.as_str()),
    };
    let why = texts.find(why, &[]).unwrap_or_else(|| why.to_owned());
    let args = [
        ("name", Arg::from(display(&fault.notice.name))),
        ("path", Arg::from(display(&fault.path.display().to_string()))),
        ("why", Arg::from(why)),
    ];
    joined(&[texts.format(id, &args)])
}
