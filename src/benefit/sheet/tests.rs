//! What the worked examples do not show.

use super::*;
use crate::benefit::allot::Share;
use crate::benefit::policy::{AssistanceOnly, PairRows, PercentBase, ReductionRounding};
use crate::benefit::rates::Step;
use proptest::prelude::*;

fn line(office: u8, code: &str, place: Place, units: Units, count: i64) -> Line {
    Line {
        office: OfficeNumber::parse(&format!("137990{office:04}")).unwrap(),
        code: ServiceCode::parse(code).unwrap(),
        place,
        amount: Amount::Times { units, count, managed_units: None },
        price: UnitPrice::from_hundredths(1_000),
        discounted_rate: None,
        fixed_copay: None,
    }
}

fn percent(office: u8, code: &str, step: Step, permille: u32, is_reduction: bool) -> Line {
    let amount = Amount::Percent { permille, is_reduction };
    Line { amount, ..line(office, code, Place::Outside(step), 0, 0) }
}

fn input(limit: Units, lines: &[Line]) -> SheetInput {
    SheetInput {
        payment: Payment::Direct(BenefitRate::new(90).unwrap()),
        is_assistance_only: false,
        limits: Limits { category: Some(limit), kinds: Vec::new() },
        lines: lines.to_vec(),
        manual: None,
    }
}

fn sheet(input: &SheetInput) -> Sheet {
    compute(input, &Policy::default()).unwrap()
}

const IN: Place = Place::InLimit;

fn large_day_care(count: i64) -> Line {
    let amount = Amount::Times { units: 647, count, managed_units: Some(669) };
    Line { amount, ..line(1, "153441", IN, 0, 0) }
}

#[test]
fn a_line_with_managed_units_of_its_own_is_cut_by_whole_visits() {
    let given = input(13_000, &[large_day_care(20)]);
    let found = sheet(&given);
    let columns = found.lines[0].columns;
    assert_eq!((columns.managed_units, columns.category_over), (Some(13_380), Some(380)));
    assert_eq!(found.lines[0].covered_units, 19 * 647, "13,000 hold 19 visits of 669");
    assert_eq!((columns.cost, columns.full_payment), (Some(122_930), Some(6_470)));
    assert_eq!(found.notes, [SheetNote::PairRowCut { line: 0 }]);
    let by_units = Policy { pair_rows: PairRows::Proportional, ..Policy::default() };
    let found = compute(&given, &by_units).unwrap();
    assert_eq!(found.lines[0].covered_units, 12_940 * 13_000 / 13_380);
    let once = sheet(&input(600, &[large_day_care(1)]));
    assert_eq!(once.lines[0].covered_units, 647 * 600 / 669, "one time cannot be cut by visits");
    assert_eq!(sheet(&input(14_000, &[large_day_care(20)])).notes, []);
}

#[test]
fn percentages_build_on_each_other_in_their_order_whatever_the_order_of_lines() {
    let mut lines = vec![
        percent(1, "156108", Step::Treatment, 92, false),
        percent(1, "158110", Step::Mountain, 50, false),
        line(1, "155612", Place::Outside(Step::SameBuilding), -94, 10),
        percent(1, "158310", Step::Disaster, 30, false),
        line(1, "156099", Place::Outside(Step::Other), 22, 10),
        line(1, "152441", IN, 658, 10),
    ];
    let units = |lines: &[Line]| {
        let found = sheet(&input(16_765, lines));
        let mut units: Vec<_> =
            found.lines.iter().map(|line| (line.key.code, line.columns.service_units.unwrap())).collect();
        units.sort_unstable();
        units.into_iter().map(|(_, units)| units).collect::<Vec<_>>()
    };
    let expected = vec![6_580, -940, 220, 583, 282, 197];
    assert_eq!(units(&lines), expected);
    lines.reverse();
    assert_eq!(units(&lines), expected, "5,640 x 5%; 6,339 x 9.2%; no treatment of treatment");
}

#[test]
fn the_base_of_percentages_and_the_rounding_of_reductions_are_settings() {
    let lines = [
        line(1, "111211", IN, 405, 1),
        percent(1, "116275", Step::Treatment, 100, false),
        percent(1, "114114", Step::SameBuilding, 100, true),
    ];
    let units = |policy: &Policy| {
        let found = compute(&input(395, &lines), policy).unwrap();
        (found.lines[1].columns.service_units.unwrap(), found.lines[2].columns.service_units.unwrap())
    };
    assert_eq!(units(&Policy::default()), (36, -40), "395 are covered: 39.5 taken off is 40, 355 are left");
    let signed = Policy { reductions: ReductionRounding::Signed, ..Policy::default() };
    assert_eq!(units(&signed), (36, -39));
    let all = Policy { percent_base: PercentBase::WithOverLimit, ..Policy::default() };
    assert_eq!(units(&all), (36, -41));
}

