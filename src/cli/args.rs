//! What may stand on the command line. Help and errors come in the language of the texts.

mod decide;
mod help;
mod master;
mod notices;
mod office;
mod slips;
mod workload;

pub(super) use decide::{Decide, SlipDecision};
pub(super) use master::Master;
pub(super) use notices::Notices;
pub(super) use office::{Init, Log};
pub(super) use slips::{Sending, SlipArgs};
pub(super) use workload::WorkloadArgs;

use super::usage::Usage;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::format::exchange::Edition;
use crate::i18n::Texts;
use clap::{ArgAction, ArgMatches, Command as Clap};
use help::Help;
use std::ffi::OsString;
use std::path::PathBuf;

/// A command with its arguments.
#[derive(Debug)]
pub(super) enum Command {
    Open(Common),
    Check(Common, CheckArgs),
    Files(Common),
    Show(Common, String),
    Demo(Common, Demo),
    Init(Common, Init),
    Import(Common),
    Decide(Common, Box<Decide>),
    Undo(Common),
    Redo(Common),
    Log(Common, Log),
    Write(Common, Option<Sending>),
    Tally(Common, SlipArgs),
    Fee(Common, SlipArgs),
    Workload(Common, WorkloadArgs),
    Master(Common, Master),
    Notices(Common, Notices),
}

impl Command {
    /// What all commands share.
    pub(super) fn common(&self) -> &Common {
        match self {
            Command::Open(common)
            | Command::Check(common, _)
            | Command::Files(common)
            | Command::Show(common, _)
            | Command::Demo(common, _)
            | Command::Init(common, _)
            | Command::Import(common)
            | Command::Decide(common, _)
            | Command::Undo(common)
            | Command::Redo(common)
            | Command::Log(common, _)
            | Command::Write(common, _)
            | Command::Tally(common, _)
            | Command::Fee(common, _)
            | Command::Workload(common, _)
            | Command::Master(common, _)
            | Command::Notices(common, _) => common,
        }
    }
}

/// What all commands share.
#[derive(Clone, Debug)]
pub(super) struct Common {
    pub(super) paths: Vec<PathBuf>,
    /// `--workspace`.
    pub(super) workspace: Option<PathBuf>,
    pub(super) month: Option<ServiceMonth>,
    pub(super) office: Option<OfficeNumber>,
    pub(super) codes: Option<PathBuf>,
    pub(super) format: Format,
    pub(super) color: Color,
    pub(super) is_quiet: bool,
    /// `--yes`.
    pub(super) is_yes: bool,
    /// `--all`.
    pub(super) is_all: bool,
}

/// Arguments of `check`.
#[derive(Clone, Copy, Debug)]
pub(super) struct CheckArgs {
    /// `--findings`: what would come back, alone.
    pub(super) is_findings: bool,
    /// `--calls`: the sheet to call service offices with.
    pub(super) is_calls: bool,
    /// 処理対象年月; `None` for the window that is open or comes next.
    pub(super) window: Option<ServiceMonth>,
}

/// `--format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Json,
    Csv,
}

/// `--color`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

/// Arguments of `demo`.
#[derive(Debug)]
pub(super) struct Demo {
    pub(super) dir: PathBuf,
    pub(super) clients: u32,
    pub(super) providers: u32,
    pub(super) managers: u32,
    pub(super) seed: u64,
    pub(super) edition: Edition,
    pub(super) is_prevention: bool,
    pub(super) is_clean: bool,
}

/// The value of `--lang`, found before anything else is parsed, so that errors come in that language too.
pub(super) fn asked_language(arguments: &[OsString]) -> Option<String> {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after =
        texts.iter().zip(texts.iter().skip(1)).find(|(flag, _)| **flag == "--lang").map(|(_, value)| *value);
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    after.or(joined).map(str::to_owned)
}

