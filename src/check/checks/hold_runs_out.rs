//! Two windows have passed without a decided slip of the month.
//!
//! Claims that were held for want of it are given back by now in most prefectures, so the slip alone pays
//! nobody. Remedy: send it, and ask the service offices to claim again in the same window.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity, SlipFate};
use crate::domain::slip::SlipAction;
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    id: "hold-runs-out",
    codes: &["返戻（給管未提出）"],
    severity: Severity::Hold,
    needs: &[Need::History, Need::Slip],
    source: "東京都国保連 保留の期間; 介護給付費請求の手引き 平成30年",
    run,
};

/// Windows after that of the month's own in which held claims are given back.
const WINDOWS: u32 = 2;

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(history) = view.history.filter(|history| history.decided.is_none()) else { return };
    let (units, yen) = view.all_done();
    let is_due = view.action() == Some(SlipAction::New)
        || view.slip.is_some_and(|slip| slip.fate == SlipFate::HeldBack);
    if units > 0 && is_due && view.month.months_to(view.window) > WINDOWS {
        let done = view.pairs.iter().filter(|pair| pair.done > 0).map(|pair| pair.provider);
        let offices: BTreeSet<_> = done.collect();
        let finding = CHECK.finding(Facts::Offices(offices.into_iter().collect()));
        let is_pending = history.pending.is_some();
        let remedy = if is_pending { Remedy::Nothing } else { Remedy::SendNow };
        findings.push(finding.risking((units, yen)).help(remedy));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{DAY, HELP, clean, found, month, office, sent, with_history, with_slip};

    #[test]
    fn the_third_window_is_too_late_for_held_claims() {
        let mut view = clean();
        view.window = month("2026-12");
        assert_eq!(found(&CHECK, &view), []);
        view.window = month("2027-01");
        let findings = found(&CHECK, &view);
        assert_eq!(findings[0].facts, Facts::Offices(vec![office(HELP), office(DAY)]));
        assert_eq!((findings[0].units, &findings[0].remedy), (6812, &Remedy::SendNow));
        with_slip(&mut view).fate = SlipFate::HeldBack;
        assert_eq!(found(&CHECK, &view).len(), 1, "still held back");
        let lines = view.slip.unwrap().lines;
        with_history(&mut view).decided = Some(sent(SlipAction::New, "2026-11", lines));
        assert_eq!(found(&CHECK, &view), [], "it was decided");
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
