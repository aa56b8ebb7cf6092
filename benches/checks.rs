//! What would come back of a month: every check of every client, and those of one client after a decision.
//!
//! `cargo bench --bench checks` measures; `cargo test --bench checks` only runs everything once.

#[path = "../tests/common/demo.rs"]
mod demo;
#[path = "common/or_exit.rs"]
mod or_exit;
#[path = "common/review.rs"]
mod review;

use divan::Bencher;
use kyukan::app::checks::{Persons, predict};
use kyukan::app::tally::tally;
use mimalloc::MiMalloc;
use review::{Decider, open};

/// As in the program.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Offices: a large one, and a corporation.
const CLIENTS: [u32; 2] = [400, 50_000];

fn main() {
    divan::main();
}

/// Every check of every client, with the slips and claims at hand.
#[divan::bench(args = CLIENTS, sample_count = 10, sample_size = 1)]
fn all_checks(bencher: Bencher<'_, '_>, clients: u32) {
    let review = open(clients);
    let window = review.month.month.next();
    let made = predict(&review, window);
    let ground = review.check_ground(window, made.own.as_ref());
    bencher.bench_local(|| ground.month(&made.tally).clients.len());
}

/// Slips, claims and checks of a month that was just opened.
#[divan::bench(args = CLIENTS, sample_count = 10, sample_size = 1)]
fn slips_claims_and_checks(bencher: Bencher<'_, '_>, clients: u32) {
    let review = open(clients);
    let window = review.month.month.next();
    divan::black_box(tally(&review.tally_ground(window)).slips.len());
    bencher.bench_local(|| predict(&review, window).checks.clients.len());
}

/// Workload and claims of the own office, of slips that are there.
#[divan::bench(args = CLIENTS, sample_count = 10, sample_size = 1)]
fn own_month(bencher: Bencher<'_, '_>, clients: u32) {
    let review = open(clients);
    let window = review.month.month.next();
    let tally = tally(&review.tally_ground(window));
    bencher.bench_local(|| review.own_month(&tally, window).is_ok());
}

/// Who stands in the month under two numbers: looked through once.
#[divan::bench(args = CLIENTS, sample_count = 10, sample_size = 1)]
fn persons(bencher: Bencher<'_, '_>, clients: u32) {
    let review = open(clients);
    bencher.bench_local(|| Persons::of(&review.month));
}

/// A decision with the checks of its client and the sums of the month.
#[divan::bench(args = CLIENTS, sample_count = 100, sample_size = 1)]
fn one_decision(bencher: Bencher<'_, '_>, clients: u32) {
    let mut review = open(clients);
    review.watch_to_the_end(review.month.month.next());
    let mut decider = Decider::new(&review);
    bencher.bench_local(|| {
        decider.next(&mut review);
        review.watch().sums().map(|sums| sums.all.risk.yen)
    });
}
