//! What is written, read back and computed again, is what was computed.

use super::*;
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::open::OpenOptions;
use crate::app::worth::worth;
use crate::domain::month::ServiceMonth;
use crate::format::codes::read_codes;
use proptest::prelude::*;

/// An invented month with its service code master.
fn invented(seed: u64, edition: Edition, office: OfficeSort) -> (Memory, CodeMaster) {
    let options = DemoOptions {
        clients: 12,
        providers: 9,
        managers: 2,
        seed,
        edition,
        month: ServiceMonth::FALLBACK,
        office,
        differences_per_mille: 120,
        faults: false,
    };
    let made = demo_month(&options).unwrap();
    let codes = read_codes(made.codes_csv.as_bytes()).unwrap();
    let add = |memory: Memory, file: crate::app::demo::DemoFile| memory.with(&file.name, file.bytes);
    (made.files.into_iter().fold(Memory::default(), add), codes)
}

fn open(source: &Memory, codes: Option<&CodeMaster>) -> Month {
    source.open_with(OpenOptions { codes, ..OpenOptions::default() }).unwrap()
}

fn verdict(choice: u8) -> Option<Verdict> {
    match choice % 4 {
        0 => Some(Verdict::Adopt),
        1 => Some(Verdict::Keep),
        2 => Some(Verdict::Edit(RowEdit { count: Some(3), ..RowEdit::default() })),
        _ => None,
    }
}

/// Clients of whom a sheet was written, and every way in which it differs from what is computed of it.
fn reread(source: &Memory, plan: &WritePlan, codes: Option<&CodeMaster>) -> (usize, Vec<String>) {
    let written =
        plan.files.iter().fold(source.clone(), |source, file| source.with(&file.name, file.bytes.clone()));
    let month = open(&written, codes);
    let (registers, policy, evidence) = (Registers::default(), Policy::default(), Evidence::of(&month));
    let decisions = Decisions::default();
    let ground = Ground {
        month: &month,
        decisions: &decisions,
        codes,
        registers: &registers,
        evidence: &evidence,
        policy: &policy,
    };
    let is_new = |file: &FileIndex| month.file(*file).is_some_and(|file| file.path.contains('/'));
    let (mut clients, mut found) = (0, Vec::new());
    for (position, rows) in month.clients.iter().enumerate() {
        if rows.sheet.iter().any(|(file, _)| is_new(file)) {
            let worth = worth(&ground, position).unwrap();
            found.extend(
                worth.differences.iter().map(|difference| format!("{:?} {difference:?}", worth.client)),
            );
            clients += 1;
        }
    }
    (clients, found)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_written_sheet_is_what_is_computed_of_it(
        seed in 0..1_000u64,
        sort in 0..3u8,
        has_codes: bool,
        choices in proptest::collection::vec(any::<u8>(), 1..40),
    ) {
        let (edition, office) = match sort {
            0 => (Edition::V4, OfficeSort::CareManagement),
            1 => (Edition::V3, OfficeSort::CareManagement),
            _ => (Edition::V4, OfficeSort::Prevention),
        };
        let (source, master) = invented(seed, edition, office);
        let codes = Some(&master).filter(|_| has_codes);
        let month = open(&source, codes);
        let decided = |(number, difference)| {
            Some(decided(difference, verdict(choices[number % choices.len()])?))
        };
        let decisions = events(month.differences().enumerate().filter_map(decided).collect());
        let plan = planned_with(&month, &source, &decisions, (codes, &options())).unwrap();
        prop_assert_eq!(reread(&source, &plan, codes).1, Vec::<String>::new());
    }
}

/// So that the property is not empty.
#[test]
fn sheets_are_written_and_read_back() {
    let (source, _) = invented(3, Edition::V4, OfficeSort::CareManagement);
    let (clients, found) = reread(&source, &write(&source, adopt), None);
    assert!(clients > 5 && found.is_empty(), "{clients} {found:?}");
}
