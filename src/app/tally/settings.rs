//! stub
/// stub
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BelowPlan {
    /// a
    #[default]
    Actual,
    /// b
    Plan,
}
/// stub
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlipSettings {
    /// x
    pub below_plan: BelowPlan,
    /// y
    pub zero_unit_slips: bool,
}
