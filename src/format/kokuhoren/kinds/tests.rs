//! The tables in the code against the project's reference table, item by item.

use super::*;
use crate::format::kokuhoren::layout::Need;
use std::collections::BTreeMap;

const REFERENCE: &str = include_str!("../../../../docs/kokuhoren/layout.csv");

/// Layout and certainty of a record id of the reference table; `None` for the frame of data records.
fn layout(id: &str) -> Option<(&'static [Item], Certainty)> {
    match id {
        "CTRL" => Some((control::ControlRecord::ITEMS, Certainty::Sure)),
        "END" => Some((end::EndRecord::ITEMS, Certainty::Sure)),
        "DATA" => None,
        id => {
            let kind = RecordKind::ALL.iter().find(|kind| kind.id() == id).unwrap_or_else(|| panic!("{id}"));
            Some((kind.items(), kind.certainty()))
        }
    }
}

#[test]
fn code_and_reference_table_agree_item_by_item() {
    let mut reader = csv::Reader::from_reader(REFERENCE.as_bytes());
    let mut widths = BTreeMap::<String, usize>::new();
    let mut seen = 0;
    for row in reader.records().map(Result::unwrap) {
        // The line end counts as an item of the specification, but is no column.
        if matches!(&row[4], "crlf" | "csv") {
            continue;
        }
        let Some((items, certainty)) = layout(&row[0]) else { continue };
        let no: usize = row[1].parse().unwrap();
        let item = items.get(no - 1).unwrap_or_else(|| panic!("{row:?}"));
        assert_eq!([item.name, item.key, item.ty.name()], [&row[2], &row[3], &row[4]], "{row:?}");
        assert_eq!(item.len.to_string(), &row[5], "{row:?}");
        assert_eq!(item.required_when, &row[6], "{row:?}");
        assert_eq!(item.codes, &row[7], "{row:?}");
        assert_eq!(item.certainty.max(certainty).name(), &row[10], "{row:?}");
        *widths.entry(row[0].to_owned()).or_default() += 1;
        seen += 1;
    }
    assert!(seen > 690, "the reference table was read: {seen}");
    for (id, width) in &widths {
        assert_eq!(layout(id).unwrap().0.len(), *width, "{id} has no more items than the table");
    }
    assert_eq!(widths.len(), RecordKind::ALL.len() + 2, "every kind is in the table");
}

#[test]
fn constants_of_the_reference_table_name_the_kind() {
    let mut reader = csv::Reader::from_reader(REFERENCE.as_bytes());
    for row in reader.records().map(Result::unwrap) {
        let Some(kind) = RecordKind::ALL.iter().find(|kind| kind.id() == row[0]) else { continue };
        let constant = row[8].strip_prefix("const ");
        match &row[3] {
            "exchange_id" => assert_eq!(constant, Some(kind.exchange_id())),
            "report_record_kind" | "record_kind" => {
                assert_eq!(constant, Some(kind.part().trim_end_matches("@2003")));
            }
            _ => {}
        }
    }
}

#[test]
fn kinds_are_found_by_their_ids() {
    for kind in RecordKind::ALL {
        let part = kind.part().trim_end_matches("@2003");
        assert_eq!(RecordKind::of(kind.exchange_id(), part, kind.items().len()), Some(*kind));
        assert!(kind.fewest_items() <= kind.items().len());
    }
    assert_eq!(RecordKind::of("7411", "D1", 14), Some(RecordKind::ReturnRow));
    assert_eq!(RecordKind::of("7411", "D9", 14), None);
    assert_eq!(RecordKind::of("8224", "", 27), None, "no source knows 8224");
}

#[test]
fn amounts_that_are_never_used_are_told_apart_from_conditions() {
    let slip = RecordKind::Slip.items();
    let need = |key: &str| slip.iter().find(|item| item.key == key).unwrap().need();
    assert_eq!(need("exchange_id"), Need::Always);
    assert_eq!(need("designated_subtotal"), Need::Never);
    assert_eq!(need("planned_units"), Need::Lines);
    assert_eq!(need("planned_units_total"), Need::Closing);
    assert_eq!(need("care_manager_number"), Need::Conditional);
}

/// A record of distinct texts keeps each at its place.
#[test]
fn every_item_comes_back_from_its_place() {
    for kind in RecordKind::ALL {
        let texts: Vec<String> = (kind.items().iter().zip(1..))
            .map(|(item, no): (_, u32)| match item.ty {
                crate::format::kokuhoren::layout::ItemType::Ym => format!("2026{:02}", no % 12 + 1),
                crate::format::kokuhoren::layout::ItemType::Ymd => format!("202601{:02}", no % 28 + 1),
                _ => format!("{no}"),
            })
            .collect();
        let cells: Vec<&[u8]> = texts.iter().map(String::as_bytes).collect();
        let (record, faults) = DataRecord::read(*kind, &cells, Encoding::Ms932);
        assert_eq!((record.texts(), faults, record.kind()), (texts, vec![], *kind));
    }
}
