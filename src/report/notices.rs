//! `kyukan notices`: what notices say, what became of files, what is open, what was paid.

mod csv;
mod import;
mod json;
mod open;
mod paid;

pub use csv::{write_csv, write_open_csv, write_paid_csv};
pub use import::{failure_sentence, write_import_json, write_import_text};
pub use json::{write_json, write_open_json, write_paid_json};
pub use open::{document_id, who as open_who, why_id, write_open_text};
pub use paid::{insurer as paid_insurer, sentences as paid_sentences, write_paid_text};

use super::layout::{Paint, Role};
use super::notice_words::{NoticeWords, file_problems, kind_words, month_words};
use crate::app::checks::Past;
use crate::app::notices::{Advice, Item, Tied, advice, tie};
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// An item with what it belongs to and what is to be done.
pub struct Case<'a> {
    /// The item.
    pub item: &'a Item,
    /// To what it belongs.
    pub tied: Tied<'a>,
    /// What is to be done.
    pub advice: Advice,
}

/// Items with what they belong to and what is to be done, the latest review first.
pub fn cases<'a>(words: &NoticeWords<'a>, items: &[&'a Item]) -> Vec<Case<'a>> {
    let mut past = words.review.map(|review| (review.month.month, Past::of(review)));
    let case = |item: &&'a Item| {
        let tied = tie(item, words.ledger);
        let mut advice = advice(item, &tied, words.ledger);
        if let Some((_, past)) = past.as_mut().filter(|(month, _)| item.month == Some(*month)) {
            advice.look_back(&tied, past);
        }
        Case { item, tied, advice }
    };
    let mut cases: Vec<Case<'a>> = items.iter().map(case).collect();
    cases.sort_by_key(|case| std::cmp::Reverse(case.item.review));
    cases
}

/// Writes items by review month; what is wrong with the files behind them at the end.
///
/// # Errors
/// Writing failed.
pub fn write_text(
    out: &mut dyn Write,
    words: NoticeWords<'_>,
    items: &[&Item],
    paint: Paint,
) -> io::Result<()> {
    let texts = words.words.texts;
    let mut reviews = BTreeMap::<Option<ServiceMonth>, Vec<Case<'_>>>::new();
    for case in cases(&words, items) {
        reviews.entry(case.item.review).or_default().push(case);
    }
    for (review, cases) in reviews.into_iter().rev() {
        let title = match review {
            Some(month) => texts.format("notices-review", &[("month", Arg::from(month.to_string()))]),
            None => texts.get("notices-review-none"),
        };
        writeln!(out, "{}", paint.paint(Role::Heading, &title))?;
        for case in &cases {
            one(out, words, case, paint)?;
        }
    }
    for file in 0..words.notices.files.len() {
        for problem in file_problems(words, file) {
            writeln!(out, "{} {problem}", paint.paint(Role::Problem, "!"))?;
        }
    }
    Ok(())
}

fn one(out: &mut dyn Write, words: NoticeWords<'_>, case: &Case<'_>, paint: Paint) -> io::Result<()> {
    let texts = words.words.texts;
    let Case { item, tied, advice } = case;
    let who = if item.is_of_client() {
        words.who(item, tied)
    } else {
        item.payer.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    let month = item.month.map(|month| month.to_string()).unwrap_or_default();
    let head = [who, month, words.said(item), words.codes(item).join(" / ")];
    let head: Vec<String> = head.into_iter().filter(|part| !part.is_empty()).collect();
    writeln!(out, "  {}", head.join(" "))?;
    let kind = kind_words(texts, item.kind);
    let place = format!("{} {kind}({})", words.place(item), item.exchange_id);
    writeln!(out, "    {}", paint.paint(Role::Dim, &place))?;
    for fault in words.at_fault(item) {
        writeln!(out, "    - {fault}")?;
    }
    if let Some(untied) = words.untied(item, tied) {
        writeln!(out, "    {} {untied}", paint.paint(Role::Problem, "!"))?;
    }
    if item.is_of_client() {
        for line in words.advice(item, tied, advice) {
            writeln!(out, "    {line}")?;
        }
    }
    Ok(())
}

/// The notices in a file, each with its month.
fn heads(words: NoticeWords<'_>, file: usize) -> String {
    let texts = words.words.texts;
    let mut told: Vec<String> = Vec::new();
    for head in words.notices.heads_of(file) {
        let args = [
            ("name", Arg::from(kind_words(texts, head.kind))),
            ("review", Arg::from(month_words(texts, head.review))),
        ];
        let sentence = texts.format("notice-import-head", &args);
        if !told.contains(&sentence) {
            told.push(sentence);
        }
    }
    if told.is_empty() { texts.get("notice-import-no-head") } else { told.join(" / ") }
}
