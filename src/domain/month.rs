//! Service months (サービス提供年月), days and the timestamps of files.

use chrono::{Datelike, NaiveDate, Weekday};
use std::fmt;

/// サービス提供年月 (対象年月): a calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceMonth {
    year: u16,
    month: u8,
}

impl ServiceMonth {
    /// A month for invented data when the clock tells none.
    pub const FALLBACK: ServiceMonth = ServiceMonth { year: 2026, month: 10 };

    /// A month of the years 1900 to 2999, or `None`.
    pub fn new(year: u16, month: u8) -> Option<Self> {
        ((1900..3000).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// Reads `YYYYMM` (six ASCII digits).
    pub fn from_digits(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != 6 {
            return None;
        }
        let number = digits(bytes)?;
        Self::new(u16::try_from(number / 100).ok()?, u8::try_from(number % 100).ok()?)
    }

    /// Reads what a person types: `2026-10`, `202610` or `2026/10`.
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.trim().chars().filter(|c| !matches!(c, '-' | '/' | '.')).collect();
        Self::from_digits(plain.as_bytes())
    }

    /// Calendar year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Month of the year, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// `YYYYMM` as the exchange files write it.
    pub fn compact(self) -> String {
        format!("{:04}{:02}", self.year, self.month)
    }

    /// Days of the month, 28 to 31.
    pub fn days(self) -> u8 {
        (28..=31).rev().find(|day| self.date(*day).is_some()).unwrap_or(28)
    }

    /// The calendar date of a day of this month, when there is one.
    pub fn date(self, day: u8) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::from(self.year), u32::from(self.month), u32::from(day))
    }

    /// Weekday of a day of this month.
    pub fn weekday(self, day: u8) -> Option<Weekday> {
        self.date(day).map(|date| date.weekday())
    }

    /// Era, its letter and the year in it: 2026 is 令和 8 (`R`). Eras begin in the middle of months; the month of a
    /// change counts to the new era, as on official forms. Months before 平成 are given in 昭和.
    pub fn era(self) -> (&'static str, char, u16) {
        let at = (self.year, self.month);
        if at >= (2019, 5) {
            ("令和", 'R', self.year - 2018)
        } else if at >= (1989, 1) {
            ("平成", 'H', self.year - 1988)
        } else {
            ("昭和", 'S', self.year.saturating_sub(1925))
        }
    }

    /// 和暦, as on forms: 令和8年10月.
    pub fn japanese(self) -> String {
        let (era, _, year) = self.era();
        format!("{era}{year}年{}月", self.month)
    }

    /// The month after this one.
    pub fn next(self) -> Self {
        if self.month == 12 {
            Self { year: self.year + 1, month: 1 }
        } else {
            Self { month: self.month + 1, ..self }
        }
    }

    /// The month so many months after this one.
    pub fn after(self, months: u32) -> Self {
        (0..months).fold(self, |month, _| month.next())
    }

    /// Months from this one to a later one; 0 when it is not later.
    pub fn months_to(self, later: Self) -> u32 {
        let count = |month: Self| u32::from(month.year) * 12 + u32::from(month.month);
        count(later).saturating_sub(count(self))
    }

    /// The month before this one.
    pub fn previous(self) -> Self {
        if self.month == 1 {
            Self { year: self.year - 1, month: 12 }
        } else {
            Self { month: self.month - 1, ..self }
        }
    }
}

impl serde::Serialize for ServiceMonth {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for ServiceMonth {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        super::codec::parsed(from, "month", Self::parse)
    }
}

impl fmt::Display for ServiceMonth {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.year, self.month)
    }
}

/// A calendar day as read from `YYYYMMDD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The month the day lies in.
    pub month: ServiceMonth,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Day {
    /// Reads `YYYYMMDD`; a date that does not exist (20261131) is `None`.
    pub fn from_digits(bytes: &[u8]) -> Option<Self> {
        let (head, tail) = bytes.split_at_checked(6)?;
        let month = ServiceMonth::from_digits(head)?;
        let day = u8::try_from(digits(tail)?).ok().filter(|_| tail.len() == 2)?;
        (day >= 1 && (day <= 28 || day <= month.days())).then_some(Self { month, day })
    }

    /// The day of a date; `None` before the year 0 and after 9999.
    pub fn of(date: NaiveDate) -> Option<Self> {
        Self::from_digits(date.format("%Y%m%d").to_string().as_bytes())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{:02}", self.month, self.day)
    }
}

/// ファイル連番: the `YYYYMMDDHHMMSS` in a file name, which orders files of one sender (standard, 本文 2.5, 3.5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub u64);

impl Timestamp {
    /// Its day; `None` when there is no such day.
    pub fn date(self) -> Option<NaiveDate> {
        NaiveDate::parse_from_str(self.to_string().get(..8)?, "%Y%m%d").ok()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:014}", self.0)
    }
}

/// The value of up to 18 ASCII digits; anything else is `None`.
pub fn digits(bytes: &[u8]) -> Option<u64> {
    if bytes.is_empty() || bytes.len() > 18 {
        return None;
    }
    let mut value = 0_u64;
    for byte in bytes {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10 + u64::from(byte - b'0');
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_and_written() {
        let month = ServiceMonth::parse("2026-10").unwrap();
        assert_eq!((month.compact().as_str(), month.to_string().as_str()), ("202610", "2026-10"));
        assert_eq!(ServiceMonth::parse("202610"), Some(month));
        assert_eq!(ServiceMonth::parse(" 2026/10 "), Some(month));
        for bad in ["", "202613", "2026-1", "20261001", "２０２６１０", "000000"] {
            assert_eq!(ServiceMonth::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn eras() {
        let japanese = |text: &str| ServiceMonth::parse(text).unwrap().japanese();
        assert_eq!(japanese("2026-10"), "令和8年10月");
        assert_eq!(japanese("2019-05"), "令和1年5月");
        assert_eq!(japanese("2019-04"), "平成31年4月");
    }

    #[test]
    fn month_ends_and_neighbours() {
        let days = |text: &str| ServiceMonth::parse(text).unwrap().days();
        assert_eq!([days("2024-02"), days("2026-02"), days("2026-10"), days("2026-11")], [29, 28, 31, 30]);
        let december = ServiceMonth::parse("2026-12").unwrap();
        assert_eq!(december.next().to_string(), "2027-01");
        assert_eq!(december.next().previous(), december);
        assert_eq!((december.after(0), december.after(14).to_string().as_str()), (december, "2028-02"));
        assert_eq!(december.months_to(december.after(14)), 14);
        assert_eq!(december.after(1).months_to(december), 0, "not later");
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        assert_eq!(Day::from_digits(b"20261031").unwrap().to_string(), "2026-10-31");
        for bad in [&b"20261131"[..], b"20260229", b"20261000", b"2026103", b"202610311", b"2026-1-1"] {
            assert_eq!(Day::from_digits(bad), None, "{bad:?}");
        }
    }
}
