//! What can stand in a cell of a register, and how what was typed is read.

use super::{FeeNames, eras};
use crate::app::decide::plain;
use crate::benefit::money::UnitPrice;
use crate::check::by_id;
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceKind};
use crate::domain::kind::kind_info;
use crate::domain::month::{ServiceMonth, digits};
use chrono::NaiveDate;
use std::fmt;

/// What can stand in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Words.
    Text,
    /// 事業所番号.
    Office,
    /// 保険者番号; a check digit that does not fit is a doubt, see [`Register::doubts`](super::Register::doubts).
    Insurer,
    /// 被保険者番号.
    Insured,
    /// 事業所番号 or 保険者番号.
    Owner,
    /// Id of a check.
    Check,
    /// 事業所番号 of a service office, or 保険者番号 and 被保険者番号 of a client.
    Whom,
    /// サービス種類.
    Kind,
    /// A month.
    Month,
    /// A date.
    Date,
    /// A number with one decimal, kept as tenths.
    Tenths {
        /// The most, in tenths.
        most: u16,
    },
    /// Yen with two decimals, below 100.
    Price,
    /// Whole percent, 0 to 100.
    Percent,
    /// `1` or `0`.
    Flag,
    /// 1 to 99.
    Count,
    /// So many digits.
    Digits(usize),
    /// One of these.
    Choice(&'static [&'static str]),
    /// A name of the rate tables of the plan fee.
    Fee(FeeNames),
    /// Names of the rate tables of the plan fee, divided by `;`.
    List(FeeNames),
}

/// A value that was read; its text is the normal form that the journal keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Text(String),
    Office(OfficeNumber),
    Insurer(InsurerNumber),
    Insured(InsuredNumber),
    Client(ClientKey),
    Kind(ServiceKind),
    Month(ServiceMonth),
    Date(NaiveDate),
    Tenths(u16),
    Price(UnitPrice),
    Number(u8),
    Flag(bool),
    List(Vec<String>),
}

impl Cell {
    /// Whether nothing but signs of division was typed.
    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Cell::List(list) if list.is_empty())
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Text(text) => out.write_str(text),
            Cell::Office(number) => number.fmt(out),
            Cell::Insurer(number) => number.fmt(out),
            Cell::Insured(number) => number.fmt(out),
            Cell::Client(client) => write!(out, "{}{}", client.insurer, client.insured),
            Cell::Kind(kind) => kind.fmt(out),
            Cell::Month(month) => month.fmt(out),
            Cell::Date(date) => date.fmt(out),
            Cell::Tenths(tenths) => write!(out, "{}.{}", tenths / 10, tenths % 10),
            Cell::Price(price) => price.fmt(out),
            Cell::Number(number) => number.fmt(out),
            Cell::Flag(is_set) => out.write_str(if *is_set { "1" } else { "0" }),
            Cell::List(list) => out.write_str(&list.join(";")),
        }
    }
}

/// What a cell cannot hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// Name of the column.
    pub column: String,
    /// What stands there.
    pub found: String,
    /// Message that says what is expected there.
    pub expected: &'static str,
    /// The message's value: how many digits, which choices, up to where.
    pub value: String,
}

impl CellFault {
    pub(super) fn new(column: &str, found: &str, expected: Expected) -> Self {
        let Expected { id, value } = expected;
        Self { column: column.to_owned(), found: found.to_owned(), expected: id, value }
    }
}

/// What is expected instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expected {
    id: &'static str,
    value: String,
}

impl Expected {
    pub(super) fn new(id: &'static str) -> Self {
        Self { id, value: String::new() }
    }

    pub(super) fn of(id: &'static str, value: impl fmt::Display) -> Self {
        Self { id, value: value.to_string() }
    }
}

/// Longest text, in characters.
const LONGEST: usize = 200;

