//! A service office did something inside the limit, and the slip has no line for it and the kind (added,
//! swapped, temporary short stay).
//!
//! Its claim is cut to 0 until a 修正 comes. Remedy: adopt what was done, so that the line is on the slip before
//! it is sent; if it was not agreed, ask the office to correct its actuals and not to claim.

use crate::check::excess::settle;
use crate::check::twins::twins;
use crate::check::{Check, ClientView, Facts, Finding, Need, Severity};

pub(super) const CHECK: Check = Check {
    id: "office-not-on-slip",
    codes: &["増減A"],
    severity: Severity::Cut,
    needs: &[Need::Slip],
    source: "インタフェース仕様書 サービス事業所編 平成26年11月, 増減単位数通知書 事由A",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if view.standing_slip().is_none() {
        return;
    }
    let twins = twins(view);
    for pair in view.pairs {
        let slip = view.line(pair.key()).map_or(0, |line| line.units);
        let claimed = pair.claimed();
        let is_twin = twins.iter().any(|twin| twin.done.key() == pair.key());
        if claimed > 0 && slip <= 0 && !is_twin {
            let finding = CHECK.finding(Facts::Claimed { claimed, slip });
            findings.push(settle(finding, view, pair, claimed));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{
        DAY, HELP, clean, difference, found, key, leak, line, of, pair, rows, with_slip,
    };
    use crate::check::{Remedy, SlipFate};

    fn view() -> ClientView<'static> {
        let help = || rows(HELP, "111211", [5], 387);
        let added = pair(DAY, "15", Vec::new(), rows(DAY, "151111", [6], 658));
        let mut view = of(vec![pair(HELP, "11", help(), help()), added], vec![line(HELP, "11", 387)]);
        view.differences = leak(vec![difference("a", (DAY, "15"), 658, None)]);
        view
    }

    #[test]
    fn an_office_without_a_line_is_cut_to_nothing() {
        let findings = found(&CHECK, &view());
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].pair, Some(key(DAY, "15")));
        assert_eq!((findings[0].units, findings[0].yen, findings[0].code), (658, Some(7040), Some("増減A")));
        assert_eq!(findings[0].remedy, Remedy::Adopt(vec!["a".to_owned()]));
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn what_is_outside_the_limit_needs_no_line() {
        let mut outside = view();
        let mut pairs = outside.pairs.to_vec();
        pairs[1].done = 0;
        outside.pairs = leak(pairs);
        assert_eq!(found(&CHECK, &outside), []);
    }

    #[test]
    fn all_of_it_borne_by_the_client_is_not_claimed() {
        let mut view = view();
        let mut pairs = view.pairs.to_vec();
        pairs[1].over = 658;
        view.pairs = leak(pairs.clone());
        assert_eq!(found(&CHECK, &view), []);
        pairs[1].over = 657;
        view.pairs = leak(pairs);
        assert_eq!(found(&CHECK, &view)[0].units, 1);
    }

    #[test]
    fn without_a_slip_another_check_speaks() {
        let mut view = view();
        with_slip(&mut view).fate = SlipFate::HeldBack;
        assert_eq!(found(&CHECK, &view), []);
    }
}
