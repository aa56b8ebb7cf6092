//! A slip stands, or one was decided, although every service inside the limit was cancelled.
//!
//! The plan fee is then claimed for a month without service and taken back later. Remedy: adopt the
//! cancellations and drop slip and fee; where a slip was decided, cancel it (取消).

use crate::check::{Check, ClientView, Facts, Finding, LineView, Need, NoSlip, Remedy, Severity, SlipFate};
use crate::domain::slip::SlipAction;

pub(super) const CHECK: Check = Check {
    id: "nothing-done",
    codes: &[],
    severity: Severity::Confirm,
    needs: &[Need::Slip],
    source: "居宅介護支援費 サービス利用票を作成した月に利用がなかった場合 (介護サービス関係Q&A集)",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let decided = view.history.and_then(|history| history.decided);
    let is_left = view.slip.is_some_and(|slip| slip.fate == SlipFate::NotDue(NoSlip::NothingLeft));
    if let Some(decided) = decided.filter(|_| is_left) {
        let units = decided.lines.iter().map(|line| i64::from(line.units)).sum();
        let finding = CHECK.finding(Facts::Plain).risking((units, None));
        findings.push(finding.help(Remedy::SetAction(SlipAction::Cancel)));
        return;
    }
    let Some(slip) = view.standing_slip().filter(|slip| !slip.lines.is_empty()) else { return };
    let is_cancelled = |line: &LineView| {
        let own = view.pair((line.office, line.kind));
        own.is_some_and(|own| own.has_arrived && own.done == 0 && own.actual.is_empty())
    };
    if !slip.lines.iter().all(is_cancelled) {
        return;
    }
    let missing = view.differences.iter().filter(|own| own.difference.units_delta < 0);
    let ids: Vec<String> = missing.map(|own| own.difference.id.clone()).collect();
    let finding = CHECK.finding(Facts::Plain).risking(view.all_lines()).about(ids);
    findings.push(finding.help(if decided.is_some() {
        Remedy::SetAction(SlipAction::Cancel)
    } else {
        Remedy::DropMonth
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{DAY, HELP, clean, difference, found, leak, sent, with_history, with_slip};

    fn with(done: &[usize]) -> ClientView<'static> {
        let mut view = clean();
        let mut pairs = view.pairs.to_vec();
        for (at, pair) in pairs.iter_mut().enumerate() {
            if !done.contains(&at) {
                (pair.actual, pair.done) = (&[], 0);
            }
        }
        view.pairs = leak(pairs);
        view.differences =
            leak(vec![difference("a", (HELP, "11"), -1548, None), difference("b", (DAY, "15"), -5264, None)]);
        view
    }

    #[test]
    fn a_month_without_any_service_has_no_slip() {
        let findings = found(&CHECK, &with(&[]));
        assert_eq!((&findings[0].remedy, findings[0].differences.len()), (&Remedy::DropMonth, 2));
        let mut decided = with(&[]);
        let lines = decided.slip.unwrap().lines;
        with_history(&mut decided).decided = Some(sent(SlipAction::New, "2026-11", lines));
        assert_eq!(found(&CHECK, &decided)[0].remedy, Remedy::SetAction(SlipAction::Cancel));
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn a_decided_slip_of_which_nothing_is_left_is_to_be_cancelled() {
        let mut view = clean();
        let lines = view.slip.unwrap().lines;
        with_history(&mut view).decided = Some(sent(SlipAction::New, "2026-11", lines));
        let slip = with_slip(&mut view);
        (slip.fate, slip.lines) = (SlipFate::NotDue(NoSlip::NothingLeft), &[]);
        let findings = found(&CHECK, &view);
        assert_eq!(findings[0].remedy, Remedy::SetAction(SlipAction::Cancel));
        assert_eq!(findings[0].units, 6812);
        with_slip(&mut view).fate = SlipFate::NotDue(NoSlip::Nothing);
        assert_eq!(found(&CHECK, &view), [], "none was decided");
    }

    #[test]
    fn one_service_is_enough_and_what_has_not_come_says_nothing() {
        assert_eq!(found(&CHECK, &with(&[1])), []);
        let mut view = with(&[]);
        let mut pairs = view.pairs.to_vec();
        pairs[0].has_arrived = false;
        view.pairs = leak(pairs);
        assert_eq!(found(&CHECK, &view), []);
    }
}
