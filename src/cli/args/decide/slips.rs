//! Decisions about 給付管理票: 作成区分, what is let through, results, 割振.

use super::given::Given;
use super::{command, reason};
use crate::app::decide::SlipChoice;
use crate::cli::args::help::Help;
use crate::cli::usage::Usage;
use crate::domain::allotment::{RowKey, Share};
use crate::domain::ids::{OfficeNumber, ServiceCode};
use crate::domain::slip::{GateBlock, SlipAction, SlipResult};
use clap::{ArgAction, Command as Clap};

/// What is decided about slips.
#[derive(Debug)]
pub(in crate::cli) enum SlipDecision {
    /// 作成区分; `None` leaves it to what was sent before.
    Action { client: String, choice: Option<SlipChoice>, reason: String },
    /// Lets a slip through, or blocks it again.
    Pass { client: String, block: GateBlock, why: Option<String> },
    /// What became of slips.
    Result { clients: Vec<String>, result: Option<SlipResult> },
    /// 割振; `None` leaves it to the received sheet or the rule.
    Shares { client: String, shares: Option<Vec<(RowKey, Share)>> },
}

const ACTIONS: [(&str, Option<SlipChoice>); 5] = [
    ("auto", None),
    ("new", Some(SlipChoice::Send(SlipAction::New))),
    ("replace", Some(SlipChoice::Send(SlipAction::Replace))),
    ("cancel", Some(SlipChoice::Send(SlipAction::Cancel))),
    ("none", Some(SlipChoice::HoldBack)),
];

const RESULTS: [(&str, Option<SlipResult>); 4] = [
    ("accepted", Some(SlipResult::Accepted)),
    ("returned", Some(SlipResult::Returned)),
    ("not-received", Some(SlipResult::NotReceived)),
    ("open", None),
];

pub(super) fn commands(help: &Help<'_>) -> Vec<Clap> {
    let client = || help.positional("client", "client").required(true);
    let choice = |id, value, names: Vec<&'static str>| {
        help.positional(id, value).required(true).value_parser(names).hide_possible_values(true)
    };
    let block = || choice("block", "block", GateBlock::ALL.map(GateBlock::name).to_vec());
    let action = choice("slip-action", "action", ACTIONS.map(|(name, _)| name).to_vec());
    let result = choice("slip-result", "result", RESULTS.map(|(name, _)| name).to_vec());
    let share = |id| help.option(id, "share").action(ArgAction::Append);
    vec![
        command(help, "help-decide-slip-action", &["<client>", "<action>"])
            .arg(client())
            .arg(action)
            .arg(reason(help)),
        command(help, "help-decide-pass", &["<client>", "<block>"])
            .arg(client())
            .arg(block())
            .arg(reason(help).required(true)),
        command(help, "help-decide-unpass", &["<client>", "<block>"]).arg(client()).arg(block()),
        command(help, "help-decide-slip-result", &["<result>", "<client>..."])
            .arg(result)
            .arg(client().num_args(1..)),
        command(help, "help-decide-shares", &["<client>"])
            .arg(client())
            .arg(share("share"))
            .arg(share("kind-share")),
    ]
}

/// What a command about slips says; `None` for another command.
pub(super) fn parse(given: &Given<'_>, name: &str) -> Result<Option<SlipDecision>, Usage> {
    let client = || given.text("client");
    Ok(Some(match name {
        "slip-action" => {
            let asked = given.text("slip-action");
            let choice = ACTIONS.iter().find(|(name, _)| *name == asked).and_then(|(_, choice)| *choice);
            SlipDecision::Action { client: client(), choice, reason: given.text("reason") }
        }
        "pass" => {
            SlipDecision::Pass { client: client(), block: block(given)?, why: Some(given.text("reason")) }
        }
        "unpass" => SlipDecision::Pass { client: client(), block: block(given)?, why: None },
        "slip-result" => {
            let asked = given.text("slip-result");
            let result = RESULTS.iter().find(|(name, _)| *name == asked).and_then(|(_, result)| *result);
            SlipDecision::Result { clients: given.texts("client"), result }
        }
        "shares" => SlipDecision::Shares { client: client(), shares: shares(given)? },
        _ => return Ok(None),
    }))
}

fn block(given: &Given<'_>) -> Result<GateBlock, Usage> {
    let asked = given.text("block");
    let found = GateBlock::ALL.into_iter().find(|block| block.name() == asked);
    found.ok_or_else(|| Usage::unreadable(given.texts, "block", &asked))
}

/// The shares that were given; without any the proposal stands.
fn shares(given: &Given<'_>) -> Result<Option<Vec<(RowKey, Share)>>, Usage> {
    let mut shares: Vec<(RowKey, Share)> = Vec::new();
    for (option, is_kind) in [("share", false), ("kind-share", true)] {
        for text in given.texts(option) {
            let read = share(&text);
            let (key, units) =
                read.ok_or_else(|| Usage::unreadable(given.texts, &format!("--{option}"), &text))?;
            let at = shares.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
                shares.push((key, Share::default()));
                shares.len() - 1
            });
            if let Some((_, share)) = shares.get_mut(at) {
                *(if is_kind { &mut share.kind_over } else { &mut share.category_over }) += units;
            }
        }
    }
    Ok((!shares.is_empty()).then_some(shares))
}

/// `1379900028 111211 505`; `111211#2` for the second row of the office and code.
fn share(text: &str) -> Option<(RowKey, i64)> {
    let [office, code, units] = text.split_whitespace().collect::<Vec<_>>().try_into().ok()?;
    let (code, nth) = match code.split_once('#') {
        Some((code, nth)) => (code, nth.parse::<u16>().ok()?.checked_sub(1)?),
        None => (code, 0),
    };
    let key = RowKey { office: OfficeNumber::parse(office)?, code: ServiceCode::parse(code)?, nth };
    Some((key, units.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_names_its_row() {
        let (key, units) = share("1379900028 111211#2 505").unwrap();
        assert_eq!((key.code.to_string(), key.nth, units), ("111211".to_owned(), 1, 505));
        for bad in ["1379900028 111211", "1379900028 1112 5", "1379900028 111211#0 5", "x 111211 5"] {
            assert!(share(bad).is_none(), "{bad}");
        }
    }
}
