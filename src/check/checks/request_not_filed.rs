//! 居宅サービス計画作成依頼届出書 was filed after the month, or nobody entered when.
//!
//! Then the insurer has another support office registered, or none: slip and plan fee come back, and every
//! service office is held. Remedy: file it and send the month after; where it was filed, enter the day.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "request-not-filed",
    codes: &["12P4"],
    severity: Severity::Return,
    needs: &[Need::ClientRegister, Need::Slip],
    source: "茨城県国保連 Q&A; 愛知県国保連 返戻事由コード 12P4",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let filed_on = view.register.and_then(|entry| entry.filed_on);
    let Some(last_day) = view.last_day().filter(|_| view.sent_slip().is_some()) else { return };
    match filed_on {
        Some(filed_on) if filed_on > last_day => {
            let finding = CHECK.finding(Facts::Date(filed_on)).risking(view.all_lines());
            findings.push(finding.help(Remedy::HoldBack));
        }
        Some(_) => {}
        // Nobody files one for people on public assistance only (H numbers).
        None if view.client.insured.is_public_assistance() => {}
        None => {
            let remedy = Remedy::EnterIn { register: "clients", column: "filed_on" };
            let finding = CHECK.finding(Facts::Plain).risking(view.all_lines());
            findings.push(finding.only(Severity::Confirm).help(remedy));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, client, date, found, with_register};

    #[test]
    fn the_last_day_of_the_month_is_in_time() {
        let with = |filed_on: Option<&str>| {
            let mut view = clean();
            with_register(&mut view).filed_on = filed_on.map(date);
            found(&CHECK, &view)
        };
        assert_eq!(with(Some("2026-10-31")), []);
        let late = with(Some("2026-11-01"));
        assert_eq!((late[0].severity, &late[0].remedy), (Severity::Return, &Remedy::HoldBack));
        assert_eq!(with(None)[0].severity, Severity::Confirm);
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn people_on_public_assistance_only_have_none() {
        let mut view = clean();
        view.client = client("131011", "H000000001");
        with_register(&mut view).filed_on = None;
        assert_eq!(found(&CHECK, &view), []);
    }
}
