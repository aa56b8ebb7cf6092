//! Names and short texts that several reports share.

use super::layout::{Role, display};
use crate::app::month::{Month, Note};
use crate::domain::decision::RowContent;
use crate::domain::difference::{Difference, DifferenceClass, PlacedRow};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::kind::kind_info;
use crate::domain::problem::Problem;
use crate::domain::row::ServiceRow;
use crate::domain::time::VisitTime;
use crate::i18n::problems::{PlaceText, problem_message, problem_sentence};
use crate::i18n::{Arg, Language, Texts};
use chrono::Weekday;

/// The month and the texts in one place.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The month.
    pub month: &'a Month,
    /// The texts.
    pub texts: &'a Texts,
}

impl Words<'_> {
    /// `みどりケア(1379900028)`.
    pub fn office(&self, office: OfficeNumber) -> String {
        let name = display(&self.month.office_name(office));
        if name == office.as_str() { name } else { format!("{name}({office})") }
    }

    /// `11 訪問介護`.
    pub fn kind(&self, kind: ServiceKind) -> String {
        kind_info(kind).map_or_else(|| kind.to_string(), |info| format!("{kind} {}", info.short_name))
    }

    /// Name of a client, or the text for no name.
    pub fn client_name(&self, client: ClientKey) -> String {
        let profile = self.month.profile(client);
        profile
            .map(|p| display(&p.name))
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| self.texts.get("no-name"))
    }

    /// `2026-10（令和8年10月）`; other languages have no era.
    pub fn month_name(&self) -> String {
        let month = self.month.month;
        match self.texts.language() {
            Language::Ja => format!("{month}（{}）", month.japanese()),
            Language::En => month.to_string(),
        }
    }

    /// `5(月)`.
    pub fn day(&self, day: u8) -> String {
        match self.month.month.weekday(day) {
            Some(weekday) => format!("{day}({})", self.weekday(weekday)),
            None => day.to_string(),
        }
    }

    /// Short name of a weekday.
    pub fn weekday(&self, weekday: Weekday) -> String {
        self.texts.get(match weekday {
            Weekday::Mon => "weekday-mon",
            Weekday::Tue => "weekday-tue",
            Weekday::Wed => "weekday-wed",
            Weekday::Thu => "weekday-thu",
            Weekday::Fri => "weekday-fri",
            Weekday::Sat => "weekday-sat",
            Weekday::Sun => "weekday-sun",
        })
    }

    /// `09:00-10:00`, or the text for no time.
    pub fn times(&self, row: &ServiceRow) -> String {
        self.times_between(row.start, row.end)
    }

    /// The same of two times.
    pub fn times_between(&self, start: VisitTime, end: VisitTime) -> String {
        match (start.is_none(), end.is_none()) {
            (true, true) => self.texts.get("no-time"),
            (false, true) => format!("{}-", clock(start)),
            (true, false) => format!("-{}", clock(end)),
            (false, false) => format!("{}-{}", clock(start), clock(end)),
        }
    }

    /// The content of a row: `5(月) 09:00-10:00 111111 250単位 2回`.
    pub fn content(&self, row: &RowContent) -> String {
        let (day, times, code) =
            (self.day(row.day), self.times_between(row.start, row.end), row.code.to_string());
        let values = [
            ("day", Arg::from(day.as_str())),
            ("times", Arg::from(times.as_str())),
            ("code", Arg::from(code.as_str())),
            ("units", Arg::from(i64::from(row.units))),
            ("count", Arg::from(u32::from(row.count))),
        ];
        self.texts.format("row-content", &values)
    }

    /// The values of a difference in columns: day, times, code, count, units. What both sides share is shown once.
    pub fn difference_cells(&self, difference: &Difference) -> Vec<String> {
        let both = |show: &dyn Fn(&ServiceRow) -> String| {
            let one = |placed: &Option<PlacedRow>| placed.as_ref().map(|placed| show(&placed.row));
            match (one(&difference.plan), one(&difference.actual)) {
                (Some(plan), Some(actual)) if plan != actual => format!("{plan} → {actual}"),
                (Some(plan), _) => plan,
                (None, Some(actual)) => actual,
                (None, None) => String::new(),
            }
        };
        vec![
            both(&|row| self.day(row.day)),
            both(&|row| self.times(row)),
            both(&|row| row.code.to_string()),
            both(&|row| format!("×{}", row.count)),
            both(&|row| self.texts.format("count-units", &[("count", Arg::from(i64::from(row.units)))])),
        ]
    }

    /// The sentence of a problem.
    pub fn problem(&self, problem: &Problem) -> String {
        self.with_place(problem, problem_sentence)
    }

    /// What was found and expected, without the place, what was done and whom to ask.
    pub fn problem_in_short(&self, problem: &Problem) -> String {
        self.with_place(problem, problem_message)
    }

    fn with_place(
        &self,
        problem: &Problem,
        sentence: fn(&Texts, &Problem, &PlaceText<'_>) -> String,
    ) -> String {
        let file = problem.file.and_then(|index| self.month.file(index));
        let other = problem.other_file.and_then(|index| self.month.file(index));
        let sender = file.and_then(|file| file.name.as_ref()).map(|name| self.office(name.sender));
        let place = PlaceText {
            file: file.map(|file| file.path.as_str()),
            other: other.map(|file| file.path.as_str()),
            sender: sender.as_deref(),
        };
        sentence(self.texts, problem, &place)
    }

    /// The sentence of a note.
    pub fn note(&self, note: &Note) -> String {
        match note {
            Note::OtherMonths { others, .. } => {
                let rows: u64 = others.iter().map(|(_, rows)| rows).sum();
                let months: Vec<String> = others.iter().map(|(month, _)| month.to_string()).collect();
                let months = months.join(", ");
                self.texts.format(
                    "note-other-months",
                    &[("rows", Arg::from(rows)), ("months", Arg::from(months.as_str()))],
                )
            }
            Note::SeveralOffices(offices) => {
                self.texts.format("note-several-offices", &[("count", Arg::from(offices.len()))])
            }
            Note::CodesFromSheets { monthly, percent } => {
                let counts = [("monthly", Arg::from(*monthly)), ("percent", Arg::from(*percent))];
                self.texts.format("note-codes-from-sheets", &counts)
            }
            Note::NoPlan => self.texts.get("note-no-plan"),
            Note::Ignored(paths) => {
                self.texts.format("note-ignored-files", &[("count", Arg::from(paths.len()))])
            }
        }
    }
}

/// `09:00`.
pub fn clock(time: VisitTime) -> String {
    format!("{:02}:{:02}", time.hhmm() / 100, time.hhmm() % 100)
}

/// The mark of a class: what is missing, what is extra, what changed.
pub fn mark(class: DifferenceClass) -> (&'static str, Role) {
    match class {
        DifferenceClass::Missing => ("-", Role::Missing),
        DifferenceClass::Extra => ("+", Role::Extra),
        _ => ("~", Role::Changed),
    }
}

/// 要介護状態区分 in words by its code (利用者補足情報 No.18); unknown codes stay codes.
pub fn care_level(texts: &Texts, code: &str) -> String {
    if code.is_empty() {
        return texts.get("care-level-unknown");
    }
    texts.find(&format!("care-level-{code}"), &[]).unwrap_or_else(|| display(code))
}