#[test]
fn reimbursed_clients_pay_everything() {
    let lines = [line(1, "111211", IN, 400, 10), percent(1, "116275", Step::Treatment, 245, false)];
    let mut given = input(3_000, &lines);
    given.payment = Payment::Reimbursed;
    let found = sheet(&given);
    assert_eq!((found.total.claim, found.total.copay), (Some(0), Some(0)));
    assert_eq!(found.total.full_payment, Some(30_000 + 10_000 + 7_350));
    assert_eq!(found.notes, [SheetNote::Reimbursed]);
}

#[test]
fn what_public_assistance_alone_shows_is_a_setting() {
    let mut given = input(16_765, &[line(1, "111211", IN, 400, 10)]);
    given.is_assistance_only = true;
    let found = sheet(&given);
    assert_eq!((found.total.claim, found.total.copay), (Some(40_000), Some(0)));
    assert_eq!((found.unused_limit, &found.notes[..]), (Some(12_765), &[SheetNote::AssistanceOnly][..]));
    let policy = Policy { assistance_only: AssistanceOnly::NoInsurance, ..Policy::default() };
    let found = compute(&given, &policy).unwrap();
    assert_eq!((found.total.claim, found.total.copay), (Some(0), Some(40_000)));
}

#[test]
fn typed_shares_are_used_until_the_plan_changes() {
    let lines = [line(1, "111211", IN, 400, 10), line(2, "131211", IN, 800, 5)];
    let mut given = input(7_000, &lines);
    let proposed = sheet(&given);
    assert_eq!(
        (proposed.lines[0].columns.category_over, &proposed.shares),
        (Some(1_000), &SharesUsed::Proposed)
    );
    let rows: Vec<_> = proposed
        .lines
        .iter()
        .map(|line| crate::benefit::allot::AllotRow {
            key: line.key,
            managed: line.columns.managed_units.unwrap(),
            is_pair: false,
        })
        .collect();
    let share = Share { kind_over: 0, category_over: 1_000 };
    let typed = ManualShares {
        shares: vec![(rows[1].key, share)],
        made_for: crate::benefit::allot::stamp(&rows, &given.limits),
    };
    given.manual = Some(typed);
    let found = sheet(&given);
    assert_eq!((found.lines[1].columns.category_over, &found.shares), (Some(1_000), &SharesUsed::Typed));
    given.lines[1].amount = Amount::Times { units: 800, count: 6, managed_units: None };
    let found = sheet(&given);
    assert_eq!(found.shares, SharesUsed::TypedRefused(vec![ShareFault::Stale(vec![rows[1].key])]));
    let over: Vec<_> = found.lines.iter().map(|line| line.columns.category_over.unwrap()).collect();
    assert_eq!(over, [0, 1_800], "the proposal for the plan as it is now");
}

#[test]
fn what_cannot_be_computed_is_told_all_at_once() {
    let mut cheap = line(1, "111212", IN, 100, -1);
    cheap.price = UnitPrice::from_hundredths(1_042);
    let mut fixed = line(2, "A41111", IN, 0, 1);
    fixed.fixed_copay = Some(400);
    fixed.discounted_rate = Some(101);
    let mut inside = percent(1, "116275", Step::Treatment, 245, false);
    inside.place = IN;
    let faults =
        compute(&input(5_032, &[line(1, "111211", IN, 387, 1), cheap, fixed, inside]), &Policy::default())
            .unwrap_err();
    assert_eq!(
        faults,
        [
            SheetFault::NegativeCount { line: 1 },
            SheetFault::PricesDiffer { office: cheap.office, kind: cheap.code.kind() },
            SheetFault::DiscountRate { line: 2 },
            SheetFault::FixedCopayWithoutUnits { line: 2 },
            SheetFault::PercentNotOutside { line: 3 }
        ]
    );
}

#[test]
fn fixed_charges_beside_rates_and_other_open_points_are_noted() {
    let mut fixed = line(1, "A41111", IN, 401, 5);
    fixed.fixed_copay = Some(414);
    let mut pair = large_day_care(2);
    pair.discounted_rate = Some(95);
    let lines = [fixed, line(1, "A41112", IN, 20, 5), pair, percent(1, "158310", Step::Disaster, 30, false)];
    let found = sheet(&input(30_938, &lines));
    let (office, kind) = (fixed.office, fixed.code.kind());
    assert_eq!(
        found.notes,
        [
            SheetNote::MixedFixedCopay { office, kind },
            SheetNote::DiscountOnManagedUnits { line: 2 },
            SheetNote::DisasterBase { line: 3 }
        ]
    );
    assert_eq!(found.lines[2].columns.managed_units, Some(2 * 636), "669 less 5 percent is 635.55");
}

