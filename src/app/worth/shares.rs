//! Whose shares of the units over the limit a sheet has: those typed in kyukan, those that stand on the received sheet,
//! or those that the office's rule proposes.
//!
//! Who bears them is the care manager's decision, so the received sheet, which the office's own program made, stands
//! before a proposal as long as it fits the plan.

use crate::benefit::allot::{AllotRow, ManualShares, Share, ShareFault, stamp};
use crate::benefit::policy::Policy;
use crate::benefit::sheet::{LineResult, SharesUsed, Sheet, SheetInput, compute};
use crate::domain::allotment::RowKey;
use crate::domain::row::{SheetRow, SheetRowKind};

/// Where the shares of a sheet come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SharesFrom {
    /// Nothing is over the limits.
    NothingOver,
    /// A person typed them, for this very plan.
    Typed,
    /// They stand on the received sheet and fit the plan.
    Received,
    /// The rule proposes them: nobody has decided.
    Proposed,
    /// The rule proposes them, because those that were typed do not fit any more.
    TypedStale(Vec<ShareFault>),
    /// The rule proposes them, because those of the received sheet do not fit the plan (割振ずれ).
    ReceivedStale(Vec<ShareFault>),
}

/// The sheet with the shares that stand.
pub(super) struct Chosen {
    pub(super) from: SharesFrom,
    /// `None` when the proposed one stands.
    pub(super) sheet: Option<Sheet>,
}

/// Rows of a sheet that can bear shares of the units over the limits.
pub fn share_rows(sheet: &Sheet) -> Vec<AllotRow> {
    let row = |line: &LineResult| {
        let managed = line.columns.managed_units?;
        Some(AllotRow { key: line.key, managed, is_pair: line.columns.service_units != Some(managed) })
    };
    sheet.lines.iter().filter_map(row).collect()
}

pub(super) fn choose(
    input: &mut SheetInput,
    typed: Option<&ManualShares>,
    proposed: &Sheet,
    received: &[&SheetRow],
    policy: &Policy,
) -> Chosen {
    let is_over = proposed.shares == SharesUsed::Proposed;
    if let Some(typed) = typed {
        input.manual = Some(typed.clone());
        return match compute(input, policy).ok() {
            Some(sheet) if sheet.shares == SharesUsed::Typed => {
                Chosen { from: SharesFrom::Typed, sheet: Some(sheet) }
            }
            Some(Sheet { shares: SharesUsed::TypedRefused(faults), .. }) => {
                Chosen { from: SharesFrom::TypedStale(faults), sheet: None }
            }
            _ => Chosen { from: SharesFrom::Proposed, sheet: None },
        };
    }
    match of_received(proposed, input, received) {
        _ if !is_over => Chosen { from: SharesFrom::NothingOver, sheet: None },
        None => Chosen { from: SharesFrom::Proposed, sheet: None },
        Some(shares) => {
            input.manual = Some(shares);
            match compute(input, policy).ok() {
                Some(sheet) if sheet.shares == SharesUsed::Typed => {
                    Chosen { from: SharesFrom::Received, sheet: Some(sheet) }
                }
                Some(Sheet { shares: SharesUsed::TypedRefused(faults), .. }) => {
                    Chosen { from: SharesFrom::ReceivedStale(faults), sheet: None }
                }
                _ => Chosen { from: SharesFrom::Proposed, sheet: None },
            }
        }
    }
}

/// Shares on the rows of the received sheet, made for the plan at hand; `None` when it has none. A share that stands on a
/// subtotal only is given to the one row of the kind, or left out, which the check of the shares then tells.
fn of_received(sheet: &Sheet, input: &SheetInput, received: &[&SheetRow]) -> Option<ManualShares> {
    let share = |row: &SheetRow| Share {
        kind_over: row.kind_over.wide().unwrap_or_default(),
        category_over: row.category_over.wide().unwrap_or_default(),
    };
    let rows = share_rows(sheet);
    let mut shares: Vec<_> = Vec::new();
    let mut used = vec![false; received.len()];
    for row in &rows {
        let of_row = |(at, line): &(usize, &&SheetRow)| {
            line.kind == SheetRowKind::Detail
                && (line.provider, line.code) == (row.key.office, row.key.code)
                && !line.over_30_days
                && !used.get(*at).copied().unwrap_or(true)
        };
        let Some((at, line)) = received.iter().enumerate().find(of_row) else { continue };
        if let Some(used) = used.get_mut(at) {
            *used = true;
        }
        let own = share(line);
        if own != Share::default() {
            shares.push((row.key, own));
        }
    }
    let subtotals = received.iter().filter(|row| row.kind == SheetRowKind::SubtotalInLimit);
    for subtotal in subtotals.filter(|row| share(row) != Share::default()) {
        let group = (subtotal.provider, subtotal.code.kind());
        let of_group = |key: &RowKey| (key.office, key.code.kind()) == group;
        if shares.iter().any(|(key, _)| of_group(key)) {
            continue;
        }
        // Which rows of the kind bear it is not on the sheet; the largest ones do, as units are not told apart on a slip.
        let mut own: Vec<&AllotRow> = rows.iter().filter(|row| of_group(&row.key)).collect();
        own.sort_by_key(|row| (row.is_pair, std::cmp::Reverse(row.managed)));
        let mut left = share(subtotal);
        for row in own {
            let kind_over = left.kind_over.min(row.managed.max(0));
            let category_over = left.category_over.min((row.managed - kind_over).max(0));
            left.kind_over -= kind_over;
            left.category_over -= category_over;
            let own = Share { kind_over, category_over };
            if own != Share::default() {
                shares.push((row.key, own));
            }
        }
    }
    let made_for = stamp(&rows, &input.limits);
    (!shares.is_empty()).then_some(ManualShares { shares, made_for })
}
