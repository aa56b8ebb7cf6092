//! A public table of the nation's codes (header `service_code,service_name,units,unit_type` …).
//!
//! Such tables were made from the printed ones and have known faults: reductions have lost their sign, percentages and
//! some reductions have 0 units, 大規模型 of kinds 15 and 16 has the units for the limit, and nothing says what is
//! inside the limit. What cannot be trusted is left unknown; nothing is put right.

use super::reading::MasterNote;
use super::row::{Columns, Expected, Field, RowReader, open_month};
use super::{NotAMaster, Taken, cell, words};
use crate::domain::codes::{CodeEntry, UnitType};
use crate::domain::ids::ServiceCode;
use serde::Deserialize;

const NEEDED: [(Field, &str); 4] = [
    (Field::Code, "service_code"),
    (Field::Name, "service_name"),
    (Field::Units, "units"),
    (Field::UnitType, "unit_type"),
];

const OPTIONAL: [(Field, &str); 5] = [
    (Field::System, "system"),
    (Field::Calculation, "calculation_type"),
    (Field::Formula, "formula"),
    (Field::From, "valid_from"),
    (Field::To, "valid_until"),
];

pub(super) fn columns(names: &[String]) -> Result<Columns, NotAMaster> {
    words::columns(names, &NEEDED, &OPTIONAL)
}

pub(super) fn entry(row: &mut RowReader<'_>) -> Option<Taken> {
    row.value(Field::System, Expected::CareInsurance, |text| {
        matches!(text, "" | "介護" | "総合事業").then_some(())
    });
    let code = row.code();
    let units = row.value(Field::Units, Expected::Number, cell::number);
    let months = row.months(open_month);
    let (code, units, (valid_from, valid_to)) = (code?, units?, months?);
    let name = row.text(Field::Name).into_owned();
    let tells = words::name_tells(&name);
    let mut entry = CodeEntry {
        unit_type: unit_type(&row.text(Field::UnitType)),
        is_reduction: tells.is_reduction,
        valid_from,
        valid_to,
        name,
        ..CodeEntry::default()
    };
    let permille = permille(&row.text(Field::Formula)).or_else(|| tells.percent?.checked_mul(10));
    if permille.is_some() && units == 0 {
        (entry.permille, entry.unit_type) = (permille, Some(UnitType::Percent));
    } else if units == 0 {
        entry.unit_type = type_without_units(&entry, tells, &row.text(Field::Calculation));
        row.notes.push(MasterNote::WithoutUnits);
    } else if tells.is_reduction && units > 0 {
        row.notes.push(MasterNote::SignLost);
    } else if is_large(code, &entry.name) {
        entry.managed_units = Some(units);
        row.notes.push(MasterNote::ManagedUnitsOnly);
    } else {
        entry.units = Some(units);
    }
    if entry.unit_type.is_none() && units != 0 {
        row.notes.push(MasterNote::UnitTypeUnknown);
    }
    Some(Taken { insurer: None, code, entry })
}

/// An addition or a reduction without units may be a percentage, whatever its 算定単位.
fn type_without_units(entry: &CodeEntry, tells: words::NameTells, calculation: &str) -> Option<UnitType> {
    if tells.is_percentage {
        return Some(UnitType::Percent);
    }
    entry.unit_type.filter(|_| calculation == "基本")
}

/// 大規模型 of 通所介護 and 通所リハビリテーション.
fn is_large(code: ServiceCode, name: &str) -> bool {
    let rest = match code.kind().as_str() {
        "15" => name.strip_prefix("通所介護"),
        "16" => name.strip_prefix("通所リハ"),
        _ => None,
    };
    rest.is_some_and(|rest| rest.starts_with(['Ⅱ', 'Ⅲ']))
}

fn unit_type(text: &str) -> Option<UnitType> {
    Some(match text {
        "1回につき" | "1回" => UnitType::Time,
        "1日につき" | "1日" => UnitType::Day,
        "1月につき" | "1月" => UnitType::Month,
        "%" => UnitType::Percent,
        _ if text.is_ascii() => return None,
        // Full-width figures.
        _ => return unit_type(&Some(cell::plain(text)).filter(|plain| plain != text)?),
    })
}

/// The percentage of a formula, where it is one of the month's units.
#[derive(Deserialize)]
struct Formula {
    numerator: u32,
    denominator: u32,
}

fn permille(formula: &str) -> Option<u32> {
    let Formula { numerator, denominator } = serde_json::from_str(formula).ok()?;
    let parts = numerator.checked_mul(1000)?;
    let permille = parts.checked_div(denominator)?;
    (permille > 0 && parts.is_multiple_of(denominator)).then_some(permille)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_whole_permille_or_nothing() {
        let of = |numerator: u32, denominator: u32| {
            permille(&format!(r#"{{"type":"x","numerator":{numerator},"denominator":{denominator}}}"#))
        };
        assert_eq!([of(245, 1000), of(1, 10)], [Some(245), Some(100)]);
        assert_eq!([of(1, 3), of(1, 0), of(0, 1000), of(u32::MAX, 1)], [None; 4]);
        assert_eq!([permille(""), permille("×245/1000"), permille(r#"{"numerator":-1}"#)], [None; 3]);
    }
}
