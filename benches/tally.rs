//! 給付管理票 of a month after it is opened, and of one client after a decision.
//!
//! `cargo bench --bench tally` measures; `cargo test --bench tally` only runs everything once.

#[path = "../tests/common/demo.rs"]
mod demo;
#[path = "common/or_exit.rs"]
mod or_exit;
#[path = "common/review.rs"]
mod review;

use divan::Bencher;
use kyukan::app::tally::{client_slip, tally};
use kyukan::app::worth::{Evidence, worth};
use review::{Decider, open};

/// Offices: a large one, and a corporation.
const CLIENTS: [u32; 2] = [400, 50_000];

fn main() {
    divan::main();
}

/// Every slip of the month; what the sheets of the month show is known already, as on every frame but the first.
#[divan::bench(args = CLIENTS, sample_count = 10, sample_size = 1)]
fn all_slips(bencher: Bencher<'_, '_>, clients: u32) {
    let review = open(clients);
    let window = review.month.month.next();
    bencher.bench_local(|| tally(&review.tally_ground(window)).slips.len());
}

/// What the sheets of the month show: looked through once.
#[divan::bench(args = CLIENTS, sample_count = 10, sample_size = 1)]
fn evidence_of_sheets(bencher: Bencher<'_, '_>, clients: u32) {
    let review = open(clients);
    bencher.bench_local(|| Evidence::of(&review.month));
}

/// A decision, then sheet, limit and slip of its client.
#[divan::bench(args = CLIENTS, sample_count = 100, sample_size = 1)]
fn one_decision(bencher: Bencher<'_, '_>, clients: u32) {
    let mut review = open(clients);
    let window = review.month.month.next();
    divan::black_box(tally(&review.tally_ground(window)).slips.len());
    let mut decider = Decider::new(&review);
    bencher.bench_local(|| {
        let client = decider.next(&mut review).client as usize;
        let units = worth(&review.ground(), client).map(|worth| worth.covered().count());
        (units, client_slip(&review.tally_ground(window), client).map(|slip| slip.total()))
    });
}
