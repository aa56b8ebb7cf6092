//! What would come back of a month: fills the views that checks look at and runs them, client by client.

mod client;
mod pairs;
mod past;
mod persons;
#[cfg(test)]
mod tests;
mod trial;
mod watch;

pub use past::Past;
pub use persons::Persons;
pub use trial::{Trial, trial};
pub use watch::{RiskSum, RiskSums, Watch};

use super::own::OwnMonth;
use super::previous::PreviousMonth;
use super::registers::Silence;
use super::review::Review;
use super::tally::{ClientSlip, Tally, TallyGround, tally};
use crate::check::{Finding, Need, Severity};
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;
use rayon::prelude::*;

/// What the checks of a month look at.
#[derive(Clone, Copy, Debug)]
pub struct CheckGround<'a> {
    /// What slips are made from.
    pub tally: TallyGround<'a>,
    /// What was sent for the month before.
    pub previous: &'a PreviousMonth,
    /// Who stands in the month under two numbers.
    pub persons: &'a Persons,
    /// The own office's claims; `None` when they were not worked out.
    pub own: Option<&'a OwnMonth>,
    /// Whether anything is remembered of what was sent, for this month or the one before.
    pub has_history: bool,
}

impl CheckGround<'_> {
    /// Checks every client of a month; `tally` are the month's slips.
    pub fn month(&self, tally: &Tally) -> MonthChecks {
        let clients = tally.slips.par_iter().with_min_len(16).filter_map(|slip| self.client(slip));
        MonthChecks { clients: clients.collect() }
    }

    /// Checks the client of a slip.
    pub fn client(&self, slip: &ClientSlip) -> Option<ClientChecks> {
        client::of_slip(self, slip)
    }
}

/// Everything that a month is checked with, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Predicted {
    /// The slips.
    pub tally: Tally,
    /// The own office's claims; `None` when its number or its rates are not known.
    pub own: Option<OwnMonth>,
    /// What was found.
    pub checks: MonthChecks,
}

/// Works out slips and claims of a month for a window (処理対象年月), and what would come back of them.
pub fn predict(review: &Review, window: ServiceMonth) -> Predicted {
    let tally = tally(&review.tally_ground(window));
    let own = review.own_month(&tally, window).ok();
    let checks = review.check_ground(window, own.as_ref()).month(&tally);
    Predicted { tally, own, checks }
}

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

impl MonthChecks {
    /// What was found for the client at a position of [`Month::clients`](super::month::Month::clients).
    pub fn client(&self, position: usize) -> Option<&ClientChecks> {
        self.clients.get(position).filter(|checks| checks.position == position)
    }

    /// Findings that nobody silenced, with the client of each.
    pub fn open(&self) -> impl Iterator<Item = (ClientKey, &Finding)> {
        self.clients.iter().flat_map(|checks| checks.open().map(|finding| (checks.client, finding)))
    }
}

impl ClientChecks {
    /// Findings that nobody silenced.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|found| found.silence.is_none()).map(|found| &found.finding)
    }

    /// The heaviest consequence that a difference has a part in; `None` when it has none (影響なし).
    pub fn severity_of(&self, difference: &str) -> Option<Severity> {
        let about = |finding: &&Finding| finding.differences.iter().any(|id| id == difference);
        self.open().filter(about).map(|finding| finding.severity).max()
    }

    /// The heaviest consequence of what nobody silenced.
    pub fn severity(&self) -> Option<Severity> {
        self.open().map(|finding| finding.severity).max()
    }
}
