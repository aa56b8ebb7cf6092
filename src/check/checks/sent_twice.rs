//! A slip of the month was written for this window already, and another one is going to be sent.
//!
//! If the first transmission is not cancelled, the second one comes back and the first stands. Remedy: cancel
//! the first one while the window is open, or wait and send 修正.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity, SlipFate};

pub(super) const CHECK: Check = Check {
    id: "sent-twice",
    codes: &["ANN0"],
    severity: Severity::Return,
    needs: &[Need::History, Need::Slip],
    source: "愛知県国保連 返戻事由コード ANN0; 佐賀県国保連 FAQ 送信の取消",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(SlipFate::Sends(action)) = view.slip.map(|slip| slip.fate) else { return };
    let Some(pending) = view.history.and_then(|history| history.pending) else { return };
    let facts = Facts::Action { action, last: None, window: Some(pending.window) };
    findings.push(CHECK.finding(facts).risking(view.all_lines()).help(Remedy::CancelTransmission));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, found, sent, with_history, with_slip};
    use crate::domain::slip::SlipAction;

    #[test]
    fn a_second_one_in_the_window_comes_back() {
        let mut view = clean();
        let lines = view.slip.unwrap().lines;
        with_history(&mut view).pending = Some(sent(SlipAction::New, "2026-11", lines));
        assert_eq!(found(&CHECK, &view)[0].remedy, Remedy::CancelTransmission);
        with_slip(&mut view).fate = SlipFate::Written(SlipAction::New);
        assert_eq!(found(&CHECK, &view), [], "the one that was written");
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
