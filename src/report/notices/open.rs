//! What came back or is late and was not sent yet, as text.

use super::super::layout::{Paint, Role};
use super::super::notice_words::{NoticeWords, code_words, meaning, step_words};
use crate::app::notices::{OpenDocument, OpenWhy, Outstanding};
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use std::io::{self, Write};

/// Message with the name of a document.
pub fn document_id(document: OpenDocument) -> &'static str {
    match document {
        OpenDocument::Slip => "notice-document-slip",
        OpenDocument::Fee => "notice-document-fee",
    }
}

/// Message with the reason.
pub fn why_id(why: OpenWhy) -> &'static str {
    match why {
        OpenWhy::Returned => "notices-why-returned",
        OpenWhy::NotReceived => "notices-why-not-received",
        OpenWhy::Withdrawn => "notices-why-withdrawn",
        OpenWhy::WithSlip => "notices-why-with-slip",
        OpenWhy::Late => "notices-why-late",
    }
}

/// Whose it is.
pub fn who(words: NoticeWords<'_>, one: &Outstanding) -> String {
    match (one.client, one.item.and_then(|at| words.notices.items.get(at))) {
        (Some(client), _) if words.words.month.profile(client).is_some() => {
            format!("{}({})", words.words.client_name(client), client.insured)
        }
        (_, Some(item)) => words.who(item, &crate::app::notices::tie(item, words.ledger)),
        (Some(client), None) => format!("{}({})", words.words.client_name(client), client.insured),
        (None, None) => words.words.texts.get("no-name"),
    }
}

/// Writes what is open.
///
/// # Errors
/// Writing failed.
pub fn write_open_text(
    out: &mut dyn Write,
    words: NoticeWords<'_>,
    open: &[Outstanding],
    window: ServiceMonth,
    paint: Paint,
) -> io::Result<()> {
    let texts = words.words.texts;
    let args = [("count", Arg::from(open.len())), ("window", Arg::from(window.to_string()))];
    writeln!(out, "{}", paint.paint(Role::Heading, &texts.format("notices-open-title", &args)))?;
    for one in open {
        let said = one.item.and_then(|at| words.notices.items.get(at)).map(|item| words.codes(item));
        let codes: Vec<String> = match one.codes.as_slice() {
            [] => said.unwrap_or_default(),
            codes => codes.iter().map(|code| code_words(texts, code)).collect(),
        };
        let args = [
            ("name", Arg::from(who(words, one))),
            ("month", Arg::from(one.month.to_string())),
            ("document", Arg::from(texts.get(document_id(one.document)))),
            ("why", Arg::from(texts.get(why_id(one.why)))),
            ("codes", Arg::from(codes.join(" / "))),
        ];
        writeln!(out, "  {}", texts.format("notices-open-line", &args).trim_end())?;
        for code in &one.codes {
            let text = meaning(texts, code, None);
            writeln!(out, "    {}", texts.format("notice-meaning", &[("text", Arg::from(text))]))?;
        }
        let since = one.since.map(|month| month.to_string()).unwrap_or_default();
        let barred = one.barred_from.to_string();
        let args = [
            ("since", Arg::from(since)),
            ("age", Arg::from(one.age)),
            ("barred", Arg::from(barred.as_str())),
        ];
        writeln!(out, "    {}", texts.format("notices-open-since", &args))?;
        if one.is_barred(window) {
            let told = texts.format("notices-open-barred", &[("barred", Arg::from(barred.as_str()))]);
            writeln!(out, "    {} {told}", paint.paint(Role::Problem, "!"))?;
        }
        if !one.is_own {
            writeln!(out, "    {} {}", paint.paint(Role::Dim, "*"), texts.get("notices-open-elsewhere"))?;
        }
        let next = step_words(texts, one.step);
        writeln!(out, "    {}", texts.format("notice-next", &[("text", Arg::from(next))]))?;
    }
    Ok(())
}
