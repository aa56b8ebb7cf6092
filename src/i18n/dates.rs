//! Months and days as people write them: 和暦 (令和8年10月, R8/10/5) or western (2026-10, 2026-10-05).

use crate::domain::month::{Day, ServiceMonth, Timestamp};
use chrono::{Datelike, NaiveDate, NaiveDateTime};

/// How dates are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// 和暦, as on Japanese forms.
    Era,
    /// Calendar years.
    Western,
}

/// Eras and their first days, newest first.
const ERAS: [(&str, (u16, u8, u8)); 5] = [
    ("令和", (2019, 5, 1)),
    ("平成", (1989, 1, 8)),
    ("昭和", (1926, 12, 25)),
    ("大正", (1912, 7, 30)),
    ("明治", (1868, 1, 25)),
];

impl DateStyle {
    /// A month in a heading: `令和8年10月`, `2026-10`.
    pub fn month(self, month: ServiceMonth) -> String {
        match self {
            DateStyle::Era => month.japanese(),
            DateStyle::Western => month.to_string(),
        }
    }

    /// A month in a narrow column: `R8/10`, `2026-10`.
    pub fn short_month(self, month: ServiceMonth) -> String {
        match self {
            DateStyle::Era => {
                let (_, letter, year) = month.era();
                format!("{letter}{year}/{}", month.month())
            }
            DateStyle::Western => month.to_string(),
        }
    }

    /// A day: `R8/10/5`, `2026-10-05`.
    pub fn day(self, month: ServiceMonth, day: u8) -> String {
        match self {
            DateStyle::Era => format!("{}/{day}", self.short_month(month)),
            DateStyle::Western => format!("{month}-{day:02}"),
        }
    }

    /// A day in full, as on forms: `昭和15年1月1日`, `1940-01-01`. Here eras begin on their day, as for dates of birth.
    pub fn long_day(self, day: Day) -> String {
        let (year, month) = (day.month.year(), day.month.month());
        let era = ERAS.iter().find(|(_, first)| *first <= (year, month, day.day));
        match (self, era) {
            (DateStyle::Era, Some((era, (first, ..)))) => {
                format!("{era}{}年{month}月{}日", year - first + 1, day.day)
            }
            _ => day.to_string(),
        }
    }

    /// A calendar date; dates of no service month (before 1900) are written as they are.
    pub fn date(self, date: NaiveDate) -> String {
        let parts = (u16::try_from(date.year()), u8::try_from(date.month()), u8::try_from(date.day()));
        let (Ok(year), Ok(month), Ok(day)) = parts else { return date.to_string() };
        ServiceMonth::new(year, month).map_or_else(|| date.to_string(), |month| self.day(month, day))
    }

    /// A day with hours and minutes: `R8/11/5 10:20`.
    pub fn moment(self, at: NaiveDateTime) -> String {
        format!("{} {}", self.date(at.date()), at.format("%H:%M"))
    }

    /// Cells that a timestamp or a moment takes at most.
    pub fn timestamp_cells(self) -> usize {
        match self {
            DateStyle::Era => "R10/11/12 09:30".len(),
            DateStyle::Western => "2028-11-12 09:30".len(),
        }
    }

    /// ファイル連番 as day and time: `R8/11/2 09:30`; digits that are no date are shown as they are.
    pub fn timestamp(self, timestamp: Timestamp) -> String {
        let digits = timestamp.to_string();
        let part = |range| digits.get(range).unwrap_or_default();
        let month = ServiceMonth::from_digits(part(0..6).as_bytes());
        match (month, part(6..8).parse()) {
            (Some(month), Ok(day)) if month.date(day).is_some() => {
                format!("{} {}:{}", self.day(month, day), part(8..10), part(10..12))
            }
            _ => digits,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eras_and_western() {
        let month = ServiceMonth::parse("2026-10").unwrap();
        assert_eq!(
            [DateStyle::Era.month(month), DateStyle::Western.month(month)],
            ["令和8年10月", "2026-10"]
        );
        assert_eq!(
            [DateStyle::Era.day(month, 5), DateStyle::Western.day(month, 5)],
            ["R8/10/5", "2026-10-05"]
        );
        assert_eq!(DateStyle::Era.date(NaiveDate::from_ymd_opt(2019, 4, 1).unwrap()), "H31/4/1");
    }

    #[test]
    fn eras_begin_on_their_day() {
        let day = |digits: &str| Day::from_digits(digits.as_bytes()).unwrap();
        for (digits, expected) in [
            ("20190501", "令和1年5月1日"),
            ("19890108", "平成1年1月8日"),
            ("19890107", "昭和64年1月7日"),
            ("19261225", "昭和1年12月25日"),
            ("19261224", "大正15年12月24日"),
            ("19120729", "明治45年7月29日"),
            ("19000101", "明治33年1月1日"),
        ] {
            assert_eq!(DateStyle::Era.long_day(day(digits)), expected);
        }
        assert_eq!(DateStyle::Western.long_day(day("19400101")), "1940-01-01");
    }

    #[test]
    fn moments() {
        let at = NaiveDate::from_ymd_opt(2026, 11, 5).and_then(|day| day.and_hms_opt(9, 5, 59)).unwrap();
        assert_eq!(DateStyle::Era.moment(at), "R8/11/5 09:05");
        assert_eq!(DateStyle::Western.moment(at), "2026-11-05 09:05");
        let widest = NaiveDate::from_ymd_opt(2028, 11, 12).and_then(|day| day.and_hms_opt(9, 30, 0)).unwrap();
        for style in [DateStyle::Era, DateStyle::Western] {
            assert_eq!(style.moment(widest).len(), style.timestamp_cells());
        }
    }

    #[test]
    fn timestamps() {
        assert_eq!(DateStyle::Era.timestamp(Timestamp(20_261_102_093_015)), "R8/11/2 09:30");
        assert_eq!(DateStyle::Western.timestamp(Timestamp(20_261_102_093_015)), "2026-11-02 09:30");
        assert_eq!(DateStyle::Era.timestamp(Timestamp(99)), "00000000000099");
    }
}
