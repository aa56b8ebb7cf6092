//! A month as it was opened: files with the fate of every row, and the comparison of every client.

use crate::domain::codes::BasisTable;
use crate::domain::decision::RowContent;
use crate::domain::difference::{DifferenceClass, PlacedRow};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::month::ServiceMonth;
use crate::domain::problem::Problem;
use crate::domain::row::{ClientProfile, FileIndex, RowDetail, ServiceRow, SheetRow};
use crate::format::exchange::name::FileName;
use crate::format::exchange::read::Content;
use crate::format::exchange::read::service::{ServiceBlock, ServiceRows};
use crate::format::exchange::read::sheet::SheetBlock;
use crate::format::exchange::{Edition, FileKind};
use crate::reconcile::{ClientComparison, RowRef};
use rustc_hash::{FxHashMap, FxHashSet};

/// What became of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// In force, or an equal copy of what is in force.
    Loaded,
    /// Replaced by a later file.
    Superseded(FileIndex),
    /// Withdrawn by a delete file.
    Deleted(FileIndex),
    /// Left out as unreadable or out of place; a problem says why.
    Quarantined,
}

/// Fates of a file's rows, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FateCounts {
    /// In force.
    pub loaded: u32,
    /// Replaced by later files.
    pub superseded: u32,
    /// Withdrawn by delete files.
    pub deleted: u32,
    /// Left out.
    pub quarantined: u32,
}

impl FateCounts {
    /// Adds rows of one fate.
    pub fn add(&mut self, fate: Fate, rows: u32) {
        match fate {
            Fate::Loaded => self.loaded += rows,
            Fate::Superseded(_) => self.superseded += rows,
            Fate::Deleted(_) => self.deleted += rows,
            Fate::Quarantined => self.quarantined += rows,
        }
    }

    /// All rows.
    pub fn total(&self) -> u32 {
        self.loaded + self.superseded + self.deleted + self.quarantined
    }
}

/// One exchange file of the folder.
#[derive(Clone, Debug)]
pub struct MonthFile {
    /// Path as shown.
    pub path: String,
    /// What its name tells; `None` when the name was not usable.
    pub name: Option<FileName>,
    /// Kind, when it is known.
    pub kind: Option<FileKind>,
    /// Edition by its columns.
    pub edition: Option<Edition>,
    /// Service month it is about.
    pub month: Option<ServiceMonth>,
    /// Records met.
    pub rows: u32,
    /// Their fates.
    pub counts: FateCounts,
    /// Rows by fate and by the file that replaced or withdrew them.
    pub fates: Vec<(Fate, u32)>,
    /// Whether the file belongs to the month and office that were chosen.
    pub is_in_scope: bool,
}

/// A client whose months' rows are in force: where they lie.
#[derive(Clone, Debug)]
pub struct ClientRows {
    /// Whose.
    pub client: ClientKey,
    /// File and position of the blocks of the plan in force.
    pub plan: Vec<(FileIndex, u32)>,
    /// File and position of the blocks of the actuals in force.
    pub actual: Vec<(FileIndex, u32)>,
    /// File and position of the blocks of the 第7表 in force.
    pub sheet: Vec<(FileIndex, u32)>,
}

/// Something worth knowing that is no problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The month was chosen because it has most rows; others lie beside it.
    OtherMonths {
        /// The chosen one.
        chosen: ServiceMonth,
        /// The others with their rows.
        others: Vec<(ServiceMonth, u64)>,
        /// Whether a person asked for this month.
        asked: bool,
    },
    /// The folder holds several care offices; all are compared.
    SeveralOffices(Vec<OfficeNumber>),
    /// Without a service code master the 別表 told which codes count once a month and which are percentages.
    CodesFromSheets {
        /// Codes counted once a month.
        monthly: usize,
        /// Percent additions.
        percent: usize,
    },
    /// No plan at all.
    NoPlan,
    /// Files that are no exchange files.
    Ignored(Vec<String>),
}

/// A provider × kind from which no actual file came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotArrived {
    /// サービス事業所.
    pub provider: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// Clients with a plan there.
    pub clients: u32,
}

