//! Strict writing: MS932, CRLF, free text always quoted, other columns bare, one version a file.

use super::cell::{ColumnType, TypedRecord};
use super::edition::Edition;
use super::layout::{Column, item_no};
use crate::format::sjis::{encode, first_unwritable};
use thiserror::Error;

/// Why a file was not written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WriteError {
    /// A record carries another CSVバージョン than the file.
    #[error("record {record}: CSV version {found}, but the file is {expected}")]
    MixedVersions {
        /// Record in the file, from 1.
        record: usize,
        /// Its version.
        found: String,
        /// The file's version.
        expected: &'static str,
    },
    /// A column that holds no free text contains a comma, a quote or a line break.
    #[error("record {record} item {item_no} {item}: {value:?} cannot stand in a bare column")]
    NotBare {
        /// Record in the file, from 1.
        record: usize,
        /// 項目No.
        item_no: u32,
        /// 項目名.
        item: &'static str,
        /// The content.
        value: String,
    },
    /// A character that MS932 does not have, a 外字, or U+FFFD for bytes that are no character.
    #[error("record {record} item {item_no} {item}: character {character:?} at {position} is not in MS932")]
    NotMs932 {
        /// Record in the file, from 1.
        record: usize,
        /// 項目No.
        item_no: u32,
        /// 項目名.
        item: &'static str,
        /// Position in the text, in characters from 1.
        position: usize,
        /// The character.
        character: char,
    },
    /// A required column is empty.
    #[error("record {record} item {item_no} {item}: required, but empty")]
    Empty {
        /// Record in the file, from 1.
        record: usize,
        /// 項目No.
        item_no: u32,
        /// 項目名.
        item: &'static str,
    },
}

/// Writes records of one kind as a file of one edition.
///
/// # Errors
/// See [`WriteError`]; nothing is returned then, a file is written whole or not at all.
pub fn write_records<R: TypedRecord>(records: &[R], edition: Edition) -> Result<Vec<u8>, WriteError> {
    let mut out = Vec::new();
    for (index, record) in records.iter().enumerate() {
        write_contents(&mut out, R::COLUMNS, edition, index + 1, &record.contents())?;
    }
    Ok(out)
}

/// Writes one record from texts in the order of the newest edition's columns; missing ones at the end are empty.
///
/// # Errors
/// See [`WriteError`].
pub fn write_texts(
    out: &mut Vec<u8>,
    columns: &'static [Column],
    edition: Edition,
    record: usize,
    texts: &[&str],
) -> Result<(), WriteError> {
    let mut contents = Vec::with_capacity(columns.len());
    for (index, column) in columns.iter().enumerate() {
        let text = texts.get(index).copied().unwrap_or_default();
        let bytes = encode(text).map_err(|(position, character)| WriteError::NotMs932 {
            record,
            item_no: item_no(columns, index, edition),
            item: column.name,
            position,
            character,
        })?;
        contents.push(bytes);
    }
    let contents: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
    write_contents(out, columns, edition, record, &contents)
}

fn write_contents(
    out: &mut Vec<u8>,
    columns: &'static [Column],
    edition: Edition,
    record: usize,
    contents: &[&[u8]],
) -> Result<(), WriteError> {
    let version = contents.first().copied().unwrap_or_default();
    if version != edition.csv_version().as_bytes() {
        let found = String::from_utf8_lossy(version).into_owned();
        return Err(WriteError::MixedVersions { record, found, expected: edition.csv_version() });
    }
    let mut first = true;
    for (index, (column, content)) in columns.iter().zip(contents).enumerate() {
        if !column.is_in(edition) {
            continue;
        }
        if !first {
            out.push(b',');
        }
        first = false;
        write_cell(out, column, content, record, item_no(columns, index, edition))?;
    }
    out.extend_from_slice(b"\r\n");
    Ok(())
}

fn write_cell(
    out: &mut Vec<u8>,
    column: &Column,
    content: &[u8],
    record: usize,
    no: u32,
) -> Result<(), WriteError> {
    if let Some((position, character)) = first_unwritable(content) {
        let item = column.name;
        return Err(WriteError::NotMs932 { record, item_no: no, item, position, character });
    }
    if column.ty == ColumnType::FreeText {
        out.push(b'"');
        for byte in content {
            if *byte == b'"' {
                out.push(b'"');
            }
            out.push(*byte);
        }
        out.push(b'"');
        return Ok(());
    }
    if content.iter().any(|byte| matches!(byte, b'"' | b',' | b'\r' | b'\n')) {
        let value = String::from_utf8_lossy(content).into_owned();
        return Err(WriteError::NotBare { record, item_no: no, item: column.name, value });
    }
    if content.is_empty() && column.required {
        return Err(WriteError::Empty { record, item_no: no, item: column.name });
    }
    out.extend_from_slice(content);
    Ok(())
}

#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod tests;
