//! What the receivers of a care office's files have of each client: the newest that was received back or sent before.

use super::{Baseline, Sent};
use crate::app::month::{Fate, Month};
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceKind};
use crate::domain::month::Timestamp;
use crate::domain::row::FileIndex;
use crate::format::exchange::FileKind;
use crate::format::exchange::cell::TypedRecord;
use crate::format::exchange::kinds::dltplan::PlanDeleteRecord;
use crate::format::exchange::kinds::uphosoku::ClientProfileRecord;
use crate::format::exchange::kinds::upplan::ServiceRowRecord;
use crate::format::exchange::kinds::upsikyu::SheetRecord;
use crate::format::exchange::name::FileName;
use crate::format::exchange::read::Content;
use crate::format::exchange::records::RecordFile;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Where a care office sends to. Each receiver and kind holds a copy of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Address {
    /// The sending care office.
    pub(super) office: OfficeNumber,
    /// The receiving provider.
    pub(super) provider: OfficeNumber,
    /// Its kind in file names of edition 4.
    pub(super) kind: Option<ServiceKind>,
}

/// Where the newest rows of a client at an address are.
#[derive(Clone, Debug)]
pub(super) enum Held {
    /// Runs of a received file.
    Received { file: FileIndex, runs: Vec<u32> },
    /// Lines of a file that was sent.
    Sent { file: usize, lines: Vec<u32> },
}

impl Held {
    pub(super) fn baseline(&self) -> Baseline {
        match self {
            Held::Received { .. } => Baseline::Received,
            Held::Sent { .. } => Baseline::Sent,
        }
    }

    /// Takes more of the same file.
    fn extend(&mut self, other: Option<Held>) {
        match (self, other) {
            (Held::Received { file, runs }, Some(Held::Received { file: other, runs: more }))
                if *file == other =>
            {
                runs.extend(more);
            }
            (Held::Sent { file, lines }, Some(Held::Sent { file: other, lines: more })) if *file == other => {
                lines.extend(more);
            }
            _ => {}
        }
    }
}

/// What is held of one client; `None` once it was withdrawn.
type OfClient = BTreeMap<(FileKind, Address), (Timestamp, Option<Held>)>;

/// What is held where.
pub(super) struct Holdings {
    held: BTreeMap<ClientKey, OfClient>,
    sent: FxHashMap<usize, RecordFile>,
}

const PLAN_KINDS: [FileKind; 3] = [FileKind::Upplan, FileKind::Upsikyu, FileKind::Uphosoku];

impl Holdings {
    pub(super) fn gather(month: &Month, sent: &Sent) -> Self {
        let mut holdings = Self { held: BTreeMap::new(), sent: FxHashMap::default() };
        for (index, (file, content)) in month.files.iter().zip(&month.contents).enumerate() {
            let (Some(name), Some(content), true) = (&file.name, content, file.is_in_scope) else { continue };
            if PLAN_KINDS.contains(&name.kind) {
                holdings.take_received(month, FileIndex::at(index), name, content);
            }
        }
        for (index, file) in sent.files.iter().enumerate() {
            if file.name.month == Some(month.month) && month.care_offices.contains(&file.name.sender) {
                holdings.take_sent(index, &file.name, &file.bytes);
            }
        }
        holdings
    }

    fn take_received(&mut self, month: &Month, index: FileIndex, name: &FileName, content: &Content) {
        let clients: Vec<ClientKey> = match content {
            Content::Service(rows) => rows.blocks.iter().map(|block| block.block.client).collect(),
            Content::Sheets(rows) => rows.blocks.iter().map(|block| block.block.client).collect(),
            Content::Keyed(rows) => rows.iter().map(|row| row.client).collect(),
        };
        let fates = month.fates.get(&index);
        for (run, client) in clients.into_iter().enumerate() {
            let is_deleted =
                fates.and_then(|fates| fates.get(run)).is_some_and(|fate| matches!(fate, Fate::Deleted(_)));
            let run = u32::try_from(run).unwrap_or(u32::MAX);
            let held = (!is_deleted).then(|| Held::Received { file: index, runs: vec![run] });
            self.take(client, (name.kind, address(name)), name.timestamp, held);
        }
    }

