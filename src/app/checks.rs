//! What would come back of a month: fills the views that checks look at and runs them, client by client.

use crate::check::{Finding, Need, Severity};
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;

/// What was found for the clients of a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthChecks {
    /// One a client, in the order of [`Month::clients`](super::month::Month::clients).
    pub clients: Vec<ClientChecks>,
}

/// What was found for a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientChecks {
    /// Whose.
    pub client: ClientKey,
    /// Position of the client in [`Month::clients`](super::month::Month::clients).
    pub position: usize,
    /// Everything found, silenced ones too; the heaviest first.
    pub findings: Vec<Found>,
    /// What could not be looked at: each need with the ids of the checks that were left out for it.
    pub not_checked: Vec<(Need, Vec<&'static str>)>,
}

/// A finding and whether somebody silenced it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What was found.
    pub finding: Finding,
    /// Why it is not to be told, when somebody said so (点検の除外).
    pub silence: Option<Silence>,
}

/// 点検の除外: a person said that a check is not to be told for a client or a service office for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// Why.
    pub reason: String,
    /// The last service month for which it holds.
    pub until: ServiceMonth,
}

impl ClientChecks {
    /// Findings that nobody silenced.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|found| found.silence.is_none()).map(|found| &found.finding)
    }

    /// The heaviest consequence of what nobody silenced.
    pub fn severity(&self) -> Option<Severity> {
        self.open().map(|finding| finding.severity).max()
    }
}
