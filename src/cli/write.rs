//! `kyukan write`: shows what would be written, then writes it.

mod sending;

use super::args::{Common, Format, Sending};
use super::office::Office;
use super::{Console, Exit, Stop, office, open, write_stop};
use crate::app::write::{PlannedFile, WritePlan};
use crate::i18n::Arg;
use crate::report::layout::display;
use crate::report::out_failure::{out_failure, outputs_failure, verify_failure};
use crate::report::outputs::outputs;
use crate::report::words::Words;
use crate::report::write_plan::{self, WritePlanJson};
use crate::store::workspace::Access;
use crate::store::{JOURNAL_FILE, verify, write_files};
use chrono::{DateTime, FixedOffset};
use std::io::{self, BufRead};

pub(super) fn run(
    common: &Common,
    sending: Option<&Sending>,
    console: &mut Console<'_>,
) -> Result<Exit, Stop> {
    let mut office = office::open(common, Access::Write, console)?;
    let at = chrono::Local::now().fixed_offset();
    let plan = match sending {
        Some(sending) => {
            let (opened, plan) = sending::plan(common, sending, at, office, console)?;
            office = opened;
            plan
        }
        None => plan(common, &mut office, at, console)?,
    };
    preview(common, &office, &plan, console)?;
    if plan.files.is_empty() {
        return Ok(Exit::Clean);
    }
    if !common.is_yes && !is_confirmed(console)? {
        return Err(Stop::new(Exit::Findings, console.texts.get("write-not-confirmed")));
    }
    carry_out(&mut office, &plan, at, console)
}

fn plan(
    common: &Common,
    office: &mut Office,
    at: DateTime<FixedOffset>,
    console: &Console<'_>,
) -> Result<WritePlan, Stop> {
    let Office { workspace, review, source, .. } = office;
    outputs(workspace, review, source, console.texts, (at, common.is_all)).map_err(|failure| {
        let backup = workspace.newest_backup();
        Stop::new(Exit::Surroundings, outputs_failure(console.texts, &failure, backup.as_deref()))
    })
}

fn preview(
    common: &Common,
    office: &Office,
    plan: &WritePlan,
    console: &mut Console<'_>,
) -> Result<(), Stop> {
    let words = office.words(console.texts);
    let written = if common.format == Format::Json {
        serde_json::to_writer(&mut *console.out, &WritePlanJson { words, plan })
            .map_err(io::Error::from)
            .and_then(|()| writeln!(console.out))
    } else {
        write_plan::write(console.out, words, plan, console.paint)
    };
    written.and_then(|()| console.out.flush()).map_err(|error| write_stop(console.texts, "-", &error))
}

/// Asks the person at the terminal; without one nobody can say yes.
fn is_confirmed(console: &mut Console<'_>) -> Result<bool, Stop> {
    if !open::has_terminal() {
        return Ok(false);
    }
    let mut answer = String::new();
    write!(console.err, "{}", console.texts.get("write-ask"))
        .and_then(|()| console.err.flush())
        .and_then(|()| io::stdin().lock().read_line(&mut answer))
        .map_err(|error| write_stop(console.texts, "-", &error))?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes" | "ｙ" | "Ｙ"))
}

fn carry_out(
    office: &mut Office,
    plan: &WritePlan,
    at: DateTime<FixedOffset>,
    console: &mut Console<'_>,
) -> Result<Exit, Stop> {
    let texts = console.texts;
    let Office { workspace, review, last, .. } = office;
    let words = Words { month: &review.month, texts };
    let why = |file: Option<&PlannedFile>| match file {
        Some(file) => write_plan::why(words, file.why),
        None => texts.get("write-why-journal"),
    };
    let written = write_files(workspace, review.month.month, (plan, *last), at, &why);
    let written = written.map_err(|failure| {
        let backup = workspace.newest_backup();
        Stop::new(Exit::Surroundings, out_failure(texts, &failure, backup.as_deref()))
    })?;
    let folder = &written.receipt.folder;
    let manifest = verify(folder).map_err(|failure| {
        Stop::new(Exit::Surroundings, verify_failure(texts, folder, &failure).join("\n"))
    })?;
    let path = display(&folder.display().to_string());
    let values = [
        ("count", Arg::from(manifest.files.len())),
        ("path", Arg::from(path.as_str())),
        ("journal", Arg::from(JOURNAL_FILE)),
    ];
    console.say(&texts.format("write-done", &values));
    Ok(Exit::Clean)
}
