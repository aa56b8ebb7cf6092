//! 逓減制: which tier of the fee a client has.

use crate::benefit::money::floor;
use crate::benefit::policy::Policy;
use crate::benefit::rates::{FeeTier, FeeType, NotKnown, Rates, Threshold};
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// 常勤換算 of the care managers of an office, in tenths; what is below a tenth is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FullTime(u16);

impl FullTime {
    /// From tenths: 25 is 2.5 people.
    pub fn from_tenths(tenths: u16) -> Self {
        Self(tenths)
    }

    /// From the hours that all care managers worked in four weeks and the hours of one who works full time. A manager
    /// (管理者) who also does care management counts as full time: the caller gives full hours.
    pub fn from_hours(worked: u32, of_one: u32) -> Option<Self> {
        let tenths = floor(i64::from(worked) * 10, i64::from(of_one.max(1)));
        u16::try_from(tenths).ok().filter(|_| of_one > 0).map(Self)
    }

    /// Tenths.
    pub fn tenths(self) -> u16 {
        self.0
    }
}

/// A client of 居宅介護支援 with 給付管理 in the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CareCase<Id> {
    /// Who it is.
    pub id: Id,
    /// Day of the contract; of a client taken over from another office that of the new contract.
    pub contract: NaiveDate,
    /// Level at the end of the month.
    pub level: CareLevel,
}

/// A client with place and tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tiered<Id> {
    /// Who it is.
    pub id: Id,
    /// Place among the clients of 居宅介護支援, from 1.
    pub position: u32,
    /// The tier.
    pub tier: FeeTier,
}

/// The tier of the client at a place behind so many thirds of a case: clients of 介護予防支援 stand at the head and count a
/// third each, and a client has the tier in whose range the number up to and including them lies.
pub fn tier_at(thirds_ahead: u32, position: u32, staff: FullTime, borders: &Threshold) -> FeeTier {
    let thirds = i64::from(thirds_ahead) + 3 * i64::from(position);
    let is_below = |border: u16| 10 * thirds < 3 * i64::from(border) * i64::from(staff.0);
    if is_below(borders.first_below) {
        FeeTier::First
    } else if is_below(borders.second_below) {
        FeeTier::Second
    } else {
        FeeTier::Third
    }
}

/// Places and tiers of all clients: the oldest contract first, of the same day the higher fee first, then by `id`.
///
/// # Errors
/// When the month lies outside the tables, or a client's level is not 要介護.
pub fn tiers<Id: Clone + Ord>(
    cases: &[CareCase<Id>],
    prevention: u32,
    staff: FullTime,
    fee_type: FeeType,
    month: ServiceMonth,
    policy: &Policy,
    rates: &Rates,
) -> Result<Vec<Tiered<Id>>, NotKnown> {
    let borders = rates.fee_threshold(fee_type, month)?;
    let mut order = Vec::with_capacity(cases.len());
    for case in cases {
        let units = rates.care_fee(fee_type, FeeTier::First, case.level, month)?.units;
        order.push((case.contract, Reverse(units), &case.id));
    }
    order.sort();
    let tiered = |(position, (_, _, id)): (u32, (NaiveDate, Reverse<i64>, &Id))| Tiered {
        id: id.clone(),
        position,
        tier: tier_at(policy.thirds.of(prevention), position, staff, &borders),
    };
    Ok((1..).zip(order).map(tiered).collect())
}
