//! What the workstation remembers between runs: a small file that may be lost without harm.

use super::private::{create_folder, write_file};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// How many months are kept.
const MOST_MONTHS: usize = 36;

/// What the workstation remembers between runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ViewState {
    /// The theme (配色) chosen last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// For each month of an office (`1379900002-202610`) what was shown, by names that only the workstation knows.
    pub months: BTreeMap<String, BTreeMap<String, String>>,
}

impl ViewState {
    /// Reads what was remembered. A file that is missing or cannot be read is as good as an empty one; one that makes
    /// no sense is renamed to `….broken`, so that the next run starts afresh and nothing is lost.
    pub fn load(path: &Path) -> Self {
        let Ok(bytes) = fs::read(path) else { return Self::default() };
        let read = std::str::from_utf8(&bytes).ok().and_then(|text| toml::from_str(text).ok());
        read.unwrap_or_else(|| {
            // Best effort: saving replaces the file in any case.
            drop(fs::rename(path, beside(path, "broken")));
            Self::default()
        })
    }

    /// Writes it all, or leaves the file as it was. Only the 36 newest months are kept.
    ///
    /// # Errors
    /// The system refuses.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let text = toml::to_string(&self.newest()).map_err(io::Error::other)?;
        if let Some(folder) = path.parent() {
            create_folder(folder)?;
        }
        // Two workstations may save at once.
        let part = beside(path, &format!("{}.part", std::process::id()));
        let written = write_file(&part, text.as_bytes()).and_then(|()| fs::rename(&part, path));
        if written.is_err() {
            // Best effort: the error that counts is the first one.
            drop(fs::remove_file(&part));
        }
        written
    }

    /// What was remembered of a screen for a month.
    pub fn recall(&self, month: &str, screen: &str) -> BTreeMap<String, String> {
        let prefix = format!("{screen}.");
        let shown = self.months.get(month).into_iter().flatten();
        shown
            .filter_map(|(name, value)| Some((name.strip_prefix(&prefix)?.to_owned(), value.clone())))
            .collect()
    }

    /// Remembers a screen for a month, in place of what was remembered before.
    pub fn remember(&mut self, month: &str, screen: &str, shown: BTreeMap<String, String>) {
        let prefix = format!("{screen}.");
        let of_month = self.months.entry(month.to_owned()).or_default();
        of_month.retain(|name, _| !name.starts_with(&prefix));
        of_month.extend(shown.into_iter().map(|(name, value)| (format!("{prefix}{name}"), value)));
    }

    fn newest(&self) -> Self {
        let mut keys: Vec<(&str, &String)> = self.months.keys().map(|key| (month_of(key), key)).collect();
        keys.sort_unstable_by(|a, b| b.cmp(a));
        let kept = keys.into_iter().take(MOST_MONTHS);
        let months = kept.filter_map(|(_, key)| self.months.get_key_value(key));
        Self {
            theme: self.theme.clone(),
            months: months.map(|(key, shown)| (key.clone(), shown.clone())).collect(),
        }
    }
}

/// The month of a key; whatever has none counts as oldest.
fn month_of(key: &str) -> &str {
    let month = key.rsplit_once('-').map_or("", |(_, month)| month);
    if month.len() == 6 && month.bytes().all(|byte| byte.is_ascii_digit()) { month } else { "" }
}

/// `view.toml` becomes `view.toml.broken`.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{ending}"));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn state(months: &[&str]) -> ViewState {
        let shown = BTreeMap::from([("screen".to_owned(), "盤\u{1b}\n\"".to_owned())]);
        ViewState {
            theme: Some("light".to_owned()),
            months: months.iter().map(|month| ((*month).to_owned(), shown.clone())).collect(),
        }
    }

    #[test]
    fn what_is_saved_is_loaded_again() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("new/view.toml");
        assert_eq!(ViewState::load(&path), ViewState::default());
        for state in [state(&["1379900002-202610", "odd key"]), state(&[]), ViewState::default()] {
            state.save(&path).unwrap();
            assert_eq!(ViewState::load(&path), state);
            assert_eq!(names(path.parent().unwrap()), ["view.toml"]);
        }
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("state/view.toml");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        state(&[]).save(&path).unwrap();
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        state(&[]).save(&path).unwrap();
        assert_eq!(mode(&path), 0o600);
    }

    #[test]
    fn a_broken_file_is_put_aside() {
        for broken in [&b"theme = [1"[..], b"theme = 1", b"\xff\xfe", b"months = \"x\""] {
            let temp = tempfile::tempdir().unwrap();
            let path = temp.path().join("view.toml");
            fs::write(&path, broken).unwrap();
            assert_eq!(ViewState::load(&path), ViewState::default());
            assert_eq!(names(temp.path()), ["view.toml.broken"]);
            assert_eq!(fs::read(temp.path().join("view.toml.broken")).unwrap(), broken);
        }
    }

    #[test]
    fn what_a_later_edition_remembers_is_passed_over() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("view.toml");
        fs::write(&path, "later = 1\ntheme = \"mono\"\n").unwrap();
        assert_eq!(ViewState::load(&path).theme.as_deref(), Some("mono"));
    }

    #[test]
    fn the_newest_months_are_kept() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("view.toml");
        let mut keys: Vec<String> =
            (0..48).map(|n| format!("13799000{:02}-{}{:02}", 99 - n, 2023 + n / 12, n % 12 + 1)).collect();
        keys.push("no month".to_owned());
        state(&keys.iter().map(String::as_str).collect::<Vec<_>>()).save(&path).unwrap();
        let kept = ViewState::load(&path).months;
        assert_eq!(kept.len(), MOST_MONTHS);
        assert!(kept.keys().all(|key| month_of(key) >= "202401"), "{kept:?}");
    }

    #[test]
    fn a_save_that_fails_leaves_the_old_file() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("view.toml");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inside"), "x").unwrap();
        assert!(state(&[]).save(&path).is_err());
        assert_eq!(names(temp.path()), ["view.toml"]);
    }
}
