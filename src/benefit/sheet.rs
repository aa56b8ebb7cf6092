//! サービス利用票別表 (第7表): every column of a client's month.
//!
//! Source: 居宅サービス計画書等の様式及び記載要領 (第7表), 介護給付費請求書等の記載要領. The yen are an estimate: the service
//! office cuts off once over all units of a kind ([`Statement`]), the sheet once a row.

use super::allot::{Limits, ManualShares, RowKey, ShareFault};
use super::money::{BenefitRate, UnitPrice, Units, Yen};
use super::policy::Policy;
use super::rates::Place;
use crate::domain::ids::{OfficeNumber, ServiceCode, ServiceKind};

mod faults;
mod group;
mod outside;
mod public;
mod rows;
#[cfg(test)]
mod tests;
mod units;

pub use faults::{SheetFault, SheetNote};
pub use public::{PublicSplit, assistance_split};
pub use rows::{RowRef, printed_rows};

/// How benefits reach the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payment {
    /// The office is paid the rate, the client pays the rest (現物給付).
    Direct(BenefitRate),
    /// The client pays all and is paid back (償還払い, 支払方法変更).
    Reimbursed,
}

/// A client's month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetInput {
    /// 給付率 before 公費.
    pub payment: Payment,
    /// Public assistance only (生保単独, H numbers): there is no insurance share, limits are managed all the same.
    pub is_assistance_only: bool,
    /// 区分支給限度基準額 and 種類支給限度基準額.
    pub limits: Limits,
    /// Services, in the order of the 第6表.
    pub lines: Vec<Line>,
    /// Shares of the units over the limit that somebody typed.
    pub manual: Option<ManualShares>,
}

/// A service of the month: one code of one office, summed over the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// サービス事業所.
    pub office: OfficeNumber,
    /// サービスコード.
    pub code: ServiceCode,
    /// Where it counts.
    pub place: Place,
    /// Its units.
    pub amount: Amount,
    /// 単位数単価 of the office and kind.
    pub price: UnitPrice,
    /// 割引後率 in percent; `None` when the office has filed no discount.
    pub discounted_rate: Option<u8>,
    /// 定額利用者負担単価金額 in yen a time.
    pub fixed_copay: Option<Yen>,
}

/// Units of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A number of visits or days, or once a month.
    Times {
        /// 単位数 of one time; negative for reductions. Percentages inside the limit are part of it.
        units: Units,
        /// 回数／日数; 1 for monthly codes and equipment, the number of days for daily codes (日割).
        count: i64,
        /// 給付管理単位数 of one time where it differs: 通常規模型 for 大規模型通所, 同一建物居住者以外 for 小規模多機能.
        managed_units: Option<Units>,
    },
    /// A percentage outside the limit, once a month on the sum.
    Percent {
        /// Permille.
        permille: u32,
        /// Whether it is taken off.
        is_reduction: bool,
    },
}

/// Columns of a row of the 別表; `None` where the column stays empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// 割引後単位数.
    pub discounted_units: Option<Units>,
    /// 回数／日数.
    pub count: Option<i64>,
    /// サービス単位／金額.
    pub service_units: Option<Units>,
    /// 給付管理単位数.
    pub managed_units: Option<Units>,
    /// 種類支給限度基準を超える単位数.
    pub kind_over: Option<Units>,
    /// 種類支給限度基準内単位数.
    pub kind_within: Option<Units>,
    /// 区分支給限度基準を超える単位数.
    pub category_over: Option<Units>,
    /// 区分支給限度基準内単位数.
    pub category_within: Option<Units>,
    /// 単位数単価.
    pub price: Option<UnitPrice>,
    /// 費用総額（保険／事業対象分）.
    pub cost: Option<Yen>,
    /// 給付率; empty where the client pays fixed yen.
    pub rate: Option<BenefitRate>,
    /// 保険／事業費請求額.
    pub claim: Option<Yen>,
    /// 定額利用者負担単価金額.
    pub fixed_copay: Option<Yen>,
    /// 利用者負担（保険／事業対象分）.
    pub copay: Option<Yen>,
    /// 利用者負担（全額負担分）.
    pub full_payment: Option<Yen>,
}

