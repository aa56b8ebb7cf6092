//! One side of a client's month while differences are settled.

use super::{Origin, StandingRow};
use crate::app::month::Month;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::reconcile::RowRef;
use std::cmp::Ordering;

/// The rows that were received, what stands in the place of each, and what was added.
pub(super) struct Side<'a> {
    received: Vec<RowRef<'a>>,
    /// Same order as `received`; `None` for what fell away.
    standing: Vec<Option<StandingRow>>,
    added: Vec<StandingRow>,
    month: &'a Month,
    origin: Origin,
}

impl<'a> Side<'a> {
    pub(super) fn new(month: &'a Month, received: Vec<RowRef<'a>>, origin: Origin) -> Self {
        let standing = received.iter().map(|row| Some(StandingRow::received(month, row, origin))).collect();
        Self { received, standing, added: Vec::new(), month, origin }
    }

    pub(super) fn received(&self) -> &[RowRef<'a>] {
        &self.received
    }

    /// The rows at these positions as they were received, whatever became of them since.
    pub(super) fn rows(&self, positions: &[usize]) -> Vec<StandingRow> {
        let rows = positions.iter().filter_map(|position| self.received.get(*position));
        rows.map(|row| StandingRow::received(self.month, row, self.origin)).collect()
    }

    /// The rows of a provider and kind as they were received.
    pub(super) fn of(&self, provider: OfficeNumber, kind: ServiceKind) -> Vec<StandingRow> {
        let rows = self.received.iter();
        let rows = rows.filter(|row| (row.row.provider, row.row.code.kind()) == (provider, kind));
        rows.map(|row| StandingRow::received(self.month, row, self.origin)).collect()
    }

    pub(super) fn mark_late(&mut self, provider: OfficeNumber, kind: ServiceKind) {
        for row in self.standing.iter_mut().flatten() {
            row.is_late |= (row.provider, row.kind()) == (provider, kind);
        }
    }

    /// Puts rows in the place of those at these positions. Each takes over the bytes of a row of its own day, else of
    /// any row it replaces; what finds none is added, and what is left over falls away.
    pub(super) fn replace(&mut self, positions: &[usize], mut with: Vec<StandingRow>) {
        let mut free: Vec<usize> = positions.to_vec();
        let mut later = Vec::new();
        with.sort_by(by_place);
        for row in with {
            let same_day = |position: &&usize| self.day(**position) == Some(row.content.day);
            match free.iter().find(same_day).copied() {
                Some(position) => self.put(position, &mut free, row),
                None => later.push(row),
            }
        }
        for row in later {
            match free.first().copied() {
                Some(position) => self.put(position, &mut free, row),
                None => self.added.push(StandingRow { is_changed: true, ..row }),
            }
        }
        for position in free {
            if let Some(slot) = self.standing.get_mut(position) {
                *slot = None;
            }
        }
    }

    fn day(&self, position: usize) -> Option<u8> {
        self.received.get(position).map(|row| row.row.day)
    }

    fn put(&mut self, position: usize, free: &mut Vec<usize>, row: StandingRow) {
        free.retain(|other| *other != position);
        if let Some(Some(slot)) = self.standing.get_mut(position) {
            slot.is_changed = slot.received != row.content;
            slot.content = row.content;
        }
    }

    /// All rows that stand, the added ones after the last row of their provider.
    pub(super) fn finish(self, withdrawn: impl Fn(OfficeNumber) -> bool) -> Vec<StandingRow> {
        let mut rows: Vec<StandingRow> = self.standing.into_iter().flatten().collect();
        rows.retain(|row| !withdrawn(row.provider));
        let mut added = self.added;
        added.retain(|row| !withdrawn(row.provider));
        added.sort_by(by_place);
        let mut added = added.into_iter().peekable();
        while let Some(provider) = added.peek().map(|row| row.provider) {
            let at =
                rows.iter().rposition(|row| row.provider == provider).map_or(rows.len(), |last| last + 1);
            let of_provider: Vec<_> =
                std::iter::from_fn(|| added.next_if(|row| row.provider == provider)).collect();
            rows.splice(at..at, of_provider);
        }
        rows
    }
}

/// By provider, day, time and code; the place settles the rest.
fn by_place(a: &StandingRow, b: &StandingRow) -> Ordering {
    let key = |row: &StandingRow| (row.provider, row.content.day, row.content.start, row.content.code);
    key(a).cmp(&key(b)).then_with(|| a.content.cmp(&b.content)).then((a.file, a.line).cmp(&(b.file, b.line)))
}
