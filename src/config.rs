//! Settings: the defaults in `config/defaults.toml`, and over them the user's `kyukan.toml`.
//!
//! Every setting is taken on its own: a fault costs that setting and nothing else, and is told with its place.

use directories::ProjectDirs;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::DeValue;

pub mod fault;
mod office;
pub(crate) mod reader;

pub use fault::{ConfigFault, ConfigFaultSort, Place, ValueType};
pub use office::{AREA_GRADES, OfficeSettings};
use reader::{Reader, Take, load_settings, read_settings};

/// The defaults, commented for people.
pub const DEFAULTS: &str = include_str!("config/defaults.toml");

/// Largest size that a limit may be set to, in megabytes (1 TiB).
const LARGEST_MB: u64 = 1 << 20;

/// Settings in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Language tag; `None` for the system's.
    pub language: Option<String>,
    /// Largest file that is read, in megabytes.
    pub largest_file_mb: Option<u64>,
    /// What all zip archives together may unpack to, in megabytes.
    pub largest_unpacked_mb: Option<u64>,
    /// Theme (配色); `None` for the one chosen last.
    pub theme: Option<String>,
    /// How dates are shown.
    pub dates: Dates,
    /// How wide the terminal draws characters of ambiguous width.
    pub ambiguous_width: AmbiguousWidth,
    /// Whether the mouse is used from the start.
    pub mouse: bool,
    /// Name of the person in the journal; `None` for the name that the system knows.
    pub person: Option<String>,
    /// Keys (キー割り当て) in the order of the file.
    pub keys: Vec<KeySetting>,
    /// Where in the file each setting's value stands, for faults that only its user can find.
    pub places: BTreeMap<String, Place>,
}

/// How dates are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dates {
    /// Japanese era (和暦) in Japanese, western years in other languages.
    #[default]
    Auto,
    /// Japanese era (和暦).
    Era,
    /// Western years (西暦).
    Western,
}

/// How wide the terminal draws characters of ambiguous width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AmbiguousWidth {
    /// The terminal is asked.
    #[default]
    Ask,
    /// One cell.
    Narrow,
    /// Two cells.
    Wide,
}

/// The keys set for one action. Neither the action nor the keys are known to exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySetting {
    /// Id of the action, as written.
    pub action: String,
    /// The keys as written, each with its place; empty for an action without a key.
    pub keys: Vec<(String, Place)>,
    /// Place of the action's name.
    pub place: Place,
}

/// Every setting. A new one is its field, its line here and its lines in `defaults.toml`.
const SETTINGS: &[(&str, Take<Settings>)] = &[
    ("language", |name, value, settings, reader| settings.language = reader.optional_text(name, value)),
    ("largest_file_mb", |name, value, settings, reader| {
        settings.largest_file_mb = reader.number(name, value, 1..=LARGEST_MB);
    }),
    ("largest_unpacked_mb", |name, value, settings, reader| {
        settings.largest_unpacked_mb = reader.number(name, value, 1..=LARGEST_MB);
    }),
    ("theme", |name, value, settings, reader| settings.theme = reader.optional_text(name, value)),
    ("dates", |name, value, settings, reader| {
        let choices = [("", Dates::Auto), ("era", Dates::Era), ("western", Dates::Western)];
        settings.dates = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("ambiguous_width", |name, value, settings, reader| {
        let choices =
            [("", AmbiguousWidth::Ask), ("narrow", AmbiguousWidth::Narrow), ("wide", AmbiguousWidth::Wide)];
        settings.ambiguous_width = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("mouse", |name, value, settings, reader| {
        settings.mouse = reader.switch(name, value).unwrap_or_default();
    }),
    ("person", |name, value, settings, reader| settings.person = reader.optional_text(name, value)),
    ("keys", |name, value, settings, reader| settings.keys = keys(name, value, reader)),
];

impl Settings {
    /// Where the user's settings lie: `kyukan.toml` in the system's folder for settings.
    pub fn path() -> Option<PathBuf> {
        folder().map(|folder| folder.join("kyukan.toml"))
    }

    /// Settings in force, and every fault of the file. A file that is not there is no fault.
    pub fn load(path: Option<&Path>) -> (Self, Vec<ConfigFault>) {
        path.map_or_else(Default::default, |path| load_settings(path, Self::parse))
    }

    /// Reads settings from the text of the file at `path`. The default stands in for each setting with a fault.
    pub fn parse(path: &str, text: &str) -> (Self, Vec<ConfigFault>) {
        let (settings, places, faults) = read_settings((path, text), SETTINGS);
        (Self { places, ..settings }, faults)
    }

    /// The language asked for, when any is.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref().filter(|language| !language.is_empty())
    }
}

fn keys(name: &str, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Vec<KeySetting> {
    let mut out = Vec::new();
    for (action, keys) in reader.table(name, value).into_iter().flatten() {
        let setting = format!("{name}.{}", action.get_ref());
        if let Some(keys) = reader.texts(&setting, keys) {
            let place = reader.place(action.span().start);
            out.push(KeySetting { action: action.get_ref().clone().into_owned(), keys, place });
        }
    }
    out.sort_by_key(|setting| setting.place);
    out
}

/// The user's folder for settings: `kyukan.toml`, and themes in `themes/`.
pub fn folder() -> Option<PathBuf> {
    ProjectDirs::from("", "", "kyukan").map(|dirs| dirs.config_dir().to_owned())
}

/// The user's folder for what the program remembers between runs.
///
/// Systems without a place for state have it among the data of this one computer.
pub fn state_folder() -> Option<PathBuf> {
    let dirs = ProjectDirs::from("", "", "kyukan")?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned())
}

#[cfg(test)]
mod tests;
