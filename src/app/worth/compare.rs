//! Where a received 別表 differs from the computed one: which column of which row, and by how much.
//!
//! The computed one stands: it is what is written and what the slip is made of. A column that the sender left empty says
//! nothing, since the standard leaves several of them to the sender.

use super::Worth;
use crate::benefit::rates::Place;
use crate::benefit::sheet::{Columns, LineResult};
use crate::domain::ids::{OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::row::{SheetRow, SheetRowKind};

/// A row of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetRowName {
    /// A service.
    Detail {
        /// サービス事業所.
        office: OfficeNumber,
        /// サービスコード.
        code: ServiceCode,
    },
    /// 集計行 of the services inside the limit.
    Subtotal {
        /// サービス事業所.
        office: OfficeNumber,
        /// サービス種類.
        kind: ServiceKind,
    },
    /// 合計.
    Total,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetColumnName {
    /// The row itself: 1 where a sheet has it.
    Row,
    /// 割引後単位数.
    DiscountedUnits,
    /// 回数／日数.
    Count,
    /// サービス単位／金額.
    ServiceUnits,
    /// 給付管理単位数.
    ManagedUnits,
    /// 種類支給限度基準を超える単位数.
    KindOver,
    /// 種類支給限度基準内単位数.
    KindWithin,
    /// 区分支給限度基準を超える単位数.
    CategoryOver,
    /// 区分支給限度基準内単位数.
    CategoryWithin,
    /// 単位数単価, in hundredths of a yen.
    Price,
    /// 費用総額.
    Cost,
    /// 給付率.
    Rate,
    /// 保険／事業費請求額.
    Claim,
    /// 利用者負担（保険／事業対象分）.
    Copay,
    /// 利用者負担（全額負担分）.
    FullPayment,
}

/// A column in which two sheets differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetDifference {
    /// The row.
    pub row: SheetRowName,
    /// The column.
    pub column: SheetColumnName,
    /// What was received.
    pub received: i64,
    /// What is computed, and stands.
    pub computed: i64,
}

/// Everything in which the received sheet differs from the computed one; nothing when none was received.
pub(super) fn differences(worth: &Worth, received: &[&SheetRow]) -> Vec<SheetDifference> {
    let Some(sheet) = worth.sheet.as_ref().filter(|_| !received.is_empty()) else { return Vec::new() };
    let mut out = Vec::new();
    let mut left: Vec<&SheetRow> =
        received.iter().filter(|row| row.kind == SheetRowKind::Detail).copied().collect();
    for line in &sheet.lines {
        let (office, code) = (line.key.office, line.key.code);
        let row = SheetRowName::Detail { office, code };
        match take(&mut left, line) {
            Some(found) => {
                // Percent additions may carry 0 as their units of one time.
                let is_empty = found.discounted_units.get() == Some(0);
                let skip = |column| is_empty && column == SheetColumnName::DiscountedUnits;
                compare(&mut out, row, found, &line.columns, skip);
            }
            None => out.push(present(row, 0, 1)),
        }
    }
    for row in left {
        out.push(present(SheetRowName::Detail { office: row.provider, code: row.code }, 1, 0));
    }
    let of_kind = |kind| received.iter().filter(move |row| row.kind == kind);
    for row in of_kind(SheetRowKind::SubtotalInLimit) {
        let (office, kind) = (row.provider, row.code.kind());
        let group = sheet.groups.iter().find(|group| (group.office, group.kind) == (office, kind));
        if let Some(group) = group {
            compare(&mut out, SheetRowName::Subtotal { office, kind }, row, &group.columns, |_| false);
        }
    }
    for row in of_kind(SheetRowKind::Total) {
        // Whether the units of this row are those inside the limit only is not settled.
        let skip = |column| column == SheetColumnName::ServiceUnits;
        compare(&mut out, SheetRowName::Total, row, &sheet.total, skip);
    }
    out.sort_unstable();
    out
}

fn present(row: SheetRowName, received: i64, computed: i64) -> SheetDifference {
    SheetDifference { row, column: SheetColumnName::Row, received, computed }
}

/// The received row of a line: of those with its office and code the one with its units, else the first.
fn take<'a>(left: &mut Vec<&'a SheetRow>, line: &LineResult) -> Option<&'a SheetRow> {
    let is_over = line.place == Place::Over30Days;
    let of_line = |row: &SheetRow| {
        (row.provider, row.code) == (line.key.office, line.key.code) && row.over_30_days == is_over
    };
    let amount = line.columns.service_units;
    let at = left
        .iter()
        .position(|row| of_line(row) && row.amount.wide() == amount)
        .or_else(|| left.iter().position(|row| of_line(row)))?;
    Some(left.remove(at))
}

fn compare(
    out: &mut Vec<SheetDifference>,
    name: SheetRowName,
    row: &SheetRow,
    columns: &Columns,
    skip: impl Fn(SheetColumnName) -> bool,
) {
    use SheetColumnName as C;
    let rate = columns.rate.map(|rate| i64::from(rate.percent()));
    let price = columns.price.map(|price| i64::from(price.hundredths()));
    let pairs = [
        (C::DiscountedUnits, row.discounted_units.wide(), columns.discounted_units),
        (C::Count, Some(i64::from(row.count)), columns.count),
        (C::ServiceUnits, row.amount.wide(), columns.service_units),
        (C::ManagedUnits, row.managed_units.wide(), columns.managed_units),
        (C::KindOver, row.kind_over.wide(), columns.kind_over),
        (C::KindWithin, row.kind_within.wide(), columns.kind_within),
        (C::CategoryOver, row.category_over.wide(), columns.category_over),
        (C::CategoryWithin, row.category_within.wide(), columns.category_within),
        (C::Price, row.price.wide(), price),
        (C::Cost, row.cost.wide(), columns.cost),
        (C::Rate, row.rate.wide(), rate),
        (C::Claim, row.claim.wide(), columns.claim),
        (C::Copay, row.copay.wide(), columns.copay),
        (C::FullPayment, row.full_payment.wide(), columns.full_payment),
    ];
    for (column, received, computed) in pairs {
        let (Some(received), Some(computed)) = (received, computed) else { continue };
        if received != computed && !skip(column) {
            out.push(SheetDifference { row: name, column, received, computed });
        }
    }
}
