//! 支払決定額内訳書 (7521, 7541): whether its sums agree.

use super::super::kinds::DataRecord;
use super::super::kinds::payments::{PaymentsAdjusted, PaymentsDecided, PaymentsSum};
use super::{Notice, NoticeKind};
use crate::format::kokuhoren::read::KokuhorenFile;

/// A sum of a 支払決定額内訳書 that does not add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaymentFault {
    /// 合計 (T1) is not the sum of the rows.
    Sum {
        /// 項目No. of T1.
        item_no: u16,
        /// What T1 says.
        declared: i64,
        /// Sum of the rows.
        found: i64,
    },
    /// 支払決定 (T3) is not 合計 (T1) less 過誤調整 (T2).
    Decided {
        /// 項目No. of T3.
        item_no: u16,
        /// What T3 says.
        declared: i64,
        /// T1 less T2.
        found: i64,
    },
}

/// What does not add up in a notice of kind [`NoticeKind::Payments`]: numbers of claims, units, yen and the share of the
/// insurer. A 過誤調整 may be written with or without a minus sign, as it is taken off in either case.
pub fn payment_faults(notice: &Notice, file: &KokuhorenFile) -> Vec<PaymentFault> {
    if notice.kind != NoticeKind::Payments {
        return Vec::new();
    }
    let mut rows = [0_i64; 4];
    let (mut sum, mut adjusted, mut decided) = (None, [0; 4], None);
    for (_, row) in notice.records(file) {
        match &row.record {
            DataRecord::PaymentRow(row) | DataRecord::SupportPaymentRow(row) => {
                let found = [row.count, row.units, row.amount, row.benefit].map(Option::unwrap_or_default);
                rows.iter_mut().zip(found).for_each(|(sum, part)| *sum = sum.saturating_add(part));
            }
            DataRecord::PaymentsSum(row) | DataRecord::SupportPaymentsSum(row) => sum = Some(of_sum(row)),
            DataRecord::PaymentsAdjusted(row) | DataRecord::SupportPaymentsAdjusted(row) => {
                adjusted = of_adjusted(row);
            }
            DataRecord::PaymentsDecided(row) | DataRecord::SupportPaymentsDecided(row) => {
                decided = Some(of_decided(row));
            }
            _ => {}
        }
    }
    let mut faults = Vec::new();
    for ((item_no, declared), found) in ITEM_NOS.into_iter().zip(sum.unwrap_or(rows)).zip(rows) {
        if declared != found {
            faults.push(PaymentFault::Sum { item_no, declared, found });
        }
    }
    let taken_off = sum.unwrap_or(rows).into_iter().zip(adjusted);
    let taken_off = taken_off.map(|(sum, adjusted)| sum.saturating_sub(adjusted.saturating_abs()));
    for ((item_no, declared), found) in ITEM_NOS.into_iter().zip(decided.unwrap_or_default()).zip(taken_off) {
        if decided.is_some() && declared != found {
            faults.push(PaymentFault::Decided { item_no, declared, found });
        }
    }
    faults
}

/// 件数, 単位数, 金額 and 保険者負担額 of T1, T2 and T3.
const ITEM_NOS: [u16; 4] = [3, 5, 6, 7];

fn of_sum(row: &PaymentsSum) -> [i64; 4] {
    [row.count, row.units, row.amount, row.insurer_share].map(Option::unwrap_or_default)
}

fn of_adjusted(row: &PaymentsAdjusted) -> [i64; 4] {
    [row.count, row.units, row.amount, row.insurer_share].map(Option::unwrap_or_default)
}

fn of_decided(row: &PaymentsDecided) -> [i64; 4] {
    [row.count, row.units, row.amount, row.insurer_share].map(Option::unwrap_or_default)
}
