//! What is known of service codes: service code masters (サービスコード表), the nation's and those of municipalities,
//! or what the 第7表 shows.

mod basis;
mod shelf;

pub use basis::{BasisTable, CompareBasis, SheetEvidence};

use super::ids::{InsurerNumber, ServiceCode, ServiceKind};
use super::month::ServiceMonth;
use shelf::Shelf;
use std::collections::BTreeSet;

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

/// One entry of a service code master. What is `None` the master does not say, or cannot be trusted to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeEntry {
    /// サービス内容略称.
    pub name: String,
    /// 単位数 of one time; a percentage has none.
    pub units: Option<i32>,
    /// 給付管理単位数 of one time, where it is given apart from `units`.
    pub managed_units: Option<i32>,
    /// Inside 区分支給限度 (支給限度額管理対象).
    pub in_limit: Option<bool>,
    /// 算定単位.
    pub unit_type: Option<UnitType>,
    /// Permille of a percentage.
    pub permille: Option<u32>,
    /// Whether its units or its percentage are taken off (減算 with a code of its own).
    pub is_reduction: bool,
    /// 単位数単価 of a municipality, in hundredths of a yen.
    pub price_hundredths: Option<u32>,
    /// 給付率 of a municipality in percent. Where the client's own share decides (指定 kinds such as A2 and A6) it is
    /// only the usual rate.
    pub benefit_rate: Option<u8>,
    /// 定額の利用者負担額 of a municipality: yen of one time.
    pub fixed_copay: Option<i64>,
    /// First service month, when the master says.
    pub valid_from: Option<ServiceMonth>,
    /// Last service month, when the master says.
    pub valid_to: Option<ServiceMonth>,
}

impl CodeEntry {
    /// Whether it is in force in a month.
    pub fn is_in_force(&self, month: ServiceMonth) -> bool {
        self.valid_from.is_none_or(|from| from <= month) && self.valid_to.is_none_or(|to| month <= to)
    }
}

/// Service code masters together. A code may have several entries with different months; of those of the same months
/// the one that was added last counts.
#[derive(Clone, Debug, Default)]
pub struct CodeMaster {
    national: Shelf<ServiceCode>,
    /// 総合事業: every municipality has codes of its own.
    municipal: Shelf<(InsurerNumber, ServiceCode)>,
    /// Whether a code that it lacks is neither monthly nor a percentage.
    is_whole: bool,
}

impl CodeMaster {
    /// Adds an entry that holds for every insurer.
    pub fn add(&mut self, code: ServiceCode, entry: CodeEntry) {
        self.national.add(code, entry);
    }

    /// Codes of a kind in force in a month with their entries, in no particular order.
    pub fn of_kind(
        &self,
        kind: ServiceKind,
        month: ServiceMonth,
    ) -> impl Iterator<Item = (ServiceCode, &CodeEntry)> {
        let codes = self.national.keys().filter(move |code| code.kind() == kind);
        codes.filter_map(move |code| Some((code, self.entry(code, month)?)))
    }

    /// Adds an entry of a municipality.
    pub fn add_municipal(&mut self, insurer: InsurerNumber, code: ServiceCode, entry: CodeEntry) {
        self.municipal.add((insurer, code), entry);
    }

    /// Makes room for so many entries that hold for every insurer, and of municipalities.
    pub fn reserve(&mut self, national: usize, municipal: usize) {
        self.national.reserve(national);
        self.municipal.reserve(municipal);
    }

    /// Says that nothing is missing: a code that it lacks is believed to be neither monthly nor a percentage. Public
    /// tables lack whole kinds, so this is not believed of them.
    pub fn set_whole(&mut self) {
        self.is_whole = true;
    }

    /// Whether nothing is missing; see [`Self::set_whole`].
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether it says of every code how it is counted, so that nothing has to be told from elsewhere.
    pub fn tells_all(&self) -> bool {
        self.is_whole && self.entries().all(|entry| entry.unit_type.is_some())
    }

    /// Takes the entries of a later master in; they stand before those of the same months that are here.
    pub fn merge(&mut self, later: Self) {
        self.is_whole |= later.is_whole;
        self.national.extend(later.national);
        self.municipal.extend(later.municipal);
    }

    /// Number of codes; one of several municipalities counts for each.
    pub fn len(&self) -> usize {
        self.national.len() + self.municipal.len()
    }

