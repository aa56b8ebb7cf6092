//! Rows of the 第6表 (UPPLAN, UPJSK), read into compact records.

mod at;

use super::copies::{HasBlock, Known, Watch};
use super::frame::{Frame, Row};
use super::sink::Sink;
use super::text::{normalise, plain_hyphens};
use super::value::{self, Fault};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::kind::{Exchange, is_equipment, kind_info};
use crate::domain::month::ServiceMonth;
use crate::domain::problem::{Problem, ProblemCode};
use crate::domain::row::{Block, FileIndex, RowDetail, ServiceRow};
use crate::format::exchange::edition::Edition;
use crate::format::exchange::name::FileName;
use crate::format::rows::content;
use crate::format::sjis::TextFault;
use rustc_hash::{FxHashMap, FxHashSet};

/// The rows of one 第6表 file.
#[derive(Clone, Debug, Default)]
pub struct ServiceRows {
    /// Month of the file: of its name, else of its first readable row.
    pub month: Option<ServiceMonth>,
    /// Rows in the order of the file.
    pub rows: Vec<ServiceRow>,
    /// Details that few rows carry; see [`ServiceRow::detail`].
    pub details: Vec<RowDetail>,
    /// Runs of rows of one client (and in actual files of one kind and provider).
    pub blocks: Vec<ServiceBlock>,
    /// Care managers named in the file.
    pub managers: Vec<String>,
    /// Names of providers.
    pub office_names: Vec<(OfficeNumber, String)>,
    /// Whether a block also ends where the kind or the provider changes: actual files are replaced per kind and
    /// withdrawn per provider, plans as a whole.
    pub splits_by_provider: bool,
}

/// A run of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceBlock {
    /// Whose rows, and where they lie.
    pub block: Block,
    /// Kind of the first row; in actual files of every row of the run.
    pub kind: ServiceKind,
    /// Provider of the first row; in actual files of every row of the run.
    pub provider: OfficeNumber,
    /// Position in `managers`.
    pub manager: u32,
    /// The block of another file that holds the same rows; then `first` is not used.
    pub copy_of: Option<(FileIndex, u32)>,
}

impl HasBlock for ServiceBlock {
    fn block(&self) -> &Block {
        &self.block
    }
}

/// Reads the rows of a file.
pub fn read(frame: &mut Frame<'_>, sink: &mut Sink, name: &FileName, mut watch: Watch<'_>) -> ServiceRows {
    let splits_by_provider = name.kind == super::FileKind::Upjsk;
    let mut reader = Reader::new(name.month, splits_by_provider);
    loop {
        while let Some(known) = watch.step(frame, sink, &reader.out.blocks) {
            reader.push_copy(known);
        }
        let mark = sink.mark();
        let Some(row) = frame.next_row(sink) else { break };
        match reader.read_row(&row, sink) {
            Ok(()) => row.warn_padding(sink),
            Err(fault) => sink.quarantine(fault.problem(&row)),
        }
        row.name_client(sink, mark);
    }
    watch.close(frame, sink, &reader.out.blocks);
    reader.out
}

struct Reader {
    out: ServiceRows,
    client: Remembered<ClientKey>,
    manager: Remembered<u32>,
    manager_numbers: FxHashMap<String, u32>,
    provider_name: Remembered<()>,
    equipment_name: Remembered<()>,
    names: FxHashSet<OfficeNumber>,
    /// The kind met last, when there was nothing to warn about.
    kind: ServiceKind,
}

/// The value of the cell bytes met last, because neighbouring rows mostly repeat them.
struct Remembered<T> {
    raw: Vec<u8>,
    value: Option<T>,
}

impl<T: Copy> Remembered<T> {
    fn new() -> Self {
        Self { raw: Vec::new(), value: None }
    }

    fn get(&self, raw: &[u8]) -> Option<T> {
        self.value.filter(|_| self.raw == raw)
    }

    fn set(&mut self, raw: &[u8], value: T) {
        self.raw.clear();
        self.raw.extend_from_slice(raw);
        self.value = Some(value);
    }
}

