//! What people should know of a sheet before it is sent.

use super::StayDays;
use crate::app::worth::{PaymentFrom, SharesFrom, Worth, WorthFault, WorthNote};
use crate::app::write::{SheetObstacle, WriteWarning};
use crate::benefit::sheet::SheetFault;
use crate::domain::ids::ClientKey;

/// Of a sheet that is written as it was received although so many columns differ from the computed one.
pub(super) fn of_kept(client: ClientKey, columns: usize) -> Vec<WriteWarning> {
    let columns = u32::try_from(columns).unwrap_or(u32::MAX);
    if columns == 0 { Vec::new() } else { vec![WriteWarning::SheetDiffers { client, columns }] }
}

/// Of a sheet that cannot be computed.
pub(super) fn not_computed(worth: &Worth) -> WriteWarning {
    let code_of = |line: usize| worth.lines.get(line).map(|line| line.line.code);
    let obstacle = |fault: &WorthFault| match fault {
        WorthFault::UnknownService { office, code } => {
            Some(SheetObstacle::UnknownService { office: *office, code: *code })
        }
        WorthFault::Sheet(SheetFault::PricesDiffer { office, kind }) => {
            Some(SheetObstacle::PricesDiffer { office: *office, kind: *kind })
        }
        WorthFault::Sheet(
            SheetFault::PercentNotOutside { line }
            | SheetFault::FixedCopayWithoutUnits { line }
            | SheetFault::DiscountRate { line }
            | SheetFault::NegativeCount { line },
        ) => Some(SheetObstacle::Line { code: code_of(*line)? }),
        _ => None,
    };
    let obstacle = worth.faults.iter().find_map(obstacle);
    WriteWarning::SheetNotComputed { client: worth.client, obstacle }
}

/// Of a computed sheet.
pub(super) fn of_computed(worth: &Worth, stay: Option<StayDays>) -> Vec<WriteWarning> {
    let client = worth.client;
    let mut warnings = Vec::new();
    if matches!(worth.shares, SharesFrom::Proposed | SharesFrom::TypedStale(_) | SharesFrom::ReceivedStale(_))
    {
        warnings.push(WriteWarning::SheetNeedsAllotment { client });
    }
    if worth.person.limits.category.is_none() {
        warnings.push(WriteWarning::SheetLimitUnknown { client });
    }
    if worth.payment_from == PaymentFrom::Assumed && !client.insured.is_public_assistance() {
        warnings.push(WriteWarning::SheetRateAssumed { client });
    }
    for (office, kind) in &worth.unpriced {
        warnings.push(WriteWarning::SheetPriceUnknown { client, office: *office, kind: *kind });
    }
    for note in &worth.notes {
        if let WorthNote::RateUnknown { code, .. } = note {
            warnings.push(WriteWarning::SheetPercentUnknown { client, code: *code });
        }
    }
    if stay.is_some_and(|stay| stay.before.is_none()) {
        warnings.push(WriteWarning::SheetStayUnknown { client });
    }
    warnings
}
