//! 介護予防・日常生活支援総合事業 単位数表マスタ, as municipalities hand it out.
//!
//! The layout is that of 国民健康保険中央会 (市町村のインタフェース): 19 columns, 24 since the 要介護 levels have 実施区分 of their
//! own. Files come with and without a header, with quotes or without, and with numbers whose leading zeros a
//! spreadsheet has taken. Of the first 14 columns every edition has the same; what follows is not needed here.

use super::cell::Unread;
use super::reading::MasterNote;
use super::row::{Columns, Expected, Field, RowReader};
use super::{NotAMaster, Taken, cell, words};
use crate::domain::codes::{CodeEntry, UnitType};
use crate::domain::ids::{InsurerNumber, ServiceCode};
use crate::domain::month::ServiceMonth;

/// The columns: what they hold, their place from 0, what the layout calls them, and words that their headers have in
/// files that were seen.
const COLUMNS: [(Field, usize, &str, &[&str]); 12] = [
    (Field::Insurer, 0, "保険者番号", &["保険者番号"]),
    (Field::Kind, 1, "サービス種類コード", &["種類"]),
    (Field::Item, 2, "サービス項目コード", &["項目コード", "サービス項目"]),
    (Field::From, 3, "適用開始年月", &["開始"]),
    (Field::To, 4, "適用終了年月", &["終了"]),
    (Field::Name, 5, "サービス名称", &["名称", "略称"]),
    (Field::Units, 6, "単位数", &["単位数"]),
    (Field::UnitType, 7, "算定単位", &["算定単位"]),
    (Field::InLimit, 10, "支給限度額対象区分", &["限度額"]),
    (Field::Price, 11, "予備項目", &["単価", "予備"]),
    (Field::Rate, 12, "給付率", &["給付率"]),
    (Field::Copay, 13, "利用者負担額", &["負担額"]),
];

/// Columns without which a row says nothing.
const NEEDED: [Field; 6] =
    [Field::Insurer, Field::Kind, Field::Item, Field::Name, Field::Units, Field::UnitType];

/// Columns of the oldest edition.
const FEWEST_COLUMNS: usize = 19;

pub(super) fn is_header(names: &[String]) -> bool {
    names.iter().any(|name| name.contains("保険者番号")) && names.iter().any(|name| name.contains("種類"))
}

