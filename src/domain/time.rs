//! Times of day on a service row (サービス開始時刻, サービス終了時刻).

use std::fmt;

/// A time `HHMM` from 0000 to 2400, or "no time" (`9999`), as item No.12 and 13 of the 第6表 hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VisitTime(u16);

impl VisitTime {
    /// `9999`: the service shows no time.
    pub const NONE: VisitTime = VisitTime(9999);

    /// A time from hours and minutes as one number (`930` is 9:30); 2400 is allowed, 9999 means none.
    pub fn from_hhmm(hhmm: u16) -> Option<Self> {
        (hhmm == 9999 || hhmm == 2400 || (hhmm < 2400 && hhmm % 100 < 60)).then_some(Self(hhmm))
    }

    /// Whether the row shows no time.
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }

    /// Hours and minutes as one number; 9999 when there is no time.
    pub fn hhmm(self) -> u16 {
        self.0
    }

    /// Minutes since midnight, when there is a time.
    pub fn minutes(self) -> Option<u16> {
        (!self.is_none()).then_some(self.0 / 100 * 60 + self.0 % 100)
    }

    /// Distance of two times in minutes; a time against no time counts as a whole day.
    pub fn minutes_apart(self, other: Self) -> u16 {
        match (self.minutes(), other.minutes()) {
            (Some(a), Some(b)) => a.abs_diff(b),
            (None, None) => 0,
            _ => 24 * 60,
        }
    }
}

impl serde::Serialize for VisitTime {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for VisitTime {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        super::codec::parsed(from, "time", |text| text.parse().ok().and_then(Self::from_hhmm))
    }
}

impl fmt::Display for VisitTime {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_and_invalid_times() {
        for good in [0, 930, 2359, 2400, 9999] {
            assert_eq!(VisitTime::from_hhmm(good).unwrap().hhmm(), good);
        }
        for bad in [60, 2401, 2460, 2560, 1060, 9998] {
            assert_eq!(VisitTime::from_hhmm(bad), None, "{bad}");
        }
    }

    #[test]
    fn distance() {
        let time = |hhmm| VisitTime::from_hhmm(hhmm).unwrap();
        assert_eq!(time(930).minutes_apart(time(1015)), 45);
        assert_eq!(VisitTime::NONE.minutes_apart(VisitTime::NONE), 0);
        assert_eq!(time(0).minutes_apart(VisitTime::NONE), 1440);
    }
}
