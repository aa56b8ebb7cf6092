//! The office's own claim in words: how far it is, what it is for, what is missing and where to enter it, what a person
//! should look at.

mod lines;
mod missing;
mod notes;
#[cfg(test)]
mod tests;

pub use lines::{ClaimLine, additions, additions_text, claim_lines};
pub use missing::{claim_fault_sentence, missing_ids, no_claim_sentence};
pub use notes::{claim_note_sentence, is_urgent, rule_note_sentence};

use super::layout::display;
use super::tally_words::not_known_sentence;
use super::words::Words;
use crate::app::fee::{FeeEntry, FeeState, LineName, NotDue};
use crate::benefit::fee::{FeeBase, FeeFault};
use crate::benefit::rates::{FeeTier, FeeType};
use crate::domain::month::{Day, ServiceMonth};
use crate::format::kokuhoren::invoice::Invoiced;
use crate::i18n::dates::DateStyle;
use crate::i18n::{Arg, Language, Texts};

/// Message with the word for how far a claim is; its attribute `help` is a sentence.
pub fn state_id(state: FeeState) -> &'static str {
    match state {
        FeeState::Open => "fee-state-open",
        FeeState::Waits(_) => "fee-state-waits",
        FeeState::Changed => "fee-state-changed",
        FeeState::Ready => "fee-state-ready",
        FeeState::Written => "fee-state-written",
        FeeState::Claimed { .. } => "fee-state-claimed",
        FeeState::Nothing => "fee-state-nothing",
    }
}

/// How far a claim is and what is to be done, in a sentence.
pub fn state_sentence(texts: &Texts, state: FeeState) -> String {
    match state {
        FeeState::Claimed { is_same: false } => texts.get("fee-state-claimed.differs"),
        state => texts.get(&format!("{}.help", state_id(state))),
    }
}

/// `(i)`, `(ii)` or `(iii)`.
pub fn tier_text(tier: FeeTier) -> &'static str {
    match tier {
        FeeTier::First => "(i)",
        FeeTier::Second => "(ii)",
        FeeTier::Third => "(iii)",
    }
}

/// `(I)` or `(II)`.
pub fn type_text(fee_type: FeeType) -> &'static str {
    match fee_type {
        FeeType::One => "(I)",
        FeeType::Two => "(II)",
    }
}

/// What a claim is for: `居宅介護支援(I)`, `介護予防支援(II)`, or additions alone; empty while that is not known.
pub fn base_text(texts: &Texts, base: Option<FeeBase>) -> String {
    let (id, fee_type) = match base {
        Some(FeeBase::Care { fee_type, .. }) => ("fee-base-care", fee_type),
        Some(FeeBase::Prevention { fee_type }) => ("fee-base-prevention", fee_type),
        Some(FeeBase::AdditionsOnly { fee_type }) => ("fee-base-additions", fee_type),
        None => return String::new(),
    };
    texts.format(id, &[("type", Arg::from(type_text(fee_type)))])
}

/// Message with the word for why a client is not claimed; its attribute `help` is a sentence.
pub fn not_due_id(why: NotDue) -> &'static str {
    match why {
        NotDue::Entrusted(_) => "fee-not-due-entrusted",
        NotDue::Management => "fee-not-due-management",
        NotDue::Multifunctional => "fee-not-due-multifunctional",
        NotDue::NoSlip => "fee-not-due-no-slip",
        NotDue::OtherInsurer => "fee-not-due-other-insurer",
        NotDue::NoLevel => "fee-not-due-no-level",
    }
}

/// Why a client is not claimed, in a sentence.
pub fn not_due_sentence(words: Words<'_>, why: NotDue) -> String {
    let centre = match why {
        NotDue::Entrusted(centre) => words.office(centre),
        _ => String::new(),
    };
    words.texts.format(&format!("{}.help", not_due_id(why)), &[("centre", Arg::from(centre))])
}

/// Who is invoiced: the insurance, or a law of public payers.
pub fn invoiced_text(texts: &Texts, invoiced: &Invoiced) -> String {
    match invoiced {
        Invoiced::Insurance => texts.get("fee-invoiced-insurance"),
        Invoiced::Public(law) => texts.format("fee-invoiced-public", &[("law", Arg::from(law.as_str()))]),
    }
}

/// A unit price of so many hundredths of a yen: `11.05`.
pub fn price_text(hundredths: u16) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Everything that has to be entered before a client can be claimed.
pub fn open_sentences(words: Words<'_>, entry: &FeeEntry) -> Vec<String> {
    let claim = entry.claim.as_ref().err().map(|why| no_claim_sentence(words.texts, why));
    let faults = entry.faults.iter().map(|fault| claim_fault_sentence(words.texts, fault));
    claim.into_iter().chain(faults).collect()
}

/// A line of a claim by its name.
fn line(texts: &Texts, line: &LineName) -> Arg<'static> {
    Arg::from(match line {
        LineName::Base => texts.get("fee-line-base"),
        LineName::Addition(name) => display(name),
        LineName::Treatment => texts.get("fee-line-treatment"),
    })
}

/// Why the rules cannot compute a claim, or the terms of an office.
pub(super) fn rule_fault(texts: &Texts, fault: &FeeFault) -> String {
    match fault {
        FeeFault::NotKnown(gap) => not_known_sentence(texts, gap),
        FeeFault::FactorsExclude(first, second) => {
            let args = [("first", Arg::from(display(first))), ("second", Arg::from(display(second)))];
            texts.format("fee-factors-exclude", &args)
        }
        FeeFault::Kind(kind) => texts.format("fee-no-kind", &[("kind", Arg::from(*kind))]),
    }
}

fn dates(texts: &Texts) -> DateStyle {
    match texts.language() {
        Language::Ja => DateStyle::Era,
        Language::En => DateStyle::Western,
    }
}

/// A day as on forms.
pub(super) fn day(texts: &Texts, day: Day) -> Arg<'static> {
    Arg::from(dates(texts).long_day(day))
}

/// A month as on forms.
pub(super) fn month_text(texts: &Texts, month: ServiceMonth) -> Arg<'static> {
    Arg::from(dates(texts).month(month))
}

/// A month in a narrow column: `R8/10`.
pub(super) fn short_month(texts: &Texts, month: ServiceMonth) -> String {
    dates(texts).short_month(month)
}

/// Names, divided as the language does.
fn names(texts: &Texts, names: &[String]) -> Arg<'static> {
    let names: Vec<String> = names.iter().map(|name| display(name)).collect();
    Arg::from(names.join(&texts.get("block-join")))
}
