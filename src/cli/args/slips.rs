//! What commands about 給付管理票 take.

use super::help::Help;
use super::office::of_month;
use crate::cli::usage::Usage;
use crate::domain::month::ServiceMonth;
use crate::i18n::Texts;
use clap::{Arg, ArgAction, ArgMatches, Command as Clap};

/// Which slips.
#[derive(Clone, Debug, Default)]
pub(in crate::cli) struct SlipArgs {
    /// 処理対象年月; `None` for the window that is open or comes next.
    pub(in crate::cli) window: Option<ServiceMonth>,
    /// Other service months whose slips go into the same file (月遅れ).
    pub(in crate::cli) late_months: Vec<ServiceMonth>,
    /// One client only.
    pub(in crate::cli) client: Option<String>,
}

/// What is written for 国保連.
#[derive(Clone, Debug, Default)]
pub(in crate::cli) struct Sending {
    /// `--slips`.
    pub(in crate::cli) slips: bool,
    /// `--fee`.
    pub(in crate::cli) fee: bool,
    /// Clients who are claimed once more.
    pub(in crate::cli) again: Vec<String>,
    pub(in crate::cli) args: SlipArgs,
}

/// Options of every command about slips.
pub(super) fn of_slips(help: &Help<'_>) -> [Arg; 2] {
    [help.option("window", "month"), help.option("late-month", "month").action(ArgAction::Append)]
}

pub(super) fn tally_definition(help: &Help<'_>) -> Clap {
    help.command_of("tally", "help-command-tally", "", &[])
        .args(of_month(help))
        .args(of_slips(help))
        .arg(help.option("client", "client"))
        .arg(help.choice("format", "format", &["text", "json", "csv"], "text"))
}

pub(super) fn fee_definition(help: &Help<'_>) -> Clap {
    help.command_of("fee", "help-command-fee", "", &[])
        .args(of_month(help))
        .args(of_slips(help))
        .arg(help.option("client", "client"))
        .arg(help.choice("format", "format", &["text", "json", "csv"], "text"))
}

/// What `write` sends; `None` when neither slips nor claims are asked for.
pub(super) fn sending(matches: &ArgMatches, texts: &Texts) -> Result<Option<Sending>, Usage> {
    let again = matches.get_many::<String>("again").into_iter().flatten().cloned().collect();
    let (slips, fee) = (matches.get_flag("slips"), matches.get_flag("fee"));
    let sending = Sending { slips, fee, again, args: parse(matches, texts)? };
    Ok((slips || fee).then_some(sending))
}

pub(super) fn parse(matches: &ArgMatches, texts: &Texts) -> Result<SlipArgs, Usage> {
    let month = |text: &String| ServiceMonth::parse(text).ok_or_else(|| Usage::unreadable_month(texts, text));
    let text = |id: &str| matches.try_get_one::<String>(id).ok().flatten();
    let late = matches.try_get_many::<String>("late-month").ok().flatten();
    Ok(SlipArgs {
        window: text("window").map(month).transpose()?,
        late_months: late.into_iter().flatten().map(month).collect::<Result<_, _>>()?,
        client: text("client").cloned(),
    })
}
