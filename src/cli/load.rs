//! Opens the month that a command is about.

use super::args::Common;
use super::{Console, Exit, Stop, office};
use crate::app::month::Month;
use crate::app::open::{OpenFailure, OpenOptions, open_month};
use crate::app::ports::{NoProgress, Progress};
use crate::app::review::Review;
use crate::config::Settings;
use crate::domain::codes::CodeMaster;
use crate::format::codes::{CodesFault, read_codes};
use crate::i18n::{Arg, Texts};
use crate::report::open_failure::open_failure;
use crate::store::workspace::{Access, Workspace};
use crate::store::{FolderSource, Limits};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::path::Path;

/// Files from which on a progress bar is worth its space.
const SHOWN_FROM: usize = 500;

/// Opens the month of the workspace or of the files, telling on standard error how far it is.
pub(super) fn month(common: &Common, console: &mut Console<'_>) -> Result<Month, Stop> {
    match common.paths.as_slice() {
        [dir] if Workspace::is_workspace(dir) => {
            let workspace = office::open_workspace(dir, Access::Read, console)?;
            Ok(office::open_month(workspace, common, console)?.review.month)
        }
        _ => of_files(common, console).map(|(month, _)| month),
    }
}

/// The month counted, and whether it is a workspace's, where decisions are kept.
pub(super) fn review(common: &Common, console: &mut Console<'_>) -> Result<(Review, bool), Stop> {
    match common.paths.as_slice() {
        [dir] if Workspace::is_workspace(dir) => {
            let workspace = office::open_workspace(dir, Access::Read, console)?;
            Ok((office::open_month(workspace, common, console)?.review, true))
        }
        _ => {
            let (month, codes) = of_files(common, console)?;
            Ok((Review::new(month, codes), false))
        }
    }
}

fn of_files(common: &Common, console: &mut Console<'_>) -> Result<(Month, Option<CodeMaster>), Stop> {
    let codes = common.codes.as_deref().map(|path| codes(path, console.texts)).transpose()?;
    let source = FolderSource::open(&common.paths, limits(console.settings));
    refuse_missing(&source, console.texts)?;
    let options = options(common, codes.as_ref());
    let opened = with_progress(console, |progress| open_month(&source, options, progress));
    let month = opened.map_err(|failure| stop(&failure, common, &options, console.texts))?;
    Ok((month, codes))
}

/// Does something that may take long, telling on standard error how far it is.
pub(super) fn with_progress<T>(console: &Console<'_>, work: impl FnOnce(&dyn Progress) -> T) -> T {
    let bar = Bar::new(console);
    let progress: &dyn Progress = if console.shows_progress { &bar } else { &NoProgress };
    let done = work(progress);
    bar.bar.finish_and_clear();
    done
}

/// Stops when a path that was given is not there.
pub(super) fn refuse_missing(source: &FolderSource, texts: &Texts) -> Result<(), Stop> {
    let [missing, ..] = source.missing() else { return Ok(()) };
    let path = missing.display().to_string();
    let message = texts.format("error-path-missing", &[("path", Arg::from(path.as_str()))]);
    Err(Stop::new(Exit::Surroundings, message))
}

/// Which month is opened.
pub(super) fn options<'a>(common: &Common, codes: Option<&'a CodeMaster>) -> OpenOptions<'a> {
    OpenOptions { month: common.month, office: common.office, codes }
}

pub(super) fn limits(settings: &Settings) -> Limits {
    const MEGABYTE: u64 = 1024 * 1024;
    let default = Limits::default();
    let bytes =
        |megabytes: Option<u64>, otherwise| megabytes.map_or(otherwise, |mb| mb.saturating_mul(MEGABYTE));
    Limits {
        file_bytes: bytes(settings.largest_file_mb, default.file_bytes),
        unpacked_bytes: bytes(settings.largest_unpacked_mb, default.unpacked_bytes),
    }
}

pub(super) fn codes(path: &Path, texts: &Texts) -> Result<CodeMaster, Stop> {
    let shown = path.display().to_string();
    let file = Arg::from(shown.as_str());
    let data = std::fs::read(path).map_err(|error| {
        let reason = error.to_string();
        let arguments = [("file", file.clone()), ("reason", Arg::from(reason.as_str()))];
        Stop::new(Exit::Surroundings, texts.format("error-codes-file-unreadable", &arguments))
    })?;
    read_codes(&data).map_err(|fault| {
        let line = match &fault {
            CodesFault::MissingColumn(_) => 1,
            CodesFault::Invalid { line, .. } | CodesFault::Unreadable(line) => *line,
        };
        let reason = match &fault {
            CodesFault::MissingColumn(column) => (*column).to_owned(),
            CodesFault::Invalid { column, value, .. } => format!("{column}: {value}"),
            CodesFault::Unreadable(_) => String::new(),
        };
        let arguments = [("file", file), ("line", Arg::from(line)), ("reason", Arg::from(reason.as_str()))];
        Stop::new(Exit::Surroundings, texts.format("error-codes-unreadable", &arguments))
    })
}

fn stop(failure: &OpenFailure, common: &Common, options: &OpenOptions<'_>, texts: &Texts) -> Stop {
    let exit = if *failure == OpenFailure::Cancelled { Exit::Surroundings } else { Exit::Findings };
    Stop::new(exit, open_failure(texts, failure, &common.paths, options).join("\n"))
}

/// A progress bar on standard error.
struct Bar {
    bar: ProgressBar,
}

impl Bar {
    fn new(console: &Console<'_>) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if console.shows_progress {
            let template = format!("{} {{bar:30}} {{pos}}/{{len}}", console.texts.get("progress-reading"));
            if let Ok(style) = ProgressStyle::with_template(&template) {
                bar.set_style(style.progress_chars("=> "));
            }
        }
        Self { bar }
    }
}

impl Progress for Bar {
    fn files_read(&self, done: usize, total: usize) {
        if total < SHOWN_FROM || !done.is_multiple_of(64) {
            return;
        }
        if self.bar.length().is_none() {
            self.bar.set_length(total as u64);
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        }
        self.bar.set_position(done as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_written_defaults_are_those_in_force() {
        let (written, faults) = Settings::parse("kyukan.toml", crate::config::DEFAULTS);
        assert_eq!(faults, []);
        let (written, default) = (limits(&written), Limits::default());
        assert_eq!(
            (written.file_bytes, written.unpacked_bytes),
            (default.file_bytes, default.unpacked_bytes)
        );
        let unset = limits(&Settings::default());
        assert_eq!((unset.file_bytes, unset.unpacked_bytes), (default.file_bytes, default.unpacked_bytes));
    }
}
