//! Predicts what comes back (返戻, 保留, 査定): each check looks at one client's month and says what would happen to it if
//! everything were sent as it stands.
//!
//! A check is one file in `check/checks/` and its line in `check/checks.rs`. It sees nothing but a [`ClientView`], borrowed
//! data that the app layer gathers, and says nothing but [`Finding`]s, which are data: sentences are made at the edge. What
//! a check cannot know is named as a [`Need`], and a check whose needs are not met is not run, so that silence never looks
//! like a clean month.
//!
//! Source of the checks: 介護給付費請求の手引き (国保中央会), codes as federations publish them (`docs/kokuhoren/returns.csv`).

mod checks;
mod excess;
mod finding;
#[cfg(test)]
pub(crate) mod fixture;
mod need;
mod risk;
#[cfg(test)]
mod tests;
mod twins;
mod unchecked;
mod view;

pub use checks::CHECKS;
pub use finding::{Facts, Finding, Item, Remedy, RowPlace, Severity, SlipGap};
pub use need::Need;
pub use risk::{AtRisk, at_risk};
pub use unchecked::{UNCHECKED, Unchecked};
pub use view::{
    ClientView, DifferenceView, FeeView, HistoryView, LineView, NoSlip, OtherKey, PairView, Person,
    ProviderView, RegisterView, RowView, SharesState, SheetView, SlipFate, SlipView, Unread,
};

use std::cmp::Reverse;

/// One check.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Its name, which stays the same for ever: settings and reports refer to it.
    pub id: &'static str,
    /// Codes that it predicts, as [`ReturnCode`](crate::format::kokuhoren::return_codes::ReturnCode) has them; the first
    /// one is that of a finding which names no other.
    pub codes: &'static [&'static str],
    /// The worst that it finds.
    pub severity: Severity,
    /// Without what it cannot be run.
    pub needs: &'static [Need],
    /// Document and section in which the rule is found.
    pub source: &'static str,
    run: fn(&ClientView<'_>, &mut Vec<Finding>),
}

impl Check {
    /// Runs it, whether or not its needs are met.
    pub fn run(&self, view: &ClientView<'_>, findings: &mut Vec<Finding>) {
        (self.run)(view, findings);
    }

    /// The needs that are not met.
    pub fn unmet(&self, view: &ClientView<'_>) -> impl Iterator<Item = Need> {
        self.needs.iter().copied().filter(|need| !need.is_met(view))
    }

    /// A finding of the whole client with nothing at risk yet.
    fn finding(&self, facts: Facts) -> Finding {
        Finding {
            check: self.id,
            code: self.codes.first().copied(),
            severity: self.severity,
            pair: None,
            units: 0,
            yen: None,
            differences: Vec::new(),
            rows: Vec::new(),
            facts,
            remedy: Remedy::Nothing,
        }
    }
}

/// The check with an id.
pub fn by_id(id: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.id == id)
}

/// What was found for one client, and what could not be looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Findings, the worst first; those of the same severity in the order of [`CHECKS`].
    pub findings: Vec<Finding>,
    /// Needs that are not met, each once with the ids of the checks that were left out for it.
    pub not_checked: Vec<(Need, Vec<&'static str>)>,
}

/// Runs every check on a client.
pub fn check(view: &ClientView<'_>) -> Checked {
    let mut checked = Checked::default();
    for check in CHECKS {
        let unmet: Vec<Need> = check.unmet(view).collect();
        if unmet.is_empty() {
            check.run(view, &mut checked.findings);
        }
        for need in unmet {
            match checked.not_checked.iter_mut().find(|(of, _)| *of == need) {
                Some((_, ids)) => ids.push(check.id),
                None => checked.not_checked.push((need, vec![check.id])),
            }
        }
    }
    checked.findings.sort_by_key(|finding| Reverse(finding.severity));
    checked.not_checked.sort_by_key(|(need, _)| *need);
    checked
}
