//! What is counted to the limit, by kind and by name.

use super::{Certainty, Dated, NotKnown, Rated, Rates, Table, dated, find, missing};
use crate::domain::ids::ServiceKind;
use crate::domain::month::ServiceMonth;
use serde::Deserialize;

/// Where a row of the 別表 counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Inside 区分支給限度基準額.
    InLimit,
    /// Outside the limit (限度額管理対象外); units stand in brackets.
    Outside(Step),
    /// A day of a short stay beyond 30 days (30日超): the client pays all.
    Over30Days,
}

/// Where a row outside the limit stands in the order of 算定. Every step is a percentage of the covered units and of
/// what the steps before it left, so the order decides the yen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// 同一建物減算.
    SameBuilding,
    /// 特別地域加算 or 中山間地域等における小規模事業所加算.
    Area,
    /// 中山間地域等に居住する者へのサービス提供加算.
    Mountain,
    /// 感染症又は災害による利用者減の加算 (3 percent of the covered units).
    Disaster,
    /// Fixed units: サービス提供体制強化加算, 特別管理加算 …
    Other,
    /// 介護職員等処遇改善加算, on everything before it.
    Treatment,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) outside: Vec<OutsideRow>,
    pub(super) kind: Vec<KindRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutsideRow {
    names: Vec<String>,
    step: Step,
    /// Kinds that have it; all when empty.
    #[serde(default)]
    pub(super) kinds: Vec<ServiceKind>,
    from: ServiceMonth,
    to: Option<ServiceMonth>,
    certainty: Certainty,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KindRow {
    pub(super) kinds: Vec<ServiceKind>,
    in_limit: bool,
    from: Option<ServiceMonth>,
    to: Option<ServiceMonth>,
    certainty: Certainty,
}

dated!(OutsideRow);

impl Dated for KindRow {
    fn span(&self) -> (Option<ServiceMonth>, Option<ServiceMonth>) {
        (self.from, self.to)
    }
}

impl Rates {
    /// Whether services of a kind count to the limit at all.
    ///
    /// # Errors
    /// When the kind is unknown or was abolished before the month.
    pub fn kind_in_limit(&self, kind: ServiceKind, month: ServiceMonth) -> Result<Rated<bool>, NotKnown> {
        find(&self.outside.kind, month, |row| row.kinds.contains(&kind))
            .map(|row| Rated { value: row.in_limit, certainty: row.certainty })
            .ok_or_else(|| missing(Table::KindPlace, kind.as_str(), month))
    }

    /// The step of an addition or reduction that is outside the limit although its kind is inside, by words of its
    /// name; `None` when the name is of nothing on the list, which then is inside.
    pub fn outside_by_name(&self, kind: ServiceKind, name: &str, month: ServiceMonth) -> Option<Rated<Step>> {
        let holds_all = |words: &String| words.split(' ').all(|word| name.contains(word));
        let fits = |row: &OutsideRow| {
            (row.kinds.is_empty() || row.kinds.contains(&kind)) && row.names.iter().any(holds_all)
        };
        find(&self.outside.outside, month, fits)
            .map(|row| Rated { value: row.step, certainty: row.certainty })
    }
}
