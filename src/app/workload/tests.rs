//! The worked examples through the use case, who counts, 常勤換算, what one client more does.

use super::*;
use crate::app::own::fixture::{MANAGER, Office, client, date, entered, terms};
use crate::app::registers::{ClientEntry, Manager, Terms};
use crate::benefit::policy::{Policy, Thirds};
use crate::benefit::rates::AreaGrade;
use crate::domain::ids::OfficeNumber;
use crate::domain::level::CareLevel;
use proptest::prelude::*;

mod concentration;

/// An office of so many clients, with its 常勤換算 entered in tenths.
fn office(fee_type: FeeType, tenths: u16, prevention: u32, care: u32) -> Office {
    let mut office = Office::new("2026-07", fee_type);
    office.enter_terms(Terms { full_time_tenths: Some(tenths), ..terms(fee_type) });
    for number in 0..care {
        office.add(number, CareLevel::Care1);
    }
    for number in care..care + prevention {
        office.add(number, CareLevel::Support1);
    }
    office
}

fn tiers(workload: &OfficeWorkload) -> (u32, u32, u32) {
    let TierCounts { first, second, third } = workload.readings[0].counts;
    (first, second, third)
}

#[test]
fn worked_examples_of_tiers() {
    let of = |fee_type, tenths, prevention, care| {
        let workload = office(fee_type, tenths, prevention, care).workload();
        let last = workload.clients.last().unwrap();
        assert_eq!(last.place, care);
        tiers(&workload)
    };
    assert_eq!(of(FeeType::One, 16, 0, 80), (71, 9, 0));
    assert_eq!(of(FeeType::One, 25, 0, 160), (112, 37, 11));
    assert_eq!(of(FeeType::One, 10, 12, 50), (40, 10, 0));
    assert_eq!(of(FeeType::Two, 20, 9, 120), (96, 20, 4));
}

#[test]
fn borders_and_thirds_at_the_head() {
    let workload = office(FeeType::One, 10, 0, 60).workload();
    let tier = |place: usize| workload.clients[place - 1].tier;
    assert_eq!([tier(44), tier(45), tier(59)], [FeeTier::First, FeeTier::Second, FeeTier::Second]);
    assert_eq!(tier(60), FeeTier::Third);
    assert_eq!((workload.readings[0].room.first, workload.readings[0].room.second), (-16, -1));
    assert_eq!(workload.of_other_type[0].room.first, -11, "50 instead of 45");
    let thirds = office(FeeType::One, 10, 10, 45).workload();
    assert_eq!((tiers(&thirds), thirds.readings[0].cases_x3), ((41, 4, 0), 145));
    assert_eq!(thirds.per_head_tenths(), Some(483), "48.33");
    let mut cut_off = office(FeeType::One, 10, 11, 45);
    cut_off.policy = Policy { thirds: Thirds::CutOff, ..Policy::default() };
    assert_eq!(cut_off.workload().readings[0].cases_x3, 144);
}

#[test]
fn readings_stand_side_by_side() {
    let mut office = office(FeeType::One, 10, 6, 40);
    for number in 40..43 {
        let entrusted_by = OfficeNumber::parse("1300000017");
        office.enter_client(client(number), ClientEntry { entrusted_by, ..entered() });
        office.case(client(number)).has_slip = false;
    }
    let workload = office.workload();
    assert_eq!(workload.readings.map(|reading| reading.cases_x3), [126, 123, 120]);
    assert_eq!(workload.counts.of(CaseSort::PreventionEntrusted), 3, "the centre makes their slips");
}

