//! Why a client is not claimed, what is missing, what should be looked at.

use crate::benefit::fee as rule;
use crate::benefit::money::Units;
use crate::benefit::rates::{Certainty, NotKnown};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode};
use crate::domain::month::Day;
use crate::format::kokuhoren::fee as form;

/// Why there are neither units nor yen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoClaim {
    /// No terms are entered for the month: (Ⅰ) or (Ⅱ) is not known.
    NoTerms,
    /// 要支援 and not entrusted, but the office has no designation of its own for 介護予防支援.
    NoOwnPrevention,
    /// The level is not known.
    NoLevel,
    /// The client is not among those of the workload.
    NoTier,
    /// The unit price of the own office is not known.
    NoPrice(NotKnown),
    /// Names of the terms that no table of the month has.
    UnknownTerms(Vec<String>),
    /// Names entered for the client that no table of the month has.
    UnknownNames(Vec<String>),
    /// Additions entered for the client that this kind of fee does not have.
    OtherKind(Vec<String>),
    /// The rules cannot compute it.
    Rule(rule::FeeFault),
}

/// What keeps a record from being made although units and yen are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimFault {
    /// 居宅サービス計画作成依頼届出年月日 is missing.
    NoFiledOn,
    /// 認定有効期間 is missing.
    NoCertification,
    /// 認定有効期間 as entered does not touch the month.
    CertificationOutside(Day, Day),
    /// 生年月日 is missing or cannot be read.
    NoBirthDate,
    /// 性別 is missing.
    NoSex,
    /// The client has no care manager.
    NoManager,
    /// The care manager has no 介護支援専門員番号 of 8 digits.
    NoManagerNumber(String),
    /// An H number without 公費負担者番号 of 8 digits.
    NoPayer,
    /// An H number without 公費受給者番号 of 7 digits.
    NoRecipient,
    /// The code of a line is not known.
    NoCode {
        /// Which line.
        line: LineName,
        /// Its units.
        units: Units,
        /// Codes of the master that would fit.
        candidates: Vec<ServiceCode>,
    },
    /// Units or price do not fit the record.
    TooLarge(LineName),
    /// The record cannot be written.
    Record(form::FeeFault),
}

/// Names a line of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineName {
    /// The base fee, with its factors.
    Base,
    /// An addition or reduction by its name.
    Addition(String),
    /// 介護職員等処遇改善加算.
    Treatment,
}

/// Where something that is missing is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EnterIn {
    /// Register of clients.
    Clients,
    /// Register of care managers.
    Managers,
    /// Terms of the office.
    Terms,
    /// Additions of the client in the month.
    Additions,
    /// 利用者補足情報 of the month.
    Profile,
    /// Settings of the own office.
    Office,
}

impl NoClaim {
    /// Where to enter what is missing; `None` when nothing that is entered would help.
    pub fn enter_in(&self) -> Option<EnterIn> {
        match self {
            Self::NoTerms | Self::NoPrice(_) | Self::UnknownTerms(_) => Some(EnterIn::Terms),
            Self::NoOwnPrevention => Some(EnterIn::Office),
            Self::NoLevel => Some(EnterIn::Profile),
            Self::UnknownNames(_) | Self::OtherKind(_) => Some(EnterIn::Additions),
            Self::NoTier | Self::Rule(_) => None,
        }
    }
}

impl ClaimFault {
    /// Where to enter what is missing; `None` when nothing that is entered would help.
    pub fn enter_in(&self) -> Option<EnterIn> {
        match self {
            Self::NoFiledOn
            | Self::NoCertification
            | Self::CertificationOutside(..)
            | Self::NoManager
            | Self::NoPayer
            | Self::NoRecipient => Some(EnterIn::Clients),
            Self::NoBirthDate | Self::NoSex => Some(EnterIn::Profile),
            Self::NoManagerNumber(_) => Some(EnterIn::Managers),
            Self::NoCode { .. } => Some(EnterIn::Additions),
            Self::TooLarge(_) | Self::Record(_) => None,
        }
    }
}

/// What a person should look at before the claim is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimNote {
    /// There is no 給付管理票: the additions of the register are claimed without the fee.
    AdditionsOnly,
    /// Everything is reduced to nothing (運営基準減算 from the second month on): no record.
    NothingToClaim,
    /// The insurer had the client until within the month; the level is that of the last days there.
    GoneAtEnd,
    /// 認定有効期間 is not entered; 限度額適用期間 of 利用者補足情報 was taken.
    CertificationOfLimit,
    /// The request (届出) was filed after the month.
    FiledAfterMonth(Day),
    /// The contract had ended before the month.
    ContractEnded(Day),
    /// An addition is entered for the client and for the office; it is claimed as the client has it.
    EnteredTwice(String),
    /// The care manager has no number, which this form allows.
    NoManagerNumber(String),
    /// The code of a line was found in the service code master by units and name.
    CodeOfMaster(LineName, ServiceCode),
    /// The code of a line was entered with the additions.
    CodeEntered(LineName, ServiceCode),
    /// The code of a line is that of the tables of this program, which is not certain.
    CodeUnsure(LineName, ServiceCode, Certainty),
    /// The service code master has other units for a code than the tables.
    MasterDiffers {
        /// The code.
        code: ServiceCode,
        /// Units of the tables, which are claimed.
        units: Units,
        /// Units of the master.
        master: Units,
    },
    /// A reduction is a line of negative units; that 国保連 wants it so is likely, not certain.
    NegativeLine(ServiceCode),
    /// What does not go together by the rules.
    Rule(rule::FeeNote),
}

/// A client without a claim, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Whose.
    pub client: ClientKey,
    /// Position among the clients of the month.
    pub position: u32,
    /// Why.
    pub why: NotDue,
}

/// Why a client is not claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotDue {
    /// Entrusted: 地域包括支援センター files and claims.
    Entrusted(OfficeNumber),
    /// 介護予防ケアマネジメント: 地域包括支援センター claims it with another form (8171).
    Management,
    /// The office of 小規模多機能 makes the 給付管理票.
    Multifunctional,
    /// No 給付管理票, and no addition is entered that is claimed without one.
    NoSlip,
    /// Another insurer had the client on the last day, and only that one is billed (`fee_insurer`).
    OtherInsurer,
    /// No level in the month.
    NoLevel,
}
