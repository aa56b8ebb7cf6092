use super::*;
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::open::tests::Memory;
use crate::app::review::Review;
use crate::domain::month::ServiceMonth;
use crate::format::codes::read_codes;
use crate::format::exchange::Edition;
use std::collections::BTreeSet;

/// An invented month; its sheets are made by other code than the one that is tested here.
fn demo(office: OfficeSort, seed: u64, has_master: bool) -> Review {
    edited(office, seed, has_master, |_, bytes| bytes)
}

/// The same with the files changed by their names.
fn edited(
    office: OfficeSort,
    seed: u64,
    has_master: bool,
    edit: impl Fn(&str, Vec<u8>) -> Vec<u8>,
) -> Review {
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
    let memory = demo
        .files
        .into_iter()
        .fold(Memory::default(), |memory, file| memory.with(&file.name, edit(&file.name, file.bytes)));
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
                let is_unknown = |note: &WorthNote| matches!(note, WorthNote::CodeUnknown { .. });
                assert!(!found.notes.iter().any(is_unknown), "{client}: {:?}", found.notes);
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

#[test]
fn a_code_that_nothing_knows_is_told_with_and_without_a_master() {
    let of_plan = |name: &str, bytes: Vec<u8>| {
        // The bytes of a code are ASCII and never part of a name.
        let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        let text = if name.starts_with("UPPLAN") { text.replace(",159501,", ",15ZZ9Z,") } else { text };
        text.chars().map(|char| u8::try_from(u32::from(char)).unwrap()).collect()
    };
    for has_master in [true, false] {
        let review = edited(OfficeSort::CareManagement, 3, has_master, of_plan);
        let (mut found, ground) = (0, review.ground());
        for client in 0..review.month.clients.len() {
            let worth = worth(&ground, client).unwrap();
            let planned = worth.lines.iter().any(|line| line.line.code.as_str() == "15ZZ9Z");
            let told = worth.notes.iter().filter_map(|note| match note {
                WorthNote::CodeUnknown { code, .. } => Some(code.as_str()),
                _ => None,
            });
            assert_eq!(told.collect::<BTreeSet<_>>().contains("15ZZ9Z"), planned, "{client}");
            found += usize::from(planned);
        }
        assert!(found > 3, "{found}");
    }
}
