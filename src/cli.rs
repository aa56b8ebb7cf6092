//! The command line: one file per command.

mod args;
mod check;
mod decide;
mod demo;
mod fee;
mod files;
mod import;
mod init;
mod load;
mod log;
mod master;
mod notices;
mod office;
mod open;
mod show;
mod slips;
mod tally;
mod undo;
mod usage;
mod workload;
mod write;

use crate::config::{ConfigFault, ConfigFaultSort, Settings};
use crate::i18n::{Arg, Language, Texts};
use crate::report::config_fault::config_sentence;
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
    let (settings, mut faults) = Settings::load(Settings::path().as_deref());
    faults.extend(language_fault(&settings));
    let asked = args::asked_language(arguments);
    let system = sys_locale::get_locale();
    let language = Language::choose(asked.as_deref(), settings.language(), system.as_deref());
    let is_chosen = asked.is_some() || settings.language().is_some();
    let texts = Texts::new(language);
    let command = match args::parse(arguments, &texts) {
        Ok(command) => command,
        Err(usage) => return usage.print(&mut io::stdout().lock(), &mut io::stderr()),
    };
    let result = if let Command::Open(common) = &command {
        open::run(
            common,
            (common.paths.clone(), common.codes.clone()),
            settings,
            faults,
            (language, is_chosen),
        )
    } else {
        tell_faults(&texts, &faults);
        print(&command, &texts, &settings).and_then(|exit| match &command {
            // What the settings got wrong has been told already.
            Command::Demo(common, demo) if exit == Exit::Clean && open::has_terminal() => {
                open::run(common, demo::places(&demo.dir), settings, Vec::new(), (language, is_chosen))
            }
            _ => Ok(exit),
        })
    };
    match result {
        Ok(exit) => exit,
        Err(stop) => {
            if !stop.message.is_empty() {
                // Nobody is left to tell when standard error is gone.
                let _ = writeln!(io::stderr(), "{}", stop.message);
            }
            stop.exit
        }
    }
}

fn tell_faults(texts: &Texts, faults: &[ConfigFault]) {
    for fault in faults {
        // Nobody is left to tell when standard error is gone.
        let _ = writeln!(io::stderr(), "{}", config_sentence(texts, fault));
    }
}

/// Runs a command that prints.
fn print(command: &Command, texts: &Texts, settings: &Settings) -> Result<Exit, Stop> {
    let common = command.common();
    let mut err = io::stderr();
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut console = Console {
        texts,
        settings,
        paint: Paint { is_on: colours(common) },
        is_quiet: common.is_quiet,
        shows_progress: !common.is_quiet && io::stderr().is_terminal(),
        out: &mut out,
        err: &mut err,
    };
    let exit = dispatch(command, &mut console)?;
    console.out.flush().map_err(|error| write_stop(texts, "-", &error))?;
    Ok(exit)
}

/// The settings do not know which languages there are.
fn language_fault(settings: &Settings) -> Option<ConfigFault> {
    let asked = settings.language().filter(|tag| Language::from_tag(tag).is_none())?;
    let allowed = Language::ALL.iter().map(|language| language.tag().to_owned()).collect();
    Some(ConfigFault {
        path: Settings::path()?.display().to_string(),
        place: settings.places.get("language").copied(),
        sort: ConfigFaultSort::NotAllowed { name: "language".to_owned(), found: asked.to_owned(), allowed },
    })
}

fn dispatch(command: &Command, console: &mut Console<'_>) -> Result<Exit, Stop> {
    match command {
        // The workstation needs standard output for itself, so it is opened elsewhere.
        Command::Open(_) => Ok(Exit::Clean),
        Command::Check(common, args) => check::run(common, *args, console),
        Command::Files(common) => files::run(common, console),
        Command::Show(common, client) => show::run(common, client, console),
        Command::Demo(common, demo) => demo::run(common, demo, console),
        Command::Init(_, init) => init::run(init, console),
        Command::Import(common) => import::run(common, console),
        Command::Decide(common, decide) => decide::run(common, decide, console),
        Command::Undo(common) => undo::run_undo(common, console),
        Command::Redo(common) => undo::run_redo(common, console),
        Command::Log(common, log) => log::run(common, log, console),
        Command::Write(common, sending) => write::run(common, sending.as_ref(), console),
        Command::Fee(common, args) => fee::run(common, args, console),
        Command::Workload(common, args) => workload::run(common, args, console),
        Command::Tally(common, args) => tally::run(common, args, console),
        Command::Master(common, master) => master::run(common, master, console),
        Command::Notices(common, notices) => notices::run(common, notices, console),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_there_is_not_is_told_with_those_there_are() {
        let fault = |text: &str| language_fault(&Settings::parse("kyukan.toml", text).0);
        for known in ["", "language = \"\"", "language = \"en\"", "language = \"ja_JP.UTF-8\""] {
            assert_eq!(fault(known), None, "{known}");
        }
        let ConfigFault { place, sort, .. } = fault("\nlanguage = \"fr\"\n").unwrap();
        assert_eq!(place.map(|place| (place.line, place.column)), Some((2, 12)));
        let (name, found) = ("language".to_owned(), "fr".to_owned());
        let allowed = vec!["ja".to_owned(), "en".to_owned()];
        assert_eq!(sort, ConfigFaultSort::NotAllowed { name, found, allowed });
    }
}
