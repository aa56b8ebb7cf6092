//! 総合事業: the country's model units, for places without a municipal code master.

use super::{Certainty, Dated, Rates, dated};
use crate::benefit::money::Units;
use crate::domain::ids::ServiceKind;
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use serde::Deserialize;

/// What the units of a service are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Per {
    /// 1月につき.
    Month,
    /// 1回につき.
    Visit,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) service: Vec<MunicipalRow>,
}

/// A service of 総合事業.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MunicipalRow {
    /// サービス種類.
    pub kind: ServiceKind,
    /// サービス名称.
    pub name: String,
    /// サービス項目コード, where known.
    pub item: Option<String>,
    /// Units.
    pub units: Units,
    /// What the units are for.
    pub per: Per,
    /// Levels it is for; all when empty.
    #[serde(default)]
    pub levels: Vec<CareLevel>,
    /// サービス項目コード of a day (日割).
    pub daily_item: Option<String>,
    /// Units of a day (日割).
    pub daily_units: Option<Units>,
    from: ServiceMonth,
    to: Option<ServiceMonth>,
    /// How well the row is established.
    pub certainty: Certainty,
}

dated!(MunicipalRow);

impl Rates {
    /// Services of a kind of 総合事業 in a month; none where only the municipality knows.
    pub fn municipal(&self, kind: ServiceKind, month: ServiceMonth) -> impl Iterator<Item = &MunicipalRow> {
        self.municipal.service.iter().filter(move |row| row.kind == kind && row.is_in_force(month))
    }
}
