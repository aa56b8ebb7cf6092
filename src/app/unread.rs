//! 第6表 rows that could not be read, and whether later files made them good.

use super::decisions::ClientDecisions;
use super::month::{ClientRows, Month};
use crate::check::RowPlace;
pub use crate::check::Unread as UnreadRows;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::kind::is_care_management;
use crate::domain::month::Timestamp;
use crate::domain::problem::{Problem, ProblemAction};
use crate::domain::row::FileIndex;
use crate::format::exchange::FileKind;
use crate::format::exchange::name::FileName;
use crate::format::exchange::read::Content;
use crate::reconcile::ProviderLine;
use rustc_hash::FxHashMap;

/// Rows that were left out, by the position of their client.
#[derive(Clone, Debug, Default)]
pub struct Unread(FxHashMap<usize, Vec<Fault>>);

/// A row of a client that was left out.
#[derive(Clone, Copy, Debug)]
struct Fault {
    /// The provider whose rows it concerns; any of the client's when it cannot be told.
    provider: Option<OfficeNumber>,
    is_plan: bool,
    sender: OfficeNumber,
    sender_kind: Option<ServiceKind>,
    at: Timestamp,
    row: RowPlace,
}

impl Unread {
    /// Gathers them from the problems of a month.
    pub fn of(month: &Month) -> Self {
        let mut faults = FxHashMap::<usize, Vec<Fault>>::default();
        for problem in month.problems.iter().filter(|p| p.action == ProblemAction::Quarantined) {
            let position = problem.client.and_then(|client| month.position(client));
            if let Some((position, fault)) = position.zip(fault(month, problem)) {
                faults.entry(position).or_default().push(fault);
            }
        }
        Self(faults)
    }

    /// Whether one concerns a line of a client and was not made good: the sender's rows in force there are all from later
    /// files.
    pub fn is_in(&self, month: &Month, (position, rows): (usize, &ClientRows), line: &ProviderLine) -> bool {
        self.of_client(position).iter().any(|fault| fault.stands_in(month, rows, line))
    }

    /// Those of a client that were not made good, neither by later files nor by what people typed.
    pub fn rows(&self, month: &Month, position: usize, decided: &ClientDecisions) -> UnreadRows {
        let mut count = UnreadRows::default();
        let Some(rows) = month.clients.get(position) else { return count };
        for fault in self.of_client(position).iter().filter(|fault| fault.stands(month, rows)) {
            match (fault.is_plan, fault.is_typed(decided)) {
                (true, _) => count.plan += 1,
                (false, false) => count.actual += 1,
                (false, true) => {}
            }
        }
        count
    }

    /// Where those of [`Self::rows`] stand.
    pub fn places(&self, month: &Month, position: usize, decided: &ClientDecisions) -> Vec<RowPlace> {
        let Some(rows) = month.clients.get(position) else { return Vec::new() };
        let standing = self.of_client(position).iter().filter(|fault| fault.stands(month, rows));
        standing.filter(|fault| fault.is_plan || !fault.is_typed(decided)).map(|fault| fault.row).collect()
    }

    fn of_client(&self, position: usize) -> &[Fault] {
        self.0.get(&position).map(Vec::as_slice).unwrap_or_default()
    }
}

fn fault(month: &Month, problem: &Problem) -> Option<Fault> {
    let file = month.file(problem.file?).filter(|file| file.is_in_scope)?;
    let name = file.name.as_ref()?;
    let is_plan = name.kind == FileKind::Upplan;
    if !is_plan && name.kind != FileKind::Upjsk {
        return None;
    }
    // Which provider's actuals a care office passed on (委託) stands in the row that could not be read.
    let is_own = !is_plan && !name.sender_kind.is_some_and(is_care_management);
    let FileName { sender, sender_kind, timestamp: at, .. } = *name;
    let row = RowPlace { file: problem.file?, line: problem.line.unwrap_or_default() };
    Some(Fault { provider: is_own.then_some(sender), is_plan, sender, sender_kind, at, row })
}

impl Fault {
    fn stands_in(self, month: &Month, rows: &ClientRows, line: &ProviderLine) -> bool {
        if self.provider.is_some_and(|provider| provider != line.provider) {
            return false;
        }
        let of_line = |place: (FileIndex, u32)| self.is_plan || is_of_line(month, place, line);
        self.is_in_force(month, rows, of_line)
    }

    fn stands(self, month: &Month, rows: &ClientRows) -> bool {
        let of_kind =
            |(file, _)| self.is_plan || self.sender_kind == name(month, file).and_then(|n| n.sender_kind);
        self.is_in_force(month, rows, of_kind)
    }

    fn is_in_force(
        self,
        month: &Month,
        rows: &ClientRows,
        is_meant: impl Fn((FileIndex, u32)) -> bool,
    ) -> bool {
        let blocks = if self.is_plan { &rows.plan } else { &rows.actual };
        let names =
            blocks.iter().filter(|place| is_meant(**place)).filter_map(|(file, _)| name(month, *file));
        let mut sent = names.filter(|name| name.sender == self.sender).map(|name| name.timestamp).peekable();
        sent.peek().is_none() || sent.any(|at| at <= self.at)
    }

    /// Whether people said what stands in place of all actuals of the sender.
    fn is_typed(self, decided: &ClientDecisions) -> bool {
        let kind = self.sender_kind;
        let is_said = |provider, kind| decided.arrival(provider, kind).is_some();
        self.provider.is_some_and(|provider| {
            decided.withdrawal(provider).is_some() || kind.is_some_and(|kind| is_said(provider, kind))
        })
    }
}

fn name(month: &Month, file: FileIndex) -> Option<&FileName> {
    month.file(file)?.name.as_ref()
}

/// Whether a block of actuals belongs to a line.
fn is_of_line(month: &Month, (file, block): (FileIndex, u32), line: &ProviderLine) -> bool {
    let Some(Some(Content::Service(rows))) = month.contents.get(file.0 as usize) else { return false };
    rows.blocks.get(block as usize).is_some_and(|b| (b.provider, b.kind) == (line.provider, line.kind))
}
