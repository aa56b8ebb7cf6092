//! Texts for people, in every language of the program. `ja.ftl` is complete and explains the ids; the other
//! languages have the same ids, and what one of them lacks is taken from Japanese.

use crate::domain::difference::DifferenceClass;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;

pub mod dates;
pub mod problems;
pub mod visible;
pub mod width;

macro_rules! languages {
    ($($(#[$doc:meta])* $language:ident = $tag:literal, $name:literal, $file:literal;)+) => {
        /// A language of the texts. A new one is its `.ftl` file and one line in the list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Language { $($(#[$doc])* $language,)+ }

        impl Language {
            /// Every language; the first one is the default.
            pub const ALL: &[Language] = &[$(Language::$language),+];

            /// Language tag, as `--lang` takes it.
            pub fn tag(self) -> &'static str {
                match self { $(Language::$language => $tag,)+ }
            }

            /// The language's own name for itself.
            pub fn name(self) -> &'static str {
                match self { $(Language::$language => $name,)+ }
            }

            fn source(self) -> &'static str {
                match self { $(Language::$language => include_str!($file),)+ }
            }
        }
    };
}

languages! {
    /// Japanese, which has every message.
    Ja = "ja", "日本語", "i18n/ja.ftl";
    /// English.
    En = "en", "English", "i18n/en.ftl";
}

impl Language {
    /// Reads a language tag or the name of a system locale: `ja`, `ja-JP`, `ja_JP.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_', '.', '@']).next()?;
        Self::ALL.iter().copied().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The language to use: what was asked for, else the settings, else the system's, else Japanese.
    ///
    /// A tag of no known language is passed over, so that a system set to a third language still gets texts.
    pub fn choose(flag: Option<&str>, configured: Option<&str>, system: Option<&str>) -> Self {
        [flag, configured, system].into_iter().flatten().find_map(Self::from_tag).unwrap_or(Self::Ja)
    }
}

/// A value for a variable of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Text, inserted as it is.
    Text(Cow<'a, str>),
    /// A number, inserted in plain digits; it may choose between singular and plural.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(number.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Arg<'_> {
    fn from(number: u64) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// Largest number that the message library, which counts in binary floating point, holds exactly.
const EXACT: u64 = 1 << 53;

impl Arg<'_> {
    fn value(&self) -> FluentValue<'_> {
        match self {
            Arg::Text(text) => FluentValue::from(text.as_ref()),
            Arg::Number(number) if number.unsigned_abs() <= EXACT => FluentValue::from(*number),
            Arg::Number(number) => FluentValue::from(number.to_string()),
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

/// The texts of one language.
pub struct Texts {
    language: Language,
    bundle: Bundle,
    /// Japanese, for what the language lacks.
    fallback: Option<Bundle>,
}

impl Texts {
    /// Loads the texts of a language.
    pub fn new(language: Language) -> Self {
        let fallback = (language != Language::Ja).then(|| bundle(Language::Ja));
        Self { language, bundle: bundle(language), fallback }
    }

    /// Which language it is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message with this id, or the id itself when there is none.
    pub fn get(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The message with this id and these values, or the id itself when there is none.
    ///
    /// The id may name a part of a message, as `problem-invalid.expected`.
    pub fn format(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// Like [`Self::format`], but `None` when there is no such message.
    pub fn find(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, arg.value());
        }
        find_in(&self.bundle, id, &values).or_else(|| find_in(self.fallback.as_ref()?, id, &values))
    }

    /// Name of a class of differences.
    pub fn class(&self, class: DifferenceClass) -> String {
        self.get(&format!("class-{}", class.name().replace('_', "-")))
    }
}

/// A file that cannot be read in full still gives its good messages; the tests let no such file pass.
fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
    // Marks for right-to-left text would stand as invisible characters in CSV and in tests.
    bundle.set_use_isolating(false);
    let resource =
        FluentResource::try_new(language.source().to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

fn find_in(bundle: &Bundle, id: &str, args: &FluentArgs<'_>) -> Option<String> {
    let (message, part) = id.split_once('.').map_or((id, None), |(message, part)| (message, Some(part)));
    let message = bundle.get_message(message)?;
    let pattern = match part {
        Some(part) => message.get_attribute(part)?.value(),
        None => message.value()?,
    };
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut faults).into_owned();
    // For users a missing variable shows as its name, which is better than no text at all.
    debug_assert!(faults.is_empty(), "{id}: {faults:?}");
    Some(text)
}

#[cfg(test)]
mod tests;
