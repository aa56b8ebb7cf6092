//! Compares the plan of a client with the actuals: pairs rows, classifies what differs, adds up units.
//!
//! The provider and the service kind are always part of the key. Within them rows are paired so that one visit that
//! was moved, re-timed, re-coded or counted differently is one difference, with the least total change. The answer
//! depends on the content of the rows only, never on the order of rows or files.

mod by_hand;
mod equipment;
mod identity;
mod monthly;
mod pairing;
mod prorated;
mod represented;
mod visits;

pub use by_hand::{ByHand, pair_by_hand, pair_ids};
pub use represented::represented_rows;

use crate::domain::codes::{BasisTable, CompareBasis};
use crate::domain::difference::{Difference, PlacedRow};
use crate::domain::ids::{ClientKey, InsurerNumber, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::row::{FileIndex, RowDetail, ServiceRow};
use rustc_hash::FxHashSet;

/// A row with its file and its rare details.
#[derive(Clone, Copy, Debug)]
pub struct RowRef<'a> {
    /// The file it stands in.
    pub file: FileIndex,
    /// The row.
    pub row: &'a ServiceRow,
    /// Equipment codes or pro-rata days.
    pub detail: Option<&'a RowDetail>,
}

impl<'a> RowRef<'a> {
    /// A row to be compared.
    pub fn new(file: FileIndex, row: &'a ServiceRow, detail: Option<&'a RowDetail>) -> Self {
        Self { file, row, detail }
    }

    /// Whether two rows are about the same service in every respect; their place does not matter.
    pub fn is_same_service(&self, other: &RowRef<'_>) -> bool {
        content_key(self.row) == content_key(other.row)
            && (self.row.over_30_days, self.row.satellite) == (other.row.over_30_days, other.row.satellite)
            && self.detail == other.detail
    }

    /// Order by content first, so that nothing depends on files; the place breaks ties between equal rows.
    pub fn by_content(a: &RowRef<'_>, b: &RowRef<'_>) -> std::cmp::Ordering {
        content_key(a.row)
            .cmp(&content_key(b.row))
            .then_with(|| (a.row.over_30_days, a.row.satellite).cmp(&(b.row.over_30_days, b.row.satellite)))
            .then_with(|| a.detail.cmp(&b.detail))
            .then_with(|| (a.file, a.row.line).cmp(&(b.file, b.row.line)))
    }

    /// The row with its place, for a difference.
    pub fn placed(&self) -> PlacedRow {
        PlacedRow { file: self.file, row: *self.row }
    }
}

/// What happened to one provider × kind of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProviderLine {
    /// サービス事業所.
    pub provider: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// Whether any actual file of this provider and kind came.
    pub arrived: bool,
    /// Planned rows in force.
    pub plan_rows: u32,
    /// Actual rows in force.
    pub actual_rows: u32,
    /// Planned units, monthly units once, percent additions left out.
    pub plan_units: i64,
    /// Actual units, counted the same way.
    pub actual_units: i64,
    /// Rows (monthly services: codes) that agree.
    pub same: u32,
    /// Differences.
    pub differences: u32,
}

/// One client's month.
#[derive(Clone, Debug)]
pub struct ClientComparison {
    /// Whose.
    pub client: ClientKey,
    /// Per provider and kind, ordered.
    pub lines: Vec<ProviderLine>,
    /// Ordered by provider, kind, day, time and code.
    pub differences: Vec<Difference>,
}

/// What all clients share.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// How rows of a code are compared.
    pub basis: &'a BasisTable,
    /// Providers and kinds of which any actual file came.
    pub arrived: &'a FxHashSet<(OfficeNumber, ServiceKind)>,
}

/// A pair of rows, or a row without a partner.
#[derive(Clone, Copy, Debug)]
enum Match<'a> {
    Plan(RowRef<'a>),
    Actual(RowRef<'a>),
    Pair(RowRef<'a>, RowRef<'a>),
}

/// What comparing one way of counting gave.
#[derive(Debug, Default)]
struct Outcome<'a> {
    same: u32,
    unequal: Vec<Match<'a>>,
}

