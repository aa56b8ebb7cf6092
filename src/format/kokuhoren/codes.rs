//! Codes of items (コード一覧) as values.

use crate::domain::level;
use crate::domain::slip::codes;
pub use crate::domain::slip::{OfficeClass, PlanMaker, Sex, SlipAction};

codes! {
    /// 要介護状態区分コード, from the lightest to the heaviest. 要支援1 and 事業対象者 have the same limit.
    CareLevel {
        /// 非該当
        NotEligible = "01",
        /// 事業対象者
        Programme = "06",
        /// 経過的要介護 (until 2009)
        Transitional = "11",
        /// 要支援1
        Support1 = "12",
        /// 要支援2
        Support2 = "13",
        /// 要介護1
        Care1 = "21",
        /// 要介護2
        Care2 = "22",
        /// 要介護3
        Care3 = "23",
        /// 要介護4
        Care4 = "24",
        /// 要介護5
        Care5 = "25",
    }
}

codes! {
    /// 媒体区分: how a file travels.
    Medium {
        /// インターネット伝送
        Internet = "7",
        /// ISDN 伝送
        Isdn = "1",
        /// MO
        Mo = "2",
        /// MT
        Mt = "3",
        /// FD, CD-R
        Disk = "4",
    }
}

impl CareLevel {
    /// Whether the level belongs to 要支援 or 事業対象者, for whom the plan is made by a 介護予防支援事業所.
    pub fn is_support(self) -> bool {
        matches!(self, CareLevel::Programme | CareLevel::Support1 | CareLevel::Support2)
    }
}

impl From<level::CareLevel> for CareLevel {
    fn from(of: level::CareLevel) -> Self {
        match of {
            level::CareLevel::ProgramTarget => CareLevel::Programme,
            level::CareLevel::Support1 => CareLevel::Support1,
            level::CareLevel::Support2 => CareLevel::Support2,
            level::CareLevel::Care1 => CareLevel::Care1,
            level::CareLevel::Care2 => CareLevel::Care2,
            level::CareLevel::Care3 => CareLevel::Care3,
            level::CareLevel::Care4 => CareLevel::Care4,
            level::CareLevel::Care5 => CareLevel::Care5,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::kokuhoren::kinds::RecordKind;

    fn listed(kind: RecordKind, key: &str) -> Vec<String> {
        let item = kind.items().iter().find(|item| item.key == key).unwrap();
        item.codes.split('|').map(|entry| entry.split('=').next().unwrap().to_owned()).collect()
    }

    #[test]
    fn codes_are_those_of_the_layout() {
        let of = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(listed(RecordKind::Slip, "sex"), of(Sex::ALL.iter().map(|sex| sex.code()).collect()));
        let actions = SlipAction::ALL.iter().map(|action| action.code()).collect();
        assert_eq!(listed(RecordKind::Slip, "slip_action"), of(actions));
        let makers = PlanMaker::ALL.iter().map(|maker| maker.code()).collect();
        assert_eq!(listed(RecordKind::Slip, "plan_maker"), of(makers));
        for code in listed(RecordKind::Slip, "service_office_class") {
            assert!(OfficeClass::from_code(&code).is_some(), "{code}");
        }
    }

    #[test]
    fn levels_are_ordered_by_weight() {
        assert!(CareLevel::Support1 < CareLevel::Support2 && CareLevel::Support2 < CareLevel::Care1);
        assert!(CareLevel::Programme < CareLevel::Support2 && CareLevel::Programme.is_support());
        assert_eq!(CareLevel::from_code("22"), Some(CareLevel::Care2));
        assert_eq!(CareLevel::from_code("26"), None);
    }

    #[test]
    fn levels_that_have_a_limit_keep_their_codes() {
        for code in ["06", "12", "13", "21", "22", "23", "24", "25"] {
            let of = level::CareLevel::from_code(code).unwrap();
            assert_eq!(CareLevel::from(of).code(), code);
        }
    }

    #[test]
    fn doubtful_classes_are_told() {
        assert!(OfficeClass::CommunityBased.is_certain() && !OfficeClass::Programme.is_certain());
    }
}
