//! The contract with the client ended before the last day of the month.
//!
//! If another support office is registered on the last day, it makes the slip for the whole month, and this one
//! comes back. Remedy: agree with the other office who files; after a death or an admission this office does.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "contract-ended",
    codes: &["12P4", "ANN0"],
    severity: Severity::Confirm,
    needs: &[Need::ClientRegister, Need::Slip],
    source: "記載要領 様式第十一 月途中の事業所変更",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let ended_on = view.register.and_then(|entry| entry.ended_on);
    let Some((ended_on, last_day)) = ended_on.zip(view.last_day()) else { return };
    if ended_on < last_day && view.sent_slip().is_some() {
        let finding = CHECK.finding(Facts::Date(ended_on)).risking(view.all_lines());
        findings.push(finding.help(Remedy::AskInsurer));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, date, found, with_register};

    #[test]
    fn an_end_within_the_month_is_looked_at() {
        let with = |ended_on: &str| {
            let mut view = clean();
            with_register(&mut view).ended_on = Some(date(ended_on));
            found(&CHECK, &view)
        };
        assert_eq!(with("2026-10-30")[0].facts, Facts::Date(date("2026-10-30")));
        assert_eq!(with("2026-10-31"), [], "the last day is still ours");
        assert_eq!(with("2026-12-01"), []);
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
