//! What stands in the cells of masters.

use crate::domain::month::ServiceMonth;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Text without blanks around it, full-width ones included.
pub(super) fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// Text with full-width letters and half-width kana in their usual width, without any blanks.
pub(super) fn plain(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

/// A whole number; `△` and `▲` are minus signs.
pub(super) fn number(text: &str) -> Option<i32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let sign = |c: char| if matches!(c, '△' | '▲' | '\u{2212}') { '-' } else { c };
    plain(text).chars().map(sign).filter(|c| *c != ',').collect::<String>().parse().ok()
}

/// What stands in a cell is not what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unread;

/// A number that may be left out; 0 stands for nothing.
pub(super) fn positive(text: &str) -> Result<Option<u32>, Unread> {
    if text.is_empty() {
        return Ok(None);
    }
    let number = number(text).and_then(|number| u32::try_from(number).ok()).ok_or(Unread)?;
    Ok((number > 0).then_some(number))
}

/// A month: `2024-06`, `202406`, or that of a day: `2024-06-01`, `2024/6/1`, `20240601`.
pub(super) fn month(text: &str) -> Option<ServiceMonth> {
    let mut parts = text.split(['-', '/', '.']);
    let first = parts.next()?;
    let (year, month) = match parts.next() {
        None if matches!(first.len(), 6 | 8) && first.is_ascii() => first.split_at_checked(4)?,
        None => return None,
        Some(second) => (first, second),
    };
    let month = if month.len() == 4 { month.get(..2)? } else { month };
    let is_day = |day: &str| day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    if !parts.next().is_none_or(is_day) || parts.next().is_some() || year.len() != 4 {
        return None;
    }
    ServiceMonth::new(year.parse().ok()?, month.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_and_programs_write_them() {
        let cases = [("244", 244), ("00137", 137), ("-376", -376), ("△１２", -12), ("1,168", 1168)];
        for (text, expected) in cases {
            assert_eq!(number(text), Some(expected), "{text}");
        }
        for text in ["", "１０％", "12.5", "99999999999"] {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!([positive(""), positive("000"), positive("90")], [Ok(None), Ok(None), Ok(Some(90))]);
        assert_eq!([positive("-1"), positive("x")], [Err(Unread), Err(Unread)]);
    }

    #[test]
    fn months_and_days() {
        for text in ["2024-06", "202406", "2024-06-01", "2024/6/1", "20240601", "2024.6"] {
            assert_eq!(month(text), ServiceMonth::new(2024, 6), "{text}");
        }
        for text in
            ["", "2024", "202413", "2024-06-32", "2024-06-01-01", "24-06", "２０２４０６", "2024061", "-"]
        {
            assert_eq!(month(text), None, "{text}");
        }
    }
}
