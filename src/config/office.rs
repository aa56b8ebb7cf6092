//! The office's own data and settings: `kyukan.toml` in its workspace.

use super::reader::{Take, load_settings, read_settings};
use super::{ConfigFault, ConfigFaultSort};
use crate::app::month::Month;
use crate::domain::ids::OfficeNumber;
use std::path::{Path, PathBuf};

/// The file of a new workspace; `{…}` stands for what is filled in.
const TEMPLATE: &str = include_str!("office.toml");

/// 地域区分 as they are written in the file.
pub const AREA_GRADES: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "other"];

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
}

/// Every setting. A new one is its field, its line here and its lines in `office.toml`.
const SETTINGS: &[(&str, Take<OfficeSettings>)] = &[
    ("number", |name, value, office, reader| {
        let Some(text) = reader.optional_text(name, value) else { return };
        office.number = OfficeNumber::parse(&text);
        if office.number.is_none() {
            let sort = ConfigFaultSort::NotAllowed {
                name: name.to_owned(),
                found: text,
                allowed: vec!["0000000000 .. 9999999999".to_owned()],
            };
            reader.fault(&value.span(), sort);
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

    /// Gives the own office its name in a month, because no exchange file names it.
    pub fn name_own(&self, month: &mut Month) {
        if let (Some(number), Some(name)) = (self.number, &self.name) {
            month.office_names.entry(number).or_insert_with(|| name.clone());
        }
    }

    /// The commented file of a new workspace.
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
mod tests {
    use super::*;

    #[test]
    fn what_init_writes_reads_back() {
        let office = OfficeSettings {
            number: OfficeNumber::parse("1379900010"),
            name: Some("ケア\"相談\" {number} センター\\".to_owned()),
            area_grade: Some("3".to_owned()),
            watch: Vec::new(),
        };
        let (read, faults) = OfficeSettings::parse("kyukan.toml", &office.to_file());
        assert_eq!((read, faults), (office, Vec::new()));
        let (read, faults) = OfficeSettings::parse("kyukan.toml", &OfficeSettings::default().to_file());
        assert_eq!((read, faults), (OfficeSettings::default(), Vec::new()));
    }

    #[test]
    fn a_fault_costs_its_own_setting_only() {
        let text =
            "number = \"12\"\nname = \"相談\"\narea_grade = \"9\"\nwatch = [\"a\", \"b\"]\nother = 1\n";
        let (office, faults) = OfficeSettings::parse("kyukan.toml", text);
        assert_eq!((office.number, office.area_grade), (None, None));
        assert_eq!(office.name.as_deref(), Some("相談"));
        assert_eq!(office.watch, [PathBuf::from("a"), PathBuf::from("b")]);
        let lines: Vec<_> = faults.iter().filter_map(|fault| fault.place).map(|place| place.line).collect();
        assert_eq!(lines, [1, 3, 5]);
    }
}
