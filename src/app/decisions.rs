//! The decisions in force: the fold of the journal's events, with what can be undone and redone.

mod client;
mod history;
#[cfg(test)]
mod tests;

pub use client::{ClaimedFee, ClientDecisions, Held, Pairing, Sent};

use crate::domain::decision::{Rule, Subject, Value};
use crate::domain::event::{Change, Deed, Draft, Event, Seq};
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::format::exchange::Edition;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What was decided in one month, and what the office decided for every month.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    clients: FxHashMap<ClientKey, ClientDecisions>,
    closed: Option<Held<BTreeMap<ClientKey, String>>>,
    rules: BTreeMap<String, Held<Rule>>,
    editions: BTreeMap<OfficeNumber, Held<Edition>>,
    entries: BTreeMap<String, Entries>,
    /// Every event, in the order of the journal.
    events: Vec<Event>,
    /// Places in `events` of what undoing takes back next: the last one first.
    done: Vec<usize>,
    /// Places in `events` of what was taken back and can be done again: the last one first.
    undone: Vec<usize>,
    /// Events that are taken back now, each with the event that did it.
    taken_back: FxHashMap<Seq, Seq>,
}

/// Rows of a register: the texts of the other columns by the texts of the key columns.
pub type Entries = BTreeMap<Vec<String>, Cells>;

/// Texts of a row of a register by column, without empty ones.
pub type Cells = BTreeMap<String, String>;

static NO_ENTRIES: Entries = BTreeMap::new();
static NOTHING: LazyLock<ClientDecisions> = LazyLock::new(ClientDecisions::default);

impl Decisions {
    /// Folds events, which must be in the order of the journal.
    pub fn of(events: impl IntoIterator<Item = Event>) -> Self {
        let mut decisions = Self::default();
        for event in events {
            decisions.push(event);
        }
        decisions
    }

    /// What was decided about one client alone, with changes on top: to see what they would do, without an event.
    pub fn alone(&self, client: ClientKey, changes: &[Change]) -> Self {
        let known = self.clients.get(&client).cloned();
        let clients = known.map(|decided| (client, decided)).into_iter().collect();
        let mut decisions = Self { clients, ..Self::default() };
        let seq = self.events.last().map_or(1, |event| event.seq + 1);
        for change in changes {
            decisions.apply(change, seq);
        }
        decisions
    }

    /// Takes one more event in.
    pub fn push(&mut self, event: Event) {
        for change in &event.changes {
            self.apply(change, event.seq);
        }
        self.remember(event);
    }

    fn apply(&mut self, change: &Change, seq: Seq) {
        let after = change.after.clone();
        match (&change.subject, after) {
            (Subject::Month, after) => {
                self.closed = match after {
                    Some(Value::Closed { exceptions }) => Some(Held { value: exceptions, seq }),
                    _ => None,
                };
            }
            (Subject::Rule { name }, Some(Value::Rule(value))) => {
                self.rules.insert(name.clone(), Held { value, seq });
            }
            (Subject::Rule { name }, _) => {
                self.rules.remove(name);
            }
            (Subject::Edition { provider }, after) => {
                let edition = after.and_then(|value| edition_of(&value));
                match edition {
                    Some(value) => self.editions.insert(*provider, Held { value, seq }),
                    None => self.editions.remove(provider),
                };
            }
            (Subject::Entry { register, key }, Some(Value::Entry { cells })) => {
                self.entries.entry(register.clone()).or_default().insert(key.clone(), cells);
            }
            (Subject::Entry { register, key }, _) => {
                if let Some(entries) = self.entries.get_mut(register) {
                    entries.remove(key);
                }
            }
            (subject, after) => {
                if let Some(client) = subject.client() {
                    self.clients.entry(client).or_default().apply(subject, after, seq);
                }
            }
        }
    }

    /// What was decided about a client.
    pub fn client(&self, client: ClientKey) -> &ClientDecisions {
        self.clients.get(&client).unwrap_or(&NOTHING)
    }

