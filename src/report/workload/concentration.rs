//! 特定事業所集中減算 as text, CSV and JSON: shares, reasons, and the counts of every corporation.

use crate::app::workload::concentration::{Concentration, Corporation, CorporationCounts, KindShare};
use crate::i18n::Texts;
use crate::report::check_csv::{safe, spreadsheet};
use crate::report::layout::{Paint, Role, Table, grouped};
use crate::report::words::Words;
use crate::report::workload_words::{
    corporation_text, gap_sentences, kinds_text, percent_text, period_sentence, reason_name, reason_text,
    share_sentence, verdict_name, verdict_sentence,
};
use serde_json::{Value, json as object};
use std::io::{self, Write};

pub(super) fn text(
    out: &mut dyn Write,
    words: Words<'_>,
    found: &Concentration,
    paint: Paint,
) -> io::Result<()> {
    let texts = words.texts;
    writeln!(out, "{}", paint.paint(Role::Heading, &texts.get("concentration-title")))?;
    writeln!(out, "  {}", period_sentence(texts, found))?;
    if found.kinds.is_empty() {
        writeln!(out, "  {}", texts.get("concentration-none"))?;
    } else {
        write!(out, "{}", shares(words, found).render(2))?;
    }
    let near = found.warnings().map(|kind| share_sentence(words, kind));
    for sentence in near.chain(gap_sentences(words, found)) {
        writeln!(out, "{} {sentence}", paint.paint(Role::Problem, "!"))?;
    }
    writeln!(out, "  {}", verdict_sentence(texts, found.verdict()))
}

fn shares(words: Words<'_>, found: &Concentration) -> Table {
    let texts = words.texts;
    let mut table = Table::new(6, &[2, 3, 4]);
    let header = [
        "concentration-kinds",
        "concentration-top",
        "concentration-of-top",
        "concentration-all",
        "concentration-share",
        "concentration-reasons",
    ];
    table.row(header.map(|id| texts.get(id)));
    for kind in &found.kinds {
        table.row([
            kinds_text(words, &kind.kinds),
            corporation_text(words, &kind.top),
            grouped(kind.plans.of_top.into()),
            grouped(kind.plans.all.into()),
            format!("{}%", percent_text(kind.share.percent_x100)),
            reasons(texts, kind),
        ]);
    }
    table
}

/// Reasons matter for shares that are over only.
fn reasons(texts: &Texts, kind: &KindShare) -> String {
    if !kind.share.is_over {
        return String::new();
    }
    let all: Vec<String> = kind.reasons.iter().map(|reason| reason_text(texts, *reason)).collect();
    all.join(&texts.get("block-join"))
}

/// One line a kind and corporation: the calculation that has to be kept.
pub(super) fn csv(out: &mut dyn Write, words: Words<'_>, found: &Concentration) -> io::Result<()> {
    let mut csv = spreadsheet(out)?;
    csv.write_record(["from", "to", "months", "kinds", "kind_names", "corporation", "plans", "all", "top"])?;
    for kind in &found.kinds {
        let Some(counts) = found.sum.kinds.get(&kind.kinds) else { continue };
        let kinds: Vec<String> = kind.kinds.iter().map(ToString::to_string).collect();
        for (corporation, plans) in &counts.of {
            csv.write_record([
                found.period.from.to_string(),
                found.period.to.to_string(),
                found.months.len().to_string(),
                kinds.join("+"),
                safe(&kinds_text(words, &kind.kinds)),
                safe(&corporation_text(words, corporation)),
                plans.to_string(),
                counts.plans.to_string(),
                u8::from(*corporation == kind.top).to_string(),
            ])?;
        }
    }
    csv.flush()
}

pub(super) fn json(words: Words<'_>, found: &Concentration) -> Value {
    let months = |months: &[crate::domain::month::ServiceMonth]| -> Vec<String> {
        months.iter().map(ToString::to_string).collect()
    };
    object!({
        "from": found.period.from.to_string(),
        "to": found.period.to.to_string(),
        "reduced_from": found.period.reduced_from.to_string(),
        "reduced_to": found.period.reduced_to.to_string(),
        "file_by": found.file_by.to_string(),
        "months": months(&found.months),
        "missing": months(&found.missing),
        "plans": found.sum.plans,
        "kinds": found.kinds.iter().map(|kind| of_kind(words, found, kind)).collect::<Vec<_>>(),
        "unknown": found.unknown,
        "verdict": verdict_name(found.verdict()),
        "message": verdict_sentence(words.texts, found.verdict()),
    })
}

fn of_kind(words: Words<'_>, found: &Concentration, kind: &KindShare) -> Value {
    let empty = CorporationCounts::default();
    let counts = found.sum.kinds.get(&kind.kinds).unwrap_or(&empty);
    let corporations = counts.of.iter().map(|(corporation, plans)| {
        let office = match corporation {
            Corporation::Named(_) => None,
            Corporation::Unknown(office) => Some(office),
        };
        object!({ "name": corporation_text(words, corporation), "office": office, "plans": plans })
    });
    object!({
        "kinds": kind.kinds,
        "top": corporation_text(words, &kind.top),
        "of_top": kind.plans.of_top,
        "all": kind.plans.all,
        "percent": percent_text(kind.share.percent_x100),
        "is_near": kind.share.is_near,
        "is_over": kind.share.is_over,
        "reasons": kind.reasons.iter().map(|reason| reason_name(*reason)).collect::<Vec<_>>(),
        "is_area_known": kind.is_area_known,
        "corporations": corporations.collect::<Vec<_>>(),
    })
}
