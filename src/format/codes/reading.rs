//! What was read of a master.

use super::Taken;
use super::row::RowFault;
use crate::domain::codes::CodeMaster;
use crate::domain::ids::InsurerNumber;
use crate::domain::month::ServiceMonth;
use std::collections::{BTreeMap, BTreeSet};

/// Faults that are kept; the others are only counted.
pub const MOST_FAULTS: usize = 200;

/// Layout of a master.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MasterSort {
    /// The program's own.
    Own,
    /// A public table of the nation's codes.
    Public,
    /// 単位数表マスタ of 総合事業, from a municipality.
    Municipal,
}

impl MasterSort {
    /// Every layout.
    pub const ALL: [MasterSort; 3] = [MasterSort::Own, MasterSort::Public, MasterSort::Municipal];

    /// A word for registers.
    pub fn id(self) -> &'static str {
        match self {
            MasterSort::Own => "own",
            MasterSort::Public => "public",
            MasterSort::Municipal => "municipal",
        }
    }

    /// The layout with a word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.id() == id)
    }
}

/// What is to be known of a master that was taken; each comes with the number of its rows, or of cells of a row for
/// [`MasterNote::WithoutHeader`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MasterNote {
    /// There is no header; the columns were read by their place.
    WithoutHeader,
    /// The master does not say what is inside the limit.
    NoLimitFlags,
    /// 支給限度額対象区分 that has no known meaning; left unknown.
    LimitUnclear,
    /// 単位数 0; the units are left unknown.
    WithoutUnits,
    /// 減算 without a minus sign: it may be lost, or a percentage; the units are left unknown.
    SignLost,
    /// 大規模型 of kinds 15 and 16: the number is the one for the limit; the units are left unknown.
    ManagedUnitsOnly,
    /// 処遇改善加算: the number was read as permille.
    PermilleInUnits,
    /// Other percentages: whether the number is percent or permille is not said; left unknown.
    PercentUnclear,
    /// 算定単位 that has no known meaning; left unknown.
    UnitTypeUnknown,
    /// Numbers that had lost their leading zeros.
    ZerosRestored,
    /// 予備項目 that is no price; left out.
    PriceUnclear,
    /// The same code comes again for the same months; the last row counts.
    Overlapping,
}

/// What was read of a master. Every row was taken or refused.
#[derive(Clone, Debug)]
pub struct MasterReading {
    /// Its layout.
    pub sort: MasterSort,
    /// The rows that were taken.
    pub master: CodeMaster,
    /// Number of rows that were taken.
    pub taken: usize,
    /// Number of rows that were refused.
    pub refused: usize,
    /// Why, in the order of the file, at most [`MOST_FAULTS`].
    pub faults: Vec<RowFault>,
    /// Number of all faults.
    pub fault_count: usize,
    /// What is to be known of the rows that were taken, with their number.
    pub notes: BTreeMap<MasterNote, usize>,
    /// The first month of the rows that were taken, when every one has a first month.
    pub from: Option<ServiceMonth>,
    /// The last month of the rows that were taken, when every one has a last month.
    pub to: Option<ServiceMonth>,
    /// The municipalities.
    pub insurers: BTreeSet<InsurerNumber>,
}

impl MasterReading {
    /// For a file of about so many rows.
    pub(super) fn new(sort: MasterSort, rows: usize) -> Self {
        let mut master = CodeMaster::default();
        let (national, municipal) = if sort == MasterSort::Municipal { (0, rows) } else { (rows, 0) };
        master.reserve(national, municipal);
        Self {
            sort,
            master,
            taken: 0,
            refused: 0,
            faults: Vec::new(),
            fault_count: 0,
            notes: BTreeMap::new(),
            from: None,
            to: None,
            insurers: BTreeSet::new(),
        }
    }

    /// Number of rows of the file, without its header and blank lines.
    pub fn rows(&self) -> usize {
        self.taken + self.refused
    }

    pub(super) fn note(&mut self, note: MasterNote, count: usize) {
        *self.notes.entry(note).or_default() += count;
    }

    pub(super) fn take(&mut self, taken: Taken, notes: &[MasterNote]) {
        let Taken { insurer, code, entry } = taken;
        self.taken += 1;
        for note in notes {
            self.note(*note, 1);
        }
        match insurer {
            Some(insurer) => self.master.add_municipal(insurer, code, entry),
            None => self.master.add(code, entry),
        }
    }

    pub(super) fn refuse(&mut self, faults: Vec<RowFault>) {
        self.refused += 1;
        self.fault_count += faults.len();
        let room = MOST_FAULTS.saturating_sub(self.faults.len());
        self.faults.extend(faults.into_iter().take(room));
    }

    /// Says what only the whole file shows.
    pub(super) fn finished(mut self) -> Self {
        // A master of our own that lost rows may lack any code.
        if self.sort == MasterSort::Own && self.refused == 0 {
            self.master.set_whole();
        }
        self.forget_idle_flags();
        if self.taken > 0 && self.master.entries().all(|entry| entry.in_limit.is_none()) {
            self.notes.remove(&MasterNote::LimitUnclear);
            self.note(MasterNote::NoLimitFlags, self.taken);
        }
        let overlaps = self.master.overlaps();
        if overlaps > 0 {
            self.note(MasterNote::Overlapping, overlaps);
        }
        let all = |month: fn(&crate::domain::codes::CodeEntry) -> Option<ServiceMonth>| {
            self.master.entries().map(month).collect::<Option<Vec<_>>>()
        };
        self.from = all(|entry| entry.valid_from).and_then(|months| months.into_iter().min());
        self.to = all(|entry| entry.valid_to).and_then(|months| months.into_iter().max());
        self.insurers = self.master.insurers();
        self
    }

    /// A municipality that calls nothing inside the limit has not filled the column in.
    fn forget_idle_flags(&mut self) {
        let is_filled = self.master.entries().any(|entry| entry.in_limit == Some(true));
        if self.sort == MasterSort::Municipal && !is_filled {
            self.master.entries_mut().for_each(|entry| entry.in_limit = None);
        }
    }
}
