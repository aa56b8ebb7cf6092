//! The decided slip has fewer units of an office than the one that goes as 修正 now.
//!
//! Its claim was cut when the first one was decided. It must not claim again: the 修正 restores the units by
//! itself, and a second claim comes back. Remedy: tell the office to wait.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::slip::SlipAction;

pub(super) const CHECK: Check = Check {
    id: "correction-due",
    codes: &["ANNM"],
    severity: Severity::Confirm,
    needs: &[Need::History, Need::Slip],
    source: "愛知県国保連 返戻事由コード ANNM; 佐賀県国保連 FAQ; 京都府国保連 再審査決定",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let decided = view.history.and_then(|history| history.decided);
    let Some(decided) = decided.filter(|_| view.action() == Some(SlipAction::Replace)) else { return };
    for line in view.slip.iter().flat_map(|slip| slip.lines) {
        let pair = (line.office, line.kind);
        let sent = decided.lines.iter().find(|sent| (sent.office, sent.kind) == pair);
        let before = sent.map_or(0, |sent| i64::from(sent.units));
        if line.units > before {
            let worth =
                view.pair(pair).map_or((line.units - before, None), |own| own.worth(line.units - before));
            let finding = CHECK.finding(Facts::Claimed { claimed: line.units, slip: before });
            findings.push(finding.at(pair).risking(worth).help(Remedy::TellToWait(line.office)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{DAY, HELP, clean, found, key, line, sent, with_history, with_slip};

    #[test]
    fn an_office_whose_units_are_restored_waits() {
        let mut view = clean();
        with_slip(&mut view).fate = SlipFate::Sends(SlipAction::Replace);
        let before = [line(HELP, "11", 1548), line(DAY, "15", 4606)];
        with_history(&mut view).decided = Some(sent(SlipAction::New, "2026-11", &before));
        let findings = found(&CHECK, &view);
        assert_eq!((findings.len(), findings[0].pair), (1, Some(key(DAY, "15"))));
        assert_eq!((findings[0].units, findings[0].yen), (658, Some(7040)));
        let all = [line(HELP, "11", 1548), line(DAY, "15", 5264)];
        with_history(&mut view).decided = Some(sent(SlipAction::New, "2026-11", &all));
        assert_eq!(found(&CHECK, &view), [], "just as many");
        with_history(&mut view).decided = Some(sent(SlipAction::New, "2026-11", &before));
        with_slip(&mut view).fate = SlipFate::Sends(SlipAction::New);
        assert_eq!(found(&CHECK, &view), [], "no correction");
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
