//! Entries of codes by key, in the order in which they were added. Masters have tens of thousands of codes with one
//! entry each, so the entries lie in one row and every entry knows the one before it of the same key.

use super::CodeEntry;
use crate::domain::month::ServiceMonth;
use rustc_hash::FxHashMap;
use std::hash::Hash;

#[derive(Clone, Debug)]
pub(super) struct Shelf<K> {
    /// Place of the last entry of each key.
    last: FxHashMap<K, u32>,
    entries: Vec<Shelved>,
}

#[derive(Clone, Debug)]
struct Shelved {
    entry: CodeEntry,
    /// Place of the one before it of the same key.
    before: Option<u32>,
}

impl<K> Default for Shelf<K> {
    fn default() -> Self {
        Self { last: FxHashMap::default(), entries: Vec::new() }
    }
}

impl<K: Copy + Eq + Hash> Shelf<K> {
    pub(super) fn reserve(&mut self, entries: usize) {
        self.last.reserve(entries);
        self.entries.reserve(entries);
    }

    pub(super) fn add(&mut self, key: K, entry: CodeEntry) {
        let place = to_place(self.entries.len());
        let before = self.last.insert(key, place);
        self.entries.push(Shelved { entry, before });
    }

    /// Adds the entries of another one after those that are here.
    pub(super) fn extend(&mut self, later: Self) {
        if self.entries.is_empty() {
            *self = later;
            return;
        }
        let Self { last, entries } = later;
        let mut keys = vec![None; entries.len()];
        for (key, place) in last {
            let mut at = Some(place);
            while let Some(place) = at {
                at = entries.get(place as usize).and_then(|shelved| shelved.before);
                if let Some(of) = keys.get_mut(place as usize) {
                    *of = Some(key);
                }
            }
        }
        for (key, shelved) in keys.into_iter().zip(entries) {
            if let Some(key) = key {
                self.add(key, shelved.entry);
            }
        }
    }

    /// Number of keys.
    pub(super) fn len(&self) -> usize {
        self.last.len()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = K> {
        self.last.keys().copied()
    }

    /// Entries of a key, the last one first.
    pub(super) fn of(&self, key: K) -> impl Iterator<Item = &CodeEntry> {
        let mut next = self.last.get(&key).copied();
        std::iter::from_fn(move || {
            let shelved = self.entries.get(next? as usize)?;
            next = shelved.before;
            Some(&shelved.entry)
        })
    }

    pub(super) fn in_force(&self, key: K, month: ServiceMonth) -> Option<&CodeEntry> {
        self.of(key).find(|entry| entry.is_in_force(month))
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = &CodeEntry> {
        self.entries.iter().map(|shelved| &shelved.entry)
    }

    pub(super) fn entries_mut(&mut self) -> impl Iterator<Item = &mut CodeEntry> {
        self.entries.iter_mut().map(|shelved| &mut shelved.entry)
    }

    /// Entries that begin before an earlier one of the same key has ended.
    pub(super) fn overlaps(&self) -> usize {
        if self.last.len() == self.entries.len() {
            return 0;
        }
        self.keys().map(|key| overlaps(self.of(key))).sum()
    }
}

/// A file has fewer bytes than there are places.
fn to_place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn overlaps<'a>(entries: impl Iterator<Item = &'a CodeEntry>) -> usize {
    let mut spans: Vec<_> = entries.map(|entry| (entry.valid_from, entry.valid_to)).collect();
    spans.sort_unstable_by_key(|(from, _)| *from);
    let mut spans = spans.into_iter();
    let Some((_, mut end)) = spans.next() else { return 0 };
    let mut count = 0;
    for (from, to) in spans {
        let is_over = end.zip(from).is_some_and(|(end, from)| end < from);
        count += usize::from(!is_over);
        end = end.zip(to).map(|(end, to)| end.max(to));
    }
    count
}
