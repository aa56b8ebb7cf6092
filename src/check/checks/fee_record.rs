//! The claim for the plan fee is not one that 国保連 takes: a code stands on it twice or belongs on the other
//! form, the public payer is missing or too much, or the 届出年月日 is missing.
//!
//! The office's own fee comes back, or stays out of the file. Remedy: correct what was entered for the client.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::format::kokuhoren::fee::FeeFault;

pub(super) const CHECK: Check = Check {
    id: "fee-record",
    codes: &["ANNL", "ABBF", "ATT5", "ABB0"],
    severity: Severity::Return,
    needs: &[Need::Fee],
    source: "インタフェース仕様書 居宅介護支援事業所編, 居宅サービス計画費請求明細書情報",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(claim) = view.fee.and_then(|fee| fee.claim) else { return };
    let enter = |register, column| Remedy::EnterIn { register, column };
    let (code, facts, remedy) = match claim.fault() {
        Some(FeeFault::Repeated(code)) => ("ANNL", Facts::Code(code), enter("additions", "name")),
        Some(FeeFault::OtherForm(code)) => ("ABBF", Facts::Code(code), enter("additions", "name")),
        Some(FeeFault::PublicPayer) => ("ATT5", Facts::Plain, enter("clients", "payer")),
        Some(FeeFault::NoRequestDate) => ("ABB0", Facts::Plain, enter("clients", "filed_on")),
        Some(FeeFault::NoLines | FeeFault::TooManyLines(_) | FeeFault::Negative | FeeFault::SameKey)
        | None => return,
    };
    let units = i64::try_from(claim.total_units()).unwrap_or_default();
    let finding = CHECK.finding(facts).coded(code).risking((units, i64::try_from(claim.amount()).ok()));
    findings.push(finding.help(remedy));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, client, fee_claim, found, one};
    use crate::domain::ids::ServiceCode;
    use crate::format::kokuhoren::fee::FeeClaim;

    fn code(change: impl Fn(&mut FeeClaim)) -> Option<&'static str> {
        let mut claim = fee_claim();
        change(&mut claim);
        let mut view = clean();
        view.fee.as_mut().unwrap().claim = Some(one(claim));
        found(&CHECK, &view).first().and_then(|finding| finding.code)
    }

    #[test]
    fn every_fault_has_its_code() {
        assert_eq!(code(|claim| claim.lines.push(claim.lines[0].clone())), Some("ANNL"));
        let other = ServiceCode::parse("462111").unwrap();
        assert_eq!(code(|claim| claim.lines[0].code = other), Some("ABBF"));
        assert_eq!(code(|claim| claim.client = client("131011", "H000000001")), Some("ATT5"));
        assert_eq!(code(|claim| claim.request_filed_on = None), Some("ABB0"));
        assert_eq!(code(|claim| claim.lines.clear()), None, "nothing is sent");
        assert_eq!(code(|_| {}), None);
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
