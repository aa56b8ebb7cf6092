//! A service office is left out of the slip (月遅れ), to be made up for with a 修正.
//!
//! If it claims in this window, its claim is cut to nothing until then. Remedy: tell it to claim when the 修正
//! goes.

use crate::check::{Check, ClientView, Facts, Finding, Need, PairView, Remedy, Severity};
use crate::domain::decision::ArrivalChoice;

pub(super) const CHECK: Check = Check {
    id: "left-for-later",
    codes: &["増減A"],
    severity: Severity::Confirm,
    needs: &[Need::Slip],
    source: "増減単位数通知書 事由A; 給付管理に関するQ&A",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if view.standing_slip().is_none() {
        return;
    }
    let is_late = |pair: &&PairView<'_>| pair.arrival == Some(&ArrivalChoice::Late);
    for pair in view.pairs.iter().filter(is_late).filter(|pair| view.line(pair.key()).is_none()) {
        if pair.planned > 0 {
            let finding = CHECK.finding(Facts::Plain).at(pair.key()).risking(pair.worth(pair.planned));
            findings.push(finding.help(Remedy::SendLater));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, key, leak, one, with_slip};

    #[test]
    fn an_office_that_comes_later_is_told() {
        let mut view = clean();
        let mut pairs = view.pairs.to_vec();
        pairs[0].arrival = Some(one(ArrivalChoice::Late));
        view.pairs = leak(pairs.clone());
        assert_eq!(found(&CHECK, &view), [], "its line stands");
        with_slip(&mut view).lines = &view.slip.unwrap().lines[1..];
        let findings = found(&CHECK, &view);
        assert_eq!((findings[0].pair, &findings[0].remedy), (Some(key(HELP, "11")), &Remedy::SendLater));
        pairs[0].arrival = Some(one(ArrivalChoice::AsPlanned));
        view.pairs = leak(pairs);
        assert_eq!(found(&CHECK, &view), []);
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
