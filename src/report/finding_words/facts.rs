//! Which sentence says what was found, and the values in it.

use super::{FindingWords, units};
use crate::check::{Facts, Finding, Item, Remedy, Severity, SlipGap};
use crate::domain::month::{Day, ServiceMonth};
use crate::domain::slip::{SlipAction, SlipResult};
use crate::i18n::Arg;
use crate::report::event_words::{action_words, slip_result_id};

/// Message with the sentence of a finding.
pub(super) fn message(month: ServiceMonth, finding: &Finding) -> String {
    let check = finding.check;
    let other = suffix(month, finding);
    other.map_or_else(|| format!("check-{check}-what"), |other| format!("check-{check}-what-{other}"))
}

/// Which of its sentences stands for what the check found; `None` is its first one.
fn suffix(month: ServiceMonth, finding: &Finding) -> Option<&'static str> {
    let is_mild = finding.severity == Severity::Confirm;
    match (finding.check, &finding.facts) {
        ("limit-differs", Facts::Limit { units, limit }) if units > limit => Some("more"),
        ("shares-undecided", Facts::Left(0)) => Some(if is_mild { "proposed" } else { "stale" }),
        ("limit-period-outside", Facts::Date(date)) => {
            Day::of(*date).is_some_and(|day| day.month > month).then_some("later")
        }
        ("application-pending", _) => is_mild.then_some("earlier"),
        ("office-check-digit", _) if is_mild => Some("used"),
        ("office-check-digit", Facts::Number { right: Some(_), .. }) => Some("hint"),
        ("other-number", _) if is_mild => {
            let is_wrong = matches!(finding.remedy, Remedy::FixNumber { .. });
            Some(if is_wrong { "some" } else { "both" })
        }
        ("new-after-decided", _) => is_mild.then_some("assumed"),
        ("time-limit", _) => is_mild.then_some("soon"),
        ("kind-against-level", _) => is_mild.then_some("may-go-on"),
        ("public-payer", _) => is_mild.then_some("digit"),
        ("nothing-done", _) => (finding.remedy == Remedy::SetAction(SlipAction::Cancel)).then_some("decided"),
        ("correction-without-decided", Facts::Action { last, window, .. }) => match last {
            Some(SlipResult::Returned | SlipResult::NotReceived) => Some("result"),
            _ => window.is_some().then_some("pending"),
        },
        _ => by_facts(finding).or_else(|| of_fee(finding)),
    }
}

/// Where the facts alone tell.
fn by_facts(finding: &Finding) -> Option<&'static str> {
    match (finding.check, &finding.facts) {
        (_, Facts::NoSlip(SlipGap::HeldBack)) => Some("held-back"),
        (_, Facts::Sexes) => Some("sex"),
        ("group-changed", Facts::Plain) => Some("within"),
        ("request-not-filed", Facts::Plain) => Some("unknown"),
        ("cancel-takes-all", Facts::Offices(offices)) if offices.is_empty() => Some("none"),
        _ => None,
    }
}

/// Where the code tells: the claim for the plan fee.
fn of_fee(finding: &Finding) -> Option<&'static str> {
    match (finding.check, finding.code?) {
        ("fee-sent-before", "ANN2") => Some("same-window"),
        ("fee-certificate", "AEEA") | ("fee-record", "ABB0") => Some("filed"),
        ("fee-certificate", _) => {
            matches!(finding.remedy, Remedy::EnterIn { column: "cert_from", .. }).then_some("begins")
        }
        ("fee-record", "ABBF") => Some("form"),
        ("fee-record", "ATT5") => Some("payer"),
        _ => None,
    }
}

