//! One spelling for every way to write Japanese in letters: Hepburn and Kunrei, with and without long vowels.

use wana_kana::ConvertJapanese;

/// Whether a character of a plain text is katakana or the long-vowel mark.
pub(super) fn is_kana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

/// Romaji of the kana of a plain text; anything else becomes a blank, so that nothing is found across it.
pub(super) fn of_kana(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len());
    for run in plain.split_inclusive(|c| !is_kana(c)) {
        let kana = run.trim_end_matches(|c| !is_kana(c));
        spoken(kana, &mut out);
        if kana.len() < run.len() && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// What somebody typed as romaji: letters, alone or behind kana (half-converted). `None` when there are no letters, or
/// anything else.
pub(super) fn typed(plain: &str) -> Option<String> {
    // Letters with a long mark decompose into the letter and the mark.
    let letters: String = unicode_normalization::UnicodeNormalization::nfd(plain)
        .filter(|c| !matches!(c, '\u{300}'..='\u{36F}' | '\'' | '’'))
        .flat_map(char::to_lowercase)
        .collect();
    let letters: String = unicode_normalization::UnicodeNormalization::nfc(letters.as_str()).collect();
    let is_spelled = letters.chars().all(|c| c.is_ascii_lowercase() || is_kana(c));
    if !is_spelled || !letters.bytes().any(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let mut out = String::with_capacity(letters.len());
    spoken(&letters, &mut out);
    Some(out)
}

/// Kana and letters in one spelling; long marks are not spelled.
fn spoken(text: &str, out: &mut String) {
    canonical(&text.replace('ー', "").to_romaji(), out);
}

/// Whether a syllable begins at a place of canonical romaji.
pub(super) fn begins_syllable(romaji: &[u8], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| romaji.get(before)) else { return true };
    match romaji.get(at) {
        // After n a vowel or y goes on with its syllable, as far as one can tell.
        Some(b'y') => is_vowel(*before) || *before == b' ',
        Some(letter) if is_vowel(*letter) => is_vowel(*before) || *before == b' ',
        _ => is_vowel(*before) || matches!(before, b' ' | b'n'),
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'i' | b'u' | b'e' | b'o')
}

/// Brings romaji to one spelling, close to Kunrei: `sya`, `ti`, `tu`, `hu`, `zi`; no long vowels but that of i; one n.
/// What is half a word comes out as the beginning of what the whole word gives.
fn canonical(romaji: &str, out: &mut String) {
    let bytes = romaji.as_bytes();
    let mut at = 0;
    let mut last = None;
    while let Some(letter) = bytes.get(at).copied() {
        let next = bytes.get(at + 1).copied();
        let after = bytes.get(at + 2).copied();
        let (spelled, taken) = spell(letter, next, after, last);
        for letter in spelled.bytes() {
            let is_doubled = match letter {
                b'o' | b'u' if last == Some(b'o') => true,
                b'a' | b'e' | b'u' | b'n' => last == Some(letter),
                _ => false,
            };
            if !is_doubled {
                out.push(char::from(letter));
                last = Some(letter);
            }
        }
        at += taken;
    }
}

/// The spelling of what begins with a letter, and how many letters that takes.
fn spell(letter: u8, next: Option<u8>, after: Option<u8>, last: Option<u8>) -> (&'static str, usize) {
    let before_vowel = |letter: Option<u8>| letter.is_some_and(|letter| is_vowel(letter) && letter != b'i');
    match (letter, next) {
        (b's', Some(b'h')) => (if before_vowel(after) { "sy" } else { "s" }, 2),
        (b'c', Some(b'h')) => (if before_vowel(after) { "ty" } else { "t" }, 2),
        (b't', Some(b's')) => ("t", 2),
        (b'c', Some(b'y' | b'c' | b'i') | None) => ("t", 1),
        (b'c', _) => ("k", 1),
        (b'j', _) => (if before_vowel(next) { "zy" } else { "z" }, 1),
        (b'd', Some(b'i' | b'u')) => ("z", 1),
        (b'w', Some(b'o')) => ("", 1),
        (b'm', Some(b'b' | b'p')) => ("n", 1),
        // satoh, ohno
        (b'h', _) if last == Some(b'o') && !next.is_some_and(|next| is_vowel(next) || next == b'y') => {
            ("", 1)
        }
        _ => (plain_letter(letter), 1),
    }
}

fn plain_letter(letter: u8) -> &'static str {
    const LETTERS: [&str; 26] = [
        "a", "b", "k", "d", "e", "h", "g", "h", "i", "z", "k", "r", "m", "n", "o", "p", "k", "r", "s", "t",
        "u", "b", "w", "x", "y", "z",
    ];
    letter.checked_sub(b'a').and_then(|index| LETTERS.get(usize::from(index))).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spelled(text: &str) -> String {
        typed(&super::super::plain(text)).unwrap_or_default()
    }

    fn sound(text: &str) -> String {
        of_kana(&super::super::plain(text))
    }

    #[test]
    fn every_spelling_gives_the_same() {
        for (kana, spellings) in [
            ("シミズ", &["shimizu", "simizu", "SHIMIZU"][..]),
            ("ツチヤ", &["tsuchiya", "tutiya", "ｔｓｕｃｈｉｙａ"]),
            ("サトウ", &["sato", "satou", "satoh", "satoo", "satō"]),
            ("オオノ", &["ono", "oono", "ohno", "ōno"]),
            ("ハットリ", &["hattori"]),
            ("マッチャ", &["matcha", "mattya", "maccha"]),
            ("ケンイチ", &["kenichi", "ken'ichi", "kenniti"]),
            ("ジュンコ", &["junko", "zyunko", "jyunko"]),
            ("フジワラ", &["fujiwara", "huziwara"]),
            ("ナンバ", &["namba", "nanba"]),
            ("ユウコ", &["yuko", "yuuko", "yūko"]),
            ("カヅコ", &["kazuko", "kaduko"]),
            ("シャチョウ", &["shacho", "syatyou"]),
            ("センター", &["senta", "sentaa", "sentā"]),
        ] {
            for spelling in spellings {
                assert_eq!(spelled(spelling), sound(kana), "{spelling} for {kana}");
            }
        }
    }

    #[test]
    fn half_a_word_is_the_beginning_of_the_whole() {
        for (word, kana) in
            [("yamada", "ヤマダ"), ("tsuchiya", "ツチヤ"), ("shacho", "シャチョウ"), ("junko", "ジュンコ")]
        {
            for end in 1..=word.len() {
                assert!(sound(kana).starts_with(&spelled(&word[..end])), "{}", &word[..end]);
            }
        }
        assert!(sound("やまだ").starts_with(&spelled("やまd")), "half-converted");
    }

    #[test]
    fn numbers_and_kanji_are_no_romaji() {
        for text in ["", "123", "山田", "ヤマダ", "a1", "山da"] {
            assert_eq!(typed(&super::super::plain(text)), None, "{text}");
        }
        assert_eq!(sound("ひまわり訪問ケア"), "himawari kea");
    }

    #[test]
    fn syllables_begin_at_consonants_after_vowels() {
        let text = b"yamada ai kenta";
        let begins: Vec<usize> =
            (0..text.len()).filter(|at| text[*at] != b' ' && begins_syllable(text, *at)).collect();
        assert_eq!(begins, [0, 2, 4, 7, 8, 10, 12, 13]);
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "[ァ-ヺー-ヿa-zA-Zぁ-ゟ゛゜一-丁ｦ-ﾟ ]{0,12}") {
            let folded = super::super::fold(&text);
            prop_assert!(super::super::Query::new(&text).is_empty() || super::super::Query::new(&text).matches(&folded));
        }
    }
}
