//! 特定事業所集中減算 in sentences.

use super::{corporation_text, kinds_text, percent_text};
use crate::app::workload::concentration::{Concentration, KindShare};
use crate::i18n::{Arg, Texts};
use crate::report::fee_words::{day, month_text, short_month};
use crate::report::tally_words::entry;
use crate::report::words::Words;

/// The judging period, until when the calculation is to be filed, and the months of the reduction.
pub fn period_sentence(texts: &Texts, found: &Concentration) -> String {
    let args = [
        ("from", month_text(texts, found.period.from)),
        ("to", month_text(texts, found.period.to)),
        ("file_by", day(texts, found.file_by)),
        ("reduced_from", month_text(texts, found.period.reduced_from)),
        ("reduced_to", month_text(texts, found.period.reduced_to)),
    ];
    texts.format("concentration-period", &args)
}

/// What a share of 75 percent and more means.
pub fn share_sentence(words: Words<'_>, kind: &KindShare) -> String {
    let args = [
        ("kinds", Arg::from(kinds_text(words, &kind.kinds))),
        ("corporation", Arg::from(corporation_text(words, &kind.top))),
        ("percent", Arg::from(percent_text(kind.share.percent_x100))),
    ];
    let id = match (kind.share.is_over, kind.is_area_known || !kind.reasons.is_empty()) {
        (false, _) => "concentration-near",
        (true, true) => "concentration-is-over",
        (true, false) => "concentration-is-over-area",
    };
    words.texts.format(id, &args)
}

/// Months that are missing, and offices of which the corporation is not known: shares may still change.
pub fn gap_sentences(words: Words<'_>, found: &Concentration) -> Vec<String> {
    let texts = words.texts;
    let join = |all: Vec<String>| Arg::from(all.join(&texts.get("block-join")));
    let mut out = Vec::new();
    if !found.missing.is_empty() {
        let months = found.missing.iter().map(|month| short_month(texts, *month)).collect();
        out.push(texts.format("concentration-missing", &[("months", join(months))]));
    }
    if !found.unknown.is_empty() {
        let offices = found.unknown.iter().map(|office| words.office(*office)).collect();
        let args = [("offices", join(offices)), ("register", entry(texts, "providers"))];
        out.push(texts.format("concentration-unknown", &args));
    }
    out
}
