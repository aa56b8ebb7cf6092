//! The units of all lines together are more than 区分支給限度基準額.
//!
//! The slip comes back, and with it every service office of the client is held. Remedy: decide who bears the
//! excess (割振); refunds already paid for the month count too, which only the insurer knows.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "over-limit",
    codes: &["12P3"],
    severity: Severity::Return,
    needs: &[Need::Level, Need::Slip],
    source: "愛知県国保連 返戻事由コード 12P3; 記載要領 様式第十一",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(limit) = view.sent_slip().and_then(|slip| slip.limit) else { return };
    let units = view.total();
    if units > limit {
        let finding = CHECK.finding(Facts::Limit { units, limit }).risking(view.all_lines());
        findings.push(finding.help(Remedy::DecideShares));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, found, with_slip};

    #[test]
    fn one_unit_over_the_limit_returns_the_slip() {
        let mut view = clean();
        with_slip(&mut view).limit = Some(6812);
        assert_eq!(found(&CHECK, &view), [], "just as much");
        with_slip(&mut view).limit = Some(6811);
        let findings = found(&CHECK, &view);
        assert_eq!(findings[0].facts, Facts::Limit { units: 6812, limit: 6811 });
        assert_eq!((findings[0].units, findings[0].severity), (6812, Severity::Return));
        with_slip(&mut view).fate = SlipFate::HeldBack;
        assert_eq!(found(&CHECK, &view), [], "nothing is sent");
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
