//! Shares that somebody typed: whether they still fit the plan and leave nothing over.

use super::{AllotRow, Allotment, category_excess, kind_excess, limit_kind};
use crate::benefit::money::Units;
use crate::domain::allotment::{Limits, ManualShares, PlanStamp, RowKey, Share};
use crate::domain::ids::ServiceKind;

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

/// The stamp of a plan.
pub fn stamp(rows: &[AllotRow], limits: &Limits) -> PlanStamp {
    PlanStamp::of(rows.iter().map(|row| (row.key, row.managed)), limits)
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
    let now = stamp(rows, limits);
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
