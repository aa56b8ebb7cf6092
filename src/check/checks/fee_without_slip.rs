//! The plan fee is claimed, and no slip of the month goes with it or was decided.
//!
//! The claim for the fee comes back. Additions that are claimed alone need no slip. Remedy: send slip and fee
//! together.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity, SlipFate};
use crate::domain::slip::SlipAction;

pub(super) const CHECK: Check = Check {
    id: "fee-without-slip",
    codes: &["計画費D"],
    severity: Severity::Return,
    needs: &[Need::Fee, Need::Slip],
    source: "インタフェース仕様書 居宅介護支援事業所編, 返戻（保留）一覧表 事由D",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let fee = view.fee.filter(|fee| !fee.is_additions_only);
    let Some((claim, slip)) = fee.and_then(|fee| fee.claim).zip(view.slip) else { return };
    let is_decided = view.history.is_some_and(|history| history.decided.is_some());
    let (is_lost, remedy) = match slip.fate {
        SlipFate::Sends(SlipAction::Cancel) | SlipFate::Written(SlipAction::Cancel) => {
            (true, Remedy::SetAction(SlipAction::Replace))
        }
        SlipFate::Sends(_) => (slip.is_stuck && !is_decided, Remedy::SendLater),
        SlipFate::Written(_) | SlipFate::Unchanged => (false, Remedy::Nothing),
        SlipFate::HeldBack => (!is_decided, Remedy::SendLater),
        SlipFate::NotDue(_) => (!is_decided, Remedy::DropMonth),
    };
    if is_lost {
        let units = i64::try_from(claim.total_units()).unwrap_or_default();
        let yen = i64::try_from(claim.amount()).ok();
        findings.push(CHECK.finding(Facts::Plain).risking((units, yen)).help(remedy));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::NoSlip;
    use crate::check::fixture::{clean, found, sent, with_history, with_slip};

    fn with(fate: SlipFate, is_stuck: bool) -> ClientView<'static> {
        let mut view = clean();
        let slip = with_slip(&mut view);
        (slip.fate, slip.is_stuck) = (fate, is_stuck);
        view
    }

    #[test]
    fn a_fee_without_its_slip_comes_back() {
        let cases = [
            (SlipFate::HeldBack, false, Some(Remedy::SendLater)),
            (SlipFate::NotDue(NoSlip::Nothing), false, Some(Remedy::DropMonth)),
            (SlipFate::Sends(SlipAction::New), true, Some(Remedy::SendLater)),
            (SlipFate::Sends(SlipAction::Cancel), false, Some(Remedy::SetAction(SlipAction::Replace))),
            (SlipFate::Sends(SlipAction::New), false, None),
            (SlipFate::Written(SlipAction::New), true, None),
            (SlipFate::Unchanged, false, None),
        ];
        for (fate, is_stuck, expected) in cases {
            let findings = found(&CHECK, &with(fate, is_stuck));
            assert_eq!(findings.first().map(|finding| finding.remedy.clone()), expected, "{fate:?}");
            assert!(findings.iter().all(|own| (own.units, own.yen) == (1086, Some(11_772))));
        }
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn a_decided_slip_or_additions_alone_are_enough() {
        let mut decided = with(SlipFate::HeldBack, false);
        let lines = decided.slip.unwrap().lines;
        with_history(&mut decided).decided = Some(sent(SlipAction::New, "2026-11", lines));
        assert_eq!(found(&CHECK, &decided), []);
        let mut additions = with(SlipFate::HeldBack, false);
        additions.fee.as_mut().unwrap().is_additions_only = true;
        assert_eq!(found(&CHECK, &additions), []);
        let mut none = with(SlipFate::HeldBack, false);
        none.fee.as_mut().unwrap().claim = None;
        assert_eq!(found(&CHECK, &none), []);
    }
}
