//! Rows of a register: read from texts, and given back as texts.

use super::cell::{Cell, CellFault, Expected};
use super::{Register, Sort, eras};
use crate::app::decisions::{Cells, Decisions};
use crate::domain::decision::{Subject, Value};
use crate::domain::ids::InsurerNumber;
use std::collections::BTreeMap;

/// A row that was read; without its empty cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row(BTreeMap<&'static str, Cell>);

impl Row {
    pub(super) fn cell(&self, column: &str) -> Option<&Cell> {
        self.0.get(column)
    }
}

impl Register {
    /// Reads a row from the texts of its columns and gives it in its normal form.
    ///
    /// # Errors
    /// Everything that is wrong with the cells.
    pub fn entry(&self, cells: &Cells) -> Result<(Subject, Value), Vec<CellFault>> {
        let row = self.read(cells)?;
        let text = |name: &str| row.cell(name).map(ToString::to_string);
        let key = self.keys.iter().filter_map(|column| text(column.name)).collect();
        let others = self.columns.iter();
        let cells = others.filter_map(|column| Some((column.name.to_owned(), text(column.name)?))).collect();
        Ok((Subject::Entry { register: self.name.to_owned(), key }, Value::Entry { cells }))
    }

    /// The normal form of the key columns alone.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub(super) fn key(&self, cells: &Cells) -> Result<Vec<String>, Vec<CellFault>> {
        let mut faults = Vec::new();
        let row = self.cells(self.keys.iter(), cells, &mut faults);
        let key = self.keys.iter().filter_map(|column| row.get(column.name)).map(ToString::to_string);
        if faults.is_empty() { Ok(key.collect()) } else { Err(faults) }
    }

    /// What is taken, but looks wrong: 保険者番号 whose check digit does not fit.
    pub fn doubts(&self, cells: &Cells) -> Vec<CellFault> {
        let doubt = |name: &str, text: &String| {
            let sort = self.column(name)?.sort;
            let Cell::Insurer(number) = sort.read(text, None).ok()? else { return None };
            let right: String = InsurerNumber::with_check_digit(&number);
            let expected = Expected::of("cell-check-digit", right);
            (!number.check_digit_fits()).then(|| CellFault::new(name, number.as_str(), expected))
        };
        let numbers = |sort: Sort| matches!(sort, Sort::Insurer | Sort::Owner);
        let given = cells.iter().filter(|(name, _)| self.column(name).is_some_and(|c| numbers(c.sort)));
        given.filter_map(|(name, text)| doubt(name, text)).collect()
    }

    /// Every row in force, in the order of the keys: the texts of all columns, empty ones too.
    pub fn rows(&self, decisions: &Decisions) -> Vec<Vec<String>> {
        let row = |(key, cells): (&Vec<String>, &Cells)| {
            let mut keys = key.iter().cloned();
            let mut row: Vec<String> = self.keys.iter().map(|_| keys.next().unwrap_or_default()).collect();
            row.extend(self.columns.iter().map(|column| cells.get(column.name).cloned().unwrap_or_default()));
            row
        };
        decisions.entries(self.name).iter().map(row).collect()
    }

    /// A row as the journal keeps it.
    pub(super) fn read_entry(&self, key: &[String], cells: &Cells) -> Result<Row, Vec<CellFault>> {
        let keys = self.keys.iter().zip(key).map(|(column, text)| (column.name.to_owned(), text.clone()));
        self.read(&cells.clone().into_iter().chain(keys).collect())
    }

    fn read(&self, given: &Cells) -> Result<Row, Vec<CellFault>> {
        let mut faults: Vec<CellFault> = given
            .iter()
            .filter(|(name, _)| self.column(name).is_none())
            .map(|(name, text)| self.no_column(name, text))
            .collect();
        let cells = self.cells(self.all_columns(), given, &mut faults);
        for (first, second) in self.spans {
            let (Some(from), Some(to)) = (cells.get(first), cells.get(second)) else { continue };
            if is_before(to, from) {
                faults.push(CellFault::new(second, &to.to_string(), Expected::of("cell-not-before", from)));
            }
        }
        if faults.is_empty() { Ok(Row(cells)) } else { Err(faults) }
    }

    /// The fault of a column that there is not, and what was to stand in it.
    pub fn no_column(&self, name: &str, text: &str) -> CellFault {
        let all: Vec<&str> = self.all_columns().map(|column| column.name).collect();
        CellFault::new(name, text, Expected::of("cell-column", all.join(", ")))
    }

    fn cells(
        &self,
        columns: impl Iterator<Item = &'static super::Column>,
        given: &Cells,
        faults: &mut Vec<CellFault>,
    ) -> BTreeMap<&'static str, Cell> {
        let month = self.keys.iter().find(|column| column.sort == Sort::Month);
        let month = month.and_then(|column| eras::month(given.get(column.name)?));
        let mut cells = BTreeMap::new();
        for column in columns {
            let text = given.get(column.name).map(|text| text.trim()).unwrap_or_default();
            let read = if text.is_empty() { Ok(None) } else { column.sort.read(text, month).map(Some) };
            match read {
                Ok(Some(cell)) if !cell.is_empty() => {
                    cells.insert(column.name, cell);
                }
                Ok(_) if self.is_key(column.name) || self.needs.contains(&column.name) => {
                    faults.push(CellFault::new(column.name, text, Expected::new("cell-required")));
                }
                Ok(_) => {}
                Err(expected) => faults.push(CellFault::new(column.name, text, expected)),
            }
        }
        cells
    }
}

fn is_before(one: &Cell, other: &Cell) -> bool {
    match (one, other) {
        (Cell::Month(one), Cell::Month(other)) => one < other,
        (Cell::Date(one), Cell::Date(other)) => one < other,
        _ => false,
    }
}
