//! The office's own data and settings: `kyukan.toml` in its workspace.

mod benefit;
mod slips;

use super::ConfigFault;
use super::reader::{Take, load_settings, read_settings};
use crate::app::month::Month;
use crate::app::review::OfficeRules;
use crate::app::tally::SlipSettings;
use crate::benefit::policy::Policy;
use crate::benefit::rates::AreaGrade;
use crate::domain::ids::OfficeNumber;
use std::path::{Path, PathBuf};

/// The file of a new workspace; `{…}` stands for what is filled in.
const TEMPLATE: &str = include_str!("office.toml");

/// 地域区分 as they are written in the file.
pub const AREA_GRADES: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "other"];

/// What an office number may be, for faults.
const OFFICE_NUMBERS: &str = "0000000000 .. 9999999999";

/// What an office says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeSettings {
    /// 事業所番号 of the 居宅介護支援事業所.
    pub number: Option<OfficeNumber>,
    /// Its name (事業所名), which stands in no exchange file.
    pub name: Option<String>,
    /// 地域区分, one of [`AREA_GRADES`].
    pub area_grade: Option<String>,
    /// Folders that are watched for received files.
    pub watch: Vec<PathBuf>,
    /// What the rules leave open (`[benefit]`).
    pub policy: Policy,
    /// Slips and the files that carry them (`[slips]`).
    pub slips: SlipSettings,
}

/// Every setting. A new one is its field, its line here and its lines in `office.toml`.
const SETTINGS: &[(&str, Take<OfficeSettings>)] = &[
    ("number", |name, value, office, reader| {
        let Some(text) = reader.optional_text(name, value) else { return };
        office.number = OfficeNumber::parse(&text);
        if office.number.is_none() {
            reader.not_allowed(name, value, &text, vec![OFFICE_NUMBERS.to_owned()]);
        }
    }),
    ("name", |name, value, office, reader| office.name = reader.optional_text(name, value)),
    ("area_grade", |name, value, office, reader| {
        let choices: Vec<(&str, Option<&str>)> = std::iter::once(("", None))
            .chain(AREA_GRADES.iter().map(|grade| (*grade, Some(*grade))))
            .collect();
        let chosen = reader.choice(name, value, &choices).flatten();
        office.area_grade = chosen.map(str::to_owned);
    }),
    ("watch", |name, value, office, reader| {
        let folders = reader.texts(name, value).unwrap_or_default();
        office.watch = folders.into_iter().map(|(folder, _)| PathBuf::from(folder)).collect();
    }),
    ("benefit", |name, value, office, reader| {
        reader.settings(name, value, benefit::SETTINGS, &mut office.policy);
    }),
    ("slips", |name, value, office, reader| {
        reader.settings(name, value, slips::SETTINGS, &mut office.slips);
    }),
];

impl OfficeSettings {
    /// The settings of the file at `path`, and every fault of it. A file that is not there says nothing.
    pub fn load(path: &Path) -> (Self, Vec<ConfigFault>) {
        load_settings(path, Self::parse)
    }

    /// Reads the settings from the text of the file at `path`.
    pub fn parse(path: &str, text: &str) -> (Self, Vec<ConfigFault>) {
        let (office, _, faults) = read_settings((path, text), SETTINGS);
        (office, faults)
    }

    /// What the rules leave to the office.
    pub fn rules(&self) -> OfficeRules {
        let area_grade = self.area_grade.as_deref().and_then(AreaGrade::named);
        OfficeRules {
            policy: self.policy.clone(),
            slips: self.slips.clone(),
            area_grade,
            number: self.number,
        }
    }

    /// Gives the own office its name in a month, because no exchange file names it.
    pub fn name_own(&self, month: &mut Month) {
        if let (Some(number), Some(name)) = (self.number, &self.name) {
            month.office_names.entry(number).or_insert_with(|| name.clone());
        }
    }

    /// The commented file of a new workspace: number, name and 地域区分, everything else at its default.
    pub fn to_file(&self) -> String {
        let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
        let number = self.number.map(|number| number.to_string()).unwrap_or_default();
        TEMPLATE
            .replace("{number}", &quoted(&number))
            .replace("{area_grade}", &quoted(self.area_grade.as_deref().unwrap_or_default()))
            // Last, because the name may hold anything.
            .replace("{name}", &quoted(self.name.as_deref().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests;
