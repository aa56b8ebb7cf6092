//! What a person should look at before a claim is sent.

use super::super::layout::{display, grouped};
use super::super::tally_words::entry;
use super::{day, line, names, tier_text, type_text};
use crate::app::fee::ClaimNote;
use crate::benefit::fee::FeeNote;
use crate::benefit::rates::Certainty;
use crate::i18n::{Arg, Texts};

/// What a person should look at, and what to do.
pub fn claim_note_sentence(texts: &Texts, note: &ClaimNote) -> String {
    let clients = || ("clients", entry(texts, "clients"));
    let code = |code: &dyn ToString| ("code", Arg::from(code.to_string()));
    match note {
        ClaimNote::AdditionsOnly => texts.get("fee-note-additions-only"),
        ClaimNote::NothingToClaim => texts.get("fee-note-nothing"),
        ClaimNote::GoneAtEnd => texts.get("fee-note-gone-at-end"),
        ClaimNote::CertificationOfLimit => texts.format("fee-note-certification-of-limit", &[clients()]),
        ClaimNote::FiledAfterMonth(filed) => {
            texts.format("fee-note-filed-after-month", &[("day", day(texts, *filed)), clients()])
        }
        ClaimNote::ContractEnded(ended) => {
            texts.format("fee-note-contract-ended", &[("day", day(texts, *ended)), clients()])
        }
        ClaimNote::EnteredTwice(name) => {
            let args = [
                ("name", Arg::from(display(name))),
                ("terms", entry(texts, "terms")),
                ("additions", entry(texts, "additions")),
            ];
            texts.format("fee-note-entered-twice", &args)
        }
        ClaimNote::NoManagerNumber(name) => {
            let args = [("name", Arg::from(display(name))), ("managers", entry(texts, "managers"))];
            texts.format("fee-note-no-manager-number", &args)
        }
        ClaimNote::CodeOfMaster(name, found) => {
            texts.format("fee-note-code-of-master", &[("line", line(texts, name)), code(found)])
        }
        ClaimNote::CodeEntered(name, found) => {
            texts.format("fee-note-code-entered", &[("line", line(texts, name)), code(found)])
        }
        ClaimNote::CodeUnsure(name, found, certainty) => {
            let id = match certainty {
                Certainty::Unsure => "fee-note-code-unsure",
                Certainty::Likely | Certainty::Sure => "fee-note-code-likely",
            };
            texts.format(id, &[("line", line(texts, name)), code(found)])
        }
        ClaimNote::MasterDiffers { code: found, units, master } => {
            let args =
                [code(found), ("units", Arg::from(grouped(*units))), ("master", Arg::from(grouped(*master)))];
            texts.format("fee-note-master-differs", &args)
        }
        ClaimNote::NegativeLine(found) => texts.format("fee-note-negative-line", &[code(found)]),
        ClaimNote::Rule(note) => rule_note_sentence(texts, note),
    }
}

/// Notes of what might be returned or is worth money.
pub fn is_urgent(note: &ClaimNote) -> bool {
    match note {
        ClaimNote::Rule(_)
        | ClaimNote::ContractEnded(_)
        | ClaimNote::FiledAfterMonth(_)
        | ClaimNote::GoneAtEnd
        | ClaimNote::MasterDiffers { .. } => true,
        ClaimNote::CodeUnsure(.., certainty) => *certainty == Certainty::Unsure,
        _ => false,
    }
}

/// What does not go together by the rules.
pub fn rule_note_sentence(texts: &Texts, note: &FeeNote) -> String {
    let named = |name: &String| ("name", Arg::from(display(name)));
    match note {
        FeeNote::NotTogether(first, second) => {
            texts.format("fee-rule-not-together", &[named(first), ("other", Arg::from(display(second)))])
        }
        FeeNote::Needs(name, needed) => {
            texts.format("fee-rule-needs", &[named(name), ("needed", names(texts, needed))])
        }
        FeeNote::TooOften(name, most) => {
            texts.format("fee-rule-too-often", &[named(name), ("most", Arg::from(u32::from(*most)))])
        }
        FeeNote::NotForType(name, fee_type) => {
            texts.format("fee-rule-not-for-type", &[named(name), ("type", Arg::from(type_text(*fee_type)))])
        }
        FeeNote::NotForTier(name, tier) => {
            texts.format("fee-rule-not-for-tier", &[named(name), ("tier", Arg::from(tier_text(*tier)))])
        }
        FeeNote::CodeNeedsMaster => texts.get("fee-rule-code-needs-master"),
    }
}
