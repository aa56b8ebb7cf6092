//! 給付管理票 as it is remembered: how it was made, what was sent, what became of it, and what stood in its way.

use super::ids::{OfficeNumber, ServiceKind};
use super::level::CareLevel;
use super::month::ServiceMonth;
use serde::{Deserialize, Serialize};

/// Windows from a service month to the first one in which nothing is paid any more: two years from the first day of the
/// third month after the service month (介護保険法 第200条; インタフェース仕様書 居宅介護支援事業所編 返戻（保留）一覧表 事由E).
const BARRED: u32 = 3 + 24;

/// The first window (処理対象年月) in which what belongs to a service month is refused (時効).
pub fn barred_from(month: ServiceMonth) -> ServiceMonth {
    month.after(BARRED)
}

/// Values of a code list (コード一覧), kept as their codes in JSON.
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

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::domain::codec::parsed(from, stringify!($name), Self::from_code)
            }
        }
    };
}
pub(crate) use codes;

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

impl OfficeClass {
    /// Whether the class is certain; a value that is not should be shown and prefer what was accepted before.
    pub fn is_certain(self) -> bool {
        self <= OfficeClass::CommunityBased
    }
}

/// A line of a slip that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SentLine {
    /// サービス事業所.
    pub office: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// 指定/基準該当/地域密着型サービス/総合事業識別コード.
    pub class: OfficeClass,
    /// 給付計画単位数.
    pub units: u32,
}

/// A 給付管理票 that was written for 国保連.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SentSlip {
    /// 作成区分.
    pub action: SlipAction,
    /// 処理対象年月: the month of the submission window.
    pub window: ServiceMonth,
    /// Name of the file.
    pub file: String,
    /// BLAKE3 of the file, in hexadecimal digits.
    pub hash: String,
    /// 要介護状態区分.
    pub level: CareLevel,
    /// 支給限度額 in units.
    pub limit: u32,
    /// Lines, ordered by office and kind.
    pub lines: Vec<SentLine>,
}

/// A claim for the plan fee that was written for 国保連.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SentFee {
    /// 処理対象年月.
    pub window: ServiceMonth,
    /// Name of the file.
    pub file: String,
    /// BLAKE3 of the file, in hexadecimal digits.
    pub hash: String,
    /// サービス単位数合計.
    pub units: u32,
    /// 請求金額.
    pub yen: u64,
}

/// What became of a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlipResult {
    /// 決定: 国保連 took it.
    Accepted,
    /// 返戻.
    Returned,
    /// The file failed at reception (受付エラー), or its transmission was cancelled: it counts as never sent.
    NotReceived,
}

/// What became of a claim for the plan fee, when a notice or a person said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeeResult {
    /// 返戻: nothing is paid; it may be claimed again.
    Returned,
    /// 取下げ (過誤): what was paid is taken back; it may be claimed again.
    Withdrawn,
}

/// What keeps a client's slip from being written until somebody says why it may be written nevertheless.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GateBlock {
    /// 申請中: the certification is pending (返戻 12PA).
    Applying,
    /// 認定切れ: days of the month without a level.
    Expired,
    /// 割振残: typed shares do not add up, or were made for another plan.
    Allotment,
    /// 未着 without a decision.
    NotArrived,
    /// Rows of the 第6表 that could not be read: the plan or the actuals may be more than what is counted.
    Unread,
    /// A number whose check digit does not fit.
    CheckDigit,
    /// The birth date is missing or cannot be read.
    BirthDate,
    /// The sex is missing.
    Sex,
    /// 区分支給限度基準額 of the client is not that of the table.
    Limit,
    /// The slip has more units than the limit (返戻 12P3).
    OverLimit,
}

impl GateBlock {
    /// Every one, in the order in which they are told.
    pub const ALL: [GateBlock; 10] = [
        GateBlock::Applying,
        GateBlock::Expired,
        GateBlock::Allotment,
        GateBlock::NotArrived,
        GateBlock::Unread,
        GateBlock::CheckDigit,
        GateBlock::BirthDate,
        GateBlock::Sex,
        GateBlock::Limit,
        GateBlock::OverLimit,
    ];

    /// Whether a reason is enough to write the slip nevertheless. A record cannot be without birth date and sex, so these
    /// have to be entered.
    pub fn can_be_let_through(self) -> bool {
        !matches!(self, GateBlock::BirthDate | GateBlock::Sex)
    }

    /// Name in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            GateBlock::Applying => "applying",
            GateBlock::Expired => "expired",
            GateBlock::Allotment => "allotment",
            GateBlock::NotArrived => "not-arrived",
            GateBlock::Unread => "unread",
            GateBlock::CheckDigit => "check-digit",
            GateBlock::BirthDate => "birth-date",
            GateBlock::Sex => "sex",
            GateBlock::Limit => "limit",
            GateBlock::OverLimit => "over-limit",
        }
    }
}
