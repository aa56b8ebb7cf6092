use super::*;
use crate::app::decide::{self, Refusal, SlipChoice, let_through, slip_action, slip_results};
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::open::tests::Memory;
use crate::app::registers::{register, set, set_all};
use crate::app::review::{CellState, Grouping, Review};
use crate::domain::decision::{ArrivalChoice, Subject, Value, Verdict};
use crate::domain::difference::DifferenceClass;
use crate::domain::event::{Change, Deed, Draft};
use crate::domain::fixture::journalled;
use crate::domain::slip::{SentSlip, SlipResult};
use crate::format::exchange::Edition;
use crate::format::kokuhoren::codes::Medium;
use crate::format::kokuhoren::read::read;
use crate::format::kokuhoren::slip::read_slips;
use crate::format::kokuhoren::write::WriteStyle;
use std::collections::BTreeMap;

fn options() -> DemoOptions {
    DemoOptions {
        clients: 60,
        providers: 14,
        managers: 4,
        seed: 3,
        edition: Edition::V4,
        month: ServiceMonth::new(2026, 10).unwrap(),
        office: OfficeSort::CareManagement,
        differences_per_mille: 40,
        faults: true,
    }
}

fn demo() -> Review {
    let demo = demo_month(&options()).unwrap();
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
    let deed = Deed::Write { folder: "2026-10/x".to_owned(), files: 1 };
    let draft = Draft { month: Some(month), deed, changes, reason: String::new() };
    review.take(journalled(seq, draft));
    let after = tally(&review.tally_ground(window()));
    let state = |tally: &Tally, state| tally.slips.iter().filter(|slip| slip.state == state).count();
    assert_eq!((state(&after, SlipState::Ready), state(&after, SlipState::Written)), (0, written));
    let later = tally(&review.tally_ground(window().next()));
    assert_eq!(state(&later, SlipState::Unchanged), written, "no return came");
}

fn take(review: &mut Review, draft: Draft) {
    let seq = review.decisions.events().len() as u64 + 1;
    review.take(journalled(seq, draft));
}

fn slip_at(review: &Review, position: usize) -> ClientSlip {
    client_slip(&review.tally_ground(window()), position).unwrap()
}

/// The first client in a state with a slip of some lines.
fn first(review: &Review, fits: impl Fn(&ClientSlip) -> bool) -> ClientSlip {
    tally(&review.tally_ground(window())).slips.into_iter().find(|slip| fits(slip)).unwrap()
}

fn enter(review: &mut Review, register_name: &str, cells: &[(&str, &str)]) {
    let cells = cells.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect();
    let draft = set(&review.decisions, register(register_name).unwrap(), &cells);
    take(review, draft.unwrap());
}

#[test]
fn what_has_not_arrived_blocks_until_somebody_decides() {
    let mut review = demo();
    with_managers(&mut review);
    let blocked = first(&review, |slip| slip.block(GateBlock::NotArrived).is_some());
    let BlockCause::Providers(pairs) = &blocked.block(GateBlock::NotArrived).unwrap().cause else { panic!() };
    let places: Vec<_> = pairs.iter().map(|(office, kind)| (blocked.position, *office, *kind)).collect();
    let total = blocked.total();
    let late = decide::arrival(&review, &places, Some(&ArrivalChoice::Late), "来月").unwrap();
    take(&mut review, late.draft);
    let after = slip_at(&review, blocked.position);
    assert!(after.block(GateBlock::NotArrived).is_none());
    for (office, kind) in pairs {
        assert!(after.notes.contains(&TallyNote::Late(*office, *kind)), "{after:?}");
        assert!(after.lines.iter().all(|line| (line.office, line.kind) != (*office, *kind)));
    }
    let as_planned = decide::arrival(&review, &places, Some(&ArrivalChoice::AsPlanned), "").unwrap();
    take(&mut review, as_planned.draft);
    assert_eq!(slip_at(&review, blocked.position).total(), total, "the plan stands");
}

