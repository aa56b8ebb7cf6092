//! Which events are shown: those about a client, by a person, of a day.

use crate::domain::event::Event;
use crate::domain::ids::ClientKey;
use crate::i18n::Arg;
use crate::i18n::width::display;
use crate::tui::desk::is_on_its_way;
use crate::tui::env::Ctx;
use crate::tui::layers::chooser::{Choice, Entry};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facet {
    /// The event changed something about this client.
    Client(ClientKey),
    /// This person did it.
    Person(String),
    /// It was done on this day, by the clock of its machine.
    Day(NaiveDate),
}

/// A change of the conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Sets a condition, or takes it away when it is set already.
    Toggle(Facet),
    /// Sets the condition on a client, by position in the month's clients.
    Client(usize),
    /// Takes all away.
    Clear,
}

/// Conditions in force; all of them hold at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    client: Option<ClientKey>,
    person: Option<String>,
    day: Option<NaiveDate>,
}

fn toggle<T: PartialEq>(slot: &mut Option<T>, value: T) {
    *slot = if slot.as_ref() == Some(&value) { None } else { Some(value) };
}

impl Filter {
    pub(super) fn edit(&mut self, edit: Edit, ctx: Ctx<'_>) {
        match edit {
            Edit::Toggle(Facet::Client(client)) => toggle(&mut self.client, client),
            Edit::Toggle(Facet::Person(person)) => toggle(&mut self.person, person),
            Edit::Toggle(Facet::Day(day)) => toggle(&mut self.day, day),
            Edit::Client(at) => self.client = ctx.review.month.clients.get(at).map(|rows| rows.client),
            Edit::Clear => *self = Self::default(),
        }
    }

    pub(super) fn shows(&self, event: &Event) -> bool {
        // Who and when are not known before the event is on the disk.
        self.person.as_ref().is_none_or(|person| *person == event.person)
            && self.day.is_none_or(|day| !is_on_its_way(event) && day == event.at.date_naive())
            && self.client.is_none_or(|client| {
                event.changes.iter().any(|change| change.subject.client() == Some(client))
            })
    }

    /// Whether an event may come to be shown once it is known who did it and when.
    pub(super) fn waits_for_the_disk(&self) -> bool {
        self.person.is_some() || self.day.is_some()
    }

    fn has(&self, facet: &Facet) -> bool {
        match facet {
            Facet::Client(client) => self.client.as_ref() == Some(client),
            Facet::Person(person) => self.person.as_ref() == Some(person),
            Facet::Day(day) => self.day.as_ref() == Some(day),
        }
    }

    /// The conditions in words, or that there are none.
    pub(super) fn describe(&self, ctx: Ctx<'_>) -> String {
        let parts = [
            self.client.map(|client| ctx.words().client_name(client)),
            self.person.as_deref().map(|person| person_name(ctx, person)),
            self.day.map(|day| ctx.env.dates.date(day)),
        ];
        match parts.into_iter().flatten().collect::<Vec<_>>() {
            none if none.is_empty() => ctx.env.text("filter-none"),
            words => words.join(" / "),
        }
    }

    /// Entries of the window in which conditions are chosen: what occurs in the journal, the newest day first.
    pub(super) fn entries(&self, ctx: Ctx<'_>) -> Vec<Entry> {
        let Occurring { days, people, clients } = Occurring::of(ctx.review.decisions.events());
        let mut clients: Vec<(ClientKey, usize)> = clients.into_iter().collect();
        let rank = |client: ClientKey| {
            let at = ctx.review.month.position(client)?;
            ctx.review.clients.get(at).map(|summary| summary.kana_rank)
        };
        // Clients in the order of the search; those who are no longer there at the end.
        clients.sort_by_key(|(client, _)| (rank(*client).unwrap_or(u32::MAX), *client));
        let days = days.into_iter().rev().map(|(day, count)| (Facet::Day(day), count));
        let people = people.into_iter().map(|(person, count)| (Facet::Person(person.to_owned()), count));
        let clients = clients.into_iter().map(|(client, count)| (Facet::Client(client), count));
        days.chain(people).chain(clients).map(|(facet, count)| self.entry(ctx, facet, count)).collect()
    }

    fn entry(&self, ctx: Ctx<'_>, facet: Facet, count: usize) -> Entry {
        let env = ctx.env;
        let (sort, value) = match &facet {
            Facet::Client(client) => {
                ("facet-client", format!("{} {}", ctx.words().client_name(*client), client.insured))
            }
            Facet::Person(person) => ("facet-person", person_name(ctx, person)),
            Facet::Day(day) => ("facet-day", env.dates.date(*day)),
        };
        let note = if self.has(&facet) {
            env.text("facet-set")
        } else {
            env.format("journal-events", &[("count", Arg::from(count))])
        };
        let choice = Choice::Journal(Edit::Toggle(facet));
        Entry::new(format!("{}: {value}", env.text(sort)), note, choice)
    }
}

/// The name of a person, or the text for nobody that is known.
fn person_name(ctx: Ctx<'_>, person: &str) -> String {
    if person.is_empty() { ctx.env.text("word-unknown") } else { display(person) }
}

/// What occurs in the journal, each with the number of its events.
#[derive(Default)]
struct Occurring<'a> {
    days: BTreeMap<NaiveDate, usize>,
    people: BTreeMap<&'a str, usize>,
    clients: BTreeMap<ClientKey, usize>,
}

impl<'a> Occurring<'a> {
    fn of(events: &'a [Event]) -> Self {
        let mut found = Self::default();
        for event in events {
            if !is_on_its_way(event) {
                *found.days.entry(event.at.date_naive()).or_default() += 1;
                *found.people.entry(event.person.as_str()).or_default() += 1;
            }
            let clients: BTreeSet<ClientKey> =
                event.changes.iter().filter_map(|change| change.subject.client()).collect();
            for client in clients {
                *found.clients.entry(client).or_default() += 1;
            }
        }
        found
    }
}
