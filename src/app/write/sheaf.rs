//! A file while it is put together, client by client.

use super::{Baseline, Desk, PlannedFile, RowChanges, Why};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::format::exchange::FileKind;
use crate::format::exchange::name::FileName;

/// The two ends of a file, with their kinds where its edition names them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    pub(super) sender: (OfficeNumber, Option<ServiceKind>),
    pub(super) receiver: (OfficeNumber, Option<ServiceKind>),
}

/// Bytes and counts of a file.
#[derive(Debug, Default)]
pub(super) struct Sheaf {
    bytes: Vec<u8>,
    rows: RowChanges,
    baseline: Option<Baseline>,
}

impl Sheaf {
    pub(super) fn add(&mut self, bytes: &[u8], rows: RowChanges, baseline: Baseline) {
        self.bytes.extend_from_slice(bytes);
        self.rows.add(rows);
        self.baseline = self.baseline.max(Some(baseline));
    }

    /// The file; `None` when nothing is to be written in it.
    pub(super) fn planned(
        self,
        desk: &Desk<'_>,
        kind: FileKind,
        ends: Ends,
        why: Why,
    ) -> Option<PlannedFile> {
        if self.bytes.is_empty() {
            return None;
        }
        let (sender, sender_kind) = ends.sender;
        let (receiver, receiver_kind) = ends.receiver;
        let name = FileName {
            kind,
            month: Some(desk.month.month),
            sender,
            sender_kind,
            receiver,
            receiver_kind,
            timestamp: desk.stamp,
            is_odd: false,
        };
        Some(PlannedFile {
            name: format!("{receiver}/{}", name.build()),
            bytes: self.bytes,
            why,
            rows: self.rows,
            baseline: self.baseline.unwrap_or(Baseline::Nothing),
        })
    }
}
