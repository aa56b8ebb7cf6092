//! Why a slip or a claim is not in its file, in one sentence.

use super::words::Words;
use crate::app::fee::Unwritten;
use crate::app::tally::{LeftOut, LeftOutWhy};
use crate::format::kokuhoren::slip::SlipFault;
use crate::i18n::Arg;

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
