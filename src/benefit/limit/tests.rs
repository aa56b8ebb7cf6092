//! Insurers, own limits, days without a level.

use super::*;

fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn insurer(text: &str) -> InsurerNumber {
    InsurerNumber::parse(text).unwrap()
}

fn span(of: &str, level: CareLevel, from: &str, to: Option<&str>) -> LevelSpan {
    LevelSpan { insurer: insurer(of), level, from: date(from), to: to.map(date) }
}

fn person(levels: &[LevelSpan]) -> PersonMonth {
    PersonMonth {
        month: ServiceMonth::parse("2026-07").unwrap(),
        levels: levels.to_vec(),
        own_limits: Vec::new(),
        is_multifunctional_all_month: false,
    }
}

fn limits(person: &PersonMonth, policy: &Policy) -> Vec<MonthLimit> {
    month_limits(person, policy, Rates::built_in()).unwrap()
}

#[test]
fn every_insurer_of_the_month_has_the_full_limit() {
    let moved = person(&[
        span("131037", CareLevel::Care2, "2026-07-16", None),
        span("131016", CareLevel::Care2, "2026-01-01", Some("2026-07-15")),
    ]);
    let found = limits(&moved, &Policy::default());
    let facts: Vec<_> =
        found.iter().map(|limit| (limit.insurer.to_string(), limit.units, limit.month_end_level)).collect();
    let expected =
        [("131016".to_owned(), 19_705, None), ("131037".to_owned(), 19_705, Some(CareLevel::Care2))];
    assert_eq!(facts, expected);
    assert!(found.iter().all(|limit| limit.notes == [LimitNote::SeveralInsurers]));
    assert_eq!(fee_insurers(&found, &Policy::default()).len(), 2);
    let month_end = Policy { fee_insurer: FeeInsurer::MonthEnd, ..Policy::default() };
    assert_eq!(fee_insurers(&found, &month_end), [insurer("131037")]);
}

#[test]
fn the_limit_of_the_person_stands_before_the_table() {
    let mut target = person(&[span("131016", CareLevel::ProgramTarget, "2026-04-01", None)]);
    assert_eq!(limits(&target, &Policy::default())[0].units, 5_032);
    target.own_limits = vec![(insurer("131016"), 10_531)];
    let found = &limits(&target, &Policy::default())[0];
    assert_eq!((found.units, found.maker), (10_531, Maker::PreventionManagement));
    assert_eq!(found.notes, [LimitNote::OwnLimitDiffers(5_032)]);
    target.own_limits = vec![(insurer("131016"), 5_032), (insurer("131037"), 1)];
    assert_eq!(limits(&target, &Policy::default())[0].notes, []);
}

#[test]
fn days_without_a_level_are_told() {
    let gaps = person(&[
        span("131016", CareLevel::Care1, "2026-07-03", Some("2026-07-10")),
        span("131016", CareLevel::Care3, "2026-07-21", Some("2026-07-30")),
    ]);
    let found = &limits(&gaps, &Policy::default())[0];
    assert_eq!((found.level, found.month_end_level), (CareLevel::Care3, None));
    assert_eq!(
        found.notes,
        [
            LimitNote::LevelChanged(vec![CareLevel::Care1, CareLevel::Care3]),
            LimitNote::NoLevel(1, 2),
            LimitNote::NoLevel(11, 20),
            LimitNote::NoLevel(31, 31)
        ]
    );
    assert!(fee_insurers(std::slice::from_ref(found), &Policy::default()).len() == 1);
}

#[test]
fn a_month_without_any_level_or_before_the_table_has_no_limit() {
    let mut old = person(&[span("131016", CareLevel::Care1, "2026-08-01", None)]);
    let fault =
        |person: &PersonMonth| month_limits(person, &Policy::default(), Rates::built_in()).unwrap_err();
    assert_eq!(fault(&old), LimitFault::NoLevel(old.month));
    old.month = ServiceMonth::parse("2019-09").unwrap();
    old.levels = vec![span("131016", CareLevel::Care1, "2019-01-01", None)];
    assert!(matches!(fault(&old), LimitFault::NotKnown(_)));
}

#[test]
fn the_lighter_of_the_two_lightest_is_a_setting() {
    let both = person(&[
        span("131016", CareLevel::Support1, "2026-07-01", Some("2026-07-15")),
        span("131016", CareLevel::ProgramTarget, "2026-07-16", None),
    ]);
    assert_eq!(limits(&both, &Policy::default())[0].level, CareLevel::Support1);
    let policy = Policy { lightest: LightestLevel::Support1, ..Policy::default() };
    assert_eq!(limits(&both, &policy)[0].level, CareLevel::ProgramTarget);
    let heavier =
        person(&[both.levels[0], span("131016", CareLevel::Support2, "2026-07-20", Some("2026-07-20"))]);
    assert_eq!(limits(&heavier, &policy)[0].level, CareLevel::Support2);
}

#[test]
fn a_whole_month_of_multifunctional_care_is_theirs_and_a_change_of_group_is_told() {
    let mut changed = person(&[
        span("131016", CareLevel::Support2, "2026-07-01", Some("2026-07-19")),
        span("131016", CareLevel::Care1, "2026-07-20", None),
    ]);
    let found = &limits(&changed, &Policy::default())[0];
    assert_eq!((found.maker, &found.notes[0]), (Maker::CareSupport, &LimitNote::GroupChanged));
    changed.is_multifunctional_all_month = true;
    assert_eq!(limits(&changed, &Policy::default())[0].maker, Maker::Multifunctional);
}

#[test]
fn a_visit_across_midnight_belongs_to_the_month_in_which_it_starts() {
    assert_eq!(month_of_visit(date("2026-07-31")), ServiceMonth::parse("2026-07"));
}
