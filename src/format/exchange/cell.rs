//! Typed cells: the bytes as they came and the value they hold.

use super::layout::Column;
use crate::domain::month::{Day, ServiceMonth};
use crate::domain::time::VisitTime;
use crate::format::sjis::{self, Encoding};
use rust_decimal::Decimal as DecimalValue;
use std::fmt;
use std::str::FromStr;

/// Type of a column, as the reference table names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// `ym`: year and month, `000000` when not used.
    Month,
    /// `digits`: a number kept as text.
    Digits,
    /// `code`: letters and digits.
    Code,
    /// `date`: `YYYYMMDD`, `00000000` when not used.
    Date,
    /// `free_text`: quoted text of any length.
    FreeText,
    /// `int`: a whole number, possibly negative.
    Int,
    /// `decimal`: a number with decimals.
    Decimal,
    /// `null_only`: not used, written empty.
    Nothing,
    /// `time_hhmm`: a time, `9999` for none.
    Time,
    /// `flag`: 1 or 0.
    Flag,
}

impl ColumnType {
    /// Name in the reference table.
    pub fn name(self) -> &'static str {
        match self {
            ColumnType::Month => "ym",
            ColumnType::Digits => "digits",
            ColumnType::Code => "code",
            ColumnType::Date => "date",
            ColumnType::FreeText => "free_text",
            ColumnType::Int => "int",
            ColumnType::Decimal => "decimal",
            ColumnType::Nothing => "null_only",
            ColumnType::Time => "time_hhmm",
            ColumnType::Flag => "flag",
        }
    }

    /// Whether non-empty text can be read as this type (after the normalisations of liberal reading).
    pub fn accepts(self, text: &str) -> bool {
        match self {
            ColumnType::Month => Month::parse(text).is_some() || text == "000000",
            ColumnType::Date => {
                Date::parse(text).is_some() || text == "00000000" || Month::parse(text).is_some()
            }
            ColumnType::Int => Int::parse(text).is_some(),
            ColumnType::Decimal => Decimal::parse(text).is_some(),
            ColumnType::Time => Time::parse(text).is_some(),
            ColumnType::Flag => Flag::parse(text).is_some(),
            ColumnType::Digits => text.bytes().all(|b| b.is_ascii_digit()),
            ColumnType::Code | ColumnType::FreeText | ColumnType::Nothing => true,
        }
    }
}

/// Reads and writes the values of one column type.
pub trait CellType {
    /// The Rust value.
    type Value: Clone + fmt::Debug + PartialEq;
    /// The value of non-empty text, when it has one.
    fn parse(text: &str) -> Option<Self::Value>;
    /// The text that is written for a value.
    fn format(value: &Self::Value) -> String;
}

