//! The client changed between 要介護 and 要支援 or 事業対象者, within the month or since the slip of the month before.
//!
//! The insurer needs another 届出 for the other group; without it the slip comes back, and with it every service
//! office is held. Remedy: ask the insurer what is registered; the office of the last day makes one slip for
//! all.

use crate::benefit::limit::LimitNote;
use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "group-changed",
    codes: &["12P5"],
    severity: Severity::Confirm,
    needs: &[Need::Level, Need::Slip],
    source: "愛知県国保連 返戻事由コード 12P5; 記載要領 様式第十一",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(level) = view.sent_slip().and_then(|slip| slip.level) else { return };
    let within = view.person.limit.is_some_and(|limit| limit.notes.contains(&LimitNote::GroupChanged));
    let before = view.previous().map(|slip| slip.level).filter(|before| before.is_care() != level.is_care());
    let facts = match before {
        Some(before) => Facts::Levels(before, level),
        None if within => Facts::Plain,
        None => return,
    };
    findings.push(CHECK.finding(facts).risking(view.all_lines()).help(Remedy::AskInsurer));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, found, limit, with_history, with_slip};
    use crate::domain::level::CareLevel;

    #[test]
    fn a_change_of_group_is_looked_at() {
        let mut view = clean();
        view.person.limit = Some(limit(vec![LimitNote::GroupChanged]));
        assert_eq!(found(&CHECK, &view)[0].facts, Facts::Plain);
        let mut since = clean();
        with_slip(&mut since).level = Some(CareLevel::Support2);
        let expected = Facts::Levels(CareLevel::Care2, CareLevel::Support2);
        assert_eq!(found(&CHECK, &since)[0].facts, expected);
        with_history(&mut since).previous = None;
        assert_eq!(found(&CHECK, &since), [], "nothing is known of before");
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn another_level_of_the_same_group_is_no_change() {
        let mut view = clean();
        with_slip(&mut view).level = Some(CareLevel::Care1);
        assert_eq!(found(&CHECK, &view), []);
    }
}
