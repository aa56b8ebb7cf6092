//! Rows of the 第7表 (UPSIKYU), read into compact records.

use super::copies::{HasBlock, Watch};
use super::frame::{Frame, Row};
use super::service::warn_text;
use super::sink::Sink;
use super::text::normalise;
use super::value::{self, Fault};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode};
use crate::domain::month::ServiceMonth;
use crate::domain::problem::{Problem, ProblemCode};
use crate::domain::row::{Block, FileIndex, Maybe, SheetRow, SheetRowKind};
use crate::format::exchange::name::FileName;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::str::FromStr;

/// Positions in the columns of the newest edition; a test holds them to the table of the layout.
mod at {
    pub(super) const TARGET_MONTH: usize = 4;
    pub(super) const PROVIDER_NAME: usize = 5;
    pub(super) const PROVIDER: usize = 6;
    pub(super) const CODE: usize = 8;
    pub(super) const UNITS: usize = 12;
    pub(super) const DISCOUNTED_RATE: usize = 13;
    pub(super) const DISCOUNTED_UNITS: usize = 14;
    pub(super) const COUNT: usize = 15;
    pub(super) const AMOUNT: usize = 16;
    pub(super) const MANAGED_UNITS: usize = 17;
    pub(super) const KIND_OVER: usize = 18;
    pub(super) const KIND_WITHIN: usize = 19;
    pub(super) const CATEGORY_OVER: usize = 20;
    pub(super) const CATEGORY_WITHIN: usize = 21;
    pub(super) const PRICE: usize = 22;
    pub(super) const COST: usize = 23;
    pub(super) const RATE: usize = 24;
    pub(super) const CLAIM: usize = 25;
    pub(super) const FIXED_COPAY: usize = 26;
    pub(super) const COPAY: usize = 27;
    pub(super) const FULL_PAYMENT: usize = 28;
    pub(super) const OVER_30_DAYS: usize = 32;
    pub(super) const IDENTIFIER: usize = 36;
}

/// The rows of one 第7表 file.
#[derive(Clone, Debug, Default)]
pub struct SheetRows {
    /// Month of the file.
    pub month: Option<ServiceMonth>,
    /// Rows in the order of the file.
    pub rows: Vec<SheetRow>,
    /// Runs of rows of one client.
    pub blocks: Vec<SheetBlock>,
}

/// A run of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetBlock {
    /// Whose rows, and where they lie.
    pub block: Block,
    /// The block of another file that holds the same rows; then `first` is not used.
    pub copy_of: Option<(FileIndex, u32)>,
}

impl HasBlock for SheetBlock {
    fn block(&self) -> &Block {
        &self.block
    }
}

/// Reads the rows of a file.
pub fn read(frame: &mut Frame<'_>, sink: &mut Sink, name: &FileName, mut watch: Watch<'_>) -> SheetRows {
    let mut out = SheetRows { month: name.month, ..SheetRows::default() };
    let mut last_name = Vec::new();
    loop {
        while let Some(known) = watch.step(frame, sink, &out.blocks) {
            let block = Block { client: known.client, first: 0, len: known.rows };
            out.blocks.push(SheetBlock { block, copy_of: Some(known.origin) });
        }
        let mark = sink.mark();
        let Some(row) = frame.next_row(sink) else { break };
        match read_row(&row, sink, &mut out.month) {
            Ok((client, sheet_row)) => {
                row.warn_padding(sink);
                push(&mut out, client, sheet_row);
                let raw = row.raw(at::PROVIDER_NAME);
                if raw != last_name.as_slice() && warn_text(&row, sink, at::PROVIDER_NAME) {
                    raw.clone_into(&mut last_name);
                }
            }
            Err(fault) => sink.quarantine(fault.problem(&row)),
        }
        row.name_client(sink, mark);
    }
    watch.close(frame, sink, &out.blocks);
    out
}

fn push(out: &mut SheetRows, client: ClientKey, row: SheetRow) {
    let first = u32::try_from(out.rows.len()).unwrap_or(u32::MAX);
    match out.blocks.last_mut() {
        Some(last) if last.block.client == client && last.copy_of.is_none() => last.block.len += 1,
        _ => out.blocks.push(SheetBlock { block: Block { client, first, len: 1 }, copy_of: None }),
    }
    out.rows.push(row);
}

