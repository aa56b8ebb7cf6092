//! Which month and which care offices a folder is about.

use crate::domain::ids::OfficeNumber;
use crate::domain::kind::is_care_management;
use crate::domain::month::ServiceMonth;
use crate::format::exchange::FileKind;
use crate::format::exchange::name::FileName;
use std::collections::{BTreeMap, BTreeSet};

/// Rows of the 第6表 per month; the month with most rows is the one a folder is about, the later one of equals.
pub(super) fn rows_by_month<'a>(
    files: impl Iterator<Item = (&'a FileName, Option<ServiceMonth>, u32)>,
) -> BTreeMap<ServiceMonth, u64> {
    let mut rows = BTreeMap::new();
    for (name, month, count) in files {
        if let (FileKind::Upplan | FileKind::Upjsk, Some(month)) = (name.kind, month) {
            *rows.entry(month).or_default() += u64::from(count);
        }
    }
    rows
}

/// The month with most rows.
pub(super) fn fullest(rows: &BTreeMap<ServiceMonth, u64>) -> Option<ServiceMonth> {
    rows.iter().max_by_key(|(month, rows)| (**rows, **month)).map(|(month, _)| *month)
}

/// The care offices of a month's files: who sent plans, and who received plans as a care-management office (委託).
/// Without any plan, who actuals were sent to.
pub(super) fn care_offices<'a>(names: impl Iterator<Item = &'a FileName> + Clone) -> BTreeSet<OfficeNumber> {
    let mut offices = BTreeSet::new();
    for name in names.clone().filter(|name| name.kind == FileKind::Upplan) {
        offices.insert(name.sender);
        if name.receiver_kind.is_some_and(is_care_management) {
            offices.insert(name.receiver);
        }
    }
    if offices.is_empty() {
        offices.extend(names.filter(|name| name.kind == FileKind::Upjsk).map(|name| name.receiver));
    }
    offices
}

/// The care office a file of a month belongs to: the sender of a plan, the receiver of actuals.
pub(super) fn office_of(name: &FileName) -> OfficeNumber {
    match name.kind {
        FileKind::Upjsk | FileKind::Dltjsk => name.receiver,
        _ => name.sender,
    }
}
