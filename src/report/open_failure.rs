//! Why a month cannot be opened, in sentences.

use crate::app::open::{OpenFailure, OpenOptions};
use crate::i18n::problems::{PlaceText, problem_sentence};
use crate::i18n::{Arg, Texts};
use std::path::PathBuf;

/// The sentences about a failure: one, and for a folder without exchange files one more for each thing in it.
pub fn open_failure(
    texts: &Texts,
    failure: &OpenFailure,
    paths: &[PathBuf],
    options: &OpenOptions<'_>,
) -> Vec<String> {
    let list = |items: Vec<String>| if items.is_empty() { texts.get("word-none") } else { items.join(", ") };
    match failure {
        OpenFailure::NoExchangeFiles(problems) => {
            let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            let path = paths.join(", ");
            let first = texts.format("error-no-exchange-files", &[("path", Arg::from(path.as_str()))]);
            let rest = problems.iter().map(|problem| problem_sentence(texts, problem, &PlaceText::default()));
            std::iter::once(first).chain(rest).collect()
        }
        OpenFailure::MonthAbsent(months) => {
            let asked = options.month.map_or_else(|| texts.get("word-unknown"), |month| month.to_string());
            let months = list(months.iter().map(ToString::to_string).collect());
            let arguments = [("month", Arg::from(asked.as_str())), ("months", Arg::from(months.as_str()))];
            vec![texts.format("error-month-absent", &arguments)]
        }
        OpenFailure::OfficeAbsent(offices) => {
            let asked = options.office.map(|office| office.to_string()).unwrap_or_default();
            let offices = list(offices.iter().map(ToString::to_string).collect());
            let arguments = [("office", Arg::from(asked.as_str())), ("offices", Arg::from(offices.as_str()))];
            vec![texts.format("error-office-absent", &arguments)]
        }
        OpenFailure::Cancelled => vec![texts.get("error-cancelled")],
    }
}