/// Counts over the whole month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Clients with a plan or actuals in force.
    pub clients: u32,
    /// Providers planned or acting.
    pub providers: u32,
    /// Plan rows in force.
    pub plan_rows: u64,
    /// Actual rows in force.
    pub actual_rows: u64,
    /// Rows (monthly services: codes) that agree.
    pub same: u64,
    /// Differences.
    pub differences: u64,
}

/// The opened month.
#[derive(Debug)]
pub struct Month {
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// The care offices that are compared, ordered.
    pub care_offices: Vec<OfficeNumber>,
    /// Every exchange file found, ordered by path.
    pub files: Vec<MonthFile>,
    /// What was read of each file; same order.
    pub contents: Vec<Option<Content>>,
    /// Fates of the runs (blocks, keyed rows) of each file in which not every run is in force.
    pub fates: FxHashMap<FileIndex, Vec<Fate>>,
    /// Where the rows in force lie, ordered by client.
    pub clients: Vec<ClientRows>,
    /// The comparison, same order as `clients`.
    pub comparisons: Vec<ClientComparison>,
    /// Providers and kinds without actuals, ordered.
    pub not_arrived: Vec<NotArrived>,
    /// Where the 利用者補足情報 of each client stands: file and row.
    pub profiles: FxHashMap<ClientKey, (FileIndex, u32)>,
    /// Names of offices, the newest each.
    pub office_names: FxHashMap<OfficeNumber, String>,
    /// How codes are compared.
    pub basis: BasisTable,
    /// Providers and kinds of which any actual file came.
    pub arrived: FxHashSet<(OfficeNumber, ServiceKind)>,
    /// Everything that was wrong, ordered by file and line.
    pub problems: Vec<Problem>,
    /// Notes.
    pub notes: Vec<Note>,
    /// Counts.
    pub totals: Totals,
}

impl Month {
    /// A file of the month.
    pub fn file(&self, index: FileIndex) -> Option<&MonthFile> {
        self.files.get(index.0 as usize)
    }

    /// Name of an office, or its number when no file names it.
    pub fn office_name(&self, office: OfficeNumber) -> String {
        self.office_names
            .get(&office)
            .filter(|name| !name.is_empty())
            .cloned()
            .unwrap_or_else(|| office.to_string())
    }

