//! Birth date or sex of 利用者補足情報 is not that of the register.
//!
//! One of the two is not what the insurer has, so slip, plan fee and claims may come back. Remedy: compare with
//! the certificate, then ask the insurer.

use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "person-differs",
    codes: &["12QT"],
    severity: Severity::Return,
    needs: &[Need::ClientRegister, Need::Slip],
    source: "宮城県国保連 よくある返戻の理由 QT",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(entry) = view.register.filter(|_| view.sent_slip().is_some()) else { return };
    let dates = view.person.birth_date.zip(entry.birth_date).filter(|(one, other)| one != other);
    let sexes = view.person.sex.zip(entry.sex).filter(|(one, other)| one != other);
    let facts = [dates.map(|(one, other)| Facts::BirthDates(one, other)), sexes.map(|_| Facts::Sexes)];
    for facts in facts.into_iter().flatten() {
        findings.push(CHECK.finding(facts).risking(view.all_lines()).help(Remedy::AskInsurer));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{clean, day, found, with_register};
    use crate::domain::slip::Sex;

    #[test]
    fn another_birth_date_or_sex_returns_the_slip() {
        let mut view = clean();
        with_register(&mut view).birth_date = Some(day("1940-01-02"));
        let expected = Facts::BirthDates(day("1940-01-01"), day("1940-01-02"));
        assert_eq!(found(&CHECK, &view)[0].facts, expected);
        with_register(&mut view).sex = Some(Sex::Male);
        assert_eq!(found(&CHECK, &view).len(), 2);
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn what_only_one_side_knows_does_not_differ() {
        let mut view = clean();
        (view.person.birth_date, view.person.sex) = (None, None);
        assert_eq!(found(&CHECK, &view), []);
        let mut view = clean();
        (with_register(&mut view).birth_date, with_register(&mut view).sex) = (None, None);
        assert_eq!(found(&CHECK, &view), []);
    }
}
