//! What keeps a claim from being made, and where to enter what is missing.

use super::super::layout::{display, grouped};
use super::super::tally_words::entry;
use super::{day, line, names, rule_fault};
use crate::app::fee::{ClaimFault, FeeEntry, LineName, NoClaim};
use crate::benefit::money::Units;
use crate::domain::ids::ServiceCode;
use crate::format::kokuhoren::fee::{FeeFault, MOST_LINES};
use crate::i18n::{Arg, Texts};

/// Messages with the words for what has to be entered before a client can be claimed, each once.
pub fn missing_ids(entry: &FeeEntry) -> Vec<&'static str> {
    let mut ids: Vec<&str> = entry.claim.as_ref().err().map(no_claim_id).into_iter().collect();
    for id in entry.faults.iter().map(claim_fault_id) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

pub(super) fn no_claim_id(why: &NoClaim) -> &'static str {
    match why {
        NoClaim::NoTerms => "fee-missing-terms",
        NoClaim::NoOwnPrevention => "fee-missing-prevention",
        NoClaim::NoLevel => "fee-missing-level",
        NoClaim::NoTier => "fee-missing-tier",
        NoClaim::NoPrice(_) => "fee-missing-grade",
        NoClaim::UnknownTerms(_) => "fee-missing-term-names",
        NoClaim::UnknownNames(_) | NoClaim::OtherKind(_) => "fee-missing-names",
        NoClaim::Rule(_) => "fee-missing-rule",
    }
}

pub(super) fn claim_fault_id(fault: &ClaimFault) -> &'static str {
    match fault {
        ClaimFault::NoFiledOn => "fee-missing-filed-on",
        ClaimFault::NoCertification | ClaimFault::CertificationOutside(..) => "fee-missing-certification",
        ClaimFault::NoBirthDate => "fee-missing-birth-date",
        ClaimFault::NoSex => "fee-missing-sex",
        ClaimFault::NoManager => "fee-missing-manager",
        ClaimFault::NoManagerNumber(_) => "fee-missing-manager-number",
        ClaimFault::NoPayer | ClaimFault::NoRecipient => "fee-missing-public",
        ClaimFault::NoCode { .. } => "fee-missing-code",
        ClaimFault::TooLarge(_) => "fee-missing-size",
        ClaimFault::Record(_) => "fee-missing-record",
    }
}

/// Why there are neither units nor yen, and what to do.
pub fn no_claim_sentence(texts: &Texts, why: &NoClaim) -> String {
    let terms = || ("terms", entry(texts, "terms"));
    let additions = || ("additions", entry(texts, "additions"));
    match why {
        NoClaim::NoTerms => texts.format("fee-no-terms", &[terms()]),
        NoClaim::NoOwnPrevention => texts.get("fee-no-own-prevention"),
        NoClaim::NoLevel => texts.get("fee-no-level"),
        NoClaim::NoTier => texts.get("fee-no-tier"),
        NoClaim::NoPrice(_) => texts.format("fee-no-price", &[terms()]),
        NoClaim::UnknownTerms(unknown) => {
            texts.format("fee-unknown-terms", &[("names", names(texts, unknown)), terms()])
        }
        NoClaim::UnknownNames(unknown) => {
            texts.format("fee-unknown-names", &[("names", names(texts, unknown)), additions()])
        }
        NoClaim::OtherKind(others) => {
            texts.format("fee-other-kind", &[("names", names(texts, others)), additions()])
        }
        NoClaim::Rule(fault) => rule_fault(texts, fault),
    }
}

/// What is missing for the record, and where to enter it.
pub fn claim_fault_sentence(texts: &Texts, fault: &ClaimFault) -> String {
    let clients = || ("clients", entry(texts, "clients"));
    let managers = || ("managers", entry(texts, "managers"));
    match fault {
        ClaimFault::NoFiledOn => texts.format("fee-no-filed-on", &[clients()]),
        ClaimFault::NoCertification => texts.format("fee-no-certification", &[clients()]),
        ClaimFault::CertificationOutside(from, to) => {
            let args = [("from", day(texts, *from)), ("to", day(texts, *to)), clients()];
            texts.format("fee-certification-outside", &args)
        }
        ClaimFault::NoBirthDate => texts.format("fee-no-birth-date", &[clients()]),
        ClaimFault::NoSex => texts.format("fee-no-sex", &[clients()]),
        ClaimFault::NoManager => texts.format("fee-no-manager", &[clients()]),
        ClaimFault::NoManagerNumber(name) => {
            texts.format("fee-no-manager-number", &[("name", Arg::from(display(name))), managers()])
        }
        ClaimFault::NoPayer => texts.format("fee-no-payer", &[clients()]),
        ClaimFault::NoRecipient => texts.format("fee-no-recipient", &[clients()]),
        ClaimFault::NoCode { line: name, units, candidates } => no_code(texts, name, *units, candidates),
        ClaimFault::TooLarge(name) => texts.format("fee-too-large", &[("line", line(texts, name))]),
        ClaimFault::Record(fault) => record(texts, fault),
    }
}

fn no_code(texts: &Texts, name: &LineName, units: Units, candidates: &[ServiceCode]) -> String {
    let codes: Vec<String> = candidates.iter().map(ToString::to_string).collect();
    let mut args = vec![
        ("line", line(texts, name)),
        ("units", Arg::from(grouped(units))),
        ("additions", entry(texts, "additions")),
    ];
    if codes.is_empty() {
        return texts.format("fee-no-code", &args);
    }
    args.push(("codes", Arg::from(codes.join(", "))));
    texts.format("fee-which-code", &args)
}

/// What keeps the record from being written.
fn record(texts: &Texts, fault: &FeeFault) -> String {
    let of = |id: &str, code: &ServiceCode| {
        let args = [("code", Arg::from(code.to_string())), ("additions", entry(texts, "additions"))];
        texts.format(id, &args)
    };
    match fault {
        FeeFault::NoLines => texts.get("fee-record-no-lines"),
        FeeFault::TooManyLines(count) => {
            let args = [("count", Arg::from(*count)), ("most", Arg::from(MOST_LINES))];
            texts.format("fee-record-too-many-lines", &args)
        }
        FeeFault::Repeated(code) => of("fee-record-repeated", code),
        FeeFault::OtherForm(code) => of("fee-record-other-form", code),
        FeeFault::Negative => texts.get("fee-record-negative"),
        FeeFault::PublicPayer => {
            texts.format("fee-record-public-payer", &[("clients", entry(texts, "clients"))])
        }
        FeeFault::NoRequestDate => texts.format("fee-no-filed-on", &[("clients", entry(texts, "clients"))]),
        FeeFault::SameKey => texts.get("fee-record-same-key"),
    }
}
