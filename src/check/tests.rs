//! What holds for every check.

use super::fixture::{clean, found};
use super::{CHECKS, Need, Severity, UNCHECKED, by_id, check};
use crate::format::kokuhoren::return_codes::{Outcome, Predictor, ReturnCode, lookup};
use std::collections::BTreeSet;

#[test]
fn ids_are_unique_and_kebab_case() {
    let ids: BTreeSet<&str> = CHECKS.iter().map(|check| check.id).collect();
    assert_eq!(ids.len(), CHECKS.len());
    for check in CHECKS {
        let is_kebab = check.id.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(is_kebab, "{}", check.id);
        assert_eq!(by_id(check.id).map(|found| found.id), Some(check.id));
        assert!(!check.source.is_empty(), "{}", check.id);
    }
    assert!(by_id("no-such-check").is_none());
}

#[test]
fn every_code_is_in_the_table_and_as_bad_as_the_check_says() {
    for check in CHECKS {
        for code in check.codes {
            let entry = lookup(code).unwrap_or_else(|| panic!("{}: {code}", check.id));
            assert_eq!(entry.code, *code, "{}: as the table writes it", check.id);
            assert!(entry.predictors().next().is_some(), "{}: nobody can foresee {code}", check.id);
        }
        let worst = check.codes.iter().filter_map(|code| lookup(code)).map(|entry| match entry.outcome {
            Outcome::Returned | Outcome::Refused => Severity::Return,
            Outcome::Held | Outcome::HeldOrReturned => Severity::Hold,
            Outcome::Cut => Severity::Cut,
        });
        let worst = worst.max();
        assert!(worst.is_none_or(|worst| check.severity <= worst), "{}: no code is that bad", check.id);
    }
}

#[test]
fn a_clean_month_comes_through() {
    let checked = check(&clean());
    assert_eq!(checked.findings, [], "nothing at all, not even something to confirm");
    assert_eq!(checked.not_checked, [], "and everything was looked at");
}

#[test]
fn no_check_runs_without_what_it_needs_and_each_need_is_told_once() {
    let mut view = clean();
    view.person.is_applying = true;
    view.history = None;
    view.person.limit = None;
    view.register = None;
    let checked = check(&view);
    let needs: Vec<Need> = checked.not_checked.iter().map(|(need, _)| *need).collect();
    assert_eq!(needs, [Need::Level, Need::History, Need::PreviousMonth, Need::ClientRegister]);
    for (need, ids) in &checked.not_checked {
        assert!(ids.iter().all(|id| by_id(id).unwrap().needs.contains(need)), "{need:?}: {ids:?}");
    }
    assert_eq!(checked.findings.len(), 1, "the others are run nevertheless");
}

#[test]
fn findings_name_their_check_and_are_never_worse_than_it() {
    let mut view = clean();
    view.person.is_applying = true;
    view.slip.as_mut().unwrap().limit = Some(1);
    view.unread.actual = 1;
    let checked = check(&view);
    assert!(checked.findings.len() >= 2);
    assert!(checked.findings.is_sorted_by(|a, b| a.severity >= b.severity), "the worst first");
    for finding in &checked.findings {
        let own = by_id(finding.check).unwrap();
        assert!(finding.severity <= own.severity);
        assert!(finding.code.is_none_or(|code| own.codes.contains(&code)), "{finding:?}");
    }
}

#[test]
fn nothing_is_said_of_a_client_without_anything() {
    let mut view = clean();
    (view.pairs, view.slip, view.sheet, view.fee, view.register) = (&[], None, None, None, None);
    for check in CHECKS {
        assert_eq!(found(check, &view), [], "{}", check.id);
    }
}

#[test]
fn needs_have_names_and_are_all_used() {
    let names: BTreeSet<&str> = Need::ALL.iter().map(|need| need.name()).collect();
    assert_eq!(names.len(), Need::ALL.len());
    for need in Need::ALL {
        assert!(CHECKS.iter().any(|check| check.needs.contains(need)), "{need:?}");
    }
}

#[test]
fn severities_are_ordered_by_consequence() {
    assert!(Severity::ALL.is_sorted());
    let names: Vec<&str> = Severity::ALL.iter().map(|severity| severity.name()).collect();
    assert_eq!(names, ["confirm", "cut", "hold", "return"]);
}

#[test]
fn every_code_that_can_be_foreseen_has_a_check_or_a_reason() {
    let is_foreseeable =
        |code: &&ReturnCode| code.predictors().any(|predictor| predictor != Predictor::NoticeFiles);
    for code in ReturnCode::ALL.iter().filter(is_foreseeable) {
        let is_checked = CHECKS.iter().any(|check| check.codes.contains(&code.code));
        let reason = UNCHECKED.iter().find(|(of, _)| *of == code.code);
        assert!(is_checked != reason.is_some(), "{}: {is_checked} {reason:?}", code.code);
    }
    assert!(UNCHECKED.iter().all(|(code, _)| lookup(code).is_some()));
}