/// Declares a marker type for a column type and how its values are read and written.
macro_rules! cell_type {
    ($(#[$doc:meta])* $name:ident, $value:ty, $parse:expr, $format:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {}

        impl CellType for $name {
            type Value = $value;
            fn parse(text: &str) -> Option<$value> {
                let parse: fn(&str) -> Option<$value> = $parse;
                parse(text)
            }
            fn format(value: &$value) -> String {
                let format: fn(&$value) -> String = $format;
                format(value)
            }
        }
    };
}

cell_type!(
    /// Year and month.
    Month, ServiceMonth, |text| ServiceMonth::from_digits(text.as_bytes()), |month| month.compact()
);
cell_type!(
    /// Calendar date.
    Date, Day, |text| Day::from_digits(text.as_bytes()), |day| format!("{}{:02}", day.month.compact(), day.day)
);
cell_type!(
    /// Digits kept as text.
    Digits, String, |text| Some(text.to_owned()), String::clone
);
cell_type!(
    /// Letters and digits kept as text.
    Code, String, |text| Some(text.to_owned()), String::clone
);
cell_type!(
    /// Text.
    FreeText, String, |text| Some(text.to_owned()), String::clone
);
cell_type!(
    /// Whole number; thousands commas are read.
    Int, i64, |text| text.replace(',', "").parse().ok(), i64::to_string
);
cell_type!(
    /// Number with decimals.
    Decimal, DecimalValue, |text| DecimalValue::from_str(text).ok(), |value| format!("{value:.2}")
);
cell_type!(
    /// Time of day; `H:MM` is read.
    Time, VisitTime, |text| text.replace(':', "").parse().ok().and_then(VisitTime::from_hhmm), VisitTime::to_string
);
cell_type!(
    /// 1 or 0.
    Flag, bool, |text| match text { "1" => Some(true), "0" => Some(false), _ => None }, |flag| u8::from(*flag).to_string()
);
cell_type!(
    /// A column that is not used.
    Nothing, (), |_| None, |()| String::new()
);

/// One cell: the content as it came, without its quotes, and the value it holds.
#[derive(Clone, PartialEq)]
pub struct Cell<T: CellType> {
    content: Vec<u8>,
    value: Option<T::Value>,
}

impl<T: CellType> Cell<T> {
    /// Reads a cell from its unquoted content. Text of a UTF-8 file is brought to MS932; characters that MS932 lacks are
    /// marked in the content, which then cannot be written, and stand in the value.
    pub fn read(content: &[u8], encoding: Encoding) -> Self {
        let text = encoding.decode(content);
        let value = if text.is_empty() { None } else { T::parse(&text) };
        let content = match encoding {
            Encoding::Ms932 => content.to_vec(),
            Encoding::Utf8 => sjis::encode_or_mark(&text),
        };
        Self { content, value }
    }

    /// The value; `None` when the cell is empty, not used (`000000`) or not readable as its type.
    pub fn value(&self) -> Option<&T::Value> {
        self.value.as_ref()
    }

    /// The content as it will be written.
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// Puts a new value in the cell; `None` empties it.
    ///
    /// # Errors
    /// The first character that MS932 does not have, with its position from 1; the cell then keeps what it had.
    pub fn set(&mut self, value: Option<T::Value>) -> Result<(), (usize, char)> {
        self.content = sjis::encode(&value.as_ref().map(T::format).unwrap_or_default())?;
        self.value = value;
        Ok(())
    }
}

impl<T: CellType> fmt::Debug for Cell<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?} ({})", self.value, String::from_utf8_lossy(&self.content))
    }
}

/// A record made of typed cells; `exchange_record!` implements it.
pub trait TypedRecord: Sized {
    /// Columns of the newest edition.
    const COLUMNS: &'static [Column];
    /// Builds the record from the unquoted contents of its columns, in the order of the newest edition.
    fn from_contents(contents: &mut dyn Iterator<Item = &[u8]>, encoding: Encoding) -> Self;
    /// Unquoted contents in the order of the newest edition.
    fn contents(&self) -> Vec<&[u8]>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_and_untouched_bytes_kept() {
        let cell = Cell::<Int>::read(b"0387", Encoding::Ms932);
        assert_eq!((cell.value(), cell.content()), (Some(&387), &b"0387"[..]));
        let mut text = Cell::<FreeText>::read(b"\xFA\x5C", Encoding::Ms932);
        assert_eq!(text.content(), b"\xFA\x5C", "an IBM code that would come back as ED/EE keeps its bytes");
        text.set(Some("山".to_owned())).unwrap();
        assert_eq!(text.content(), b"\x8E\x52");
        assert_eq!(text.set(Some("𠮷".to_owned())), Err((1, '𠮷')));
        assert_eq!(text.value().unwrap(), "山");
    }

    #[test]
    fn unused_and_unreadable_cells_have_no_value() {
        assert_eq!(Cell::<Date>::read(b"00000000", Encoding::Ms932).value(), None);
        assert_eq!(Cell::<Month>::read(b"000000", Encoding::Ms932).value(), None);
        assert_eq!(Cell::<Date>::read(b"20261131", Encoding::Ms932).value(), None);
        assert_eq!(Cell::<Flag>::read(b"2", Encoding::Ms932).value(), None);
    }

    #[test]
    fn every_type_writes_what_it_reads() {
        fn same<T: CellType>(text: &str) {
            assert_eq!(T::format(&T::parse(text).unwrap()), text);
        }
        same::<Month>("202610");
        same::<Date>("20261031");
        same::<Int>("-47");
        same::<Decimal>("10.21");
        same::<Time>("0930");
        same::<Time>("9999");
        same::<Flag>("1");
        same::<Code>("A22411");
    }
}
