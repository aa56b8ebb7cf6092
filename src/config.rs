//! Settings: the defaults in `config/defaults.toml`, and over them the user's `kyukan.toml`.

use directories::ProjectDirs;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The defaults, commented for people.
pub const DEFAULTS: &str = include_str!("config/defaults.toml");

/// Settings in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Language tag; empty for the system's.
    pub language: Option<String>,
    /// Largest file that is read, in megabytes.
    pub largest_file_mb: Option<u64>,
    /// What all zip archives together may unpack to, in megabytes.
    pub largest_unpacked_mb: Option<u64>,
}

/// A settings file that cannot be used. The defaults stand in its place.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{path}, line {line}: {reason}")]
pub struct SettingsFault {
    /// The file.
    pub path: String,
    /// Line, from 1; 0 when the file cannot be read at all.
    pub line: usize,
    /// The reader's own words.
    pub reason: String,
}

impl Settings {
    /// Where the user's settings lie: `kyukan.toml` in the system's folder for settings.
    pub fn path() -> Option<PathBuf> {
        ProjectDirs::from("", "", "kyukan").map(|dirs| dirs.config_dir().join("kyukan.toml"))
    }

    /// Settings in force. A file that cannot be used is told, and the defaults are used in its place.
    pub fn load(path: Option<&Path>) -> (Self, Option<SettingsFault>) {
        let Some(path) = path else { return (Self::default(), None) };
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return (Self::default(), None),
            Err(error) => {
                let fault =
                    SettingsFault { path: path.display().to_string(), line: 0, reason: error.to_string() };
                return (Self::default(), Some(fault));
            }
        };
        match Self::parse(&text) {
            Ok(settings) => (settings, None),
            Err((line, reason)) => {
                (Self::default(), Some(SettingsFault { path: path.display().to_string(), line, reason }))
            }
        }
    }

    /// Reads settings from text; the fault is its line and the reader's words.
    ///
    /// # Errors
    /// The text is no TOML, names an unknown setting or gives one a value of the wrong type.
    pub fn parse(text: &str) -> Result<Self, (usize, String)> {
        toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start));
            (before.map_or(0, |before| before.matches('\n').count() + 1), error.message().to_owned())
        })
    }

    /// The language asked for, when any is.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref().filter(|language| !language.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commented_defaults_are_the_defaults() {
        let settings = Settings::parse(DEFAULTS).unwrap();
        assert_eq!(settings.language(), None);
        assert!(settings.largest_file_mb.is_some() && settings.largest_unpacked_mb.is_some());
    }

    #[test]
    fn faults_name_their_line() {
        assert_eq!(Settings::parse("language = \"en\"\nlargest_file_mb = \"x\"\n").unwrap_err().0, 2);
        assert_eq!(Settings::parse("\n\ncolour = 1\n").unwrap_err().0, 3);
    }
}