    /// Rows met in all files, and of these the loaded, superseded, deleted and quarantined ones.
    pub fn row_sums(&self) -> [u64; 5] {
        let mut sums = [0; 5];
        for file in &self.files {
            let FateCounts { loaded, superseded, deleted, quarantined } = file.counts;
            let counts = [file.rows, loaded, superseded, deleted, quarantined];
            sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += u64::from(count));
        }
        sums
    }

    /// The office at the other end of a file: the receiver of what a care office of the month sent, else the sender.
    pub fn other_side(&self, name: &FileName) -> OfficeNumber {
        if self.care_offices.contains(&name.sender) { name.receiver } else { name.sender }
    }

    /// 利用者補足情報 of a client.
    pub fn profile(&self, client: ClientKey) -> Option<&ClientProfile> {
        let (file, row) = self.profiles.get(&client)?;
        let Some(Some(Content::Keyed(rows))) = self.contents.get(file.0 as usize) else { return None };
        rows.get(*row as usize)?.profile.as_deref()
    }

    /// Equipment codes or pro-rata days of a row.
    pub fn detail_of(&self, placed: &PlacedRow) -> Option<&RowDetail> {
        let Some(Some(Content::Service(service))) = self.contents.get(placed.file.0 as usize) else {
            return None;
        };
        detail(&service.details, &placed.row)
    }

    /// What a row says, wherever it stands; with its equipment codes or pro-rata days.
    pub fn content_of(&self, placed: &PlacedRow) -> RowContent {
        RowContent::of(&placed.row, self.detail_of(placed))
    }

    /// The place after the files of rows that people typed in (FAX受領): no file of [`Self::files`] has it.
    pub fn typed_rows(&self) -> FileIndex {
        FileIndex::at(self.files.len())
    }

    /// Position of a client in [`Self::clients`].
    pub fn position(&self, client: ClientKey) -> Option<usize> {
        self.clients.binary_search_by_key(&client, |rows| rows.client).ok()
    }

    /// Rows of blocks, with their files and details.
    pub fn rows<'a>(&'a self, blocks: &'a [(FileIndex, u32)]) -> impl Iterator<Item = RowRef<'a>> {
        blocks.iter().flat_map(|(file, block)| service_rows(&self.contents, *file, *block))
    }

    /// Rows of the 第7表 of blocks.
    pub fn sheet_rows<'a>(&'a self, blocks: &'a [(FileIndex, u32)]) -> impl Iterator<Item = &'a SheetRow> {
        blocks.iter().flat_map(|(file, block)| sheet_block(&self.contents, *file, *block))
    }

    /// 担当ケアマネ of a client's plan.
    pub fn manager(&self, rows: &ClientRows) -> Option<&str> {
        let (file, block) = rows.plan.first()?;
        let (_, service, block) = service_block(&self.contents, *file, *block)?;
        service.managers.get(block.manager as usize).map(String::as_str)
    }

    /// Differences of every client.
    pub fn differences(&self) -> impl Iterator<Item = &crate::domain::difference::Difference> {
        self.comparisons.iter().flat_map(|comparison| &comparison.differences)
    }

    /// Number of differences of each class, in the order of reports.
    pub fn by_class(&self) -> Vec<(DifferenceClass, usize)> {
        let mut counts: Vec<_> = DifferenceClass::ALL.iter().map(|class| (*class, 0)).collect();
        for difference in self.differences() {
            if let Some((_, count)) = counts.iter_mut().find(|(class, _)| *class == difference.class) {
                *count += 1;
            }
        }
        counts
    }
}

/// A block of a 第6表 file with the file that really holds its rows.
fn service_block(
    contents: &[Option<Content>],
    file: FileIndex,
    block: u32,
) -> Option<(FileIndex, &ServiceRows, ServiceBlock)> {
    let Some(Some(Content::Service(service))) = contents.get(file.0 as usize) else { return None };
    let found = service.blocks.get(block as usize)?;
    match found.copy_of {
        // The origin of a copy was read itself, so this ends after one step.
        Some((origin, block)) => service_block(contents, origin, block),
        None => Some((file, service, *found)),
    }
}

/// Rows of one block of a 第6表 file.
pub(super) fn service_rows(
    contents: &[Option<Content>],
    file: FileIndex,
    block: u32,
) -> impl Iterator<Item = RowRef<'_>> {
    service_block(contents, file, block).into_iter().flat_map(|(file, service, block)| {
        let rows = service.rows.get(block.block.range()).unwrap_or_default();
        rows.iter().map(move |row| RowRef::new(file, row, detail(&service.details, row)))
    })
}

/// Where the rows of a block really lie; equal for copies of each other.
pub(super) fn origin(contents: &[Option<Content>], file: FileIndex, block: u32) -> (FileIndex, u32) {
    match contents.get(file.0 as usize) {
        Some(Some(Content::Service(service))) => {
            service.blocks.get(block as usize).and_then(|block| block.copy_of).unwrap_or((file, block))
        }
        _ => (file, block),
    }
}

/// Rows of one block of a 第7表 file.
pub(super) fn sheet_block(contents: &[Option<Content>], file: FileIndex, block: u32) -> &[SheetRow] {
    let Some(Some(Content::Sheets(sheets))) = contents.get(file.0 as usize) else { return &[] };
    match sheets.blocks.get(block as usize) {
        Some(SheetBlock { copy_of: Some((origin, block)), .. }) => sheet_block(contents, *origin, *block),
        Some(found) => sheets.rows.get(found.block.range()).unwrap_or_default(),
        None => &[],
    }
}

fn detail<'a>(details: &'a [RowDetail], row: &ServiceRow) -> Option<&'a RowDetail> {
    row.detail.checked_sub(1).and_then(|index| details.get(index as usize))
}
