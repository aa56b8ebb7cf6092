//! Values of cells, read liberally: the quick way for what conforms, the slow way for everything else.

use super::frame::Row;
use super::sink::Sink;
use super::text::normalise;
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceCode};
use crate::domain::month::{Day, ServiceMonth, digits};
use crate::domain::problem::{Problem, ProblemCode};
use crate::domain::row::FileIndex;
use crate::domain::time::VisitTime;
use std::borrow::Cow;

/// Why a row cannot be used: the item and what it should hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// Position in the columns of the newest edition.
    pub(super) position: usize,
    /// Empty, Invalid, Shifted, `MonthDiffers` …
    pub(super) code: ProblemCode,
    /// What should stand there: the id of an `expected-…` message with its value, or a plain value.
    pub(super) expected: Cow<'static, str>,
}

impl Fault {
    /// An unreadable value.
    pub(super) fn invalid(position: usize, expected: &'static str) -> Self {
        Self::new(position, ProblemCode::Invalid, expected)
    }

    /// Any fault.
    pub(super) fn new(position: usize, code: ProblemCode, expected: impl Into<Cow<'static, str>>) -> Self {
        Self { position, code, expected: expected.into() }
    }

    /// The problem that keeps the row out. In a row with a cell too few or too many everything may be shifted, so the
    /// number of its columns is the matter, not the item that could not be read.
    pub(super) fn problem(self, row: &Row<'_>) -> Problem {
        if let Some(count) = row.odd_count {
            let problem = Problem::quarantined(ProblemCode::ColumnCount).on_line(row.line);
            return problem.found(count.to_string()).expected(row.width().to_string());
        }
        row.problem_at(self.position, Problem::quarantined(self.code)).expected(self.expected)
    }
}

/// Reads the cell at `position` with `quick`; when that fails, normalises it and tries again with `slow`, warning once a
/// file that it did.
fn read<T>(
    row: &Row<'_>,
    sink: &mut Sink,
    position: usize,
    expected: &'static str,
    quick: impl Fn(&[u8]) -> Option<T>,
    slow: impl Fn(&str) -> Option<T>,
) -> Result<T, Fault> {
    let bytes = row.cell(position);
    if let Some(value) = quick(&bytes) {
        return Ok(value);
    }
    let text = normalise(&bytes, row.encoding);
    if text.is_empty() {
        return Err(Fault::new(position, ProblemCode::Empty, expected));
    }
    let value = slow(&text).ok_or(Fault::invalid(position, expected))?;
    sink.once("", row.problem_at(position, Problem::warned(ProblemCode::Normalised)).expected(text));
    Ok(value)
}

/// The client of a row, when both numbers can be read; tells no problem.
pub(super) fn quiet_client(row: &Row<'_>) -> Option<ClientKey> {
    client(row, &mut Sink::new(FileIndex::default())).ok()
}

/// Pads digits on the left to a width, for numbers whose leading zeros a spreadsheet has eaten.
fn padded(text: &str, width: usize) -> Option<String> {
    let all_digits = text.bytes().all(|b| b.is_ascii_digit());
    (text.len() == width || (all_digits && (width - 2..width).contains(&text.len())))
        .then(|| format!("{text:0>width$}"))
}

/// 保険者番号.
pub(super) fn insurer(row: &Row<'_>, sink: &mut Sink, position: usize) -> Result<InsurerNumber, Fault> {
    let all_digits = |number: &InsurerNumber| number.as_bytes().iter().all(u8::is_ascii_digit);
    read(
        row,
        sink,
        position,
        "expected-digits 6",
        |bytes| InsurerNumber::from_bytes(bytes).filter(all_digits),
        |text| InsurerNumber::parse(&padded(text, 6)?).filter(all_digits),
    )
}

/// 被保険者番号: ten digits, or H and nine digits; nine digits are padded, `h` is read (standard, ambiguity 23).
pub(super) fn insured(row: &Row<'_>, sink: &mut Sink, position: usize) -> Result<InsuredNumber, Fault> {
    fn valid(number: &InsuredNumber) -> bool {
        let [first, rest @ ..] = number.as_bytes();
        (first.is_ascii_digit() || *first == b'H') && rest.iter().all(u8::is_ascii_digit)
    }
    read(
        row,
        sink,
        position,
        "expected-alphanumeric 10",
        |bytes| InsuredNumber::from_bytes(bytes).filter(valid),
        |text| InsuredNumber::parse(&padded(&text.to_ascii_uppercase(), 10)?).filter(valid),
    )
}

