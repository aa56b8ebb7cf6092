//! `kyukan check`: the main job.

use super::args::{Common, Format};
use super::{Console, Exit, Stop, load, write_stop};
use crate::app::checks::{MonthChecks, predict};
use crate::app::decisions::Decisions;
use crate::app::month::Month;
use crate::app::tally::window_on;
use crate::report::check_json::CheckJson;
use crate::report::words::Words;
use crate::report::{check_csv, check_text};
use std::io::{self, Write};

pub(super) fn run(common: &Common, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let (review, is_workspace) = load::review(common, console)?;
    let today = chrono::Local::now().date_naive();
    let window = window_on(today, review.month.month);
    let predicted = predict(&review, window);
    let decisions = is_workspace.then_some(&review.decisions);
    let words = Words { month: &review.month, texts: console.texts };
    let written = match common.format {
        Format::Text => check_text::write(console.out, words, decisions, console.paint),
        Format::Json => write_json(console.out, words, decisions, &predicted.checks),
        Format::Csv => check_csv::write(console.out, words),
    };
    let exit = exit_of(&review.month);
    // The process ends now; giving millions of rows back one by one would only keep people waiting.
    std::mem::forget(review);
    std::mem::forget(predicted);
    written.map_err(|error| write_stop(console.texts, "-", &error))?;
    Ok(exit)
}

fn write_json(
    out: &mut dyn Write,
    words: Words<'_>,
    decisions: Option<&Decisions>,
    checks: &MonthChecks,
) -> io::Result<()> {
    let sentence = |problem: &crate::domain::problem::Problem| words.problem(problem);
    serde_json::to_writer(
        &mut *out,
        &CheckJson { month: words.month, decisions, checks, sentence: &sentence },
    )?;
    writeln!(out)
}

/// Clean only when everything arrived, agrees and could be read without a remark.
pub(super) fn exit_of(month: &Month) -> Exit {
    let is_clean = month.totals.differences == 0 && month.not_arrived.is_empty() && month.problems.is_empty();
    if is_clean { Exit::Clean } else { Exit::Findings }
}
