//! Services inside the limit stand on days on which the client has no level (認定切れ, or before the first
//! certification).
//!
//! Slip and claims come back. Remedy: look at the certificate; wait for the renewal, or take the services off.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, RowView, Severity};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    id: "day-without-level",
    codes: &["12PD", "AEFB"],
    severity: Severity::Return,
    needs: &[Need::Level, Need::Slip],
    source: "愛知県国保連 返戻事由コード 12PD",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if view.sent_slip().is_none() {
        return;
    }
    let rows = || view.pairs.iter().flat_map(|pair| pair.rows());
    let outside = || rows().filter(|row| row.is_managed() && !view.has_level_on(row.row.day));
    let days: BTreeSet<u8> = outside().map(|row| row.row.day).collect();
    if !days.is_empty() {
        let facts = Facts::Days(days.into_iter().collect());
        let finding = CHECK.finding(facts).risking(view.all_lines()).in_rows(outside().map(RowView::at));
        findings.push(finding.help(Remedy::FixSupplement));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, found, leak, span, with_slip};
    use crate::domain::level::CareLevel;

    fn with(from: &str, to: Option<&str>) -> ClientView<'static> {
        let mut view = clean();
        view.person.levels = leak(vec![span(CareLevel::Care2, from, to)]);
        view
    }

    #[test]
    fn services_after_the_end_return_the_slip() {
        let findings = found(&CHECK, &with("2026-04-01", Some("2026-10-21")));
        assert_eq!(findings[0].facts, Facts::Days(vec![22, 26, 27]));
        assert_eq!((findings[0].rows.len(), findings[0].severity), (3, Severity::Return));
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn the_last_day_and_days_without_services_are_fine() {
        assert_eq!(found(&CHECK, &with("2026-10-01", Some("2026-10-27"))), []);
        assert_eq!(found(&CHECK, &with("2026-10-01", None)), []);
        assert_eq!(found(&CHECK, &with("2026-10-02", None))[0].facts, Facts::Days(vec![1]));
        let mut held = with("2026-10-02", None);
        with_slip(&mut held).fate = SlipFate::HeldBack;
        assert_eq!(found(&CHECK, &held), []);
    }
}
