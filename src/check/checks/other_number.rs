//! The same person stands in the month under another insurer or insured number.
//!
//! Where one number has the plan and the other the actuals, one of them is wrong: slip or claims come back, and
//! the rest is held. Where some actuals stand under the planned number, the offices of the others have probably mistaken
//! it. Where both have services the person moved, and each insurer gets a slip of its own. Remedy: take the number of the
//! certificate everywhere.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::ids::ClientKey;

pub(super) const CHECK: Check = Check {
    id: "other-number",
    codes: &["12P0", "ADD2", "ADDA"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "愛知県国保連 返戻事由コード 12P0; 記載要領 様式第十一 保険者の変更",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if view.sent_slip().is_none() {
        return;
    }
    let has_plan = view.pairs.iter().any(|pair| !pair.plan.is_empty());
    let has_actual = view.pairs.iter().any(|pair| !pair.actual.is_empty());
    for other in view.other_keys {
        let finding = CHECK.finding(Facts::OtherKey(other.client)).risking(view.all_lines());
        let number = |client: &ClientKey| format!("{} {}", client.insurer, client.insured);
        if has_plan && other.has_actual && !other.has_plan {
            findings.push(if has_actual {
                // The offices that use the planned number agree with the plan, so the other one is wrong.
                let (wrong, right) = (number(&other.client), Some(number(&view.client)));
                finding.only(Severity::Confirm).help(Remedy::FixNumber { wrong, right })
            } else {
                let (wrong, right) = (number(&view.client), Some(number(&other.client)));
                finding.help(Remedy::FixNumber { wrong, right })
            });
        } else if has_plan && other.has_plan {
            findings.push(finding.only(Severity::Confirm).help(Remedy::AskInsurer));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::OtherKey;
    use crate::check::fixture::{HELP, clean, client, found, leak, line, of, pair, rows};

    fn with(is_done: bool, has_plan: bool, has_actual: bool) -> Vec<Finding> {
        let plan = rows(HELP, "111211", [5], 387);
        let actual = if is_done { plan.clone() } else { Vec::new() };
        let mut view = of(vec![pair(HELP, "11", plan, actual)], vec![line(HELP, "11", 387)]);
        let other = client("131987", "0000000001");
        view.other_keys = leak(vec![OtherKey { client: other, has_plan, has_actual }]);
        found(&CHECK, &view)
    }

    #[test]
    fn plan_and_actuals_under_two_numbers_do_not_meet() {
        let findings = with(false, false, true);
        assert_eq!((findings[0].severity, findings[0].code), (Severity::Return, Some("12P0")));
        assert_eq!(with(false, false, false), []);
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn plans_under_two_numbers_are_a_move() {
        assert_eq!(with(true, true, true)[0].severity, Severity::Confirm);
    }

    #[test]
    fn where_others_use_the_planned_number_the_other_one_is_wrong() {
        let findings = with(true, false, true);
        assert_eq!(findings[0].severity, Severity::Confirm);
        let Remedy::FixNumber { wrong, right } = &findings[0].remedy else { panic!() };
        assert_eq!((wrong.as_str(), right.as_deref()), ("131987 0000000001", Some("131011 0000000001")));
    }
}
