//! 小規模多機能型居宅介護 or 看護小規模多機能型居宅介護 (73, 75, 77) was used up to the last day of the month.
//!
//! Its own care manager is then registered with the insurer, and a slip of this office may come back. Remedy:
//! ask the insurer which office is registered on the last day.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, RowView, Severity};

pub(super) const CHECK: Check = Check {
    id: "multifunctional-at-end",
    codes: &["12P4"],
    severity: Severity::Confirm,
    needs: &[Need::Slip],
    source: "記載要領 様式第十一 小規模多機能型居宅介護の月途中の利用; 愛知県国保連 返戻事由コード 12P4",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if view.sent_slip().is_none() {
        return;
    }
    let last_bit = 1_u32 << (view.month.days() - 1);
    let kinds = ["73", "75", "77"];
    for pair in view.pairs.iter().filter(|pair| kinds.contains(&pair.kind.as_str())) {
        let is_at_end = |row: &&RowView<'_>| {
            row.detail.and_then(|detail| detail.prorated_days).is_some_and(|days| days & last_bit != 0)
        };
        if let Some(row) = pair.rows().iter().find(is_at_end) {
            let finding = CHECK.finding(Facts::Plain).at(pair.key()).in_rows([row.at()]);
            findings.push(finding.risking(view.all_lines()).help(Remedy::AskInsurer));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, line, of, one, pair, row};
    use crate::domain::row::RowDetail;

    fn with_days(kind: &str, days: Option<u32>) -> Vec<Finding> {
        let detail = RowDetail { prorated_days: days, ..RowDetail::default() };
        let own = RowView { detail: Some(one(detail)), ..row(HELP, &format!("{kind}1111"), 20, 3000) };
        found(&CHECK, &of(vec![pair(HELP, kind, vec![own], vec![own])], vec![line(HELP, kind, 3000)]))
    }

    #[test]
    fn use_up_to_the_last_day_is_looked_at() {
        assert_eq!(with_days("73", Some(1 << 30)).len(), 1);
        assert_eq!(with_days("73", Some(1 << 29)), [], "to the 30th of 31 days");
        assert_eq!(with_days("73", None), [], "the whole month has a check of its own");
        assert_eq!(with_days("76", Some(1 << 30)), [], "another kind");
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
