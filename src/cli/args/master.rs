//! `master` and the commands below it.

use super::help::Help;
use super::office::workspace;
use super::{Command, common};
use crate::cli::usage::Usage;
use crate::i18n::Texts;
use crate::store::MASTERS;
use clap::{ArgMatches, Command as Clap, value_parser};
use std::path::PathBuf;

/// What is done with the registers.
#[derive(Debug)]
pub(in crate::cli) enum Master {
    /// Lists them.
    List,
    /// Shows the rows of one.
    Show { register: String },
    /// Enters or changes a row: columns with their texts.
    Set { register: String, cells: Vec<(String, String)> },
    /// Takes a row out: key columns with their texts.
    Remove { register: String, cells: Vec<(String, String)> },
    /// Takes service code masters off their register: beginnings of their hashes.
    RemoveCodes { hashes: Vec<String> },
    /// Takes files in; the register is the one of their headers when none is named.
    Import { files: Vec<PathBuf>, register: Option<String> },
    /// Writes a register as CSV, to standard output when no file is named.
    Export { register: String, file: Option<PathBuf> },
}

pub(super) fn definition(help: &Help<'_>) -> Clap {
    let register = || help.positional("register", "register").required(true);
    let cells = || help.positional("cell", "cell").num_args(1..).required(true);
    let file = |id| help.positional(id, "file").value_parser(value_parser!(PathBuf));
    let formats = |all| help.choice("format", "format", all, "text");
    let of_row = |about| command(help, about, &["<register>", "<cell>..."]).arg(register()).arg(cells());
    let import = command(help, "help-master-import", &["<file>..."])
        .arg(file("master-file").num_args(1..).required(true))
        .arg(help.option("register", "register"))
        .arg(formats(&["text", "json"]));
    let commands = [
        command(help, "help-master-list", &[]).arg(formats(&["text", "json", "csv"])),
        command(help, "help-master-show", &["<register>"])
            .arg(register())
            .arg(formats(&["text", "json", "csv"])),
        of_row("help-master-set"),
        of_row("help-master-remove"),
        import,
        command(help, "help-master-export", &["<register>", "[file]"])
            .arg(register())
            .arg(file("export-file")),
    ];
    let mut clap = help.command_of("master", "help-command-master", "", &[]);
    for command in commands {
        clap = clap.subcommand(command.arg(workspace(help)));
    }
    let usage = format!("kyukan master <{}> [{}]", help.commands(), help.options());
    clap.override_usage(usage)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(help.commands())
}

/// A command by the id of its help, which ends in its name.
fn command(help: &Help<'_>, about: &'static str, values: &[&str]) -> Clap {
    help.command_of(about.trim_start_matches("help-master-"), about, "master ", values)
}

pub(super) fn parse(matches: &ArgMatches, texts: &Texts) -> Result<Command, Usage> {
    let Some((name, matches)) = matches.subcommand() else {
        return Err(Usage::unreadable(texts, "master", ""));
    };
    let common = common(matches, texts)?;
    let optional = |id: &str| matches.try_get_one::<String>(id).ok().flatten().cloned();
    let register = || optional("register").unwrap_or_default();
    let master = match name {
        "show" => Master::Show { register: register() },
        "set" => Master::Set { register: register(), cells: cells(matches, texts)? },
        "remove" if register() == MASTERS => {
            let hashes = matches.get_many::<String>("cell").into_iter().flatten().cloned().collect();
            Master::RemoveCodes { hashes }
        }
        "remove" => Master::Remove { register: register(), cells: cells(matches, texts)? },
        "import" => {
            let files = matches.get_many::<PathBuf>("master-file").into_iter().flatten().cloned().collect();
            Master::Import { files, register: optional("register") }
        }
        "export" => {
            let file = matches.get_one::<PathBuf>("export-file").filter(|file| file.as_os_str() != "-");
            Master::Export { register: register(), file: file.cloned() }
        }
        _ => Master::List,
    };
    Ok(Command::Master(common, master))
}

/// `column=value`; the value may hold more signs of equality.
fn cells(matches: &ArgMatches, texts: &Texts) -> Result<Vec<(String, String)>, Usage> {
    let name = texts.get("help-value-cell");
    let cell = |text: &String| {
        let parts = text.split_once(['=', '＝']);
        let cell = parts.map(|(column, value)| (column.trim().to_owned(), value.to_owned()));
        cell.ok_or_else(|| Usage::unreadable(texts, &name, text))
    };
    matches.get_many::<String>("cell").into_iter().flatten().map(cell).collect()
}
