//! Services inside the limit stand on days outside 認定有効期間 of the register, although 利用者補足情報 has a level for
//! them.
//!
//! Either the register was not renewed, or the level is not certified yet, and then slip and claims come back.
//! Remedy: enter the period of the certificate.

use crate::check::{Check, ClientView, Facts, Finding, Need, PairView, Remedy, Severity};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    id: "day-outside-certificate",
    codes: &["12PD", "AEFB"],
    severity: Severity::Confirm,
    needs: &[Need::ClientRegister, Need::Level, Need::Slip],
    source: "愛知県国保連 返戻事由コード 12PD, AEFB",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some((from, to)) = view.register.map(|entry| entry.cert) else { return };
    if view.sent_slip().is_none() {
        return;
    }
    let is_outside = |day: &u8| {
        view.month
            .date(*day)
            .is_some_and(|date| from.is_some_and(|from| date < from) || to.is_some_and(|to| to < date))
    };
    let used: BTreeSet<u8> = view.pairs.iter().flat_map(PairView::days).collect();
    let days: Vec<u8> = used.into_iter().filter(|day| is_outside(day) && view.has_level_on(*day)).collect();
    if !days.is_empty() {
        let column = if to.is_some() { "cert_to" } else { "cert_from" };
        let remedy = Remedy::EnterIn { register: "clients", column };
        findings.push(CHECK.finding(Facts::Days(days)).risking(view.all_lines()).help(remedy));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, date, found, leak, with_register};

    fn with(from: Option<&str>, to: Option<&str>) -> ClientView<'static> {
        let mut view = clean();
        with_register(&mut view).cert = (from.map(date), to.map(date));
        view
    }

    #[test]
    fn days_outside_the_certificate_are_looked_at() {
        let findings = found(&CHECK, &with(Some("2024-04-01"), Some("2026-10-26")));
        assert_eq!((&findings[0].facts, findings[0].severity), (&Facts::Days(vec![27]), Severity::Confirm));
        assert_eq!(found(&CHECK, &with(Some("2026-10-02"), None))[0].facts, Facts::Days(vec![1]));
        assert_eq!(found(&CHECK, &with(None, Some("2026-10-27"))), []);
        assert_eq!(found(&CHECK, &with(None, None)), [], "nothing was entered");
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn days_without_a_level_are_told_by_another_check() {
        let mut view = with(None, Some("2026-10-01"));
        view.person.levels = leak(Vec::new());
        assert_eq!(found(&CHECK, &view), []);
    }
}
