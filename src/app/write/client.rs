//! The records of one client, and their bytes in an edition.

use super::base::Base;
use super::changes::Contents;
use super::fill::{blank, clear, fill, put, put_text};
use super::{Desk, RecordFault, WriteFailure, WriteWarning};
use crate::app::month::{ClientRows, Month};
use crate::app::standing::{Origin, StandingRow};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::kind::{Exchange, kind_info};
use crate::domain::month::ServiceMonth;
use crate::format::exchange::cell::{Cell, Month as MonthCell, TypedRecord};
use crate::format::exchange::kinds::uphosoku::ClientProfileRecord;
use crate::format::exchange::kinds::upplan::ServiceRowRecord;
use crate::format::exchange::kinds::upsikyu::SheetRecord;
use crate::format::exchange::write::{WriteError, write_records};
use crate::format::exchange::{Edition, FileKind};
use crate::reconcile::RowRef;

/// A record whose CSVバージョン can be set.
pub(super) trait Versioned: TypedRecord + Clone {
    fn version(&mut self) -> &mut Cell<MonthCell>;
}

macro_rules! versioned {
    ($($record:ident),+) => {
        $(impl Versioned for $record {
            fn version(&mut self) -> &mut Cell<MonthCell> {
                &mut self.csv_version
            }
        })+
    };
}

versioned!(ServiceRowRecord, SheetRecord, ClientProfileRecord);

/// Records of one kind as bytes of an edition, and their contents for comparing.
#[derive(Clone, Debug, Default)]
pub(super) struct Encoded {
    pub(super) bytes: Vec<u8>,
    pub(super) contents: Vec<Contents>,
}

/// Writes records in an edition.
pub(super) fn encode<R: Versioned>(records: &[R], edition: Edition) -> Result<Encoded, WriteError> {
    let mut records = records.to_vec();
    for record in &mut records {
        let cell = record.version();
        if cell.content() != edition.csv_version().as_bytes()
            && let Some(version) = ServiceMonth::from_digits(edition.csv_version().as_bytes())
        {
            put(cell, version);
        }
    }
    let bytes = write_records(&records, edition)?;
    let contents = records.iter().map(|record| comparable(record, edition)).collect();
    Ok(Encoded { bytes, contents })
}

/// What two records are compared by: everything but CSVバージョン and the columns that the edition lacks.
pub(super) fn comparable<R: TypedRecord>(record: &R, edition: Edition) -> Contents {
    let contents = record.contents();
    let cells = R::COLUMNS.iter().zip(contents).enumerate();
    let text = |(position, (column, content)): (usize, (&crate::format::exchange::layout::Column, &[u8]))| {
        if position > 0 && column.is_in(edition) { content.to_vec() } else { Vec::new() }
    };
    cells.map(text).collect()
}

/// The warning that a client was left out of a file.
pub(super) fn left_out(client: ClientKey, kind: FileKind, error: WriteError) -> WriteWarning {
    let (item_no, item, fault) = match error {
        WriteError::NotMs932 { item_no, item, position, character, .. } => {
            (item_no, item, RecordFault::Character { position, character })
        }
        WriteError::Empty { item_no, item, .. } => (item_no, item, RecordFault::Empty),
        WriteError::NotBare { item_no, item, value, .. } => (item_no, item, RecordFault::NotBare { value }),
        WriteError::MixedVersions { found, .. } => {
            (1, "CSVバージョン", RecordFault::NotBare { value: found })
        }
    };
    WriteWarning::ClientLeftOut { client, kind, item_no, item, fault }
}

/// Whether rows of a kind get a record (標準仕様 本文 1.3, 1.4).
pub(super) fn is_exchanged(row: &StandingRow) -> bool {
    is_kind_exchanged(row.kind())
}

/// Whether a kind gets a record.
pub(super) fn is_kind_exchanged(kind: ServiceKind) -> bool {
    kind_info(kind).is_some_and(|info| info.exchange == Exchange::Exchanged)
}

