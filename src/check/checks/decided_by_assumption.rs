//! A 修正 or 取消 goes, and that the first slip was decided is only assumed: nobody entered what became of it.
//!
//! If it was returned, this one comes back too. Remedy: look into the 返戻（保留）一覧表 of the window and enter the
//! result.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::slip::SlipAction;

pub(super) const CHECK: Check = Check {
    id: "decided-by-assumption",
    codes: &["ANN9"],
    severity: Severity::Confirm,
    needs: &[Need::History, Need::Slip],
    source: "給付管理に関するQ&A; 宮城県国保連 よくある返戻の理由 N9",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some((history, action)) = view.history.zip(view.action()) else { return };
    let Some(decided) = history.decided.filter(|_| history.is_assumed) else { return };
    if action != SlipAction::New {
        let facts = Facts::Action { action, last: None, window: Some(decided.window) };
        findings.push(CHECK.finding(facts).risking(view.all_lines()).help(Remedy::EnterResult));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, found, sent, with_history, with_slip};

    #[test]
    fn a_correction_of_what_nobody_saw_decided_is_looked_at() {
        let mut view = clean();
        with_slip(&mut view).fate = SlipFate::Sends(SlipAction::Replace);
        let lines = view.slip.unwrap().lines;
        let history = with_history(&mut view);
        (history.decided, history.is_assumed) = (Some(sent(SlipAction::New, "2026-11", lines)), true);
        assert_eq!(found(&CHECK, &view)[0].remedy, Remedy::EnterResult);
        with_history(&mut view).is_assumed = false;
        assert_eq!(found(&CHECK, &view), [], "somebody saw it");
        with_history(&mut view).is_assumed = true;
        with_slip(&mut view).fate = SlipFate::Unchanged;
        assert_eq!(found(&CHECK, &view), [], "nothing is sent");
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
