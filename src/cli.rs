//! The command line: one file per command.

mod args;
mod check;
mod demo;
mod files;
mod load;
mod show;
mod usage;

use crate::config::Settings;
use crate::i18n::{Arg, Language, Texts};
use crate::report::layout::Paint;
use args::{Command, Common};
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

/// Exit codes of every command (the contract that scripts rely on).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Nothing to report.
    Clean = 0,
    /// Differences, missing actuals or problems.
    Findings = 1,
    /// The command line was not understood.
    Usage = 2,
    /// Disk, lock or permission.
    Surroundings = 3,
    /// A bug.
    Bug = 70,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        std::process::ExitCode::from(exit as u8)
    }
}

/// A command that could not do its work: the sentence for the person, and the exit code.
#[derive(Debug)]
struct Stop {
    exit: Exit,
    message: String,
}

impl Stop {
    fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into() }
    }
}

/// Where the program speaks: data to `out`, everything else to `err`.
struct Console<'a> {
    texts: &'a Texts,
    settings: &'a Settings,
    paint: Paint,
    is_quiet: bool,
    shows_progress: bool,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl Console<'_> {
    /// Says something that is no data.
    fn say(&mut self, text: &str) {
        if !self.is_quiet {
            // Nobody is left to tell when standard error is gone.
            let _ = writeln!(self.err, "{text}");
        }
    }
}

/// Runs a command line (without the program's name).
pub fn run(arguments: &[OsString]) -> Exit {
    let (settings, fault) = Settings::load(Settings::path().as_deref());
    let asked = args::asked_language(arguments);
    let system = sys_locale::get_locale();
    let language = Language::choose(asked.as_deref(), settings.language(), system.as_deref());
    let texts = Texts::new(language);
    let mut err = io::stderr();
    let command = match args::parse(arguments, &texts) {
        Ok(command) => command,
        Err(usage) => return usage.print(&mut io::stdout().lock(), &mut err),
    };
    let common = command.common();
    if let Some(fault) = fault {
        let line = Arg::from(fault.line);
        let (file, reason) = (Arg::from(fault.path.as_str()), Arg::from(fault.reason.as_str()));
        let text =
            texts.format("error-settings-unreadable", &[("file", file), ("line", line), ("reason", reason)]);
        // Nobody is left to tell when standard error is gone.
        let _ = writeln!(err, "{text}");
    }
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut console = Console {
        texts: &texts,
        settings: &settings,
        paint: Paint { is_on: colours(common) },
        is_quiet: common.is_quiet,
        shows_progress: !common.is_quiet && io::stderr().is_terminal(),
        out: &mut out,
        err: &mut err,
    };
    let result = dispatch(&command, &mut console).and_then(|exit| match console.out.flush() {
        Ok(()) => Ok(exit),
        Err(error) => Err(write_stop(&texts, "-", &error)),
    });
    match result {
        Ok(exit) => exit,
        Err(stop) => {
            if !stop.message.is_empty() {
                // Nobody is left to tell when standard error is gone.
                let _ = writeln!(err, "{}", stop.message);
            }
            stop.exit
        }
    }
}

fn dispatch(command: &Command, console: &mut Console<'_>) -> Result<Exit, Stop> {
    match command {
        Command::Check(common) => check::run(common, console),
        Command::Files(common) => files::run(common, console),
        Command::Show(common, client) => show::run(common, client, console),
        Command::Demo(common, demo) => demo::run(common, demo, console),
    }
}

/// Colour only for a person at a terminal, unless asked for; `NO_COLOR` is heeded.
fn colours(common: &Common) -> bool {
    match common.color {
        args::Color::Always => true,
        args::Color::Never => false,
        args::Color::Auto => {
            io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
        }
    }
}

/// Writing failed. A reader that went away (`kyukan check | head`) is no error of ours and says nothing.
fn write_stop(texts: &Texts, path: &str, error: &io::Error) -> Stop {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Stop::new(Exit::Clean, "");
    }
    let reason = error.to_string();
    let arguments = [("path", Arg::from(path)), ("reason", Arg::from(reason.as_str()))];
    Stop::new(Exit::Surroundings, texts.format("error-write-failed", &arguments))
}
