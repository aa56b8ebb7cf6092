//! The header of a file with rows of a register.

use super::cell::{CellFault, Expected};
use super::{Column, REGISTERS, Register};
use crate::app::decide::plain;
use crate::app::decisions::Cells;

/// Whether the header of a file names a register and its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heads {
    /// The register.
    pub register: &'static Register,
    /// The column at each place of the file.
    places: Vec<Option<&'static Column>>,
    /// Heads of columns that are none of the register's.
    pub unknown: Vec<String>,
}

/// Why a header is not that of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadFault {
    /// It has columns of no register, or lacks key columns.
    NoRegister,
    /// It can be that of several.
    Several(Vec<&'static str>),
    /// Key columns of the register are missing: their names, and the heads that are no column of it.
    Missing(Vec<&'static str>, Vec<String>),
    /// A column stands there twice.
    Repeated(&'static str),
}

/// Gives every name that a column of a register has for people.
type Names<'n> = &'n dyn Fn(&Register, &Column) -> Vec<String>;

impl Heads {
    /// The only register to which every head belongs and whose key columns are all there.
    ///
    /// # Errors
    /// See [`HeadFault`].
    pub fn find(header: &[String], names: Names<'_>) -> Result<Self, HeadFault> {
        let read = REGISTERS.iter().filter_map(|register| Self::of(register, header, names).ok());
        let mut fitting: Vec<Self> = read.filter(|heads| heads.unknown.is_empty()).collect();
        match (fitting.pop(), fitting.is_empty()) {
            (Some(heads), true) => Ok(heads),
            (Some(last), false) => {
                let names = fitting.iter().chain([&last]).map(|heads| heads.register.name);
                Err(HeadFault::Several(names.collect()))
            }
            (None, _) => Err(HeadFault::NoRegister),
        }
    }

    /// The columns of a register; heads that are none of its columns are [`Self::unknown`].
    ///
    /// # Errors
    /// See [`HeadFault`].
    pub fn of(register: &'static Register, header: &[String], names: Names<'_>) -> Result<Self, HeadFault> {
        let column = |head: &String| {
            register.all_columns().find(|column| {
                same_head(head, column.name)
                    || names(register, column).iter().any(|name| same_head(head, name))
            })
        };
        let places: Vec<Option<&'static Column>> = header.iter().map(column).collect();
        let count = |name: &str| places.iter().flatten().filter(|column| column.name == name).count();
        if let Some(twice) = register.all_columns().find(|column| count(column.name) > 1) {
            return Err(HeadFault::Repeated(twice.name));
        }
        let missing = register.keys.iter().map(|column| column.name).filter(|name| count(name) == 0);
        let missing: Vec<&'static str> = missing.collect();
        let unknown = header.iter().zip(&places).filter(|(head, place)| place.is_none() && !head.is_empty());
        let unknown = unknown.map(|(head, _)| head.clone()).collect();
        if !missing.is_empty() {
            return Err(HeadFault::Missing(missing, unknown));
        }
        Ok(Self { register, places, unknown })
    }

    /// Where a column stands in the file, from 1.
    pub fn place(&self, column: &str) -> Option<usize> {
        let at = self.places.iter().position(|place| place.is_some_and(|place| place.name == column));
        at.map(|at| at + 1)
    }

    /// The cells of a row by column.
    ///
    /// # Errors
    /// The row has fewer or more cells than the header.
    pub fn cells(&self, row: &[String]) -> Result<Cells, CellFault> {
        let is_cut = row.len() < self.places.len();
        let has_more = row.iter().skip(self.places.len()).any(|cell| !cell.trim().is_empty());
        if is_cut || has_more {
            let expected = Expected::of("cell-columns", self.places.len());
            return Err(CellFault::new("", &row.len().to_string(), expected));
        }
        let placed = self.places.iter().zip(row);
        Ok(placed.filter_map(|(place, cell)| Some(((*place)?.name.to_owned(), cell.clone()))).collect())
    }
}

/// Whether a head is a name, blanks, width and capitals apart. An empty one is none.
pub fn same_head(head: &str, name: &str) -> bool {
    let head = plain(head).to_lowercase();
    !head.is_empty() && head == plain(name).to_lowercase()
}
