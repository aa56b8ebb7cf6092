//! 取扱件数 of an office, in all its readings.

use super::tier::{FullTime, tier_at};
use crate::benefit::money::floor;
use crate::benefit::policy::Policy;
use crate::benefit::rates::{FeeTier, FeeType, NotKnown, Rates, Threshold};
use crate::domain::month::ServiceMonth;

/// Clients of an office or of a care manager in a month. Clients of 介護予防ケアマネジメント (総合事業) and those of 介護予防支援
/// in areas named by the minister (厚生労働大臣が定める地域) are not counted and not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Workload {
    /// Clients of 居宅介護支援 with 給付管理.
    pub care: u32,
    /// Clients of the office's own 介護予防支援.
    pub prevention_own: u32,
    /// Clients of 介護予防支援 entrusted by 地域包括支援センター (委託).
    pub prevention_entrusted: u32,
    /// 常勤換算.
    pub staff: FullTime,
}

/// Which clients of 介護予防支援 count, a third each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The office's own and the entrusted ones: the rule since 2024-04.
    OwnAndEntrusted,
    /// The office's own only.
    OwnOnly,
    /// None.
    CareOnly,
}

/// How many clients are in each tier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TierCounts {
    /// (i).
    pub first: u32,
    /// (ii).
    pub second: u32,
    /// (iii).
    pub third: u32,
}

/// How many more clients of 居宅介護支援 fit below a border; negative when so many lie beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Borders {
    /// Below that of (i): 45, or 50 of type (Ⅱ), per 常勤換算.
    pub first: i64,
    /// Below that of (ii): 60 per 常勤換算.
    pub second: i64,
}

/// A workload in one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reckoning {
    /// The reading.
    pub reading: Reading,
    /// 取扱件数 × 3, so that thirds stay whole.
    pub cases_x3: u32,
    /// Tiers.
    pub counts: TierCounts,
    /// Room below the borders.
    pub room: Borders,
}

/// The workload in every reading, the rule in force first.
///
/// # Errors
/// When the month lies outside the table.
pub fn readings(
    work: &Workload,
    fee_type: FeeType,
    month: ServiceMonth,
    policy: &Policy,
    rates: &Rates,
) -> Result<[Reckoning; 3], NotKnown> {
    let borders = rates.fee_threshold(fee_type, month)?;
    let all = work.prevention_own + work.prevention_entrusted;
    let of = |reading, prevention| reckon(work, reading, policy.thirds.of(prevention), &borders);
    Ok([
        of(Reading::OwnAndEntrusted, all),
        of(Reading::OwnOnly, work.prevention_own),
        of(Reading::CareOnly, 0),
    ])
}

fn reckon(work: &Workload, reading: Reading, thirds_ahead: u32, borders: &Threshold) -> Reckoning {
    let mut counts = TierCounts::default();
    for position in 1..=work.care {
        match tier_at(thirds_ahead, position, work.staff, borders) {
            FeeTier::First => counts.first += 1,
            FeeTier::Second => counts.second += 1,
            FeeTier::Third => counts.third += 1,
        }
    }
    let room = |border: u16| {
        // The last place p with 10 (thirds_ahead + 3 p) < 3 × border × tenths.
        let thirds = 3 * i64::from(border) * i64::from(work.staff.tenths()) - 10 * i64::from(thirds_ahead);
        floor(thirds - 1, 30).max(0) - i64::from(work.care)
    };
    Reckoning {
        reading,
        cases_x3: thirds_ahead + 3 * work.care,
        counts,
        room: Borders { first: room(borders.first_below), second: room(borders.second_below) },
    }
}
