//! Slips from the rows of a file.

use super::{Entrusted, Slip, SlipKey, SlipLine};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::format::kokuhoren::codes::{CareLevel, OfficeClass, PlanMaker, Sex, SlipAction};
use crate::format::kokuhoren::kinds::slip::SlipRecord;
use crate::format::kokuhoren::kinds::{DataRecord, RecordKind};
use crate::format::kokuhoren::numbers::{insured, insurer, office, padded};
use crate::format::kokuhoren::read::{KokuhorenFile, Row};

/// A slip that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadSlip {
    /// The slip.
    pub slip: Slip,
    /// Its rows in [`KokuhorenFile::rows`]; the closing row is the last.
    pub rows: Vec<usize>,
    /// What was odd about it.
    pub notes: Vec<SlipNote>,
}

/// Something odd about a slip that was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlipNote {
    /// 給付計画合計単位数 is not the sum of the lines.
    Total {
        /// What the closing row says.
        declared: Option<i64>,
        /// Sum of the lines.
        found: u64,
    },
    /// Two lines have the same office and kind (返戻 ANNK).
    Repeated(OfficeNumber, ServiceKind),
    /// The lines are not numbered from 01 on.
    LineNumbers,
    /// A row says something else than the closing row in the item with this number.
    RowsDiffer {
        /// Row in [`KokuhorenFile::rows`].
        row: usize,
        /// 項目No.
        item_no: u16,
    },
}

/// Rows of which no slip could be made; their data stays in [`KokuhorenFile::rows`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenSlip {
    /// Rows in [`KokuhorenFile::rows`].
    pub rows: Vec<usize>,
    /// Why.
    pub reason: BrokenReason,
}

/// Why rows make no slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrokenReason {
    /// There is no closing row 99, so that limit and sum are not known.
    NoClosingRow,
    /// An item has no value, or none that is known.
    Item {
        /// Row in [`KokuhorenFile::rows`].
        row: usize,
        /// 項目No.
        item_no: u16,
        /// 項目名.
        item: &'static str,
        /// What stands there.
        value: String,
    },
}

/// The slips of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlipFile {
    /// Slips in the order of their closing rows.
    pub slips: Vec<ReadSlip>,
    /// Rows of which no slip could be made.
    pub broken: Vec<BrokenSlip>,
}

/// Puts the rows of slips together. Every row of kind 8222 ends in a slip or among the broken ones.
pub fn read_slips(file: &KokuhorenFile) -> SlipFile {
    let mut out = SlipFile::default();
    for group in groups(&file.rows) {
        match slip(&group) {
            Ok(slip) => out.slips.push(slip),
            Err(reason) => out.broken.push(BrokenSlip { rows: indices(&group), reason }),
        }
    }
    out
}

/// A row with its place in the file.
type Placed<'a> = (usize, &'a SlipRecord);

fn indices(group: &[Placed<'_>]) -> Vec<usize> {
    group.iter().map(|(row, _)| *row).collect()
}

/// Rows of one client and month up to their closing row; a client that is there twice makes two groups.
fn groups(rows: &[Row]) -> Vec<Vec<Placed<'_>>> {
    let mut open: Vec<Vec<Placed<'_>>> = Vec::new();
    let mut closed = Vec::new();
    let same = |a: &SlipRecord, b: &SlipRecord| {
        a.insured_number == b.insured_number
            && a.insurer_number == b.insurer_number
            && a.target_month == b.target_month
    };
    for (index, row) in rows.iter().enumerate() {
        let DataRecord::Slip(record) = &row.record else { continue };
        let record = record.as_ref();
        let place =
            open.iter().rposition(|group| group.first().is_some_and(|(_, first)| same(first, record)));
        let mut group = place.map(|place| open.swap_remove(place)).unwrap_or_default();
        group.push((index, record));
        if record.line_no == "99" {
            closed.push(group);
        } else {
            open.push(group);
        }
    }
    open.sort_by_key(|group| group.first().map(|(row, _)| *row));
    closed.extend(open);
    closed
}

