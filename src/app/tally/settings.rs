//! How an office makes its slips (給付管理票) and the files that carry them.

use crate::format::kokuhoren::codes::Medium;
use crate::format::kokuhoren::names::{FEE_PREFIX, SLIP_PREFIX};
use crate::format::kokuhoren::write::WriteStyle;

/// Settings for slips and for files to 国保連. The defaults are what is most often done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipSettings {
    /// 給付計画単位数 of a line whose actual is below the plan.
    pub below_plan: BelowPlan,
    /// Start of the name of a file of slips: a letter, or a letter and a digit or second letter.
    pub file_prefix: String,
    /// Start of the name of a file of plan fees, likewise.
    pub fee_file_prefix: String,
    /// Which month the name of a file tells.
    pub name_month: NameMonth,
    /// 媒体区分.
    pub medium: Medium,
    /// Details in which accepted files differ, and whether slips of 0 units are written.
    pub style: WriteStyle,
}

impl Default for SlipSettings {
    fn default() -> Self {
        Self {
            below_plan: BelowPlan::default(),
            file_prefix: SLIP_PREFIX.to_owned(),
            fee_file_prefix: FEE_PREFIX.to_owned(),
            name_month: NameMonth::default(),
            medium: Medium::Internet,
            style: WriteStyle::default(),
        }
    }
}

/// 給付計画単位数 when fewer units were used than planned. Both are accepted, since a claim is only cut above the slip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BelowPlan {
    /// Units of the actuals.
    #[default]
    Actual,
    /// Units of the plan.
    Plan,
}

/// The month that `yymm` in the name of a sent file tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameMonth {
    /// 処理対象年月, in which the file is sent.
    #[default]
    Processing,
    /// サービス提供年月.
    Service,
}
