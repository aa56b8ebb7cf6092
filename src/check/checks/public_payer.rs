//! 公費負担者番号 on the claim for the plan fee of a person on public assistance is not one of 生活保護 (法別番号 12), or its
//! check digit does not fit.
//!
//! The claim comes back. Remedy: compare with the 介護券.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "public-payer",
    codes: &["13PS"],
    severity: Severity::Return,
    needs: &[Need::Fee],
    source: "愛知県国保連 返戻事由コード 13PS; 公費負担者番号の検証番号",
    run,
};

/// 法別番号 of 生活保護.
const ASSISTANCE: &str = "12";

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(claim) = view.fee.and_then(|fee| fee.claim) else { return };
    let Some(public) = claim.public.as_ref() else { return };
    let units = i64::try_from(claim.total_units()).unwrap_or_default();
    let facts = Facts::Number { wrong: public.payer.clone(), right: None };
    let finding = CHECK.finding(facts).risking((units, i64::try_from(claim.amount()).ok()));
    let finding = finding.help(Remedy::EnterIn { register: "clients", column: "payer" });
    if public.law() != ASSISTANCE {
        findings.push(finding);
    } else if !check_digit_fits(&public.payer) {
        // A number in use is known that fails, so it is only to be looked at.
        findings.push(finding.only(Severity::Confirm));
    }
}

/// Weights 2 1 from the right of what stands before the check digit, digits of each product added up.
fn check_digit_fits(payer: &str) -> bool {
    let digits: Option<Vec<u32>> = payer.chars().map(|sign| sign.to_digit(10)).collect();
    let Some((last, head)) = digits.as_deref().and_then(<[u32]>::split_last) else { return false };
    let products = head.iter().rev().zip([2, 1].into_iter().cycle()).map(|(digit, weight)| digit * weight);
    let sum: u32 = products.map(|product| product / 10 + product % 10).sum();
    (10 - sum % 10) % 10 == *last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, fee_claim, found, one};
    use crate::format::kokuhoren::fee::{FeeClaim, PublicPayer};

    fn with(payer: &str) -> Vec<Finding> {
        let public = PublicPayer { payer: payer.to_owned(), recipient: "1234567".to_owned() };
        let mut view = clean();
        let claim = FeeClaim { public: Some(public), ..fee_claim() };
        view.fee.as_mut().unwrap().claim = Some(one(claim));
        found(&CHECK, &view)
    }

    #[test]
    fn another_law_returns_the_claim_and_a_wrong_digit_is_looked_at() {
        let fits = (0..10).map(|last| format!("1213123{last}")).filter(|payer| with(payer).is_empty());
        assert_eq!(fits.collect::<Vec<_>>(), ["12131231"], "one digit fits");
        assert_eq!(with("12131234")[0].severity, Severity::Confirm);
        assert_eq!(with("81131231")[0].severity, Severity::Return);
        assert_eq!(found(&CHECK, &clean()), [], "no public payer");
    }
}
