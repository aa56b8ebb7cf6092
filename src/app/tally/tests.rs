use super::*;
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::open::tests::Memory;
use crate::app::registers::{register, set_all};
use crate::app::review::Review;
use crate::domain::fixture::journalled;
use crate::format::exchange::Edition;
use crate::format::kokuhoren::codes::Medium;
use crate::format::kokuhoren::read::read;
use crate::format::kokuhoren::slip::read_slips;
use crate::format::kokuhoren::write::WriteStyle;
use std::collections::BTreeMap;

fn demo() -> Review {
    let options = DemoOptions {
        clients: 60,
        providers: 14,
        managers: 4,
        seed: 3,
        edition: Edition::V4,
        month: ServiceMonth::new(2026, 10).unwrap(),
        office: OfficeSort::CareManagement,
        differences_per_mille: 40,
        faults: true,
    };
    let demo = demo_month(&options).unwrap();
    let memory =
        demo.files.into_iter().fold(Memory::default(), |memory, file| memory.with(&file.name, file.bytes));
    Review::new(memory.open(), None)
}

/// Enters a number for every manager.
fn with_managers(review: &mut Review) {
    let managers: Vec<String> =
        review.managers.iter().map(|manager| manager.name.clone()).filter(|name| !name.is_empty()).collect();
    let rows = managers.into_iter().enumerate().map(|(at, name)| {
        let cells = [("name", name), ("from", "2026-04".to_owned()), ("number", format!("1300{at:04}"))];
        cells.into_iter().map(|(column, text)| (column.to_owned(), text)).collect::<BTreeMap<_, _>>()
    });
    let rows: Vec<_> = rows.collect();
    let batch = set_all(&review.decisions, register("managers").unwrap(), &rows);
    let seq = review.decisions.events().len() as u64 + 1;
    review.take(journalled(seq, batch.draft.unwrap()));
}

fn window() -> ServiceMonth {
    ServiceMonth::parse("2026-11").unwrap()
}

#[test]
fn without_numbers_of_managers_nothing_can_be_made() {
    let review = demo();
    let found = tally(&review.tally_ground(window()));
    let due = found.slips.iter().filter(|slip| !matches!(slip.state, SlipState::NotDue(_)));
    assert!(due.clone().count() > 40);
    for slip in due.filter(|slip| slip.plan_maker() == PlanMaker::CareOffice) {
        assert!(slip.faults.contains(&TallyFault::NoManagerNumber), "{slip:?}");
        assert_eq!(slip.state, SlipState::Faulty);
    }
}

#[test]
fn slips_hold_the_units_inside_the_limit() {
    let mut review = demo();
    with_managers(&mut review);
    let ground = review.tally_ground(window());
    let found = tally(&ground);
    let mut written = 0;
    for slip in &found.slips {
        assert!(slip.total() <= slip.limit.unwrap(), "{slip:?}");
        assert!(slip.lines.is_sorted_by_key(|line| (line.office, line.kind)));
        assert!(slip.lines.iter().all(|line| line.units > 0));
        if slip.state == SlipState::Ready {
            assert_eq!((slip.proposal, slip.open_blocks().count()), (Proposal::New, 0));
            written += 1;
        }
        let single = client_slip(&ground, slip.position).unwrap();
        assert_eq!(&single, slip, "one client gives the same as all");
    }
    assert!(written > 20, "{written}");
    let blocked = found.slips.iter().filter(|slip| slip.state == SlipState::Blocked);
    assert!(blocked.clone().count() > 0);
    assert!(blocked.clone().all(|slip| slip.open_blocks().count() > 0));
}

#[test]
fn the_file_reads_back_and_is_remembered() {
    let mut review = demo();
    with_managers(&mut review);
    let found = tally(&review.tally_ground(window()));
    let slips: Vec<&ClientSlip> = found.to_write(false).collect();
    let options = SlipFileOptions {
        office: slips[0].office.unwrap(),
        window: window(),
        medium: Medium::Internet,
        name: "KY261101.CSV".to_owned(),
        created_on: Day::from_digits(b"20261105").unwrap(),
        style: WriteStyle::default(),
    };
    let months = [MonthSlips { month: review.month.month, slips: slips.clone() }];
    let file = slip_file(&months, &options).unwrap().unwrap();
    assert_eq!(file.left_out, []);
    let read = read_slips(&read(&file.bytes));
    let mut expected = file.slips.clone();
    expected.sort_by_key(|slip| slip.key);
    assert_eq!(read.slips.into_iter().map(|read| read.slip).collect::<Vec<_>>(), expected);
    let written = slips.len();
    let seq = review.decisions.events().len() as u64 + 1;
    let (month, changes) = file.sent.into_iter().next().unwrap();
    let deed = crate::domain::event::Deed::Write { folder: "2026-10/x".to_owned(), files: 1 };
    let draft = crate::domain::event::Draft { month: Some(month), deed, changes, reason: String::new() };
    review.take(journalled(seq, draft));
    let after = tally(&review.tally_ground(window()));
    let state = |tally: &Tally, state| tally.slips.iter().filter(|slip| slip.state == state).count();
    assert_eq!((state(&after, SlipState::Ready), state(&after, SlipState::Written)), (0, written));
    let later = tally(&review.tally_ground(window().next()));
    assert_eq!(state(&later, SlipState::Unchanged), written, "no return came");
}
