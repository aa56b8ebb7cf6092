//! What is at risk for a client: sums over findings in which no money is counted twice.

use super::finding::{Finding, Severity};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// Units and yen that may not be paid, or only later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtRisk {
    /// Units.
    pub units: i64,
    /// 費用総額 in yen of those whose unit price is known.
    pub yen: i64,
    /// Findings whose yen are not known.
    pub unpriced: usize,
}

impl AddAssign for AtRisk {
    fn add_assign(&mut self, other: Self) {
        self.units += other.units;
        self.yen += other.yen;
        self.unpriced += other.unpriced;
    }
}

/// Sums over several clients.
impl std::iter::Sum for AtRisk {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

/// What is at risk in the findings of one client.
///
/// Of findings about the same office and kind the largest counts. Findings about the whole client are about the same
/// services as those, so the larger of the two stands. What is only to be looked at ([`Severity::Confirm`]) counts nothing.
pub fn at_risk<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> AtRisk {
    let mut largest = BTreeMap::<Option<(OfficeNumber, ServiceKind)>, (i64, i64)>::new();
    let mut unpriced = 0;
    for finding in findings.into_iter().filter(|finding| finding.severity > Severity::Confirm) {
        let (units, yen) = largest.entry(finding.pair).or_default();
        *units = finding.units.max(*units);
        *yen = finding.yen.unwrap_or_default().max(*yen);
        unpriced += usize::from(finding.yen.is_none());
    }
    let whole = largest.remove(&None).unwrap_or_default();
    let parts = largest.into_values().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    AtRisk { units: whole.0.max(parts.0), yen: whole.1.max(parts.1), unpriced }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{DAY, HELP, key};
    use crate::check::{Facts, by_id};

    fn finding(pair: Option<(&str, &str)>, severity: Severity, units: i64, yen: Option<i64>) -> Finding {
        let mut finding = by_id("over-limit").unwrap().finding(Facts::Plain);
        finding.pair = pair.map(|(office, kind)| key(office, kind));
        (finding.severity, finding.units, finding.yen) = (severity, units, yen);
        finding
    }

    fn sum(findings: &[Finding]) -> (i64, i64, usize) {
        let AtRisk { units, yen, unpriced } = at_risk(findings);
        (units, yen, unpriced)
    }

    #[test]
    fn of_the_same_office_and_kind_the_largest_counts() {
        let (help, day) = (Some((HELP, "11")), Some((DAY, "15")));
        let of_help =
            [finding(help, Severity::Cut, 100, Some(1_070)), finding(help, Severity::Return, 60, Some(642))];
        assert_eq!(sum(&of_help), (100, 1_070, 0));
        let mut of_both = of_help.to_vec();
        of_both.push(finding(day, Severity::Hold, 50, Some(535)));
        assert_eq!(sum(&of_both), (150, 1_605, 0), "different ones are added");
        of_both.push(finding(Some((HELP, "12")), Severity::Cut, 1, Some(11)));
        assert_eq!(sum(&of_both), (151, 1_616, 0), "another kind of the same office is another service");
    }

    #[test]
    fn the_whole_client_stands_for_its_parts() {
        let help = finding(Some((HELP, "11")), Severity::Cut, 100, Some(1_070));
        let whole = |units, yen| finding(None, Severity::Return, units, Some(yen));
        assert_eq!(sum(&[help.clone(), whole(900, 9_630), whole(800, 8_560)]), (900, 9_630, 0));
        assert_eq!(sum(&[help, whole(20, 214)]), (100, 1_070, 0), "never less than its parts");
    }

    #[test]
    fn what_is_to_be_looked_at_counts_nothing() {
        let help = Some((HELP, "11"));
        assert_eq!(sum(&[finding(help, Severity::Confirm, 100, None)]), (0, 0, 0));
        assert_eq!(sum(&[]), (0, 0, 0));
    }

    #[test]
    fn unknown_prices_are_told() {
        let (help, day) = (Some((HELP, "11")), Some((DAY, "15")));
        let both = [finding(help, Severity::Cut, 100, None), finding(day, Severity::Cut, 50, Some(535))];
        assert_eq!(sum(&both), (150, 535, 1));
        let clients: AtRisk = [at_risk(&both), at_risk(&both)].into_iter().sum();
        assert_eq!(clients, AtRisk { units: 300, yen: 1_070, unpriced: 2 });
    }
}