    /// Clients about whom anything was decided, in no order.
    pub fn clients(&self) -> impl Iterator<Item = (ClientKey, &ClientDecisions)> {
        self.clients.iter().map(|(client, decisions)| (*client, decisions))
    }

    /// Whether the month is signed off (月の締め), and the clients that are not 確定 with their explanations.
    pub fn closed(&self) -> Option<&Held<BTreeMap<ClientKey, String>>> {
        self.closed.as_ref()
    }

    /// Rules that were kept, by name.
    pub fn rules(&self) -> impl Iterator<Item = (&str, &Rule)> {
        self.rules.iter().map(|(name, held)| (name.as_str(), &held.value))
    }

    /// The edition a provider's software reads, when the office said so.
    pub fn edition(&self, provider: OfficeNumber) -> Option<Edition> {
        self.editions.get(&provider).map(|held| held.value)
    }

    /// Rows of a register.
    pub fn entries(&self, register: &str) -> &Entries {
        self.entries.get(register).unwrap_or(&NO_ENTRIES)
    }

    /// What is in force about a subject.
    pub fn value(&self, subject: &Subject) -> Option<Value> {
        match subject {
            Subject::Month => {
                self.closed.as_ref().map(|held| Value::Closed { exceptions: held.value.clone() })
            }
            Subject::Rule { name } => self.rules.get(name).map(|held| Value::Rule(held.value.clone())),
            Subject::Edition { provider } => {
                self.edition(*provider).map(|edition| Value::Text { text: edition.name().to_owned() })
            }
            Subject::Entry { register, key } => {
                let cells = self.entries(register).get(key)?.clone();
                Some(Value::Entry { cells })
            }
            subject => self.clients.get(&subject.client()?)?.value(subject),
        }
    }

    /// A change from what is in force; `None` when it would change nothing.
    pub fn change(&self, subject: Subject, after: Option<Value>) -> Option<Change> {
        let before = self.value(&subject);
        (before != after).then_some(Change { subject, before, after })
    }

    /// Every event, in the order of the journal.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// An event that was taken in before it was written down: when it was written, and by whom.
    pub fn confirm(&mut self, written: Event) {
        let place = self.events.binary_search_by_key(&written.seq, |event| event.seq);
        if let Some(event) = place.ok().and_then(|place| self.events.get_mut(place)) {
            *event = written;
        }
    }

    /// The event with a number.
    pub fn event(&self, seq: Seq) -> Option<&Event> {
        let place = self.events.binary_search_by_key(&seq, |event| event.seq).ok()?;
        self.events.get(place)
    }

    /// The event that undoing takes back next.
    pub fn next_undo(&self) -> Option<&Event> {
        self.done.last().and_then(|place| self.events.get(*place))
    }

    /// The event that redoing does again next.
    pub fn next_redo(&self) -> Option<&Event> {
        self.undone.last().and_then(|place| self.events.get(*place))
    }

    /// The event that takes back what was done last, for the same month or for every month; `None` when nothing is left.
    pub fn undo(&self) -> Option<Draft> {
        let event = self.next_undo()?;
        let changes = event.changes.iter().rev().map(Change::inverse).collect();
        let deed = Deed::Undo { of: event.seq };
        Some(Draft { month: event.month, deed, changes, reason: String::new() })
    }

    /// The event that does again what was taken back last, for the same month or for every month; `None` when nothing is
    /// left.
    pub fn redo(&self) -> Option<Draft> {
        let event = self.next_redo()?;
        let deed = Deed::Redo { of: event.seq };
        let changes = event.changes.clone();
        Some(Draft { month: event.month, deed, changes, reason: event.reason.clone() })
    }
}

fn edition_of(value: &Value) -> Option<Edition> {
    let Value::Text { text } = value else { return None };
    Edition::ALL.into_iter().find(|edition| edition.name() == text)
}
