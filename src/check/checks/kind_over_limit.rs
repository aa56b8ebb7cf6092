//! The units of a kind are more than the 種類支給限度基準額 that the municipality has set for it.
//!
//! The slip comes back, and with it every service office of the client is held. Remedy: decide who bears the
//! excess (割振).

use crate::benefit::allot::limit_kind;
use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "kind-over-limit",
    codes: &["15P6"],
    severity: Severity::Return,
    needs: &[Need::Level, Need::Slip],
    source: "愛知県国保連 返戻事由コード 15P6; インタフェース仕様書 居宅介護支援事業所編",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(slip) = view.sent_slip() else { return };
    for (kind, limit) in &view.person.limits.kinds {
        let of_kind = || slip.lines.iter().filter(|line| limit_kind(line.kind) == limit_kind(*kind));
        let units: i64 = of_kind().map(|line| line.units).sum();
        let Some(first) = of_kind().next().filter(|_| units > *limit) else { continue };
        let finding = CHECK.finding(Facts::Limit { units, limit: *limit }).at((first.office, *kind));
        findings.push(finding.risking(view.all_lines()).help(Remedy::DecideShares));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, found, kind, one};
    use crate::domain::allotment::Limits;

    #[test]
    fn a_kind_over_its_own_limit_returns_the_slip() {
        let with = |of: &str, limit: i64| {
            let mut view = clean();
            view.person.limits = one(Limits { category: Some(19_705), kinds: vec![(kind(of), limit)] });
            found(&CHECK, &view)
        };
        assert_eq!(with("15", 5264), [], "just as much");
        assert_eq!(with("15", 5263)[0].facts, Facts::Limit { units: 5264, limit: 5263 });
        assert_eq!(with("21", 1), [], "not used");
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
