//! サービス利用票別表 in words: its rows and columns, whose shares it has, where it differs from the received one.

#[cfg(test)]
mod tests;

use super::layout::grouped;
use super::tally_words::share_words;
use super::words::Words;
use crate::app::worth::{SharesFrom, SheetColumnName, SheetDifference, SheetRowName, Worth};
use crate::benefit::money::UnitPrice;
use crate::benefit::rates::Place;
use crate::benefit::sheet::{Columns, RowRef, Sheet, printed_rows};
use crate::domain::ids::{OfficeNumber, ServiceCode, ServiceKind};
use crate::i18n::{Arg, Texts};

/// The columns that are shown, in their order on the form.
pub const COLUMNS: [SheetColumnName; 12] = [
    SheetColumnName::DiscountedUnits,
    SheetColumnName::Count,
    SheetColumnName::ServiceUnits,
    SheetColumnName::ManagedUnits,
    SheetColumnName::KindOver,
    SheetColumnName::CategoryOver,
    SheetColumnName::CategoryWithin,
    SheetColumnName::Price,
    SheetColumnName::Cost,
    SheetColumnName::Claim,
    SheetColumnName::Copay,
    SheetColumnName::FullPayment,
];

/// Message with the short heading of a column; its attribute `full` is the name on the form.
pub fn column_id(column: SheetColumnName) -> &'static str {
    match column {
        SheetColumnName::Row => "sheet-row",
        SheetColumnName::DiscountedUnits => "sheet-discounted-units",
        SheetColumnName::Count => "sheet-count",
        SheetColumnName::ServiceUnits => "sheet-service-units",
        SheetColumnName::ManagedUnits => "sheet-managed-units",
        SheetColumnName::KindOver => "sheet-kind-over",
        SheetColumnName::KindWithin => "sheet-kind-within",
        SheetColumnName::CategoryOver => "sheet-category-over",
        SheetColumnName::CategoryWithin => "sheet-category-within",
        SheetColumnName::Price => "sheet-price",
        SheetColumnName::Cost => "sheet-cost",
        SheetColumnName::Rate => "sheet-rate",
        SheetColumnName::Claim => "sheet-claim",
        SheetColumnName::Copay => "sheet-copay",
        SheetColumnName::FullPayment => "sheet-full-payment",
    }
}

/// A row of a computed sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetLine<'a> {
    /// Which row.
    pub name: SheetRowName,
    /// Where it counts; `None` for sums.
    pub place: Option<Place>,
    /// Its columns.
    pub columns: &'a Columns,
}

/// The rows of a sheet as the form has them.
pub fn lines(sheet: &Sheet) -> Vec<SheetLine<'_>> {
    let line = |row: RowRef| match row {
        RowRef::Line(at) => sheet.lines.get(at).map(|line| SheetLine {
            name: SheetRowName::Detail { office: line.key.office, code: line.key.code },
            place: Some(line.place),
            columns: &line.columns,
        }),
        RowRef::Subtotal(at) => sheet.groups.get(at).map(|group| SheetLine {
            name: SheetRowName::Subtotal { office: group.office, kind: group.kind },
            place: None,
            columns: &group.columns,
        }),
        RowRef::Total => Some(SheetLine { name: SheetRowName::Total, place: None, columns: &sheet.total }),
    };
    printed_rows(sheet).into_iter().filter_map(line).collect()
}

impl SheetLine<'_> {
    /// Its office and kind; `None` for the total.
    pub fn group(&self) -> Option<(OfficeNumber, ServiceKind)> {
        match self.name {
            SheetRowName::Detail { office, code } => Some((office, code.kind())),
            SheetRowName::Subtotal { office, kind } => Some((office, kind)),
            SheetRowName::Total => None,
        }
    }

    /// The number in a column, unit prices in hundredths of a yen; `None` where the column is empty.
    pub fn value(&self, column: SheetColumnName) -> Option<i64> {
        let columns = self.columns;
        match column {
            SheetColumnName::Row => None,
            SheetColumnName::DiscountedUnits => columns.discounted_units,
            SheetColumnName::Count => columns.count,
            SheetColumnName::ServiceUnits => columns.service_units,
            SheetColumnName::ManagedUnits => columns.managed_units,
            SheetColumnName::KindOver => columns.kind_over,
            SheetColumnName::KindWithin => columns.kind_within,
            SheetColumnName::CategoryOver => columns.category_over,
            SheetColumnName::CategoryWithin => columns.category_within,
            SheetColumnName::Price => columns.price.map(|price| i64::from(price.hundredths())),
            SheetColumnName::Cost => columns.cost,
            SheetColumnName::Rate => columns.rate.map(|rate| i64::from(rate.percent())),
            SheetColumnName::Claim => columns.claim,
            SheetColumnName::Copay => columns.copay,
            SheetColumnName::FullPayment => columns.full_payment,
        }
    }

    /// The text in a column: units outside the limit stand in ( ), shares that are 0 are left empty on rows of services.
    pub fn text(&self, column: SheetColumnName) -> String {
        let is_share = matches!(column, SheetColumnName::KindOver | SheetColumnName::CategoryOver);
        match self.value(column) {
            None => String::new(),
            Some(0) if is_share && self.place.is_some() => String::new(),
            Some(value) if column == SheetColumnName::ServiceUnits && self.is_outside() => {
                format!("({})", grouped(value))
            }
            Some(value) => number(column, value),
        }
    }

    /// Whether the row does not count to the limit and is not beyond 30 days either.
    fn is_outside(&self) -> bool {
        matches!(self.place, Some(Place::Outside(_)))
    }

    /// Whether the received sheet has something else in a column of the row.
    pub fn differs(&self, column: SheetColumnName, differences: &[SheetDifference]) -> bool {
        let value = self.value(column);
        let is_it = |found: &SheetDifference| {
            (found.row, found.column) == (self.name, column) && Some(found.computed) == value
        };
        differences.iter().any(is_it)
    }

    /// Whether the received sheet does not have the row.
    pub fn is_new(&self, differences: &[SheetDifference]) -> bool {
        let is_it = |found: &SheetDifference| {
            (found.row, found.column, found.computed) == (self.name, SheetColumnName::Row, 1)
        };
        differences.iter().any(is_it)
    }

    /// What the row is called below the heading of its office and kind: code and name of the service, 小計, 合計.
    pub fn label(&self, texts: &Texts, name_of: impl FnOnce(ServiceCode) -> Option<String>) -> String {
        match self.name {
            SheetRowName::Detail { code, .. } => {
                let name = name_of(code).map(|name| format!(" {name}")).unwrap_or_default();
                let text = format!("{code}{name}");
                match self.place {
                    Some(Place::Over30Days) => format!("{} {text}", texts.get("sheet-over-30-days")),
                    _ => text,
                }
            }
            SheetRowName::Subtotal { .. } => texts.get("sheet-subtotal"),
            SheetRowName::Total => texts.get("word-total"),
        }
    }
}

