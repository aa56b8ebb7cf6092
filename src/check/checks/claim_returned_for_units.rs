//! A service office claims more than its line, and its claim holds additions that depend on the units (特別地域,
//! 中山間, or 処遇改善 with サービス提供体制強化).
//!
//! Such a claim is not cut but returned whole as 査定でエラー: the office gets nothing until slip and claim agree,
//! and has to claim again. Remedy: correct the slip before it is sent.

use crate::check::excess::{Cause, excesses, settle};
use crate::check::{Check, ClientView, Facts, Finding, Need, Severity};

pub(super) const CHECK: Check = Check {
    id: "claim-returned-for-units",
    codes: &["返戻（査定）"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "沖縄県国保連 FAQ; 介護給付費請求の手引き 平成30年 返戻（査定）",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    for excess in excesses(view) {
        let (claimed, slip) = (excess.pair.claimed(), excess.slip);
        if excess.cause == Cause::Returned {
            let finding = CHECK.finding(Facts::Claimed { claimed, slip });
            // The whole claim comes back, not only what is too much.
            findings
                .push(settle(finding, view, excess.pair, excess.units()).risking(excess.pair.worth(claimed)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benefit::rates::{Place, Step};
    use crate::check::RowView;
    use crate::check::fixture::{HELP, clean, found, line, of, pair, row, rows};

    fn with_addition(name: &'static str, steps: &[Step], units: i64) -> ClientView<'static> {
        let plan = rows(HELP, "111211", [5, 12], 387);
        let mut actual = plan.clone();
        for step in steps {
            let place = Some(Place::Outside(*step));
            actual.push(RowView { name, place, ..row(HELP, "116275", 5, 0) });
        }
        of(vec![pair(HELP, "11", plan, actual)], vec![line(HELP, "11", units)])
    }

    #[test]
    fn additions_on_the_units_turn_a_cut_into_a_return() {
        let findings = found(&CHECK, &with_addition("", &[Step::Area], 600));
        assert_eq!((findings[0].units, findings[0].severity), (774, Severity::Return));
        assert_eq!(findings[0].facts, Facts::Claimed { claimed: 774, slip: 600 });
        assert_eq!(findings[0].code, Some("返戻（査定）"));
        assert_eq!(found(&CHECK, &with_addition("", &[Step::Area], 773)).len(), 1, "one unit is enough");
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn equal_units_and_other_additions_return_nothing() {
        assert_eq!(found(&CHECK, &with_addition("", &[Step::Area], 774)), []);
        assert_eq!(found(&CHECK, &with_addition("", &[Step::Treatment], 600)), [], "処遇改善 alone");
        let both = [Step::Treatment, Step::Other];
        assert_eq!(found(&CHECK, &with_addition("サービス提供体制強化加算Ⅰ", &both, 600)).len(), 1);
        assert_eq!(found(&CHECK, &with_addition("特別管理加算Ⅰ", &both, 600)), []);
    }
}
