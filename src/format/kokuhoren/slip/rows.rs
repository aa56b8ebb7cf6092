//! The rows of a slip.

use super::{Slip, SlipLine};
use crate::format::kokuhoren::kinds::DataRecord;
use crate::format::kokuhoren::kinds::slip::SlipRecord;
use crate::format::kokuhoren::write::{Unused, WriteStyle};

/// 給付管理票種別区分コード: 居宅サービス給付管理票, the only one since 2002.
const SLIP_KIND: &str = "3";

/// Lines 01 and up, then the closing row 99.
pub(super) fn records(slip: &Slip, style: &WriteStyle) -> Vec<DataRecord> {
    let lines = slip.ordered_lines();
    let rows = lines.into_iter().zip(1_u8..).map(|(line, no)| line_row(slip, line, no));
    let rows = rows.chain([closing_row(slip, style)]);
    rows.map(|row| DataRecord::Slip(Box::new(row))).collect()
}

/// What every row of a slip says.
fn common(slip: &Slip) -> SlipRecord {
    SlipRecord {
        exchange_id: "8222".to_owned(),
        target_month: Some(slip.key.month),
        insurer_number: format!("00{}", slip.key.client.insurer),
        support_office_number: slip.office.map(|office| office.to_string()).unwrap_or_default(),
        slip_action: slip.action.code().to_owned(),
        created_on: Some(slip.created_on),
        slip_kind: SLIP_KIND.to_owned(),
        insured_number: slip.key.client.insured.to_string(),
        birth_date: Some(slip.birth_date),
        sex: slip.sex.code().to_owned(),
        care_level: slip.level.code().to_owned(),
        limit_from: Some(slip.limit_from),
        limit_to: slip.limit_to,
        plan_maker: slip.plan_maker.code().to_owned(),
        ..SlipRecord::default()
    }
}

fn line_row(slip: &Slip, line: &SlipLine, no: u8) -> SlipRecord {
    SlipRecord {
        line_no: format!("{no:02}"),
        service_office_number: line.office.to_string(),
        service_office_class: line.class.code().to_owned(),
        service_kind: line.kind.to_string(),
        planned_units: Some(i64::from(line.units)),
        ..common(slip)
    }
}

fn closing_row(slip: &Slip, style: &WriteStyle) -> SlipRecord {
    let unused = if style.closing_row == Unused::Zero { "0" } else { "" };
    let entrusted = slip.entrusted.as_ref();
    SlipRecord {
        line_no: "99".to_owned(),
        limit_units: Some(i64::from(slip.limit_units)),
        service_office_number: unused.to_owned(),
        service_office_class: unused.to_owned(),
        service_kind: unused.to_owned(),
        planned_units_total: i64::try_from(slip.total()).ok(),
        care_manager_number: slip.care_manager.clone().unwrap_or_default(),
        entrusted_office_number: entrusted.map(|to| to.office.to_string()).unwrap_or_default(),
        entrusted_care_manager_number: entrusted.map(|to| to.care_manager.clone()).unwrap_or_default(),
        ..common(slip)
    }
}
