//! A service office claims one to three units more than its line: percentages or rounding were worked out in
//! another way.
//!
//! The claim is cut by these units. A 修正 is usually not worth it. Remedy: agree with the office how to round.

use crate::check::excess::{Cause, excesses, settle};
use crate::check::{Check, ClientView, Facts, Finding, Need, Severity};

pub(super) const CHECK: Check = Check {
    id: "rounding-difference",
    codes: &["増減B"],
    severity: Severity::Cut,
    needs: &[Need::Slip],
    source: "岐阜県 介護給付費の端数処理; 増減単位数通知書 事由B",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    for excess in excesses(view) {
        let (claimed, slip) = (excess.pair.claimed(), excess.slip);
        if excess.cause == Cause::Rounding {
            let finding = CHECK.finding(Facts::Claimed { claimed, slip });
            findings.push(settle(finding, view, excess.pair, excess.units()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, line, of, pair, rows};

    fn beyond(units: i64) -> ClientView<'static> {
        let help = || rows(HELP, "111211", [5, 12], 387);
        of(vec![pair(HELP, "11", help(), help())], vec![line(HELP, "11", 774 - units)])
    }

    #[test]
    fn one_to_three_units_are_rounding() {
        let units = |more| found(&CHECK, &beyond(more)).iter().map(|finding| finding.units).sum::<i64>();
        assert_eq!([units(-1), units(0), units(1), units(3), units(4)], [0, 0, 1, 3, 0]);
        assert_eq!(found(&CHECK, &beyond(2))[0].severity, Severity::Cut);
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
