//! Small conforming files for tests, and a way to spoil single cells of them.

use super::{Content, FileInput, FileReading, read_file};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::month::{ServiceMonth, Timestamp};
use crate::domain::problem::{Problem, ProblemAction, ProblemCode};
use crate::domain::row::{FileIndex, ServiceRow, SheetRow};
use crate::format::exchange::cell::ColumnType;
use crate::format::exchange::edition::Edition;
use crate::format::exchange::kinds::FileKind;
use crate::format::exchange::layout::Column;
use crate::format::exchange::name::FileName;
use crate::format::exchange::read::keyed::KeyedRow;
use crate::format::sjis::encode;

/// The care office of the tests.
pub(crate) const CARE: &str = "1379900010";
/// A provider of home help.
pub(crate) const HELPER: &str = "1379900028";

/// One record with its raw cells in the columns of edition 4.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) kind: FileKind,
    pub(crate) edition: Edition,
    pub(crate) cells: Vec<Vec<u8>>,
}

impl Line {
    /// A record that conforms.
    pub(crate) fn new(kind: FileKind, edition: Edition) -> Self {
        let cells = kind.columns().iter().map(|column| usual(column, edition)).collect();
        Self { kind, edition, cells }
    }

    /// Puts raw bytes in a cell.
    pub(crate) fn raw(mut self, key: &str, raw: &[u8]) -> Self {
        let position = self.kind.position(key);
        self.cells[position] = raw.to_vec();
        self
    }

    /// Puts text in a cell as MS932, bare.
    pub(crate) fn set(self, key: &str, text: &str) -> Self {
        let bytes = encode(text).unwrap();
        self.raw(key, &bytes)
    }

    /// The raw cells that the edition has.
    pub(crate) fn row(&self) -> Vec<Vec<u8>> {
        let columns = self.kind.columns().iter().zip(&self.cells);
        columns.filter(|(column, _)| column.is_in(self.edition)).map(|(_, cell)| cell.clone()).collect()
    }

    /// The record with CR LF.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        [self.row().join(&b","[..]), b"\r\n".to_vec()].concat()
    }
}

fn usual(column: &Column, edition: Edition) -> Vec<u8> {
    let text = match (column.key, column.ty) {
        ("csv_version", _) => edition.csv_version(),
        ("insurer_number", _) => "131987",
        ("insured_number", _) => "0001000101",
        ("plan_office_number", _) => CARE,
        ("service_office_number", _) => HELPER,
        ("service_code", _) => "111111",
        ("service_kind_code", _) => "11",
        ("service_date", _) => "20261005",
        ("end_time", _) => "1000",
        ("units", _) => "250",
        ("plan_manager_name" | "user_name", _) => return quoted("佐藤　和子"),
        (_, ColumnType::FreeText) => "\"\"",
        _ if !column.required => "",
        (_, ColumnType::Flag) => "0",
        _ if !column.codes.is_empty() => column.codes.split('=').next().unwrap(),
        (_, ColumnType::Month) => "202610",
        (_, ColumnType::Date) => "20261001",
        (_, ColumnType::Int) => "1",
        (_, ColumnType::Time) => "0900",
        _ => "1379900036",
    };
    text.as_bytes().to_vec()
}

/// Text as a quoted MS932 cell.
pub(crate) fn quoted(text: &str) -> Vec<u8> {
    [&b"\""[..], &encode(&text.replace('"', "\"\"")).unwrap(), b"\""].concat()
}

/// A conforming line of the 第6表.
pub(crate) fn service(edition: Edition) -> Line {
    Line::new(FileKind::Upjsk, edition)
}

/// A conforming line of edition 4.
pub(crate) fn v4(kind: FileKind) -> Line {
    Line::new(kind, Edition::V4)
}

/// Bytes of a file.
pub(crate) fn file(lines: &[Line]) -> Vec<u8> {
    lines.iter().flat_map(Line::bytes).collect()
}

/// A name for a file of the tests: actuals go to the care office, everything else comes from it.
pub(crate) fn name(kind: FileKind, edition: Edition) -> FileName {
    let care = (CARE, "43");
    let helper = (HELPER, "11");
    let (from, to) =
        if matches!(kind, FileKind::Upjsk | FileKind::Dltjsk) { (helper, care) } else { (care, helper) };
    let service_kind = |kind| ServiceKind::parse(kind).filter(|_| edition == Edition::V4);
    FileName {
        kind,
        month: ServiceMonth::parse("202610").filter(|_| kind.has_month_in_name()),
        sender: OfficeNumber::parse(from.0).unwrap(),
        sender_kind: service_kind(from.1),
        receiver: OfficeNumber::parse(to.0).unwrap(),
        receiver_kind: service_kind(to.1),
        timestamp: Timestamp(20_261_026_093_015),
        is_odd: false,
    }
}

/// Reads bytes as a file with the usual name.
pub(crate) fn read(kind: FileKind, edition: Edition, data: &[u8]) -> FileReading {
    let reading =
        read_file(FileInput { index: FileIndex(0), name: &name(kind, edition), has_name: true, data }, None);
    assert_eq!(reading.rows, kept(&reading) + reading.quarantined, "every row is kept or quarantined");
    let told = reading.problems.iter().filter(|p| p.action == ProblemAction::Quarantined).count();
    assert_eq!(told, reading.quarantined as usize, "every quarantined row has its problem");
    reading
}

/// Reads the lines of one file.
pub(crate) fn read_lines(lines: &[Line]) -> FileReading {
    read(lines[0].kind, lines[0].edition, &file(lines))
}

/// Rows that were kept.
pub(crate) fn kept(reading: &FileReading) -> u32 {
    match &reading.content {
        Content::Service(rows) => rows.blocks.iter().map(|block| block.block.len).sum(),
        Content::Sheets(rows) => rows.blocks.iter().map(|block| block.block.len).sum(),
        Content::Keyed(rows) => u32::try_from(rows.len()).unwrap(),
    }
}

/// Rows of the 第6表.
pub(crate) fn rows(reading: &FileReading) -> Vec<ServiceRow> {
    let Content::Service(rows) = &reading.content else { panic!("not a 第6表") };
    rows.rows.clone()
}

/// Rows of the 第7表.
pub(crate) fn sheet_rows(reading: &FileReading) -> Vec<SheetRow> {
    let Content::Sheets(rows) = &reading.content else { panic!("not a 第7表") };
    rows.rows.clone()
}

/// Rows of other kinds.
pub(crate) fn keyed_rows(reading: &FileReading) -> Vec<KeyedRow> {
    let Content::Keyed(rows) = &reading.content else { panic!("not a keyed file") };
    rows.clone()
}

/// The codes of all problems.
pub(crate) fn codes(reading: &FileReading) -> Vec<ProblemCode> {
    reading.problems.iter().map(|problem| problem.code).collect()
}

/// The only problem of a reading.
pub(crate) fn only(reading: &FileReading) -> &Problem {
    let [problem] = reading.problems.as_slice() else { panic!("not one problem: {:?}", reading.problems) };
    problem
}

/// Line and item number of a problem.
pub(crate) fn place(problem: &Problem) -> (Option<u32>, Option<u32>) {
    (problem.line, problem.item.map(|item| item.no))
}
