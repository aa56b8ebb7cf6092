//! 区分支給限度基準額.

use super::{Certainty, NotKnown, Rated, Rates, Table, dated, find, missing};
use crate::benefit::money::Units;
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) limit: Vec<LimitRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LimitRow {
    pub(super) level: CareLevel,
    units: Units,
    from: ServiceMonth,
    to: Option<ServiceMonth>,
    certainty: Certainty,
}

dated!(LimitRow);

impl Rates {
    /// 区分支給限度基準額 of a level, in units a month. It is never prorated.
    ///
    /// # Errors
    /// When the month lies outside the table.
    pub fn limit(&self, level: CareLevel, month: ServiceMonth) -> Result<Rated<Units>, NotKnown> {
        find(&self.limits.limit, month, |row| row.level == level)
            .map(|row| Rated { value: row.units, certainty: row.certainty })
            .ok_or_else(|| missing(Table::Limit, level.code(), month))
    }
}
