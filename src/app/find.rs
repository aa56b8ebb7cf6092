//! Finds clients by what people type: numbers, kanji, kana.

use super::month::Month;
use crate::domain::ids::ClientKey;
use unicode_normalization::UnicodeNormalization;

/// Positions of the clients that fit: by 被保険者番号 (exactly, with or without the insurer's number before it), else by
/// a part of the number, the name or its kana. Hiragana, half-width kana and blanks make no difference.
pub fn find_clients(month: &Month, asked: &str) -> Vec<usize> {
    let wanted = fold(asked);
    if wanted.is_empty() {
        return Vec::new();
    }
    let numbers =
        |client: ClientKey| (client.insured.to_string(), format!("{}{}", client.insurer, client.insured));
    let exact = positions(month, |client| {
        let (insured, whole) = numbers(client);
        fold(&insured) == wanted || fold(&whole) == wanted
    });
    if !exact.is_empty() {
        return exact;
    }
    positions(month, |client| {
        let (insured, _) = numbers(client);
        let profile = month.profile(client);
        let name = |text: Option<&str>| text.is_some_and(|text| fold(text).contains(&wanted));
        insured.contains(&wanted)
            || name(profile.map(|p| p.name.as_str()))
            || name(profile.map(|p| p.kana.as_str()))
    })
}

fn positions(month: &Month, fits: impl Fn(ClientKey) -> bool) -> Vec<usize> {
    let clients = month.clients.iter().enumerate();
    clients.filter(|(_, rows)| fits(rows.client)).map(|(position, _)| position).collect()
}

/// NFKC, capital letters, katakana for hiragana, without blanks and dividers.
fn fold(text: &str) -> String {
    let shift = |c: char| match c {
        'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        other => other,
    };
    let plain = text.nfkc().flat_map(char::to_uppercase).map(shift);
    plain.filter(|c| !c.is_whitespace() && !matches!(c, '-' | '/' | '・')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writing_makes_no_difference() {
        for text in ["ヤマダ　ハナコ", "やまだ はなこ", "ﾔﾏﾀﾞﾊﾅｺ"] {
            assert_eq!(fold(text), "ヤマダハナコ");
        }
        assert_eq!(fold("131987-h000100017"), "131987H000100017");
    }
}
