//! Values of items: how they are read, tolerantly, and written.

use super::layout::{Item, ItemType};
use crate::domain::month::{Day, ServiceMonth};
use crate::format::rows::content;
use crate::format::sjis::Encoding;
use std::borrow::Cow;
use std::fmt;

/// What was expected of an item and not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A value; the item is empty.
    Filled,
    /// Nothing; the item is not used on this row.
    Empty,
    /// At most so many bytes.
    AtMost(u16),
    /// Digits only.
    Digits,
    /// A whole number, negative ones with a minus sign.
    Number,
    /// Half-width letters, digits, signs or katakana.
    HalfWidth,
    /// A month `YYYYMM`.
    Month,
    /// A date `YYYYMMDD`.
    Date,
    /// One of the listed codes, `code=label|…`.
    OneOf(&'static str),
    /// Another text than this character allows (single quote, small letter, control character), at a position in
    /// characters from 1.
    Without {
        /// The character.
        character: char,
        /// Where it stands, from 1.
        position: usize,
    },
    /// Characters of MS932; this one is none, or a 外字.
    Ms932 {
        /// The character.
        character: char,
        /// Where it stands, from 1.
        position: usize,
    },
}

/// An item whose value is not what the layout wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemFault {
    /// Item number (項目No.), from 1.
    pub item_no: u16,
    /// 項目名.
    pub item: &'static str,
    /// What stands there.
    pub value: String,
    /// What should.
    pub expected: Expected,
}

impl fmt::Display for ItemFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "item {} {}: {:?}, expected {:?}", self.item_no, self.item, self.value, self.expected)
    }
}

/// Reads and writes the values of one sort.
pub trait CellType {
    /// The Rust value; its default stands for an omitted item.
    type Value: Clone + fmt::Debug + Default + PartialEq;
    /// The value of text that is not empty, or what was expected.
    ///
    /// # Errors
    /// What was expected instead.
    fn parse(text: &str, item: &Item) -> Result<Self::Value, Expected>;
    /// The text that is written for a value.
    fn format(value: &Self::Value) -> String;
}

/// Codes and numbers kept as text; empty when omitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {}

impl CellType for Code {
    type Value = String;

    fn parse(text: &str, item: &Item) -> Result<String, Expected> {
        let code = half_width(text).to_ascii_uppercase();
        let is_odd = item.ty == ItemType::Num && !code.bytes().all(|byte| byte.is_ascii_digit());
        // A lone 0 means "omitted" in items of codes.
        if code == "0" && !item.zero_counts {
            Ok(String::new())
        } else if is_odd {
            Err(Expected::Digits)
        } else {
            Ok(code)
        }
    }

    fn format(value: &String) -> String {
        value.clone()
    }
}

/// Text, as it stands but for blanks at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {}

impl CellType for Text {
    type Value = String;

    fn parse(text: &str, _: &Item) -> Result<String, Expected> {
        Ok(text.to_owned())
    }

    fn format(value: &String) -> String {
        value.clone()
    }
}

/// Units, days, numbers of things and yen; 0 is a real zero, `None` is omitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {}

impl CellType for Amount {
    type Value = Option<i64>;

    fn parse(text: &str, _: &Item) -> Result<Option<i64>, Expected> {
        let plain = half_width(text).replace(',', "").replace(['△', '▲'], "-");
        plain.parse().map(Some).map_err(|_| Expected::Number)
    }

    fn format(value: &Option<i64>) -> String {
        value.map(|number| number.to_string()).unwrap_or_default()
    }
}

/// Year and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Month {}

impl CellType for Month {
    type Value = Option<ServiceMonth>;

    fn parse(text: &str, _: &Item) -> Result<Option<ServiceMonth>, Expected> {
        let digits = half_width(text);
        if digits.bytes().all(|byte| byte == b'0') {
            return Ok(None);
        }
        ServiceMonth::from_digits(digits.as_bytes()).map(Some).ok_or(Expected::Month)
    }

    fn format(value: &Option<ServiceMonth>) -> String {
        value.map(ServiceMonth::compact).unwrap_or_default()
    }
}

/// Date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Date {}

impl CellType for Date {
    type Value = Option<Day>;

