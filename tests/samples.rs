//! The shipped sample months are what the demo writes, and hold what their README says.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on may stop")]

use kyukan::app::demo::{DemoOptions, OfficeSort, demo_month};
use kyukan::app::open::{OpenOptions, open_month};
use kyukan::app::ports::NoProgress;
use kyukan::domain::difference::DifferenceClass;
use kyukan::domain::month::ServiceMonth;
use kyukan::domain::problem::ProblemAction;
use kyukan::format::exchange::Edition;
use kyukan::store::{FolderSource, Limits};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

fn options(name: &str) -> DemoOptions {
    let (clients, providers, managers) = if name == "v4" { (30, 12, 3) } else { (20, 9, 2) };
    DemoOptions {
        clients,
        providers,
        managers,
        seed: 7,
        edition: if name == "v3" { Edition::V3 } else { Edition::V4 },
        month: ServiceMonth::parse(if name == "v3" { "2025-02" } else { "2026-10" }).unwrap(),
        office: if name == "prevention" { OfficeSort::Prevention } else { OfficeSort::CareManagement },
        differences_per_mille: 30,
        faults: true,
    }
}

const SAMPLES: [&str; 3] = ["v4", "v3", "prevention"];

#[test]
fn samples_are_what_the_demo_writes() {
    for name in SAMPLES {
        let made = demo_month(&options(name)).unwrap();
        let expected: BTreeMap<String, Vec<u8>> =
            made.files.into_iter().map(|file| (file.name, file.bytes)).collect();
        let listed = std::fs::read_dir(folder(name).join("in")).unwrap().map(Result::unwrap);
        let found: BTreeMap<String, Vec<u8>> = listed
            .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
            .collect();
        assert_eq!(expected.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>(), "{name}");
        for (file, bytes) in &expected {
            assert!(found[file] == *bytes, "{name}/in/{file} is not what the demo writes");
        }
        let codes = std::fs::read_to_string(folder(name).join("master/codes.csv")).unwrap();
        assert_eq!(codes, made.codes_csv, "{name}");
    }
}

/// The numbers of one column of the table in `samples/README.md`.
fn promised(name: &str) -> Vec<u64> {
    let readme = std::fs::read_to_string(folder("README.md")).unwrap();
    let table: Vec<Vec<&str>> = readme
        .lines()
        .skip_while(|line| !line.starts_with("| | `v4`"))
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let column = table[0].iter().position(|cell| *cell == format!("`{name}`")).unwrap();
    table[2..].iter().map(|row| row[column].parse().unwrap()).collect()
}

#[test]
fn samples_hold_what_their_readme_says() {
    use DifferenceClass as D;
    for name in SAMPLES {
        let source = FolderSource::open(&[folder(name).join("in")], Limits::default());
        let month = open_month(&source, OpenOptions::default(), &NoProgress).unwrap();
        let of = |class| month.differences().filter(|difference| difference.class == class).count() as u64;
        let quarantined =
            month.problems.iter().filter(|problem| problem.action == ProblemAction::Quarantined);
        let found = vec![
            month.totals.same,
            month.totals.differences,
            of(D::Missing),
            of(D::Extra),
            of(D::MovedDate),
            of(D::CodeChanged),
            of(D::CountChanged),
            of(D::UnitsChanged),
            of(D::TimeChanged),
            of(D::DiscriminatorChanged),
            month.not_arrived.len() as u64,
            month.problems.len() as u64,
            quarantined.count() as u64,
        ];
        assert_eq!(found, promised(name), "{name}");
    }
}

/// With and without a code master the samples give the same answer: what the 第7表 show is enough.
#[test]
fn the_sheets_tell_what_the_master_tells() {
    for name in SAMPLES {
        let source = FolderSource::open(&[folder(name).join("in")], Limits::default());
        let codes =
            kyukan::format::codes::read_codes(&std::fs::read(folder(name).join("master/codes.csv")).unwrap())
                .unwrap();
        let without = open_month(&source, OpenOptions::default(), &NoProgress).unwrap();
        let with =
            open_month(&source, OpenOptions { codes: Some(&codes), ..OpenOptions::default() }, &NoProgress)
                .unwrap();
        let ids =
            |month: &kyukan::app::month::Month| month.differences().map(|d| d.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&without), ids(&with), "{name}");
    }
}

/// Every visit that the demo cancels, adds, moves or changes is found as a difference of that class, on that day, at that
/// provider; what it does that is no difference (computed percent additions, fewer days of a monthly service) is not.
#[test]
fn what_the_demo_plants_is_found() {
    for (seed, name) in (1..=6).flat_map(|seed| SAMPLES.map(|name| (seed, name))) {
        let options = DemoOptions { clients: 60, seed, faults: false, ..options(name) };
        let made = demo_month(&options).unwrap();
        let folder = tempfile::tempdir().unwrap();
        for file in &made.files {
            std::fs::write(folder.path().join(&file.name), &file.bytes).unwrap();
        }
        let source = FolderSource::open(&[folder.path().to_owned()], Limits::default());
        let month = open_month(&source, OpenOptions::default(), &NoProgress).unwrap();
        assert!(month.problems.is_empty(), "{name} {seed}: {:?}", month.problems);
        let is_there = |planted: &kyukan::app::demo::Planted, class: &str| {
            month.differences().any(|found| {
                let days = [found.plan, found.actual].map(|placed| placed.map(|placed| placed.row.day));
                found.class.name() == class
                    && Some(found.client) == planted.client
                    && Some(found.provider) == planted.provider
                    && planted.day.is_none_or(|day| days.contains(&Some(day)))
            })
        };
        let classes = DifferenceClass::ALL.map(DifferenceClass::name);
        let mut planted_differences = 0;
        for planted in &made.planted {
            let class = planted.class.name();
            if classes.contains(&class) {
                planted_differences += 1;
                assert!(is_there(planted, class), "{name} seed {seed}: {planted} was not found");
            }
        }
        assert!(planted_differences >= 8, "{name} seed {seed}: {planted_differences}");
        let silent = made.planted.iter().filter(|planted| planted.class.name() == "percent_computed");
        for planted in silent {
            assert!(!is_there(planted, "units_changed"), "{name} seed {seed}: {planted} is no difference");
        }
    }
}
