//! What does not go together, borders, periods.

use super::*;
use crate::benefit::money::UnitPrice;
use crate::benefit::policy::{Policy, Thirds};
use crate::benefit::rates::{Certainty, FeeTier, FeeType, Rates};
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;

fn month(text: &str) -> ServiceMonth {
    ServiceMonth::parse(text).unwrap()
}

fn input(base: FeeBase, factors: &[&str], additions: &[(&str, u8)]) -> FeeInput {
    FeeInput {
        month: month("2026-07"),
        base,
        factors: factors.iter().map(|&name| name.to_owned()).collect(),
        additions: additions.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect(),
        has_treatment: true,
        price: UnitPrice::from_hundredths(1000),
    }
}

const CARE: FeeBase = FeeBase::Care { fee_type: FeeType::One, tier: FeeTier::First, level: CareLevel::Care1 };

fn notes(base: FeeBase, factors: &[&str], additions: &[(&str, u8)]) -> Vec<FeeNote> {
    claim(&input(base, factors, additions), Rates::built_in()).unwrap().notes
}

#[test]
fn what_does_not_go_together_is_noted_and_still_computed() {
    let together = |first: &str, second: &str| FeeNote::NotTogether(first.to_owned(), second.to_owned());
    assert_eq!(notes(CARE, &[], &[("初回加算", 1), ("通院時情報連携加算", 1)]), []);
    assert_eq!(
        notes(CARE, &[], &[("退院・退所加算Ⅰイ", 1), ("初回加算", 1)]),
        [together("初回加算", "退院・退所加算Ⅰイ")]
    );
    assert_eq!(
        notes(CARE, &[], &[("特定事業所加算Ⅱ", 1), ("特定事業所加算A", 1)]),
        [together("特定事業所加算Ⅱ", "特定事業所加算A")]
    );
    assert_eq!(
        notes(CARE, &[], &[("特定事業所加算Ⅱ", 1), ("特定事業所集中減算", 1)]),
        [together("特定事業所加算Ⅱ", "特定事業所集中減算")]
    );
    assert_eq!(
        notes(CARE, &["運営基準減算"], &[("初回加算", 1)]),
        [FeeNote::CodeNeedsMaster, together("初回加算", "運営基準減算")]
    );
    assert_eq!(
        notes(CARE, &[], &[("緊急時等居宅カンファレンス加算", 3)]),
        [FeeNote::TooOften("緊急時等居宅カンファレンス加算".to_owned(), 2)]
    );
    let alone = notes(CARE, &[], &[("特定事業所医療介護連携加算", 1)]);
    assert!(matches!(&alone[..], [FeeNote::Needs(name, _)] if name == "特定事業所医療介護連携加算"));
}

#[test]
fn prevention_has_additions_by_type_of_office() {
    let by = |fee_type| FeeBase::Prevention { fee_type };
    assert_eq!(notes(by(FeeType::One), &[], &[("委託連携加算", 1)]), []);
    assert_eq!(
        notes(by(FeeType::Two), &[], &[("委託連携加算", 1)]),
        [FeeNote::NotForType("委託連携加算".to_owned(), FeeType::Two)]
    );
    let area = "特別地域介護予防支援加算";
    assert!(
        notes(by(FeeType::One), &[area], &[]).contains(&FeeNote::NotForType(area.to_owned(), FeeType::One))
    );
    let claimed = claim(&input(by(FeeType::Two), &[area], &[]), Rates::built_in()).unwrap();
    assert_eq!((claimed.subtotal, claimed.treatment, claimed.yen), (543, 11, 5_540));
    assert_eq!(claimed.certainty, Certainty::Likely);
}

#[test]
fn factors_follow_their_order_and_exclude_each_other() {
    let factors = ["特別地域居宅介護支援加算", "高齢者虐待防止措置未実施減算", "同一建物減算"];
    let claimed = claim(&input(CARE, &factors, &[]), Rates::built_in()).unwrap();
    let steps: Vec<(&str, i64)> = claimed.steps.iter().map(|step| (step.name.as_str(), step.units)).collect();
    assert_eq!(steps, [(factors[1], 1_075), (factors[2], 1_021), (factors[0], 1_174)]);
    assert_eq!(claimed.items[0].code, None, "the composite code is not in the tables");
    let both = ["特別地域居宅介護支援加算", "中山間地域等小規模事業所加算"];
    assert!(matches!(
        claim(&input(CARE, &both, &[]), Rates::built_in()),
        Err(FeeFault::FactorsExclude(_, _))
    ));
    let second_month = claim(&input(CARE, &["運営基準減算 2月目以降"], &[]), Rates::built_in()).unwrap();
    assert_eq!((second_month.total, second_month.yen), (0, 0));
}

#[test]
fn the_addition_of_remote_areas_is_left_out_beyond_the_first_tier() {
    let area = "特別地域居宅介護支援加算";
    let second = FeeBase::Care { fee_type: FeeType::One, tier: FeeTier::Second, level: CareLevel::Care1 };
    let claimed = claim(&input(second, &[area, "同一建物減算"], &[]), Rates::built_in()).unwrap();
    assert_eq!((claimed.subtotal, claimed.steps.len()), (517, 1));
    assert!(claimed.notes.contains(&FeeNote::NotForTier(area.to_owned(), FeeTier::Second)));
}

#[test]
fn additions_alone_have_no_base_and_no_factors() {
    let alone = FeeBase::AdditionsOnly { fee_type: FeeType::One };
    let terminal = [("ターミナルケアマネジメント加算", 1)];
    let claimed = claim(&input(alone, &["同一建物減算"], &terminal), Rates::built_in()).unwrap();
    assert_eq!((claimed.subtotal, claimed.treatment, claimed.yen), (400, 8, 4_080));
    assert_eq!((claimed.items.len(), claimed.plain_code, claimed.steps.len()), (1, None, 0));
}

