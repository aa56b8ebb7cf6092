//! Takes a file apart: control record, data records, end record. Every line is read or quarantined with a reason.
//!
//! Source: インタフェース仕様書 共通編, コントロールレコード, データレコード, エンドレコード.

mod fault;
mod lines;

pub use fault::{FileFault, RowFault, RowNote};

use super::cell::{Cells, Expected, ItemFault, Record, half_width};
use super::kinds::control::ControlRecord;
use super::kinds::{DataRecord, RecordKind};
use super::layout::Need;
use crate::format::rows::content;
use crate::format::sjis::{BOM, Encoding};
use lines::{Line, lines};

/// A data record with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Physical line, from 1.
    pub line: u32,
    /// レコード番号 as written; `None` when it is no number.
    pub record_no: Option<u32>,
    /// The record.
    pub record: DataRecord,
    /// The line as it came, without its line end.
    pub raw: Vec<u8>,
    /// What was odd about it.
    pub notes: Vec<RowNote>,
}

/// A line that could not be read as a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Physical line, from 1.
    pub line: u32,
    /// The line as it came, without its line end.
    pub raw: Vec<u8>,
    /// Why.
    pub fault: RowFault,
}

/// A file of 国保連, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KokuhorenFile {
    /// How its text is encoded.
    pub encoding: Encoding,
    /// コントロールレコード and its line.
    pub control: Option<(u32, ControlRecord)>,
    /// Data records in the order of the file.
    pub rows: Vec<Row>,
    /// Line of the エンドレコード.
    pub end: Option<u32>,
    /// Lines that are no readable records.
    pub quarantined: Vec<Quarantined>,
    /// Lines without anything but blanks.
    pub empty_lines: u32,
    /// What is wrong with the file as a whole.
    pub faults: Vec<FileFault>,
}

