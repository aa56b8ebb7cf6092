//! Files for 国保連: slips, the office's own claims, or both in one folder.

use super::super::args::{Common, Sending};
use super::super::office::Office;
use super::super::slips::{self, Months};
use super::super::{Console, Exit, Stop};
use crate::app::write::WritePlan;
use crate::domain::ids::ClientKey;
use crate::report::out_failure::outputs_failure;
use crate::report::outputs::{SendOrder, send_outputs};
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
    let (again, own) = if sending.fee {
        (clients(&months, &sending.again, console)?, months.own_months(filing, console.texts)?)
    } else {
        (Vec::new(), Vec::new())
    };
    let settings = months.office.review.rules.slips.clone();
    let texts = console.texts;
    let made = months.with_workspace(|workspace, all, window, today| {
        let order = SendOrder {
            months: all,
            office: filing,
            window,
            today,
            is_all: common.is_all,
            slips: sending.slips,
            own: &own,
            again: &again,
        };
        send_outputs(workspace, order, &settings, texts).map_err(|failure| {
            let backup = workspace.newest_backup();
            Stop::new(Exit::Surroundings, outputs_failure(texts, &failure, backup.as_deref()))
        })
    })?;
    for sentence in &made.told {
        console.say(sentence);
    }
    Ok((months.office, made.plan))
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
