//! How the rows of a file differ from those before.

/// Rows of a file against the baseline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowChanges {
    /// Rows of the file.
    pub total: u32,
    /// Rows that the baseline has not.
    pub added: u32,
    /// Rows that only the baseline has.
    pub removed: u32,
    /// Rows that stand in the place of another one.
    pub changed: u32,
    /// Rows that are the same.
    pub same: u32,
}

impl RowChanges {
    /// Adds the rows of another client.
    pub fn add(&mut self, other: Self) {
        self.total += other.total;
        self.added += other.added;
        self.removed += other.removed;
        self.changed += other.changed;
        self.same += other.same;
    }

    /// Whether nothing was added, removed or changed.
    pub fn is_nothing(&self) -> bool {
        self.added + self.removed + self.changed == 0
    }
}

/// Contents of a record's columns without CSVバージョン and without columns that not both editions have.
pub(super) type Contents = Vec<Vec<u8>>;

/// Compares records. `likenesses` are sets of columns: of rows without an equal, those that agree in the first set are
/// one that changed, then those that agree in the next.
pub(super) fn compare(before: &[Contents], after: &[Contents], likenesses: &[&[usize]]) -> RowChanges {
    let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
    let (same, mut old, mut new) = take_equal(before.iter().collect(), after.iter().collect(), Clone::clone);
    let mut changes = RowChanges { total: count(after.len()), same, ..RowChanges::default() };
    for columns in likenesses {
        let key = |row: &Contents| -> Vec<Vec<u8>> {
            columns.iter().map(|column| row.get(*column).cloned().unwrap_or_default()).collect()
        };
        let (changed, left, right) = take_equal(old, new, key);
        (old, new) = (left, right);
        changes.changed += changed;
    }
    changes.added = count(new.len());
    changes.removed = count(old.len());
    changes
}

/// Takes rows with equal keys off both lists.
fn take_equal<'a, K: Ord>(
    mut before: Vec<&'a Contents>,
    mut after: Vec<&'a Contents>,
    key: impl Fn(&Contents) -> K,
) -> (u32, Vec<&'a Contents>, Vec<&'a Contents>) {
    before.sort_by_cached_key(|row| key(row));
    after.sort_by_cached_key(|row| key(row));
    let (mut same, mut old, mut new) = (0, Vec::new(), Vec::new());
    let (mut before, mut after) = (before.into_iter().peekable(), after.into_iter().peekable());
    while let (Some(b), Some(a)) = (before.peek(), after.peek()) {
        match key(b).cmp(&key(a)) {
            std::cmp::Ordering::Less => old.extend(before.next()),
            std::cmp::Ordering::Greater => new.extend(after.next()),
            std::cmp::Ordering::Equal => {
                same += 1;
                before.next();
                after.next();
            }
        }
    }
    old.extend(before);
    new.extend(after);
    (same, old, new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: &[&str]) -> Vec<Contents> {
        texts.iter().map(|text| text.split(' ').map(|cell| cell.as_bytes().to_vec()).collect()).collect()
    }

    #[test]
    fn rows_are_the_same_changed_added_or_removed() {
        let before = rows(&["a 1 x", "a 2 x", "b 1 x", "c 1 x"]);
        let after = rows(&["a 1 x", "a 2 y", "b 9 x", "d 1 x", "a 1 x"]);
        let changes = compare(&before, &after, &[&[0, 1], &[0]]);
        assert_eq!(changes, RowChanges { total: 5, added: 2, removed: 1, changed: 2, same: 1 });
        assert!(compare(&before, &before, &[]).is_nothing());
    }
}
