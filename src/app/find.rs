//! Finds clients by what people type: numbers, kanji, kana, romaji.

use super::month::Month;
use super::search::{Query, fold};
use crate::domain::ids::ClientKey;

/// Positions of the clients that fit: by 被保険者番号 (exactly, with or without the insurer's number before it), else by
/// a part of the number, the name or its kana. Hiragana, half-width kana, romaji and blanks make no difference.
pub fn find_clients(month: &Month, asked: &str) -> Vec<usize> {
    let query = Query::new(asked);
    if query.is_empty() {
        return Vec::new();
    }
    let wanted = query.plain();
    let exact = positions(month, |ClientKey { insurer, insured }| {
        insured.as_str() == wanted || wanted.strip_prefix(insurer.as_str()) == Some(insured.as_str())
    });
    if !exact.is_empty() {
        return exact;
    }
    positions(month, |client| {
        let profile = month.profile(client);
        let fits = |text: Option<&str>| text.is_some_and(|text| query.matches(&fold(text)));
        client.insured.as_str().contains(wanted)
            || fits(profile.map(|profile| profile.name.as_str()))
            || fits(profile.map(|profile| profile.kana.as_str()))
    })
}

fn positions(month: &Month, fits: impl Fn(ClientKey) -> bool) -> Vec<usize> {
    let clients = month.clients.iter().enumerate();
    clients.filter(|(_, rows)| fits(rows.client)).map(|(position, _)| position).collect()
}
