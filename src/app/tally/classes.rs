//! 指定/基準該当/地域密着型サービス/総合事業識別コード of a line of a 給付管理票 (8222 item 18).

use crate::domain::ids::ServiceKind;
use crate::domain::slip::OfficeClass;

/// Kinds of 地域密着型サービス.
const COMMUNITY_BASED: &[&str] = &[
    "28", "32", "36", "37", "38", "39", "54", "68", "69", "71", "72", "73", "74", "75", "76", "77", "78",
    "79",
];

/// The class that a kind usually has; offices that differ (基準該当, 相当サービス) stand in the register.
pub(super) fn usual(kind: ServiceKind) -> OfficeClass {
    match kind.as_str() {
        text if COMMUNITY_BASED.contains(&text) => OfficeClass::CommunityBased,
        text if text.starts_with('A') => OfficeClass::Programme,
        _ => OfficeClass::Designated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_have_their_usual_class() {
        let of = |kind: &str| usual(ServiceKind::parse(kind).unwrap()).code();
        assert_eq!([of("11"), of("21"), of("17")], ["1", "1", "1"]);
        assert_eq!([of("78"), of("28"), of("79"), of("39")], ["5", "5", "5", "5"]);
        assert_eq!([of("A2"), of("A6")], ["6", "6"]);
    }
}
