//! What a file is written for.

use crate::domain::ids::{OfficeNumber, ServiceKind};

/// Why a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The revised plan (UPPLAN).
    RevisedPlan {
        /// For whom.
        to: OfficeNumber,
    },
    /// The 別表 of the revised plan (UPSIKYU).
    Sheet {
        /// For whom.
        to: OfficeNumber,
    },
    /// 利用者補足情報 of the revised plan (UPHOSOKU).
    Profile {
        /// For whom.
        to: OfficeNumber,
    },
    /// The plan of clients whom the provider no longer serves (DLTPLAN).
    DeletePlan {
        /// For whom.
        to: OfficeNumber,
    },
    /// Accepted actuals, for the office's own software (UPJSK).
    Actuals {
        /// Whose.
        provider: OfficeNumber,
        /// Their kind; `None` when the file holds every kind of the provider (edition 3).
        kind: Option<ServiceKind>,
    },
    /// Actuals none of which were accepted (DLTJSK).
    DeleteActuals {
        /// Whose.
        provider: OfficeNumber,
        /// Their kind; `None` when the file holds every kind of the provider (edition 3).
        kind: Option<ServiceKind>,
    },
    /// 照会書.
    Inquiry {
        /// Who is asked.
        to: OfficeNumber,
    },
    /// The list of those whose actuals have not arrived (未着).
    CallList,
    /// The list of a month that is signed off (月の締め).
    SignOff,
    /// 給付管理票 for 国保連 (8222).
    Slips,
    /// 給付管理総括, to check the slips of a file by eye.
    SlipTotal,
    /// 介護給付費請求 of the plan fee for 国保連 (7111, 8124, 8125).
    Fees,
    /// Its total, to check the claims of a file by eye.
    FeeTotal,
}

impl Why {
    /// Name in the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Why::RevisedPlan { .. } => "revised_plan",
            Why::Sheet { .. } => "sheet",
            Why::Profile { .. } => "profile",
            Why::DeletePlan { .. } => "delete_plan",
            Why::Actuals { .. } => "actuals",
            Why::DeleteActuals { .. } => "delete_actuals",
            Why::Inquiry { .. } => "inquiry",
            Why::CallList => "call_list",
            Why::SignOff => "sign_off",
            Why::Slips => "slips",
            Why::SlipTotal => "slip_total",
            Why::Fees => "fees",
            Why::FeeTotal => "fee_total",
        }
    }

    /// The office it is for, or whose actuals it holds.
    pub fn office(self) -> Option<OfficeNumber> {
        match self {
            Why::RevisedPlan { to }
            | Why::Sheet { to }
            | Why::Profile { to }
            | Why::DeletePlan { to }
            | Why::Inquiry { to } => Some(to),
            Why::Actuals { provider, .. } | Why::DeleteActuals { provider, .. } => Some(provider),
            Why::CallList | Why::SignOff | Why::Slips | Why::SlipTotal | Why::Fees | Why::FeeTotal => None,
        }
    }

    /// サービス種類 of the actuals, when the file holds only one.
    pub fn kind(self) -> Option<ServiceKind> {
        match self {
            Why::Actuals { kind, .. } | Why::DeleteActuals { kind, .. } => kind,
            _ => None,
        }
    }
}
