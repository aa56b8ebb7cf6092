//! What would come back of a month: every check of every client, and those of one client after a decision.
//!
//! `cargo bench --bench checks` measures; `cargo test --bench checks` only runs everything once.

#[path = "../tests/common/demo.rs"]
mod demo;

use divan::Bencher;
use kyukan::app::checks::{Persons, predict};
use kyukan::app::decide;
use kyukan::app::demo::demo_month;
use kyukan::app::open::{OpenOptions, open_month};
use kyukan::app::ports::NoProgress;
use kyukan::app::review::{Grouping, Review};
use kyukan::app::tally::tally;
use kyukan::domain::decision::Verdict;
use kyukan::domain::event::{Draft, Event};
use kyukan::domain::month::ServiceMonth;
use kyukan::store::{FolderSource, Limits, write_new};
use mimalloc::MiMalloc;
use std::error::Error;
use std::fmt::Debug;
use std::io::Write as _;
use std::process::exit;

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
    let review = or_exit(open(clients));
    let window = review.month.month.next();
    let made = predict(&review, window);
    let ground = review.check_ground(window, made.own.as_ref());
    bencher.bench_local(|| ground.month(&made.tally).clients.len());
}

/// Slips, claims and checks of a month that was just opened.
#[divan::bench(args = CLIENTS, sample_count = 10, sample_size = 1)]
fn slips_claims_and_checks(bencher: Bencher<'_, '_>, clients: u32) {
    let review = or_exit(open(clients));
    let window = review.month.month.next();
    divan::black_box(tally(&review.tally_ground(window)).slips.len());
    bencher.bench_local(|| predict(&review, window).checks.clients.len());
}

/// Who stands in the month under two numbers: looked through once.
#[divan::bench(args = CLIENTS, sample_count = 10, sample_size = 1)]
fn persons(bencher: Bencher<'_, '_>, clients: u32) {
    let review = or_exit(open(clients));
    bencher.bench_local(|| Persons::of(&review.month));
}

/// A decision with the checks of its client and the sums of the month.
#[divan::bench(args = CLIENTS, sample_count = 100, sample_size = 1)]
fn one_decision(bencher: Bencher<'_, '_>, clients: u32) {
    let mut review = or_exit(open(clients));
    review.watch_to_the_end(review.month.month.next());
    let places: Vec<_> = review.differences.by(Grouping::Class).to_vec();
    let mut places = places.into_iter().cycle();
    bencher.bench_local(|| {
        let at = places.next().ok_or("no difference");
        let at = or_exit(at);
        let verdict =
            if review.decisions.events().len().is_multiple_of(2) { Verdict::Adopt } else { Verdict::Keep };
        if let Ok(drafted) = decide::verdict(&review, &[at], Some(&verdict), "") {
            let event = event(&review, drafted.draft);
            review.take(event);
        }
        review.watch().sums().map(|sums| sums.all.risk.yen)
    });
}

fn event(review: &Review, draft: Draft) -> Event {
    let Draft { month, deed, changes, reason } = draft;
    let seq = review.decisions.events().len() as u64 + 1;
    let (person, machine) = ("試験 花子".to_owned(), "受付PC".to_owned());
    Event { seq, at: chrono::Local::now().fixed_offset(), person, machine, month, deed, changes, reason }
}

fn open(clients: u32) -> Result<Review, Box<dyn Error>> {
    let made = demo_month(&demo::busy_office(clients))?;
    let folder = tempfile::tempdir()?;
    let files = made.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
    write_new(&folder.path().join("in"), files)?;
    let source = FolderSource::open(&[folder.path().join("in")], Limits::default());
    let options = OpenOptions { month: Some(ServiceMonth::FALLBACK), ..OpenOptions::default() };
    Ok(Review::new(open_month(&source, options, &NoProgress)?, None))
}

fn or_exit<T, E: Debug>(result: Result<T, E>) -> T {
    result.unwrap_or_else(|error| {
        // Nobody is left to tell when standard error is gone.
        let _ = writeln!(std::io::stderr(), "{error:?}");
        exit(1)
    })
}
