//! What units, limits and slips are worked out from.

use super::Review;
use crate::app::checks::{CheckGround, Persons, Watch};
use crate::app::own::{NoOwnMonth, OwnMonth, OwnOffice};
use crate::app::tally::{SlipSettings, Tally, TallyGround};
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

    /// Workload and claims of the own office for a window (処理対象年月); `tally` are the month's slips.
    ///
    /// # Errors
    /// Why they cannot be told.
    pub fn own_month(&self, tally: &Tally, window: ServiceMonth) -> Result<OwnMonth, NoOwnMonth> {
        let office = self.filing_office().ok_or(NoOwnMonth::WhichOffice)?;
        OwnMonth::of(&self.own_office(office), tally, &self.decisions, window).map_err(NoOwnMonth::NotKnown)
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

    /// Slips, claims and checks of the month, as far as they are worked out.
    pub fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Goes on with them by so many clients.
    pub fn watch_on(&mut self, window: ServiceMonth, most: usize) {
        let mut watch = std::mem::take(&mut self.watch);
        watch.go_on(self, window, most);
        self.watch = watch;
    }

    /// Works all of them out.
    pub fn watch_to_the_end(&mut self, window: ServiceMonth) {
        let mut watch = std::mem::take(&mut self.watch);
        watch.finish(self, window);
        self.watch = watch;
    }

    /// Brings them up to what was decided about clients, or forgets them when it may be about everybody.
    pub(super) fn watch_again(&mut self, positions: &[usize], is_about_everybody: bool) {
        let mut watch = std::mem::take(&mut self.watch);
        if is_about_everybody {
            watch.forget();
        } else if !positions.is_empty() {
            watch.again(self, positions);
        }
        self.watch = watch;
    }

    /// What slips are made from that are sent in a window.
    pub fn tally_ground(&self, window: ServiceMonth) -> TallyGround<'_> {
        TallyGround { worth: self.ground(), unread: &self.unread, settings: &self.rules.slips, window }
    }
}