fn read_row(
    row: &Row<'_>,
    sink: &mut Sink,
    month: &mut Option<ServiceMonth>,
) -> Result<(ClientKey, SheetRow), Fault> {
    if row.odd_count.is_some() && !row.cell(at::IDENTIFIER).is_empty() {
        return Err(Fault::new(at::IDENTIFIER, ProblemCode::ColumnCount, ""));
    }
    let client = value::client(row, sink)?;
    let row_month = value::month(row, sink, at::TARGET_MONTH)?;
    if *month.get_or_insert(row_month) != row_month {
        return Err(Fault::new(
            at::TARGET_MONTH,
            ProblemCode::MonthDiffers,
            month.map(|month| month.to_string()).unwrap_or_default(),
        ));
    }
    let code = value::service_code(row, sink, at::CODE)?;
    let provider = value::office(row, sink, at::PROVIDER)?;
    Ok((
        client,
        SheetRow {
            provider,
            code,
            kind: row_kind(provider, code),
            units: optional(row, sink, at::UNITS).get().unwrap_or(0),
            discounted_rate: optional(row, sink, at::DISCOUNTED_RATE),
            discounted_units: optional(row, sink, at::DISCOUNTED_UNITS),
            count: optional(row, sink, at::COUNT).get().unwrap_or(0),
            amount: optional(row, sink, at::AMOUNT),
            managed_units: optional(row, sink, at::MANAGED_UNITS),
            kind_over: optional(row, sink, at::KIND_OVER),
            kind_within: optional(row, sink, at::KIND_WITHIN),
            category_over: optional(row, sink, at::CATEGORY_OVER),
            category_within: optional(row, sink, at::CATEGORY_WITHIN),
            price: price(row, sink),
            cost: optional(row, sink, at::COST),
            rate: optional(row, sink, at::RATE),
            claim: optional(row, sink, at::CLAIM),
            fixed_copay: optional(row, sink, at::FIXED_COPAY),
            copay: optional(row, sink, at::COPAY),
            full_payment: optional(row, sink, at::FULL_PAYMENT),
            over_30_days: row.cell(at::OVER_30_DAYS).as_ref() == b"1",
            line: row.line,
        },
    ))
}

/// A number of the sheet; one that cannot be read is warned and taken as missing, the row stays.
fn optional(row: &Row<'_>, sink: &mut Sink, position: usize) -> Maybe {
    let number = value::optional_integer(row, sink, position).unwrap_or_else(|fault| {
        sink.add(row.problem_at(position, Problem::warned(fault.code)).expected(fault.expected));
        None
    });
    number.into()
}

/// 単位数単価 in hundredths of a yen; one that cannot be read is warned and taken as missing.
fn price(row: &Row<'_>, sink: &mut Sink) -> Maybe {
    if row.raw(at::PRICE).is_empty() {
        return Maybe::NONE;
    }
    let text = normalise(&row.cell(at::PRICE), row.encoding);
    let hundredths = Decimal::from_str(&text).ok().and_then(|yen| yen.checked_mul(Decimal::ONE_HUNDRED));
    let price = hundredths.filter(|price| price.is_integer() && *price > Decimal::ZERO);
    let price = price.and_then(|price| price.to_i32());
    if price.is_none() && !text.is_empty() {
        let problem = row.problem_at(at::PRICE, Problem::warned(ProblemCode::Invalid));
        sink.add(problem.expected("expected-price"));
    }
    price.into()
}

/// Special rows by their code (standard §8); `ALL9`-like codes count as 全合計 only when the provider is all nines.
fn row_kind(provider: OfficeNumber, code: ServiceCode) -> SheetRowKind {
    if provider == OfficeNumber::TOTAL {
        return SheetRowKind::Total;
    }
    match code.item() {
        "AAAA" => SheetRowKind::SubtotalInLimit,
        "EEEE" => SheetRowKind::SubtotalOutside,
        "ZZZZ" => SheetRowKind::SubtotalOver30Days,
        _ => SheetRowKind::Detail,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::exchange::kinds::FileKind;

    #[test]
    fn positions_are_those_of_the_layout() {
        for (position, key) in [
            (at::TARGET_MONTH, "target_month"),
            (at::PROVIDER_NAME, "service_office_name"),
            (at::PROVIDER, "service_office_number"),
            (at::CODE, "service_code"),
            (at::UNITS, "units"),
            (at::COUNT, "service_count_or_days"),
            (at::AMOUNT, "service_units_or_amount"),
            (at::MANAGED_UNITS, "benefit_management_units"),
            (at::DISCOUNTED_RATE, "discounted_rate_percent"),
            (at::DISCOUNTED_UNITS, "discounted_units"),
            (at::KIND_OVER, "kind_over_limit_units"),
            (at::KIND_WITHIN, "kind_within_limit_units"),
            (at::CATEGORY_OVER, "category_over_limit_units"),
            (at::CATEGORY_WITHIN, "category_within_limit_units"),
            (at::PRICE, "unit_price_yen"),
            (at::COST, "total_cost_covered_yen"),
            (at::RATE, "benefit_rate_percent"),
            (at::CLAIM, "benefit_claim_yen"),
            (at::FIXED_COPAY, "fixed_copay_unit_yen"),
            (at::COPAY, "user_copay_covered_yen"),
            (at::FULL_PAYMENT, "user_full_payment_yen"),
            (at::OVER_30_DAYS, "over_30_days_flag"),
            (at::IDENTIFIER, "record_identifier"),
        ] {
            assert_eq!(FileKind::Upsikyu.position(key), position, "{key}");
        }
    }

    #[test]
    fn point_08_special_rows_are_told_by_code_and_provider() {
        let kind = |provider: &str, code: &str| {
            row_kind(OfficeNumber::parse(provider).unwrap(), ServiceCode::parse(code).unwrap())
        };
        assert_eq!(kind("1379900028", "11AAAA"), SheetRowKind::SubtotalInLimit);
        assert_eq!(kind("1379900028", "31EEEE"), SheetRowKind::SubtotalOutside);
        assert_eq!(kind("1379900028", "21ZZZZ"), SheetRowKind::SubtotalOver30Days);
        assert_eq!(kind("9999999999", "999999"), SheetRowKind::Total);
        assert_eq!(kind("9999999999", "ALL999"), SheetRowKind::Total);
        assert_eq!(kind("1379900028", "999999"), SheetRowKind::Detail);
    }
}
