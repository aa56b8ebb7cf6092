//! The month is so old that slip and claims are barred by the time limit, or soon will be: two years from the
//! first day of the third month after the service month.
//!
//! What is barred is refused for ever, and nobody is paid. Remedy: send at once.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::slip::barred_from;

pub(super) const CHECK: Check = Check {
    id: "time-limit",
    codes: &["事由E"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "介護保険法 第200条; インタフェース仕様書 居宅介護支援事業所編 返戻（保留）一覧表 事由E",
    run,
};

/// Windows from the service month to the first one of which people are warned.
const WARNED: u32 = 20;

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let is_claimed = view.fee.is_some_and(|fee| fee.claim.is_some());
    if view.sent_slip().is_none() && !is_claimed {
        return;
    }
    let first = barred_from(view.month);
    let finding = CHECK.finding(Facts::BarredFrom(first)).risking(view.all_lines());
    if view.window >= first {
        findings.push(finding);
    } else if view.month.months_to(view.window) >= WARNED {
        findings.push(finding.only(Severity::Confirm).help(Remedy::SendNow));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, found, month};

    #[test]
    fn two_years_from_the_third_month_on() {
        let at = |window: &str| {
            let mut view = clean();
            view.window = month(window);
            found(&CHECK, &view).first().map(|finding| (finding.severity, finding.facts.clone()))
        };
        let first = Facts::BarredFrom(month("2029-01"));
        assert_eq!(at("2028-05"), None);
        assert_eq!(at("2028-06"), Some((Severity::Confirm, first.clone())));
        assert_eq!(at("2028-12"), Some((Severity::Confirm, first.clone())));
        assert_eq!(at("2029-01"), Some((Severity::Return, first)));
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
