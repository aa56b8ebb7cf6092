//! Why a slip or a claim is not in its file, in one sentence.

use super::words::Words;
use crate::app::fee::{FeeState, Unwritten};
use crate::app::own::OwnMonth;
use crate::app::tally::{LeftOut, LeftOutWhy, SlipState, Tally};
use crate::domain::month::ServiceMonth;
use crate::format::kokuhoren::slip::SlipFault;
use crate::i18n::{Arg, Texts};

/// Why a slip is not in the file.
pub fn left_out_sentence(words: Words<'_>, one: &LeftOut) -> String {
    let why = match &one.why {
        LeftOutWhy::Incomplete => words.texts.get("left-out-incomplete"),
        LeftOutWhy::Slip(fault) => slip_fault(words, fault),
        LeftOutWhy::Item(error) => {
            words.texts.format("left-out-item", &[("reason", Arg::from(error.to_string()))])
        }
    };
    let args = [
        ("name", Arg::from(words.client_name(one.client))),
        ("month", Arg::from(one.month.japanese())),
        ("why", Arg::from(why)),
    ];
    words.texts.format("left-out-slip", &args)
}

/// Why a claim is not in its file.
pub fn left_out_fee_sentence(words: Words<'_>, one: &Unwritten) -> String {
    let args = [
        ("name", Arg::from(words.client_name(one.client))),
        ("month", Arg::from(one.month.japanese())),
        ("reason", Arg::from(one.reason.as_str())),
    ];
    words.texts.format("left-out-fee", &args)
}

/// How many slips of a month cannot go into the file now.
pub fn slips_not_in_file(texts: &Texts, month: ServiceMonth, tally: &Tally) -> Option<String> {
    let count = |states: &[SlipState]| tally.slips.iter().filter(|slip| states.contains(&slip.state)).count();
    let blocked = count(&[SlipState::Blocked, SlipState::NothingLeft]);
    let (faulty, held) = (count(&[SlipState::Faulty]), count(&[SlipState::HeldBack]));
    let args = [
        ("month", Arg::from(month.japanese())),
        ("blocked", Arg::from(blocked)),
        ("faulty", Arg::from(faulty)),
        ("held", Arg::from(held)),
    ];
    (blocked + faulty + held > 0).then(|| texts.format("slips-not-in-file", &args))
}

/// How many claims of a month cannot go into the file now, and what to do about those that changed since they were
/// written.
pub fn claims_not_in_file(texts: &Texts, own: &OwnMonth, is_all: bool) -> Vec<String> {
    let count = |is: fn(FeeState) -> bool| own.states.iter().filter(|state| is(**state)).count();
    let open = count(|state| state == FeeState::Open);
    let waits = count(|state| matches!(state, FeeState::Waits(_)));
    let changed = if is_all { 0 } else { count(|state| state == FeeState::Changed) };
    let month = ("month", Arg::from(own.month.japanese()));
    let args = [
        month.clone(),
        ("open", Arg::from(open)),
        ("waits", Arg::from(waits)),
        ("changed", Arg::from(changed)),
    ];
    let left = (open + waits + changed > 0).then(|| texts.format("fees-not-in-file", &args));
    let to_do = (changed > 0).then(|| texts.format("fees-changed", &[month]));
    left.into_iter().chain(to_do).collect()
}

fn slip_fault(words: Words<'_>, fault: &SlipFault) -> String {
    let texts = words.texts;
    let line = |id: &str, office, kind| {
        let args = [("office", Arg::from(words.office(office))), ("kind", Arg::from(words.kind(kind)))];
        texts.format(id, &args)
    };
    match fault {
        SlipFault::NoLines => texts.get("left-out-no-lines"),
        SlipFault::TooManyLines(lines) => {
            texts.format("left-out-too-many-lines", &[("count", Arg::from(*lines))])
        }
        SlipFault::Repeated(office, kind) => line("left-out-repeated", *office, *kind),
        SlipFault::ZeroUnits(office, kind) => line("left-out-zero-units", *office, *kind),
        SlipFault::NoOffice => texts.get("left-out-no-office"),
        SlipFault::NoCareManager => texts.get("left-out-no-care-manager"),
        SlipFault::Entrusted => texts.get("left-out-entrusted"),
        SlipFault::SameKey => texts.get("left-out-same-key"),
    }
}
