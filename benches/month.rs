//! The stages of opening a month, on an invented month held in memory.
//!
//! `cargo bench --bench month` measures; `cargo test --bench month` only runs every stage once. Whole processes on
//! real folders are measured by `benches/measure.py`.

#[path = "common/or_exit.rs"]
mod or_exit;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use kyukan::app::demo::{DemoFile, DemoOptions, OfficeSort, demo_month};
use kyukan::app::month::Month;
use kyukan::app::open::{OpenOptions, open_month};
use kyukan::app::ports::{FoundFile, Listing, NoProgress, ReadFailure, Source};
use kyukan::domain::codes::CodeMaster;
use kyukan::domain::ids::{OfficeNumber, ServiceKind};
use kyukan::domain::month::ServiceMonth;
use kyukan::domain::row::FileIndex;
use kyukan::format::codes::read_codes;
use kyukan::format::exchange::name::{FileName, NameReading, read as read_name};
use kyukan::format::exchange::read::copies::CopyMemory;
use kyukan::format::exchange::read::{FileInput, read_file};
use kyukan::format::exchange::{Edition, FileKind};
use kyukan::format::rows::RowSplitter;
use kyukan::reconcile::{Ground, RowRef, compare_client};
use or_exit::or_exit;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

/// Clients of the month whose stages are measured one by one: a large office.
const CLIENTS: u32 = 400;

fn main() {
    divan::main();
}

/// The csv crate on the same bytes: the reference for [`split_rows`].
#[divan::bench]
fn split_with_csv_crate(bencher: Bencher<'_, '_>) {
    let month = Invented::new(CLIENTS);
    bencher.counter(BytesCount::new(month.bytes())).bench_local(|| {
        let mut record = csv::ByteRecord::new();
        let mut cells = 0;
        for file in &month.files {
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&*file.bytes);
            while or_exit(reader.read_byte_record(&mut record)) {
                cells += record.len();
            }
        }
        cells
    });
}

#[divan::bench]
fn split_rows(bencher: Bencher<'_, '_>) {
    let month = Invented::new(CLIENTS);
    bencher.counter(BytesCount::new(month.bytes())).bench_local(|| {
        let mut cells = 0;
        for file in &month.files {
            let mut splitter = RowSplitter::new(&file.bytes, 0);
            while splitter.next_row().is_some() {
                cells += splitter.cells().len();
            }
        }
        cells
    });
}

/// Every row of every file is read, on one thread.
#[divan::bench]
fn read_every_row(bencher: Bencher<'_, '_>) {
    let month = Invented::new(CLIENTS);
    let inputs = month.inputs();
    bencher.counter(BytesCount::new(month.bytes())).bench_local(|| {
        for (index, name, data) in &inputs {
            black_box(read_file(FileInput { index: *index, name, has_name: true, data }, None));
        }
    });
}

/// The same, but blocks of the office's plan that were read before are recognised, as when a month is opened.
#[divan::bench]
fn read_with_memory_of_copies(bencher: Bencher<'_, '_>) {
    let month = Invented::new(CLIENTS);
    let mut inputs = month.inputs();
    inputs.sort_by_key(|(_, name, _)| Reverse(name.timestamp));
    bencher.counter(BytesCount::new(month.bytes())).bench_local(|| {
        let (mut plans, mut sheets) = (CopyMemory::default(), CopyMemory::default());
        for (index, name, data) in &inputs {
            let memory = match name.kind {
                FileKind::Upplan => Some(&mut plans),
                FileKind::Upsikyu => Some(&mut sheets),
                _ => None,
            };
            black_box(read_file(FileInput { index: *index, name, has_name: true, data }, memory));
        }
    });
}

/// Everything from the listing to the differences, on all threads; bytes are those of all files.
#[divan::bench(args = [30, 400, 4_000], max_time = 10)]
fn open_whole_month(bencher: Bencher<'_, '_>, clients: u32) {
    let month = Invented::new(clients);
    bencher.counter(BytesCount::new(month.bytes())).bench_local(|| month.open());
}

/// Comparison only, on one thread; items are the rows in force, planned and actual.
#[divan::bench(args = [30, 400, 4_000], max_time = 5)]
fn compare_clients(bencher: Bencher<'_, '_>, clients: u32) {
    let opened = Invented::new(clients).open();
    let arrived = arrived(&opened);
    let ground = Ground { basis: &opened.basis, arrived: &arrived };
    let rows = opened.totals.plan_rows + opened.totals.actual_rows;
    bencher.counter(ItemsCount::new(rows)).bench_local(|| {
        let mut differences = 0;
        for client in &opened.clients {
            let mut plan: Vec<RowRef<'_>> = opened.rows(&client.plan).collect();
            let mut actual: Vec<RowRef<'_>> = opened.rows(&client.actual).collect();
            differences += compare_client(client.client, &mut plan, &mut actual, ground).differences.len();
        }
        differences
    });
}

fn arrived(month: &Month) -> FxHashSet<(OfficeNumber, ServiceKind)> {
    let lines = month.comparisons.iter().flat_map(|comparison| &comparison.lines);
    lines.filter(|line| line.arrived).map(|line| (line.provider, line.kind)).collect()
}

/// An invented month in memory.
struct Invented {
    month: ServiceMonth,
    files: Vec<DemoFile>,
    codes: CodeMaster,
}

impl Invented {
    fn new(clients: u32) -> Self {
        let month = or_exit(ServiceMonth::new(2026, 10).ok_or("no such month"));
        let demo = or_exit(demo_month(&DemoOptions {
            clients,
            providers: (clients / 9).max(12),
            managers: (clients / 40).max(2),
            seed: 7,
            edition: Edition::V4,
            month,
            office: OfficeSort::CareManagement,
            differences_per_mille: 10,
            faults: false,
        }));
        let codes = or_exit(read_codes(demo.codes_csv.as_bytes()));
        Self { month, files: demo.files, codes }
    }

    fn bytes(&self) -> usize {
        self.files.iter().map(|file| file.bytes.len()).sum()
    }

    fn inputs(&self) -> Vec<(FileIndex, FileName, &[u8])> {
        let named = self.files.iter().filter_map(|file| match read_name(&file.name) {
            NameReading::Exchange(name) => Some((name, file.bytes.as_slice())),
            _ => None,
        });
        (0..).map(FileIndex).zip(named).map(|(index, (name, data))| (index, name, data)).collect()
    }

    fn open(&self) -> Month {
        let options = OpenOptions { month: Some(self.month), office: None, codes: Some(&self.codes) };
        or_exit(open_month(self, options, &NoProgress))
    }
}

impl Source for Invented {
    fn list(&self) -> Listing {
        let files = self.files.iter().map(|file| FoundFile { path: file.name.clone() }).collect();
        Listing { files, problems: Vec::new() }
    }

    fn read(&self, index: usize, into: &mut Vec<u8>) -> Result<(), ReadFailure> {
        let file = self.files.get(index).ok_or_else(|| ReadFailure::Unreadable("no such file".to_owned()))?;
        into.clear();
        into.extend_from_slice(&file.bytes);
        Ok(())
    }
}
