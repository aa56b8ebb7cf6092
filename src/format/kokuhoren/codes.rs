//! Codes of items (コード一覧) as values.

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The code in files.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }

            /// The value of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}
pub(super) use codes;

codes! {
    /// 性別コード.
    Sex {
        /// 男
        Male = "1",
        /// 女
        Female = "2",
    }
}

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
    /// 給付管理票情報作成区分コード.
    SlipAction {
        /// 新規
        New = "1",
        /// 修正: replaces a decided slip as a whole.
        Replace = "2",
        /// 取消: takes down the plan fee and all provider claims of the client too.
        Cancel = "3",
    }
}

codes! {
    /// 居宅サービス計画作成区分コード.
    PlanMaker {
        /// 居宅介護支援事業所作成
        CareOffice = "1",
        /// 自己作成
        Client = "2",
        /// 介護予防支援事業所・地域包括支援センター作成. That a 居宅介護支援事業所 with its own 介護予防支援 designation
        /// writes this too is likely, not certain.
        SupportOffice = "3",
    }
}

codes! {
    /// 指定/基準該当/地域密着型サービス/総合事業識別コード (8222) and 指定/基準該当等事業所区分コード (8124).
    ///
    /// 1 to 5 are certain. For 総合事業 one source has 6, others 8 or 9, which is why all digits are kept: what was
    /// accepted for the same office and kind before is the best answer.
    OfficeClass {
        /// 指定
        Designated = "1",
        /// 基準該当
        Quasi = "2",
        /// 相当サービス
        Equivalent = "3",
        /// その他
        Other = "4",
        /// 地域密着型
        CommunityBased = "5",
        /// 総合事業 (likely)
        Programme = "6",
        /// 混在型 (unsure)
        Mixed7 = "7",
        /// 総合事業, another reading (unsure)
        Programme8 = "8",
        /// 総合事業, another reading (unsure)
        Programme9 = "9",
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

impl OfficeClass {
    /// Whether the class is certain; a value that is not should be shown and prefer what was accepted before.
    pub fn is_certain(self) -> bool {
        self <= OfficeClass::CommunityBased
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
    fn doubtful_classes_are_told() {
        assert!(OfficeClass::CommunityBased.is_certain() && !OfficeClass::Programme.is_certain());
    }
}