#[test]
fn only_who_counts_is_counted() {
    let mut office = Office::new("2026-07", FeeType::One);
    let care = office.add(1, CareLevel::Care3);
    let without_slip = office.add(2, CareLevel::Care3);
    office.case(without_slip).has_slip = false;
    let target = office.add(3, CareLevel::ProgramTarget);
    let named_area = office.add(4, CareLevel::Support2);
    office.enter_client(named_area, ClientEntry { in_named_area: true, ..entered() });
    let own = office.add(5, CareLevel::Support1);
    let own_without_slip = office.add(6, CareLevel::Support1);
    office.case(own_without_slip).has_slip = false;
    let housed = office.add(7, CareLevel::Care2);
    office.case(housed).maker = Some(Maker::Multifunctional);
    let nobody = office.add(8, CareLevel::Care2);
    office.case(nobody).maker = None;
    office.enter_client(care, ClientEntry { in_named_area: true, ..entered() });
    let workload = office.workload();
    let of = |sort| workload.counts.of(sort);
    assert_eq!((of(CaseSort::Care), of(CaseSort::PreventionOwn)), (1, 1), "named areas are about 予防 alone");
    assert_eq!((of(CaseSort::NoSlip), of(CaseSort::NamedArea), of(CaseSort::Management)), (2, 1, 1));
    assert_eq!((of(CaseSort::Multifunctional), of(CaseSort::NoLevel)), (1, 1));
    assert_eq!(workload.counts.total(), 8);
    let places: Vec<_> = workload.clients.iter().map(|client| (client.client, client.position)).collect();
    assert_eq!(places, [(care, 0)]);
    assert_eq!(workload.readings[0].cases_x3, 4, "{target:?} and {own:?}: a third");
}

#[test]
fn contracts_order_the_clients_and_those_without_come_last() {
    let mut office = Office::new("2026-07", FeeType::One);
    for (number, contract_on, level) in [
        (1, Some("2026-04-01"), CareLevel::Care1),
        (2, None, CareLevel::Care1),
        (3, Some("2025-02-01"), CareLevel::Care5),
        (4, Some("2026-04-01"), CareLevel::Care4),
        (5, None, CareLevel::Care3),
    ] {
        let contract_on = contract_on.map(date);
        office.enter_client(client(number), ClientEntry { contract_on, ..entered() });
        office.add_client(client(number), level);
    }
    let workload = office.workload();
    let order: Vec<_> = workload.clients.iter().map(|client| client.client).collect();
    assert_eq!(order, [3, 4, 1, 5, 2].map(client), "of the same day the higher fee first");
    assert_eq!(workload.notes, [WorkloadNote::NoContractDate(2)]);
}

#[test]
fn full_time_is_added_up_and_doubts_are_told() {
    let mut office = Office::new("2026-07", FeeType::One);
    let names = ["管理者 梅", "常勤 菊", "知らず 蘭", "", MANAGER];
    for (number, name) in (1..).zip(names) {
        let key = office.add(number, CareLevel::Care1);
        office.case(key).manager = format!(" {name} ");
    }
    let head = Manager { full_time_tenths: Some(4), is_head: true, ..Manager::default() };
    office.enter_manager("管理者 梅", head.clone());
    office.enter_manager("常勤 菊", Manager::default());
    office.enter_manager("専従 管理", head);
    let workload = office.workload();
    let of = |name: &str| workload.managers.iter().find(|manager| manager.name == name).unwrap();
    let tenths = |name| of(name).full_time.tenths();
    assert_eq!((tenths("管理者 梅"), tenths("専従 管理")), (10, 4), "one without clients counts as entered");
    assert_eq!((tenths("常勤 菊"), tenths("知らず 蘭"), tenths("")), (10, 10, 0));
    assert_eq!((of("知らず 蘭").is_known, of("").readings.is_none()), (false, true));
    assert_eq!(workload.managers.last().unwrap().name, "");
    assert_eq!((workload.staff.full_time.tenths(), workload.staff.from), (44, StaffFrom::Managers));
    let told = [
        WorkloadNote::NoManager(1),
        WorkloadNote::NoFullTime("常勤 菊".to_owned()),
        WorkloadNote::UnknownManager("知らず 蘭".to_owned()),
    ];
    assert_eq!(workload.notes, told);
    office.enter_terms(Terms { full_time_tenths: Some(33), ..terms(FeeType::One) });
    let staff = office.workload().staff;
    assert_eq!(
        (staff.full_time.tenths(), staff.of_managers.tenths(), staff.from),
        (33, 44, StaffFrom::Terms)
    );
}

#[test]
fn the_register_says_whose_client_it_is() {
    let mut office = Office::new("2026-07", FeeType::One);
    office.enter_manager("後任 葵", Manager { full_time_tenths: Some(10), ..Manager::default() });
    let manager = Some("後任 葵".to_owned());
    office.enter_client(client(1), ClientEntry { manager, ..entered() });
    office.add_client(client(1), CareLevel::Care1);
    let workload = office.workload();
    let found: Vec<_> = workload.managers.iter().map(|one| (one.name.as_str(), one.counts.total())).collect();
    assert_eq!(found, [(MANAGER, 0), ("後任 葵", 1)]);
}

