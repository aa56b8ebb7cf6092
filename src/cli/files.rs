//! `kyukan files`: what each file is and every row's fate.

use super::args::{Common, Format};
use super::{Console, Exit, Stop, load, write_stop};
use crate::report::files;
use crate::report::words::Words;

pub(super) fn run(common: &Common, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let month = load::month(common, console)?;
    let words = Words { month: &month, texts: console.texts };
    let written = match common.format {
        Format::Text => files::write_text(console.out, words, console.paint),
        Format::Json => files::write_json(console.out, words),
        Format::Csv => files::write_csv(console.out, words),
    };
    written.map_err(|error| write_stop(console.texts, "-", &error))?;
    Ok(if month.problems.is_empty() { Exit::Clean } else { Exit::Findings })
}
