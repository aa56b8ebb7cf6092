//! Inside or outside the limit: what decides about one service of one client.

use super::money::Units;
use super::rates::{Certainty, NotKnown, Place, Rates, Step};
use crate::domain::codes::CodeEntry;
use crate::domain::ids::ServiceCode;
use crate::domain::month::ServiceMonth;

/// What is known of a service.
#[derive(Clone, Copy, Debug)]
pub struct PlaceEvidence<'a> {
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// サービスコード.
    pub code: ServiceCode,
    /// サービス内容略称, if any.
    pub name: Option<&'a str>,
    /// ３０日超区分.
    pub is_over_30_days: bool,
    /// The entry of a service code master; the municipality's goes before the nation's.
    pub master: Option<&'a CodeEntry>,
    /// The row of a received 第7表.
    pub sheet: Option<SheetColumn>,
}

/// 給付管理単位数 of a row of a received 第7表.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    /// The column.
    pub managed: Option<Units>,
    /// Whether the sender fills the column for other rows. The standard leaves a sender free to leave it empty
    /// everywhere, and then an empty one says nothing.
    pub is_filled_elsewhere: bool,
}

/// What decided about a place, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceSource {
    /// 限度額管理対象区分 of a service code master.
    Master,
    /// The columns of the received 第7表.
    Sheet,
    /// The list of kinds and names in this program.
    List,
}

/// A place and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The place.
    pub place: Place,
    /// What decided.
    pub source: PlaceSource,
    /// How well it is established.
    pub certainty: Certainty,
    /// Whether the list says otherwise than what decided: to be looked at.
    pub is_disputed: bool,
}

