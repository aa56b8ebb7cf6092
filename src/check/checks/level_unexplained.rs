//! The level is not that of the slip that was accepted for the month before, and nothing in 利用者補足情報 says that
//! it changed.
//!
//! One of the two is wrong, so the slip comes back and every service office of the client is held. Remedy:
//! compare with the certificate, correct 利用者補足情報.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::month::Day;

pub(super) const CHECK: Check = Check {
    id: "level-unexplained",
    codes: &["12QJ"],
    severity: Severity::Return,
    needs: &[Need::Level, Need::Slip, Need::PreviousMonth],
    source: "愛知県国保連 返戻事由コード 12QJ",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let level = view.sent_slip().and_then(|slip| slip.level);
    let Some((level, previous)) = level.zip(view.previous()) else { return };
    if level == previous.level || is_explained(view) {
        return;
    }
    let finding = CHECK.finding(Facts::Levels(previous.level, level)).risking(view.all_lines());
    findings.push(finding.help(Remedy::FixSupplement));
}

/// Whether the level changed, or a new limit began, in this month or the one before.
fn is_explained(view: &ClientView<'_>) -> bool {
    let near = |day: Day| day.month == view.month || day.month == view.month.previous();
    [view.person.level_changed_on, view.person.limit_span.0].into_iter().flatten().any(near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, day, found, with_slip};
    use crate::domain::level::CareLevel;

    fn heavier() -> ClientView<'static> {
        let mut view = clean();
        with_slip(&mut view).level = Some(CareLevel::Care3);
        view
    }

    #[test]
    fn another_level_out_of_nowhere_returns_the_slip() {
        let findings = found(&CHECK, &heavier());
        assert_eq!(findings[0].facts, Facts::Levels(CareLevel::Care2, CareLevel::Care3));
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn a_change_or_a_new_certificate_explains_it() {
        for (changed, from, expected) in [
            (Some("2026-10-16"), "2026-04-01", 0),
            (Some("2026-09-16"), "2026-04-01", 0),
            (Some("2026-08-31"), "2026-04-01", 1),
            (None, "2026-10-01", 0),
            (None, "2026-09-01", 0),
        ] {
            let mut view = heavier();
            view.person.level_changed_on = changed.map(day);
            view.person.limit_span.0 = Some(day(from));
            assert_eq!(found(&CHECK, &view).len(), expected, "{changed:?} {from}");
        }
    }
}