/// 事業所番号: ten letters or digits.
pub(super) fn office(row: &Row<'_>, sink: &mut Sink, position: usize) -> Result<OfficeNumber, Fault> {
    read(row, sink, position, "expected-alphanumeric 10", OfficeNumber::from_bytes, |text| {
        OfficeNumber::parse(&padded(&text.to_ascii_uppercase(), 10)?)
    })
}

/// サービスコード: six letters or digits.
pub(super) fn service_code(row: &Row<'_>, sink: &mut Sink, position: usize) -> Result<ServiceCode, Fault> {
    let upper = |code: &ServiceCode| !code.as_bytes().iter().any(u8::is_ascii_lowercase);
    read(
        row,
        sink,
        position,
        "expected-alphanumeric 6",
        |bytes| ServiceCode::from_bytes(bytes).filter(upper),
        |text| ServiceCode::parse(&text.to_ascii_uppercase()),
    )
}

/// A year and month.
pub(super) fn month(row: &Row<'_>, sink: &mut Sink, position: usize) -> Result<ServiceMonth, Fault> {
    read(row, sink, position, "expected-month", ServiceMonth::from_digits, |text| {
        ServiceMonth::from_digits(text.as_bytes())
    })
}

/// A calendar date; `2026/10/05` is read.
pub(super) fn day(row: &Row<'_>, sink: &mut Sink, position: usize) -> Result<Day, Fault> {
    read(row, sink, position, "expected-date", Day::from_digits, |text| {
        Day::from_digits(text.replace(['/', '-', '.'], "").as_bytes())
    })
}

/// A whole number, possibly negative; full-width digits and thousands commas are read (standard, ambiguities 21, 23).
pub(super) fn integer(row: &Row<'_>, sink: &mut Sink, position: usize) -> Result<i32, Fault> {
    let quick = |bytes: &[u8]| match bytes.strip_prefix(b"-") {
        Some(rest) => digits(rest).and_then(|value| i32::try_from(value).ok()).map(|value| -value),
        None => digits(bytes).and_then(|value| i32::try_from(value).ok()),
    };
    read(row, sink, position, "expected-number", quick, |text| {
        let plain = super::text::plain_hyphens(text).replace(',', "");
        quick(plain.as_bytes())
    })
}

/// A whole number that may be missing.
pub(super) fn optional_integer(
    row: &Row<'_>,
    sink: &mut Sink,
    position: usize,
) -> Result<Option<i32>, Fault> {
    if row.raw(position).is_empty() {
        return Ok(None);
    }
    match integer(row, sink, position) {
        Ok(value) => Ok(Some(value)),
        Err(Fault { code: ProblemCode::Empty, .. }) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// A time: `HHMM`, `9999` for none. `H:MM` and missing zeros are read; an empty one counts as none, with a warning
/// (standard, ambiguity 18).
pub(super) fn time(row: &Row<'_>, sink: &mut Sink, position: usize) -> Result<VisitTime, Fault> {
    let quick = |bytes: &[u8]| {
        let hhmm = digits(bytes).filter(|_| bytes.len() == 4)?;
        VisitTime::from_hhmm(u16::try_from(hhmm).ok()?)
    };
    let read = read(row, sink, position, "expected-time", quick, |text| {
        let plain = text.replace(':', "");
        quick(format!("{plain:0>4}").as_bytes()).filter(|_| plain.len() >= 3)
    });
    match read {
        Err(Fault { code: ProblemCode::Empty, .. }) => {
            sink.once("", row.problem_at(position, Problem::warned(ProblemCode::TimeEmpty)));
            Ok(VisitTime::NONE)
        }
        other => other,
    }
}

/// The client of a row; a wrong check digit of the insurer number is warned, not refused.
pub(super) fn client(row: &Row<'_>, sink: &mut Sink) -> Result<ClientKey, Fault> {
    let insurer = insurer(row, sink, 1)?;
    let insured = insured(row, sink, 2)?;
    if !insurer.check_digit_fits() {
        let problem = row.problem_at(1, Problem::warned(ProblemCode::InsurerCheckDigit));
        sink.once(insurer.as_str(), problem.expected(insurer.with_check_digit()));
    }
    Ok(ClientKey { insurer, insured })
}
