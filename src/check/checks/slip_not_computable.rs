//! The slip cannot be worked out: a service code of no known kind, units below zero, a month outside the rate tables, more
//! lines than a slip has.
//!
//! Without a slip the claims of every service office of the client are held. Remedy: correct what the sentence of
//! the slip names.

use crate::check::{Check, ClientView, Facts, Finding, Need, Severity};

pub(super) const CHECK: Check = Check {
    id: "slip-not-computable",
    codes: &["保留"],
    severity: Severity::Hold,
    needs: &[Need::Slip],
    source: "インタフェース仕様書 居宅介護支援事業所編, 給付管理票情報; 返戻（保留）一覧表 事由C",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if view.sent_slip().is_some_and(|slip| slip.is_not_computable) {
        findings.push(CHECK.finding(Facts::Plain).risking(view.all_done()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, found, with_slip};

    #[test]
    fn it_is_told_while_the_slip_is_to_be_sent() {
        let mut view = clean();
        assert_eq!(found(&CHECK, &view), []);
        with_slip(&mut view).is_not_computable = true;
        let [finding] = &found(&CHECK, &view)[..] else { panic!() };
        assert_eq!((finding.units, finding.pair), (6812, None));
        with_slip(&mut view).fate = SlipFate::HeldBack;
        assert_eq!(found(&CHECK, &view), []);
    }
}
