//! Text of the exchange files: Windows-31J (MS932), with UTF-8 read where a sender used it.

use encoding_rs::{SHIFT_JIS, UTF_8};
use std::borrow::Cow;

/// How the text of a file is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Shift_JIS in the form of Windows (MS932), as the standard asks for (第4.1版 別紙, 文字コード).
    Ms932,
    /// UTF-8, with or without a byte order mark: read with a warning.
    Utf8,
}

/// What is wrong with a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Bytes that are no character of the encoding.
    Undecodable,
    /// A user-defined character (外字, MS932 F040–F9FC).
    Gaiji,
    /// A control character other than a line break or tab.
    Control,
}

/// The UTF-8 byte order mark.
pub const BOM: &[u8] = b"\xEF\xBB\xBF";

impl Encoding {
    /// Tells the encoding of a whole file: a byte order mark or valid UTF-8 with at least one character beyond
    /// ASCII means UTF-8. Shift_JIS text of this kind is practically never valid UTF-8.
    pub fn detect(data: &[u8]) -> Self {
        let utf8 = data.starts_with(BOM) || (!data.is_ascii() && std::str::from_utf8(data).is_ok());
        if utf8 { Encoding::Utf8 } else { Encoding::Ms932 }
    }

    /// Decodes text; what cannot be decoded becomes U+FFFD, 外字 become `〓` (the placeholder printers use).
    pub fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        if bytes.is_ascii() {
            return String::from_utf8_lossy(bytes);
        }
        let table = match self {
            Encoding::Ms932 => SHIFT_JIS,
            Encoding::Utf8 => UTF_8,
        };
        let (text, _) = table.decode_without_bom_handling(bytes);
        if text.chars().any(is_gaiji) {
            Cow::Owned(text.chars().map(|c| if is_gaiji(c) { '〓' } else { c }).collect())
        } else {
            text
        }
    }

    /// Looks for characters that cannot stand in an exchange file.
    pub fn fault(self, bytes: &[u8]) -> Option<TextFault> {
        if bytes.iter().all(|b| (0x20..0x7F).contains(b)) {
            return None;
        }
        let table = match self {
            Encoding::Ms932 => SHIFT_JIS,
            Encoding::Utf8 => UTF_8,
        };
        let (text, broken) = table.decode_without_bom_handling(bytes);
        if broken {
            Some(TextFault::Undecodable)
        } else if text.chars().any(is_gaiji) {
            Some(TextFault::Gaiji)
        } else {
            text.chars().any(is_control).then_some(TextFault::Control)
        }
    }
}

/// Line breaks and tabs may stand in a text.
fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\r' | '\n' | '\t')
}

/// User-defined characters decode to the private use area.
fn is_gaiji(c: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&c)
}

/// Encodes text as MS932.
///
/// Characters that only Unicode tells apart are mapped first (`〜` U+301C → U+FF5E, `−` U+2212 → U+FF0D,
/// `‖` U+2016 → U+2225, `—` U+2014 → U+2015), as Windows software does.
///
/// # Errors
/// The first character that has no MS932 code, with its position in characters from 1. `¥` and `‾` are refused
/// too: the encoder would silently write `\` and `~`.
pub fn encode(text: &str) -> Result<Vec<u8>, (usize, char)> {
    if text.is_ascii() {
        return Ok(text.as_bytes().to_vec());
    }
    let mapped: String = text.chars().map(to_windows_form).collect();
    let refused = |c: char| {
        let mut buffer = [0; 4];
        matches!(c, '¥' | '‾') || is_gaiji(c) || SHIFT_JIS.encode(c.encode_utf8(&mut buffer)).2
    };
    if let Some((index, bad)) = mapped.chars().enumerate().find(|(_, c)| refused(*c)) {
        return Err((index + 1, bad));
    }
    Ok(SHIFT_JIS.encode(&mapped).0.into_owned())
}

