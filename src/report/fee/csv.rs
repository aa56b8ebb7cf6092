//! `kyukan fee --format csv`: one line a client.

use super::{FeeList, codes};
use crate::report::check_csv::{safe, spreadsheet};
use crate::report::fee_words::{additions_text, not_due_sentence, open_sentences, price_text, tier_text};
use std::io::{self, Write};

const HEADER: [&str; 15] = [
    "month",
    "insurer",
    "insured",
    "client",
    "manager",
    "level",
    "form",
    "tier",
    "state",
    "codes",
    "additions",
    "units",
    "yen",
    "unit_price",
    "missing",
];

/// Writes the claims; clients without one follow with the state `not_due`.
///
/// # Errors
/// Writing failed.
pub fn csv(out: &mut dyn Write, list: FeeList<'_>) -> io::Result<()> {
    let (words, month) = (list.words(), list.review.month.month.to_string());
    let mut csv = spreadsheet(out)?;
    csv.write_record(HEADER)?;
    for (entry, state) in list.entries() {
        let claim = entry.claim.as_ref().ok();
        let codes: Vec<String> = codes(entry).iter().map(ToString::to_string).collect();
        let price = entry.slip.as_ref().map(|record| record.unit_price);
        csv.write_record([
            month.clone(),
            entry.client.insurer.to_string(),
            entry.client.insured.to_string(),
            safe(&words.client_name(entry.client)),
            safe(list.manager(entry)),
            list.level(entry).unwrap_or_default().to_owned(),
            entry.form.exchange_id().to_owned(),
            entry.tier.map(tier_text).unwrap_or_default().to_owned(),
            state.name().to_owned(),
            codes.join(";"),
            safe(&additions_text(list.texts, entry)),
            claim.map(|claim| claim.total.to_string()).unwrap_or_default(),
            claim.map(|claim| claim.yen.to_string()).unwrap_or_default(),
            price.map(price_text).unwrap_or_default(),
            safe(&open_sentences(words, entry).join(" ")),
        ])?;
    }
    for left in list.left_out() {
        let mut record = vec![
            month.clone(),
            left.client.insurer.to_string(),
            left.client.insured.to_string(),
            safe(&words.client_name(left.client)),
        ];
        record.resize(HEADER.len(), String::new());
        if let Some(state) = record.get_mut(8) {
            "not_due".clone_into(state);
        }
        if let Some(why) = record.last_mut() {
            *why = safe(&not_due_sentence(words, left.why));
        }
        csv.write_record(&record)?;
    }
    csv.flush()
}
