//! How rows of a code are compared: as a master says, else as the month's own files show, else by the kind.

use super::{CodeEntry, CodeMaster, UnitType};
use crate::domain::ids::{InsurerNumber, ServiceCode, ServiceKind};
use crate::domain::kind::{UnitBasis, is_equipment, kind_info};
use crate::domain::month::ServiceMonth;
use rustc_hash::{FxHashMap, FxHashSet};

/// How rows of a code are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CompareBasis {
    /// Row by row: day, times, count, units.
    Visit,
    /// Once a month: presence and units, however many days carry it.
    Monthly,
    /// By presence only: percent additions may carry 0 or any units.
    Percent,
    /// Per line of equipment, without the day.
    Equipment,
}

/// Tells how to compare the rows of a code in one month, from the masters where they say it, else from the 第7表 and the
/// kind.
#[derive(Clone, Debug, Default)]
pub struct BasisTable {
    known: FxHashMap<ServiceCode, CompareBasis>,
    /// What the masters of municipalities say.
    municipal: FxHashMap<(InsurerNumber, ServiceCode), CompareBasis>,
    is_whole: bool,
}

/// What the 第7表 and the 第6表 of the month show of the codes, gathered over all clients.
#[derive(Clone, Debug, Default)]
pub struct SheetEvidence {
    /// Codes with 回数 1 on the 第7表 although the 第6表 has several rows of the client and provider.
    pub once_for_several_rows: FxHashSet<ServiceCode>,
    /// Codes on detail rows outside the limit without units but with an amount: percent additions.
    pub without_units: FxHashSet<ServiceCode>,
}

impl SheetEvidence {
    /// Leaves only what the masters do not say themselves.
    pub fn beside(mut self, master: &CodeMaster, month: ServiceMonth) -> Self {
        let is_open = |code: &ServiceCode| match master.entry(*code, month) {
            Some(entry) => entry.unit_type.is_none(),
            None => !master.is_whole,
        };
        self.once_for_several_rows.retain(is_open);
        self.without_units.retain(is_open);
        self
    }
}

impl BasisTable {
    /// From service code masters.
    pub fn from_master(master: &CodeMaster, month: ServiceMonth) -> Self {
        let (national, municipal) = (&master.national, &master.municipal);
        let of_nation = |code| Some((code, basis_of(national.in_force(code, month))?));
        let of_town = |key| Some((key, basis_of(municipal.in_force(key, month))?));
        Self {
            known: national.keys().filter_map(of_nation).collect(),
            municipal: municipal.keys().filter_map(of_town).collect(),
            is_whole: master.is_whole,
        }
    }

    /// From what the month's own files show.
    pub fn from_evidence(evidence: &SheetEvidence) -> Self {
        Self::default().with(evidence)
    }

    /// With what the month's own files show; it stands before what is known already, but not before what the master
    /// of a municipality says.
    pub fn with(mut self, evidence: &SheetEvidence) -> Self {
        for code in &evidence.once_for_several_rows {
            self.known.insert(*code, CompareBasis::Monthly);
        }
        for code in &evidence.without_units {
            self.known.insert(*code, CompareBasis::Percent);
        }
        self
    }

    /// How rows of a code of an insurer's clients are compared.
    pub fn basis(&self, insurer: InsurerNumber, code: ServiceCode) -> CompareBasis {
        if is_equipment(code.kind()) {
            return CompareBasis::Equipment;
        }
        match self.municipal.get(&(insurer, code)).or_else(|| self.known.get(&code)) {
            Some(basis) => *basis,
            None if !self.is_whole && is_monthly_kind(code.kind()) => CompareBasis::Monthly,
            None => CompareBasis::Visit,
        }
    }
}

/// What the entry in force says, if anything.
fn basis_of(in_force: Option<&CodeEntry>) -> Option<CompareBasis> {
    Some(match in_force?.unit_type? {
        UnitType::Month => CompareBasis::Monthly,
        UnitType::Percent => CompareBasis::Percent,
        UnitType::Time | UnitType::Day | UnitType::Item => CompareBasis::Visit,
    })
}

