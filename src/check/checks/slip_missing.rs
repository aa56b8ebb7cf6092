//! Services inside the limit were used, and no slip goes to 国保連 in this window.
//!
//! Without a slip the claims of every service office of the client are held, later returned, and the plan fee
//! comes back. Remedy: send the slip, or adopt what was done so that it stands on one; where the number is mistaken, have it
//! corrected.

use crate::check::{Check, ClientView, Facts, Finding, Need, NoSlip, Remedy, Severity, SlipFate, SlipGap};
use crate::domain::ids::ClientKey;

pub(super) const CHECK: Check = Check {
    id: "slip-missing",
    codes: &["保留", "計画費D"],
    severity: Severity::Hold,
    needs: &[Need::Slip],
    source: "インタフェース仕様書 サービス事業所編 平成26年11月, 返戻（保留）一覧表 事由C; 給付管理票の突合",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let is_decided = view.history.is_some_and(|history| history.decided.is_some());
    let (units, yen) = view.all_done();
    let Some(gap) = gap(view).filter(|_| units > 0 && !is_decided) else { return };
    let adding = || view.differences.iter().filter(|own| own.difference.units_delta > 0);
    let open: Vec<String> =
        adding().filter(|own| !own.is_final()).map(|own| own.difference.id.clone()).collect();
    let planned = view.other_keys.iter().find(|other| other.has_plan);
    let finding = CHECK.finding(Facts::NoSlip(gap)).risking((units, yen)).about(open.clone());
    findings.push(match gap {
        SlipGap::HeldBack => finding.help(Remedy::SendNow),
        // Another number was planned for what was done here, so this one is probably mistaken.
        SlipGap::NothingOnIt if planned.is_some() => {
            let number = |client: &ClientKey| format!("{} {}", client.insurer, client.insured);
            let (wrong, right) = (number(&view.client), planned.map(|other| number(&other.client)));
            finding.help(Remedy::FixNumber { wrong, right })
        }
        SlipGap::NothingOnIt if !open.is_empty() => finding.help(Remedy::Adopt(open)),
        // A person refused everything that was done: the service offices should not claim it.
        SlipGap::NothingOnIt if adding().next().is_some() => finding.only(Severity::Confirm),
        SlipGap::NothingOnIt => finding.help(Remedy::RaisePlan(units)),
    });
}

fn gap(view: &ClientView<'_>) -> Option<SlipGap> {
    match view.slip?.fate {
        SlipFate::HeldBack => Some(SlipGap::HeldBack),
        SlipFate::NotDue(NoSlip::Nothing) => Some(SlipGap::NothingOnIt),
        SlipFate::Sends(_) | SlipFate::Written(_) | SlipFate::Unchanged | SlipFate::NotDue(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::OtherKey;
    use crate::check::fixture::{
        HELP, clean, client, difference, found, leak, sent, with_history, with_slip,
    };
    use crate::domain::decision::Verdict;
    use crate::domain::slip::SlipAction;

    fn with_fate(fate: SlipFate) -> ClientView<'static> {
        let mut view = clean();
        with_slip(&mut view).fate = fate;
        view
    }

    #[test]
    fn a_slip_that_is_held_back_holds_everybody() {
        let findings = found(&CHECK, &with_fate(SlipFate::HeldBack));
        assert_eq!((findings.len(), findings[0].severity, findings[0].units), (1, Severity::Hold, 6812));
        assert_eq!(findings[0].yen, Some(16_563 + 56_324));
        assert_eq!(findings[0].remedy, Remedy::SendNow);
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn what_was_done_without_a_plan_has_no_slip() {
        let mut view = with_fate(SlipFate::NotDue(NoSlip::Nothing));
        view.differences = leak(vec![difference("a", (HELP, "11"), 387, None)]);
        let findings = found(&CHECK, &view);
        assert_eq!(findings[0].remedy, Remedy::Adopt(vec!["a".to_owned()]));
        view.differences = leak(vec![difference("a", (HELP, "11"), 387, Some(Verdict::Keep))]);
        assert_eq!(found(&CHECK, &view)[0].severity, Severity::Confirm, "refused");
    }

    #[test]
    fn what_another_number_was_planned_for_is_a_mistaken_number() {
        let mut view = with_fate(SlipFate::NotDue(NoSlip::Nothing));
        view.differences = leak(vec![difference("a", (HELP, "11"), 387, None)]);
        let planned = client("131011", "0000000077");
        view.other_keys = leak(vec![OtherKey { client: planned, has_plan: true, has_actual: false }]);
        let findings = found(&CHECK, &view);
        let (wrong, right) = ("131011 0000000001".to_owned(), Some("131011 0000000077".to_owned()));
        assert_eq!(
            (findings[0].severity, &findings[0].remedy),
            (Severity::Hold, &Remedy::FixNumber { wrong, right })
        );
    }

    #[test]
    fn nothing_is_missing_where_another_files_or_one_was_decided() {
        assert_eq!(found(&CHECK, &with_fate(SlipFate::NotDue(NoSlip::Entrusted))), []);
        let mut view = with_fate(SlipFate::HeldBack);
        with_history(&mut view).decided = Some(sent(SlipAction::New, "2026-11", view.slip.unwrap().lines));
        assert_eq!(found(&CHECK, &view), []);
        let mut unused = with_fate(SlipFate::HeldBack);
        unused.pairs = &[];
        assert_eq!(found(&CHECK, &unused), []);
    }
}