pub(super) fn is_row(cells: &[String]) -> bool {
    let [insurer, kind, item, ..] = cells else { return false };
    let is_word = |text: &str, most: usize| {
        !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_insurer = insurer.len() >= 5 && is_word(insurer, 6) && insurer.parse::<u32>().is_ok();
    cells.len() >= FEWEST_COLUMNS && is_insurer && kind.len() == 2 && is_word(kind, 2) && is_word(item, 4)
}

pub(super) fn columns(names: &[String]) -> Result<Columns, NotAMaster> {
    let mut columns = Columns::default();
    for (field, _, called, words) in COLUMNS {
        // 単位数 is part of 単位数単価.
        let is_it = |name: &String| match field {
            Field::Units => name == called,
            _ => words.iter().any(|word| name.contains(word)),
        };
        if let Some(at) = names.iter().position(is_it) {
            columns.set(field, at, called);
        } else if NEEDED.contains(&field) {
            return Err(NotAMaster::MissingColumn(called));
        }
    }
    Ok(columns)
}

pub(super) fn columns_by_place() -> Columns {
    let mut columns = Columns::default();
    for (field, at, called, _) in COLUMNS {
        columns.set(field, at, called);
    }
    columns
}

pub(super) fn entry(row: &mut RowReader<'_>) -> Option<Taken> {
    let insurer = row.value(Field::Insurer, Expected::Insurer, insurer);
    let code = code(row);
    let units = row.value(Field::Units, Expected::Number, cell::number);
    let unit_type = row.value(Field::UnitType, Expected::CountingUnit, |text| unit_type(text).ok());
    let rate = row.value(Field::Rate, Expected::Percentage, |text| rate(text).ok());
    let copay = row.value(Field::Copay, Expected::Yen, |text| cell::positive(text).ok());
    let months = row.months(open_month);
    let (insurer, is_insurer_short) = insurer?;
    let (code, is_item_short) = code?;
    let (valid_from, valid_to) = months?;
    if is_insurer_short || is_item_short {
        row.notes.push(MasterNote::ZerosRestored);
    }
    let mut entry = CodeEntry {
        name: row.text(Field::Name).into_owned(),
        unit_type: unit_type?,
        in_limit: in_limit(row),
        price_hundredths: price(row),
        benefit_rate: rate?,
        fixed_copay: copay?.map(i64::from),
        valid_from,
        valid_to,
        ..CodeEntry::default()
    };
    fill_units(&mut entry, units?, &mut row.notes);
    Some(Taken { insurer: Some(insurer), code, entry })
}

/// The column 単位数 holds units, and for percentages a rate.
fn fill_units(entry: &mut CodeEntry, units: i32, notes: &mut Vec<MasterNote>) {
    let tells = words::name_tells(&entry.name);
    entry.is_reduction = tells.is_reduction;
    if tells.is_treatment && !entry.is_reduction {
        entry.unit_type = Some(UnitType::Percent);
        entry.permille = u32::try_from(units).ok().filter(|permille| (1..1000).contains(permille));
        notes.push(match entry.permille {
            Some(_) => MasterNote::PermilleInUnits,
            None => MasterNote::PercentUnclear,
        });
    } else if tells.is_percentage {
        entry.unit_type = Some(UnitType::Percent);
        notes.push(MasterNote::PercentUnclear);
    } else if units == 0 {
        notes.push(MasterNote::WithoutUnits);
    } else if entry.is_reduction && units > 0 {
        // The rate of a percentage, or units without their sign.
        entry.unit_type = None;
        notes.push(MasterNote::SignLost);
    } else {
        entry.units = Some(units);
        if entry.unit_type.is_none() {
            notes.push(MasterNote::UnitTypeUnknown);
        }
    }
}

/// 保険者番号, and whether its leading zero was missing: then the check digit has to fit.
fn insurer(text: &str) -> Option<(InsurerNumber, bool)> {
    if text.len() == 5 {
        let number = InsurerNumber::parse(&format!("0{text}"))?;
        return number.check_digit_fits().then_some((number, true));
    }
    let number = InsurerNumber::parse(text)?;
    text.bytes().all(|byte| byte.is_ascii_digit()).then_some((number, false))
}

/// 種類 and 項目 as one code, and whether leading zeros were missing.
fn code(row: &mut RowReader<'_>) -> Option<(ServiceCode, bool)> {
    let is_word = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let kind = row.value(Field::Kind, Expected::Kind, |text| {
        (text.len() == 2 && is_word(text)).then(|| text.to_ascii_uppercase())
    });
    let item = row.value(Field::Item, Expected::Item, |text| match text.len() {
        4 if is_word(text) => Some((text.to_ascii_uppercase(), false)),
        1..=3 if text.parse::<u16>().is_ok() => Some((format!("{text:0>4}"), true)),
        _ => None,
    });
    let (item, is_short) = item?;
    Some((ServiceCode::parse(&format!("{}{item}", kind?))?, is_short))
}

/// 01 per visit, 02 per day, 03 per month; 05 is per week, for which there is no word here.
fn unit_type(text: &str) -> Result<Option<UnitType>, Unread> {
    Ok(match text.trim_start_matches('0') {
        "1" => Some(UnitType::Time),
        "2" => Some(UnitType::Day),
        "3" => Some(UnitType::Month),
        other if other.len() <= 1 && other.bytes().all(|byte| byte.is_ascii_digit()) => None,
        _ => return Err(Unread),
    })
}

/// 3 is inside, 0 and nothing are outside. Older editions of the interface had other numbers.
fn in_limit(row: &mut RowReader<'_>) -> Option<bool> {
    match row.text(Field::InLimit).trim_start_matches('0') {
        "3" => Some(true),
        "" => Some(false),
        _ => {
            row.notes.push(MasterNote::LimitUnclear);
            None
        }
    }
}

/// The layout keeps this column for later; some municipalities write their price into it: 10.21, 1021 or 10.
fn price(row: &mut RowReader<'_>) -> Option<u32> {
    let text = row.text(Field::Price);
    let hundredths = match text.split_once('.') {
        Some((yen, part)) if (1..=2).contains(&part.len()) => format!("{yen}{part:0<2}").parse().ok(),
        Some(_) => None,
        None => cell::positive(&text)
            .ok()
            .flatten()
            .map(|number| if number < 100 { number * 100 } else { number }),
    };
    let price = hundredths.filter(|price| (500..2000).contains(price));
    if price.is_none() && text.bytes().any(|byte| byte != b'0' && byte != b'.') {
        row.notes.push(MasterNote::PriceUnclear);
    }
    price
}

fn rate(text: &str) -> Result<Option<u8>, Unread> {
    let rate = cell::positive(text)?.map(|rate| u8::try_from(rate).ok().filter(|rate| *rate <= 100));
    rate.map(|rate| rate.ok_or(Unread)).transpose()
}

/// 999999 is an open end.
fn open_month(text: &str) -> Result<Option<ServiceMonth>, Unread> {
    let is_open =
        text.bytes().all(|byte| byte == b'0') || text.len() >= 6 && text.bytes().all(|byte| byte == b'9');
    if is_open { Ok(None) } else { cell::month(text).map(Some).ok_or(Unread) }
}
