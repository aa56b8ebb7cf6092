//! The check digit of 保険者番号 does not fit.
//!
//! No insurer has the number, so the slip comes back. Remedy: take the number of the certificate, in plan,
//! actuals and 利用者補足情報.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "insurer-check-digit",
    codes: &["ADD2", "12P0"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "介護保険の保険者番号の検証番号; 愛知県国保連 返戻事由コード ADD2",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let insurer = view.client.insurer;
    if insurer.check_digit_fits() || view.sent_slip().is_none() {
        return;
    }
    let (wrong, right) = (insurer.to_string(), Some(insurer.with_check_digit()));
    let facts = Facts::Number { wrong: wrong.clone(), right: right.clone() };
    let finding = CHECK.finding(facts).risking(view.all_lines());
    findings.push(finding.help(Remedy::FixNumber { wrong, right }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, client, found, with_slip};

    #[test]
    fn a_number_that_no_insurer_has_returns_the_slip() {
        let mut view = clean();
        view.client = client("131016", "0000000001");
        let findings = found(&CHECK, &view);
        let (wrong, right) = ("131016".to_owned(), Some("131011".to_owned()));
        assert_eq!(findings[0].remedy, Remedy::FixNumber { wrong, right });
        with_slip(&mut view).fate = SlipFate::HeldBack;
        assert_eq!(found(&CHECK, &view), []);
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
