//! Plans by corporation over a judging period.

use crate::app::own::fixture::{Office, day, month, provider};
use crate::app::workload::concentration::*;
use crate::benefit::fee::ValidReason;
use crate::benefit::rates::FeeType;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use std::collections::BTreeMap;

type Plan = Vec<(OfficeNumber, ServiceKind)>;

fn kind(text: &str) -> ServiceKind {
    ServiceKind::parse(text).unwrap()
}

/// Two offices of one corporation, one of another, one without.
fn office() -> Office {
    let mut office = Office::new("2026-07", FeeType::One);
    office.enter_provider("1370000011", Some("さくら会"));
    office.enter_provider("1370000029", Some(" さくら会 "));
    office.enter_provider("1370000037", Some("うめ会"));
    office.enter_provider("1370000045", Some(" "));
    office
}

fn plan(named: &[(&str, &str)]) -> Plan {
    named.iter().map(|(office, of)| (provider(office), kind(of))).collect()
}

fn counted(plans: &[Plan]) -> PlanCounts {
    count(month("2026-07"), plans.iter().map(Vec::as_slice), &office().registers).unwrap()
}

/// A month in which so many of all plans name a kind of the corporation of most.
fn with_share(of: &str, top: usize, all: usize) -> PlanCounts {
    let mut plans = vec![plan(&[("1370000011", of)]); top];
    plans.extend(vec![plan(&[("1370000037", of)]); all - top]);
    counted(&plans)
}

fn judged(months: &[(&str, PlanCounts)]) -> Concentration {
    let counts = months.iter().map(|(at, counts)| (month(at), counts.clone())).collect();
    judge(month("2026-07"), &counts, &BTreeMap::new()).unwrap()
}

#[test]
fn worked_examples_of_shares() {
    for (top, all, percent, is_over) in
        [(82, 102, 8_039, true), (80, 100, 8_000, false), (81, 101, 8_019, true)]
    {
        let found = judged(&[("2026-07", with_share("11", top, all))]);
        let share = found.kinds[0].share;
        assert_eq!((share.percent_x100, share.is_over, share.is_near), (percent, is_over, true));
        assert_eq!(found.over().len(), usize::from(is_over));
    }
}

#[test]
fn a_plan_counts_once_for_a_corporation_and_offices_without_one_stand_alone() {
    let found = counted(&[
        plan(&[("1370000011", "11"), ("1370000029", "11"), ("1370000011", "11")]),
        plan(&[("1370000029", "11"), ("1370000037", "11"), ("1370000037", "21")]),
        plan(&[("1370000045", "11")]),
        plan(&[("1379999999", "17")]),
        plan(&[]),
    ]);
    assert_eq!(found.plans, 5);
    let home_help = &found.kinds[&vec![kind("11")]];
    let named = |name: &str| home_help.of[&Corporation::Named(name.to_owned())];
    assert_eq!((home_help.plans, named("さくら会"), named("うめ会")), (3, 2, 1));
    assert_eq!(home_help.top(), Some((&Corporation::Named("さくら会".to_owned()), 2)));
    assert!(!found.kinds.contains_key(&vec![kind("21")]), "not judged");
    let concentration = judged(&[("2026-07", found)]);
    assert_eq!(concentration.unknown, [provider("1370000045"), provider("1379999999")]);
}

#[test]
fn months_of_the_period_are_added_up_and_the_others_told_missing() {
    let found = judged(&[
        ("2026-02", with_share("11", 100, 100)),
        ("2026-03", with_share("11", 30, 60)),
        ("2026-08", with_share("11", 50, 60)),
        ("2026-09", with_share("11", 100, 100)),
    ]);
    assert_eq!(found.months, [month("2026-03"), month("2026-08")]);
    assert_eq!(found.missing.len(), 4);
    assert_eq!((found.kinds[0].plans.of_top, found.kinds[0].plans.all), (80, 120));
    assert_eq!((found.file_by, found.period.reduced_from), (day("2026-09-15"), month("2026-10")));
    assert_eq!(found.verdict(), Verdict::NotOver);
    let late = judge(month("2026-12"), &BTreeMap::new(), &BTreeMap::new()).unwrap();
    assert_eq!((late.file_by, late.missing.len()), (day("2027-03-15"), 6));
    assert!(late.kinds.is_empty());
}

#[test]
fn two_kinds_may_be_counted_together() {
    let mut plans = vec![plan(&[("1370000011", "15")]); 36];
    plans.extend(vec![plan(&[("1370000037", "15")]); 4]);
    plans.extend(vec![plan(&[("1370000011", "78")]); 8]);
    plans.extend(vec![plan(&[("1370000037", "78")]); 17]);
    let found = judged(&[("2026-07", counted(&plans))]);
    let share = |kinds: &[&str]| {
        let kinds: Vec<_> = kinds.iter().map(|of| kind(of)).collect();
        found.kinds.iter().find(|share| share.kinds == kinds).unwrap().share
    };
    assert!(share(&["15"]).is_over);
    assert_eq!((share(&["15", "78"]).percent_x100, share(&["15", "78"]).is_over), (6_769, false));
    assert_eq!(found.verdict(), Verdict::NotOver);
    let both = counted(&[plan(&[("1370000011", "15"), ("1370000011", "78")])]);
    assert_eq!(both.kinds[&vec![kind("15"), kind("78")]].plans, 1, "one plan");
}

#[test]
fn numbers_may_give_a_reason() {
    let small = judged(&[("2026-07", with_share("17", 9, 10))]);
    assert_eq!(small.verdict(), Verdict::Reasoned);
    assert_eq!(small.kinds[0].reasons, [ValidReason::SmallOffice, ValidReason::SmallKind]);
    assert!(!small.kinds[0].is_area_known);
    let counts = BTreeMap::from([(month("2026-07"), with_share("11", 90, 100))]);
    let verdict = |in_area: u32| {
        let area = BTreeMap::from([(vec![kind("11")], in_area)]);
        judge(month("2026-07"), &counts, &area).unwrap().verdict()
    };
    assert_eq!((verdict(5), verdict(4)), (Verdict::Over, Verdict::Reasoned));
    assert_eq!(judged(&[("2026-07", with_share("11", 75, 100))]).warnings().count(), 1);
    assert_eq!(judged(&[("2026-07", with_share("11", 74, 100))]).warnings().count(), 0);
}
