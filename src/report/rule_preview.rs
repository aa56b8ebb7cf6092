//! A rule before it is applied: every difference that it would decide, and those that it leaves to people.

use super::event_words::{risk_sentence, verdict_id};
use super::layout::{Paint, Role, Table, signed};
use super::words::{Words, mark};
use crate::app::decide::Hits;
use crate::app::review::{DifferenceAt, Review};
use crate::domain::decision::Rule;
use crate::i18n::{Arg, Texts};
use std::io::{self, Write};

/// What the journal calls a rule: what it is about, and what it decides.
pub fn rule_name(review: &Review, texts: &Texts, rule: &Rule) -> String {
    let words = Words { month: &review.month, texts };
    let mut parts: Vec<String> = rule.provider.map(|office| words.office(office)).into_iter().collect();
    parts.extend(rule.kind.map(|kind| words.kind(kind)));
    parts.extend(rule.code.map(|code| {
        let name = review.code_name(code).unwrap_or_default();
        format!("{code} {name}").trim_end().to_owned()
    }));
    parts.extend(rule.class.map(|class| texts.class(class)));
    if rule.same_units {
        parts.push(texts.get("rule-same-units"));
    }
    let what = if parts.is_empty() { texts.get("rule-everything") } else { parts.join(" ") };
    let verdict = texts.get(verdict_id(&rule.verdict));
    texts.format("rule-name", &[("what", Arg::from(what.as_str())), ("verdict", Arg::from(verdict.as_str()))])
}

/// Writes every difference on a line of its own, those that are left alone with the reason behind.
///
/// # Errors
/// Writing failed.
pub fn write(
    out: &mut dyn Write,
    review: &Review,
    texts: &Texts,
    hits: &Hits,
    paint: Paint,
) -> io::Result<()> {
    let counts = [("count", Arg::from(hits.hit.len())), ("guarded", Arg::from(hits.guarded.len()))];
    writeln!(out, "{}", paint.paint(Role::Heading, &texts.format("rule-hits", &counts)))?;
    let words = Words { month: &review.month, texts };
    let mut table = Table::new(12, &[10]);
    for at in &hits.hit {
        table.row(cells(review, words, *at, None));
    }
    for guarded in &hits.guarded {
        table.row(cells(review, words, guarded.at, Some(risk_sentence(words, guarded.risk))));
    }
    write!(out, "{}", table.render(0))
}

/// Mark, id, client, provider, class, day, times, code, count, units, effect, risk.
fn cells(review: &Review, words: Words<'_>, at: DifferenceAt, risk: Option<String>) -> Vec<String> {
    let Some(difference) = review.difference(at) else { return Vec::new() };
    let class = format!("{} {}", mark(difference.class).0, words.texts.class(difference.class));
    let mut cells = vec![
        if risk.is_some() { "!" } else { " " }.to_owned(),
        difference.id.clone(),
        words.client_name(difference.client),
        words.month.office_name(difference.provider),
        class,
    ];
    cells.extend(words.difference_cells(difference));
    cells.push(signed(difference.units_delta));
    cells.extend(risk);
    cells
}
