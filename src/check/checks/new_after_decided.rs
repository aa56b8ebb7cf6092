//! The slip goes as 新規 though one of the month was decided already.
//!
//! It comes back, and what it was to correct stays wrong for another month. Remedy: send it as 修正, with every
//! line; where the earlier one was returned after all, enter that.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::slip::SlipAction;

pub(super) const CHECK: Check = Check {
    id: "new-after-decided",
    codes: &["ANNJ"],
    severity: Severity::Return,
    needs: &[Need::History, Need::Slip],
    source: "愛知県国保連 返戻事由コード ANNJ; 給付管理に関するQ&A",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(history) = view.history.filter(|_| view.action() == Some(SlipAction::New)) else { return };
    let Some(decided) = history.decided else { return };
    let facts =
        Facts::Action { action: SlipAction::New, last: history.last_result, window: Some(decided.window) };
    let finding = CHECK.finding(facts).risking(view.all_lines());
    findings.push(if history.is_assumed {
        finding.only(Severity::Confirm).help(Remedy::EnterResult)
    } else {
        finding.help(Remedy::SetAction(SlipAction::Replace))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, found, sent, with_history, with_slip};

    fn with(action: SlipAction, is_assumed: bool) -> ClientView<'static> {
        let mut view = clean();
        with_slip(&mut view).fate = SlipFate::Sends(action);
        let lines = view.slip.unwrap().lines;
        let history = with_history(&mut view);
        history.decided = Some(sent(SlipAction::New, "2026-11", lines));
        history.is_assumed = is_assumed;
        view
    }

    #[test]
    fn a_second_new_slip_comes_back() {
        let findings = found(&CHECK, &with(SlipAction::New, false));
        assert_eq!(findings[0].remedy, Remedy::SetAction(SlipAction::Replace));
        assert_eq!((findings[0].severity, findings[0].code), (Severity::Return, Some("ANNJ")));
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn a_correction_is_right_and_an_assumption_is_only_looked_at() {
        assert_eq!(found(&CHECK, &with(SlipAction::Replace, false)), []);
        let assumed = found(&CHECK, &with(SlipAction::New, true));
        assert_eq!((assumed[0].severity, &assumed[0].remedy), (Severity::Confirm, &Remedy::EnterResult));
    }
}
