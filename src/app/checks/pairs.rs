//! Offices and kinds of a client as checks look at them.

use crate::app::decisions::ClientDecisions;
use crate::app::month::ClientRows;
use crate::app::worth::{Ground, Worth};
use crate::benefit::money::{UnitPrice, Units};
use crate::benefit::rates::Place;
use crate::check::{PairView, ProviderView, RowView};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::row::{FileIndex, SheetRow, SheetRowKind};
use crate::reconcile::{ProviderLine, RowRef};
use std::collections::BTreeMap;

type Pair = (OfficeNumber, ServiceKind);

/// What the client's rows are worth: as received, as they came, and as they stand.
pub(super) struct Worths<'a> {
    pub(super) planned: &'a Worth,
    pub(super) done: &'a Worth,
    pub(super) standing: &'a Worth,
}

/// Rows of an office and kind.
#[derive(Default)]
struct Rows<'a> {
    plan: Vec<RowView<'a>>,
    actual: Vec<RowView<'a>>,
}

/// Rows by office and kind; [`Self::views`] borrows from it.
pub(super) struct Pairs<'a>(BTreeMap<Pair, Rows<'a>>);

impl<'a> Pairs<'a> {
    pub(super) fn of(ground: &Ground<'a>, rows: &'a ClientRows, worths: &Worths<'_>) -> Self {
        let (month, client) = (ground.month, rows.client);
        let view = |row: RowRef<'a>, place: Option<Place>| {
            let entry =
                ground.codes.and_then(|codes| codes.entry_for(client.insurer, row.row.code, month.month));
            RowView {
                file: row.file,
                row: *row.row,
                detail: row.detail,
                name: entry.map(|entry| entry.name.as_str()).unwrap_or_default(),
                place,
            }
        };
        let placed = |blocks: &'a [(FileIndex, u32)], worth: &Worth| {
            let rows: Vec<RowRef<'a>> = month.rows(blocks).collect();
            let places = places(worth, rows.len());
            rows.into_iter().zip(places).collect::<Vec<_>>()
        };
        let mut pairs = BTreeMap::<Pair, Rows<'a>>::new();
        for (row, place) in placed(&rows.plan, worths.planned) {
            pairs.entry(pair(&row)).or_default().plan.push(view(row, place));
        }
        for (row, place) in placed(&rows.actual, worths.done) {
            pairs.entry(pair(&row)).or_default().actual.push(view(row, place));
        }
        Self(pairs)
    }

    /// The view of each office and kind, ordered.
    pub(super) fn views<'v>(
        &'v self,
        ground: &Ground<'v>,
        lines: &[ProviderLine],
        decided: &'v ClientDecisions,
        sheet: &[&SheetRow],
        worths: &Worths<'_>,
    ) -> Vec<PairView<'v>> {
        let (planned, done) = (lines_units(worths.planned), done(worths.done));
        let (over, over_before) = (over(worths.standing), over(worths.planned));
        let (on_sheet, prices) = (on_sheet(sheet), prices([worths.standing, worths.planned, worths.done]));
        let of = |units: &BTreeMap<Pair, Units>, pair: Pair| units.get(&pair).copied().unwrap_or_default();
        let view = |(pair, rows): (&Pair, &'v Rows<'v>)| {
            let (provider, kind) = *pair;
            let line = lines.iter().find(|line| (line.provider, line.kind) == *pair);
            let known = ground.registers.provider(provider);
            PairView {
                provider,
                kind,
                plan: &rows.plan,
                actual: &rows.actual,
                has_arrived: line.is_some_and(|line| line.arrived),
                arrival: decided.arrival(provider, kind).map(|held| &held.value),
                is_withdrawn: decided.withdrawal(provider).is_some(),
                planned: of(&planned, *pair),
                done: of(&done, *pair),
                over: of(&over, *pair),
                over_before: of(&over_before, *pair),
                on_sheet: on_sheet.get(pair).copied(),
                price: prices.get(pair).copied(),
                register: known.map(|known| ProviderView { is_verified: known.is_verified }),
            }
        };
        self.0.iter().map(view).collect()
    }
}

fn pair(row: &RowRef<'_>) -> Pair {
    (row.row.provider, row.row.code.kind())
}

/// Where each row counts, by its position among the rows that the worth was made of.
fn places(worth: &Worth, rows: usize) -> Vec<Option<Place>> {
    let mut places = vec![None; rows];
    for line in &worth.lines {
        for row in &line.rows {
            if let Some(place) = places.get_mut(*row) {
                *place = Some(line.line.place);
            }
        }
    }
    places
}

/// 給付計画単位数 of a plan.
fn lines_units(worth: &Worth) -> BTreeMap<Pair, Units> {
    worth.covered().map(|(office, kind, units)| ((office, kind), units)).collect()
}

/// Units inside the limit that were done, those over the limit too. A service whose managed units are not its billed ones
/// (大規模型通所) is on slip and claim with what it bills, so that both are counted alike.
fn done(worth: &Worth) -> BTreeMap<Pair, Units> {
    let groups = worth.sheet.iter().flat_map(|sheet| &sheet.groups);
    let units = groups.filter_map(|group| {
        let managed = group.columns.managed_units?;
        Some(((group.office, group.kind), group.columns.service_units.unwrap_or(managed)))
    });
    units.collect()
}

/// Units over the limits that each office bears.
fn over(worth: &Worth) -> BTreeMap<Pair, Units> {
    let groups = worth.sheet.iter().flat_map(|sheet| &sheet.groups);
    let units = groups.map(|group| {
        let columns = &group.columns;
        let over = columns.kind_over.unwrap_or_default() + columns.category_over.unwrap_or_default();
        ((group.office, group.kind), over)
    });
    units.filter(|(_, over)| *over != 0).collect()
}

/// 区分支給限度基準内単位数 of the received sheet: of the subtotal, else of the services together.
fn on_sheet(sheet: &[&SheetRow]) -> BTreeMap<Pair, Units> {
    let mut sums = BTreeMap::<Pair, Units>::new();
    let of_kind = |kind| sheet.iter().filter(move |row| row.kind == kind);
    for row in of_kind(SheetRowKind::Detail) {
        if let Some(units) = row.category_within.wide() {
            *sums.entry((row.provider, row.code.kind())).or_default() += units;
        }
    }
    for row in of_kind(SheetRowKind::SubtotalInLimit) {
        if let Some(units) = row.category_within.wide() {
            sums.insert((row.provider, row.code.kind()), units);
        }
    }
    sums
}

fn prices(worths: [&Worth; 3]) -> BTreeMap<Pair, UnitPrice> {
    let mut prices = BTreeMap::new();
    for line in worths.into_iter().flat_map(|worth| &worth.lines).filter(|line| line.price.is_some()) {
        prices.entry((line.line.office, line.line.code.kind())).or_insert(line.line.price);
    }
    prices
}
