//! Who bears the units over the limit (割振).
//!
//! First the units over 種類支給限度基準額 among the rows of the kind, then those over 区分支給限度基準額 among all rows inside
//! the limit (介護給付費請求書等の記載要領). Which rows is the care manager's decision; [`propose`] only proposes.

use super::money::Units;
use super::policy::AllotRule;
use crate::domain::ids::ServiceKind;
use std::cmp::Reverse;

mod manual;

pub use crate::domain::allotment::{Limits, ManualShares, PlanStamp, RowKey, Share};
pub use manual::{ShareFault, check, stamp};

/// A row inside the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AllotRow {
    /// Its name.
    pub key: RowKey,
    /// 給付管理単位数.
    pub managed: Units,
    /// Whether the managed units are not the billed ones (大規模型通所, 小多機 of the same building). How such a row is cut
    /// is not settled, so it is proposed last.
    pub is_pair: bool,
}

/// Shares of all rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allotment {
    /// In the order of the rows.
    pub shares: Vec<Share>,
    /// Units that no row could take (割振残); 0 but for sheets full of reductions.
    pub left: Units,
}

/// The kind under which a kind is counted for 種類支給限度: 短期入所療養介護 (22, 23, 2A) counts as one, and so does
/// 介護予防短期入所療養介護 (25, 26, 2B).
pub fn limit_kind(kind: ServiceKind) -> ServiceKind {
    let of = |text| ServiceKind::parse(text).unwrap_or(kind);
    match kind.as_str() {
        "23" | "2A" => of("22"),
        "26" | "2B" => of("25"),
        _ => kind,
    }
}

/// Units of each kind over its own limit; kinds inside it are left out.
pub fn kind_excess(rows: &[AllotRow], limits: &Limits) -> Vec<(ServiceKind, Units)> {
    let over = |(kind, limit): &(ServiceKind, Units)| {
        let kind = limit_kind(*kind);
        let of_kind = rows.iter().filter(|row| limit_kind(row.key.code.kind()) == kind);
        let excess = of_kind.map(|row| row.managed).sum::<Units>() - limit;
        (excess > 0).then_some((kind, excess))
    };
    limits.kinds.iter().filter_map(over).collect()
}

/// Units over 区分支給限度基準額 after those over the limits of kinds were taken away; 0 when the limit is unknown.
pub fn category_excess(rows: &[AllotRow], limits: &Limits) -> Units {
    let over_kinds: Units = kind_excess(rows, limits).iter().map(|(_, units)| units).sum();
    let managed: Units = rows.iter().map(|row| row.managed).sum();
    limits.category.map_or(0, |limit| (managed - over_kinds - limit).max(0))
}

/// Proposes who bears what, by the office's rule.
pub fn propose(rows: &[AllotRow], limits: &Limits, rule: &AllotRule) -> Allotment {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|at| rows.get(*at).map(|row| (row.is_pair, place_of(row, rule), Reverse(row.managed))));
    let mut shares = vec![Share::default(); rows.len()];
    let mut left = 0;
    for (kind, excess) in kind_excess(rows, limits) {
        let of_kind = |row: &AllotRow| limit_kind(row.key.code.kind()) == kind;
        left += hand_out(excess, rows, &order, &mut shares, of_kind, |share| &mut share.kind_over);
    }
    let excess = category_excess(rows, limits);
    left += hand_out(excess, rows, &order, &mut shares, |_| true, |share| &mut share.category_over);
    Allotment { shares, left }
}

fn place_of(row: &AllotRow, rule: &AllotRule) -> usize {
    match rule {
        AllotRule::LargestFirst => 0,
        AllotRule::Offices(offices) => {
            offices.iter().position(|office| *office == row.key.office).unwrap_or(offices.len())
        }
    }
}

/// Gives units to rows in order, to each as much as it can take; what is left over.
fn hand_out(
    mut units: Units,
    rows: &[AllotRow],
    order: &[usize],
    shares: &mut [Share],
    fits: impl Fn(&AllotRow) -> bool,
    column: impl Fn(&mut Share) -> &mut Units,
) -> Units {
    for at in order {
        let (Some(row), Some(share)) = (rows.get(*at), shares.get_mut(*at)) else { continue };
        if fits(row) {
            let taken = units.min((row.managed - share.total()).max(0));
            *column(share) += taken;
            units -= taken;
        }
    }
    units
}

#[cfg(test)]
mod tests;
