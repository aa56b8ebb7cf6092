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
