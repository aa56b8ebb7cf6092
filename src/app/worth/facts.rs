//! What is known of each service of a client: charge, place, price, units; and what of it came from where.

use super::{Ground, WorthFault, WorthNote};
use crate::benefit::gather::{Charge, Facts};
use crate::benefit::money::{UnitPrice, Units, Yen, discounted};
use crate::benefit::place::{PlaceEvidence, PlaceSource, Placed, SheetColumn, place};
use crate::benefit::price::{PriceQuery, PriceSource, price};
use crate::benefit::rates::{Place, Rates, Step};
use crate::domain::codes::{CodeEntry, CodeMaster, CompareBasis};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::kind::is_equipment;
use crate::domain::month::ServiceMonth;
use crate::domain::row::{ServiceRow, SheetRow, SheetRowKind};
use rustc_hash::FxHashMap;

/// Where the unit price of an office and kind comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceFrom {
    /// The received sheets of the month.
    Sheet,
    /// A register, or the tables.
    Known(PriceSource),
}

/// What is known of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) facts: Facts,
    pub(super) placed: Placed,
    pub(super) price: Option<PriceFrom>,
}

/// Looks up what is known, each service of the client once.
pub(super) struct Desk<'a, 'g> {
    ground: &'a Ground<'g>,
    client: ClientKey,
    /// Detail rows of the received sheet.
    received: FxHashMap<(OfficeNumber, ServiceCode), &'a SheetRow>,
    is_column_filled: bool,
    known: FxHashMap<(OfficeNumber, ServiceCode, bool), Option<Source>>,
    pub(super) faults: Vec<WorthFault>,
    pub(super) notes: Vec<WorthNote>,
}

