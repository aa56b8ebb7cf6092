//! 1単位の単価.

use super::{Certainty, NotKnown, Rated, Rates, Table, dated, find, missing};
use crate::benefit::money::UnitPrice;
use crate::domain::ids::ServiceKind;
use crate::domain::month::ServiceMonth;
use serde::Deserialize;

/// 地域区分 of the service office (not of the client, not of the insurer): 1 to 7 are 1級地 to 7級地, 8 is その他.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "u8")]
pub struct AreaGrade(u8);

impl AreaGrade {
    /// Every grade.
    pub const ALL: [Self; 8] = [Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7), Self(8)];

    /// A grade by its number.
    pub fn new(number: u8) -> Option<Self> {
        (1..=8).contains(&number).then_some(Self(number))
    }

    /// A grade as people write it: `1` to `7`, and `other` for その他.
    pub fn named(text: &str) -> Option<Self> {
        if text == "other" { Self::new(8) } else { Self::new(text.parse().ok()?).filter(|grade| grade.0 < 8) }
    }

    /// 1 to 8.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for AreaGrade {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("a grade is 1 to 8")
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) price: Vec<PriceRow>,
    pub(super) group: Vec<GroupRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PriceRow {
    pub(super) grade: AreaGrade,
    pub(super) labour_70: u32,
    pub(super) labour_55: u32,
    pub(super) labour_45: u32,
    flat: u32,
    from: ServiceMonth,
    to: Option<ServiceMonth>,
    certainty: Certainty,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupRow {
    share: LabourShare,
    pub(super) kinds: Vec<ServiceKind>,
    /// Priced by the municipality: the price here is only the usual one.
    #[serde(default)]
    municipal: bool,
    from: ServiceMonth,
    to: Option<ServiceMonth>,
    certainty: Certainty,
}

/// 人件費割合 of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum LabourShare {
    #[serde(rename = "labour_70")]
    Percent70,
    #[serde(rename = "labour_55")]
    Percent55,
    #[serde(rename = "labour_45")]
    Percent45,
    Flat,
}

dated!(PriceRow, GroupRow);

impl Rates {
    /// The price of a unit of a kind at offices of a grade. For 総合事業 it is the usual price of the municipality and
    /// never [`Certainty::Sure`]: the municipality's own price stands before it.
    ///
    /// # Errors
    /// When the kind has no national price (most of 総合事業) or the month lies outside the table.
    pub fn unit_price(
        &self,
        kind: ServiceKind,
        grade: AreaGrade,
        month: ServiceMonth,
    ) -> Result<Rated<UnitPrice>, NotKnown> {
        let gap = || missing(Table::UnitPrice, format!("{kind}, grade {}", grade.number()), month);
        let group = find(&self.prices.group, month, |row| row.kinds.contains(&kind)).ok_or_else(gap)?;
        let price = find(&self.prices.price, month, |row| row.grade == grade).ok_or_else(gap)?;
        let hundredths = match group.share {
            LabourShare::Percent70 => price.labour_70,
            LabourShare::Percent55 => price.labour_55,
            LabourShare::Percent45 => price.labour_45,
            LabourShare::Flat => price.flat,
        };
        Ok(Rated {
            value: UnitPrice::from_hundredths(hundredths),
            certainty: group.certainty.min(price.certainty),
        })
    }

    /// Whether the municipality sets the price of a kind (総合事業).
    pub fn is_priced_by_municipality(&self, kind: ServiceKind) -> bool {
        kind.as_str().starts_with('A')
            || self.prices.group.iter().any(|row| row.municipal && row.kinds.contains(&kind))
    }
}
