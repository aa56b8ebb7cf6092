//! A service office bears more units over the limit than the sheet says that it was sent.
//!
//! It will claim what its own sheet says and be cut by the difference, and the client gets a wrong bill.
//! Remedy: tell it, with the new 別表.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "share-to-tell",
    codes: &["増減B"],
    severity: Severity::Confirm,
    needs: &[Need::Sheet, Need::Slip],
    source: "介護給付費請求書等の記載要領 サービス提供票別表; 割振",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if view.standing_slip().is_none() {
        return;
    }
    for pair in view.pairs.iter().filter(|pair| pair.over > pair.over_before) {
        let finding = CHECK.finding(Facts::Share { now: pair.over, before: pair.over_before });
        let finding = finding.at(pair.key()).risking(pair.worth(pair.over - pair.over_before));
        findings.push(finding.help(Remedy::TellShare(pair.provider)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, leak, office};

    #[test]
    fn more_than_before_has_to_be_told() {
        let with = |now, before| {
            let mut view = clean();
            let mut pairs = view.pairs.to_vec();
            (pairs[0].over, pairs[0].over_before) = (now, before);
            view.pairs = leak(pairs);
            found(&CHECK, &view)
        };
        let findings = with(120, 20);
        assert_eq!((findings[0].units, findings[0].yen), (100, Some(1070)));
        assert_eq!(findings[0].remedy, Remedy::TellShare(office(HELP)));
        assert_eq!(with(20, 20), []);
        assert_eq!(with(0, 20), [], "it claims less than it may");
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