fn slip(group: &[Placed<'_>]) -> Result<ReadSlip, BrokenReason> {
    let Some(((last, closing), lines)) = group.split_last() else { return Err(BrokenReason::NoClosingRow) };
    if closing.line_no != "99" {
        return Err(BrokenReason::NoClosingRow);
    }
    let broken = |key: &str, value: &str| broken(*last, key, value);
    let month = closing.target_month.ok_or_else(|| broken("target_month", ""))?;
    let client = ClientKey {
        insurer: insurer(&closing.insurer_number)
            .ok_or_else(|| broken("insurer_number", &closing.insurer_number))?,
        insured: insured(&closing.insured_number)
            .ok_or_else(|| broken("insured_number", &closing.insured_number))?,
    };
    let level = padded(&closing.care_level, 2);
    let units = closing.limit_units.and_then(|units| u32::try_from(units).ok());
    let slip = Slip {
        key: SlipKey { client, month },
        office: office(&closing.support_office_number),
        action: SlipAction::from_code(&closing.slip_action)
            .ok_or_else(|| broken("slip_action", &closing.slip_action))?,
        created_on: closing.created_on.ok_or_else(|| broken("created_on", ""))?,
        birth_date: closing.birth_date.ok_or_else(|| broken("birth_date", ""))?,
        sex: Sex::from_code(&closing.sex).ok_or_else(|| broken("sex", &closing.sex))?,
        level: CareLevel::from_code(&level).ok_or_else(|| broken("care_level", &closing.care_level))?,
        limit_from: closing.limit_from.ok_or_else(|| broken("limit_from", ""))?,
        limit_to: closing.limit_to,
        limit_units: units.ok_or_else(|| broken("limit_units", &number(closing.limit_units)))?,
        plan_maker: PlanMaker::from_code(&closing.plan_maker)
            .ok_or_else(|| broken("plan_maker", &closing.plan_maker))?,
        care_manager: text(&closing.care_manager_number),
        entrusted: office(&closing.entrusted_office_number)
            .map(|office| Entrusted { office, care_manager: closing.entrusted_care_manager_number.clone() }),
        lines: lines.iter().map(|(row, record)| line(*row, record)).collect::<Result<_, _>>()?,
    };
    let notes = notes(&slip, closing, lines);
    Ok(ReadSlip { slip, rows: indices(group), notes })
}

fn line(row: usize, record: &SlipRecord) -> Result<SlipLine, BrokenReason> {
    let broken = |key: &str, value: &str| broken(row, key, value);
    let units = record.planned_units.and_then(|units| u32::try_from(units).ok());
    Ok(SlipLine {
        office: office(&record.service_office_number)
            .ok_or_else(|| broken("service_office_number", &record.service_office_number))?,
        class: OfficeClass::from_code(&record.service_office_class)
            .ok_or_else(|| broken("service_office_class", &record.service_office_class))?,
        kind: ServiceKind::parse(&record.service_kind)
            .ok_or_else(|| broken("service_kind", &record.service_kind))?,
        units: units.ok_or_else(|| broken("planned_units", &number(record.planned_units)))?,
    })
}

fn notes(slip: &Slip, closing: &SlipRecord, lines: &[Placed<'_>]) -> Vec<SlipNote> {
    let mut notes = Vec::new();
    let (declared, found) = (closing.planned_units_total, slip.total());
    if declared.and_then(|units| u64::try_from(units).ok()) != Some(found) {
        notes.push(SlipNote::Total { declared, found });
    }
    let ordered = slip.ordered_lines();
    let pairs = ordered.iter().zip(ordered.iter().skip(1));
    let repeated = pairs.filter(|(a, b)| (a.office, a.kind) == (b.office, b.kind));
    notes.extend(repeated.map(|(line, _)| SlipNote::Repeated(line.office, line.kind)));
    let numbers = lines.iter().zip(1_u32..).all(|((_, record), no)| record.line_no.parse() == Ok(no));
    if !numbers {
        notes.push(SlipNote::LineNumbers);
    }
    notes.extend(lines.iter().filter_map(|(row, record)| rows_differ(*row, record, closing)));
    notes
}

/// Items of which every row of a slip has to say the same.
fn rows_differ(row: usize, record: &SlipRecord, closing: &SlipRecord) -> Option<SlipNote> {
    let same = [
        (4, record.support_office_number == closing.support_office_number),
        (5, record.slip_action == closing.slip_action),
        (6, record.created_on == closing.created_on),
        (10, record.birth_date == closing.birth_date),
        (11, record.sex == closing.sex),
        (12, record.care_level == closing.care_level),
        (13, record.limit_from == closing.limit_from),
        (14, record.limit_to == closing.limit_to),
        (16, record.plan_maker == closing.plan_maker),
    ];
    let (item_no, _) = same.into_iter().find(|(_, same)| !same)?;
    Some(SlipNote::RowsDiffer { row, item_no })
}

fn broken(row: usize, key: &str, value: &str) -> BrokenReason {
    let items = RecordKind::Slip.items();
    let found = items.iter().zip(1_u16..).find(|(item, _)| item.key == key);
    let (item, item_no) = found.map_or(("", 0), |(item, no)| (item.name, no));
    BrokenReason::Item { row, item_no, item, value: value.to_owned() }
}

fn number(value: Option<i64>) -> String {
    value.map(|number| number.to_string()).unwrap_or_default()
}

fn text(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}
