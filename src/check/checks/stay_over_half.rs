//! Short stays (短期入所) of the certified period are more than half of its days.
//!
//! The municipality may ask for the reason, and the claim may come back when none was given. Remedy: put the
//! reason into the plan; it is a guideline, not a stop.

use super::stay_over_30::STAYS;
use crate::benefit::stay::half_of_period;
use crate::check::view::date;
use crate::check::{Check, ClientView, Facts, Finding, Need, PairView, Severity};
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    id: "stay-over-half",
    codes: &["AEF0"],
    severity: Severity::Confirm,
    needs: &[Need::Slip],
    source: "居宅介護支援等の事業の人員及び運営に関する基準 第13条 短期入所; 愛知県国保連 返戻事由コード AEF0",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let before = view.person.stay_days_before.and_then(|days| u32::try_from(days).ok());
    let Some((before, (from, to))) = before.zip(period(view)) else { return };
    let stays = view.pairs.iter().filter(|pair| STAYS.contains(&pair.kind.as_str()));
    let days: BTreeSet<u8> = stays.flat_map(PairView::days).collect();
    let now = u32::try_from(days.len()).unwrap_or_default();
    let half = half_of_period(before, now, from, to);
    if now > 0 && half.is_over_half && view.standing_slip().is_some() {
        let facts = Facts::DayCount { used: half.cumulative_days, of: half.validity_days };
        findings.push(CHECK.finding(facts));
    }
}

/// 認定有効期間 of the register, else 限度額適用期間.
fn period(view: &ClientView<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let entered = view.register.and_then(|entry| entry.cert.0.zip(entry.cert.1));
    let (from, to) = view.person.limit_span;
    entered.or_else(|| date(from?).zip(date(to?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, line, of, pair, rows, with_register};

    fn stay(days: u8, before: Option<i64>) -> ClientView<'static> {
        let rows = || rows(HELP, "211111", 1..=days, 700);
        let mut view = of(vec![pair(HELP, "21", rows(), rows())], vec![line(HELP, "21", 700)]);
        view.person.stay_days_before = before;
        view
    }

    #[test]
    fn more_than_half_of_the_period_is_looked_at() {
        // 2026-04-01 to 2028-03-31 has 731 days.
        let findings = found(&CHECK, &stay(10, Some(356)));
        assert_eq!(findings[0].facts, Facts::DayCount { used: 366, of: 731 });
        assert_eq!(found(&CHECK, &stay(9, Some(356))), [], "365 of 731");
        assert_eq!(found(&CHECK, &stay(10, None)), [], "nothing is known of before");
        assert_eq!(found(&CHECK, &stay(0, Some(400))), [], "no stay in the month");
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn without_a_register_the_limit_period_counts() {
        let mut view = stay(10, Some(356));
        with_register(&mut view).cert = (None, None);
        assert_eq!(found(&CHECK, &view).len(), 1);
        view.person.limit_span.1 = None;
        assert_eq!(found(&CHECK, &view), []);
    }
}
