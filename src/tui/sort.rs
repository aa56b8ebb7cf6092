//! In which order a list of clients stands: what it is ordered by, and in which direction.

use super::env::Env;
use crate::i18n::Arg;
use std::collections::BTreeMap;

/// What a list is ordered by.
pub trait SortKey: Copy + Default + PartialEq + 'static {
    /// Every order; the first one is the default.
    const ALL: &'static [Self];

    /// Message with its name; also the name it is remembered by.
    fn label(self) -> &'static str;
}

/// Declares what a list is ordered by, each with its message.
macro_rules! sort_keys {
    ($(#[$of:meta])* $name:ident { $($(#[$doc:meta])* $key:ident = $id:literal;)+ }) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name { #[default] $($(#[$doc])* $key,)+ }

        impl $crate::tui::sort::SortKey for $name {
            const ALL: &'static [Self] = &[$($name::$key),+];

            fn label(self) -> &'static str {
                match self { $($name::$key => $id,)+ }
            }
        }
    };
}
pub(in crate::tui) use sort_keys;

/// An order and its direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort<K> {
    /// What the list is ordered by.
    pub key: K,
    /// Whether the last one stands first.
    pub is_turned: bool,
}

impl<K: SortKey> Sort<K> {
    /// An order in its usual direction.
    pub fn by(key: K) -> Self {
        Self { key, is_turned: false }
    }

    /// The other direction.
    pub fn turned(self) -> Self {
        Self { is_turned: !self.is_turned, ..self }
    }

    /// What choosing an order makes of this one: the order in force is turned around.
    pub fn chosen(self, sort: Self) -> Self {
        if sort.key == self.key { self.turned() } else { sort }
    }

    /// Its name, and whether it is turned around.
    pub fn describe(self, env: &Env) -> String {
        let order = env.text(self.key.label());
        if self.is_turned { env.format("sort-turned", &[("order", Arg::from(order))]) } else { order }
    }

    /// The order to be remembered.
    pub fn remember(self) -> BTreeMap<String, String> {
        let turned = if self.is_turned { "yes" } else { "no" };
        [("sort", self.key.label()), ("sort-turned", turned)]
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
            .into()
    }

    /// A remembered order, or the default one.
    pub fn recall(saved: &BTreeMap<String, String>) -> Self {
        let named = saved.get("sort").and_then(|id| K::ALL.iter().find(|key| key.label() == id));
        Self {
            key: named.copied().unwrap_or_default(),
            is_turned: saved.get("sort-turned").is_some_and(|turned| turned == "yes"),
        }
    }
}
