use super::*;
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::open::tests::Memory;
use crate::app::review::Review;
use crate::domain::month::ServiceMonth;
use crate::format::codes::read_codes;
use crate::format::exchange::Edition;

/// An invented month; its sheets are made by other code than the one that is tested here.
fn demo(office: OfficeSort, seed: u64, has_master: bool) -> Review {
    let options = DemoOptions {
        clients: 60,
        providers: 14,
        managers: 4,
        seed,
        edition: Edition::V4,
        month: ServiceMonth::new(2026, 10).unwrap(),
        office,
        differences_per_mille: 40,
        faults: true,
    };
    let demo = demo_month(&options).unwrap();
    let codes = has_master.then(|| read_codes(demo.codes_csv.as_bytes()).unwrap());
    let memory =
        demo.files.into_iter().fold(Memory::default(), |memory, file| memory.with(&file.name, file.bytes));
    Review::new(memory.open(), codes)
}

#[test]
fn sheets_of_invented_months_are_computed_as_they_were_received() {
    for (sort, seed) in [(OfficeSort::CareManagement, 3), (OfficeSort::Prevention, 4)] {
        for has_master in [true, false] {
            let review = demo(sort, seed, has_master);
            let ground = review.ground();
            let mut over = 0;
            for client in 0..review.month.clients.len() {
                let found = worth(&ground, client).unwrap();
                assert_eq!((&found.faults[..], &found.differences[..]), (&[][..], &[][..]), "{client}");
                assert_eq!(found.unpriced, [], "{client}");
                let sheet = found.sheet.unwrap();
                let total = sheet.total.category_within.unwrap();
                assert!(total <= found.person.limits.category.unwrap(), "{client}");
                over += usize::from(found.shares == SharesFrom::Received);
            }
            assert!(over > 0 || sort == OfficeSort::Prevention, "some plans are over the limit");
        }
    }
}

#[test]
fn what_a_plan_was_worth_does_not_change_with_decisions() {
    let review = demo(OfficeSort::CareManagement, 3, true);
    let ground = review.ground();
    for client in 0..review.month.clients.len() {
        let (now, before) = (worth(&ground, client).unwrap(), original(&ground, client).unwrap());
        assert_eq!(now.sheet, before.sheet, "nothing was decided");
    }
}
