//! The service code masters (サービスコードマスタ) of a workspace.
//!
//! `masters/<hash>.csv` holds the bytes of each as they came. Which of them count, and in which order, is said by the
//! register `masters` of the journal; one that is taken off the register leaves its file.

mod import;
#[cfg(test)]
mod tests;

pub use import::{MasterImport, MasterImportFailure, MasterNews, import_master, remove_master, take_master};

use super::plain_reason;
use crate::app::decisions::{Cells, Entries};
use crate::domain::codes::CodeMaster;
use crate::domain::ids::InsurerNumber;
use crate::domain::month::ServiceMonth;
use crate::format::codes::{MasterReading, MasterSort, NotAMaster, read_master};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Name of the register, and of the folder in a workspace.
pub const MASTERS: &str = "masters";

/// A row of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredMaster {
    /// BLAKE3 hash of its bytes in hexadecimal digits: the key of the row.
    pub hash: String,
    /// The name the file came with.
    pub name: String,
    /// Its layout; `None` for one that this program does not know.
    pub sort: Option<MasterSort>,
    /// Rows that were taken.
    pub rows: usize,
    /// Rows that were refused.
    pub refused: usize,
    /// The first month of its rows, when every one has a first month.
    pub from: Option<ServiceMonth>,
    /// The last month of its rows, when every one has a last month.
    pub to: Option<ServiceMonth>,
    /// The municipalities whose codes it has.
    pub insurers: Vec<InsurerNumber>,
    /// The rows of one with a higher number stand before those of the others.
    pub order: u64,
}

/// A registered master that is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MasterFault {
    /// Which.
    pub master: RegisteredMaster,
    /// Where its file should be.
    pub path: PathBuf,
    /// What is wrong.
    pub what: MasterFaultSort,
}

/// What is wrong with the file of a registered master.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MasterFaultSort {
    /// It is not there.
    Missing,
    /// It is not what was imported.
    Changed,
    /// It cannot be read; why, in the system's words.
    Unreadable(String),
    /// This program does not know its layout.
    NoMaster(NotAMaster),
}

impl RegisteredMaster {
    fn of_reading(hash: &blake3::Hash, name: String, reading: &MasterReading, order: u64) -> Self {
        Self {
            hash: hash.to_hex().to_string(),
            name,
            sort: Some(reading.sort),
            rows: reading.taken,
            refused: reading.refused,
            from: reading.from,
            to: reading.to,
            insurers: reading.insurers.iter().copied().collect(),
            order,
        }
    }

    fn of_cells(hash: &str, cells: &Cells) -> Self {
        let text = |column: &str| cells.get(column).map(String::as_str).unwrap_or_default();
        let count = |column: &str| text(column).parse().unwrap_or_default();
        Self {
            hash: hash.to_owned(),
            name: text("name").to_owned(),
            sort: MasterSort::from_id(text("sort")),
            rows: count("rows"),
            refused: count("refused"),
            from: ServiceMonth::parse(text("from")),
            to: ServiceMonth::parse(text("to")),
            insurers: text("insurers").split(' ').filter_map(InsurerNumber::parse).collect(),
            order: text("order").parse().unwrap_or_default(),
        }
    }

    fn cells(&self) -> Cells {
        let number = |number: usize| if number == 0 { String::new() } else { number.to_string() };
        let month = |month: Option<ServiceMonth>| month.map(|month| month.to_string()).unwrap_or_default();
        let insurers: Vec<&str> = self.insurers.iter().map(InsurerNumber::as_str).collect();
        let texts = [
            ("name", self.name.clone()),
            ("sort", self.sort.map(MasterSort::id).unwrap_or_default().to_owned()),
            ("rows", number(self.rows)),
            ("refused", number(self.refused)),
            ("from", month(self.from)),
            ("to", month(self.to)),
            ("insurers", insurers.join(" ")),
            ("order", self.order.to_string()),
        ];
        let filled = texts.into_iter().filter(|(_, text)| !text.is_empty());
        filled.map(|(column, text)| (column.to_owned(), text)).collect()
    }

    /// Where its file lies in a workspace; `None` when the register names no hash.
    fn path(&self, dir: &Path) -> Option<PathBuf> {
        let is_hash =
            blake3::Hash::from_hex(&self.hash).is_ok_and(|hash| hash.to_hex().as_str() == self.hash);
        is_hash.then(|| file(dir, &self.hash))
    }
}

fn file(dir: &Path, hash: &str) -> PathBuf {
    dir.join(MASTERS).join(format!("{hash}.csv"))
}

/// The masters on the register (`decisions.entries(MASTERS)`), the one that was imported last at the end.
pub fn registered_masters(entries: &Entries) -> Vec<RegisteredMaster> {
    let hash = |key: &Vec<String>| key.first().cloned().unwrap_or_default();
    let masters = entries.iter().map(|(key, cells)| RegisteredMaster::of_cells(&hash(key), cells));
    let mut masters: Vec<_> = masters.collect();
    masters.sort_by(|a, b| (a.order, &a.hash).cmp(&(b.order, &b.hash)));
    masters
}

/// The codes of all masters on the register; the rows of a later import stand before those of an earlier one. A master
/// whose file cannot be used is left out and told.
pub fn load_masters(dir: &Path, entries: &Entries) -> (CodeMaster, Vec<MasterFault>) {
    let (mut codes, mut faults) = (CodeMaster::default(), Vec::new());
    for master in registered_masters(entries) {
        let path = master.path(dir);
        let loaded =
            path.as_deref().ok_or(MasterFaultSort::Missing).and_then(|path| load(path, &master.hash));
        match loaded {
            Ok(later) => codes.merge(later),
            Err(what) => {
                let path = path.unwrap_or_else(|| dir.join(MASTERS));
                faults.push(MasterFault { master, path, what });
            }
        }
    }
    (codes, faults)
}

fn load(path: &Path, hash: &str) -> Result<CodeMaster, MasterFaultSort> {
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => MasterFaultSort::Missing,
        _ => MasterFaultSort::Unreadable(plain_reason(&error)),
    })?;
    if blake3::hash(&bytes).to_hex().as_str() != hash {
        return Err(MasterFaultSort::Changed);
    }
    read_master(&bytes).map(|reading| reading.master).map_err(MasterFaultSort::NoMaster)
}
