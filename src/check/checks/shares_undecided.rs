//! Units are over the limit, and who bears them is not decided: the shares that were made fit another plan, or
//! units are left over (割振残).
//!
//! A service office that does not know what it has to bill to the client claims everything and is cut. Remedy:
//! decide the shares for the plan that stands.

use crate::check::{Check, ClientView, Facts, Finding, Need, PairView, Remedy, Severity, SharesState};

pub(super) const CHECK: Check = Check {
    id: "shares-undecided",
    codes: &["増減B"],
    severity: Severity::Cut,
    needs: &[Need::Sheet, Need::Slip],
    source: "介護給付費請求書等の記載要領 サービス利用票別表; 割振",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(sheet) = view.sheet.filter(|_| view.sent_slip().is_some()) else { return };
    let over = |pair: &PairView<'_>| pair.over.max(0);
    let units: i64 = view.pairs.iter().map(over).sum();
    let yen = view.pairs.iter().map(|pair| pair.worth(over(pair)).1).sum();
    let finding = CHECK.finding(Facts::Left(sheet.sheet.left)).risking((units, yen));
    let finding = finding.help(Remedy::DecideShares);
    match sheet.shares {
        _ if sheet.sheet.left != 0 => findings.push(finding),
        SharesState::Stale(_) => findings.push(finding),
        SharesState::Proposed => findings.push(finding.only(Severity::Confirm)),
        SharesState::NothingOver | SharesState::Decided => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benefit::allot::ShareFault;
    use crate::benefit::sheet::Sheet;
    use crate::check::fixture::{clean, found, leak, one};

    fn with(shares: SharesState<'static>, left: i64) -> Vec<Finding> {
        let mut view = clean();
        let mut pairs = view.pairs.to_vec();
        pairs[0].over = 100;
        view.pairs = leak(pairs);
        let own = view.sheet.as_mut().unwrap();
        own.shares = shares;
        own.sheet = one(Sheet { left, ..own.sheet.clone() });
        found(&CHECK, &view)
    }

    #[test]
    fn stale_shares_and_what_is_left_cut_somebody() {
        let faults = one(vec![ShareFault::Stale(Vec::new())]);
        let stale = with(SharesState::Stale(faults), 0);
        assert_eq!((stale[0].severity, stale[0].units, stale[0].yen), (Severity::Cut, 100, Some(1070)));
        let left = with(SharesState::Decided, 1);
        assert_eq!((left[0].severity, &left[0].facts), (Severity::Cut, &Facts::Left(1)));
        assert_eq!(with(SharesState::Proposed, 0)[0].severity, Severity::Confirm);
    }

    #[test]
    fn decided_shares_are_fine() {
        assert_eq!(with(SharesState::Decided, 0), []);
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