/// The values of facts as variables of sentences.
pub(super) fn values(words: FindingWords<'_>, facts: &Facts) -> Vec<(&'static str, Arg<'static>)> {
    let text = Arg::from;
    match facts {
        Facts::Plain | Facts::NoSlip(_) | Facts::Sexes => Vec::new(),
        Facts::Claimed { claimed, slip } => claim(*claimed, *slip),
        Facts::Codes { claimed, slip, codes } => {
            let mut args = claim(*claimed, *slip);
            args.push(("codes", text(words.joined(codes.iter().map(|code| words.code(*code))))));
            args
        }
        Facts::Code(code) => vec![("codes", text(words.code(*code)))],
        Facts::Limit { units: sum, limit } => {
            vec![("sum", units(*sum)), ("limit", units(*limit)), ("over", units((sum - limit).abs()))]
        }
        Facts::Left(left) => vec![("left", units(*left))],
        Facts::Share { now, before } => {
            vec![("now", units(*now)), ("before", units(*before)), ("more", units(now - before))]
        }
        Facts::Sheets { received, computed } => {
            vec![("received", units(*received)), ("computed", units(*computed))]
        }
        Facts::Unread { plan, actual } => vec![("plan", Arg::from(*plan)), ("actual", Arg::from(*actual))],
        Facts::Days(days) => vec![("days", text(days_of(words, days)))],
        Facts::DayCount { used, of } => vec![("used", Arg::from(*used)), ("of", Arg::from(*of))],
        Facts::Missing(item) => vec![("item", text(words.texts.get(item_id(*item))))],
        Facts::Number { wrong, right } => {
            vec![("wrong", text(wrong.clone())), ("right", text(right.clone().unwrap_or_default()))]
        }
        Facts::Swapped { planned, done } => {
            vec![("planned", text(words.line(*planned))), ("done", text(words.line(*done)))]
        }
        Facts::OtherKey(client) => vec![("client", text(format!("{} {}", client.insurer, client.insured)))],
        Facts::Classes(class, expected) => {
            let of = |class| text(words.slip().class(class));
            vec![("class", of(*class)), ("expected", of(*expected))]
        }
        Facts::Offices(offices) => {
            vec![("offices", text(words.joined(offices.iter().map(|office| words.office(*office)))))]
        }
        Facts::Date(_)
        | Facts::BirthDates(..)
        | Facts::Level(_)
        | Facts::Levels(..)
        | Facts::Action { .. }
        | Facts::SentIn(_)
        | Facts::BarredFrom(_) => times(words, facts),
    }
}

/// The values of facts about dates, months and levels.
fn times(words: FindingWords<'_>, facts: &Facts) -> Vec<(&'static str, Arg<'static>)> {
    let (text, slip) = (Arg::from, words.slip());
    match facts {
        Facts::Date(date) => vec![("date", text(words.date(*date)))],
        Facts::BirthDates(one, other) => {
            vec![("one", text(slip.day(*one))), ("other", text(slip.day(*other)))]
        }
        Facts::Level(level) => vec![("level", text(words.level(*level)))],
        Facts::Levels(before, now) => {
            vec![("before", text(words.level(*before))), ("now", text(words.level(*now)))]
        }
        Facts::Action { action, last, window } => {
            let window = window.map(|window| slip.month(window)).unwrap_or_default();
            vec![
                ("action", text(action_words(words.texts, Some(*action)))),
                ("last", text(last.map(|last| words.texts.get(slip_result_id(last))).unwrap_or_default())),
                ("window", text(window)),
            ]
        }
        Facts::SentIn(window) | Facts::BarredFrom(window) => vec![("window", text(slip.month(*window)))],
        _ => Vec::new(),
    }
}

fn claim(claimed: i64, slip: i64) -> Vec<(&'static str, Arg<'static>)> {
    vec![("claimed", units(claimed)), ("slip", units(slip)), ("over", units(claimed - slip))]
}

fn days_of(words: FindingWords<'_>, days: &[u8]) -> String {
    let day = |day: &u8| words.texts.format("finding-day", &[("day", Arg::from(u32::from(*day)))]);
    words.joined(days.iter().map(day))
}

fn item_id(item: Item) -> &'static str {
    match item {
        Item::Office => "finding-item-office",
        Item::Level => "finding-item-level",
        Item::BirthDate => "finding-item-birth-date",
        Item::Sex => "finding-item-sex",
        Item::LimitFrom => "finding-item-limit-from",
        Item::LimitTo => "finding-item-limit-to",
        Item::ManagerNumber => "finding-item-manager-number",
    }
}
