//! 照会書 as a spreadsheet.

use super::{header, row};
use crate::app::write::InquirySheet;
use crate::report::words::Words;
use chrono::{DateTime, Datelike, FixedOffset};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// Widths of the columns in characters.
const WIDTHS: [u32; 8] = [16, 13, 8, 40, 40, 40, 12, 40];

/// The sheet as a workbook of one sheet.
pub(super) fn workbook(
    words: Words<'_>,
    sheet: &InquirySheet,
    at: DateTime<FixedOffset>,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date(at)?));
    let page = workbook.add_worksheet();
    page.set_name(sheet.to.as_str())?;
    let heading = Format::new().set_bold().set_text_wrap();
    let plain = Format::new().set_text_wrap();
    for (column, (name, width)) in (0_u16..).zip(header(words).iter().zip(WIDTHS)) {
        page.set_column_width(column, width)?;
        page.write_string_with_format(0, column, name, &heading)?;
    }
    for (line, question) in (1_u32..).zip(&sheet.questions) {
        for (column, cell) in (0_u16..).zip(row(words, question)) {
            page.write_string_with_format(line, column, cell, &plain)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    page.set_landscape();
    workbook.save_to_buffer()
}

/// The day on which the sheet is made; the time would only make equal sheets differ.
fn date(at: DateTime<FixedOffset>) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(at.year()).unwrap_or(1900);
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(year, small(at.month()), small(at.day()))
}
