//! `kyukan log`: the journal.

use super::args::{Common, Format, Log};
use super::{Console, Exit, Stop, office, write_stop};
use crate::domain::event::Event;
use crate::domain::ids::ClientKey;
use crate::report::journal;
use crate::report::workspace_failure::{damage_sentence, workspace_failure};
use crate::store::workspace::{Access, write_lines};

pub(super) fn run(common: &Common, log: &Log, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let dir = office::folder(common, console.texts)?;
    let mut workspace = office::open_workspace(&dir, Access::Read, console)?;
    let found = workspace.events(None);
    let found =
        found.map_err(|error| Stop::new(Exit::Surroundings, workspace_failure(console.texts, &error)))?;
    if found.items.is_empty() {
        let sentence = match &found.damage {
            Some(damage) => damage_sentence(console.texts, damage, workspace.newest_backup().as_deref()),
            None => console.texts.get("log-empty"),
        };
        console.say(&sentence);
        return Ok(if found.damage.is_some() { Exit::Surroundings } else { Exit::Clean });
    }
    let office = office::journal_of(workspace, common, console)?;
    let client = log.client.as_deref().map(|asked| office.client(asked, console.texts)).transpose()?;
    let client = client.and_then(|at| office.review.month.clients.get(at)).map(|rows| rows.client);
    let events: Vec<&Event> =
        office.review.decisions.events().iter().filter(|event| fits(log, client, event)).collect();
    let words = office.words(console.texts);
    let decisions = &office.review.decisions;
    let written = match common.format {
        Format::Text if events.is_empty() => {
            console.say(&console.texts.get("log-none"));
            Ok(())
        }
        Format::Text => journal::write_text(console.out, words, decisions, &events, console.paint),
        Format::Json => write_lines(events.iter().copied(), &mut *console.out),
        Format::Csv => journal::write_csv(console.out, words, decisions, &events),
    };
    written.map_err(|error| write_stop(console.texts, "-", &error))?;
    Ok(if office.workspace.damage().is_some() { Exit::Surroundings } else { Exit::Clean })
}

fn fits(log: &Log, client: Option<ClientKey>, event: &Event) -> bool {
    let is_about = |client| event.changes.iter().any(|change| change.subject.client() == Some(client));
    client.is_none_or(is_about)
        && log.person.as_deref().is_none_or(|person| event.person.contains(person.trim()))
        && log.day.is_none_or(|day| event.at.date_naive() == day)
}
