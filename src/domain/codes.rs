//! What is known of service codes: a service code master (サービスコード表), or what the 第7表 shows.

use super::ids::{ServiceCode, ServiceKind};
use super::kind::{UnitBasis, is_equipment, kind_info};
use super::month::ServiceMonth;
use rustc_hash::{FxHashMap, FxHashSet};

/// 算定単位 of a service code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitType {
    /// Per visit.
    Time,
    /// Per day.
    Day,
    /// Per month: counted once however many days carry it.
    Month,
    /// A percentage of other units (率加減算).
    Percent,
    /// Per item of equipment and month.
    Item,
}

/// One entry of a service code master.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeEntry {
    /// サービス内容略称.
    pub name: String,
    /// 単位数.
    pub units: i32,
    /// Inside 区分支給限度.
    pub in_limit: bool,
    /// 算定単位.
    pub unit_type: UnitType,
    /// First service month, when the master says.
    pub valid_from: Option<ServiceMonth>,
    /// Last service month, when the master says.
    pub valid_to: Option<ServiceMonth>,
}

/// A service code master; a code may have several entries with different months.
#[derive(Clone, Debug, Default)]
pub struct CodeMaster {
    entries: FxHashMap<ServiceCode, Vec<CodeEntry>>,
}

impl CodeMaster {
    /// Adds an entry.
    pub fn add(&mut self, code: ServiceCode, entry: CodeEntry) {
        self.entries.entry(code).or_default().push(entry);
    }

    /// Codes of a kind in force in a month with their entries, in no particular order.
    pub fn of_kind(
        &self,
        kind: ServiceKind,
        month: ServiceMonth,
    ) -> impl Iterator<Item = (ServiceCode, &CodeEntry)> {
        let codes = self.entries.keys().filter(move |code| code.kind() == kind);
        codes.filter_map(move |code| Some((*code, self.entry(*code, month)?)))
    }

    /// Number of codes.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no code at all.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of a code in force in a month.
    pub fn entry(&self, code: ServiceCode, month: ServiceMonth) -> Option<&CodeEntry> {
        self.entries.get(&code)?.iter().rev().find(|entry| {
            entry.valid_from.is_none_or(|from| from <= month) && entry.valid_to.is_none_or(|to| month <= to)
        })
    }
}

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

/// Tells how to compare the rows of a code in one month, from the master where there is one, else from the 第7表
/// and the kind.
#[derive(Clone, Debug, Default)]
pub struct BasisTable {
    known: FxHashMap<ServiceCode, CompareBasis>,
    has_master: bool,
}

/// What the 第7表 and the 第6表 of the month show of the codes, gathered over all clients.
#[derive(Clone, Debug, Default)]
pub struct SheetEvidence {
    /// Codes with 回数 1 on the 第7表 although the 第6表 has several rows of the client and provider.
    pub once_for_several_rows: FxHashSet<ServiceCode>,
    /// Codes on detail rows outside the limit without units but with an amount: percent additions.
    pub without_units: FxHashSet<ServiceCode>,
}

impl BasisTable {
    /// From a service code master.
    pub fn from_master(master: &CodeMaster, month: ServiceMonth) -> Self {
        let mut table = Self { known: FxHashMap::default(), has_master: true };
        for code in master.entries.keys() {
            let basis = match master.entry(*code, month).map(|entry| entry.unit_type) {
                Some(UnitType::Month) => CompareBasis::Monthly,
                Some(UnitType::Percent) => CompareBasis::Percent,
                _ => CompareBasis::Visit,
            };
            table.known.insert(*code, basis);
        }
        table
    }

    /// From what the month's own files show.
    pub fn from_evidence(evidence: &SheetEvidence) -> Self {
        let mut known = FxHashMap::default();
        for code in &evidence.once_for_several_rows {
            known.insert(*code, CompareBasis::Monthly);
        }
        for code in &evidence.without_units {
            known.insert(*code, CompareBasis::Percent);
        }
        Self { known, has_master: false }
    }

    /// How rows of a code are compared.
    pub fn basis(&self, code: ServiceCode) -> CompareBasis {
        if is_equipment(code.kind()) {
            return CompareBasis::Equipment;
        }
        match self.known.get(&code) {
            Some(basis) => *basis,
            None if !self.has_master && is_monthly_kind(code.kind()) => CompareBasis::Monthly,
            None => CompareBasis::Visit,
        }
    }
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

    fn entry(unit_type: UnitType, from: Option<&str>, to: Option<&str>) -> CodeEntry {
        let month = |text: &str| ServiceMonth::parse(text).unwrap();
        CodeEntry {
            name: String::new(),
            units: 100,
            in_limit: true,
            unit_type,
            valid_from: from.map(month),
            valid_to: to.map(month),
        }
    }

    #[test]
    fn the_entry_in_force_is_found_by_month() {
        let mut master = CodeMaster::default();
        master.add(code("111111"), entry(UnitType::Time, None, Some("2024-05")));
        master.add(code("111111"), entry(UnitType::Month, Some("2024-06"), None));
        let at = |month: &str| {
            master.entry(code("111111"), ServiceMonth::parse(month).unwrap()).unwrap().unit_type
        };
        assert_eq!((at("2024-05"), at("2024-06")), (UnitType::Time, UnitType::Month));
    }

    #[test]
    fn basis_with_and_without_a_master() {
        let month = ServiceMonth::parse("2026-10").unwrap();
        let mut master = CodeMaster::default();
        master.add(code("156361"), entry(UnitType::Month, None, None));
        master.add(code("116275"), entry(UnitType::Percent, None, None));
        let table = BasisTable::from_master(&master, month);
        assert_eq!(table.basis(code("156361")), CompareBasis::Monthly);
        assert_eq!(table.basis(code("116275")), CompareBasis::Percent);
        assert_eq!(table.basis(code("171003")), CompareBasis::Equipment);
        assert_eq!(
            table.basis(code("661111")),
            CompareBasis::Visit,
            "a master that lacks the code is believed"
        );
        let mut evidence = SheetEvidence::default();
        evidence.once_for_several_rows.insert(code("A21111"));
        evidence.without_units.insert(code("A26269"));
        let table = BasisTable::from_evidence(&evidence);
        assert_eq!(table.basis(code("A21111")), CompareBasis::Monthly);
        assert_eq!(table.basis(code("A26269")), CompareBasis::Percent);
        assert_eq!(table.basis(code("661111")), CompareBasis::Monthly, "the kind is counted by the month");
        assert_eq!(table.basis(code("111111")), CompareBasis::Visit);
    }
}
