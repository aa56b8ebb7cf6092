//! `kyukan demo`: writes an invented office's month.

use super::args::{Common, Demo};
use super::{Console, Exit, Stop, import, init, office, open};
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::config::OfficeSettings;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use crate::report::import::import_failure;
use crate::report::office_failure::store_failure;
use crate::store::workspace::{Access, Workspace};
use crate::store::{StoreError, write_new};
use chrono::Datelike;
use std::path::{Path, PathBuf};

/// Folder of the received files below the demo's own.
const RECEIVED: &str = "in";

/// The service code master below the demo's own folder.
const MASTER: &str = "master";
const CODES: &str = "codes.csv";

/// The workspace with the files taken in.
const OFFICE: &str = "office";

/// What of a demo's folder is opened: the workspace, or the received files of a demo without one, and the service code
/// master when it is there.
pub(super) fn places(dir: &Path) -> (Vec<PathBuf>, Option<PathBuf>) {
    let codes = dir.join(MASTER).join(CODES);
    let office = dir.join(OFFICE);
    let opened = if Workspace::is_workspace(&office) { office } else { dir.join(RECEIVED) };
    (vec![opened], codes.is_file().then_some(codes))
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
    let office = demo.dir.join(OFFICE);
    make_office(&office, &demo.dir.join(RECEIVED), made.care_office, console)?;
    if !open::has_terminal() {
        let command = format!("kyukan {}", office.display());
        let next = console.texts.format("note-demo-next", &[("command", Arg::from(command.as_str()))]);
        console.say(&next);
    }
    Ok(Exit::Clean)
}

/// Makes the workspace of the invented office and takes its files in.
fn make_office(
    dir: &Path,
    files: &Path,
    number: OfficeNumber,
    console: &mut Console<'_>,
) -> Result<(), Stop> {
    let name = Some(console.texts.get("demo-office-name"));
    let settings = OfficeSettings { number: Some(number), name, ..OfficeSettings::default() };
    init::make(dir, &settings, console)?;
    let mut workspace = office::open_workspace(dir, Access::Write, console)?;
    if let Err(failure) = import::take_in(&mut workspace, &[files.to_owned()], Some(number), console)? {
        let backup = workspace.newest_backup();
        let sentence = import_failure(console.texts, &failure, backup.as_deref());
        return Err(Stop::new(Exit::Surroundings, sentence));
    }
    let path = dir.display().to_string();
    console.say(&console.texts.format("note-demo-office", &[("path", Arg::from(path.as_str()))]));
    Ok(())
}

fn stop(error: &StoreError, console: &Console<'_>) -> Stop {
    Stop::new(Exit::Surroundings, store_failure(console.texts, error))
}

/// The month that an office would be working on today.
fn last_month() -> ServiceMonth {
    let today = chrono::Local::now().date_naive();
    let year = u16::try_from(today.year()).unwrap_or(2026);
    let this = u8::try_from(today.month()).ok().and_then(|month| ServiceMonth::new(year, month));
    this.map_or_else(|| ServiceMonth::FALLBACK, ServiceMonth::previous)
}
