//! Shares that somebody typed: whether they still fit the plan and leave nothing over.

use super::{AllotRow, Allotment, Limits, RowKey, Share, category_excess, kind_excess, limit_kind};
use crate::benefit::money::Units;
use crate::domain::ids::ServiceKind;
use serde::{Deserialize, Serialize};

/// What the plan was when somebody decided about the shares.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStamp {
    /// The limits.
    pub limits: Limits,
    /// Every row inside the limit with its 給付管理単位数, in order of their names.
    pub rows: Vec<(RowKey, Units)>,
}

impl PlanStamp {
    /// The stamp of a plan; the order of its rows does not matter.
    pub fn of(rows: &[AllotRow], limits: &Limits) -> Self {
        let mut rows: Vec<_> = rows.iter().map(|row| (row.key, row.managed)).collect();
        rows.sort_unstable();
        Self { limits: limits.clone(), rows }
    }

    /// Rows that differ between two plans: those of `self` and of `other` without an equal one on the other side.
    fn differing(&self, other: &Self) -> Vec<RowKey> {
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManualShares {
    /// Shares by row.
    pub shares: Vec<(RowKey, Share)>,
    /// The plan they were made for.
    pub made_for: PlanStamp,
}

/// What is wrong with typed shares.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareFault {
    /// The plan or a limit has changed since; the rows that did are given. The shares must not be used.
    #[error("the plan has changed since the shares were made: {0:?}")]
    Stale(Vec<RowKey>),
    /// The shares are not the units over the limit: so many are left (割振残), negative when too many were allotted.
    #[error("{left} units over the limit of {kind:?} are left to be allotted")]
    Remainder {
        /// The kind of a 種類支給限度; `None` for 区分支給限度.
        kind: Option<ServiceKind>,
        /// 割振残.
        left: Units,
    },
    /// A share is negative or more than the row has.
    #[error("{key:?} can bear 0 to {most} units")]
    OutOfRange {
        /// The row.
        key: RowKey,
        /// Most units it can bear.
        most: Units,
    },
    /// A share is given to a row that is not inside the limit, or twice.
    #[error("{0:?} is no row that can bear a share")]
    NoSuchRow(RowKey),
}

/// Checks typed shares against the plan as it is now.
///
/// # Errors
/// Everything that is wrong; the shares then must not be used.
pub fn check(
    rows: &[AllotRow],
    limits: &Limits,
    manual: &ManualShares,
) -> Result<Allotment, Vec<ShareFault>> {
    let now = PlanStamp::of(rows, limits);
    if now != manual.made_for {
        return Err(vec![ShareFault::Stale(now.differing(&manual.made_for))]);
    }
    let mut faults = Vec::new();
    let mut shares = vec![Share::default(); rows.len()];
    let mut seen = Vec::new();
    for (key, share) in &manual.shares {
        let place = rows.iter().position(|row| row.key == *key).filter(|_| !seen.contains(key));
        let Some((own, row)) = place.and_then(|at| Some((shares.get_mut(at)?, rows.get(at)?))) else {
            faults.push(ShareFault::NoSuchRow(*key));
            continue;
        };
        seen.push(*key);
        *own = *share;
        let most = row.managed.max(0);
        if share.kind_over < 0 || share.category_over < 0 || share.total() > most {
            faults.push(ShareFault::OutOfRange { key: *key, most });
        }
    }
    faults.extend(remainders(rows, limits, &shares));
    if faults.is_empty() { Ok(Allotment { shares, left: 0 }) } else { Err(faults) }
}

fn remainders(rows: &[AllotRow], limits: &Limits, shares: &[Share]) -> Vec<ShareFault> {
    let excess = kind_excess(rows, limits);
    let mut kinds: Vec<ServiceKind> = rows.iter().map(|row| limit_kind(row.key.code.kind())).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut faults = Vec::new();
    for kind in kinds {
        let wanted = excess.iter().find(|(of, _)| *of == kind).map_or(0, |(_, units)| *units);
        let of_kind = rows.iter().zip(shares).filter(|(row, _)| limit_kind(row.key.code.kind()) == kind);
        let left = wanted - of_kind.map(|(_, share)| share.kind_over).sum::<Units>();
        if left != 0 {
            faults.push(ShareFault::Remainder { kind: Some(kind), left });
        }
    }
    let left = category_excess(rows, limits) - shares.iter().map(|share| share.category_over).sum::<Units>();
    if left != 0 {
        faults.push(ShareFault::Remainder { kind: None, left });
    }
    faults
}