/// Tiers are of the office; a manager with many clients may have (i) only, one with few new ones (ii).
#[test]
fn managers_are_counted_apart_and_share_the_tiers_of_the_office() {
    let mut office = office(FeeType::One, 20, 0, 100);
    office.enter_manager("新任 楓", Manager { full_time_tenths: Some(10), ..Manager::default() });
    for number in 80..100 {
        office.case(client(number)).manager = "新任 楓".to_owned();
    }
    let workload = office.workload();
    assert_eq!(tiers(&workload), (89, 11, 0));
    let of = |name: &str| workload.managers.iter().find(|manager| manager.name == name).unwrap();
    assert_eq!((of(MANAGER).tiers.first, of(MANAGER).readings.unwrap()[0].counts.first), (80, 44));
    assert_eq!((of("新任 楓").tiers.second, of("新任 楓").readings.unwrap()[0].counts.second), (11, 0));
}

#[test]
fn somebody_gone_at_the_end_has_a_place_without_being_counted() {
    let mut office = office(FeeType::One, 10, 0, 50);
    office.case(client(46)).level = None;
    let workload = office.workload();
    assert_eq!((workload.counts.of(CaseSort::Care), workload.counts.of(CaseSort::GoneAtEnd)), (49, 1));
    assert_eq!(workload.notes, [WorkloadNote::GoneAtEnd(1)]);
    let gone = workload.gone[0];
    assert_eq!((gone.client, gone.place, gone.tier), (client(46), 47, FeeTier::Second));
    assert_eq!(workload.tiers().len(), 50);
}

#[test]
fn without_terms_the_first_type_is_counted_and_told() {
    let mut office = Office::new("2026-07", FeeType::Two);
    office.add(1, CareLevel::Care1);
    office.registers = crate::app::registers::Registers::default();
    let workload = office.workload();
    assert_eq!((workload.fee_type, workload.borders.first_below), (FeeType::One, 45));
    assert_eq!(workload.notes[0], WorkloadNote::NoTerms);
    assert!(workload.notes.iter().any(|note| matches!(note, WorkloadNote::NoPrice(_))));
    let margins = workload.margins.unwrap();
    assert_eq!((margins.one_more[0].units, margins.one_more[0].yen), (1_086, None));
}

#[test]
fn one_client_more_or_less_in_yen() {
    let mut office = office(FeeType::One, 10, 0, 44);
    let additions = vec!["特定事業所加算Ⅱ".to_owned()];
    let grade = AreaGrade::new(1);
    office.enter_terms(Terms {
        additions,
        full_time_tenths: Some(10),
        area_grade: grade,
        ..terms(FeeType::One)
    });
    let margins = office.workload().margins.unwrap();
    let [light, heavy] = margins.one_more;
    assert_eq!((light.tier, light.units), (Some(FeeTier::Second), 544 + 421 + 20));
    assert_eq!((heavy.yen, heavy.moved), (Some((704 + 421 + 24) * 1_140 / 100), 0));
    let leaves = margins.one_fewer[0].unwrap();
    assert_eq!((leaves.tier, leaves.units, leaves.moved), (Some(FeeTier::First), -(1_086 + 421 + 32), 0));
    assert_eq!(margins.one_fewer[1], None, "nobody of 要介護3-5");
    assert_eq!(
        (margins.one_more_prevention.moved, margins.one_more_prevention.units),
        (0, 0),
        "44 and a third stay below 45"
    );
    let mut full = office;
    for number in [100, 101] {
        full.add(number, CareLevel::Support1);
    }
    let pushed = full.workload().margins.unwrap().one_more_prevention;
    assert_eq!((pushed.moved, pushed.units), (1, (544 + 421 + 20) - (1_086 + 421 + 32)));
}

