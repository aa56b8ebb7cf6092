//! 居宅介護支援介護給付費明細書 (様式第七, 8124) and that of 介護予防支援 (様式第七の二, 8125): one client's claim for the
//! plan fee.
//!
//! Source: インタフェース仕様書 居宅介護支援事業所編, 居宅サービス計画費請求明細書情報.

mod read;
mod rows;

pub use read::{BrokenFee, FeeFile, FeeNote, InvoiceDifference, ReadFee, read_fees};

use super::codes::{CareLevel, OfficeClass, Sex};
use super::invoice::invoice;
use super::kinds::DataRecord;
use super::write::{FileHead, WriteError, WriteStyle, write_file};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode};
use crate::domain::month::{Day, ServiceMonth};
use thiserror::Error;

/// Most lines of a claim: rows 1 to 98 and the last row 99, which is a line too.
pub const MOST_LINES: usize = 99;

/// Which form a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeeForm {
    /// 様式第七: 居宅介護支援 (8124).
    CarePlan,
    /// 様式第七の二: 介護予防支援 (8125). That its items are those of 8124 is likely, not certain.
    SupportPlan,
}

impl FeeForm {
    /// Every form.
    pub const ALL: &[FeeForm] = &[FeeForm::CarePlan, FeeForm::SupportPlan];

    /// 交換情報識別番号.
    pub fn exchange_id(self) -> &'static str {
        match self {
            FeeForm::CarePlan => "8124",
            FeeForm::SupportPlan => "8125",
        }
    }

    /// サービス種類 of its codes.
    pub fn kind(self) -> &'static str {
        match self {
            FeeForm::CarePlan => "43",
            FeeForm::SupportPlan => "46",
        }
    }
}

/// 公費 of people on public assistance only (生保単独, H numbers).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicPayer {
    /// 公費負担者番号, 8 digits; the first two are the 法別番号.
    pub payer: String,
    /// 公費受給者番号, 7 digits.
    pub recipient: String,
}

impl PublicPayer {
    /// 法別番号: 12 for 生活保護.
    pub fn law(&self) -> &str {
        self.payer.get(..2).unwrap_or_default()
    }
}

/// One client's claim for the plan fee of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeClaim {
    /// Which form.
    pub form: FeeForm,
    /// 事業所番号 of the claiming office.
    pub office: OfficeNumber,
    /// 指定/基準該当等事業所区分.
    pub office_class: OfficeClass,
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// Insurer and insured number.
    pub client: ClientKey,
    /// 単位数単価 in hundredths of a yen: 10.84 yen is 1084.
    pub unit_price: u16,
    /// Set for people on public assistance only.
    pub public: Option<PublicPayer>,
    /// 生年月日.
    pub birth_date: Day,
    /// 性別.
    pub sex: Sex,
    /// 要介護状態区分 at the end of the month.
    pub level: CareLevel,
    /// 認定有効期間, first day.
    pub cert_from: Day,
    /// 認定有効期間, last day.
    pub cert_to: Day,
    /// 居宅サービス計画作成依頼届出年月日; not set for people on public assistance only.
    pub request_filed_on: Option<Day>,
    /// 担当介護支援専門員番号; may be missing on form 8125.
    pub care_manager: Option<String>,
    /// Service codes claimed, in the order in which they are written.
    pub lines: Vec<FeeLine>,
}

/// One service code of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeLine {
    /// サービスコード.
    pub code: ServiceCode,
    /// 単位数; negative for reductions (特定事業所集中減算). That they are written with their sign is likely, not
    /// certain.
    pub units: i32,
    /// 回数, usually 1.
    pub count: u8,
    /// 摘要.
    pub remarks: String,
}

impl FeeLine {
    /// サービス単位数: units times count.
    pub fn service_units(&self) -> i64 {
        i64::from(self.units) * i64::from(self.count)
    }
}

impl FeeClaim {
    /// サービス単位数合計; 0 when reductions outweigh the rest, which cannot be written.
    pub fn total_units(&self) -> u64 {
        u64::try_from(self.sum()).unwrap_or(0)
    }

    fn sum(&self) -> i64 {
        self.lines.iter().map(FeeLine::service_units).sum()
    }

    /// 請求金額 in yen: units times price, less than a yen cut off.
    pub fn amount(&self) -> u64 {
        self.total_units().saturating_mul(u64::from(self.unit_price)) / 100
    }

