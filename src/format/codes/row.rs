//! One row of a master while it is read: its columns, what is wrong with them, what is in doubt.

use super::cell::{self, Unread};
use super::reading::MasterNote;
use super::table::Row;
use crate::domain::ids::ServiceCode;
use crate::domain::month::ServiceMonth;
use std::borrow::Cow;

/// What ought to stand in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// サービスコード of 6 letters and digits.
    Code,
    /// サービス種類コード of 2 letters and digits.
    Kind,
    /// サービス項目コード of 4 letters and digits.
    Item,
    /// 保険者番号 of 6 digits.
    Insurer,
    /// A whole number.
    Number,
    /// A whole number of yen, or nothing.
    Yen,
    /// A percentage from 1 to 100, or nothing.
    Percentage,
    /// 1 or 0.
    Flag,
    /// `time`, `day`, `month`, `percent` or `item`.
    UnitType,
    /// 算定単位 as a number or in words.
    CountingUnit,
    /// A month.
    Month,
    /// A month that is not before the first one.
    NotBeforeFirst,
    /// 介護 or 総合事業: codes of other laws look alike.
    CareInsurance,
    /// So many cells in the row.
    Columns(usize),
}

/// Why a row was refused; a row may have several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// Physical line, from 1.
    pub line: u64,
    /// Cell of the row, from 1.
    pub column: usize,
    /// What the column is called.
    pub item: &'static str,
    /// What stands there; the number of cells where that is wrong.
    pub found: String,
    /// What ought to stand there.
    pub expected: Expected,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Code,
    Insurer,
    Kind,
    Item,
    Name,
    Units,
    UnitType,
    InLimit,
    Calculation,
    Formula,
    System,
    Price,
    Rate,
    Copay,
    From,
    To,
}

impl Field {
    const COUNT: usize = Self::To as usize + 1;
}

/// Where the columns of a file stand and what they are called.
#[derive(Clone, Copy, Default)]
pub(super) struct Columns([Option<(usize, &'static str)>; Field::COUNT]);

impl Columns {
    pub(super) fn set(&mut self, field: Field, at: usize, name: &'static str) {
        if let Some(column) = self.0.get_mut(field as usize) {
            *column = Some((at, name));
        }
    }

    fn get(&self, field: Field) -> Option<(usize, &'static str)> {
        self.0.get(field as usize).copied().flatten()
    }
}

/// Reads one row.
pub(super) struct RowReader<'a> {
    row: &'a Row<'a, 'a>,
    columns: &'a Columns,
    pub(super) faults: Vec<RowFault>,
    pub(super) notes: Vec<MasterNote>,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(row: &'a Row<'a, 'a>, columns: &'a Columns) -> Self {
        Self { row, columns, faults: Vec::new(), notes: Vec::new() }
    }

    /// The text of a column; nothing where the file has no such column.
    pub(super) fn text(&self, field: Field) -> Cow<'a, str> {
        self.columns.get(field).map(|(at, _)| self.row.text(at)).unwrap_or_default()
    }

    /// Refuses the row for what stands in a column.
    pub(super) fn refuse(&mut self, field: Field, expected: Expected) {
        if let Some((at, item)) = self.columns.get(field) {
            let found = self.row.text(at).into_owned();
            self.faults.push(RowFault { line: self.row.line, column: at + 1, item, found, expected });
        }
    }

    /// Refuses a row that has not the cells of the first one.
    pub(super) fn refuse_row(&mut self, found: usize, expected: usize) {
        let (found, column) = (found.to_string(), found.min(expected) + 1);
        let expected = Expected::Columns(expected);
        self.faults.push(RowFault { line: self.row.line, column, item: "", found, expected });
    }

    /// The value of a column as `read` reads it; `None` with a fault otherwise.
    pub(super) fn value<T>(
        &mut self,
        field: Field,
        expected: Expected,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = read(&self.text(field));
        if value.is_none() {
            self.refuse(field, expected);
        }
        value
    }

    /// サービスコード.
    pub(super) fn code(&mut self) -> Option<ServiceCode> {
        self.value(Field::Code, Expected::Code, ServiceCode::parse)
    }

    /// 適用開始 and 適用終了; `read` gives `None` for an open end.
    pub(super) fn months(
        &mut self,
        read: fn(&str) -> Result<Option<ServiceMonth>, Unread>,
    ) -> Option<(Option<ServiceMonth>, Option<ServiceMonth>)> {
        let from = self.value(Field::From, Expected::Month, |text| read(text).ok());
        let to = self.value(Field::To, Expected::Month, |text| read(text).ok());
        let (from, to) = (from?, to?);
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            self.refuse(Field::To, Expected::NotBeforeFirst);
        }
        Some((from, to))
    }
}

/// A month that may be left out.
pub(super) fn open_month(text: &str) -> Result<Option<ServiceMonth>, Unread> {
    if text.is_empty() { Ok(None) } else { cell::month(text).map(Some).ok_or(Unread) }
}
