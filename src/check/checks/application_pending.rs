//! The certification is pending (申請中), so the level may still change.
//!
//! Slip and claims are returned until it is decided by the end of the month before the window; everybody waits. What was
//! said when the plan went out, before the month was over, may have been decided since. Remedy: ask whether it is; if not,
//! hold the client back and tell the service offices.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "application-pending",
    codes: &["12PA"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "愛知県国保連 返戻事由コード 12PA; 茨城県国保連 Q&A",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if !view.person.is_applying || view.sent_slip().is_none() {
        return;
    }
    let finding = CHECK.finding(Facts::Plain).risking(view.all_lines()).help(Remedy::HoldBack);
    let is_old = view.person.told_on.zip(view.last_day()).is_some_and(|(told_on, last)| told_on <= last);
    findings.push(if is_old { finding.only(Severity::Confirm) } else { finding });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, date, found, with_slip};

    #[test]
    fn a_pending_certification_returns_the_slip() {
        let mut view = clean();
        view.person.is_applying = true;
        view.person.told_on = Some(date("2026-11-02"));
        let findings = found(&CHECK, &view);
        assert_eq!(findings[0].severity, Severity::Return);
        assert_eq!((findings[0].code, findings[0].units), (Some("12PA"), 6812));
        assert_eq!(findings[0].remedy, Remedy::HoldBack);
        with_slip(&mut view).fate = SlipFate::HeldBack;
        assert_eq!(found(&CHECK, &view), [], "held back already");
        with_slip(&mut view).fate = SlipFate::Unchanged;
        assert_eq!(found(&CHECK, &view), [], "decided already");
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn what_was_said_before_the_end_of_the_month_may_have_been_decided() {
        let mut view = clean();
        view.person.is_applying = true;
        for (told_on, severity) in [
            (Some("2026-10-31"), Severity::Confirm),
            (Some("2026-11-01"), Severity::Return),
            (None, Severity::Return),
        ] {
            view.person.told_on = told_on.map(date);
            assert_eq!(found(&CHECK, &view)[0].severity, severity, "{told_on:?}");
        }
    }
}
