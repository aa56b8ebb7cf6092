//! Themes (配色): what each role looks like. Built-in ones lie in `themes/`, the user's beside the settings.

mod depth;
mod role;
mod sheet;

pub use depth::Depth;
pub use role::Role;

use crate::config::reader::read_file;
use crate::config::{ConfigFault, ConfigFaultSort};
use ratatui::style::{Modifier, Style};
use sheet::Sheet;
use std::path::{Path, PathBuf};

macro_rules! builtin {
    ($($id:literal),+ $(,)?) => {
        const BUILTIN_IDS: &[&str] = &[$($id),+];
        const BUILTIN: &[(&str, &str)] =
            &[$(($id, include_str!(concat!("../../themes/", $id, ".toml")))),+];
    };
}

// The first one is the default. A new one is its file and its name here.
builtin! { "dark", "light", "high-contrast", "colour-vision-safe", "mono" }

const DEFAULT: &str = "dark";

/// A theme (配色): a style for every role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Name of its file without the ending; what the settings name.
    pub id: String,
    /// Name in Japanese.
    pub name_ja: String,
    /// Name in English.
    pub name_en: String,
    /// In the order of the roles.
    styles: Vec<Style>,
}

impl Theme {
    /// The style of a role, complete with what it takes from its parents.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }

    /// What the selected row changes in its cells: background and attributes. Their colours of text stay, so that
    /// states and marks are known in the selected row as well.
    pub fn cursor_row(&self) -> Style {
        Style { fg: None, ..self.style(Role::Cursor) }
    }

    /// The style of a role in the selected row.
    pub fn style_on_cursor(&self, role: Role) -> Style {
        self.style(role).patch(self.cursor_row())
    }

    /// A built-in theme.
    pub fn builtin(id: &str) -> Option<Self> {
        let id = BUILTIN_IDS.iter().find(|known| **known == id)?;
        Some(Self::load(id, None).0)
    }

    /// Names of the built-in themes, the default first.
    pub fn builtin_ids() -> &'static [&'static str] {
        BUILTIN_IDS
    }

    /// Names of the user's own themes, in order. One with the name of a built-in theme cannot be had and is left out.
    ///
    /// `folder` is the user's folder for settings.
    pub fn user_ids(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder.join("themes")).into_iter().flatten().flatten();
        let mut ids: Vec<String> = entries
            .filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".toml")?.to_owned()))
            .filter(|id| is_id(id) && !BUILTIN_IDS.contains(&id.as_str()))
            .collect();
        ids.sort();
        ids
    }

    /// A built-in theme, or the user's own in `themes/<id>.toml` of the folder for settings, with every fault of its
    /// files. The default theme stands in for one that is not there or is no TOML.
    pub fn load(id: &str, user_folder: Option<&Path>) -> (Self, Vec<ConfigFault>) {
        let mut shelf = Shelf { folder: user_folder, opened: Vec::new(), faults: Vec::new() };
        let (id, sheet) = match shelf.open(id) {
            Ok(sheet) => (id, sheet),
            Err(sort) => {
                shelf.faults.extend(sort.map(|sort| ConfigFault {
                    path: shelf.path(id).display().to_string(),
                    place: None,
                    sort,
                }));
                (DEFAULT, default_sheet())
            }
        };
        (Self::new(id, &sheet), shelf.faults)
    }

    /// The theme in the colours that the terminal shows.
    pub fn with_depth(mut self, depth: Depth) -> Self {
        for style in &mut self.styles {
            *style = depth.fit(*style);
        }
        self
    }

    fn new(id: &str, sheet: &Sheet) -> Self {
        let text = sheet.style(Role::Text);
        let styles = Role::ALL.iter().map(|role| {
            let style = sheet.style(*role);
            let is_cursor = matches!(role, Role::Cursor | Role::CursorCell);
            // Nobody can work with a cursor that cannot be seen.
            if is_cursor && style == text { style.add_modifier(Modifier::REVERSED) } else { style }
        });
        Self {
            id: id.to_owned(),
            name_ja: sheet.name_ja.clone().unwrap_or_else(|| id.to_owned()),
            name_en: sheet.name_en.clone().unwrap_or_else(|| id.to_owned()),
            styles: styles.collect(),
        }
    }
}

/// Opens the files of a theme and of those it inherits from.
struct Shelf<'a> {
    folder: Option<&'a Path>,
    /// The theme asked for, and those it inherits from.
    opened: Vec<String>,
    faults: Vec<ConfigFault>,
}

impl Shelf<'_> {
    /// Why not, when there is no such theme; `Err(None)` when its own faults have been noted already.
    fn open(&mut self, id: &str) -> Result<Sheet, Option<ConfigFaultSort>> {
        let (path, text) = match BUILTIN.iter().find(|(known, _)| *known == id) {
            Some((_, text)) => (format!("themes/{id}.toml"), (*text).to_owned()),
            None => self.user_text(id)?,
        };
        if self.opened.iter().any(|known| known == id) {
            return Err(Some(ConfigFaultSort::ThemeCycle(id.to_owned())));
        }
        self.opened.push(id.to_owned());
        let (sheet, faults) = Sheet::read(&path, &text, |base| match self.open(base) {
            Ok(sheet) => (sheet, None),
            Err(sort) => (default_sheet(), sort),
        });
        self.faults.extend(faults);
        sheet.ok_or(None)
    }

    fn user_text(&mut self, id: &str) -> Result<(String, String), Option<ConfigFaultSort>> {
        let path = self.path(id);
        let shown = path.display().to_string();
        let found = if is_id(id) && self.folder.is_some() { read_file(&path, &shown) } else { Ok(None) };
        match found {
            Ok(Some(text)) => Ok((shown, text)),
            Ok(None) => Err(Some(self.not_found(id))),
            Err(fault) => {
                self.faults.push(*fault);
                Err(None)
            }
        }
    }

    fn path(&self, id: &str) -> PathBuf {
        self.folder.unwrap_or(Path::new("")).join("themes").join(format!("{id}.toml"))
    }

    fn not_found(&self, id: &str) -> ConfigFaultSort {
        let mut known: Vec<String> = BUILTIN_IDS.iter().map(|id| (*id).to_owned()).collect();
        known.extend(self.folder.map(Theme::user_ids).unwrap_or_default());
        ConfigFaultSort::ThemeNotFound { name: id.to_owned(), known }
    }
}

/// The default theme; the tests let no built-in theme have a fault.
fn default_sheet() -> Sheet {
    let mut shelf = Shelf { folder: None, opened: Vec::new(), faults: Vec::new() };
    shelf.open(DEFAULT).unwrap_or_default()
}

/// Whether a theme can have this name: it becomes the name of a file.
fn is_id(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

#[cfg(test)]
mod tests;
