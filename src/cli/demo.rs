//! `kyukan demo`: writes an invented office's month.

use super::args::{Common, Demo};
use super::{Console, Exit, Stop, open};
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use crate::store::{StoreError, write_new};
use chrono::Datelike;
use std::path::{Path, PathBuf};

/// Folder of the received files below the demo's own.
const RECEIVED: &str = "in";

/// The service code master below the demo's own folder.
const MASTER: &str = "master";
const CODES: &str = "codes.csv";

/// What of a demo's folder is opened: the received files, and the service code master when it is there.
pub(super) fn places(dir: &Path) -> (Vec<PathBuf>, Option<PathBuf>) {
    let codes = dir.join(MASTER).join(CODES);
    (vec![dir.join(RECEIVED)], codes.is_file().then_some(codes))
}

/// Share of visits that differ, in thousandths.
const DIFFERENCES_PER_MILLE: u32 = 30;

pub(super) fn run(common: &Common, demo: &Demo, console: &mut Console<'_>) -> Result<Exit, Stop> {
    if open::has_terminal() && demo.dir.join(RECEIVED).is_dir() {
        // Made before: it is opened again as it is.
        return Ok(Exit::Clean);
    }
    let options = DemoOptions {
        clients: demo.clients,
        providers: demo.providers,
        managers: demo.managers,
        seed: demo.seed,
        edition: demo.edition,
        month: common.month.unwrap_or_else(last_month),
        office: if demo.is_prevention { OfficeSort::Prevention } else { OfficeSort::CareManagement },
        differences_per_mille: if demo.is_clean { 0 } else { DIFFERENCES_PER_MILLE },
        faults: !demo.is_clean,
    };
    let made = demo_month(&options).map_err(|error| {
        let detail = error.to_string();
        Stop::new(
            Exit::Bug,
            console.texts.format("error-internal", &[("detail", Arg::from(detail.as_str()))]),
        )
    })?;
    let codes = [(CODES, made.codes_csv.as_bytes())];
    let files = made.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
    write_new(&demo.dir.join(RECEIVED), files)
        .and_then(|()| write_new(&demo.dir.join(MASTER), codes.into_iter()))
        .map_err(|error| stop(&error, console))?;
    let path = demo.dir.display().to_string();
    let count = Arg::from(made.files.len());
    let written =
        console.texts.format("note-demo-written", &[("count", count), ("path", Arg::from(path.as_str()))]);
    console.say(&written);
    if !open::has_terminal() {
        let command = format!("kyukan {}", demo.dir.join(RECEIVED).display());
        let next = console.texts.format("note-demo-next", &[("command", Arg::from(command.as_str()))]);
        console.say(&next);
    }
    Ok(Exit::Clean)
}

fn stop(error: &StoreError, console: &Console<'_>) -> Stop {
    match error {
        StoreError::NotEmpty(path) => {
            let path = path.display().to_string();
            let message =
                console.texts.format("error-folder-not-empty", &[("path", Arg::from(path.as_str()))]);
            Stop::new(Exit::Surroundings, message)
        }
        StoreError::ReadsBackOtherwise(path) => {
            let path = path.display().to_string();
            let message =
                console.texts.format("error-reads-back-otherwise", &[("path", Arg::from(path.as_str()))]);
            Stop::new(Exit::Surroundings, message)
        }
        StoreError::Io { path, source } => {
            let (path, reason) = (path.display().to_string(), source.to_string());
            let arguments = [("path", Arg::from(path.as_str())), ("reason", Arg::from(reason.as_str()))];
            Stop::new(Exit::Surroundings, console.texts.format("error-write-failed", &arguments))
        }
    }
}

/// The month that an office would be working on today.
fn last_month() -> ServiceMonth {
    let today = chrono::Local::now().date_naive();
    let year = u16::try_from(today.year()).unwrap_or(2026);
    let this = u8::try_from(today.month()).ok().and_then(|month| ServiceMonth::new(year, month));
    this.map_or_else(|| ServiceMonth::FALLBACK, ServiceMonth::previous)
}