#[test]
fn months_stand_side_by_side() {
    let early = office(FeeType::One, 10, 0, 40);
    let mut late = office(FeeType::One, 10, 3, 44);
    late.enter_manager("新任 楓", Manager { full_time_tenths: Some(10), ..Manager::default() });
    let months = [late.month.next(), late.month];
    let (late_work, early_work) = (late.workload(), early.workload());
    let found = series([(months[0], &late_work), (months[1], &early_work)]);
    assert_eq!(found.months, [months[1], months[0]]);
    let cases: Vec<_> = found.office.iter().map(|point| (point.cases_x3, point.per_head_tenths)).collect();
    assert_eq!(cases, [(120, Some(400)), (135, Some(450))]);
    assert_eq!(found.managers["新任 楓"][0], None);
    assert_eq!(found.managers["新任 楓"][1].as_ref().unwrap().cases_x3, 0);
    assert_eq!(found.managers[MANAGER].len(), 2);
}

/// Units of all clients by their tiers, with 処遇改善加算.
fn units(workload: &OfficeWorkload) -> i64 {
    let of = |client: &ClientTier| {
        let level = client.level.unwrap();
        let month = crate::domain::month::ServiceMonth::parse("2026-07").unwrap();
        let row = Rates::built_in().care_fee(workload.fee_type, client.tier, level, month).unwrap();
        row.units + crate::benefit::money::permille_of(row.units, 21)
    };
    workload.clients.iter().map(of).sum()
}

const LEVELS: [CareLevel; 7] = [
    CareLevel::Support1,
    CareLevel::Support2,
    CareLevel::Care1,
    CareLevel::Care2,
    CareLevel::Care3,
    CareLevel::Care4,
    CareLevel::Care5,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Every client has one tier, whatever the office; the managers add up to the office; what one client more or less
    /// does is what the office is worth with that client more or less.
    #[test]
    fn sums_and_margins_hold(
        levels in prop::collection::vec(0..LEVELS.len(), 1..90),
        tenths in 1_u16..30,
        is_second in any::<bool>(),
        is_cut_off in any::<bool>(),
    ) {
        let fee_type = if is_second { FeeType::Two } else { FeeType::One };
        let mut office = office(fee_type, tenths, 0, 0);
        office.policy.thirds = if is_cut_off { Thirds::CutOff } else { Thirds::Exact };
        for (number, level) in (0..).zip(&levels) {
            let key = office.add(number, LEVELS[*level]);
            if number % 3 == 0 {
                office.case(key).manager = String::new();
            }
        }
        let workload = office.workload();
        let (first, second, third) = tiers(&workload);
        prop_assert_eq!(usize::try_from(first + second + third).unwrap(), workload.clients.len());
        let of_tier = |tier| u32::try_from(workload.clients.iter().filter(|one| one.tier == tier).count()).unwrap();
        prop_assert_eq!([FeeTier::First, FeeTier::Second, FeeTier::Third].map(of_tier), [first, second, third]);
        let of_managers: u32 = workload.managers.iter().map(|manager| manager.counts.total()).sum();
        prop_assert_eq!(of_managers, workload.counts.total());
        let margins = workload.margins.clone().unwrap();
        let before = units(&workload);
        for (group, level) in [(0, CareLevel::Care2), (1, CareLevel::Care4)] {
            let key = office.add(1_000, level);
            let with = office.workload();
            prop_assert_eq!(units(&with) - before, margins.one_more[group].units);
            prop_assert_eq!(&with.clients[..workload.clients.len()], &workload.clients[..], "nobody moves");
            office.clients.retain(|(case, _)| case.client != key);
        }
        let key = office.add(1_000, CareLevel::Support1);
        prop_assert_eq!(units(&office.workload()) - before, margins.one_more_prevention.units);
        office.clients.retain(|(case, _)| case.client != key);
        for (group, is_heavy) in [(0, false), (1, true)] {
            let is_of_group = |one: &&ClientTier| (one.level.unwrap() >= CareLevel::Care3) == is_heavy;
            let Some(newest) = workload.clients.iter().rfind(is_of_group).map(|one| one.client) else {
                prop_assert_eq!(margins.one_fewer[group], None);
                continue;
            };
            let all = office.clients.clone();
            office.clients.retain(|(case, _)| case.client != newest);
            prop_assert_eq!(units(&office.workload()) - before, margins.one_fewer[group].unwrap().units);
            office.clients = all;
        }
    }
}
