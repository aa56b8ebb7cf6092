//! The computed 別表 of a client in `show --format json`.

use super::sheet_words::{COLUMNS, SheetLine, lines, shares_sentences};
use super::tally_words::{worth_fault_sentence, worth_note_sentence};
use super::words::Words;
use crate::app::worth::{SharesFrom, SheetColumnName, SheetDifference, SheetRowName, Worth};
use crate::benefit::rates::Place;
use serde_json::{Map, Value, json};

/// The sheet with where its shares come from, what differs from the received one, what keeps it from being computed and
/// what should be known of it. Unit prices are in hundredths of a yen, rates in percent.
pub fn sheet_computed(words: Words<'_>, worth: &Worth) -> Value {
    let rows = worth.sheet.as_ref().map(|sheet| lines(sheet).iter().map(row).collect::<Vec<_>>());
    let limit = worth.limit_use();
    let said = |sentences: &mut dyn Iterator<Item = String>| sentences.collect::<Vec<_>>();
    json!({
        "rows": rows,
        "limit": worth.person.limits.category,
        "managed": limit.map(|limit| limit.managed),
        "over": limit.map(|limit| limit.over),
        "unallotted": limit.map(|limit| limit.left),
        "shares": shares_name(&worth.shares),
        "differences": worth.differences.iter().map(difference).collect::<Vec<_>>(),
        "faults": said(&mut worth.faults.iter().map(|fault| worth_fault_sentence(words, fault, &worth.lines))),
        "notes": said(
            &mut shares_sentences(words, &worth.shares)
                .into_iter()
                .chain(worth.notes.iter().map(|note| worth_note_sentence(words, note, &worth.lines)))
        ),
    })
}

fn row(line: &SheetLine<'_>) -> Value {
    let mut out = named(line.name);
    let place = line.place.map(|place| match place {
        Place::InLimit => "inside",
        Place::Outside(_) => "outside",
        Place::Over30Days => "over_30_days",
    });
    out.insert("place".to_owned(), json!(place));
    let rest = [SheetColumnName::KindWithin, SheetColumnName::Rate];
    for column in COLUMNS.into_iter().chain(rest) {
        out.insert(column_name(column).to_owned(), json!(line.value(column)));
    }
    Value::Object(out)
}

fn difference(found: &SheetDifference) -> Value {
    let mut out = named(found.row);
    out.insert("column".to_owned(), json!(column_name(found.column)));
    out.insert("received".to_owned(), json!(found.received));
    out.insert("computed".to_owned(), json!(found.computed));
    Value::Object(out)
}

/// Which row it is.
fn named(name: SheetRowName) -> Map<String, Value> {
    let (row, provider, kind, code) = match name {
        SheetRowName::Detail { office, code } => ("service", Some(office), Some(code.kind()), Some(code)),
        SheetRowName::Subtotal { office, kind } => ("subtotal", Some(office), Some(kind), None),
        SheetRowName::Total => ("total", None, None, None),
    };
    let fields =
        [("row", json!(row)), ("provider", json!(provider)), ("kind", json!(kind)), ("code", json!(code))];
    fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn column_name(column: SheetColumnName) -> &'static str {
    match column {
        SheetColumnName::Row => "row",
        SheetColumnName::DiscountedUnits => "units",
        SheetColumnName::Count => "count",
        SheetColumnName::ServiceUnits => "service_units",
        SheetColumnName::ManagedUnits => "managed_units",
        SheetColumnName::KindOver => "kind_over",
        SheetColumnName::KindWithin => "kind_within",
        SheetColumnName::CategoryOver => "category_over",
        SheetColumnName::CategoryWithin => "category_within",
        SheetColumnName::Price => "price",
        SheetColumnName::Cost => "cost",
        SheetColumnName::Rate => "rate",
        SheetColumnName::Claim => "claim",
        SheetColumnName::Copay => "copay",
        SheetColumnName::FullPayment => "full_payment",
    }
}

fn shares_name(from: &SharesFrom) -> &'static str {
    match from {
        SharesFrom::NothingOver => "nothing_over",
        SharesFrom::Typed => "typed",
        SharesFrom::Received => "received",
        SharesFrom::Proposed => "proposed",
        SharesFrom::TypedStale(_) => "typed_stale",
        SharesFrom::ReceivedStale(_) => "received_stale",
    }
}
