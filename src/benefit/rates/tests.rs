//! The tables themselves, and how they answer.

use super::*;
use crate::benefit::money::half_up;
use crate::domain::ids::ServiceKind;
use crate::domain::kind::KINDS;
use crate::domain::level::CareLevel;

fn month(text: &str) -> ServiceMonth {
    ServiceMonth::parse(text).unwrap()
}

fn kind(text: &str) -> ServiceKind {
    ServiceKind::parse(text).unwrap()
}

#[test]
fn every_table_can_be_read_and_holds_something() {
    let rates = Rates::parse().unwrap();
    assert_eq!(rates.limits.limit.len(), 8);
    assert!(!rates.treatment.rate.is_empty() && !rates.public.order.is_empty());
    assert_eq!(Rates::built_in().fees.care.len(), 12);
}

/// Rows of the same key must not be in force in the same month: only the first would ever be found.
fn without_overlap<T: Dated>(rows: &[T], key: impl Fn(&T) -> Vec<String>) {
    for (at, row) in rows.iter().enumerate() {
        let (from, to) = row.span();
        assert!(to.is_none() || from <= to, "{:?} ends before it begins", key(row));
        for other in &rows[at + 1..] {
            let same: Vec<_> = key(row).into_iter().filter(|name| key(other).contains(name)).collect();
            let (start, end) = other.span();
            let apart = to.is_some_and(|to| start.is_some_and(|start| to < start))
                || end.is_some_and(|end| from.is_some_and(|from| end < from));
            assert!(same.is_empty() || apart, "{same:?} stand in two rows of one month");
        }
    }
}

#[test]
fn no_two_rows_of_a_key_are_in_force_at_once() {
    let rates = Rates::parse().unwrap();
    let names = |kinds: &[ServiceKind]| kinds.iter().map(ToString::to_string).collect::<Vec<_>>();
    without_overlap(&rates.limits.limit, |row| vec![row.level.code().to_owned()]);
    without_overlap(&rates.prices.price, |row| vec![row.grade.number().to_string()]);
    without_overlap(&rates.prices.group, |row| names(&row.kinds));
    without_overlap(&rates.treatment.rate, |row| {
        row.kinds.iter().map(|kind| format!("{kind} {:?}", row.capacity)).collect()
    });
    without_overlap(&rates.fees.care, |row| {
        row.levels.iter().map(|level| format!("{:?} {:?} {level:?}", row.fee_type, row.tier)).collect()
    });
    without_overlap(&rates.fees.prevention, |row| vec![format!("{:?}", row.fee_type)]);
    without_overlap(&rates.fees.threshold, |row| vec![format!("{:?}", row.fee_type)]);
    without_overlap(&rates.fees.addition, |row| vec![format!("{} {}", row.kind, row.name)]);
    without_overlap(&rates.fees.factor, |row| vec![format!("{} {}", row.kind, row.name)]);
    without_overlap(&rates.fees.treatment, |row| vec![row.kind.to_string()]);
    without_overlap(&rates.outside.kind, |row| names(&row.kinds));
}

/// 単価 = 10 yen × (1 + 上乗せ割合 × 人件費割合).
#[test]
fn prices_follow_their_formula() {
    let rates = Rates::parse().unwrap();
    let surcharges = [20, 16, 15, 12, 10, 6, 3, 0];
    for (row, surcharge) in rates.prices.price.iter().zip(surcharges) {
        let of = |share: i64| half_up(10_000 + surcharge * share, 10);
        let listed = [row.labour_70, row.labour_55, row.labour_45].map(i64::from);
        assert_eq!(listed, [of(70), of(55), of(45)], "grade {}", row.grade.number());
    }
}

