//! The kinds of records. A new kind is its table in this folder and one line in the list below.

use super::cell::{Cells, ItemFault, Record};
use super::layout::{Certainty, Item};
use crate::format::sjis::Encoding;

macro_rules! record_kinds {
    ($($(#[$doc:meta])* $kind:ident = $id:literal, $part:literal, $module:ident :: $record:ident, $certainty:ident;)+) => {
        /// Kind of a data record: 交換情報識別番号, for notices with 帳票レコード種別.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordKind { $($(#[$doc])* $kind,)+ }

        impl RecordKind {
            /// Every kind.
            pub const ALL: &[RecordKind] = &[$(RecordKind::$kind),+];

            /// 交換情報識別番号.
            pub fn exchange_id(self) -> &'static str {
                match self { $(RecordKind::$kind => $id,)+ }
            }

            /// 帳票レコード種別 (`H1`, `D1`, `T1` …) or レコード種別コード (8171); empty where a file has one sort only.
            pub fn part(self) -> &'static str {
                match self { $(RecordKind::$kind => $part,)+ }
            }

            /// The layout.
            pub fn items(self) -> &'static [Item] {
                match self { $(RecordKind::$kind => $module::$record::ITEMS,)+ }
            }

            /// How certain the layout as a whole is.
            pub fn certainty(self) -> Certainty {
                match self { $(RecordKind::$kind => Certainty::$certainty,)+ }
            }
        }

        /// A data record of any kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum DataRecord { $($(#[$doc])* $kind(Box<$module::$record>),)+ }

        impl DataRecord {
            /// Its kind.
            pub fn kind(&self) -> RecordKind {
                match self { $(DataRecord::$kind(_) => RecordKind::$kind,)+ }
            }

            /// Texts of its items, without quotes.
            pub fn texts(&self) -> Vec<String> {
                match self { $(DataRecord::$kind(record) => record.texts(),)+ }
            }

            /// Reads the cells of a row as a kind; unreadable items are empty and listed.
            pub fn read(kind: RecordKind, cells: &[&[u8]], encoding: Encoding) -> (Self, Vec<ItemFault>) {
                let mut cells = Cells::new(cells, kind.items(), encoding);
                let record = match kind {
                    $(RecordKind::$kind => DataRecord::$kind(Box::new($module::$record::read(&mut cells))),)+
                };
                (record, cells.into_faults())
            }
        }
    };
}

pub mod appeals;
pub mod care_management_fee;
pub mod care_management_lines;
pub mod claim;
pub mod control;
pub mod cuts;
pub mod decision_changes;
pub mod end;
pub mod fee;
pub mod payment_notice;
pub mod payments;
pub mod preventive_fee;
pub mod returns;
pub mod slip;
pub mod slip_summary;
pub mod withdrawals;

