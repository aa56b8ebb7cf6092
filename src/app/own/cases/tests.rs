use super::*;
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::open::tests::Memory;
use crate::app::own::OwnMonth;
use crate::app::review::Review;
use crate::app::tally::{NotDue, Proposal, tally};
use crate::app::workload::concentration::count;
use crate::domain::month::ServiceMonth;
use crate::format::exchange::Edition;

fn month() -> ServiceMonth {
    ServiceMonth::new(2026, 10).unwrap()
}

fn demo(office: OfficeSort) -> Review {
    let options = DemoOptions {
        clients: 40,
        providers: 14,
        managers: 4,
        seed: 3,
        edition: Edition::V4,
        month: month(),
        office,
        differences_per_mille: 40,
        faults: true,
    };
    let demo = demo_month(&options).unwrap();
    let memory =
        demo.files.into_iter().fold(Memory::default(), |memory, file| memory.with(&file.name, file.bytes));
    Review::new(memory.open(), None)
}

fn of(review: &Review) -> (Tally, OfficeNumber) {
    (tally(&review.tally_ground(month().next())), review.month.care_offices[0])
}

#[test]
fn every_client_of_the_office_is_a_case() {
    let review = demo(OfficeSort::CareManagement);
    let (tally, office) = of(&review);
    let found = cases(&tally, office);
    assert_eq!(found.len(), tally.slips.len());
    for (case, slip) in &found {
        assert_eq!((case.position as usize, case.client), (slip.position, slip.client));
        assert_eq!((case.level, &case.manager), (slip.month_end_level, &slip.manager));
        assert_eq!(case.has_slip, !matches!(slip.state, SlipState::NotDue(_)), "{slip:?}");
    }
    let other = OfficeNumber::parse("1379999999").unwrap();
    assert_eq!(cases(&tally, other).len(), tally.slips.iter().filter(|slip| slip.office.is_none()).count());
}

#[test]
fn a_slip_that_is_held_back_counts_and_a_cancelled_one_does_not() {
    let review = demo(OfficeSort::CareManagement);
    let (tally, _) = of(&review);
    let due = tally.slips.iter().find(|slip| !matches!(slip.state, SlipState::NotDue(_))).unwrap();
    let mut slip = due.clone();
    let mut counts = |state: SlipState, chosen: Option<Option<SlipAction>>| {
        slip.state = state;
        slip.chosen = chosen.map(|action| (action, "理由".to_owned()));
        has_slip(&slip)
    };
    assert!(counts(SlipState::HeldBack, Some(None)));
    assert!(counts(SlipState::Faulty, None) && counts(SlipState::Blocked, None));
    assert!(!counts(SlipState::Ready, Some(Some(SlipAction::Cancel))));
    assert!(!counts(SlipState::NothingLeft, None));
    assert!(!counts(SlipState::NotDue(NotDue::NothingManaged), None));
    slip.proposal = Proposal::Unchanged;
    slip.state = SlipState::Unchanged;
    slip.chosen = None;
    assert!(has_slip(&slip), "it was sent before");
}

#[test]
fn services_of_the_programme_alone_are_its_management() {
    let review = demo(OfficeSort::Prevention);
    let (tally, office) = of(&review);
    let mut seen = [0; 2];
    for (case, slip) in cases(&tally, office) {
        let is_programme = |kind: &ServiceKind| kind.is_programme();
        let kinds: Vec<ServiceKind> = slip.lines.iter().map(|line| line.kind).collect();
        match slip.maker {
            Some(Maker::PreventionSupport) if !kinds.is_empty() => {
                let expected = if kinds.iter().all(is_programme) {
                    seen[0] += 1;
                    Maker::PreventionManagement
                } else {
                    seen[1] += 1;
                    Maker::PreventionSupport
                };
                assert_eq!(case.maker, Some(expected), "{kinds:?}");
            }
            maker => assert!(case.maker == maker || slip.is_programme_only),
        }
    }
    assert!(seen[0] > 0 && seen[1] > 3, "{seen:?}");
}

#[test]
fn a_month_is_worked_out_whole() {
    let review = demo(OfficeSort::CareManagement);
    let (tally, office) = of(&review);
    let own = OwnMonth::of(&review.own_office(office), &tally, &review.decisions, month().next()).unwrap();
    assert_eq!(own.workload.counts.total() as usize, own.cases.len());
    assert_eq!(own.fees.entries.len() + own.fees.left_out.len(), own.cases.len());
    assert_eq!(own.states.len(), own.fees.entries.len());
    assert!(own.entries().all(|(entry, _)| entry.is_open()), "nothing is entered");
    assert_eq!(own.to_write(true, &[]).len(), 0);
}

#[test]
fn plans_name_their_offices_once() {
    let review = demo(OfficeSort::CareManagement);
    let (tally, office) = of(&review);
    let cases: Vec<Case> = cases(&tally, office).into_iter().map(|(case, _)| case).collect();
    let plans = plans(&review.ground(), &cases);
    assert_eq!(plans.len(), cases.iter().filter(|case| case.has_slip).count());
    let counts = count(month(), plans.iter().map(Vec::as_slice), &review.registers).unwrap();
    assert_eq!(counts.plans as usize, plans.len());
    let helped = ServiceKind::parse("11").unwrap();
    let with_help = plans.iter().filter(|plan| plan.iter().any(|(_, kind)| *kind == helped)).count();
    assert_eq!(counts.kinds[&vec![helped]].plans as usize, with_help);
}
