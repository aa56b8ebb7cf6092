//! `kyukan check`: the main job.

use super::args::{CheckArgs, Common, Format};
use super::{Console, Exit, Stop, load, write_stop};
use crate::app::checks::predict;
use crate::app::decisions::Decisions;
use crate::app::month::Month;
use crate::app::tally::window_on;
use crate::domain::problem::Problem;
use crate::report::check_json::CheckJson;
use crate::report::findings::{FindingList, call_sheet, csv, text};
use crate::report::words::Words;
use crate::report::{check_csv, check_text};
use std::io::{self, Write};

pub(super) fn run(common: &Common, args: CheckArgs, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let (review, is_workspace) = load::review(common, console)?;
    let today = chrono::Local::now().date_naive();
    let window = args.window.unwrap_or_else(|| window_on(today, review.month.month));
    let predicted = predict(&review, window);
    let list = FindingList { review: &review, checks: &predicted.checks.clients, texts: console.texts };
    let decisions = is_workspace.then_some(&review.decisions);
    let written = match common.format {
        _ if args.is_calls => write_calls(console.out, list, common.format),
        Format::Json => write_json(console.out, list, decisions),
        Format::Text if args.is_findings => text::write(console.out, list, console.paint),
        Format::Csv if args.is_findings => csv::write(console.out, list),
        Format::Text => write_text(console, list, decisions),
        Format::Csv => check_csv::write(console.out, Words { month: &review.month, texts: console.texts }),
    };
    let is_at_risk = list.is_at_risk();
    let exit = match exit_of(&review.month) {
        Exit::Clean if is_at_risk => Exit::Findings,
        Exit::Findings if args.is_findings && !is_at_risk => Exit::Clean,
        exit => exit,
    };
    // The process ends now; giving millions of rows back one by one would only keep people waiting.
    std::mem::forget(predicted);
    std::mem::forget(review);
    written.map_err(|error| write_stop(console.texts, "-", &error))?;
    Ok(exit)
}

fn write_text(
    console: &mut Console<'_>,
    list: FindingList<'_>,
    decisions: Option<&Decisions>,
) -> io::Result<()> {
    let words = Words { month: &list.review.month, texts: console.texts };
    check_text::write(console.out, words, decisions, console.paint)?;
    writeln!(console.out)?;
    text::write_sums(console.out, list, console.paint)
}

fn write_calls(out: &mut dyn Write, list: FindingList<'_>, format: Format) -> io::Result<()> {
    match format {
        Format::Csv => out.write_all(&call_sheet::csv(list)?),
        Format::Text | Format::Json => out.write_all(call_sheet::text(list).as_bytes()),
    }
}

fn write_json(out: &mut dyn Write, list: FindingList<'_>, decisions: Option<&Decisions>) -> io::Result<()> {
    let words = Words { month: &list.review.month, texts: list.texts };
    let sentence = |problem: &Problem| words.problem(problem);
    let json = CheckJson { month: words.month, decisions, findings: list, sentence: &sentence };
    serde_json::to_writer(&mut *out, &json)?;
    writeln!(out)
}

/// Clean only when everything arrived, agrees and could be read without a remark.
pub(super) fn exit_of(month: &Month) -> Exit {
    let is_clean = month.totals.differences == 0 && month.not_arrived.is_empty() && month.problems.is_empty();
    if is_clean { Exit::Clean } else { Exit::Findings }
}
