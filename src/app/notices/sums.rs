//! Sums of notices that do not add up.

use crate::format::kokuhoren::kinds::DataRecord;
use crate::format::kokuhoren::kinds::decision_changes::{ChangesRow, ChangesTotal};
use crate::format::kokuhoren::notices::{Notice, NoticeKind, PaymentFault, payment_faults};
use crate::format::kokuhoren::read::KokuhorenFile;

/// What a sum should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumSort {
    /// The sum of the rows.
    Rows,
    /// 合計 less 過誤調整.
    Adjusted,
    /// 合計金額 of its parts.
    Parts,
}

/// A sum that does not add up. What stands in the rows counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumFault {
    /// Place of the file.
    pub file: usize,
    /// Line of the sum.
    pub line: u32,
    /// 交換情報識別番号.
    pub exchange_id: &'static str,
    /// 項目No.
    pub item_no: u16,
    /// 項目名.
    pub item: &'static str,
    /// What it should be.
    pub sort: SumSort,
    /// What stands there.
    pub declared: i64,
    /// What it should be.
    pub found: i64,
}

/// 項目No. of a sum with what stands there and what should.
type Checked = (u16, Option<i64>, i64);

/// The sums of a notice that do not add up.
pub(super) fn faults(file: usize, notice: &Notice, read: &KokuhorenFile) -> Vec<SumFault> {
    match notice.kind {
        NoticeKind::Payments => payments(file, notice, read),
        NoticeKind::Changes => changes(file, notice, read),
        NoticeKind::Withdrawals => withdrawals(file, notice, read),
        NoticeKind::Payment => transfer(file, notice, read),
        NoticeKind::Appeals => appeals(file, notice, read),
        NoticeKind::Cuts | NoticeKind::Returns => Vec::new(),
    }
}

fn changes(file: usize, notice: &Notice, read: &KokuhorenFile) -> Vec<SumFault> {
    let rows = notice.records(read).filter_map(|(_, row)| match &row.record {
        DataRecord::ChangesRow(row) | DataRecord::SupportChangesRow(row) => Some(of_row(row)),
        _ => None,
    });
    let sums = add(rows);
    of_total(file, notice, read, |record| match record {
        DataRecord::ChangesTotal(total) | DataRecord::SupportChangesTotal(total) => {
            Some(of_changes(total, sums))
        }
        _ => None,
    })
}

fn withdrawals(file: usize, notice: &Notice, read: &KokuhorenFile) -> Vec<SumFault> {
    let rows = notice.records(read).filter_map(|(_, row)| match &row.record {
        DataRecord::WithdrawalRow(row) | DataRecord::SupportWithdrawalRow(row) => {
            Some([1, row.units.unwrap_or(0), row.insurer_share.unwrap_or(0)])
        }
        _ => None,
    });
    let [count, units, share] = add(rows);
    of_total(file, notice, read, |record| match record {
        DataRecord::WithdrawalsTotal(total) | DataRecord::SupportWithdrawalsTotal(total) => {
            Some(vec![(3, total.count, count), (4, total.units, units), (5, total.insurer_share, share)])
        }
        _ => None,
    })
}

/// 合計金額 of the older form; what the newer one adds and takes off is not certain.
fn transfer(file: usize, notice: &Notice, read: &KokuhorenFile) -> Vec<SumFault> {
    of_total(file, notice, read, |record| match record {
        DataRecord::PaymentNotice(row) => {
            let fees = [row.doctor_opinion_fee, row.doctor_opinion_tax, row.survey_fee, row.survey_tax];
            let parts = row.care_benefit_paid.into_iter().chain(fees.into_iter().flatten());
            Some(vec![(16, row.total_amount, parts.sum())])
        }
        _ => None,
    })
}

fn appeals(file: usize, notice: &Notice, read: &KokuhorenFile) -> Vec<SumFault> {
    let rows = notice.records(read).filter_map(|(_, row)| match &row.record {
        DataRecord::AppealRow(row) => {
            Some([1, row.decided_units.unwrap_or(0), row.adjusted_units.unwrap_or(0)])
        }
        _ => None,
    });
    let [count, decided, adjusted] = add(rows);
    of_total(file, notice, read, |record| match record {
        DataRecord::AppealsTotal(total) => Some(vec![
            (6, total.decided_count, count),
            (7, total.decided_units, decided),
            (10, total.adjusted_units, adjusted),
        ]),
        _ => None,
    })
}

fn add<const N: usize>(rows: impl Iterator<Item = [i64; N]>) -> [i64; N] {
    let mut sums = [0_i64; N];
    for row in rows {
        sums.iter_mut().zip(row).for_each(|(sum, part)| *sum = sum.saturating_add(part));
    }
    sums
}

fn of_row(row: &ChangesRow) -> [i64; 4] {
    [row.return_count, row.return_units, row.cut_count, row.cut_units].map(Option::unwrap_or_default)
}

fn of_changes(total: &ChangesTotal, [count, units, cuts, cut_units]: [i64; 4]) -> Vec<Checked> {
    vec![
        (7, total.return_count, count),
        (9, total.return_units, units),
        (11, total.cut_count, cuts),
        (13, total.cut_units, cut_units),
    ]
}

/// Compares what stands in records of sums; a sum that is left out is no fault.
fn of_total(
    file: usize,
    notice: &Notice,
    read: &KokuhorenFile,
    checked: impl Fn(&DataRecord) -> Option<Vec<Checked>>,
) -> Vec<SumFault> {
    let mut faults = Vec::new();
    for (_, row) in notice.records(read) {
        let kind = row.record.kind();
        let sort = if notice.kind == NoticeKind::Payment { SumSort::Parts } else { SumSort::Rows };
        for (item_no, declared, found) in checked(&row.record).unwrap_or_default() {
            if let Some(declared) = declared.filter(|declared| *declared != found) {
                let item = name(row.record.kind().items(), item_no);
                let exchange_id = kind.exchange_id();
                faults.push(SumFault {
                    file,
                    line: row.line,
                    exchange_id,
                    item_no,
                    item,
                    sort,
                    declared,
                    found,
                });
            }
        }
    }
    faults
}

fn name(items: &'static [crate::format::kokuhoren::layout::Item], item_no: u16) -> &'static str {
    let item = usize::from(item_no).checked_sub(1).and_then(|at| items.get(at));
    item.map_or("", |item| item.name)
}

fn payments(file: usize, notice: &Notice, read: &KokuhorenFile) -> Vec<SumFault> {
    let place = |part: &str| {
        let mut rows = notice.records(read).map(|(_, row)| row);
        rows.find(|row| row.record.kind().part() == part)
    };
    let fault = |fault: PaymentFault| {
        let (part, sort, item_no, declared, found) = match fault {
            PaymentFault::Sum { item_no, declared, found } => ("T1", SumSort::Rows, item_no, declared, found),
            PaymentFault::Decided { item_no, declared, found } => {
                ("T3", SumSort::Adjusted, item_no, declared, found)
            }
        };
        let row = place(part)?;
        let kind = row.record.kind();
        let (line, exchange_id, item) = (row.line, kind.exchange_id(), name(kind.items(), item_no));
        Some(SumFault { file, line, exchange_id, item_no, item, sort, declared, found })
    };
    payment_faults(notice, read).into_iter().filter_map(fault).collect()
}
