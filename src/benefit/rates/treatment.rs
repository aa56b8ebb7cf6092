//! 介護職員等処遇改善加算.

use super::{Certainty, NotKnown, Rated, Rates, Table, dated, find, missing};
use crate::domain::ids::ServiceKind;
use crate::domain::month::ServiceMonth;
use serde::Deserialize;
use std::collections::BTreeMap;

/// 利用定員 of an office of 通所型サービス (A6), whose rate depends on it from 2026-06 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Capacity {
    /// 18 people or fewer.
    Small,
    /// 19 people or more.
    Large,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) rate: Vec<RateRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RateRow {
    pub(super) kinds: Vec<ServiceKind>,
    pub(super) capacity: Option<Capacity>,
    pub(super) permille: BTreeMap<String, u32>,
    from: ServiceMonth,
    to: Option<ServiceMonth>,
    certainty: Certainty,
}

dated!(RateRow);

impl Rates {
    /// Permille of a tier (`Ⅰ`, `Ⅰイ`, `旧処遇Ⅰ`, `単一` where a kind has one rate) in a month; 0 when the kind has no such
    /// addition in the month.
    ///
    /// # Errors
    /// When the kind, its tier or the month is not in the table, or `capacity` is needed and not given.
    pub fn treatment(
        &self,
        kind: ServiceKind,
        tier: &str,
        capacity: Option<Capacity>,
        month: ServiceMonth,
    ) -> Result<Rated<u32>, NotKnown> {
        let fits =
            |row: &RateRow| row.kinds.contains(&kind) && (row.capacity.is_none() || row.capacity == capacity);
        let row = find(&self.treatment.rate, month, fits);
        let rate = row.and_then(|row| match row.permille.get(tier) {
            Some(permille) => Some(Rated { value: *permille, certainty: row.certainty }),
            None => row.permille.is_empty().then_some(Rated { value: 0, certainty: row.certainty }),
        });
        rate.ok_or_else(|| missing(Table::Treatment, format!("{kind} {tier}"), month))
    }

    /// Tiers that a kind has in a month, in no particular order.
    pub fn treatment_tiers(&self, kind: ServiceKind, month: ServiceMonth) -> Vec<&str> {
        find(&self.treatment.rate, month, |row| row.kinds.contains(&kind))
            .map(|row| row.permille.keys().map(String::as_str).collect())
            .unwrap_or_default()
    }
}
