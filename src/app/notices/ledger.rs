//! What the journal knows about every month: what was sent and what became of it.

use crate::app::decisions::{Decisions, Entries};
use crate::app::review::Review;
use crate::domain::decision::Subject;
use crate::domain::event::{Deed, Event, Seq};
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber};
use crate::domain::month::ServiceMonth;
use std::collections::{BTreeMap, BTreeSet};

/// The journal by service month.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    months: BTreeMap<ServiceMonth, Decisions>,
    office: Decisions,
    /// The own 事業所番号; without it every notice is taken for the office's own.
    pub own: Option<OfficeNumber>,
    known: BTreeSet<ClientKey>,
}

/// Clients who are known without the journal: those of an open month, and registered ones.
pub fn known_clients(review: &Review) -> Vec<ClientKey> {
    let received = review.month.clients.iter().map(|rows| rows.client);
    let key = |key: &Vec<String>| match key.as_slice() {
        [insurer, insured, ..] => {
            let insurer = InsurerNumber::parse(insurer)?;
            Some(ClientKey { insurer, insured: InsuredNumber::parse(insured)? })
        }
        _ => None,
    };
    received.chain(review.decisions.entries("clients").keys().filter_map(key)).collect()
}

impl Ledger {
    /// Folds all events of a journal, which must be in its order. `known` are clients who are known without it.
    pub fn of(
        events: impl IntoIterator<Item = Event>,
        own: Option<OfficeNumber>,
        known: impl IntoIterator<Item = ClientKey>,
    ) -> Self {
        let mut ledger = Self { own, known: known.into_iter().collect(), ..Self::default() };
        for event in events {
            match event.month {
                Some(month) => ledger.months.entry(month).or_default().push(event),
                None => ledger.office.push(event),
            }
        }
        let in_journal = ledger.months.values().flat_map(Decisions::clients).map(|(client, _)| client);
        ledger.known.extend(in_journal.collect::<Vec<_>>());
        ledger
    }

    /// What was decided about a month.
    pub fn month(&self, month: ServiceMonth) -> Option<&Decisions> {
        self.months.get(&month)
    }

    /// Every month, the oldest first.
    pub fn months(&self) -> impl Iterator<Item = (ServiceMonth, &Decisions)> {
        self.months.iter().map(|(month, decisions)| (*month, decisions))
    }

    /// Rows of a register.
    pub fn entries(&self, register: &str) -> &Entries {
        self.office.entries(register)
    }

    /// Whether anything is known about a client.
    pub fn knows(&self, client: ClientKey) -> bool {
        self.known.contains(&client)
    }

    /// The only known client with an insured number, for rows that name a public payer instead of an insurer.
    pub fn by_insured(&self, insured: InsuredNumber) -> Option<ClientKey> {
        let mut found = self.known.iter().filter(|client| client.insured == insured);
        found.next().filter(|_| found.next().is_none()).copied()
    }

    /// The event that last said what is in force about a subject, when a person made it and no notice.
    pub fn said_by_person(&self, month: ServiceMonth, subject: &Subject) -> Option<&Event> {
        let decisions = self.month(month)?;
        let is_about = |event: &&Event| event.changes.iter().any(|change| change.subject == *subject);
        let last = decisions.events().iter().rfind(is_about)?;
        let is_notice =
            |seq: Seq| decisions.event(seq).is_some_and(|event| matches!(event.deed, Deed::Notices { .. }));
        let by_notice = match last.deed {
            Deed::Notices { .. } => true,
            Deed::Redo { of } => is_notice(of),
            _ => false,
        };
        (!by_notice).then_some(last)
    }

    /// The event that last set a subject of a month.
    pub fn last_about(&self, month: ServiceMonth, subject: &Subject) -> Option<&Event> {
        let is_about = |event: &&Event| event.changes.iter().any(|change| change.subject == *subject);
        self.month(month)?.events().iter().rfind(is_about)
    }
}
