//! 区分支給限度基準額 of 利用者補足情報 is not that of the table for the heaviest level of the month.
//!
//! A municipality may allow more, never less: a smaller limit is that of a lighter level, so the slip comes
//! back or the client pays for nothing. Remedy: correct level and limit in 利用者補足情報; a higher limit is to be
//! looked at.

use crate::benefit::limit::LimitNote;
use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "limit-differs",
    codes: &["12QJ", "12P3"],
    severity: Severity::Return,
    needs: &[Need::Level, Need::Slip],
    source: "愛知県国保連 返戻事由コード 12QJ; 給付管理に関するQ&A 月途中の区分変更",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(limit) = view.person.limit.filter(|_| view.sent_slip().is_some()) else { return };
    for note in &limit.notes {
        let LimitNote::OwnLimitDiffers(table) = note else { continue };
        let finding = CHECK.finding(Facts::Limit { units: limit.units, limit: *table });
        let finding = finding.risking(view.all_lines()).help(Remedy::FixSupplement);
        let is_less = limit.units < *table;
        findings.push(if is_less { finding } else { finding.only(Severity::Confirm).coded("12P3") });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, found, limit};

    #[test]
    fn a_smaller_limit_is_wrong_and_a_larger_one_is_looked_at() {
        let with = |table| {
            let mut view = clean();
            view.person.limit = Some(limit(vec![LimitNote::OwnLimitDiffers(table)]));
            found(&CHECK, &view)
        };
        let less = with(27_048);
        assert_eq!((less[0].severity, less[0].code), (Severity::Return, Some("12QJ")));
        assert_eq!(less[0].facts, Facts::Limit { units: 19_705, limit: 27_048 });
        let more = with(16_765);
        assert_eq!((more[0].severity, more[0].code), (Severity::Confirm, Some("12P3")));
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
