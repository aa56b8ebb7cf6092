//! Months and dates as people and spreadsheets write them, 和暦 too.

use crate::app::decide::plain;
use crate::domain::month::{ServiceMonth, digits};
use chrono::NaiveDate;

/// How an era begins, and the year before its first.
const ERAS: [(&str, u16); 9] = [
    ("令和", 2018),
    ("令", 2018),
    ("R", 2018),
    ("平成", 1988),
    ("平", 1988),
    ("H", 1988),
    ("昭和", 1925),
    ("昭", 1925),
    ("S", 1925),
];

/// Spreadsheets make `Oct-26` of `2026-10`.
const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// `2026-10`, `2026/10`, `202610`, `R8.10`, `令和8年10月`, `Oct-26`, or the first day of a month.
pub(super) fn month(text: &str) -> Option<ServiceMonth> {
    let plain = plain(text).to_ascii_uppercase();
    if let Some(month) = named_month(&plain) {
        return Some(month);
    }
    match written(&plain)? {
        (month, None | Some(1)) => Some(month),
        _ => None,
    }
}

/// `2026-10-05`, `2026/10/5`, `20261005`, `R8.10.5`, `令和8年10月5日`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let (month, day) = written(&plain(text).to_ascii_uppercase())?;
    month.date(day?)
}

fn written(plain: &str) -> Option<(ServiceMonth, Option<u8>)> {
    let era = ERAS.iter().find_map(|(name, before)| Some((*before, plain.strip_prefix(name)?)));
    let rest = era.map_or(plain, |(_, rest)| rest);
    let first_year =
        if era.is_some() { rest.strip_prefix('元').map(|rest| format!("1{rest}")) } else { None };
    let rest = first_year.as_deref().unwrap_or(rest).replace(['年', '月', '/', '.'], "-");
    let rest = rest.trim_end_matches('日').trim_end_matches('-');
    let parts = match rest.split('-').collect::<Vec<_>>().as_slice() {
        [together] => cut(together, if era.is_some() { 2 } else { 4 })?,
        parts => parts.iter().map(|part| (*part).to_owned()).collect(),
    };
    let [year, more @ ..] = parts.as_slice() else { return None };
    let year = match era {
        Some((before, _)) => before.checked_add(number(year, 2).filter(|year| *year > 0)?)?,
        None => number(year, 4).filter(|_| year.len() == 4)?,
    };
    let small = |text: &String| u8::try_from(number(text, 2)?).ok();
    let (month, day) = match more {
        [month] => (small(month)?, None),
        [month, day] => (small(month)?, Some(small(day)?)),
        _ => return None,
    };
    Some((ServiceMonth::new(year, month)?, day))
}

/// Digits without anything between them: the year, two for the month, two or none for the day.
fn cut(together: &str, year: usize) -> Option<Vec<String>> {
    let month = together.get(year..year + 2)?;
    let day = together.get(year + 2..).filter(|day| !day.is_empty());
    let fits = day.is_none_or(|day| day.len() == 2);
    let parts = std::iter::once(together.get(..year)?).chain([month]).chain(day);
    fits.then(|| parts.map(str::to_owned).collect())
}

fn number(text: &str, most: usize) -> Option<u16> {
    u16::try_from(digits(text.as_bytes()).filter(|_| text.len() <= most)?).ok()
}

fn named_month(plain: &str) -> Option<ServiceMonth> {
    let (left, right) = plain.split_once('-')?;
    let place = |name: &str| (1..).zip(MONTHS).find(|(_, month)| *month == name).map(|(number, _)| number);
    let (month, year) =
        place(left).map(|month| (month, right)).or_else(|| place(right).map(|month| (month, left)))?;
    ServiceMonth::new(2000 + number(year, 2).filter(|_| year.len() == 2)?, month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_in_every_form() {
        for good in [
            "2026-10",
            " 2026/10 ",
            "202610",
            "2026.10",
            "2026年10月",
            "２０２６－１０",
            "R8.10",
            "r08/10",
            "令和8年10月",
            "令8-10",
            "R0810",
            "H38.10",
            "Oct-26",
            "26-Oct",
            "2026/10/1",
            "20261001",
        ] {
            assert_eq!(month(good).map(ServiceMonth::compact).as_deref(), Some("202610"), "{good}");
        }
        for bad in [
            "",
            "2026",
            "2026-13",
            "2026-00",
            "26-10",
            "R0.10",
            "R8.10.5",
            "2026-10-05",
            "10",
            "R8",
            "Foo-26",
        ] {
            assert_eq!(month(bad), None, "{bad}");
        }
        assert_eq!(month("令和元年5月").map(ServiceMonth::compact).as_deref(), Some("201905"));
    }

    #[test]
    fn dates_are_read_in_every_form() {
        for good in [
            "2026-04-01",
            "2026/4/1",
            "20260401",
            "2026年4月1日",
            "R8.4.1",
            "Ｒ８．４．１",
            "令和８年４月１日",
            "R080401",
            "㋿8年4月1日",
        ] {
            assert_eq!(date(good).map(|date| date.to_string()).as_deref(), Some("2026-04-01"), "{good}");
        }
        assert_eq!(date("昭和64年1月7日"), NaiveDate::from_ymd_opt(1989, 1, 7));
        for bad in [
            "",
            "2026-04",
            "2026-02-29",
            "2026-04-31",
            "R8.4",
            "26-4-1",
            "20260431",
            "2026-4-1-1",
            "一月一日",
        ] {
            assert_eq!(date(bad), None, "{bad}");
        }
    }
}
