//! Small months made in memory.

use encoding_rs::SHIFT_JIS;
use kyukan::app::demo::{DemoFile, DemoOptions, OfficeSort, demo_month};
use kyukan::app::month::Month;
use kyukan::app::open::{OpenOptions, open_month};
use kyukan::app::ports::{FoundFile, Listing, NoProgress, ReadFailure, Source};
use kyukan::app::review::Review;
use kyukan::domain::month::ServiceMonth;
use kyukan::format::exchange::Edition;

struct Memory(Vec<DemoFile>);

impl Source for Memory {
    fn list(&self) -> Listing {
        let files = self.0.iter().map(|file| FoundFile { path: file.name.clone() }).collect();
        Listing { files, problems: Vec::new() }
    }

    fn read(&self, index: usize, into: &mut Vec<u8>) -> Result<(), ReadFailure> {
        into.clear();
        into.extend_from_slice(&self.0[index].bytes);
        Ok(())
    }
}

fn review(files: Vec<DemoFile>) -> Review {
    let month: Month = open_month(&Memory(files), OpenOptions::default(), &NoProgress).unwrap();
    Review::new(month, None)
}

fn demo(clients: u32) -> Vec<DemoFile> {
    files(clients, 3, 7)
}

/// The files of an office with several providers from which nothing came.
pub(crate) fn of_many_providers() -> Vec<DemoFile> {
    files(30, 14, 7)
}

fn files(clients: u32, providers: u32, seed: u64) -> Vec<DemoFile> {
    let options = DemoOptions {
        clients,
        providers,
        managers: 2,
        seed,
        edition: Edition::V4,
        month: ServiceMonth::parse("2026-10").unwrap(),
        office: OfficeSort::CareManagement,
        differences_per_mille: 60,
        faults: true,
    };
    demo_month(&options).unwrap().files
}

/// A month of so many clients.
pub(crate) fn of_clients(clients: u32) -> Review {
    review(demo(clients))
}

/// A month in which nobody has a plan: only 利用者補足情報 came.
pub(crate) fn of_nobody() -> Review {
    review(demo(2).into_iter().filter(|file| file.name.starts_with("UPHOSOKU")).collect())
}

/// Names as no form allows them.
pub(crate) const NAMES: [(&str, &str); 4] = [
    ("ﾔﾏﾀﾞ ﾊﾅｺ", "ﾔﾏﾀﾞ花子①"),
    ("ツカモト\u{7}タロウ", "塚本\u{1b}[31m太郎"),
    (
        "アアアアアアアアアアアアアアアアアアアアアアアアアアアアアア",
        "長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長",
    ),
    ("", ""),
];

/// A month whose clients have [`NAMES`].
pub(crate) fn of_odd_names() -> Review {
    let mut files = demo(4);
    let mut known: Vec<String> = Vec::new();
    for file in files.iter_mut().filter(|file| file.name.starts_with("UPHOSOKU")) {
        let text = SHIFT_JIS.decode(&file.bytes).0.into_owned();
        let renamed = text.lines().map(|line| {
            let mut cells: Vec<&str> = line.split(',').collect();
            let number = cells[2].to_owned();
            let at = known.iter().position(|other| *other == number).unwrap_or_else(|| {
                known.push(number);
                known.len() - 1
            });
            let (kana, name) = NAMES[at % NAMES.len()];
            (cells[4], cells[5]) = (kana, name);
            cells.join(",") + "\r\n"
        });
        file.bytes = SHIFT_JIS.encode(&renamed.collect::<String>()).0.into_owned();
    }
    review(files)
}
