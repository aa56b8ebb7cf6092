//! `kyukan tally --format json`, schema `kyukan.tally/1`. Fields may be added, never renamed.

use super::TallyList;
use crate::app::tally::ClientSlip;
use crate::report::tally_words::{block_sentence, fault_sentence, note_sentence, state_id};
use serde_json::{Value, json as object};
use std::io::{self, Write};

/// Writes the slips.
///
/// # Errors
/// Writing failed.
pub fn json(out: &mut dyn Write, list: TallyList<'_>) -> io::Result<()> {
    let slips: Vec<Value> = list.slips.iter().map(|slip| of_slip(&list, slip)).collect();
    let answer = object!({
        "schema": "kyukan.tally/1",
        "month": list.review.month.month.to_string(),
        "window": list.window.to_string(),
        "slips": slips,
    });
    serde_json::to_writer(&mut *out, &answer)?;
    writeln!(out)
}

fn of_slip(list: &TallyList<'_>, slip: &ClientSlip) -> Value {
    let words = list.words();
    let lines = slip.lines.iter().map(|line| {
        object!({
            "provider": line.office, "kind": line.kind, "class": line.class, "units": line.units,
            "planned": line.planned, "actual": line.actual,
        })
    });
    let blocks = slip.blocks.iter().map(|block| {
        object!({
            "block": block.block.name(), "message": block_sentence(words, block), "let_through": block.why,
        })
    });
    object!({
        "insurer": slip.client.insurer,
        "insured": slip.client.insured,
        "manager": slip.manager,
        "state": state_id(slip.state).trim_start_matches("slip-state-"),
        "action": slip.action(),
        "chosen": slip.chosen.as_ref().map(|(_, why)| why),
        "level": slip.level,
        "limit": slip.limit,
        "total": slip.total(),
        "lines": lines.collect::<Vec<_>>(),
        "blocks": blocks.collect::<Vec<_>>(),
        "faults": slip.faults.iter().map(|fault| fault_sentence(words, fault)).collect::<Vec<_>>(),
        "notes": slip.notes.iter().map(|note| note_sentence(words, note)).collect::<Vec<_>>(),
    })
}
