//! What the 別表 of a whole month show: unit prices of offices, rates of their percent additions, and which codes count to
//! the limit.
//!
//! A service code master says neither the price nor, in most forms, the rate. The care office's own sheets do, each for
//! some clients, so they are looked through once for all clients.

use crate::app::month::Month;
use crate::benefit::money::UnitPrice;
use crate::benefit::place::SheetColumn;
use crate::domain::codes::CompareBasis;
use crate::domain::ids::{InsurerNumber, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::row::{SheetRow, SheetRowKind};
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// Evidence of a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    prices: FxHashMap<(OfficeNumber, ServiceKind), SheetPrice>,
    /// Prices of 総合事業 differ by municipality.
    municipal: FxHashMap<(OfficeNumber, ServiceKind, InsurerNumber), SheetPrice>,
    rates: FxHashMap<(OfficeNumber, ServiceCode), Rates>,
    /// Whether a code counts to the limit; `None` where sheets say both.
    places: FxHashMap<ServiceCode, Option<bool>>,
}

/// 単位数単価 on the sheets of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetPrice {
    /// The first one met.
    pub price: UnitPrice,
    /// Whether another sheet has another one.
    pub is_disputed: bool,
}

/// Rates that fit every sheet of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rates {
    /// As a share of covered units and of what else is outside the limit, as the rule has it.
    of_all: RateSpan,
    /// As a share of covered units alone, as some programs have it.
    of_covered: RateSpan,
}

/// Rates in permille from the least to the most, which is less when none fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RateSpan {
    least: i64,
    most: i64,
}

impl RateSpan {
    const ANY: RateSpan = RateSpan { least: 0, most: 1000 };

    /// Leaves only rates for which `half_up(base × rate ÷ 1000)` is `units`.
    fn narrow(&mut self, units: i64, base: i64) {
        if base <= 0 {
            return;
        }
        self.least = self.least.max((1000 * units - 500 + base - 1).div_euclid(base));
        self.most = self.most.min((1000 * units + 500 - 1).div_euclid(base));
    }

    /// The only rate left, or the only one left of those that are `known`.
    fn only(self, known: &[u32]) -> Option<u32> {
        let fits = |rate: &u32| (self.least..=self.most).contains(&i64::from(*rate));
        let mut fitting = known.iter().copied().filter(fits);
        match (fitting.next(), fitting.next()) {
            (Some(only), None) => Some(only),
            _ if self.least == self.most => u32::try_from(self.least).ok(),
            _ => None,
        }
    }
}

impl Evidence {
    /// Looks through the sheets of a month.
    pub fn of(month: &Month) -> Self {
        let mut evidence = Self::default();
        let mut rows: Vec<&SheetRow> = Vec::new();
        for client in &month.clients {
            rows.clear();
            rows.extend(month.sheet_rows(&client.sheet).filter(|row| row.kind != SheetRowKind::Total));
            for row in &rows {
                evidence.add_price(client.client.insurer, row);
            }
            evidence.add_places(&rows);
            rows.sort_by_key(|row| group(row));
            for own in rows.chunk_by(|a, b| group(a) == group(b)) {
                evidence.add_rate(client.client.insurer, own, month);
            }
        }
        evidence
    }

    /// 単位数単価 of an office and kind for clients of an insurer.
    pub fn price(
        &self,
        office: OfficeNumber,
        kind: ServiceKind,
        insurer: InsurerNumber,
    ) -> Option<SheetPrice> {
        let own = self.municipal.get(&(office, kind, insurer));
        own.or_else(|| self.prices.get(&(office, kind))).copied()
    }

    /// The rate of a percent addition of an office in permille, when the sheets leave only one of them, or only one of
    /// those that are `known`.
    pub fn permille(&self, office: OfficeNumber, code: ServiceCode, known: &[u32]) -> Option<u32> {
        let rates = self.rates.get(&(office, code))?;
        rates.of_all.only(known).or_else(|| rates.of_covered.only(known))
    }

    /// What the sheets of other clients say of the place of a code.
    pub fn column(&self, code: ServiceCode) -> Option<SheetColumn> {
        let is_inside = (*self.places.get(&code)?)?;
        Some(SheetColumn { managed: is_inside.then_some(0), is_filled_elsewhere: true })
    }

    /// Takes the places of a client's services, from a sender who fills 給付管理単位数.
    fn add_places(&mut self, rows: &[&SheetRow]) {
        let details = || rows.iter().filter(|row| row.kind == SheetRowKind::Detail && !row.over_30_days);
        let is_inside = |row: &SheetRow| row.managed_units.get().is_some();
        if !details().any(|row| is_inside(row)) {
            return;
        }
        for row in details() {
            let place = self.places.entry(row.code).or_insert(Some(is_inside(row)));
            *place = place.filter(|known| *known == is_inside(row));
        }
    }

    fn add_price(&mut self, insurer: InsurerNumber, row: &SheetRow) {
        let Some(price) = row.price.get().and_then(|hundredths| u32::try_from(hundredths).ok()) else {
            return;
        };
        let (office, kind, price) = (row.provider, row.code.kind(), UnitPrice::from_hundredths(price));
        if kind.as_str().starts_with('A') {
            note(self.municipal.entry((office, kind, insurer)), price);
        } else {
            note(self.prices.entry((office, kind)), price);
        }
    }

    /// Takes the one percent addition of an office and kind on a client's sheet; of several it is not known what each is a
    /// share of.
    fn add_rate(&mut self, insurer: InsurerNumber, rows: &[&SheetRow], month: &Month) {
        let is_percent = |row: &SheetRow| month.basis.basis(insurer, row.code) == CompareBasis::Percent;
        let details = || rows.iter().filter(|row| row.kind == SheetRowKind::Detail && !row.over_30_days);
        let mut percents = details().filter(|row| is_percent(row));
        let (Some(addition), None) = (percents.next(), percents.next()) else { return };
        let Some(units) = addition.amount.wide().filter(|units| *units > 0) else { return };
        let covered = covered(rows);
        let others = details().filter(|row| !is_percent(row) && row.managed_units.get().is_none());
        let others: i64 = others.filter_map(|row| row.amount.wide()).sum();
        let unknown = Rates { of_all: RateSpan::ANY, of_covered: RateSpan::ANY };
        let rates = self.rates.entry((addition.provider, addition.code)).or_insert(unknown);
        rates.of_all.narrow(units, covered + others);
        rates.of_covered.narrow(units, covered);
    }
}

fn group(row: &SheetRow) -> (OfficeNumber, ServiceKind) {
    (row.provider, row.code.kind())
}

/// Covered units of an office and kind: those inside 区分支給限度 of the subtotal, else of the rows, else what they have at
/// all.
fn covered(rows: &[&SheetRow]) -> i64 {
    let subtotal = rows.iter().find(|row| row.kind == SheetRowKind::SubtotalInLimit);
    if let Some(within) = subtotal.and_then(|row| row.category_within.wide()) {
        return within;
    }
    let details = rows.iter().filter(|row| row.kind == SheetRowKind::Detail);
    details.filter_map(|row| row.category_within.wide().or(row.managed_units.wide())).sum()
}

fn note<K>(entry: Entry<'_, K, SheetPrice>, price: UnitPrice) {
    match entry {
        Entry::Vacant(place) => {
            place.insert(SheetPrice { price, is_disputed: false });
        }
        Entry::Occupied(mut known) => known.get_mut().is_disputed |= known.get().price != price,
    }
}