#[test]
fn every_kind_has_its_place_and_every_kind_in_the_exchange_a_price() {
    let rates = Rates::built_in();
    for info in KINDS {
        let of_kind = kind(info.code);
        let abolished_early = ["53", "61", "65", "A1", "A5"].contains(&info.code);
        assert_eq!(rates.kind_in_limit(of_kind, month("2026-10")).is_err(), abolished_early, "{}", info.code);
        let grade = AreaGrade::new(3).unwrap();
        let price = rates.unit_price(of_kind, grade, month("2026-10"));
        let needs_none = abolished_early || ["41", "42", "44", "45", "59", "81"].contains(&info.code);
        let is_municipal = info.code.starts_with('A');
        assert_eq!(
            price.is_err(),
            needs_none || (is_municipal && !["A2", "A6"].contains(&info.code)),
            "{}",
            info.code
        );
        assert_eq!(rates.is_priced_by_municipality(of_kind), is_municipal);
        assert!(!is_municipal || price.is_err() || price.unwrap().certainty < Certainty::Sure);
    }
}

#[test]
fn months_without_a_row_are_said_not_guessed() {
    let rates = Rates::built_in();
    assert_eq!(rates.limit(CareLevel::Care3, month("2019-10")).unwrap().value, 27_048);
    let gap = rates.limit(CareLevel::Care3, month("2019-09")).unwrap_err();
    assert_eq!((gap.table, gap.key.as_str()), (Table::Limit, "23"));
    let grade = AreaGrade::new(1).unwrap();
    assert!(rates.unit_price(kind("11"), grade, month("2021-03")).is_err());
    assert!(rates.care_fee(FeeType::One, FeeTier::First, CareLevel::Care1, month("2024-03")).is_err());
    assert!(rates.care_fee(FeeType::One, FeeTier::First, CareLevel::Support1, month("2026-10")).is_err());
}

#[test]
fn treatment_rates_of_day_care_under_the_municipality_depend_on_its_size() {
    let rates = Rates::built_in();
    let of = |capacity, at| rates.treatment(kind("A6"), "Ⅰ", capacity, month(at)).map(|rate| rate.value);
    assert_eq!(of(None, "2026-05"), Ok(92));
    let new = |capacity| rates.treatment(kind("A6"), "Ⅰイ", capacity, month("2026-06"));
    assert!(new(None).is_err(), "not guessed");
    assert_eq!(new(Some(Capacity::Large)).unwrap().value, 111);
    assert_eq!(new(Some(Capacity::Small)).unwrap().value, 117);
}

#[test]
fn no_addition_is_zero_and_an_unknown_tier_is_unknown() {
    let rates = Rates::built_in();
    assert_eq!(rates.treatment(kind("43"), "単一", None, month("2026-05")).unwrap().value, 0);
    assert_eq!(rates.treatment(kind("17"), "Ⅰ", None, month("2026-10")).unwrap().value, 0);
    assert!(rates.treatment(kind("11"), "Ⅰ", None, month("2026-06")).is_err(), "the tier is called Ⅰイ then");
    assert!(rates.treatment(kind("11"), "Ⅴ(1)", None, month("2024-12")).is_err(), "comes from a master");
    let mut tiers = rates.treatment_tiers(kind("11"), month("2025-01"));
    tiers.sort_unstable();
    assert_eq!(tiers, ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"]);
}

#[test]
fn uncertain_rates_say_so() {
    let rates = Rates::built_in();
    let certainty = |of, tier| rates.treatment(kind(of), tier, None, month("2026-10")).unwrap().certainty;
    assert_eq!(certainty("11", "Ⅰイ"), Certainty::Sure);
    assert_eq!(certainty("73", "Ⅰイ"), Certainty::Unsure);
}

#[test]
fn units_of_the_municipality_have_daily_units_of_a_304th() {
    let rates = Rates::built_in();
    let rows: Vec<_> = [kind("A2"), kind("A6")]
        .into_iter()
        .flat_map(|of| rates.municipal(of, month("2026-10")))
        .filter(|row| row.daily_units.is_some())
        .collect();
    assert_eq!(rows.len(), 5);
    for row in rows {
        assert_eq!(row.daily_units, Some(crate::benefit::money::daily_units(row.units)), "{}", row.name);
        assert_eq!(row.per, Per::Month);
    }
}

#[test]
fn public_expense_has_an_order_with_public_assistance_last() {
    let rates = Rates::built_in();
    let place = |law| rates.public_order(law).map(|rated| rated.value);
    assert_eq!((place("10"), place("12"), place("99")), (Some(0), Some(13), None));
    assert_eq!(rates.public_name("12"), Some("生活保護 介護扶助"));
}
