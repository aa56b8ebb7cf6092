//! The unit price of an office for a kind: what is known of the office, then of the municipality, then the table.

use super::money::UnitPrice;
use super::rates::{AreaGrade, Certainty, NotKnown, Rates, Table};
use crate::domain::ids::{InsurerNumber, OfficeNumber, ServiceKind};
use crate::domain::month::ServiceMonth;

/// Whose price it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceOwner {
    /// Of one office: of its register, or of a received 第7表.
    Office(OfficeNumber),
    /// Of a municipality for its 総合事業.
    Insurer(InsurerNumber),
}

/// A price with its months. Municipalities move between 地域区分, so a price is kept with the months it holds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownPrice {
    /// Whose.
    pub owner: PriceOwner,
    /// サービス種類.
    pub kind: ServiceKind,
    /// First month.
    pub from: ServiceMonth,
    /// Last month; `None` when open.
    pub to: Option<ServiceMonth>,
    /// The price.
    pub price: UnitPrice,
}

/// Where a price comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceSource {
    /// Known of the office.
    Office,
    /// Known of the municipality.
    Municipality,
    /// The table, by 地域区分 of the office.
    Table(Certainty),
    /// What most municipalities take for 総合事業; theirs is not known.
    UsualOfMunicipalities,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceQuery {
    /// サービス事業所.
    pub office: OfficeNumber,
    /// 保険者 of the client.
    pub insurer: InsurerNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// 地域区分 of the office, where known.
    pub grade: Option<AreaGrade>,
    /// サービス提供年月.
    pub month: ServiceMonth,
}

/// The price and where it comes from. The newest of several known prices stands.
///
/// # Errors
/// When nothing is known: no price of office or municipality, and no grade or no row in the table.
pub fn price(
    query: &PriceQuery,
    known: &[KnownPrice],
    rates: &Rates,
) -> Result<(UnitPrice, PriceSource), NotKnown> {
    let of = |owner: PriceOwner| {
        let fits = |known: &&KnownPrice| {
            known.owner == owner
                && known.kind == query.kind
                && known.from <= query.month
                && known.to.is_none_or(|to| query.month <= to)
        };
        known.iter().filter(fits).max_by_key(|known| known.from).map(|known| known.price)
    };
    if let Some(price) = of(PriceOwner::Office(query.office)) {
        return Ok((price, PriceSource::Office));
    }
    let is_municipal = rates.is_priced_by_municipality(query.kind);
    if let Some(price) = of(PriceOwner::Insurer(query.insurer)).filter(|_| is_municipal) {
        return Ok((price, PriceSource::Municipality));
    }
    let gap = || NotKnown {
        table: Table::UnitPrice,
        key: format!("{} at {}", query.kind, query.office),
        month: query.month,
    };
    let rated = rates.unit_price(query.kind, query.grade.ok_or_else(gap)?, query.month)?;
    let source =
        if is_municipal { PriceSource::UsualOfMunicipalities } else { PriceSource::Table(rated.certainty) };
    Ok((rated.value, source))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(kind: &str, month: &str) -> PriceQuery {
        PriceQuery {
            office: OfficeNumber::parse("1379900028").unwrap(),
            insurer: InsurerNumber::parse("131016").unwrap(),
            kind: ServiceKind::parse(kind).unwrap(),
            grade: AreaGrade::new(6),
            month: ServiceMonth::parse(month).unwrap(),
        }
    }

    fn known(owner: PriceOwner, kind: &str, from: &str, to: Option<&str>, hundredths: u32) -> KnownPrice {
        let month = |text: &str| ServiceMonth::parse(text).unwrap();
        KnownPrice {
            owner,
            kind: ServiceKind::parse(kind).unwrap(),
            from: month(from),
            to: to.map(month),
            price: UnitPrice::from_hundredths(hundredths),
        }
    }

    fn found(query: &PriceQuery, known: &[KnownPrice]) -> (u32, PriceSource) {
        let (price, source) = price(query, known, Rates::built_in()).unwrap();
        (price.hundredths(), source)
    }

    #[test]
    fn office_municipality_table() {
        let asked = query("A2", "2026-07");
        let office = PriceOwner::Office(asked.office);
        let insurer = PriceOwner::Insurer(asked.insurer);
        let of_insurer = known(insurer, "A2", "2024-04", None, 1_000);
        let all = [
            known(office, "A2", "2021-04", Some("2026-06"), 1_070),
            of_insurer,
            known(insurer, "11", "2024-04", None, 1),
        ];
        assert_eq!(found(&query("A2", "2026-06"), &all), (1_070, PriceSource::Office));
        assert_eq!(found(&asked, &all), (1_000, PriceSource::Municipality));
        assert_eq!(found(&asked, &[]), (1_042, PriceSource::UsualOfMunicipalities));
        assert_eq!(
            found(&query("11", "2026-07"), &all),
            (1_042, PriceSource::Table(Certainty::Sure)),
            "a municipality prices only 総合事業"
        );
        let newer = known(office, "A2", "2026-01", None, 1_084);
        assert_eq!(found(&query("A2", "2026-06"), &[all[0], newer]), (1_084, PriceSource::Office));
    }

    #[test]
    fn without_a_grade_or_a_row_nothing_is_guessed() {
        let mut asked = query("A4", "2026-07");
        assert!(price(&asked, &[], Rates::built_in()).is_err());
        asked = query("11", "2026-07");
        asked.grade = None;
        assert_eq!(price(&asked, &[], Rates::built_in()).unwrap_err().table, Table::UnitPrice);
    }
}
