//! `kyukan undo` and `kyukan redo`: say in words what they did.

use super::args::Common;
use super::{Console, Exit, Stop, office};
use crate::app::decide::{Refusal, redo, undo};
use crate::app::review::Review;
use crate::domain::event::Draft;
use crate::report::event_words::event_sentence;
use crate::store::workspace::Access;

pub(super) fn run_undo(common: &Common, console: &mut Console<'_>) -> Result<Exit, Stop> {
    run(common, undo, console)
}

pub(super) fn run_redo(common: &Common, console: &mut Console<'_>) -> Result<Exit, Stop> {
    run(common, redo, console)
}

fn run(
    common: &Common,
    draft: fn(&Review) -> Result<Draft, Refusal>,
    console: &mut Console<'_>,
) -> Result<Exit, Stop> {
    let mut office = office::open_for_journal(common, Access::Write, console)?;
    office.must_write(console.texts)?;
    let draft = draft(&office.review).map_err(|refusal| office.refused(&refusal, console.texts))?;
    let event = office.append(&draft, console)?;
    console.say(&event_sentence(office.words(console.texts), &office.review.decisions, &event));
    Ok(Exit::Clean)
}