/// Parses a command line.
pub(super) fn parse(arguments: &[OsString], texts: &Texts) -> Result<Command, Usage> {
    let mut clap = definition(texts);
    let matches = clap
        .try_get_matches_from_mut(std::iter::once(&OsString::from("kyukan")).chain(arguments))
        .map_err(|error| Usage::from_clap(&error, texts))?;
    let Some((name, matches)) = matches.subcommand() else { return open(&matches, texts) };
    if name == "decide" {
        return decide::parse(matches, texts);
    }
    if name == "master" {
        return master::parse(matches, texts);
    }
    if name == "notices" {
        return notices::parse(matches, texts);
    }
    let common = common(matches, texts)?;
    Ok(match name {
        "init" => Command::Init(common, office::init(matches, texts)?),
        "import" => Command::Import(common),
        "undo" => Command::Undo(common),
        "redo" => Command::Redo(common),
        "log" => Command::Log(common, office::log(matches, texts)?),
        "write" => Command::Write(common, slips::sending(matches, texts)?),
        "fee" => Command::Fee(common, slips::parse(matches, texts)?),
        "workload" => Command::Workload(common, workload::parse(matches, texts)?),
        "tally" => Command::Tally(common, slips::parse(matches, texts)?),
        "files" => Command::Files(common),
        "show" => Command::Show(common, matches.get_one::<String>("client").cloned().unwrap_or_default()),
        "demo" => {
            let demo = demo(matches);
            Command::Demo(common, demo)
        }
        _ => Command::Check(common, check(matches, texts)?),
    })
}

/// `kyukan PATH…`: opens the workstation. A single word that is no path was meant as a command.
fn open(matches: &ArgMatches, texts: &Texts) -> Result<Command, Usage> {
    let common = common(matches, texts)?;
    if let [path] = common.paths.as_slice()
        && let Some(word) = path.to_str()
        && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
        && !path.exists()
    {
        return Err(Usage::unknown_command(texts, word));
    }
    Ok(Command::Open(common))
}

fn check(matches: &ArgMatches, texts: &Texts) -> Result<CheckArgs, Usage> {
    let month = |text: &String| ServiceMonth::parse(text).ok_or_else(|| Usage::unreadable_month(texts, text));
    Ok(CheckArgs {
        is_findings: matches.get_flag("findings"),
        is_calls: matches.get_flag("calls"),
        window: matches.get_one::<String>("window").map(month).transpose()?,
    })
}

fn common(matches: &ArgMatches, texts: &Texts) -> Result<Common, Usage> {
    let text = |id: &str| matches.try_get_one::<String>(id).ok().flatten();
    let has = |id: &str| matches.try_get_one::<bool>(id).ok().flatten().copied().unwrap_or_default();
    let month = match text("month") {
        Some(value) => Some(ServiceMonth::parse(value).ok_or_else(|| Usage::unreadable_month(texts, value))?),
        None => None,
    };
    let office = match text("office") {
        Some(value) => {
            Some(OfficeNumber::parse(value).ok_or_else(|| Usage::unreadable(texts, "--office", value))?)
        }
        None => None,
    };
    let paths: Vec<PathBuf> =
        matches.try_get_many::<PathBuf>("path").ok().flatten().into_iter().flatten().cloned().collect();
    Ok(Common {
        workspace: matches.try_get_one::<PathBuf>("workspace").ok().flatten().cloned(),
        is_yes: has("yes"),
        is_all: has("all"),
        paths: if paths.is_empty() { vec![PathBuf::from(".")] } else { paths },
        month,
        office,
        codes: matches.try_get_one::<PathBuf>("codes").ok().flatten().cloned(),
        format: match text("format").map(String::as_str) {
            Some("json") => Format::Json,
            Some("csv") => Format::Csv,
            _ => Format::Text,
        },
        color: match text("color").map(String::as_str) {
            Some("always") => Color::Always,
            Some("never") => Color::Never,
            _ if matches.get_flag("no-color") => Color::Never,
            _ => Color::Auto,
        },
        is_quiet: matches.get_flag("quiet"),
    })
}

