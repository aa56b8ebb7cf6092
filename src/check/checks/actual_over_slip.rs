//! A service office did more inside the limit than its line has: extra visits, longer ones, a longer stay.
//!
//! Its claim is cut down to the line until a 修正 comes. Remedy: adopt what was done as far as it was agreed and
//! the limit allows; else decide who bears the rest.

use crate::check::excess::{Cause, excesses, settle};
use crate::check::{Check, ClientView, Facts, Finding, Need, Severity};

pub(super) const CHECK: Check = Check {
    id: "actual-over-slip",
    codes: &["増減B"],
    severity: Severity::Cut,
    needs: &[Need::Slip],
    source: "インタフェース仕様書 サービス事業所編 平成26年11月, 増減単位数通知書 事由B",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    for excess in excesses(view) {
        let (claimed, slip) = (excess.pair.claimed(), excess.slip);
        if excess.cause == Cause::Services {
            let finding = CHECK.finding(Facts::Claimed { claimed, slip });
            findings.push(settle(finding, view, excess.pair, excess.units()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Remedy;
    use crate::check::fixture::{
        HELP, clean, difference, found, leak, line, of, office, pair, rows, with_slip,
    };
    use crate::domain::decision::Verdict;

    fn with_done(days: u8, slip: i64) -> ClientView<'static> {
        let help = pair(HELP, "11", rows(HELP, "111211", 1..=4, 387), rows(HELP, "111211", 1..=days, 387));
        of(vec![help], vec![line(HELP, "11", slip)])
    }

    #[test]
    fn an_extra_visit_is_cut() {
        let mut view = with_done(5, 1548);
        view.differences = leak(vec![difference("x", (HELP, "11"), 387, None)]);
        let findings = found(&CHECK, &view);
        assert_eq!(findings[0].facts, Facts::Claimed { claimed: 1935, slip: 1548 });
        assert_eq!((findings[0].units, findings[0].yen), (387, Some(4140)));
        assert_eq!(findings[0].remedy, Remedy::Adopt(vec!["x".to_owned()]));
        assert_eq!(findings[0].differences, ["x"]);
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn as_much_as_the_line_or_less_is_paid() {
        assert_eq!(found(&CHECK, &with_done(5, 1935)), []);
        assert_eq!(found(&CHECK, &with_done(3, 1548)), []);
        assert_eq!(found(&CHECK, &with_done(5, 1934)), [], "a unit of rounding is another check's");
        assert_eq!(found(&CHECK, &with_done(5, 1931)).len(), 1);
    }

    #[test]
    fn refused_units_are_the_offices_to_correct_and_the_limit_stops_adopting() {
        let mut view = with_done(5, 1548);
        view.differences = leak(vec![difference("x", (HELP, "11"), 387, Some(Verdict::Keep))]);
        let refused = found(&CHECK, &view);
        assert_eq!(refused[0].severity, Severity::Confirm);
        assert_eq!(refused[0].remedy, Remedy::AskProvider(office(HELP)));
        view.differences = leak(vec![difference("x", (HELP, "11"), 387, Some(Verdict::Adopt))]);
        assert_eq!(found(&CHECK, &view)[0].severity, Severity::Cut, "adopted, and still not on the slip");
        let one_of_two =
            [Some(Verdict::Keep), None].map(|verdict| difference("x", (HELP, "11"), 387, verdict));
        let mut twice = with_done(6, 1548);
        twice.differences = leak(one_of_two.to_vec());
        assert_eq!(found(&CHECK, &twice)[0].severity, Severity::Cut, "only one of two was refused");
        let mut tight = with_done(5, 1548);
        with_slip(&mut tight).limit = Some(1548 + 387);
        assert_eq!(found(&CHECK, &tight)[0].remedy, Remedy::RaisePlan(387));
        with_slip(&mut tight).limit = Some(1548 + 386);
        assert_eq!(found(&CHECK, &tight)[0].remedy, Remedy::DecideShares);
    }
}
