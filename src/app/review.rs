//! An opened month made ready for screens: counted, put in order, searchable.

mod cells;
mod clients;
mod differences;
mod files;
mod ground;
mod kana;
mod managers;
mod providers;
mod settled;
#[cfg(test)]
mod tests;

pub use cells::{Cell, CellState, StateCounts};
pub use clients::{CareLevel, ClientSummary};
pub use differences::{DifferenceAt, Differences, Grouping};
pub use files::FileSearch;
pub use ground::OfficeRules;
pub use managers::ManagerSummary;
pub use providers::ProviderSummary;
pub use settled::{Settled, Stale};

use super::checks::{Persons, Watch};
use super::decisions::Decisions;
use super::month::Month;
use super::previous::PreviousMonth;
use super::registers::Registers;
use super::search::{ClientSearch, ClientText};
use super::settle::{changed_positions, settle};
use super::unread::Unread;
use super::worth::Evidence;
use crate::domain::codes::CodeMaster;
use crate::domain::difference::Difference;
use crate::domain::ids::ServiceCode;
use crate::domain::row::FileIndex;
use cells::Cells;
use std::ops::Range;
use std::sync::OnceLock;

/// An opened month with everything that screens count, order and search. Built once after opening; pure.
#[derive(Debug)]
pub struct Review {
    /// The month.
    pub month: Month,
    /// The service code master it was opened with.
    pub codes: Option<CodeMaster>,
    /// What was decided about it.
    pub decisions: Decisions,
    /// The registers of the office, read from the decisions.
    pub registers: Registers,
    /// What the rules leave to the office.
    pub rules: OfficeRules,
    /// What was sent for the month before.
    pub previous: PreviousMonth,
    persons: OnceLock<Persons>,
    watch: Watch,
    evidence: OnceLock<Evidence>,
    unread: Unread,
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
    /// Differences that are not finally decided.
    pub open: u32,
    states: Cells,
}

impl Review {
    /// Counts, orders and folds a month about which nothing was decided.
    pub fn new(month: Month, codes: Option<CodeMaster>) -> Self {
        Self::with_decisions(month, codes, Decisions::default())
    }

    /// Counts, orders and folds a month with what was decided about it.
    pub fn with_decisions(mut month: Month, codes: Option<CodeMaster>, decisions: Decisions) -> Self {
        let changed = changed_positions(&month, &decisions);
        if !changed.is_empty() {
            settle(&mut month, &decisions, &changed);
        }
        Self::of_settled(month, codes, decisions)
    }

    fn of_settled(month: Month, codes: Option<CodeMaster>, decisions: Decisions) -> Self {
        let unread = Unread::of(&month);
        let (states, texts) =
            rayon::join(|| Cells::of(&month, &decisions, &unread), || ClientText::of_all(&month));
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
        let registers = Registers::of(&decisions);
        let mut review = Self {
            month,
            codes,
            decisions,
            registers,
            rules: OfficeRules::default(),
            previous: PreviousMonth::default(),
            persons: OnceLock::new(),
            watch: Watch::default(),
            evidence: OnceLock::new(),
            unread,
            clients,
            providers,
            managers,
            differences,
            search,
            files,
            cells: StateCounts::default(),
            open: 0,
            states,
        };
        review.add_up();
        review
    }

    /// Compares clients anew and counts everything again: rows were typed in or paired.
    fn compare_again(&mut self, positions: &[usize]) {
        settle(&mut self.month, &self.decisions, positions);
        self.states = Cells::of(&self.month, &self.decisions, &self.unread);
        let ranks: Vec<u32> = self.clients.iter().map(|client| client.kana_rank).collect();
        let managers: Vec<u32> = self.clients.iter().map(|client| client.manager).collect();
        self.clients = clients::summaries(&self.month, &self.states, &ranks, &managers);
        let names = std::mem::take(&mut self.managers).into_iter().map(|manager| manager.name).collect();
        self.managers = managers::summaries(names, &self.clients);
        self.providers = providers::summaries(&self.month, &self.states);
        self.differences = Differences::of(&self.month, &self.clients, &self.providers);
        self.add_up();
    }

    fn add_up(&mut self) {
        self.cells = StateCounts::default();
        self.open = 0;
        for client in &self.clients {
            self.cells.add_all(client.states);
            self.open += client.open;
        }
    }

    /// Counts again what decisions about a client change: the states of its cells, here and in every sum.
    fn count_again(&mut self, position: usize) {
        let before: Vec<Cell> = self.cells_of(position).collect();
        self.states.decide(&self.month, &self.decisions, position);
        let after: Vec<Cell> = self.cells_of(position).collect();
        let Some(client) = self.clients.get_mut(position) else { return };
        let mut sums = vec![(&mut client.states, &mut client.open), (&mut self.cells, &mut self.open)];
        let mut manager = self.managers.get_mut(client.manager as usize);
        let was_settled = client_is_settled(&before);
        if let Some(manager) = &mut manager {
            manager.settled -= u32::from(was_settled);
            manager.settled += u32::from(client_is_settled(&after));
            sums.push((&mut manager.states, &mut manager.open));
        }
        for (states, open) in sums {
            recount(states, open, &before, &after);
        }
        for (before, after) in before.iter().zip(&after) {
            let key = (after.provider, after.kind);
            let place =
                self.providers.binary_search_by_key(&key, |provider| (provider.provider, provider.kind));
            if let Some(provider) = place.ok().and_then(|place| self.providers.get_mut(place)) {
                recount(&mut provider.states, &mut provider.open, &[*before], &[*after]);
            }
        }
    }

    /// One cell a [`ProviderLine`](crate::reconcile::ProviderLine) of the client's comparison, in the same order.
    pub fn cells_of(&self, client: usize) -> impl Iterator<Item = Cell> + '_ {
        let lines = self.month.comparisons.get(client).map(|comparison| comparison.lines.as_slice());
        let both = lines.unwrap_or_default().iter().zip(self.states.of_client(client));
        both.map(|(line, state)| Cell {
            provider: line.provider,
            kind: line.kind,
            state: state.0,
            differences: line.differences,
            open: state.1,
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

fn client_is_settled(cells: &[Cell]) -> bool {
    cells.iter().all(|cell| cell.state.is_settled())
}

/// Takes the cells as they were out of a count and puts them in as they are.
fn recount(states: &mut StateCounts, open: &mut u32, before: &[Cell], after: &[Cell]) {
    let sum = |cells: &[Cell]| {
        let mut states = StateCounts::default();
        for cell in cells {
            states.add(cell.state);
        }
        (states, cells.iter().map(|cell| cell.open).sum::<u32>())
    };
    let ((old, fewer), (new, more)) = (sum(before), sum(after));
    states.take_all(old);
    states.add_all(new);
    *open = (*open + more).saturating_sub(fewer);
}
