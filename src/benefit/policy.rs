//! What the rules leave open: settings of the office, each with a default.

use crate::domain::ids::OfficeNumber;

/// Choices where the rules are silent or offices and regions differ. The defaults are what is most often done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Who bears the units over the limit until somebody decides.
    pub allot_rule: AllotRule,
    /// How a row is cut whose managed units are not its billed ones (大規模型通所, 小多機 of the same building).
    pub pair_rows: PairRows,
    /// What percent additions outside the limit are a percentage of.
    pub percent_base: PercentBase,
    /// How a percent reduction is rounded.
    pub reductions: ReductionRounding,
    /// What the 別表 shows for people on public assistance only (生保単独, H numbers).
    pub assistance_only: AssistanceOnly,
    /// Which of 事業対象者 and 要支援1 is the heavier level of a month that has both.
    pub lightest: LightestLevel,
    /// Who is billed the plan fee when the insurer changed within the month.
    pub fee_insurer: FeeInsurer,
    /// How the thirds of 介護予防支援 clients stand at the head of 逓減制.
    pub thirds: Thirds,
    /// Whether a stay that begins on the day after another ended carries on its count of days.
    pub successive_stays: SuccessiveStays,
    /// Which days of short stays add up to 累積利用日数.
    pub cumulative_days: CumulativeDays,
}

/// Order in which rows take units over the limit (割振) as a proposal. No national rule says; the care manager decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AllotRule {
    /// The row with most units takes all it can, then the next.
    #[default]
    LargestFirst,
    /// Rows of the first office take all they can, largest first, then the next office; the others come last.
    Offices(Vec<OfficeNumber>),
}

/// How an over-limit share cuts a row whose managed units differ from its billed ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PairRows {
    /// Only visits whose managed units lie wholly inside are covered; a row of one time is cut in proportion.
    #[default]
    WholeVisits,
    /// Covered units are billed units × inside ÷ managed, cut off.
    Proportional,
}

/// Base of percent additions outside the limit, beside the other rows outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PercentBase {
    /// Covered units only (区分支給限度基準内).
    #[default]
    Covered,
    /// All units, those over the limit too.
    WithOverLimit,
}

/// Rounding of a percent reduction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReductionRounding {
    /// The amount to be taken off is rounded half up, then taken off.
    #[default]
    Amount,
    /// The negative number is rounded half up: an exact half takes off one unit less.
    Signed,
}

/// 給付率 on the 別表 of people on public assistance only: there is no insurance share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AssistanceOnly {
    /// 100 percent and no charge, since 介護扶助 pays all.
    #[default]
    AllPaid,
    /// 0 percent; the cost stands as the client's part until 公費 is applied.
    NoInsurance,
}

/// Which level of a month with 事業対象者 and 要支援1 counts as the heavier; their limit is the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LightestLevel {
    /// 事業対象者 is lighter than 要支援1.
    #[default]
    ProgramTarget,
    /// 要支援1 is lighter than 事業対象者, as some insurers have it.
    Support1,
}

/// Who is billed 居宅介護支援費 when the insurer changed within the month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FeeInsurer {
    /// Every insurer.
    #[default]
    Each,
    /// The insurer of the last day only.
    MonthEnd,
}

/// Clients of 介護予防支援 count a third each; their sum need not be whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Thirds {
    /// The exact fraction moves the places of the others.
    #[default]
    Exact,
    /// What is left over of three is cut off.
    CutOff,
}

impl Thirds {
    /// Cases × 3 of so many clients.
    pub fn of(self, clients: u32) -> u32 {
        match self {
            Self::Exact => clients,
            Self::CutOff => clients / 3 * 3,
        }
    }
}

/// Departure and the next arrival on successive days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SuccessiveStays {
    /// No calendar day is free, so the count goes on.
    #[default]
    Continuous,
    /// Every stay counts from 1, unless it begins on the day the other ended.
    Restart,
}

/// Days of 累積利用日数.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CumulativeDays {
    /// Days that insurance pays.
    #[default]
    InsuredOnly,
    /// Self-pay days beyond 30 too.
    All,
}
