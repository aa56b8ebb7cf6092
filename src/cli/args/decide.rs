//! `decide` and the commands below it, one for each sort of decision.

mod given;
mod slips;

pub(super) use given::parse;
pub(in crate::cli) use slips::SlipDecision;

use super::help::Help;
use super::office::{of_month, yes};
use crate::app::decide::{EditField, TypedRow};
use crate::domain::decision::{ArrivalChoice, Rule, Stage, Verdict};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::format::exchange::Edition;
use crate::report::event_words::field_id;
use clap::{Arg, ArgAction, Command as Clap};

/// What is decided.
#[derive(Debug)]
pub(in crate::cli) enum Decide {
    /// About differences; `None` takes it back.
    Verdict { ids: Vec<String>, verdict: Option<Verdict>, reason: String },
    /// 修正 of one difference: the items that were given.
    Edit { id: String, typed: Vec<(EditField, String)>, reason: String },
    /// 対応付け of two differences.
    Pair { ids: Vec<String> },
    /// The end of a pair.
    Unpair { id: String },
    /// By a rule, which may be kept under a name.
    Rule { rule: Rule, save: Option<String> },
    /// About a provider and kind from which nothing came; `None` takes it back.
    Arrival {
        provider: OfficeNumber,
        kind: ServiceKind,
        client: Option<String>,
        choice: Option<ArrivalChoice>,
        reason: String,
    },
    /// FAX実績: as planned, but for these rows.
    Fax { provider: OfficeNumber, kind: ServiceKind, client: String, rows: Vec<TypedRow> },
    /// 取下げ, or the end of it.
    Withdraw { provider: OfficeNumber, client: String, is_withdrawn: bool, reason: String },
    /// How far clients are.
    Stage { clients: Vec<String>, stage: Option<Stage> },
    /// 備考.
    Note { client: String, text: String },
    /// About a 給付管理票.
    Slip(SlipDecision),
    /// 月の締め, with the explanation for all clients that are not 確定, and those for single ones.
    Close { explanation: String, of_clients: Vec<(String, String)> },
    /// Opens the month again.
    Reopen { reason: String },
    /// The edition that is written to a provider; `None` leaves it to what the provider sends.
    Edition { provider: OfficeNumber, edition: Option<Edition> },
}

const CLASSES: &[&str] = &[
    "missing",
    "extra",
    "moved_date",
    "code_changed",
    "count_changed",
    "units_changed",
    "time_changed",
    "discriminator_changed",
];

pub(super) fn definition(help: &Help<'_>) -> Clap {
    let mut clap = help.command_of("decide", "help-command-decide", "", &[]);
    for command in
        [verdicts(help), rows(help), arrivals(help), clients(help), slips::commands(help), month(help)]
            .into_iter()
            .flatten()
    {
        clap = clap.subcommand(command.args(of_month(help)));
    }
    let usage = format!("kyukan decide <{}> [{}]", help.commands(), help.options());
    clap.override_usage(usage)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(help.commands())
}

/// A command by the id of its help, which ends in its name.
fn command(help: &Help<'_>, about: &'static str, values: &[&str]) -> Clap {
    help.command_of(about.trim_start_matches("help-decide-"), about, "decide ", values)
}

fn ids(help: &Help<'_>) -> Arg {
    help.positional("id", "id").num_args(1..).required(true)
}

fn reason(help: &Help<'_>) -> Arg {
    help.option("reason", "text")
}

fn verdicts(help: &Help<'_>) -> Vec<Clap> {
    let of_ids = |about| command(help, about, &["<id>..."]).arg(ids(help));
    let verdict = help.choice("verdict", "verdict", &["adopt", "keep"], "");
    vec![
        of_ids("help-decide-adopt").arg(reason(help)),
        of_ids("help-decide-keep").arg(reason(help)),
        of_ids("help-decide-ask")
            .arg(help.option("text", "text").required(true))
            .arg(help.option("due", "day")),
        of_ids("help-decide-hold").arg(reason(help).required(true)),
        of_ids("help-decide-unset"),
        command(help, "help-decide-rule", &[])
            .arg(verdict.required(true))
            .arg(help.choice("class", "class", CLASSES, ""))
            .arg(help.option("provider", "office"))
            .arg(help.option("kind", "code"))
            .arg(help.option("code", "code"))
            .arg(help.flag("same-units").action(ArgAction::SetTrue))
            .arg(help.option("save", "name"))
            .arg(yes(help)),
    ]
}

/// Commands about rows of single differences.
fn rows(help: &Help<'_>) -> Vec<Clap> {
    let id = || help.positional("id", "id").required(true);
    let item = |field: EditField| {
        let (name, value) = (field_id(field), value_of(field));
        help.option(name, value).long(name.trim_start_matches("edit-")).allow_negative_numbers(true)
    };
    vec![
        command(help, "help-decide-edit", &["<id>"])
            .arg(id())
            .args(EditField::ALL.map(item))
            .arg(reason(help)),
        command(help, "help-decide-pair", &["<id>", "<id>"]).arg(id().num_args(2)),
        command(help, "help-decide-unpair", &["<id>"]).arg(id()),
    ]
}

fn value_of(field: EditField) -> &'static str {
    match field {
        EditField::Day => "day",
        EditField::Start | EditField::End => "time",
        EditField::Code => "code",
        EditField::Count | EditField::Units => "number",
    }
}

fn arrivals(help: &Help<'_>) -> Vec<Clap> {
    let line = || help.positional("line", "line").required(true);
    let of_line = |about| command(help, about, &["<line>"]).arg(line()).arg(help.option("client", "client"));
    let provider = || help.positional("provider", "office").required(true);
    let of_client = |about| {
        let client = help.option("client", "client").required(true);
        command(help, about, &["<office>"]).arg(provider()).arg(client)
    };
    vec![
        of_line("help-decide-as-planned").arg(reason(help)),
        of_line("help-decide-late").arg(reason(help).required(true)),
        of_line("help-decide-waiting"),
        command(help, "help-decide-fax", &["<line>"])
            .arg(line())
            .arg(help.option("client", "client").required(true))
            .arg(help.option("row", "row").action(ArgAction::Append)),
        of_client("help-decide-withdraw").arg(reason(help).required(true)),
        of_client("help-decide-unwithdraw"),
    ]
}

fn clients(help: &Help<'_>) -> Vec<Clap> {
    let client = || help.positional("client", "client").required(true);
    let of_clients = |about| command(help, about, &["<client>..."]).arg(client().num_args(1..));
    let words = help.positional("words", "text").required(true);
    vec![
        of_clients("help-decide-check"),
        of_clients("help-decide-fix"),
        of_clients("help-decide-unfix"),
        command(help, "help-decide-note", &["<client>", "<text>"]).arg(client()).arg(words),
    ]
}

fn month(help: &Help<'_>) -> Vec<Clap> {
    let edition = help.positional("provider-edition", "edition");
    let edition = edition.value_parser(["v3", "v4", "auto"]).hide_possible_values(true);
    vec![
        command(help, "help-decide-close", &[])
            .arg(help.option("explain", "text"))
            .arg(help.option("explain-client", "explanation").action(ArgAction::Append)),
        command(help, "help-decide-reopen", &[]).arg(reason(help).required(true)),
        command(help, "help-decide-edition", &["<office>", "<edition>"])
            .arg(help.positional("provider", "office").required(true))
            .arg(edition.required(true)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::difference::DifferenceClass;

    #[test]
    fn every_class_can_be_named() {
        assert_eq!(CLASSES, DifferenceClass::ALL.map(DifferenceClass::name));
    }
}
