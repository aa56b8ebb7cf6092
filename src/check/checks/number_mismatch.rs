//! What was planned at one office was done under another number, or under a neighbouring kind of the same
//! office (15 and 78, 11 and A2).
//!
//! If the planned number or kind is not valid the slip comes back; if both are, the office that did it is cut
//! to nothing. Remedy: correct the number in plan and slip when it is the same office.

use crate::check::twins::{Twin, twins};
use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "number-mismatch",
    codes: &["ADD0", "ADD1", "増減A"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "宮城県国保連 よくある返戻の理由 D0, D1; 増減単位数通知書 事由A",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if view.standing_slip().is_none() {
        return;
    }
    for Twin { planned, done } in twins(view).into_iter().filter(|twin| twin.done.claimed() > 0) {
        // What was adopted already stands on the slip under the right number.
        if view.line(done.key()).is_some_and(|line| line.units >= done.claimed()) {
            continue;
        }
        let facts = Facts::Swapped { planned: planned.key(), done: done.key() };
        let both = || view.differences_at(planned.key()).chain(view.differences_at(done.key()));
        let ids: Vec<String> = both().map(|own| own.difference.id.clone()).collect();
        let finding = CHECK.finding(facts).at(done.key()).risking(done.worth(done.claimed()));
        let finding = finding.about(ids);
        let (wrong, right) = (planned.provider.to_string(), Some(done.provider.to_string()));
        let open: Vec<String> =
            both().filter(|own| !own.is_final()).map(|own| own.difference.id.clone()).collect();
        findings.push(if open.is_empty() && both().next().is_some() {
            // A person decided that the plan stands: the office has to correct what it sent.
            finding.coded("増減A").only(Severity::Confirm).help(Remedy::AskProvider(done.provider))
        } else if planned.provider == done.provider {
            finding.coded("ADD1").help(Remedy::Adopt(open))
        } else if planned.provider.check_digit_fits() == Some(false) {
            finding.help(Remedy::FixNumber { wrong, right })
        } else {
            finding.coded("増減A").only(Severity::Cut).help(Remedy::FixNumber { wrong, right })
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{DAY, HELP, clean, difference, found, key, leak, line, of, pair, rows};
    use crate::domain::decision::Verdict;

    const WRONG: &str = "1379900029";

    fn swapped(planned: (&str, &str), done: (&str, &str), days: &[u8]) -> ClientView<'static> {
        let code = |kind: &str| format!("{kind}1111");
        let plan = rows(planned.0, &code(planned.1), [5, 12, 19, 26], 387);
        let actual = rows(done.0, &code(done.1), days.iter().copied(), 387);
        let lines = vec![line(planned.0, planned.1, 1548)];
        let planned = pair(planned.0, planned.1, plan, Vec::new());
        of(vec![planned, pair(done.0, done.1, Vec::new(), actual)], lines)
    }

    #[test]
    fn the_same_services_under_another_number_are_one_office() {
        let findings = found(&CHECK, &swapped((HELP, "11"), (DAY, "11"), &[5, 12, 19, 26]));
        assert_eq!((findings[0].severity, findings[0].units), (Severity::Cut, 1548));
        assert_eq!(findings[0].facts, Facts::Swapped { planned: key(HELP, "11"), done: key(DAY, "11") });
        let invalid = found(&CHECK, &swapped((WRONG, "11"), (HELP, "11"), &[5, 12, 19, 26]));
        assert_eq!((invalid[0].severity, invalid[0].code), (Severity::Return, Some("ADD0")));
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn half_of_the_services_have_to_agree() {
        let of_days = |days: &[u8]| found(&CHECK, &swapped((HELP, "11"), (DAY, "11"), days)).len();
        assert_eq!([of_days(&[5, 12]), of_days(&[5]), of_days(&[5, 12, 1, 2, 3])], [1, 0, 0]);
    }

    #[test]
    fn neighbouring_kinds_of_one_office_are_swapped() {
        let mut view = swapped((DAY, "15"), (DAY, "78"), &[6]);
        view.differences = leak(vec![difference("x", (DAY, "78"), 387, None)]);
        let findings = found(&CHECK, &view);
        assert_eq!((findings[0].code, findings[0].severity), (Some("ADD1"), Severity::Return));
        assert_eq!(findings[0].remedy, Remedy::Adopt(vec!["x".to_owned()]));
        assert_eq!(found(&CHECK, &swapped((DAY, "15"), (DAY, "11"), &[6])), []);
        view.differences = leak(vec![difference("x", (DAY, "78"), 387, Some(Verdict::Keep))]);
        let refused = found(&CHECK, &view);
        assert_eq!((refused[0].severity, refused[0].code), (Severity::Confirm, Some("増減A")));
    }

    #[test]
    fn what_stands_on_the_slip_already_is_settled() {
        let mut view = swapped((HELP, "11"), (DAY, "11"), &[5, 12, 19, 26]);
        crate::check::fixture::with_slip(&mut view).lines = leak(vec![line(DAY, "11", 1548)]);
        assert_eq!(found(&CHECK, &view), []);
    }
}