impl Columns {
    /// The columns of units alone.
    pub fn without_yen(self) -> Self {
        Self {
            price: None,
            cost: None,
            rate: None,
            claim: None,
            fixed_copay: None,
            copay: None,
            full_payment: None,
            ..self
        }
    }
}

/// A line with its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineResult {
    /// Its name; rows inside the limit are allotted over-limit units by it.
    pub key: RowKey,
    /// Where it counts.
    pub place: Place,
    /// What a percentage is of.
    pub base_units: Option<Units>,
    /// Billed units that insurance covers; 0 on lines outside the limit.
    pub covered_units: Units,
    /// The columns. Money of a line inside the limit stands on its group's subtotal when there is one.
    pub columns: Columns,
}

/// The lines of an office and kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// サービス事業所.
    pub office: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// Positions of all its lines.
    pub lines: Vec<usize>,
    /// Whether 集計行 is printed: with two or more lines inside the limit.
    pub has_subtotal: bool,
    /// Billed units that insurance covers.
    pub covered_units: Units,
    /// Sums of the lines inside the limit; all empty when there is none.
    pub columns: Columns,
    /// What the office is going to bill.
    pub statement: Statement,
}

/// 請求明細書 of an office for a kind: yen are cut off once over covered units and those outside the limit, so the
/// client's charge can differ from the sheet's by a yen for each row outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// Units.
    pub units: Units,
    /// 費用総額.
    pub cost: Yen,
    /// 保険請求額.
    pub claim: Yen,
    /// 利用者負担.
    pub copay: Yen,
}

/// Whose shares of the units over the limit the sheet has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SharesUsed {
    /// Nothing is over, and nobody typed anything else.
    NothingOver,
    /// Those that the rule proposes; somebody should look at them.
    Proposed,
    /// Those that somebody typed.
    Typed,
    /// Those that the rule proposes, because the typed ones must not be used any more.
    TypedRefused(Vec<ShareFault>),
}

/// A computed 別表.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// In the order of the input.
    pub lines: Vec<LineResult>,
    /// In the order in which offices and kinds first occur.
    pub groups: Vec<Group>,
    /// 合計: units of lines inside the limit, money of all.
    pub total: Columns,
    /// 区分支給限度基準額 less the units inside it; `None` when the limit is unknown.
    pub unused_limit: Option<Units>,
    /// Whose shares were used.
    pub shares: SharesUsed,
    /// 割振残: units over the limit that no row could take.
    pub left: Units,
    /// What a person should know.
    pub notes: Vec<SheetNote>,
}

/// Computes the 別表 of a client's month.
///
/// # Errors
/// Everything in the input that cannot be computed; nothing is guessed in its place.
pub fn compute(input: &SheetInput, policy: &Policy) -> Result<Sheet, Vec<SheetFault>> {
    let faults = faults::of(&input.lines);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut notes = faults::notes(input);
    let payment = match (input.is_assistance_only, policy.assistance_only) {
        (false, _) => input.payment,
        (true, super::policy::AssistanceOnly::AllPaid) => Payment::Direct(BenefitRate::FULL),
        (true, super::policy::AssistanceOnly::NoInsurance) => Payment::Direct(BenefitRate::NONE),
    };
    let mut lines: Vec<LineResult> = units::lines(&input.lines);
    let (shares, left) = units::allot(input, policy, &mut lines, &mut notes);
    outside::fill(&input.lines, &mut lines, payment, policy);
    let groups = group::of(&input.lines, &mut lines, payment);
    let total = group::total(&lines, &groups);
    let within = total.category_within.unwrap_or_default();
    let unused_limit = input.limits.category.map(|limit| limit - within);
    Ok(Sheet { lines, groups, total, unused_limit, shares, left, notes })
}
