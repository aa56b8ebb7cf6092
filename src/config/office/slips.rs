//! `[slips]` of the office's file: 給付管理票 and the files that carry it.

use super::super::reader::{Reader, Take};
use crate::app::tally::{BelowPlan, NameMonth, SlipSettings};
use crate::domain::month::ServiceMonth;
use crate::format::kokuhoren::codes::Medium;
use crate::format::kokuhoren::names::sent_name;
use crate::format::kokuhoren::write::{ControlZero, Quoting, Unused};
use toml::Spanned;
use toml::de::DeValue;

/// Values of items that are not used.
const UNUSED: [(&str, Unused); 2] = [("empty", Unused::Empty), ("zero", Unused::Zero)];

/// Every setting, in the order of the written file.
pub(super) const SETTINGS: &[(&str, Take<SlipSettings>)] = &[
    ("below_plan", |name, value, slips, reader| {
        let choices = [("actual", BelowPlan::Actual), ("plan", BelowPlan::Plan)];
        slips.below_plan = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("zero_unit_slips", |name, value, slips, reader| {
        slips.style.allow_zero_unit_slips = reader.switch(name, value).unwrap_or_default();
    }),
    ("file_prefix", |name, value, slips, reader| {
        if let Some(prefix) = prefix(name, value, reader) {
            slips.file_prefix = prefix;
        }
    }),
    ("fee_file_prefix", |name, value, slips, reader| {
        if let Some(prefix) = prefix(name, value, reader) {
            slips.fee_file_prefix = prefix;
        }
    }),
    ("name_month", |name, value, slips, reader| {
        let choices = [("processing", NameMonth::Processing), ("service", NameMonth::Service)];
        slips.name_month = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("medium", |name, value, slips, reader| {
        let choices = [
            ("internet", Medium::Internet),
            ("isdn", Medium::Isdn),
            ("mo", Medium::Mo),
            ("mt", Medium::Mt),
            ("disk", Medium::Disk),
        ];
        slips.medium = reader.choice(name, value, &choices).unwrap_or(Medium::Internet);
    }),
    ("quoting", |name, value, slips, reader| {
        let choices = [("needed", Quoting::Needed), ("all", Quoting::All)];
        slips.style.quoting = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("control_zero", |name, value, slips, reader| {
        let choices = [("short", ControlZero::Short), ("full", ControlZero::Full)];
        slips.style.control_zero = reader.choice(name, value, &choices).unwrap_or_default();
    }),
    ("file_control_no", |name, value, slips, reader| {
        let number = reader.number(name, value, 0..=999_999).unwrap_or_default();
        slips.style.file_control_no = u32::try_from(number).unwrap_or_default();
    }),
    ("closing_row", |name, value, slips, reader| {
        slips.style.closing_row = reader.choice(name, value, &UNUSED).unwrap_or_default();
    }),
    ("facility_items", |name, value, slips, reader| {
        slips.style.facility_items = reader.choice(name, value, &UNUSED).unwrap_or_default();
    }),
    ("padded_fee_lines", |name, value, slips, reader| {
        slips.style.padded_fee_lines = reader.switch(name, value).unwrap_or_default();
    }),
];

/// The start of a file's name. An old rule wants a letter first; with more than two characters there is no room for
/// the month and the running number.
fn prefix(name: &str, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<String> {
    let text = reader.text(name, value)?;
    let is_letter_first = text.starts_with(|first: char| first.is_ascii_uppercase());
    if is_letter_first && sent_name(text, ServiceMonth::FALLBACK, 1).is_some() {
        return Some(text.to_owned());
    }
    let allowed = ["A .. Z", "AA .. ZZ", "A0 .. Z9"].map(str::to_owned);
    reader.not_allowed(name, value, text, allowed.to_vec());
    None
}
