//! `check --format json`, schema `kyukan.check/1`: other tools rely on it. Fields may be added, never renamed.

use super::event_words::settled_name;
use super::findings::{FindingList, json};
use crate::app::checks::ClientChecks;
use crate::app::decisions::Decisions;
use crate::app::month::{Month, MonthFile, NotArrived};
use crate::app::review::Settled;
use crate::check::Severity;
use crate::domain::difference::{Difference, PlacedRow};
use crate::domain::ids::ServiceKind;
use crate::domain::month::ServiceMonth;
use crate::domain::problem::{Problem, ProblemAction};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};
use std::collections::BTreeMap;

/// Makes the sentence of a problem.
pub type Sentence<'a> = &'a (dyn Fn(&Problem) -> String + 'a);

/// The whole answer. Lists are written one entry at a time.
pub struct CheckJson<'a> {
    /// The month.
    pub month: &'a Month,
    /// What was decided about it, when it is a workspace's.
    pub decisions: Option<&'a Decisions>,
    /// What would come back.
    pub findings: FindingList<'a>,
    /// The sentences of problems.
    pub sentence: Sentence<'a>,
}

impl Serialize for CheckJson<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let month = self.month;
        let mut out = to.serialize_struct("CheckJson", 12)?;
        out.serialize_field("schema", "kyukan.check/1")?;
        out.serialize_field("month", &month.month.to_string())?;
        let single = if let [office] = month.care_offices.as_slice() { Some(office) } else { None };
        out.serialize_field("care_office", &single)?;
        out.serialize_field("care_offices", &month.care_offices)?;
        out.serialize_field("files", &List(|| month.files.iter().map(FileJson)))?;
        out.serialize_field("counts", &counts(month, self.findings.checks))?;
        out.serialize_field("differences", &List(|| month.differences().map(|d| self.difference(d))))?;
        out.serialize_field("not_arrived", &List(|| month.not_arrived.iter().map(not_arrived)))?;
        out.serialize_field("findings", &List(|| json::findings(&self.findings)))?;
        out.serialize_field("not_checked", &json::not_checked(&self.findings))?;
        out.serialize_field(
            "problems",
            &List(|| month.problems.iter().map(|p| problem(month, p, self.sentence))),
        )?;
        out.end()
    }
}

impl CheckJson<'_> {
    fn difference<'d>(&'d self, of: &'d Difference) -> DifferenceJson<'d> {
        let position = self.month.position(of.client);
        let checks = position.and_then(|position| self.findings.checks.get(position));
        let severity = checks.and_then(|checks| checks.severity_of(&of.id)).map_or("none", Severity::name);
        DifferenceJson { severity: Some(severity), ..difference(self.month, self.decisions, of) }
    }
}

/// A list that is made while it is written.
struct List<F>(F);

impl<F, I> Serialize for List<F>
where
    F: Fn() -> I,
    I: Iterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((self.0)())
    }
}

struct FileJson<'a>(&'a MonthFile);

impl Serialize for FileJson<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let file = self.0;
        let name = file.name.as_ref();
        let mut out = to.serialize_struct("File", 11)?;
        out.serialize_field("path", &file.path)?;
        out.serialize_field("kind", &file.kind.map(crate::format::exchange::FileKind::prefix))?;
        out.serialize_field("edition", &file.edition)?;
        out.serialize_field("month", &file.month.map(|month: ServiceMonth| month.to_string()))?;
        out.serialize_field("sender", &name.map(|name| name.sender))?;
        out.serialize_field("receiver", &name.map(|name| name.receiver))?;
        out.serialize_field("timestamp", &name.map(|name| name.timestamp.to_string()))?;
        out.serialize_field("rows", &file.rows)?;
        out.serialize_field("loaded", &file.counts.loaded)?;
        out.serialize_field("superseded", &file.counts.superseded)?;
        out.serialize_field("deleted", &file.counts.deleted)?;
        out.serialize_field("quarantined", &file.counts.quarantined)?;
        out.end()
    }
}

