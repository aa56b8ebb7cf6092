//! Nothing came from a service office that is planned, and nobody said what stands for it (未着).
//!
//! The slip waits for it, and with the slip every service office of the client; sent without it, the office is
//! cut. Remedy: ask for the actuals, or say that the plan stands or that the office comes later.

use crate::check::twins::twins;
use crate::check::{Check, ClientView, Facts, Finding, Need, PairView, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "not-arrived",
    codes: &["保留", "増減A"],
    severity: Severity::Hold,
    needs: &[Need::Slip],
    source: "介護給付費請求書等の記載要領 様式第十一; 返戻（保留）一覧表 事由C",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if view.sent_slip().is_none() {
        return;
    }
    let twins = twins(view);
    for pair in view.pairs.iter().filter(|pair| is_awaited(pair)) {
        if !twins.iter().any(|twin| twin.planned.key() == pair.key()) {
            let finding = CHECK.finding(Facts::Plain).at(pair.key()).risking(pair.worth(pair.planned));
            findings.push(finding.help(Remedy::DecideArrival));
        }
    }
}

fn is_awaited(pair: &PairView<'_>) -> bool {
    pair.planned > 0
        && pair.actual.is_empty()
        && !pair.has_arrived
        && pair.arrival.is_none()
        && !pair.is_withdrawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, key, leak, one};
    use crate::domain::decision::ArrivalChoice;

    fn with(change: impl Fn(&mut PairView<'static>)) -> Vec<Finding> {
        let mut view = clean();
        let mut pairs = view.pairs.to_vec();
        (pairs[0].actual, pairs[0].done, pairs[0].has_arrived) = (&[], 0, false);
        change(&mut pairs[0]);
        view.pairs = leak(pairs);
        found(&CHECK, &view)
    }

    #[test]
    fn what_is_awaited_holds_the_slip() {
        let findings = with(|_| {});
        assert_eq!((findings[0].pair, findings[0].units), (Some(key(HELP, "11")), 1548));
        assert_eq!((findings[0].severity, &findings[0].remedy), (Severity::Hold, &Remedy::DecideArrival));
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn what_was_decided_withdrawn_or_came_is_not_awaited() {
        assert_eq!(with(|pair| pair.arrival = Some(one(ArrivalChoice::AsPlanned))), []);
        assert_eq!(with(|pair| pair.is_withdrawn = true), []);
        assert_eq!(with(|pair| pair.has_arrived = true), [], "it came without this client: cancelled");
        assert_eq!(with(|pair| pair.planned = 0), [], "nothing inside the limit");
    }
}
