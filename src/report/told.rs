//! Sentences that are about several clients: each once, with the first names.

use super::words::Words;
use crate::domain::ids::ClientKey;
use crate::i18n::Arg;
use crate::i18n::width::cut;

/// Most clients who are named before a sentence.
const NAMES: usize = 3;

/// Most cells of a name.
const NAME: usize = 20;

/// Sentences with those whom they are about, in the order in which they were told first.
#[derive(Clone, Debug, Default)]
pub struct Told(Vec<(String, Vec<ClientKey>)>);

impl Told {
    /// Tells a sentence about a client.
    pub fn tell(&mut self, sentence: String, client: ClientKey) {
        match self.0.iter_mut().find(|(known, _)| *known == sentence) {
            Some((_, clients)) => clients.push(client),
            None => self.0.push((sentence, vec![client])),
        }
    }

    /// Each sentence behind the names.
    pub fn lines(&self, words: Words<'_>) -> impl Iterator<Item = String> {
        self.0.iter().map(move |(sentence, clients)| format!("{}: {sentence}", who(words, clients)))
    }
}

/// The first names, and how many more there are.
pub fn who(words: Words<'_>, clients: &[ClientKey]) -> String {
    let (shown, more) = clients.split_at(clients.len().min(NAMES));
    let names: Vec<String> = shown.iter().map(|client| cut(&words.client_name(*client), NAME)).collect();
    let names = names.join(&words.texts.get("block-join"));
    if more.is_empty() {
        return names;
    }
    words.texts.format("fee-and-more", &[("names", Arg::from(names)), ("count", Arg::from(more.len()))])
}
