//! Rate tables: dated rows in `rates/*.toml`, looked up by service month.
//!
//! A change of rates is a new row with its first month, and a last month on the row before; no code changes, and old
//! months stay computable. What the tables do not hold is said as [`NotKnown`], never guessed.

use crate::domain::month::ServiceMonth;
use serde::Deserialize;
use std::sync::LazyLock;

mod fees;
mod limits;
mod municipal;
mod outside;
mod prices;
mod public;
#[cfg(test)]
mod tests;
mod treatment;

pub use fees::{
    AdditionRow, CareFeeRow, ConcentrationRow, FactorRow, FeeTier, FeeType, PreventionFeeRow, Threshold,
};
pub use municipal::{MunicipalRow, Per};
pub use outside::{Place, Step};
pub use prices::AreaGrade;
pub use treatment::Capacity;

/// How well the source of a rate is established. Anything below [`Certainty::Sure`] is to be shown with the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// From memory; compare with the official table before use.
    Unsure,
    /// From a second-hand source.
    Likely,
    /// Read in the official table.
    Sure,
}

/// A rate and how well it is established.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rated<T> {
    /// The rate.
    pub value: T,
    /// How well it is established.
    pub certainty: Certainty,
}

/// One of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// 区分支給限度基準額.
    Limit,
    /// 1単位の単価.
    UnitPrice,
    /// 居宅介護支援費, 介護予防支援費.
    Fee,
    /// 居宅介護支援費 and 介護予防支援費: additions and reductions in units.
    FeeAddition,
    /// 居宅介護支援費 and 介護予防支援費: factors in percent.
    FeeFactor,
    /// 逓減制.
    FeeThreshold,
    /// 特定事業所集中減算.
    Concentration,
    /// 介護職員等処遇改善加算.
    Treatment,
    /// Whole kinds inside or outside the limit.
    KindPlace,
}

/// A table has no row for a key in a month.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{table:?}: nothing is known of {key} in {month}")]
pub struct NotKnown {
    /// The table.
    pub table: Table,
    /// What was looked up.
    pub key: String,
    /// For which month.
    pub month: ServiceMonth,
}

/// All tables.
#[derive(Debug, Default)]
pub struct Rates {
    limits: limits::File,
    prices: prices::File,
    treatment: treatment::File,
    fees: fees::File,
    outside: outside::File,
    municipal: municipal::File,
    public: public::File,
}

static BUILT_IN: LazyLock<Rates> = LazyLock::new(|| Rates::parse().unwrap_or_default());

impl Rates {
    /// The tables of this version of the program.
    ///
    /// A test reads them all; were they unreadable nevertheless, every look-up would answer [`NotKnown`].
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    fn parse() -> Result<Self, toml::de::Error> {
        Ok(Self {
            limits: toml::from_str(include_str!("rates/limits.toml"))?,
            prices: toml::from_str(include_str!("rates/prices.toml"))?,
            treatment: toml::from_str(include_str!("rates/treatment.toml"))?,
            fees: toml::from_str(include_str!("rates/fees.toml"))?,
            outside: toml::from_str(include_str!("rates/outside.toml"))?,
            municipal: toml::from_str(include_str!("rates/municipal.toml"))?,
            public: toml::from_str(include_str!("rates/public.toml"))?,
        })
    }
}

/// A row that is in force in some months.
trait Dated {
    /// First and last month; `None` where the row is open.
    fn span(&self) -> (Option<ServiceMonth>, Option<ServiceMonth>);

    fn is_in_force(&self, month: ServiceMonth) -> bool {
        let (from, to) = self.span();
        from.is_none_or(|from| from <= month) && to.is_none_or(|to| month <= to)
    }
}

/// Implements [`Dated`] for rows with the fields `from` (always there) and `to`.
macro_rules! dated {
    ($($row:ty),+) => {$(
        impl $crate::benefit::rates::Dated for $row {
            fn span(&self) -> (Option<ServiceMonth>, Option<ServiceMonth>) {
                (Some(self.from), self.to)
            }
        }
    )+};
}
use dated;

/// The first row that is in force in a month and fits.
fn find<T: Dated>(rows: &[T], month: ServiceMonth, fits: impl Fn(&T) -> bool) -> Option<&T> {
    rows.iter().find(|row| row.is_in_force(month) && fits(row))
}

fn missing(table: Table, key: impl Into<String>, month: ServiceMonth) -> NotKnown {
    NotKnown { table, key: key.into(), month }
}
