//! Care levels (要介護状態区分).

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// 要介護状態区分, ordered from light to heavy as the limit of a month takes them.
///
/// 非該当 (01) has no limit and 経過的要介護 (11) is no longer issued: both are refused by [`CareLevel::from_code`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CareLevel {
    /// 事業対象者 (06).
    ProgramTarget,
    /// 要支援1 (12).
    Support1,
    /// 要支援2 (13).
    Support2,
    /// 要介護1 (21).
    Care1,
    /// 要介護2 (22).
    Care2,
    /// 要介護3 (23).
    Care3,
    /// 要介護4 (24).
    Care4,
    /// 要介護5 (25).
    Care5,
}

/// Every level with its code.
const CODES: [(CareLevel, &str); 8] = [
    (CareLevel::ProgramTarget, "06"),
    (CareLevel::Support1, "12"),
    (CareLevel::Support2, "13"),
    (CareLevel::Care1, "21"),
    (CareLevel::Care2, "22"),
    (CareLevel::Care3, "23"),
    (CareLevel::Care4, "24"),
    (CareLevel::Care5, "25"),
];

impl CareLevel {
    /// The level of a code of the exchange files (06, 12, 13, 21 to 25); anything else is `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        CODES.iter().find(|(_, own)| *own == code).map(|(level, _)| *level)
    }

    /// 要介護状態区分コード.
    pub fn code(self) -> &'static str {
        CODES.iter().find(|(level, _)| *level == self).map_or("", |(_, code)| code)
    }

    /// Whether the level is one of 要介護 (21 to 25) and not of 要支援 or 事業対象者.
    pub fn is_care(self) -> bool {
        self >= Self::Care1
    }
}

impl Serialize for CareLevel {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for CareLevel {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        super::codec::parsed(from, "level", Self::from_code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_go_round_in_the_order_of_weight() {
        assert!(CODES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (level, code) in CODES {
            assert_eq!(CareLevel::from_code(code), Some(level));
            assert_eq!(level.code(), code);
            assert_eq!(level.is_care(), code >= "21");
        }
        assert_eq!([CareLevel::from_code("01"), CareLevel::from_code("11")], [None, None]);
    }
}