impl Reader {
    fn new(month: Option<ServiceMonth>, splits_by_provider: bool) -> Self {
        Self {
            out: ServiceRows { month, splits_by_provider, ..ServiceRows::default() },
            client: Remembered::new(),
            manager: Remembered::new(),
            manager_numbers: FxHashMap::default(),
            provider_name: Remembered::new(),
            equipment_name: Remembered::new(),
            names: FxHashSet::default(),
            kind: ServiceKind::NONE,
        }
    }

    fn read_row(&mut self, row: &Row<'_>, sink: &mut Sink) -> Result<(), Fault> {
        check_shift(row)?;
        let client = self.client(row, sink)?;
        let day = self.day(row, sink)?;
        let code = value::service_code(row, sink, at::CODE)?;
        let provider = value::office(row, sink, at::PROVIDER)?;
        let service = ServiceRow {
            provider,
            code,
            day,
            count: count(row, sink)?,
            start: value::time(row, sink, at::START_TIME)?,
            end: value::time(row, sink, at::END_TIME)?,
            units: units(row, sink)?,
            over_30_days: over_30_days(row, sink)?,
            satellite: satellite(row),
            detail: 0,
            line: row.line,
            offset: row.offset,
        };
        let kind = code.kind();
        if self.kind != kind {
            warn_kind(row, sink, kind);
            self.kind = if is_exchanged(kind) { kind } else { ServiceKind::NONE };
        }
        let detail = self.detail(row, sink, kind)?;
        let manager = self.texts(row, sink, provider);
        self.push(client, kind, manager, service, detail);
        Ok(())
    }

    fn push_copy(&mut self, known: Known) {
        let block = Block { client: known.client, first: 0, len: known.rows };
        // Copies are whole plans, whose kind and provider nobody asks for.
        let (kind, provider) = (ServiceKind::NONE, OfficeNumber::TOTAL);
        self.out.blocks.push(ServiceBlock { block, kind, provider, manager: 0, copy_of: Some(known.origin) });
    }

    fn push(
        &mut self,
        client: ClientKey,
        kind: ServiceKind,
        manager: u32,
        mut row: ServiceRow,
        detail: Option<RowDetail>,
    ) {
        if let Some(detail) = detail {
            self.out.details.push(detail);
            row.detail = u32::try_from(self.out.details.len()).unwrap_or(u32::MAX);
        }
        let first = u32::try_from(self.out.rows.len()).unwrap_or(u32::MAX);
        let splits = self.out.splits_by_provider;
        let provider = row.provider;
        match self.out.blocks.last_mut() {
            Some(last)
                if last.block.client == client
                    && last.copy_of.is_none()
                    && (!splits || (last.kind == kind && last.provider == provider)) =>
            {
                last.block.len += 1;
            }
            _ => {
                let block = Block { client, first, len: 1 };
                self.out.blocks.push(ServiceBlock { block, kind, provider, manager, copy_of: None });
            }
        }
        self.out.rows.push(row);
    }

    /// The client, remembered from the row before when the two number cells repeat.
    fn client(&mut self, row: &Row<'_>, sink: &mut Sink) -> Result<ClientKey, Fault> {
        let (insurer, insured) = (row.raw(1), row.raw(2));
        let known = self.client.value.filter(|_| {
            self.client.raw.strip_prefix(insurer).is_some_and(|rest| rest.strip_prefix(b",") == Some(insured))
        });
        if let Some(client) = known {
            return Ok(client);
        }
        let client = value::client(row, sink)?;
        self.client.raw.clear();
        self.client.raw.extend_from_slice(insurer);
        self.client.raw.push(b',');
        self.client.raw.extend_from_slice(insured);
        self.client.value = Some(client);
        Ok(client)
    }

    /// The day of the month, once 対象年月 and サービス利用日 both lie in the month of the file.
    fn day(&mut self, row: &Row<'_>, sink: &mut Sink) -> Result<u8, Fault> {
        let month = value::month(row, sink, at::TARGET_MONTH)?;
        let file_month = *self.out.month.get_or_insert(month);
        if month != file_month {
            return Err(Fault::new(at::TARGET_MONTH, ProblemCode::MonthDiffers, file_month.to_string()));
        }
        let date = value::day(row, sink, at::SERVICE_DATE)?;
        if date.month != file_month {
            return Err(Fault::new(
                at::SERVICE_DATE,
                ProblemCode::DateOutsideMonth,
                format!("expected-date-in-month {file_month}"),
            ));
        }
        Ok(date.day)
    }

