//! What a service office did beyond its line are additions inside the limit that the plan lacks (初回加算, 緊急時,
//! 個別機能訓練 and the like).
//!
//! Its claim is cut by their units. Remedy: take them into the plan when they are justified; else ask the
//! office.

use crate::check::excess::{Cause, excesses, settle};
use crate::check::{Check, ClientView, Facts, Finding, Need, Severity};

pub(super) const CHECK: Check = Check {
    id: "addition-not-planned",
    codes: &["増減B"],
    severity: Severity::Cut,
    needs: &[Need::Slip],
    source: "介護給付費請求書等の記載要領 様式第十一; 増減単位数通知書 事由B",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    for excess in excesses(view) {
        let (claimed, slip) = (excess.pair.claimed(), excess.slip);
        if let Cause::Additions(codes) = &excess.cause {
            let finding = CHECK.finding(Facts::Codes { claimed, slip, codes: codes.clone() });
            findings.push(settle(finding, view, excess.pair, excess.units()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, leak, line, of, pair, row, rows};

    fn with_addition(code: &str, on: u8, units: i32) -> ClientView<'static> {
        let plan = rows(HELP, "111211", [5, 12], 387);
        let mut actual = plan.clone();
        actual.push(row(HELP, code, on, units));
        of(vec![pair(HELP, "11", plan, actual)], vec![line(HELP, "11", 774)])
    }

    #[test]
    fn an_addition_that_was_not_planned_is_cut() {
        let findings = found(&CHECK, &with_addition("114001", 5, 200));
        assert_eq!((findings[0].units, findings[0].severity), (200, Severity::Cut));
        let Facts::Codes { codes, .. } = &findings[0].facts else { panic!() };
        assert_eq!(codes[0].as_str(), "114001");
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn a_service_on_another_day_or_of_another_length_is_no_addition() {
        assert_eq!(found(&CHECK, &with_addition("111111", 6, 250)), [], "an extra visit");
        let plan = rows(HELP, "111211", [5, 12], 387);
        let longer = vec![row(HELP, "111211", 5, 387), row(HELP, "111311", 12, 567)];
        let view = of(vec![pair(HELP, "11", plan, longer)], vec![line(HELP, "11", 774)]);
        assert_eq!(found(&CHECK, &view), [], "a longer visit");
    }

    #[test]
    fn additions_outside_the_limit_do_not_count() {
        let mut view = with_addition("116275", 5, 200);
        let mut own = view.pairs[0];
        own.done = 774;
        view.pairs = leak(vec![own]);
        assert_eq!(found(&CHECK, &view), []);
    }
}
