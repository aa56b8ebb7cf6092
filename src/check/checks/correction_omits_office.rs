//! A 修正 lacks an office and kind of the decided slip, and nothing says that it did not serve the client.
//!
//! 修正 replaces the slip as a whole, so an office that is left out is cut to nothing. Remedy: say what stands
//! for the office.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::slip::SlipAction;

pub(super) const CHECK: Check = Check {
    id: "correction-omits-office",
    codes: &["増減A"],
    severity: Severity::Cut,
    needs: &[Need::History, Need::Slip],
    source: "京都府国保連 給付管理票の修正; 給付管理に関するQ&A",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let decided = view.history.and_then(|history| history.decided);
    let Some(decided) = decided.filter(|_| view.action() == Some(SlipAction::Replace)) else { return };
    for line in &decided.lines {
        let pair = (line.office, line.kind);
        let own = view.pair(pair);
        // What was done and is not on the slip is told by another check; what came without it was cancelled.
        let is_settled = own.is_some_and(|own| own.has_arrived || own.is_withdrawn || own.done > 0);
        if view.line(pair).is_none() && !is_settled && line.units > 0 {
            let units = i64::from(line.units);
            let worth = own.map_or((units, None), |own| own.worth(units));
            let finding = CHECK.finding(Facts::Claimed { claimed: units, slip: 0 }).at(pair);
            findings.push(finding.risking(worth).help(Remedy::DecideArrival));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{DAY, clean, found, key, leak, sent, with_history, with_slip};
    use crate::check::{PairView, SlipFate};

    fn with(change: impl Fn(&mut PairView<'static>)) -> ClientView<'static> {
        let mut view = clean();
        let lines = view.slip.unwrap().lines;
        with_history(&mut view).decided = Some(sent(SlipAction::New, "2026-11", lines));
        let slip = with_slip(&mut view);
        (slip.fate, slip.lines) = (SlipFate::Sends(SlipAction::Replace), leak(lines[..1].to_vec()));
        let mut pairs = view.pairs.to_vec();
        change(&mut pairs[1]);
        view.pairs = leak(pairs);
        view
    }

    fn missing(pair: &mut PairView<'static>) {
        (pair.has_arrived, pair.done, pair.actual) = (false, 0, &[]);
    }

    #[test]
    fn an_office_that_is_left_out_is_cut() {
        let findings = found(&CHECK, &with(missing));
        assert_eq!((findings[0].pair, findings[0].units), (Some(key(DAY, "15")), 5264));
        let mut gone = with(missing);
        gone.pairs = &gone.pairs[..1];
        assert_eq!(found(&CHECK, &gone)[0].yen, None, "it is not even in the plan any more");
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn an_office_that_did_nothing_is_rightly_left_out() {
        let cancelled = |pair: &mut PairView<'static>| (pair.done, pair.actual) = (0, &[]);
        assert_eq!(found(&CHECK, &with(cancelled)), []);
        let mut new = with(missing);
        with_slip(&mut new).fate = SlipFate::Sends(SlipAction::New);
        assert_eq!(found(&CHECK, &new), [], "no correction");
    }
}
