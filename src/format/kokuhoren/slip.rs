//! 給付管理票 (様式第十一, 8222): one slip with its lines and sums.
//!
//! Source: インタフェース仕様書 居宅介護支援事業所編, 給付管理票情報; 記載要領 様式第十一.

mod read;
mod rows;

pub use read::{BrokenReason, BrokenSlip, ReadSlip, SlipFile, SlipNote, read_slips};

use super::codes::{CareLevel, OfficeClass, PlanMaker, Sex, SlipAction};
use super::write::{FileHead, WriteError, WriteStyle, write_file};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::month::{Day, ServiceMonth};
use thiserror::Error;

/// Most lines of a slip: rows 01 to 98.
pub const MOST_LINES: usize = 98;

/// What a slip is about; there is one slip for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlipKey {
    /// Insurer and insured number.
    pub client: ClientKey,
    /// 対象年月.
    pub month: ServiceMonth,
}

/// A slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Client and month.
    pub key: SlipKey,
    /// 居宅介護支援事業所; none when the client made the plan (自己作成).
    pub office: Option<OfficeNumber>,
    /// 作成区分.
    pub action: SlipAction,
    /// 作成年月日.
    pub created_on: Day,
    /// 生年月日.
    pub birth_date: Day,
    /// 性別.
    pub sex: Sex,
    /// 要介護状態区分: the heaviest of the month.
    pub level: CareLevel,
    /// 限度額適用期間, first month.
    pub limit_from: ServiceMonth,
    /// 限度額適用期間, last month; none for 事業対象者 without an end.
    pub limit_to: Option<ServiceMonth>,
    /// 支給限度額 in units.
    pub limit_units: u32,
    /// 計画作成区分.
    pub plan_maker: PlanMaker,
    /// 担当介護支援専門員番号.
    pub care_manager: Option<String>,
    /// The office that made the plan by commission (委託先).
    pub entrusted: Option<Entrusted>,
    /// Lines, one for each service office and kind.
    pub lines: Vec<SlipLine>,
}

/// 委託先の居宅介護支援事業所.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrusted {
    /// 事業所番号.
    pub office: OfficeNumber,
    /// 担当介護支援専門員番号.
    pub care_manager: String,
}

/// A line of a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlipLine {
    /// サービス事業所.
    pub office: OfficeNumber,
    /// 指定/基準該当/地域密着型サービス/総合事業識別コード.
    pub class: OfficeClass,
    /// サービス種類.
    pub kind: ServiceKind,
    /// 給付計画単位数: units inside the limit.
    pub units: u32,
}

/// Why a slip cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlipFault {
    /// It has no line.
    NoLines,
    /// It has more than 98 lines.
    TooManyLines(usize),
    /// Two lines have the same office and kind; they have to be added together (返戻 ANNK).
    Repeated(OfficeNumber, ServiceKind),
    /// A line has 0 units.
    ZeroUnits(OfficeNumber, ServiceKind),
    /// There is no office though the plan was not made by the client.
    NoOffice,
    /// There is no 担当介護支援専門員番号 though a 居宅介護支援事業所 made the plan.
    NoCareManager,
    /// Only a plan of a 介護予防支援事業所 or 地域包括支援センター can be entrusted.
    Entrusted,
    /// Another slip of the file has the same client and month.
    SameKey,
}

/// Why a file of slips was not written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SlipError {
    /// A slip cannot be written.
    #[error("slip of {:?} {}: {fault:?}", key.client, key.month)]
    Slip {
        /// Whose.
        key: SlipKey,
        /// Why.
        fault: SlipFault,
    },
    /// A record does not fit its layout, or the file is empty.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl Slip {
    /// 給付計画合計単位数.
    pub fn total(&self) -> u64 {
        self.lines.iter().map(|line| u64::from(line.units)).sum()
    }

    /// Units above the limit; a slip that has any is returned (12P3).
    pub fn excess(&self) -> u64 {
        self.total().saturating_sub(u64::from(self.limit_units))
    }

    /// Lines in the order in which they are written: office, kind.
    pub fn ordered_lines(&self) -> Vec<&SlipLine> {
        let mut lines: Vec<_> = self.lines.iter().collect();
        lines.sort_by_key(|line| (line.office, line.kind));
        lines
    }

    /// What keeps the slip from being written.
    pub fn fault(&self, style: &WriteStyle) -> Option<SlipFault> {
        let lines = self.ordered_lines();
        let is_zero = lines.iter().all(|line| line.units == 0) && style.allow_zero_unit_slips;
        let repeated = lines.iter().zip(lines.iter().skip(1));
        let mut repeated = repeated.filter(|(a, b)| (a.office, a.kind) == (b.office, b.kind));
        if lines.is_empty() {
            Some(SlipFault::NoLines)
        } else if lines.len() > MOST_LINES {
            Some(SlipFault::TooManyLines(lines.len()))
        } else if let Some((line, _)) = repeated.next() {
            Some(SlipFault::Repeated(line.office, line.kind))
        } else if let Some(line) = lines.iter().find(|line| line.units == 0 && !is_zero) {
            Some(SlipFault::ZeroUnits(line.office, line.kind))
        } else if self.office.is_none() && self.plan_maker != PlanMaker::Client {
            Some(SlipFault::NoOffice)
        } else if self.care_manager.is_none() && self.plan_maker == PlanMaker::CareOffice {
            Some(SlipFault::NoCareManager)
        } else if self.entrusted.is_some() && self.plan_maker != PlanMaker::SupportOffice {
            Some(SlipFault::Entrusted)
        } else {
            None
        }
    }
}

/// Writes a file of slips, ordered by insurer, insured number and month, whatever order they come in. Months may be
/// mixed: each row names its month.
///
/// # Errors
/// The first slip that cannot be written, or the first item that does not fit its layout.
pub fn write_slips(head: &FileHead, slips: &[Slip], style: &WriteStyle) -> Result<Vec<u8>, SlipError> {
    let mut ordered: Vec<&Slip> = slips.iter().collect();
    ordered.sort_by_key(|slip| slip.key);
    for (slip, next) in ordered.iter().zip(ordered.iter().skip(1)) {
        if slip.key == next.key {
            return Err(SlipError::Slip { key: slip.key, fault: SlipFault::SameKey });
        }
    }
    let mut records = Vec::new();
    for slip in ordered {
        if let Some(fault) = slip.fault(style) {
            return Err(SlipError::Slip { key: slip.key, fault });
        }
        records.extend(rows::records(slip, style));
    }
    Ok(write_file(head, &records, style)?)
}

#[cfg(test)]
mod tests;
