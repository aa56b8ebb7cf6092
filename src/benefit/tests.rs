//! The worked examples of `tests/examples.toml`, all of them to the yen and the unit.

use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use toml::{Table, Value};

mod amounts;
mod fees;
mod limits;
mod sheets;

const EXAMPLES: &str = include_str!("tests/examples.toml");

/// Examples that nothing computes yet, each with the reason. An example that is neither here nor checked fails.
const NOT_YET: &[(&str, &str)] = &[];

/// How many examples there are of each kind, so that none is lost unseen.
const COUNTS: &[(&str, usize)] = &[
    ("concentration", 6),
    ("daily", 3),
    ("equipment", 4),
    ("limit_month", 6),
    ("plan_fee", 8),
    ("rounding", 7),
    ("sheet", 11),
    ("short_stay", 2),
    ("short_stay_half", 3),
    ("tier", 7),
    ("tier_order", 1),
    ("treatment", 7),
];

#[test]
fn every_example_passes() {
    let table: Table = EXAMPLES.parse().unwrap();
    let mut seen = Vec::new();
    let mut counts = BTreeMap::new();
    for (kind, examples) in table {
        let check: fn(Value) = match kind.as_str() {
            "sheet" => sheets::check,
            "rounding" => amounts::rounding,
            "equipment" => amounts::equipment,
            "daily" => amounts::daily,
            "treatment" => amounts::treatment,
            "limit_month" => limits::month,
            "short_stay" => limits::stay,
            "short_stay_half" => limits::half,
            "tier" => fees::tier,
            "tier_order" => fees::order,
            "plan_fee" => fees::plan_fee,
            "concentration" => fees::concentration,
            unknown => panic!("nothing checks examples of the kind {unknown}"),
        };
        for example in examples.as_array().unwrap() {
            let id = example["id"].as_str().unwrap().to_owned();
            if NOT_YET.iter().all(|(later, _)| *later != id) {
                check(example.clone());
            }
            *counts.entry(kind.clone()).or_insert(0) += 1;
            assert!(!seen.contains(&id), "{id} stands twice");
            seen.push(id);
        }
    }
    let counted: Vec<(&str, usize)> = counts.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    assert_eq!(counted, COUNTS);
    for (id, reason) in NOT_YET {
        assert!(seen.iter().any(|known| known == id) && !reason.is_empty(), "{id}: {reason}");
    }
}

/// An example as its own type; a field that nobody knows fails.
fn read<T: DeserializeOwned>(example: Value) -> T {
    let text = example.to_string();
    example.try_into().unwrap_or_else(|fault| panic!("{fault} in {text}"))
}

/// Compares a column that the example gives.
fn same<T: PartialEq + std::fmt::Debug + Copy>(id: &str, what: &str, expected: Option<T>, found: Option<T>) {
    if expected.is_some() {
        assert_eq!(found, expected, "{id}: {what}");
    }
}
