//! `kyukan tally`: 給付管理票 of the month, what is on them and what keeps them back.

use super::args::{Common, Format, SlipArgs};
use super::{Console, Exit, Stop, office, slips, write_stop};
use crate::app::tally::SlipState;
use crate::report::tally::{TallyList, csv, json, text};
use crate::store::workspace::Access;

pub(super) fn run(common: &Common, args: &SlipArgs, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let office = office::open(common, Access::Read, console)?;
    let today = chrono::Local::now().date_naive();
    let months = slips::open(common, args, today, office, console)?;
    let mut waits = false;
    for (review, tally) in months.all() {
        let chosen = match &args.client {
            Some(asked) => Some(slips::client_of(review, asked, console.texts)?),
            None => None,
        };
        let slips: Vec<_> =
            tally.slips.iter().filter(|slip| chosen.is_none_or(|chosen| slip.position == chosen)).collect();
        waits |= slips.iter().any(|slip| {
            matches!(slip.state, SlipState::Blocked | SlipState::Faulty | SlipState::NothingLeft)
        });
        let list = TallyList { review, slips: &slips, window: months.window, texts: console.texts };
        let written = match common.format {
            Format::Text => text(&mut *console.out, list, console.paint, chosen.is_some()),
            Format::Json => json(&mut *console.out, list),
            Format::Csv => csv(&mut *console.out, list),
        };
        written.and_then(|()| console.out.flush()).map_err(|error| write_stop(console.texts, "-", &error))?;
    }
    Ok(if waits { Exit::Findings } else { Exit::Clean })
}
