//! The received 別表 has other units inside the limit for an office and kind than the ones worked out with the
//! service code master.
//!
//! Something is counted to the limit that is not, or the other way round, so either the slip is over the limit
//! or the office is cut. Remedy: look at the table's month and at what counts to the limit.

use crate::check::{Check, ClientView, Facts, Finding, Need, Severity};

pub(super) const CHECK: Check = Check {
    id: "sheet-differs",
    codes: &["増減B", "12P3"],
    severity: Severity::Confirm,
    needs: &[Need::Sheet, Need::Master, Need::Slip],
    source: "介護給付費請求書等の記載要領 サービス利用票別表",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let is_comparable = view.sheet.is_some_and(|sheet| sheet.is_as_received);
    if !is_comparable || view.sent_slip().is_none() {
        return;
    }
    for pair in view.pairs {
        let Some(received) = pair.on_sheet.filter(|received| *received != pair.planned) else { continue };
        let finding = CHECK.finding(Facts::Sheets { received, computed: pair.planned }).at(pair.key());
        findings.push(finding.risking(pair.worth((received - pair.planned).abs())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, key, leak};

    fn with(on_sheet: Option<i64>) -> ClientView<'static> {
        let mut view = clean();
        let mut pairs = view.pairs.to_vec();
        pairs[0].on_sheet = on_sheet;
        view.pairs = leak(pairs);
        view
    }

    #[test]
    fn another_sum_is_looked_at() {
        let findings = found(&CHECK, &with(Some(1549)));
        assert_eq!(findings[0].facts, Facts::Sheets { received: 1549, computed: 1548 });
        assert_eq!((findings[0].pair, findings[0].units), (Some(key(HELP, "11")), 1));
        assert_eq!(found(&CHECK, &with(Some(1448)))[0].units, 100);
        assert_eq!(found(&CHECK, &with(Some(1548))), []);
        assert_eq!(found(&CHECK, &with(None)), [], "no such column");
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn after_a_decision_the_sheets_are_not_compared() {
        let mut view = with(Some(1));
        view.sheet.as_mut().unwrap().is_as_received = false;
        assert_eq!(found(&CHECK, &view), []);
    }
}
