//! 認定有効期間 on the claim for the plan fee does not touch the service month, or 届出年月日 lies after it.
//!
//! The claim comes back. Remedy: enter the period of the certificate in force, or the day of the 届出.

use crate::check::view::date;
use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::month::Day;

pub(super) const CHECK: Check = Check {
    id: "fee-certificate",
    codes: &["12PD", "AEEA"],
    severity: Severity::Return,
    needs: &[Need::Fee],
    source: "愛知県国保連 返戻事由コード 12PD, AEEA",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(claim) = view.fee.and_then(|fee| fee.claim) else { return };
    let units = i64::try_from(claim.total_units()).unwrap_or_default();
    let yen = i64::try_from(claim.amount()).ok();
    let mut tell = |wrong: Day, code, column| {
        let Some(wrong) = date(wrong) else { return };
        let finding = CHECK.finding(Facts::Date(wrong)).coded(code).risking((units, yen));
        findings.push(finding.help(Remedy::EnterIn { register: "clients", column }));
    };
    if claim.cert_from.month > claim.month {
        tell(claim.cert_from, "12PD", "cert_from");
    }
    if claim.cert_to.month < claim.month {
        tell(claim.cert_to, "12PD", "cert_to");
    }
    if let Some(filed_on) = claim.request_filed_on.filter(|day| day.month > claim.month) {
        tell(filed_on, "AEEA", "filed_on");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, day, fee_claim, found, one};
    use crate::format::kokuhoren::fee::FeeClaim;

    fn with(change: impl Fn(&mut FeeClaim)) -> Vec<Finding> {
        let mut claim = fee_claim();
        change(&mut claim);
        let mut view = clean();
        view.fee.as_mut().unwrap().claim = Some(one(claim));
        found(&CHECK, &view)
    }

    #[test]
    fn dates_outside_the_month_return_the_claim() {
        let over = with(|claim| claim.cert_to = day("2026-09-30"));
        assert_eq!((over[0].code, over[0].units), (Some("12PD"), 1086));
        assert_eq!(with(|claim| claim.cert_from = day("2026-11-01"))[0].code, Some("12PD"));
        assert_eq!(with(|claim| claim.request_filed_on = Some(day("2026-11-01")))[0].code, Some("AEEA"));
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn the_edges_of_the_month_are_fine() {
        assert_eq!(with(|claim| claim.cert_to = day("2026-10-01")), []);
        assert_eq!(with(|claim| claim.cert_from = day("2026-10-31")), []);
        assert_eq!(with(|claim| claim.request_filed_on = Some(day("2026-10-31"))), []);
        assert_eq!(with(|claim| claim.request_filed_on = None), []);
    }
}
