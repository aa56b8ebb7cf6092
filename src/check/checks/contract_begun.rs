//! The contract with the client began within the month.
//!
//! If another support office filed the month, or the insurer still has it registered, the slip comes back.
//! Remedy: agree with the office before who files; the one of the last day lists the services of both.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "contract-begun",
    codes: &["12P4", "12P0", "ANN0"],
    severity: Severity::Confirm,
    needs: &[Need::ClientRegister, Need::Slip],
    source: "記載要領 様式第十一 月途中の事業所変更; 茨城県国保連 Q&A",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let contract_on = view.register.and_then(|entry| entry.contract_on);
    let span = view.first_day().zip(view.last_day());
    let Some((contract_on, (first, last))) = contract_on.zip(span) else { return };
    let is_within = first < contract_on && contract_on <= last;
    if is_within && view.previous().is_none() && view.sent_slip().is_some() {
        let finding = CHECK.finding(Facts::Date(contract_on)).risking(view.all_lines());
        findings.push(finding.help(Remedy::AskInsurer));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, date, found, with_history, with_register};

    #[test]
    fn a_client_of_the_middle_of_the_month_may_have_had_another_office() {
        let with = |contract_on: &str, is_new: bool| {
            let mut view = clean();
            with_register(&mut view).contract_on = Some(date(contract_on));
            if is_new {
                with_history(&mut view).previous = None;
            }
            found(&CHECK, &view)
        };
        assert_eq!(with("2026-10-02", true)[0].facts, Facts::Date(date("2026-10-02")));
        assert_eq!(with("2026-10-31", true).len(), 1);
        assert_eq!(with("2026-10-01", true), [], "the whole month is ours");
        assert_eq!(with("2026-11-01", true), []);
        assert_eq!(with("2026-10-02", false), [], "the month before was ours: a new contract only");
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
