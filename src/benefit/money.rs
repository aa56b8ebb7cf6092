//! Units, yen and their rounding.
//!
//! Source: 介護給付費請求書等の記載要領, and 指定居宅サービスに要する費用の額の算定に関する基準の制定に伴う実施上の留意事項に
//! ついて, 通則 (端数処理): units are rounded half up at every step, yen are cut off.

use std::fmt;

/// 単位数. Negative for reductions.
pub type Units = i64;

/// 円. Negative for reductions.
pub type Yen = i64;

/// 単位数単価: the price of one unit, in hundredths of a yen (11.40 yen is 1140).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitPrice(u32);

impl UnitPrice {
    /// A price from hundredths of a yen.
    pub const fn from_hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// Reads a price as the exchange files write it: yen with up to two decimals (`10.21`, `10`).
    pub fn parse(text: &str) -> Option<Self> {
        let (yen, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if yen.is_empty() || yen.len() > 5 || part.len() > 2 || !is_number(yen) || !is_number(part) {
            return None;
        }
        Some(Self(format!("{yen}{part:0<2}").parse().ok()?))
    }

    /// Hundredths of a yen.
    pub fn hundredths(self) -> u32 {
        self.0
    }
}

impl fmt::Display for UnitPrice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// 給付率: what insurance pays, in percent (90, 80, 70; 60 while 給付額減額; 100 for the plan fee).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BenefitRate(u8);

impl BenefitRate {
    /// Everything is paid (10割給付).
    pub const FULL: Self = Self(100);

    /// Nothing is paid by insurance.
    pub const NONE: Self = Self(0);

    /// A rate of 0 to 100 percent.
    pub fn new(percent: u8) -> Option<Self> {
        (percent <= 100).then_some(Self(percent))
    }

    /// The rate left to somebody of a 負担割合 of 1, 2 or 3 (割); `reduced` while benefits are cut for arrears
    /// (給付額減額: 70 percent, of 3割 people 60).
    pub fn of_share(tenths: u8, reduced: bool) -> Option<Self> {
        match (tenths, reduced) {
            (1 | 2, true) => Some(Self(70)),
            (3, true) => Some(Self(60)),
            (1..=3, false) => Some(Self(100 - 10 * tenths)),
            _ => None,
        }
    }

    /// Percent.
    pub fn percent(self) -> u8 {
        self.0
    }
}

/// `numerator / denominator` rounded half up: a half goes toward plus infinity. The denominator is positive.
pub fn half_up(numerator: i64, denominator: i64) -> i64 {
    let twice = denominator.saturating_mul(2).max(1);
    numerator.saturating_mul(2).saturating_add(denominator).div_euclid(twice)
}

/// `numerator / denominator` cut off toward minus infinity. The denominator is positive.
pub fn floor(numerator: i64, denominator: i64) -> i64 {
    numerator.div_euclid(denominator.max(1))
}

/// Units × permille ÷ 1000, rounded half up.
pub fn permille_of(units: Units, permille: u32) -> Units {
    half_up(units.saturating_mul(permille.into()), 1000)
}

/// The units after each of several factors in permille; each step takes the rounded result of the one before.
pub fn chain(units: Units, factors: &[u32]) -> Vec<Units> {
    factors
        .iter()
        .scan(units, |now, permille| {
            *now = permille_of(*now, *permille);
            Some(*now)
        })
        .collect()
}

/// 割引後単位数: units × 割引後率 percent, rounded half up; reductions are not discounted.
pub fn discounted(units: Units, rate_percent: Option<u8>) -> Units {
    match rate_percent {
        Some(rate) if units > 0 => half_up(units.saturating_mul(rate.into()), 100),
        _ => units,
    }
}

/// 費用総額: units × price, cut off to the yen; toward minus infinity for reductions.
pub fn cost(units: Units, price: UnitPrice) -> Yen {
    floor(units.saturating_mul(price.0.into()), 100)
}

/// 保険請求額: cost × 給付率, cut off to the yen.
pub fn claim(cost: Yen, rate: BenefitRate) -> Yen {
    floor(cost.saturating_mul(rate.0.into()), 100)
}

/// Units of rented equipment (福祉用具貸与): yen ÷ 10, rounded half up.
pub fn equipment_units(charge: Yen) -> Units {
    half_up(charge, 10)
}

/// Yen of rented equipment for some days of a month, cut off. A proposal only: the supplier's rules (運営規程) decide.
pub fn equipment_for_days(charge: Yen, days: u8, days_of_month: u8) -> Yen {
    floor(charge.saturating_mul(days.into()), days_of_month.into())
}

/// 日割 unit of a monthly code that has no daily code in a master: monthly units ÷ 30.4, rounded half up.
pub fn daily_units(monthly: Units) -> Units {
    half_up(monthly.saturating_mul(10), 304)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_up_and_yen_are_cut_off_toward_minus_infinity() {
        let cases = [(5, 2, 3, 2), (-5, 2, -2, -3), (-51, 10, -5, -6), (49, 10, 5, 4), (-7, 1, -7, -7)];
        for (numerator, denominator, up, down) in cases {
            assert_eq!(half_up(numerator, denominator), up, "{numerator}/{denominator}");
            assert_eq!(floor(numerator, denominator), down, "{numerator}/{denominator}");
        }
        assert_eq!(half_up(i64::MAX, 0), i64::MAX, "no division by zero, no overflow");
    }

    #[test]
    fn prices_are_read_as_the_files_write_them() {
        for (text, hundredths) in [("10.21", 1021), ("10", 1000), ("11.4", 1140), (" 9.00 ", 900)] {
            assert_eq!(UnitPrice::parse(text).unwrap().hundredths(), hundredths, "{text}");
        }
        for bad in ["", "10.211", "-1", "1,0", "１０", ".5", "123456"] {
            assert_eq!(UnitPrice::parse(bad), None, "{bad}");
        }
        assert_eq!(UnitPrice::from_hundredths(1005).to_string(), "10.05");
    }

    #[test]
    fn rates_of_people() {
        let rate = |tenths, reduced| BenefitRate::of_share(tenths, reduced).map(BenefitRate::percent);
        assert_eq!([rate(1, false), rate(2, false), rate(3, false)], [Some(90), Some(80), Some(70)]);
        assert_eq!([rate(1, true), rate(2, true), rate(3, true)], [Some(70), Some(70), Some(60)]);
        assert_eq!([rate(0, false), rate(4, true)], [None, None]);
    }

    #[test]
    fn daily_units_are_those_of_the_code_table() {
        let pairs = [(2961, 97), (3761, 124), (1176, 39), (2349, 77), (3727, 123)];
        for (monthly, daily) in pairs {
            assert_eq!(daily_units(monthly), daily);
        }
    }

    #[test]
    fn equipment_for_a_part_of_the_month() {
        assert_eq!(equipment_for_days(3000, 12, 30), 1200);
        assert_eq!(equipment_for_days(3000, 10, 31), 967);
    }
}
