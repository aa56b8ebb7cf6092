//! Rules: one decision for many differences of the same sort.

use super::{Drafted, Open, Refusal, Risk, is_untouched, risk, verdict_changes};
use crate::app::review::{DifferenceAt, Grouping, Review};
use crate::domain::decision::{Rule, Stage, Subject, Value, Verdict};
use crate::domain::difference::{Difference, DifferenceClass};
use crate::domain::event::Deed;
use crate::domain::ids::{OfficeNumber, ServiceCode};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A row that a rule would fit and does not touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guarded {
    /// Which.
    pub at: DifferenceAt,
    /// Why.
    pub risk: Risk,
}

/// What a rule does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Differences that it decides, in the order of the list of differences.
    pub hit: Vec<DifferenceAt>,
    /// Differences that it leaves to people because of their cost.
    pub guarded: Vec<Guarded>,
}

/// A rule that would help in this month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Name under which it is kept; `None` for one that is new.
    pub name: Option<String>,
    /// The rule.
    pub rule: Rule,
    /// What it does.
    pub hits: Hits,
}

/// Whether a rule is about a difference.
fn fits(rule: &Rule, difference: &Difference) -> bool {
    let has_code = |code: ServiceCode| {
        [difference.plan, difference.actual].into_iter().flatten().any(|placed| placed.row.code == code)
    };
    rule.class.is_none_or(|class| class == difference.class)
        && rule.provider.is_none_or(|provider| provider == difference.provider)
        && rule.kind.is_none_or(|kind| kind == difference.kind)
        && rule.code.is_none_or(has_code)
        && (!rule.same_units || difference.units_delta == 0)
}

/// What a rule does in a month: differences about which nothing was decided, of clients that are not locked, without a
/// risk of a return, hold or cut.
pub fn hits(review: &Review, rule: &Rule) -> Hits {
    let mut out = Hits::default();
    let mut added = FxHashMap::<u32, i64>::default();
    for at in review.differences.by(Grouping::Class) {
        let Some(difference) = review.difference(*at).filter(|difference| fits(rule, difference)) else {
            continue;
        };
        let is_fixed = review.decisions.client(difference.client).stage() == Some(Stage::Fixed);
        if is_fixed || !is_untouched(review, *at) {
            continue;
        }
        let added = added.entry(at.client).or_default();
        if let Some(risk) = risk(review, *at, &rule.verdict, *added) {
            out.guarded.push(Guarded { at: *at, risk });
            continue;
        }
        if rule.verdict == Verdict::Adopt && super::risk::counts_against_limit(review, difference) {
            *added += difference.units_delta;
        }
        out.hit.push(*at);
    }
    out
}

/// Applies a rule as one event that is undone at once. `name` is what the journal calls it.
///
/// # Errors
/// See [`Refusal`]; [`Refusal::Nothing`] for a rule that hits nothing.
pub fn apply_rule(review: &Review, name: &str, rule: &Rule) -> Result<Drafted, Refusal> {
    let open = Open::new(review)?;
    let hits = hits(review, rule);
    let differences = hits.hit.iter().filter_map(|at| review.difference(*at));
    let changes =
        differences.flat_map(|difference| verdict_changes(review, difference, Some(&rule.verdict))).collect();
    open.draft(Deed::Rule { name: name.to_owned() }, changes, "")
}

/// Keeps a rule under a name for other months; `None` forgets it.
///
/// # Errors
/// See [`Refusal`].
pub fn keep_rule(review: &Review, name: &str, rule: Option<Rule>) -> Result<Drafted, Refusal> {
    let subject = Subject::Rule { name: name.to_owned() };
    let change = review.decisions.change(subject, rule.map(Value::Rule)).ok_or(Refusal::Nothing)?;
    let draft = crate::domain::event::Draft {
        month: None,
        deed: Deed::Register,
        changes: vec![change],
        reason: String::new(),
    };
    Ok(Drafted { draft, skipped: Vec::new() })
}

/// How many differences a new rule must hit to be worth offering.
const WORTH: usize = 2;

/// Rules that would help: the kept ones, then those that the month itself suggests, the most helpful first.
pub fn proposals(review: &Review) -> Vec<Proposal> {
    let kept = review.decisions.rules().map(|(name, rule)| (Some(name.to_owned()), rule.clone()));
    let known: Vec<Rule> = review.decisions.rules().map(|(_, rule)| rule.clone()).collect();
    let new = suggested(review).into_iter().filter(|rule| !known.contains(rule)).map(|rule| (None, rule));
    let with_hits = |(name, rule): (Option<String>, Rule)| {
        let hits = hits(review, &rule);
        Proposal { name, rule, hits }
    };
    let is_worth =
        |proposal: &Proposal| proposal.hits.hit.len() >= if proposal.name.is_some() { 1 } else { WORTH };
    let mut out: Vec<Proposal> = kept.chain(new).map(with_hits).filter(is_worth).collect();
    out.sort_by_key(|proposal| (proposal.name.is_none(), std::cmp::Reverse(proposal.hits.hit.len())));
    out
}

/// The rules that people make of what they see: re-timed visits without an effect; a class of differences; an addition
/// of one provider.
fn suggested(review: &Review) -> Vec<Rule> {
    let blank =
        |verdict| Rule { verdict, class: None, provider: None, kind: None, code: None, same_units: false };
    let adopt = |class| Rule { class: Some(class), ..blank(Verdict::Adopt) };
    let mut out = vec![
        Rule { same_units: true, ..adopt(DifferenceClass::TimeChanged) },
        Rule { same_units: true, ..adopt(DifferenceClass::MovedDate) },
    ];
    out.extend(DifferenceClass::ALL.into_iter().map(adopt));
    out.extend(additions(review).into_iter().map(|(provider, code)| Rule {
        provider: Some(provider),
        code: Some(code),
        class: Some(DifferenceClass::Extra),
        ..blank(Verdict::Adopt)
    }));
    out
}

/// Services that a provider did and nobody planned, by provider and code, of several clients.
fn additions(review: &Review) -> Vec<(OfficeNumber, ServiceCode)> {
    let mut counts = BTreeMap::<(OfficeNumber, ServiceCode), usize>::new();
    for difference in review.month.differences().filter(|d| d.class == DifferenceClass::Extra) {
        if let Some(placed) = difference.actual {
            *counts.entry((difference.provider, placed.row.code)).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count >= WORTH).map(|(key, _)| key).collect()
}