/// Compares one client's rows. The slices are put in order on the way.
pub fn compare_client(
    client: ClientKey,
    plan: &mut [RowRef<'_>],
    actual: &mut [RowRef<'_>],
    ground: Ground<'_>,
) -> ClientComparison {
    plan.sort_unstable_by(RowRef::by_content);
    actual.sort_unstable_by(RowRef::by_content);
    let mut comparison = ClientComparison { client, lines: Vec::new(), differences: Vec::new() };
    let (mut plan, mut actual) = (&*plan, &*actual);
    while let Some(group) = next_group(plan, actual) {
        let (planned, rest) = plan.split_at(leading(plan, group));
        plan = rest;
        let (done, rest) = actual.split_at(leading(actual, group));
        actual = rest;
        compare_group(&mut comparison, group, planned, done, ground);
    }
    identity::number_twins(&mut comparison.differences);
    comparison
}

type GroupKey = (OfficeNumber, ServiceKind);

fn group_of(row: &RowRef<'_>) -> GroupKey {
    (row.row.provider, row.row.code.kind())
}

fn next_group(plan: &[RowRef<'_>], actual: &[RowRef<'_>]) -> Option<GroupKey> {
    let first = |rows: &[RowRef<'_>]| rows.first().map(group_of);
    match (first(plan), first(actual)) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

fn leading(rows: &[RowRef<'_>], group: GroupKey) -> usize {
    rows.iter().take_while(|row| group_of(row) == group).count()
}

type ContentKey = (OfficeNumber, ServiceCode, u8, u16, u16, u8, i32);

/// Everything the comparison looks at; the code begins with the kind, so groups stay together. ３０日超区分 and
/// サテライト枝番 are not compared: providers fill them by their own habit, and checks look at them apart.
fn content_key(row: &ServiceRow) -> ContentKey {
    // 24:00 and 00:00 end a service at the same moment.
    let end = if row.end.hhmm() == 0 { 2400 } else { row.end.hhmm() };
    (row.provider, row.code, row.day, row.start.hhmm(), end, row.count, row.units)
}

/// Rows by their way of counting, in the order of [`Counting::ALL`].
fn by_counting<'a>(
    rows: &[RowRef<'a>],
    insurer: InsurerNumber,
    ground: Ground<'_>,
) -> [Vec<RowRef<'a>>; Counting::ALL.len()] {
    let mut out: [Vec<RowRef<'a>>; Counting::ALL.len()] = Default::default();
    for row in rows {
        if let Some(rows) = out.get_mut(Counting::of(row, insurer, ground) as usize) {
            rows.push(*row);
        }
    }
    out
}

/// How a row is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counting {
    Visit,
    Prorated,
    Monthly,
    Percent,
    Equipment,
}

impl Counting {
    const ALL: [Counting; 5] =
        [Counting::Visit, Counting::Prorated, Counting::Monthly, Counting::Percent, Counting::Equipment];

    fn of(row: &RowRef<'_>, insurer: InsurerNumber, ground: Ground<'_>) -> Self {
        match ground.basis.basis(insurer, row.row.code) {
            CompareBasis::Monthly => Counting::Monthly,
            CompareBasis::Percent => Counting::Percent,
            CompareBasis::Equipment => Counting::Equipment,
            CompareBasis::Visit if row.detail.is_some_and(|d| d.prorated_days.is_some()) => {
                Counting::Prorated
            }
            CompareBasis::Visit => Counting::Visit,
        }
    }
}

fn compare_group<'a>(
    out: &mut ClientComparison,
    group: GroupKey,
    plan: &[RowRef<'a>],
    actual: &[RowRef<'a>],
    ground: Ground<'_>,
) {
    let (provider, kind) = group;
    let arrived = ground.arrived.contains(&group);
    let before = out.differences.len();
    let mut line = ProviderLine {
        provider,
        kind,
        arrived,
        plan_rows: saturating(plan.len()),
        actual_rows: saturating(actual.len()),
        plan_units: 0,
        actual_units: 0,
        same: 0,
        differences: 0,
    };
    let of_side = |rows| by_counting(rows, out.client.insurer, ground);
    let sides = of_side(plan).into_iter().zip(of_side(actual));
    for (counting, (planned, done)) in Counting::ALL.into_iter().zip(sides) {
        line.plan_units += units(&planned, counting);
        line.actual_units += units(&done, counting);
        let expected: &[RowRef<'a>] = if arrived { &planned } else { &[] };
        let outcome = compare_rows(counting, expected, &done);
        line.same += outcome.same;
        let client = out.client;
        let differences =
            outcome.unequal.into_iter().map(|rows| identity::difference(client, group, counting, rows));
        out.differences.extend(differences);
    }
    line.differences = saturating(out.differences.len() - before);
    if let Some(new) = out.differences.get_mut(before..) {
        new.sort_by_key(identity::position);
    }
    out.lines.push(line);
}

fn compare_rows<'a>(counting: Counting, plan: &[RowRef<'a>], actual: &[RowRef<'a>]) -> Outcome<'a> {
    if plan.is_empty() && actual.is_empty() {
        return Outcome::default();
    }
    match counting {
        Counting::Visit => visits::compare(plan, actual),
        Counting::Prorated => prorated::compare(plan, actual),
        Counting::Monthly => monthly::compare(plan, actual, true),
        Counting::Percent => monthly::compare(plan, actual, false),
        Counting::Equipment => equipment::compare(plan, actual),
    }
}

/// Units of rows that are counted alike.
fn units(rows: &[RowRef<'_>], counting: Counting) -> i64 {
    match counting {
        Counting::Visit => rows.iter().map(|row| row.row.total_units()).sum(),
        Counting::Prorated => prorated::services(rows).iter().map(|row| row.row.total_units()).sum(),
        Counting::Monthly => monthly::once_each(rows).iter().map(|row| row.row.total_units()).sum(),
        Counting::Percent => 0,
        Counting::Equipment => equipment::items(rows).iter().map(|row| row.row.total_units()).sum(),
    }
}

/// Of rows with the same key on several days only those of the day that has most, in the order of the key.
fn of_fullest_day<'a, K: Ord>(rows: &[RowRef<'a>], key: impl Fn(&RowRef<'a>) -> K) -> Vec<RowRef<'a>> {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|row| (key(row), row.row.day));
    let mut out = Vec::new();
    for alike in rows.chunk_by(|a, b| key(a) == key(b)) {
        let days = alike.chunk_by(|a, b| a.row.day == b.row.day);
        // Of equals `max_by_key` takes the last: reversed, that is the first day.
        out.extend(days.rev().max_by_key(|day| day.len()).into_iter().flatten().copied());
    }
    out
}

fn saturating(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Two sides after equal rows were taken off, in the order they had.
#[derive(Debug, Default)]
struct Taken<'a> {
    /// Pairs of equal rows.
    same: u32,
    plan: Vec<RowRef<'a>>,
    actual: Vec<RowRef<'a>>,
}

/// Takes equal rows off both lists (both in the order of `key`).
fn take_equal<'a, K: Ord>(
    plan: &[RowRef<'a>],
    actual: &[RowRef<'a>],
    key: impl Fn(&RowRef<'a>) -> K,
) -> Taken<'a> {
    let mut taken = Taken::default();
    let (mut plan, mut actual) = (plan.iter().copied().peekable(), actual.iter().copied().peekable());
    loop {
        let order = match (plan.peek(), actual.peek()) {
            (Some(p), Some(a)) => key(p).cmp(&key(a)),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => return taken,
        };
        match order {
            std::cmp::Ordering::Less => taken.plan.extend(plan.next()),
            std::cmp::Ordering::Greater => taken.actual.extend(actual.next()),
            std::cmp::Ordering::Equal => {
                taken.same += 1;
                plan.next();
                actual.next();
            }
        }
    }
}

#[cfg(test)]
mod tests;
