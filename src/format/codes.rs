//! Reads a service code master (サービスコード表) from CSV with a header:
//! `code,name,units,in_limit,unit_type` and optionally `valid_from,valid_to`.

use super::sjis::{BOM, Encoding};
use crate::domain::codes::{CodeEntry, CodeMaster, UnitType};
use crate::domain::ids::ServiceCode;
use crate::domain::month::ServiceMonth;
use csv::{ByteRecord, ReaderBuilder};
use thiserror::Error;

/// Why a master cannot be used. A master with a wrong row would silently change how rows are compared, so it is taken
/// whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CodesFault {
    /// The header lacks a column.
    #[error("column {0} is missing")]
    MissingColumn(&'static str),
    /// A value cannot be read.
    #[error("line {line}: {column} is {value:?}")]
    Invalid {
        /// Physical line, from 1.
        line: u64,
        /// Column of the header.
        column: &'static str,
        /// What stands there.
        value: String,
    },
    /// The file is not CSV.
    #[error("line {0} cannot be read")]
    Unreadable(u64),
}

/// Reads a master.
///
/// # Errors
/// The first thing that is wrong, with its line.
pub fn read_codes(data: &[u8]) -> Result<CodeMaster, CodesFault> {
    let encoding = Encoding::detect(data);
    let data = data.strip_prefix(BOM).unwrap_or(data);
    let mut reader = ReaderBuilder::new().from_reader(data);
    let header = reader.byte_headers().map_err(|_| CodesFault::Unreadable(1))?.clone();
    let columns = Columns::find(&header)?;
    let mut master = CodeMaster::default();
    let mut record = ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(master),
            Err(error) => {
                let line = error.position().map_or(0, |at| physical_line(data, at));
                return Err(CodesFault::Unreadable(line));
            }
        }
        let line = record.position().map_or(0, |at| physical_line(data, at));
        let (code, entry) = entry(&record, &columns, encoding, line)?;
        master.add(code, entry);
    }
}

/// Where the columns stand.
struct Columns {
    code: usize,
    name: usize,
    units: usize,
    in_limit: usize,
    unit_type: usize,
    valid_from: Option<usize>,
    valid_to: Option<usize>,
}

impl Columns {
    fn find(header: &ByteRecord) -> Result<Self, CodesFault> {
        let find = |name: &str| header.iter().position(|cell| cell.trim_ascii() == name.as_bytes());
        let need = |name: &'static str| find(name).ok_or(CodesFault::MissingColumn(name));
        Ok(Self {
            code: need("code")?,
            name: need("name")?,
            units: need("units")?,
            in_limit: need("in_limit")?,
            unit_type: need("unit_type")?,
            valid_from: find("valid_from"),
            valid_to: find("valid_to"),
        })
    }
}

fn entry(
    record: &ByteRecord,
    columns: &Columns,
    encoding: Encoding,
    line: u64,
) -> Result<(ServiceCode, CodeEntry), CodesFault> {
    let text = |at: usize| encoding.decode(record.get(at).unwrap_or_default()).trim().to_owned();
    let invalid = |column, at| CodesFault::Invalid { line, column, value: text(at) };
    let month = |column, at: Option<usize>| match at.map(|at| (at, text(at))) {
        None => Ok(None),
        Some((_, value)) if value.is_empty() => Ok(None),
        Some((at, value)) => month_of(&value).map(Some).ok_or_else(|| invalid(column, at)),
    };
    let code = ServiceCode::parse(&text(columns.code)).ok_or_else(|| invalid("code", columns.code))?;
    let units = text(columns.units);
    let entry = CodeEntry {
        name: text(columns.name),
        units: if units.is_empty() {
            0
        } else {
            units.parse().map_err(|_| invalid("units", columns.units))?
        },
        in_limit: match text(columns.in_limit).as_str() {
            "1" => true,
            "0" => false,
            _ => return Err(invalid("in_limit", columns.in_limit)),
        },
        unit_type: unit_type(&text(columns.unit_type))
            .ok_or_else(|| invalid("unit_type", columns.unit_type))?,
        valid_from: month("valid_from", columns.valid_from)?,
        valid_to: month("valid_to", columns.valid_to)?,
    };
    Ok((code, entry))
}

/// A month, or the month of a date (`2024-06-01`).
fn month_of(text: &str) -> Option<ServiceMonth> {
    ServiceMonth::parse(text).or_else(|| {
        let plain: String = text.chars().filter(char::is_ascii_digit).collect();
        ServiceMonth::parse(plain.get(..6)?)
    })
}

fn unit_type(text: &str) -> Option<UnitType> {
    Some(match text {
        "time" => UnitType::Time,
        "day" => UnitType::Day,
        "month" => UnitType::Month,
        "percent" => UnitType::Percent,
        "item" => UnitType::Item,
        _ => return None,
    })
}

/// Physical line (from 1) of a record of the csv crate.
///
/// After a CRLF record the crate reports the position of the LF before the next one: byte and line are one too
/// small. Records after LF are right.
pub fn physical_line(data: &[u8], at: &csv::Position) -> u64 {
    let byte = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    // Skip the line ends that the reported position still points at.
    let skipped = data.get(byte..).unwrap_or_default().iter().take_while(|b| matches!(b, b'\r' | b'\n'));
    at.line() + line_ends(skipped.copied())
}

fn line_ends(bytes: impl Iterator<Item = u8>) -> u64 {
    let (mut lines, mut after_cr) = (0, false);
    for byte in bytes {
        lines += u64::from(!(byte == b'\n' && after_cr));
        after_cr = byte == b'\r';
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "code,name,units,in_limit,unit_type,valid_from,valid_to\r\n";

    #[test]
    fn a_master_is_read() {
        let text =
            format!("{HEADER}111111,身体介護1,244,1,time,2024-06-01,\r\n116275,処遇改善,,0,percent,,\r\n");
        let master = read_codes(text.as_bytes()).unwrap();
        assert_eq!(master.len(), 2);
        let month = ServiceMonth::parse("2026-10").unwrap();
        let entry = master.entry(ServiceCode::parse("111111").unwrap(), month).unwrap();
        assert_eq!((entry.name.as_str(), entry.units, entry.in_limit), ("身体介護1", 244, true));
        let early = ServiceMonth::parse("2024-05").unwrap();
        assert!(master.entry(ServiceCode::parse("111111").unwrap(), early).is_none());
        let sjis = crate::format::sjis::encode(&text).unwrap();
        assert_eq!(read_codes(&sjis).unwrap().len(), 2);
    }

    #[test]
    fn faults_are_located() {
        let bad = |rows: &str| read_codes(format!("{HEADER}{rows}").as_bytes()).unwrap_err();
        let invalid =
            |line, column, value: &str| CodesFault::Invalid { line, column, value: value.to_owned() };
        assert_eq!(bad("111111,x,1,1,time,,\r\n11,x,1,1,time,,\r\n"), invalid(3, "code", "11"));
        assert_eq!(bad("111111,x,1,yes,time,,\r\n"), invalid(2, "in_limit", "yes"));
        assert_eq!(bad("111111,x,1,1,hour,,\r\n"), invalid(2, "unit_type", "hour"));
        assert_eq!(read_codes(b"code,name\r\n").unwrap_err(), CodesFault::MissingColumn("units"));
        assert_eq!(bad("111111,x,1,1,time,,\r\n111111,x\r\n"), CodesFault::Unreadable(3));
    }
}
