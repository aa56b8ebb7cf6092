//! The rows of a claim. Forms 8124 and 8125 have the same items, so both go through the record of 8124.

use super::{FeeClaim, FeeForm, FeeLine};
use crate::format::kokuhoren::kinds::DataRecord;
use crate::format::kokuhoren::kinds::fee::FeeRecord;
use crate::format::kokuhoren::kinds::preventive_fee::PreventiveFeeRecord;
use crate::format::kokuhoren::write::WriteStyle;

/// Conversions between two records with the same items.
macro_rules! same_items {
    ($one:ident, $other:ident: $($key:ident)+) => {
        impl From<$one> for $other {
            fn from(record: $one) -> Self {
                Self { $($key: record.$key),+ }
            }
        }

        impl From<$other> for $one {
            fn from(record: $other) -> Self {
                Self { $($key: record.$key),+ }
            }
        }
    };
}

same_items! {
    FeeRecord, PreventiveFeeRecord:
    exchange_id office_number office_class service_month insurer_number unit_price insured_number public_payer_number
    public_recipient_number birth_date sex care_level cert_from cert_to plan_request_filed_on line_no service_code units
    count service_units service_units_total claim_amount care_manager_number remarks
}

/// Rows 1 and up; the last one is 99 and has the sums.
pub(super) fn records(claim: &FeeClaim, style: &WriteStyle) -> Vec<DataRecord> {
    let last = claim.lines.len();
    let rows = claim.lines.iter().zip(1..).map(|(line, no)| row(claim, line, no, no == last, style));
    rows.map(|row| match claim.form {
        FeeForm::CarePlan => DataRecord::Fee(Box::new(row)),
        FeeForm::SupportPlan => DataRecord::PreventiveFee(Box::new(row.into())),
    })
    .collect()
}

fn row(claim: &FeeClaim, line: &FeeLine, no: usize, is_last: bool, style: &WriteStyle) -> FeeRecord {
    let public = claim.public.as_ref();
    let line_no = match (is_last, style.padded_fee_lines) {
        (true, _) => "99".to_owned(),
        (false, true) => format!("{no:02}"),
        (false, false) => no.to_string(),
    };
    FeeRecord {
        exchange_id: claim.form.exchange_id().to_owned(),
        office_number: claim.office.to_string(),
        office_class: claim.office_class.code().to_owned(),
        service_month: Some(claim.month),
        insurer_number: claim.client.insurer.to_string(),
        unit_price: Some(i64::from(claim.unit_price)),
        insured_number: claim.client.insured.to_string(),
        public_payer_number: public.map(|public| public.payer.clone()).unwrap_or_default(),
        public_recipient_number: public.map(|public| public.recipient.clone()).unwrap_or_default(),
        birth_date: Some(claim.birth_date),
        sex: claim.sex.code().to_owned(),
        care_level: claim.level.code().to_owned(),
        cert_from: Some(claim.cert_from),
        cert_to: Some(claim.cert_to),
        plan_request_filed_on: claim.request_filed_on,
        line_no,
        service_code: line.code.to_string(),
        units: Some(i64::from(line.units)),
        count: Some(i64::from(line.count)),
        service_units: Some(line.service_units()),
        service_units_total: i64::try_from(claim.total_units()).ok().filter(|_| is_last),
        claim_amount: i64::try_from(claim.amount()).ok().filter(|_| is_last),
        care_manager_number: claim.care_manager.clone().unwrap_or_default(),
        remarks: line.remarks.clone(),
    }
}
