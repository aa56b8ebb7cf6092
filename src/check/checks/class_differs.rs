//! 指定/基準該当/地域密着型サービス/総合事業識別コード of a line is not the one that was accepted before for the office and kind, or
//! contradicts the kind.
//!
//! The whole slip comes back. Remedy: enter the right class in the register.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::ids::ServiceKind;
use crate::domain::slip::OfficeClass;

pub(super) const CHECK: Check = Check {
    id: "class-differs",
    codes: &["ADD3"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "広域連合 返戻（保留）事由の解説 ADD3; インタフェース仕様書 居宅介護支援事業所編",
    run,
};

/// Kinds of 地域密着型サービス.
const COMMUNITY_BASED: &[&str] = &[
    "28", "32", "36", "37", "38", "39", "54", "68", "69", "71", "72", "73", "74", "75", "76", "77", "78",
    "79",
];

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(slip) = view.sent_slip() else { return };
    for line in slip.lines {
        let pair = (line.office, line.kind);
        let sent = view.previous().and_then(|previous| {
            previous.lines.iter().find(|sent| (sent.office, sent.kind) == pair).map(|sent| sent.class)
        });
        let expected = sent.or_else(|| by_kind(line.kind, line.class));
        if let Some(expected) = expected.filter(|expected| *expected != line.class) {
            let remedy = Remedy::EnterIn { register: "classes", column: "class" };
            let finding = CHECK.finding(Facts::Classes(line.class, expected)).at(pair);
            findings.push(finding.risking(view.all_lines()).help(remedy));
        }
    }
}

/// The class that a kind has to have when the given one cannot be; 基準該当 and the like can be of any kind.
fn by_kind(kind: ServiceKind, class: OfficeClass) -> Option<OfficeClass> {
    let is_community = COMMUNITY_BASED.contains(&kind.as_str());
    match class {
        OfficeClass::Designated | OfficeClass::CommunityBased if kind.is_programme() => {
            Some(OfficeClass::Programme)
        }
        OfficeClass::Designated if is_community => Some(OfficeClass::CommunityBased),
        OfficeClass::CommunityBased if !is_community => Some(OfficeClass::Designated),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::LineView;
    use crate::check::fixture::{DAY, clean, found, leak, line, sent, with_history, with_slip};
    use crate::domain::slip::SlipAction;

    fn with(kind: &str, class: OfficeClass, before: Option<OfficeClass>) -> Vec<Finding> {
        let mut view = clean();
        let own = LineView { class, ..line(DAY, kind, 100) };
        with_slip(&mut view).lines = leak(vec![own]);
        let before: Vec<LineView> = before.map(|class| LineView { class, ..own }).into_iter().collect();
        with_history(&mut view).previous = Some(sent(SlipAction::New, "2026-10", &before));
        found(&CHECK, &view)
    }

    #[test]
    fn a_class_against_the_kind_returns_the_slip() {
        use OfficeClass::{CommunityBased, Designated, Programme, Programme8, Quasi};
        assert_eq!(with("78", Designated, None)[0].facts, Facts::Classes(Designated, CommunityBased));
        assert_eq!(with("15", CommunityBased, None)[0].facts, Facts::Classes(CommunityBased, Designated));
        assert_eq!(with("A6", Designated, None)[0].facts, Facts::Classes(Designated, Programme));
        for (kind, class) in [("78", CommunityBased), ("15", Designated), ("15", Quasi), ("A6", Programme8)] {
            assert_eq!(with(kind, class, None), [], "{kind}");
        }
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn what_was_accepted_before_is_right() {
        use OfficeClass::{Designated, Programme, Programme8, Quasi};
        assert_eq!(with("15", Designated, Some(Quasi))[0].facts, Facts::Classes(Designated, Quasi));
        assert_eq!(with("A6", Programme, Some(Programme8)).len(), 1);
        assert_eq!(with("78", Designated, Some(Designated)), [], "accepted as it is");
    }
}
