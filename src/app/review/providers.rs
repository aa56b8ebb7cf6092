//! One line a サービス事業所 and サービス種類.

use super::cells::{CellState, Cells, StateCounts};
use crate::app::month::{Fate, Month, MonthFile};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::kind::is_care_management;
use crate::domain::month::Timestamp;
use crate::domain::row::FileIndex;
use crate::format::exchange::FileKind;
use crate::format::exchange::name::FileName;
use crate::format::exchange::read::Content;
use crate::reconcile::ProviderLine;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A provider × kind: what it sent and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderSummary {
    /// サービス事業所.
    pub provider: OfficeNumber,
    /// サービス種類; [`ServiceKind::NONE`] for files in which nothing could be read.
    pub kind: ServiceKind,
    /// Actual files with rows of the kind, replaced ones too. What a care office passed on (委託) counts for the provider
    /// in its rows.
    pub files: u32,
    /// Timestamp of the newest of them.
    pub newest: Option<Timestamp>,
    /// 差替あり: some of its rows were replaced by later files.
    pub replaced: bool,
    /// 取下げ: some of its rows were withdrawn.
    pub withdrawn: bool,
    /// Positions of the clients planned or served.
    pub clients: Vec<u32>,
    /// Planned units.
    pub plan_units: i64,
    /// Actual units.
    pub actual_units: i64,
    /// Differences.
    pub differences: u32,
    /// Those of them that are not finally decided.
    pub open: u32,
    /// 未着: planned, and nothing came at all.
    pub not_arrived: bool,
    /// Cells by state.
    pub states: StateCounts,
}

type Key = (OfficeNumber, ServiceKind);

/// Summaries while they are counted, in the order they are met.
#[derive(Default)]
struct Tally {
    positions: FxHashMap<Key, usize>,
    summaries: Vec<ProviderSummary>,
}

impl Tally {
    fn with(&mut self, (provider, kind): Key, change: impl FnOnce(&mut ProviderSummary)) {
        let position = *self.positions.entry((provider, kind)).or_insert(self.summaries.len());
        if position == self.summaries.len() {
            self.summaries.push(ProviderSummary {
                provider,
                kind,
                files: 0,
                newest: None,
                replaced: false,
                withdrawn: false,
                clients: Vec::new(),
                plan_units: 0,
                actual_units: 0,
                differences: 0,
                open: 0,
                not_arrived: false,
                states: StateCounts::default(),
            });
        }
        if let Some(summary) = self.summaries.get_mut(position) {
            change(summary);
        }
    }
}

/// One summary a provider and kind, ordered.
pub(super) fn summaries(month: &Month, cells: &Cells) -> Vec<ProviderSummary> {
    let mut tally = Tally::default();
    for (position, comparison) in month.comparisons.iter().enumerate() {
        let client = u32::try_from(position).unwrap_or(u32::MAX);
        for (line, (state, open)) in comparison.lines.iter().zip(cells.of_client(position)) {
            tally.with((line.provider, line.kind), |summary| {
                summary.add(client, line, *state);
                summary.open += open;
            });
        }
    }
    for (index, (file, content)) in month.files.iter().zip(&month.contents).enumerate() {
        let (Some(name), Some(content)) = (actual_name(file), content) else { continue };
        let fates = month.fates.get(&FileIndex::at(index)).map(Vec::as_slice).unwrap_or_default();
        for (key, told) in told(name, content, fates) {
            tally.with(key, |summary| summary.add_file(name.timestamp, told));
        }
    }
    let mut summaries = tally.summaries;
    summaries.sort_unstable_by_key(|summary| (summary.provider, summary.kind));
    summaries
}

impl ProviderSummary {
    fn add(&mut self, client: u32, line: &ProviderLine, state: CellState) {
        self.clients.push(client);
        self.plan_units += line.plan_units;
        self.actual_units += line.actual_units;
        self.differences += line.differences;
        self.not_arrived |= line.plan_rows > 0 && !line.arrived;
        self.states.add(state);
    }

    fn add_file(&mut self, at: Timestamp, told: Told) {
        self.files += 1;
        self.newest = self.newest.max(Some(at));
        self.replaced |= told.replaced;
        self.withdrawn |= told.withdrawn;
    }
}

/// The name of a file of actuals in scope.
fn actual_name(file: &MonthFile) -> Option<&FileName> {
    file.name.as_ref().filter(|name| file.is_in_scope && name.kind == FileKind::Upjsk)
}

/// What became of a file's rows of one provider and kind.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    replaced: bool,
    withdrawn: bool,
}

/// The providers and kinds a file has rows of. Without any readable row its name tells.
fn told(name: &FileName, content: &Content, fates: &[Fate]) -> BTreeMap<Key, Told> {
    let Content::Service(rows) = content else { return BTreeMap::new() };
    let passed_on = name.sender_kind.is_some_and(is_care_management);
    let mut out = BTreeMap::<Key, Told>::new();
    for (run, block) in rows.blocks.iter().enumerate() {
        let provider = if passed_on { block.provider } else { name.sender };
        let told = out.entry((provider, block.kind)).or_default();
        match fates.get(run) {
            Some(Fate::Superseded(_)) => told.replaced = true,
            Some(Fate::Deleted(_)) => told.withdrawn = true,
            _ => {}
        }
    }
    if out.is_empty() && !passed_on {
        out.insert((name.sender, name.sender_kind.unwrap_or(ServiceKind::NONE)), Told::default());
    }
    out
}
