//! `kyukan check`: the main job.

use super::args::{Common, Format};
use super::{Console, Exit, Stop, load, write_stop};
use crate::app::decisions::Decisions;
use crate::app::month::Month;
use crate::report::check_json::CheckJson;
use crate::report::words::Words;
use crate::report::{check_csv, check_text};
use std::io::{self, Write};

pub(super) fn run(common: &Common, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let load::Loaded { month, decisions } = load::month(common, console)?;
    let decisions = decisions.as_ref();
    let words = Words { month: &month, texts: console.texts };
    let written = match common.format {
        Format::Text => check_text::write(console.out, words, decisions, console.paint),
        Format::Json => write_json(console.out, words, decisions),
        Format::Csv => check_csv::write(console.out, words),
    };
    let exit = exit_of(&month);
    // The process ends now; giving millions of rows back one by one would only keep people waiting.
    std::mem::forget(month);
    written.map_err(|error| write_stop(console.texts, "-", &error))?;
    Ok(exit)
}

fn write_json(out: &mut dyn Write, words: Words<'_>, decisions: Option<&Decisions>) -> io::Result<()> {
    let sentence = |problem: &crate::domain::problem::Problem| words.problem(problem);
    serde_json::to_writer(&mut *out, &CheckJson { month: words.month, decisions, sentence: &sentence })?;
    writeln!(out)
}

/// Clean only when everything arrived, agrees and could be read without a remark.
pub(super) fn exit_of(month: &Month) -> Exit {
    let is_clean = month.totals.differences == 0 && month.not_arrived.is_empty() && month.problems.is_empty();
    if is_clean { Exit::Clean } else { Exit::Findings }
}
