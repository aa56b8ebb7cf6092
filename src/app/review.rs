//! An opened month made ready for screens: counted, put in order, searchable.

mod cells;
mod clients;
mod differences;
mod files;
mod kana;
mod managers;
mod providers;
#[cfg(test)]
mod tests;

pub use cells::{Cell, CellState, StateCounts};
pub use clients::{CareLevel, ClientSummary};
pub use differences::{DifferenceAt, Differences, Grouping};
pub use files::FileSearch;
pub use managers::ManagerSummary;
pub use providers::ProviderSummary;

use super::month::Month;
use super::search::{ClientSearch, ClientText};
use crate::domain::codes::CodeMaster;
use crate::domain::difference::Difference;
use crate::domain::ids::ServiceCode;
use crate::domain::row::FileIndex;
use cells::Cells;
use std::ops::Range;

/// An opened month with everything that screens count, order and search. Built once after opening; pure.
#[derive(Debug)]
pub struct Review {
    /// The month.
    pub month: Month,
    /// The service code master it was opened with.
    pub codes: Option<CodeMaster>,
    /// Clients, in the order of [`Month::clients`].
    pub clients: Vec<ClientSummary>,
    /// Providers and kinds, ordered.
    pub providers: Vec<ProviderSummary>,
    /// 担当ケアマネ by name, nobody last.
    pub managers: Vec<ManagerSummary>,
    /// Differences in the orders of screens.
    pub differences: Differences,
    /// Search for clients.
    pub search: ClientSearch,
    /// Search for files.
    pub files: FileSearch,
    /// States of all cells.
    pub cells: StateCounts,
    states: Cells,
}

impl Review {
    /// Counts, orders and folds a month.
    pub fn new(month: Month, codes: Option<CodeMaster>) -> Self {
        let (states, texts) = rayon::join(|| Cells::of(&month), || ClientText::of_all(&month));
        let ranks = kana::ranks(&texts);
        let managers_of = managers::of_clients(&month);
        let clients = clients::summaries(&month, &states, &ranks, &managers_of.by_client);
        let managers = managers::summaries(managers_of.names, &clients);
        let (search, (providers, differences)) = rayon::join(
            || ClientSearch::new(&month, &texts, ranks.clone()),
            || {
                let providers = providers::summaries(&month, &states);
                let differences = Differences::of(&month, &clients, &providers);
                (providers, differences)
            },
        );
        let files = FileSearch::new(&month);
        let mut cells = StateCounts::default();
        for client in &clients {
            cells.add_all(client.states);
        }
        Self { month, codes, clients, providers, managers, differences, search, files, cells, states }
    }

    /// One cell a [`ProviderLine`](crate::reconcile::ProviderLine) of the client's comparison, in the same order.
    pub fn cells_of(&self, client: usize) -> impl Iterator<Item = Cell> + '_ {
        let lines = self.month.comparisons.get(client).map(|comparison| comparison.lines.as_slice());
        let both = lines.unwrap_or_default().iter().zip(self.states.of_client(client));
        both.map(|(line, state)| Cell {
            provider: line.provider,
            kind: line.kind,
            state: *state,
            differences: line.differences,
        })
    }

    /// サービス内容略称 of a code in the month, when the code master has one.
    pub fn code_name(&self, code: ServiceCode) -> Option<&str> {
        let entry = self.codes.as_ref()?.entry(code, self.month.month)?;
        Some(entry.name.as_str()).filter(|name| !name.is_empty())
    }

    /// A difference by its place.
    pub fn difference(&self, at: DifferenceAt) -> Option<&Difference> {
        self.month.comparisons.get(at.client as usize)?.differences.get(at.at as usize)
    }

    /// Positions of a file's problems in [`Month::problems`].
    pub fn problems_of_file(&self, file: usize) -> Range<usize> {
        let file = Some(FileIndex::at(file));
        let problems = &self.month.problems;
        problems.partition_point(|problem| problem.file < file)
            ..problems.partition_point(|problem| problem.file <= file)
    }

    /// Positions of the problems in [`Month::problems`] that belong to no file of the month.
    pub fn problems_without_file(&self) -> Range<usize> {
        0..self.month.problems.partition_point(|problem| problem.file.is_none())
    }
}