/// Kinds all of whose services are counted by the month (介護予防通所リハ, 小規模多機能, 定期巡回 …).
fn is_monthly_kind(kind: ServiceKind) -> bool {
    kind_info(kind).is_some_and(|info| info.basis == UnitBasis::Month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> ServiceCode {
        ServiceCode::parse(text).unwrap()
    }

    fn insurer(text: &str) -> InsurerNumber {
        InsurerNumber::parse(text).unwrap()
    }

    fn month() -> ServiceMonth {
        ServiceMonth::parse("2026-10").unwrap()
    }

    fn entry(unit_type: Option<UnitType>) -> CodeEntry {
        CodeEntry { unit_type, ..CodeEntry::default() }
    }

    fn evidence() -> SheetEvidence {
        let mut evidence = SheetEvidence::default();
        evidence.once_for_several_rows.insert(code("A21111"));
        evidence.without_units.insert(code("A26269"));
        evidence
    }

    fn of(table: &BasisTable, text: &str) -> CompareBasis {
        table.basis(insurer("131987"), code(text))
    }

    #[test]
    fn without_a_master_the_sheets_and_the_kind_tell() {
        let table = BasisTable::from_evidence(&evidence());
        assert_eq!(of(&table, "A21111"), CompareBasis::Monthly);
        assert_eq!(of(&table, "A26269"), CompareBasis::Percent);
        assert_eq!(of(&table, "661111"), CompareBasis::Monthly, "the kind is counted by the month");
        assert_eq!(of(&table, "111111"), CompareBasis::Visit);
    }

    #[test]
    fn a_whole_master_is_believed_about_codes_that_it_lacks() {
        let mut master = CodeMaster::default();
        master.set_whole();
        master.add(code("156361"), entry(Some(UnitType::Month)));
        master.add(code("116275"), entry(Some(UnitType::Percent)));
        let left = evidence().beside(&master, month());
        let table = BasisTable::from_master(&master, month()).with(&left);
        assert!(master.tells_all());
        assert_eq!(of(&table, "156361"), CompareBasis::Monthly);
        assert_eq!(of(&table, "116275"), CompareBasis::Percent);
        assert_eq!(of(&table, "171003"), CompareBasis::Equipment);
        assert_eq!(of(&table, "661111"), CompareBasis::Visit);
        assert_eq!(of(&table, "A26269"), CompareBasis::Visit);
    }

    #[test]
    fn what_a_public_table_does_not_say_the_sheets_and_the_kind_tell() {
        let mut master = CodeMaster::default();
        master.add(code("A21111"), entry(Some(UnitType::Time)));
        master.add(code("A26269"), entry(None));
        let left = evidence().beside(&master, month());
        assert_eq!((left.once_for_several_rows.len(), left.without_units.len()), (0, 1));
        let table = BasisTable::from_master(&master, month()).with(&left);
        assert!(!master.tells_all());
        assert_eq!(of(&table, "A21111"), CompareBasis::Visit, "the master says it");
        assert_eq!(of(&table, "A26269"), CompareBasis::Percent, "the master does not say it");
        assert_eq!(of(&table, "661111"), CompareBasis::Monthly);
    }

    #[test]
    fn the_same_code_may_count_otherwise_in_another_municipality() {
        let mut master = CodeMaster::default();
        master.add(code("A21111"), entry(Some(UnitType::Month)));
        master.add_municipal(insurer("131011"), code("A21111"), entry(Some(UnitType::Time)));
        let table = BasisTable::from_master(&master, month());
        assert_eq!(table.basis(insurer("131987"), code("A21111")), CompareBasis::Monthly);
        assert_eq!(table.basis(insurer("131011"), code("A21111")), CompareBasis::Visit);
    }
}
