//! The file of a theme: a palette, and what each role takes from it.

use super::role::Role;
use crate::config::reader::Reader;
use crate::config::{ConfigFault, ConfigFaultSort};
use ratatui::style::{Color, Modifier, Style};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A colour as written.
#[derive(Clone, Debug)]
enum Ink {
    /// A name of the palette, looked up last: a theme that inherits may give the name another colour.
    Named(String),
    Exact(Color),
}

/// What one role sets.
#[derive(Clone, Debug, Default)]
struct Patch {
    fg: Option<Ink>,
    bg: Option<Ink>,
    modifiers: BTreeMap<&'static str, bool>,
}

/// The attributes that are on or off.
const MODIFIERS: &[(&str, Modifier)] = &[
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

/// A theme's palette and roles, with what it inherits.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub(super) name_ja: Option<String>,
    pub(super) name_en: Option<String>,
    palette: BTreeMap<String, Color>,
    patches: BTreeMap<Role, Patch>,
}

impl Sheet {
    /// Reads a theme. `base` finds the theme that is inherited, or what stands in for it; a fault that it returns gets
    /// the place of the name.
    ///
    /// `None` when the text is no TOML. Every fault is noted, and the rest of the theme is read all the same.
    pub(super) fn read(
        path: &str,
        text: &str,
        base: impl FnOnce(&str) -> (Sheet, Option<ConfigFaultSort>),
    ) -> (Option<Self>, Vec<ConfigFault>) {
        let mut reader = Reader::new(path, text);
        let Some(table) = reader.parse() else { return (None, reader.into_faults()) };
        let mut sheet = table.get("inherits").map(|value| inherited(value, &mut reader, base));
        let mut sheet = sheet.take().unwrap_or_default();
        // Names are not inherited, and the palette has to be known before the roles.
        (sheet.name_ja, sheet.name_en) = (None, None);
        for (part, take) in [("name", Sheet::take_names as Take), ("palette", Sheet::take_palette)] {
            let table = table.get(part).and_then(|value| reader.table(part, value));
            table.inspect(|table| take(&mut sheet, table, &mut reader));
        }
        if let Some(roles) = table.get("roles").and_then(|value| reader.table("roles", value)) {
            sheet.take_roles(roles, &mut reader);
        }
        for (name, _) in &table {
            if !matches!(name.get_ref().as_ref(), "inherits" | "name" | "palette" | "roles") {
                unknown("", name, &mut reader);
            }
        }
        (Some(sheet), reader.into_faults())
    }

    fn take_names(&mut self, table: &DeTable<'_>, reader: &mut Reader<'_>) {
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "ja" => self.name_ja = reader.optional_text("name.ja", value),
                "en" => self.name_en = reader.optional_text("name.en", value),
                _ => unknown("name.", name, reader),
            }
        }
    }

    fn take_palette(&mut self, table: &DeTable<'_>, reader: &mut Reader<'_>) {
        for (name, value) in table {
            let setting = format!("palette.{}", name.get_ref());
            let Some(text) = reader.text(&setting, value) else { continue };
            match exact(text) {
                Some(colour) => {
                    self.palette.insert(name.get_ref().clone().into_owned(), colour);
                }
                None => bad_colour(setting, text, &value.span(), reader),
            }
        }
    }

    fn take_roles(&mut self, table: &DeTable<'_>, reader: &mut Reader<'_>) {
        for (name, value) in table {
            let Some(role) = Role::from_id(name.get_ref()) else {
                let sort = ConfigFaultSort::UnknownRole(name.get_ref().clone().into_owned());
                reader.fault(&name.span(), sort);
                continue;
            };
            let setting = format!("roles.\"{}\"", role.id());
            let Some(table) = reader.table(&setting, value) else { continue };
            let mut patch = self.patches.remove(&role).unwrap_or_default();
            for (name, value) in table {
                let setting = format!("{setting}.{}", name.get_ref());
                self.take_attribute((name, value), &setting, &mut patch, reader);
            }
            self.patches.insert(role, patch);
        }
    }

    fn take_attribute(
        &self,
        (name, value): (&Spanned<impl AsRef<str>>, &Spanned<DeValue<'_>>),
        setting: &str,
        patch: &mut Patch,
        reader: &mut Reader<'_>,
    ) {
        let key = name.get_ref().as_ref();
        let modifier = MODIFIERS.iter().find(|(modifier, _)| *modifier == key);
        if let Some((modifier, _)) = modifier {
            patch.modifiers.extend(reader.switch(setting, value).map(|is_on| (*modifier, is_on)));
        } else if key == "fg" {
            patch.fg = self.ink(setting, value, reader).or(patch.fg.take());
        } else if key == "bg" {
            patch.bg = self.ink(setting, value, reader).or(patch.bg.take());
        } else {
            reader.fault(&name.span(), ConfigFaultSort::UnknownSetting(setting.to_owned()));
        }
    }

    fn ink(&self, setting: &str, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<Ink> {
        let text = reader.text(setting, value)?;
        let ink = match exact(text) {
            Some(colour) => Some(Ink::Exact(colour)),
            None => self.palette.contains_key(text).then(|| Ink::Named(text.to_owned())),
        };
        if ink.is_none() {
            bad_colour(setting.to_owned(), text, &value.span(), reader);
        }
        ink
    }

    /// The style of a role. What it does not set comes from its parents, each attribute by itself.
    pub(super) fn style(&self, role: Role) -> Style {
        let line = || std::iter::successors(Some(role), |role| role.parent());
        let patches = || line().filter_map(|role| self.patches.get(&role));
        let mut style = Style::new();
        style.fg = patches().find_map(|patch| patch.fg.as_ref()).and_then(|ink| self.colour(ink));
        style.bg = patches().find_map(|patch| patch.bg.as_ref()).and_then(|ink| self.colour(ink));
        for (name, modifier) in MODIFIERS {
            if patches().find_map(|patch| patch.modifiers.get(name)) == Some(&true) {
                style = style.add_modifier(*modifier);
            }
        }
        style
    }

    fn colour(&self, ink: &Ink) -> Option<Color> {
        match ink {
            Ink::Named(name) => self.palette.get(name).copied(),
            Ink::Exact(colour) => Some(*colour),
        }
    }
}

/// Takes the entries of one part of the file.
type Take = fn(&mut Sheet, &DeTable<'_>, &mut Reader<'_>);

fn inherited(
    value: &Spanned<DeValue<'_>>,
    reader: &mut Reader<'_>,
    base: impl FnOnce(&str) -> (Sheet, Option<ConfigFaultSort>),
) -> Sheet {
    let Some(name) = reader.text("inherits", value) else { return Sheet::default() };
    let (sheet, sort) = base(name);
    if let Some(sort) = sort {
        reader.fault(&value.span(), sort);
    }
    sheet
}

/// Reads `#rrggbb`.
fn exact(text: &str) -> Option<Color> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    // `from_str_radix` would take a sign as well.
    let number = digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(digits)?;
    u32::from_str_radix(number, 16).ok().map(Color::from_u32)
}

fn bad_colour(name: String, found: &str, span: &Range<usize>, reader: &mut Reader<'_>) {
    reader.fault(span, ConfigFaultSort::BadColour { name, found: found.to_owned() });
}

fn unknown(prefix: &str, name: &Spanned<impl AsRef<str>>, reader: &mut Reader<'_>) {
    let setting = format!("{prefix}{}", name.get_ref().as_ref());
    reader.fault(&name.span(), ConfigFaultSort::UnknownSetting(setting));
}
