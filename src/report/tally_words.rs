//! 給付管理票 in words: how far a slip is, what keeps it from being made or sent, what a person should know of it. Each
//! sentence says what was found, what follows and what to do.

mod blocks;
#[cfg(test)]
mod tests;
mod worth;

pub use blocks::{block_sentence, share_words};
pub use worth::{not_known_sentence, worth_fault_sentence, worth_note_sentence};

use super::layout::grouped;
use super::registers::register_title;
use super::words::Words;
use crate::app::tally::{NotDue, Proposal, SlipState, TallyFault, TallyNote};
use crate::app::worth::WorthFault;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::format::kokuhoren::slip::MOST_LINES;
use crate::i18n::{Arg, Texts};

/// Message with the word for how far a slip is; its attribute `help` is a sentence.
pub fn state_id(state: SlipState) -> &'static str {
    match state {
        SlipState::Faulty => "slip-state-faulty",
        SlipState::Blocked => "slip-state-blocked",
        SlipState::NothingLeft => "slip-state-nothing-left",
        SlipState::Ready => "slip-state-ready",
        SlipState::HeldBack => "slip-state-held-back",
        SlipState::Written => "slip-state-written",
        SlipState::Unchanged => "slip-state-unchanged",
        SlipState::NotDue(_) => "slip-state-not-due",
    }
}

/// How far a slip is and what is to be done, in a sentence.
pub fn state_sentence(texts: &Texts, state: SlipState) -> String {
    let id = match state {
        SlipState::NotDue(reason) => not_due_id(reason),
        state => state_id(state),
    };
    texts.get(&format!("{id}.help"))
}

/// Message with the word for why no slip is due; its attribute `help` is a sentence.
pub fn not_due_id(reason: NotDue) -> &'static str {
    match reason {
        NotDue::NothingManaged => "slip-not-due-nothing",
        NotDue::Entrusted => "slip-not-due-entrusted",
        NotDue::Multifunctional => "slip-not-due-multifunctional",
    }
}

/// Message with the word for what follows from earlier slips: 新規, 修正, or why neither.
pub fn proposal_id(proposal: Proposal) -> &'static str {
    match proposal {
        Proposal::New => "slip-action-new",
        Proposal::Replace => "slip-action-replace",
        Proposal::Unchanged => "slip-state-unchanged",
        Proposal::NothingLeft => "slip-state-nothing-left",
        Proposal::Nothing => "word-none",
    }
}

/// Message with the word for why a slip cannot be made.
pub fn fault_id(fault: &TallyFault) -> &'static str {
    match fault {
        TallyFault::Worth(fault) => match fault {
            WorthFault::NoProfile => "slip-fault-no-profile",
            WorthFault::NoLevel(_) => "slip-fault-no-level",
            WorthFault::NoLevelInMonth => "slip-fault-no-level-in-month",
            WorthFault::NotKnown(_) => "slip-fault-not-known",
            WorthFault::UnknownService { .. } => "slip-fault-unknown-service",
            WorthFault::Sheet(_) => "slip-fault-sheet",
        },
        TallyFault::NoManagerNumber => "slip-fault-no-manager-number",
        TallyFault::NoOffice => "slip-fault-no-office",
        TallyFault::NoLimitFrom => "slip-fault-no-limit-from",
        TallyFault::NoLimitTo => "slip-fault-no-limit-to",
        TallyFault::Negative { .. } => "slip-fault-negative",
        TallyFault::NoLines => "slip-fault-no-lines",
        TallyFault::TooManyLines(_) => "slip-fault-too-many-lines",
    }
}

/// Why a slip cannot be made, and what to do.
pub fn fault_sentence(words: Words<'_>, fault: &TallyFault) -> String {
    let texts = words.texts;
    match fault {
        TallyFault::Worth(fault) => worth_fault_sentence(words, fault, &[]),
        TallyFault::NoManagerNumber => {
            let args = [("managers", entry(texts, "managers")), ("clients", entry(texts, "clients"))];
            texts.format("tally-no-manager-number", &args)
        }
        TallyFault::NoOffice => texts.get("tally-no-office"),
        TallyFault::NoLimitFrom => texts.get("tally-no-limit-from"),
        TallyFault::NoLimitTo => texts.get("tally-no-limit-to"),
        TallyFault::Negative { office, kind, units } => {
            let args = [("line", pair(words, *office, *kind)), ("units", units_of(*units))];
            texts.format("tally-negative", &args)
        }
        TallyFault::NoLines => texts.get("tally-fault-no-lines"),
        TallyFault::TooManyLines(count) => {
            let args = [("count", Arg::from(*count)), ("most", Arg::from(MOST_LINES))];
            texts.format("tally-too-many-lines", &args)
        }
    }
}

/// What a person should know of a slip, and what to do.
pub fn note_sentence(words: Words<'_>, note: &TallyNote) -> String {
    let texts = words.texts;
    let of = |id: &str, office: &OfficeNumber, kind: &ServiceKind| {
        texts.format(id, &[("line", pair(words, *office, *kind)), ("classes", entry(texts, "classes"))])
    };
    match note {
        TallyNote::Open(count) => texts.format("tally-open", &[("count", Arg::from(*count))]),
        TallyNote::Late(office, kind) => of("tally-late", office, kind),
        TallyNote::NotAsPlanned(office, kind) => of("tally-not-as-planned", office, kind),
        TallyNote::PlanOverLimit => texts.get("tally-plan-over-limit"),
        TallyNote::SharesProposed => texts.get("tally-shares-proposed"),
        TallyNote::UnknownCode(office, code) => worth::unknown_code(words, *office, *code),
        TallyNote::ClassUncertain(office, kind) => of("tally-class-uncertain", office, kind),
        TallyNote::AssumedDecided => texts.get("tally-assumed-decided"),
        TallyNote::Pending => texts.get("tally-pending"),
        TallyNote::GroupChanged => texts.get("tally-group-changed"),
        TallyNote::OwnPrevention => {
            texts.format("tally-own-prevention", &[("clients", entry(texts, "clients"))])
        }
        TallyNote::CancelTakesAll => texts.get("tally-cancel-takes-all"),
    }
}

/// A register with the command that enters something into it.
pub(super) fn entry(texts: &Texts, register: &'static str) -> Arg<'static> {
    let title = register_title(texts, register);
    let args = [("title", Arg::from(title)), ("name", Arg::from(register))];
    Arg::from(texts.format("tally-register", &args))
}

/// `みどりケア(1379900028) 11 訪問介護`.
fn pair(words: Words<'_>, office: OfficeNumber, kind: ServiceKind) -> Arg<'static> {
    Arg::from(format!("{} {}", words.office(office), words.kind(kind)))
}

fn units_of(units: i64) -> Arg<'static> {
    Arg::from(grouped(units))
}
