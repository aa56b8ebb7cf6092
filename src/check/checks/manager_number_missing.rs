//! 担当介護支援専門員番号 is not known: the plan names no care manager, or one who is not in the register.
//!
//! A slip with it empty comes back, and without it none can be written, so every service office of the client
//! is held. Remedy: enter the number.

use crate::check::{Check, ClientView, Facts, Finding, Item, Need, Remedy, Severity};
use crate::domain::slip::PlanMaker;

pub(super) const CHECK: Check = Check {
    id: "manager-number-missing",
    codes: &["ABB0"],
    severity: Severity::Return,
    needs: &[Need::ManagerRegister, Need::Slip],
    source: "インタフェース仕様書 居宅介護支援事業所編, 給付管理票情報 担当介護支援専門員番号; 愛知県国保連 返戻事由コード ABB0",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(slip) = view.sent_slip() else { return };
    if slip.plan_maker == PlanMaker::CareOffice && slip.manager_number.is_none() {
        let finding = CHECK.finding(Facts::Missing(Item::ManagerNumber)).risking(view.all_lines());
        findings.push(finding.help(Remedy::EnterIn { register: "managers", column: "number" }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, found, with_slip};

    #[test]
    fn a_slip_of_a_care_office_needs_the_number() {
        let mut view = clean();
        assert_eq!(found(&CHECK, &view), []);
        with_slip(&mut view).manager_number = None;
        let [finding] = &found(&CHECK, &view)[..] else { panic!() };
        assert_eq!((finding.units, finding.severity), (6812, Severity::Return));
        with_slip(&mut view).plan_maker = PlanMaker::SupportOffice;
        assert_eq!(found(&CHECK, &view), [], "plans of 要支援 need none");
    }

    #[test]
    fn without_any_care_manager_it_is_not_looked_at() {
        let mut view = clean();
        view.knows_managers = false;
        assert_eq!(CHECK.unmet(&view).collect::<Vec<_>>(), [Need::ManagerRegister]);
    }
}
