//! From the slips of a month to the clients that the workload and the fee are made from.

use super::Case;
use crate::app::standing::standing;
use crate::app::tally::{ClientSlip, SlipState, Tally};
use crate::app::workload::CaseSort;
use crate::app::worth::Ground;
use crate::benefit::limit::Maker;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::slip::SlipAction;
use std::collections::BTreeSet;

/// The clients of an office, each with the slip it comes from. A client whose office is not known is taken as one of it.
pub fn cases(tally: &Tally, office: OfficeNumber) -> Vec<(Case, &ClientSlip)> {
    let own = tally.slips.iter().filter(|slip| slip.office.is_none_or(|of| of == office));
    own.map(|slip| (case(slip), slip)).collect()
}

fn case(slip: &ClientSlip) -> Case {
    Case {
        position: u32::try_from(slip.position).unwrap_or(u32::MAX),
        client: slip.client,
        has_slip: has_slip(slip),
        level: slip.month_end_level,
        maker: maker(slip),
        manager: slip.manager.clone(),
    }
}

/// Whether the client has a 給付管理票 in the month, whether or not it can be written yet. One that is held back (月遅れ)
/// counts: the client was served, and the tiers of all others would change when it is sent at last.
fn has_slip(slip: &ClientSlip) -> bool {
    match slip.state {
        SlipState::NotDue(_) | SlipState::NothingLeft => false,
        SlipState::HeldBack => true,
        _ => slip.action() != Some(SlipAction::Cancel),
    }
}

/// Clients of 要支援 with services of 総合事業 alone have 介護予防ケアマネジメント. Their slips are the same as those of
/// 介護予防支援 (計画作成区分 3), so the tally does not tell them apart.
fn maker(slip: &ClientSlip) -> Option<Maker> {
    match slip.maker {
        Some(Maker::PreventionSupport) if slip.is_programme_only => Some(Maker::PreventionManagement),
        maker => maker,
    }
}

/// Offices and kinds that each plan of 居宅介護支援 names, as it stands: what 特定事業所集中減算 counts.
pub fn plans(ground: &Ground<'_>, cases: &[Case]) -> Vec<Vec<(OfficeNumber, ServiceKind)>> {
    let counted = cases.iter().filter(|case| {
        let sort = CaseSort::of(case, ground.registers.client(case.client));
        matches!(sort, CaseSort::Care | CaseSort::GoneAtEnd) && case.maker == Some(Maker::CareSupport)
    });
    let named = counted.map(|case| {
        let standing = standing(ground.month, case.position as usize, ground.decisions);
        let pairs: BTreeSet<_> = standing.plan.iter().map(|row| (row.provider, row.kind())).collect();
        pairs.into_iter().collect()
    });
    named.collect()
}

#[cfg(test)]
mod tests;
