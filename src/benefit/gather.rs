//! From the rows of the 第6表 to the lines of the 別表: what is counted by time, by day, by month or by period.

use super::money::{UnitPrice, Units, Yen};
use super::rates::Place;
use super::sheet::{Amount, Line};
use crate::domain::ids::{OfficeNumber, ServiceCode};
use crate::domain::kind::is_equipment;
use crate::domain::row::{RowDetail, ServiceRow};
use std::collections::BTreeMap;

/// How a code is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charge {
    /// Every visit or day.
    PerTime,
    /// Once a month, however many days carry it; equipment as often as its fullest day has it (several of the same).
    Monthly,
    /// A percentage, outside the limit.
    Percent {
        /// Permille.
        permille: u32,
        /// Whether it is taken off.
        is_reduction: bool,
    },
}

/// What is known of a service beside its rows: from a master, the received sheet, and the office's register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// How it is charged.
    pub charge: Charge,
    /// Where it counts; days beyond 30 (30日超) have their place from the row.
    pub place: Place,
    /// 単位数単価.
    pub price: UnitPrice,
    /// 単位数 of one time before any discount; `None` takes the row's units, which are discounted already.
    pub list_units: Option<Units>,
    /// 給付管理単位数 of one time where it differs.
    pub managed_units: Option<Units>,
    /// 割引後率 in percent; without `list_units` it is not applied again.
    pub discounted_rate: Option<u8>,
    /// 定額利用者負担単価金額.
    pub fixed_copay: Option<Yen>,
}

/// A row of the 第6表 that stands.
#[derive(Clone, Copy, Debug)]
pub struct MonthRow<'a> {
    /// The row.
    pub row: &'a ServiceRow,
    /// What only few rows carry.
    pub detail: Option<&'a RowDetail>,
}

/// A line and the rows it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// The line.
    pub line: Line,
    /// Positions of its rows.
    pub rows: Vec<usize>,
}

/// Tells lines apart; its order is that of the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    office: OfficeNumber,
    code: ServiceCode,
    is_over_30_days: bool,
    units: i32,
    /// 日割対象日.
    period: Option<u32>,
    equipment: Option<[&'a str; 4]>,
}

/// Rows of a line so far.
struct Sum {
    facts: Facts,
    count: i64,
    /// The largest 回数 of a row.
    most: i64,
    /// 回数 of each day, of equipment.
    by_day: BTreeMap<u8, i64>,
    /// The row with the most units; 共生型 rows carry theirs on one day only.
    units: i32,
    rows: Vec<usize>,
}

/// Sums the rows of a month up. Neither the order of rows nor their days change the lines, which are ordered by office
/// and code.
///
/// # Errors
/// Whatever `facts` says of the first row of which it knows nothing.
pub fn gather<E>(
    rows: &[MonthRow<'_>],
    facts: impl Fn(&ServiceRow) -> Result<Facts, E>,
) -> Result<Vec<Gathered>, E> {
    let mut sums: BTreeMap<Key<'_>, Sum> = BTreeMap::new();
    for (at, given) in rows.iter().enumerate() {
        let own = facts(given.row)?;
        let key = key(given, own.charge);
        let units = given.row.units;
        let empty = Sum { facts: own, count: 0, most: 0, by_day: BTreeMap::new(), units, rows: Vec::new() };
        let sum = sums.entry(key).or_insert(empty);
        let count = i64::from(given.row.count);
        sum.count += count;
        sum.most = sum.most.max(count);
        if is_equipment(given.row.code.kind()) {
            *sum.by_day.entry(given.row.day).or_default() += count;
        }
        if given.row.units.unsigned_abs() > sum.units.unsigned_abs() {
            sum.units = given.row.units;
        }
        sum.rows.push(at);
    }
    Ok(sums.into_iter().map(|(key, sum)| Gathered { line: line(&key, &sum), rows: sum.rows }).collect())
}

fn key<'a>(given: &MonthRow<'a>, charge: Charge) -> Key<'a> {
    let ServiceRow { provider, code, over_30_days, units, .. } = *given.row;
    let text = |detail: &'a RowDetail| {
        [&detail.tais, &detail.notification, &detail.discriminator, &detail.equipment_name]
            .map(String::as_str)
    };
    let is_equipment = is_equipment(code.kind());
    let is_once = charge != Charge::PerTime && !is_equipment;
    Key {
        office: provider,
        code,
        is_over_30_days: over_30_days,
        units: if is_once { 0 } else { units },
        period: given.detail.and_then(|detail| detail.prorated_days),
        equipment: given.detail.filter(|_| is_equipment).map(text),
    }
}

fn line(key: &Key<'_>, sum: &Sum) -> Line {
    let facts = sum.facts;
    let times = |count: i64| Amount::Times {
        units: facts.list_units.unwrap_or(sum.units.into()),
        count,
        managed_units: facts.managed_units,
    };
    let amount = match (facts.charge, key.period) {
        (Charge::Percent { permille, is_reduction }, _) => Amount::Percent { permille, is_reduction },
        // A pro-rated service counts the days of its period, on however many days it stands; 回数 that says how many days
        // they are is what is billed.
        (_, Some(_)) if sum.most > 1 => times(sum.most),
        (_, Some(days)) => times(days.count_ones().into()),
        (Charge::Monthly, None) => times(sum.by_day.values().copied().max().unwrap_or(1)),
        (Charge::PerTime, None) => times(sum.count),
    };
    Line {
        office: key.office,
        code: key.code,
        place: if key.is_over_30_days { Place::Over30Days } else { facts.place },
        amount,
        price: facts.price,
        discounted_rate: facts.discounted_rate.filter(|_| facts.list_units.is_some()),
        fixed_copay: facts.fixed_copay,
    }
}

#[cfg(test)]
mod tests;
