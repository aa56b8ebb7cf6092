//! What was planted in a month, so that people can check what the program finds.

use super::rows::Row;
use crate::domain::ids::{ClientKey, OfficeNumber};
use std::fmt;

macro_rules! planted_classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal;)+) => {
        /// What sort of thing was planted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PlantedClass { $($(#[$doc])* $class,)+ }

        impl PlantedClass {
            /// Every class.
            pub const ALL: &[PlantedClass] = &[$(PlantedClass::$class),+];

            /// Short stable name; of a difference the name in the JSON contract.
            pub fn name(self) -> &'static str {
                match self { $(PlantedClass::$class => $name,)+ }
            }
        }
    };
}

planted_classes! {
    /// A planned visit was cancelled.
    Missing = "missing";
    /// A visit nobody planned.
    Extra = "extra";
    /// A visit on another day.
    MovedDate = "moved_date";
    /// A longer or shorter visit.
    CodeChanged = "code_changed";
    /// Another 回数.
    CountChanged = "count_changed";
    /// Other units of the same code.
    UnitsChanged = "units_changed";
    /// Another time of the day.
    TimeChanged = "time_changed";
    /// Another piece of equipment (in edition 3, another 明細判別コード).
    DiscriminatorChanged = "discriminator_changed";
    /// A service counted by the month came on fewer days: no difference.
    FewerMonthlyDays = "fewer_monthly_days";
    /// A percent addition with computed units instead of 0: no difference.
    PercentComputed = "percent_computed";
    /// The actuals of a provider and kind never came.
    NotArrived = "not_arrived";
    /// Actuals sent twice: the later file holds.
    Resent = "resent";
    /// Actuals of a client withdrawn by DLTJSK.
    ActualDeleted = "actual_deleted";
    /// A plan withdrawn from one provider by DLTPLAN, revised for the others.
    PlanWithdrawn = "plan_withdrawn";
    /// A date that does not exist.
    BadDate = "fault_bad_date";
    /// A time that does not exist.
    BadTime = "fault_bad_time";
    /// A column is missing: the rest is shifted.
    ShiftedRow = "fault_shifted_row";
    /// Full-width digits.
    FullWidthDigits = "fault_full_width_digits";
    /// A row of the month before.
    OtherMonth = "fault_other_month";
    /// A user-defined character in a name.
    Gaiji = "fault_gaiji";
    /// Lines end with LF.
    LineEnds = "fault_line_ends";
    /// The first row holds the column names.
    HeaderRow = "fault_header_row";
    /// A file that is none of the month's.
    ForeignFile = "fault_foreign_file";
}

impl PlantedClass {
    /// Differences that are planted visit by visit.
    pub(super) const BY_VISIT: [PlantedClass; 8] = [
        PlantedClass::DiscriminatorChanged,
        PlantedClass::CountChanged,
        PlantedClass::MovedDate,
        PlantedClass::Extra,
        PlantedClass::CodeChanged,
        PlantedClass::TimeChanged,
        PlantedClass::UnitsChanged,
        PlantedClass::Missing,
    ];
}

/// One planted thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    /// What sort.
    pub class: PlantedClass,
    /// Whose rows.
    pub client: Option<ClientKey>,
    /// Whose service.
    pub provider: Option<OfficeNumber>,
    /// サービス種類コード, or empty.
    pub kind: &'static str,
    /// Planned day; for an extra visit the actual one.
    pub day: Option<u8>,
    /// The file, when it is about one.
    pub file: Option<String>,
    /// The first row before: day, times, code, units x count; or the value.
    pub before: String,
    /// The same after.
    pub after: String,
}

impl Planted {
    /// One of a class, about nobody yet.
    pub(super) fn new(class: PlantedClass) -> Self {
        let (before, after) = (String::new(), String::new());
        Self { class, client: None, provider: None, kind: "", day: None, file: None, before, after }
    }

    /// From the first row before and after.
    pub(super) fn rows(mut self, before: Option<&Row>, after: Option<&Row>) -> Self {
        self.kind = before.or(after).map(Row::kind).unwrap_or_default();
        self.day = before.or(after).map(|row| row.day);
        self.before = before.map(Row::brief).unwrap_or_default();
        self.after = after.map(Row::brief).unwrap_or_default();
        self
    }
}

impl fmt::Display for Planted {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.class.name())?;
        if let Some(client) = self.client {
            write!(out, " {}/{}", client.insurer, client.insured)?;
        }
        if let Some(provider) = self.provider {
            write!(out, " {provider}")?;
        }
        if !self.kind.is_empty() {
            write!(out, " {}", self.kind)?;
        }
        if let Some(file) = &self.file {
            write!(out, " {file}")?;
        }
        let shown = |text: &str| {
            if text.is_empty() { "-".to_owned() } else { text.to_owned() }
        };
        if self.before.is_empty() && self.after.is_empty() {
            return Ok(());
        }
        write!(out, ": {} -> {}", shown(&self.before), shown(&self.after))
    }
}
