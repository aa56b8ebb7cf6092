//! Counting, ordering and the states of cells.

mod counts;
mod orders;
mod states;

use super::*;
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::open::tests::{Memory, actual, actual_name, agreeing, of_client, office, plan, plan_name};
use crate::domain::month::ServiceMonth;
use crate::format::exchange::read::fixture::{CARE, HELPER, v4};
use crate::format::exchange::{Edition, FileKind};

const BATHS: &str = "1379900036";

fn review(memory: &Memory) -> Review {
    Review::new(memory.open(), None)
}

/// Invented months: both sorts of office, with differences and faults.
fn demos() -> Vec<Review> {
    let sorts = [(OfficeSort::CareManagement, 3), (OfficeSort::Prevention, 4)];
    let months = sorts.map(|(office, seed)| {
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
        let codes = crate::format::codes::read_codes(demo.codes_csv.as_bytes()).unwrap();
        let memory = demo
            .files
            .into_iter()
            .fold(Memory::default(), |memory, file| memory.with(&file.name, file.bytes));
        Review::new(memory.open(), Some(codes))
    });
    months.into()
}

/// States of a client's cells.
fn states(review: &Review, client: usize) -> Vec<CellState> {
    review.cells_of(client).map(|cell| cell.state).collect()
}

/// A row that cannot be read.
fn spoilt(
    line: crate::format::exchange::read::fixture::Line,
) -> crate::format::exchange::read::fixture::Line {
    line.set("service_code", "1")
}

fn profile_name() -> String {
    plan_name(1).replace("UPPLAN", "UPHOSOKU")
}
