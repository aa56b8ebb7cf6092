//! Search as people type: kanji, kana of either width, romaji (also half a word), full-width letters and digits.
//!
//! Texts are folded once ([`fold`]); a [`Query`] is folded once and then compared by plain byte search.

mod clients;
mod romaji;
#[cfg(test)]
mod tests;

pub use clients::ClientSearch;
pub(super) use clients::ClientText;

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Stands between the plain form of a text and the romaji of its kana.
const SHADOW: char = '\u{1}';

/// The form of a text that a [`Query`] is compared with: its plain form and, when it has kana, their romaji behind a
/// mark. Not meant to be shown.
pub fn fold(text: &str) -> String {
    let mut out = plain(text);
    if out.chars().any(romaji::is_kana) {
        let shadow = romaji::of_kana(&out);
        out.push(SHADOW);
        out.push_str(&shadow);
    }
    out
}

/// NFKC, capital letters, katakana for hiragana, usual for variant kanji of names, without blanks and dividers.
pub fn plain(text: &str) -> String {
    let composed = match is_nfkc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfkc().collect::<String>()),
    };
    let mut out = String::with_capacity(composed.len());
    for c in composed.chars() {
        match c {
            'ぁ'..='ゖ' => out.extend(char::from_u32(c as u32 + 0x60)),
            '-' | '/' | '・' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => {}
            _ if c.is_whitespace() || c.is_control() => {}
            _ if c.is_ascii() => out.push(c.to_ascii_uppercase()),
            _ => out.extend(usual_form(c).to_uppercase()),
        }
    }
    out
}

/// Variant kanji that names are written with, and the form that people type.
fn usual_form(c: char) -> char {
    match c {
        '髙' => '高',
        '﨑' | '嵜' | '碕' => '崎',
        '𠮷' => '吉',
        '濵' | '濱' => '浜',
        '邊' | '邉' => '辺',
        '齋' | '齊' | '斎' => '斉',
        '澤' => '沢',
        '櫻' => '桜',
        '嶋' | '嶌' => '島',
        '廣' => '広',
        '眞' => '真',
        '國' => '国',
        '榮' => '栄',
        '德' => '徳',
        '惠' => '恵',
        '栁' => '柳',
        '桒' => '桑',
        other => other,
    }
}

/// What was typed, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    plain: String,
    romaji: Option<String>,
}

/// How well a text fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It begins so.
    Begins,
    /// It stands inside.
    Contains,
}

impl Query {
    /// Folds what was typed.
    pub fn new(typed: &str) -> Self {
        let plain = plain(typed);
        let romaji = romaji::typed(&plain).filter(|romaji| !romaji.is_empty());
        Self { plain, romaji }
    }

    /// Whether nothing was typed that could be looked for; then nothing fits.
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// What was typed in its plain form.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// Whether a text folded by [`fold`] fits.
    pub fn matches(&self, folded: &str) -> bool {
        self.fit(folded).is_some()
    }

    /// How well a text folded by [`fold`] fits; romaji fit from the beginning of a syllable.
    pub fn fit(&self, folded: &str) -> Option<Fit> {
        if self.is_empty() {
            return None;
        }
        let (text, shadow) = folded.split_once(SHADOW).unwrap_or((folded, ""));
        let fit = |begins: bool| if begins { Fit::Begins } else { Fit::Contains };
        let by_text = text.find(&self.plain).map(|at| fit(at == 0));
        let by_sound = self.romaji.as_ref().and_then(|romaji| {
            let mut places = shadow.match_indices(romaji.as_str()).map(|(at, _)| at);
            places.find(|at| romaji::begins_syllable(shadow.as_bytes(), *at)).map(|at| fit(at == 0))
        });
        by_text.into_iter().chain(by_sound).min()
    }
}
