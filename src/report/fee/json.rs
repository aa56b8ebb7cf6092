//! `kyukan fee --format json`, schema `kyukan.fee/1`. Fields may be added, never renamed.

use super::{FeeList, tier_number};
use crate::app::fee::{FeeEntry, FeeState, LeftOut};
use crate::format::kokuhoren::invoice::{InvoiceRow, Invoiced};
use crate::report::fee_words::{
    additions, claim_note_sentence, not_due_id, not_due_sentence, open_sentences, price_text,
};
use crate::report::tally_words;
use serde_json::{Value, json as object};
use std::io::{self, Write};

/// Writes the claims.
///
/// # Errors
/// Writing failed.
pub fn json(out: &mut dyn Write, list: FeeList<'_>) -> io::Result<()> {
    let fees = &list.own.fees;
    let answer = object!({
        "schema": "kyukan.fee/1",
        "month": list.review.month.month.to_string(),
        "window": list.window.to_string(),
        "claims": list.entries().map(|(entry, state)| claim(&list, entry, state)).collect::<Vec<_>>(),
        "left_out": list.left_out().map(|left| left_out(&list, left)).collect::<Vec<_>>(),
        "invoice": fees.invoice.iter().map(invoice).collect::<Vec<_>>(),
        "count": fees.count,
        "units": fees.units,
        "yen": fees.yen,
        "open": fees.open,
    });
    serde_json::to_writer(&mut *out, &answer)?;
    writeln!(out)
}

fn claim(list: &FeeList<'_>, entry: &FeeEntry, state: FeeState) -> Value {
    let record = entry.slip.as_ref();
    let lines = record
        .iter()
        .flat_map(|record| &record.lines)
        .map(|line| object!({ "code": line.code, "units": line.units, "count": line.count }));
    let additions =
        additions(entry).into_iter().map(|(name, count)| object!({ "name": name, "count": count }));
    let units = entry.claim.as_ref().ok();
    let slip = match state {
        FeeState::Waits(slip) => Some(tally_words::state_id(slip).trim_start_matches("slip-state-")),
        _ => None,
    };
    object!({
        "insurer": entry.client.insurer,
        "insured": entry.client.insured,
        "manager": list.manager(entry),
        "level": list.level(entry),
        "form": entry.form.exchange_id(),
        "tier": entry.tier.map(tier_number),
        "state": state.name(),
        "slip": slip,
        "lines": lines.collect::<Vec<_>>(),
        "additions": additions.collect::<Vec<_>>(),
        "units": units.map(|claim| claim.total),
        "yen": units.map(|claim| claim.yen),
        "unit_price": record.map(|record| price_text(record.unit_price)),
        "missing": open_sentences(list.words(), entry),
        "notes": entry.notes.iter().map(|note| claim_note_sentence(list.texts, note)).collect::<Vec<_>>(),
    })
}

fn left_out(list: &FeeList<'_>, left: &LeftOut) -> Value {
    object!({
        "insurer": left.client.insurer,
        "insured": left.client.insured,
        "why": not_due_id(left.why).trim_start_matches("fee-not-due-"),
        "message": not_due_sentence(list.words(), left.why),
    })
}

fn invoice(row: &InvoiceRow) -> Value {
    let law = match &row.invoiced {
        Invoiced::Insurance => None,
        Invoiced::Public(law) => Some(law),
    };
    object!({ "law": law, "count": row.count, "units": row.units, "yen": row.cost })
}