impl<'a, 'g> Desk<'a, 'g> {
    pub(super) fn new(ground: &'a Ground<'g>, client: ClientKey, sheet: &[&'a SheetRow]) -> Self {
        let details = || sheet.iter().filter(|row| row.kind == SheetRowKind::Detail);
        let mut received = FxHashMap::default();
        for row in details() {
            received.entry((row.provider, row.code)).or_insert(*row);
        }
        Self {
            ground,
            client,
            received,
            is_column_filled: details().any(|row| row.managed_units.get().is_some()),
            known: FxHashMap::default(),
            faults: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// What is known of the service of a row; `None` when it cannot be counted, which is told as a fault.
    pub(super) fn source(&mut self, row: &ServiceRow) -> Option<Source> {
        let key = (row.provider, row.code, row.over_30_days);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let found = self.look_up(row);
        self.known.insert(key, found);
        found
    }

    fn look_up(&mut self, row: &ServiceRow) -> Option<Source> {
        let entry = self.entry(row.code);
        let sheet = self.received.get(&(row.provider, row.code)).copied();
        let own = sheet.map(|row| SheetColumn {
            managed: row.managed_units.wide(),
            is_filled_elsewhere: self.is_column_filled,
        });
        // A service that is new on the sheet may stand on the sheets of others.
        let column = own.or_else(|| self.ground.evidence.column(row.code));
        let evidence = PlaceEvidence {
            month: self.ground.month.month,
            code: row.code,
            name: entry.map(|entry| entry.name.as_str()),
            is_over_30_days: row.over_30_days,
            master: entry,
            sheet: column,
        };
        let Ok(mut placed) = place(&evidence, Rates::built_in()) else {
            self.faults.push(WorthFault::UnknownService { office: row.provider, code: row.code });
            return None;
        };
        let is_guessed = placed.source == PlaceSource::List && placed.place == Place::InLimit;
        if entry.is_none() && (is_guessed || self.ground.codes.is_some_and(CodeMaster::is_whole)) {
            self.notes.push(WorthNote::CodeUnknown { office: row.provider, code: row.code });
        }
        if placed.is_disputed {
            let is_inside = placed.place == Place::InLimit;
            self.notes.push(WorthNote::PlaceDisputed { code: row.code, is_inside, source: placed.source });
        }
        let (price, price_from) = self.price(row.provider, row.code.kind(), entry);
        let charge = self.charge(row, entry, &mut placed);
        // Lines of equipment share a code, so one row of the sheet says nothing of the others.
        let like = sheet.filter(|_| !is_equipment(row.code.kind()));
        let (list_units, discounted_rate) = listed(row, like);
        let facts = Facts {
            charge,
            place: placed.place,
            price: price.unwrap_or(UnitPrice::from_hundredths(0)),
            list_units: list_units.or_else(|| self.units_of_share(row, charge, sheet)),
            managed_units: managed_units(like, entry),
            discounted_rate,
            fixed_copay: fixed_copay(row.code.kind(), sheet, entry),
        };
        Some(Source { facts, placed, price: price_from })
    }

    fn entry(&self, code: ServiceCode) -> Option<&'g CodeEntry> {
        self.ground.codes?.entry_for(self.client.insurer, code, self.ground.month.month)
    }

    /// The unit price: of the registers, then of the received sheets, then of the municipality's
    /// master, then of the tables.
    fn price(
        &mut self,
        office: OfficeNumber,
        kind: ServiceKind,
        entry: Option<&CodeEntry>,
    ) -> (Option<UnitPrice>, Option<PriceFrom>) {
        let query = PriceQuery {
            office,
            insurer: self.client.insurer,
            kind,
            grade: self.ground.registers.provider(office).and_then(|provider| provider.area_grade),
            month: self.ground.month.month,
        };
        let known = price(&query, self.ground.registers.prices(), Rates::built_in());
        if let Ok((price, source @ (PriceSource::Office | PriceSource::Municipality))) = known {
            return (Some(price), Some(PriceFrom::Known(source)));
        }
        if let Some(sheet) = self.ground.evidence.price(office, kind, self.client.insurer) {
            if sheet.is_disputed {
                self.note(WorthNote::PricesDiffer { office, kind });
            }
            return (Some(sheet.price), Some(PriceFrom::Sheet));
        }
        if let Some(price) = entry.and_then(|entry| entry.price_hundredths) {
            let from = PriceFrom::Known(PriceSource::Municipality);
            return (Some(UnitPrice::from_hundredths(price)), Some(from));
        }
        let Ok((price, source)) = known else {
            self.note(WorthNote::PriceUnknown { office, kind });
            return (None, None);
        };
        (Some(price), Some(PriceFrom::Known(source)))
    }

    fn note(&mut self, note: WorthNote) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn charge(&mut self, row: &ServiceRow, entry: Option<&CodeEntry>, placed: &mut Placed) -> Charge {
        match self.ground.month.basis.basis(self.client.insurer, row.code) {
            CompareBasis::Visit => Charge::PerTime,
            CompareBasis::Monthly | CompareBasis::Equipment => Charge::Monthly,
            CompareBasis::Percent => self.percent(row, entry, placed),
        }
    }

    /// A percent addition by its rate; without a known rate it counts once with the units of the received sheet.
    fn percent(&mut self, row: &ServiceRow, entry: Option<&CodeEntry>, placed: &mut Placed) -> Charge {
        let is_reduction = row.units < 0 || entry.is_some_and(|entry| entry.is_reduction);
        let Place::Outside(step) = placed.place else { return Charge::Monthly };
        if step == Step::Other {
            // Without a name, what is added on top of everything is 処遇改善, which nearly every office has.
            let usual = if is_reduction { Step::SameBuilding } else { Step::Treatment };
            placed.place = Place::Outside(usual);
        }
        let (kind, month) = (row.code.kind(), self.ground.month.month);
        let known: Vec<u32> = Rates::built_in()
            .treatment_tiers(kind, month)
            .into_iter()
            .filter_map(|tier| Rates::built_in().treatment(kind, tier, None, month).ok())
            .map(|rate| rate.value)
            .collect();
        let evident = || self.ground.evidence.permille(row.provider, row.code, &known);
        let rate = entry
            .and_then(|entry| entry.permille)
            .or_else(evident)
            .or_else(|| tier_of(entry?.name.as_str(), kind, month));
        let Some(permille) = rate else {
            self.notes.push(WorthNote::RateUnknown { office: row.provider, code: row.code });
            return Charge::Monthly;
        };
        Charge::Percent { permille, is_reduction }
    }

    /// Units of a percent addition whose rate is not known: those of the received sheet, else of the row.
    fn units_of_share(&self, row: &ServiceRow, charge: Charge, sheet: Option<&SheetRow>) -> Option<Units> {
        let is_share = self.ground.month.basis.basis(self.client.insurer, row.code) == CompareBasis::Percent;
        (is_share && charge == Charge::Monthly).then(|| sheet.and_then(|row| row.amount.wide())).flatten()
    }
}

/// 単位数 before the discount and 割引後率, when the received sheet has a discount that fits the row.
fn listed(row: &ServiceRow, sheet: Option<&SheetRow>) -> (Option<Units>, Option<u8>) {
    let rate = |row: &SheetRow| u8::try_from(row.discounted_rate.get()?).ok().filter(|rate| *rate < 100);
    let Some((sheet, rate)) = sheet.and_then(|row| Some((row, rate(row)?))) else { return (None, None) };
    let list = i64::from(sheet.units);
    let fits = discounted(list, Some(rate)) == i64::from(row.units);
    if fits { (Some(list), Some(rate)) } else { (None, None) }
}

/// Kinds whose clients pay fixed yen (定額).
const FIXED: [&str; 2] = ["A4", "A8"];

/// 定額利用者負担 of one time: of the received sheet, else of the municipality's master.
fn fixed_copay(kind: ServiceKind, sheet: Option<&SheetRow>, entry: Option<&CodeEntry>) -> Option<Yen> {
    let of_sheet = sheet.and_then(|row| row.fixed_copay.wide());
    let of_master = || entry.filter(|_| FIXED.contains(&kind.as_str()))?.fixed_copay;
    of_sheet.or_else(of_master).filter(|yen| *yen > 0)
}

/// 給付管理単位数 of one time, where it is not that of the billed units: of the received sheet, else of the master.
fn managed_units(sheet: Option<&SheetRow>, entry: Option<&CodeEntry>) -> Option<Units> {
    let Some(managed) = sheet.and_then(|row| row.managed_units.wide()) else {
        return entry?.managed_units.map(Units::from);
    };
    let sheet = sheet?;
    let amount = sheet.amount.wide()?;
    let count = i64::from(sheet.count);
    (managed != amount && count > 0 && managed % count == 0).then(|| managed / count)
}

/// The rate of 処遇改善加算 by its name: the longest tier that the name ends with.
fn tier_of(name: &str, kind: ServiceKind, month: ServiceMonth) -> Option<u32> {
    if !name.contains("処遇改善") {
        return None;
    }
    let rates = Rates::built_in();
    let mut tiers = rates.treatment_tiers(kind, month);
    tiers.sort_by_key(|tier| std::cmp::Reverse(tier.len()));
    let tier = tiers.into_iter().find(|tier| name.ends_with(tier))?;
    rates.treatment(kind, tier, None, month).ok().map(|rate| rate.value)
}
