//! What cannot be computed, and what should be looked at.

use super::{Amount, Line, Payment, SheetInput};
use crate::benefit::rates::{Place, Step};
use crate::domain::ids::{OfficeNumber, ServiceKind};

/// Why a sheet cannot be computed. Lines are positions in the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    /// A percentage that is not outside the limit: inside it belongs to the units of the code.
    #[error("line {line} is a percentage and not outside the limit")]
    PercentNotOutside {
        /// The line.
        line: usize,
    },
    /// One office has two prices for one kind.
    #[error("{office} has several unit prices for kind {kind}")]
    PricesDiffer {
        /// The office.
        office: OfficeNumber,
        /// The kind.
        kind: ServiceKind,
    },
    /// A fixed charge on a line without units, which cannot be shared out.
    #[error("line {line} has a fixed charge and no units")]
    FixedCopayWithoutUnits {
        /// The line.
        line: usize,
    },
    /// 割引後率 above 100 percent.
    #[error("line {line} has a discount rate above 100 percent")]
    DiscountRate {
        /// The line.
        line: usize,
    },
    /// A negative number of times.
    #[error("line {line} has a negative number of times")]
    NegativeCount {
        /// The line.
        line: usize,
    },
}

/// What should be looked at, because the rules do not settle it. Lines are positions in the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetNote {
    /// Units over the limit cut a line whose managed units are not its billed ones; see
    /// [`PairRows`](crate::benefit::policy::PairRows).
    PairRowCut {
        /// The line.
        line: usize,
    },
    /// A discount was applied to managed units of their own as well.
    DiscountOnManagedUnits {
        /// The line.
        line: usize,
    },
    /// The 3 percent for 感染症又は災害 were taken of the covered units only.
    DisasterBase {
        /// The line.
        line: usize,
    },
    /// Some lines of an office and kind have a fixed charge and others have not: these were charged nothing inside the
    /// limit and the usual rate outside.
    MixedFixedCopay {
        /// The office.
        office: OfficeNumber,
        /// The kind.
        kind: ServiceKind,
    },
    /// Public assistance only: what the sheet shows is a setting.
    AssistanceOnly,
    /// 償還払い: the cost is shown as paid in full by the client.
    Reimbursed,
}

/// Everything that cannot be computed.
pub(super) fn of(lines: &[Line]) -> Vec<SheetFault> {
    let mut faults = Vec::new();
    for (line, given) in lines.iter().enumerate() {
        if given.discounted_rate.is_some_and(|rate| rate > 100) {
            faults.push(SheetFault::DiscountRate { line });
        }
        match given.amount {
            Amount::Percent { .. } if !matches!(given.place, Place::Outside(_)) => {
                faults.push(SheetFault::PercentNotOutside { line });
            }
            Amount::Times { count, .. } if count < 0 => faults.push(SheetFault::NegativeCount { line }),
            Amount::Times { units, .. } if given.fixed_copay.is_some() && units <= 0 => {
                faults.push(SheetFault::FixedCopayWithoutUnits { line });
            }
            _ => {}
        }
        let same = |other: &&Line| other.office == given.office && other.code.kind() == given.code.kind();
        let fault = SheetFault::PricesDiffer { office: given.office, kind: given.code.kind() };
        let differs = lines.iter().find(same).is_some_and(|first| first.price != given.price);
        if differs && !faults.contains(&fault) {
            faults.push(fault);
        }
    }
    faults
}

/// What is known to be unsettled before anything is computed.
pub(super) fn notes(input: &SheetInput) -> Vec<SheetNote> {
    let mut notes = Vec::new();
    if input.is_assistance_only {
        notes.push(SheetNote::AssistanceOnly);
    } else if input.payment == Payment::Reimbursed {
        notes.push(SheetNote::Reimbursed);
    }
    for (line, given) in input.lines.iter().enumerate() {
        let has_own_managed = matches!(given.amount, Amount::Times { managed_units: Some(_), .. });
        if has_own_managed && given.discounted_rate.is_some_and(|rate| rate < 100) {
            notes.push(SheetNote::DiscountOnManagedUnits { line });
        }
        if given.place == Place::Outside(Step::Disaster) && matches!(given.amount, Amount::Percent { .. }) {
            notes.push(SheetNote::DisasterBase { line });
        }
        let (office, kind) = (given.office, given.code.kind());
        let is_mixed =
            |other: &Line| other.office == office && other.code.kind() == kind && other.fixed_copay.is_none();
        let note = SheetNote::MixedFixedCopay { office, kind };
        if given.fixed_copay.is_some() && input.lines.iter().any(is_mixed) && !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}
