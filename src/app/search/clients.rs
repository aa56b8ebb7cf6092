//! Clients by number, name, kana or romaji of the kana.

use super::romaji::{begins_syllable, is_kana, of_kana};
use super::{Query, plain};
use crate::app::month::Month;
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber};
use rayon::prelude::*;
use std::fmt::Write;

/// Every client's folded keys in one text, so that a query is one pass over it. A record is a line of five fields
/// divided by tabs: 被保険者番号, 保険者番号 and 被保険者番号, name, kana, romaji.
#[derive(Debug, Default)]
pub struct ClientSearch {
    text: String,
    /// Where the record of each client ends.
    ends: Vec<u32>,
    /// Order of clients that fit alike.
    order: Vec<u32>,
}

const INSURED: usize = InsuredNumber::WIDTH;
const WHOLE: usize = InsurerNumber::WIDTH + InsuredNumber::WIDTH;
/// Where the name begins in a record.
const NAME: usize = INSURED + 1 + WHOLE + 1;

/// How well a client fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Number,
    NumberBegins,
    NameBegins,
    Contains,
}

/// Folded texts of a client.
#[derive(Debug)]
pub(in crate::app) struct ClientText {
    pub(in crate::app) name: String,
    pub(in crate::app) kana: String,
    romaji: String,
}

impl ClientText {
    /// Folds what is known of each client, in their order.
    pub(in crate::app) fn of_all(month: &Month) -> Vec<Self> {
        let text = |client: ClientKey| {
            let profile = month.profile(client);
            let name = profile.map(|profile| plain(&profile.name)).unwrap_or_default();
            let kana = profile.map(|profile| plain(&profile.kana)).unwrap_or_default();
            let spoken = if kana.is_empty() { &name } else { &kana };
            let romaji = if spoken.chars().any(is_kana) { of_kana(spoken) } else { String::new() };
            Self { name, kana, romaji }
        };
        month.clients.par_iter().with_min_len(256).map(|rows| text(rows.client)).collect()
    }
}

impl ClientSearch {
    /// Makes the keys ready. `order` is the place of each client among those that fit alike.
    pub(in crate::app) fn new(month: &Month, texts: &[ClientText], order: Vec<u32>) -> Self {
        let mut search = Self { text: String::new(), ends: Vec::with_capacity(texts.len()), order };
        for (rows, text) in month.clients.iter().zip(texts) {
            let ClientKey { insurer, insured } = rows.client;
            // Writing to a String cannot fail.
            let _ = writeln!(
                search.text,
                "{insured}\t{insurer}{insured}\t{}\t{}\t{}",
                text.name, text.kana, text.romaji
            );
            search.ends.push(u32::try_from(search.text.len()).unwrap_or(u32::MAX));
        }
        search
    }

    /// Positions of the clients that fit, best first: the number exactly, the number begins so, the name or its kana
    /// begins so, anything contains it. Nothing typed finds nobody.
    pub fn find(&self, typed: &str) -> Vec<u32> {
        let query = Query::new(typed);
        if query.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        self.collect(&query.plain, false, &mut found);
        if let Some(romaji) = &query.romaji {
            self.collect(romaji, true, &mut found);
        }
        found.sort_unstable();
        let mut is_taken = vec![false; self.ends.len()];
        let first = |client: u32| {
            is_taken.get_mut(client as usize).is_some_and(|taken| !std::mem::replace(taken, true))
        };
        let clients = found.into_iter().map(|(_, _, client)| client);
        clients.scan(first, |first, client| Some(first(client).then_some(client))).flatten().collect()
    }

    /// One pass over all records; every client is noted once a rank at most.
    fn collect(&self, wanted: &str, is_romaji: bool, found: &mut Vec<(Rank, u32, u32)>) {
        let mut client = 0;
        let mut start = 0;
        for (at, _) in self.text.match_indices(wanted) {
            while let Some(end) = self.ends.get(client).map(|end| *end as usize).filter(|end| *end <= at) {
                client += 1;
                start = end;
            }
            let Some(rank) = self.rank(at, start, wanted, is_romaji) else { continue };
            let index = u32::try_from(client).unwrap_or(u32::MAX);
            if found.last().is_none_or(|(known, _, last)| (*known, *last) != (rank, index)) {
                let place = self.order.get(client).copied().unwrap_or(u32::MAX);
                found.push((rank, place, index));
            }
        }
    }

    fn rank(&self, at: usize, start: usize, wanted: &str, is_romaji: bool) -> Option<Rank> {
        let text = self.text.as_bytes();
        let place = at - start;
        let begins = at.checked_sub(1).and_then(|before| text.get(before)).is_none_or(|b| *b <= b'\n');
        if place >= NAME {
            let fits = !is_romaji || begins || begins_syllable(text, at);
            return fits.then_some(if begins { Rank::NameBegins } else { Rank::Contains });
        }
        let is_whole = wanted.len() == if place == 0 { INSURED } else { WHOLE };
        match (begins, is_whole) {
            (true, true) => Some(Rank::Number),
            (true, false) => Some(Rank::NumberBegins),
            (false, _) => (place < INSURED).then_some(Rank::Contains),
        }
    }
}
