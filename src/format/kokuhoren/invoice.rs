//! 介護給付費請求書 (7111): one row for the insurance, one for each law of public payers.
//!
//! Source: インタフェース仕様書 居宅介護支援事業所編, 介護給付費請求書情報.

use super::fee::{FeeClaim, PublicPayer};
use super::kinds::DataRecord;
use super::kinds::claim::ClaimRecord;
use super::write::{Unused, WriteStyle};
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use std::collections::BTreeMap;

/// Who is invoiced (保険・公費等区分, 法別番号).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Invoiced {
    /// 保険請求.
    Insurance,
    /// 公費請求 with its 法別番号: 12 for 生活保護.
    Public(String),
}

/// One row of the invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceRow {
    /// Who is invoiced.
    pub invoiced: Invoiced,
    /// 件数: number of claims.
    pub count: u32,
    /// 単位数.
    pub units: u64,
    /// 費用合計 in yen; all of it is invoiced, the plan fee costs the client nothing.
    pub cost: u64,
}

/// The rows for claims: people with an H number are counted in the row of their law, all others in that of the
/// insurance. A row without claims is left out.
pub fn invoice(claims: &[FeeClaim]) -> Vec<InvoiceRow> {
    let mut rows = BTreeMap::<Invoiced, InvoiceRow>::new();
    for claim in claims {
        let invoiced = match claim.public.as_ref().map(PublicPayer::law) {
            Some(law) => Invoiced::Public(law.to_owned()),
            None => Invoiced::Insurance,
        };
        let empty = InvoiceRow { invoiced: invoiced.clone(), count: 0, units: 0, cost: 0 };
        let row = rows.entry(invoiced).or_insert(empty);
        row.count += 1;
        row.units += claim.total_units();
        row.cost += claim.amount();
    }
    rows.into_values().collect()
}

/// 請求情報区分コード: 居宅介護支援・介護予防支援.
const CLAIM_CLASS: &str = "02";

/// 法別番号 of 生活保護.
const PUBLIC_ASSISTANCE: &str = "12";

impl InvoiceRow {
    /// The row as a record.
    pub fn record(&self, office: OfficeNumber, month: ServiceMonth, style: &WriteStyle) -> DataRecord {
        let (payer_class, law, claim_class) = match &self.invoiced {
            Invoiced::Insurance => ("1", "0", CLAIM_CLASS),
            Invoiced::Public(law) if law == PUBLIC_ASSISTANCE => ("2", law.as_str(), CLAIM_CLASS),
            Invoiced::Public(law) => ("2", law.as_str(), "0"),
        };
        let is_insurance = self.invoiced == Invoiced::Insurance;
        let cost = i64::try_from(self.cost).ok();
        let unused = (style.facility_items == Unused::Zero).then_some(0);
        DataRecord::Claim(Box::new(ClaimRecord {
            exchange_id: "7111".to_owned(),
            service_month: Some(month),
            office_number: office.to_string(),
            payer_class: payer_class.to_owned(),
            law_number: law.to_owned(),
            claim_class: claim_class.to_owned(),
            count: Some(i64::from(self.count)),
            units: i64::try_from(self.units).ok(),
            cost_total: cost,
            insurance_claim: if is_insurance { cost } else { Some(0) },
            public_claim: if is_insurance { Some(0) } else { cost },
            user_copay: Some(0),
            facility_count: unused,
            facility_days: unused,
            facility_cost: unused,
            facility_copay: unused,
            facility_public: unused,
            facility_insurance: unused,
        }))
    }

    /// The row of a record; `None` when a number is missing or negative.
    pub fn of(record: &ClaimRecord) -> Option<Self> {
        let number = |value: Option<i64>| u64::try_from(value?).ok();
        let invoiced = match record.payer_class.as_str() {
            "1" => Invoiced::Insurance,
            "2" => Invoiced::Public(record.law_number.clone()),
            _ => return None,
        };
        Some(Self {
            invoiced,
            count: u32::try_from(record.count?).ok()?,
            units: number(record.units)?,
            cost: number(record.cost_total)?,
        })
    }
}
