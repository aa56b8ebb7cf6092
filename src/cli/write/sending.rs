//! Files for 国保連: slips, the office's own claims, or both in one folder.

use super::super::args::{Common, Sending};
use super::super::office::Office;
use super::super::slips::{self, Months};
use super::super::{Console, Exit, Stop};
use crate::app::fee::FeeState;
use crate::app::own::OwnMonth;
use crate::app::tally::LeftOut;
use crate::app::write::WritePlan;
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::i18n::Arg;
use crate::report::left_out::left_out_fee_sentence;
use crate::report::out_failure::outputs_failure;
use crate::report::outputs::{FeeOrder, FeeOutputs, OutputsFailure, SlipOrder, SlipOutputs};
use crate::report::outputs::{fee_outputs, slip_outputs};
use chrono::{DateTime, FixedOffset};

/// Plans the files; who is not in them is told.
pub(super) fn plan(
    common: &Common,
    sending: &Sending,
    at: DateTime<FixedOffset>,
    office: Office,
    console: &mut Console<'_>,
) -> Result<(Office, WritePlan), Stop> {
    let mut months = slips::open(common, &sending.args, at.date_naive(), office, console)?;
    let filing = slips::filing_office(common, &months.office, console.texts)?;
    let mut plan = WritePlan::default();
    let mut left_out = Vec::new();
    if sending.slips {
        let made = of_slips(common, &mut months, filing, console)?;
        months.tell_left_out(&made.left_out, console);
        plan.join(made.plan);
        left_out = made.left_out;
    }
    if sending.fee {
        let again = clients(&months, &sending.again, console)?;
        let own = months.own_months(filing, console.texts)?;
        let made = of_fees(common, &mut months, (filing, &own, &again), (&plan, &left_out), console)?;
        tell_not_claimed(&months, &own, &made, common.is_all, console);
        plan.join(made.plan);
    }
    Ok((months.office, plan))
}

fn of_slips(
    common: &Common,
    months: &mut Months,
    office: OfficeNumber,
    console: &mut Console<'_>,
) -> Result<SlipOutputs, Stop> {
    let texts = console.texts;
    let settings = months.office.review.rules.slips.clone();
    months.with_workspace(|workspace, all, window, today| {
        let order = SlipOrder { months: all, office, window, today, is_all: common.is_all };
        slip_outputs(workspace, order, &settings, texts).map_err(|failure| {
            let backup = workspace.newest_backup();
            stop(outputs_failure(texts, &failure, backup.as_deref()))
        })
    })
}

/// A client whose slip is left out of its file gets no claim.
fn of_fees(
    common: &Common,
    months: &mut Months,
    (office, own, again): (OfficeNumber, &[OwnMonth], &[ClientKey]),
    (beside, left_out): (&WritePlan, &[LeftOut]),
    console: &mut Console<'_>,
) -> Result<FeeOutputs, Stop> {
    let texts = console.texts;
    let settings = months.office.review.rules.slips.clone();
    months.with_workspace(|workspace, all, window, _| {
        let without = &|month, client| {
            left_out.iter().any(|left: &LeftOut| (left.month, left.client) == (month, client))
        };
        let order = FeeOrder { months: all, own, office, window, is_all: common.is_all, again, without };
        fee_outputs(workspace, order, &settings, texts, beside).map_err(|failure: OutputsFailure| {
            let backup = workspace.newest_backup();
            stop(outputs_failure(texts, &failure, backup.as_deref()))
        })
    })
}

fn stop(sentence: String) -> Stop {
    Stop::new(Exit::Surroundings, sentence)
}

/// The clients who are claimed again, found in any of the months.
fn clients(months: &Months, asked: &[String], console: &Console<'_>) -> Result<Vec<ClientKey>, Stop> {
    let one = |asked: &String| {
        let found = months.all().into_iter().map(|(review, _)| {
            let position = slips::client_of(review, asked, console.texts)?;
            Ok(review.month.clients.get(position).map(|rows| rows.client))
        });
        let mut first = None;
        for found in found {
            match found {
                Ok(Some(client)) => return Ok(client),
                Ok(None) => {}
                Err(stop) => first = first.or(Some(stop)),
            }
        }
        Err(first.unwrap_or_else(|| Stop::new(Exit::Findings, asked.as_str())))
    };
    asked.iter().map(one).collect()
}

/// Tells who is not in the files.
fn tell_not_claimed(
    months: &Months,
    own: &[OwnMonth],
    made: &FeeOutputs,
    is_all: bool,
    console: &mut Console<'_>,
) {
    for one in &made.left_out {
        let words = months.office.words(console.texts);
        console.say(&left_out_fee_sentence(words, one));
    }
    for own in own {
        let count = |is: fn(FeeState) -> bool| own.states.iter().filter(|state| is(**state)).count();
        let open = count(|state| state == FeeState::Open);
        let waits = count(|state| matches!(state, FeeState::Waits(_)));
        let changed = if is_all { 0 } else { count(|state| state == FeeState::Changed) };
        let month = ("month", Arg::from(own.month.japanese()));
        if open + waits + changed > 0 {
            let args = [
                month.clone(),
                ("open", Arg::from(open)),
                ("waits", Arg::from(waits)),
                ("changed", Arg::from(changed)),
            ];
            console.say(&console.texts.format("fees-not-in-file", &args));
        }
        if changed > 0 {
            console.say(&console.texts.format("fees-changed", &[month]));
        }
    }
}
