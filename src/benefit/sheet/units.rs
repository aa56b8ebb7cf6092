//! Columns of units: from 割引後単位数 to 区分支給限度基準内単位数.

use super::{Amount, Columns, Line, LineResult, SharesUsed, SheetInput, SheetNote};
use crate::benefit::allot::{AllotRow, RowKey, Share, check, propose};
use crate::benefit::money::{Units, discounted, floor};
use crate::benefit::policy::{PairRows, Policy};
use crate::benefit::rates::Place;

/// Lines with what does not depend on the limit; percentages stay empty.
pub(super) fn lines(given: &[Line]) -> Vec<LineResult> {
    let mut out: Vec<LineResult> = Vec::with_capacity(given.len());
    for line in given {
        let same = |other: &&LineResult| other.key.office == line.office && other.key.code == line.code;
        let nth = u16::try_from(out.iter().filter(same).count()).unwrap_or(u16::MAX);
        let key = RowKey { office: line.office, code: line.code, nth };
        let columns = columns(line);
        out.push(LineResult { key, place: line.place, base_units: None, covered_units: 0, columns });
    }
    out
}

fn columns(line: &Line) -> Columns {
    let mut columns =
        Columns { price: Some(line.price), fixed_copay: line.fixed_copay, ..Columns::default() };
    if let Amount::Times { units, count, managed_units } = line.amount {
        let each = discounted(units, line.discounted_rate);
        columns.discounted_units = Some(each);
        columns.count = Some(count);
        columns.service_units = Some(each.saturating_mul(count));
        if line.place == Place::InLimit {
            let managed = discounted(managed_units.unwrap_or(units), line.discounted_rate);
            columns.managed_units = Some(managed.saturating_mul(count));
        }
    }
    columns
}

/// Allots the units over the limits and fills the columns of lines inside the limit.
pub(super) fn allot(
    input: &SheetInput,
    policy: &Policy,
    lines: &mut [LineResult],
    notes: &mut Vec<SheetNote>,
) -> (SharesUsed, Units) {
    let rows: Vec<AllotRow> = lines
        .iter()
        .filter_map(|line| {
            let managed = line.columns.managed_units?;
            Some(AllotRow { key: line.key, managed, is_pair: line.columns.service_units != Some(managed) })
        })
        .collect();
    let proposed = propose(&rows, &input.limits, &policy.allot_rule);
    let is_over = proposed.left > 0 || proposed.shares.iter().any(|share| share.total() > 0);
    let (used, allotment) = match &input.manual {
        Some(manual) => match check(&rows, &input.limits, manual) {
            Ok(typed) => (SharesUsed::Typed, typed),
            Err(faults) => (SharesUsed::TypedRefused(faults), proposed),
        },
        None if is_over => (SharesUsed::Proposed, proposed),
        None => (SharesUsed::NothingOver, proposed),
    };
    let inside = lines.iter_mut().enumerate().filter(|(_, line)| line.columns.managed_units.is_some());
    for ((at, line), share) in inside.zip(&allotment.shares) {
        if take_share(line, *share, policy.pair_rows) {
            notes.push(SheetNote::PairRowCut { line: at });
        }
    }
    (used, allotment.left)
}

/// Fills the columns of a line inside the limit; whether it was cut although its managed units are not its billed ones.
fn take_share(line: &mut LineResult, share: Share, rule: PairRows) -> bool {
    let columns = &mut line.columns;
    let managed = columns.managed_units.unwrap_or_default();
    let billed = columns.service_units.unwrap_or_default();
    let within = managed - share.total();
    columns.kind_over = Some(share.kind_over);
    columns.kind_within = Some(managed - share.kind_over);
    columns.category_over = Some(share.category_over);
    columns.category_within = Some(within);
    let is_pair = billed != managed;
    line.covered_units = match (is_pair, share.total()) {
        (_, 0) => billed,
        (false, _) => within,
        (true, _) => covered_of_pair(billed, managed, within, columns.count.unwrap_or(1), rule),
    };
    is_pair && share.total() != 0
}

fn covered_of_pair(billed: Units, managed: Units, within: Units, count: i64, rule: PairRows) -> Units {
    if rule == PairRows::WholeVisits && count > 1 {
        // Visits × units of one, without dividing twice.
        let visits = floor(within.saturating_mul(count), managed);
        floor(billed, count).saturating_mul(visits)
    } else {
        floor(billed.saturating_mul(within), managed)
    }
}