/// Tells where a service counts: the master, else the sheet's own columns, else the list of kinds and names.
///
/// # Errors
/// When nothing is known: no master that says it, nothing on the sheet, and a kind that is unknown or was abolished.
pub fn place(evidence: &PlaceEvidence<'_>, rates: &Rates) -> Result<Placed, NotKnown> {
    if evidence.is_over_30_days {
        let source = if evidence.sheet.is_some() { PlaceSource::Sheet } else { PlaceSource::List };
        return Ok(Placed {
            place: Place::Over30Days,
            source,
            certainty: Certainty::Sure,
            is_disputed: false,
        });
    }
    let name = evidence.name.or(evidence.master.map(|entry| entry.name.as_str())).unwrap_or_default();
    let kind = evidence.code.kind();
    let by_name = rates.outside_by_name(kind, name, evidence.month);
    let by_kind = rates.kind_in_limit(kind, evidence.month);
    // A kind inside the limit says nothing of a service without a name: it may be an addition outside.
    let is_named = !name.is_empty();
    let by_list = by_kind.as_ref().ok().map(|rated| rated.value && by_name.is_none());
    let by_list_for_sure = by_list.filter(|is_inside| is_named || !is_inside);
    let step = by_name.map_or(Step::Other, |rated| rated.value);
    let decided = |is_inside: bool, source, certainty| Placed {
        place: if is_inside { Place::InLimit } else { Place::Outside(step) },
        source,
        certainty,
        is_disputed: by_list_for_sure.is_some_and(|list| list != is_inside),
    };
    // Public code tables have no such column.
    if let Some(in_limit) = evidence.master.and_then(|entry| entry.in_limit) {
        return Ok(decided(in_limit, PlaceSource::Master, Certainty::Sure));
    }
    match evidence.sheet {
        Some(column) if column.managed.is_some() || column.is_filled_elsewhere => {
            Ok(decided(column.managed.is_some(), PlaceSource::Sheet, Certainty::Sure))
        }
        _ => {
            let kind_certainty = by_kind?.certainty;
            let certainty = by_name.map_or(kind_certainty, |rated| rated.certainty.min(kind_certainty));
            Ok(decided(by_list.unwrap_or(true), PlaceSource::List, certainty))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::UnitType;

    fn evidence<'a>(code: &str, name: &'a str) -> PlaceEvidence<'a> {
        PlaceEvidence {
            month: ServiceMonth::parse("2026-10").unwrap(),
            code: ServiceCode::parse(code).unwrap(),
            name: Some(name),
            is_over_30_days: false,
            master: None,
            sheet: None,
        }
    }

    #[test]
    fn the_list_knows_kinds_and_names() {
        let cases = [
            ("111211", "身体介護２", Place::InLimit),
            ("116275", "訪問介護処遇改善加算Ⅰイ", Place::Outside(Step::Treatment)),
            ("118000", "特別地域訪問介護加算", Place::Outside(Step::Area)),
            ("114114", "訪問介護同一建物減算１", Place::Outside(Step::SameBuilding)),
            ("156099", "通所介護サービス提供体制加算Ⅰ", Place::Outside(Step::Other)),
            ("133001", "緊急時訪問看護加算Ⅰ１", Place::Outside(Step::Other)),
            ("114000", "緊急時訪問介護加算", Place::InLimit),
            ("138110", "看護体制強化加算Ⅰ", Place::InLimit),
            ("311111", "医師居宅療養管理指導Ⅰ１", Place::Outside(Step::Other)),
            ("155301", "通所介護入浴介助加算Ⅰ", Place::InLimit),
        ];
        for (code, name, expected) in cases {
            let placed = place(&evidence(code, name), Rates::built_in()).unwrap();
            assert_eq!((placed.place, placed.source), (expected, PlaceSource::List), "{code} {name}");
        }
        let unknown = place(&evidence("ZZ0001", ""), Rates::built_in()).unwrap_err();
        assert_eq!(unknown.key, "ZZ");
        assert!(place(&evidence("610001", ""), Rates::built_in()).is_err(), "abolished in 2018-03");
    }

    #[test]
    fn the_master_goes_before_the_sheet_and_the_sheet_before_the_list() {
        let entry = CodeEntry {
            name: "訪問介護処遇改善加算Ⅰイ".to_owned(),
            in_limit: Some(false),
            unit_type: Some(UnitType::Percent),
            ..CodeEntry::default()
        };
        let column = SheetColumn { managed: Some(100), is_filled_elsewhere: true };
        let mut given = evidence("116275", "");
        given.name = None;
        given.master = Some(&entry);
        given.sheet = Some(column);
        let placed = place(&given, Rates::built_in()).unwrap();
        assert_eq!(placed.place, Place::Outside(Step::Treatment));
        assert_eq!((placed.source, placed.is_disputed), (PlaceSource::Master, false));
        given.master = None;
        given.name = Some("訪問介護処遇改善加算Ⅰイ");
        let placed = place(&given, Rates::built_in()).unwrap();
        assert_eq!((placed.place, placed.source), (Place::InLimit, PlaceSource::Sheet));
        assert!(placed.is_disputed);
    }

    #[test]
    fn a_master_without_the_flag_gives_the_name_only() {
        let entry =
            CodeEntry { name: "訪問介護処遇改善加算Ⅰイ".to_owned(), ..CodeEntry::default() };
        let mut given = evidence("116275", "");
        given.name = None;
        let without = place(&given, Rates::built_in()).unwrap();
        assert_eq!((without.place, without.source), (Place::InLimit, PlaceSource::List));
        given.master = Some(&entry);
        let placed = place(&given, Rates::built_in()).unwrap();
        assert_eq!((placed.place, placed.source), (Place::Outside(Step::Treatment), PlaceSource::List));
        given.sheet = Some(SheetColumn { managed: Some(100), is_filled_elsewhere: true });
        let placed = place(&given, Rates::built_in()).unwrap();
        assert_eq!((placed.place, placed.source), (Place::InLimit, PlaceSource::Sheet));
        assert!(placed.is_disputed, "the list knows the name");
        let unknown = CodeEntry { name: "市町村の加算".to_owned(), ..CodeEntry::default() };
        let mut given = evidence("ZZ0001", "");
        given.master = Some(&unknown);
        assert!(place(&given, Rates::built_in()).is_err(), "as if there were no master");
    }

    #[test]
    fn an_empty_column_says_something_only_where_the_sender_fills_it() {
        let mut given = evidence("111211", "身体介護２");
        given.sheet = Some(SheetColumn { managed: None, is_filled_elsewhere: false });
        assert_eq!(place(&given, Rates::built_in()).unwrap().source, PlaceSource::List);
        given.sheet = Some(SheetColumn { managed: None, is_filled_elsewhere: true });
        let placed = place(&given, Rates::built_in()).unwrap();
        assert_eq!((placed.place, placed.is_disputed), (Place::Outside(Step::Other), true));
    }

    #[test]
    fn days_beyond_30_lie_outside_whatever_the_service() {
        let mut given = evidence("211111", "短期生活");
        given.is_over_30_days = true;
        assert_eq!(place(&given, Rates::built_in()).unwrap().place, Place::Over30Days);
    }
}