    /// Whether there is no code at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry of a code in force in a month that holds for every insurer.
    pub fn entry(&self, code: ServiceCode, month: ServiceMonth) -> Option<&CodeEntry> {
        self.national.in_force(code, month)
    }

    /// The entry of a code in force in a month for the clients of an insurer: the municipality's own, else the one that
    /// holds for every insurer.
    pub fn entry_for(
        &self,
        insurer: InsurerNumber,
        code: ServiceCode,
        month: ServiceMonth,
    ) -> Option<&CodeEntry> {
        self.municipal.in_force((insurer, code), month).or_else(|| self.entry(code, month))
    }

    /// The municipalities that have codes of their own.
    pub fn insurers(&self) -> BTreeSet<InsurerNumber> {
        self.municipal.keys().map(|(insurer, _)| insurer).collect()
    }

    /// Every entry, in no order.
    pub fn entries(&self) -> impl Iterator<Item = &CodeEntry> {
        self.national.entries().chain(self.municipal.entries())
    }

    /// Every entry, in no order, to be changed.
    pub fn entries_mut(&mut self) -> impl Iterator<Item = &mut CodeEntry> {
        self.national.entries_mut().chain(self.municipal.entries_mut())
    }

    /// Entries that begin before an earlier one of the same code has ended.
    pub fn overlaps(&self) -> usize {
        self.national.overlaps() + self.municipal.overlaps()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> ServiceCode {
        ServiceCode::parse(text).unwrap()
    }

    fn month(text: &str) -> ServiceMonth {
        ServiceMonth::parse(text).unwrap()
    }

    fn entry(units: i32, from: Option<&str>, to: Option<&str>) -> CodeEntry {
        CodeEntry {
            units: Some(units),
            valid_from: from.map(month),
            valid_to: to.map(month),
            ..CodeEntry::default()
        }
    }

    #[test]
    fn the_entry_in_force_is_found_by_month() {
        let mut master = CodeMaster::default();
        master.add(code("111111"), entry(1, None, Some("2024-05")));
        master.add(code("111111"), entry(2, Some("2024-06"), None));
        let at = |text: &str| master.entry(code("111111"), month(text)).unwrap().units;
        assert_eq!((at("2024-05"), at("2024-06")), (Some(1), Some(2)));
        assert_eq!(master.overlaps(), 0);
    }

    #[test]
    fn a_later_master_stands_before_an_earlier_one() {
        let mut master = CodeMaster::default();
        master.add(code("111111"), entry(1, None, None));
        let mut later = CodeMaster::default();
        later.add(code("111111"), entry(2, Some("2024-06"), None));
        later.add(code("111211"), entry(3, None, None));
        later.add(code("111111"), entry(4, Some("2025-04"), Some("2025-04")));
        later.set_whole();
        master.merge(later);
        assert_eq!((master.len(), master.entries().count()), (2, 4));
        let at = |text: &str| master.entry(code("111111"), month(text)).unwrap().units;
        assert_eq!([at("2024-05"), at("2025-04"), at("2026-10")], [Some(1), Some(4), Some(2)]);
        assert_eq!((master.overlaps(), master.is_whole()), (2, true));
    }

    #[test]
    fn a_municipality_goes_before_the_nation() {
        let [own, other] = ["131987", "131011"].map(|text| InsurerNumber::parse(text).unwrap());
        let mut master = CodeMaster::default();
        master.add(code("A21111"), entry(1176, None, None));
        master.add_municipal(own, code("A21111"), entry(1100, Some("2024-04"), Some("2026-10")));
        let at = |insurer, text: &str| master.entry_for(insurer, code("A21111"), month(text)).unwrap().units;
        assert_eq!(at(own, "2026-10"), Some(1100));
        assert_eq!(at(own, "2026-11"), Some(1176), "its entry has ended");
        assert_eq!(at(other, "2026-10"), Some(1176));
        assert_eq!(master.entry(code("A21111"), month("2026-10")).unwrap().units, Some(1176));
        assert_eq!((master.len(), master.insurers()), (2, BTreeSet::from([own])));
    }

    #[test]
    fn overlaps_are_counted_once_for_each_entry() {
        let mut master = CodeMaster::default();
        for (from, to) in [("2024-06", None), ("2021-04", Some("2024-05")), ("2025-04", Some("2026-03"))] {
            master.add(code("111111"), entry(1, Some(from), to));
        }
        assert_eq!(master.overlaps(), 1);
    }
}