    fn parse(text: &str, _: &Item) -> Result<Option<Day>, Expected> {
        let digits = half_width(text);
        if digits.bytes().all(|byte| byte == b'0') {
            return Ok(None);
        }
        Day::from_digits(digits.as_bytes()).map(Some).ok_or(Expected::Date)
    }

    fn format(value: &Option<Day>) -> String {
        value.map(|day| format!("{}{:02}", day.month.compact(), day.day)).unwrap_or_default()
    }
}

/// A record made of typed values; `kokuhoren_record!` implements it.
pub trait Record: Sized {
    /// The layout; item numbers count from 1 at its first entry.
    const ITEMS: &'static [Item];
    /// Reads the record; unreadable items keep their default and leave a fault.
    fn read(cells: &mut Cells<'_>) -> Self;
    /// Texts of the items in their order, without quotes.
    fn texts(&self) -> Vec<String>;
}

/// The cells of one row on their way into a record.
#[derive(Debug)]
pub struct Cells<'a> {
    raw: &'a [&'a [u8]],
    items: &'static [Item],
    next: usize,
    encoding: Encoding,
    faults: Vec<ItemFault>,
}

impl<'a> Cells<'a> {
    /// Raw cells with their quotes, in the order of `items`; missing ones at the end count as empty.
    pub fn new(raw: &'a [&'a [u8]], items: &'static [Item], encoding: Encoding) -> Self {
        Self { raw, items, next: 0, encoding, faults: Vec::new() }
    }

    /// The value of the next item.
    pub fn take<T: CellType>(&mut self) -> T::Value {
        let index = self.next;
        self.next += 1;
        let Some(item) = self.items.get(index) else { return T::Value::default() };
        let raw = content(self.raw.get(index).copied().unwrap_or_default());
        let text = self.encoding.decode(&raw);
        let text = text.trim_end_matches(is_blank);
        if text.trim_matches(is_blank).is_empty() {
            return T::Value::default();
        }
        T::parse(text, item).unwrap_or_else(|expected| {
            let item_no = u16::try_from(index + 1).unwrap_or(u16::MAX);
            self.faults.push(ItemFault { item_no, item: item.name, value: text.to_owned(), expected });
            T::Value::default()
        })
    }

    /// The items that could not be read.
    pub fn into_faults(self) -> Vec<ItemFault> {
        self.faults
    }
}

/// Half-width and full-width blanks.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\t')
}

/// Text with full-width letters, digits and signs made half-width and without blanks around it: `１２Ｐ０` is `12P0`.
pub fn half_width(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(is_blank);
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        '\u{3000}' => ' ',
        '\u{2212}' => '-',
        other => other,
    };
    Cow::Owned(text.chars().map(narrow).collect())
}

#[cfg(test)]
mod tests {
    use super::super::layout::{an, num, snum, ym};
    use super::*;

    #[test]
    fn full_width_codes_and_blanks_are_normalised() {
        assert_eq!(half_width("１２Ｐ０　"), "12P0");
        assert_eq!(half_width("ﾃﾞｲ"), "ﾃﾞｲ", "half-width kana stay");
        assert_eq!(Code::parse("ａｎｎｊ", &an(4, "備考")), Ok("ANNJ".to_owned()));
        assert_eq!(Code::parse("1a", &num(2, "性別コード")), Err(Expected::Digits));
    }

    #[test]
    fn a_lone_zero_is_omitted_in_codes_and_real_in_amounts() {
        assert_eq!(Code::parse("0", &num(8, "番号")), Ok(String::new()));
        assert_eq!(Code::parse("0", &num(2, "法別番号").zero()), Ok("0".to_owned()));
        assert_eq!(Amount::parse("0", &snum(6, "件数")), Ok(Some(0)));
        assert_eq!(Month::parse("0", &ym("対象年月")), Ok(None));
        assert_eq!(Month::parse("202613", &ym("対象年月")), Err(Expected::Month));
    }

    #[test]
    fn signs_of_numbers() {
        for (text, number) in [("-12", -12), ("△12", -12), ("－１２", -12), ("000120", 120), ("1,234", 1234)]
        {
            assert_eq!(Amount::parse(text, &snum(8, "単位数")), Ok(Some(number)), "{text}");
        }
        assert_eq!(Amount::parse("12.5", &snum(8, "単位数")), Err(Expected::Number));
    }
}