    fn take_sent(&mut self, index: usize, name: &FileName, bytes: &[u8]) {
        let file = RecordFile::new(name.kind, bytes.to_vec());
        for line in file.lines() {
            let client = match name.kind {
                FileKind::Upplan => client_of::<ServiceRowRecord>(&file, line),
                FileKind::Upsikyu => client_of::<SheetRecord>(&file, line),
                FileKind::Uphosoku => client_of::<ClientProfileRecord>(&file, line),
                FileKind::Dltplan => client_of::<PlanDeleteRecord>(&file, line),
                _ => None,
            };
            let Some(client) = client else { continue };
            if name.kind == FileKind::Dltplan {
                for kind in name.kind.withdraws() {
                    self.take(client, (*kind, address(name)), name.timestamp, None);
                }
            } else {
                let held = Held::Sent { file: index, lines: vec![line] };
                self.take(client, (name.kind, address(name)), name.timestamp, Some(held));
            }
        }
        self.sent.insert(index, file);
    }

    /// The newest stands; runs and lines of one file stand together.
    fn take(&mut self, client: ClientKey, key: (FileKind, Address), at: Timestamp, held: Option<Held>) {
        let of_client = self.held.entry(client).or_default();
        match of_client.get_mut(&key) {
            Some((known, _)) if *known > at => {}
            Some((known, Some(old))) if *known == at => old.extend(held),
            _ => {
                of_client.insert(key, (at, held));
            }
        }
    }

    /// Addresses that have a plan of the client.
    pub(super) fn addresses(&self, client: ClientKey) -> Vec<Address> {
        let plans = self.held.get(&client).into_iter().flatten();
        let plans = plans.filter(|((kind, _), (_, held))| *kind == FileKind::Upplan && held.is_some());
        plans.map(|((_, address), _)| *address).collect()
    }

    /// Every address that ever got a plan.
    pub(super) fn known(&self) -> Vec<Address> {
        let plans = self.held.values().flat_map(BTreeMap::keys);
        let plans = plans.filter(|(kind, _)| *kind == FileKind::Upplan);
        let known: BTreeSet<Address> = plans.map(|(_, address)| *address).collect();
        known.into_iter().collect()
    }

    /// What an address has of a client; of another kind of the same provider when it has nothing under its own.
    pub(super) fn held(&self, client: ClientKey, kind: FileKind, address: Address) -> Option<&Held> {
        let of_client = self.held.get(&client)?;
        let exact = of_client.get(&(kind, address)).and_then(|(_, held)| held.as_ref());
        exact.or_else(|| {
            let is_its =
                |other: &Address| (other.office, other.provider) == (address.office, address.provider);
            let others = of_client.iter().filter(|((other, at), _)| *other == kind && is_its(at));
            let newest = others.filter(|(_, (_, held))| held.is_some()).max_by_key(|(_, (at, _))| *at);
            newest.and_then(|(_, (_, held))| held.as_ref())
        })
    }

    /// A record of a file that was sent.
    pub(super) fn sent_record<R: TypedRecord>(&self, file: usize, line: u32) -> Option<R> {
        self.sent.get(&file)?.record::<R>(line).map(|(_, record)| record)
    }
}

/// Files and lines of the runs of a received file, the copies followed to where they were read.
pub(super) fn places(month: &Month, file: FileIndex, runs: &[u32]) -> Vec<(FileIndex, u32)> {
    let mut out = Vec::new();
    for run in runs {
        match month.contents.get(file.0 as usize) {
            Some(Some(Content::Service(_))) => {
                out.extend(month.rows(&[(file, *run)]).map(|row| (row.file, row.row.line)));
            }
            Some(Some(Content::Sheets(sheets))) => {
                let copy_of = sheets.blocks.get(*run as usize).and_then(|block| block.copy_of);
                let origin = copy_of.map_or(file, |(origin, _)| origin);
                out.extend(month.sheet_rows(&[(file, *run)]).map(|row| (origin, row.line)));
            }
            Some(Some(Content::Keyed(rows))) => {
                out.extend(rows.get(*run as usize).map(|row| (file, row.line)));
            }
            _ => {}
        }
    }
    out
}

fn address(name: &FileName) -> Address {
    Address { office: name.sender, provider: name.receiver, kind: name.receiver_kind }
}

fn client_of<R: TypedRecord>(file: &RecordFile, line: u32) -> Option<ClientKey> {
    let (_, record) = file.record::<R>(line)?;
    let contents = record.contents();
    Some(ClientKey {
        insurer: InsurerNumber::from_bytes(contents.get(1)?)?,
        insured: InsuredNumber::from_bytes(contents.get(2)?)?,
    })
}
