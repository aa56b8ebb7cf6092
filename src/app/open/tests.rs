//! Whole months from files held in memory.

mod cancelled;
mod months;
mod plans;
mod resent;
mod sources;

use super::*;
use crate::app::month::Fate;
use crate::app::ports::{FoundFile, Listing, NoProgress, ReadFailure};
use crate::domain::difference::DifferenceClass;
use crate::format::exchange::read::fixture::{CARE, HELPER, Line, file, service};
use crate::format::exchange::{Edition, FileKind};

/// Files held in memory, listed in the order they were put in.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Memory {
    files: Vec<(String, Vec<u8>)>,
}

impl Memory {
    pub(in crate::app) fn with(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.files.push((name.to_owned(), bytes));
        self
    }

    pub(in crate::app) fn lines(self, name: &str, lines: &[Line]) -> Self {
        self.with(name, file(lines))
    }

    pub(in crate::app) fn open(&self) -> Month {
        self.open_with(OpenOptions::default()).unwrap()
    }

    pub(in crate::app) fn open_with(&self, options: OpenOptions<'_>) -> Result<Month, OpenFailure> {
        let month = open_month(self, options, &NoProgress)?;
        for file in &month.files {
            assert_eq!(file.counts.total(), file.rows, "the fates of {} add up", file.path);
            assert_eq!(file.fates.iter().map(|fate| fate.1).sum::<u32>(), file.rows, "{}", file.path);
        }
        Ok(month)
    }
}

impl Source for Memory {
    fn list(&self) -> Listing {
        let files = self.files.iter().map(|(path, _)| FoundFile { path: path.clone() }).collect();
        Listing { files, problems: Vec::new() }
    }

    fn read(&self, index: usize, into: &mut Vec<u8>) -> Result<(), ReadFailure> {
        let (path, bytes) = &self.files[index];
        if path.contains("locked") {
            return Err(ReadFailure::Unreadable("locked".to_owned()));
        }
        into.clear();
        into.extend_from_slice(bytes);
        Ok(())
    }
}

/// Name of a plan file of the care office for the helper, sent on a day of October.
pub(in crate::app) fn plan_name(day: u8) -> String {
    format!("UPPLAN_202610_{CARE}_43_{HELPER}_11_202610{day:02}093015.CSV")
}

/// Name of an actual file of the helper, sent on a day of November.
pub(in crate::app) fn actual_name(day: u8) -> String {
    format!("UPJSK_202610_{HELPER}_11_{CARE}_43_202611{day:02}093015.CSV")
}

/// Name of a delete file of the helper's actuals.
pub(in crate::app) fn actual_delete_name(day: u8) -> String {
    actual_name(day).replace("UPJSK", "DLTJSK")
}

/// A planned visit on a day.
pub(in crate::app) fn plan(day: u8) -> Line {
    Line { kind: FileKind::Upplan, ..actual(day) }
}

/// A visit that was made on a day.
pub(in crate::app) fn actual(day: u8) -> Line {
    service(Edition::V4).set("service_date", &format!("202610{day:02}"))
}

/// The same row for another client.
pub(in crate::app) fn of_client(line: Line, insured: &str) -> Line {
    line.set("insured_number", insured)
}

/// Plans on the 5th and 12th and actuals of both.
pub(in crate::app) fn agreeing() -> Memory {
    Memory::default()
        .lines(&plan_name(1), &[plan(5), plan(12)])
        .lines(&actual_name(2), &[actual(5), actual(12)])
}

fn classes(month: &Month) -> Vec<(DifferenceClass, u8)> {
    month
        .differences()
        .map(|difference| (difference.class, difference.plan.or(difference.actual).unwrap().row.day))
        .collect()
}

fn problem_codes(month: &Month) -> Vec<ProblemCode> {
    month.problems.iter().map(|problem| problem.code).collect()
}

/// The file whose name begins so.
fn file_named<'a>(month: &'a Month, name: &str) -> &'a MonthFile {
    month.files.iter().find(|file| file.path.starts_with(name)).unwrap()
}

/// Loaded, superseded, deleted and quarantined rows of a file.
fn counts(month: &Month, name: &str) -> [u32; 4] {
    let counts = file_named(month, name).counts;
    [counts.loaded, counts.superseded, counts.deleted, counts.quarantined]
}

pub(in crate::app) fn office(number: &str) -> OfficeNumber {
    OfficeNumber::parse(number).unwrap()
}

#[test]
fn a_month_that_agrees_has_no_difference_and_no_problem() {
    let month = agreeing().open();
    assert_eq!(
        (month.month.to_string().as_str(), month.care_offices.as_slice()),
        ("2026-10", &[office(CARE)][..])
    );
    assert_eq!(
        (month.problems.as_slice(), month.notes.as_slice(), classes(&month)),
        (&[][..], &[][..], vec![])
    );
    assert_eq!(
        (month.totals.clients, month.totals.plan_rows, month.totals.actual_rows, month.totals.same),
        (1, 2, 2, 2)
    );
    assert_eq!(counts(&month, &plan_name(1)), [2, 0, 0, 0]);
}