/// The first character of MS932 bytes that must not be written, with its position in characters from 1: a 外字, a control
/// character other than a line break or tab, or U+FFFD for bytes that are no character at all.
pub fn first_unwritable(bytes: &[u8]) -> Option<(usize, char)> {
    if bytes.iter().all(|b| (0x20..0x7F).contains(b)) {
        return None;
    }
    let (text, _) = SHIFT_JIS.decode_without_bom_handling(bytes);
    let unwritable = |c: char| c == char::REPLACEMENT_CHARACTER || is_gaiji(c) || is_control(c);
    text.chars().enumerate().find(|(_, c)| unwritable(*c)).map(|(index, c)| (index + 1, c))
}

/// Text as MS932 with a byte that is no character (0xFF) in place of each character that MS932 lacks, so that it can be
/// kept, but never be written.
pub fn encode_or_mark(text: &str) -> Vec<u8> {
    let one = |c: char| {
        let mut buffer = [0; 4];
        encode(c.encode_utf8(&mut buffer)).unwrap_or_else(|_| vec![0xFF])
    };
    encode(text).unwrap_or_else(|_| text.chars().flat_map(one).collect())
}

fn to_windows_form(c: char) -> char {
    match c {
        '\u{301C}' => '\u{FF5E}',
        '\u{2212}' => '\u{FF0D}',
        '\u{2016}' => '\u{2225}',
        '\u{2014}' => '\u{2015}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vendor_characters_survive() {
        for text in ["髙橋　﨑", "①Ⅱ㈱№", "ﾃﾞｲ", "德永"] {
            let bytes = encode(text).unwrap();
            assert_eq!(Encoding::Ms932.decode(&bytes), text);
            assert_eq!(Encoding::Ms932.fault(&bytes), None);
        }
    }

    #[test]
    fn unicode_twins_are_mapped_and_the_rest_refused_with_the_place() {
        assert_eq!(encode("10〜11時").unwrap(), encode("10～11時").unwrap());
        assert_eq!(encode("山𠮷"), Err((2, '𠮷')));
        assert_eq!(encode("♥か"), Err((1, '♥')));
        assert_eq!(encode("価格¥"), Err((3, '¥')));
    }

    #[test]
    fn faults_are_told_apart() {
        assert_eq!(Encoding::Ms932.fault(b"\x85\x40abc"), Some(TextFault::Undecodable));
        assert_eq!(Encoding::Ms932.fault(b"\x83\""), Some(TextFault::Undecodable));
        assert_eq!(Encoding::Ms932.fault(b"\xF0\x40"), Some(TextFault::Gaiji));
        assert_eq!(Encoding::Ms932.decode(b"\xF0\x40"), "〓");
        assert_eq!(Encoding::Ms932.fault(b"a\0b"), Some(TextFault::Control));
        assert_eq!(Encoding::Ms932.fault(b"a\r\nb"), None);
    }

    #[test]
    fn utf8_is_recognised_with_and_without_a_mark() {
        assert_eq!(Encoding::detect("\u{FEFF}あ".as_bytes()), Encoding::Utf8);
        assert_eq!(Encoding::detect("佐藤　和子".as_bytes()), Encoding::Utf8);
        assert_eq!(Encoding::detect(&encode("佐藤　和子").unwrap()), Encoding::Ms932);
        assert_eq!(Encoding::detect(b"202407,131987"), Encoding::Ms932);
    }

    #[test]
    fn thousands_of_codes_do_not_survive_a_round_trip() {
        // This is why untouched cells are written back from their raw bytes.
        let mut lost = 0;
        for lead in (0x81..=0x9F_u8).chain(0xE0..=0xFC) {
            for trail in (0x40..=0x7E_u8).chain(0x80..=0xFC) {
                let pair = [lead, trail];
                let (text, bad) = SHIFT_JIS.decode_without_bom_handling(&pair);
                if !bad && SHIFT_JIS.encode(&text).0.as_ref() != pair {
                    lost += 1;
                }
            }
        }
        assert_eq!(lost, 2278);
    }
}
