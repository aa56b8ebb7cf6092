//! 書出し before it is done: the files with their rows against what was there before, and what to know.

mod json;
mod sheet;

pub use json::WritePlanJson;

use super::layout::{Paint, Role, Table, display, grouped};
use super::words::Words;
use crate::app::write::{Baseline, PlannedFile, RecordFault, Why, WritePlan, WriteWarning};
use crate::domain::ids::ClientKey;
use crate::i18n::Arg;
use crate::i18n::width::cut;
use std::io::{self, Write};

/// Cells of an office's name; its number stands in the name of the file.
const NAME: usize = 30;

/// Writes the plan.
///
/// # Errors
/// Writing failed.
pub fn write(out: &mut dyn Write, words: Words<'_>, plan: &WritePlan, paint: Paint) -> io::Result<()> {
    let texts = words.texts;
    if plan.files.is_empty() {
        writeln!(out, "{}", texts.get("write-nothing"))?;
    } else {
        let count = [("count", Arg::from(plan.files.len()))];
        writeln!(out, "{}", paint.paint(Role::Heading, &texts.format("write-files", &count)))?;
        write!(out, "{}", table(words, &plan.files).render(2))?;
    }
    for warning in &plan.warnings {
        writeln!(out, "{} {}", paint.paint(Role::Problem, "!"), sentence(words, warning))?;
    }
    Ok(())
}

fn table(words: Words<'_>, files: &[PlannedFile]) -> Table {
    let mut table = Table::new(7, &[2, 3, 4, 5]);
    let header = [
        "write-file",
        "write-why",
        "word-rows",
        "write-added",
        "write-removed",
        "write-changed",
        "write-against",
    ];
    table.row(header.map(|id| words.texts.get(id)));
    for file in files {
        let number = |mark: &str, count: u32| {
            if count == 0 { String::new() } else { format!("{mark}{}", grouped(i64::from(count))) }
        };
        table.row([
            file.name.clone(),
            why(words, file.why),
            grouped(i64::from(file.rows.total)),
            number("+", file.rows.added),
            number("-", file.rows.removed),
            number("~", file.rows.changed),
            baseline(words, file.baseline),
        ]);
    }
    table
}

/// Why a file is written, in words.
pub fn why(words: Words<'_>, why: Why) -> String {
    let name = why.office().map(|office| words.month.office_name(office)).unwrap_or_default();
    let name = cut(&display(&name), NAME);
    let office = why.kind().map_or(name.clone(), |kind| format!("{name} {}", words.kind(kind)));
    words.texts.format(&text_id(why), &[("office", Arg::from(office.as_str()))])
}

fn text_id(why: Why) -> String {
    format!("write-why-{}", why.name().replace('_', "-"))
}

/// What the rows of a file were compared with, in words.
pub fn baseline(words: Words<'_>, baseline: Baseline) -> String {
    words.texts.get(match baseline {
        Baseline::Nothing => "write-against-nothing",
        Baseline::Received => "write-against-received",
        Baseline::Sent => "write-against-sent",
    })
}

/// The sentence of a warning.
pub fn sentence(words: Words<'_>, warning: &WriteWarning) -> String {
    let texts = words.texts;
    let whom = |client: ClientKey| whom(words, client);
    let about = |id: &str, client: ClientKey| texts.format(id, &[("client", Arg::from(whom(client)))]);
    match warning {
        WriteWarning::ClockBehind { clock, used } => {
            let (clock, used) = (clock.to_string(), used.to_string());
            let values = [("clock", Arg::from(clock.as_str())), ("used", Arg::from(used.as_str()))];
            texts.format("write-warning-clock", &values)
        }
        WriteWarning::KindNotExchanged { client, kind, rows } => {
            let (client, kind) = (whom(*client), words.kind(*kind));
            let values = [
                ("client", Arg::from(client.as_str())),
                ("kind", Arg::from(kind.as_str())),
                ("rows", Arg::from(*rows)),
            ];
            texts.format("write-warning-kind", &values)
        }
        WriteWarning::ClientLeftOut { client, kind, item_no, item, fault } => {
            let (client, file, fault) = (whom(*client), kind.prefix(), fault_text(words, fault));
            let values = [
                ("client", Arg::from(client.as_str())),
                ("file", Arg::from(file)),
                ("no", Arg::from(*item_no)),
                ("item", Arg::from(*item)),
                ("fault", Arg::from(fault.as_str())),
            ];
            texts.format("write-warning-left-out", &values)
        }
        WriteWarning::NoProfile { client } => about("write-warning-no-profile", *client),
        warning => sheet::sentence(words, warning),
    }
}

/// A client with the number that tells namesakes apart.
fn whom(words: Words<'_>, client: ClientKey) -> String {
    format!("{} ({})", words.client_name(client), client.insured)
}

fn fault_text(words: Words<'_>, fault: &RecordFault) -> String {
    match fault {
        RecordFault::Character { position, character } => {
            let shown = if *character == char::REPLACEMENT_CHARACTER
                || ('\u{E000}'..='\u{F8FF}').contains(character)
            {
                "〓".to_owned()
            } else {
                character.to_string()
            };
            let values = [("position", Arg::from(*position)), ("character", Arg::from(shown.as_str()))];
            words.texts.format("write-fault-character", &values)
        }
        RecordFault::Empty => words.texts.get("write-fault-empty"),
        RecordFault::NotBare { value } => {
            let value = display(value);
            words.texts.format("write-fault-not-bare", &[("value", Arg::from(value.as_str()))])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::OfficeNumber;
    use crate::i18n::{Language, Texts};

    #[test]
    fn every_reason_has_its_words() {
        let to = OfficeNumber::parse("1379900028").unwrap();
        let (provider, kind) = (to, None);
        let all = [
            Why::RevisedPlan { to },
            Why::Sheet { to },
            Why::Profile { to },
            Why::DeletePlan { to },
            Why::Actuals { provider, kind },
            Why::DeleteActuals { provider, kind },
            Why::Inquiry { to },
            Why::CallList,
        ];
        for &language in Language::ALL {
            let texts = Texts::new(language);
            for why in all {
                let text = texts.find(&text_id(why), &[("office", Arg::from("内々"))]);
                let names_office = text.map(|text| text.contains("内々"));
                assert_eq!(names_office, Some(why.office().is_some()), "{language:?} {why:?}");
            }
        }
    }
}
