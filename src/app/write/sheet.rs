//! The 別表 of a revised plan, as far as it can be worked out of 単位数 × 回数: lines whose times changed are counted
//! again, lines are added and taken out, sums are made again. Yen and the allotment of units beyond the limit are left
//! to people. [`revise`] is all that the rest of the writing knows of it.

mod lines;
mod records;
mod sums;

use super::WriteWarning;
use super::client::is_exchanged;
use crate::app::month::{ClientRows, Month};
use crate::app::standing::StandingRow;
use crate::domain::decision::RowContent;
use crate::domain::ids::{OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::kind::{Exchange, kind_info};
use crate::format::exchange::kinds::upplan::ServiceRowRecord;
use crate::format::exchange::kinds::upsikyu::SheetRecord;
use lines::{Line, LineKey, lines};
use std::collections::{BTreeMap, BTreeSet};

/// A client's sheet and the plan it belongs to.
pub(super) struct SheetCase<'a> {
    /// The month.
    pub(super) month: &'a Month,
    /// The client.
    pub(super) rows: &'a ClientRows,
    /// The care office that sends it.
    pub(super) office: OfficeNumber,
    /// The revised plan.
    pub(super) plan: &'a [&'a StandingRow],
    /// The sheet that was received.
    pub(super) received: Vec<SheetRecord>,
    /// A record of the plan, for a sheet that has to be made from nothing.
    pub(super) like: Option<&'a ServiceRowRecord>,
}

/// Provider and kind: what a subtotal is for.
type Group = (OfficeNumber, ServiceKind);

/// A sheet while it is revised.
struct Sheet<'a> {
    case: SheetCase<'a>,
    records: Vec<SheetRecord>,
    changed: BTreeSet<Group>,
    warnings: Vec<WriteWarning>,
}

/// The sheet that belongs to the revised plan, and what is to be known of it. Without a change it is the received one.
pub(super) fn revise(case: SheetCase<'_>) -> (Vec<SheetRecord>, Vec<WriteWarning>) {
    let before = lines(received_rows(&case), &case.month.basis);
    let now = case.plan.iter().map(|row| (row.provider, row.content.clone()));
    let after = lines(now.collect(), &case.month.basis);
    let mut sheet = Sheet::new(case);
    // A plan without a sheet gets one that has every line.
    let before = if sheet.records.is_empty() { BTreeMap::new() } else { before };
    let keys: BTreeSet<&LineKey> = before.keys().chain(after.keys()).collect();
    for key in keys {
        sheet.change(key, before.get(key), after.get(key));
    }
    if sheet.changed.is_empty() {
        return (sheet.records, Vec::new());
    }
    sheet.sum_up();
    sheet.warn_of_the_rest(&after);
    (sheet.records, sheet.warnings)
}

/// The received plan of the care office.
fn received_rows(case: &SheetCase<'_>) -> Vec<(OfficeNumber, RowContent)> {
    let is_own = |file| {
        let name = case.month.file(file).and_then(|file| file.name.as_ref());
        name.is_some_and(|name| name.sender == case.office)
    };
    let rows = case.month.rows(&case.rows.plan).filter(|row| is_own(row.file));
    rows.filter(|row| is_kind_exchanged(row.row.code.kind()))
        .map(|row| (row.row.provider, RowContent::of(row.row, row.detail)))
        .collect()
}

fn is_kind_exchanged(kind: ServiceKind) -> bool {
    kind_info(kind).is_some_and(|info| info.exchange == Exchange::Exchanged)
}

impl<'a> Sheet<'a> {
    /// The received sheet without kinds that get no record.
    fn new(mut case: SheetCase<'a>) -> Self {
        debug_assert!(case.plan.iter().all(|row| is_exchanged(row)));
        let received = std::mem::take(&mut case.received);
        let mut changed = BTreeSet::new();
        let mut records = Vec::with_capacity(received.len());
        for record in received {
            match records::group(&record) {
                Some(group) if !is_kind_exchanged(group.1) => {
                    changed.insert(group);
                }
                _ => records.push(record),
            }
        }
        Self { case, records, changed, warnings: Vec::new() }
    }

    /// Brings the records of a line from what was planned to what is planned now.
    fn change(&mut self, key: &LineKey, before: Option<&Line>, after: Option<&Line>) {
        if before.map(Line::amounts) == after.map(Line::amounts) {
            return;
        }
        self.changed.insert((key.provider, key.code.kind()));
        let found: Vec<usize> = records::find(&self.records, key);
        let Some(after) = after else {
            records::remove(&mut self.records, &found);
            return;
        };
        if found.is_empty() {
            self.add(key, after);
        } else if after.is_counted {
            let delta = after.count - before.map_or(0, |before| before.count);
            records::count_again(&mut self.records, &found, after.units, delta);
        }
    }

    fn add(&mut self, key: &LineKey, line: &Line) {
        let record = records::detail(&self.records, &self.case, key, line, self.is_in_limit(key, line));
        let at = records::place(&self.records, key);
        self.records.insert(at, record);
    }

    /// Whether a service counts against the limit: as other sheets of the month have it, else by its kind.
    fn is_in_limit(&self, key: &LineKey, line: &Line) -> bool {
        let known = known_in_limit(self.case.month, key.code);
        line.is_counted && known.unwrap_or(!matches!(key.code.kind().as_str(), "31" | "34"))
    }

    fn warn_of_the_rest(&mut self, after: &BTreeMap<LineKey, Line>) {
        let client = self.case.rows.client;
        self.warnings.push(WriteWarning::SheetYenLeftEmpty { client });
        let is_kept = |(key, line): &(&LineKey, &Line)| {
            !line.is_counted && self.changed.contains(&(key.provider, key.code.kind()))
        };
        let codes: BTreeSet<ServiceCode> = after.iter().filter(is_kept).map(|(key, _)| key.code).collect();
        let kept = codes.into_iter().map(|code| WriteWarning::SheetPercentKept { client, code });
        self.warnings.extend(kept);
        if self.changed.iter().any(|(_, kind)| is_stay(*kind)) {
            self.warnings.push(WriteWarning::SheetStayKept { client });
        }
    }
}

/// 短期入所.
fn is_stay(kind: ServiceKind) -> bool {
    matches!(kind.as_str(), "21" | "22" | "23" | "2A" | "24" | "25" | "26" | "2B")
}

/// Whether any sheet of the month counts a code against the limit; `None` when no sheet has it.
fn known_in_limit(month: &Month, code: ServiceCode) -> Option<bool> {
    let blocks = month.clients.iter().flat_map(|rows| month.sheet_rows(&rows.sheet));
    blocks.into_iter().find(|row| row.code == code).map(|row| row.managed_units.get().is_some())
}
