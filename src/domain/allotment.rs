//! Limits of a client and who bears the units over them (割振), as they are kept with a decision.

use super::ids::{OfficeNumber, ServiceCode, ServiceKind};
use serde::{Deserialize, Serialize};

/// Names a row of a 別表 from one computation to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowKey {
    /// サービス事業所.
    pub office: OfficeNumber,
    /// サービスコード.
    pub code: ServiceCode,
    /// Counts rows of the same office and code from 0.
    pub nth: u16,
}

/// Limits of a client and month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Limits {
    /// 区分支給限度基準額 in units; `None` while it is unknown.
    pub category: Option<i64>,
    /// 種類支給限度基準額 in units by kind, where the municipality has set some.
    pub kinds: Vec<(ServiceKind, i64)>,
}

/// Units over the limits that a row bears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Share {
    /// 種類支給限度基準を超える単位数.
    pub kind_over: i64,
    /// 区分支給限度基準を超える単位数.
    pub category_over: i64,
}

impl Share {
    /// Both together.
    pub fn total(self) -> i64 {
        self.kind_over + self.category_over
    }
}

/// What the plan was when somebody decided about the shares.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PlanStamp {
    /// The limits.
    pub limits: Limits,
    /// Every row inside the limit with its 給付管理単位数, in order of their names.
    pub rows: Vec<(RowKey, i64)>,
}

impl PlanStamp {
    /// The stamp of a plan; the order of its rows does not matter.
    pub fn of(rows: impl IntoIterator<Item = (RowKey, i64)>, limits: &Limits) -> Self {
        let mut rows: Vec<_> = rows.into_iter().collect();
        rows.sort_unstable();
        Self { limits: limits.clone(), rows }
    }

    /// Rows that differ between two plans: those of `self` and of `other` without an equal one on the other side.
    pub fn differing(&self, other: &Self) -> Vec<RowKey> {
        let alone = |of: &Self, beside: &Self| -> Vec<RowKey> {
            of.rows.iter().filter(|row| !beside.rows.contains(row)).map(|(key, _)| *key).collect()
        };
        let mut keys = alone(self, other);
        keys.extend(alone(other, self));
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// Shares typed by a person, with the plan that they were made for. Rows without a share bear nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ManualShares {
    /// Shares by row.
    pub shares: Vec<(RowKey, Share)>,
    /// The plan they were made for.
    pub made_for: PlanStamp,
}
