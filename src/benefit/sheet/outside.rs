//! Lines outside the limit and days beyond 30: percentages and their money.

use super::group::split;
use super::{Amount, Line, LineResult, Payment};
use crate::benefit::money::{Units, cost, permille_of};
use crate::benefit::policy::{PercentBase, Policy, ReductionRounding};
use crate::benefit::rates::{Place, Step};

/// Fills the lines that are not inside the limit, percentages in the order of 算定.
pub(super) fn fill(given: &[Line], lines: &mut [LineResult], payment: Payment, policy: &Policy) {
    let mut percents: Vec<(Step, usize)> = given
        .iter()
        .enumerate()
        .filter_map(|(at, line)| match (line.amount, line.place) {
            (Amount::Percent { .. }, Place::Outside(step)) => Some((step, at)),
            _ => None,
        })
        .collect();
    percents.sort_unstable();
    for (step, at) in percents {
        let (Some(line), Some(own)) = (given.get(at), lines.get(at)) else { continue };
        let Amount::Percent { permille, is_reduction } = line.amount else { continue };
        let base = base(own, step, lines, policy.percent_base);
        let units = percentage(base, permille, is_reduction, policy.reductions);
        if let Some(own) = lines.get_mut(at) {
            own.base_units = Some(base);
            own.columns.discounted_units = Some(units);
            own.columns.count = Some(1);
            own.columns.service_units = Some(units);
        }
    }
    for (line, result) in given.iter().zip(lines) {
        pay(line, result, payment);
    }
}

fn percentage(base: Units, permille: u32, is_reduction: bool, rounding: ReductionRounding) -> Units {
    match (is_reduction, rounding) {
        (false, _) => permille_of(base, permille),
        (true, ReductionRounding::Amount) => -permille_of(base, permille),
        (true, ReductionRounding::Signed) => permille_of(-base, permille),
    }
}

/// What a percentage of a step is of: covered units of the office and kind, and what other lines outside add to it.
fn base(own: &LineResult, step: Step, lines: &[LineResult], rule: PercentBase) -> Units {
    let group = (own.key.office, own.key.code.kind());
    let of_group = lines.iter().filter(|line| (line.key.office, line.key.code.kind()) == group);
    let part = |line: &LineResult| match line.place {
        Place::InLimit if rule == PercentBase::WithOverLimit => line.columns.service_units,
        Place::InLimit => Some(line.covered_units),
        Place::Outside(other) if builds_on(step, other) => line.columns.service_units,
        Place::Outside(_) | Place::Over30Days => None,
    };
    of_group.filter_map(part).sum()
}

/// Whether a percentage of a step is of the lines of another step too.
fn builds_on(step: Step, other: Step) -> bool {
    match step {
        Step::SameBuilding | Step::Disaster | Step::Other => false,
        Step::Area => other == Step::SameBuilding,
        Step::Mountain => matches!(other, Step::SameBuilding | Step::Area),
        Step::Treatment => other != Step::Treatment,
    }
}

/// Money of a line that is not inside the limit; each is cut off on its own.
fn pay(line: &Line, result: &mut LineResult, payment: Payment) {
    let units = result.columns.service_units.unwrap_or_default();
    let yen = cost(units, line.price);
    let columns = &mut result.columns;
    match line.place {
        Place::InLimit => {}
        Place::Over30Days => columns.full_payment = Some(yen),
        Place::Outside(_) => {
            let fixed = line.fixed_copay.map(|charge| charge.saturating_mul(columns.count.unwrap_or(1)));
            let split = split(yen, payment, fixed);
            columns.cost = Some(yen);
            columns.rate = split.rate;
            columns.claim = split.claim;
            columns.copay = split.copay;
            columns.full_payment = (split.full != 0).then_some(split.full);
        }
    }
}
