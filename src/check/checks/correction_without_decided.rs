//! The slip goes as 修正 or 取消 though none of the month was ever decided: the first one was returned, or never
//! arrived.
//!
//! It comes back, and every service office stays held for another month. Remedy: send it as 新規.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::slip::SlipAction;

pub(super) const CHECK: Check = Check {
    id: "correction-without-decided",
    codes: &["ANN9"],
    severity: Severity::Return,
    needs: &[Need::History, Need::Slip],
    source: "宮城県国保連 よくある返戻の理由 N9; 給付管理票の取消について",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some((history, action)) = view.history.zip(view.action()) else { return };
    if action == SlipAction::New || history.decided.is_some() {
        return;
    }
    let window = history.pending.map(|sent| sent.window);
    let facts = Facts::Action { action, last: history.last_result, window };
    let finding = CHECK.finding(facts).risking(view.all_lines());
    findings.push(finding.help(Remedy::SetAction(SlipAction::New)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, found, sent, with_history, with_slip};
    use crate::domain::slip::SlipResult;

    #[test]
    fn there_has_to_be_something_to_correct() {
        for action in [SlipAction::Replace, SlipAction::Cancel] {
            let mut view = clean();
            with_slip(&mut view).fate = SlipFate::Sends(action);
            with_history(&mut view).last_result = Some(SlipResult::Returned);
            let findings = found(&CHECK, &view);
            assert_eq!(findings[0].remedy, Remedy::SetAction(SlipAction::New), "{action:?}");
            let lines = view.slip.unwrap().lines;
            with_history(&mut view).decided = Some(sent(SlipAction::New, "2026-11", lines));
            assert_eq!(found(&CHECK, &view), [], "{action:?}");
        }
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
