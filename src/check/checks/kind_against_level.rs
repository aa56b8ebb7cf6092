//! A service is of a kind that people of the client's level cannot have: one of 介護予防 or 総合事業 with 要介護, one of
//! 介護 with 要支援, one of 介護予防 with 事業対象者.
//!
//! The claim of the office comes back. In a month in which the level changes between the groups nothing is
//! told, since codes of a month stand on any day. Some services of 総合事業 may go on with 要介護 (継続利用要介護者), so these
//! are only to be looked at. Remedy: correct the kind in plan and actuals, or the level.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, RowView, Severity};
use crate::domain::level::CareLevel;

pub(super) const CHECK: Check = Check {
    id: "kind-against-level",
    codes: &["10QF"],
    severity: Severity::Return,
    needs: &[Need::Level, Need::Slip],
    source: "愛知県国保連 返戻事由コード 10QF; 介護給付費単位数等サービスコード表",
    run,
};

/// Kinds for 要介護 only.
const CARE: &[&str] = &[
    "11", "12", "13", "14", "15", "16", "17", "21", "22", "23", "27", "28", "2A", "31", "38", "68", "71",
    "72", "73", "76", "77", "78", "79",
];
/// Kinds of 介護予防, for 要支援 only.
const PREVENTION: &[&str] =
    &["24", "25", "26", "2B", "34", "39", "62", "63", "64", "66", "67", "69", "74", "75"];

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(group) = group(view).filter(|_| view.standing_slip().is_some()) else { return };
    for pair in view.pairs.iter().filter(|pair| !pair.rows().is_empty() && !pair.is_withdrawn) {
        let kind = pair.kind.as_str();
        let is_possible = match group {
            Group::Care => !PREVENTION.contains(&kind) && !pair.kind.is_programme(),
            Group::Support => !CARE.contains(&kind),
            Group::Programme => !CARE.contains(&kind) && !PREVENTION.contains(&kind),
        };
        let facts = view.person.levels.last().map(|span| Facts::Level(span.level));
        if let Some(facts) = facts.filter(|_| !is_possible) {
            let finding = CHECK.finding(facts).at(pair.key()).in_rows(pair.rows().iter().map(RowView::at));
            let units = if pair.actual.is_empty() { pair.planned } else { pair.done };
            let finding = finding.risking(pair.worth(units)).help(Remedy::AskProvider(pair.provider));
            let may_go_on = group == Group::Care && pair.kind.is_programme();
            findings.push(if may_go_on { finding.only(Severity::Confirm) } else { finding });
        }
    }
}

/// Which services people of a level can have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Care,
    Support,
    Programme,
}

/// The group of all levels of the month; `None` when it changes.
fn group(view: &ClientView<'_>) -> Option<Group> {
    let of = |level: CareLevel| match level {
        level if level.is_care() => Group::Care,
        CareLevel::ProgramTarget => Group::Programme,
        _ => Group::Support,
    };
    let mut groups = view.person.levels.iter().map(|span| of(span.level));
    let first = groups.next()?;
    groups.all(|group| group == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, key, leak, line, of, pair, row, span};
    use crate::domain::kind::{Exchange, KINDS};

    fn with(levels: &[CareLevel], kind: &str) -> Vec<Finding> {
        let own = || vec![row(HELP, &format!("{kind}1111"), 5, 400)];
        let mut view = of(vec![pair(HELP, kind, own(), own())], vec![line(HELP, kind, 400)]);
        let spans = levels.iter().map(|level| span(*level, "2026-04-01", None));
        view.person.levels = leak(spans.collect());
        found(&CHECK, &view)
    }

    #[test]
    fn kinds_belong_to_levels() {
        use CareLevel::{Care1, Care5, ProgramTarget, Support1, Support2};
        for (level, kind) in
            [(Care1, "62"), (Care5, "A2"), (Support1, "11"), (Support2, "15"), (ProgramTarget, "62")]
        {
            let findings = with(&[level], kind);
            assert_eq!(findings.len(), 1, "{level:?} {kind}");
            let worst = if kind == "A2" { Severity::Confirm } else { Severity::Return };
            assert_eq!(findings[0].severity, worst, "{level:?} {kind}");
            assert_eq!((&findings[0].facts, findings[0].pair), (&Facts::Level(level), Some(key(HELP, kind))));
        }
        for (level, kind) in
            [(Care1, "11"), (Care5, "78"), (Support1, "62"), (Support2, "A6"), (ProgramTarget, "A2")]
        {
            assert_eq!(with(&[level], kind), [], "{level:?} {kind}");
        }
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn a_month_with_levels_of_two_groups_is_left_alone() {
        assert_eq!(with(&[CareLevel::Support2, CareLevel::Care1], "62"), []);
        assert_eq!(with(&[CareLevel::Care1, CareLevel::Care2], "62").len(), 1);
        assert_eq!(with(&[], "62"), []);
    }

    #[test]
    fn every_kind_of_the_exchange_belongs_to_one_group() {
        let exchanged = KINDS.iter().filter(|info| info.exchange == Exchange::Exchanged);
        for info in exchanged {
            let places =
                [CARE.contains(&info.code), PREVENTION.contains(&info.code), info.code.starts_with('A')];
            assert_eq!(places.iter().filter(|is_in| **is_in).count(), 1, "{}", info.code);
        }
    }
}
