//! Who is claimed, and with which fee.

use super::wanted::{self, Wanted};
use super::{ClaimNote, Desk, FeeCase, NoClaim, NotDue};
use crate::app::own::FeeKind;
use crate::benefit::fee::FeeBase;
use crate::benefit::limit::{LimitNote, Maker};
use crate::benefit::policy::FeeInsurer;
use crate::benefit::rates::FeeTier;
use crate::domain::level::CareLevel;
use crate::format::kokuhoren::fee::FeeForm;

/// A client who is claimed.
#[derive(Debug)]
pub(super) struct Due {
    pub(super) kind: FeeKind,
    pub(super) base: Result<FeeBase, NoClaim>,
    pub(super) tier: Option<FeeTier>,
    pub(super) level: Option<CareLevel>,
    pub(super) notes: Vec<ClaimNote>,
}

impl Due {
    pub(super) fn form(&self) -> FeeForm {
        match self.kind {
            FeeKind::Care => FeeForm::CarePlan,
            FeeKind::Prevention => FeeForm::SupportPlan,
        }
    }
}

/// Whether a client is claimed, or why not.
pub(super) fn due(desk: &Desk<'_>, case: &FeeCase<'_>, wanted: &Wanted) -> Result<Due, NotDue> {
    let one = case.case;
    let entry = desk.own.registers.client(one.client);
    let entrusted_by = entry.and_then(|entry| entry.entrusted_by);
    match (one.maker, entrusted_by) {
        (None, _) => return Err(NotDue::NoLevel),
        (Some(Maker::Multifunctional), _) => return Err(NotDue::Multifunctional),
        (Some(Maker::PreventionManagement), _) => return Err(NotDue::Management),
        (Some(Maker::PreventionSupport), Some(centre)) => return Err(NotDue::Entrusted(centre)),
        (Some(Maker::PreventionSupport), None) | (Some(Maker::CareSupport), _) => {}
    }
    let kind = wanted::kind(case);
    if !one.has_slip && (kind == FeeKind::Prevention || wanted.own_additions.is_empty()) {
        return Err(NotDue::NoSlip);
    }
    if one.level.is_none() && desk.own.policy.fee_insurer == FeeInsurer::MonthEnd {
        return Err(NotDue::OtherInsurer);
    }
    let mut notes = Vec::new();
    if one.level.is_none() {
        notes.push(ClaimNote::GoneAtEnd);
    }
    let level = one.level.or_else(|| last_level(case));
    let tier = desk.tiers.get(&one.client).copied().filter(|_| kind == FeeKind::Care && one.has_slip);
    let base = match kind {
        FeeKind::Care if !one.has_slip => {
            notes.push(ClaimNote::AdditionsOnly);
            additions_only(desk)
        }
        FeeKind::Care => care(desk, tier, level),
        FeeKind::Prevention => prevention(desk),
    };
    let base = level.ok_or(NoClaim::NoLevel).and(base);
    Ok(Due { kind, base, tier, level, notes })
}

fn additions_only(desk: &Desk<'_>) -> Result<FeeBase, NoClaim> {
    let terms = desk.own.terms().ok_or(NoClaim::NoTerms)?;
    Ok(FeeBase::AdditionsOnly { fee_type: terms.fee_type })
}

fn care(desk: &Desk<'_>, tier: Option<FeeTier>, level: Option<CareLevel>) -> Result<FeeBase, NoClaim> {
    let terms = desk.own.terms().ok_or(NoClaim::NoTerms)?;
    let level = level.ok_or(NoClaim::NoLevel)?;
    Ok(FeeBase::Care { fee_type: terms.fee_type, tier: tier.ok_or(NoClaim::NoTier)?, level })
}

fn prevention(desk: &Desk<'_>) -> Result<FeeBase, NoClaim> {
    let fee_type = desk.own.prevention.ok_or(NoClaim::NoOwnPrevention)?;
    desk.own.terms().ok_or(NoClaim::NoTerms)?;
    Ok(FeeBase::Prevention { fee_type })
}

/// The level of the last days at this insurer of somebody who is gone at the end of the month. Of a month with several
/// levels it is not known which was the last.
fn last_level(case: &FeeCase<'_>) -> Option<CareLevel> {
    let limit = case.person.limit.as_ref()?;
    let has_changed = limit.notes.iter().any(|note| matches!(note, LimitNote::LevelChanged(_)));
    (!has_changed).then_some(limit.level)
}
