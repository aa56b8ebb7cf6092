//! `notices` and the commands below it.

use super::help::Help;
use super::office::workspace;
use super::{Command, common};
use crate::cli::usage::Usage;
use crate::i18n::Texts;
use clap::{ArgMatches, Command as Clap, value_parser};
use std::path::PathBuf;

/// What is done with notices.
#[derive(Debug)]
pub(in crate::cli) enum Notices {
    /// Takes files in.
    Import(Vec<PathBuf>),
    /// Lists what they say.
    List(Option<String>),
    /// Lists what was not sent again.
    Open(Option<String>),
    /// Compares what was claimed with what was paid.
    Paid,
}

pub(super) fn definition(help: &Help<'_>) -> Clap {
    let formats = |all| help.choice("format", "format", all, "text");
    let files = help.positional("notice-file", "file").value_parser(value_parser!(PathBuf));
    let month = || help.option("month", "month").short('m');
    let client = || help.option("client", "client");
    let commands = [
        command(help, "help-notices-import", &["<file>..."])
            .arg(files.num_args(1..).required(true))
            .arg(formats(&["text", "json"])),
        command(help, "help-notices-list", &[])
            .args([month(), client()])
            .arg(formats(&["text", "json", "csv"])),
        command(help, "help-notices-open", &[])
            .args([month(), client()])
            .arg(formats(&["text", "json", "csv"])),
        command(help, "help-notices-paid", &[]).arg(formats(&["text", "json", "csv"])),
    ];
    let mut clap = help.command_of("notices", "help-command-notices", "", &[]);
    for command in commands {
        clap = clap.subcommand(command.arg(workspace(help)));
    }
    let usage = format!("kyukan notices <{}> [{}]", help.commands(), help.options());
    clap.override_usage(usage)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(help.commands())
}

/// A command by the id of its help, which ends in its name.
fn command(help: &Help<'_>, about: &'static str, values: &[&str]) -> Clap {
    help.command_of(about.trim_start_matches("help-notices-"), about, "notices ", values)
}

pub(super) fn parse(matches: &ArgMatches, texts: &Texts) -> Result<Command, Usage> {
    let Some((name, matches)) = matches.subcommand() else {
        return Err(Usage::unreadable(texts, "notices", ""));
    };
    let client = || matches.try_get_one::<String>("client").ok().flatten().cloned();
    let notices = match name {
        "import" => Notices::Import(
            matches.get_many::<PathBuf>("notice-file").into_iter().flatten().cloned().collect(),
        ),
        "open" => Notices::Open(client()),
        "paid" => Notices::Paid,
        _ => Notices::List(client()),
    };
    Ok(Command::Notices(common(matches, texts)?, notices))
}
