//! What units, limits and slips are worked out from.

use super::Review;
use crate::app::checks::{CheckGround, Persons};
use crate::app::own::{OwnMonth, OwnOffice};
use crate::app::tally::{SlipSettings, TallyGround};
use crate::app::worth::{Evidence, Ground};
use crate::benefit::policy::Policy;
use crate::benefit::rates::{AreaGrade, FeeType};
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::domain::slip::OfficeClass;

/// What the rules leave to the office, from its settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeRules {
    /// Units, limits and yen.
    pub policy: Policy,
    /// Slips and their files.
    pub slips: SlipSettings,
    /// 地域区分 of the own office.
    pub area_grade: Option<AreaGrade>,
    /// 事業所番号 of the own office.
    pub number: Option<OfficeNumber>,
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

    /// The office that sends slips and claims: the own one, else the only one of the month.
    pub fn filing_office(&self) -> Option<OfficeNumber> {
        let only = match self.month.care_offices.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        self.rules.number.or(only)
    }

    /// The own office in the month. 要支援 clients are those of its own 介護予防支援: as 地域包括支援センター (I), else (II).
    pub fn own_office(&self, number: OfficeNumber) -> OwnOffice<'_> {
        let prevention = if number.is_support_centre() { FeeType::One } else { FeeType::Two };
        OwnOffice {
            number,
            month: self.month.month,
            class: OfficeClass::Designated,
            prevention: Some(prevention),
            area_grade: self.rules.area_grade,
            registers: &self.registers,
            codes: self.codes.as_ref(),
            policy: &self.rules.policy,
        }
    }

    /// What checks look at for sendings in a window; `own` are the office's own claims, when they were worked out.
    pub fn check_ground<'a>(&'a self, window: ServiceMonth, own: Option<&'a OwnMonth>) -> CheckGround<'a> {
        let was_sent = || self.decisions.clients().any(|(_, decided)| !decided.sent_slips().is_empty());
        CheckGround {
            tally: self.tally_ground(window),
            previous: &self.previous,
            persons: self.persons.get_or_init(|| Persons::of(&self.month)),
            own,
            has_history: !self.previous.is_empty() || was_sent(),
        }
    }

    /// What slips are made from that are sent in a window.
    pub fn tally_ground(&self, window: ServiceMonth) -> TallyGround<'_> {
        TallyGround { worth: self.ground(), unread: &self.unread, settings: &self.rules.slips, window }
    }
}