impl KokuhorenFile {
    /// The data kinds (データ種別, the first three characters of the exchange ids) of the records.
    pub fn kinds(&self) -> Vec<RecordKind> {
        let mut kinds: Vec<_> = self.rows.iter().map(|row| row.record.kind()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

/// Takes the bytes of a file apart. Never fails: what cannot be read is quarantined, the others go on.
pub fn read(data: &[u8]) -> KokuhorenFile {
    let encoding = Encoding::detect(data);
    let data = data.strip_prefix(BOM).unwrap_or(data);
    let mut reader = Reader {
        file: KokuhorenFile {
            encoding,
            control: None,
            rows: Vec::new(),
            end: None,
            quarantined: Vec::new(),
            empty_lines: 0,
            faults: Vec::new(),
        },
        data_lines: 0,
    };
    for line in lines(data) {
        reader.take(&line);
    }
    reader.finish()
}

struct Reader {
    file: KokuhorenFile,
    /// Lines that claim to be data records, readable or not.
    data_lines: u32,
}

impl Reader {
    fn take(&mut self, line: &Line<'_>) {
        if line.is_empty() {
            self.file.empty_lines += 1;
            return;
        }
        let taken = match self.text(line, 0).as_str() {
            _ if line.unclosed_quote => Err(RowFault::UnclosedQuote),
            "1" => self.take_control(line),
            "2" => {
                self.data_lines += 1;
                self.take_data(line)
            }
            "3" => self.take_end(line),
            other => Err(RowFault::UnknownRecordType(other.to_owned())),
        };
        if let Err(fault) = taken {
            self.file.quarantined.push(Quarantined { line: line.no, raw: line.raw.to_vec(), fault });
        }
    }

    fn take_control(&mut self, line: &Line<'_>) -> Result<(), RowFault> {
        if self.file.control.is_some() {
            return Err(RowFault::SecondControl);
        }
        let width = ControlRecord::ITEMS.len();
        if line.cells.len() < width {
            return Err(RowFault::TooFewItems { found: line.cells.len(), expected: width });
        }
        let mut cells = Cells::new(&line.cells, ControlRecord::ITEMS, self.file.encoding);
        let control = ControlRecord::read(&mut cells);
        let faults = cells.into_faults();
        self.file.faults.extend(faults.into_iter().map(FileFault::Control));
        if !self.file.rows.is_empty() || !self.file.quarantined.is_empty() {
            self.file.faults.push(FileFault::ControlNotFirst { line: line.no });
        }
        self.file.control = Some((line.no, control));
        Ok(())
    }

    fn take_end(&mut self, line: &Line<'_>) -> Result<(), RowFault> {
        if self.file.end.is_some() {
            return Err(RowFault::SecondEnd);
        }
        let expected = self.data_lines + 2;
        let found = self.text(line, 1);
        if found.parse() != Ok(expected) {
            self.file.faults.push(FileFault::EndNumber { line: line.no, found, expected });
        }
        self.file.end = Some(line.no);
        Ok(())
    }

    fn take_data(&mut self, line: &Line<'_>) -> Result<(), RowFault> {
        let cells = line.cells.get(2..).unwrap_or_default();
        let (id, part) = (self.text(line, 2), self.text(line, 3));
        let Some(kind) = RecordKind::of(&id, &part, cells.len()) else {
            let part = if id.starts_with('7') { part } else { String::new() };
            return Err(RowFault::UnknownRecord { exchange_id: id, part });
        };
        if cells.len() < kind.fewest_items() {
            return Err(RowFault::TooFewItems { found: cells.len(), expected: kind.items().len() });
        }
        let (record, faults) = DataRecord::read(kind, cells, self.file.encoding);
        if let Some(fault) = first_missing_key(kind, &record, &faults) {
            return Err(RowFault::Key(fault));
        }
        let mut notes: Vec<RowNote> = faults.into_iter().map(RowNote::Item).collect();
        let extra = cells.get(kind.items().len()..).unwrap_or_default();
        if extra.iter().any(|cell| !content(cell).trim_ascii().is_empty()) {
            notes.push(RowNote::ExtraItems(extra.len()));
        }
        if self.file.end.is_some() {
            notes.push(RowNote::AfterEnd);
        }
        let found = self.text(line, 1);
        let record_no = found.parse().ok();
        if record_no != Some(self.data_lines + 1) {
            notes.push(RowNote::RecordNumber { found, expected: self.data_lines + 1 });
        }
        self.file.rows.push(Row { line: line.no, record_no, record, raw: line.raw.to_vec(), notes });
        Ok(())
    }

    fn finish(mut self) -> KokuhorenFile {
        let file = &mut self.file;
        if file.encoding == Encoding::Utf8 {
            file.faults.push(FileFault::Utf8);
        }
        match &file.control {
            None => file.faults.push(FileFault::NoControl),
            Some((_, control)) => {
                if control.data_record_count != Some(i64::from(self.data_lines)) {
                    let declared = control.data_record_count;
                    file.faults.push(FileFault::Count { declared, found: self.data_lines });
                }
                let odd = file.rows.iter().find(|row| !fits(&control.data_kind, row.record.kind()));
                if let Some(row) = odd {
                    file.faults.push(FileFault::DataKind {
                        line: row.line,
                        declared: control.data_kind.clone(),
                        found: row.record.kind(),
                    });
                }
            }
        }
        if file.end.is_none() {
            file.faults.push(FileFault::NoEnd);
        }
        self.file
    }

    /// A cell as half-width text.
    fn text(&self, line: &Line<'_>, index: usize) -> String {
        let raw = content(line.cells.get(index).copied().unwrap_or_default());
        half_width(&self.file.encoding.decode(&raw)).to_ascii_uppercase()
    }
}

/// Whether a record may stand in a file of this データ種別. The one of 7113 and 8171 is not certain: 71R or 711.
fn fits(data_kind: &str, kind: RecordKind) -> bool {
    data_kind == kind.data_kind() || (kind.data_kind() == "71R" && data_kind == "711")
}

/// Items without which nobody knows what a row is about.
const KEYS: [&str; 5] = ["target_month", "service_month", "insurer_number", "insured_number", "line_no"];

/// The first key item that always has to be filled and has no value.
fn first_missing_key(kind: RecordKind, record: &DataRecord, faults: &[ItemFault]) -> Option<ItemFault> {
    let texts = record.texts();
    let mut items = kind.items().iter().zip(&texts).zip(1_u16..);
    let ((item, _), item_no) = items.find(|((item, text), _)| {
        KEYS.contains(&item.key) && item.need() == Need::Always && text.is_empty()
    })?;
    let unreadable = faults.iter().find(|fault| fault.item_no == item_no).cloned();
    let missing = ItemFault { item_no, item: item.name, value: String::new(), expected: Expected::Filled };
    Some(unreadable.unwrap_or(missing))
}

#[cfg(test)]
mod tests;