#[derive(Serialize)]
struct Counts {
    clients: u32,
    providers: u32,
    plan_rows: u64,
    actual_rows: u64,
    same: u64,
    differences: u64,
    classes: BTreeMap<&'static str, usize>,
    findings: u64,
    problems: usize,
}

fn counts(month: &Month, checks: &[ClientChecks]) -> Counts {
    let totals = &month.totals;
    Counts {
        clients: totals.clients,
        providers: totals.providers,
        plan_rows: totals.plan_rows,
        actual_rows: totals.actual_rows,
        same: totals.same,
        differences: totals.differences,
        classes: month.by_class().into_iter().map(|(class, count)| (class.name(), count)).collect(),
        findings: checks.iter().map(|of| of.open().count() as u64).sum(),
        problems: month.problems.len(),
    }
}

#[derive(Serialize)]
pub(super) struct DifferenceJson<'a> {
    id: &'a str,
    class: &'static str,
    insurer: &'a str,
    insured: &'a str,
    provider: &'a str,
    kind: &'a str,
    plan: Option<RowJson<'a>>,
    actual: Option<RowJson<'a>>,
    units_delta: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<&'static str>,
    /// The heaviest consequence that it has a part in.
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'static str>,
}

#[derive(Serialize)]
struct RowJson<'a> {
    date: String,
    start: String,
    end: String,
    code: &'a str,
    count: u8,
    units: i32,
    file: &'a str,
    line: u32,
}

pub(super) fn difference<'a>(
    month: &'a Month,
    decisions: Option<&Decisions>,
    difference: &'a Difference,
) -> DifferenceJson<'a> {
    DifferenceJson {
        id: &difference.id,
        class: difference.class.name(),
        insurer: difference.client.insurer.as_str(),
        insured: difference.client.insured.as_str(),
        provider: difference.provider.as_str(),
        kind: difference.kind.as_str(),
        plan: difference.plan.as_ref().map(|row| placed(month, row)),
        actual: difference.actual.as_ref().map(|row| placed(month, row)),
        units_delta: difference.units_delta,
        decision: decisions
            .map(|decisions| settled_name(Settled::of(decisions.client(difference.client), difference))),
        severity: None,
    }
}

fn placed<'a>(month: &'a Month, placed: &'a PlacedRow) -> RowJson<'a> {
    let row = &placed.row;
    RowJson {
        date: format!("{}-{:02}", month.month, row.day),
        start: row.start.to_string(),
        end: row.end.to_string(),
        code: row.code.as_str(),
        count: row.count,
        units: row.units,
        file: month.file(placed.file).map(|file| file.path.as_str()).unwrap_or_default(),
        line: row.line,
    }
}

#[derive(Serialize)]
struct NotArrivedJson {
    provider: crate::domain::ids::OfficeNumber,
    kind: ServiceKind,
    clients: u32,
}

fn not_arrived(entry: &NotArrived) -> NotArrivedJson {
    NotArrivedJson { provider: entry.provider, kind: entry.kind, clients: entry.clients }
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    file: &'a str,
    line: Option<u32>,
    column: Option<u32>,
    item_no: Option<u32>,
    item: Option<&'static str>,
    value: &'a str,
    code: &'static str,
    action: ProblemAction,
    times: u32,
    other_file: Option<&'a str>,
    message: String,
}

fn problem<'a>(month: &'a Month, problem: &'a Problem, sentence: Sentence<'_>) -> ProblemJson<'a> {
    let path = |index| month.file(index).map(|file| file.path.as_str());
    ProblemJson {
        file: problem.file.and_then(path).or(problem.path.as_deref()).unwrap_or_default(),
        line: problem.line,
        column: problem.item.map(|item| item.no),
        item_no: problem.item.map(|item| item.no),
        item: problem.item.map(|item| item.name),
        value: &problem.found,
        code: problem.code.id(),
        action: problem.action,
        times: problem.times,
        other_file: problem.other_file.and_then(path),
        message: sentence(problem),
    }
}
