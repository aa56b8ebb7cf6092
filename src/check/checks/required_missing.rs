//! An item that the record cannot be without is not known: birth date, sex, level, limit period,
//! own office.
//!
//! A slip with it empty comes back, and without it none can be written, so every service office of the client
//! is held. Remedy: enter it.

use crate::check::{Check, ClientView, Facts, Finding, Item, Need, Remedy, Severity, SlipView};

pub(super) const CHECK: Check = Check {
    id: "required-missing",
    codes: &["ABB0"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "インタフェース仕様書 居宅介護支援事業所編, 給付管理票情報; 愛知県国保連 返戻事由コード ABB0",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(slip) = view.sent_slip() else { return };
    for item in missing(view, slip) {
        let enter = |register, column| Remedy::EnterIn { register, column };
        let remedy = match item {
            Item::BirthDate => enter("clients", "birth_date"),
            Item::Sex => enter("clients", "sex"),
            _ => Remedy::FixSupplement,
        };
        findings.push(CHECK.finding(Facts::Missing(item)).risking(view.all_lines()).help(remedy));
    }
}

fn missing(view: &ClientView<'_>, slip: &SlipView<'_>) -> Vec<Item> {
    let (from, to) = view.person.limit_span;
    let items = [
        (Item::Office, slip.office.is_none()),
        (Item::Level, slip.level.is_none()),
        (Item::BirthDate, slip.birth_date.is_none()),
        (Item::Sex, slip.sex.is_none()),
        // Without a level there is no period to speak of.
        (Item::LimitFrom, slip.level.is_some() && from.is_none()),
        (Item::LimitTo, slip.level.is_some() && to.is_none() && !slip.is_open_ended),
    ];
    items.into_iter().filter(|(_, is_missing)| *is_missing).map(|(item, _)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::SlipFate;
    use crate::check::fixture::{clean, found, with_slip};

    fn items(view: &ClientView<'_>) -> Vec<Item> {
        let item = |finding: Finding| match finding.facts {
            Facts::Missing(item) => item,
            other => panic!("{other:?}"),
        };
        found(&CHECK, view).into_iter().map(item).collect()
    }

    #[test]
    fn every_item_is_missed() {
        let mut view = clean();
        view.person.limit_span = (None, None);
        let slip = with_slip(&mut view);
        (slip.office, slip.birth_date, slip.sex) = (None, None, None);
        let expected = [Item::Office, Item::BirthDate, Item::Sex, Item::LimitFrom, Item::LimitTo];
        assert_eq!(items(&view), expected);
        with_slip(&mut view).level = None;
        assert!(items(&view).contains(&Item::Level) && !items(&view).contains(&Item::LimitTo));
        assert_eq!(items(&clean()), []);
    }

    #[test]
    fn what_may_be_empty_is_not_missed() {
        let mut view = clean();
        view.person.limit_span.1 = None;
        let slip = with_slip(&mut view);
        slip.is_open_ended = true;
        assert_eq!(items(&view), []);
        let mut held = clean();
        with_slip(&mut held).sex = None;
        with_slip(&mut held).fate = SlipFate::HeldBack;
        assert_eq!(items(&held), []);
    }
}