    /// Checks the free texts of the row and remembers names; returns the position of the care manager's name.
    fn texts(&mut self, row: &Row<'_>, sink: &mut Sink, provider: OfficeNumber) -> u32 {
        let raw = row.raw(at::PROVIDER_NAME);
        let same = self.provider_name.get(raw).is_some();
        if !same && warn_text(row, sink, at::PROVIDER_NAME) {
            self.provider_name.set(raw, ());
        }
        let may_be_new = !same || self.out.rows.last().is_none_or(|last| last.provider != provider);
        if may_be_new && self.names.insert(provider) {
            self.out.office_names.push((provider, row.text(at::PROVIDER_NAME)));
        }
        let raw = row.raw(at::MANAGER_NAME);
        if let Some(manager) = self.manager.get(raw) {
            return manager;
        }
        let readable = warn_text(row, sink, at::MANAGER_NAME);
        let name = row.text(at::MANAGER_NAME);
        let next = u32::try_from(self.out.managers.len()).unwrap_or(u32::MAX);
        let managers = &mut self.out.managers;
        let manager = *self.manager_numbers.entry(name).or_insert_with_key(|name| {
            managers.push(name.clone());
            next
        });
        if readable {
            self.manager.set(raw, manager);
        }
        manager
    }

    /// Equipment codes and pro-rata days, for the rows that have them.
    fn detail(
        &mut self,
        row: &Row<'_>,
        sink: &mut Sink,
        kind: ServiceKind,
    ) -> Result<Option<RowDetail>, Fault> {
        let prorated_days = prorated_days(row)?;
        let is_empty = |raw: &[u8]| raw.is_empty() || (raw.len() == 2 && raw == b"\"\"");
        let empty = (at::TAIS..=at::DISCRIMINATOR).all(|position| is_empty(row.raw(position)));
        let equipment = is_equipment(kind);
        if empty && prorated_days.is_none() && !equipment {
            return Ok(None);
        }
        let raw = row.raw(at::EQUIPMENT_NAME);
        if self.equipment_name.get(raw).is_none() && warn_text(row, sink, at::EQUIPMENT_NAME) {
            self.equipment_name.set(raw, ());
        }
        let code = |position| plain_hyphens(&normalise(&row.cell(position), row.encoding));
        let detail = RowDetail {
            tais: code(at::TAIS),
            notification: code(at::NOTIFICATION),
            discriminator: code(at::DISCRIMINATOR),
            prorated_days,
            equipment_name: row.text(at::EQUIPMENT_NAME),
        };
        if equipment && row.edition == Edition::V4 && detail.tais.is_empty() == detail.notification.is_empty()
        {
            let found = [detail.tais.as_str(), detail.notification.as_str()].join(" ");
            let problem = row.problem_at(at::TAIS, Problem::warned(ProblemCode::EquipmentCode));
            sink.add(problem.found(found.trim()));
        }
        Ok(Some(detail))
    }
}

/// A padded row whose unused last item is filled was shifted by a missing or extra cell in its middle.
fn check_shift(row: &Row<'_>) -> Result<(), Fault> {
    if row.odd_count.is_some() && !row.cell(at::IDENTIFIER).is_empty() {
        return Err(Fault::new(at::IDENTIFIER, ProblemCode::ColumnCount, ""));
    }
    Ok(())
}

/// サービス回数: 1 to 99.
fn count(row: &Row<'_>, sink: &mut Sink) -> Result<u8, Fault> {
    const RANGE: &str = "expected-range 1–99";
    let count = value::integer(row, sink, at::COUNT)
        .map_err(|fault| Fault::new(fault.position, fault.code, RANGE))?;
    u8::try_from(count)
        .ok()
        .filter(|count| (1..=99).contains(count))
        .ok_or_else(|| Fault::invalid(at::COUNT, RANGE))
}

/// 単位数; an empty one is read as 0 with a warning (standard, ambiguity 2).
fn units(row: &Row<'_>, sink: &mut Sink) -> Result<i32, Fault> {
    match value::integer(row, sink, at::UNITS) {
        Err(Fault { code: ProblemCode::Empty, .. }) => {
            sink.once("", row.problem_at(at::UNITS, Problem::warned(ProblemCode::Empty)));
            Ok(0)
        }
        other => other,
    }
}

