//! 限度額適用期間 of 利用者補足情報 does not touch the month: the certificate has run out, or begins later.
//!
//! Slip and claims come back, and everybody waits for the renewal. Remedy: look at the certificate; hold the
//! client back until the renewal is decided.

use crate::check::view::date;
use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "limit-period-outside",
    codes: &["12PD"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "愛知県国保連 返戻事由コード 12PD",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let (from, to) = view.person.limit_span;
    let wrong = to.filter(|to| to.month < view.month).or(from.filter(|from| from.month > view.month));
    let Some(wrong) = wrong.and_then(date).filter(|_| view.sent_slip().is_some()) else { return };
    findings.push(CHECK.finding(Facts::Date(wrong)).risking(view.all_lines()).help(Remedy::HoldBack));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, date as on, day, found, with_slip};

    fn with(from: &str, to: &str) -> ClientView<'static> {
        let mut view = clean();
        view.person.limit_span = (Some(day(from)), Some(day(to)));
        view
    }

    #[test]
    fn a_period_that_does_not_touch_the_month_returns_the_slip() {
        let over = found(&CHECK, &with("2024-04-01", "2026-09-30"));
        assert_eq!((&over[0].facts, over[0].units), (&Facts::Date(on("2026-09-30")), 6812));
        assert_eq!(found(&CHECK, &with("2026-11-01", "2028-10-31"))[0].severity, Severity::Return);
        assert_eq!(found(&CHECK, &with("2024-04-01", "2026-10-01")), []);
        assert_eq!(found(&CHECK, &with("2026-10-31", "2028-10-31")), []);
        let mut held = with("2024-04-01", "2026-09-30");
        with_slip(&mut held).fate = SlipFate::HeldBack;
        assert_eq!(found(&CHECK, &held), []);
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
