//! Money inside the limit by office and kind, and the totals.

use super::{Columns, Group, Line, LineResult, Payment, Statement};
use crate::benefit::money::{BenefitRate, UnitPrice, Units, Yen, claim, cost, floor};
use crate::benefit::rates::Place;
use crate::domain::ids::{OfficeNumber, ServiceKind};

/// Who pays how much of a cost.
pub(super) struct Split {
    pub(super) rate: Option<BenefitRate>,
    pub(super) claim: Option<Yen>,
    pub(super) copay: Option<Yen>,
    /// Paid by the client beside the charge (償還払い).
    pub(super) full: Yen,
}

/// Shares a cost out: what insurance pays is cut off, the client pays the rest; fixed yen go before the rate.
pub(super) fn split(cost: Yen, payment: Payment, fixed: Option<Yen>) -> Split {
    match (payment, fixed) {
        (Payment::Reimbursed, _) => Split { rate: None, claim: None, copay: None, full: cost },
        (Payment::Direct(_), Some(fixed)) => {
            Split { rate: None, claim: Some(cost - fixed), copay: Some(fixed), full: 0 }
        }
        (Payment::Direct(rate), None) => {
            let paid = claim(cost, rate);
            Split { rate: Some(rate), claim: Some(paid), copay: Some(cost - paid), full: 0 }
        }
    }
}

/// Groups in the order in which offices, then kinds first occur. Money goes to the subtotal, or to the line when it is alone.
pub(super) fn of(given: &[Line], lines: &mut [LineResult], payment: Payment) -> Vec<Group> {
    for (line, result) in given.iter().zip(lines.iter_mut()) {
        result.columns.copay = fixed_charge(line, result).or(result.columns.copay);
    }
    let mut groups: Vec<Group> = Vec::new();
    for (at, line) in given.iter().enumerate() {
        let (office, kind) = (line.office, line.code.kind());
        match groups.iter_mut().find(|group| group.office == office && group.kind == kind) {
            Some(group) => group.lines.push(at),
            None => groups.push(empty(office, kind, at)),
        }
    }
    let offices: Vec<OfficeNumber> = groups.iter().map(|group| group.office).collect();
    groups.sort_by_key(|group| offices.iter().position(|office| *office == group.office));
    for group in &mut groups {
        finish(group, lines, payment);
    }
    groups
}

/// The fixed charge of a line inside the limit: yen a time × covered units ÷ units of one time, cut off.
fn fixed_charge(line: &Line, result: &LineResult) -> Option<Yen> {
    let charge = line.fixed_copay.filter(|_| line.place == Place::InLimit)?;
    let each = result.columns.discounted_units.unwrap_or_default();
    Some(floor(charge.saturating_mul(result.covered_units), each))
}

fn empty(office: OfficeNumber, kind: ServiceKind, first: usize) -> Group {
    Group {
        office,
        kind,
        lines: vec![first],
        has_subtotal: false,
        covered_units: 0,
        columns: Columns::default(),
        statement: Statement::default(),
    }
}

fn finish(group: &mut Group, lines: &mut [LineResult], payment: Payment) {
    let own: Vec<&LineResult> = group.lines.iter().filter_map(|at| lines.get(*at)).collect();
    let inside: Vec<&LineResult> = own.iter().filter(|line| line.place == Place::InLimit).copied().collect();
    let Some(price) = own.first().and_then(|line| line.columns.price) else { return };
    group.has_subtotal = inside.len() > 1;
    group.covered_units = inside.iter().map(|line| line.covered_units).sum();
    let fixed = fixed_sum(&inside);
    if !inside.is_empty() {
        let covered = cost(group.covered_units, price);
        let split = split(covered, payment, fixed);
        let billed = sum(&inside, |columns| columns.service_units);
        group.columns = Columns {
            price: Some(price),
            cost: Some(covered),
            rate: split.rate,
            claim: split.claim,
            copay: split.copay,
            full_payment: Some(cost(billed - group.covered_units, price) + split.full),
            ..unit_sums(&inside)
        };
    }
    group.statement = statement(group, &own, price, payment, fixed);
    if let [alone] = *inside {
        let alone = alone.key;
        let sums = group.columns;
        if let Some(line) = lines.iter_mut().find(|line| line.key == alone && line.place == Place::InLimit) {
            let (discounted_units, count) = (line.columns.discounted_units, line.columns.count);
            let fixed_copay = line.columns.fixed_copay;
            line.columns = Columns { discounted_units, count, fixed_copay, ..sums };
        }
    }
}

/// Fixed charges inside the limit; `None` when the client pays by rate.
fn fixed_sum(inside: &[&LineResult]) -> Option<Yen> {
    let is_fixed = inside.iter().any(|line| line.columns.fixed_copay.is_some());
    is_fixed.then(|| inside.iter().filter_map(|line| line.columns.copay).sum())
}

fn statement(
    group: &Group,
    own: &[&LineResult],
    price: UnitPrice,
    payment: Payment,
    fixed: Option<Yen>,
) -> Statement {
    let outside = own.iter().filter(|line| matches!(line.place, Place::Outside(_)));
    let outside: Units = outside.filter_map(|line| line.columns.service_units).sum();
    let units = group.covered_units + outside;
    let cost = cost(units, price);
    let split = split(cost, payment, fixed);
    Statement {
        units,
        cost,
        claim: split.claim.unwrap_or_default(),
        copay: split.copay.unwrap_or_default() + split.full,
    }
}

/// The sheet's last row: units of lines inside the limit, money of all lines.
pub(super) fn total(lines: &[LineResult], groups: &[Group]) -> Columns {
    let inside: Vec<&LineResult> = lines.iter().filter(|line| line.place == Place::InLimit).collect();
    let outside: Vec<&LineResult> = lines.iter().filter(|line| line.place != Place::InLimit).collect();
    let money = |pick: fn(&Columns) -> Option<Yen>| {
        let groups: Yen = groups.iter().filter_map(|group| pick(&group.columns)).sum();
        Some(groups + sum(&outside, pick))
    };
    Columns {
        cost: money(|columns| columns.cost),
        claim: money(|columns| columns.claim),
        copay: money(|columns| columns.copay),
        full_payment: money(|columns| columns.full_payment),
        ..unit_sums(&inside)
    }
}

/// Sums of the columns of units.
fn unit_sums(lines: &[&LineResult]) -> Columns {
    Columns {
        service_units: Some(sum(lines, |columns| columns.service_units)),
        managed_units: Some(sum(lines, |columns| columns.managed_units)),
        kind_over: Some(sum(lines, |columns| columns.kind_over)),
        kind_within: Some(sum(lines, |columns| columns.kind_within)),
        category_over: Some(sum(lines, |columns| columns.category_over)),
        category_within: Some(sum(lines, |columns| columns.category_within)),
        ..Columns::default()
    }
}

fn sum(lines: &[&LineResult], pick: fn(&Columns) -> Option<i64>) -> i64 {
    lines.iter().filter_map(|line| pick(&line.columns)).sum()
}
