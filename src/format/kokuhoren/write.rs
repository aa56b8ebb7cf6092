//! Strict writing: MS932, CRLF after every row, quotes where they are needed, running numbers.
//!
//! Source: インタフェース仕様書 共通編, コントロールレコード, データレコード, エンドレコード and 文字コード.

mod item;

use super::cell::{CellType, Code, ItemFault, Record};
use super::codes::Medium;
use super::kinds::control::ControlRecord;
use super::kinds::{DataRecord, RecordKind};
use super::layout::Item;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use thiserror::Error;

/// Which cells are put in quotes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quoting {
    /// Cells with a comma, a quote, a blank or a two-byte character.
    #[default]
    Needed,
    /// Every cell of the layouts that is not empty; レコード種別 and レコード番号 before them stay bare.
    All,
}

/// How an item that is not used is written, where files in use differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unused {
    /// Nothing.
    #[default]
    Empty,
    /// `0`.
    Zero,
}

/// How the numbers of an office's file that are not used stand in the コントロールレコード.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ControlZero {
    /// `0`.
    #[default]
    Short,
    /// As many zeros as the item is long (`000000`, `00`).
    Full,
}

/// Details in which accepted files differ, as settings. All forms have been accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WriteStyle {
    /// Which cells are put in quotes.
    pub quoting: Quoting,
    /// 保険者番号 and 都道府県番号 of the コントロールレコード.
    pub control_zero: ControlZero,
    /// ファイル管理番号: any number.
    pub file_control_no: u32,
    /// Items 17 to 19 on the closing row of a slip (8222).
    pub closing_row: Unused,
    /// Items 13 to 18 of the invoice (7111).
    pub facility_items: Unused,
    /// Whether サービス計画費明細行番号 (8124 item 16) is written with two digits (`01`) or without leading zero.
    pub padded_fee_lines: bool,
    /// Whether a slip whose lines all have 0 units may be written: the exception for clients whose planned services
    /// fell away near the end of life. How 国保連 treats it is not certain.
    pub allow_zero_unit_slips: bool,
}

/// What the コントロールレコード says of a file of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileHead {
    /// 事業所番号 of the sending office.
    pub office: OfficeNumber,
    /// 処理対象年月: the month in which the file is sent, not the service month.
    pub processing_month: ServiceMonth,
    /// 媒体区分.
    pub medium: Medium,
}

/// Why a file was not written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WriteError {
    /// There is no data record.
    #[error("no record to write")]
    NoRecords,
    /// An item does not fit its layout.
    #[error("record {record} ({}): {fault}", kind.map_or_else(|| "CTRL".to_owned(), RecordKind::id))]
    Item {
        /// レコード番号 in the file: 1 is the コントロールレコード.
        record: u32,
        /// Kind; `None` for the コントロールレコード.
        kind: Option<RecordKind>,
        /// The item, its value and what was expected.
        fault: ItemFault,
    },
    /// Records of two sorts of files (データ種別) in one file.
    #[error("record {record} ({}) does not belong in a file of data kind {data_kind}", kind.id())]
    MixedKinds {
        /// レコード番号 in the file.
        record: u32,
        /// Its kind.
        kind: RecordKind,
        /// データ種別 of the file.
        data_kind: &'static str,
    },
    /// The record is on paper and media only (給付管理票総括票, 8211).
    #[error("record {record} (8211) is not sent by transmission")]
    NotSent {
        /// レコード番号 in the file.
        record: u32,
    },
    /// A record names another office than the コントロールレコード: a file is of one office.
    #[error("record {record} ({}) is of office {found}", kind.id())]
    OtherOffice {
        /// レコード番号 in the file.
        record: u32,
        /// Its kind.
        kind: RecordKind,
        /// The office of the record.
        found: String,
    },
}

/// Writes a whole file.
///
/// # Errors
/// See [`WriteError`]; nothing is returned then, a file is written whole or not at all.
pub fn write_file(
    head: &FileHead,
    records: &[DataRecord],
    style: &WriteStyle,
) -> Result<Vec<u8>, WriteError> {
    let first = records.first().ok_or(WriteError::NoRecords)?;
    let data_kind = first.kind().data_kind();
    let mut out = Vec::new();
    let control = control(head, data_kind, records.len(), style);
    write_row(&mut out, &[], &control.texts(), ControlRecord::ITEMS, style.quoting)
        .map_err(|fault| WriteError::Item { record: 1, kind: None, fault })?;
    for (data, record) in records.iter().zip(2_u32..) {
        let kind = data.kind();
        if kind.data_kind() != data_kind {
            return Err(WriteError::MixedKinds { record, kind, data_kind });
        }
        if kind == RecordKind::SlipSummary {
            return Err(WriteError::NotSent { record });
        }
        let texts = data.texts();
        same_office(head, kind, &texts, record)?;
        let lead = ["2".to_owned(), record.to_string()];
        write_row(&mut out, &lead, &texts, kind.items(), style.quoting)
            .map_err(|fault| WriteError::Item { record, kind: Some(kind), fault })?;
    }
    out.extend_from_slice(format!("3,{}\r\n", records.len() + 2).as_bytes());
    Ok(out)
}

fn control(head: &FileHead, data_kind: &str, records: usize, style: &WriteStyle) -> ControlRecord {
    let zeros = |full: &str| if style.control_zero == ControlZero::Full { full } else { "0" }.to_owned();
    ControlRecord {
        record_type: "1".to_owned(),
        record_no: Some(1),
        volume_no: Some(0),
        data_record_count: i64::try_from(records).ok(),
        data_kind: data_kind.to_owned(),
        welfare_office_mark: "0".to_owned(),
        insurer_number: zeros("000000"),
        office_number: head.office.to_string(),
        prefecture_number: zeros("00"),
        medium_code: head.medium.code().to_owned(),
        processing_month: Some(head.processing_month),
        file_control_no: style.file_control_no.to_string(),
    }
}

/// The office of slips and claims has to be the one of the file; a slip the client made (自己作成) has none.
fn same_office(head: &FileHead, kind: RecordKind, texts: &[String], record: u32) -> Result<(), WriteError> {
    let key = if kind == RecordKind::Slip { "support_office_number" } else { "office_number" };
    let position = kind.items().iter().position(|item| item.key == key);
    match position.and_then(|position| texts.get(position)) {
        Some(found) if !found.is_empty() && *found != head.office.as_str() => {
            Err(WriteError::OtherOffice { record, kind, found: found.clone() })
        }
        _ => Ok(()),
    }
}

fn write_row(
    out: &mut Vec<u8>,
    lead: &[String],
    texts: &[String],
    items: &'static [Item],
    quoting: Quoting,
) -> Result<(), ItemFault> {
    for text in lead {
        out.extend_from_slice(Code::format(text).as_bytes());
        out.push(b',');
    }
    let line_no = items.iter().position(|item| item.key == "line_no").and_then(|at| texts.get(at));
    for (index, (item, text)) in items.iter().zip(texts).enumerate() {
        if index > 0 {
            out.push(b',');
        }
        let bytes = item::checked(item, text, line_no.map(String::as_str)).map_err(|expected| ItemFault {
            item_no: u16::try_from(index + 1).unwrap_or(u16::MAX),
            item: item.name,
            value: text.clone(),
            expected,
        })?;
        item::push(out, &bytes, quoting);
    }
    out.extend_from_slice(b"\r\n");
    Ok(())
}

#[cfg(test)]
mod tests;
