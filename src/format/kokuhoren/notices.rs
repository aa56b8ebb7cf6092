//! Notices (通知) of 国保連: what was returned, held, cut, paid and taken back.
//!
//! Source: インタフェース仕様書 居宅介護支援事業所編 and サービス事業所編, 帳票情報. What goes to service offices only (7311,
//! 7621) is read as well, because providers pass it on.

mod payments;
mod returns;

pub use payments::{PaymentFault, payment_faults};
pub use returns::{Document, Remark, ReturnEntry, ReturnGroup, ReturnReason, groups, returns};

use super::kinds::{DataRecord, RecordKind};
use super::numbers::office;
use super::read::{KokuhorenFile, Row};
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;

/// Which notice a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeKind {
    /// 7211, 7221 審査決定増減表
    Changes,
    /// 7311 審査増減単位数通知書
    Cuts,
    /// 7411, 7421 返戻（保留）一覧表
    Returns,
    /// 7511, 7513 支払決定額通知書
    Payment,
    /// 7521, 7541 支払決定額内訳書
    Payments,
    /// 7611, 7631 過誤決定通知書
    Withdrawals,
    /// 7621 再審査決定通知書
    Appeals,
}

impl NoticeKind {
    /// The notice that a record kind belongs to.
    pub fn of(kind: RecordKind) -> Option<Self> {
        Some(match kind.exchange_id() {
            "7211" | "7221" => NoticeKind::Changes,
            "7311" => NoticeKind::Cuts,
            "7411" | "7421" => NoticeKind::Returns,
            "7511" | "7513" => NoticeKind::Payment,
            "7521" | "7541" => NoticeKind::Payments,
            "7611" | "7631" => NoticeKind::Withdrawals,
            "7621" => NoticeKind::Appeals,
            _ => return None,
        })
    }
}

/// Rows of one kind of notice up to the next header; a file may hold several, one a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Which.
    pub kind: NoticeKind,
    /// Whether it is the one for 総合事業.
    pub is_support: bool,
    /// 事業所番号 of the receiving office; `None` without a header or when it cannot be read.
    pub office: Option<OfficeNumber>,
    /// 審査年月 or 取扱年月.
    pub month: Option<ServiceMonth>,
    /// Its rows in [`KokuhorenFile::rows`], the header among them.
    pub rows: Vec<usize>,
}

impl Notice {
    /// Its records with their places.
    pub fn records<'a>(&'a self, file: &'a KokuhorenFile) -> impl Iterator<Item = (usize, &'a Row)> {
        self.rows.iter().filter_map(|row| Some((*row, file.rows.get(*row)?)))
    }
}

/// The notices of a file. Rows before the first header, or of another exchange id than it, make a notice without office
/// and month.
pub fn notices(file: &KokuhorenFile) -> Vec<Notice> {
    let mut out: Vec<(&str, Notice)> = Vec::new();
    for (index, row) in file.rows.iter().enumerate() {
        let kind = row.record.kind();
        let Some(notice_kind) = NoticeKind::of(kind) else { continue };
        let id = kind.exchange_id();
        let is_header = kind.part() == "H1";
        match out.last_mut() {
            Some((open, notice)) if *open == id && !is_header => notice.rows.push(index),
            _ => {
                let (office, month) = header(&row.record);
                let is_support = matches!(id, "7221" | "7421" | "7541" | "7631");
                out.push((id, Notice { kind: notice_kind, is_support, office, month, rows: vec![index] }));
            }
        }
    }
    out.into_iter().map(|(_, notice)| notice).collect()
}

/// Office and month of a header; nothing for other rows.
fn header(record: &DataRecord) -> (Option<OfficeNumber>, Option<ServiceMonth>) {
    let (number, month) = match record {
        DataRecord::ChangesHeader(head) | DataRecord::SupportChangesHeader(head) => {
            (&head.office_number, head.review_month)
        }
        DataRecord::CutsHeader(head) => (&head.office_number, head.review_month),
        DataRecord::ReturnsHeader(head) | DataRecord::SupportReturnsHeader(head) => {
            (&head.office_number, head.review_month)
        }
        DataRecord::PaymentNotice(head) => (&head.office_number, head.review_month),
        DataRecord::PaymentNoticeWithSupport(head) => (&head.office_number, head.review_month),
        DataRecord::PaymentsHeader(head) | DataRecord::SupportPaymentsHeader(head) => {
            (&head.office_number, head.review_month)
        }
        DataRecord::WithdrawalsHeader(head) | DataRecord::SupportWithdrawalsHeader(head) => {
            (&head.office_number, head.handling_month)
        }
        DataRecord::AppealsHeader(head) => (&head.office_number, head.handling_month),
        _ => return (None, None),
    };
    (office(number), month)
}

/// Form (様式) and reason of a 過誤申立事由コード (7611): `4032` is form 40, reason 32 (給付管理票取消による取下げ).
/// Leading zeros that were dropped are put back.
pub fn withdrawal_reason(code: &str) -> Option<(String, String)> {
    let padded = super::numbers::padded(code, 4);
    let (form, reason) = padded.split_at_checked(2)?;
    (reason.len() == 2).then(|| (form.to_owned(), reason.to_owned()))
}

#[cfg(test)]
mod tests;
