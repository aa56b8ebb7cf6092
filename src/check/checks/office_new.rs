//! A service office is on the slip for the first time and not in the register of offices.
//!
//! Whether its number and kind are valid was never seen; if not, the whole slip comes back. Remedy: look the
//! office up and enter it.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "office-new",
    codes: &["ADD1", "ADD0"],
    severity: Severity::Confirm,
    needs: &[Need::ProviderRegister, Need::PreviousMonth, Need::Slip],
    source: "愛知県国保連 返戻事由コード ADD1, ADD0",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some((slip, previous)) = view.sent_slip().zip(view.previous()) else { return };
    for line in slip.lines {
        let pair = (line.office, line.kind);
        let was_accepted = previous.lines.iter().any(|sent| (sent.office, sent.kind) == pair);
        let own = view.pair(pair);
        let is_known = own.is_some_and(|own| own.register.is_some());
        if !was_accepted && !is_known {
            let worth = own.map_or((line.units, None), |own| own.worth(line.units));
            let remedy = Remedy::EnterIn { register: "providers", column: "verified" };
            findings.push(CHECK.finding(Facts::Plain).at(pair).risking(worth).help(remedy));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, key, leak, sent, with_history};
    use crate::domain::slip::SlipAction;

    fn with(is_known: bool, was_accepted: bool) -> Vec<Finding> {
        let mut view = clean();
        let mut pairs = view.pairs.to_vec();
        if !is_known {
            pairs[0].register = None;
        }
        view.pairs = leak(pairs);
        let lines = if was_accepted { view.slip.unwrap().lines } else { &view.slip.unwrap().lines[1..] };
        with_history(&mut view).previous = Some(sent(SlipAction::New, "2026-10", lines));
        found(&CHECK, &view)
    }

    #[test]
    fn an_office_that_nobody_knows_is_looked_at() {
        let findings = with(false, false);
        assert_eq!((findings.len(), findings[0].pair, findings[0].units), (1, Some(key(HELP, "11")), 1548));
        assert_eq!(with(true, false), []);
        assert_eq!(with(false, true), [], "accepted before");
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
