//! The certification is pending (申請中), so the level may still change.
//!
//! Slip and claims are returned until it is decided by the end of the month before the window; everybody waits.
//! Remedy: hold the client back and tell the service offices.

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
    if view.person.is_applying && view.sent_slip().is_some() {
        findings.push(CHECK.finding(Facts::Plain).risking(view.all_lines()).help(Remedy::HoldBack));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, found, with_slip};

    #[test]
    fn a_pending_certification_returns_the_slip() {
        let mut view = clean();
        view.person.is_applying = true;
        let findings = found(&CHECK, &view);
        assert_eq!((findings[0].code, findings[0].units), (Some("12PA"), 6812));
        assert_eq!(findings[0].remedy, Remedy::HoldBack);
        with_slip(&mut view).fate = SlipFate::HeldBack;
        assert_eq!(found(&CHECK, &view), [], "held back already");
        with_slip(&mut view).fate = SlipFate::Unchanged;
        assert_eq!(found(&CHECK, &view), [], "decided already");
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
