//! The commands of a workspace but for `decide`.

use super::help::Help;
use crate::cli::usage::Usage;
use crate::config::AREA_GRADES;
use crate::domain::ids::OfficeNumber;
use crate::i18n::Texts;
use chrono::NaiveDate;
use clap::{Arg, ArgAction, ArgMatches, Command as Clap, value_parser};
use std::path::PathBuf;

/// Arguments of `init`.
#[derive(Debug)]
pub(in crate::cli) struct Init {
    pub(in crate::cli) dir: PathBuf,
    pub(in crate::cli) number: Option<OfficeNumber>,
    pub(in crate::cli) name: Option<String>,
    pub(in crate::cli) area_grade: Option<String>,
}

/// Which events `log` shows.
#[derive(Debug)]
pub(in crate::cli) struct Log {
    pub(in crate::cli) client: Option<String>,
    pub(in crate::cli) person: Option<String>,
    pub(in crate::cli) day: Option<NaiveDate>,
}

pub(super) fn init(matches: &ArgMatches, texts: &Texts) -> Result<Init, Usage> {
    let number =
        |text: &String| OfficeNumber::parse(text).ok_or_else(|| Usage::unreadable(texts, "--number", text));
    Ok(Init {
        dir: matches.get_one::<PathBuf>("office-dir").cloned().unwrap_or_else(|| PathBuf::from(".")),
        number: matches.get_one::<String>("number").map(number).transpose()?,
        name: matches.get_one::<String>("name").cloned(),
        area_grade: matches.get_one::<String>("area-grade").cloned(),
    })
}

pub(super) fn log(matches: &ArgMatches, texts: &Texts) -> Result<Log, Usage> {
    let text = |id: &str| matches.get_one::<String>(id).cloned();
    Ok(Log { client: text("client"), person: text("person"), day: date(matches, "day", texts)? })
}

/// A date as `2026-11-08` or `2026/11/8`.
pub(super) fn date(matches: &ArgMatches, id: &str, texts: &Texts) -> Result<Option<NaiveDate>, Usage> {
    let Some(text) = matches.get_one::<String>(id) else { return Ok(None) };
    let date = NaiveDate::parse_from_str(&text.replace(['/', '.'], "-"), "%Y-%m-%d").ok();
    date.map(Some).ok_or_else(|| Usage::unreadable(texts, &format!("--{id}"), text))
}

/// `--workspace`.
pub(super) fn workspace(help: &Help<'_>) -> Arg {
    help.option("workspace", "folder").short('w').value_parser(value_parser!(PathBuf))
}

/// What every command about a month of a workspace takes.
pub(super) fn of_month(help: &Help<'_>) -> [Arg; 4] {
    [
        workspace(help),
        help.option("month", "month").short('m'),
        help.option("office", "office"),
        help.option("codes", "file").value_parser(value_parser!(PathBuf)),
    ]
}

/// `--yes`.
pub(super) fn yes(help: &Help<'_>) -> Arg {
    help.flag("yes").short('y').action(ArgAction::SetTrue)
}

pub(super) fn init_definition(help: &Help<'_>) -> Clap {
    help.command_of("init", "help-command-init", "", &["[folder]"])
        .arg(help.positional("office-dir", "folder").value_parser(value_parser!(PathBuf)))
        .arg(help.option("number", "office"))
        .arg(help.option("name", "name"))
        .arg(help.choice("area-grade", "grade", AREA_GRADES, ""))
}

pub(super) fn import_definition(help: &Help<'_>) -> Clap {
    let path = help.positional("path", "path").num_args(1..).required(true);
    help.command_of("import", "help-command-import", "", &["<path>..."])
        .arg(path.value_parser(value_parser!(PathBuf)))
        .arg(workspace(help))
        .arg(help.choice("format", "format", &["text", "json", "csv"], "text"))
}

pub(super) fn undo_definition(help: &Help<'_>) -> Clap {
    help.command_of("undo", "help-command-undo", "", &[]).args(of_month(help))
}

pub(super) fn redo_definition(help: &Help<'_>) -> Clap {
    help.command_of("redo", "help-command-redo", "", &[]).args(of_month(help))
}

pub(super) fn log_definition(help: &Help<'_>) -> Clap {
    help.command_of("log", "help-command-log", "", &[])
        .args(of_month(help))
        .arg(help.option("client", "client"))
        .arg(help.option("person", "person"))
        .arg(help.option("day", "day"))
        .arg(help.choice("format", "format", &["text", "json", "csv"], "text"))
}

pub(super) fn write_definition(help: &Help<'_>) -> Clap {
    help.command_of("write", "help-command-write", "", &[])
        .args(of_month(help))
        .arg(help.flag("all").action(ArgAction::SetTrue))
        .arg(help.flag("slips").action(ArgAction::SetTrue))
        .arg(help.flag("fee").action(ArgAction::SetTrue))
        .arg(help.option("again", "client").action(ArgAction::Append))
        .args(super::slips::of_slips(help))
        .arg(yes(help))
        .arg(help.choice("format", "format", &["text", "json"], "text"))
}
