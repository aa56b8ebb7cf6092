//! 公費 and the order in which they apply.

use super::{Certainty, Rated, Rates};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) order: Vec<LawRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LawRow {
    pub(super) law: String,
    pub(super) name: String,
    certainty: Certainty,
}

impl Rates {
    /// Place of a 法別番号 among the 公費 of a client, from 0: the smaller applies first. `None` when unknown.
    pub fn public_order(&self, law: &str) -> Option<Rated<usize>> {
        let found = self.public.order.iter().enumerate().find(|(_, row)| row.law == law);
        found.map(|(place, row)| Rated { value: place, certainty: row.certainty })
    }

    /// Name of a 法別番号.
    pub fn public_name(&self, law: &str) -> Option<&str> {
        self.public.order.iter().find(|row| row.law == law).map(|row| row.name.as_str())
    }
}
