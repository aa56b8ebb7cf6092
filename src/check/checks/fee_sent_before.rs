//! The plan fee of the month was claimed before.
//!
//! Twice in a window, or after the first claim was decided, the second one comes back. When slip and fee of the
//! earlier window were returned, claiming again is right. Remedy: cancel the first transmission; a paid fee is
//! taken back by 過誤 first, which the insurer does.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::slip::SlipResult;

pub(super) const CHECK: Check = Check {
    id: "fee-sent-before",
    codes: &["ANN4", "ANN2"],
    severity: Severity::Return,
    needs: &[Need::Fee, Need::History],
    source: "愛知県国保連 返戻事由コード ANN2, ANN4",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(claim) = view.fee.and_then(|fee| fee.claim) else { return };
    let Some(history) = view.history else { return };
    let Some(sent) = history.fee else { return };
    let units = i64::try_from(claim.total_units()).unwrap_or_default();
    let yen = i64::try_from(claim.amount()).ok();
    let finding = CHECK.finding(Facts::SentIn(sent.window)).risking((units, yen));
    let came_back = matches!(history.last_result, Some(SlipResult::Returned | SlipResult::NotReceived));
    if sent.window == view.window {
        findings.push(finding.coded("ANN2").help(Remedy::CancelTransmission));
    } else if sent.window < view.window && !came_back {
        findings.push(finding.help(Remedy::AskInsurer));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, found, sent_fee, with_history};

    fn with(window: &str, result: Option<SlipResult>) -> ClientView<'static> {
        let mut view = clean();
        view.window = crate::check::fixture::month("2026-12");
        let history = with_history(&mut view);
        (history.fee, history.last_result) = (Some(sent_fee(window)), result);
        view
    }

    #[test]
    fn a_second_claim_comes_back() {
        let same = found(&CHECK, &with("2026-12", None));
        assert_eq!((same[0].code, &same[0].remedy), (Some("ANN2"), &Remedy::CancelTransmission));
        let later = found(&CHECK, &with("2026-11", Some(SlipResult::Accepted)));
        assert_eq!((later[0].code, later[0].yen), (Some("ANN4"), Some(11_772)));
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn what_came_back_is_claimed_again() {
        assert_eq!(found(&CHECK, &with("2026-11", Some(SlipResult::Returned))), []);
        let mut none = with("2026-11", None);
        none.fee.as_mut().unwrap().claim = None;
        assert_eq!(found(&CHECK, &none), []);
    }
}
