//! The slip is cancelled (取消).
//!
//! With it the plan fee and the claims of every service office on it are withdrawn. For wrong units 修正 is the
//! right action; 取消 is for a wrong person, a wrong month, or another office in charge. Remedy: if it is not
//! meant, send 修正; if it is, tell the offices.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::ids::OfficeNumber;
use crate::domain::slip::SlipAction;
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    id: "cancel-takes-all",
    codes: &["過誤32"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "給付管理票の取消について (国保連合会); 過誤決定通知書",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if view.action() != Some(SlipAction::Cancel) {
        return;
    }
    let decided = view.history.and_then(|history| history.decided);
    let lines = view.slip.map_or(&[][..], |slip| slip.lines);
    let offices = lines.iter().map(|line| line.office);
    let offices: BTreeSet<OfficeNumber> =
        offices.chain(decided.iter().flat_map(|sent| &sent.lines).map(|line| line.office)).collect();
    let finding = CHECK.finding(Facts::Offices(offices.into_iter().collect()));
    findings.push(finding.risking(view.all_lines()).help(Remedy::SetAction(SlipAction::Replace)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{DAY, HELP, clean, found, leak, office, sent, with_history, with_slip};

    #[test]
    fn all_claims_fall_with_the_slip() {
        let mut view = clean();
        let lines = view.slip.unwrap().lines;
        with_history(&mut view).decided = Some(sent(SlipAction::New, "2026-11", lines));
        let slip = with_slip(&mut view);
        (slip.fate, slip.lines) = (SlipFate::Sends(SlipAction::Cancel), leak(lines[..1].to_vec()));
        let findings = found(&CHECK, &view);
        assert_eq!(findings[0].facts, Facts::Offices(vec![office(HELP), office(DAY)]));
        assert_eq!(findings[0].severity, Severity::Return);
        with_slip(&mut view).fate = SlipFate::Sends(SlipAction::Replace);
        assert_eq!(found(&CHECK, &view), []);
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
