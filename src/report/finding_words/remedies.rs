//! What helps, in a sentence and as the label of a key.

use super::{FindingWords, units};
use crate::check::Remedy;
use crate::i18n::{Arg, Texts};
use crate::report::event_words::action_words;
use crate::report::registers::{column_title, register_title};

/// Name of a remedy in JSON and in the ids of texts.
pub fn remedy_name(remedy: &Remedy) -> &'static str {
    message(remedy).trim_start_matches("remedy-")
}

/// Message with the sentence of a remedy.
fn message(remedy: &Remedy) -> &'static str {
    match remedy {
        Remedy::Nothing => "remedy-nothing",
        Remedy::Adopt(_) => "remedy-adopt",
        Remedy::RaisePlan(_) => "remedy-raise-plan",
        Remedy::SetAction(_) => "remedy-set-action",
        Remedy::HoldBack => "remedy-hold-back",
        Remedy::SendLater => "remedy-send-later",
        Remedy::SendNow => "remedy-send-now",
        Remedy::CancelTransmission => "remedy-cancel-transmission",
        Remedy::AskProvider(_) => "remedy-ask-provider",
        Remedy::TellToWait(_) => "remedy-tell-to-wait",
        Remedy::DecideArrival => "remedy-decide-arrival",
        Remedy::DecideShares => "remedy-decide-shares",
        Remedy::TellShare(_) => "remedy-tell-share",
        Remedy::FixNumber { .. } => "remedy-fix-number",
        Remedy::EnterIn { .. } => "remedy-enter-in",
        Remedy::AskInsurer => "remedy-ask-insurer",
        Remedy::FixSupplement => "remedy-fix-supplement",
        Remedy::GetAgain => "remedy-get-again",
        Remedy::EnterResult => "remedy-enter-result",
        Remedy::DropMonth => "remedy-drop-month",
    }
}

/// What is proposed, in a sentence with its values.
pub fn remedy(words: FindingWords<'_>, remedy: &Remedy) -> String {
    let texts = words.texts;
    let say = |args: &[(&str, Arg<'_>)]| texts.format(message(remedy), args);
    match remedy {
        Remedy::Adopt(ids) => say(&[("count", Arg::from(ids.len()))]),
        Remedy::RaisePlan(more) => say(&[("units", units(*more))]),
        Remedy::SetAction(action) => say(&[("action", Arg::from(action_words(texts, Some(*action))))]),
        Remedy::AskProvider(office) | Remedy::TellToWait(office) | Remedy::TellShare(office) => {
            say(&[("office", Arg::from(words.office(*office)))])
        }
        Remedy::FixNumber { wrong, right: Some(right) } => {
            let args = [("wrong", Arg::from(wrong.as_str())), ("right", Arg::from(right.as_str()))];
            texts.format("remedy-fix-number-to", &args)
        }
        Remedy::FixNumber { wrong, right: None } => say(&[("wrong", Arg::from(wrong.as_str()))]),
        Remedy::EnterIn { register, column } => say(&[
            ("register", Arg::from(register_title(texts, register))),
            ("column", Arg::from(column_title(texts, register, column))),
            ("name", Arg::from(*register)),
        ]),
        Remedy::Nothing
        | Remedy::HoldBack
        | Remedy::SendLater
        | Remedy::SendNow
        | Remedy::CancelTransmission
        | Remedy::DecideArrival
        | Remedy::DecideShares
        | Remedy::AskInsurer
        | Remedy::FixSupplement
        | Remedy::GetAgain
        | Remedy::EnterResult
        | Remedy::DropMonth => say(&[]),
    }
}

/// A few words for a button or the line of keys.
pub fn remedy_label(texts: &Texts, remedy: &Remedy) -> String {
    let id = match remedy {
        Remedy::Nothing => "remedy-label-nothing",
        Remedy::Adopt(_) => "remedy-label-adopt",
        Remedy::RaisePlan(_) => "remedy-label-raise-plan",
        Remedy::SetAction(action) => {
            let args = [("action", Arg::from(action_words(texts, Some(*action))))];
            return texts.format("remedy-label-set-action", &args);
        }
        Remedy::HoldBack => "remedy-label-hold-back",
        Remedy::SendLater => "remedy-label-send-later",
        Remedy::SendNow => "remedy-label-send-now",
        Remedy::CancelTransmission => "remedy-label-cancel-transmission",
        Remedy::AskProvider(_) => "remedy-label-ask-provider",
        Remedy::TellToWait(_) => "remedy-label-tell-to-wait",
        Remedy::DecideArrival => "remedy-label-decide-arrival",
        Remedy::DecideShares => "remedy-label-decide-shares",
        Remedy::TellShare(_) => "remedy-label-tell-share",
        Remedy::FixNumber { .. } => "remedy-label-fix-number",
        Remedy::EnterIn { .. } => "remedy-label-enter-in",
        Remedy::AskInsurer => "remedy-label-ask-insurer",
        Remedy::FixSupplement => "remedy-label-fix-supplement",
        Remedy::GetAgain => "remedy-label-get-again",
        Remedy::EnterResult => "remedy-label-enter-result",
        Remedy::DropMonth => "remedy-label-drop-month",
    };
    texts.get(id)
}
