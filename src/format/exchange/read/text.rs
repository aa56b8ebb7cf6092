//! Normalising of what people and programs put into code columns.

use crate::format::sjis::Encoding;
use unicode_normalization::UnicodeNormalization;

/// Brings a code or number to its plain form: decoded, NFKC (full-width to half-width), blanks around it removed.
pub fn normalise(bytes: &[u8], encoding: Encoding) -> String {
    if bytes.is_ascii() {
        return String::from_utf8_lossy(bytes).trim().to_owned();
    }
    encoding.decode(bytes).nfkc().collect::<String>().trim().to_owned()
}

/// The half-width hyphen for every dash that stands in TAIS codes (standard, ambiguity 22).
pub fn plain_hyphens(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '－' | '―' | '−' | '‐' | '‑' | '–' | '—' | 'ー' | '─' | 'ｰ' => '-',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::sjis::encode;

    #[test]
    fn full_width_and_blanks_are_normalised() {
        let plain = |text: &str| normalise(&encode(text).unwrap(), Encoding::Ms932);
        assert_eq!(plain("３８７"), "387");
        assert_eq!(plain("20261005　"), "20261005");
        assert_eq!(plain(" Ａ２２４１１ "), "A22411");
        assert_eq!(normalise("１２".as_bytes(), Encoding::Utf8), "12");
    }

    #[test]
    fn point_22_every_hyphen_is_read() {
        for text in ["00001－000010", "00001―000010", "00001−000010", "00001-000010"] {
            assert_eq!(plain_hyphens(text), "00001-000010");
        }
    }
}
