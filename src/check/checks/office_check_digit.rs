//! The check digit of an office number on the slip does not fit, and nobody has looked the number up.
//!
//! The whole slip comes back, and with it every service office of the client is held. A number under which the office
//! itself sends its actuals is hardly a slip of the pen. Remedy: correct the number everywhere, or say in the register that
//! it is right.

use crate::check::twins::twins;
use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};
use crate::domain::ids::OfficeNumber;

pub(super) const CHECK: Check = Check {
    id: "office-check-digit",
    codes: &["ADD0"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "事業所番号の検証番号; 愛知県国保連 返戻事由コード ADD0",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(slip) = view.sent_slip() else { return };
    let is_wrong = |office: &OfficeNumber| office.check_digit_fits() == Some(false);
    for office in slip.office.iter().filter(|office| is_wrong(office)) {
        // Every file of the own office and to it has this number.
        findings.push(finding(view, *office, None).only(Severity::Confirm));
    }
    let twins = twins(view);
    for line in slip.lines.iter().filter(|line| is_wrong(&line.office)) {
        let pair = (line.office, line.kind);
        let is_verified =
            view.pair(pair).and_then(|own| own.register).is_some_and(|register| register.is_verified);
        if !is_verified {
            // Somebody who did the same under another number may be the same office.
            let twin = twins.iter().find(|twin| twin.planned.key() == pair).map(|twin| twin.done.provider);
            let right = twin.filter(|office| *office != line.office && !is_wrong(office));
            let finding = finding(view, line.office, right).at(pair);
            let is_used = view.pair(pair).is_some_and(|own| own.has_arrived && !own.actual.is_empty());
            findings.push(if is_used { finding.only(Severity::Confirm) } else { finding });
        }
    }
}

fn finding(view: &ClientView<'_>, office: OfficeNumber, right: Option<OfficeNumber>) -> Finding {
    let (wrong, right) = (office.to_string(), right.map(|office| office.to_string()));
    let facts = Facts::Number { wrong: wrong.clone(), right: right.clone() };
    CHECK.finding(facts).risking(view.all_lines()).help(Remedy::FixNumber { wrong, right })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::ProviderView;
    use crate::check::fixture::{HELP, OWN, clean, found, key, line, of, office, pair, rows, with_slip};

    const WRONG: &str = "1379900029";

    #[test]
    fn a_wrong_number_on_the_slip_returns_it() {
        let help = || rows(WRONG, "111211", [5, 12], 387);
        let lines = vec![line(WRONG, "11", 774)];
        let silent = pair(WRONG, "11", help(), Vec::new());
        let findings = found(&CHECK, &of(vec![silent], lines.clone()));
        assert_eq!((findings[0].pair, findings[0].units), (Some(key(WRONG, "11")), 774));
        assert_eq!(findings[0].severity, Severity::Return);
        let mut own = pair(WRONG, "11", help(), help());
        let findings = found(&CHECK, &of(vec![own], lines.clone()));
        assert_eq!(findings[0].severity, Severity::Confirm, "it sends under this number itself");
        own.register = Some(ProviderView { is_verified: true });
        assert_eq!(found(&CHECK, &of(vec![own], lines)), [], "looked up");
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn the_number_that_did_the_same_is_proposed() {
        let planned = pair(WRONG, "11", rows(WRONG, "111211", [5, 12], 387), Vec::new());
        let done = pair(HELP, "11", Vec::new(), rows(HELP, "111211", [5, 12], 387));
        let findings = found(&CHECK, &of(vec![planned, done], vec![line(WRONG, "11", 774)]));
        let (wrong, right) = (WRONG.to_owned(), Some(HELP.to_owned()));
        assert_eq!(findings[0].remedy, Remedy::FixNumber { wrong, right });
    }

    #[test]
    fn the_own_number_counts_and_letters_are_not_checked() {
        let mut view = clean();
        with_slip(&mut view).office = Some(office("1379900011"));
        assert_eq!(found(&CHECK, &view).len(), 1);
        with_slip(&mut view).office = Some(office(OWN));
        assert_eq!(found(&CHECK, &view), []);
        let programme = of(Vec::new(), vec![line("13A9900011", "A2", 100)]);
        assert_eq!(found(&CHECK, &programme), []);
    }
}
