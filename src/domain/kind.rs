//! The table of service kinds (サービス種類).
//!
//! Source: 介護給付費単位数等サービスコード表 (kinds, units) and 標準仕様 本文 1.3, 1.4 (which kinds are exchanged).

use super::ids::ServiceKind;

/// What one unit row of a kind stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitBasis {
    /// A visit or a day of use.
    Visit,
    /// A day of a stay.
    Day,
    /// A month, however many days carry it.
    Month,
    /// Rental of equipment: a month, units from yen.
    MonthlyRental,
    /// Months or visits, by service code.
    MonthOrVisit,
    /// Set by the municipality or counted in yen.
    Other,
}

/// Whether a kind appears in the exchange files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    /// Listed by the standard.
    Exchanged,
    /// Not exchanged: rows are read with a warning, never written.
    NotExchanged,
    /// The kind of the sending care office itself.
    SenderOnly,
}

/// One service kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindInfo {
    /// サービス種類コード.
    pub code: &'static str,
    /// Full name.
    pub name: &'static str,
    /// Short name as on slips.
    pub short_name: &'static str,
    /// What a row's units stand for.
    pub basis: UnitBasis,
    /// Whether it is exchanged.
    pub exchange: Exchange,
}

const fn kind(
    code: &'static str,
    name: &'static str,
    short_name: &'static str,
    basis: UnitBasis,
    exchange: Exchange,
) -> KindInfo {
    KindInfo { code, name, short_name, basis, exchange }
}

use Exchange::{Exchanged, NotExchanged, SenderOnly};
use UnitBasis::{Day, Month, MonthOrVisit, MonthlyRental, Other, Visit};

/// Every kind the field knows, ordered by code.
#[rustfmt::skip]
pub const KINDS: &[KindInfo] = &[
    kind("11", "訪問介護", "訪問介護", Visit, Exchanged),
    kind("12", "訪問入浴介護", "訪問入浴", Visit, Exchanged),
    kind("13", "訪問看護", "訪問看護", Visit, Exchanged),
    kind("14", "訪問リハビリテーション", "訪問リハ", Visit, Exchanged),
    kind("15", "通所介護", "通所介護", Visit, Exchanged),
    kind("16", "通所リハビリテーション", "通所リハ", Visit, Exchanged),
    kind("17", "福祉用具貸与", "福祉用具", MonthlyRental, Exchanged),
    kind("21", "短期入所生活介護", "短期生活", Day, Exchanged),
    kind("22", "短期入所療養介護（介護老人保健施設）", "短期老健", Day, Exchanged),
    kind("23", "短期入所療養介護（療養病床を有する病院等）", "短期病院", Day, Exchanged),
    kind("24", "介護予防短期入所生活介護", "予短生活", Day, Exchanged),
    kind("25", "介護予防短期入所療養介護（介護老人保健施設）", "予短老健", Day, Exchanged),
    kind("26", "介護予防短期入所療養介護（療養病床を有する病院等）", "予短病院", Day, Exchanged),
    kind("27", "特定施設入居者生活介護（短期利用型）", "特定短期", Day, Exchanged),
    kind("28", "地域密着型特定施設入居者生活介護（短期利用型）", "地特定短期", Day, Exchanged),
    kind("2A", "短期入所療養介護（介護医療院）", "短期医療院", Day, Exchanged),
    kind("2B", "介護予防短期入所療養介護（介護医療院）", "予短医療院", Day, Exchanged),
    kind("31", "居宅療養管理指導", "療養指導", Visit, Exchanged),
    kind("32", "認知症対応型共同生活介護", "ＧＨ", Day, NotExchanged),
    kind("33", "特定施設入居者生活介護", "特定施設", Day, NotExchanged),
    kind("34", "介護予防居宅療養管理指導", "予療養指導", Visit, Exchanged),
    kind("35", "介護予防特定施設入居者生活介護", "予特定施設", Day, NotExchanged),
    kind("36", "地域密着型特定施設入居者生活介護", "地特定施設", Day, NotExchanged),
    kind("37", "介護予防認知症対応型共同生活介護", "予ＧＨ", Day, NotExchanged),
    kind("38", "認知症対応型共同生活介護（短期利用型）", "ＧＨ短期", Day, Exchanged),
    kind("39", "介護予防認知症対応型共同生活介護（短期利用型）", "予ＧＨ短期", Day, Exchanged),
    kind("41", "特定福祉用具販売", "福用販売", Other, NotExchanged),
    kind("42", "住宅改修", "住宅改修", Other, NotExchanged),
    kind("43", "居宅介護支援", "居宅支援", Month, SenderOnly),
    kind("44", "特定介護予防福祉用具販売", "予福用販売", Other, NotExchanged),
    kind("45", "介護予防住宅改修", "予住宅改修", Other, NotExchanged),
    kind("46", "介護予防支援", "予防支援", Month, SenderOnly),
    kind("51", "介護福祉施設サービス", "特養", Day, NotExchanged),
    kind("52", "介護保健施設サービス", "老健", Day, NotExchanged),
    kind("53", "介護療養施設サービス", "療養型", Day, NotExchanged),
    kind("54", "地域密着型介護老人福祉施設入所者生活介護", "地特養", Day, NotExchanged),
    kind("55", "介護医療院サービス", "医療院", Day, NotExchanged),
    kind("59", "特定入所者介護サービス等", "補足給付", Day, NotExchanged),
    kind("61", "介護予防訪問介護", "予訪介", Month, NotExchanged),
    kind("62", "介護予防訪問入浴介護", "予訪入浴", Visit, Exchanged),
    kind("63", "介護予防訪問看護", "予訪看", Visit, Exchanged),
    kind("64", "介護予防訪問リハビリテーション", "予訪リハ", Visit, Exchanged),
    kind("65", "介護予防通所介護", "予通介", Month, NotExchanged),
    kind("66", "介護予防通所リハビリテーション", "予通リハ", Month, Exchanged),
    kind("67", "介護予防福祉用具貸与", "予福用", MonthlyRental, Exchanged),
    kind("68", "小規模多機能型居宅介護（短期利用型）", "小多機短期", Day, Exchanged),
    kind("69", "介護予防小規模多機能型居宅介護（短期利用型）", "予小多短期", Day, Exchanged),
    kind("71", "夜間対応型訪問介護", "夜間訪問", MonthOrVisit, Exchanged),
    kind("72", "認知症対応型通所介護", "認知通所", Visit, Exchanged),
    kind("73", "小規模多機能型居宅介護", "小多機", Month, Exchanged),
    kind("74", "介護予防認知症対応型通所介護", "予認通所", Visit, Exchanged),
    kind("75", "介護予防小規模多機能型居宅介護", "予小多機", Month, Exchanged),
    kind("76", "定期巡回・随時対応型訪問介護看護", "定期巡回", Month, Exchanged),
    kind("77", "看護小規模多機能型居宅介護", "看多機", Month, Exchanged),
    kind("78", "地域密着型通所介護", "地密通所", Visit, Exchanged),
    kind("79", "看護小規模多機能型居宅介護（短期利用型）", "看多短期", Day, Exchanged),
    kind("81", "市町村特別給付", "市町特別", Other, NotExchanged),
    kind("A1", "訪問型サービス（みなし）", "訪問みなし", Month, Exchanged),
    kind("A2", "訪問型サービス（独自）", "訪問独自", MonthOrVisit, Exchanged),
    kind("A3", "訪問型サービス（独自／定率）", "訪問定率", MonthOrVisit, Exchanged),
    kind("A4", "訪問型サービス（独自／定額）", "訪問定額", MonthOrVisit, Exchanged),
    kind("A5", "通所型サービス（みなし）", "通所みなし", Month, Exchanged),
    kind("A6", "通所型サービス（独自）", "通所独自", MonthOrVisit, Exchanged),
    kind("A7", "通所型サービス（独自／定率）", "通所定率", MonthOrVisit, Exchanged),
    kind("A8", "通所型サービス（独自／定額）", "通所定額", MonthOrVisit, Exchanged),
    kind("A9", "その他の生活支援サービス（配食／定率）", "配食定率", Other, NotExchanged),
    kind("AA", "その他の生活支援サービス（配食／定額）", "配食定額", Other, NotExchanged),
    kind("AB", "その他の生活支援サービス（見守り／定率）", "見守定率", Other, NotExchanged),
    kind("AC", "その他の生活支援サービス（見守り／定額）", "見守定額", Other, NotExchanged),
    kind("AD", "その他の生活支援サービス（その他／定率）", "生活他定率", Other, NotExchanged),
    kind("AE", "その他の生活支援サービス（その他／定額）", "生活他定額", Other, NotExchanged),
    kind("AF", "介護予防ケアマネジメント", "予防ケアマネ", Month, SenderOnly),
];