fn demo(matches: &ArgMatches) -> Demo {
    let number = |id: &str| matches.get_one::<u32>(id).copied().unwrap_or_default();
    let text = |id: &str| matches.get_one::<String>(id).map(String::as_str);
    Demo {
        dir: matches.get_one::<PathBuf>("dir").cloned().unwrap_or_else(|| PathBuf::from("kyukan-demo")),
        clients: number("clients"),
        providers: number("providers"),
        managers: number("managers"),
        seed: matches.get_one::<u64>("seed").copied().unwrap_or_default(),
        edition: if text("edition") == Some("v3") { Edition::V3 } else { Edition::V4 },
        is_prevention: text("sort") == Some("prevention"),
        is_clean: matches.get_flag("clean"),
    }
}

/// The whole command line, with help in the language of the texts.
pub(super) fn definition(texts: &Texts) -> Clap {
    let help = Help::new(texts);
    let month = help.option("month", "month").short('m');
    let office = help.option("office", "office");
    let codes = help.option("codes", "file").value_parser(clap::value_parser!(PathBuf));
    let format = help.choice("format", "format", &["text", "json", "csv"], "text");
    let path = help.positional("path", "path").num_args(0..).value_parser(clap::value_parser!(PathBuf));
    let client = help.positional("client", "client").required(true);
    let opened = [path.clone(), month.clone(), office.clone(), codes.clone()];
    let data = [path, month.clone(), office, codes, format];
    let mut clap = help.command("kyukan", "help-about");
    clap = clap
        .version(env!("CARGO_PKG_VERSION"))
        .arg(help.flag("version").short('V').action(ArgAction::Version));
    clap = clap
        .args(opened)
        .args_conflicts_with_subcommands(true)
        .subcommand_help_heading(texts.get("help-commands"))
        .subcommand(check_definition(&help).args(data.clone()))
        .subcommand(help.command("files", "help-command-files").args(data.clone()))
        .subcommand(help.command("show", "help-command-show").arg(client).args(data))
        .subcommand(office::init_definition(&help))
        .subcommand(office::import_definition(&help))
        .subcommand(decide::definition(&help))
        .subcommand(office::undo_definition(&help))
        .subcommand(office::redo_definition(&help))
        .subcommand(office::log_definition(&help))
        .subcommand(office::write_definition(&help))
        .subcommand(slips::tally_definition(&help))
        .subcommand(slips::fee_definition(&help))
        .subcommand(workload::definition(&help))
        .subcommand(master::definition(&help))
        .subcommand(notices::definition(&help))
        .subcommand(demo_definition(&help).arg(month));
    clap
}

fn check_definition(help: &Help<'_>) -> Clap {
    let flag = |id: &'static str| help.flag(id).action(ArgAction::SetTrue);
    help.command("check", "help-command-check")
        .arg(flag("findings").conflicts_with("calls"))
        .arg(flag("calls"))
        .arg(help.option("window", "month"))
}

fn demo_definition(help: &Help<'_>) -> Clap {
    let number = |id: &'static str, default: &'static str| {
        help.option(id, "number")
            .default_value(default)
            .value_parser(clap::value_parser!(u32).range(1..=100_000))
    };
    help.command("demo", "help-command-demo")
        .arg(
            help.positional("dir", "folder")
                .value_parser(clap::value_parser!(PathBuf))
                .default_value("kyukan-demo"),
        )
        .arg(number("clients", "60"))
        .arg(number("providers", "15"))
        .arg(number("managers", "4"))
        .arg(help.option("seed", "number").default_value("1").value_parser(clap::value_parser!(u64)))
        .arg(help.choice("edition", "edition", &["v3", "v4"], "v4"))
        .arg(help.choice("sort", "sort", &["care", "prevention"], "care"))
        .arg(help.flag("clean").action(ArgAction::SetTrue))
}
