//! How much of the limit a plan takes.

use super::{SharesFrom, Worth};
use crate::benefit::money::Units;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use std::collections::BTreeMap;

/// What a plan takes of 区分支給限度基準額 and of 種類支給限度基準額.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitUse {
    /// 区分支給限度基準額; `None` while it is unknown.
    pub limit: Option<Units>,
    /// 給付管理単位数 of the whole plan, those over the limits too.
    pub managed: Units,
    /// Units that no row bears as over the limits.
    pub within: Units,
    /// Units over the limits of kinds and over 区分支給限度基準額.
    pub over: Units,
    /// 割振残: units over the limits that no row bears.
    pub left: Units,
}

impl LimitUse {
    /// Units that could be planned yet; `None` while the limit is unknown.
    pub fn unused(self) -> Option<Units> {
        self.limit.map(|limit| limit - self.within)
    }
}

impl Worth {
    /// 給付管理単位数 of each office and kind, those over the limits too.
    pub fn managed(&self) -> BTreeMap<(OfficeNumber, ServiceKind), i64> {
        let mut units = BTreeMap::new();
        for line in self.sheet.iter().flat_map(|sheet| &sheet.lines) {
            if let Some(managed) = line.columns.managed_units {
                *units.entry((line.key.office, line.key.code.kind())).or_default() += managed;
            }
        }
        units
    }

    /// What the plan takes of the limits; `None` when its sheet cannot be computed.
    pub fn limit_use(&self) -> Option<LimitUse> {
        let sheet = self.sheet.as_ref()?;
        let total = &sheet.total;
        let over = total.kind_over.unwrap_or_default() + total.category_over.unwrap_or_default();
        Some(LimitUse {
            limit: self.person.limits.category,
            managed: total.managed_units.unwrap_or_default(),
            within: total.category_within.unwrap_or_default(),
            over: over + sheet.left,
            left: sheet.left,
        })
    }
}

impl SharesFrom {
    /// Whether somebody should look at who bears the units over the limits: nobody has decided, or not for this plan.
    pub fn is_open(&self) -> bool {
        matches!(self, SharesFrom::Proposed | SharesFrom::TypedStale(_) | SharesFrom::ReceivedStale(_))
    }
}