#[test]
fn rows_are_printed_by_office_and_kind() {
    let lines = [
        line(1, "111211", IN, 387, 4),
        line(2, "171003", IN, 900, 1),
        line(1, "131211", IN, 471, 4),
        percent(1, "116275", Step::Treatment, 245, false),
        line(1, "111111", IN, 244, 4),
        line(3, "211111", Place::Over30Days, 603, 1),
        line(3, "211111", IN, 603, 30),
    ];
    let found = sheet(&input(36_217, &lines));
    let (row, subtotal) = (RowRef::Line, RowRef::Subtotal);
    let expected = [row(0), row(4), subtotal(0), row(3), row(2), row(1), row(6), row(5), RowRef::Total];
    assert_eq!(printed_rows(&found), expected);
    assert_eq!(found.lines[5].columns.full_payment, Some(6_030));
    assert_eq!(found.lines[6].key.nth, 1, "two rows of one code have names of their own");
}

#[test]
fn kinds_outside_the_limit_cost_without_counting() {
    let lines = [line(1, "311111", Place::Outside(Step::Other), 515, 2)];
    let found = sheet(&input(5_032, &lines));
    assert_eq!((found.unused_limit, found.total.service_units), (Some(5_032), Some(0)));
    assert_eq!(
        (found.total.cost, found.total.claim, found.total.copay),
        (Some(10_300), Some(9_270), Some(1_030))
    );
    assert_eq!(found.groups[0].columns, Columns::default());
    assert_eq!(found.groups[0].statement.cost, 10_300);
}

#[test]
fn without_a_known_limit_nothing_is_over_and_nothing_is_unused() {
    let mut given = input(0, &[line(1, "111211", IN, 387, 400)]);
    given.limits.category = None;
    let found = sheet(&given);
    assert_eq!((found.unused_limit, found.shares), (None, SharesUsed::NothingOver));
}

prop_compose! {
    fn any_line()(
        office in 1_u8..4,
        kind in prop::sample::select(vec!["11", "13", "15", "21", "A4"]),
        item in 1_u16..4,
        sort in 0_u8..6,
        units in -100_i64..2_000,
        managed in prop::option::of(1_i64..2_000),
        count in 0_i64..31,
        permille in 0_u32..300,
        fixed in prop::option::of(1_i64..900),
    ) -> Line {
        let code = format!("{kind}{item:04}");
        let mut line = line(office, &code, IN, units, count);
        match sort {
            0 => line.place = Place::Over30Days,
            1 => line.place = Place::Outside(Step::Other),
            2 => line = percent(office, &code, Step::Treatment, permille, false),
            3 => line = percent(office, &code, Step::SameBuilding, permille, true),
            4 if units > 0 => {
                line.amount = Amount::Times { units, count, managed_units: managed };
            }
            _ => {}
        }
        if kind == "A4" && units > 0 && sort == 5 {
            line.fixed_copay = fixed;
        }
        line
    }
}

proptest! {
    /// Nothing is lost and nothing is borne twice, whatever the month.
    #[test]
    fn units_and_yen_add_up(lines in prop::collection::vec(any_line(), 0..12), limit in 0_i64..40_000) {
        let found = sheet(&input(limit, &lines));
        let total = &found.total;
        let (over, within) = (total.category_over.unwrap(), total.category_within.unwrap());
        prop_assert_eq!(over + within, total.managed_units.unwrap());
        prop_assert!(found.left > 0 || within <= limit);
        prop_assert!(over == 0 || found.left > 0 || within == limit);
        prop_assert_eq!(total.cost.unwrap(), total.claim.unwrap() + total.copay.unwrap());
        for line in &found.lines {
            let columns = &line.columns;
            if let (Some(managed), Some(share)) = (columns.managed_units, columns.category_over) {
                prop_assert!((0..=managed.max(0)).contains(&share));
                let billed = columns.service_units.unwrap();
                prop_assert!(billed < 0 || (0..=billed).contains(&line.covered_units));
            }
        }
    }

    /// The order in which lines are given changes no sum.
    #[test]
    fn order_changes_no_sum(lines in prop::collection::vec(any_line(), 0..8)) {
        let mut turned = lines.clone();
        turned.reverse();
        prop_assert_eq!(sheet(&input(99_999, &lines)).total, sheet(&input(99_999, &turned)).total);
    }
}
