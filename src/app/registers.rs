//! 登録: what the office itself says about its people, clients and partners, as flat tables in the journal.
//!
//! Every register is an entry of [`REGISTERS`]: its key columns, its other columns and what can stand in them. What people
//! type or take in from files is read by [`Register::entry`] and kept in one normal form; [`Registers`] gives it typed,
//! by service month (サービス提供年月).

#[cfg(test)]
pub(crate) mod any;
mod cell;
mod change;
mod eras;
mod fees;
mod heads;
mod row;
mod sheet;
mod standing;
mod table;
#[cfg(test)]
mod tests;
mod view;

pub use cell::{CellFault, Sort};
pub use change::{Batch, Outcome, RegisterRefusal, remove, set, set_all};
pub use fees::FeeNames;
pub use heads::{HeadFault, Heads, same_head};
pub use sheet::{RowCounts, RowFault, TakenSheet, take_sheet};
pub use standing::Standing;
pub use table::REGISTERS;
#[cfg(test)]
pub(in crate::app) use view::entering;
pub use view::{ClientEntry, Manager, ProviderEntry, Registers, Silence, Terms, Unreadable};

/// A column of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Name in the journal, in files and on the command line.
    pub name: &'static str,
    /// What can stand in it.
    pub sort: Sort,
}

/// A register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Register {
    /// Name in the journal and on the command line.
    pub name: &'static str,
    /// Columns that tell its rows apart.
    pub keys: &'static [Column],
    /// The other columns.
    pub columns: &'static [Column],
    /// Names of the other columns that cannot be empty.
    pub needs: &'static [&'static str],
    /// Names of columns of which the second must not lie before the first.
    pub spans: &'static [(&'static str, &'static str)],
}

/// The register of a name.
pub fn register(name: &str) -> Option<&'static Register> {
    REGISTERS.iter().find(|register| register.name == name)
}

impl Register {
    /// Every column, the keys first.
    pub fn all_columns(&self) -> impl Iterator<Item = &'static Column> + use<> {
        self.keys.iter().chain(self.columns)
    }

    /// The column of a name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.all_columns().find(|column| column.name == name)
    }

    fn is_key(&self, name: &str) -> bool {
        self.keys.iter().any(|column| column.name == name)
    }
}
