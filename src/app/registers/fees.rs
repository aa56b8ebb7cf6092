//! Names of additions and factors of the plan fee, as the rate tables have them.

use super::cell::Expected;
use crate::app::decide::plain;
use crate::benefit::rates::Rates;
use crate::domain::ids::{ServiceCode, ServiceKind};
use crate::domain::month::ServiceMonth;

/// Which names of 居宅介護支援費 (43) and 介護予防支援費 (46) are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeNames {
    /// Additions and reductions in units.
    Additions,
    /// Additions and reductions in percent.
    Factors,
    /// Either.
    Both,
}

impl FeeNames {
    /// The official names in a month, without repetitions, in the order of the tables.
    pub fn known(self, month: ServiceMonth) -> Vec<&'static str> {
        let rates = Rates::built_in();
        let mut names: Vec<&'static str> = Vec::new();
        for kind in ["43", "46"].into_iter().filter_map(ServiceKind::parse) {
            let additions = rates.fee_additions(kind, month).map(|row| row.name.as_str());
            let factors = rates.fee_factors(kind, month).map(|row| row.name.as_str());
            match self {
                FeeNames::Additions => names.extend(additions),
                FeeNames::Factors => names.extend(factors),
                FeeNames::Both => names.extend(additions.chain(factors)),
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        names.retain(|name| seen.insert(*name));
        names
    }

    /// The official name of what was typed, or the service code that was typed: the one to be written where tables and
    /// master leave it open. Without a month, which then is wrong itself, every name is taken.
    pub(super) fn read(self, text: &str, month: Option<ServiceMonth>) -> Result<String, Expected> {
        let Some(month) = month else { return Ok(text.trim().to_owned()) };
        let known = self.known(month);
        let typed = plain(text);
        let is_fee = |code: &ServiceCode| matches!(code.kind().as_str(), "43" | "46");
        if let Some(code) = ServiceCode::parse(&typed).filter(is_fee) {
            return Ok(code.to_string());
        }
        match known.iter().find(|name| plain(name) == typed) {
            Some(name) => Ok((*name).to_owned()),
            None if known.is_empty() => Err(Expected::of("cell-fee-month", month)),
            None => Err(Expected::of("cell-choice", known.join(", "))),
        }
    }
}