#[test]
fn what_the_tables_do_not_know_is_a_fault() {
    let unknown = input(CARE, &[], &[("初期加算", 1)]);
    assert!(matches!(claim(&unknown, Rates::built_in()), Err(FeeFault::NotKnown(_))));
    let mut early = input(CARE, &["業務継続計画未策定減算"], &[]);
    early.month = month("2025-03");
    assert!(claim(&early, Rates::built_in()).is_err(), "in force from 2025-04 on");
    let support = FeeBase::Care { fee_type: FeeType::One, tier: FeeTier::First, level: CareLevel::Support2 };
    assert!(claim(&input(support, &[], &[]), Rates::built_in()).is_err());
}

#[test]
fn full_time_equivalents_are_cut_off_to_a_tenth() {
    let tenths = |worked, of_one| FullTime::from_hours(worked, of_one).map(FullTime::tenths);
    assert_eq!(
        [tenths(160, 160), tenths(415, 160), tenths(159, 160), tenths(1, 0)],
        [Some(10), Some(25), Some(9), None]
    );
}

#[test]
fn readings_stand_side_by_side_and_room_ends_where_the_tier_does() {
    let work =
        Workload { care: 40, prevention_own: 5, prevention_entrusted: 7, staff: FullTime::from_tenths(10) };
    let found =
        readings(&work, FeeType::One, month("2026-07"), &Policy::default(), Rates::built_in()).unwrap();
    let facts: Vec<_> = found
        .iter()
        .map(|reckoning| (reckoning.cases_x3, reckoning.room.first, reckoning.room.second))
        .collect();
    assert_eq!(facts, [(132, 0, 15), (125, 3, 18), (120, 4, 19)]);
    let borders = Rates::built_in().fee_threshold(FeeType::One, month("2026-07")).unwrap();
    for (reckoning, prevention) in found.iter().zip([12, 5, 0]) {
        let last = u32::try_from(i64::from(work.care) + reckoning.room.first).unwrap();
        assert_eq!(tier_at(prevention, last, work.staff, &borders), FeeTier::First);
        assert_eq!(tier_at(prevention, last + 1, work.staff, &borders), FeeTier::Second);
        let last = u32::try_from(i64::from(work.care) + reckoning.room.second).unwrap();
        assert_eq!(tier_at(prevention, last, work.staff, &borders), FeeTier::Second);
        assert_eq!(tier_at(prevention, last + 1, work.staff, &borders), FeeTier::Third);
    }
    let crowded = Workload { care: 50, ..work };
    let found =
        readings(&crowded, FeeType::One, month("2026-07"), &Policy::default(), Rates::built_in()).unwrap();
    assert_eq!((found[0].room.first, found[0].counts.second), (-10, 10));
}

#[test]
fn an_office_without_staff_has_only_the_last_tier() {
    let work =
        Workload { care: 2, prevention_own: 0, prevention_entrusted: 0, staff: FullTime::from_tenths(0) };
    let found =
        readings(&work, FeeType::Two, month("2026-07"), &Policy::default(), Rates::built_in()).unwrap();
    assert_eq!(found[0].counts, TierCounts { first: 0, second: 0, third: 2 });
}

#[test]
fn judging_periods_are_half_years_and_reductions_come_a_month_later() {
    let judged = |text: &str| {
        let found = judged_in(month(text));
        [found.from, found.to, found.reduced_from, found.reduced_to].map(|month| month.to_string())
    };
    let first = ["2026-03", "2026-08", "2026-10", "2027-03"];
    let second = ["2026-09", "2027-02", "2027-04", "2027-09"];
    for (text, expected) in [("2026-03", first), ("2026-08", first), ("2026-09", second), ("2027-01", second)]
    {
        assert_eq!(judged(text), expected, "{text}");
    }
}

#[test]
fn shares_warn_from_75_percent_and_numbers_give_valid_reasons() {
    let rule = Rates::built_in().concentration(month("2026-07")).unwrap();
    let of = |of_top, all| share(KindPlans { of_top, all }, rule);
    assert_eq!((of(75, 100).is_near, of(74, 100).is_near), (true, false));
    assert_eq!(of(0, 0), ConcentrationShare { percent_x100: 0, is_over: false, is_near: false });
    assert_eq!(valid_reasons(5, 121, 61, 6, rule), []);
    assert_eq!(
        valid_reasons(4, 120, 60, 6, rule),
        [ValidReason::FewOffices, ValidReason::SmallOffice, ValidReason::SmallKind]
    );
}

#[test]
fn thirds_at_the_head_are_a_setting() {
    let work =
        Workload { care: 44, prevention_own: 2, prevention_entrusted: 0, staff: FullTime::from_tenths(10) };
    let first = |thirds| {
        let policy = Policy { thirds, ..Policy::default() };
        let found = readings(&work, FeeType::One, month("2026-07"), &policy, Rates::built_in()).unwrap();
        (found[0].counts.first, found[0].cases_x3)
    };
    assert_eq!(first(Thirds::Exact), (44, 134));
    assert_eq!(first(Thirds::CutOff), (44, 132));
    let work = Workload { prevention_own: 4, ..work };
    let policy = Policy { thirds: Thirds::CutOff, ..Policy::default() };
    let cut = readings(&work, FeeType::One, month("2026-07"), &policy, Rates::built_in()).unwrap();
    assert_eq!((cut[0].counts.first, cut[0].cases_x3), (43, 135));
}
