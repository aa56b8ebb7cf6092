//! The level changed within the month.
//!
//! The heaviest one sets the limit, and the service codes change with the day; with the lighter one the slip
//! comes back or the client pays for nothing. Remedy: look whether the 別表 has the heavier limit and the codes
//! of each day.

use crate::benefit::limit::LimitNote;
use crate::check::{Check, ClientView, Facts, Finding, Need, Severity};

pub(super) const CHECK: Check = Check {
    id: "level-changed",
    codes: &["12QJ"],
    severity: Severity::Confirm,
    needs: &[Need::Level, Need::Slip],
    source: "給付管理に関するQ&A 月途中の区分変更; 愛知県国保連 返戻事由コード 12QJ",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(limit) = view.person.limit.filter(|_| view.sent_slip().is_some()) else { return };
    for note in &limit.notes {
        let LimitNote::LevelChanged(levels) = note else { continue };
        let (Some(lightest), Some(heaviest)) = (levels.first(), levels.last()) else { continue };
        findings.push(CHECK.finding(Facts::Levels(*lightest, *heaviest)).risking(view.all_lines()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, found, limit, with_slip};
    use crate::domain::level::CareLevel;

    #[test]
    fn a_change_within_the_month_is_looked_at() {
        let mut view = clean();
        let levels = vec![CareLevel::Care1, CareLevel::Care2];
        view.person.limit = Some(limit(vec![LimitNote::LevelChanged(levels)]));
        assert_eq!(found(&CHECK, &view)[0].facts, Facts::Levels(CareLevel::Care1, CareLevel::Care2));
        with_slip(&mut view).fate = SlipFate::Unchanged;
        assert_eq!(found(&CHECK, &view), [], "decided already");
        view.person.limit = Some(limit(vec![LimitNote::SeveralInsurers]));
        assert_eq!(found(&CHECK, &view), []);
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
