//! Names of outputs: they stay in their folder, on every system, and none hides another.

use super::MANIFEST;
use crate::store::write::check_name;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// Checks the names of a folder; gives the first that cannot be.
///
/// Some systems take `a` and `A`, or two ways to write が, for one name. A folder must be spelt alike everywhere, and no
/// file may be called like a folder.
pub(super) fn check_names<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), &'a str> {
    let mut files = BTreeSet::from([folded(MANIFEST)]);
    let mut folders = BTreeMap::new();
    for name in names {
        let (folder, file) = match name.split_once('/') {
            Some((folder, file)) => (Some(folder), file),
            None => (None, name),
        };
        let is_plain = check_name(file).is_ok() && folder.is_none_or(|folder| check_name(folder).is_ok());
        let is_alike = folder.is_none_or(|folder| *folders.entry(folded(folder)).or_insert(folder) == folder);
        if !is_plain || !is_alike || !files.insert(folded(name)) {
            return Err(name);
        }
        let is_hidden = folder.is_none() && folders.contains_key(&folded(name))
            || folder.is_some_and(|folder| files.contains(&folded(folder)));
        if is_hidden {
            return Err(name);
        }
    }
    Ok(())
}

fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused<'a>(names: &[&'a str]) -> Option<&'a str> {
        check_names(names.iter().copied()).err()
    }

    #[test]
    fn names_and_folders_of_one_level_are_fine() {
        assert_eq!(refused(&[]), None);
        assert_eq!(refused(&["A.CSV", "1379900028/A.CSV", "1379900028/B.CSV", "予定/A.CSV"]), None);
    }

    #[test]
    fn names_that_lead_elsewhere_or_nowhere_are_refused() {
        for name in
            ["../A", "/A", "a/../A", "a//A", "a/b/C", "A/", "", "a\\A", "c:A", "NUL", "aux/A.CSV", "A."]
        {
            assert_eq!(refused(&["B.CSV", name]), Some(name), "{name:?}");
        }
    }

    #[test]
    fn names_that_hide_each_other_are_refused() {
        for (first, second) in [
            ("A.CSV", "A.CSV"),
            ("A.CSV", "a.csv"),
            ("予/ガ", "予/カ\u{3099}"),
            ("a/B", "A/C"),
            ("a", "A/b"),
            ("A/b", "a"),
            ("B", "Manifest.JSON"),
        ] {
            assert_eq!(refused(&[first, second]), Some(second), "{first} {second}");
        }
    }
}
