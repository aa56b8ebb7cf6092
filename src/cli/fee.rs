//! `kyukan fee`: the office's own claims of the month, and what has to be entered first.

use super::args::{Common, Format, SlipArgs};
use super::{Console, Exit, Stop, office, slips, write_stop};
use crate::app::fee::FeeState;
use crate::report::fee::{FeeList, csv, json, text};
use crate::store::workspace::Access;

pub(super) fn run(common: &Common, args: &SlipArgs, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let office = office::open(common, Access::Read, console)?;
    let today = chrono::Local::now().date_naive();
    let months = slips::open(common, args, today, office, console)?;
    let filing = slips::filing_office(common, &months.office, console.texts)?;
    let own_months = months.own_months(filing, console.texts)?;
    let mut is_open = false;
    for ((review, _), own) in months.all().into_iter().zip(&own_months) {
        let chosen = match &args.client {
            Some(asked) => Some(slips::client_of(review, asked, console.texts)?),
            None => None,
        };
        let list = FeeList { review, own, window: months.window, chosen, texts: console.texts };
        is_open |= list.states().any(FeeState::needs_work);
        let written = match common.format {
            Format::Text => text(&mut *console.out, list, console.paint),
            Format::Json => json(&mut *console.out, list),
            Format::Csv => csv(&mut *console.out, list),
        };
        written.and_then(|()| console.out.flush()).map_err(|error| write_stop(console.texts, "-", &error))?;
    }
    Ok(if is_open { Exit::Findings } else { Exit::Clean })
}