record_kinds! {
    /// 給付管理票情報 (様式第十一)
    Slip = "8222", "", slip::SlipRecord, Sure;
    /// 介護給付費請求書情報
    Claim = "7111", "", claim::ClaimRecord, Sure;
    /// 介護予防・日常生活支援総合事業費請求書情報
    SupportClaim = "7113", "", claim::SupportClaimRecord, Likely;
    /// 居宅介護支援介護給付費明細書情報 (様式第七)
    Fee = "8124", "", fee::FeeRecord, Sure;
    /// 介護予防支援介護給付費明細書情報 (様式第七の二)
    PreventiveFee = "8125", "", preventive_fee::PreventiveFeeRecord, Likely;
    /// 介護予防ケアマネジメント費明細書情報 (様式第七の三): 基本情報
    CareManagementBasics = "8171", "01", care_management_fee::BasicsRecord, Likely;
    /// 介護予防ケアマネジメント費明細書情報: 明細情報
    CareManagementLine = "8171", "02", care_management_lines::LineRecord, Likely;
    /// 介護予防ケアマネジメント費明細書情報: 明細情報 (住所地特例)
    CareManagementDomiciled = "8171", "14", care_management_lines::DomiciledLineRecord, Likely;
    /// 介護予防ケアマネジメント費明細書情報: 集計情報
    CareManagementSum = "8171", "10", care_management_lines::SumRecord, Likely;
    /// 給付管理票総括票情報; not sent by 伝送
    SlipSummary = "8211", "", slip_summary::SlipSummaryRecord, Sure;
    /// 審査決定増減表: header
    ChangesHeader = "7211", "H1", decision_changes::ChangesHeader, Sure;
    /// 審査決定増減表: row
    ChangesRow = "7211", "D1", decision_changes::ChangesRow, Sure;
    /// 審査決定増減表: sum
    ChangesTotal = "7211", "T1", decision_changes::ChangesTotal, Sure;
    /// 総合事業費審査決定増減表: header
    SupportChangesHeader = "7221", "H1", decision_changes::ChangesHeader, Likely;
    /// 総合事業費審査決定増減表: row
    SupportChangesRow = "7221", "D1", decision_changes::ChangesRow, Likely;
    /// 総合事業費審査決定増減表: sum
    SupportChangesTotal = "7221", "T1", decision_changes::ChangesTotal, Likely;
    /// 審査増減単位数通知書: header
    CutsHeader = "7311", "H1", cuts::CutsHeader, Sure;
    /// 審査増減単位数通知書: row
    CutRow = "7311", "D1", cuts::CutRow, Sure;
    /// 返戻（保留）一覧表: header
    ReturnsHeader = "7411", "H1", returns::ReturnsHeader, Sure;
    /// 返戻（保留）一覧表: row
    ReturnRow = "7411", "D1", returns::ReturnRow, Sure;
    /// 返戻（保留）一覧表: row of 13 items (2003)
    ReturnRow2003 = "7411", "D1@2003", returns::ReturnRow2003, Sure;
    /// 総合事業費返戻一覧表: header
    SupportReturnsHeader = "7421", "H1", returns::ReturnsHeader, Likely;
    /// 総合事業費返戻一覧表: row
    SupportReturnRow = "7421", "D1", returns::ReturnRow, Likely;
    /// 支払決定額通知書, older form
    PaymentNotice = "7511", "H1", payment_notice::PaymentNotice, Sure;
    /// 支払決定額通知書 with 総合事業費
    PaymentNoticeWithSupport = "7513", "H1", payment_notice::PaymentNoticeWithSupport, Sure;
    /// 支払決定額内訳書: header
    PaymentsHeader = "7521", "H1", payments::PaymentsHeader, Sure;
    /// 支払決定額内訳書: row
    PaymentRow = "7521", "D1", payments::PaymentRow, Sure;
    /// 支払決定額内訳書: sum
    PaymentsSum = "7521", "T1", payments::PaymentsSum, Sure;
    /// 支払決定額内訳書: 過誤調整
    PaymentsAdjusted = "7521", "T2", payments::PaymentsAdjusted, Sure;
    /// 支払決定額内訳書: 支払決定
    PaymentsDecided = "7521", "T3", payments::PaymentsDecided, Sure;
    /// 総合事業費支払決定額内訳書: header
    SupportPaymentsHeader = "7541", "H1", payments::PaymentsHeader, Likely;
    /// 総合事業費支払決定額内訳書: row
    SupportPaymentRow = "7541", "D1", payments::PaymentRow, Likely;
    /// 総合事業費支払決定額内訳書: sum
    SupportPaymentsSum = "7541", "T1", payments::PaymentsSum, Likely;
    /// 総合事業費支払決定額内訳書: 過誤調整
    SupportPaymentsAdjusted = "7541", "T2", payments::PaymentsAdjusted, Likely;
    /// 総合事業費支払決定額内訳書: 支払決定
    SupportPaymentsDecided = "7541", "T3", payments::PaymentsDecided, Likely;
    /// 過誤決定通知書: header
    WithdrawalsHeader = "7611", "H1", withdrawals::WithdrawalsHeader, Sure;
    /// 過誤決定通知書: row
    WithdrawalRow = "7611", "D1", withdrawals::WithdrawalRow, Sure;
    /// 過誤決定通知書: sum
    WithdrawalsTotal = "7611", "T1", withdrawals::WithdrawalsTotal, Sure;
    /// 総合事業費過誤決定通知書: header
    SupportWithdrawalsHeader = "7631", "H1", withdrawals::WithdrawalsHeader, Likely;
    /// 総合事業費過誤決定通知書: row
    SupportWithdrawalRow = "7631", "D1", withdrawals::WithdrawalRow, Likely;
    /// 総合事業費過誤決定通知書: sum
    SupportWithdrawalsTotal = "7631", "T1", withdrawals::WithdrawalsTotal, Likely;
    /// 再審査決定通知書: header
    AppealsHeader = "7621", "H1", appeals::AppealsHeader, Likely;
    /// 再審査決定通知書: row
    AppealRow = "7621", "D1", appeals::AppealRow, Likely;
    /// 再審査決定通知書: sums
    AppealsTotal = "7621", "T1", appeals::AppealsTotal, Likely;
}

impl RecordKind {
    /// The kind of a row from its exchange id, its second item and its number of items.
    pub fn of(exchange_id: &str, part: &str, width: usize) -> Option<Self> {
        let kind = Self::ALL.iter().copied().find(|kind| {
            kind.exchange_id() == exchange_id && (kind.part().is_empty() || kind.part() == part)
        })?;
        let is_old = kind == RecordKind::ReturnRow && width == RecordKind::ReturnRow2003.items().len();
        Some(if is_old { RecordKind::ReturnRow2003 } else { kind })
    }

    /// Fewest items a row of this kind may have: some forms leave out the last ones.
    pub fn fewest_items(self) -> usize {
        match self {
            // The printed layout ends with 請求金額; files in use have two items more.
            RecordKind::Fee | RecordKind::PreventiveFee => 22,
            RecordKind::SupportReturnRow => 13,
            other => other.items().len(),
        }
    }

    /// データ種別: what the control record calls a file of these records, where it is certain.
    pub fn data_kind(self) -> &'static str {
        match self {
            RecordKind::Fee | RecordKind::PreventiveFee => "711",
            RecordKind::Slip => "821",
            RecordKind::SupportClaim
            | RecordKind::CareManagementBasics
            | RecordKind::CareManagementLine
            | RecordKind::CareManagementDomiciled
            | RecordKind::CareManagementSum => "71R",
            other => other.exchange_id().get(..3).unwrap_or_default(),
        }
    }

    /// `8222`, `7411-D1`: how the reference table names the kind.
    pub fn id(self) -> String {
        match (self.exchange_id(), self.part()) {
            (id, "") => id.to_owned(),
            (id, part) => format!("{id}-{part}"),
        }
    }
}

#[cfg(test)]
mod tests;
