//! Whatever is decided: counting what changed gives the same as counting everything.

use super::*;
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::review::Grouping;
use crate::domain::month::ServiceMonth;
use crate::format::exchange::Edition;
use proptest::prelude::*;
use std::sync::LazyLock;

static FILES: LazyLock<Memory> = LazyLock::new(|| {
    let options = DemoOptions {
        clients: 25,
        providers: 8,
        managers: 3,
        seed: 5,
        edition: Edition::V4,
        month: ServiceMonth::new(2026, 10).unwrap(),
        office: OfficeSort::CareManagement,
        differences_per_mille: 60,
        faults: true,
    };
    let files = demo_month(&options).unwrap().files.into_iter();
    files.fold(Memory::default(), |memory, file| memory.with(&file.name, file.bytes))
});

/// One thing a person may do: what, and where (taken modulo what there is).
type Step = (u8, usize);

fn draft(review: &Review, (what, at): Step) -> Result<Drafted, Refusal> {
    let differences = review.differences.by(Grouping::Class);
    let place = differences.get(at % differences.len().max(1)).copied().unwrap();
    let waiting: Vec<Place> = (0..review.month.clients.len())
        .flat_map(|client| review.cells_of(client).map(move |cell| (client, cell)))
        .filter(|(_, cell)| cell.state == CellState::NotArrived)
        .map(|(client, cell)| (client, cell.provider, cell.kind))
        .collect();
    let waiting = waiting.get(at % waiting.len().max(1)).copied();
    let client = at % review.month.clients.len();
    let cell = review.cells_of(client).next().unwrap();
    let group = |level| select(review, place, level);
    match what % 14 {
        0 => verdict(review, &[place], Some(&Verdict::Adopt), ""),
        1 => verdict(review, &group(Level::ProviderOfClient), Some(&Verdict::Keep), ""),
        2 => verdict(review, &[place], Some(&Verdict::Ask { due: None, text: "?".into() }), ""),
        3 => verdict(review, &group(Level::Provider), Some(&Verdict::Adopt), ""),
        4 => verdict(review, &group(Level::Day), None, ""),
        5 => take_apart(review, place),
        6 => match waiting {
            Some(place) => arrival(review, &[place], Some(&ArrivalChoice::Late), ""),
            None => Err(Refusal::Nothing),
        },
        7 => match waiting {
            Some(place) => {
                let mut rows = as_planned(review, place);
                rows.pop();
                arrival(review, &[place], Some(&ArrivalChoice::Fax { rows }), "")
            }
            None => Err(Refusal::Nothing),
        },
        8 => withdraw(review, &[(client, cell.provider)], true, "電話"),
        9 => stage(review, &[client], Some(Stage::Fixed), ""),
        10 => stage(review, &[client], None, ""),
        11 => apply_rule(review, "中止", &proposals(review).first().ok_or(Refusal::Nothing)?.rule.clone()),
        12 => undo(review).map(|draft| Drafted { draft, skipped: Vec::new() }),
        _ => redo(review).map(|draft| Drafted { draft, skipped: Vec::new() }),
    }
}

fn assert_counted(desk: &Desk) {
    let decisions = Decisions::of(desk.review.decisions.events().to_vec());
    let anew = Review::with_decisions(FILES.open(), None, decisions);
    assert_eq!((desk.review.cells, desk.review.open), (anew.cells, anew.open));
    assert_eq!(desk.review.clients, anew.clients);
    assert_eq!(desk.review.managers, anew.managers);
    assert_eq!(desk.review.providers, anew.providers);
    assert_eq!(desk.review.differences, anew.differences);
    let ids = |review: &Review| review.month.differences().map(|d| d.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&desk.review), ids(&anew));
    for client in 0..anew.month.clients.len() {
        assert_eq!(desk.cells(client), anew.cells_of(client).map(|c| (c.state, c.open)).collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn counting_what_changed_is_counting_everything(steps in prop::collection::vec((0..14_u8, 0..5000_usize), 1..25)) {
        let mut desk = Desk::open(&FILES);
        for step in steps {
            if let Ok(drafted) = draft(&desk.review, step) {
                prop_assert!(!drafted.draft.changes.is_empty());
                desk.take(drafted.draft);
            }
        }
        assert_counted(&desk);
    }

    /// Undoing everything leads back to the month as it was received.
    #[test]
    fn everything_can_be_undone(steps in prop::collection::vec((0..12_u8, 0..5000_usize), 1..20)) {
        let mut desk = Desk::open(&FILES);
        for step in steps {
            if let Ok(drafted) = draft(&desk.review, step) {
                desk.take(drafted.draft);
            }
        }
        while let Ok(draft) = undo(&desk.review) {
            desk.take(draft);
        }
        let fresh = Desk::open(&FILES);
        prop_assert_eq!(desk.review.cells, fresh.review.cells);
        prop_assert_eq!(&desk.review.clients, &fresh.review.clients);
        prop_assert_eq!(desk.differences(), fresh.differences());
    }
}