#[test]
fn fewer_units_than_planned_follow_the_setting() {
    let mut review = demo();
    with_managers(&mut review);
    let missing =
        review.month.differences().filter(|difference| difference.class == DifferenceClass::Missing);
    let found = missing.filter_map(|difference| {
        let position = review.month.position(difference.client)?;
        let slip = slip_at(&review, position);
        let own = slip
            .lines
            .iter()
            .find(|line| (line.office, line.kind) == (difference.provider, difference.kind))?;
        let lost = difference.plan.as_ref()?.row.total_units();
        (lost > 0 && own.units > lost && slip.limit? > slip.total())
            .then(|| (position, difference.id.clone()))
    });
    let (position, id) = found.into_iter().next().unwrap();
    let before = slip_at(&review, position);
    let at = review.differences.by(Grouping::Class).iter().copied();
    let at: Vec<_> = at.filter(|at| review.difference(*at).is_some_and(|d| d.id == id)).collect();
    let adopted = decide::verdict(&review, &at, Some(&Verdict::Adopt), "").unwrap();
    take(&mut review, adopted.draft);
    let actual = slip_at(&review, position);
    assert!(actual.total() < before.total(), "{actual:?}");
    assert!(actual.notes.iter().any(|note| matches!(note, TallyNote::NotAsPlanned(..))));
    review.rules.slips.below_plan = BelowPlan::Plan;
    let planned = slip_at(&review, position);
    assert_eq!(planned.total(), before.total());
}

#[test]
fn a_decided_slip_is_cancelled_only_by_choice() {
    let mut review = demo();
    with_managers(&mut review);
    let ready = first(&review, |slip| slip.state == SlipState::Ready && !slip.lines.is_empty());
    let sent = SentSlip {
        action: SlipAction::New,
        window: window(),
        file: "KY261101.CSV".to_owned(),
        hash: String::new(),
        level: ready.level.unwrap(),
        limit: u32::try_from(ready.limit.unwrap()).unwrap(),
        lines: ready.sent_lines(),
    };
    let subject = Subject::SentSlip { client: ready.client };
    let change = Change { subject, before: None, after: Some(Value::SentSlip(Box::new(sent))) };
    let deed = Deed::Write { folder: "2026-10/x".to_owned(), files: 1 };
    let month = Some(review.month.month);
    take(&mut review, Draft { month, deed, changes: vec![change], reason: String::new() });
    assert_eq!(slip_at(&review, ready.position).state, SlipState::Written);
    let returned = slip_results(&review, &[ready.client], Some(SlipResult::Returned)).unwrap();
    take(&mut review, returned);
    let again = slip_at(&review, ready.position);
    assert_eq!((again.state, again.action()), (SlipState::Ready, Some(SlipAction::New)));
    let accepted = slip_results(&review, &[ready.client], Some(SlipResult::Accepted)).unwrap();
    take(&mut review, accepted);
    assert_eq!(slip_at(&review, ready.position).state, SlipState::Unchanged);
    let cancel = Some(SlipChoice::Send(SlipAction::Cancel));
    let chosen = slip_action(&review, ready.client, cancel, "別人の番号で出した").unwrap();
    take(&mut review, chosen.draft);
    let cancelled = slip_at(&review, ready.position);
    assert_eq!((cancelled.state, cancelled.action()), (SlipState::Ready, Some(SlipAction::Cancel)));
    assert!(cancelled.notes.contains(&TallyNote::CancelTakesAll) && !cancelled.is_due());
}

#[test]
fn who_does_not_file_gets_no_slip() {
    let mut review = demo();
    with_managers(&mut review);
    let ready = first(&review, |slip| slip.state == SlipState::Ready);
    let (insurer, insured) = (ready.client.insurer.to_string(), ready.client.insured.to_string());
    let row = [("insurer", insurer.as_str()), ("insured", &insured), ("entrusted_by", "1309900007")];
    enter(&mut review, "clients", &row);
    let entrusted = slip_at(&review, ready.position);
    assert_eq!(entrusted.state, SlipState::NotDue(NotDue::Entrusted));
    assert!(!entrusted.is_due() && entrusted.blocks.is_empty());
}

#[test]
fn a_person_lets_through_what_can_be_let_through() {
    let mut review = demo();
    with_managers(&mut review);
    let blocked = first(&review, |slip| slip.state == SlipState::Blocked);
    for block in blocked.blocks.iter().map(|block| block.block) {
        assert_eq!(let_through(&review, blocked.client, block, Some(" ")), Err(Refusal::NoReason));
        let passed = let_through(&review, blocked.client, block, Some("確認済み")).unwrap();
        take(&mut review, passed.draft);
    }
    assert_eq!(slip_at(&review, blocked.position).state, SlipState::Ready);
    let sex = let_through(&review, blocked.client, GateBlock::Sex, Some("x"));
    assert_eq!(sex, Err(Refusal::CannotPass(GateBlock::Sex)));
}