/// A number of a column as it is written.
fn number(column: SheetColumnName, value: i64) -> String {
    match (column, u32::try_from(value)) {
        (SheetColumnName::Price, Ok(hundredths)) => UnitPrice::from_hundredths(hundredths).to_string(),
        (SheetColumnName::Rate, _) => format!("{value}%"),
        _ => grouped(value),
    }
}

/// Whose shares of the units over the limit a sheet has, in words.
pub fn shares_words(texts: &Texts, from: &SharesFrom) -> String {
    let word = texts.get(shares_id(from));
    match from {
        SharesFrom::NothingOver => word,
        _ => texts.format("sheet-shares", &[("from", Arg::from(word))]),
    }
}

fn shares_id(from: &SharesFrom) -> &'static str {
    match from {
        SharesFrom::NothingOver => "shares-nothing-over",
        SharesFrom::Typed => "shares-typed",
        SharesFrom::Received => "shares-received",
        SharesFrom::Proposed => "shares-proposed",
        SharesFrom::TypedStale(_) | SharesFrom::ReceivedStale(_) => "shares-stale",
    }
}

/// Why the shares have to be looked at, and what to do; nothing when they stand.
pub fn shares_sentences(words: Words<'_>, from: &SharesFrom) -> Vec<String> {
    let stale = |id: &str, faults: &[_]| {
        let faults = faults.iter().map(|fault| share_words(words, fault));
        std::iter::once(words.texts.get(id)).chain(faults).collect()
    };
    match from {
        SharesFrom::Proposed => vec![words.texts.get("shares-says-proposed")],
        SharesFrom::TypedStale(faults) => stale("shares-says-typed-stale", faults),
        SharesFrom::ReceivedStale(faults) => stale("shares-says-received-stale", faults),
        SharesFrom::NothingOver | SharesFrom::Typed | SharesFrom::Received => Vec::new(),
    }
}

/// Where the received sheet differs: row and column, what was received and what is computed.
pub fn difference_sentence(words: Words<'_>, difference: &SheetDifference) -> String {
    let texts = words.texts;
    let row = match difference.row {
        SheetRowName::Detail { office, code } => format!("{} {code}", words.office(office)),
        SheetRowName::Subtotal { office, kind } => {
            format!("{} {} {}", words.office(office), words.kind(kind), texts.get("sheet-subtotal"))
        }
        SheetRowName::Total => texts.get("word-total"),
    };
    let row = ("row", Arg::from(row));
    if difference.column == SheetColumnName::Row {
        let is_new = difference.received == 0;
        return texts.format(if is_new { "sheet-row-new" } else { "sheet-row-gone" }, &[row]);
    }
    let full = texts.get(&format!("{}.full", column_id(difference.column)));
    let args = [
        row,
        ("column", Arg::from(full)),
        ("received", Arg::from(number(difference.column, difference.received))),
        ("computed", Arg::from(number(difference.column, difference.computed))),
    ];
    texts.format("sheet-difference", &args)
}

/// How much of the limit is taken and what is left of it, or how much is over it and what of that nobody bears; `None`
/// when neither is known.
pub fn limit_words(texts: &Texts, worth: &Worth) -> Option<String> {
    let found = worth.limit_use()?;
    let units = |name, units| (name, Arg::from(grouped(units)));
    if found.over > 0 {
        let id = match &worth.shares {
            SharesFrom::Proposed => "limit-over-proposed",
            SharesFrom::TypedStale(_) | SharesFrom::ReceivedStale(_) => "limit-over-stale",
            SharesFrom::NothingOver | SharesFrom::Typed | SharesFrom::Received => "limit-over",
        };
        return Some(texts.format(id, &[units("over", found.over), units("left", found.left)]));
    }
    let (limit, unused) = (found.limit?, found.unused()?);
    let args = [units("used", found.managed), units("limit", limit), units("unused", unused)];
    Some(texts.format("limit-used", &args))
}
