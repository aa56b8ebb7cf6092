//! What units, limits and slips are worked out from.

use super::Review;
use crate::app::tally::{SlipSettings, TallyGround};
use crate::app::worth::{Evidence, Ground};
use crate::benefit::policy::Policy;
use crate::domain::month::ServiceMonth;

/// What the rules leave to the office, from its settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeRules {
    /// Units, limits and yen.
    pub policy: Policy,
    /// Slips and their files.
    pub slips: SlipSettings,
}

impl Review {
    /// What the months of clients are worth, with what was decided.
    pub fn ground(&self) -> Ground<'_> {
        Ground {
            month: &self.month,
            decisions: &self.decisions,
            codes: self.codes.as_ref(),
            registers: &self.registers,
            evidence: self.evidence.get_or_init(|| Evidence::of(&self.month)),
            policy: &self.rules.policy,
        }
    }

    /// What slips are made from that are sent in a window.
    pub fn tally_ground(&self, window: ServiceMonth) -> TallyGround<'_> {
        TallyGround { worth: self.ground(), settings: &self.rules.slips, window }
    }
}
