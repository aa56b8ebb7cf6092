//! What stands after the decisions: the revised plan (変更後予定) and the accepted actuals of a client.
//!
//! Nothing is kept of it: it is worked out of what was received and what was decided, and does not depend on the order
//! in which things were decided.

mod sides;
#[cfg(test)]
pub(super) mod tests;

use super::decisions::{ClientDecisions, Decisions};
use super::month::{ClientRows, Month};
use crate::domain::decision::{ArrivalChoice, RowContent, RowEdit, Verdict};
use crate::domain::difference::{Difference, PlacedRow};
use crate::domain::ids::{InsurerNumber, OfficeNumber, ServiceKind};
use crate::domain::row::{FileIndex, RowDetail, ServiceRow};
use crate::reconcile::{RowRef, represented_rows};
use sides::Side;

/// On which received row's bytes a standing row is based.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A row of the plan.
    Plan,
    /// A row of the actuals.
    Actual,
    /// None: the row was typed in.
    Typed,
}

/// A row that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingRow {
    /// サービス事業所.
    pub provider: OfficeNumber,
    /// What it says now.
    pub content: RowContent,
    /// What the row it is based on says.
    pub received: RowContent,
    /// サテライト枝番 of the row it is based on.
    pub satellite: [u8; 2],
    /// Where that row comes from.
    pub origin: Origin,
    /// The file of that row.
    pub file: FileIndex,
    /// Its physical line, from 1.
    pub line: u32,
    /// Whether its side did not have the row, or had it with other content.
    pub is_changed: bool,
    /// Whether it is left out of this month's 給付管理票 (月遅れ).
    pub is_late: bool,
}

impl StandingRow {
    /// サービス種類.
    pub fn kind(&self) -> ServiceKind {
        self.content.code.kind()
    }

    /// The row as the comparison takes it; the detail is [`RowContent::detail`].
    pub fn service_row(&self) -> ServiceRow {
        ServiceRow {
            provider: self.provider,
            code: self.content.code,
            day: self.content.day,
            count: self.content.count,
            start: self.content.start,
            end: self.content.end,
            units: self.content.units,
            over_30_days: self.content.over_30_days,
            satellite: self.satellite,
            detail: 0,
            line: self.line,
            offset: 0,
        }
    }

    /// Equipment codes or pro-rata days.
    pub fn detail(&self) -> Option<&RowDetail> {
        self.content.detail.as_ref()
    }

    fn received(month: &Month, row: &RowRef<'_>, origin: Origin) -> Self {
        let content = RowContent::of(row.row, row.detail);
        Self {
            provider: row.row.provider,
            received: content.clone(),
            content,
            satellite: row.row.satellite,
            origin: if month.file(row.file).is_some() { origin } else { Origin::Typed },
            file: row.file,
            line: row.row.line,
            is_changed: false,
            is_late: false,
        }
    }
}

/// What stands of a client's month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The revised plan, in the order of the received one; what was added follows the rows of its provider.
    pub plan: Vec<StandingRow>,
    /// The accepted actuals.
    pub actual: Vec<StandingRow>,
    /// Differences that are undecided, 照会 or 保留.
    pub open: u32,
}

/// What stands of the client at a position of [`Month::clients`]; nothing when there is no such client.
pub fn standing(month: &Month, client: usize, decisions: &Decisions) -> Standing {
    let (Some(rows), Some(comparison)) = (month.clients.get(client), month.comparisons.get(client)) else {
        return Standing::default();
    };
    let decided = decisions.client(rows.client);
    let mut work = Work {
        month,
        insurer: rows.client.insurer,
        plan: Side::new(month, month.rows(&rows.plan).collect(), Origin::Plan),
        actual: Side::new(month, month.rows(&rows.actual).collect(), Origin::Actual),
        open: 0,
    };
    for difference in &comparison.differences {
        if decided.withdrawal(difference.provider).is_none() {
            work.settle(difference, decided);
        }
    }
    for line in comparison.lines.iter().filter(|line| !line.arrived && line.actual_rows == 0) {
        match decided.arrival(line.provider, line.kind).map(|held| &held.value) {
            Some(ArrivalChoice::AsPlanned) => work.carry_out(line.provider, line.kind),
            Some(ArrivalChoice::Late) => work.plan.mark_late(line.provider, line.kind),
            Some(ArrivalChoice::Fax { .. }) | None => {}
        }
    }
    let withdrawn = |provider| decided.withdrawal(provider).is_some();
    Standing { plan: work.plan.finish(withdrawn), actual: work.actual.finish(withdrawn), open: work.open }
}

/// The plan of a client as it was received.
pub fn received_plan(month: &Month, rows: &ClientRows) -> Vec<StandingRow> {
    month.rows(&rows.plan).map(|row| StandingRow::received(month, &row, Origin::Plan)).collect()
}

/// The actuals of a client as they were received.
pub fn received_actual(month: &Month, rows: &ClientRows) -> Vec<StandingRow> {
    month.rows(&rows.actual).map(|row| StandingRow::received(month, &row, Origin::Actual)).collect()
}

/// Both sides while they are being settled.
struct Work<'a> {
    month: &'a Month,
    insurer: InsurerNumber,
    plan: Side<'a>,
    actual: Side<'a>,
    open: u32,
}

impl Work<'_> {
    fn settle(&mut self, difference: &Difference, decided: &ClientDecisions) {
        let verdict = decided.decision(&difference.id).map(|held| &held.value.verdict);
        let planned = self.represented(difference.plan.as_ref(), &self.plan);
        let done = self.represented(difference.actual.as_ref(), &self.actual);
        match verdict {
            Some(Verdict::Adopt) => self.plan.replace(&planned, self.actual.rows(&done)),
            Some(Verdict::Keep) => self.actual.replace(&done, self.plan.rows(&planned)),
            Some(Verdict::Edit(edit)) => {
                let base =
                    if planned.is_empty() { self.actual.rows(&done) } else { self.plan.rows(&planned) };
                let edited = edited(base, edit);
                self.plan.replace(&planned, edited.clone());
                self.actual.replace(&done, edited);
            }
            Some(Verdict::Ask { .. } | Verdict::Hold) | None => self.open += 1,
        }
    }

    fn represented(&self, row: Option<&PlacedRow>, side: &Side<'_>) -> Vec<usize> {
        let rows = |row| represented_rows(row, side.received(), self.insurer, &self.month.basis);
        row.map(rows).unwrap_or_default()
    }

    /// Takes the planned rows of a provider and kind as carried out.
    fn carry_out(&mut self, provider: OfficeNumber, kind: ServiceKind) {
        let planned = self.plan.of(provider, kind);
        self.actual.replace(&[], planned);
    }
}

/// Rows with what a person changed. A service of several rows that is put on one day stands on that day only.
fn edited(mut rows: Vec<StandingRow>, edit: &RowEdit) -> Vec<StandingRow> {
    if edit.day.is_some() {
        rows.truncate(1);
    }
    for row in &mut rows {
        row.content = edit.applied(&row.content);
    }
    rows
}