impl Sort {
    /// Reads what is not empty; names of the plan fee are those of the month.
    pub(super) fn read(self, text: &str, month: Option<ServiceMonth>) -> Result<Cell, Expected> {
        let code = plain(text).to_ascii_uppercase();
        let cell = match self {
            Sort::Text => words(text).map(Cell::Text),
            Sort::Office => OfficeNumber::parse(&code).map(Cell::Office),
            Sort::Insurer => insurer(&code).map(Cell::Insurer),
            Sort::Insured => InsuredNumber::parse(&code).map(Cell::Insured),
            Sort::Owner => {
                OfficeNumber::parse(&code).map(Cell::Office).or_else(|| insurer(&code).map(Cell::Insurer))
            }
            Sort::Check => by_id(&code.to_ascii_lowercase()).map(|check| Cell::Text(check.id.to_owned())),
            Sort::Whom => OfficeNumber::parse(&code).map(Cell::Office).or_else(|| client(&code)),
            Sort::Kind => ServiceKind::parse(&code).filter(|kind| kind_info(*kind).is_some()).map(Cell::Kind),
            Sort::Month => eras::month(text).map(Cell::Month),
            Sort::Date => eras::date(text).map(Cell::Date),
            Sort::Tenths { most } => tenths(&code).filter(|tenths| *tenths <= most).map(Cell::Tenths),
            Sort::Price => UnitPrice::parse(&code).filter(|price| is_price(*price)).map(Cell::Price),
            Sort::Percent => number(code.strip_suffix('%').unwrap_or(&code), 0, 100),
            Sort::Flag => number(&code, 0, 1).map(|cell| Cell::Flag(cell == Cell::Number(1))),
            Sort::Count => number(&code, 1, 99),
            Sort::Digits(width) => {
                let fits = code.len() == width && code.bytes().all(|byte| byte.is_ascii_digit());
                fits.then_some(Cell::Text(code))
            }
            Sort::Choice(all) => {
                let chosen = all.iter().find(|choice| choice.eq_ignore_ascii_case(&code));
                chosen.map(|choice| Cell::Text((*choice).to_owned()))
            }
            Sort::Fee(names) => return names.read(text, month).map(Cell::Text),
            Sort::List(names) => return list(text, |name| names.read(name, month)),
        };
        cell.ok_or_else(|| self.expected())
    }

    fn expected(self) -> Expected {
        let tenths = |most: u16| format!("0.1 .. {}", Cell::Tenths(most));
        match self {
            Sort::Text => Expected::of("cell-text", LONGEST),
            Sort::Office => Expected::new("cell-office"),
            Sort::Insurer => Expected::new("cell-insurer"),
            Sort::Insured => Expected::new("cell-insured"),
            Sort::Owner => Expected::new("cell-owner"),
            Sort::Check => Expected::new("cell-check"),
            Sort::Whom => Expected::new("cell-whom"),
            Sort::Kind => Expected::new("cell-kind"),
            Sort::Month => Expected::new("cell-month"),
            Sort::Date => Expected::new("cell-date"),
            Sort::Tenths { most } => Expected::of("cell-tenths", tenths(most)),
            Sort::Price => Expected::new("cell-price"),
            Sort::Percent => Expected::of("cell-number", "0 .. 100"),
            Sort::Flag => Expected::new("cell-flag"),
            Sort::Count => Expected::of("cell-number", "1 .. 99"),
            Sort::Digits(width) => Expected::of("cell-digits", width),
            Sort::Choice(all) => Expected::of("cell-choice", all.join(", ")),
            // Their names depend on the month.
            Sort::Fee(_) | Sort::List(_) => Expected::of("cell-choice", ""),
        }
    }
}

/// Words with one blank between them. Control characters and what a decoder could not read are no words.
fn words(text: &str) -> Option<String> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_readable =
        words.chars().all(|c| !c.is_control() && !matches!(c, '〓' | char::REPLACEMENT_CHARACTER));
    (is_readable && words.chars().count() <= LONGEST).then_some(words)
}

fn insurer(code: &str) -> Option<InsurerNumber> {
    InsurerNumber::parse(code).filter(|number| number.as_bytes().iter().all(u8::is_ascii_digit))
}

/// 保険者番号 and 被保険者番号, one behind the other.
fn client(code: &str) -> Option<Cell> {
    let (insurer_part, insured) = code.split_at_checked(6)?;
    let (insurer, insured) =
        (insurer(insurer_part)?, InsuredNumber::parse(insured.trim_start_matches(['-', '/']))?);
    Some(Cell::Client(ClientKey { insurer, insured }))
}

fn tenths(code: &str) -> Option<u16> {
    let (whole, part) = code.split_once('.').unwrap_or((code, "0"));
    // Spreadsheets show more zeros; a second decimal is none of them.
    let part = if part.is_empty() { None } else { Some(part.trim_end_matches('0')) }?;
    let part = if part.is_empty() { 0 } else { digits(part.as_bytes()).filter(|part| *part < 10)? };
    u16::try_from(digits(whole.as_bytes())?.checked_mul(10)? + part).ok().filter(|tenths| *tenths > 0)
}

fn is_price(price: UnitPrice) -> bool {
    (1..10_000).contains(&price.hundredths())
}

fn number(code: &str, least: u8, most: u8) -> Option<Cell> {
    let number = u8::try_from(digits(code.as_bytes())?).ok()?;
    (least..=most).contains(&number).then_some(Cell::Number(number))
}

fn list(text: &str, read: impl Fn(&str) -> Result<String, Expected>) -> Result<Cell, Expected> {
    let mut list = Vec::new();
    for name in text.split([';', '；']).map(str::trim).filter(|name| !name.is_empty()) {
        let name = read(name)?;
        if !list.contains(&name) {
            list.push(name);
        }
    }
    Ok(Cell::List(list))
}