/// ３０日超区分: 1 or 0, never empty (standard §7).
fn over_30_days(row: &Row<'_>, sink: &mut Sink) -> Result<bool, Fault> {
    match row.raw(at::OVER_30_DAYS) {
        b"0" => Ok(false),
        b"1" => Ok(true),
        _ => match value::integer(row, sink, at::OVER_30_DAYS) {
            Ok(0) => Ok(false),
            Ok(1) => Ok(true),
            _ => Err(Fault::invalid(at::OVER_30_DAYS, "expected-code 0, 1")),
        },
    }
}

/// サテライト枝番, at most two characters.
fn satellite(row: &Row<'_>) -> [u8; 2] {
    let raw = row.raw(at::SATELLITE);
    if raw.is_empty() {
        return *b"  ";
    }
    let text = normalise(&content(raw), row.encoding);
    match text.as_bytes() {
        [one] => [b' ', *one],
        [one, two] => [*one, *two],
        _ => *b"  ",
    }
}

/// 日割対象日: 28 to 31 characters, `1` for a day inside the period, blank or `0` for one outside (standard,
/// ambiguity 19).
fn prorated_days(row: &Row<'_>) -> Result<Option<u32>, Fault> {
    let raw = row.raw(at::PRORATED_DAYS);
    if raw.is_empty() {
        return Ok(None);
    }
    let bytes = row.cell(at::PRORATED_DAYS);
    if bytes.iter().all(|byte| *byte == b' ') {
        return Ok(None);
    }
    let valid =
        (28..=31).contains(&bytes.len()) && bytes.iter().all(|byte| matches!(byte, b'0' | b'1' | b' '));
    if !valid {
        return Err(Fault::invalid(at::PRORATED_DAYS, "expected-day-marks 31"));
    }
    let days = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'1');
    Ok(Some(days.fold(0, |mask, (day, _)| mask | 1 << day)))
}

/// Kinds that the standard does not exchange, and kinds nobody knows, are kept with a warning (standard §11).
fn warn_kind(row: &Row<'_>, sink: &mut Sink, kind: ServiceKind) {
    if !is_exchanged(kind) {
        sink.once(kind.as_str(), row.problem_at(at::CODE, Problem::warned(ProblemCode::KindNotExchanged)));
    }
}

fn is_exchanged(kind: ServiceKind) -> bool {
    kind_info(kind).is_some_and(|info| info.exchange == Exchange::Exchanged)
}

/// Warns of characters that cannot stand in an exchange file; true when the text is sound.
pub(super) fn warn_text(row: &Row<'_>, sink: &mut Sink, position: usize) -> bool {
    let Some(fault) = row.encoding.fault(&row.cell(position)) else { return true };
    let code = match fault {
        TextFault::Undecodable => ProblemCode::Undecodable,
        TextFault::Gaiji => ProblemCode::Gaiji,
        TextFault::Control => ProblemCode::ControlCharacter,
    };
    sink.add(row.problem_at(position, Problem::warned(code)));
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::exchange::kinds::FileKind;

    #[test]
    fn positions_are_those_of_the_layout() {
        for (position, key) in [
            (1, "insurer_number"),
            (2, "insured_number"),
            (at::TARGET_MONTH, "target_month"),
            (at::MANAGER_NAME, "plan_manager_name"),
            (at::UNITS, "units"),
            (at::SERVICE_DATE, "service_date"),
            (at::PRORATED_DAYS, "prorated_days_mask"),
            (at::START_TIME, "start_time"),
            (at::END_TIME, "end_time"),
            (at::COUNT, "service_count"),
            (at::CODE, "service_code"),
            (at::TAIS, "tais_code"),
            (at::NOTIFICATION, "equipment_notification_code"),
            (at::EQUIPMENT_NAME, "equipment_name"),
            (at::DISCRIMINATOR, "line_discriminator"),
            (at::PROVIDER, "service_office_number"),
            (at::PROVIDER_NAME, "service_office_name"),
            (at::SATELLITE, "satellite_branch_no"),
            (at::OVER_30_DAYS, "over_30_days_flag"),
            (at::IDENTIFIER, "record_identifier"),
        ] {
            assert_eq!(FileKind::Upplan.position(key), position, "{key}");
            assert_eq!(FileKind::Upjsk.position(key), position, "{key}");
        }
    }
}
