//! 書出し: what will be written out of the decisions, as a plan that people see before anything is written.
//!
//! Nothing here touches a disk. Every file is made whole in memory; a client whose rows cannot be written is left out of
//! all its files and named in a warning, and everybody else is still written.

mod actuals;
mod base;
mod changes;
mod client;
mod deletes;
mod destinations;
mod editions;
mod fill;
mod inquiries;
mod profile;
mod received;
mod revised;
mod sheaf;
mod sheet;
mod stamp;
#[cfg(test)]
mod tests;
mod why;

pub use changes::RowChanges;
pub(super) use destinations::clients_office;
pub use inquiries::{CallEntry, CallList, InquirySheet, Question, call_list, inquiries};
pub use why::Why;

use super::decisions::Decisions;
use super::month::Month;
use super::ports::Source;
use super::standing::{Standing, standing};
use super::worth::Ground;
use crate::domain::event::Change;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::month::{ServiceMonth, Timestamp};
use crate::format::exchange::name::FileName;
use crate::format::exchange::{Edition, FileKind};
use base::Base;
use chrono::{DateTime, FixedOffset};
use rustc_hash::{FxHashMap, FxHashSet};
use thiserror::Error;

/// 居宅介護支援.
const CARE_MANAGEMENT: &str = "43";

/// How to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteOptions {
    /// Now, by the clock of the machine.
    pub at: DateTime<FixedOffset>,
    /// Newest ファイル連番 of the office's own files, received or sent; what is written is always newer.
    pub newest_known: Timestamp,
    /// Every client of a destination, not only those whose plan differs from what the destination has.
    pub all_clients: bool,
    /// Service kind of the own office in file names, when none of its own files tells it.
    pub own_kind: ServiceKind,
}

impl WriteOptions {
    /// The usual ones: what has changed, or every client. The own kind is 居宅介護支援 when no file tells it.
    pub fn at(at: DateTime<FixedOffset>, all_clients: bool) -> Self {
        let own_kind = ServiceKind::parse(CARE_MANAGEMENT).unwrap_or(ServiceKind::NONE);
        Self { at, newest_known: Timestamp::default(), all_clients, own_kind }
    }
}

/// A file that was sent before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentFile {
    /// Its name.
    pub name: FileName,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What was sent before; may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Files, in any order.
    pub files: Vec<SentFile>,
}

/// What the rows of a file were compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Baseline {
    /// Nothing: the destination has none of it.
    Nothing,
    /// What was received.
    Received,
    /// What was sent before.
    Sent,
}

/// A file that will be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedFile {
    /// Folder of the destination and name of the file, divided by `/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Why it is written.
    pub why: Why,
    /// Its rows against the baseline.
    pub rows: RowChanges,
    /// What they were compared with; of several the highest.
    pub baseline: Baseline,
}

/// Something to know before writing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum WriteWarning {
    /// The clock is behind the newest file; the files are stamped one second after that.
    ClockBehind {
        /// What the clock says.
        clock: Timestamp,
        /// What the files are stamped with.
        used: Timestamp,
    },
    /// A service kind that the standard does not exchange got no record (標準仕様 本文 1.3, 1.4).
    KindNotExchanged {
        /// Whose.
        client: ClientKey,
        /// The kind.
        kind: ServiceKind,
        /// Rows left out.
        rows: u32,
    },
    /// A client was left out of all files of a kind, because a record cannot be written.
    ClientLeftOut {
        /// Whose.
        client: ClientKey,
        /// The file that could not hold the record.
        kind: FileKind,
        /// 項目No.
        item_no: u32,
        /// 項目名.
        item: &'static str,
        /// What stands in the way.
        fault: RecordFault,
    },
    /// A plan did not change, so its 別表 is written as it was received, although the computed one differs.
    SheetDiffers {
        /// Whose.
        client: ClientKey,
        /// Columns that differ.
        columns: u32,
    },
    /// The 別表 of a changed plan cannot be computed; what was received is written.
    SheetNotComputed {
        /// Whose.
        client: ClientKey,
        /// What stands in the way, where that can be named.
        obstacle: Option<SheetObstacle>,
    },
    /// Units lie beyond the limit, and nobody has decided about this plan who bears them: a rule did.
    SheetNeedsAllotment {
        /// Whose.
        client: ClientKey,
    },
    /// The limit is not known, so nothing was taken to lie beyond it.
    SheetLimitUnknown {
        /// Whose.
        client: ClientKey,
    },
    /// 給付率 is not known; what most people have was taken.
    SheetRateAssumed {
        /// Whose.
        client: ClientKey,
    },
    /// The unit price of an office and kind is not known: its yen and the sums of yen are left empty.
    SheetPriceUnknown {
        /// Whose.
        client: ClientKey,
        /// The office.
        office: OfficeNumber,
        /// The kind.
        kind: ServiceKind,
    },
    /// The rate of a percent addition is not known: it has the units that were received.
    SheetPercentUnknown {
        /// Whose.
        client: ClientKey,
        /// The addition.
        code: ServiceCode,
    },
    /// 前月までの利用日数 of short stays is not known: 累積利用日数 is left empty.
    SheetStayUnknown {
        /// Whose.
        client: ClientKey,
    },
    /// No 利用者補足情報 was received for a client.
    NoProfile {
        /// Whose.
        client: ClientKey,
    },
}