#[test]
fn an_empty_slip_is_an_exception_that_the_office_allows() {
    let mut review = demo();
    with_managers(&mut review);
    let empty = first(&review, |slip| slip.state == SlipState::Ready && slip.lines.len() == 1);
    let office = empty.lines[0].office;
    let gone = decide::withdraw(&review, &[(empty.position, office)], true, "入院").unwrap();
    take(&mut review, gone.draft);
    assert_eq!(slip_at(&review, empty.position).state, SlipState::NotDue(NotDue::NothingManaged));
    let new = Some(SlipChoice::Send(SlipAction::New));
    let chosen = slip_action(&review, empty.client, new, "看取り").unwrap();
    take(&mut review, chosen.draft);
    assert_ne!(slip_at(&review, empty.position).state, SlipState::Ready, "the setting is off");
    review.rules.slips.style.allow_zero_unit_slips = true;
    let zero = slip_at(&review, empty.position);
    assert_eq!((zero.state, zero.total(), zero.lines.len()), (SlipState::Ready, 0, 1));
}

/// The demo month with the count of every planned row of a client made unreadable.
fn with_unread_plan(insured: &str) -> Review {
    let spoilt = |line: &str| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if line.contains(insured) {
            cells[13] = "x";
        }
        cells.join(",")
    };
    let demo = demo_month(&options()).unwrap();
    let memory = demo.files.into_iter().fold(Memory::default(), |memory, file| {
        if !file.name.starts_with("UPPLAN") {
            return memory.with(&file.name, file.bytes);
        }
        let (text, _, _) = encoding_rs::SHIFT_JIS.decode(&file.bytes);
        let text = text.lines().map(spoilt).collect::<Vec<_>>().join("\r\n");
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(&text);
        memory.with(&file.name, bytes.into_owned())
    });
    Review::new(memory.open(), None)
}

#[test]
fn rows_that_cannot_be_read_block_a_slip_even_if_nothing_else_is_left_of_it() {
    let mut review = demo();
    with_managers(&mut review);
    let whole = first(&review, |slip| slip.state == SlipState::Ready && slip.lines.len() > 1);
    let mut review = with_unread_plan(whole.client.insured.as_str());
    with_managers(&mut review);
    let slip = slip_at(&review, review.month.position(whole.client).unwrap());
    assert!(slip.lines.is_empty() && slip.proposal == Proposal::Nothing, "nothing of the plan is left");
    let BlockCause::Unread(rows) = slip.block(GateBlock::Unread).unwrap().cause else { panic!() };
    assert!(rows.plan > 1 && rows.actual == 0);
    // Who manages the client stood in the plan too.
    assert_eq!((slip.state, slip.faults.as_slice()), (SlipState::Faulty, &[TallyFault::NoManagerNumber][..]));
    let passed = let_through(&review, whole.client, GateBlock::Unread, Some("その月は利用なし")).unwrap();
    take(&mut review, passed.draft);
    assert_eq!(slip_at(&review, slip.position).state, SlipState::NotDue(NotDue::NothingManaged));
}

#[test]
fn unread_actuals_block_until_somebody_says_what_stands_in_their_place() {
    let mut review = demo();
    with_managers(&mut review);
    let unread = |slip: &ClientSlip| match slip.block(GateBlock::Unread)?.cause {
        BlockCause::Unread(rows) => Some(rows.actual),
        _ => None,
    };
    let blocked = first(&review, |slip| unread(slip).is_some_and(|count| count > 0));
    let of_client = review.cells_of(blocked.position);
    let faulty: Vec<_> = of_client
        .filter(|cell| cell.state == CellState::Faulty)
        .map(|cell| (blocked.position, cell.provider, cell.kind))
        .collect();
    let as_planned = decide::arrival(&review, &faulty, Some(&ArrivalChoice::AsPlanned), "").unwrap();
    take(&mut review, as_planned.draft);
    assert_eq!(unread(&slip_at(&review, blocked.position)), None);
}
