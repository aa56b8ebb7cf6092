//! What is said about a command line that was not understood, and the help pages.

use super::Exit;
use crate::i18n::{Arg, Texts};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::io::Write;

/// Text instead of a command: help, version or what is wrong.
#[derive(Debug)]
pub(super) struct Usage {
    text: String,
    is_asked_for: bool,
}

impl Usage {
    fn wrong(texts: &Texts, sentence: &str) -> Self {
        let hint = texts.format("error-usage-hint", &[("command", Arg::from("kyukan --help"))]);
        Self { text: format!("{sentence}\n{hint}\n"), is_asked_for: false }
    }

    /// A command that there is not.
    pub(super) fn unknown_command(texts: &Texts, word: &str) -> Self {
        Self::wrong(texts, &texts.format("error-usage-unknown-command", &[("arg", Arg::from(word))]))
    }

    /// A value that cannot be read.
    pub(super) fn unreadable(texts: &Texts, arg: &str, value: &str) -> Self {
        let arguments = [("arg", Arg::from(arg)), ("value", Arg::from(value))];
        Self::wrong(texts, &texts.format("error-usage-unreadable-value", &arguments))
    }

    /// A month that cannot be read.
    pub(super) fn unreadable_month(texts: &Texts, value: &str) -> Self {
        Self::wrong(texts, &texts.format("error-month-unreadable", &[("value", Arg::from(value))]))
    }

    /// The library's errors are English; only their kind and values are used.
    pub(super) fn from_clap(error: &clap::Error, texts: &Texts) -> Self {
        if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
            return Self { text: error.render().to_string(), is_asked_for: true };
        }
        if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            return Self { text: error.render().to_string(), is_asked_for: false };
        }
        let value = |kind| error.get(kind).map(shown).unwrap_or_default();
        let (arg, found) = (value(ContextKind::InvalidArg), value(ContextKind::InvalidValue));
        let allowed = value(ContextKind::ValidValue);
        let command = value(ContextKind::InvalidSubcommand);
        let (id, arg) = match error.kind() {
            ErrorKind::UnknownArgument if arg.starts_with('-') => ("error-usage-unknown-argument", arg),
            ErrorKind::UnknownArgument => ("error-usage-unexpected-word", arg),
            ErrorKind::InvalidSubcommand => ("error-usage-unknown-command", command),
            ErrorKind::MissingRequiredArgument => ("error-usage-missing-argument", arg),
            ErrorKind::InvalidValue if found.is_empty() => ("error-usage-missing-value", arg),
            ErrorKind::InvalidValue => ("error-usage-invalid-value", arg),
            ErrorKind::ValueValidation => ("error-usage-unreadable-value", arg),
            ErrorKind::TooManyValues => ("error-usage-unexpected-value", arg),
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
                ("error-usage-missing-value", arg)
            }
            ErrorKind::ArgumentConflict => ("error-usage-repeated", arg),
            ErrorKind::InvalidUtf8 => ("error-usage-not-text", arg),
            _ => ("error-usage-other", arg),
        };
        let arguments = [
            ("arg", Arg::from(arg.as_str())),
            ("value", Arg::from(found.as_str())),
            ("allowed", Arg::from(allowed.as_str())),
        ];
        let mut sentence = texts.format(id, &arguments);
        let similar =
            [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
        if let Some(similar) = similar.into_iter().map(value).find(|text| !text.is_empty()) {
            let hint = texts.format("error-usage-similar", &[("value", Arg::from(similar.as_str()))]);
            sentence = format!("{sentence}{hint}");
        }
        Self::wrong(texts, &sentence)
    }

    /// Says it: what was asked for on standard output, what is wrong on standard error.
    pub(super) fn print<'w>(&self, out: &'w mut dyn Write, err: &'w mut dyn Write) -> Exit {
        let to = if self.is_asked_for { out } else { err };
        // Nobody is left to tell when the terminal is gone.
        let _ = write!(to, "{}", self.text);
        if self.is_asked_for { Exit::Clean } else { Exit::Usage }
    }
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}
