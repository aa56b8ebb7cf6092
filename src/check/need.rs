//! What a check cannot do without.

use super::view::ClientView;

/// What a check cannot do without. A person is told once for each what was not checked for want of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// 利用者補足情報 with a level and a limit.
    Level,
    /// The slip as it would be sent.
    Slip,
    /// The computed 別表.
    Sheet,
    /// What was sent before for the month.
    History,
    /// The slip of the month before, in force.
    PreviousMonth,
    /// The client in the register `clients`.
    ClientRegister,
    /// Any service office in the register `providers`.
    ProviderRegister,
    /// Any care manager in the register `managers`.
    ManagerRegister,
    /// A service code master.
    Master,
    /// The office's own claim for the plan fee.
    Fee,
}

impl Need {
    /// Every one.
    pub const ALL: &[Need] = &[
        Need::Level,
        Need::Slip,
        Need::Sheet,
        Need::History,
        Need::PreviousMonth,
        Need::ClientRegister,
        Need::ProviderRegister,
        Need::ManagerRegister,
        Need::Master,
        Need::Fee,
    ];

    /// Name in JSON and in the ids of texts.
    pub fn name(self) -> &'static str {
        match self {
            Need::Level => "level",
            Need::Slip => "slip",
            Need::Sheet => "sheet",
            Need::History => "history",
            Need::PreviousMonth => "previous-month",
            Need::ClientRegister => "client-register",
            Need::ProviderRegister => "provider-register",
            Need::ManagerRegister => "manager-register",
            Need::Master => "master",
            Need::Fee => "fee",
        }
    }

    /// Whether a view has it.
    pub fn is_met(self, view: &ClientView<'_>) -> bool {
        match self {
            Need::Level => view.person.limit.is_some(),
            Need::Slip => view.slip.is_some(),
            Need::Sheet => view.sheet.is_some(),
            Need::History => view.history.is_some(),
            Need::PreviousMonth => view.previous().is_some(),
            Need::ClientRegister => view.register.is_some(),
            Need::ProviderRegister => view.knows_providers,
            Need::ManagerRegister => view.knows_managers,
            Need::Master => view.has_master,
            Need::Fee => view.fee.is_some(),
        }
    }
}