/// Looks a kind up.
pub fn kind_info(kind: ServiceKind) -> Option<&'static KindInfo> {
    let index = KINDS.binary_search_by(|info| info.code.cmp(kind.as_str())).ok()?;
    KINDS.get(index)
}

/// Whether rows of a kind are rentals of equipment (福祉用具貸与 17, 介護予防福祉用具貸与 67), which are compared per
/// line without the day.
pub fn is_equipment(kind: ServiceKind) -> bool {
    matches!(kind.as_str(), "17" | "67")
}

/// Whether a kind is that of a care-management office (居宅介護支援 43, 介護予防支援 46, 介護予防ケアマネジメント AF).
pub fn is_care_management(kind: ServiceKind) -> bool {
    matches!(kind.as_str(), "43" | "46" | "AF")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_kind_is_found() {
        assert!(KINDS.windows(2).all(|pair| pair[0].code < pair[1].code));
        for info in KINDS {
            assert_eq!(kind_info(ServiceKind::parse(info.code).unwrap()), Some(info));
        }
        assert_eq!(kind_info(ServiceKind::parse("ZZ").unwrap()), None);
    }

    /// 標準仕様 本文 1.3 and 1.4.
    #[test]
    fn exchanged_kinds_are_those_of_the_standard() {
        let listed = "11 12 13 14 15 16 17 21 22 23 2A 31 71 76 72 78 73 68 77 79 27 28 38 62 63 64 66 67 24 25 26 2B 34 \
                      74 75 69 39 A1 A2 A3 A4 A5 A6 A7 A8";
        let mut expected: Vec<&str> = listed.split_whitespace().collect();
        expected.sort_unstable();
        let exchanged = KINDS.iter().filter(|info| info.exchange == Exchange::Exchanged);
        assert_eq!(exchanged.map(|info| info.code).collect::<Vec<_>>(), expected);
    }
}
