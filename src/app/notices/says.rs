//! What a row of a notice says.

use crate::domain::month::Day;
use crate::format::kokuhoren::notices::{Document, Remark, ReturnReason};
use crate::format::kokuhoren::return_codes::ReturnCode;

/// An item of a slip or claim that was found wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtFault {
    /// Its name; empty when the notice names none.
    pub item: String,
    /// The title of the error.
    pub title: String,
}

/// What rows of a notice say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// 返戻 or 保留 of one document, with all its rows of the same 備考.
    Returned {
        /// 種別.
        document: Document,
        /// 事由 of the first row.
        reason: Option<ReturnReason>,
        /// 備考.
        remark: Remark,
        /// 備考 as it stands in the file.
        remark_text: String,
        /// 内容 of each row.
        at_fault: Vec<AtFault>,
        /// 単位数 claimed or planned.
        units: Option<i64>,
        /// What the code can mean; none when the list does not have it.
        codes: Vec<&'static ReturnCode>,
    },
    /// 査定: units of a provider's claim were cut (or added).
    Cut {
        /// 事由, one letter.
        reason: String,
        /// 増減単位数; only on the last row of a client, month and kind.
        units: Option<i64>,
        /// 内容1 and 内容2.
        texts: String,
        /// What the letter means.
        code: Option<&'static ReturnCode>,
    },
    /// 審査決定増減: number and units of an insurer and month.
    Changed {
        /// 返戻.
        returned: (i64, i64),
        /// 査定増減.
        cut: (i64, i64),
        /// 保留.
        held: (i64, i64),
        /// 保留復活.
        revived: (i64, i64),
    },
    /// 支払決定 of an insurer, month and kind.
    Paid {
        /// 件数.
        count: i64,
        /// 単位数.
        units: i64,
        /// 金額 in yen.
        yen: i64,
        /// 介護給付費 in yen.
        benefit: i64,
    },
    /// 支払決定額通知: what is transferred.
    Transfer {
        /// 振込金額 in yen.
        yen: i64,
        /// 介護給付費支払額 in yen.
        care: i64,
        /// 総合事業費支払額 in yen.
        support: i64,
        /// Day of the transfer.
        on: Option<Day>,
    },
    /// 過誤: a decided claim was taken back.
    Withdrawn {
        /// 様式, two digits.
        form: String,
        /// 事由, two digits; `32` when the slip was cancelled.
        reason: String,
        /// 事由 in words.
        text: String,
        /// 単位数.
        units: i64,
        /// 保険者負担額 in yen.
        yen: i64,
    },
    /// 再審査: a claim was decided again.
    Reexamined {
        /// 申立事由コード; `0151` when a slip was corrected.
        reason: String,
        /// 再審査結果コード.
        result: String,
        /// 原審単位数.
        before: i64,
        /// 決定単位数.
        after: i64,
        /// 保険者負担額 in yen.
        yen: i64,
    },
}

impl Says {
    /// The document that came back, was held or taken back.
    pub fn document(&self) -> Option<&Document> {
        match self {
            Says::Returned { document, .. } => Some(document),
            _ => None,
        }
    }

    /// What its code can mean.
    pub fn codes(&self) -> Vec<&'static ReturnCode> {
        match self {
            Says::Returned { codes, .. } => codes.clone(),
            Says::Cut { code, .. } => code.iter().copied().collect(),
            _ => Vec::new(),
        }
    }

    /// A code that the list does not have, as it stands in the notice.
    pub fn unknown_code(&self) -> Option<&str> {
        match self {
            Says::Returned { codes, remark_text, reason, .. }
                if codes.is_empty() && (!remark_text.is_empty() || reason.is_none()) =>
            {
                Some(remark_text)
            }
            Says::Cut { code: None, reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// Whether it is a 保留: the claim waits and must not be sent again.
    pub fn is_held(&self) -> bool {
        matches!(self, Says::Returned { remark: Remark::Held, .. })
    }

    /// Name in JSON and CSV.
    pub fn name(&self) -> &'static str {
        match self {
            Says::Returned { remark: Remark::Held, .. } => "held",
            Says::Returned { document: Document::Slip, .. } => "slip-returned",
            Says::Returned { document: Document::Fee, .. } => "fee-returned",
            Says::Returned { document: Document::Claim, .. } => "claim-returned",
            Says::Returned { .. } => "returned",
            Says::Cut { .. } => "cut",
            Says::Changed { .. } => "changed",
            Says::Paid { .. } => "paid",
            Says::Transfer { .. } => "transfer",
            Says::Withdrawn { .. } => "withdrawn",
            Says::Reexamined { .. } => "reexamined",
        }
    }
}