impl Desk<'_> {
    /// Warns of rows whose kind gets no record.
    pub(super) fn warn_kinds(&mut self, client: ClientKey, rows: &[StandingRow]) {
        let mut kinds: Vec<_> = rows.iter().filter(|row| !is_exchanged(row)).map(StandingRow::kind).collect();
        kinds.sort_unstable();
        for same in kinds.chunk_by(|a, b| a == b) {
            let rows = u32::try_from(same.len()).unwrap_or(u32::MAX);
            if let Some(kind) = same.first() {
                self.warn(WriteWarning::KindNotExchanged { client, kind: *kind, rows });
            }
        }
    }
}

/// Whose hand a row is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hand {
    /// 予定: by this care office.
    Plan(OfficeNumber),
    /// 実績: by the provider of the row, for this care office.
    Actual(OfficeNumber),
}

impl Hand {
    fn office(self) -> OfficeNumber {
        let (Hand::Plan(office) | Hand::Actual(office)) = self;
        office
    }

    /// Rows that keep the bytes of their own side.
    fn own_origin(self) -> Origin {
        if matches!(self, Hand::Plan(_)) { Origin::Plan } else { Origin::Actual }
    }

    /// 更新業者コード.
    fn updater(self, row: &StandingRow) -> OfficeNumber {
        if let Hand::Plan(office) = self { office } else { row.provider }
    }
}

/// Makes the records of a client's rows.
pub(super) struct RowMaker<'m, 'a> {
    pub(super) month: &'a Month,
    pub(super) base: &'m mut Base<'a>,
    pub(super) rows: &'m ClientRows,
}

impl RowMaker<'_, '_> {
    /// The record of a row.
    pub(super) fn record(&mut self, row: &StandingRow, hand: Hand) -> Result<ServiceRowRecord, WriteFailure> {
        let client = self.rows.client;
        if row.origin == Origin::Typed {
            return self.typed(row, hand);
        }
        let mut record: ServiceRowRecord = self.base.record(row.file, row.line, client)?;
        if row.content != row.received {
            fill(&mut record, Some(&row.received), &row.content, self.month.month);
        }
        if row.origin != hand.own_origin() {
            put(&mut record.updated_by_office_number, hand.updater(row).to_string());
            if hand.own_origin() == Origin::Plan {
                self.take_plan_items(&mut record, hand.office())?;
            }
        }
        Ok(record)
    }

    /// 作成年月日 and プラン担当 as on the other rows of the client's plan.
    fn take_plan_items(
        &mut self,
        record: &mut ServiceRowRecord,
        office: OfficeNumber,
    ) -> Result<(), WriteFailure> {
        match self.template(|_| 0)? {
            Some(other) => {
                record.document_created_on = other.document_created_on;
                record.plan_office_number = other.plan_office_number;
                record.plan_manager_name = other.plan_manager_name;
            }
            None => put(&mut record.plan_office_number, office.to_string()),
        }
        Ok(())
    }

    /// A row of which nothing was received: like the nearest planned row.
    fn typed(&mut self, row: &StandingRow, hand: Hand) -> Result<ServiceRowRecord, WriteFailure> {
        let near = |other: &RowRef<'_>| {
            u8::from(other.row.provider != row.provider) * 2 + u8::from(other.row.code != row.content.code)
        };
        let template = self.template(near)?;
        let mut record = template.unwrap_or_else(|| blank(self.rows.client, self.month.month, hand.office()));
        let provider = row.provider.to_string();
        if record.service_office_number.value() != Some(&provider) {
            let name = self.month.office_names.get(&row.provider).cloned().unwrap_or_default();
            put_text(&mut record.service_office_name, &name);
            put(&mut record.service_office_number, provider);
            clear(&mut record.satellite_branch_no);
            clear(&mut record.short_stay_days_until_previous_month);
        }
        fill(&mut record, None, &row.content, self.month.month);
        put(&mut record.updated_by_office_number, hand.updater(row).to_string());
        Ok(record)
    }

    /// The record of the received planned row that is nearest, the first of equals.
    fn template(
        &mut self,
        distance: impl Fn(&RowRef<'_>) -> u8,
    ) -> Result<Option<ServiceRowRecord>, WriteFailure> {
        let rows = self.month.rows(&self.rows.plan).filter(|row| self.month.file(row.file).is_some());
        let nearest = rows.min_by_key(|row| distance(row)).map(|row| (row.file, row.row.line));
        let Some((file, line)) = nearest else { return Ok(None) };
        self.base.record(file, line, self.rows.client).map(Some)
    }
}