    /// Order in files: form, month, insurer, insured number.
    fn order(&self) -> (FeeForm, ServiceMonth, ClientKey) {
        (self.form, self.month, self.client)
    }

    /// What keeps the claim from being written.
    pub fn fault(&self) -> Option<FeeFault> {
        let is_public = self.client.insured.is_public_assistance();
        let mut codes: Vec<ServiceCode> = self.lines.iter().map(|line| line.code).collect();
        codes.sort_unstable();
        let repeated = codes.iter().zip(codes.iter().skip(1)).find(|(a, b)| a == b);
        let foreign = codes.iter().find(|code| code.kind().as_str() != self.form.kind());
        if self.lines.is_empty() {
            Some(FeeFault::NoLines)
        } else if self.lines.len() > MOST_LINES {
            Some(FeeFault::TooManyLines(self.lines.len()))
        } else if let Some((code, _)) = repeated {
            Some(FeeFault::Repeated(*code))
        } else if let Some(code) = foreign {
            Some(FeeFault::OtherForm(*code))
        } else if self.sum() < 0 {
            Some(FeeFault::Negative)
        } else if is_public != self.public.is_some() {
            Some(FeeFault::PublicPayer)
        } else if self.request_filed_on.is_none() && !is_public {
            Some(FeeFault::NoRequestDate)
        } else {
            None
        }
    }
}

/// Why a claim cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeeFault {
    /// It has no line.
    NoLines,
    /// It has more than 99 lines.
    TooManyLines(usize),
    /// A service code is there twice; it has to be one line with 回数 (返戻 ANNL).
    Repeated(ServiceCode),
    /// The code belongs on another form (返戻 ABBF).
    OtherForm(ServiceCode),
    /// Reductions outweigh everything else.
    Negative,
    /// 公費 is set for somebody who is insured, or missing for an H number.
    PublicPayer,
    /// There is no 居宅サービス計画作成依頼届出年月日 for somebody who is insured.
    NoRequestDate,
    /// Another claim of the file has the same client and month.
    SameKey,
}

/// Why a file of claims was not written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FeeError {
    /// A claim cannot be written.
    #[error("plan fee of {client:?} {month}: {fault:?}")]
    Claim {
        /// Whose.
        client: ClientKey,
        /// サービス提供年月.
        month: ServiceMonth,
        /// Why.
        fault: FeeFault,
    },
    /// Claims of two months; whether a file may mix them is not certain, so each month gets its own file.
    #[error("plan fees of {first} and {second} in one file")]
    MixedMonths {
        /// A month.
        first: ServiceMonth,
        /// Another one.
        second: ServiceMonth,
    },
    /// A record does not fit its layout, or the file is empty.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Writes a file of claims of one month: the invoice (7111), then the claims ordered by form, insurer and insured number.
///
/// # Errors
/// The first claim that cannot be written, or the first item that does not fit its layout.
pub fn write_fees(head: &FileHead, claims: &[FeeClaim], style: &WriteStyle) -> Result<Vec<u8>, FeeError> {
    let mut ordered: Vec<&FeeClaim> = claims.iter().collect();
    ordered.sort_by_key(|claim| claim.order());
    let months = || ordered.iter().map(|claim| claim.month);
    if let (Some(first), Some(second)) = (months().min(), months().max())
        && first != second
    {
        return Err(FeeError::MixedMonths { first, second });
    }
    let fault = |claim: &FeeClaim, fault| FeeError::Claim { client: claim.client, month: claim.month, fault };
    for (claim, next) in ordered.iter().zip(ordered.iter().skip(1)) {
        if claim.order() == next.order() {
            return Err(fault(claim, FeeFault::SameKey));
        }
    }
    if let Some((claim, found)) = ordered.iter().find_map(|claim| Some((claim, claim.fault()?))) {
        return Err(fault(claim, found));
    }
    let mut records: Vec<DataRecord> = Vec::new();
    if let Some(claim) = ordered.first() {
        let rows = invoice(claims);
        records.extend(rows.iter().map(|row| row.record(head.office, claim.month, style)));
    }
    records.extend(ordered.iter().flat_map(|claim| rows::records(claim, style)));
    Ok(write_file(head, &records, style)?)
}

#[cfg(test)]
mod tests;
