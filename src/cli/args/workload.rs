//! What `workload` takes.

use super::help::Help;
use super::office::of_month;
use crate::app::workload::concentration::Kinds;
use crate::cli::usage::Usage;
use crate::domain::ids::ServiceKind;
use crate::i18n::Texts;
use clap::{ArgAction, ArgMatches, Command as Clap, value_parser};
use std::collections::BTreeMap;

/// Which months, and what more is worked out.
#[derive(Clone, Debug, Default)]
pub(in crate::cli) struct WorkloadArgs {
    /// Months side by side.
    pub(in crate::cli) months: u32,
    /// `--concentration`.
    pub(in crate::cli) is_concentration: bool,
    /// Offices of kinds in the area.
    pub(in crate::cli) offices_in_area: BTreeMap<Kinds, u32>,
}

pub(super) fn definition(help: &Help<'_>) -> Clap {
    help.command_of("workload", "help-command-workload", "", &[])
        .args(of_month(help))
        .arg(
            help.option("months", "number")
                .default_value("1")
                .value_parser(value_parser!(u32).range(1..=120)),
        )
        .arg(help.flag("concentration").action(ArgAction::SetTrue))
        .arg(help.option("offices-in-area", "kind-count").action(ArgAction::Append))
        .arg(help.choice("format", "format", &["text", "json", "csv"], "text"))
}

pub(super) fn parse(matches: &ArgMatches, texts: &Texts) -> Result<WorkloadArgs, Usage> {
    let area = matches.get_many::<String>("offices-in-area").into_iter().flatten();
    let read =
        |text: &String| kind_count(text).ok_or_else(|| Usage::unreadable(texts, "--offices-in-area", text));
    Ok(WorkloadArgs {
        months: matches.get_one::<u32>("months").copied().unwrap_or(1),
        // Offices in the area matter for nothing else.
        is_concentration: matches.get_flag("concentration") || matches.contains_id("offices-in-area"),
        offices_in_area: area.map(read).collect::<Result<_, _>>()?,
    })
}

/// `11=4`, or `15+78=12` for kinds that are judged as one.
fn kind_count(text: &str) -> Option<(Kinds, u32)> {
    let (kinds, count) = text.split_once('=')?;
    let kinds = kinds.split('+').map(|kind| ServiceKind::parse(kind.trim()));
    let mut kinds = kinds.collect::<Option<Kinds>>()?;
    kinds.sort_unstable();
    Some((kinds, count.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_their_number() {
        let kind = |text: &str| ServiceKind::parse(text).unwrap();
        assert_eq!(kind_count("11=4"), Some((vec![kind("11")], 4)));
        assert_eq!(kind_count("78 + 15 = 12"), Some((vec![kind("15"), kind("78")], 12)));
        for bad in ["11", "11=", "=4", "1=4", "11=-1", "15+=3"] {
            assert_eq!(kind_count(bad), None, "{bad}");
        }
    }
}
