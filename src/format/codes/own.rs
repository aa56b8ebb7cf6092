//! The program's own layout: `code,name,units,in_limit,unit_type` and optionally `valid_from,valid_to`.

use super::row::{Columns, Expected, Field, RowReader, open_month};
use super::{NotAMaster, Taken, cell};
use crate::domain::codes::{CodeEntry, UnitType};

const NEEDED: [(Field, &str); 5] = [
    (Field::Code, "code"),
    (Field::Name, "name"),
    (Field::Units, "units"),
    (Field::InLimit, "in_limit"),
    (Field::UnitType, "unit_type"),
];

const OPTIONAL: [(Field, &str); 2] = [(Field::From, "valid_from"), (Field::To, "valid_to")];

pub(super) fn columns(names: &[String]) -> Result<Columns, NotAMaster> {
    super::words::columns(names, &NEEDED, &OPTIONAL)
}

pub(super) fn entry(row: &mut RowReader<'_>) -> Option<Taken> {
    let code = row.code();
    let units = row.value(Field::Units, Expected::Number, |text| match text {
        "" => Some(None),
        text => cell::number(text).map(Some),
    });
    let in_limit = row.value(Field::InLimit, Expected::Flag, |text| match text {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    });
    let unit_type = row.value(Field::UnitType, Expected::UnitType, unit_type);
    let months = row.months(open_month);
    let (unit_type, (valid_from, valid_to)) = (unit_type?, months?);
    // A percentage and the price of an item stand nowhere in this layout.
    let has_units = |units: &i32| *units != 0 || !matches!(unit_type, UnitType::Percent | UnitType::Item);
    let entry = CodeEntry {
        name: row.text(Field::Name).into_owned(),
        units: units?.filter(has_units),
        in_limit: Some(in_limit?),
        unit_type: Some(unit_type),
        valid_from,
        valid_to,
        ..CodeEntry::default()
    };
    Some(Taken { insurer: None, code: code?, entry })
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
