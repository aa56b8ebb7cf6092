//! What decisions change in the comparison itself: actuals that were typed in (FAX受領), and rows that people paired
//! (対応付け).

use super::decisions::{ClientDecisions, Decisions, Pairing};
use super::month::Month;
use super::open::sum_up;
use crate::domain::decision::{ArrivalChoice, RowContent};
use crate::domain::difference::PlacedRow;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::row::{Block, ServiceRow};
use crate::format::exchange::read::Content;
use crate::format::exchange::read::service::{ServiceBlock, ServiceRows};
use crate::reconcile::{ByHand, ClientComparison, Ground, RowRef, compare_client, pair_by_hand};
use rustc_hash::FxHashMap;

/// Compares the clients at these positions anew, with what was decided.
pub fn settle(month: &mut Month, decisions: &Decisions, positions: &[usize]) {
    put_typed_rows(month, decisions);
    for position in positions {
        let Some(rows) = month.clients.get(*position) else { continue };
        let comparison = compare(month, *position, decisions.client(rows.client));
        if let Some((place, new)) = month.comparisons.get_mut(*position).zip(comparison) {
            *place = new;
        }
    }
    if !positions.is_empty() {
        (month.totals, month.not_arrived) = sum_up(&month.comparisons);
    }
}

/// Positions of the clients whose comparison is not that of the files alone.
pub fn changed_positions(month: &Month, decisions: &Decisions) -> Vec<usize> {
    let changed = decisions.clients().filter(|(_, client)| client.changes_comparison());
    let mut positions: Vec<usize> = changed.filter_map(|(client, _)| month.position(client)).collect();
    positions.sort_unstable();
    positions
}

fn compare(month: &Month, position: usize, decided: &ClientDecisions) -> Option<ClientComparison> {
    let rows = month.clients.get(position)?;
    let mut arrived = month.arrived.clone();
    let typed = decided.arrivals().filter(|(.., choice)| matches!(choice, ArrivalChoice::Fax { .. }));
    arrived.extend(typed.map(|(provider, kind, _)| (provider, kind)));
    let ground = Ground { basis: &month.basis, arrived: &arrived };
    let mut plan: Vec<RowRef<'_>> = month.rows(&rows.plan).collect();
    let mut actual: Vec<RowRef<'_>> = month.rows(&rows.actual).collect();
    let mut comparison = compare_client(rows.client, &mut plan, &mut actual, ground);
    let pairings = decided.pairings();
    let said = pairings.iter().map(|(id, pairing)| match pairing {
        Pairing::JoinedWith(with) => ByHand::Joined { id, with },
        Pairing::Apart => ByHand::Apart { id },
    });
    pair_by_hand(&mut comparison, ground, said, |placed: &PlacedRow| month.detail_of(placed));
    Some(comparison)
}

/// A run of rows that were typed in: whose, of whom, and what.
type Typed<'a> = (ClientKey, OfficeNumber, ServiceKind, &'a [RowContent]);

/// Puts the rows that people typed in behind the files, in place of those that were there.
fn put_typed_rows(month: &mut Month, decisions: &Decisions) {
    let place = month.typed_rows();
    let typed = typed_rows(month, decisions);
    let mut content =
        ServiceRows { month: Some(month.month), splits_by_provider: true, ..ServiceRows::default() };
    let mut blocks = FxHashMap::<ClientKey, Vec<u32>>::default();
    for (client, provider, kind, rows) in typed {
        let first = u32::try_from(content.rows.len()).unwrap_or(u32::MAX);
        let len = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        for row in rows {
            let row = service_row(provider, row, &mut content);
            content.rows.push(row);
        }
        let block = Block { client, first, len };
        blocks.entry(client).or_default().push(u32::try_from(content.blocks.len()).unwrap_or(u32::MAX));
        content.blocks.push(ServiceBlock { block, kind, provider, manager: u32::MAX, copy_of: None });
    }
    month.contents.truncate(month.files.len());
    month.contents.push(Some(Content::Service(content)));
    for rows in &mut month.clients {
        rows.actual.retain(|(file, _)| *file != place);
        let own = blocks.remove(&rows.client).unwrap_or_default();
        rows.actual.extend(own.into_iter().map(|block| (place, block)));
    }
}

/// What was typed in, as long as nothing came from the provider itself since; ordered.
fn typed_rows<'a>(month: &Month, decisions: &'a Decisions) -> Vec<Typed<'a>> {
    let of_client = |(client, decided): (ClientKey, &'a ClientDecisions)| {
        decided.arrivals().filter_map(move |(provider, kind, choice)| match choice {
            ArrivalChoice::Fax { rows } => Some((client, provider, kind, rows.as_slice())),
            ArrivalChoice::AsPlanned | ArrivalChoice::Late => None,
        })
    };
    let has_come = |typed: &Typed<'_>| month.arrived.contains(&(typed.1, typed.2));
    let mut typed: Vec<_> =
        decisions.clients().flat_map(of_client).filter(|typed| !has_come(typed)).collect();
    typed.sort_unstable_by_key(|(client, provider, kind, _)| (*client, *provider, *kind));
    typed
}

fn service_row(provider: OfficeNumber, row: &RowContent, content: &mut ServiceRows) -> ServiceRow {
    let detail = match &row.detail {
        Some(detail) => {
            content.details.push(detail.clone());
            u32::try_from(content.details.len()).unwrap_or(u32::MAX)
        }
        None => 0,
    };
    ServiceRow {
        provider,
        code: row.code,
        day: row.day,
        count: row.count,
        start: row.start,
        end: row.end,
        units: row.units,
        over_30_days: row.over_30_days,
        satellite: *b"  ",
        detail,
        line: u32::try_from(content.rows.len() + 1).unwrap_or(u32::MAX),
        offset: 0,
    }
}
