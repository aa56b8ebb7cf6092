//! 特定事業所集中減算: whether too many plans name the same corporation.

use crate::benefit::money::floor;
use crate::benefit::rates::ConcentrationRow;
use crate::domain::month::ServiceMonth;

/// From this percentage on a share is worth a warning.
const NEAR_PERCENT: u32 = 75;

/// Plans of a kind over a judging period, summed over its months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindPlans {
    /// Plans that name the corporation (法人) which most plans name.
    pub of_top: u32,
    /// Plans that name the kind at all.
    pub all: u32,
}

/// Share of the top corporation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConcentrationShare {
    /// Percent × 100, cut off.
    pub percent_x100: i64,
    /// More than the rule allows; exactly 80 percent is allowed.
    pub is_over: bool,
    /// 75 percent or more.
    pub is_near: bool,
}

/// The share of the top corporation; 0 without any plan.
pub fn share(plans: KindPlans, rule: &ConcentrationRow) -> ConcentrationShare {
    let (top, all) = (i64::from(plans.of_top), i64::from(plans.all));
    ConcentrationShare {
        percent_x100: floor(top * 10_000, all),
        is_over: top * 100 > i64::from(rule.percent) * all,
        is_near: all > 0 && top * 100 >= i64::from(NEAR_PERCENT) * all,
    }
}

/// Why the reduction does not apply although a share is over. Reasons of quality have to be argued and are not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValidReason {
    /// Fewer than 5 offices of the kind in the area.
    FewOffices,
    /// The office has 20 plans a month or fewer on average.
    SmallOffice,
    /// The kind stands on 10 plans a month or fewer on average.
    SmallKind,
}

/// Reasons that numbers show: offices of the kind in the area, all plans of the office and plans of the kind over the
/// period of so many months.
pub fn valid_reasons(
    offices_in_area: u32,
    office_plans: u32,
    kind_plans: u32,
    months: u32,
    rule: &ConcentrationRow,
) -> Vec<ValidReason> {
    let mut reasons = Vec::new();
    if offices_in_area < rule.small_area_offices_below {
        reasons.push(ValidReason::FewOffices);
    }
    if office_plans <= rule.small_office_plans.saturating_mul(months) {
        reasons.push(ValidReason::SmallOffice);
    }
    if kind_plans <= rule.small_kind_plans.saturating_mul(months) {
        reasons.push(ValidReason::SmallKind);
    }
    reasons
}

/// A judging period and the six months to which its reduction applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// First month judged (前期 March, 後期 September).
    pub from: ServiceMonth,
    /// Last month judged (August, February); to be filed by the 15th of the next one.
    pub to: ServiceMonth,
    /// First month with the reduction.
    pub reduced_from: ServiceMonth,
    /// Last month with the reduction.
    pub reduced_to: ServiceMonth,
}

/// The judging period that a service month belongs to.
pub fn judged_in(month: ServiceMonth) -> Judgement {
    let mut from = month;
    while !matches!(from.month(), 3 | 9) {
        from = from.previous();
    }
    let to = from.after(5);
    let reduced_from = to.after(2);
    Judgement { from, to, reduced_from, reduced_to: reduced_from.after(5) }
}