/// What keeps a 別表 from being computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetObstacle {
    /// The kind of a service is unknown or was abolished.
    UnknownService {
        /// Whose service.
        office: OfficeNumber,
        /// Its code.
        code: ServiceCode,
    },
    /// An office has several unit prices for a kind.
    PricesDiffer {
        /// The office.
        office: OfficeNumber,
        /// The kind.
        kind: ServiceKind,
    },
    /// Units, times, discount or fixed charge of a line make no sense together.
    Line {
        /// Its code.
        code: ServiceCode,
    },
}

/// Why a record cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RecordFault {
    /// A character that MS932 does not have, a 外字, or U+FFFD for bytes that are no character.
    Character {
        /// Position in the text, in characters from 1.
        position: usize,
        /// The character.
        character: char,
    },
    /// A required item is empty.
    Empty,
    /// An item that is no text holds a comma, a quote or a line break.
    NotBare {
        /// What it holds.
        value: String,
    },
}

/// What will be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WritePlan {
    /// Files, ordered by name.
    pub files: Vec<PlannedFile>,
    /// What to know before.
    pub warnings: Vec<WriteWarning>,
    /// What is remembered of each month once the files are on the disk: slips and claims that were sent.
    pub sent: Vec<(ServiceMonth, Vec<Change>)>,
}

impl WritePlan {
    /// Adds another plan that is written together with this one.
    pub fn join(&mut self, other: Self) {
        self.files.extend(other.files);
        self.warnings.extend(other.warnings);
        for (month, changes) in other.sent {
            match self.sent.iter_mut().find(|(of, _)| *of == month) {
                Some((_, sent)) => sent.extend(changes),
                None => self.sent.push((month, changes)),
            }
        }
    }
}

/// Why nothing can be written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WriteFailure {
    /// A received file can no longer be read.
    #[error("{path} cannot be read any more")]
    Unreadable {
        /// Its path.
        path: String,
    },
    /// A received file is not what it was when the month was opened.
    #[error("{path} line {line} is not what was read before")]
    Changed {
        /// Its path.
        path: String,
        /// Physical line, from 1.
        line: u32,
    },
}

/// Works out what will be written of a month.
///
/// # Errors
/// A received file is gone or was changed since the month was opened.
pub fn plan_writing(
    ground: Ground<'_>,
    source: &dyn Source,
    sent: &Sent,
    options: &WriteOptions,
) -> Result<WritePlan, WriteFailure> {
    let Ground { month, decisions, .. } = ground;
    let mut warnings = Vec::new();
    let stamp = stamp::choose(month, sent, options, &mut warnings);
    let standing: Vec<Standing> =
        (0..month.clients.len()).map(|client| standing(month, client, decisions)).collect();
    let mut desk = Desk {
        month,
        decisions,
        ground,
        sent,
        options,
        standing: &standing,
        base: Base::new(month, source),
        stamp,
        editions: FxHashMap::default(),
        told: warnings.iter().cloned().collect(),
        warnings,
    };
    let mut files = revised::files(&mut desk)?;
    files.extend(actuals::files(&mut desk)?);
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(WritePlan { files, warnings: desk.warnings, sent: Vec::new() })
}

/// What every part of the planning needs.
struct Desk<'a> {
    month: &'a Month,
    decisions: &'a Decisions,
    /// What sheets are worked out from.
    ground: Ground<'a>,
    sent: &'a Sent,
    options: &'a WriteOptions,
    /// Same order as the clients of the month.
    standing: &'a [Standing],
    base: Base<'a>,
    stamp: Timestamp,
    editions: FxHashMap<OfficeNumber, Edition>,
    told: FxHashSet<WriteWarning>,
    warnings: Vec<WriteWarning>,
}

impl Desk<'_> {
    /// Adds a warning that was not given yet.
    fn warn(&mut self, warning: WriteWarning) {
        if self.told.insert(warning.clone()) {
            self.warnings.push(warning);
        }
    }

    fn edition(&mut self, provider: OfficeNumber) -> Edition {
        let (month, decisions) = (self.month, self.decisions);
        *self.editions.entry(provider).or_insert_with(|| editions::of(month, decisions, provider))
    }

    /// Service kind of a care office in names: what its own files say, else the option.
    fn own_kind(&self, office: OfficeNumber) -> ServiceKind {
        let own = self.month.files.iter().filter_map(|file| file.name.as_ref()).find_map(|name| {
            (name.kind == FileKind::Upplan && name.sender == office).then_some(name.sender_kind).flatten()
        });
        own.unwrap_or(self.options.own_kind)
    }
}
